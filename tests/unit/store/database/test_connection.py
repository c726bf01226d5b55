"""A connection that does not protect the file is refused; errors of the library become words for a person."""

import errno
import os
import subprocess
from pathlib import Path

import pytest
import sqlcipher3

from hrddesk.errors import (
    DatabaseDamaged,
    DiskFailing,
    DiskFull,
    HrdDeskError,
    VaultInUse,
    VaultReadOnly,
    WriteFailed,
)
from hrddesk.store.database import connection, database_errors
from hrddesk.system import files

KEY, SALT = bytes(32), bytes(range(16))


def test_the_salt_stands_first_and_the_rest_is_encrypted(tmp_path: Path) -> None:
    db = connection.connect(tmp_path / "a", KEY, SALT)
    db.execute("CREATE TABLE recognisable (x)")
    db.close()
    raw = (tmp_path / "a").read_bytes()
    assert raw[:16] == SALT == connection.read_salt(tmp_path / "a")
    assert b"recognisable" not in raw
    assert b"SQLite format" not in raw


def test_another_key_is_refused(tmp_path: Path) -> None:
    db = connection.connect(tmp_path / "a", KEY, SALT)
    db.execute("CREATE TABLE t (x)")
    db.close()
    with pytest.raises(DatabaseDamaged):
        connection.connect(tmp_path / "a", bytes([1]) * 32, SALT)


@pytest.mark.parametrize(("key", "salt"), [(b"short", SALT), (KEY, b"short")])
def test_a_key_of_the_wrong_length_is_a_bug(tmp_path: Path, key: bytes, salt: bytes) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        connection.connect(tmp_path / "a", key, salt)


def test_a_library_without_sqlcipher_fails_before_it_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_scalar", lambda *_: None)
    with pytest.raises(AssertionError, match="plaintext"):
        connection.connect(tmp_path / "a", KEY, SALT)
    with pytest.raises(AssertionError, match="plaintext"):
        connection.cipher_version()
    assert not (tmp_path / "a").exists() or (tmp_path / "a").read_bytes() == b""


def test_a_setting_that_does_not_hold_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_SETTINGS", (("synchronous", "OFF", (2,)),))
    with pytest.raises(AssertionError, match="synchronous"):
        connection.connect(tmp_path / "a", KEY, SALT)


def test_the_version_of_the_library_is_known() -> None:
    assert connection.cipher_version().startswith("4.")


def test_an_extension_cannot_be_loaded(tmp_path: Path) -> None:
    db = connection.connect(tmp_path / "a", KEY, SALT)
    with pytest.raises(sqlcipher3.OperationalError, match="not authorized"):
        db.execute("SELECT load_extension('x')")
    db.close()


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("database or disk is full", DiskFull),
        ("database is locked", VaultInUse),
        ("attempt to write a readonly database", VaultReadOnly),
        ("unable to open database file", VaultReadOnly),
        ("disk I/O error", DiskFailing),
        ("database disk image is malformed", DatabaseDamaged),
        ('fts5: corruption found reading blob 10 from table "search_text"', DatabaseDamaged),
        ("file is not a database", DatabaseDamaged),
    ],
)
def test_what_the_library_says_becomes_words_for_a_person(message: str, expected: type[HrdDeskError]) -> None:
    for kind in (sqlcipher3.OperationalError, sqlcipher3.DatabaseError):
        with pytest.raises(expected), database_errors.translated():
            raise kind(message)


@pytest.mark.parametrize("message", ["disk I/O error", "unable to open database file"])
@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EROFS, VaultReadOnly),
        (errno.EIO, DiskFailing),
        (0, None),
    ],
)
def test_where_the_library_does_not_know_why_the_disk_is_asked(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    message: str,
    number: int,
    expected: type[HrdDeskError] | None,
) -> None:
    asked: list[Path] = []

    def refusal(folder: Path) -> OSError | None:
        asked.append(folder)
        return OSError(number, os.strerror(number)) if number else None

    monkeypatch.setattr(files, "refusal", refusal)
    db = connection.connect(tmp_path / "a", KEY, SALT)
    with pytest.raises(HrdDeskError) as raised, database_errors.translated(db):
        raise sqlcipher3.OperationalError(message)
    db.close()
    assert asked == [tmp_path]
    alone = DiskFailing if "disk" in message else VaultReadOnly
    assert type(raised.value) is (expected or alone)
    if expected is DiskFailing:
        assert "Input/output error" in str(raised.value)


def test_damage_is_damage_whatever_room_there_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "refusal", lambda _: OSError(errno.ENOSPC, "full"))
    (tmp_path / "a").write_bytes(SALT + bytes(8176))
    with pytest.raises(DatabaseDamaged):
        connection.connect(tmp_path / "a", KEY, SALT)


