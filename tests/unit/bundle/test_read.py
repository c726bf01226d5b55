"""Reading a bundle: into the review queue as a whole, or refused without a trace."""

import hashlib
import hmac
import io
import json
import os
import shutil
import subprocess
import tracemalloc
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pyrage
import pytest

from hrddesk.bundle import archive, contacts, desk, identity, opened, read, review, selection, write
from hrddesk.bundle.card import Card
from hrddesk.bundle.contacts import ContactState
from hrddesk.bundle.opened import Stick
from hrddesk.crypto.age import AgeIdentity, Reader
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import (
    BundleDamaged,
    BundleError,
    BundleMalformed,
    BundleNotAddressedToMe,
    BundleNotForMe,
    BundleSeenBefore,
    BundleSenderUnknown,
    BundleSignatureBad,
    BundleTooLarge,
    BundleTooNew,
    CardExpired,
    ContactKeyChanged,
    ContactRevoked,
    DiskFull,
    FileUnreadable,
    NotABundle,
)
from hrddesk.jobs import Cancelled, Job
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId, new_id
from hrddesk.session import Session
from hrddesk.store import reviews
from tests.unit.bundle.forge import (
    PASSPHRASE,
    Desks,
    Forge,
    a_case,
    evidence_lines,
    forge_between,
    introduce,
    new_session,
    record_line,
    take,
    traces,
    two_desks,
    ustar,
)

ZERO = RecordId("0" * 32)
CHUNK = 65536 + 16


def forge(desks: Desks, **changes: Any) -> Forge:
    return forge_between(desks.documenter, desks.coordinator, **changes)


def refused(
    session: Session,
    raw: bytes,
    path: Path,
    kinds: type[Exception] | tuple[type[Exception], ...] = BundleError,
) -> None:
    """Require that the bundle is refused and that nothing of it is in the vault."""
    before = traces(session)
    with pytest.raises(kinds):
        take(session, raw, path)
    assert traces(session) == before


def all_refused(
    session: Session, raws: Iterable[bytes], path: Path, kinds: tuple[type[Exception], ...] = (BundleError,)
) -> None:
    """Require the same of many, looking for traces once: none of them could remove another's."""
    before = traces(session)
    for raw in raws:
        with pytest.raises(kinds):
            take(session, raw, path)
    assert traces(session) == before


# --- what is right --------------------------------------------------------------------------------------


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
    assert len(reviews.staged(store.db, found.review)) == 2
    assert [
        b"".join(store.blobs.chunks_of(blob))
        for blob in sorted(reviews.staged(store.db, 1), key=lambda b: b.size)
    ] == [small, large]
    assert store.blobs.sweep() == 0
    assert len(list((desks.coordinator.folder / "att").glob("*/*"))) == 1


def test_what_the_writer_writes_the_reader_reads(desks: Desks, tmp_path: Path) -> None:
    session = desks.documenter
    case = a_case()
    with session.store.change("test") as change:
        change.put(case)
        change.put(Record(Kind.PARTY, new_id()).with_fields(sex="f"))
        change.delete(case.id)
    written = write.write(
        session, tmp_path / "a", [desks.to_coordinator], selection.everything(session.store), Job()
    )
    assert read.inspect(written.path) == read.Inspected(1, written.size)
    found = read.read(desks.coordinator, written.path, Job())
    assert (found.new, found.unchanged) == (1, 1)
    assert reviews.find(desks.coordinator.store.db, found.review) is not None


def test_an_unverified_sender_is_read_and_shown_as_such(desks: Desks, tmp_path: Path) -> None:
    third = new_session(tmp_path / "third.hrdv")
    day = desk.today()
    contacts.add(desks.coordinator.store, desk.own_card(third.store, day), "third", day)
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
    owner = desk.known_identity(desks.documenter.store)
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
    tomorrow = desk.today() + timedelta(days=2)
    assert notices(seq=15, head={"line": "6" * 32}) == ("sequence-gap", "new-line")
    assert "clock-ahead" in notices(seq=20, head={"created": tomorrow.isoformat()})


