"""What others have of a case, and what they are asked for: in the case, in the review, at the evidence."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QListWidget

from hrddesk.actions import bundles, cases, citations, evidence, receipts, sources
from hrddesk.bundle import answers, contacts
from hrddesk.bundle.packing import Choice, SourceChoice
from hrddesk.bundle.parcel import EvidenceChoice
from hrddesk.bundle.receipts import Wanted
from hrddesk.jobs import silent
from hrddesk.records.record import RecordId
from hrddesk_ui.views.case_view import CaseView
from tests.ui.casework import change, page
from tests.ui.desks import Desks, open_page, open_tab
from tests.ui.driver import Driver

Enter = Callable[[Path], Driver]
pytestmark = pytest.mark.timeout(120)


def handed_over(desks: Desks) -> RecordId:
    """Hand a case with a piece of evidence over, without its file; the coordinator accepts it."""
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    case = desks.fill(desks.documenter)
    paper = desks.folder / "paper.txt"
    paper.write_bytes(b"a paper")
    hashes = Choice(evidence=EvidenceChoice.HASHES)
    with desks.open(desks.documenter) as session:
        evidence.add(session, case, paper, silent())
        sent = bundles.write_bundle(session, desks.folder, ["Heron"], None, silent(), hashes)
    with desks.open(desks.coordinator) as session:
        review = bundles.read_bundle(session, sent.path, silent()).review
        bundles.accept(session, review, None, silent())
    return case


def acknowledge(desks: Desks) -> None:
    with desks.open(desks.coordinator) as session:
        receipt = receipts.write_receipt(session, desks.folder, "Wren", silent()).path
    with desks.open(desks.documenter) as session:
        bundles.read_bundle(session, receipt, silent())


def asked(driver: Driver) -> list[str]:
    """Return what Wren is asked for."""
    assert driver.window.desk is not None
    store = driver.window.desk.reader
    return [item.what for item in answers.open_asks(store, contacts.named(store, "Wren"))]


def case_page(driver: Driver, case: RecordId) -> CaseView:
    assert driver.window.desk is not None
    driver.window.desk.show_record(case)
    shown = page(driver).case
    driver.until(lambda: shown.case == case)
    driver.settled()
    return shown


def test_a_case_that_left_here_says_that_nobody_acknowledged_it(desks: Desks, enter: Enter) -> None:
    case = handed_over(desks)
    driver = enter(desks.documenter)
    shown = case_page(driver, case)
    driver.until(lambda: shown.held.text() != "")
    assert shown.held.text() == "It left here in a bundle. Heron has not acknowledged it."


def test_a_case_says_who_has_it_and_what_changed_since(desks: Desks, enter: Enter) -> None:
    case = handed_over(desks)
    acknowledge(desks)
    driver = enter(desks.documenter)
    shown = case_page(driver, case)
    driver.until(lambda: "Heron has all of it, by the receipt of" in shown.held.text())
    assert shown.held.isVisible()
    driver.shot("case-acknowledged")
    change(driver, lambda session: cases.edit(session, case, {"status": "open"}))
    driver.until(lambda: "1 of its 4 records not in full: they changed since" in shown.held.text())


def test_a_receipt_that_is_read_meanwhile_is_told_on_the_case_at_once(desks: Desks, enter: Enter) -> None:
    case = handed_over(desks)
    with desks.open(desks.coordinator) as session:
        receipt = receipts.write_receipt(session, desks.folder, "Wren", silent()).path
    driver = enter(desks.documenter)
    shown = case_page(driver, case)
    driver.until(lambda: "has not acknowledged it" in shown.held.text())
    handoff = open_page(driver)
    open_tab(driver, handoff, 1)
    driver.fill(handoff.receive.path.field, str(receipt))
    driver.key("Return")
    driver.until(lambda: handoff.receive.receipt.count() > 0)
    driver.page("cases")
    driver.until(lambda: "Heron has all of it, by the receipt of" in shown.held.text())
    driver.shot("case-acknowledged-meanwhile")


def test_what_was_kept_back_is_not_said_to_have_changed(desks: Desks, enter: Enter) -> None:
    """A source that goes by its code name is not all there, though nothing changed here since."""
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    case = desks.fill(desks.documenter)
    with desks.open(desks.documenter) as session:
        source, _ = sources.create(session, {"title": "A call with Marn Invented"})
        citations.cite(session, case, citations.Said(source=source))
        by_code_name = Choice(sources=SourceChoice.CODE_NAMES)
        sent = bundles.write_bundle(session, desks.folder, ["Heron"], None, silent(), by_code_name)
    with desks.open(desks.coordinator) as session:
        bundles.accept(session, bundles.read_bundle(session, sent.path, silent()).review, None, silent())
        receipt = receipts.write_receipt(session, desks.folder, "Wren", silent()).path
    driver = enter(desks.documenter)
    handoff = open_page(driver)
    open_tab(driver, handoff, 1)
    driver.fill(handoff.receive.path.field, str(receipt))
    driver.key("Return")
    lines = handoff.receive.receipt
    driver.until(lambda: lines.count() > 0)
    (said,) = [lines.item(row).text() for row in range(lines.count()) if " of its " in lines.item(row).text()]
    assert "or parts of them were kept back" in said


def test_a_case_that_came_from_somebody_says_so(desks: Desks, enter: Enter) -> None:
    case = handed_over(desks)
    with desks.open(desks.coordinator) as session:
        bundles.write_bundle(session, desks.folder, ["Wren"], None, silent())
    driver = enter(desks.coordinator)
    shown = case_page(driver, case)
    driver.until(lambda: shown.held.text() == "It came from Wren and was not changed here.")


def test_a_receipt_of_nothing_is_not_what_a_case_is_held_by(desks: Desks, enter: Enter) -> None:
    """Wren asks for a record and says of none that it was accepted there; the case came from there."""
    case = handed_over(desks)
    acknowledge(desks)
    with desks.open(desks.documenter) as session:
        receipts.ask(session, "Heron", case, Wanted.RECORD)
        receipt = receipts.write_receipt(session, desks.folder, "Heron", silent()).path
    with desks.open(desks.coordinator) as session:
        said = bundles.read_bundle(session, receipt, silent()).receipts
        assert said is not None
        assert said.accepted == 0
    driver = enter(desks.coordinator)
    shown = case_page(driver, case)
    driver.until(lambda: shown.held.text() != "")
    assert shown.held.text() == "It came from Wren and was not changed here."


def test_the_file_of_evidence_is_asked_for_where_only_its_hash_came(desks: Desks, enter: Enter) -> None:
    case = handed_over(desks)
    driver = enter(desks.coordinator)
    shown = case_page(driver, case)
    view = shown.evidence
    shown.tabs.tabBar().setFocus()
    while shown.tabs.currentWidget() is not view:
        driver.key("Right")
    view.list.setFocus()
    driver.key("Home")
    driver.key("Return")
    driver.until(view.file.ask_button.isVisible)
    driver.settled()
    driver.shot("evidence-ask")
    driver.click(view.file.ask_button)
    driver.until(lambda: "The file is asked for." in driver.window.message_bar.text)
    assert "Wren" in driver.window.message_bar.text
    assert asked(driver) == ["evidence"]


def test_what_came_is_asked_for_again_from_the_review(desks: Desks, enter: Enter) -> None:
    handed_over(desks)
    driver = enter(desks.coordinator)
    handoff = open_page(driver)
    open_tab(driver, handoff, 1)
    handoff.receive.reviews.setFocus()
    driver.key("Return")
    review = handoff.review
    driver.until(lambda: review.number == 1)
    driver.settled()
    review.records.clearSelection()
    driver.click(review.ask_button)
    assert review.trouble.text() == "Select what to ask for."
    assert review.records.hasFocus()
    driver.key("Ctrl+A")
    driver.click(review.ask_button)
    driver.until(lambda: "4 records are asked for." in driver.window.message_bar.text)
    driver.shot("review-asked")
    assert len(asked(driver)) == 4


def test_a_receipt_says_on_the_page_who_has_what_now(desks: Desks, enter: Enter) -> None:
    case = handed_over(desks)
    with desks.open(desks.coordinator) as session:
        receipts.ask(session, "Wren", case, Wanted.RECORD)
        receipt = receipts.write_receipt(session, desks.folder, "Wren", silent()).path
    with desks.open(desks.documenter) as session:
        cases.create(session, {"title": "The mill"})
        bundles.write_bundle(session, desks.folder, ["Heron"], None, silent())
    driver = enter(desks.documenter)
    handoff = open_page(driver)
    open_tab(driver, handoff, 1)
    page = handoff.receive
    assert not page.receipt.isVisible()
    driver.fill(page.path.field, str(receipt))
    driver.key("Return")
    driver.until(page.receipt.isVisible)
    driver.until(page.receipt.hasFocus)
    driver.settled()
    assert page.isVisible()  # no review took its place
    said = _lines(page.receipt)
    plain = "\n".join(said).translate({0x2068: None, 0x2069: None})
    assert "Receipt from Heron (verified), of " in said[0].translate({0x2068: None, 0x2069: None})
    assert "4 records of yours were accepted there. There is nothing to decide." in plain
    assert "The printers of Willow Lane" in next(line for line in said if "has all of this" in line)
    assert any("You sent" in line and "The mill" in line for line in said)
    assert any("asks for" in line and "The printers of Willow Lane" in line for line in said)
    assert said[-1].startswith("A receipt says nothing about files of evidence")
    driver.shot("receipt-read")
    change(driver, lambda session: cases.edit(session, case, {"status": "open"}))
    page.reviews.setFocus()
    assert "receipt" in page.reviews.item(0).text()
    driver.key("Return")
    driver.until(lambda: any("1 of its 4 records" in line for line in _lines(page.receipt)))
    assert page.isVisible()
    driver.shot("receipt-opened-again")


def _lines(shown: QListWidget) -> list[str]:
    return [shown.item(row).text() for row in range(shown.count())]
