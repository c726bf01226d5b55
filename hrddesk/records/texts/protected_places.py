"""Passages that another desk protects: they mention a person whom that desk did not disclose.

This desk cannot know who that person is. The words of a passage are protected wherever they are in the
present text of the field. If the words were changed, the text between the same neighbours is protected
instead.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from hrddesk.records.model.record import RecordId
from hrddesk.records.texts.text_versions import Span as Span
from hrddesk.records.texts.text_versions import kept_parts

_MOST_LONGER: Final = 40
"""The greatest number of additional characters with which changed words still count as the same passage."""

Sent = tuple[str, tuple[Span, ...]]
"""A text as it arrived, and the protected passages in it."""


@dataclass(frozen=True, slots=True)
class Protected:
    """All protected places of a vault."""

    texts: Mapping[tuple[RecordId, str], Sequence[Sent]] = field(default_factory=dict)
    """The texts that arrived for a field of a record, the oldest first."""

    def places(self, record: RecordId, field: str, text: str) -> tuple[Span, ...]:
        """Return the protected passages of `text`, the present content of this field, in order."""
        every = self.texts.get((record, field), ())
        has_arrived = any(sent == text for sent, _ in every)  # then its own places say what was altered
        place_spans: list[Span] = []
        for sent, spans in every:
            place_spans += (
                spans if sent == text else _again(sent, spans, text, look_for_altered=not has_arrived)[0]
            )
        return merged(place_spans)

    def lost(self, record: RecordId, field: str, text: str) -> int:
        """Return the number of protected passages of the newest received text that are missing in `text`.

        `text` is the present content of the field.
        """
        every = self.texts.get((record, field), ())
        if not every or any(sent == text for sent, _ in every):
            return 0
        return _again(*every[-1], text, look_for_altered=True)[1]


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the same passages in order, with overlapping or adjacent ones united."""
    merged_spans: list[Span] = []
    for start, end in sorted(spans):
        if merged_spans and start <= merged_spans[-1][1]:
            merged_spans[-1] = merged_spans[-1][0], max(merged_spans[-1][1], end)
        else:
            merged_spans.append((start, end))
    return tuple(merged_spans)


def _again(sent: str, spans: Sequence[Span], text: str, *, look_for_altered: bool) -> tuple[list[Span], int]:
    """Find passages of the earlier text `sent` in `text`; return the places and the number of missing ones.

    `spans` are the passages. With `look_for_altered`, a passage whose words are missing is also searched
    between its neighbours.
    """
    often = Counter(sent[start:end] for start, end in spans)
    here = {words: list(_occurrences(words, text)) for words in often}
    found_spans = [span for places in here.values() for span in places]
    rarer = [words for words in often if len(here[words]) < often[words]] if look_for_altered else []
    parts, lost = list(kept_parts(sent, text)) if rarer else [], 0
    for span in spans if rarer else ():
        was = sent[slice(*span)]
        start, end = _between_neighbours(span, parts, len(text))
        if was not in rarer or any(start <= place[0] and place[1] <= end for place in here[was]):
            continue
        words = text[start:end].strip()
        if words and len(words) <= len(was) + _MOST_LONGER:
            start = text.index(words, start)
            found_spans.append((start, start + len(words)))
        else:
            lost += 1
    return found_spans, lost


def _occurrences(words: str, text: str) -> Iterator[Span]:
    """Yield the places of words in a text; words in Latin letters match as whole words only."""
    before = r"(?<![A-Za-z0-9])" if re.match("[A-Za-z0-9]", words) else ""
    behind = r"(?![A-Za-z0-9])" if re.match("[A-Za-z0-9]", words[-1]) else ""
    for match in re.finditer(before + re.escape(words) + behind, text):
        yield match.span()


def _between_neighbours(span: Span, parts: Iterable[tuple[int, int, int]], length: int) -> Span:
    """Return the span of the new text between the nearest unchanged characters around a passage."""
    first, last = 0, length
    for old, new, size in parts:
        if size and old < span[0]:
            first = new + min(size, span[0] - old)
        if size and old + size > span[1]:
            last = min(last, new + max(0, span[1] - old))
    return first, last
