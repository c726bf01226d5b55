"""Consents of people are added, listed, undone and noted at home; what cannot be changes nothing."""

import pytest

from hrddesk.actions.analysis import duplicates
from hrddesk.actions.records import cases, consents, events, parties, sources
from hrddesk.errors import HrdDeskError, InvalidValue
from hrddesk.records.model.kinds import AT_HOME, CONSENTS, Kind
from hrddesk.records.model.record import RecordId, Value
from hrddesk.records.rules.consents import ConsentState
from hrddesk.store.vault.session import Session

YES: dict[str, Value] = {"consent": "yes", "purpose": "with_name", "given_by": "self", "date": "2026-01-05"}


@pytest.fixture
def person(session: Session) -> RecordId:
    """Somebody who can be asked."""
    return parties.create(session, {"birth": "1980"}, {"names": [{"name": "Lan Example"}]}).result


def state(session: Session, party: RecordId) -> ConsentState:
    return consents.of_party(session.store, party).current.state


def test_the_latest_answer_counts_and_is_undone(session: Session, person: RecordId) -> None:
    assert state(session, person) is ConsentState.MISSING
    consents.add(session, person, YES)
    act = consents.add(
        session, person, {"consent": "withdrawn", "given_by": "self", "date": "2026-02-01"}
    ).changes.act
    assert state(session, person) is ConsentState.WITHDRAWN
    assert len(consents.of_party(session.store, person).entries) == 2
    assert act is not None
    events.undo(session, act)
    assert state(session, person) is ConsentState.YES
    consents.remove(session, person, 1)
    assert state(session, person) is ConsentState.MISSING
    with pytest.raises(InvalidValue):
        consents.remove(session, person, 1)


def test_what_cannot_be_is_refused_and_changes_nothing(session: Session, person: RecordId) -> None:
    leak = sources.create(session, {"type": "interview", "title": "A neighbour"}).result
    case = cases.create(session, {"title": "Willow Lane"}).result
    before = len(session.store.history.of_record(person))
    for entry in (
        {**YES, "given_by": None},
        {**YES, "until": "2025-12-31"},
        {**YES, "date": "2999"},
        {**YES, "given_by": "guardian"},
        {"consent": "not_asked", "basis": "campaign"},
        {"consent": "not_asked", "basis": "campaign", "source": leak},
        {"consent": "not_asked", "basis": "campaign", "source": "f" * 32},
    ):
        with pytest.raises(HrdDeskError):
            consents.add(session, person, entry)
        with pytest.raises(HrdDeskError):
            parties.edit(session, person, {}, {CONSENTS: [entry]})
    with pytest.raises(InvalidValue):
        consents.add(session, case, YES)
    assert len(session.store.history.of_record(person)) == before
    assert state(session, person) is ConsentState.MISSING


def test_a_basis_cites_a_public_document(session: Session, person: RecordId) -> None:
    news = sources.create(session, {"type": "news", "title": "The River Post"}).result
    consents.add(session, person, {"consent": "cannot_be_asked", "basis": "campaign", "source": news})
    with pytest.raises(InvalidValue, match="on the ground of it"):
        sources.remove(session, news)
    assert consents.of_party(session.store, person).current.bases == (news,)
    parties.edit(session, person, {"sex": "female"})  # what is stored is not asked again


def test_who_and_how_stay_in_this_vault(session: Session, person: RecordId) -> None:
    consents.set_note(session, person, "The sister, by telephone")
    consents.set_note(session, person, "The sister, in person")
    assert consents.of_party(session.store, person).note == "The sister, in person"
    assert Kind.CONSENT_NOTE in AT_HOME
    assert "sister" not in session.store.get(person).canonical().decode()
    other = parties.create(session, {}, {"names": [{"name": "Lan Beispiel"}]}).result
    consents.set_note(session, other, "A letter")
    duplicates.merge(session, person, other)
    both = consents.note(session.store, person)
    assert set(both.split("\n\n")) == {"The sister, in person", "A letter"}
    consents.set_note(session, person, both)
    assert consents.note(session.store, person) == both
    third = parties.create(session, {}, {"names": [{"name": "Lan Beispiel"}]}).result
    consents.set_note(session, third, "A letter")
    duplicates.merge(session, person, third)
    assert consents.note(session.store, person) == both
