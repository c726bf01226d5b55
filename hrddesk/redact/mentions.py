"""Words of known names as texts write them: inflected, spelled otherwise, cut short.

Two neighbours that are each a word of one name are that name, in whatever order and case. A single word is a
part of it where it is the same but for its ending or its letters; where it only sounds or begins like one, a
reader has to tell. Chinese and Tibetan have no words to be seen, see `parts`.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from hrddesk.records import languages
from hrddesk.records.languages import Wordlist
from hrddesk.records.names import pinyin
from hrddesk.records.record import RecordId
from hrddesk.records.scripts import is_han
from hrddesk.redact.folding import GAP, Folded, fold, squeeze
from hrddesk.redact.found import Found, Occurrence
from hrddesk.redact.ordinary import is_shipped, is_unspaced
from hrddesk.redact.sounds import is_near, sound

_STEM: Final = 3  # letters that a word and its inflected form share, at the least
_LOST: Final = 2  # letters that a name may lose before an ending
_ENDING: Final = 6  # letters of endings behind a whole word
_SHORT_ENDING: Final = 3
_TELLING: Final = 3  # consonants by which a word sounds like a name
_LONG: Final = 4  # of which one may differ
_WIDEST_GAP: Final = 3
_FEW: Final = 3
_WITHIN: Final = " \t\r\n\u00a0.-\u2010\u2011_\u00b7\u2022\u2027\u30fb'\u2019\u200b\u200c\u200d\u200e\u200f"
"""What may stand between the words of a name."""
_MOST_HAN: Final = 5  # characters of a name of another language, between signs


_WEIGHT: Final = (Found.WITHHELD, Found.NAME, Found.SOURCE, Found.PLACE)
"""What a whole name may be, what weighs most first."""


class Likeness(IntEnum):
    """How close a word of a text is to a word of a name."""

    WEAK = 0  # few consonants, the same: tells only beside another one
    NEAR = 1  # begins or ends alike, or differs in one consonant
    SOUND = 2  # the same consonants
    SAME = 3  # but for the ending, or the letters


class _Token(NamedTuple):
    """A word of a folded text."""

    start: int
    end: int
    letters: str
    capital: bool


class _Word(NamedTuple):
    """A word of a name, or two that are written as one."""

    name: int
    at: frozenset[int]
    letters: str


@dataclass(frozen=True, slots=True)
class _Name:
    owner: RecordId
    words: tuple[str, ...]
    kind: Found


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a folded text that mentions somebody."""

    start: int
    end: int
    owner: RecordId
    whole: bool
    likeness: Likeness
    kind: Found


@dataclass(slots=True)
class _Group:
    name: int
    start: int
    end: int
    words: set[int]
    likeness: list[Likeness] = field(default_factory=list)


_Found = dict[int, tuple[list[frozenset[int]], Likeness]]
"""By name, which of its words a word of the text may be, and how close it is."""


