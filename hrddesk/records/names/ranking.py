"""How well a thing fits what was typed: every list of suggestions is in this order.

What is called just so goes first, then what begins so, then what has a word that begins so, then the rest.
"""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import Final, NamedTuple, TypeVar

from hrddesk.records.language.scripts import to_simplified
from hrddesk.records.names.names import normalise
from hrddesk.records.terms.vocabulary import Term, Vocabulary

T = TypeVar("T")

_OF_WORDS: Final = ("L", "M", "N")  # letters, their signs, digits


class Fit(IntEnum):
    """How a text fits; the best first."""

    EQUAL = 0
    BEGINS = 1
    WORD_BEGINS = 2
    CONTAINS = 3


class Match(NamedTuple):
    """The best fit of a thing's texts, and which of them it is."""

    fit: Fit
    text: int


def fit(sought: str, text: str) -> Fit | None:
    """Return how `text` fits what was typed, None where it does not hold it.

    Case, widths, accents, spaces and signs do not count, as everywhere in search, nor whether Chinese is
    written in simplified or in traditional characters.
    """
    plain = normalise if sought.isascii() else _simplified
    needle, haystack = plain(sought), plain(text)
    if not needle or needle not in haystack:
        return None
    if needle == haystack:
        return Fit.EQUAL
    if haystack.startswith(needle):
        return Fit.BEGINS
    later = (plain(text[start:]) for start in _word_beginnings(text))
    return Fit.WORD_BEGINS if any(word.startswith(needle) for word in later) else Fit.CONTAINS


def best(sought: str, texts: Iterable[str]) -> Match | None:
    """Return the best fit of any of the texts, the first of equals; None where none holds it."""
    fits = ((fit(sought, text), text_index) for text_index, text in enumerate(texts))
    return min(
        (Match(text_fit, text_index) for text_fit, text_index in fits if text_fit is not None), default=None
    )


def ranked(sought: str, things: Iterable[T], texts: Callable[[T], Sequence[str]]) -> list[tuple[T, Match]]:
    """Return the things one of whose texts holds what was typed, the best first, equals in their order.

    Earlier texts of a thing are better names of it than later ones.
    """
    matches = ((thing, best(sought, texts(thing))) for thing in things)
    fitting = [(thing, match) for thing, match in matches if match is not None]
    return sorted(fitting, key=lambda item: item[1])


def in_order(sought: str, things: Iterable[T], texts: Callable[[T], Sequence[str]]) -> list[T]:
    """Return all the things, which a search found, the best first; last those that it found otherwise.

    Which of its texts fits does not count: one name is as good as another.
    """

    def fits(thing: T) -> int:
        match = best(sought, texts(thing))
        return len(Fit) if match is None else match.fit

    return sorted(things, key=fits)


def begun(text: str, vocabularies: Iterable[Vocabulary]) -> list[Term]:
    """Return the terms of which `text` is the beginning and no more; none where it means one of them.

    Whoever typed it may have meant one of these: it must not be taken for words of its own.
    """
    vocabulary_list = list(vocabularies)
    if any(each.find(text) is not None for each in vocabulary_list):
        return []
    terms = [term for each in vocabulary_list for term in each.terms]
    return [term for term, match in ranked(text, terms, words_of) if match.fit is Fit.BEGINS]


def words_of(term: Term) -> tuple[str, ...]:
    """Return all that a term is called, its labels first."""
    return *term.labels.values(), term.code, *term.aliases


def _simplified(text: str) -> str:
    return to_simplified(normalise(text))


def _word_beginnings(text: str) -> Iterable[int]:
    """Yield where words begin, the first one left out."""
    inside = True
    for offset, character in enumerate(text):
        is_of_word = unicodedata.category(character)[0] in _OF_WORDS
        if is_of_word and not inside:
            yield offset
        inside = is_of_word
