"""The codec: what it writes it reads again, it reads nothing else, and its errors tell where and no value."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.records.model import codec, requirements
from hrddesk.records.model.codec import ShapeError
from hrddesk.records.model.record import RecordId, new_id


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Row:
    count: requirements.Count
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Circle:
    CONSTANTS: ClassVar = {"shape": "circle"}

    radius: Annotated[int, requirements.within(1, 9)]


@dataclass(frozen=True, slots=True)
class Square:
    CONSTANTS: ClassVar = {"shape": "square"}

    side: int
    area: int = field(init=False)

    def __post_init__(self) -> None:
        if self.side == 13:
            raise ValueError("an unlucky side")
        if self.side == 14:
            raise ShapeError("worse")
        object.__setattr__(self, "area", self.side**2)


@dataclass(frozen=True, slots=True)
class Everything:
    CONSTANTS: ClassVar = {"type": "everything", "v": 1}

    text: Annotated[str, requirements.up_to(5)]
    number: int
    is_set: bool
    colour: Colour
    day: date
    data: bytes
    digest: requirements.Hex32
    record: RecordId
    rows: tuple[Row, ...]
    pair: tuple[int, str]
    names: Annotated[tuple[str, ...], requirements.NOT_EMPTY]
    shape: Circle | Square
    colours: frozenset[Colour] = frozenset(Colour)
    limit: int = 0
    by_colour: Mapping[Colour, Row] = field(default_factory=dict)
    note: str = ""
    is_old: bool = False
    maximum: int | None = None
    extra: Row | Circle | None = None
    tags: frozenset[str] = frozenset()


WHOLE = Everything(
    text="a\0é",
    number=-3,
    is_set=False,
    colour=Colour.RED,
    day=date(2020, 2, 29),
    data=b"\xff\0",
    digest="0f" * 32,
    record=RecordId("ab" * 16),
    rows=(Row(1), Row(0, ("x", ""))),
    pair=(0, ""),
    names=("n",),
    shape=Square(3),
    by_colour={Colour.BLUE: Row(2)},
    maximum=0,
    tags=frozenset("ba"),
)


def test_reads_what_it_writes() -> None:
    assert codec.load(Everything, codec.canonical(WHOLE)) == WHOLE
    assert codec.write(WHOLE) == {
        "type": "everything",
        "v": 1,
        "text": "a\0é",
        "number": -3,
        "is_set": False,
        "colour": "red",
        "day": "2020-02-29",
        "data": "/wA=",
        "digest": "0f" * 32,
        "record": "ab" * 16,
        "rows": [{"count": 1}, {"count": 0, "cells": ["x", ""]}],
        "pair": [0, ""],
        "names": ["n"],
        "shape": {"shape": "square", "side": 3},
        "colours": ["blue", "red"],
        "limit": 0,
        "is_old": False,
        "by_colour": {"blue": {"count": 2}},
        "maximum": 0,
        "tags": ["a", "b"],
    }


def test_equal_values_give_equal_bytes() -> None:
    mixed = Row(1, ("é",))
    assert codec.canonical(mixed) == '{"cells":["é"],"count":1}'.encode()


def changed(path: str, value: object) -> Any:
    """Return the JSON with one place changed; `...` removes it."""
    result = codec.write(WHOLE)
    place: Any = result
    *steps, last = [int(step) if step.isdecimal() else step for step in path.split(".")]
    for step in steps:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return result


SECRET = "Orvel Tannik"


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        ("type", SECRET, "type: not one that is known"),
        ("type", ..., "type: not one that is known"),
        ("v", True, "v: not one that is known"),
        ("v", 1.0, "v: not one that is known"),
        (SECRET, 1, "an unknown key; known are by_colour, "),
        ("rows.1." + SECRET, 1, "rows[1]: an unknown key; known are cells, count"),
        ("text", ..., "text: missing"),
        ("text", 1, "text: not a text"),
        ("text", SECRET, "text: longer than 5"),
        ("text", "\ud842", "text: not valid Unicode"),
        ("number", True, "number: not a whole number"),
        ("number", 1.0, "number: not a whole number"),
        ("number", "1", "number: not a whole number"),
        ("is_set", 0, "is_set: not true or false"),
        ("colour", SECRET, "colour: not one of red, blue"),
        ("colour", [SECRET], "colour: not one of red, blue"),
        ("day", SECRET, "day: not a day"),
        ("day", 20200229, "day: not a text"),
        ("day", "20200229", "day: not written as YYYY-MM-DD"),
        ("data", SECRET, "data: not base64"),
        ("data", "/wB=", "data: not base64"),  # the same bytes, and bits that are not looked at
        ("data", "é", "data: not base64"),
        ("digest", "0F" * 32, "digest: not 32 bytes in hexadecimal"),
        ("record", SECRET, "record: not the id of a record"),
        ("rows", {}, "rows: not a list"),
        ("rows.0", [], "rows[0]: not an object"),
        ("rows.1.count", -1, "rows[1].count: not a count"),
        ("rows.1.cells.1", None, "rows[1].cells[1]: not a text"),
        ("rows.1.cells", [], "rows[1].cells: empty; leave it out"),
        ("pair", [1], "pair: not a list of 2"),
        ("pair", [1, 2], "pair[1]: not a text"),
        ("names", [], "names: empty"),
        ("shape", None, "shape: not an object"),
        ("shape", {"side": 1}, "shape: none of the kinds that are known"),
        ("shape.side", ..., "shape.side: missing"),
        ("shape.area", 9, "shape: an unknown key; known are shape, side"),
        ("shape.side", 13, "shape: an unlucky side"),
        ("shape.side", 14, "shape: worse"),
        ("shape", {"shape": "circle", "radius": 10}, "shape.radius: not a number from 1 to 9"),
        ("colours", ["red", "blue"], "colours: not in order, each once"),
        ("tags", ["a", "a"], "tags: not in order, each once"),
        ("tags", [], "tags: empty; leave it out"),
        ("limit", ..., "limit: missing"),
        ("by_colour", [], "by_colour: not an object"),
        ("by_colour." + SECRET, {"count": 1}, "by_colour[1]: not one of red, blue"),
        ("by_colour.blue", SECRET, "by_colour[0]: not an object"),
        ("by_colour", {}, "by_colour: empty; leave it out"),
        ("note", "", "note: empty; leave it out"),
        ("is_old", ..., "is_old: missing"),
        ("maximum", None, "maximum: empty; leave it out"),
    ],
)
def test_refuses_every_other_shape_and_tells_where(path: str, value: object, says: str) -> None:
    with pytest.raises(ShapeError) as caught:
        codec.read(Everything, changed(path, value))
    assert str(caught.value).startswith(says)
    assert SECRET not in str(caught.value)
    assert caught.value.__cause__ is None


def test_the_path_begins_with_the_name_of_the_document() -> None:
    with pytest.raises(ShapeError, match=r"^model\.rows\[0\]\.count: missing$") as caught:
        codec.load(Everything, json.dumps(changed("rows.0.count", ...)), "model")
    assert (caught.value.path, caught.value.why) == ("model.rows[0].count", "missing")
    with pytest.raises(ShapeError, match=r"^model: not an object$"):
        codec.read(Everything, [], "model")


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b'{"count":1', b"[" * 100_000, b"1" * 5000, '{"v":1}'.encode("utf-16")]
)
def test_refuses_bytes_that_are_no_json(data: bytes) -> None:
    with pytest.raises(ShapeError, match=r"^row: not JSON in UTF-8$") as caught:
        codec.load(Row, data, "row")
    assert caught.value.__suppress_context__


def test_refuses_a_key_that_stands_twice() -> None:
    with pytest.raises(ShapeError, match=r"^row: a key stands twice$"):
        codec.load(Row, '{"count":1,"count":1}', "row")


def test_a_type_without_a_form_is_a_mistake_of_ours() -> None:
    @dataclass(frozen=True)
    class Odd:
        ratio: float

    with pytest.raises(TypeError, match="float"):
        codec.write(Odd(0.5))


TEXTS = st.sampled_from(["", "a", "red", "circle", "2020-02-29"])
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-1, 2)
    | st.sampled_from(["", "a", "red", "circle", "2020-02-29"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["count", "cells", "shape", "radius", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.sampled_from(sorted(codec.write(WHOLE))), JSON)
def test_one_value_has_one_form(key: str, value: Any) -> None:
    """Whatever is read is written again just so."""
    document = codec.write(WHOLE) | {key: value}
    try:
        read = codec.read(Everything, document)
    except ShapeError:
        return
    assert codec.write(read) == document
    assert codec.load(Everything, codec.canonical(read)) == read


def test_ids_are_read_as_they_are_drawn() -> None:
    one = new_id()
    assert codec.read(Everything, changed("record", one)).record == one
