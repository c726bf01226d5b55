"""Writing a bundle: complete in its place, open to the tools of others, or not there at all."""

import io
import json
import os
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from hrddesk.bundle.format import archive, canonical, record_lines
from hrddesk.bundle.format.envelope import BundleKind
from hrddesk.bundle.receiving import read
from hrddesk.bundle.sending import selection, write
from hrddesk.bundle.sending.parcel import EvidenceChoice, Parcel
from hrddesk.bundle.sending.write import WrittenBundle
from hrddesk.bundle.trust import contacts, identity, own_identity
from hrddesk.bundle.trust.card import Card
from hrddesk.crypto.age import AgeReader
from hrddesk.crypto.evidence_stream import padme
from hrddesk.errors import (
    BundleTooLarge,
    CardExpired,
    ContactNotVerified,
    ContactRevoked,
    DiskFull,
    EvidenceDamaged,
    TargetExists,
    WriteFailed,
)
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, canonical_json, new_id
from hrddesk.records.model.versions import Version
from hrddesk.store.evidence import file_origins
from hrddesk.store.evidence.blobs import Blob
from hrddesk.store.exchange import bundle_lines
from hrddesk.store.exchange.bundle_lines import About
from hrddesk.store.vault.session import Session
from hrddesk.system import files
from hrddesk.system.jobs import Cancelled, Job
from tests.unit.bundle.forge import Desks, a_case, a_version, introduce, new_session, traces
from tests.unit.bundle.hands import put, stopped


def add_evidence(session: Session, content: bytes, **fields: str) -> Record:
    blob = session.store.blobs.seal(io.BytesIO(content), Job())
    record = Record(kind=Kind.EVIDENCE, id=new_id()).with_fields(sha256=blob.sha256, size=blob.size, **fields)
    with session.store.change("test") as change:
        session.store.blobs.keep(blob)
        change.put(record)
        file_origins.note(session.store.db, [(record.id, blob.sha256)])
    return record


def write_all(desks: Desks, path: Path, job: Job | None = None) -> WrittenBundle:
    session = desks.documenter
    chosen = selection.everything(session.store)
    return write.write(session, path, [desks.to_coordinator], Parcel(records=chosen), job or Job())


def inside_of(session: Session, path: Path) -> bytes:
    owner = own_identity.known_identity(session.store)
    assert owner is not None
    with path.open("rb") as file:
        return b"".join(AgeReader(file, [owner.current.key]).chunks())


def test_a_bundle_has_a_name_and_a_size_that_say_nothing(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, a_case(), a_case())
    folder = tmp_path / "stick"
    folder.mkdir()
    written = write_all(desks, folder)
    assert [path.name for path in folder.iterdir()] == [written.path.name]
    assert re.fullmatch(r"[0-9a-f]{16}\.hrdb", written.path.name)
    assert written.path.stat().st_mode & 0o777 == 0o600
    assert written.path.stat().st_size == written.size
    assert written.cases == 2
    raw = written.path.read_bytes()
    assert b"a case" not in raw
    assert b"hrddesk" not in raw.lower()
    size = len(inside_of(desks.coordinator, written.path))
    assert size == max(65536, padme(size))


