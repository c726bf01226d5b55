"""Cases, people and events, as a person makes and changes them."""

from contextlib import closing

import pytest

from hrddesk.actions.records import cases, events, parties, relations
from hrddesk.actions.records.cases import CaseQuery
from hrddesk.errors import InvalidDate, RecordNotFound
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Record, RecordId, new_id
from hrddesk.store.vault.session import Session

NAMES: list[Element] = [
    {"name": "Tashi Wengar", "script": "Latn", "kind": "main"},
    {"name": "བཀྲ་ཤིས་ཝེན་གར", "script": "Tibt", "kind": "main"},
]


def _case_with_person(session: Session) -> tuple[RecordId, RecordId]:
    case = cases.create(session, {"title": "The mill", "narrative": "It began at the mill."}).result
    person = parties.create(session, {"birth": "1970"}, {"names": NAMES}, case, "subject").result
    return case, person


def test_a_case_shows_its_people_events_and_evidence(session: Session) -> None:
    case, person = _case_with_person(session)
    lawyer = parties.create(session, {}, {"names": [{"name": "Odal Brisk", "kind": "main"}]}).result
    event, changes = events.add(
        session,
        case,
        {"type": "detained", "date": "2020-02"},
        {"parties": [{"party": person, "role": "victim"}, {"party": lawyer, "role": "lawyer"}]},
    )
    assert changes.events == {event}
    detail = cases.detail(session.store, case)
    assert [(party.id, role) for party, role in detail.parties] == [(person, "subject")]
    assert [item.id for item in detail.events] == [event]
    assert detail.evidence == ()
    assert detail.subjects == [person]
    assert detail.names == {person: "Tashi Wengar / བཀྲ་ཤིས་ཝེན་གར", lawyer: "Odal Brisk"}
    assert detail.record.text("ref").startswith(session.prefix)
    row = cases.rows(session.store, cases.list_ids(session.store, CaseQuery("wengar")))[0]
    assert (row.title, row.last_event) == ("The mill", "2020-02")


def test_the_case_of_a_record_is_the_one_to_which_it_belongs(session: Session) -> None:
    case, person = _case_with_person(session)
    inside = events.add(session, case, {"type": "detained"}).result
    outside = events.add(session, None, {"type": "detained"}).result
    stranger = parties.create(session, {}, {"names": [{"name": "Odal Brisk", "kind": "main"}]}).result
    first = relations.create(session, {"subject": stranger, "type": "colleague", "object": person}).result
    for record in (case, person, inside, first):
        assert cases.case_of(session.store, record) == case
    relative = parties.create(session, {}, {"names": [{"name": "Sela Brisk", "kind": "main"}]}).result
    second = relations.create(session, {"subject": stranger, "type": "colleague", "object": relative}).result
    for record in (outside, stranger, second, new_id()):
        assert cases.case_of(session.store, record) is None


