"""Rows whose keys records of another desk have."""

from collections.abc import Callable

import pytest

from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.interop.kit.import_plan import ImportPlan
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from tests.unit.interop.conftest import Desk, Kit

Work = Callable[..., ImportPlan]

PARTIES = "party,names,age\np1,Gou Lanting,29\np2,Ji Shuo,30\n"
EVENTS = "event,party,type,date,links\ne1,p1,detained,2020-02,follows:e2\ne2,p1,tried,2020,\n"
RELATIONS = "relation,from,type,to,note\nr1,p1,friend_of,p2,met\n"
ALL = {"parties": PARTIES, "events": EVENTS, "relations": RELATIONS}


@pytest.fixture
def path(desk: Desk, plan: Work, write_kit: Kit) -> object:
    """A kit whose records came here in a bundle."""
    made = write_kit(**ALL)
    for item in desk.take(plan(made)).planned:
        desk.others[item.key.source, item.key.file, item.key.key] = item.record.id
    desk.rows.clear()
    return made


def _changed(made: ImportPlan) -> list[str]:
    return [item.key.key for item in made.planned if item.is_changed]


def _taken(made: ImportPlan) -> list[tuple[str, str]]:
    return [(item.file, item.value) for item in made.found.warnings if item.code is RemarkCode.KEY_TAKEN_TOO]


def test_a_record_that_says_what_the_row_says_is_the_row(desk: Desk, plan: Work, path: object) -> None:
    made = plan(path)
    assert (_changed(made), made.unchanged, made.found.warnings) == ([], 5, [])
    person = desk.keyed(Kind.PARTY, "p1")
    desk.records[person.id] = person.with_fields(note="more than the row")
    assert _changed(plan(path)) == []
    made = plan(path, Visibility.PUBLIC)
    assert sorted(_changed(made)) == ["e1", "e2", "p1", "p1", "p2", "r1"]
    desk.take(made)
    assert desk.keyed(Kind.CASE, "p1").visibility("parties") is Visibility.PUBLIC
    assert len(desk.records) == 6


def test_a_row_that_says_anything_else_makes_a_record_of_its_own(
    desk: Desk, plan: Work, path: object, write_kit: Kit
) -> None:
    before = dict(desk.records)
    write_kit(
        parties=PARTIES.replace("30", "31"),
        events=EVENTS.replace("2020-02", "2020-03"),
        relations=RELATIONS.replace("met", "met once"),
    )
    made = plan(path)
    assert _taken(made) == [("parties.csv", "p2"), ("events.csv", "e1"), ("relations.csv", "r1")]
    desk.take(made)
    assert {name: desk.records[name] for name in before} == before
    new = [record for name, record in desk.records.items() if name not in before]
    assert [record.kind for record in new] == [Kind.PARTY, Kind.EVENT, Kind.RELATION]
    assert new[0].text("age") == "31"
    assert new[1].values("links")[0]["event"] == next(
        record.id for record in before.values() if record.text("type") == "tried"
    )
    assert (new[2].text("note"), new[2].text("object")) == ("met once", new[0].id)


def test_a_list_that_lacks_what_the_row_says_is_another(
    desk: Desk, plan: Work, path: object, write_kit: Kit
) -> None:
    write_kit(parties=PARTIES.replace("Gou Lanting", "Gou Lanting|缑岚汀"))
    made = plan(path)
    # With the person, the case and the events of that person are others too.
    assert _taken(made) == [
        ("parties.csv", "p1"), ("events.csv", "e1"), ("events.csv", "e2"), ("relations.csv", "r1"),
    ]  # fmt: skip
    desk.take(made)
    assert [len(desk.all(kind)) for kind in (Kind.PARTY, Kind.CASE, Kind.EVENT)] == [3, 2, 4]


def test_rows_that_are_wrong_are_remarked_on_all_the_same(
    desk: Desk, plan: Work, path: object, write_kit: Kit
) -> None:
    write_kit(events=EVENTS.replace("e2,p1", "e2,p9"))
    assert [item.code for item in plan(path).found.errors] == [RemarkCode.UNKNOWN_PARTY]


def test_a_reference_to_a_key_that_only_another_desk_gave_says_so(
    desk: Desk, plan: Work, path: object, write_kit: Kit
) -> None:
    desk.others["winter", "parties.csv", "p1"] = desk.keyed(Kind.PARTY, "p1").id
    (error,) = plan(write_kit("winter", events="event,party,type\ne7,p1,detained\n")).found.errors
    assert (error.column, error.value, error.code) == ("party", "p1", RemarkCode.KEY_OF_ANOTHER)
