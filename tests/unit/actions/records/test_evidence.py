"""Evidence goes in as it is, comes out as it was, and every act on it is written down."""

import hashlib
import io
import os
from pathlib import Path

import pytest
from PIL import Image

from hrddesk.actions.records import cases, entries, events, evidence, parties
from hrddesk.errors import (
    DiskFull,
    EvidenceDamaged,
    EvidenceMissing,
    FileUnreadable,
    InvalidValue,
    RecordNotFound,
    TargetExists,
)
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId, new_id
from hrddesk.store.records.change import Change
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Cancelled, Job, silent


@pytest.fixture
def case(session: Session) -> RecordId:
    return cases.create(session, {"title": "x"}).result


def _file(folder: Path, content: bytes, name: str = "notice.png") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_evidence_says_whom_it_shows(session: Session, case: RecordId, tmp_path: Path) -> None:
    who = parties.create(
        session, {"kind": "person"}, {"names": [{"name": "Vero Lunt"}]}, case, "subject"
    ).result
    event = events.add(session, case, {"type": "detained"}, {}).result
    added = evidence.add(session, case, _file(tmp_path, b"x"), Job()).result
    entries.add(session, added.id, "about", {"record": who, "how": "shows", "by": "heron"})
    entries.add(session, added.id, "about", {"record": event, "how": "mentions"})
    said = session.store.get(added.id).values("about")
    assert [(item["record"], item["how"]) for item in said] == [(who, "depicts"), (event, "mentions")]
    assert session.store.get(added.id).visibility("about") is Visibility.SECRET
    for wrong, error in ((added.id, InvalidValue), (case, InvalidValue), (new_id(), RecordNotFound)):
        with pytest.raises(error):
            entries.add(session, added.id, "about", {"record": wrong, "how": "depicts"})
    with pytest.raises(InvalidValue):
        evidence.edit(session, added.id, {}, {"about": [{"record": new_id()}]})
    with pytest.raises(InvalidValue):
        evidence.edit(session, added.id, {}, {"about": [{"how": "depicts"}]})
    assert session.store.get(added.id).values("about") == said


@pytest.mark.parametrize(
    ("field", "value"),
    [("language", "not a code"), ("others", "perhaps"), ("place", "7" * 32), ("from_whom", "vero  LUNT")],
)
def test_a_description_that_cannot_be_is_refused(
    session: Session, case: RecordId, tmp_path: Path, field: str, value: str
) -> None:
    parties.create(session, {"kind": "person"}, {"names": [{"name": "Vero Lunt"}]}, case, "subject")
    added = evidence.add(session, case, _file(tmp_path, b"x"), Job(), {"from_whom": "heron"}).result
    before = session.store.get(added.id)
    with pytest.raises(InvalidValue):
        evidence.edit(session, added.id, {field: value})
    with pytest.raises(InvalidValue):
        evidence.edit(session, added.id, {}, {"labels": [{"language": "not a code", "text": "x"}]})
    assert session.store.get(added.id) == before
    with pytest.raises(InvalidValue):
        evidence.add(session, case, _file(tmp_path, b"y"), Job(), {field: value})
    assert session.store.ids(Kind.EVIDENCE) == [added.id]


def test_evidence_is_put_into_another_case_and_taken_out(
    session: Session, case: RecordId, tmp_path: Path
) -> None:
    other = cases.create(session, {"title": "The same yard"}).result
    added = evidence.add(session, case, _file(tmp_path, b"x"), Job()).result
    entries.add(session, added.id, "cases", {"case": other})
    entries.add(session, added.id, "cases", {"case": other})  # said twice
    assert session.store.get(added.id).cases == (case, other)
    for each in (case, other):
        assert [record.id for record in session.store.evidence_of_case(each)] == [added.id]
    entries.remove(session, added.id, "cases", 1)
    assert session.store.get(added.id).cases == (other,)
    assert session.store.evidence_of_case(case) == []
    for wrong in (added.id, new_id(), ""):
        with pytest.raises((InvalidValue, RecordNotFound)):
            entries.add(session, added.id, "cases", {"case": wrong})
    for element in ({"case": added.id}, {}):
        with pytest.raises(InvalidValue):
            evidence.edit(session, added.id, {}, {"cases": [element]})


