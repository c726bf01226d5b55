"""Evidence is sealed, comes back byte for byte, and leaves nothing when something goes wrong."""

import errno
import hashlib
import os
import threading
from io import BytesIO
from pathlib import Path

import pytest

from hrddesk.errors import DiskFull, EvidenceDamaged, EvidenceMissing, WriteFailed
from hrddesk.store.evidence.blobs import SMALL, Blob
from hrddesk.store.vault.session import Session
from hrddesk.system import files
from hrddesk.system.jobs import Cancelled, Job


def _keep(session: Session, content: bytes) -> Blob:
    blob = session.store.blobs.seal(BytesIO(content), Job())
    with session.store.change("test"):
        session.store.blobs.keep(blob)
    return blob


def _files(session: Session) -> list[Path]:
    return sorted(path for path in (session.folder / "att").rglob("*") if path.is_file())


@pytest.mark.parametrize("size", [0, 1, SMALL, SMALL + 1, 2**20, 2**20 + 1, 3_000_000])
def test_a_file_comes_back_as_it_was(session: Session, size: int) -> None:
    content = os.urandom(size)
    blob = _keep(session, content)
    assert blob.sha256 == hashlib.sha256(content).hexdigest()
    assert session.store.blobs.size(blob.sha256) == size
    target = BytesIO()
    session.store.blobs.read_into(blob.sha256, target, Job())
    assert target.getvalue() == content
    assert len(_files(session)) == (1 if size > SMALL else 0)
    assert all(content[:64] not in path.read_bytes() for path in _files(session)) or size == 0


class _OnlyReads:
    """A source that hands out what it has and fills nobody's buffer."""

    def __init__(self, content: bytes) -> None:
        self._file = BytesIO(content)

    def read(self, size: int, /) -> bytes:
        return self._file.read(size)


@pytest.mark.parametrize("size", [0, SMALL, SMALL + 1, 3_000_000])
def test_a_source_that_fills_no_buffer_is_sealed_as_well(session: Session, size: int) -> None:
    content = os.urandom(size)
    blob = session.store.blobs.seal(_OnlyReads(content), Job())
    with session.store.change("test"):
        session.store.blobs.keep(blob)
    target = BytesIO()
    session.store.blobs.read_into(blob.sha256, target, Job())
    assert target.getvalue() == content


def test_the_same_content_is_kept_once(session: Session) -> None:
    content = os.urandom(SMALL + 1)
    first, second = _keep(session, content), _keep(session, content)
    assert first.sha256 == second.sha256
    assert session.store.blobs.hashes() == [first.sha256]
    assert len(_files(session)) == 1


def test_what_is_not_here_is_said_to_be_missing(session: Session) -> None:
    with pytest.raises(EvidenceMissing):
        session.store.blobs.size("0" * 64)
    blob = _keep(session, os.urandom(SMALL + 1))
    _files(session)[0].unlink()
    with pytest.raises(EvidenceMissing):
        list(session.store.blobs.chunks(blob.sha256))
    assert session.store.blobs.damaged(Job()) == [blob.sha256]


