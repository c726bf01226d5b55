"""A record may open although no level changed: who is in it, where it belongs, what it is."""

from dataclasses import replace
from pathlib import Path

import pytest

from hrddesk.bundle.merging import level_changes
from hrddesk.bundle.merging.level_changes import Regrouping
from hrddesk.bundle.merging.merge import Side
from hrddesk.bundle.review import acceptance
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import ElementId, Record, RecordId
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks
from tests.unit.bundle.hands import ONE, THREE, TWO, case, content, delete, hand_over, put, send

PERSON, OTHER = RecordId("a" * 32), RecordId("b" * 32)
EVENT = Record(kind=Kind.EVENT, id=THREE).with_fields(case=ONE, type="detained")
EVENT = EVENT.with_elements("parties", [{"party": PERSON, "role": "source"}])


@pytest.fixture
def both(desks: Desks, tmp_path: Path) -> Desks:
    """Two desks that hold the same cases, people and event, the coordinator's part of which was sent."""
    people = [Record(kind=Kind.PARTY, id=item).with_fields(kind="person") for item in (PERSON, OTHER)]
    put(desks.documenter, case(ONE), case(TWO), *people, EVENT)
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    return desks


def changed(what: str, record: Record) -> Record:
    first = next(iter(record.lists.get("parties", {})), None)
    parties = dict(record.lists.get("parties", {}))
    if what == "moved":
        return record.with_fields(case=TWO, measure="other")
    if what == "in no case":
        return record.with_fields(case=None, measure="other")
    if what == "left":
        return replace(record, lists={}).with_fields(measure="other")
    if what == "role":
        assert first is not None
        parties[first] = {**parties[first], "role": "witness"}
        return replace(record, lists={"parties": parties}).with_fields(measure="other")
    values = [*record.values("parties"), {"party": OTHER, "role": "victim"}]
    return record.with_elements("parties", values).with_fields(measure="other")


def event(session: Session) -> Record:
    return session.store.get(THREE)


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("moved", Regrouping.CASE),
        ("in no case", Regrouping.CASE),
        ("left", Regrouping.PEOPLE),
        ("role", Regrouping.PEOPLE),
        ("joined", Regrouping.PEOPLE),
    ],
)
def test_what_may_open_an_event_stays_without_a_yes(
    both: Desks, tmp_path: Path, what: str, expected: Regrouping
) -> None:
    put(both.documenter, changed(what, EVENT))
    found = hand_over(both, tmp_path)
    assert (found.changed, found.regrouped, found.loosened) == (1, 1, 0)
    shown = acceptance.review(both.coordinator, found.review, Job())
    assert (shown.regrouped, shown.opens, shown.loosened) == (1, 1, 0)
    assert [item.regrouped for item in shown.items if item.record.id == THREE] == [(expected,)]
    assert acceptance.accept(both.coordinator, found.review, None, Job()).kept == 1
    assert event(both.coordinator) == EVENT.with_fields(measure="other")  # the rest was taken
    again = send(both.coordinator, both.documenter, tmp_path)
    assert (again.conflicts, again.regrouped) == (0, 0 if what == "joined" else 1)
    acceptance.accept(both.documenter, again.review, None, Job(), loosen=True)
    offered = hand_over(both, tmp_path)
    if what == "joined":  # nobody loses what was only added: it is offered again
        assert offered.regrouped == 1
        acceptance.accept(both.coordinator, offered.review, None, Job(), loosen=True)
        assert len(event(both.coordinator).values("parties")) == 2
    assert content(both.coordinator) == content(both.documenter)


def test_with_a_yes_all_is_taken(both: Desks, tmp_path: Path) -> None:
    put(both.documenter, changed("moved", changed("left", EVENT)))
    accepted = acceptance.accept(both.coordinator, hand_over(both, tmp_path).review, None, Job(), loosen=True)
    assert accepted.kept == 0
    assert content(both.coordinator) == content(both.documenter)


def test_a_person_becomes_no_authority_and_a_case_keeps_its_people(both: Desks, tmp_path: Path) -> None:
    put(both.documenter, both.documenter.store.get(PERSON).with_fields(kind="authority", sex="f"))
    put(both.documenter, both.documenter.store.get(ONE).with_elements("parties", [{"party": OTHER}]))
    found = hand_over(both, tmp_path)
    assert found.regrouped == 2
    assert acceptance.accept(both.coordinator, found.review, None, Job()).kept == 2
    person = both.coordinator.store.get(PERSON)
    assert (person.text("kind"), person.text("sex")) == ("person", "f")
    assert not both.coordinator.store.get(ONE).values("parties")


