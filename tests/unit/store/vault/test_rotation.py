"""A new data key: the old one opens nothing any more, nothing is lost, and a cut leaves old or new."""

import os
import shutil
import subprocess
from collections.abc import Callable
from contextlib import closing, suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from hrddesk.actions.vault import closed_vaults
from hrddesk.crypto import keyslots, recovery
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import KeySlots, PassphraseSecret, RecoverySecret, SlotType
from hrddesk.errors import (
    DatabaseDamaged,
    DiskFull,
    NewKeyUnfinished,
    NotAVault,
    PassphraseNeeded,
    RoomMissing,
    VaultInUse,
    VaultReadOnly,
    WrongSecret,
)
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.store.database import connection
from hrddesk.store.vault import folder as vault
from hrddesk.store.vault import rotation
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Cancelled, Job, silent
from tests.made import empty_vault

SECRET = PassphraseSecret("granite lantern orbit velvet")
EVIDENCE = os.urandom(100_000)


@pytest.fixture
def record(session: Session) -> Record:
    """A case with a small and a large file, in the open vault."""
    made = Record(kind=Kind.CASE, id=new_id()).with_fields(title="Kept 保留", narrative="a long text 长文")
    with session.store.change("test") as change:
        change.put(made)
        for content in (EVIDENCE, b"small"):
            session.store.blobs.keep(session.store.blobs.seal(BytesIO(content), silent()))
    return made


def _dek(folder: Path, secret: PassphraseSecret | RecoverySecret = SECRET) -> bytes:
    data = vault.read_keys(folder)
    return keyslots.unlock(keyslots.parse(data), data, secret)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("db.sqlite-"))


def _is_whole(session: Session, record: Record) -> bool:
    contents = [b"".join(session.store.blobs.chunks(item)) for item in session.store.blobs.hashes()]
    return (
        session.store.get(record.id) == record
        and sorted(contents) == sorted([EVIDENCE, b"small"])
        and session.alarms == []
        and not session.store.history.broken_links()
    )


def test_nothing_is_lost_and_the_session_goes_on(session: Session, record: Record) -> None:
    before = session.store.setting("history_key"), session.store.history.head().number, _dek(session.folder)
    session.drafts.save([{"text": "unsaved"}])
    photo = session.store.blobs.hashes()[0]
    session.store.thumbnails.keep(photo, b"pixels")
    words = session.rotate([SECRET], silent())
    assert _is_whole(session, record)
    assert session.store.thumbnails.get(photo) == b"pixels"
    assert session.store.setting("history_key") == before[0]
    assert session.store.history.head().number > before[1]
    assert session.drafts.load().drafts == [{"text": "unsaved"}]
    assert _dek(session.folder) != before[2]
    assert _names(session.folder) == ["att", "db.sqlite", "drafts.bin", "head.bin", "keys.bin"]
    with session.store.change("after") as change:
        change.put(record.with_fields(title="Later"))
    session.close()
    for secret in (SECRET, RecoverySecret(recovery.words_to_entropy(" ".join(words)))):
        with Session.open(session.folder, secret) as opened:
            assert opened.store.get(record.id).text("title") == "Later"
            assert opened.alarms == []
            assert opened.keys_on_disk().generation == int(opened.store.setting("generation") or 0)
    report, _ = closed_vaults.check(session.folder, SECRET, silent())
    assert report.damage == []


def test_the_new_database_is_made_as_the_old_was(session: Session, record: Record) -> None:
    def of() -> list[object]:
        names = ("user_version", "application_id", "journal_mode", "auto_vacuum", "encoding")
        return [session.store.db.execute(f"PRAGMA {name}").fetchone() for name in names]

    before, found = of(), list(session.store.search.by_text("长文"))
    salt = connection.read_salt(session.folder / "db.sqlite")
    session.rotate([SECRET], silent())
    assert of() == before
    assert list(session.store.search.by_text("长文")) == found != []
    session.close()
    assert connection.read_salt(session.folder / "db.sqlite") != salt
    assert (session.folder / "db.sqlite").stat().st_mode & 0o777 == 0o600


def test_the_old_key_opens_nothing_of_it(session: Session, record: Record) -> None:
    old = vault.VaultKeys.from_dek(_dek(session.folder))
    session.rotate([SECRET], silent())
    session.close()
    assert not connection.opens(session.folder / "db.sqlite", old.database)
    held = vault.VaultFolder(session.folder, old, -1)
    assert held.read_head() is None


