"""The order of suggestions by how well they fit the typed text, for every list of suggestions.

First exact matches, then texts that begin with the typed text, then texts with a word that begins with it,
then the rest.
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
    """The kinds of matches between a text and the typed text, the best first."""

    EQUAL = 0
    BEGINS = 1
    WORD_BEGINS = 2
    CONTAINS = 3


class Match(NamedTuple):
    """The best fit among the texts of a suggestion, and the index of that text."""

    fit: Fit
    text: int


def fit(sought: str, text: str) -> Fit | None:
    """Return the fit of `text` to the typed text, None if `text` does not contain it.

    As everywhere in search, case, width, accents, spaces and punctuation are ignored, and simplified and
    traditional Chinese are equal.
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
    """Return the best match among the texts, or the first of equal matches.

    Return None if no text contains the typed text.
    """
    fits = ((fit(sought, text), text_index) for text_index, text in enumerate(texts))
    return min(
        (Match(text_fit, text_index) for text_fit, text_index in fits if text_fit is not None), default=None
    )


def ranked(sought: str, things: Iterable[T], texts: Callable[[T], Sequence[str]]) -> list[tuple[T, Match]]:
    """Return the things with a text that contains the typed text, the best match first.

    `texts` returns the texts of a thing. Of two things with the same fit, the one that matches in an earlier
    text comes first; otherwise the things keep their order.
    """
    matches = ((thing, best(sought, texts(thing))) for thing in things)
    fitting = [(thing, match) for thing, match in matches if match is not None]
    return sorted(fitting, key=lambda item: item[1])


def in_order(sought: str, things: Iterable[T], texts: Callable[[T], Sequence[str]]) -> list[T]:
    """Return the results of a search, the best fit first; results without a fitting text are last.

    All texts of a thing count alike: one name is as good as another.
    """

    def fits(thing: T) -> int:
        match = best(sought, texts(thing))
        return len(Fit) if match is None else match.fit

    return sorted(things, key=fits)


def begun(text: str, vocabularies: Iterable[Vocabulary]) -> list[Term]:
    """Return the terms that begin with `text`; none if `text` is itself a term.

    The user may have meant one of these terms, so the text must not be stored as the user's own words.
    """
    vocabulary_list = list(vocabularies)
    if any(each.find(text) is not None for each in vocabulary_list):
        return []
    terms = [term for each in vocabulary_list for term in each.terms]
    return [term for term, match in ranked(text, terms, words_of) if match.fit is Fit.BEGINS]


def words_of(term: Term) -> tuple[str, ...]:
    """Return all names of a term, its labels first."""
    return *term.labels.values(), term.code, *term.aliases


def _simplified(text: str) -> str:
    return to_simplified(normalise(text))


def _word_beginnings(text: str) -> Iterable[int]:
    """Yield the offset at which each word begins, except a word at the very beginning of the text."""
    inside = True
    for offset, character in enumerate(text):
        is_of_word = unicodedata.category(character)[0] in _OF_WORDS
        if is_of_word and not inside:
            yield offset
        inside = is_of_word
