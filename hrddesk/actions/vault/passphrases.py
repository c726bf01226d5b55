"""Random passphrases, and the strength of passphrases that people choose."""

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum, auto
from functools import cache
from typing import Final

from hrddesk.actions.vault import guessable_passphrases
from hrddesk.crypto import passphrase
from hrddesk.errors import WeakPassphrase


class Strength(Enum):
    """The strength of a passphrase, by the time to guess it if each guess costs 256 MiB and a second of one
    core.
    """

    WEAK = auto()  # below 40 bits: a few machines find it in months
    FAIR = auto()  # below 54 bits: five random words are above
    STRONG = auto()


_WEAK_BELOW: Final = 40.0
_FAIR_BELOW: Final = 54.0

# Bits per piece, as somebody guesses who knows how people choose: syllables of pinyin come
# from a few hundred and follow each other in phrases, Chinese characters in well-known words; years are few,
# and telephone numbers and birthdays of a person are known to those who take the laptop.
_DRAWN_WORD_BITS: Final = 11.0  # of a word that was drawn at random here, and nowhere else
_WORD_BITS: Final = 8.0  # of one that a person thought of, even if it is on the list
_SENTENCE_BITS: Final = 50.0  # at most: lines of songs, poems and speeches are guessed as a whole
_KNOWN_BITS: Final = 7.0
_WALK_BITS: Final = 5.0
_AGAIN_BITS: Final = 1.0
_SYLLABLE_BITS: Final = 3.0
_FIRST_SYLLABLE_BITS: Final = 5.0
_HAN_BITS: Final = 3.5
_YEAR_BITS: Final = 5.0
_DATE_BITS: Final = 12.0
_PERSONAL_BITS: Final = 12.0
_DIGIT_BITS: Final = 2.5
_WORDLIKE_BITS: Final = 2.0
_LETTER_BITS: Final = 4.0
_SIGN_BITS: Final = 4.0
_MOST: Final = 128
"""The number of characters that are judged; more characters could only make a passphrase stronger."""

_INITIAL = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
_FINAL = (
    "(?:iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|van|ai|ei|ao|ou|an|en|in|un|vn|ia|ie|iu|ua|uo|ui|ue|ve"
    "|er|a|o|e|i|u|v)"
)
_SYLLABLE: Final = re.compile(f"{_INITIAL}{_FINAL}[1-5]?")
_LONGEST_SYLLABLE: Final = 7
_DATE: Final = re.compile(
    r"(?:19|20)\d\d[-./年]?(?:0?[1-9]|1[0-2])[-./月]?(?:0?[1-9]|[12]\d|3[01])日?"
    r"|(?:0?[1-9]|[12]\d|3[01])[-./]?(?:0?[1-9]|1[0-2])[-./]?(?:19|20)?\d\d"
    r"|(?:0?[1-9]|1[0-2])[-./]?(?:0?[1-9]|[12]\d|3[01])[-./]?(?:19|20)\d\d"
    r"|\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d年?")
_PERSONAL: Final = re.compile(
    r"(?:\+?86[- ]?)?1[3-9]\d{9}"  # a mobile telephone in China
    r"|0\d{2,3}[- ]?\d{7,8}"
    r"|\d{6}(?:19|20)\d{9}[\dx]"  # an identity card
)
_LONGEST_NUMBER: Final = 18
_LOOKALIKES: Final = str.maketrans("013456789@$!|+", "oleasgtbgasiit")
_FUNCTION_WORDS: Final = (
    "a an the and or but of to in on at by for from with under over as is are was were be been am do does did"
    " not no will would shall should can could may might must have has had i me my we us our you your he him"
    " his she her it its they them their this that these those who what when where which how why there here"
    " so if then than all never ever again"
)
_WORDS_OF_A_SENTENCE: Final = 4
_HAN_OF_A_SENTENCE: Final = 4
_HAN_RUN: Final = re.compile("[㐀-鿿]+")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_VOWELS: Final = frozenset("aeiouy")
_CONSONANTS_IN_A_ROW: Final = 3


def generate(words: int = passphrase.WORDS) -> str:
    """Return a random passphrase of `words` words, 11 bits each."""
    return passphrase.generate(words)


def bits(text: str, drawn: str = "") -> float:
    """Return a low estimate of the cost of guessing `text`, in bits: the cost of its cheapest split into
    pieces.

    `drawn` is the result of `generate` in the same dialog, if any. Two kinds of other texts get at most the
    strength "fair": words that look randomly drawn may be a line of a song, and a sentence may be known.
    """
    plain = unicodedata.normalize("NFKC", text[:_MOST])
    words = plain.split()
    if drawn and words == drawn.split():
        return _DRAWN_WORD_BITS * len(set(words))
    cost = _cheapest(plain)
    if _looks_drawn(words):
        return max(_WEAK_BELOW, min(cost, _SENTENCE_BITS))  # it may have been drawn elsewhere: never refused
    return min(cost, _SENTENCE_BITS) if _is_sentence(plain.lower()) else cost


def _cheapest(plain: str) -> float:
    lower = plain.lower()
    typed = plain if len(plain) == len(lower) else lower  # one character may become two
    costs = [0.0]
    for end in range(1, len(lower) + 1):
        costs.append(min(costs[start] + cost for start, cost in _pieces(lower, typed, end)))
    return costs[-1]


def _looks_drawn(words: list[str]) -> bool:
    """Tell whether these words could be a result of `generate`, with enough different words."""
    return len(set(words)) >= passphrase.WORDS and all(word in _words() for word in words)


