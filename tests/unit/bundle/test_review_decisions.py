"""What is accepted is what was decided: deletions, content of evidence, and from whom."""

import itertools
from dataclasses import replace
from pathlib import Path

import pytest

from hrddesk.bundle.merging.merge import Side
from hrddesk.bundle.receiving import read
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.trust import contacts, own_identity
from hrddesk.errors import ContactRevoked, ReviewConflict
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.evidence import staging
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks, evidence_lines, forge_between, record_line, take
from tests.unit.bundle.hands import ONE, TWO, case, content, delete, give, hand_over, put, send

ZERO = RecordId("0" * 32)


def accept_all(sender: Session, reader: Session, folder: Path, take: Side | None = None) -> None:
    acceptance.accept(reader, send(sender, reader, folder).review, None, Job(), take=take)


@pytest.fixture
def both(desks: Desks, tmp_path: Path) -> Desks:
    """Two desks that hold the same two cases."""
    put(desks.documenter, case(), case(TWO))
    accept_all(desks.documenter, desks.coordinator, tmp_path)
    return desks


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("deleted_here", [True, False])
def test_edited_on_one_side_and_deleted_on_the_other(
    both: Desks, tmp_path: Path, side: Side, deleted_here: bool
) -> None:
    editor, deleter = (
        (both.documenter, both.coordinator) if deleted_here else (both.coordinator, both.documenter)
    )
    put(editor, case(title="still needed"))
    delete(deleter, ONE)
    found = hand_over(both, tmp_path)
    assert (found.conflicts, found.deletes) == (1, 0 if deleted_here else 1)
    with pytest.raises(ReviewConflict):
        acceptance.accept(both.coordinator, found.review, None, Job())
    acceptance.accept(both.coordinator, found.review, None, Job(), take=side)
    kept = both.coordinator.store.find(ONE)
    assert (kept is not None) == ((side is Side.THEIRS) == deleted_here)
    assert kept is None or kept.text("title") == "still needed"
    accept_all(both.coordinator, both.documenter, tmp_path)  # decided once
    assert content(both.coordinator) == content(both.documenter)
    assert hand_over(both, tmp_path).unchanged == 2


def test_deleted_on_both_sides_is_no_conflict(both: Desks, tmp_path: Path) -> None:
    for session in (both.documenter, both.coordinator):
        delete(session, ONE)
    found = hand_over(both, tmp_path)
    assert (found.conflicts, found.changed, found.deletes) == (0, 0, 0)
    acceptance.accept(both.coordinator, found.review, None, Job())
    accept_all(both.coordinator, both.documenter, tmp_path)
    assert content(both.coordinator) == content(both.documenter)


def test_what_would_be_deleted_here_is_counted(both: Desks, tmp_path: Path) -> None:
    delete(both.documenter, ONE, TWO)
    found = hand_over(both, tmp_path)
    assert (found.changed, found.deletes) == (2, 2)
    assert acceptance.review(both.coordinator, found.review, Job()).deletes == 2
    acceptance.accept(both.coordinator, found.review, [ONE], Job())
    assert acceptance.review(both.coordinator, found.review, Job()).deletes == 1


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_bundles_with_the_same_records_lead_to_the_same_in_any_order(
    desks: Desks, tmp_path: Path, order: tuple[int, ...]
) -> None:
    paths = []
    for title in ("one", "two", None):
        if title is None:
            delete(desks.documenter, TWO)
        else:
            put(desks.documenter, case(title=title, status=title), case(TWO, title=title))
        paths.append(give(desks.documenter, desks.coordinator, tmp_path))
    found = [read.read(desks.coordinator, paths[number], Job()).review for number in order]
    for number in reversed(found):
        acceptance.accept(desks.coordinator, number, None, Job())
    assert content(desks.coordinator) == content(desks.documenter)


def test_another_content_does_not_come_in_whichever_side_is_taken(desks: Desks, tmp_path: Path) -> None:
    made = forge_between(
        desks.documenter, desks.coordinator, records=evidence_lines(b"first"), files=[b"first"]
    )
    acceptance.accept(
        desks.coordinator, take(desks.coordinator, made.seal(), tmp_path / "a").review, None, Job()
    )
    store = desks.coordinator.store
    (first,) = store.blobs.hashes()
    again = replace(made, id=bytes(16), records=evidence_lines(b"second"), files=[b"second"])
    found = take(desks.coordinator, again.seal(), tmp_path / "b")
    assert found.conflicts == 1  # one change that stands for two contents
    acceptance.accept(desks.coordinator, found.review, None, Job(), take=Side.OURS)
    for side in (Side.THEIRS, Side.OURS):
        assert store.blobs.hashes() == [first]
        assert store.get(ZERO).text("sha256") == first
        acceptance.undo(desks.coordinator, found.review)
        acceptance.accept(desks.coordinator, found.review, None, Job(), take=side)
    assert [blob.sha256 for blob in staging.staged(store.db, found.review)] != [first]


def test_content_that_comes_later_joins_the_record_that_waited_for_it(desks: Desks, tmp_path: Path) -> None:
    made = forge_between(desks.documenter, desks.coordinator, records=evidence_lines(b"photo"))
    without = take(desks.coordinator, made.seal(), tmp_path / "a").review
    store = desks.coordinator.store
    acceptance.accept(desks.coordinator, without, None, Job())
    assert store.blobs.hashes() == []
    later = replace(made, id=bytes(16), files=[b"photo"])
    found = take(desks.coordinator, later.seal(), tmp_path / "b")
    assert found.unchanged == 1
    acceptance.accept(desks.coordinator, found.review, None, Job())
    assert store.blobs.hashes() == [store.get(ZERO).text("sha256")]
    acceptance.undo(desks.coordinator, found.review)
    assert len(store.blobs.hashes()) == 1  # a record that stays speaks of it


def test_nothing_is_accepted_from_somebody_who_was_revoked_meanwhile(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case())
    found = hand_over(desks, tmp_path)
    contacts.revoke(desks.coordinator.store, "documenter", own_identity.today(), own_identity.today())
    with pytest.raises(ContactRevoked):
        acceptance.accept(desks.coordinator, found.review, None, Job())
    assert desks.coordinator.store.find(ONE) is None
    acceptance.review(desks.coordinator, found.review, Job())  # looking is still possible, and rejecting
    acceptance.reject(desks.coordinator, found.review)


def test_a_record_that_refers_to_nothing_here_can_be_accepted_and_undone(
    desks: Desks, tmp_path: Path
) -> None:
    event = Record(kind=Kind.EVENT, id=ZERO).with_fields(case=ONE, type="detained")
    made = forge_between(desks.documenter, desks.coordinator, records=record_line(event))
    number = take(desks.coordinator, made.seal(), tmp_path / "a").review
    acceptance.accept(desks.coordinator, number, None, Job())
    assert desks.coordinator.store.get(ZERO) == event
    acceptance.undo(desks.coordinator, number)
    assert desks.coordinator.store.find(ZERO) is None
