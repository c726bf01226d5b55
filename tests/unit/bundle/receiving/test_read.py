"""Reading a bundle: into the review queue as a whole, once, with what is odd about it."""

import hmac
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from hrddesk.bundle.receiving import read
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.sending import selection, write
from hrddesk.bundle.sending.parcel import Parcel
from hrddesk.bundle.trust import contacts, identity, own_identity
from hrddesk.bundle.trust.card import Card
from hrddesk.bundle.trust.contacts import ContactState
from hrddesk.errors import (
    BundleSeenBefore,
)
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.store.evidence import staging
from hrddesk.store.exchange import reviews
from hrddesk.system.jobs import Job
from tests.unit.bundle import hands
from tests.unit.bundle.forge import (
    Desks,
    Forge,
    a_case,
    evidence_lines,
    forge_between,
    new_session,
    record_line,
    take,
    traces,
)
from tests.unit.bundle.refusals import forge, refused


def test_a_bundle_waits_in_the_review_queue(desks: Desks, tmp_path: Path) -> None:
    small, large = b"small", os.urandom(200_000)
    records = evidence_lines(small, large) + record_line(replace(a_case(), id=RecordId("f" * 32)))
    raw = forge(desks, records=records, files=[small, large]).seal()
    found = take(desks.coordinator, raw, tmp_path / "a")
    assert (found.sender, found.state) == ("documenter", ContactState.VERIFIED)
    assert (found.new, found.changed, found.conflicts, found.unchanged) == (3, 0, 0, 0)
    assert found.notices == ()
    store = desks.coordinator.store
    assert store.ids(Kind.CASE) == []
    assert store.blobs.hashes() == []
    assert len(staging.staged(store.db, found.review)) == 2
    assert [
        b"".join(store.blobs.chunks_of(blob))
        for blob in sorted(staging.staged(store.db, 1), key=lambda b: b.size)
    ] == [small, large]
    assert store.blobs.sweep() == 0
    assert len(list((desks.coordinator.folder / "att").glob("*/*"))) == 1


def test_what_the_writer_writes_the_reader_reads(desks: Desks, tmp_path: Path) -> None:
    session = desks.documenter
    case = a_case()
    with session.store.change("test") as change:
        change.put(case)
        change.put(Record(kind=Kind.PARTY, id=new_id()).with_fields(sex="f"))
        change.delete(case.id)
    written = write.write(
        session,
        tmp_path / "a",
        [desks.to_coordinator],
        Parcel(records=selection.everything(session.store)),
        Job(),
    )
    assert read.inspect(written.path) == read.Inspected(1, written.size)
    found = read.read(desks.coordinator, written.path, Job())
    assert (found.new, found.unchanged) == (1, 1)
    assert reviews.find(desks.coordinator.store.db, found.review) is not None


def test_an_unverified_sender_is_read_and_shown_as_such(desks: Desks, tmp_path: Path) -> None:
    third = new_session(tmp_path / "third.hrdv")
    day = own_identity.today()
    contacts.add(desks.coordinator.store, own_identity.own_card(third.store, day), "third", day)
    raw = forge_between(third, desks.coordinator).seal()
    assert take(desks.coordinator, raw, tmp_path / "a").state is ContactState.FIRST_USE
    third.close()


def test_an_empty_bundle_is_a_bundle(desks: Desks, tmp_path: Path) -> None:
    assert take(desks.coordinator, forge(desks, records=b"").seal(), tmp_path / "a").new == 0


def test_plaintext_is_nowhere_on_the_disk(desks: Desks, tmp_path: Path) -> None:
    secret = b"someone was taken away in the night"
    files = [secret, secret * 5000]
    record = record_line(replace(a_case(narrative=secret.decode()), id=RecordId("f" * 32)))
    made = forge(desks, records=evidence_lines(*files) + record, files=files)
    take(desks.coordinator, made.seal(), tmp_path / "a")
    bad = replace(made, id=bytes(16), payload={"data/receipts.jsonl": b"x\n"})
    refused(desks.coordinator, bad.seal(), tmp_path / "b")
    for path in [path for path in tmp_path.rglob("*") if path.is_file()]:
        assert secret not in path.read_bytes()
        assert secret.decode().encode("utf-16-le") not in path.read_bytes()


def test_a_newer_card_comes_with_the_bundle_and_an_older_one_changes_nothing(
    desks: Desks, tmp_path: Path
) -> None:
    owner = own_identity.known_identity(desks.documenter.store)
    assert owner is not None
    newer = replace(
        owner, serial=owner.serial + 1, epochs=(*owner.epochs, identity.generate(740_000).current)
    )
    newer = replace(newer, epochs=(replace(newer.current, since=owner.current.since),))
    take(desks.coordinator, forge(desks, sender=newer).seal(), tmp_path / "a")
    assert desks.to_documenter.card == Card.parse(desks.to_documenter.card.raw)
    assert desks.to_documenter.card.age == newer.current.key.recipient
    assert desks.to_documenter.state is ContactState.VERIFIED
    take(desks.coordinator, forge(desks).seal(), tmp_path / "b")
    assert desks.to_documenter.card.age == newer.current.key.recipient


