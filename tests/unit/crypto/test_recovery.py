"""Recovery words: what is written down opens again, and nothing else does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrddesk.crypto import recovery
from hrddesk.errors import RecoveryWordsInvalid

# From the published vectors of BIP 39.
KNOWN = {
    "00" * 32: "abandon " * 23 + "art",
    "7f" * 32: "legal winner thank year wave sausage worth useful " * 2
    + "legal winner thank year wave sausage worth title",
    "ff" * 32: "zoo " * 23 + "vote",
}


@pytest.mark.parametrize(("entropy", "words"), KNOWN.items())
def test_the_published_vectors(entropy: str, words: str) -> None:
    assert recovery.entropy_to_words(bytes.fromhex(entropy)) == words.split()
    assert recovery.words_to_entropy(words) == bytes.fromhex(entropy)


@settings(max_examples=30)
@given(st.binary(min_size=32, max_size=32))
def test_every_entropy_comes_back(entropy: bytes) -> None:
    words = recovery.entropy_to_words(entropy)
    assert len(words) == 24
    assert recovery.words_to_entropy("  " + "\n".join(words).upper() + "\t") == entropy


@pytest.mark.parametrize(
    "form", ["{0} {1}\n", "{0:2}  {1}\t", "{0}. {1} ", "{0}){1}\n", "{0}{1} ", "{0}、{1}\n"]
)
def test_words_may_keep_the_numbers_that_they_are_shown_with(form: str) -> None:
    entropy = bytes(range(32))
    numbered = list(enumerate(recovery.entropy_to_words(entropy), 1))
    in_columns = [pair for row in range(12) for pair in (numbered[row], numbered[row + 12])]
    for order in (numbered, in_columns):
        assert recovery.words_to_entropy("".join(form.format(*pair) for pair in order)) == entropy


def test_numbers_that_do_not_count_the_words_are_refused() -> None:
    words = recovery.entropy_to_words(bytes(range(32)))
    twice = [(1, words[0]), *enumerate(words[1:], 1)]
    for numbered in (list(enumerate(words, 2)), list(enumerate(words[:23], 1)), twice):
        with pytest.raises(RecoveryWordsInvalid):
            recovery.words_to_entropy(" ".join(f"{place} {word}" for place, word in numbered))
    with pytest.raises(RecoveryWordsInvalid):
        recovery.words_to_entropy(" ".join(f"{place} {word}" for place, word in enumerate(words, 1)) + " zoo")


def test_numbers_of_words_other_than_24_are_refused() -> None:
    for count in (0, 1, 12, 23, 25):
        with pytest.raises(RecoveryWordsInvalid, match=f"there are {count} words"):
            recovery.words_to_entropy("zoo " * count)


def test_unknown_words_are_named_by_place_and_never_repeated() -> None:
    words = ["zoo"] * 23 + ["vote"]
    words[4], words[23] = "xyzzy", "plugh"
    with pytest.raises(RecoveryWordsInvalid, match="word 5, 24") as refused:
        recovery.words_to_entropy(" ".join(words))
    assert "xyzzy" not in str(refused.value)
    assert "plugh" not in str(refused.value)


def test_two_words_that_changed_places_are_noticed() -> None:
    words = recovery.entropy_to_words(bytes(range(32)))
    words[2], words[9] = words[9], words[2]
    with pytest.raises(RecoveryWordsInvalid, match="checksum"):
        recovery.words_to_entropy(" ".join(words))


@pytest.mark.parametrize("size", [0, 16, 31, 33])
def test_only_32_bytes_become_words(size: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        recovery.entropy_to_words(bytes(size))
