"""Search for many spellings at once in a folded text.

Adjacent words of a text are joined and looked up among the Latin spellings. A spelling in another script can
begin only at places that a compiled class of characters finds, and is looked up only there.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from hrddesk.redact.detection.folding import GAP

HAN: Final = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003fffd"
"""Chinese characters, as a class of a pattern."""
_TIBETAN: Final = "\u0f00-\u0fff"
OTHER: Final = rf"[^\W\d_A-Za-z{HAN}{_TIBETAN}]"
"""Letters of scripts that have spaces between words, but for Latin ones."""
SPACED: Final = rf"(?![{HAN}{_TIBETAN}])[^\W_]"
"""Letters and digits of scripts that have spaces between words."""

UNSPACED: Final = re.compile(f"[{HAN}{_TIBETAN}]")
"""Letters of scripts that have no spaces between words."""

_PIECES: Final = re.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+|[^A-Za-z0-9]+")
_LONG_WORD: Final = re.compile("[A-Za-z]{9,}")
_WITHIN_WORDS: Final = 8  # letters from which on a spelling is found inside a word too
_WIDEST_GAP: Final = 3  # separators between two letters of one name: "Chen, Mei", "李 勇"
_OPENING: Final = 5  # letters of a spelling's beginning that are looked up before all of it
_MOST_WORDS: Final = 24  # pieces of one name in Latin script, gaps included


@dataclass(frozen=True, slots=True)
class SpellingHit:
    """A place in a folded text with the letters of a spelling."""

    start: int
    end: int
    form: str


class LatinSpellings:
    """The spellings in Latin letters and digits: found as whole words, and long ones also inside a word."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._forms = frozenset(form for form in forms if form.isascii())
        self._sorted = sorted(self._forms)
        self._openings = frozenset(
            form[:length] for form in self._forms for length in range(1, min(len(form), _OPENING) + 1)
        )
        self._heads = frozenset(
            case(form[:length])
            for form in self._forms
            for length in (1, 2, 3)
            for case in (str.lower, str.title, str.upper)
        )
        self._within = frozenset(form for form in self._forms if len(form) >= _WITHIN_WORDS)
        self._within_heads = _lengths(self._within, 4)

    def hits(self, text: str, lower: str) -> Iterator[SpellingHit]:
        """Yield the places of the spellings in a folded text."""
        heads, pieces = self._heads, _PIECES.findall(text)
        starts = list(accumulate(map(len, pieces), initial=0))
        for number, piece in enumerate(pieces):
            if piece[:3] in heads and piece[:_OPENING].lower() in self._openings:
                yield from self._joined(pieces, starts, number)
        if self._within:
            for word in _LONG_WORD.finditer(lower):
                yield from self._within_word(lower, *word.span())

    def _joined(self, pieces: Sequence[str], starts: Sequence[int], first: int) -> Iterator[SpellingHit]:
        """Yield the spellings that consist of one or several words, beginning with the word number `first`.

        The search stops as soon as no spelling begins with the joined words.
        """
        joined = ""
        for number in range(first, min(first + _MOST_WORDS, len(pieces))):
            piece = pieces[number]
            if piece.isspace() and len(piece) <= _WIDEST_GAP:
                continue
            if not piece.isascii() or piece.isspace():
                return
            joined += piece.lower()
            if joined in self._forms:
                yield SpellingHit(starts[first], starts[number + 1], joined)
            if not self._begins(joined):
                return

    def _begins(self, joined: str) -> bool:
        """Tell whether any spelling begins with the letters `joined`."""
        if joined[:_OPENING] not in self._openings:
            return False
        place = bisect_left(self._sorted, joined)
        return place < len(self._sorted) and self._sorted[place].startswith(joined)

    def _within_word(self, lower: str, start: int, end: int) -> Iterator[SpellingHit]:
        for offset in range(start, end - _WITHIN_WORDS + 1):
            for length in self._within_heads.get(lower[offset : offset + 4], ()):
                form = lower[offset : offset + length]
                if offset + length <= end and form in self._within:
                    yield SpellingHit(offset, offset + length, form)


class LetterSpellings:
    """The spellings in scripts where endings or other words may follow a name without a space."""

    def __init__(self, forms: Iterable[str], boundary: str) -> None:
        self._forms = frozenset(forms)
        self._single = frozenset(form for form in self._forms if len(form) == 1)
        longer = self._forms - self._single
        self._lengths = _lengths(longer, 2)
        starts = []
        if self._single:
            starts.append(f"{boundary}[{''.join(sorted(self._single))}]")
        if longer:
            firsts, seconds = ("".join(sorted({form[index] for form in longer})) for index in (0, 1))
            starts.append(f"{boundary}[{firsts}](?={GAP}{{0,{_WIDEST_GAP}}}[{seconds}])")
        self._starts = re.compile("|".join(starts)) if starts else None

    def hits(self, lower: str) -> Iterator[SpellingHit]:
        """Yield the places of the spellings in a folded text in lower case."""
        if self._starts is None:
            return
        lengths = self._lengths
        for match in self._starts.finditer(lower):
            offset = match.start()
            if lower[offset] in self._single:
                yield SpellingHit(offset, offset + 1, lower[offset])
            head = lower[offset : offset + 2]
            if GAP in head:
                second = lower[offset + 1 : offset + 2 + _WIDEST_GAP].lstrip(GAP)[:1]
                head = lower[offset] + second
            fitting = lengths.get(head)
            if fitting is not None:
                yield from self._fitting(lower, offset, fitting)

    def _fitting(self, lower: str, offset: int, lengths: tuple[int, ...]) -> Iterator[SpellingHit]:
        """Yield the spellings that begin at `offset` and have one of `lengths`, the longest first."""
        window = lower[offset : offset + lengths[0]]
        ends: Sequence[int] = range(offset + 1, offset + 1 + len(window))
        if GAP in window:
            window, ends = _without_gaps(lower, offset, lengths[0])
        for length in lengths:
            if length <= len(window) and window[:length] in self._forms:
                yield SpellingHit(offset, ends[length - 1], window[:length])


def _without_gaps(lower: str, offset: int, most: int) -> tuple[str, list[int]]:
    """Return up to `most` letters from `offset` on, and the end of each letter.

    Gaps of at most three signs between the letters are ignored; a wider gap ends the search.
    """
    letters, ends, gap = "", [], 0
    for place in range(offset, len(lower)):
        if lower[place] == GAP:
            gap += 1
            if gap > _WIDEST_GAP:
                break
            continue
        gap = 0
        letters += lower[place]
        ends.append(place + 1)
        if len(letters) == most:
            break
    return letters, ends


def _lengths(forms: Iterable[str], head: int) -> dict[str, tuple[int, ...]]:
    """Return the lengths of the spellings by their first `head` characters, the longest first."""
    lengths_by_head: dict[str, set[int]] = {}
    for form in forms:
        lengths_by_head.setdefault(form[:head], set()).add(len(form))
    return {key: tuple(sorted(value, reverse=True)) for key, value in lengths_by_head.items()}