@pytest.mark.parametrize("size", [100, SMALL + 1])
def test_a_flipped_bit_is_damage_wherever_it_is(session: Session, size: int) -> None:
    blob = _keep(session, os.urandom(size))
    _keep(session, b"untouched")
    if size <= SMALL:
        session.store.db.execute("UPDATE blob SET content = zeroblob(100) WHERE sha256 = ?", (blob.sha256,))
    else:
        path = _files(session)[0]
        raw = bytearray(path.read_bytes())
        raw[len(raw) // 2] ^= 1
        path.write_bytes(raw)
    with pytest.raises(EvidenceDamaged):
        session.store.blobs.read_into(blob.sha256, BytesIO(), Job())
    assert session.store.blobs.damaged(Job()) == [blob.sha256]


def test_a_key_of_another_file_is_damage(session: Session) -> None:
    first, second = _keep(session, os.urandom(SMALL + 1)), _keep(session, os.urandom(SMALL + 2))
    session.store.db.execute(
        "UPDATE blob SET wrapped_key = ? WHERE sha256 = ?", (first.wrapped_key, second.sha256)
    )
    with pytest.raises(EvidenceDamaged):
        session.store.blobs.read_into(second.sha256, BytesIO(), Job())


def test_a_row_that_names_other_content_is_damage(session: Session) -> None:
    blob = _keep(session, os.urandom(SMALL + 1))
    session.store.db.execute("UPDATE blob SET sha256 = ? WHERE sha256 = ?", ("0" * 64, blob.sha256))
    with pytest.raises(EvidenceDamaged):
        session.store.blobs.read_into("0" * 64, BytesIO(), Job())


def test_cancelling_leaves_nothing(session: Session) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        session.store.blobs.seal(BytesIO(os.urandom(SMALL + 1)), job)
    assert _files(session) == []


def test_a_full_disk_leaves_nothing(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        session.store.blobs.seal(BytesIO(os.urandom(SMALL + 1)), Job())
    assert _files(session) == []


def test_what_the_disk_takes_ahead_of_the_end_is_the_same(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced, real = [], os.fsync

    def noting(descriptor: int) -> None:
        synced.append(threading.current_thread().name)
        real(descriptor)

    monkeypatch.setattr(files, "_AHEAD", 1 << 20)
    monkeypatch.setattr(os, "fsync", noting)
    content = os.urandom(9 << 20)
    sealed = session.store.blobs.seal(BytesIO(content), Job())
    assert [name for name in synced if name.startswith("sync")]
    assert synced[-1] == threading.current_thread().name
    assert b"".join(session.store.blobs.chunks_of(sealed)) == content


def test_a_disk_that_fails_once_ahead_of_the_end_is_heard(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed: list[int] = []
    real = os.fsync

    def failing(descriptor: int) -> None:
        if threading.current_thread().name.startswith("sync") and not failed:
            failed.append(descriptor)
            raise OSError(errno.EIO, "Input/output error")
        real(descriptor)

    monkeypatch.setattr(files, "_AHEAD", 1 << 20)
    monkeypatch.setattr(os, "fsync", failing)
    for size in (9 << 20, 2 << 20):  # it is heard while more is written, and at the end
        failed.clear()
        with pytest.raises(WriteFailed):
            session.store.blobs.seal(BytesIO(bytes(size)), Job())
        assert failed
        assert _files(session) == []


def test_what_a_kill_left_is_swept_and_the_rest_stays(session: Session) -> None:
    blob = _keep(session, os.urandom(SMALL + 1))
    session.store.blobs.seal(BytesIO(os.urandom(SMALL + 1)), Job())  # and then the process was killed
    assert session.store.blobs.sweep() == 1
    session.store.blobs.read_into(blob.sha256, BytesIO(), Job())
    with session.store.change("test"):
        session.store.blobs.drop(blob.sha256)
    assert session.store.blobs.sweep() == 1
    assert _files(session) == []


def test_discarding_a_small_blob_touches_no_file(session: Session) -> None:
    session.store.blobs.discard(session.store.blobs.seal(BytesIO(b"small"), Job()))
    assert _files(session) == []


@pytest.mark.parametrize("planted", ["att/ab", "att"])
def test_a_link_does_not_lead_the_sweep_out_of_the_vault(
    session: Session, tmp_path: Path, planted: str
) -> None:
    theirs = tmp_path / "home" / "ab"
    theirs.mkdir(parents=True)
    (theirs / "diary").write_bytes(b"of somebody who opened a vault from a stick")
    att = session.folder / "att"
    if planted == "att":
        att.rmdir()
        att.symlink_to(theirs.parent)
    else:
        (att / "ab").symlink_to(theirs)
    assert session.store.blobs.sweep() == 0
    assert (theirs / "diary").exists()


def test_folders_do_not_tell_how_much_evidence_there_was(session: Session) -> None:
    gone, kept = (_keep(session, os.urandom(SMALL + number)) for number in (1, 2))
    with session.store.change("test"):
        session.store.blobs.drop(gone.sha256)
    session.store.blobs.sweep()
    assert [path.name for path in (session.folder / "att").iterdir()] == [str(kept.file_id)[:2]]