def test_a_first_bundle_that_is_not_the_first_shows_a_gap(desks: Desks, tmp_path: Path) -> None:
    assert take(desks.coordinator, forge(desks, seq=2).seal(), tmp_path / "a").notices == ("sequence-gap",)


# --- replay ---------------------------------------------------------------------------------------------


def test_a_replay_is_refused_and_names_its_review(desks: Desks, tmp_path: Path) -> None:
    made = forge(desks)
    raw = made.seal()
    found = take(desks.coordinator, raw, tmp_path / "a")
    for again in (raw, made.seal(), replace(made, records=record_line(a_case())).seal()):
        before = traces(desks.coordinator)
        with pytest.raises(BundleSeenBefore, match=f"number {found.review} .open"):
            take(desks.coordinator, again, tmp_path / "b")
        assert traces(desks.coordinator) == before
    review.accept(desks.coordinator, found.review, None, Job())
    refused(desks.coordinator, raw, tmp_path / "b", BundleSeenBefore)


def test_a_rejected_bundle_read_again_opens_its_review_again(desks: Desks, tmp_path: Path) -> None:
    files = [b"small", os.urandom(200_000)]
    raw = forge(desks, records=evidence_lines(*files), files=files).seal()
    found = take(desks.coordinator, raw, tmp_path / "a")
    review.accept(desks.coordinator, found.review, [RecordId(f"{1:032x}")], Job())
    review.reject(desks.coordinator, found.review)
    again = take(desks.coordinator, raw, tmp_path / "a")
    assert (again.review, again.notices) == (found.review, ())
    assert len(list((desks.coordinator.folder / "att").glob("*/*"))) == 1  # what was accepted, once
    shown = review.review(desks.coordinator, again.review, Job())
    assert [item.accepted for item in shown.items] == [False, True]
    review.accept(desks.coordinator, found.review, None, Job())
    assert len(desks.coordinator.store.blobs.hashes()) == 2


# --- whose it is ----------------------------------------------------------------------------------------


def test_an_unknown_sender_is_not_read(desks: Desks, tmp_path: Path) -> None:
    third = new_session(tmp_path / "third.hrdv")
    desk.own_identity(third.store, desk.today())
    refused(
        desks.coordinator, forge_between(third, desks.coordinator).seal(), tmp_path / "a", BundleSenderUnknown
    )
    third.close()


def test_a_revoked_or_blocked_sender_is_not_read(desks: Desks, tmp_path: Path) -> None:
    raw = forge(desks).seal()
    store = desks.coordinator.store
    contacts.revoke(store, "documenter", desk.today())
    refused(desks.coordinator, raw, tmp_path / "a", ContactRevoked)
    with store.change("test"):
        store.db.execute("UPDATE contact SET state = 'changed'")
    refused(desks.coordinator, raw, tmp_path / "a", ContactKeyChanged)


