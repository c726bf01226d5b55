"""Characters become comparable, and where they stood is not forgotten."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hrddesk.redact.detection.folding import GAP, blanks, fold, squeeze


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Vero Lúnt", "Vero Lunt"),
        ("ＶＥＲＯ", "VERO"),
        ("繆嶼和缪屿", "缪屿和缪屿"),
        ("Ødal Łunt", "Odal Lunt"),
        ("ə ɵ ı", "e o i"),
        ("a_b-c·d•e", "a b c d e"),
        ("བཀྲ་ཤིས", "བཀྲ ཤིས"),
        ("گۈل", "گۈل"),
        ("x\u200by", "x y"),
        ("$½€", "   "),
        ("a\u3164b", "a b"),
        ("a\u20ddb", "a b"),
        ("ى", "ي"),
        ("ئەم", "ئهم"),
        ("أحمد إ آ ة", "احمد ا ا ه"),
        ("髙囯呉", "高国吴"),
        ("王囶", "王国"),
        ("ي\u0654ا", "ئ ا"),
    ],
)
def test_each_character_is_folded_by_itself(text: str, folded: str) -> None:
    made = fold(text)
    assert made.text == folded
    assert made.offsets is None
    assert made.span(1, 2) == (1, 2)


def test_marks_on_the_last_letter_go_with_it() -> None:
    made = fold("Lunt\u0301\u20dd\u0302 ab")
    assert made.span(0, 4) == (0, 7)
    assert fold("Lunt\u0301").span(0, 3) == (0, 3)


def test_a_character_that_becomes_several_keeps_its_place() -> None:
    made = fold("aﬁb ßc")
    assert made.text == "afib ssc"
    assert made.span(1, 3) == (1, 2)
    assert made.span(3, 4) == (2, 3)
    assert made.span(5, 8) == (4, 6)
    assert made.span(2, 4) == (1, 3)


def test_squeezing_leaves_letters_and_digits() -> None:
    assert squeeze(" Vero-Lúnt, 繆 嶼 42 ") == "verolunt缪屿42"


@given(st.text())
@example("a\u0345\u0345\u0345")
@example("\u0345")
@example("\u13a0")
def test_spans_of_any_text_lie_inside_it_and_in_order(text: str) -> None:
    made = fold(text)
    assert len(made.text) >= len(blanks(text).sub(GAP, text))
    spans = [made.span(at, at + 1) for at in range(len(made.text))]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    # Of Cherokee the capitals are what a letter is folded to.
    assert squeeze(text).casefold() == made.text.replace(GAP, "").casefold()


def test_blanks_in_a_row_are_one_gap_and_places_stay_those_of_the_text() -> None:
    folded = fold("a\r\n  \u200fﬁb")
    assert (folded.text, folded.span(0, 1), folded.span(2, 5)) == ("a fib", (0, 1), (6, 8))
    plain = fold("a\r\n  \u200fb")
    assert (plain.text, plain.span(2, 3)) == ("a b", (6, 7))


def test_markup_is_a_gap_and_places_stay_those_of_the_text() -> None:
    folded = fold("a<b>b</b>&nbsp;<br/> ﬁ")
    assert (folded.text, folded.span(0, 3), folded.span(4, 6)) == ("a b fi", (0, 5), (21, 22))
    assert fold("<li na> & <Em>").text == " li na     Em "