def test_what_a_reader_would_refuse_is_never_written(
    desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_evidence(desks.documenter, b"x" * 5000)
    add_evidence(desks.documenter, b"y" * 5000)
    before = traces(desks.documenter)
    for cap, value in (("MAX_FILES", 1), ("MAX_FILE", 4999), ("MAX_TOTAL", 10_000)):
        with monkeypatch.context() as patched:
            patched.setattr(archive, cap, value)
            with pytest.raises(BundleTooLarge):
                write_all(desks, tmp_path / "a.hrdb")
    assert traces(desks.documenter) == before
    put(desks.documenter, a_case(narrative="文" * 5_000))
    monkeypatch.setattr(canonical, "MAX_LINE", 10_000)
    with pytest.raises(BundleTooLarge, match="the record"):
        write_all(desks, tmp_path / "a.hrdb")
    assert not (tmp_path / "a.hrdb").exists()


def test_nobody_gets_a_bundle_who_is_not_verified(desks: Desks, tmp_path: Path) -> None:
    session, day = desks.documenter, own_identity.today()
    chosen = selection.everything(session.store)
    card = Card.make(identity.generate(day.toordinal()))
    stranger = contacts.add(session.store, card, "stranger", day)
    for to in ([stranger], [desks.to_coordinator, stranger]):
        with pytest.raises(ContactNotVerified):
            write.write(session, tmp_path / "a.hrdb", to, Parcel(records=chosen), Job())
    with pytest.raises(CardExpired):
        write.write(
            session,
            tmp_path / "a.hrdb",
            [desks.to_coordinator],
            Parcel(records=chosen),
            Job(),
            day=day + timedelta(days=271),
        )
    contacts.revoke(session.store, "coordinator", day, day)
    with pytest.raises(ContactRevoked):
        write.write(session, tmp_path / "a.hrdb", [desks.to_coordinator], Parcel(records=chosen), Job())
    for to in ([], [desks.to_coordinator] * 0):
        with pytest.raises(ValueError, match="1 to 16"):
            write.write(session, tmp_path / "a.hrdb", to, Parcel(records=chosen), Job())
    assert not (tmp_path / "a.hrdb").exists()
    assert session.store.db.execute("SELECT count(*) FROM bundle").fetchone() == (0,)


def test_a_file_that_is_there_is_left_alone(desks: Desks, tmp_path: Path) -> None:
    (tmp_path / "a.hrdb").write_bytes(b"theirs")
    with pytest.raises(TargetExists):
        write_all(desks, tmp_path / "a.hrdb")
    assert (tmp_path / "a.hrdb").read_bytes() == b"theirs"


def test_a_full_disk_leaves_no_file_and_no_memory_of_it(desks: Desks, small_disk: Path) -> None:
    add_evidence(desks.documenter, os.urandom(300_000))
    before = traces(desks.documenter)
    with pytest.raises(DiskFull):
        write_all(desks, small_disk)
    assert list(small_disk.iterdir()) == []
    assert traces(desks.documenter) == before


def test_cancelling_leaves_no_file(desks: Desks, tmp_path: Path) -> None:
    add_evidence(desks.documenter, os.urandom(3 << 20))
    before = traces(desks.documenter)
    for stop_after in (0, 1, 3):
        with pytest.raises(Cancelled):
            write_all(desks, tmp_path / "a.hrdb", stopped(stop_after))
    assert not [path for path in tmp_path.iterdir() if not path.name.endswith(".hrdv")]
    assert traces(desks.documenter) == before


def test_damaged_evidence_is_noticed_before_it_is_handed_over(desks: Desks, tmp_path: Path) -> None:
    store = desks.documenter.store
    good = add_evidence(desks.documenter, b"x" * 100)
    for content in (b"y" * 100, b"x" * 99, b"x" * 101):
        store.db.execute("UPDATE blob SET content = ? WHERE sha256 = ?", (content, good.text("sha256")))
        with pytest.raises(EvidenceDamaged):
            write_all(desks, tmp_path / "a.hrdb")
    store.db.execute("UPDATE blob SET content = ?", (b"x" * 100,))
    with store.change("test") as change:  # a row that names another content than it holds
        blob = Blob("f" * 64, 70_000, *_swapped(desks.documenter))
        store.blobs.keep(blob)
        other = Record(kind=Kind.EVIDENCE, id=new_id()).with_fields(sha256="f" * 64, size=70_000)
        change.put(other)
        file_origins.note(store.db, [(other.id, "f" * 64)])
    with pytest.raises(EvidenceDamaged):
        write_all(desks, tmp_path / "a.hrdb")
    assert not (tmp_path / "a.hrdb").exists()


def _swapped(session: Session) -> tuple[str | None, bytes | None, bytes | None]:
    blob = session.store.blobs.seal(io.BytesIO(bytes(70_000)), Job())
    return blob.file_id, blob.wrapped_key, blob.content


def test_evidence_may_stay_at_home_and_a_hand_over_is_in_the_custody_log(
    desks: Desks, tmp_path: Path
) -> None:
    session = desks.documenter
    evidence = add_evidence(session, b"x" * 100)
    without = Record(kind=Kind.EVIDENCE, id=new_id()).with_fields(sha256="a" * 64, size=5)
    again = Record(kind=Kind.EVIDENCE, id=new_id()).with_fields(sha256=evidence.text("sha256"), size=100)
    put(session, without, again)
    chosen = selection.everything(session.store)
    hashes = write.write(
        session,
        tmp_path / "a",
        [desks.to_coordinator],
        Parcel(records=chosen, evidence=EvidenceChoice.HASHES),
        Job(),
    )
    assert b"data/att/" not in inside_of(desks.coordinator, hashes.path)
    log = [entry.what for entry in session.store.history.of_record(evidence.id)]
    assert log == ["test"]
    whole = write_all(desks, tmp_path / "b")
    assert inside_of(desks.coordinator, whole.path).count(b"data/att/") == 2  # manifest and header
    for record, expected in ((evidence, 1), (again, 1), (without, 0)):
        log = [entry.what for entry in session.store.history.of_record(record.id)]
        assert log.count("evidence.handed-over") == expected


def test_bundles_to_one_contact_are_counted_and_chained(desks: Desks, tmp_path: Path) -> None:
    heads = []
    for name in ("a", "b", "c"):
        inside = inside_of(desks.coordinator, write_all(desks, tmp_path / name).path)
        heads.append(json.loads(inside[inside.index(b'{"app"') : inside.index(b'"v":1}') + 6]))
    assert [head["to"][0]["seq"] for head in heads] == [1, 2, 3]
    assert len({head["to"][0]["prev"] for head in heads}) == 3
    assert {head["line"] for head in heads} == {desks.documenter.line}


def test_several_recipients_all_open_it_and_see_how_many_at_most(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, a_case())
    third, fourth = new_session(tmp_path / "third.hrdv"), new_session(tmp_path / "fourth.hrdv")
    introduce(desks.documenter, third, "third")
    introduce(desks.documenter, fourth, "fourth")
    store = desks.documenter.store
    to = [contacts.named(store, name) for name in ("coordinator", "third", "fourth", "third")]
    written = write.write(
        desks.documenter, tmp_path / "a", to, Parcel(records=selection.everything(store)), Job()
    )
    insides = {inside_of(reader, written.path) for reader in (desks.coordinator, third, fourth)}
    assert len(insides) == 1
    inside = insides.pop()
    head = json.loads(inside[inside.index(b'{"app"') : inside.index(b'"v":1}') + 6])
    assert len(head["to"]) == 4
    assert written.path.read_bytes().count(b"\n-> mlkem768x25519 ") == 4
    third.close()
    fourth.close()


class Shifting:
    """Records that are not the same the second time."""

    def __init__(self) -> None:
        self.times = 0

    def __iter__(self) -> Iterator[tuple[Record, Version]]:
        self.times += 1
        record = a_case(title=f"time {self.times}")
        yield record, a_version(record)


def test_records_that_change_meanwhile_leave_no_file(desks: Desks, tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        write.write(
            desks.documenter, tmp_path / "a", [desks.to_coordinator], Parcel(records=Shifting()), Job()
        )
    assert not (tmp_path / "a").exists()


def test_a_file_is_gone_when_the_vault_cannot_remember_it(
    desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("hrddesk.store.records.store.Change.finish", fail)
    with pytest.raises(KeyboardInterrupt):
        write_all(desks, tmp_path / "a.hrdb")
    assert not [path for path in tmp_path.iterdir() if not path.name.endswith(".hrdv")]


def test_everything_goes_along_tombstones_included(desks: Desks, tmp_path: Path) -> None:
    session = desks.documenter
    kept, gone = a_case(), a_case()
    put(session, kept, gone)
    with session.store.change("test") as change:
        change.delete(gone.id)
    found = {record.id: version.deleted for record, version in selection.everything(session.store)}
    assert found == {kept.id: False, gone.id: True}
    assert len(selection.everything(session.store)) == 2
    assert write_all(desks, tmp_path / "a").cases == 1


def test_a_case_goes_with_what_belongs_to_it_and_nothing_else(desks: Desks) -> None:
    session = desks.documenter
    ids = {name: new_id() for name in ("case", "other", "victim", "lawyer", "stranger", "city", "country")}
    made = {
        "victim": Record(kind=Kind.PARTY, id=ids["victim"])
        .with_fields(sex="f")
        .with_elements("values", [{"field": "x_asked", "answer": "so"}]),
        "lawyer": Record(kind=Kind.PARTY, id=ids["lawyer"]).with_fields(sex="m"),
        "stranger": Record(kind=Kind.PARTY, id=ids["stranger"]).with_fields(sex="m"),
        "country": Record(kind=Kind.PLACE, id=ids["country"]).with_labels({"en": "there"}),
        "city": Record(kind=Kind.PLACE, id=ids["city"])
        .with_labels({"en": "here"})
        .with_fields(parent=ids["country"]),
        "case": Record(kind=Kind.CASE, id=ids["case"])
        .with_fields(title="one")
        .with_elements("parties", [{"party": ids["victim"], "role": "victim"}]),
        "other": Record(kind=Kind.CASE, id=ids["other"])
        .with_fields(title="two")
        .with_elements("parties", [{"party": ids["stranger"], "role": "victim"}]),
        "event": Record(kind=Kind.EVENT, id=new_id())
        .with_fields(case=ids["case"], type="detained", place=ids["city"])
        .with_elements("parties", [{"party": ids["lawyer"], "role": "lawyer"}]),
        "other event": Record(kind=Kind.EVENT, id=new_id()).with_fields(case=ids["other"]),
        "relation": Record(kind=Kind.RELATION, id=new_id()).with_fields(
            subject=ids["victim"], object=ids["lawyer"]
        ),
        "other relation": Record(kind=Kind.RELATION, id=new_id()).with_fields(
            subject=ids["victim"], object=ids["stranger"]
        ),
        "source": Record(kind=Kind.SOURCE, id=new_id()).with_fields(title="who said so"),
        "unused source": Record(kind=Kind.SOURCE, id=new_id()).with_fields(title="another"),
        "term": Record(kind=Kind.TERM, id=new_id()).with_fields(code="own"),
        "field": Record(kind=Kind.FIELD, id=new_id()).with_fields(key="x_asked"),
        "unused field": Record(kind=Kind.FIELD, id=new_id()).with_fields(key="x_never"),
        "query": Record(kind=Kind.QUERY, id=new_id()).with_fields(name="who was where"),
        "forward": Record(kind=Kind.FORWARD, id=new_id()).with_fields(merged=new_id(), kept=ids["victim"]),
        "other forward": Record(kind=Kind.FORWARD, id=new_id()).with_fields(
            merged=new_id(), kept=ids["stranger"]
        ),
        "figure": Record(kind=Kind.FIGURE, id=new_id()).with_fields(name="n"),
        "evidence": Record(kind=Kind.EVIDENCE, id=new_id())
        .with_fields(sha256="a" * 64)
        .with_cases([ids["case"]]),
        "other evidence": Record(kind=Kind.EVIDENCE, id=new_id())
        .with_fields(sha256="b" * 64)
        .with_cases([ids["other"]]),
        "evidence of both": Record(kind=Kind.EVIDENCE, id=new_id()).with_cases([ids["other"], ids["case"]]),
        "evidence of no case": Record(kind=Kind.EVIDENCE, id=new_id()).with_fields(sha256="c" * 64),
    }
    made["citation"] = Record(kind=Kind.CITATION, id=new_id()).with_fields(
        record=made["event"].id, source=made["source"].id
    )
    # A case in which somebody of this one is too is not chosen with it.
    for name in ("other evidence", "evidence of no case"):
        made[f"citation of {name}"] = Record(kind=Kind.CITATION, id=new_id()).with_fields(
            record=ids["victim"], source=made[name].id
        )
    made["other citation"] = Record(kind=Kind.CITATION, id=new_id()).with_fields(
        record=made["other event"].id, source=made["unused source"].id
    )
    leaves: dict[str, dict[str, str]] = {
        "gone event": {"case": ids["case"]},
        "gone other event": {"case": ids["other"]},
        "gone relation": {"subject": ids["victim"], "object": ids["lawyer"]},
        "gone other relation": {"subject": ids["victim"], "object": ids["stranger"]},
        "gone citation": {"record": ids["victim"]},
        "gone term": {"code": "x"},
        "gone field": {"key": "x_gone"},
        "gone forward": {"kept": ids["victim"]},
        "gone other forward": {"kept": ids["stranger"]},
        "gone query": {"name": "n"},
        "gone party": {"sex": "m"},
        "forgotten event": {"case": ids["case"]},
    }
    for number, (name, fields) in enumerate(leaves.items()):
        kind = Kind(name.split()[-1])
        made[name] = Record(kind=kind, id=RecordId(f"{number:032x}")).with_fields(**fields)
    made["gone evidence"] = Record(kind=Kind.EVIDENCE, id=new_id()).with_cases([ids["case"]])
    put(session, *made.values())
    with session.store.change("test") as change:
        for name, record in made.items():
            if name.startswith(("gone", "forgotten")):
                change.delete(record.id)
        change.forget(made["forgotten event"].id)
    found = {record.id for record, _ in selection.of_cases(session.store, [ids["case"]])}
    expected = {
        *("victim", "lawyer", "country", "city", "case", "event", "relation", "source", "term"),
        *("evidence", "evidence of both", "citation", "field", "forward"),
        *("evidence of no case", "citation of evidence of no case"),
        *("gone event", "gone evidence", "gone relation", "gone citation", "gone term"),
        *("gone field", "gone forward"),
    }
    assert {name for name, record in made.items() if record.id in found} == expected
    sent = list(selection.of_cases(session.store, [ids["case"]]))
    assert [record.id for record, _ in sent] == sorted(found)
    assert all(record_lines.encode_record(record, version) for record, version in sent)


def test_contacts_and_receipts_go_along_as_lines_and_the_head_says_which_kind(
    desks: Desks, tmp_path: Path
) -> None:
    owner = own_identity.known_identity(desks.documenter.store)
    assert owner is not None
    contact = canonical_json({"card": Card.make(owner).raw.decode("ascii"), "name": "a", "revoked": None})
    asked = canonical_json({"type": "asked", "record": "0" * 32, "what": "record"})
    parcel = Parcel(
        records=[], kind=BundleKind.RECEIPT, contact_lines=[contact], receipt_lines=[asked, asked]
    )
    write.write(desks.documenter, tmp_path / "a", [desks.to_coordinator], parcel, Job())
    found = read.read(desks.coordinator, tmp_path / "a", Job())
    db = desks.coordinator.store.db
    row = db.execute(
        "SELECT kind FROM review v JOIN bundle b ON b.num = v.bundle WHERE v.num = ?", (found.review,)
    ).fetchone()
    assert row == ("receipt",)
    assert list(bundle_lines.lines(db, found.review, About.CONTACTS)) == [[contact.decode()]]
    assert list(bundle_lines.lines(db, found.review, About.RECEIPTS)) == [[asked.decode()] * 2]


def test_more_contacts_than_a_reader_takes_are_not_written(
    desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MAX_NOTES", 10)
    with pytest.raises(BundleTooLarge, match="a file inside"):
        write.write(
            desks.documenter,
            tmp_path / "a",
            [desks.to_coordinator],
            Parcel(records=[], contact_lines=[b"x" * 10]),
            Job(),
        )
    assert not (tmp_path / "a").exists()


def test_a_medium_that_keeps_something_else_gets_no_bundle(
    desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(desks.documenter, a_case())
    before = traces(desks.documenter)

    def decay(descriptor: int) -> None:  # once it is written, before it is read again
        at = os.fstat(descriptor).st_size - 100
        os.pwrite(descriptor, bytes([os.pread(descriptor, 1, at)[0] ^ 1]), at)

    monkeypatch.setattr(files, "forget_pages", decay)
    with pytest.raises(WriteFailed, match="read back"):
        write_all(desks, tmp_path / "a.hrdb")
    assert not (tmp_path / "a.hrdb").exists()
    assert traces(desks.documenter) == before
