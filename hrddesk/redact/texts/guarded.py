"""Passages of a text that another desk protects: they are replaced until a reader decides otherwise."""

from collections.abc import Iterable, Iterator, Sequence

from hrddesk.redact.facts.facts import TextKey
from hrddesk.redact.passages.covered import lies_in
from hrddesk.redact.passages.occurrences import WHOLE_NAMES, IdentifierKind, Occurrence, named_in, within
from hrddesk.redact.passages.wording import Span, TextDecisions
from hrddesk.redact.texts.censor import Censor


def guarded(
    censor: Censor, key: TextKey, wording: TextDecisions, occurrences: Sequence[Occurrence]
) -> list[Occurrence]:
    """Return the `occurrences` of a text together with its protected passages.

    A passage inside a name that is replaced anyway adds nothing. An occurrence that overlaps a passage is
    marked as inside it, and is replaced with it. If the whole text is one passage, it is unknown which words
    need protection: a reader is asked about each match in it, and about each part between the matches.
    """
    here = named_in(occurrences)
    names = (item for item in occurrences if item.kind in WHOLE_NAMES and item.inside is None)
    removed_spans = [item.span for item in names if censor.instead(item, here) is not None]
    places = [span for span in _places(censor, key, wording, occurrences) if not lies_in(span, removed_spans)]
    return within(occurrences, [Occurrence(*span, IdentifierKind.PROTECTED) for span in places])


def _places(
    censor: Censor, key: TextKey, wording: TextDecisions, occurrences: Iterable[Occurrence]
) -> Iterator[Span]:
    """Yield the passages for which a reader wrote no other words, without spaces and signs at their ends."""
    worded = wording.read()
    apart = [item.span for item in occurrences if item.inside is None]
    for place in censor.protected.places(*key, wording.text):
        for rest in worded.left_of(place):
            is_all = place == (0, len(wording.text))
            for start, end in _between(rest, apart) if is_all else (rest,):
                lettered = [index for index in range(start, end) if worded.text[index].isalnum()]
                if lettered:
                    yield lettered[0], lettered[-1] + 1


def _between(span: Span, others: Iterable[Span]) -> Iterator[Span]:
    """Yield the parts of a place that are outside the places `others`."""
    position, last = span
    for start, end in (*sorted(others), (last, last)):
        if position < min(start, last):
            yield position, min(start, last)
        position = max(position, end)
