"""How passphrases that people think of are judged."""

import pytest

from hrddesk.actions import passphrases
from hrddesk.actions.passphrases import Strength


@pytest.mark.parametrize(
    "text",
    [
        "",
        "password123",
        "woaibeijing1989",
        "wo ai beijing 1989",
        "我爱北京1989",
        "zhongguo",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "12345678901234567890",
        "qwertyuiop",
        "19890604",
        "iloveyou iloveyou iloveyou",
        "ＰＡＳＳＷＯＲＤ１２３",
    ],
)
def test_what_is_guessed_first_is_weak(text: str) -> None:
    assert passphrases.judge(text) is Strength.WEAK


def test_generated_words_are_strong() -> None:
    for _ in range(50):
        assert passphrases.judge(passphrases.generate()) is Strength.STRONG


@pytest.mark.parametrize("text", ["xK9$vQ2!mT7&zL4@pW", "lamp river seven copper field owl"])
def test_long_random_ones_are_strong(text: str) -> None:
    assert passphrases.judge(text) is Strength.STRONG


def test_four_words_are_fair() -> None:
    assert passphrases.judge("lamp river seven copper") is Strength.FAIR


def test_saying_it_twice_adds_hardly_anything() -> None:
    once = passphrases.bits("woaibeijing")
    assert passphrases.bits("woaibeijing woaibeijing") <= once + 1


def test_a_longer_one_is_never_judged_lower() -> None:
    text = "lamp river seven copper field owl"
    costs = [passphrases.bits(text[:end]) for end in range(0, len(text) + 1, 5)]
    assert costs[-1] == max(costs)
