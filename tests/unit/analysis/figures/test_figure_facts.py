"""Which rows there are, and what is recorded of them; figures over them: test_evaluation.py."""

from hrddesk.analysis.figures.dimensions import SHIPPED
from hrddesk.analysis.figures.figure_questions import CountedUnit
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from tests.unit.analysis.asked import TODAY, case, facts
from tests.unit.analysis.people import event, person


def test_what_belongs_together_is_a_row() -> None:
    who, other, police = person(), person(), person(kind="authority")
    file, empty = case(who, other, police), Record(kind=Kind.CASE, id=new_id())
    happened = event(who, "detained", "2020").with_fields(case=file.id)
    refuted = event(who, "arrested", "2020").with_fields(case=file.id, assertion="refuted")
    nobody = event(police, "tried", "2021").with_fields(case=new_id())  # a case that is not here
    here = facts(who, other, police, file, empty, happened, refuted, nobody).told
    first, second = (file.id, who.id, happened.id), (file.id, other.id, None)
    alone = (None, None, nobody.id)
    assert sorted(zip(*here.rows(CountedUnit.CASES), strict=True)) == sorted(
        [(file.id, first), (file.id, second), (empty.id, (empty.id, None, None))]
    )
    assert sorted(zip(*here.rows(CountedUnit.PERSONS), strict=True)) == sorted(
        [(who.id, first), (other.id, second)]
    )
    assert sorted(zip(*here.rows(CountedUnit.EVENTS), strict=True)) == sorted(
        [(happened.id, first), (nobody.id, alone)]
    )
    owner_of = here.owner_of(CountedUnit.EVENTS)
    assert (owner_of(happened.id), owner_of(nobody.id)) == (file.id, nobody.id)


def test_what_is_recorded_of_any_record_of_a_row_is_said_once() -> None:
    keys = [
        [{"source": source, "file": "f", "key": "1"} for source in sources] for sources in ("ab", "bb", "")
    ]
    who, other = (person().with_elements("keys", of) for of in keys[1:])
    file = case(who, other).with_elements("keys", keys[0])
    here = facts(who, other, file).told
    column = here.column(SHIPPED["dataset"], TODAY)
    assert [column.of(row) for row in here.rows(CountedUnit.PERSONS)[1]] == [("a", "b"), ("a", "b")]
    assert column.of((None, who.id, None)) == ("b",)
    assert column.of((None, other.id, None)) == ()
    assert here.column(SHIPPED["sex"], TODAY).of((file.id, None, None)) == ()


def test_groups_have_sizes_less_who_is_counted_beside() -> None:
    group, crowd, member = person(kind="group"), person(kind="group"), person()
    group = group.with_fields(size_min=3, size_max=7)
    belongs = Record(kind=Kind.RELATION, id=new_id()).with_fields(
        type="member_of", subject=member.id, object=group.id
    )
    here = facts(group, crowd, member, case(group, crowd, member), belongs).told
    assert here.group_sizes([group.id, crowd.id]) == {group.id: (3, 7), crowd.id: (1, None)}
    assert here.group_sizes([group.id, member.id]) == {group.id: (2, 6)}
