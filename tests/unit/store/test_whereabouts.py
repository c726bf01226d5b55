"""What a status is computed from, read by page: the same statuses as from whole records."""

import datetime

from hrddesk import paths
from hrddesk.actions import imports, statuses
from hrddesk.analysis.status import status_of
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId, new_id
from hrddesk.session import Session

DAYS = [datetime.date(2019, 1, 1), datetime.date(2020, 12, 31), datetime.date(2030, 1, 1)]


def test_the_same_statuses_as_from_whole_records(session: Session) -> None:
    imports.run(session, paths.resources() / "sample", source="sample")
    store = session.store
    ids = store.ids(Kind.PARTY)
    found = dict(zip(ids, store.whereabouts.of_parties(ids), strict=True))
    told = set()
    for party in store.all(Kind.PARTY):
        light, events = found[party.id]
        assert light.id == party.id
        assert [event.id for event in events] == [event.id for event in store.events_of_party(party.id)]
        for day in DAYS:
            whole = status_of(party, store.events_of_party(party.id), day)
            assert status_of(light, events, day) == whole
            told.add(whole.answer)
    assert len(told) > 2  # the sample holds several
    with_one = [party.id for party in store.all(Kind.PARTY) if statuses.has_status(party)]
    assert sorted(statuses.of_parties(store, [*ids, *ids, new_id()], DAYS[1])) == sorted(with_one)


def put(session: Session, *records: Record) -> None:
    with session.store.change("test") as change:
        for record in records:
            change.put(record)


def party(death: str = "") -> Record:
    return Record(Kind.PARTY, new_id()).with_fields(kind="person", death=death)


def test_a_penalty_and_two_roles_of_one_person_come_along(session: Session) -> None:
    who, other = party(), party("2020-05")
    judged = Record(Kind.EVENT, new_id()).with_fields(type="sentenced", date="2020-03-01")
    roles = [{"party": who.id, "role": "source"}, {"party": who.id, "role": "victim"}, {"party": other.id}]
    judged = judged.with_elements("parties", roles)
    judged = judged.with_elements(
        "penalties", [{"kind": "fixed", "months": 12}, {"kind": "fine", "amount": 5}]
    )
    put(session, who, other, judged)
    (one, events), (two, _) = session.store.whereabouts.of_parties([who.id, other.id])
    (event,) = events
    assert [item.get("role") for item in event.values("parties")] == ["source", "victim"]
    assert [(item["kind"], item.get("months")) for item in event.values("penalties")] == [
        ("fixed", 12), ("fine", None),
    ]  # fmt: skip
    assert (one.text("death"), two.text("death")) == ("", "2020-05")
    assert list(session.store.whereabouts.of_parties([])) == []


def test_people_of_cases_are_those_to_whom_something_happened(session: Session) -> None:
    people = [party() for _ in range(3)]
    roles = ["victim", "lawyer", ""]
    case = Record(Kind.CASE, new_id()).with_elements(
        "parties", [{"party": who.id, "role": role} for who, role in zip(people, roles, strict=True)]
    )
    empty = Record(Kind.CASE, new_id())
    put(session, *people, case, empty)
    found = session.store.whereabouts
    assert found.people_of_cases([case.id, empty.id]) == {case.id: [people[0].id, people[2].id]}
    assert found.cases_of([people[2].id]) == {case.id}
    assert found.cases_of([people[1].id]) == found.cases_of([]) == frozenset()
    assert list(statuses.of_cases(session.store, [case.id, empty.id, RecordId("f" * 32)], DAYS[1])) == [
        case.id, empty.id, RecordId("f" * 32),
    ]  # fmt: skip