def test_free_blocks_of_the_disk_give_no_key_of_before(session: Session, record: Record) -> None:
    """What lost its name stays on a disk until something else is written there, as in an open file."""
    blocks = os.open(session.folder / "keys.bin", os.O_RDONLY)
    session.rotate([SECRET], silent())
    left = os.pread(blocks, keyslots.SIZE, 0)
    os.close(blocks)
    with pytest.raises(NotAVault):
        keyslots.salvage(left, SECRET)


def test_slots_whose_secret_is_not_given_are_dropped(
    session: Session, record: Record, vault_path: Path
) -> None:
    dek, other = _dek(session.folder), PassphraseSecret("second", bytes(32))
    slots = keyslots.with_slot(session.keys_on_disk(), 3, other, dek, FLOOR)
    slots = keyslots.with_slot(slots, 4, PassphraseSecret("third"), dek, FLOOR)
    vault.write_keys(session.folder, slots.to_bytes(dek))
    words = session.rotate([other, SECRET, SECRET], silent())
    made = session.keys_on_disk()
    assert made.generation == slots.generation + 1
    assert [(slot.index, slot.type) for slot in keyslots.describe(made)] == [
        (0, SlotType.PASSPHRASE),
        (1, SlotType.RECOVERY),
        (3, SlotType.KEYFILE),
    ]
    for secret in (SECRET, other, RecoverySecret(recovery.words_to_entropy(" ".join(words)))):
        assert _dek(session.folder, secret) == _dek(session.folder)
    with pytest.raises(WrongSecret):
        _dek(session.folder, PassphraseSecret("third"))


def test_new_words_that_were_shown_before_are_taken(session: Session) -> None:
    entropy = os.urandom(32)
    assert session.rotate([SECRET], silent(), entropy) == recovery.entropy_to_words(entropy)
    assert _dek(session.folder, RecoverySecret(entropy)) == _dek(session.folder)


def test_the_words_find_a_place_where_another_slot_has_theirs() -> None:
    dek = os.urandom(32)
    slots = keyslots.with_slot(keyslots.new(bytes(16)), 0, SECRET, dek, FLOOR)
    made = keyslots.rotated(slots, {0: SECRET}, RecoverySecret(bytes(32)), dek)
    assert [slot.index for slot in keyslots.describe(made)] == [0, 1]


def test_words_alone_rotate_nothing(session: Session, record: Record) -> None:
    before = session.keys_on_disk()
    with pytest.raises(PassphraseNeeded):
        session.rotate([], silent())
    with pytest.raises(WrongSecret):
        session.rotate([PassphraseSecret("wrong")], silent())
    assert session.keys_on_disk() == before


def test_an_alarm_that_nobody_read_is_there_afterwards(session: Session, record: Record) -> None:
    session.close()
    (session.folder / "head.bin").unlink()
    with Session.open(session.folder, SECRET) as opened:
        opened.rotate([SECRET], silent())
        assert opened.alarms == ["head.bin is missing or damaged"]
    for _ in range(2):
        with Session.open(session.folder, SECRET) as opened:
            assert opened.alarms == ["head.bin is missing or damaged"]


def test_a_head_of_the_old_key_put_back_raises_an_alarm(session: Session, record: Record) -> None:
    old = (session.folder / "head.bin").read_bytes()
    session.rotate([SECRET], silent())
    session.close()
    (session.folder / "head.bin").write_bytes(old)
    with Session.open(session.folder, SECRET) as opened:
        assert opened.alarms == ["head.bin is missing or damaged"]


def test_keys_of_before_put_back_open_nothing(session: Session, record: Record) -> None:
    old = (session.folder / "keys.bin").read_bytes()
    session.rotate([SECRET], silent())
    session.close()
    (session.folder / "keys.bin").write_bytes(old)
    with pytest.raises(DatabaseDamaged):
        Session.open(session.folder, SECRET)


