"""What goes into a bundle by a person's choice: all, or what changed since receipts; to one or several."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from hrddesk.bundle.format.envelope import BundleKind
from hrddesk.bundle.receiving import read
from hrddesk.bundle.receiving.read import ReviewSummary
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.sending import packing, write
from hrddesk.bundle.sending.packing import Choice, Packed
from hrddesk.bundle.sending.parcel import EvidenceChoice
from hrddesk.bundle.trust import contacts
from hrddesk.bundle.trust.contacts import Contact
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks, introduce, new_session
from tests.unit.bundle.hands import ONE, THREE, TWO, case, content, delete, put
from tests.unit.bundle.sending.test_write import add_evidence

DELTA = Choice(delta=True)


@pytest.fixture
def third(desks: Desks, tmp_path: Path) -> Iterator[Session]:
    session = new_session(tmp_path / "third.hrdv")
    introduce(desks.documenter, session, "third")
    introduce(session, desks.documenter, "documenter")
    yield session
    session.close()


def packed(desks: Desks, *to: Contact, choice: Choice = DELTA) -> Packed:
    return packing.pack(desks.documenter.store, to or [desks.to_coordinator], None, choice)


def ids(found: Packed) -> list[str]:
    return [record.id for record, _ in found.parcel.records]


def send(
    sender: Session, to: Sequence[Contact], reader: Session, path: Path, choice: Choice = DELTA
) -> ReviewSummary:
    parcel = packing.pack(sender.store, to, None, choice).parcel
    return read.read(reader, write.write(sender, path, to, parcel, Job()).path, Job())


def acknowledge(desks: Desks, path: Path) -> ReviewSummary:
    """Let the coordinator send a receipt and the documenter read it."""
    parcel = packing.receipt(desks.coordinator.store, desks.to_documenter).parcel
    written = write.write(desks.coordinator, path, [desks.to_documenter], parcel, Job())
    return read.read(desks.documenter, written.path, Job())


def accepted(desks: Desks, path: Path, choice: Choice = DELTA) -> ReviewSummary:
    """Hand over what a choice says, and let the coordinator accept it."""
    found = send(desks.documenter, [desks.to_coordinator], desks.coordinator, path, choice)
    acceptance.accept(desks.coordinator, found.review, None, Job())
    return found


def test_a_delta_without_any_receipt_is_the_whole_and_says_so(desks: Desks) -> None:
    put(desks.documenter, case(), case(TWO))
    found = packed(desks)
    assert found.parcel.kind is BundleKind.WHOLE
    assert found.unacknowledged == ("coordinator",)
    assert ids(found) == [ONE, TWO]


def test_a_delta_holds_the_whole_of_what_changed_since_the_receipt(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(title="one"), case(TWO, title="two"))
    accepted(desks, tmp_path / "a")
    put(desks.documenter, case(TWO, title="two", status="open"), case(THREE))
    assert ids(packed(desks)) == [ONE, TWO, THREE]  # no receipt is here
    acknowledge(desks, tmp_path / "b")
    found = packed(desks)
    assert (found.parcel.kind, found.unacknowledged) == (BundleKind.DELTA, ())
    assert [(record.id, record.text("title")) for record, _ in found.parcel.records] == [
        (TWO, "two"),
        (THREE, "a case"),
    ]
    accepted(desks, tmp_path / "c")
    assert content(desks.coordinator) == content(desks.documenter)
    acknowledge(desks, tmp_path / "d")
    assert ids(packed(desks)) == []


def test_what_was_deleted_since_goes_along_as_its_tombstone(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(), case(TWO))
    accepted(desks, tmp_path / "a")
    acknowledge(desks, tmp_path / "b")
    delete(desks.documenter, TWO)
    ((record, version),) = packed(desks).parcel.records
    assert (record.id, version.deleted) == (TWO, True)


def test_what_waits_or_was_rejected_was_not_accepted(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(), case(TWO))
    found = send(desks.documenter, [desks.to_coordinator], desks.coordinator, tmp_path / "a")
    acceptance.accept(desks.coordinator, found.review, [ONE], Job())
    acknowledge(desks, tmp_path / "b")
    assert ids(packed(desks)) == [TWO]
    acceptance.reject(desks.coordinator, found.review)
    acknowledge(desks, tmp_path / "c")
    assert ids(packed(desks)) == [TWO]


def test_an_acceptance_that_was_undone_is_acknowledged_no_more(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(), case(TWO))
    found = accepted(desks, tmp_path / "a")
    acknowledge(desks, tmp_path / "b")
    assert ids(packed(desks)) == []
    acceptance.undo(desks.coordinator, found.review)
    acceptance.accept(desks.coordinator, found.review, [ONE], Job())
    acknowledge(desks, tmp_path / "c")
    assert ids(packed(desks)) == [TWO]


def test_for_several_goes_what_any_of_them_lacks(desks: Desks, tmp_path: Path, third: Session) -> None:
    put(desks.documenter, case(), case(TWO))
    accepted(desks, tmp_path / "a")
    acknowledge(desks, tmp_path / "b")
    to_third = contacts.named(desks.documenter.store, "third")
    both = packed(desks, desks.to_coordinator, to_third)
    assert (both.unacknowledged, ids(both)) == (("third",), [ONE, TWO])
    found = send(desks.documenter, [to_third], third, tmp_path / "c")
    acceptance.accept(third, found.review, [TWO], Job())
    back = contacts.named(third.store, "documenter")
    written = write.write(third, tmp_path / "d", [back], packing.receipt(third.store, back).parcel, Job())
    read.read(desks.documenter, written.path, Job())
    both = packed(desks, desks.to_coordinator, to_third)
    assert (both.parcel.kind, ids(both)) == (BundleKind.DELTA, [ONE])


def test_receipts_ride_with_a_bundle_for_one_and_never_with_one_for_several(
    desks: Desks, tmp_path: Path, third: Session
) -> None:
    put(desks.documenter, case())
    accepted(desks, tmp_path / "a")
    introduce(desks.coordinator, third, "third")
    to_third = contacts.named(desks.coordinator.store, "third")
    one = packing.pack(desks.coordinator.store, [desks.to_documenter], None, Choice())
    several = packing.pack(desks.coordinator.store, [desks.to_documenter, to_third], None, Choice())
    assert (one.has_receipts, one.keeps_receipts, len(list(one.parcel.receipt_lines))) == (True, False, 2)
    assert (several.has_receipts, several.keeps_receipts) == (False, True)
    assert list(several.parcel.receipt_lines) == []
    without = packing.pack(desks.coordinator.store, [desks.to_documenter], None, Choice(receipts=False))
    assert list(without.parcel.receipt_lines) == []
    assert not packing.receipt(desks.coordinator.store, to_third).has_receipts
    found = send(desks.coordinator, [desks.to_documenter], desks.documenter, tmp_path / "b", Choice())
    assert found.receipts is not None
    assert found.receipts.accepted == 1
    assert ids(packed(desks)) == []


def test_sending_the_same_twice_changes_nothing_at_the_other_end(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(), case(TWO))
    add_evidence(desks.documenter, b"a file")
    accepted(desks, tmp_path / "a")
    before = content(desks.coordinator)
    count = desks.coordinator.store.setting("counter")
    again = accepted(desks, tmp_path / "b", Choice())
    assert (again.new, again.changed, again.conflicts, again.unchanged) == (0, 0, 0, 3)
    assert content(desks.coordinator) == before
    assert desks.coordinator.store.setting("counter") == count


@pytest.mark.parametrize("evidence", list(EvidenceChoice))
@pytest.mark.parametrize("size", [0, 1, 70_000, 300_000])
def test_the_estimate_is_the_size_of_the_file(
    desks: Desks, tmp_path: Path, third: Session, evidence: EvidenceChoice, size: int
) -> None:
    put(desks.documenter, case(narrative="x" * size))
    add_evidence(desks.documenter, bytes(size))
    to = [desks.to_coordinator, contacts.named(desks.documenter.store, "third")]
    choice = Choice(evidence=evidence)
    for recipients in (to, to[:1]):
        parcel = packing.pack(desks.documenter.store, recipients, None, choice).parcel
        rows = desks.documenter.store.history.head()
        found = write.measure(desks.documenter.store, recipients, parcel, Job())
        assert desks.documenter.store.history.head() == rows
        written = write.write(desks.documenter, tmp_path / f"a{len(recipients)}", recipients, parcel, Job())
        assert found.size == written.size == written.path.stat().st_size
        assert (found.records, found.cases) == (2, 1)
        goes = evidence is EvidenceChoice.FILES
        assert (found.files, found.files_size) == ((1, size) if goes else (0, 0))


def test_an_estimate_of_a_desk_without_an_identity_makes_none(desks: Desks, session: Session) -> None:
    put(session, case())
    introduce(session, desks.coordinator, "coordinator")
    to = [contacts.named(session.store, "coordinator")]
    found = write.measure(session.store, to, packing.pack(session.store, to, None, Choice()).parcel, Job())
    assert found.size > 65536
    assert session.store.db.execute("SELECT count(*) FROM identity").fetchone() == (0,)
