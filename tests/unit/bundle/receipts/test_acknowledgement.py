"""What a contact has, by its own word: cut to what was sent, whatever the order in which receipts come."""

import json
from pathlib import Path

import pytest

from hrddesk.actions.vault import backups
from hrddesk.bundle.receipts.acknowledgement import Acknowledged
from hrddesk.bundle.receipts.receipt_format import AcceptedChanges, Receipts, RequestKind, Seen
from hrddesk.bundle.receiving import read
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.sending import packing, write
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.records.model.record import RecordId
from hrddesk.store.exchange import reviews
from hrddesk.system.jobs import Job
from tests.made import PASSPHRASE
from tests.unit.bundle.forge import Desks, forge_between, take
from tests.unit.bundle.hands import ONE, THREE, TWO, case, hand_over, put, send
from tests.unit.bundle.sending.test_packing import accepted, acknowledge

NOWHERE = Seen("5" * 32, 0, bytes(32))


def known(desks: Desks) -> Acknowledged:
    return Acknowledged(desks.documenter.store, desks.to_coordinator)


def lacking(desks: Desks) -> list[RecordId]:
    return known(desks).lacking([ONE, TWO, THREE])


def receipt(desks: Desks, path: Path) -> Path:
    parcel = packing.receipt(desks.coordinator.store, desks.to_documenter).parcel
    return write.write(desks.coordinator, path, [desks.to_documenter], parcel, Job()).path


def say(
    desks: Desks, said: Receipts, path: Path, number: int = 9, line: str = "5" * 32
) -> read.ReviewSummary:
    """Let the coordinator's keys sign whatever receipts."""
    text = b"".join(line + b"\n" for line in said)
    history = {"number": number, "head": "0" * 64}
    made = forge_between(
        desks.coordinator,
        desks.documenter,
        records=b"",
        receipts=text,
        head={"line": line, "kind": "receipt", "history": history},
        seq=number,
    )
    return take(desks.documenter, made.seal(), path)


def test_a_receipt_that_claims_more_than_was_sent_is_cut(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(), case(TWO))
    hand_over(desks, tmp_path)
    put(desks.documenter, case(TWO, title="never sent"), case(THREE))
    claims = {record: AcceptedChanges({desks.documenter.line: 99}) for record in (ONE, TWO, THREE)}
    say(desks, Receipts(NOWHERE, claims.items()), tmp_path / "lie")
    assert lacking(desks) == [TWO, THREE]


def test_an_older_receipt_after_a_newer_one_changes_nothing(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(), case(TWO))
    accepted(desks, tmp_path / "a")
    older = receipt(desks, tmp_path / "older")
    put(desks.documenter, case(TWO, status="open"))
    accepted(desks, tmp_path / "b")
    newer = receipt(desks, tmp_path / "newer")
    for path in (newer, older):
        read.read(desks.documenter, path, Job())
    assert lacking(desks) == []


def test_a_receipt_asks_nobody_for_a_decision(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case())
    accepted(desks, tmp_path / "a")
    found = acknowledge(desks, tmp_path / "b")
    assert found.receipts is not None
    assert found.receipts.accepted == 1
    row = reviews.find(desks.documenter.store.db, found.review)
    assert row is not None
    assert row.state == reviews.ACCEPTED
    shown = acceptance.review(desks.documenter, found.review, Job())
    assert (shown.receipts, shown.items) == (found.receipts, ())


def test_what_a_contact_brought_and_nobody_changed_here_it_has(desks: Desks, tmp_path: Path) -> None:
    put(desks.coordinator, case())
    back = send(desks.coordinator, desks.documenter, tmp_path)
    acceptance.accept(desks.documenter, back.review, None, Job())
    assert lacking(desks) == []
    assert known(desks).knows(ONE)
    put(desks.documenter, case(status="changed here"))
    assert lacking(desks) == [ONE]


