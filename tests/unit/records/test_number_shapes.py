"""Shapes of numbers: a language so small that no file can make a search slow."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.errors import InvalidValue
from hrddesk.records.number_shapes import pattern_of


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
    ],
)
def test_what_a_shape_finds(shape: str, text: str, found: str | None) -> None:
    match = pattern_of(shape).search(text)
    assert (None if match is None else match[0]) == found


@pytest.mark.parametrize(
    ("shape", "why"),
    [
        ("", "two digits side by side"),
        ("9", "two digits side by side"),
        ("9" * 25, "at most 24 signs"),
        ("99[", "closed brackets"),
        ("99[]", "closed brackets"),
        ("99[a[b]]", "closed brackets"),
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
        (r"\d{99}", "d is no sign"),
    ],
)
def test_what_is_no_shape_is_refused_with_why(shape: str, why: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        pattern_of(shape)
    assert why in caught.value.details["why"]


def readable(shape: str) -> bool:
    try:
        pattern_of(shape)
    except InvalidValue:
        return False
    return True


@given(st.text("9A*-[](+)?.\\{x", max_size=24).map(lambda text: f"99{text}").filter(readable))
def test_no_shape_is_slow(shape: str) -> None:
    pattern = pattern_of(shape)
    begun = time.process_time()
    for text in ("9" * 20_000, "9 " * 10_000, "A9.. " * 4_000, "99" + " -." * 7_000):
        assert sum(1 for _ in pattern.finditer(text)) <= len(text)
    assert time.process_time() - begun < 1
