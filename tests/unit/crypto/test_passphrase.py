"""Passphrases that the program proposes."""

import pytest

from hrddesk.crypto import passphrase


def test_a_proposal_has_six_words_of_the_list_and_is_never_the_same() -> None:
    book = passphrase.word_list()
    assert len(set(book)) == 2048
    assert len({word[:4] for word in book}) == 2048
    proposals = [passphrase.generate() for _ in range(100)]
    assert len(set(proposals)) == 100
    for proposal in proposals:
        assert len(proposal.split(" ")) == 6
        assert set(proposal.split(" ")) <= set(book)


@pytest.mark.no_cover
def test_every_word_of_the_list_comes_up() -> None:
    drawn = [passphrase.generate() for _ in range(10_000)]  # one is missed once in two billion runs
    assert len({word for words in drawn for word in words.split(" ")}) == 2048


def test_no_word_of_a_proposal_stands_there_twice() -> None:
    assert sorted(passphrase.generate(2048).split(" ")) == sorted(passphrase.word_list())
