"""What stands for somebody's name without being it: parts of it, nicknames, initials.

Whether such a form means that person only a reader can tell. Three kinds are told apart: *parts*, which go
from a text that has to do with the person; *initials*, which count only where they are written as initials
are; and *doubtful* forms, which ordinary words have too: a reviewer is shown those and decides.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final

from hrddesk.records import languages
from hrddesk.records.languages import Wordlist
from hrddesk.records.names import derived_forms, pinyin, split_name
from hrddesk.records.scripts import HAN_NUMERALS, is_chinese, is_han
from hrddesk.redact.folding import squeeze
from hrddesk.redact.other_scripts import other_words

_LEAST_INITIALS: Final = 5  # letters of initial and name together: "M. Chen"
_MOST_INITIALS: Final = 4
_MOST_MIXED: Final = 2  # characters of a given name that may be in several letters
_LEAST_PIECE: Final = 3  # letters of what stands on one side of a hyphen
_LONG: Final = 5  # syllables from which on half a name may be two or three of them
_MASKS: Final = ("x", "xx")
"""Stand for a given name that is kept back."""
_BETWEEN: Final = ("x", HAN_NUMERALS[0])
"""Stand for a character of it; nought is typed for a ring."""


@cache
def _no_parts() -> frozenset[str]:
    return frozenset(languages.listed(Wordlist.NO_PARTS))


@cache
def _ordinary() -> frozenset[str]:
    """Return words of many texts that look like a nickname."""
    return frozenset(languages.listed(Wordlist.NO_NICKNAMES))


@cache
def _before(wordlist: Wordlist) -> tuple[str, ...]:
    """Return what stands before a name in Latin letters, folded."""
    return tuple(form for form in map(squeeze, languages.listed(wordlist)) if form.isascii())


@cache
def _beside(wordlist: Wordlist) -> tuple[str, ...]:
    """Return what stands beside a Chinese surname, or a character of a name."""
    return tuple(filter(is_chinese, languages.listed(wordlist)))


@dataclass(frozen=True, slots=True)
class StandIns:
    """Folded forms that may stand for one name."""

    parts: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    abbreviated: frozenset[tuple[str, int]] = frozenset()
    """Those of `parts` that hold initials, with how many: at the beginning, or below 0 at the end."""


def stand_ins(name: str) -> StandIns:
    """Return what may stand for the name of a single person.

    In Latin letters every word of it, since reports go on with the surname alone; a surname with a title. In
    Chinese given names of two characters, surnames with a title, the familiar forms of both. In Tibetan, and
    in Chinese where there is no surname, the halves: such names are made of two.
    """
    words = [word for word in map(squeeze, re.split(r"[\s·•‧・.,]+", name)) if word]
    if len(words) == 1 and all(map(is_han, words[0])):
        surname, given = split_name(words[0])
        return _chinese(surname, given) if surname else _made(_halves(words[0]), (), ())
    if len(words) == 1:
        syllables = [squeeze(syllable) for syllable in re.split("[\u0f0b-\u0f0d]+", name)]
        halves = _halves([syllable for syllable in syllables if syllable])
        return _made([*halves, *_hyphened(name)], (), ())
    latin = [_in_latin(word) for word in words]
    if not all(latin):
        latin = []
    typed = [word for word in words if not word.isascii() and len(word) > 1]
    first = [word[0] for word in latin]
    orders = ("".join(first), "".join(first[1:] + first[:1]), "".join(first[-1:] + first[:-1]))
    spaced = [word for word in typed if not any(map(is_han, word))]
    others = map(squeeze, other_words(name))
    parts = [*typed, *_latin(latin), *_hyphened(name)]
    parts += [form for form in others if len(form) >= _LEAST_PIECE and form not in _no_parts()]
    abbreviated = [*_with_initials(spaced), *_with_initials(latin)]
    return _made(parts, orders, _titled_initials(latin), abbreviated)


def _made(
    parts: Sequence[str],
    initials: Sequence[str],
    doubtful: Sequence[str],
    abbreviated: Sequence[tuple[str, int]] = (),
) -> StandIns:
    plain = frozenset(parts) - _ordinary()
    shortened = frozenset((form, letters) for form, letters in abbreviated if form not in plain)
    sure = plain | {form for form, _ in shortened}
    short = frozenset(form for form in initials if 2 <= len(form) <= _MOST_INITIALS)
    asked = (frozenset(doubtful) | _ordinary().intersection(parts)) - sure
    return StandIns(sure, short, asked, shortened)


def _chinese(surname: str, given: str) -> StandIns:
    last = given[-1]
    parts = [surname + title for title in (*_beside(Wordlist.TITLES), *_MASKS)]
    parts += [word + name for word in _beside(Wordlist.FAMILIAR_BEFORE) for name in (surname, last)]
    parts += [word + surname for word in _beside(Wordlist.SURNAME_SAID)]
    parts += [word + last for word in _beside(Wordlist.GIVEN_BEFORE)]
    parts += [last + word for word in _beside(Wordlist.GIVEN_BEHIND)]
    parts += [*_mixed(surname, given), last + last]
    doubtful = [surname + title for title in _beside(Wordlist.DOUBTFUL_TITLES)]
    doubtful += [word + name for word in _beside(Wordlist.DOUBTFUL_BEFORE) for name in (surname, last)]
    if len(surname) > 1:
        parts.append(surname)
    if len(given) > 1:
        parts += [given[at:] for at in range(len(given) - 1)]
        for mark in (*_beside(Wordlist.MASKS), *_BETWEEN):
            parts += [surname + mark + last, surname + given[:-1] + mark]
        doubtful.append(surname + last)  # 王*明: a mark inside a name is passed over
        doubtful += [word + given[0] for word in _beside(Wordlist.DOUBTFUL_FIRST)]
        doubtful.append(2 * given[0])
    latin = [squeeze(word) for word in pinyin(surname + given).split()]
    given_letters = "".join(squeeze(pinyin(character))[:1] for character in given)
    surnames = {latin[0][:1], "".join(squeeze(pinyin(character))[:1] for character in surname)}
    initials = [order for one in surnames for order in (one + given_letters, given_letters + one)]
    count = len(given_letters)
    abbreviated = [(latin[0] + given_letters, -count), (given_letters + latin[0], count)]
    parts += [familiar + _pinyin(last) for familiar in _before(Wordlist.FAMILIAR)]
    # "Axi" and "Xixi" are written like words, as "a man" and "mama" are.
    doubtful += ["a" + _pinyin(last), 2 * _pinyin(last)]
    if len(given) > 1:
        doubtful += [2 * _pinyin(given[0]), "xiao" + _pinyin(given[0])]
    doubtful += _titled_initials(latin)
    return _made([*parts, *_latin(latin)], initials, doubtful, [*abbreviated, *_with_initials(latin)])


def _mixed(surname: str, given: str) -> list[str]:
    """Return a name whose given characters are partly pinyin or its first letters: "邬TX", "邬tang溪"."""
    ways = [(character, _pinyin(character), _pinyin(character)[:1]) for character in given]
    mixed = [surname + "".join(way) for way in product(*ways)] if len(given) <= _MOST_MIXED else []
    return [
        form
        for form in dict.fromkeys([*mixed, surname + ways[0][2]])
        if form not in (surname, surname + given)
    ]


def _pinyin(characters: str) -> str:
    return squeeze(pinyin(characters))


def _in_latin(word: str) -> str:
    """Return a word of a name in Latin letters; empty where nobody can say how it is written."""
    if word.isascii():
        return word
    if all(map(is_han, word)):
        return squeeze(pinyin(word))
    return min((form for form in derived_forms(word) if form.isascii()), default="")


def _halves(syllables: Sequence[str]) -> list[str]:
    """Return how a name without a surname begins and ends; one of two syllables is whole."""
    if len(syllables) <= 2:
        return []
    lengths = (2,) if len(syllables) < _LONG else (2, 3)
    halves = ["".join(half) for length in lengths for half in (syllables[:length], syllables[-length:])]
    # Two words of two syllables are drawn together to the first of each.
    return [*halves, syllables[0] + syllables[2]] if len(syllables) == _LONG - 1 else halves


def _hyphened(name: str) -> Iterator[str]:
    pieces = re.split(r"[-\u2010-\u2015]", name)
    for word in (squeeze(word) for piece in pieces for word in piece.split() if len(pieces) > 1):
        if len(word) >= _LEAST_PIECE and word.isascii() and word not in _no_parts():
            yield word


def _latin(words: Sequence[str]) -> Iterator[str]:
    yield from (word for word in words if len(word) > 1 and word not in _no_parts())
    for word in (*words[:1], *words[-1:]):
        titles = _before(Wordlist.TITLES)
        titles += _before(Wordlist.ADDRESS) if word in _no_parts() else ()
        yield from (title + word for title in titles if len(word) > 1)


def _with_initials(words: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield one word of a name and the first letters of the others: "V. Lunt", "Lunt V. A."."""
    if len(words) > 1:
        first, last = "".join(word[0] for word in words[:-1]), "".join(word[0] for word in words[1:])
        count = len(words) - 1
        forms = (
            (first + words[-1], count),
            (words[-1] + first, -count),
            (words[0] + last, -count),
            (last + words[0], count),
        )
        yield from ((form, letters) for form, letters in forms if len(form) >= _LEAST_INITIALS)


def _titled_initials(words: Sequence[str]) -> list[str]:
    """Return "Mr. W" and its like, which a careful author wrote for somebody."""
    return [
        title + word[0] for title in _before(Wordlist.BEFORE_INITIALS) for word in (*words[:1], *words[-1:])
    ]
