"""Names that are ordinary words too: replacing them without a question would spell them.

"The [person] market" tells that somebody of the desk is called Sunday. A word is ordinary where it stands in
a list that is shipped, or in texts of the vault that have nothing to do with whoever bears the name.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final

from hrddesk.records.language import languages
from hrddesk.records.language.languages import OF_TIME, Wordlist
from hrddesk.records.language.scripts import is_han
from hrddesk.records.model.record import RecordId
from hrddesk.records.terms import vocabulary
from hrddesk.redact.detection.folding import squeeze

WORD: Final = re.compile(r"[^\W\d_]+")
"""A word of letters alone."""
Elsewhere = Callable[[str, Sequence[RecordId], RecordId], bool]
"""Tells whether a word stands in texts that have nothing to do with any of these people, nor with a case."""

_MOST_HAN: Final = 2
_SHORT: Final = 3  # letters of what is rather a name than a day: Sun
_MOST_SYLLABLES: Final = 2
_TIBETAN: Final = re.compile("[\u0f00-\u0fff]")
_SYLLABLE: Final = re.compile("[^\u0f0b-\u0f14]+")
_UNSPACED: Final = re.compile("[\u0e00-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\U00020000-\U0003fffd]")
"""Letters of scripts that have no spaces between words: there a word has no end to be seen."""


def nowhere(word: str, owners: Sequence[RecordId], case: RecordId) -> bool:
    """Tell that no other text holds the word: for callers without a vault."""
    del word, owners, case
    return False


def is_unspaced(text: str) -> bool:
    """Tell whether a text has letters of a script without spaces between words."""
    return _UNSPACED.search(text) is not None


@cache
def _of_places() -> re.Pattern[str]:
    """Return what makes a place of a word that may be a part of a name as well."""
    spaced, unspaced = languages.spaced_and_chinese(Wordlist.PLACE_WORDS)
    return re.compile(rf" (?:{spaced})(?![a-z])|{unspaced}")


def goes_on_as_place(text: str, end: int) -> bool:
    """Tell whether what ends there is the name of a place, by the word behind it."""
    return _of_places().match(text, end) is not None


def is_single_word(text: str) -> bool:
    """Tell whether a text is one word: of Chinese characters or Tibetan syllables, at most two."""
    if all(map(is_han, text)):
        return len(text) <= _MOST_HAN
    if _TIBETAN.search(text):
        return len(_SYLLABLE.findall(text)) <= _MOST_SYLLABLES
    return len(WORD.findall("".join(sign for sign in text if unicodedata.category(sign) != "Cf"))) == 1


def words_of_vocabularies() -> Iterator[str]:
    """Yield what the terms and answers of shipped vocabularies are called, in every language."""
    for name in (*vocabulary.PLAIN, vocabulary.EVENT_TERM):
        loaded = vocabulary.load(name)
        for term in (*loaded.terms, *loaded.answers):
            yield from (*term.labels.values(), *term.aliases)


@cache
def _shipped() -> frozenset[str]:
    labels = words_of_vocabularies()
    of_time = (word for word in languages.words(OF_TIME) if len(word) > _SHORT or not word.isascii())
    return frozenset(map(squeeze, (*of_time, *languages.listed(Wordlist.CALLED_AFTER), *labels))) - {""}


def is_shipped(word: str) -> bool:
    """Tell whether a word stands in a list that is shipped."""
    return squeeze(word) in _shipped()


class WordsOf:
    """The words of a text: `word in WordsOf(text)`, in any of the spellings that are taken for the same."""

    def __init__(self, text: str) -> None:
        self._letters, self._words = squeeze(text), frozenset(map(squeeze, WORD.findall(text)))

    def __contains__(self, word: str) -> bool:
        """Tell whether the text holds a word."""
        return squeeze(word) in (self._letters if is_unspaced(word) else self._words)
