"""Recovery words: 32 random bytes as 24 words of the English BIP39 list.

The last word includes a checksum.
"""

import re
import unicodedata

from mnemonic import Mnemonic

from hrddesk.errors import RecoveryWordsInvalid
from hrddesk.errors.translatable import Translatable

ENTROPY_BYTES = 32
WORDS = 24

_NUMBERED = re.compile(r"([0-9]{1,2})[.:,)、]?\s*([^\W\d_]+)")


def entropy_to_words(entropy: bytes) -> list[str]:
    """Return the 24 recovery words for 32 bytes; raise ValueError for any other number of bytes."""
    if len(entropy) != ENTROPY_BYTES:
        raise ValueError("recovery entropy is 32 bytes")
    words: str = Mnemonic("english").to_mnemonic(entropy)
    return words.split(" ")


def words_to_entropy(text: str) -> bytes:
    """Return the 32 bytes for 24 recovery words in any spacing and capitalisation.

    If all words are numbered, as the program shows them, the numbers determine the order. Raise
    `RecoveryWordsInvalid`, whose message names positions and never words.
    """
    plain = unicodedata.normalize("NFKD", text).lower()
    words = _by_number(plain) or plain.split()
    if len(words) != WORDS:
        raise RecoveryWordsInvalid(why=Translatable("there are {0} words, not {1}", len(words), WORDS))
    book = Mnemonic("english")
    book_words = frozenset(book.wordlist)
    strange = [str(place) for place, word in enumerate(words, 1) if word not in book_words]
    if strange:
        raise RecoveryWordsInvalid(why=Translatable("not in the list: word {0}", ", ".join(strange)))
    try:
        return bytes(book.to_entropy(words))
    except ValueError:
        raise RecoveryWordsInvalid(why=Translatable("the checksum does not fit")) from None


def _by_number(text: str) -> list[str]:
    """Return the words in the order of their numbers if all of them are numbered, else an empty list."""
    numbered = {int(number): word for number, word in _NUMBERED.findall(text)}
    rest = _NUMBERED.sub("", text).strip()
    if rest or sorted(numbered) != list(range(1, WORDS + 1)) or len(_NUMBERED.findall(text)) != WORDS:
        return []
    return [numbered[place] for place in range(1, WORDS + 1)]
