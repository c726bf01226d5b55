"""Shapes of numbers: a language so small that no file can make a search slow."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.errors import InvalidValue
from hrddesk.records.terms import countries
from hrddesk.records.terms.number_shapes import CheckDigit, NumberKind, NumberShape, shape_of


def made(shape: str, calling_code: str = "") -> NumberShape:
    return shape_of(NumberKind.PHONE, shape, calling_code=calling_code)


@pytest.mark.parametrize(
    ("shape", "text", "found"),
    [
        ("A999999-([0123456789A])", "her card A123456(7), lost", "A123456(7)"),
        ("A999999-([0123456789A])", "A123456 (A)", "A123456 (A)"),
        ("A999999-([0123456789A])", "AB123456(7)", None),
        ("999-99-9999", "no. 123 45-6789.", "123 45-6789"),
        ("999-99-9999", "0123456789", None),
        ("999-99-9999", "123...45...6789", None),
        ("[京沪]-A-**99*", "车牌京A·12345停在", "京A·12345"),
        ("[京沪]-A-**99*", "京A123456", None),
        ("99#99+", "12#34+", "12#34+"),
        ("99[*+]9", "12+3", "12+3"),
        ("[3-5]9{2,4}[x]", "no. 21234x, 2123x, 3123x", "3123x"),
        ("9{3}A", "1234A, 123A", "123A"),
        ("[1-9]9{7}MD999", "110105491231002", "110105491231002"),
        ("[1-9]9{7}MD999", "110105491331002", None),
        ("9=99=99", "1 22-33, 1-22-33", "1-22-33"),
        ("[京]-[A-C]{5}", "京ABCAB", "京ABCAB"),
        ("[A-C]-[a-c]99", "A a12", "A a12"),
        ("M-D", "31/12, 12/31", "12/31"),
    ],
)
def test_what_a_shape_finds(shape: str, text: str, found: str | None) -> None:
    match = made(shape).pattern.search(text)
    assert (None if match is None else match[0]) == found


@pytest.mark.parametrize(
    ("shape", "why"),
    [
        ("", "1 to 40 signs"),
        ("9", "two digits, as 99"),
        ("AAAAA", "two digits, as 99"),
        ("9{0,9}[×]", "two digits, as 99"),
        ("9" * 41, "1 to 40 signs"),
        ("99{", "counts behind signs"),
        ("{2}99", "counts behind signs"),
        ("99{1,2,3}", "counts behind signs"),
        ("99{3,2}", "1 to 20 times"),
        ("99{21}", "1 to 20 times"),
        ("99{0}", "1 to 20 times"),
        ("99-{2}9", "- has no count"),
        ("99={2}9", "= has no count"),
        ("D{2}", "D has no count"),
        ("9{1,20}" * 2, "leave too much open"),
        ("=99", "a gap stands between two signs"),
        ("9=-99", "a gap stands between two signs"),
        ("99[", "closed brackets"),
        ("99[]", "closed brackets"),
        ("99[a[b]]", "closed brackets"),
        ("99[9-3]", "[9-3] stands for nothing"),
        ("[Z-A]99", "[Z-A] stands for nothing"),
        ("-99", "a gap stands between two signs"),
        ("99-", "a gap stands between two signs"),
        ("9--99", "a gap stands between two signs"),
        ("99.9", "written as a gap"),
        ("99 9", "written as a gap"),
        ("99[ x]", "written as a gap"),
        ("99[-]9", "written as a gap"),
        ("99B", "B is no sign"),
        ("99京", "京 is no sign"),
        ("(a+)+99", "a is no sign"),
        (r"\d{9}99", "d is no sign"),
    ],
)
def test_what_is_no_shape_is_refused_with_why(shape: str, why: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        made(shape)
    assert why in caught.value.details["why"]


def readable(shape: str) -> bool:
    try:
        made(shape)
    except InvalidValue:
        return False
    return True


SIGNS = (
    "9",
    "A",
    "*",
    "-",
    "=",
    "[",
    "]",
    "(",
    "+",
    ")",
    "?",
    ".",
    "\\",
    "{",
    "}",
    "x",
    "M",
    "D",
    "{2}",
    "{1,3}",
    "{0,20}",
)


@given(
    st.lists(st.sampled_from(SIGNS), max_size=24).map("".join).map(lambda text: f"99{text}").filter(readable)
)
def test_no_shape_is_slow(shape: str) -> None:
    pattern = made(shape).pattern
    begun = time.process_time()
    for text in ("9" * 20_000, "9 " * 10_000, "A9.. " * 4_000, "99" + " -." * 7_000):
        assert sum(1 for _ in pattern.finditer(text)) <= len(text)
    assert time.process_time() - begun < 1


@pytest.mark.parametrize("shape", [shape for one in countries.shipped().values() for shape in one.numbers])
def test_a_shipped_shape_reads_a_text_once_that_is_made_of_its_own_signs(shape: NumberShape) -> None:
    signs = [sign for sign in "0193 -./·+()86京AaEXx*×ΧO" if shape.pattern.pattern.count(sign)]
    rows = [*signs, *(one + other for one in signs for other in signs), "13 8", "(0", "1-", "京A1"]
    begun = time.process_time()
    for row in rows:
        assert sum(1 for _ in shape.pattern.finditer(row * 300)) <= 300 * len(row)
    assert time.process_time() - begun < 3


def test_a_calling_code_may_stand_before() -> None:
    shape = made("[1]99-9999", "86")
    for text in ("123 4567", "+86 123 4567", "0086-1234567", "(86)1234567", "(+86) 123 4567"):
        found = shape.pattern.fullmatch(text)
        assert found is not None, text
    for code in ("0", "1234", "8a", "(8"):
        with pytest.raises(InvalidValue) as caught:
            made("99", code)
        assert caught.value.details["why"] == f"{code} is no calling code, as 86"


def test_a_check_digit_is_right_or_wrong_however_the_number_is_grouped() -> None:
    shape = shape_of(NumberKind.IDENTITY_NUMBER, "99", check=CheckDigit.MOD_11_2)
    assert shape.is_right("11010519491231002X")
    assert shape.is_right("1101 0519-49.1231 002×")
    assert shape.is_right("110105194912310021") is False
    assert made("99").is_right("12") is None


def test_a_shape_says_how_many_digits_it_has_at_least() -> None:
    assert [made(shape).digits for shape in ("99", "[0-9]{3}9", "9MD", "9{0,4}99", "[京]A*")] == [
        2,
        4,
        5,
        2,
        0,
    ]
