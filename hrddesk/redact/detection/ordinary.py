"""Names that are also ordinary words: if one is replaced without asking, the gap reveals the name.

"The [person] market" reveals that somebody in the vault is called Sunday. A word is ordinary if it is in a
shipped word list, or in texts of the vault that are unrelated to the bearer of the name.
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
"""A function that tells whether a word occurs in texts that are unrelated to all these people and to a
case.
"""

_MOST_HAN: Final = 2
_SHORT: Final = 3  # letters of what is rather a name than a day: Sun
_MOST_SYLLABLES: Final = 2
_TIBETAN: Final = re.compile("[\u0f00-\u0fff]")
_SYLLABLE: Final = re.compile("[^\u0f0b-\u0f14]+")
_UNSPACED: Final = re.compile("[\u0e00-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\U00020000-\U0003fffd]")
"""The letters of scripts without spaces between words, where the end of a word is not visible."""


def nowhere(word: str, owners: Sequence[RecordId], case: RecordId) -> bool:
    """Return False, as if the word were in no other text: the `Elsewhere` of callers without a vault."""
    del word, owners, case
    return False


def is_unspaced(text: str) -> bool:
    """Tell whether a text has letters of a script without spaces between words."""
    return _UNSPACED.search(text) is not None


@cache
def _of_places() -> re.Pattern[str]:
    """Return a pattern for words such as "street", which make the word before them the name of a place."""
    spaced, unspaced = languages.spaced_and_chinese(Wordlist.PLACE_WORDS)
    return re.compile(rf" (?:{spaced})(?![a-z])|{unspaced}")


def goes_on_as_place(text: str, end: int) -> bool:
    """Tell whether a word such as "street" follows at `end`, so that the word before it is the name of a
    place.
    """
    return _of_places().match(text, end) is not None


def is_single_word(text: str) -> bool:
    """Tell whether a text is one word, or at most two Chinese characters or Tibetan syllables."""
    if all(map(is_han, text)):
        return len(text) <= _MOST_HAN
    if _TIBETAN.search(text):
        return len(_SYLLABLE.findall(text)) <= _MOST_SYLLABLES
    return len(WORD.findall("".join(sign for sign in text if unicodedata.category(sign) != "Cf"))) == 1


def words_of_vocabularies() -> Iterator[str]:
    """Yield the labels and aliases of all terms and answers in shipped vocabularies, in every language."""
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
    """Tell whether a word is in a shipped word list."""
    return squeeze(word) in _shipped()


class WordsOf:
    """The words of a text, for tests such as `word in WordsOf(text)`; different spellings of a word count as
    equal.
    """

    def __init__(self, text: str) -> None:
        self._letters, self._words = squeeze(text), frozenset(map(squeeze, WORD.findall(text)))

    def __contains__(self, word: str) -> bool:
        """Tell whether the text contains a word."""
        return squeeze(word) in (self._letters if is_unspaced(word) else self._words)