def test_cancelling_leaves_no_trace_at_any_step(session: Session, record: Record) -> None:
    before, new = _snapshot(session.folder), os.urandom(32)
    seen: list[int] = []
    _prepare(session, new, Job(lambda done, _: seen.append(done)))
    session._held.discard_next()
    assert len(set(seen)) > 3
    for last in {0, 1, len(seen) // 3, len(seen) // 2, *range(len(seen) - 4, len(seen))}:
        calls: list[int] = []

        def stop(done: int, _: int, calls: list[int] = calls, last: int = last) -> None:
            calls.append(done)
            if len(calls) == last + 1:
                raise Cancelled

        with pytest.raises(Cancelled):
            _prepare(session, new, Job(stop))
        assert _snapshot(session.folder) == before
    assert _is_whole(session, record)


def _prepare(session: Session, dek: bytes, job: Job) -> None:
    generation = session.keys_on_disk().generation + 1
    rotation.prepare(session._held, session.store, bytes.fromhex(session.vault_id), dek, generation, job)


def _snapshot(folder: Path) -> dict[str, bytes]:
    """Return the names of all files, and the content of those that no checkpoint alters."""
    fixed = ("head.bin", "keys.bin")
    return {name: (folder / name).read_bytes() if name in fixed else b"" for name in _names(folder)}


def test_the_progress_ends_at_its_total(session: Session, record: Record) -> None:
    seen: list[tuple[int, int]] = []
    session.rotate([SECRET], Job(lambda done, total: seen.append((done, total))))
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1] == (rotation.STEPS, rotation.STEPS)


