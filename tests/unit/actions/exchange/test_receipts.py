"""What a person does with receipts, in the window and on the command line alike."""

from pathlib import Path

import pytest

from hrddesk.actions.exchange import bundles, receipts
from hrddesk.actions.records import cases
from hrddesk.bundle.format.envelope import BundleKind
from hrddesk.bundle.receipts.holdings import Holding
from hrddesk.bundle.receipts.receipt_format import RequestKind
from hrddesk.bundle.sending import handoff
from hrddesk.errors import InvalidValue, NothingToAcknowledge, WriteFailed
from hrddesk.store.exchange import reviews
from hrddesk.store.vault import forgetting
from hrddesk.system.jobs import Job
from tests.unit.actions.exchange.test_bundles import Pair
from tests.unit.actions.exchange.test_bundles import pair as pair  # two desks that verified each other


def test_a_receipt_tells_what_the_other_has(pair: Pair, tmp_path: Path) -> None:
    case = cases.create(pair.documenter, {"title": "one"}).result
    with pytest.raises(NothingToAcknowledge):
        receipts.write_receipt(pair.coordinator, tmp_path, "documenter", Job())
    sent = bundles.write_bundle(pair.documenter, tmp_path, ["coordinator", "coordinator"], None, Job())
    review = bundles.read_bundle(pair.coordinator, sent.path, Job()).review
    bundles.accept(pair.coordinator, review, None, Job())
    back = receipts.write_receipt(pair.coordinator, tmp_path, "documenter", Job())
    assert (back.written.kind, back.written.cases) == (BundleKind.RECEIPT, 0)
    bundles.read_bundle(pair.documenter, back.path, Job())
    (holding,) = receipts.what_others_have(pair.documenter.store, Job())
    assert holding.cases[case].holding is Holding.ALL
    head = bundles.all_reviews(pair.documenter)[0]
    assert head.is_receipt
    found = receipts.received(pair.documenter.store, head.id, Job())
    assert found is not None
    assert (found.head, found.said.accepted, found.holding) == (head, 1, holding)
    assert receipts.received(pair.coordinator.store, review, Job()) is None  # that one holds a record
    (one,) = receipts.what_others_have(pair.documenter.store, Job(), case)
    assert one.cases == holding.cases


def test_a_bundle_whose_records_were_forgotten_is_no_receipt(pair: Pair, tmp_path: Path) -> None:
    """It said what had come as well; that is all of it that is left."""
    cases.create(pair.coordinator, {"title": "one"})
    first = bundles.write_bundle(pair.coordinator, tmp_path, ["documenter"], None, Job())
    bundles.read_bundle(pair.documenter, first.path, Job())
    case = cases.create(pair.documenter, {"title": "two"}).result
    second = bundles.write_bundle(pair.documenter, tmp_path, ["coordinator"], [case], Job())
    review = bundles.read_bundle(pair.coordinator, second.path, Job()).review
    bundles.accept(pair.coordinator, review, None, Job())
    store = pair.coordinator.store
    with store.change(forgetting.FORGOTTEN) as change:
        forgetting.erase(store, change, handoff.of_cases(store, [case]).scope)
    (head,) = bundles.all_reviews(pair.coordinator)
    assert (head.state, head.is_receipt) == (reviews.FORGOTTEN, False)
    assert receipts.received(store, review, Job()) is None


def test_asking_and_asking_no_more(pair: Pair) -> None:
    case = cases.create(pair.coordinator, {"title": "one"}).result
    asked = receipts.ask(pair.coordinator, "documenter", case, RequestKind.RECORD)
    assert [(item.record, item.what) for item in asked] == [(case, "record")]
    assert receipts.asked_of(pair.coordinator, "documenter") == asked
    with pytest.raises(InvalidValue):
        receipts.ask(pair.coordinator, "documenter", case, RequestKind.EVIDENCE)
    assert receipts.last_words(pair.coordinator.store)["documenter"].wanted == [
        (pair.coordinator.store.get(case).text("ref"), RequestKind.RECORD)
    ]
    assert receipts.withdraw(pair.coordinator, "documenter", case) == []
    receipts.ask(pair.coordinator, "documenter", case, RequestKind.RECORD)
    receipts.withdraw_all(pair.coordinator, "documenter")
    assert receipts.asked_of(pair.coordinator, "documenter") == []
    assert receipts.find_record(pair.coordinator, case.upper()) == case


def test_receipts_that_are_cancelled_are_still_owed(pair: Pair, tmp_path: Path) -> None:
    cases.create(pair.documenter, {"title": "one"})
    sent = bundles.write_bundle(pair.documenter, tmp_path, ["coordinator"], None, Job())
    review = bundles.read_bundle(pair.coordinator, sent.path, Job()).review
    assert receipts.owed(pair.coordinator.store) == []  # nothing was accepted yet
    bundles.accept(pair.coordinator, review, None, Job())
    stick = tmp_path / "stick"
    stick.mkdir()
    job = Job()
    job.cancel()
    (outcome,) = receipts.write_receipts(pair.coordinator, stick, job)
    assert (outcome.name, outcome.sent, outcome.error) == ("documenter", None, None)
    assert list(stick.iterdir()) == []
    assert receipts.owed(pair.coordinator.store) == ["documenter"]
    with pytest.raises(WriteFailed):
        receipts.write_receipts(pair.coordinator, sent.path, Job())
    (outcome,) = receipts.write_receipts(pair.coordinator, stick, Job())
    assert outcome.sent is not None
    assert receipts.owed(pair.coordinator.store) == []
