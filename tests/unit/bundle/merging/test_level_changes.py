"""Levels of visibility that come with a bundle: nothing that is here opens without a yes to that."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hrddesk.bundle.merging.merge import Side
from hrddesk.bundle.review import acceptance
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import WHOLE_RECORD, Kind
from hrddesk.records.model.levels import LevelChange
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks, a_case, introduce, new_session
from tests.unit.bundle.hands import ONE, content, delete, put, send

PUBLIC, RESTRICTED, SECRET = Visibility.PUBLIC, Visibility.RESTRICTED, Visibility.SECRET
START = replace(a_case(narrative="said"), id=ONE).with_visibility(SECRET).with_visibility(RESTRICTED, "title")


@pytest.fixture
def both(desks: Desks, tmp_path: Path) -> Desks:
    """Two desks that hold the same secret case."""
    put(desks.documenter, START)
    accept_all(desks.documenter, desks.coordinator, tmp_path)
    return desks


def accept_all(sender: Session, reader: Session, folder: Path, **how: Any) -> acceptance.Acceptance:
    found = send(sender, reader, folder)
    return acceptance.accept(reader, found.review, None, Job(), **how)


def level(session: Session, name: str = WHOLE_RECORD) -> Visibility:
    return session.store.get(ONE).visibility(name)


def without(record: Record, name: str) -> Record:
    kept = {key: item for key, item in record.lists["visibility"].items() if key != name}
    return replace(record, lists={"visibility": kept} if kept else {})


OPENED = {
    "the record": (START.with_visibility(PUBLIC), [LevelChange("record", SECRET, PUBLIC)]),
    "one step": (START.with_visibility(RESTRICTED), [LevelChange("record", SECRET, RESTRICTED)]),
    "a text": (START.with_visibility(PUBLIC, "narrative"), [LevelChange("narrative", SECRET, PUBLIC)]),
    "a field": (START.with_visibility(PUBLIC, "title"), [LevelChange("title", RESTRICTED, PUBLIC)]),
    "an empty field": (START.with_visibility(PUBLIC, "status"), [LevelChange("status", SECRET, PUBLIC)]),
    "by leaving a word out": (without(START, WHOLE_RECORD), [LevelChange("record", SECRET, RESTRICTED)]),
}


@pytest.mark.parametrize("how", OPENED)
def test_accepting_all_opens_nothing_that_is_here(both: Desks, tmp_path: Path, how: str) -> None:
    opened, expected = OPENED[how]
    put(both.documenter, opened.with_fields(status="new"))
    found = send(both.documenter, both.coordinator, tmp_path)
    assert (found.changed, found.loosened, found.arrive_public) == (1, 1, 0)
    shown = acceptance.review(both.coordinator, found.review, Job())
    assert (shown.loosened, shown.arrives_public) == (1, 0)
    assert list(shown.items[0].loosened) == expected
    before = both.coordinator.store.get(ONE).lists["visibility"]
    assert acceptance.accept(both.coordinator, found.review, None, Job()).kept == 1
    after = both.coordinator.store.get(ONE)
    assert (after.text("status"), after.lists["visibility"]) == ("new", before)


VIOLENCE = Record(kind=Kind.EVENT, id=ONE, fields={"type": "tortured"}).with_elements(
    "terms", [{"term": "strip_search"}]
)


def test_an_event_is_confidential_when_its_term_comes_to_mean_sexual_violence(
    desks: Desks, tmp_path: Path
) -> None:
    term = Record(kind=Kind.TERM, id=RecordId("7" * 32)).with_fields(
        vocabulary="event_type", code="x_outrage"
    )
    put(desks.documenter, term)
    put(desks.documenter, Record(kind=Kind.EVENT, id=ONE, fields={"type": "x_outrage"}))
    accept_all(desks.documenter, desks.coordinator, tmp_path)
    assert level(desks.coordinator) is RESTRICTED
    put(desks.documenter, term.with_fields(retired=True, into="sexual_violence"))
    accept_all(desks.documenter, desks.coordinator, tmp_path)
    assert level(desks.documenter) is level(desks.coordinator) is SECRET


@pytest.mark.parametrize(
    "change",
    [
        replace(VIOLENCE, lists={}),
        replace(VIOLENCE, lists={}).with_visibility(PUBLIC),
        VIOLENCE.with_visibility(PUBLIC),
        VIOLENCE.with_elements("terms", [{"term": "beating"}]),
    ],
)
def test_an_event_of_sexual_violence_opens_by_no_change_of_what_it_says(
    desks: Desks, tmp_path: Path, change: Record
) -> None:
    put(desks.documenter, VIOLENCE)
    accept_all(desks.documenter, desks.coordinator, tmp_path)
    assert level(desks.coordinator) is SECRET
    put(desks.documenter, change.with_fields(date="2020"))
    accept_all(desks.documenter, desks.coordinator, tmp_path)
    assert level(desks.coordinator) is SECRET
    assert desks.coordinator.store.get(ONE).text("date") == "2020"


@pytest.mark.parametrize("how", OPENED)
def test_a_yes_of_its_own_opens_it(both: Desks, tmp_path: Path, how: str) -> None:
    put(both.documenter, OPENED[how][0])
    assert accept_all(both.documenter, both.coordinator, tmp_path, loosen=True).kept == 0
    assert content(both.documenter) == content(both.coordinator)


def test_the_stricter_level_stays_and_goes_back(both: Desks, tmp_path: Path) -> None:
    put(both.documenter, START.with_visibility(PUBLIC).with_visibility(PUBLIC, "narrative"))
    accept_all(both.documenter, both.coordinator, tmp_path)
    again = send(both.documenter, both.coordinator, tmp_path)  # the same, unaware of the refusal
    assert (again.unchanged, again.loosened) == (1, 0)
    acceptance.accept(both.coordinator, again.review, None, Job())
    assert (level(both.coordinator), level(both.coordinator, "narrative")) == (SECRET, SECRET)
    back = send(both.coordinator, both.documenter, tmp_path)
    assert (back.changed, back.conflicts, back.loosened) == (1, 0, 0)
    acceptance.accept(both.documenter, back.review, None, Job())
    assert level(both.documenter) is SECRET
    assert content(both.documenter) == content(both.coordinator)


def test_a_level_that_is_opened_again_is_asked_for_again(both: Desks, tmp_path: Path) -> None:
    for _ in range(2):
        record = both.documenter.store.get(ONE)
        put(both.documenter, record.with_visibility(RESTRICTED))
        put(both.documenter, record.with_visibility(PUBLIC))
        assert accept_all(both.documenter, both.coordinator, tmp_path).kept == 1
        accept_all(both.coordinator, both.documenter, tmp_path)
    assert level(both.documenter) is level(both.coordinator) is SECRET


def test_what_gets_stricter_is_taken_and_what_opens_beside_it_is_not(both: Desks, tmp_path: Path) -> None:
    put(both.documenter, START.with_visibility(SECRET, "title").with_visibility(PUBLIC, "narrative"))
    assert accept_all(both.documenter, both.coordinator, tmp_path).kept == 1
    assert (level(both.coordinator, "title"), level(both.coordinator, "narrative")) == (SECRET, SECRET)


def test_a_field_that_followed_a_stricter_record_is_not_opened_by_a_level_of_its_own(
    both: Desks, tmp_path: Path
) -> None:
    put(both.coordinator, START.with_visibility(SECRET, "title"))
    put(both.documenter, without(START, "title").with_visibility(PUBLIC))
    assert accept_all(both.documenter, both.coordinator, tmp_path, take=Side.THEIRS).kept == 1
    assert (level(both.coordinator), level(both.coordinator, "title")) == (SECRET, SECRET)


def test_taking_their_side_of_a_conflict_is_no_yes_to_opening(both: Desks, tmp_path: Path) -> None:
    put(both.documenter, START.with_visibility(PUBLIC).with_fields(title="theirs"))
    put(both.coordinator, START.with_visibility(RESTRICTED).with_fields(title="ours"))
    found = send(both.documenter, both.coordinator, tmp_path)
    assert (found.conflicts, found.loosened) == (1, 1)
    assert acceptance.accept(both.coordinator, found.review, None, Job(), take=Side.THEIRS).kept == 1
    assert both.coordinator.store.get(ONE).text("title") == "theirs"
    assert level(both.coordinator) is RESTRICTED


def test_a_deletion_and_our_side_open_nothing(both: Desks, tmp_path: Path) -> None:
    put(both.coordinator, START.with_fields(title="ours"))
    delete(both.documenter, ONE)
    found = send(both.documenter, both.coordinator, tmp_path)
    assert (found.conflicts, found.loosened) == (1, 0)
    assert acceptance.accept(both.coordinator, found.review, None, Job(), take=Side.OURS).kept == 0
    assert level(both.coordinator) is SECRET


def test_new_and_revived_records_that_arrive_public_are_counted(desks: Desks, tmp_path: Path) -> None:
    open_case = replace(a_case(), id=ONE).with_visibility(PUBLIC)
    put(
        desks.documenter,
        open_case,
        a_case(),
        Record(kind=Kind.PARTY, id=RecordId("2" * 32)).with_fields(sex="f"),
    )
    found = send(desks.documenter, desks.coordinator, tmp_path)
    assert (found.new, found.loosened, found.arrive_public) == (3, 0, 1)
    assert acceptance.review(desks.coordinator, found.review, Job()).arrives_public == 1
    acceptance.accept(desks.coordinator, found.review, None, Job())
    assert content(desks.coordinator) == content(desks.documenter)  # never more public than at the sender's
    assert acceptance.review(desks.coordinator, found.review, Job()).arrives_public == 0
    delete(desks.coordinator, ONE)
    put(desks.documenter, open_case.with_fields(title="still needed"))
    again = send(desks.documenter, desks.coordinator, tmp_path)
    assert (again.conflicts, again.arrive_public) == (1, 1)


def test_undo_takes_the_kept_level_back_too(both: Desks, tmp_path: Path) -> None:
    before = content(both.coordinator)
    put(both.documenter, START.with_visibility(PUBLIC))
    found = send(both.documenter, both.coordinator, tmp_path)
    acceptance.accept(both.coordinator, found.review, None, Job())
    acceptance.undo(both.coordinator, found.review)
    assert content(both.coordinator) == before
    acceptance.accept(both.coordinator, found.review, None, Job(), loosen=True)
    assert level(both.coordinator) is PUBLIC


def test_a_third_desk_keeps_to_the_stricter_level(both: Desks, tmp_path: Path) -> None:
    third = new_session(tmp_path / "third.hrdv")
    for left, right, name in (
        (both.documenter, third, "third"),
        (both.coordinator, third, "third"),
        (third, both.documenter, "documenter"),
        (third, both.coordinator, "coordinator"),
    ):
        introduce(left, right, name)
    put(both.documenter, START.with_visibility(PUBLIC))
    accept_all(both.documenter, third, tmp_path)
    accept_all(both.documenter, both.coordinator, tmp_path)
    assert (level(third), level(both.coordinator)) == (PUBLIC, SECRET)
    assert (
        accept_all(third, both.coordinator, tmp_path).kept == 0
    )  # refused once, it is refused from everybody
    accept_all(both.coordinator, third, tmp_path)
    accept_all(third, both.documenter, tmp_path)
    assert level(third) is level(both.documenter) is SECRET
    assert content(third) == content(both.documenter) == content(both.coordinator)
    third.close()