def test_too_little_room_is_said_before_anything_is_written(
    session: Session, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = os.statvfs(session.folder)
    values = list(full)
    values[4] = 10  # f_bavail
    monkeypatch.setattr(os, "statvfs", lambda _: os.statvfs_result(values))
    with pytest.raises(RoomMissing) as raised:
        session.rotate([SECRET], silent())
    assert int(raised.value.details["needed"]) > int(raised.value.details["free"])
    assert _is_whole(session, record)


def test_a_reader_that_is_open_keeps_the_old(session: Session, record: Record) -> None:
    before = _snapshot(session.folder)
    with closing(session.reader()) as reader:
        with pytest.raises(VaultInUse):
            session.rotate([SECRET], silent())
        assert reader.get(record.id) == record
    assert _snapshot(session.folder) == before
    assert _is_whole(session, record)
    session.rotate([SECRET], silent())


def test_a_reader_in_the_midst_of_reading_keeps_the_old(session: Session, record: Record) -> None:
    with closing(session.reader()) as reader:
        reader.db.execute("BEGIN")
        reader.get(record.id)
        with session.store.change("test") as change:
            change.put(record)
            change.set_setting("x", "y")
        with pytest.raises(VaultInUse):
            session.rotate([SECRET], silent())
    assert _is_whole(session, record)


@pytest.mark.parametrize(("name", "number", "error"), [("fsync", 28, DiskFull), ("fsync", 30, VaultReadOnly)])
def test_a_disk_that_takes_no_copy_leaves_the_old(
    session: Session,
    record: Record,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    number: int,
    error: type[Exception],
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    before = _snapshot(session.folder)
    monkeypatch.setattr(os, name, fail)
    with pytest.raises(error):
        session.rotate([SECRET], silent())
    monkeypatch.undo()
    assert _snapshot(session.folder) == before
    assert _is_whole(session, record)


def test_a_disk_that_fills_up_before_the_copy_is_looked_at_is_called_full(
    small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
    path = empty_vault(small_disk / "desk.hrdv")
    connect = connection.connect

    def fill(at: Path, *rest: Any, **more: Any) -> connection.Connection:
        db = connect(at, *rest, **more)
        if at.name == vault.NEXT_DATABASE:
            with suppress(OSError), (small_disk / "rest").open("wb", buffering=0) as file:
                while True:
                    file.write(bytes(4096))
        return db

    with Session.open(path, SECRET) as session:
        before = _snapshot(path)
        monkeypatch.setattr(connection, "connect", fill)
        with pytest.raises(DiskFull):
            session.rotate([SECRET], silent())
        monkeypatch.undo()
        (small_disk / "rest").unlink()
        assert _snapshot(path) == before


def test_a_copy_that_is_not_whole_is_thrown_away(
    session: Session, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_into = connection.copy_into

    def lossy(db: connection.Connection, path: Path, key: bytes, look: Callable[[], None]) -> None:
        copy_into(db, path, key, look)
        copy = connection.connect(path, key, connection.read_salt(path))
        copy.execute("DELETE FROM history_content WHERE num = 1")
        copy.close()

    monkeypatch.setattr(connection, "copy_into", lossy)
    before = _snapshot(session.folder)
    with pytest.raises(DatabaseDamaged):
        session.rotate([SECRET], silent())
    assert _snapshot(session.folder) == before
    assert _is_whole(session, record)


def test_a_damaged_page_ends_it_and_the_old_stays(session: Session, record: Record) -> None:
    sql = "SELECT rootpage FROM sqlite_master WHERE name = 'case_tag'"
    (page,) = session.store.db.execute(sql).fetchone()
    session.close()
    file = session.folder / "db.sqlite"
    raw = bytearray(file.read_bytes())
    raw[4096 * page - 2000] ^= 1
    file.write_bytes(raw)
    with Session.open(session.folder, SECRET) as opened, pytest.raises(DatabaseDamaged):
        opened.rotate([SECRET], silent())
    assert "db.next" not in _names(session.folder)
    assert file.read_bytes()[4096:] == bytes(raw)[4096:]


def test_a_wrapped_key_that_is_damaged_stays_so(session: Session, record: Record) -> None:
    session.store.db.execute("UPDATE blob SET wrapped_key = ? WHERE file_id IS NOT NULL", (bytes(60),))
    session.rotate([SECRET], silent())
    assert len(session.store.blobs.damaged(silent())) == 1


WORDS = RecoverySecret(bytes(32))


def _prepared(session: Session) -> tuple[bytes, KeySlots]:
    """Do what a rotation does up to its commit, and close the vault as a kill would."""
    dek = os.urandom(32)
    after = keyslots.rotated(session.keys_on_disk(), {}, WORDS, dek)
    _prepare(session, dek, silent())
    session.close()
    return dek, after


def test_cut_before_the_commit_the_old_opens(session: Session, record: Record) -> None:
    before = _dek(session.folder)
    _prepared(session)
    assert {"db.next", "head.next"} <= set(_names(session.folder))
    (session.folder / "db.next-journal").write_bytes(b"left")
    with Session.open(session.folder, SECRET) as opened:
        assert _is_whole(opened, record)
    assert _dek(session.folder) == before
    assert _names(session.folder) == ["att", "db.sqlite", "head.bin", "keys.bin"]


def test_cut_after_the_commit_the_new_opens(session: Session, record: Record) -> None:
    dek, after = _prepared(session)
    old_wal = session.folder / "db.sqlite-wal"
    old_wal.write_bytes(os.urandom(4096))
    vault.write_keys(session.folder, after.to_bytes(dek))
    with Session.open(session.folder, WORDS) as opened:
        assert _is_whole(opened, record)
    assert _dek(session.folder, WORDS) == dek
    assert _names(session.folder) == ["att", "db.sqlite", "head.bin", "keys.bin"]


@pytest.mark.parametrize("is_database_in_place", [False, True])
def test_cut_behind_the_head_the_new_opens(
    session: Session, record: Record, is_database_in_place: bool
) -> None:
    dek, after = _prepared(session)
    vault.write_keys(session.folder, after.to_bytes(dek))
    held = vault.VaultFolder(session.folder, vault.VaultKeys.from_dek(dek), -1)
    head = held._head_in("head.next", connection.read_salt(session.folder / "db.sqlite"))
    assert head is not None
    held.write_head(head)
    if is_database_in_place:
        (session.folder / "db.next").replace(session.folder / "db.sqlite")
    with Session.open(session.folder, WORDS) as opened:
        assert _is_whole(opened, record)
        assert opened.alarms == []
    assert _names(session.folder) == ["att", "db.sqlite", "head.bin", "keys.bin"]


@pytest.mark.parametrize("was_rotated", [False, True])
def test_an_older_vault_put_in_as_the_next_one_is_told_and_nothing_is_removed(
    session: Session, record: Record, was_rotated: bool
) -> None:
    """An older keys.bin opens only an older database; as `db.next` it would take the newer one's place."""
    if was_rotated:
        session.rotate([SECRET], silent())
    session.close()
    old = {name: (session.folder / name).read_bytes() for name in ("keys.bin", "db.sqlite", "head.bin")}
    with Session.open(session.folder, SECRET) as opened:
        with opened.store.change("test") as change:
            change.put(record.with_fields(title="newer"))
        opened.rotate([SECRET], silent())
    newer = (session.folder / "db.sqlite").read_bytes()
    (session.folder / "keys.bin").write_bytes(old["keys.bin"])
    (session.folder / "db.next").write_bytes(old["db.sqlite"])
    (session.folder / "head.next").write_bytes(old["head.bin"])
    before = _names(session.folder)
    for _ in range(2):
        with pytest.raises(DatabaseDamaged, match=r"an older keys\.bin and database were put in"):
            Session.open(session.folder, SECRET)
    assert _names(session.folder) == before
    assert (session.folder / "db.sqlite").read_bytes() == newer


def test_a_next_head_beside_a_good_one_is_not_taken(session: Session, record: Record) -> None:
    shutil.copy(session.folder / "head.bin", session.folder / "head.next")
    with session.store.change("test") as change:
        change.delete(record.id)
    good = (session.folder / "head.bin").read_bytes()
    session.close()
    with Session.open(session.folder, SECRET) as opened:
        assert opened.alarms == []
    assert (session.folder / "head.bin").read_bytes() == good
    assert "head.next" not in _names(session.folder)


def test_a_next_head_of_another_key_is_no_head(session: Session, record: Record) -> None:
    session.close()
    (session.folder / "head.next").write_bytes(os.urandom(80))
    (session.folder / "head.bin").unlink()
    with Session.open(session.folder, SECRET) as opened:
        assert opened.alarms == ["head.bin is missing or damaged"]
    assert "head.next" not in _names(session.folder)


def test_where_the_key_opens_neither_both_stay(session: Session, record: Record) -> None:
    session.close()
    for name in ("db.sqlite", "db.next"):
        (session.folder / name).write_bytes(os.urandom(8192))
    with pytest.raises(DatabaseDamaged):
        Session.open(session.folder, SECRET)
    assert {"db.sqlite", "db.next"} <= set(_names(session.folder))


def test_who_read_the_keys_of_yesterday_removes_nothing(session: Session, record: Record) -> None:
    yesterday, old = vault.read_keys(session.folder), _dek(session.folder)
    dek, after = _prepared(session)
    vault.write_keys(session.folder, after.to_bytes(dek))  # and then a kill
    with pytest.raises(VaultInUse):
        vault.VaultFolder.hold(session.folder, old, yesterday)
    with Session.open(session.folder, WORDS) as opened:
        assert _is_whole(opened, record)


def test_keys_that_cannot_be_written_leave_the_old(
    session: Session, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _snapshot(session.folder)

    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(vault, "write_keys", full)
    with pytest.raises(DiskFull):
        session.rotate([SECRET], silent())
    assert _snapshot(session.folder) == before
    assert _is_whole(session, record)


def test_keys_that_are_in_place_are_the_vaults_even_if_the_disk_complained(
    session: Session, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_keys = vault.write_keys

    def complaining(path: Path, keys_bin: bytes) -> None:
        write_keys(path, keys_bin)
        raise DiskFull

    monkeypatch.setattr(vault, "write_keys", complaining)
    session.rotate([SECRET], silent())
    assert _is_whole(session, record)
    session.close()
    with Session.open(session.folder, SECRET) as opened:
        assert _is_whole(opened, record)


def test_a_disk_that_is_full_once_the_new_key_counts_is_finished_by_opening(
    session: Session, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.drafts.save([{"text": "not saved"}])

    def full(*_: object) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(vault.VaultFolder, "write_head", full)
    with pytest.raises(NewKeyUnfinished):
        session.rotate([SECRET], silent(), WORDS.entropy)
    session.interrupt()
    session.close()
    monkeypatch.undo()
    with Session.open(session.folder, WORDS) as opened:
        assert _is_whole(opened, record)
        assert opened.alarms == []
        assert opened.drafts.load().drafts == [{"text": "not saved"}]


def test_what_cannot_be_settled_is_said(
    session: Session, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    dek, after = _prepared(session)
    vault.write_keys(session.folder, after.to_bytes(dek))

    def fail(*_: object) -> None:
        raise OSError(30, "read-only")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(VaultReadOnly):
        Session.open(session.folder, WORDS)
    monkeypatch.undo()
    with Session.open(session.folder, WORDS) as opened:
        assert _is_whole(opened, record)
