"""Draw passphrases, and judge those that people think of."""

import re
import unicodedata
from enum import Enum, auto
from functools import cache
from typing import Final

from hrddesk.crypto import passphrase
from hrddesk.errors import WeakPassphrase


class Strength(Enum):
    """How long guessing lasts when each guess costs 256 MiB and a second of one core."""

    WEAK = auto()  # below 40 bits: a few machines find it in months
    FAIR = auto()  # below 54 bits: five random words are above
    STRONG = auto()


_WEAK_BELOW: Final = 40.0
_FAIR_BELOW: Final = 54.0

# Bits per piece, as somebody guesses who knows how people choose (EXPERIENCE.md 1): syllables of pinyin come
# from a few hundred and follow each other in phrases, Chinese characters in well-known words; years are few.
_WORD_BITS: Final = 11.0
_SYLLABLE_BITS: Final = 4.0
_HAN_BITS: Final = 5.0
_YEAR_BITS: Final = 5.0
_DIGIT_BITS: Final = 2.5
_LETTER_BITS: Final = 3.5
_SIGN_BITS: Final = 3.0

_INITIAL = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
_FINAL = (
    "(?:iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|van|ai|ei|ao|ou|an|en|in|un|vn|ia|ie|iu|ua|uo|ui|ue|ve"
    "|er|a|o|e|i|u|v)"
)
_PINYIN: Final = re.compile(f"(?:{_INITIAL}{_FINAL})+")
_SYLLABLE: Final = re.compile(_INITIAL + _FINAL)
_PIECE: Final = re.compile(r"(?:19|20)\d\d|\d+|[a-z]+|[㐀-鿿]+|\s+|.", re.DOTALL)
_COMMON: Final = re.compile(
    "password|passwort|passwd|qwerty|qwertz|asdfgh|zxcvbn|iloveyou|letmein|admin|welcome|dragon|monkey|abc"
)


def generate(words: int = passphrase.WORDS) -> str:
    """Return a random passphrase of so many words, 11 bits each."""
    return passphrase.generate(words)


def bits(text: str) -> float:
    """Return a low estimate of what guessing `text` costs, in bits."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    total = 0.0
    seen: set[str] = set()
    for piece in _PIECE.findall(folded):
        worth = _worth(piece)
        # Saying a thing twice adds hardly anything.
        total += 1.0 if piece in seen and not piece.isspace() else worth
        seen.add(piece)
    return total


def judge(text: str) -> Strength:
    """Say how strong a passphrase is at least."""
    found = bits(text)
    if found < _WEAK_BELOW:
        return Strength.WEAK
    return Strength.FAIR if found < _FAIR_BELOW else Strength.STRONG


def require_strong(text: str, *, accept_weak: bool = False) -> None:
    """Refuse a passphrase that is found by guessing, unless somebody insists; raise WeakPassphrase."""
    if judge(text) is Strength.WEAK and not accept_weak:
        raise WeakPassphrase


def _worth(piece: str) -> float:
    if piece.isspace():
        return 0.0
    if piece.isdecimal():
        if len(piece) == 4 and piece[:2] in ("19", "20"):
            return _YEAR_BITS
        cycle = "0123456789" * (len(piece) // 10 + 2)
        runs = len(set(piece)) == 1 or piece in cycle or piece in cycle[::-1]
        return 3.0 if runs else _DIGIT_BITS * len(piece)
    if piece.isascii() and piece.isalpha():
        return _letters(piece)
    if "㐀" <= piece[0] <= "鿿":
        return _HAN_BITS * len(piece)
    return _SIGN_BITS


def _letters(piece: str) -> float:
    """Return the least of the ways to see a run of letters: words, pinyin, keys, letters."""
    if len(set(piece)) == 1:
        return 2.0
    plain = _LETTER_BITS * len(piece)
    if piece in _words():
        return min(plain, _WORD_BITS)
    ways = [plain]
    if _PINYIN.fullmatch(piece):
        ways.append(_SYLLABLE_BITS * len(_SYLLABLE.findall(piece)))
    common = _COMMON.search(piece)
    if common is not None:
        ways.append(4.0 + _LETTER_BITS * (len(piece) - len(common[0])))
    return min(ways)


@cache
def _words() -> frozenset[str]:
    return frozenset(passphrase.word_list())
