"""What others have of a case, and what they are asked for: in the case, in the review, at the evidence."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.actions.exchange import bundles, receipts
from hrddesk.actions.records import cases, citations, evidence, sources
from hrddesk.bundle.receipts import replies
from hrddesk.bundle.receipts.receipt_format import RequestKind
from hrddesk.bundle.sending.packing import Choice, SourceChoice
from hrddesk.bundle.sending.parcel import EvidenceChoice
from hrddesk.bundle.trust import contacts
from hrddesk.records.model.record import RecordId
from hrddesk.system.jobs import silent
from tests.ui.casework import change
from tests.ui.desks import Desks
from tests.ui.driver import Driver
from tests.ui.page_objects.holdings import CaseHoldings
from tests.ui.page_objects.incoming import ReadPage, ReviewPage
from tests.ui.texts import exchange

Enter = Callable[[Path], Driver]
pytestmark = pytest.mark.timeout(120)

ISOLATES = {0x2068: None, 0x2069: None}
"""Takes away the marks that stand around a name so that its direction stays its own."""


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
    return [item.what for item in replies.open_asks(store, contacts.named(store, "Wren"))]


def test_a_case_that_left_here_says_that_nobody_acknowledged_it(desks: Desks, enter: Enter) -> None:
    case = handed_over(desks)
    driver = enter(desks.documenter)
    page = CaseHoldings.open(driver, case)
    driver.until(lambda: page.who_has_it != "")
    assert page.who_has_it == exchange.LEFT_UNACKNOWLEDGED.format("Heron")


def test_a_case_says_who_has_it_and_what_changed_since(desks: Desks, enter: Enter) -> None:
    case = handed_over(desks)
    acknowledge(desks)
    driver = enter(desks.documenter)
    page = CaseHoldings.open(driver, case)
    driver.until(lambda: exchange.HAS_ALL_OF_IT.format("Heron") in page.who_has_it)
    assert page.says_who_has_it()
    driver.shot("case-acknowledged")
    change(driver, lambda session: cases.edit(session, case, {"status": "open"}))
    driver.until(lambda: exchange.NOT_IN_FULL.format(1, 4) in page.who_has_it)


def test_a_receipt_that_is_read_meanwhile_is_told_on_the_case_at_once(desks: Desks, enter: Enter) -> None:
    case = handed_over(desks)
    with desks.open(desks.coordinator) as session:
        receipt = receipts.write_receipt(session, desks.folder, "Wren", silent()).path
    driver = enter(desks.documenter)
    page = CaseHoldings.open(driver, case)
    driver.until(lambda: exchange.NOT_ACKNOWLEDGED in page.who_has_it)
    reading = ReadPage.open(driver)
    reading.read_bundle(receipt)
    driver.until(lambda: reading.receipt != [])
    driver.page("cases")
    driver.until(lambda: exchange.HAS_ALL_OF_IT.format("Heron") in page.who_has_it)
    driver.shot("case-acknowledged-meanwhile")


def test_what_was_kept_back_is_not_said_to_have_changed(desks: Desks, enter: Enter) -> None:
    """A source that goes by its code name is not all there, though nothing changed here since."""
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    case = desks.fill(desks.documenter)
    with desks.open(desks.documenter) as session:
        source = sources.create(session, {"title": "A call with Marn Invented"}).result
        citations.cite(session, case, citations.SourceStatement(source=source))
        by_code_name = Choice(sources=SourceChoice.CODE_NAMES)
        sent = bundles.write_bundle(session, desks.folder, ["Heron"], None, silent(), by_code_name)
    with desks.open(desks.coordinator) as session:
        bundles.accept(session, bundles.read_bundle(session, sent.path, silent()).review, None, silent())
        receipt = receipts.write_receipt(session, desks.folder, "Wren", silent()).path
    driver = enter(desks.documenter)
    reading = ReadPage.open(driver)
    reading.read_bundle(receipt)
    driver.until(lambda: reading.receipt != [])
    (line,) = [line for line in reading.receipt if exchange.OF_ITS in line]
    assert exchange.OR_KEPT_BACK in line


def test_a_case_that_came_from_somebody_says_so(desks: Desks, enter: Enter) -> None:
    case = handed_over(desks)
    with desks.open(desks.coordinator) as session:
        bundles.write_bundle(session, desks.folder, ["Wren"], None, silent())
    driver = enter(desks.coordinator)
    page = CaseHoldings.open(driver, case)
    driver.until(lambda: page.who_has_it == exchange.CAME_UNCHANGED.format("Wren"))


def test_a_receipt_of_nothing_is_not_what_a_case_is_held_by(desks: Desks, enter: Enter) -> None:
    """Wren asks for a record and says of none that it was accepted there; the case came from there."""
    case = handed_over(desks)
    acknowledge(desks)
    with desks.open(desks.documenter) as session:
        receipts.ask(session, "Heron", case, RequestKind.RECORD)
        receipt = receipts.write_receipt(session, desks.folder, "Heron", silent()).path
    with desks.open(desks.coordinator) as session:
        summary = bundles.read_bundle(session, receipt, silent()).receipts
        assert summary is not None
        assert summary.accepted == 0
    driver = enter(desks.coordinator)
    page = CaseHoldings.open(driver, case)
    driver.until(lambda: page.who_has_it != "")
    assert page.who_has_it == exchange.CAME_UNCHANGED.format("Wren")


def test_the_file_of_evidence_is_asked_for_where_only_its_hash_came(desks: Desks, enter: Enter) -> None:
    case = handed_over(desks)
    driver = enter(desks.coordinator)
    page = CaseHoldings.open(driver, case)
    page.open_first_evidence()
    driver.until(page.can_ask_for_file)
    driver.settled()
    driver.shot("evidence-ask")
    page.ask_for_file()
    driver.until(lambda: exchange.FILE_ASKED_FOR in driver.window.message_bar.text)
    assert "Wren" in driver.window.message_bar.text
    assert asked(driver) == ["evidence"]


def test_what_came_is_asked_for_again_from_the_review(desks: Desks, enter: Enter) -> None:
    handed_over(desks)
    driver = enter(desks.coordinator)
    ReadPage.open(driver).open_review()
    review = ReviewPage(driver)
    review.wait_for(1)
    review.select_no_record()
    review.ask_for_selected()
    assert review.problem == exchange.SELECT_WHAT_TO_ASK_FOR
    assert review.records_have_keyboard()
    driver.key("Ctrl+A")
    review.ask_for_selected()
    driver.until(lambda: exchange.N_RECORDS_ASKED_FOR.format(4) in driver.window.message_bar.text)
    driver.shot("review-asked")
    assert len(asked(driver)) == 4


def test_a_receipt_says_on_the_page_who_has_what_now(desks: Desks, enter: Enter) -> None:
    case = handed_over(desks)
    with desks.open(desks.coordinator) as session:
        receipts.ask(session, "Wren", case, RequestKind.RECORD)
        receipt = receipts.write_receipt(session, desks.folder, "Wren", silent()).path
    with desks.open(desks.documenter) as session:
        cases.create(session, {"title": "The mill"})
        bundles.write_bundle(session, desks.folder, ["Heron"], None, silent())
    driver = enter(desks.documenter)
    reading = ReadPage.open(driver)
    assert not reading.shows_receipt()
    reading.read_bundle(receipt)
    driver.until(reading.shows_receipt)
    driver.until(reading.receipt_has_keyboard)
    driver.settled()
    assert reading.is_visible()  # no review took its place
    lines = reading.receipt
    plain = "\n".join(lines).translate(ISOLATES)
    origin = exchange.RECEIPT_FROM.format("Heron", exchange.VERIFIED)
    assert origin in lines[0].translate(ISOLATES)
    assert exchange.N_ACCEPTED_THERE.format(4) in plain
    assert "The printers of Willow Lane" in next(line for line in lines if exchange.HAS_ALL_OF_THIS in line)
    assert any(exchange.YOU_SENT in line and "The mill" in line for line in lines)
    assert any(exchange.SENDER_ASKS_FOR in line and "The printers of Willow Lane" in line for line in lines)
    assert lines[-1].startswith(exchange.RECEIPT_SAYS_NOTHING_OF_FILES)
    driver.shot("receipt-read")
    change(driver, lambda session: cases.edit(session, case, {"status": "open"}))
    assert exchange.RECEIPT in reading.reviews[0]
    reading.open_review()
    changed = exchange.N_OF_ITS_RECORDS.format(1, 4)
    driver.until(lambda: any(changed in line for line in reading.receipt))
    assert reading.is_visible()
    driver.shot("receipt-opened-again")
