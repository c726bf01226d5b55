"""Similarity of a word of a text to a word of a name: inflected, spelled differently or shortened.

Two similar words, in any script, share a key by which they are looked up (`WordForm.lookups`), or one word is
the end of the other.
"""

import unicodedata
from enum import IntEnum
from functools import cache
from typing import Final, NamedTuple, Self

from hrddesk.records.language import languages
from hrddesk.records.language.languages import Wordlist
from hrddesk.redact.detection.ordinary import is_shipped
from hrddesk.redact.detection.sounds import is_one_off, shared, sound

_STEM: Final = 3  # letters that a word and its inflected form share, at the least
_LOST: Final = 2  # letters that a name may lose before an ending
_ENDING: Final = 6  # letters of endings behind a whole word
_SHORT_ENDING: Final = 3
_TELLING: Final = 3  # consonants by which a word sounds like a name
_MOST_SAID: Final = 40  # consonants of a word one of which may differ: with more it is nobody's name
_LONG: Final = 4  # of which one may differ; letters of a word that may be cut short


class Likeness(IntEnum):
    """How close a word of a text is to a word of a name."""

    WEAK = 0  # few consonants, the same: tells only beside another one
    NEAR = 1  # begins or ends alike, or differs in one consonant
    SOUND = 2  # the same consonants
    SAME = 3  # but for the ending, or the letters


class WordForm(NamedTuple):
    """A word with all that is compared: letters, sound, script, and whether the script has capitals."""

    letters: str
    said: str
    script: str
    cased: bool

    @classmethod
    def of(cls, letters: str) -> Self:
        """Return a `WordForm` for a word in folded letters."""
        return cls(letters, sound(letters), script_of_word(letters), has_case(letters[0]))

    def lookups(self, *, one_off: bool = True) -> set[str]:
        """Return the keys by which a word of a name or of a text is looked up.

        The keys are the whole word, its first letters and its sound. With `one_off`, the keys also include,
        for each consonant, the sound without this consonant, unless the word is too short or too long. No key
        finds a word by its end.
        """
        word, spoken = self.letters, self.said
        keys = {word, word[:_STEM], f"={spoken}"}
        if one_off and _TELLING < len(spoken) <= _MOST_SAID:
            keys.update(f"={spoken[:index]}{spoken[index + 1 :]}" for index in range(len(spoken)))
        return keys - {"="}


def likeness(word: WordForm, text: WordForm) -> Likeness | None:
    """Return how close a word of a text is to a word of a name, or None if they are different words.

    `word` is the word of the name, `text` the word of the text.
    """
    if _is_inflected(word, text.letters):
        return Likeness.SAME
    spoken, far = text.said, word.script != text.script
    if spoken == word.said and spoken:
        if len(spoken) >= _TELLING:
            return Likeness.SAME if far else Likeness.SOUND
        lengths = len(word.letters), len(text.letters)
        if far and len(spoken) > 1 and min(lengths) >= _LONG and max(lengths) - min(lengths) <= _LOST:
            return Likeness.SOUND
        if len(spoken) > 1 or text.cased:
            return Likeness.WEAK
    one_off = (
        (far or word.cased) and max(len(spoken), len(word.said)) >= _LONG and is_one_off(spoken, word.said)
    )
    return Likeness.NEAR if one_off or _is_cut_short(word.letters, text) else None


def _is_inflected(word: WordForm, letters: str) -> bool:
    """Tell whether `letters` are the same word as `word`, with or without an ending."""
    if word.letters == letters:
        return True
    same = shared(word.letters, letters)
    lost, ending = len(word.letters) - same, len(letters) - same
    if word.letters.isascii():
        return not lost and same > _STEM and letters[same:] in _latin_endings()
    if not lost:
        return ending <= (_ENDING if same > _STEM else _LOST)
    return word.cased and same >= _STEM and lost <= _LOST and ending <= _SHORT_ENDING


def _is_cut_short(word: str, text: WordForm) -> bool:
    """Tell whether a word of a text may be a short form of `word`: its end, its first three letters, or a
    short word with the same beginning.
    """
    letters = text.letters
    begun = text.cased and len(letters) <= 2 * _LONG and letters[:_STEM] == word[:_STEM]
    ends = word.endswith(letters) and len(word) - len(letters) >= _STEM
    if not (ends or (len(word) > _STEM and (begun or letters == word[:_STEM]))):
        return False
    return len(letters) >= (_LONG if text.cased else _STEM) and not is_shipped(letters)


def has_case(letter: str) -> bool:
    """Tell whether a letter has a capital form."""
    return letter.upper() != letter.lower()


def script_of_word(word: str) -> str:
    """Return the script of a word's first letter, by its Unicode name."""
    return _script(word[0])


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


@cache
def _latin_endings() -> frozenset[str]:
    """Return the endings that a name in Latin letters may have: Lunts, Yasinjan, Tenzinla.

    They are English plurals, and Uyghur and Tibetan endings of politeness.
    """
    return frozenset(languages.listed(Wordlist.NAME_ENDINGS))
