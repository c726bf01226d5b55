"""Which rows there are, and what is said of their records; figures over them: test_asking.py."""

from datetime import date

from hrddesk.analysis.countable_rows import DATE, LIFE, OPEN, SIZE, TERM, CountedRow, bounds, counted_rows
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Element, Record, new_id
from tests.unit.analysis.asked import case
from tests.unit.analysis.people import event, person
from tests.unit.analysis.whole_facts import told_of


def test_what_belongs_together_is_a_row() -> None:
    who, other, police = person(), person(), person(kind="authority")
    file, empty = case(who, other, police), Record(Kind.CASE, new_id())
    happened = event(who, "detained", "2020").with_fields(case=file.id)
    refuted = event(who, "arrested", "2020").with_fields(case=file.id, assertion="refuted")
    nobody = event(police, "tried", "2021").with_fields(case=new_id())  # a case that is not here
    told = counted_rows(told_of([who, other, police, file, empty, happened, refuted, nobody]))
    assert set(told.rows) == {
        CountedRow(file.id, who.id, happened.id),
        CountedRow(file.id, other.id, None),
        CountedRow(empty.id, None, None),
        CountedRow(None, None, nobody.id),
    }
    assert len(told.rows) == 4
    assert set(told.by_case()) == {file.id, empty.id, nobody.id}
    assert set(told.by_person()) == {who.id, other.id}
    assert told.of(None) == told.of(police.id) == {}


def test_what_is_said_is_kept_as_it_was_each_once() -> None:
    who = person(birth="1980", kind="group").with_fields(size_min=3, age="4o")
    who = who.with_elements("keys", [{"source": "list", "file": file, "key": "1"} for file in "ab"])
    happened = event(who, "sentenced", "2020?").with_elements("terms", [{"raw": "odd"}, {"term": "beating"}])
    fixed: Element = {"kind": "fixed", "months": 12}
    happened = happened.with_elements("penalties", [fixed, fixed, {"raw": "a talk"}])
    told = counted_rows(told_of([who, happened]))
    day = date(2020, 1, 1).toordinal()
    said = told.of(happened.id)
    assert said[DATE] == ((day, day + 365, 1),)
    assert (said[TERM], said["months"], said["penalty"]) == (("odd", "beating"), (12,), ("fixed", "a talk"))
    assert told.of(who.id)[SIZE] == ((3, OPEN),)
    assert told.of(who.id)["dataset"] == ("list",)
    assert told.of(who.id)[LIFE] == ((*bounds("1980"), OPEN, OPEN, OPEN),)
    assert bounds("no date") == (OPEN, OPEN, 0)
