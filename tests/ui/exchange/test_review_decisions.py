"""Decisions in a review stay until they are carried out: over a lock and a kill, for one bundle only."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.actions.exchange import bundles
from hrddesk.actions.records import cases
from hrddesk.records.model.record import RecordId
from hrddesk.system.jobs import silent
from tests.ui.desks import Desks
from tests.ui.driver import Driver
from tests.ui.page_objects.drafts import UnsavedForms
from tests.ui.page_objects.handoff import HandoffPage
from tests.ui.page_objects.incoming import ReadPage, ReviewPage
from tests.ui.texts import exchange, records

Enter = Callable[[Path], Driver]
pytestmark = pytest.mark.timeout(120)

OURS = {"title": "Ours", "status": "open", "note": "ours"}
THEIRS = {"title": "Theirs", "status": "closed", "note": "theirs"}
OURS_STANDS = f"✓ {exchange.STATUS_OPEN}"


def at_odds(desks: Desks) -> tuple[RecordId, Path]:
    """Let both desks change three fields of a case; return it and the bundle that the documenter sends."""
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    case = desks.fill(desks.documenter)
    first = desks.bundle(desks.documenter, "Heron")
    with desks.open(desks.coordinator) as session:
        bundles.accept(session, bundles.read_bundle(session, first, silent()).review, None, silent())
        cases.edit(session, case, OURS)
    with desks.open(desks.documenter) as session:
        cases.edit(session, case, THEIRS)
    return case, desks.bundle(desks.documenter, "Heron")


def read(driver: Driver, bundle: Path, number: int) -> ReviewPage:
    """Read a bundle, and select the record that both sides changed."""
    ReadPage.open(driver).read_bundle(bundle)
    return wait_for(driver, number)


def wait_for(driver: Driver, number: int) -> ReviewPage:
    """Wait for a review and select the record that both sides changed."""
    review = ReviewPage(driver)
    review.wait_for(number)
    review.select_first_record()
    assert review.shows_fields()
    return review


def decide(review: ReviewPage) -> None:
    """Take their title and note and keep our status, by mouse."""
    for field in (records.TITLE, exchange.NOTE):
        review.select_field(field)
        review.take_theirs()
    review.select_field(exchange.STATUS)
    review.keep_ours()


def decided(review: ReviewPage) -> set[str]:
    """Return the values that a person chose."""
    return {value.split("\n")[0] for row in review.rows for value in row[1:] if "✓" in value}


def test_decisions_are_there_again_after_a_lock_and_carried_out(desks: Desks, enter: Enter) -> None:
    case, bundle = at_odds(desks)
    driver = enter(desks.coordinator)
    review = read(driver, bundle, 2)
    assert decided(review) == set()
    decide(review)
    assert decided(review) == {"✓ Theirs", OURS_STANDS, "✓ theirs"}
    assert UnsavedForms(driver).number == records.N_NOT_SAVED.format(1)
    driver.key("Ctrl+L")
    driver.until(lambda: driver.app.drained)

    driver = enter(desks.coordinator)
    review = wait_for(driver, 2)  # it is open again without being looked for
    assert exchange.DECISIONS_ARE_BACK in driver.window.message_bar.text
    driver.shot("review-decided-again")
    assert decided(review) == {"✓ Theirs", OURS_STANDS, "✓ theirs"}
    unsaved = UnsavedForms(driver)
    unsaved.show()
    driver.settled()
    assert exchange.REVIEW_NUMBER.format(2) in unsaved.rows[0]
    assert exchange.N_FIELDS.format(3) in unsaved.rows[0]
    driver.shot("review-draft-listed")
    driver.key("Return")
    review = wait_for(driver, 2)
    review.accept_all()
    driver.until(lambda: not review.can_accept())
    driver.settled()
    assert driver.window.desk is not None
    record = driver.window.desk.reader.get(case)
    assert [record.text(name) for name in THEIRS] == ["Theirs", "open", "theirs"]
    assert not UnsavedForms(driver).is_announced
    assert driver.window.desk.session.drafts is not None
    review.undo()  # in the same sitting, they stand again
    driver.until(review.can_accept)
    driver.settled()
    assert decided(wait_for(driver, 2)) == {"✓ Theirs", OURS_STANDS, "✓ theirs"}
    assert UnsavedForms(driver).is_announced


def test_decisions_are_there_after_a_kill(desks: Desks, enter: Enter) -> None:
    _, bundle = at_odds(desks)
    driver = enter(desks.coordinator)
    review = read(driver, bundle, 2)
    decide(review)
    driver.until(lambda: (desks.coordinator / "drafts.bin").exists())
    desk = driver.window.desk
    assert desk is not None
    driver.until(lambda: sum(map(len, _stored(driver))) == 3)
    killed = desks.folder / "killed.hrdv"  # what is on the disk at this moment, as a kill leaves it
    shutil.copytree(desks.coordinator, killed)
    driver.window.close()
    driver = enter(killed)
    assert decided(wait_for(driver, 2)) == {"✓ Theirs", OURS_STANDS, "✓ theirs"}


def _stored(driver: Driver) -> list[dict[str, object]]:
    """Return the decisions on the disk, record by record."""
    assert driver.window.desk is not None
    drafts = driver.window.desk.session.drafts.load().drafts
    return [dict(fields) for draft in drafts for fields in draft["typed"].values()]


def test_a_decision_counts_for_what_was_seen_and_for_nothing_else(desks: Desks, enter: Enter) -> None:
    case, bundle = at_odds(desks)
    driver = enter(desks.coordinator)
    decide(read(driver, bundle, 2))
    driver.key("Ctrl+L")
    driver.until(lambda: driver.app.drained)
    with desks.open(desks.documenter) as session:
        cases.edit(session, case, {"title": "Theirs, changed"})
    changed = desks.bundle(desks.documenter, "Heron")
    with desks.open(desks.coordinator) as session:
        cases.edit(session, case, {"status": "referred"})
    driver = enter(desks.coordinator)
    review = wait_for(driver, 2)
    assert decided(review) == {"✓ Theirs", "✓ theirs"}  # our status is no longer the one that was kept
    assert decided(read(driver, changed, 3)) == set()  # that is another bundle
    ReviewPage(driver).go_back()
    driver.settled()
    ReadPage(driver).open_first_review()
    assert decided(wait_for(driver, 2)) == {"✓ Theirs", "✓ theirs"}


def test_a_deletion_counts_for_the_record_that_was_seen(desks: Desks, enter: Enter) -> None:
    case, _ = at_odds(desks)
    with desks.open(desks.documenter) as session:
        cases.remove(session, case)
    driver = enter(desks.coordinator)
    review = read(driver, desks.bundle(desks.documenter, "Heron"), 2)
    review.select_field_at(0)
    review.take_theirs()
    assert len(decided(review)) == 1
    driver.key("Ctrl+L")
    driver.until(lambda: driver.app.drained)
    with desks.open(desks.coordinator) as session:
        cases.edit(session, case, {"narrative": "She was seen alive."})
    driver = enter(desks.coordinator)
    assert decided(wait_for(driver, 2)) == set()  # nobody decided to delete this


def test_decisions_can_be_thrown_away(desks: Desks, enter: Enter) -> None:
    _, bundle = at_odds(desks)
    driver = enter(desks.coordinator)
    decide(read(driver, bundle, 2))
    unsaved = UnsavedForms(driver)
    unsaved.show()
    driver.settled()
    unsaved.drop_selected()
    driver.until(lambda: not unsaved.is_announced)
    HandoffPage.open(driver)
    assert decided(ReviewPage(driver)) == set()


def test_a_rejected_review_keeps_no_decisions(desks: Desks, enter: Enter) -> None:
    _, bundle = at_odds(desks)
    driver = enter(desks.coordinator)
    review = read(driver, bundle, 2)
    decide(review)
    review.reject()
    driver.until(lambda: exchange.REJECTED in review.origin)
    driver.settled()
    assert not UnsavedForms(driver).is_announced


def test_after_all_is_accepted_each_row_says_what_happened(desks: Desks, enter: Enter) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    case = desks.fill(desks.documenter)
    first = desks.bundle(desks.documenter, "Heron")
    with desks.open(desks.coordinator) as session:
        bundles.accept(session, bundles.read_bundle(session, first, silent()).review, None, silent())
    with desks.open(desks.documenter) as session:
        cases.edit(session, case, {"title": "Another title"})
    second = desks.bundle(desks.documenter, "Heron")
    driver = enter(desks.coordinator)
    review = ReviewPage.read(driver, second, 2)
    review.accept_all()
    driver.until(lambda: not review.can_accept())
    driver.settled()
    assert review.states == [exchange.TAKEN_OVER, exchange.AS_IT_IS_HERE, exchange.AS_IT_IS_HERE]
    driver.shot("review-what-happened")
