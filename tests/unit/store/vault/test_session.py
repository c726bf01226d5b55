"""Opening a vault: who may, what is read back, and what an older file put back is called. Threat T12."""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from hrddesk.actions.records import cases
from hrddesk.actions.vault import closed_vaults
from hrddesk.crypto import keyslots, recovery
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import PassphraseSecret, RecoverySecret, SlotType
from hrddesk.errors import (
    DatabaseDamaged,
    DiskFull,
    NotAVault,
    SlotDamaged,
    VaultExists,
    VaultFilesMissing,
    VaultHeaderDamaged,
    VaultInUse,
    VaultReadOnly,
    VaultTooNew,
    WrongSecret,
)
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.store.database import schema
from hrddesk.store.vault import folder as vault
from hrddesk.store.vault import session as sessions
from hrddesk.store.vault.session import Session
from hrddesk.system import files
from hrddesk.system.jobs import Job

PASSPHRASE = "granite lantern orbit velvet"
SECRET = PassphraseSecret(PASSPHRASE)


def _put(session: Session, **fields: str) -> Record:
    record = Record(kind=Kind.CASE, id=new_id()).with_fields(**fields)
    with session.store.change("test") as change:
        change.put(record)
    return record


def test_a_new_vault_opens_by_passphrase_and_by_its_words(vault_path: Path) -> None:
    made, words = Session.create(vault_path, PASSPHRASE, FLOOR)
    record = _put(made, title="Kept")
    made.close()
    for secret in (SECRET, RecoverySecret(recovery.words_to_entropy(" ".join(words)))):
        with Session.open(vault_path, secret) as opened:
            assert opened.store.get(record.id) == record
            assert opened.alarms == []
            assert opened.vault_id == made.vault_id


def test_a_closed_vault_has_just_its_files_and_only_its_owner_reads_them(session: Session) -> None:
    _put(session, title="x")
    session.close()
    names = sorted(path.name for path in session.folder.iterdir())
    assert names == ["att", "db.sqlite", "head.bin", "keys.bin"]
    assert session.folder.stat().st_mode & 0o777 == 0o700
    for name in names[1:]:
        assert (session.folder / name).stat().st_mode & 0o777 == 0o600


def test_an_interruption_that_met_no_work_leaves_no_log_behind(session: Session) -> None:
    _put(session, title="x")
    session.interrupt()
    session.close()
    assert not (session.folder / "db.sqlite-wal").exists()
    session.close()  # of a vault that is closed nothing is asked


def test_who_had_the_vault_open_and_did_not_close_it_is_noticed(session: Session, vault_path: Path) -> None:
    assert not session.was_left_open
    log = (session.folder / "db.sqlite-wal").read_bytes()
    session.close()
    (session.folder / "db.sqlite-wal").write_bytes(log)
    with Session.open(vault_path, SECRET) as opened:
        assert opened.was_left_open
        assert opened.alarms == []
    with Session.open(vault_path, SECRET) as opened:
        assert not opened.was_left_open


def test_a_file_of_keys_with_a_second_name_is_noticed(session: Session, tmp_path: Path) -> None:
    keys = session.folder / "keys.bin"
    found = [session.keys_have_another_name]
    (tmp_path / "second").hardlink_to(keys)
    found.append(session.keys_have_another_name)
    keys.unlink()  # nothing is there to ask about
    found.append(session.keys_have_another_name)
    keys.symlink_to(tmp_path / "second")
    found.append(session.keys_have_another_name)
    assert found == [False, True, False, True]


def test_the_settings_that_protect_the_file_are_read_back(session: Session) -> None:
    found = {name: str(value) for name, value in session.settings().items()}
    assert found.pop("cipher_version")
    assert found == {
        "journal_mode": "wal",
        "synchronous": "2",
        "temp_store": "2",
        "secure_delete": "1",
        "foreign_keys": "1",
        "trusted_schema": "0",
        "cache_size": "-65536",
        "page_size": "4096",
        "cipher_memory_security": "1",
        "cipher_page_size": "4096",
    }


def test_info_needs_no_secret(session: Session) -> None:
    info = sessions.info(session.folder)
    assert info.vault_id == session.vault_id
    assert [slot.type for slot in info.slots] == [SlotType.PASSPHRASE, SlotType.RECOVERY]


def test_a_new_passphrase_leaves_the_database_as_it_is(session: Session) -> None:
    _put(session, title="x")
    session.close()
    size = (session.folder / "db.sqlite").stat().st_size
    sessions.change_passphrase(session.folder, SECRET, "another one altogether", FLOOR)
    assert (session.folder / "db.sqlite").stat().st_size == size
    with pytest.raises(WrongSecret):
        Session.open(session.folder, SECRET)
    with Session.open(session.folder, PassphraseSecret("another one altogether")) as opened:
        assert opened.alarms == []
        assert opened.keys_on_disk().generation == int(opened.store.setting("generation") or 0)


