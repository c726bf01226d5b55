"""A part holds the rows of its owners, and comes back from what is kept as it was."""

from hrddesk.analysis.countable_rows import counted_rows
from hrddesk.analysis.figure_parts import (
    EVENT_ENDS,
    IN_CASE,
    OWNER_ENDS,
    Coded,
    Ids,
    MadePart,
    Order,
    PartMaker,
)
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId, new_id
from tests.unit.analysis.asked import case
from tests.unit.analysis.people import event, person
from tests.unit.analysis.whole_facts import told_of

ANA, BO = person(sex="female"), person(sex="male")
FILE = case(ANA, BO, tags=["a"])
TOGETHER = event(ANA, "detained", "2020-05").with_fields(case=FILE.id)
TOGETHER = TOGETHER.with_elements("parties", [{"party": who.id, "role": "victim"} for who in (ANA, BO)])
ALONE = event(BO, "released", "2020?")


def made(order: Order, *records: Record) -> MadePart:
    told = counted_rows(told_of(records))
    rows = told.by_person() if order is Order.PEOPLE else told.by_case()
    maker = PartMaker(order)
    for owner in sorted(rows):
        maker.add(owner, rows[owner], told)
    return maker.made()


def rows(coded: Coded | None) -> list[int]:
    assert coded is not None
    return [row for row in range(coded.slices.size) if coded.any >> row & 1]


def test_the_rows_of_an_owner_lie_beside_each_other() -> None:
    part = made(Order.CASES, ANA, BO, FILE, TOGETHER, ALONE)
    assert part.size == 3
    mine = part.rows_of([FILE.id])
    assert mine.bit_count() == 2
    assert part.rows_of([FILE.id, ALONE.id, new_id()]) == 0b111
    last = part.last_row_of(FILE.id)
    assert last is not None
    assert part.owner_of(last) == part.owner_of(last - 1) == FILE.id
    assert part.last_row_of(new_id()) is None
    assert rows(part.column(IN_CASE)) == [last - 1, last]
    assert sorted([last, part.last_row_of(ALONE.id) or 0]) == rows(part.column(OWNER_ENDS))
    assert rows(part.column(EVENT_ENDS)) == rows(part.column(OWNER_ENDS))  # one event each, of two people
    assert part.column("charge") is None
    people = made(Order.PEOPLE, ANA, BO, FILE, TOGETHER, ALONE)
    assert [people.rows_of([who.id]).bit_count() for who in (ANA, BO)] == [1, 2]
    assert people.column(IN_CASE) is None


def test_a_part_comes_back_from_what_is_kept() -> None:
    part = made(Order.PEOPLE, ANA, BO, FILE, TOGETHER, ALONE)
    kept = part.to_columns()
    assert set(kept) == set(part.names) | {"list:owners", "list:ends", "list:people", "list:person"}
    for name in part.names:
        assert Coded.of_kept(part.size, *kept[name]) == part.column(name)
    part.add("status", Coded.of_kept(part.size, *kept["sex"]), "list:status", b"x")
    assert part.to_columns()["list:status"] == ("", b"x")
    assert "status" in part.names


def test_what_is_said_of_people_becomes_a_column_of_rows() -> None:
    part = made(Order.CASES, ANA, BO, FILE, TOGETHER, ALONE, Record(Kind.CASE, new_id()))
    said = [("her",) if part.people.id_at(at) == ANA.id else ("him",) for at in range(2)]
    coded = part.by_person(said)
    codes = {raw: coded.slices.rows_of([code]) for code, raw in enumerate(coded.said, 1)}
    assert [codes["her",].bit_count(), codes["him",].bit_count()] == [1, 2]
    assert coded.any.bit_count() == 3  # nobody is in the empty case


def test_ids_are_found_by_halves() -> None:
    ids = sorted(new_id() for _ in range(9))
    packed = Ids.of(ids)
    assert [packed.place_of(one) for one in ids] == list(range(9))
    assert packed.id_at(4) == ids[4]
    assert packed.place_of(RecordId("0" * 32)) is None
    assert packed.place_of(RecordId("f" * 32)) is None