def test_a_case_is_shown_as_it_was_at_one_moment(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    case, person = _case_with_person(session)
    events.add(session, case, {"type": "detained"}, {"parties": [{"party": person, "role": "victim"}]})
    with closing(session.reader()) as reader:
        read_events = reader.events_of_case

        def while_somebody_saves(case_id: RecordId) -> list[Record]:
            found = read_events(case_id)
            parties.remove(session, person)
            return found

        monkeypatch.setattr(reader, "events_of_case", while_somebody_saves)
        detail = cases.detail(reader, case)
    assert [party.id for party, _ in detail.parties] == [person]
    assert detail.events[0].values("parties")[0]["party"] in detail.names
    assert cases.detail(session.store, case).parties == ()


def test_a_person_is_shown_as_at_one_moment(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    case, person = _case_with_person(session)
    other = parties.create(session, {}, {"names": [{"name": "Odal Brisk"}]}, case, "subject").result
    both: list[Element] = [{"party": person, "role": "victim"}, {"party": other, "role": "witness"}]
    events.add(session, case, {"type": "detained"}, {"parties": both})
    with closing(session.reader()) as reader:
        read_relations = reader.relations_of_party

        def while_somebody_saves(party_id: RecordId) -> list[Record]:
            found = read_relations(party_id)
            parties.remove(session, other)
            return found

        monkeypatch.setattr(reader, "relations_of_party", while_somebody_saves)
        assert parties.detail(reader, person).names[other] == "Odal Brisk"
    assert other not in parties.detail(session.store, person).names


def test_a_case_is_edited_and_a_wrong_date_changes_nothing(session: Session) -> None:
    case, person = _case_with_person(session)
    assert cases.edit(session, case, {"title": "The dam"}, {"tags": [{"text": "dam"}]}).changes.cases == {
        case
    }
    assert session.store.get(case).values("tags")[0]["text"] == "dam"
    event = events.add(session, case, {"type": "detained", "date": "2020"}).result
    with pytest.raises(InvalidDate):
        events.edit(session, event, {"type": "released", "date": "1954-02-29"})
    assert session.store.get(event).text("type") == "detained"
    assert events.edit(session, event, {"date": "2021"}).changes.events == {event}
    with pytest.raises(InvalidDate):
        parties.edit(session, person, {"birth": "1954-02-29"})
    assert parties.edit(session, person, {"sex": "male"}).changes.parties == {person}


def test_people_join_and_leave_a_case(session: Session) -> None:
    case, person = _case_with_person(session)
    other = parties.create(session, {}, {"names": [{"name": "Odal Brisk"}]}).result
    assert not cases.add_party(session, case, person, "subject").changes
    assert cases.add_party(session, case, other, "witness").changes.cases == {case}
    cases.remove_party(session, case, person)
    assert [party.id for party, _ in cases.detail(session.store, case).parties] == [other]
    assert session.store.find(person) is not None


def test_what_is_deleted_comes_back_by_undo(session: Session) -> None:
    case, person = _case_with_person(session)
    event = events.add(
        session, case, {"type": "detained"}, {"parties": [{"party": person, "role": "victim"}]}
    ).result
    gone = events.remove(session, event).changes
    assert session.store.find(event) is None
    events.undo(session, gone.act or 0)
    assert session.store.get(event).text("type") == "detained"
    gone = cases.remove(session, case).changes
    assert session.store.find(event) is not None
    events.undo(session, gone.act or 0)
    assert session.store.get(case).text("title") == "The mill"


def test_a_party_that_is_deleted_leaves_no_dangling_place(session: Session) -> None:
    case, person = _case_with_person(session)
    other = parties.create(session, {}, {"names": [{"name": "Odal Brisk"}]}, case, "witness").result
    event = events.add(
        session,
        case,
        {"type": "detained"},
        {"parties": [{"party": person, "role": "victim"}, {"party": other, "role": "witness"}]},
    ).result
    with session.store.change("test") as change:
        relation = Record(kind=Kind.RELATION, id=new_id()).with_fields(
            subject=person, type="spouse_of", object=other
        )
        change.put(relation)
    detail = parties.detail(session.store, person)
    assert (len(detail.events), len(detail.relations), detail.cases) == (1, 1, (case,))
    assert detail.names[other] == "Odal Brisk"
    gone = parties.remove(session, person).changes
    assert [item["party"] for item in session.store.get(event).values("parties")] == [other]
    assert [item["party"] for item in session.store.get(case).values("parties")] == [other]
    assert session.store.find(relation.id) is None
    events.undo(session, gone.act or 0)
    assert parties.detail(session.store, person) == detail


def test_people_are_listed_and_found(session: Session) -> None:
    _, person = _case_with_person(session)
    other = parties.create(session, {"kind": "group", "size": "12"}, {"names": [{"name": "Boatmen"}]}).result
    assert parties.list_ids(session.store) == [person, other]
    assert parties.list_ids(session.store, "བཀྲ") == [person]
    rows = parties.rows(session.store, [other])
    assert (rows[0].name, rows[0].kind) == ("Boatmen", "group")


def test_an_event_needs_a_case_that_is_there_or_none(session: Session) -> None:
    with pytest.raises(RecordNotFound):
        events.add(session, new_id(), {"type": "detained"})
    event = events.add(session, None, {"type": "detained"}).result
    assert "case" not in session.store.get(event).fields


def test_people_are_suggested_by_how_well_their_names_fit(session: Session) -> None:
    called = ["Maolan", "Hu Lan", "Lan Shuo", "Lan", "ئايگۈل", "兰"]
    made = {
        name: parties.create(session, {}, {"names": [{"name": name, "kind": "main"}]}).result
        for name in called
    }
    found = parties.suggested(session.store, "lan", 20)
    order = [next(name for name, party in made.items() if party == each) for each in found]
    assert order[:2] == ["Lan", "兰"]  # by its pinyin
    assert order[2:] == ["Hu Lan", "Lan Shuo", "Maolan"]  # both begin so in one order of their names
    assert parties.suggested(session.store, "lan", 1) == [made["Lan"]]