class Mentions:
    """The words of all names of people, ready to be looked for."""

    def __init__(self, names: Iterable[tuple[RecordId, str, Found]]) -> None:
        """Take owner, text and kind of each name."""
        self._names: list[_Name] = []
        self._stems: dict[str, set[_Word]] = {}
        self._sounds: dict[str, set[_Word]] = {}
        self._edges: dict[str, set[_Word]] = {}
        for owner, text, kind in names:
            words = tuple(token.letters for token in _tokens(fold(text)) if token.letters not in _no_parts())
            for at, word in enumerate(words):
                for letters in _bare(word):
                    self._learn(_Word(len(self._names), frozenset({at}), letters))
            for at, (word, behind) in enumerate(pairwise(words)):
                self._learn(_Word(len(self._names), frozenset({at, at + 1}), word + behind))
            self._names.append(_Name(owner, words, kind))

    def _learn(self, entry: "_Word") -> None:
        word = entry.letters
        if len(word) == 1:
            return
        for length in range(max(_STEM, len(word) - _LOST), len(word)):
            self._stems.setdefault(word[:length], set()).add(entry)
        self._stems.setdefault(word, set()).add(entry)
        if len(word) > _STEM and len(entry.at) == 1:
            self._edges.setdefault(word[:_STEM], set()).add(entry)
        for at in range(_STEM, len(word) - _STEM + 1 if len(entry.at) == 1 else 0):
            self._edges.setdefault(word[at:], set()).add(entry)
        for key in _keys(sound(word)):
            self._sounds.setdefault(key, set()).add(entry)

    def find(self, folded: Folded) -> Iterator[Mention]:
        """Yield the places of a folded text that mention somebody."""
        tokens = _tokens(folded)
        found = [self._look(token) for token in tokens]
        beside = [_are_beside(folded, one, other) for one, other in pairwise(tokens)]
        done: set[tuple[int, int]] = set()
        for at, names in enumerate(found):
            for name in names:
                if (at, name) not in done:
                    group = self._group(folded, tokens, found, beside, at, name)
                    done |= {(place, name) for place in range(at, group.end + 1)}
                    yield from self._mention(tokens, group)

    def _group(
        self,
        folded: Folded,
        tokens: Sequence[_Token],
        found: Sequence[_Found],
        beside: Sequence[bool],
        at: int,
        name: int,
    ) -> _Group:
        """Return all neighbours that are words of one name, or initials of its other words."""
        (words, *_), likeness = found[at][name]
        group = _Group(name, at, at, set(words), [likeness])

        def take(place: int) -> bool:
            ways, how = found[place].get(name, ((), Likeness.WEAK))
            for way in ways if how is not Likeness.NEAR else ():
                if group.words.isdisjoint(way):
                    group.words |= way
                    group.likeness.append(how)
                    return True
            return not ways and self._is_initial(folded, tokens[place], group)

        if likeness is Likeness.NEAR:
            return group
        while group.end + 1 < len(tokens) and beside[group.end] and take(group.end + 1):
            group.end += 1
        while group.start and beside[group.start - 1] and take(group.start - 1):
            group.start -= 1
        return group

    def _is_initial(self, folded: Folded, token: _Token, group: _Group) -> bool:
        if len(token.letters) > 1:
            return False
        letter, behind = token.letters, folded.source[folded.span(token.start, token.end)[1] :][:1]
        capital = letter.upper() != letter
        others = (word for at, word in enumerate(self._names[group.name].words) if at not in group.words)
        return (token.capital if capital else behind == ".") and any(word[0] == letter for word in others)

    def _mention(self, tokens: Sequence[_Token], group: _Group) -> Iterator[Mention]:
        name, best = self._names[group.name], max(group.likeness)
        whole = len(group.likeness) > 1 or (len(name.words) == 1 and best is Likeness.SAME)
        if best is not Likeness.WEAK:
            start, end = tokens[group.start].start, tokens[group.end].end
            yield Mention(start, end, name.owner, whole, best, name.kind)

    def _look(self, token: _Token) -> _Found:
        """Return the words of names that a word of a text may be."""
        made: _Found = {}
        if not token.capital or len(token.letters) < _STEM or token.letters in _no_parts():
            return made
        for letters in _bare(token.letters):
            for (name, at, _), how in self._like(letters):
                ways, before = made.get(name, ([], Likeness.WEAK))
                if how >= before:
                    made[name] = [*(ways if how is before else ()), at], how
        return made

    def _like(self, letters: str) -> Iterator[tuple[_Word, Likeness]]:
        for length in range(max(2, len(letters) - _ENDING), len(letters) + 1):
            for entry in self._stems.get(letters[:length], ()):
                if _is_inflected(entry.letters, letters, length):
                    yield entry, Likeness.SAME
        said = sound(letters)
        for key in _keys(said):
            for entry in self._sounds.get(key, ()):
                how = _sounds_like(entry.letters, letters, said)
                if how is not None and (how is not Likeness.NEAR or len(entry.at) == 1):
                    yield entry, how
        if len(letters) >= (_LONG if has_case(letters[0]) else _STEM) and not is_shipped(letters):
            short = (letters[:_STEM],) if has_case(letters[0]) and len(letters) <= 2 * _LONG else ()
            for key in (letters, *short):
                for entry in self._edges.get(key, ()):
                    yield entry, Likeness.NEAR


def _is_inflected(word: str, letters: str, shared: int) -> bool:
    """Tell whether letters are a word with an ending, of which at least so many letters are the same."""
    lost, ending = len(word) - shared, len(letters) - shared
    if word == letters:
        return True
    if word.isascii():
        return False
    if not lost:
        return ending <= (_ENDING if shared > _STEM else _LOST)
    return has_case(word[0]) and lost <= len(word) - _STEM and ending <= _SHORT_ENDING


def _sounds_like(word: str, letters: str, said: str) -> Likeness | None:
    other = sound(word)
    far = _letters(word) != _letters(letters)
    if said == other:
        if len(said) < _TELLING:
            return Likeness.WEAK if len(said) > 1 or has_case(letters[0]) else None
        return Likeness.SAME if far else Likeness.SOUND
    near = (far or has_case(word[0])) and max(len(said), len(other)) >= _LONG and is_near(said, other)
    return Likeness.NEAR if near else None


def _keys(said: str) -> set[str]:
    """Return by what sounds are looked up: all of it, and all but one consonant."""
    shorter = {said[:at] + said[at + 1 :] for at in range(len(said))} if len(said) >= _TELLING else set()
    return ({said} if said else set()) | {key for key in shorter if len(key) >= _TELLING}


def has_case(letter: str) -> bool:
    """Tell whether a letter has a capital."""
    return letter.upper() != letter.lower()


def _letters(word: str) -> str:
    """Return which script a word is in."""
    return unicodedata.name(word[0], "").partition(" ")[0]


@cache
def _no_parts() -> frozenset[str]:
    return frozenset(map(squeeze, languages.listed(Wordlist.NO_PARTS)))


@cache
def _proclitics() -> tuple[str, ...]:
    return tuple(map(squeeze, languages.listed(Wordlist.PROCLITICS)))


def _bare(word: str) -> set[str]:
    """Return a word, and what is left of it without small words that are written together with it."""
    made = {word}
    for _ in range(3):
        made |= {
            one[len(start) :]
            for one in made
            for start in _proclitics()
            if one.startswith(start) and len(one) - len(start) >= _STEM
        }
    return made


