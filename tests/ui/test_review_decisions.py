"""Decisions in a review stay until they are carried out: over a lock and a kill, for one bundle only."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.actions import bundles, cases
from hrddesk.jobs import silent
from hrddesk.records.record import RecordId
from hrddesk_ui.views.handoff_view import HandoffView
from hrddesk_ui.views.review_view import ReviewView
from tests.ui.desks import Desks, open_page, open_tab
from tests.ui.driver import Driver

Enter = Callable[[Path], Driver]
pytestmark = pytest.mark.timeout(120)

OURS = {"title": "Ours", "status": "open", "note": "ours"}
THEIRS = {"title": "Theirs", "status": "closed", "note": "theirs"}


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


def read(driver: Driver, bundle: Path, number: int) -> ReviewView:
    page = open_page(driver)
    open_tab(driver, page, 1)
    driver.fill(page.receive.path.field, str(bundle))
    driver.key("Return")
    return shown(driver, number)


def shown(driver: Driver, number: int) -> ReviewView:
    """Wait for a review and select the record that both sides changed."""
    page = driver.frame.page("handoff")
    assert isinstance(page, HandoffView)
    driver.until(lambda: page.review.number == number)
    driver.settled()
    review = page.review
    review.records.setFocus()
    driver.key("Home")
    assert not review.parts.isHidden()
    return review


def decide(driver: Driver, review: ReviewView) -> None:
    """Take their title and note and keep our status, by mouse."""
    for name, button in (
        ("Title", review.theirs_button),
        ("Note", review.theirs_button),
        ("Status", review.ours_button),
    ):
        review.parts.setFocus()
        review.parts.selectRow(names(review).index(name))
        driver.click(button)


def names(review: ReviewView) -> list[str]:
    found = (review.parts.item(row, 0) for row in range(review.parts.rowCount()))
    return [item.text() for item in found if item is not None]


def decided(review: ReviewView) -> set[str]:
    """Return the values that a person chose."""
    found = (review.parts.item(row, column) for row in range(review.parts.rowCount()) for column in (1, 2))
    return {item.text().split("\n")[0] for item in found if item is not None and "✓" in item.text()}


def test_decisions_are_there_again_after_a_lock_and_carried_out(desks: Desks, enter: Enter) -> None:
    case, bundle = at_odds(desks)
    driver = enter(desks.coordinator)
    review = read(driver, bundle, 2)
    assert decided(review) == set()
    decide(driver, review)
    assert decided(review) == {"✓ Theirs", "✓ open", "✓ theirs"}
    assert driver.frame.top.unsaved.text() == "1 not saved"
    driver.key("Ctrl+L")
    driver.until(lambda: driver.app.drained)

    driver = enter(desks.coordinator)
    review = shown(driver, 2)  # it is open again without being looked for
    assert "decisions" in driver.window.message_bar.text
    driver.shot("review-decided-again")
    assert decided(review) == {"✓ Theirs", "✓ open", "✓ theirs"}
    driver.click(driver.frame.top.unsaved)
    driver.settled()
    unsaved = driver.frame.unsaved
    assert "Review 2" in unsaved.forms.item(0).text()
    assert "3 fields" in unsaved.forms.item(0).text()
    driver.shot("review-draft-listed")
    driver.key("Return")
    review = shown(driver, 2)
    driver.click(review.all_button)
    driver.until(lambda: not review.all_button.isEnabled())
    driver.settled()
    assert driver.window.desk is not None
    record = driver.window.desk.reader.get(case)
    assert [record.text(name) for name in THEIRS] == ["Theirs", "open", "theirs"]
    assert not driver.frame.top.unsaved.isVisible()
    assert driver.window.desk.session.drafts is not None
    driver.click(review.undo_button)  # in the same sitting, they stand again
    driver.until(review.all_button.isEnabled)
    driver.settled()
    assert decided(shown(driver, 2)) == {"✓ Theirs", "✓ open", "✓ theirs"}
    assert driver.frame.top.unsaved.isVisible()


def test_decisions_are_there_after_a_kill(desks: Desks, enter: Enter) -> None:
    _, bundle = at_odds(desks)
    driver = enter(desks.coordinator)
    review = read(driver, bundle, 2)
    decide(driver, review)
    driver.until(lambda: (desks.coordinator / "drafts.bin").exists())
    desk = driver.window.desk
    assert desk is not None
    driver.until(lambda: sum(map(len, _kept(driver))) == 3)
    left = desks.folder / "left.hrdv"  # what is on the disk at this moment, as a kill leaves it
    shutil.copytree(desks.coordinator, left)
    driver.window.close()
    driver = enter(left)
    assert decided(shown(driver, 2)) == {"✓ Theirs", "✓ open", "✓ theirs"}


def _kept(driver: Driver) -> list[dict[str, object]]:
    """Return the decisions on the disk, record by record."""
    assert driver.window.desk is not None
    found = driver.window.desk.session.drafts.load().drafts
    return [dict(fields) for draft in found for fields in draft["typed"].values()]


def test_a_decision_counts_for_what_was_seen_and_for_nothing_else(desks: Desks, enter: Enter) -> None:
    case, bundle = at_odds(desks)
    driver = enter(desks.coordinator)
    decide(driver, read(driver, bundle, 2))
    driver.key("Ctrl+L")
    driver.until(lambda: driver.app.drained)
    with desks.open(desks.documenter) as session:
        cases.edit(session, case, {"title": "Theirs, changed"})
    changed = desks.bundle(desks.documenter, "Heron")
    with desks.open(desks.coordinator) as session:
        cases.edit(session, case, {"status": "referred"})
    driver = enter(desks.coordinator)
    review = shown(driver, 2)
    assert decided(review) == {"✓ Theirs", "✓ theirs"}  # our status is no longer the one that was kept
    assert decided(read(driver, changed, 3)) == set()  # that is another bundle
    page = driver.frame.page("handoff")
    assert isinstance(page, HandoffView)
    driver.click(page.review.back_button)
    driver.settled()
    page.receive.reviews.setFocus()
    driver.key("Home")
    driver.key("Return")
    assert decided(shown(driver, 2)) == {"✓ Theirs", "✓ theirs"}


def test_a_deletion_counts_for_the_record_that_was_seen(desks: Desks, enter: Enter) -> None:
    case, _ = at_odds(desks)
    with desks.open(desks.documenter) as session:
        cases.remove(session, case)
    driver = enter(desks.coordinator)
    review = read(driver, desks.bundle(desks.documenter, "Heron"), 2)
    review.parts.setFocus()
    review.parts.selectRow(0)
    driver.click(review.theirs_button)
    assert len(decided(review)) == 1
    driver.key("Ctrl+L")
    driver.until(lambda: driver.app.drained)
    with desks.open(desks.coordinator) as session:
        cases.edit(session, case, {"narrative": "She was seen alive."})
    driver = enter(desks.coordinator)
    assert decided(shown(driver, 2)) == set()  # nobody decided to delete this


def test_decisions_can_be_thrown_away(desks: Desks, enter: Enter) -> None:
    _, bundle = at_odds(desks)
    driver = enter(desks.coordinator)
    decide(driver, read(driver, bundle, 2))
    driver.click(driver.frame.top.unsaved)
    driver.settled()
    unsaved = driver.frame.unsaved
    driver.click(unsaved.drop_button)
    driver.click(unsaved.confirm.yes)
    driver.until(lambda: not driver.frame.top.unsaved.isVisible())
    page = open_page(driver)
    assert decided(page.review) == set()


def test_a_rejected_review_keeps_no_decisions(desks: Desks, enter: Enter) -> None:
    _, bundle = at_odds(desks)
    driver = enter(desks.coordinator)
    review = read(driver, bundle, 2)
    decide(driver, review)
    driver.click(review.reject_button)
    driver.click(review.confirm.yes)
    driver.until(lambda: "rejected" in review.origin.text())
    driver.settled()
    assert not driver.frame.top.unsaved.isVisible()


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
    page = open_page(driver)
    open_tab(driver, page, 1)
    driver.fill(page.receive.path.field, str(second))
    driver.key("Return")
    driver.until(lambda: page.review.number == 2)
    driver.settled()
    driver.click(page.review.all_button)
    driver.until(lambda: not page.review.all_button.isEnabled())
    driver.settled()
    model = page.review.model
    states = [model.index(row, 2).data() for row in range(model.rowCount())]
    assert states == ["taken over", "as it is here", "as it is here"]
    driver.shot("review-what-happened")
