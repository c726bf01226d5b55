"""Passphrases of random words from the English BIP39 list: 11 bits each."""

import secrets

from mnemonic import Mnemonic

WORDS = 6


def word_list() -> list[str]:
    """Return the 2,048 words, each of 3 to 8 letters and told apart by the first four."""
    return list(Mnemonic("english").wordlist)


def generate(words: int = WORDS) -> str:
    """Return `words` random words, none of them twice, with single spaces between them."""
    return " ".join(secrets.SystemRandom().sample(word_list(), words))
