"""What this desk says to a contact: what is asked for is asked until it comes."""

from pathlib import Path

from hrddesk.bundle.receipts import replies
from hrddesk.bundle.receipts.receipt_format import Receipts, RequestKind
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.sending.packing import Choice
from hrddesk.bundle.sending.parcel import EvidenceChoice
from hrddesk.records.model.record import RecordId
from hrddesk.store.exchange import receipt_rows
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks
from tests.unit.bundle.hands import ONE, TWO, case, hand_over, put
from tests.unit.bundle.sending.test_packing import accepted
from tests.unit.bundle.sending.test_write import add_evidence


def ask(desks: Desks, record: RecordId, what: RequestKind) -> None:
    with desks.coordinator.store.change("test"):
        replies.ask(desks.coordinator.store, desks.to_documenter, record, what)


def said(desks: Desks) -> Receipts:
    found = replies.receipts_for(desks.coordinator.store, desks.to_documenter)
    assert found is not None
    return found


def test_nothing_is_said_to_somebody_from_whom_nothing_came(desks: Desks) -> None:
    assert replies.receipts_for(desks.coordinator.store, desks.to_documenter) is None


def test_a_record_is_asked_for_until_a_later_bundle_brings_it(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case())
    hand_over(desks, tmp_path)
    ask(desks, ONE, RequestKind.RECORD)
    ask(desks, TWO, RequestKind.RECORD)
    ask(desks, TWO, RequestKind.RECORD)
    assert said(desks).asked == {(ONE, RequestKind.RECORD), (TWO, RequestKind.RECORD)}
    assert list(said(desks).accepted) == []
    hand_over(desks, tmp_path)
    assert said(desks).asked == {(TWO, RequestKind.RECORD)}
    with desks.coordinator.store.change("test"):
        replies.withdraw(desks.coordinator.store, desks.to_documenter, TWO)
    assert said(desks).asked == frozenset()


def test_a_file_is_asked_for_until_it_is_here(desks: Desks, tmp_path: Path) -> None:
    evidence = add_evidence(desks.documenter, b"a file")
    accepted(desks, tmp_path / "a", Choice(evidence=EvidenceChoice.HASHES))
    ask(desks, evidence.id, RequestKind.EVIDENCE)
    ask(desks, ONE, RequestKind.EVIDENCE)
    assert len(said(desks).asked) == 2
    found = hand_over(desks, tmp_path)
    assert len(said(desks).asked) == 2
    acceptance.accept(desks.coordinator, found.review, None, Job())
    assert said(desks).asked == {(ONE, RequestKind.EVIDENCE)}


def test_what_is_forgotten_is_asked_for_no_more(desks: Desks) -> None:
    store = desks.coordinator.store
    ask(desks, ONE, RequestKind.RECORD)
    ask(desks, TWO, RequestKind.RECORD)
    for forgotten, left in ([TWO], [ONE]), ([TWO], [ONE]), (None, []):
        with store.change("test"):
            receipt_rows.forget_asks(store.db, forgotten)
        assert [item.record for item in receipt_rows.asks(store.db, desks.to_documenter.num)] == left


def test_a_record_of_our_own_says_nothing_of_theirs(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case())
    put(desks.coordinator, case())
    hand_over(desks, tmp_path)
    assert list(said(desks).accepted) == []
