"""Forms that replace a name in Chinese or Tibetan script: parts of the name and nicknames.

Only a reader can tell whether such a form means the person. There are two kinds. *Parts* are removed from a
text that is related to the person. *Doubtful* forms are also ordinary words: a reviewer sees them and
decides. Names in other scripts are handled in the module `mentions`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from hrddesk.records.language import languages
from hrddesk.records.language.languages import Wordlist
from hrddesk.records.language.scripts import HAN_NUMERALS, is_chinese, is_han
from hrddesk.records.names.names import split_name
from hrddesk.redact.detection.folding import squeeze
from hrddesk.redact.detection.ordinary import is_unspaced

_LONG: Final = 5  # syllables from which on half a name may be two or three of them
_MASKS: Final = ("x", "xx")
"""Signs that replace a withheld given name."""
_BETWEEN: Final = ("x", HAN_NUMERALS[0])
"""Signs that replace one character of it; people type a zero for a circle."""


@cache
def _ordinary() -> frozenset[str]:
    """Return words that look like a nickname but occur in many texts."""
    return frozenset(languages.listed(Wordlist.NO_NICKNAMES))


@cache
def _beside(wordlist: Wordlist) -> tuple[str, ...]:
    """Return the Chinese words of a list; such a word is written beside a surname or a given name."""
    return tuple(filter(is_chinese, languages.listed(wordlist)))


@dataclass(frozen=True, slots=True)
class StandIns:
    """Folded forms that may replace a name; names with a character in common may have the same forms."""

    parts: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()


def stand_ins(name: str) -> tuple[StandIns, ...]:
    """Return the forms that may replace the name of a single person; no form is both a part and doubtful.

    For a Chinese name these are the given name if it has two characters, the surname with a title, and
    familiar forms of both. For a name of several words they are its words. For a Tibetan name, or a Chinese
    one without a surname, they are halves of the name.
    """
    words = [word for word in map(squeeze, re.split(r"[\s·•‧・.,]+", name)) if word]
    if len(words) > 1:
        return (_made([word for word in words if len(word) > 1 and is_unspaced(word)]),)
    if words and all(map(is_han, words[0])):
        surname, given_name = split_name(words[0])
        if surname:
            first = [_of_first(given_name[0])] if len(given_name) > 1 else []
            return _of_both(surname, given_name), _of_surname(surname), *first, _of_last(given_name[-1])
        return (_made(_halves(words[0])),)
    syllables = [squeeze(syllable) for syllable in re.split("[\u0f0b-\u0f0d]+", name)]
    return (_made(_halves([syllable for syllable in syllables if syllable])),)


def _made(parts: Sequence[str], doubtful: Sequence[str] = ()) -> StandIns:
    sure = frozenset(parts) - _ordinary()
    return StandIns(sure, (frozenset(doubtful) | _ordinary().intersection(parts)) - sure)


def _of_both(surname: str, given_name: str) -> StandIns:
    if len(given_name) == 1:
        return StandIns()
    last = given_name[-1]
    parts = [given_name[start:] for start in range(len(given_name) - 1)]
    for mark in (*_beside(Wordlist.MASKS), *_BETWEEN):
        parts += [surname + mark + last, surname + given_name[:-1] + mark]
    return _made(parts, [surname + last])  # 王*明: a mark inside a name is passed over


# Kept for what many names share, never for a name: the caches outlive the lock of a vault.
@cache
def _of_surname(surname: str) -> StandIns:
    parts = [surname + title for title in (*_beside(Wordlist.TITLES), *_MASKS)]
    before = (*_beside(Wordlist.FAMILIAR_BEFORE), *_beside(Wordlist.SURNAME_SAID))
    parts += [word + surname for word in before]
    doubtful = [surname + title for title in _beside(Wordlist.DOUBTFUL_TITLES)]
    doubtful += [word + surname for word in _beside(Wordlist.DOUBTFUL_BEFORE)]
    return _made([*parts, *([surname] if len(surname) > 1 else [])], doubtful)


@cache
def _of_first(first: str) -> StandIns:
    return _made((), [*(word + first for word in _beside(Wordlist.DOUBTFUL_FIRST)), 2 * first])


@cache
def _of_last(last: str) -> StandIns:
    before = (*_beside(Wordlist.FAMILIAR_BEFORE), *_beside(Wordlist.GIVEN_BEFORE))
    parts = [word + last for word in before] + [last + word for word in _beside(Wordlist.GIVEN_BEHIND)]
    return _made([*parts, 2 * last], [word + last for word in _beside(Wordlist.DOUBTFUL_BEFORE)])


def _halves(syllables: Sequence[str]) -> list[str]:
    """Return the first and the last half of a name without a surname; nothing for two syllables or fewer.

    For a name of four syllables, its first and third syllable together are returned too.
    """
    if len(syllables) <= 2:
        return []
    lengths = (2,) if len(syllables) < _LONG else (2, 3)
    halves = ["".join(half) for length in lengths for half in (syllables[:length], syllables[-length:])]
    # Two words of two syllables are drawn together to the first of each.
    return [*halves, syllables[0] + syllables[2]] if len(syllables) == _LONG - 1 else halves
