"""The rows of a part as cases, persons and events, without those of owners that have changed."""

from collections.abc import Collection, Mapping
from datetime import date

import pytest

from hrddesk.analysis.dimensions import SHIPPED
from hrddesk.analysis.figure_meanings import Meanings
from hrddesk.analysis.figure_parts import Coded, Order, Part
from hrddesk.analysis.part_board import PartBoard
from hrddesk.analysis.questions import Unit
from hrddesk.records.record import RecordId
from hrddesk.records.words import SHIPPED as SHIPPED_WORDS
from tests.unit.analysis.people import person
from tests.unit.analysis.test_figure_parts import ALONE, ANA, BO, FILE, TOGETHER, made

DAY = date(2021, 1, 1)
MEANINGS = Meanings(SHIPPED_WORDS, lambda: (), lambda: ())


def no_statuses(part: Part, day: date) -> Coded:
    raise AssertionError((part, day))


def board(part: Part, unit: Unit, changed: Collection[RecordId] = ()) -> PartBoard:
    return PartBoard(part, unit, part.rows_of(changed), MEANINGS, no_statuses)


@pytest.mark.parametrize(
    ("unit", "order", "units"),
    [(Unit.CASES, Order.CASES, 1), (Unit.EVENTS, Order.CASES, 2), (Unit.PERSONS, Order.PEOPLE, 2)],
)
def test_each_unit_counts_once(unit: Unit, order: Order, units: int) -> None:
    part = made(order, ANA, BO, FILE, TOGETHER, ALONE)
    here = board(part, unit)
    assert here.units(here.all).bit_count() == units
    assert here.units(0) == 0
    gone = board(part, unit, [FILE.id, ALONE.id, ANA.id, BO.id])
    assert gone.all == gone.units(gone.all) == 0
    one = board(part, unit, [FILE.id, ANA.id])
    assert one.units(one.all).bit_count() == {Unit.CASES: 0, Unit.EVENTS: 1, Unit.PERSONS: 1}[unit]


def test_values_are_found_with_their_rows() -> None:
    part = made(Order.PEOPLE, ANA, BO, FILE, TOGETHER, ALONE)
    here = board(part, Unit.PERSONS)
    column = here.column(SHIPPED["sex"], DAY)
    assert set(column.values) == {"female", "male"}
    assert column.any_of(["female"]) == part.rows_of([ANA.id])
    assert column.where(lambda value: value == "male") == part.rows_of([BO.id])
    assert here.column(SHIPPED["charge"], DAY).values == set()
    assert here.column(SHIPPED["month"], DAY) is here.days
    assert here.row_of(ANA.id) == part.last_row_of(ANA.id)


def test_groups_are_named_with_their_sizes() -> None:
    group = person(kind="group").with_fields(size_min=3, size_max=7)
    crowd = person(kind="group")
    file = FILE.with_elements(
        "parties", [{"party": who.id, "role": "subject"} for who in (group, crowd, ANA)]
    )
    part = made(Order.PEOPLE, group, crowd, ANA, file)
    found: Mapping[RecordId, tuple[int, tuple[int, int | None]]] = {
        record: (row, size) for record, row, size in board(part, Unit.PERSONS).groups()
    }
    assert found == {
        group.id: (part.last_row_of(group.id), (3, 7)),
        crowd.id: (part.last_row_of(crowd.id), (1, None)),
    }
    assert {record: size for record, _, size in board(part, Unit.PERSONS, [group.id]).groups()} == {
        crowd.id: (1, None)
    }
