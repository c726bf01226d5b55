"""What came in a bundle, looked through case by case, accepted, undone, rejected."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget
from pytestqt.modeltest import ModelTester

from hrddesk.actions import bundles, cases, duplicates, events, evidence, parties, visibility
from hrddesk.bundle.notices import Notice
from hrddesk.jobs import silent
from hrddesk.records.kinds import WHOLE_RECORD, Kind
from hrddesk.records.record import RecordId
from hrddesk.store import reviews
from hrddesk_ui.translation import Language
from hrddesk_ui.views.handoff_view import HandoffView
from hrddesk_ui.views.review_view import ReviewView
from tests.ui.desks import Desks, open_page, open_tab
from tests.ui.driver import Driver

Enter = Callable[[Path], Driver]
pytestmark = pytest.mark.timeout(180)


def _met(desks: Desks) -> None:
    """Let each know and verify the other."""
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")


def _accepted(desks: Desks) -> None:
    """Hand over all that the documenter has, and let the coordinator accept it."""
    bundle = desks.bundle(desks.documenter, "Heron")
    with desks.open(desks.coordinator) as session:
        summary = bundles.read_bundle(session, bundle, silent())
        bundles.accept(session, summary.review, None, silent())


def _read(driver: Driver, bundle: Path, number: int) -> tuple[HandoffView, ReviewView]:
    """Read a bundle in the window."""
    page = open_page(driver)
    open_tab(driver, page, 1)
    driver.fill(page.receive.path.field, str(bundle))
    driver.key("Return")
    driver.until(lambda: page.review.number == number)
    driver.settled()
    return page, page.review


def _column(review: ReviewView, column: int) -> list[str]:
    return [review.model.index(row, column).data() for row in range(review.model.rowCount())]


def _names(table: QTableWidget) -> list[str]:
    found = (table.item(row, 0) for row in range(table.rowCount()))
    return [item.text() for item in found if item is not None]


def test_a_bundle_is_read_reviewed_accepted_and_undone(desks: Desks, enter: Enter) -> None:
    _met(desks)
    desks.fill(desks.documenter)
    bundle = desks.bundle(desks.documenter, "Heron")
    driver = enter(desks.coordinator)
    page = open_page(driver)
    open_tab(driver, page, 1)
    driver.click(page.receive.read_button)
    assert page.receive.trouble.text() == "Choose the file of the bundle."
    driver.text(str(bundle))
    driver.key("Return")
    driver.until(lambda: page.review.number == 1)
    driver.settled()
    review = page.review
    assert review.model.rowCount() == 3
    assert "Wren (verified)" in review.origin.text()
    driver.shot("review-new")
    shown = _texts(review.parts)
    assert any("The printers of Willow Lane" in line for line in shown)
    party = next(row for row in range(3) if "Rinchen" in review.model.index(row, 0).data())
    review.records.selectRow(party)
    driver.shot("review-party")
    driver.click(review.some_button)
    driver.until(lambda: "taken over" in driver.window.message_bar.text)
    driver.settled()
    assert "taken over" in _column(review, 2)
    assert "as it is here" not in _column(review, 2)  # what was taken over is not said to be unchanged too
    driver.click(review.all_button)
    driver.until(lambda: not review.all_button.isEnabled())
    driver.settled()
    driver.shot("review-accepted")
    assert driver.window.desk is not None
    assert len(cases.list_ids(driver.window.desk.reader, cases.CaseQuery())) == 1
    driver.click(review.undo_button)
    driver.until(lambda: "undone" in driver.window.message_bar.text)
    driver.settled()
    assert cases.list_ids(driver.window.desk.reader, cases.CaseQuery()) == []
    driver.click(review.reject_button)
    driver.click(review.confirm.yes)
    driver.until(lambda: "rejected" in review.origin.text())
    driver.click(review.back_button)
    driver.settled()
    driver.shot("reviews")
    assert page.receive.reviews.count() == 1
    page.receive.reviews.setFocus()
    driver.key("Return")
    driver.until(lambda: page.review.isVisible())


def test_a_conflict_asks_whose_value_stands(desks: Desks, enter: Enter) -> None:
    _met(desks)
    case = desks.fill(desks.documenter)
    _accepted(desks)
    with desks.open(desks.coordinator) as session:
        cases.edit(session, case, {"title": "The title of the coordinator"})
    with desks.open(desks.documenter) as session:
        cases.edit(session, case, {"title": "The title of the documenter"})
    second = desks.bundle(desks.documenter, "Heron")
    driver = enter(desks.coordinator)
    page = open_page(driver)
    open_tab(driver, page, 1)
    driver.fill(page.receive.path.field, str(second))
    driver.key("Return")
    driver.until(lambda: page.review.number == 2)
    driver.settled()
    review = page.review
    assert review.side.isVisible()
    driver.shot("review-conflict")
    driver.click(review.all_button)
    driver.until(lambda: "changed on both sides" in review.trouble.text())
    driver.until(review.side.hasFocus)
    driver.pick("Down")
    assert review.side.currentData() == "theirs"
    driver.click(review.all_button)
    driver.until(lambda: not review.all_button.isEnabled())
    driver.settled()
    assert driver.window.desk is not None
    assert driver.window.desk.reader.get(case).text("title") == "The title of the documenter"


def test_each_field_is_chosen_and_what_was_before_is_shown(desks: Desks, enter: Enter) -> None:
    _met(desks)
    case = desks.fill(desks.documenter)
    _accepted(desks)
    with desks.open(desks.coordinator) as session:
        cases.edit(session, case, {"title": "Ours", "status": "open"})
    with desks.open(desks.documenter) as session:
        cases.edit(session, case, {"title": "Theirs", "status": "closed", "note": "new"})
    driver = enter(desks.coordinator)
    _, review = _read(driver, desks.bundle(desks.documenter, "Heron"), 2)
    review.records.selectRow(_column(review, 2).index("changed on both sides"))
    shown = _texts(review.parts)
    assert "Ours\nbefore: The printers of Willow Lane" in "".join(shown)
    assert "open\nbefore: nothing" in "".join(shown)
    assert [line for line in shown if "✓" in line] == ["Note |  | ✓ new"]
    assert not review.theirs_button.isEnabled()
    review.parts.setFocus()
    review.parts.selectRow(_names(review.parts).index("Title"))
    driver.click(review.theirs_button)
    driver.shot("review-choosing")
    assert any("✓ Theirs" in line for line in _texts(review.parts))
    driver.click(review.all_button)
    driver.until(lambda: "changed on both sides" in review.trouble.text())  # the status is still open
    review.parts.setFocus()
    driver.key("Ctrl+A")
    driver.click(review.ours_button)
    assert sum("✓" in line for line in _texts(review.parts)) == 3
    review.parts.selectRow(_names(review.parts).index("Title"))
    driver.click(review.theirs_button)
    driver.click(review.all_button)
    driver.until(lambda: not review.all_button.isEnabled())
    driver.settled()
    assert driver.window.desk is not None
    record = driver.window.desk.reader.get(case)
    assert (record.text("title"), record.text("status"), record.text("note")) == ("Theirs", "open", "")
    # Undone, the record waits again, and what was decided about it stands.
    driver.click(review.undo_button)
    driver.until(review.all_button.isEnabled)
    driver.settled()
    assert driver.window.desk.reader.get(case).text("title") == "Ours"
    review.records.selectRow(_column(review, 2).index("changed on both sides"))
    assert sum("✓" in line for line in _texts(review.parts)) == 3
    assert any("✓ Theirs" in line for line in _texts(review.parts))
    driver.click(review.all_button)
    driver.until(lambda: not review.all_button.isEnabled())
    driver.settled()
    record = driver.window.desk.reader.get(case)
    assert (record.text("title"), record.text("status"), record.text("note")) == ("Theirs", "open", "")


def test_what_is_here_calls_people_as_they_are_called_here(desks: Desks, enter: Enter) -> None:
    _met(desks)
    desks.fill(desks.documenter)
    _accepted(desks)
    with desks.open(desks.documenter) as session:
        (who,) = session.store.tables.ids(Kind.PARTY)
        names = [{"name": "Rinchen Renamed", "script": "Latn", "kind": "main"}]
        parties.edit(session, who, {}, {"names": names})
    driver = enter(desks.coordinator)
    _, review = _read(driver, desks.bundle(desks.documenter, "Heron"), 2)
    review.records.selectRow(_column(review, 1).index("Event"))
    driver.settled()
    (line,) = [each for each in _texts(review.parts) if each.startswith("Who |")]
    _, here, theirs = line.split(" | ")
    assert "Renamed" not in here
    assert "Rinchen Invented" in here
    assert "Rinchen Renamed" in theirs
    found = review.parts.findItems("Rinchen Renamed", Qt.MatchFlag.MatchContains)
    assert not any(item.font().bold() for item in found)  # the event does not differ


def test_what_is_gone_here_is_said(desks: Desks, enter: Enter) -> None:
    _met(desks)
    case = desks.fill(desks.documenter)
    with desks.open(desks.documenter) as session:
        other, _ = parties.create(
            session, {"kind": "person"}, {"names": [{"name": "Odal Brisk"}]}, case=case, role="subject"
        )
    _accepted(desks)
    with desks.open(desks.coordinator) as session:
        (kept,) = set(session.store.ids(Kind.PARTY)) - {other}
        duplicates.merge(session, kept, other)
        (event,) = session.store.ids(Kind.EVENT)
        events.remove(session, event)
    with desks.open(desks.documenter) as session:
        parties.edit(session, other, {"sex": "male"})
    driver = enter(desks.coordinator)
    _, review = _read(driver, desks.bundle(desks.documenter, "Heron"), 2)
    assert _column(review, 2).count("deleted here") == 1
    review.records.selectRow(_column(review, 2).index("merged here"))
    assert any("Merged here into | Rinchen Invented" in line for line in _texts(review.parts))
    driver.shot("review-merged-here")
    driver.click(review.all_button)
    driver.until(lambda: not review.all_button.isEnabled())
    driver.settled()
    assert driver.window.desk is not None
    assert driver.window.desk.reader.get(kept).text("sex") == "male"


def test_records_stand_case_by_case_with_all_that_they_bring(desks: Desks, enter: Enter) -> None:
    _met(desks)
    first = desks.fill(desks.documenter)
    second = desks.fill(desks.documenter)
    note = desks.folder / "note.txt"
    note.write_text("invented", "utf-8")
    with desks.open(desks.documenter) as session:
        evidence.add(session, first, note, silent())
        visibility.set_level(session, second, "public")
        imported = session.store.get(second).with_elements(
            "keys", [{"source": "paper", "file": "cases.csv", "key": "c7"}]
        )
        with session.store.change("test") as change:
            change.put(imported)
    driver = enter(desks.coordinator)
    page, review = _read(driver, desks.bundle(desks.documenter, "Heron"), 1)
    kinds = ["Case", "Person or group", "Event"]
    assert _column(review, 1) == [*kinds, "Evidence", *kinds]
    public, led = (
        f"needs a look: {why}"
        for why in ("arrives as public", "refers to a record that came with it and needs a look")
    )
    assert set(_column(review, 2)) == {"new", public, led}
    assert _column(review, 3) == ["restricted"] * 3 + ["restricted"] + ["public"] + ["restricted"] * 2
    assert "1 record arrives as public" in review.notices.text()
    assert not review.loosen.isVisible()
    driver.shot("review-cases")
    review.records.selectRow(4)
    assert _names(review.parts)[0] == "Reference"
    assert _names(review.parts)[-2:] == ["Who may learn of it", "Import key"]
    assert review.parts.isColumnHidden(1)  # there is nothing here to compare it with
    review.records.selectRow(3)
    assert "in the bundle" in "\n".join(_texts(review.parts))
    assert "restricted (nobody chose)" in "\n".join(_texts(review.parts))
    driver.shot("review-evidence")
    driver.window.speak(Language.CHINESE)
    page = open_page(driver)
    open_tab(driver, page, 1)
    page.show_review(1)
    driver.settled()
    page.review.records.selectRow(4)
    driver.shot("review-zh")
    driver.window.resize(683, 384)
    driver.shot("review-zh-683")


def test_a_case_that_did_not_come_is_named_above_what_did(
    desks: Desks, enter: Enter, qtmodeltester: ModelTester
) -> None:
    _met(desks)
    case = desks.fill(desks.documenter)
    _accepted(desks)
    with desks.open(desks.documenter) as session:
        cases.remove(session, case)
    driver = enter(desks.coordinator)
    _, review = _read(driver, desks.bundle(desks.documenter, "Heron"), 2)
    qtmodeltester.check(review.model)
    assert "deleted" in _column(review, 2)
    assert "1 record that is here would be deleted" in review.notices.text()
    driver.shot("review-deleted")


def test_more_people_see_what_is_here_only_by_a_yes_of_its_own(desks: Desks, enter: Enter) -> None:
    _met(desks)
    case = desks.fill(desks.documenter)
    _accepted(desks)
    with desks.open(desks.documenter) as session:
        party = session.store.ids(Kind.PARTY)[0]
        visibility.set_level(session, case, "public")
        visibility.set_level(session, party, "public")
    second = desks.bundle(desks.documenter, "Heron")
    driver = enter(desks.coordinator)
    _, review = _read(driver, second, 2)

    def level(record: RecordId) -> str:
        assert driver.window.desk is not None
        return driver.window.desk.reader.get(record).visibility(WHOLE_RECORD)

    assert _column(review, 3).count("restricted → public") == 2
    row = _column(review, 3).index("restricted → public")
    assert review.model.index(row, 3).data(Qt.ItemDataRole.DecorationRole) is not None
    assert "2 records would let more people see what is here" in review.notices.text()
    assert review.loosen.isVisible()
    assert not review.loosen.isChecked()
    driver.shot("review-loosened")
    review.records.selectRow(row)
    driver.click(review.some_button)
    driver.until(lambda: "taken over" in driver.window.message_bar.text)
    driver.settled()
    assert "kept the stricter level that they have here: 1." in driver.window.message_bar.text
    assert {level(case), level(party)} == {"restricted"}
    review.loosen.setFocus()
    driver.key("Space")
    driver.click(review.all_button)
    assert "More people may see" in review.confirm.question
    assert {level(case), level(party)} == {"restricted"}
    assert review.confirm.no.hasFocus()
    driver.key("Tab")
    driver.key("Space")
    driver.until(lambda: "public" in {level(case), level(party)})
    driver.settled()


def test_who_is_in_an_event_changes_only_by_a_yes_of_its_own(desks: Desks, enter: Enter) -> None:
    _met(desks)
    desks.fill(desks.documenter)
    _accepted(desks)
    with desks.open(desks.documenter) as session:
        event = next(item for item in session.store.all(Kind.EVENT) if item.elements("parties"))
        with session.store.change("test") as change:
            change.put(event.with_elements("parties", []))
    second = desks.bundle(desks.documenter, "Heron")
    driver = enter(desks.coordinator)
    _, review = _read(driver, second, 2)
    row = _column(review, 2).index("changes who is in it")
    assert review.model.index(row, 2).data(Qt.ItemDataRole.DecorationRole) is not None
    assert "1 record would change who is in it" in review.notices.text()
    assert "1 record" in review.loosen.text()
    driver.shot("review-regrouped")
    driver.click(review.all_button)
    driver.until(lambda: "taken over" in driver.window.message_bar.text)
    driver.settled()
    assert driver.window.desk is not None
    assert driver.window.desk.reader.get(event.id).elements("parties")


def test_what_does_more_than_add_says_that_it_needs_a_look_and_why(desks: Desks, enter: Enter) -> None:
    _met(desks)
    desks.fill(desks.documenter)
    _accepted(desks)
    with desks.open(desks.documenter) as session:
        party = next(item for item in session.store.all(Kind.PARTY) if item.elements("names"))
        with session.store.change("test") as change:
            change.put(party.with_elements("names", [{"name": "Another Name", "kind": "main"}]))
            cases = session.store.tables.ids(Kind.CASE)
            change.put(session.store.get(cases[0]).with_fields(title="Another title"))
    second = desks.bundle(desks.documenter, "Heron")
    driver = enter(desks.coordinator)
    _, review = _read(driver, second, 2)
    rows = [
        row
        for row, state in enumerate(_column(review, 2))
        if state.startswith("needs a look: changes or removes what was here")
    ]
    assert len(rows) == 2
    for row in rows:
        assert review.model.index(row, 2).data(Qt.ItemDataRole.DecorationRole) is not None
    assert "2 to look at" in review.notices.text()
    driver.shot("review-needs-a-look")


def _texts(table: QTableWidget) -> list[str]:
    return [
        " | ".join(item.text() for column in range(3) if (item := table.item(row, column)) is not None)
        for row in range(table.rowCount())
    ]


@pytest.mark.parametrize("language", list(Language))
def test_whatever_is_to_be_known_of_a_bundle_fits_above_its_records(
    desks: Desks, enter: Enter, language: Language
) -> None:
    _met(desks)
    desks.fill(desks.documenter)
    bundle = desks.bundle(desks.documenter, "Heron")
    with desks.open(desks.coordinator) as session:
        found = bundles.read_bundle(session, bundle, silent()).review
        with session.store.change("test"):
            for notice in Notice:
                reviews.add_notice(session.store.db, found, notice)
    driver = enter(desks.coordinator)
    driver.window.speak(language)
    page = open_page(driver)
    open_tab(driver, page, 1)
    page.show_review(found)
    driver.settled()
    assert len(page.review.notices.text().splitlines()) >= len(Notice)
    for size in ((1366, 768), (683, 384)):
        driver.window.resize(*size)
        driver.shot(f"review-notices-{language.value}-{size[0]}")