def test_a_damaged_page_is_no_lack_of_memory(tmp_path: Path) -> None:
    """SQLCipher says of some pages that there is no memory, where it copies all of them."""
    db = connection.connect(tmp_path / "a", KEY, SALT)
    db.execute("CREATE TABLE t (x)")
    db.executemany("INSERT INTO t VALUES (?)", [(os.urandom(9000),) for _ in range(40)])
    db.close()
    whole = (tmp_path / "a").read_bytes()
    for page in range(1, len(whole) // 4096):
        damaged = bytearray(whole)
        damaged[page * 4096 + 100] ^= 1
        (tmp_path / "a").write_bytes(damaged)
        db = connection.connect(tmp_path / "a", KEY, SALT)
        with pytest.raises(DatabaseDamaged):
            connection.make_anew(db)
        db.close()


@pytest.mark.parametrize(
    "error",
    [
        sqlcipher3.OperationalError("no such table: x"),
        sqlcipher3.IntegrityError("UNIQUE constraint failed"),
        sqlcipher3.ProgrammingError("misuse"),
    ],
)
def test_our_own_mistakes_stay_bugs(error: Exception) -> None:
    with pytest.raises(type(error)), database_errors.translated():
        raise error


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EROFS, VaultReadOnly),
        (errno.EACCES, VaultReadOnly),
        (errno.EIO, WriteFailed),
    ],
)
def test_what_the_system_says_becomes_words_for_a_person(number: int, expected: type[HrdDeskError]) -> None:
    assert isinstance(database_errors.os_cause(OSError(number, os.strerror(number)), "keys.bin"), expected)


def test_a_medium_without_a_free_byte_is_called_full(small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,size=1m", str(small_disk)], check=True)
    connection.connect(small_disk / "a", KEY, SALT).close()
    with pytest.raises(OSError, match="No space"):
        _fill(small_disk / "rest")
    with pytest.raises(DiskFull):
        connection.connect(small_disk / "a", KEY, SALT)
    (small_disk / "rest").unlink()
    connection.connect(small_disk / "a", KEY, SALT).close()


def test_a_damaged_file_on_a_medium_with_room_is_called_damaged(small_disk: Path) -> None:
    (small_disk / "a").write_bytes(SALT + bytes(8176))
    with pytest.raises(DatabaseDamaged):
        connection.connect(small_disk / "a", KEY, SALT)


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))


def test_what_got_out_of_the_store_is_told_from_a_bug() -> None:
    malformed = sqlcipher3.DatabaseError("database disk image is malformed")
    assert isinstance(database_errors.told(malformed), DatabaseDamaged)
    broken = sqlcipher3.OperationalError("vtable constructor failed: search_text")
    assert isinstance(database_errors.told(broken), DatabaseDamaged)
    assert database_errors.told(sqlcipher3.OperationalError("near x: syntax error")) is None
    assert database_errors.told(ZeroDivisionError()) is None
    full = DiskFull()
    assert database_errors.told(full) is full


def test_no_key_opens_what_is_not_there_or_empty(tmp_path: Path) -> None:
    assert not connection.opens(tmp_path / "none", KEY)
    (tmp_path / "empty").write_bytes(b"")
    assert not connection.opens(tmp_path / "empty", KEY)


def test_a_path_that_is_no_text_is_opened_in_every_way(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff \n%?#.hrdv"))
    folder.mkdir()
    path = folder / "a"
    connection.connect(path, KEY, SALT).close()
    with_table = connection.connect(path, KEY, SALT)
    with_table.execute("CREATE TABLE t (x)")
    with_table.close()
    assert connection.opens(path, KEY)
    untouched = connection.connect(path, KEY, SALT, read_only=True, untouched=True)
    assert untouched.execute("SELECT name FROM sqlite_master").fetchall() == [("t",)]
    untouched.close()
    (folder / "a-journal").mkdir()  # what SQLite cannot read is no full disk either
    with pytest.raises(DiskFailing):
        connection.connect(path, KEY, SALT)


@pytest.mark.parametrize("letter", ["a", "和"], ids=["one byte", "three bytes"])
def test_a_text_on_a_damaged_page_is_never_read_in_part(tmp_path: Path, letter: str) -> None:
    path, text = tmp_path / "a", letter * 30_000
    db = connection.connect(path, KEY, SALT)
    db.execute("CREATE TABLE told (body TEXT)")
    db.execute("INSERT INTO told VALUES (?)", (text,))
    db.close()
    whole, damaged = path.read_bytes(), 0
    for page in range(2, len(whole) // 4096):
        raw = bytearray(whole)
        raw[page * 4096 + 100] ^= 1
        path.write_bytes(raw)
        try:
            with database_errors.translated():
                db = connection.connect(path, KEY, SALT)
                assert db.execute("SELECT body FROM told").fetchone() == (text,)
        except DatabaseDamaged:
            damaged += 1
        finally:
            db.close()
    assert damaged >= len(text.encode()) // 4096