def test_a_kill_between_keys_and_database_is_no_alarm(session: Session) -> None:
    session.close()
    data = vault.read_keys(session.folder)
    slots = keyslots.parse(data)
    dek = keyslots.unlock(slots, data, SECRET)
    changed = keyslots.with_slot(slots, 0, PassphraseSecret("second"), dek, FLOOR)
    vault.write_keys(session.folder, changed.to_bytes(dek))  # and the database was never told
    with Session.open(session.folder, PassphraseSecret("second")) as opened:
        assert opened.alarms == []
        assert opened.store.setting("generation") == str(changed.generation)


def test_older_keys_put_back_raise_an_alarm(session: Session) -> None:
    session.close()
    old = (session.folder / "keys.bin").read_bytes()
    sessions.change_passphrase(session.folder, SECRET, "second", FLOOR)
    (session.folder / "keys.bin").write_bytes(old)
    with Session.open(session.folder, SECRET) as opened:
        assert "older one was put back" in opened.alarms[0]


def test_an_older_database_put_back_raises_an_alarm(session: Session, tmp_path: Path) -> None:
    _put(session, title="first")
    session.close()
    shutil.copy(session.folder / "db.sqlite", tmp_path / "older")
    with Session.open(session.folder, SECRET) as opened:
        _put(opened, title="second")
    shutil.copy(tmp_path / "older", session.folder / "db.sqlite")
    with Session.open(session.folder, SECRET) as opened:
        assert "older database was put back" in opened.alarms[0]


def test_a_head_of_another_history_raises_an_alarm(session: Session, tmp_path: Path) -> None:
    session.close()
    copy = tmp_path / "copy.hrdv"
    shutil.copytree(session.folder, copy)
    for folder, title in ((session.folder, "here"), (copy, "there")):
        with Session.open(folder, SECRET) as opened:
            _put(opened, title=title)
    shutil.copy(copy / "head.bin", session.folder / "head.bin")
    with Session.open(session.folder, SECRET) as opened:
        assert "differ" in opened.alarms[0]


@pytest.mark.parametrize("content", [None, b"", b"x" * 80, "flipped"])
def test_a_head_that_is_missing_or_damaged_raises_an_alarm(
    session: Session, content: bytes | str | None
) -> None:
    session.close()
    head = session.folder / "head.bin"
    if content is None:
        head.unlink()
    elif isinstance(content, str):
        raw = bytearray(head.read_bytes())
        raw[10] ^= 1
        head.write_bytes(raw)
    else:
        head.write_bytes(content)
    with Session.open(session.folder, SECRET) as opened:
        assert opened.alarms == ["head.bin is missing or damaged"]


def test_a_kill_between_database_and_head_is_no_alarm(session: Session) -> None:
    head = (session.folder / "head.bin").read_bytes()
    _put(session, title="x")
    session.close()
    (session.folder / "head.bin").write_bytes(head)
    with Session.open(session.folder, SECRET) as opened:
        assert opened.alarms == []
        assert opened.head_on_disk() == opened.store.history.head()


def test_a_head_that_cannot_be_written_costs_no_commit(session: Session) -> None:
    (session.folder / "head.bin.new").mkdir()
    record = _put(session, title="kept")
    session.close()
    (session.folder / "head.bin.new").rmdir()
    with Session.open(session.folder, SECRET) as opened:
        assert opened.store.get(record.id) == record
        assert opened.alarms == []


def test_two_openers_are_kept_apart(session: Session) -> None:
    with pytest.raises(VaultInUse):
        Session.open(session.folder, SECRET)
    session.close()
    Session.open(session.folder, SECRET).close()


def test_another_process_is_kept_out_too(keys_for_others: None, session: Session) -> None:
    code = (
        "import sys; from pathlib import Path;"
        "from hrddesk.store.vault.session import Session, PassphraseSecret;"
        "Session.open(Path(sys.argv[1]), PassphraseSecret(sys.stdin.readline().strip()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(session.folder)],
        input=PASSPHRASE + "\n",
        capture_output=True,
        text=True,
        timeout=60,
        cwd=Path(__file__).parents[4],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[4])},
    )
    assert "VaultInUse" in done.stderr