def test_a_receipt_says_nothing_of_what_others_wrote(desks: Desks, tmp_path: Path) -> None:
    """The contact learns how much of what it brought was accepted, not that somebody else wrote too."""
    put(desks.documenter, case())
    accepted(desks, tmp_path / "a")
    put(desks.coordinator, case(status="mine"), case(TWO))
    said = packing.receipt(desks.coordinator.store, desks.to_documenter).parcel.receipt_lines
    found = [json.loads(line) for line in said if b'"accepted"' in line]
    assert [(line["record"], set(line["context"])) for line in found] == [(ONE, {desks.documenter.line})]


def test_how_far_the_history_was_seen(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case())
    assert (known(desks).seen, known(desks).day) == (None, None)
    before = desks.documenter.store.history.head()
    accepted(desks, tmp_path / "a")
    found = acknowledge(desks, tmp_path / "b")
    assert found.notices == ()
    seen = known(desks).seen
    assert seen is not None
    assert (seen.number, seen.head) == (before.number, before.mac)


@pytest.mark.parametrize(("number", "head"), [(1, bytes(32)), (10_000, bytes(32))])
def test_who_saw_more_of_this_vault_than_there_is_tells_that_it_was_put_back(
    desks: Desks, tmp_path: Path, number: int, head: bytes
) -> None:
    said = Receipts(Seen(desks.documenter.line, number, head))
    assert "seen-ahead" in say(desks, said, tmp_path / "a").notices
    other = Receipts(Seen("6" * 32, number, head))
    assert "seen-ahead" not in say(desks, other, tmp_path / "b", number=10).notices


def test_that_is_said_once_of_a_bundle_that_is_read_again(desks: Desks, tmp_path: Path) -> None:
    said = Receipts(Seen(desks.documenter.line, 10_000, bytes(32)))
    made = forge_between(desks.coordinator, desks.documenter, receipts=next(iter(said)) + b"\n").seal()
    first = take(desks.documenter, made, tmp_path / "a")
    acceptance.reject(desks.documenter, first.review)
    again = take(desks.documenter, made, tmp_path / "a")
    assert first.notices == again.notices
    assert again.notices.count("seen-ahead") == 1


def test_receipts_of_a_life_before_a_restore_count_no_more(desks: Desks, tmp_path: Path) -> None:
    """The coordinator goes back to a backup from before it accepted, and has nothing any more."""
    made = backups.make(desks.coordinator, tmp_path, Job())
    put(desks.documenter, case(), case(TWO))
    first = accepted(desks, tmp_path / "a")
    late = receipt(desks, tmp_path / "late")
    acknowledge(desks, tmp_path / "b")
    assert lacking(desks) == []
    desks.coordinator.close()
    secret = PassphraseSecret(PASSPHRASE)
    desks.coordinator = backups.restore(made.path, tmp_path / "new.hrdv", secret, Job()).session
    put(desks.coordinator, case(THREE))
    found = send(desks.coordinator, desks.documenter, tmp_path)
    assert "new-line" in found.notices
    assert lacking(desks) == [ONE, TWO]
    assert read.read(desks.documenter, late, Job()).notices == ("sequence-back", "old-line")
    assert lacking(desks) == [ONE, TWO]
    assert first.new == 2


def test_what_is_asked_for_goes_again(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(), case(TWO))
    accepted(desks, tmp_path / "a")
    acknowledge(desks, tmp_path / "b")
    who = known(desks)
    assert who.seen is not None
    wanted = frozenset({(TWO, RequestKind.RECORD), (TWO, RequestKind.EVIDENCE)})
    asked = Receipts(who.seen, sorted(who._accepted.items()), wanted)
    say(desks, asked, tmp_path / "c", number=10_000, line=desks.coordinator.line)
    assert known(desks).asked == {TWO: {RequestKind.RECORD, RequestKind.EVIDENCE}}
    assert lacking(desks) == [TWO]
    assert known(desks).has(TWO, {})