@pytest.mark.parametrize("size", [0, 300, 200_000])
def test_a_file_goes_in_and_comes_out(session: Session, case: RecordId, tmp_path: Path, size: int) -> None:
    content = os.urandom(size)
    added, changes = evidence.add(session, case, _file(tmp_path, content), Job())
    assert (added.size, added.sha256) == (size, hashlib.sha256(content).hexdigest())
    assert changes.others == {added.id}
    record = session.store.get(added.id)
    assert record.text("original_name") == "notice.png"
    assert record.cases == (case,)
    evidence.save(session, added.id, tmp_path / "out", Job())
    assert (tmp_path / "out").read_bytes() == content
    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o600
    log = evidence.log(session, added.id)
    assert [entry.what for entry in log] == ["evidence.added", "evidence.exported"]
    assert log[0].who == session.prefix


def test_what_cannot_be_read_or_has_no_case_changes_nothing(
    session: Session, case: RecordId, tmp_path: Path
) -> None:
    for path in (tmp_path / "missing", tmp_path):
        with pytest.raises(FileUnreadable):
            evidence.add(session, case, path, Job())
    with pytest.raises(RecordNotFound):
        evidence.add(session, new_id(), _file(tmp_path, b"x"), Job())
    assert session.store.evidence_of_case(case) == []


def test_cancelling_leaves_nothing(session: Session, case: RecordId, tmp_path: Path) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        evidence.add(session, case, _file(tmp_path, os.urandom(100_000)), job)
    assert not [path for path in (session.folder / "att").rglob("*") if path.is_file()]