def test_each_thing_that_is_no_vault_has_its_own_error(session: Session, tmp_path: Path) -> None:
    session.close()
    keys = session.folder / "keys.bin"
    good = keys.read_bytes()
    with pytest.raises(WrongSecret):
        Session.open(session.folder, PassphraseSecret("wrong"))
    with pytest.raises(NotAVault):
        Session.open(tmp_path, SECRET)
    keys.write_bytes(good[:3000])
    with pytest.raises(VaultHeaderDamaged):
        Session.open(session.folder, SECRET)
    keys.write_bytes(good[:8] + b"\x02" + good[9:])
    with pytest.raises(VaultTooNew):
        Session.open(session.folder, SECRET)
    damaged = bytearray(good)
    damaged[64 + 100] ^= 1  # in the wrapped key of slot 0
    keys.write_bytes(damaged)
    with pytest.raises(SlotDamaged):
        Session.open(session.folder, SECRET)
    keys.unlink()
    with pytest.raises(VaultFilesMissing):
        Session.open(session.folder, SECRET)
    keys.write_bytes(good)
    Session.open(session.folder, SECRET).close()


def test_a_damaged_keys_bin_is_named_and_what_a_whole_slot_opens_is_read(session: Session) -> None:
    case = cases.create(session, {"title": "The mill"}).result
    session.close()
    keys = session.folder / "keys.bin"
    good = keys.read_bytes()
    recovery_slot = 64 + 256
    for place in (33, recovery_slot + 100, 2112, 4000):  # generation, another slot, the seal, what is zero
        keys.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
        with pytest.raises(VaultHeaderDamaged):
            Session.open(session.folder, SECRET)
        with Session.view(session.folder, SECRET) as seen:
            assert seen.store.get(case).text("title") == "The mill"
            assert seen.alarms == []
            with pytest.raises(VaultReadOnly):
                cases.edit(seen, case, {"title": "The dam"})
        report, _ = closed_vaults.check(session.folder, SECRET, Job())
        assert [(item.code, item.where) for item in report.damage] == [("unreadable", "keys.bin")]
        with pytest.raises(WrongSecret):
            Session.view(session.folder, PassphraseSecret("wrong"))


def test_a_missing_empty_or_foreign_database_has_its_own_error(session: Session) -> None:
    session.close()
    file = session.folder / "db.sqlite"
    good = file.read_bytes()
    file.write_bytes(b"")
    with pytest.raises(DatabaseDamaged):
        Session.open(session.folder, SECRET)
    file.write_bytes(os.urandom(8192))
    with pytest.raises(DatabaseDamaged):
        Session.open(session.folder, SECRET)
    file.unlink()
    with pytest.raises(VaultFilesMissing):
        Session.open(session.folder, SECRET)
    file.write_bytes(good)
    Session.open(session.folder, SECRET).close()


def test_a_database_of_a_newer_program_is_refused_and_not_changed(session: Session) -> None:
    session.store.db.execute("PRAGMA user_version = 99")
    session.close()
    before = (session.folder / "db.sqlite").read_bytes()
    with pytest.raises(VaultTooNew):
        Session.open(session.folder, SECRET)
    assert (session.folder / "db.sqlite").read_bytes() == before


def test_a_database_without_its_history_key_is_refused(session: Session) -> None:
    session.store.db.execute("DELETE FROM setting WHERE name = 'history_key'")
    session.close()
    with pytest.raises(VaultFilesMissing):
        Session.open(session.folder, SECRET)


def test_a_vault_is_never_made_over_something(session: Session) -> None:
    with pytest.raises(VaultExists):
        Session.create(session.folder, PASSPHRASE, FLOOR)


def test_a_vault_that_cannot_be_made_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "create", full)
    with pytest.raises(DiskFull):
        Session.create(tmp_path / "a.hrdv", PASSPHRASE, FLOOR)
    assert list(tmp_path.iterdir()) == []


