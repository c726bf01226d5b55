"""Coordinates: what can be typed, the one form that is stored, and what is none."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.errors import InvalidValue
from hrddesk.records.model import coordinates
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import SPECS, Kind
from hrddesk.records.model.record import Record, new_id

WHY = (
    "write latitude (-90 to 90) and longitude (-180 to 180) in degrees, and after ± how many metres"
    " they may be off: 41.7, 82.9 ± 500"
)
"""It repeats nothing of what was typed."""


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("41.7, 82.9 ± 500", "41.7,82.9;u=500"),
        ("41.7,82.9;u=500", "41.7,82.9;u=500"),
        ("41.70 82.9 +-20 m", "41.70,82.9;u=20"),
        ("−33.5，151", "-33.5,151"),
        ("+7, -0", "7,0"),
        ("90,180;u=20000000", "90,180;u=20000000"),
        ("007.5, -180.0000000", "7.5,-180.0000000"),
    ],
)
def test_what_can_be_typed_is_stored_in_one_form(typed: str, stored: str) -> None:
    point = coordinates.read(typed)
    assert point.text == stored
    assert coordinates.read(point.shown) == coordinates.read(stored) == point


@pytest.mark.parametrize(
    "typed",
    ["", "41.7", "41.7,", ",82.9", "91,0", "-90.0000001,0", "0,181", "41.7;82.9", "41.7,82.9;u=0", "a,b",
     "41.7,82.9;u=-5", "41.7,82.9;u=20000001", "41.12345678,0", "41.7,82.9 ± ", "٤١,٨٢", "1e1,2", "1,2,3"],
)  # fmt: skip
def test_halves_what_is_out_of_bounds_and_other_words_are_refused(typed: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        coordinates.read(typed)
    assert refused.value.details["why"] == WHY
    assert not coordinates.is_stored(typed)


def test_a_text_of_any_length_is_refused_at_once() -> None:
    began = time.perf_counter()
    for text in ("1" + " " * 100_000 + "x", "1,2" + " " * 100_000 + "m", " " * 200 + "41.7,82.9"):
        assert not coordinates.is_stored(text)
        with pytest.raises(InvalidValue):
            coordinates.read(text)
    assert time.perf_counter() - began < 1


@given(st.decimals(-90, 90, places=5), st.decimals(-180, 180, places=5), st.integers(0, 20_000_000))
def test_a_stored_point_is_read_as_itself(latitude: object, longitude: object, within: int) -> None:
    point = coordinates.read(f"{latitude:f}, {longitude:f}" + (f" ± {within}" if within else ""))
    assert coordinates.is_stored(point.text)
    assert coordinates.read(point.text) == point


def test_no_record_holds_others_and_none_is_open_by_itself() -> None:
    place = Record(kind=Kind.PLACE, id=new_id()).with_fields(coordinates="41.7,82.9;u=500")
    assert Record.from_json(place.to_json()) == place
    for text in ("41.7, 82.9", "41.7", "95,0"):
        with pytest.raises(ValueError, match="wrong type"):
            Record.from_json(place.with_fields(coordinates=text).to_json())
    field = SPECS[Kind.PLACE].field("coordinates")
    assert field is not None
    assert field.visibility is Visibility.SECRET
