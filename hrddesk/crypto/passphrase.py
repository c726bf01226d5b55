"""Passphrases of random words from the English BIP39 list, 11 bits of entropy per word."""

import secrets

from mnemonic import Mnemonic

WORDS = 6


def word_list() -> list[str]:
    """Return the 2,048 words, each of 3 to 8 letters and unique in its first four."""
    return list(Mnemonic("english").wordlist)


def generate(words: int = WORDS) -> str:
    """Return `words` different random words, separated by single spaces."""
    return " ".join(secrets.SystemRandom().sample(word_list(), words))