def test_an_expired_card_is_not_read(desks: Desks, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(forge(desks).seal())
    before = traces(desks.coordinator)
    with pytest.raises(CardExpired):
        read.read(desks.coordinator, tmp_path / "a", Job(), day=desk.today() + timedelta(days=271))
    assert traces(desks.coordinator) == before


def test_a_bundle_forwarded_by_its_recipient_is_refused(desks: Desks, tmp_path: Path) -> None:
    third = new_session(tmp_path / "third.hrdv")
    introduce(third, desks.documenter, "documenter")
    owner = desk.own_identity(third.store, desk.today())
    made = forge(desks)
    inside = made.inside()
    made.recipients = [(owner.fingerprint, owner.current.key.recipient)]
    refused(third, made.seal(inside), tmp_path / "a", BundleNotAddressedToMe)
    third.close()


def test_a_bundle_for_others_is_not_opened(desks: Desks, session: Session, tmp_path: Path) -> None:
    raw = forge(desks).seal()
    refused(desks.documenter, raw, tmp_path / "a", BundleNotForMe)
    refused(session, raw, tmp_path / "a", BundleNotForMe)  # it has no identity yet


def test_one_changed_recipient_is_refused(still_desks: Desks, tmp_path: Path) -> None:
    desks = still_desks
    made = forge(desks)
    third = AgeIdentity.generate()
    one, two = made.seal(), replace(made, recipients=[(bytes(32), third.recipient)]).seal()
    end = one.index(b"\n--- ")
    refused(desks.coordinator, two[: two.index(b"\n--- ")] + one[end:], tmp_path / "a", BundleNotForMe)
    added = one[:end] + two[two.index(b"\n-> ") : two.index(b"\n--- ")] + one[end:]
    refused(desks.coordinator, added, tmp_path / "a", BundleDamaged)
    mine = made.recipients[0]
    inside = made.inside()
    both = replace(made, recipients=[mine, (bytes(32), third.recipient)])
    refused(desks.coordinator, both.seal(inside), tmp_path / "a", BundleMalformed)
    refused(desks.coordinator, made.seal(both.inside()), tmp_path / "a", BundleMalformed)


# --- signatures -----------------------------------------------------------------------------------------


def test_each_signature_must_hold(still_desks: Desks, tmp_path: Path) -> None:
    desks = still_desks
    made, other = forge(desks), forge(desks)
    texts, others = dict(made.members()), dict(other.members())
    ssh, mldsa = archive.SSH_SIGNATURE, archive.MLDSA_SIGNATURE
    for name in (ssh, mldsa):
        for text in (b"", others[name], texts[name] + b"\n", b"\xff" + texts[name], texts[name][:-1]):
            bad = replace(made, after={name: text})
            refused(desks.coordinator, bad.seal(), tmp_path / "a", BundleSignatureBad)
    swapped = replace(made, after={ssh: texts[mldsa], mldsa: texts[ssh]})
    refused(desks.coordinator, swapped.seal(), tmp_path / "a", BundleSignatureBad)
    reader = desk.known_identity(desks.coordinator.store)
    assert reader is not None
    by_me = dict(replace(made, sender=reader).members())
    for name in (ssh, mldsa):
        refused(
            desks.coordinator,
            replace(made, after={name: by_me[name]}).seal(),
            tmp_path / "a",
            BundleSignatureBad,
        )


def test_a_missing_signature_is_refused(still_desks: Desks, tmp_path: Path) -> None:
    for name in (archive.SSH_SIGNATURE, archive.MLDSA_SIGNATURE):
        made = forge(
            still_desks, arrange=lambda files, name=name: [item for item in files if item[0] != name]
        )
        refused(still_desks.coordinator, made.seal(), tmp_path / "a", BundleMalformed)


def test_a_card_that_does_not_prove_itself_is_refused(still_desks: Desks, tmp_path: Path) -> None:
    made = forge(still_desks)
    card = Card.make(made.sender).raw
    for bad in (b"", card[:-1], card.replace(b'"serial":1', b'"serial":2')):
        refused(
            still_desks.coordinator,
            replace(made, texts={archive.CARD: bad}).seal(),
            tmp_path / "a",
            BundleSignatureBad,
        )


def test_a_card_of_another_than_the_signer_is_refused(desks: Desks, tmp_path: Path) -> None:
    third = new_session(tmp_path / "third.hrdv")
    introduce(desks.coordinator, third, "third")
    card = desk.own_card(third.store, desk.today()).raw
    refused(desks.coordinator, forge(desks, card=card).seal(), tmp_path / "a", BundleSignatureBad)
    own = forge_between(third, desks.coordinator, head={"sender": forge(desks).sender.fingerprint.hex()})
    refused(desks.coordinator, own.seal(), tmp_path / "a", BundleMalformed)
    third.close()


# --- what a contact who means harm may send -------------------------------------------------------------

Change = Callable[[Forge], Any]


def case(**fields: str) -> Record:
    return replace(a_case(**fields), id=ZERO)


MALFORMED: dict[str, dict[str, Any]] = {
    "another bagit": {"texts": {"bagit.txt": b"BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n"}},
    "another info": {"texts": {"bag-info.txt": b"Payload-Oxum: 1.3\nX: y\n"}},
    "fewer octets": {"texts": {"bag-info.txt": b"Payload-Oxum: 5000.3\n"}},
    "another head": {"head": {"more": 1}},
    "a manifest of nothing": {"texts": {"manifest-sha256.txt": b""}},
    "a tag manifest of nothing": {"texts": {"tagmanifest-sha256.txt": b""}},
    "a tag file altered after": {"after": {"bag-info.txt": b"Payload-Oxum: 0.3\n"}},
    "a file too many": {"arrange": lambda files: [*files, ("data/att/" + "a" * 64, b"x")]},
    "a file twice": {"arrange": lambda files: [*files, files[-1]]},
    "files in another order": {"arrange": lambda files: [*files[:-2], files[-1], files[-2]]},
    "a name that leads elsewhere": {"arrange": lambda files: [("../bagit.txt", files[0][1]), *files[1:]]},
    "a file of no record": {"files": [b"x"]},
    "records twice": {"records": record_line(case()) * 2},
    "records not sorted": {
        "records": record_line(replace(case(), id=RecordId("f" * 32))) + record_line(case())
    },
    "an unknown kind": {"records": record_line(case()).replace(b'"kind":"case"', b'"kind":"king"')},
    "an unknown field": {"records": record_line(case()).replace(b'"title"', b'"titles"')},
    "an open last line": {"records": record_line(case())[:-1]},
    "an empty line": {"records": record_line(case()) + b"\n"},
    "no JSON": {"records": b"{\n"},
    "nested deeply": {"records": b"[" * 100_000 + b"]" * 100_000 + b"\n"},
    "a long integer": {"records": b"1" * 10_000 + b"\n"},
    "a long line": {"records": b'"' + b"x" * (5 << 20) + b'"\n'},
    "a lone surrogate": {"records": record_line(case()).replace(b"a case", b"\\ud800")},
    "bytes that are no text": {"records": record_line(case()).replace(b"a case", b"\xff\xfe")},
    "other spacing": {"records": record_line(case()).replace(b",", b", ")},
    "a contact that is none": {"contacts": b"{}\n"},
    "a receipt that is none": {"receipts": b"{}\n"},
}


@pytest.mark.parametrize("name", MALFORMED)
def test_what_breaks_the_format_is_refused_though_it_is_signed(
    still_desks: Desks, tmp_path: Path, name: str
) -> None:
    refused(
        still_desks.coordinator, forge(still_desks, **MALFORMED[name]).seal(), tmp_path / "a", BundleMalformed
    )


def test_other_hostile_content_has_its_own_words(still_desks: Desks, tmp_path: Path) -> None:
    session = still_desks.coordinator
    more = {"texts": {"bag-info.txt": b"Payload-Oxum: 10.3\n"}}
    refused(session, forge(still_desks, **more).seal(), tmp_path / "a", BundleTooLarge)
    refused(session, forge(still_desks, head={"v": 2}).seal(), tmp_path / "a", BundleTooNew)
    for path in ("data/records.jsonl", "data/contacts.jsonl"):
        made = forge(still_desks, payload={path: record_line(case(title="b case"))})
        refused(session, made.seal(), tmp_path / "a", (BundleDamaged, BundleTooLarge))
    large = forge(still_desks, files=[os.urandom(200_000)], records=b"")
    path = next(path for path in large.payload_files() if "att" in path)
    refused(session, replace(large, payload={path: bytes(200_000)}).seal(), tmp_path / "a", BundleDamaged)
    tag = forge(still_desks, texts={"bag-info.txt": b"x" * (archive.MAX_TAG_FILE + 1)})
    refused(session, tag.seal(), tmp_path / "a", BundleTooLarge)
    many = b"".join(b"%064x  data/att/%064x\n" % (n, n) for n in range(10_001))
    first = dict(forge(still_desks).members())["manifest-sha256.txt"]
    texts = {"manifest-sha256.txt": first + many}
    refused(session, forge(still_desks, texts=texts).seal(), tmp_path / "a", BundleTooLarge)


def test_right_to_left_tricks_in_names_are_only_text(desks: Desks, tmp_path: Path) -> None:
    record = record_line(
        Record(Kind.EVIDENCE, ZERO).with_fields(original_name="\u202egpj.exe", sha256="a" * 64)
    )
    found = take(desks.coordinator, forge(desks, records=record).seal(), tmp_path / "a")
    assert found.new == 1


def test_a_bundle_that_claims_our_own_changes_is_refused(desks: Desks, tmp_path: Path) -> None:
    session = desks.coordinator
    ours = a_case()
    with session.store.change("test") as change:
        change.put(ours)
    stolen = record_line(ours.with_fields(title="theirs"), session.line, 2)
    refused(session, forge(desks, records=stolen).seal(), tmp_path / "a", BundleMalformed)
    honest = record_line(ours, session.line, 1)
    assert take(session, forge(desks, records=honest).seal(), tmp_path / "a").unchanged == 1


def test_a_record_cannot_become_of_another_kind(desks: Desks, tmp_path: Path) -> None:
    session = desks.coordinator
    with session.store.change("test") as change:
        change.put(case())
        change.put(replace(case(), id=RecordId("1" * 32)))
        change.delete(RecordId("1" * 32))
    undone = take(
        session,
        forge(desks, records=record_line(replace(case(), id=RecordId("2" * 32)))).seal(),
        tmp_path / "b",
    )
    review.accept(session, undone.review, None, Job())
    review.undo(session, undone.review)
    for record_id in (ZERO, RecordId("1" * 32), RecordId("2" * 32)):
        records = record_line(Record(Kind.PARTY, record_id).with_fields(sex="f"))
        refused(session, forge(desks, records=records).seal(), tmp_path / "a", BundleMalformed)


# --- bits, cuts, additions ------------------------------------------------------------------------------


def flips(raw: bytes, places: Any) -> Any:
    for place in places:
        bad = bytearray(raw)
        bad[place] ^= 1 << place % 8
        yield bytes(bad)


@pytest.mark.timeout(600)
def test_every_flipped_bit_outside_is_refused(still_desks: Desks, tmp_path: Path) -> None:
    raw = forge(still_desks, records=evidence_lines(bytes(70_000)), files=[bytes(70_000)]).seal()
    header = raw.index(b"\n--- ") + 64
    bad = flips(raw, [*range(header), *range(header, len(raw), 37), len(raw) - 1])
    all_refused(still_desks.coordinator, bad, tmp_path / "a", (BundleDamaged, BundleNotForMe, NotABundle))


def _places(members: list[tuple[str, bytes]], total: int, sparse: int) -> list[int]:
    """Every byte of headers and tag files, of long texts that are only base64 a sample; every 37th else."""
    places: set[int] = set()
    at = 0
    for name, text in members:
        begin, end = at + 512, at + 512 + len(text)
        places |= set(range(at, begin))
        if not name.startswith("data/"):
            step = sparse if len(text) > 3000 else 1
            places |= set(range(begin, end, step)) | set(range(begin, min(begin + 100, end)))
        at = end + -len(text) % 512
    places |= set(range(0, total, 37)) | {total - 1}
    return sorted(places)


@pytest.mark.timeout(1200)
@pytest.mark.parametrize("sparse", [37, pytest.param(1, marks=pytest.mark.full)])
def test_every_flipped_bit_inside_sealed_again_by_a_recipient_is_refused(
    still_desks: Desks, tmp_path: Path, sparse: int
) -> None:
    made = forge(still_desks, records=evidence_lines(b"x" * 300), files=[b"x" * 300])
    members = made.members()
    inside = made.inside_of(members)
    bad = (made.seal(flipped) for flipped in flips(inside, _places(members, len(inside), sparse)))
    all_refused(still_desks.coordinator, bad, tmp_path / "a")


def test_cuts_and_additions_outside_are_refused(still_desks: Desks, tmp_path: Path) -> None:
    files = [os.urandom(150_000)]
    raw = forge(still_desks, records=evidence_lines(*files), files=files).seal()
    start = raw.index(b"\n--- ") + 5 + 43 + 1 + 16
    borders = list(range(start, len(raw), CHUNK))
    assert len(borders) >= 3
    for size in {
        0,
        1,
        21,
        22,
        100,
        start - 16,
        start - 1,
        *borders,
        *[b + 1 for b in borders],
        *[b - 1 for b in borders],
    }:
        refused(still_desks.coordinator, raw[:size], tmp_path / "a", (BundleDamaged, NotABundle))
    refused(still_desks.coordinator, raw[:-1], tmp_path / "a", BundleDamaged)
    for more in (b"\0", b"\n", bytes(16), bytes(CHUNK), raw[start : start + CHUNK], raw[-100:]):
        refused(still_desks.coordinator, raw + more, tmp_path / "a", BundleDamaged)


def test_chunks_in_another_order_are_refused(still_desks: Desks, tmp_path: Path) -> None:
    files = [os.urandom(200_000)]
    raw = forge(still_desks, records=evidence_lines(*files), files=files).seal()
    start = raw.index(b"\n--- ") + 5 + 43 + 1 + 16
    head, chunks = raw[:start], [raw[at : at + CHUNK] for at in range(start, len(raw), CHUNK)]
    for order in (
        [1, 0, *range(2, len(chunks))],
        [0, 0, *range(1, len(chunks))],
        [*range(1, len(chunks))],
        [0, *range(2, len(chunks))],
        [*range(len(chunks)), len(chunks) - 1],
    ):
        refused(
            still_desks.coordinator, head + b"".join(chunks[n] for n in order), tmp_path / "a", BundleDamaged
        )


def test_cuts_and_additions_inside_are_refused(still_desks: Desks, tmp_path: Path) -> None:
    made = forge(still_desks)
    inside = made.inside()
    for size in [*range(0, 20_000, 512), 100, 60_000, 65_535]:
        refused(
            still_desks.coordinator,
            made.seal(inside[:size]),
            tmp_path / "a",
            (BundleDamaged, BundleMalformed),
        )
    for more in (b"\0", bytes(512), bytes(65536), b"x"):
        refused(still_desks.coordinator, made.seal(inside + more), tmp_path / "a", BundleMalformed)
    size = sum(len(ustar(*member)) for member in made.members())
    for bad in (
        inside[:size] + bytes(512) + b"x" + inside[size + 513 :],
        inside[:size] + ustar("data/att/" + "a" * 64, b"x") + inside[size + 1024 :],
    ):
        refused(still_desks.coordinator, made.seal(bad), tmp_path / "a", BundleMalformed)


# --- the file and the machine ---------------------------------------------------------------------------


def test_other_files_are_no_bundles(still_desks: Desks, tmp_path: Path) -> None:
    session = still_desks.coordinator
    for raw in (
        b"",
        b"x",
        b"PK\x03\x04" + bytes(1000),
        b"age-encryption.org/v2\n",
        b"-----BEGIN AGE ENCRYPTED FILE-----\n",
    ):
        refused(session, raw, tmp_path / "a", NotABundle)
        with pytest.raises(NotABundle):
            read.inspect(tmp_path / "a")
    for raw in (b"age-encryption.org/v1\n", b"age-encryption.org/v1\n-> x\n\n--- " + b"A" * 43 + b"\n"):
        refused(session, raw, tmp_path / "a", BundleDamaged)
        with pytest.raises(BundleDamaged):
            read.inspect(tmp_path / "a")
    classical = pyrage.encrypt(b"x", [pyrage.x25519.Identity.generate().to_public()])
    refused(session, classical, tmp_path / "a", BundleDamaged)


def test_files_that_cannot_be_read_are_named(still_desks: Desks, tmp_path: Path) -> None:
    for path in (tmp_path / "gone", tmp_path):
        for call in (
            lambda path=path: read.read(still_desks.coordinator, path, Job()),
            lambda path=path: read.inspect(path),
        ):
            with pytest.raises(FileUnreadable):
                call()


class Failing(io.BytesIO):
    """A stick that is pulled out after some bytes."""

    def __init__(self, raw: bytes, good: int) -> None:
        super().__init__(raw)
        self._good = good

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell() >= self._good:
            raise OSError(5, "Input/output error")
        return super().read(size)

    def readline(self, size: int | None = -1, /) -> bytes:
        if self.tell() >= self._good:
            raise OSError(5, "Input/output error")
        return super().readline(size)


def test_a_stick_pulled_out_while_reading_is_named(still_desks: Desks) -> None:
    raw = forge(still_desks, records=evidence_lines(bytes(99_000)), files=[bytes(99_000)]).seal()
    owner = desk.known_identity(still_desks.coordinator.store)
    store = still_desks.coordinator.store
    for good in (0, 100, raw.index(b"\n--- ") + 60):
        with pytest.raises(FileUnreadable, match="Input/output"):
            opened.open_bundle(Stick(Failing(raw, good), "a"), store, owner, desk.today())
    found = opened.open_bundle(Stick(Failing(raw, 60_000), "a"), store, owner, desk.today())
    for path in archive.LINES:
        list(found.archive.next(path, archive.MAX_FILE).chunks())
    member = found.archive.next(found.payload.attachments[0], archive.MAX_FILE)
    with pytest.raises(FileUnreadable, match="Input/output"):
        list(member.chunks())


def test_a_file_larger_than_any_bundle_is_not_looked_at(
    still_desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened, "MAX_BYTES", 1000)
    refused(still_desks.coordinator, forge(still_desks).seal(), tmp_path / "a", BundleTooLarge)


def _stopping(steps: int) -> Job:
    """A job that somebody cancels after so many steps."""
    count = iter(range(steps))

    def step(_done: int, _total: int) -> None:
        if next(count, None) is None:
            job.cancel()

    job = Job(step)
    return job


def test_cancelling_leaves_nothing(desks: Desks, tmp_path: Path) -> None:
    files = [os.urandom(3 << 20), os.urandom(100_000), b"small"]
    made = forge(desks, records=b"", files=sorted(files, key=lambda file: hashlib.sha256(file).digest()))
    made.records = evidence_lines(*made.files)
    raw = made.seal()
    session = desks.coordinator
    before = traces(session)
    for steps in range(100):
        try:
            found = take(session, raw, tmp_path / "a", _stopping(steps))
        except Cancelled:
            assert traces(session) == before
        else:
            break
    assert steps >= 10
    assert found.new == 3


def test_a_full_disk_leaves_nothing_and_the_vault_whole(small_disk: Path, tmp_path: Path) -> None:
    subprocess.run(["mount", "-o", "remount,size=3m", str(small_disk)], check=True)
    desks = two_desks(tmp_path)
    desks.coordinator.close()
    shutil.move(tmp_path / "coordinator.hrdv", small_disk / "coordinator.hrdv")
    session = Session.open(small_disk / "coordinator.hrdv", PassphraseSecret(PASSPHRASE))
    desks.coordinator = session
    files = [os.urandom(100_000) for _ in range(60)]
    raw = forge(desks, records=evidence_lines(*files), files=files).seal()
    refused(session, raw, tmp_path / "a", DiskFull)
    lines = b"".join(
        record_line(replace(a_case(narrative=os.urandom(20_000).hex()), id=RecordId(f"{number:032x}")))
        for number in range(150)
    )
    refused(session, forge(desks, records=lines).seal(), tmp_path / "a", DiskFull)
    assert take(session, forge(desks).seal(), tmp_path / "a").new == 1
    session.close()
    desks.documenter.close()


def test_memory_does_not_grow_with_the_evidence(desks: Desks, tmp_path: Path) -> None:
    files = [os.urandom(64 * 1024) for _ in range(500)] + [os.urandom(30 << 20)]
    raw = forge(desks, records=evidence_lines(*files), files=files).seal()
    (tmp_path / "a").write_bytes(raw)
    del raw, files
    tracemalloc.start()
    found = read.read(desks.coordinator, tmp_path / "a", Job())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found.new == 501
    assert peak < 24 << 20


def test_what_the_reader_promises_about_its_stream(still_desks: Desks) -> None:
    owner = desk.known_identity(still_desks.coordinator.store)
    assert owner is not None
    reader = Reader(io.BytesIO(forge(still_desks).seal()), [owner.current.key])
    assert json.loads(b'{"count":%d}' % reader.stanza_count) == {"count": 1}