def test_how_it_follows_those_before_is_told_and_never_refused(desks: Desks, tmp_path: Path) -> None:
    def notices(number: int = 0, **changes: Any) -> tuple[str, ...]:
        made = forge(desks, **changes)
        if number:
            made.head = made.head | {"history": {"number": number, "head": "0" * 64}}
        return take(desks.coordinator, made.seal(), tmp_path / os.urandom(8).hex()).notices

    def after(seq: int, before: Forge) -> dict[str, Any]:
        made = forge(desks, seq=seq, id=os.urandom(16))
        fingerprint = made.recipients[0][0]
        tag = hmac.digest(made.id, fingerprint, "sha256")[:16].hex()
        chained = hmac.digest(made.id, b"prev" + fingerprint + before.id, "sha256")[:16].hex()
        return {"id": made.id, "head": {"to": [{"tag": tag, "seq": seq, "prev": chained}]}}

    first = forge(desks)
    assert take(desks.coordinator, first.seal(), tmp_path / "first").notices == ()
    second = forge(desks, **after(2, first))
    assert take(desks.coordinator, second.seal(), tmp_path / "second").notices == ()
    assert notices(seq=3) == ("sequence-gap",)  # its chain begins anew
    assert notices(seq=9) == ("sequence-gap",)
    assert notices(seq=4) == ("sequence-back",)
    assert notices(seq=9) == ("sequence-back",)
    assert notices(number=7, seq=11) == ("sequence-gap",)
    assert notices(number=5, seq=12) == ("sequence-gap", "history-back")
    tomorrow = own_identity.today() + timedelta(days=2)
    assert notices(seq=15, head={"line": "6" * 32}) == ("sequence-gap", "new-line")
    assert "clock-ahead" in notices(seq=20, head={"created": tomorrow.isoformat()})
    assert notices(seq=21) == ("sequence-gap", "clock-behind")  # its clock was put right
    assert notices(seq=22) == ("sequence-gap",)
    past = own_identity.today() - timedelta(days=4000)
    assert notices(seq=23, head={"created": past.isoformat()}) == ("sequence-gap", "clock-behind")
    assert notices(seq=19, head={"created": past.isoformat()}) == ("sequence-back",)  # it is late, no more


def test_a_first_bundle_that_is_not_the_first_shows_a_gap(desks: Desks, tmp_path: Path) -> None:
    assert take(desks.coordinator, forge(desks, seq=2).seal(), tmp_path / "a").notices == ("sequence-gap",)


def test_a_replay_is_refused_and_names_its_review(desks: Desks, tmp_path: Path) -> None:
    made = forge(desks)
    raw = made.seal()
    found = take(desks.coordinator, raw, tmp_path / "a")
    for again in (raw, made.seal(), replace(made, records=record_line(a_case())).seal()):
        before = traces(desks.coordinator)
        with pytest.raises(BundleSeenBefore, match=f"number {found.review} .open"):
            take(desks.coordinator, again, tmp_path / "b")
        assert traces(desks.coordinator) == before
    acceptance.accept(desks.coordinator, found.review, None, Job())
    refused(desks.coordinator, raw, tmp_path / "b", BundleSeenBefore)


def test_a_rejected_bundle_read_again_opens_its_review_again(desks: Desks, tmp_path: Path) -> None:
    files = [b"small", os.urandom(200_000)]
    raw = forge(desks, records=evidence_lines(*files), files=files).seal()
    found = take(desks.coordinator, raw, tmp_path / "a")
    acceptance.accept(desks.coordinator, found.review, [RecordId(f"{1:032x}")], Job())
    acceptance.reject(desks.coordinator, found.review)
    again = take(desks.coordinator, raw, tmp_path / "a")
    assert (again.review, again.notices) == (found.review, ())
    assert len(list((desks.coordinator.folder / "att").glob("*/*"))) == 1  # what was accepted, once
    shown = acceptance.review(desks.coordinator, again.review, Job())
    assert [item.accepted for item in shown.items] == [False, True]
    acceptance.accept(desks.coordinator, found.review, None, Job())
    assert len(desks.coordinator.store.blobs.hashes()) == 2


def test_what_the_sender_deleted_is_counted_where_it_is_here(desks: Desks, tmp_path: Path) -> None:
    hands.put(desks.documenter, hands.case(), hands.case(RecordId("2" * 32)))
    found = hands.hand_over(desks, tmp_path)
    assert (found.new, found.deletes) == (2, 0)
    acceptance.accept(desks.coordinator, found.review, None, Job())
    hands.delete(desks.documenter, hands.ONE)
    hands.put(desks.documenter, hands.case(hands.TWO, title="told again"))
    again = hands.hand_over(desks, tmp_path)
    assert (again.new, again.changed, again.deletes) == (0, 2, 1)