def test_a_transaction_that_fails_leaves_no_file(
    session: Session, case: RecordId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(session.store.blobs, "keep", full)
    with pytest.raises(DiskFull):
        evidence.add(session, case, _file(tmp_path, os.urandom(100_000)), Job())
    assert not [path for path in (session.folder / "att").rglob("*") if path.is_file()]


def test_saving_never_overwrites_and_leaves_no_half(session: Session, case: RecordId, tmp_path: Path) -> None:
    added = evidence.add(session, case, _file(tmp_path, os.urandom(100_000)), Job()).result
    there = _file(tmp_path, b"mine", "there")
    with pytest.raises(TargetExists):
        evidence.save(session, added.id, there, Job())
    assert there.read_bytes() == b"mine"
    sealed = next(path for path in (session.folder / "att").rglob("*") if path.is_file())
    raw = bytearray(sealed.read_bytes())
    raw[-100] ^= 1
    sealed.write_bytes(raw)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(EvidenceDamaged):
        evidence.save(session, added.id, tmp_path / "out", Job())
    sealed.unlink()
    with pytest.raises(EvidenceMissing):
        evidence.save(session, added.id, tmp_path / "out", Job())
    assert sorted(tmp_path.iterdir()) == before
    assert [entry.what for entry in evidence.log(session, added.id)] == ["evidence.added"]


def test_a_full_disk_while_saving_leaves_no_half(
    session: Session, case: RecordId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added = evidence.add(session, case, _file(tmp_path, b"x"), Job()).result

    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(DiskFull):
        evidence.save(session, added.id, tmp_path / "out", Job())
    assert sorted(tmp_path.iterdir()) == before


def test_removing_and_undoing(session: Session, case: RecordId, tmp_path: Path) -> None:
    added = evidence.add(session, case, _file(tmp_path, b"x"), Job()).result
    gone = evidence.remove(session, added.id).changes
    assert session.store.evidence_of_case(case) == []
    session.store.undo(gone.act or 0, "undo")
    assert [item.id for item in session.store.evidence_of_case(case)] == [added.id]


def test_no_copy_without_its_entry_and_no_entry_without_a_copy(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, copy = tmp_path / "note.txt", tmp_path / "copy.txt"
    source.write_bytes(b"a note")
    added = evidence.add(session, None, source, silent()).result

    def take_the_name(done: int, total: int) -> None:
        if done == total:
            copy.write_bytes(b"theirs")

    with pytest.raises(TargetExists):
        evidence.save(session, added.id, copy, Job(take_the_name))
    copy.unlink()

    def fill_the_disk(_: object) -> None:
        assert copy.exists()
        raise DiskFull

    monkeypatch.setattr(Change, "finish", fill_the_disk)
    with pytest.raises(DiskFull):
        evidence.save(session, added.id, copy, silent())
    assert not copy.exists()
    assert [entry.what for entry in evidence.log(session, added.id)] == ["evidence.added"]


def test_what_is_wrong_with_a_piece_is_said_of_its_reference(session: Session, tmp_path: Path) -> None:
    source = tmp_path / "recording.bin"
    source.write_bytes(os.urandom(100_000))
    added = evidence.add(session, None, source, silent()).result
    (sealed,) = (session.folder / "att").glob("??/*")
    whole = sealed.read_bytes()
    sealed.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(EvidenceDamaged, match=added.ref):
        evidence.save(session, added.id, tmp_path / "copy", silent())
    sealed.unlink()
    with pytest.raises(EvidenceMissing, match=added.ref):
        evidence.save(session, added.id, tmp_path / "copy", silent())
    assert not (tmp_path / "copy").exists()


@pytest.mark.parametrize("kind", ["pipe", "folder", "device", "missing"])
def test_only_files_are_evidence(session: Session, tmp_path: Path, kind: str) -> None:
    path = {"device": Path("/dev/zero")}.get(kind, tmp_path / "it")
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    with pytest.raises(FileUnreadable):
        evidence.add(session, None, path, silent())
    assert session.store.ids(Kind.EVIDENCE) == []


def test_demand_3_a_derivative_points_to_its_original_and_never_to_itself(
    session: Session, case: RecordId, tmp_path: Path
) -> None:
    photo = evidence.add(session, case, _file(tmp_path, b"\xff\xd8\xff a photograph"), Job()).result
    copy = _file(tmp_path, b"\xff\xd8\xff its faces covered", "redacted.jpg")
    redacted = evidence.add(session, case, copy, Job(), {"derived_from": photo.id}).result
    assert [item.id for item in evidence.made_from(session.store, photo.id)] == [redacted.id]
    assert evidence.made_from(session.store, redacted.id) == []
    for origin in (redacted.id, photo.id, case):
        with pytest.raises(InvalidValue):
            evidence.edit(session, photo.id, {"derived_from": origin})
    with pytest.raises(InvalidValue):
        evidence.add(session, case, copy, Job(), {"derived_from": case})
    evidence.remove(session, photo.id)
    evidence.edit(session, redacted.id, {"title": "For the press"})  # of an original that is gone
    assert session.store.get(redacted.id).text("derived_from") == photo.id


def test_a_description_changes_and_the_file_does_not(
    session: Session, case: RecordId, tmp_path: Path
) -> None:
    added = evidence.add(session, case, _file(tmp_path, b"a notice"), Job()).result
    evidence.edit(session, added.id, {"from_whom": "a neighbour", "captured": "2021-03"})
    assert session.store.get(added.id).text("from_whom") == "a neighbour"
    for field in ("sha256", "size", "original_name", "media_type", "metadata"):
        with pytest.raises(InvalidValue):
            evidence.edit(session, added.id, {field: "other"})
    assert [entry.what for entry in evidence.log(session, added.id)] == ["evidence.added", "evidence.edit"]


def test_demand_3_a_small_picture_is_made_once_of_images_only_and_goes_with_its_file(
    session: Session, case: RecordId, tmp_path: Path
) -> None:
    made = io.BytesIO()
    Image.new("RGB", (900, 600), "red").save(made, "PNG")
    picture = evidence.add(session, case, _file(tmp_path, made.getvalue()), Job()).result
    text = evidence.add(session, case, _file(tmp_path, b"a notice", "notice.txt"), Job()).result
    before = {path: path.stat().st_size for path in session.folder.rglob("*") if "att" in path.parts}
    small = evidence.thumbnail(session, picture.id, Job())
    assert small is not None
    assert (small.width, small.height) == (360, 240)
    assert evidence.thumbnail(session, text.id, Job()) is None
    after = {path: path.stat().st_size for path in session.folder.rglob("*") if "att" in path.parts}
    assert before == after
    session.store.db.execute("UPDATE blob SET content = x'00' WHERE content IS NOT NULL")
    assert evidence.thumbnail(session, picture.id, Job()) == small  # the file was not read again
    session.store.thumbnails.keep(session.store.get(picture.id).text("sha256"), b"of another version")
    with pytest.raises(EvidenceDamaged):
        evidence.thumbnail(session, picture.id, Job())
    session.store.db.execute("DELETE FROM blob")
    with pytest.raises(EvidenceMissing):
        evidence.thumbnail(session, picture.id, Job())