def _is_sentence(text: str) -> bool:
    """Tell whether a text in lower case reads like a sentence, as randomly drawn words do not."""
    if any(len(run) >= _HAN_OF_A_SENTENCE for run in _HAN_RUN.findall(text)):
        return True
    words = _LETTERS.findall(text)
    if len(words) < _WORDS_OF_A_SENTENCE:
        return False
    small = len([word for word in words if word in _FUNCTION_WORDS.split()])
    foreign = sum(not word.isascii() for word in words)
    pinyin = sum(_is_pinyin(word) for word in words)
    return 6 * small >= len(words) or 2 * foreign >= len(words) or 4 * pinyin >= 3 * len(words)


def _is_pinyin(word: str) -> bool:
    """Tell whether a word consists of syllables of pinyin."""
    ends = {0}
    for end in range(1, len(word) + 1):
        if any(
            start in ends and _SYLLABLE.fullmatch(word, start, end)
            for start in range(max(0, end - _LONGEST_SYLLABLE), end)
        ):
            ends.add(end)
    return len(word) in ends


def judge(text: str, drawn: str = "") -> Strength:
    """Return a cautious estimate of a passphrase's strength; `drawn` is as in `bits`."""
    bit_count = bits(text, drawn)
    if bit_count < _WEAK_BELOW:
        return Strength.WEAK
    return Strength.FAIR if bit_count < _FAIR_BELOW else Strength.STRONG


def require_strong(text: str, *, accept_weak: bool = False) -> None:
    """Raise WeakPassphrase for a passphrase that is easy to guess, unless `accept_weak` is set."""
    if judge(text) is Strength.WEAK and not accept_weak:
        raise WeakPassphrase


def _pieces(text: str, typed: str, end: int) -> Iterator[tuple[int, float]]:
    """Yield the start and the cost of each piece that ends at `end`; `typed` is the text with its
    capitals.
    """
    yield end - 1, _letter(text[end - 1])
    for start in range(end - 2, max(-1, end - guessable_passphrases.longest() - 1), -1):
        piece = text[start:end]
        cost = _guessed(piece, typed[start:end], text[:start])
        if cost is not None:
            yield start, cost
    for start in range(end - 1, max(-1, end - _LONGEST_SYLLABLE), -1):
        if _SYLLABLE.fullmatch(text, start, end) and _is_plain(typed[start:end]):
            yield start, _SYLLABLE_BITS if _follows_pinyin(text[:start]) else _FIRST_SYLLABLE_BITS


def _letter(character: str) -> float:
    if character.isspace() or character in "-_.,":
        return 0.5  # hardly anybody puts anything else between words
    if character.isdecimal():
        return _DIGIT_BITS
    if "㐀" <= character <= "鿿":
        return _HAN_BITS
    if character.isascii():
        return _LETTER_BITS if character.isalpha() else _SIGN_BITS
    return _WORDLIKE_BITS  # a letter of a word in another script


def _guessed(piece: str, typed: str, before: str) -> float | None:
    """Return the cost of guessing a piece of two or more characters as a whole, or None if that is not
    possible.
    """
    if len(piece) > 3 and piece in before:
        return _AGAIN_BITS  # saying a thing twice adds hardly anything
    if piece.replace(" ", "") in guessable_passphrases.words():
        return _KNOWN_BITS
    if piece in _words():
        return _WORD_BITS
    if len(piece) > 2 and (
        len(set(piece)) == 1 or any(piece in row for row in guessable_passphrases.walks())
    ):
        return _WALK_BITS
    if len(piece) <= _LONGEST_NUMBER and piece[-1] in "0123456789x年日":
        return _number(piece)
    plain = piece.translate(_LOOKALIKES)
    if plain != piece and plain in guessable_passphrases.words():
        return _KNOWN_BITS + 1
    return _word(piece, plain) if _is_plain(typed) else None


def _is_plain(typed: str) -> bool:
    """Tell whether capitals are placed as in a word, and not anywhere as in random text."""
    rest = typed[1:]
    return rest == rest.lower() or typed == typed.upper()


def _number(piece: str) -> float | None:
    if _YEAR.fullmatch(piece):
        return _YEAR_BITS
    if len(piece) >= 6 and _DATE.fullmatch(piece):
        return _DATE_BITS
    return _PERSONAL_BITS if _PERSONAL.fullmatch(piece) else None


def _word(piece: str, plain: str) -> float | None:
    """Return the cost of a piece that looks like a word, with at most two letters written as digits or signs.

    None if it does not look like a word.
    """
    letters = sum(character.isalpha() for character in piece)
    if not (plain.isascii() and plain.isalpha()) or letters < 4 or len(plain) - letters > 2:
        return None
    vowels = sum(character in _VOWELS for character in plain)
    row = max(map(len, re.split("[aeiouy]", plain)))
    if row > _CONSONANTS_IN_A_ROW or not 0.2 <= vowels / len(plain) <= 0.7:
        return None
    return _WORDLIKE_BITS * len(plain) + (0.0 if plain == piece else 1.0)


def _follows_pinyin(before: str) -> bool:
    """Tell whether `before` ends with a pinyin syllable, so that the next one is easier to guess."""
    return any(
        _SYLLABLE.fullmatch(before, start) is not None
        for start in range(max(0, len(before) - _LONGEST_SYLLABLE), len(before))
    )


@cache
def _words() -> frozenset[str]:
    return frozenset(passphrase.word_list())
