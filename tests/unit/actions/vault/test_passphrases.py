"""How passphrases that people think of are judged."""

import random
import string
import time

import pytest

from hrddesk.actions.vault import passphrases
from hrddesk.actions.vault.passphrases import Strength


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
        # dates, telephones and identity cards, which whoever takes the laptop has at hand
        "1989年6月4日",
        "4.6.1989",
        "06/04/1989",
        "890604",
        "13812345678",
        "+86 13812345678",
        "010-12345678",
        "11010119900307775x",
        "13812345678 19900307",
        # names, places and years
        "zhangwei1990",
        "Zhang Wei 1990 Beijing",
        "张伟1990北京大学",
        "liuxiaohong520",
        "Xiaoming@1989#bj",
        "january1990january",
        # phrases that everybody knows, as characters and as pinyin, with and without spaces and tones
        "我爱北京天安门",
        "woaibeijingtiananmen",
        "wo ai bei jing tian an men",
        "Wo3Ai4Bei3Jing1Tian1An1Men2!",
        "woaini1314",
        "5201314",
        "床前明月光疑是地上霜举头望明月低头思故乡",
        "chuangqianmingyueguangyishidishangshuang",
        "chuang qian ming yue guang, yi shi di shang shuang",
        "一帆风顺万事如意",
        "胸有成竹画蛇添足",
        "xiongyouchengzhu",
        "haohaoxuexi tiantianxiangshang",
        # keys beside each other, digits for letters, what is said twice
        "1qaz2wsx3edc",
        "qwertyuiopasdfghjkl",
        "asdfasdf1234!",
        "P@ssw0rd2024!",
        "Tr0ub4dor&3",
        "!@#$%^&*()",
        "hunter2hunter2hunter2",
        "abcabcabcabcabcabcabc",
        # English that everybody knows, and too little of it
        "correct horse battery staple",
        "the quick brown fox jumps over the lazy dog",
        "granite lantern",
        "grandmother",
        "sunshine princess dragon",
        # too short in any script
        "xK9$vQ2!",
        "مەڭگۈ",
        "བོད་ལྗོངས",
    ],
)
def test_what_is_guessed_first_is_weak(text: str) -> None:
    assert passphrases.judge(text) is Strength.WEAK


def test_generated_words_are_strong() -> None:
    for _ in range(50):
        drawn = passphrases.generate()
        assert passphrases.judge(drawn, drawn) is Strength.STRONG
        assert passphrases.judge(f" {drawn}  ", drawn) is Strength.STRONG


def test_words_that_were_drawn_elsewhere_are_fair_and_never_refused() -> None:
    for _ in range(200):
        drawn, other = passphrases.generate(), passphrases.generate()
        assert passphrases.judge(drawn) is Strength.FAIR
        assert passphrases.judge(drawn, other) is Strength.FAIR


@pytest.mark.parametrize(
    "text",
    [
        "you will never walk alone again",
        "now is the winter of our discontent",
        "this is the end of the world",
        "ask not what your country can do for you ask what you can do for your country",
        "hope secret love shadow spring winter",
        "my grandmother kept seven blue teapots under the stairs",
        "昨晚我在河边的旧书店里丢了一把绿色雨伞",
        "zuotian wanshang women zai hebian de jiu shudian li diu le yi ba lvse yusan",
        "тёплый вечер над рекой и мы идём домой по мосту",
    ],
)
def test_what_reads_as_a_sentence_is_fair_at_most(text: str) -> None:
    assert passphrases.judge(text) in (Strength.WEAK, Strength.FAIR)
    assert passphrases.judge(text, passphrases.generate()) in (Strength.WEAK, Strength.FAIR)


@pytest.mark.parametrize(
    "text",
    [
        "xK9$vQ2!mT7&zL4@pW",
        "tV7#plinth-gazebo.4488-Ombre?quince",
        "gazebo tangent plinth ombre quince walrus vellum",
    ],
)
def test_long_random_ones_are_strong(text: str) -> None:
    assert passphrases.judge(text) is Strength.STRONG


def test_five_words_of_one_s_own_are_fair_and_four_are_weak() -> None:
    assert passphrases.judge("lamp river seven copper owl") is Strength.FAIR
    assert passphrases.judge("lamp river seven copper") is Strength.WEAK


def test_saying_it_twice_adds_hardly_anything() -> None:
    once = passphrases.bits("woaibeijing")
    assert passphrases.bits("woaibeijing woaibeijing") <= once + 1


def test_a_longer_one_is_never_judged_lower() -> None:
    text = "lamp river seven copper field owl"
    costs = [passphrases.bits(text[:end]) for end in range(0, len(text) + 1, 5)]
    assert costs[-1] == max(costs)


def test_random_letters_and_digits_are_not_refused() -> None:
    letters = string.ascii_letters + string.digits
    drawn = random.Random(7)
    for _ in range(50):
        text = "".join(drawn.choice(letters) for _ in range(24))
        assert passphrases.judge(text) is not Strength.WEAK


def test_six_words_that_are_one_are_not_six() -> None:
    assert passphrases.judge("lamp lamp lamp lamp lamp lamp") is Strength.WEAK


def test_a_letter_that_becomes_two_is_judged_all_the_same() -> None:
    assert passphrases.judge("İSTANBUL") is Strength.WEAK


def test_a_long_one_is_judged_within_a_moment() -> None:
    start = time.process_time()
    assert passphrases.judge("lamp river wo ai 1989 " * 5000) is Strength.WEAK
    assert time.process_time() - start < 2