def test_somebody_whom_we_took_out_does_not_come_back_in(both: Desks, tmp_path: Path) -> None:
    put(both.coordinator, changed("left", EVENT))
    acceptance.accept(
        both.documenter, send(both.coordinator, both.documenter, tmp_path).review, None, Job(), loosen=True
    )
    put(both.documenter, EVENT)
    found = hand_over(both, tmp_path)
    assert found.regrouped == 1
    assert acceptance.accept(both.coordinator, found.review, None, Job()).kept == 1
    assert not event(both.coordinator).values("parties")


def test_where_somebody_stands_in_a_list_opens_nothing(both: Desks, tmp_path: Path) -> None:
    first = next(iter(EVENT.lists["parties"]))
    moved = {first: {**EVENT.lists["parties"][first], "pos": 3}}
    put(both.documenter, replace(EVENT, lists={"parties": moved}))
    found = hand_over(both, tmp_path)
    assert (found.changed, found.regrouped) == (1, 0)


def test_one_person_under_another_id_of_the_list_is_no_other_person(both: Desks, tmp_path: Path) -> None:
    (element,) = EVENT.lists["parties"].values()
    put(both.documenter, replace(EVENT, lists={"parties": {ElementId("e" * 32): element}}))
    found = send(both.documenter, both.coordinator, tmp_path)
    assert acceptance.accept(both.coordinator, found.review, None, Job()).kept == 0
    assert content(both.coordinator) == content(both.documenter)
    joined = [element, {**element, "role": "victim"}]
    put(both.documenter, replace(EVENT, lists={}).with_elements("parties", joined))
    found = send(both.documenter, both.coordinator, tmp_path)
    assert acceptance.accept(both.coordinator, found.review, None, Job()).kept == 1


def test_a_conflict_that_is_given_to_them_needs_the_yes_too(both: Desks, tmp_path: Path) -> None:
    put(both.documenter, EVENT.with_fields(case=TWO, measure="theirs"))
    put(both.coordinator, EVENT.with_fields(case=None, measure="ours"))
    found = hand_over(both, tmp_path)
    assert (found.conflicts, found.regrouped) == (1, 1)
    acceptance.accept(both.coordinator, found.review, None, Job(), take=Side.THEIRS)
    assert (event(both.coordinator).text("case"), event(both.coordinator).text("measure")) == ("", "theirs")


@pytest.mark.parametrize("loosen", [False, True])
def test_what_was_deleted_comes_back_no_more_open_than_it_was(
    both: Desks, tmp_path: Path, loosen: bool
) -> None:
    secret = EVENT.with_visibility(Visibility.SECRET)
    put(both.coordinator, secret)
    delete(both.coordinator, THREE)
    put(both.documenter, changed("moved", changed("role", EVENT)).with_visibility(Visibility.PUBLIC))
    found = hand_over(both, tmp_path)
    assert (found.conflicts, found.brings_back, found.loosened, found.regrouped) == (1, 1, 1, 1)
    shown = acceptance.review(both.coordinator, found.review, Job())
    assert (shown.brings_back, shown.opens) == (1, 1)
    made = acceptance.accept(both.coordinator, found.review, None, Job(), take=Side.THEIRS, loosen=loosen)
    here = event(both.coordinator)
    assert made.kept == (0 if loosen else 1)
    assert here.visibility("record") is (Visibility.PUBLIC if loosen else Visibility.SECRET)
    assert here.text("measure") == "other"
    if not loosen:
        assert (here.text("case"), here.lists["parties"]) == (ONE, EVENT.lists["parties"])
    acceptance.undo(both.coordinator, found.review)
    assert both.coordinator.store.find(THREE) is None


def test_people_are_taken_out_of_what_comes_back_where_nobody_was_in_it() -> None:
    was = replace(EVENT, lists={})
    assert level_changes.as_closed_as(was, EVENT) == was


@pytest.mark.parametrize(
    ("before", "after", "asked"), [("2030", "", True), ("2030", "2020", True), ("", "2030", False)]
)
def test_an_end_of_confidentiality_needs_a_yes(
    desks: Desks, tmp_path: Path, before: str, after: str, asked: bool
) -> None:
    event = Record(kind=Kind.EVENT, id=ONE).with_fields(type="intervention", confidential_until=before)
    put(desks.documenter, event)
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    put(desks.documenter, event.with_fields(confidential_until=after))
    (item,) = acceptance.review(desks.coordinator, hand_over(desks, tmp_path).review, Job()).items
    assert item.regrouped == ((Regrouping.CONFIDENTIAL,) if asked else ())