def test_a_bug_while_filling_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(schema, "make", broken)
    with pytest.raises(ZeroDivisionError):
        Session.create(tmp_path / "a.hrdv", PASSPHRASE, FLOOR)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said_to_be_so(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.close()
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anything
    with pytest.raises(VaultReadOnly):
        Session.open(session.folder, SECRET)


def test_no_plaintext_is_in_any_file(session: Session) -> None:
    words = "Unmistakable Narrative of Zzyzx 无可置疑的叙述"
    record = _put(session, title=words)
    session.store.search.index(record)
    session.close()
    needles = [words.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")]
    needles += [part.encode(code) for part in words.split() for code in ("utf-8", "utf-16-le", "gb18030")]
    for path in session.folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert not any(needle in data for needle in needles if len(needle) > 3)


def test_a_reader_cannot_write(session: Session) -> None:
    record = _put(session, title="x")
    reader = session.reader()
    assert reader.get(record.id) == record
    with pytest.raises(VaultReadOnly), reader.change("test") as change:
        change.delete(record.id)
    reader.close()
    assert session.store.find(record.id) is not None


def test_a_reader_for_lists_keeps_few_pages_and_cannot_write(session: Session) -> None:
    reader = session.reader_for_lists()
    assert reader.db.execute("PRAGMA cache_size").fetchone()[0] == -16 * 1024
    assert reader.db.execute("PRAGMA query_only").fetchone()[0] == 1
    reader.close()


def test_every_vault_has_its_own_line_and_prefix(session: Session, tmp_path: Path) -> None:
    other, _ = Session.create(tmp_path / "other.hrdv", PASSPHRASE, FLOOR)
    with other:
        assert other.line != session.line
        assert len(session.prefix) == 4


def _put_back_an_older_database(session: Session, place: Path) -> None:
    _put(session, title="first")
    session.close()
    shutil.copy(session.folder / "db.sqlite", place)
    with Session.open(session.folder, SECRET) as opened:
        _put(opened, title="second")
    shutil.copy(place, session.folder / "db.sqlite")


def test_an_alarm_stays_until_somebody_acknowledges_it(session: Session, tmp_path: Path) -> None:
    _put_back_an_older_database(session, tmp_path / "older")
    with Session.open(session.folder, SECRET) as opened:
        found = list(opened.alarms)
        assert len(found) == 1
        _put(opened, title="third")  # from here on head.bin and database agree
    for _ in range(2):
        with Session.open(session.folder, SECRET) as opened:
            assert opened.alarms == found
    with Session.open(session.folder, SECRET) as opened:
        opened.acknowledge_alarms()
        assert opened.alarms == []
        assert opened.store.history.of_act(opened.store.history.head().number - 1)
    with Session.open(session.folder, SECRET) as opened:
        assert opened.alarms == []


def test_opening_alone_leaves_the_traces(session: Session, tmp_path: Path) -> None:
    _put_back_an_older_database(session, tmp_path / "older")
    head = (session.folder / "head.bin").read_bytes()
    for _ in range(2):
        with Session.open(session.folder, SECRET) as opened:
            assert len(opened.alarms) == 1
    assert (session.folder / "head.bin").read_bytes() == head


def test_a_new_passphrase_does_not_cover_older_keys(session: Session) -> None:
    session.close()
    old = (session.folder / "keys.bin").read_bytes()
    sessions.change_passphrase(session.folder, SECRET, "second", FLOOR)
    (session.folder / "keys.bin").write_bytes(old)
    sessions.change_passphrase(session.folder, SECRET, "third", FLOOR)
    with Session.open(session.folder, PassphraseSecret("third")) as opened:
        assert "older one was put back" in opened.alarms[0]
        opened.acknowledge_alarms()
    with Session.open(session.folder, PassphraseSecret("third")) as opened:
        assert opened.alarms == []


def test_a_passphrase_change_stands_in_the_history(session: Session) -> None:
    before = session.store.history.head().number
    session.close()
    sessions.change_passphrase(session.folder, SECRET, "second", FLOOR)
    with Session.open(session.folder, PassphraseSecret("second")) as opened:
        (entry,) = opened.store.history.of_act(before + 1)
        assert entry.what == "vault.passphrase"


def test_two_alarms_are_both_kept(session: Session, tmp_path: Path) -> None:
    _put_back_an_older_database(session, tmp_path / "older")
    with Session.open(session.folder, SECRET) as opened:
        _put(opened, title="third")
    (session.folder / "head.bin").unlink()
    with Session.open(session.folder, SECRET) as opened:
        assert len(opened.alarms) == 2
        _put(opened, title="fourth")
    with Session.open(session.folder, SECRET) as opened:
        assert len(opened.alarms) == 2


def test_a_statement_is_interrupted_from_another_thread_and_its_change_is_undone(session: Session) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    began = threading.Event()

    def interrupt() -> None:
        began.wait()
        while not ended.wait(0.01):  # the statement may not have begun yet
            session.interrupt()

    ended = threading.Event()
    other = threading.Thread(target=interrupt)
    other.start()

    def change() -> None:
        with session.store.change("test") as change:
            change.set_setting("half", "done")
            began.set()
            session.store.db.execute(endless).fetchone()

    with pytest.raises(dbapi2.OperationalError, match="interrupted"):
        change()
    ended.set()
    other.join()
    assert session.store.setting("half") is None


class _Reading:
    def __init__(self, heard: list[str]) -> None:
        self._heard = heard

    def cancel(self) -> None:
        self._heard.append("cancel")

    def stop(self, seconds: float) -> None:
        self._heard.append("wait" if seconds > 10 else "wait a moment")


def test_guests_are_all_asked_to_end_before_anybody_waits_for_one(tmp_path: Path) -> None:
    heard: list[str] = []
    session, _ = Session.create(tmp_path / "desk.hrdv", PASSPHRASE, FLOOR)
    session.guests += [_Reading(heard), _Reading(heard)]
    session.cancel_guests()
    assert heard == ["cancel", "cancel"]
    session.send_guests_away()
    assert heard[2:] == ["cancel", "cancel", "wait", "wait"]
    session.guests.append(_Reading(heard))
    session.close()
    assert heard[6:] == ["cancel", "wait a moment"]
