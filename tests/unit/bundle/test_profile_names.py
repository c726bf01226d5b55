"""A profile that gets a name by an undoing or a bundle gets nothing read for another of that name."""

from pathlib import Path

import pytest

from hrddesk.actions.content_review import texts
from hrddesk.actions.records import history
from hrddesk.actions.scope import profiles
from hrddesk.bundle.review import acceptance
from hrddesk.records.model import codec
from hrddesk.records.model.kinds import ASKS_PROFILE, Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.redact.profile.profiles import LABELS, NAMES
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks
from tests.unit.bundle.handing_off import a_told_case, read_text
from tests.unit.bundle.hands import hand_over, put


def _reviewed(session: Session) -> int:
    """Return how many texts are reviewed for the profile that is called Alpha now."""
    states = (row.states for row in texts.list_texts(session.store, ["Alpha"]))
    return sum(state["Alpha"] is texts.TextState.REVIEWED for state in states)


def _another_was_read_for(session: Session) -> None:
    """A profile of that name was here for a while, and a text was reviewed for it."""
    profiles.copy(session, "names", "Alpha")
    read_text(session, a_told_case(session), "Alpha")
    assert _reviewed(session) == 1
    profiles.remove(session, "Alpha")


def test_an_acceptance_that_is_undone(desks: Desks, tmp_path: Path) -> None:
    session = desks.coordinator
    profiles.copy(desks.documenter, "labels", "Alpha")
    acceptance.accept(session, hand_over(desks, tmp_path).review, None, Job())
    profiles.rename(desks.documenter, "Alpha", "Beta")
    number = hand_over(desks, tmp_path).review
    acceptance.accept(session, number, None, Job())
    _another_was_read_for(session)
    acceptance.undo(session, number)
    assert "Alpha" in profiles.profile_names(session.store)
    assert _reviewed(session) == 0


def test_a_new_name_that_is_undone(desks: Desks) -> None:
    session = desks.documenter
    profiles.copy(session, "labels", "Alpha")
    act = profiles.rename(session, "Alpha", "Beta").changes.act
    _another_was_read_for(session)
    history.undo(session, act)
    assert "Alpha" in profiles.profile_names(session.store)
    assert _reviewed(session) == 0


@pytest.mark.parametrize("meanwhile", [True, False])
def test_a_deletion_that_is_undone(desks: Desks, *, meanwhile: bool) -> None:
    session = desks.documenter
    profiles.copy(session, "labels", "Alpha")
    read_text(session, a_told_case(session), "Alpha")
    act = profiles.remove(session, "Alpha").changes.act
    if meanwhile:
        _another_was_read_for(session)
    history.undo(session, act)
    assert "Alpha" in profiles.profile_names(session.store)
    assert _reviewed(session) == 1  # its own alone


def test_a_saved_search_that_becomes_a_profile(desks: Desks) -> None:
    session = desks.documenter
    query = Record(kind=Kind.QUERY, id=RecordId("5" * 32)).with_fields(name="Alpha", query="{}")
    put(session, query)
    _another_was_read_for(session)
    put(session, query.with_fields(asks=ASKS_PROFILE, query=codec.canonical(LABELS).decode()))
    assert _reviewed(session) == 0


def test_another_of_the_same_name_takes_nothing_from_who_has_it(desks: Desks) -> None:
    session = desks.documenter
    profiles.copy(session, "labels", "Alpha")
    (ours,) = profiles.ids(session.store)
    read_text(session, a_told_case(session), "Alpha")
    other = Record(kind=Kind.QUERY, id=RecordId("5" * 32)).with_fields(name="Alpha", asks=ASKS_PROFILE)
    put(session, other.with_fields(query=codec.canonical(NAMES).decode()))
    names = [f"Alpha ({record[:8]})" for record in (ours, other.id)]
    (row,) = texts.list_texts(session.store, names)
    assert list(row.states.values()) == [texts.TextState.REVIEWED, texts.TextState.UNREVIEWED]