def _tokens(folded: Folded) -> list[_Token]:
    """Return the words of a text of scripts that have spaces between them."""
    made: list[_Token] = []
    text, start = folded.text, 0
    is_chinese = sum(map(is_unspaced, text)) > len(text) // _FEW
    for at in range(1, len(text) + 1):
        if at < len(text) and not _begins(text, at):
            continue
        piece = text[start:at]
        if is_han(piece[0]) and not is_chinese and 1 < len(piece) <= _MOST_HAN:
            made.append(_Token(start, at, squeeze(pinyin(piece)), capital=True))
        elif piece.strip(GAP) and not is_unspaced(piece) and not piece[0].isdigit():
            begun = piece[0]
            token = _Token(start, at, piece.casefold(), begun.isupper() or not has_case(begun))
            if made and _goes_on(folded, made[-1].end, start):
                before = made.pop()
                token = _Token(before.start, at, before.letters + token.letters, before.capital)
            made.append(token)
        start = at
    return made


def _begins(text: str, at: int) -> bool:
    """Tell whether a word, a gap or a row of Chinese characters begins at a place of a folded text."""
    one, other = text[at - 1], text[at]
    if (one == GAP) != (other == GAP) or is_han(one) != is_han(other):
        return True
    if one.isdigit() != other.isdigit():
        return True
    behind = text[at + 1 : at + 2]
    return other.isupper() and (one.islower() or (other.isascii() and one.isupper() and behind.islower()))


def _goes_on(folded: Folded, end: int, start: int) -> bool:
    """Tell whether a word goes on behind a gap: one without ink, or a hyphen at the end of a line."""
    between = folded.source[folded.span(end - 1, end)[1] : folded.span(start, start + 1)[0]]
    if start == end:
        return False
    bare = between.strip()
    line = "\n" in between and bare in ("-", "\u2010", "\u00ad")
    return line or all(unicodedata.category(sign) in ("Cf", "Mn", "Me") for sign in between)


def _are_beside(folded: Folded, one: _Token, other: _Token) -> bool:
    """Tell whether two words may belong to one name."""
    between = folded.text[one.end : other.start]
    written = folded.source[folded.span(one.start, one.end)[1] : folded.span(other.start, other.end)[0]]
    if "." in written and len(one.letters) > 1:
        return False  # a sentence ends
    return not between.strip(GAP) and len(between) <= _WIDEST_GAP and not written.strip(_WITHIN)


def with_mentions(folded: Folded, found: Sequence[Occurrence], mentions: Mentions) -> list[Occurrence]:
    """Return what was found by tables of spellings with what mentions somebody by words that are in none."""
    made = list(found)
    by_place: dict[tuple[int, int], list[Mention]] = {}
    for mention in mentions.find(folded):
        by_place.setdefault(folded.span(mention.start, mention.end), []).append(mention)
    for span in sorted(by_place, key=lambda place: (place[0] - place[1], place)):
        item = _as_occurrence(span, by_place[span])
        touching = [one for one in made if one.start < span[1] and span[0] < one.end]
        weaker = [one for one in touching if item.owners and not one.owners]
        within = [one for one in touching if _holds(span, one.span) or one in weaker]
        around = [
            one
            for one in touching
            if one.inside is None and one not in weaker and (one.span == span or one not in within)
        ]
        if any(one.owners or not item.owners for one in around) or any(
            set(one.owners) >= {*item.owners, *item.partly, *item.maybe} for one in within
        ):
            continue
        lost = [one for one in within if not one.owners]
        made = [one for one in made if one not in within]
        made += [replace(one, inside=span) for one in within if one.owners]
        made.append(item if item.owners else _together([item, *lost]))
    return made


def _as_occurrence(span: tuple[int, int], mentions: Sequence[Mention]) -> Occurrence:
    if whole := [one for one in mentions if one.whole]:
        kind = min((one.kind for one in whole), key=_WEIGHT.index)
        return Occurrence(*span, kind, _sorted(one.owner for one in whole))
    parts = [one for one in mentions if one.likeness is Likeness.SAME]
    partly = {one.owner for one in parts}
    kept = _sorted(one.owner for one in parts if one.kind is Found.WITHHELD)
    maybe = _sorted({one.owner for one in mentions} - partly)
    return Occurrence(*span, Found.PART, partly=_sorted(partly), kept=kept, maybe=maybe)


def _together(items: Sequence[Occurrence]) -> Occurrence:
    """Return the first of some places with whomever any of them may mean."""
    partly = {owner for item in items for owner in item.partly}
    maybe = {owner for item in items for owner in item.maybe} - partly
    kept = _sorted(owner for item in items for owner in item.kept)
    return replace(items[0], partly=_sorted(partly), maybe=_sorted(maybe), kept=kept)


def _sorted(owners: Iterable[RecordId]) -> tuple[RecordId, ...]:
    return tuple(sorted(set(owners)))


def _holds(place: tuple[int, int], other: tuple[int, int]) -> bool:
    return place[0] <= other[0] and other[1] <= place[1]
