"""SQLCipher connections whose encryption settings are verified.

Only this module and `database_errors` import sqlcipher3. A library without SQLCipher would silently write
plaintext, so every open reads back and asserts all settings that protect the file.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

import sqlcipher3
import sqlcipher3._sqlite3

from hrddesk.errors import DatabaseDamaged, DiskFailing, DiskFull, VaultInUse
from hrddesk.errors.translatable import Translatable
from hrddesk.store.database import state_packing
from hrddesk.store.database.database_errors import translated
from hrddesk.store.database.lookaside import Lookaside
from hrddesk.system import files

_LOOKASIDE: Final = Lookaside(sqlcipher3._sqlite3.__file__)  # before the first connection of the process

Connection = Any
"""A `sqlcipher3.Connection`; the package has no type annotations."""

KEY_BYTES: Final = 32
SALT_BYTES: Final = 16
APPLICATION_ID: Final = 0x48524444  # "HRDD"

_CACHE: Final = 64
"""The size, in MiB, of the page cache of a connection."""
_SETTINGS: Final = (
    ("journal_mode", "wal", ("wal", "off")),
    ("synchronous", "FULL", (2,)),
    ("temp_store", "MEMORY", (2,)),
    ("secure_delete", "ON", (1,)),
    ("foreign_keys", "ON", (1,)),
    ("trusted_schema", "OFF", (0,)),
    ("cache_size", str(-1024 * _CACHE), (-1024 * _CACHE,)),
    ("page_size", "4096", (4096,)),
)
_INSTRUCTIONS: Final = 100
"""The number of SQLite virtual machine instructions, a few rows at most, between two calls of the progress
handler.
"""


def new_salt() -> bytes:
    """Return a random salt for a new database; the salt is the beginning of the file."""
    return os.urandom(SALT_BYTES)


def read_salt(path: Path) -> bytes:
    """Read the salt of an existing database.

    Call it before any connection is open in this process: closing a second descriptor of the file would drop
    the locks that SQLite holds on it.
    """
    with files.open_regular(path) as file:
        salt = file.read(SALT_BYTES)
    if len(salt) != SALT_BYTES:
        raise DatabaseDamaged(why=Translatable("the file is empty or cut short"))
    return salt


def connect(
    path: Path, key: bytes, salt: bytes, *, read_only: bool = False, untouched: bool = False
) -> Connection:
    """Open the database with a raw key; raise DatabaseDamaged if the key does not fit its first page.

    `untouched` opens it as immutable: no file is created beside it, as read-only media require, and the
    content of a WAL is not seen. The connection belongs to the calling thread. Also raise DiskFull,
    DiskFailing, VaultReadOnly or VaultInUse.
    """
    if len(key) != KEY_BYTES or len(salt) != SALT_BYTES:
        raise ValueError("a raw key has 32 bytes and a salt 16")

    def opened() -> Connection:
        return sqlcipher3.connect(
            f"{path.absolute().as_uri()}?immutable=1" if untouched else str(path),
            isolation_level=None,
            cached_statements=512,
            uri=untouched,
        )

    with translated():
        db = opened() if read_only else _LOOKASIDE.many(opened)
    db.text_factory = _text
    try:
        with translated(None if untouched else db):
            _set_up(db, key, salt, read_only)
    except BaseException:
        db.close()
        raise
    return db


def _text(stored: bytes) -> str:
    """Return a stored text as a str; raise DatabaseDamaged if a page of the text does not decrypt.

    The library fills such a page with zeros and reports it, except when it is the last page of a long row.
    Therefore a zero byte in the text counts as damage, too: no text of a vault contains one.
    """
    if b"\0" in stored:
        raise DatabaseDamaged(why=Translatable("a page does not decrypt or does not fit"))
    return stored.decode()


def opens(path: Path, key: bytes) -> bool:
    """Tell whether a raw key fits the first page of a database that this process has not opened.

    Only the main file is read; no file beside it is created, read or removed. Return False if there is no
    database.
    """
    try:
        salt = read_salt(path)
    except (OSError, DatabaseDamaged):
        return False
    db = sqlcipher3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)
    try:
        with translated():
            db.execute("PRAGMA cipher_memory_security = ON")
            db.execute("PRAGMA cipher_log_level = NONE")
            db.execute(f"PRAGMA key = \"x'{key.hex()}{salt.hex()}'\"")
            db.execute("PRAGMA user_version").fetchone()  # the first page and no other
    except DatabaseDamaged:
        return False
    finally:
        db.close()
    return True


def copy_into(db: Connection, path: Path, key: bytes, look: Callable[[], None]) -> None:
    """Copy an open database into the empty file `path` under another raw key, without syncing the file.

    `look` is called every few rows; an exception from `look` ends the copy. Raise DiskFull, DatabaseDamaged.
    """
    with translated(db), _watched(look) as stop:
        _export(db, path, f"x'{key.hex()}{new_salt().hex()}'", stop)


def vacuum_into(db: Connection, path: Path, look: Callable[[], None]) -> None:
    """Write a compact copy into the empty file `path` under the same key and salt, without syncing the file.

    `look` is called every few rows; an exception from `look` ends the copy. Raise DiskFull, DatabaseDamaged.
    """
    with translated(db), watched(db, look):
        db.execute("VACUUM INTO CAST(? AS TEXT)", (os.fsencode(path),))  # a path may be no text


@contextmanager
def watched(db: Connection, look: Callable[[], None]) -> Iterator[None]:
    """Call `look` every few rows of each statement that runs on `db` inside the block.

    An exception from `look` ends the statement and is raised.
    """
    with _watched(look) as stop:
        db.set_progress_handler(stop, _INSTRUCTIONS)
        try:
            yield
        finally:
            db.set_progress_handler(None, 0)


@contextmanager
def _watched(look: Callable[[], None]) -> Iterator[Callable[[], bool]]:
    """Yield a callback for SQLite, which calls `look` and returns whether the statement must stop.

    It returns True as soon as `look` has raised an exception. If the block ends with an error after that, the
    exception from `look` is raised instead.
    """
    raised: list[BaseException] = []

    def stop() -> bool:
        try:
            look()
        except BaseException as wish:  # noqa: BLE001 - SQLite stands between, so it is raised again below
            raised.append(wish)
        return bool(raised)

    try:
        yield stop
    except BaseException:
        if raised:
            raise raised[0] from None
        raise


def _export(db: Connection, path: Path, raw_key: str, stop: Callable[[], bool]) -> None:
    pragmas = [(name, _scalar(db, f"PRAGMA main.{name}")) for name in ("user_version", "application_id")]
    db.execute(f'ATTACH DATABASE ? AS next KEY "{raw_key}"', (os.fsencode(path),))
    try:
        # A copy that is cut off is thrown away, so nothing is journalled, and it is synced once it is whole.
        db.execute("PRAGMA next.journal_mode = OFF")
        db.execute("PRAGMA next.synchronous = OFF")
        db.set_progress_handler(stop, _INSTRUCTIONS)
        db.execute("BEGIN")
        db.execute("SELECT sqlcipher_export('next')").fetchone()
        for name, value in pragmas:  # the export leaves them at 0
            db.execute(f"PRAGMA next.{name} = {value}")
        db.execute("COMMIT")
    finally:
        db.set_progress_handler(None, 0)
        if db.in_transaction:
            db.execute("ROLLBACK")
        db.execute("DETACH DATABASE next")


def empty_wal(db: Connection) -> None:
    """Write the WAL into the main file; raise VaultInUse if another connection still reads an older state."""
    with translated(db):
        if _scalar(db, "PRAGMA wal_checkpoint(TRUNCATE)"):
            raise VaultInUse


def close(db: Connection) -> None:
    """Close a connection, after which no WAL remains beside the database.

    One statement is executed first, to clear a pending interruption. The interruption would otherwise abort
    the last checkpoint, which empties the WAL.
    """
    with suppress(sqlcipher3.Error):  # it is closed already
        db.execute("SELECT 1")
    db.close()


def interrupt(db: Connection) -> None:
    """Make the running statement fail and roll back; any thread may call this. A closed connection is
    ignored.
    """
    with suppress(sqlcipher3.ProgrammingError):
        db.interrupt()


def is_open(db: Connection) -> bool:
    """Tell whether a connection still accepts statements."""
    try:
        db.execute("SELECT 1")
    except sqlcipher3.ProgrammingError:
        return False
    return True


def size(db: Connection) -> int:
    """Return the size in bytes of the main file with the WAL written into it."""
    return int(_scalar(db, "PRAGMA page_count")) * int(_scalar(db, "PRAGMA page_size"))


def keep_few_pages(db: Connection, mebibytes: int = 4) -> None:
    """Limit the page cache of a connection to `mebibytes` MiB; meant for reading everything once.

    Closing wipes the cached pages one by one while holding the interpreter lock: 64 MiB block all other
    threads for nearly 0.1 s, on a busy computer for more than 1 s.
    """
    with translated():
        db.execute(f"PRAGMA cache_size = -{mebibytes * 1024}")


@contextmanager
def few_pages(db: Connection, mebibytes: int) -> Iterator[None]:
    """Limit the page cache of a connection to `mebibytes` MiB until the block ends."""
    keep_few_pages(db, mebibytes)
    try:
        yield
    finally:
        keep_few_pages(db, _CACHE)


def _set_up(db: Connection, key: bytes, salt: bytes, read_only: bool) -> None:
    db.enable_load_extension(False)
    db.create_function("unpacked", 1, state_packing.unpacked_text, deterministic=True)
    db.execute("PRAGMA cipher_memory_security = ON")  # before the key, so that it covers the key
    db.execute("PRAGMA cipher_log_level = NONE")
    db.execute(f"PRAGMA key = \"x'{key.hex()}{salt.hex()}'\"")
    if _scalar(db, "PRAGMA cipher_version") is None:
        raise AssertionError("this sqlite3 has no SQLCipher: it would write plaintext")
    db.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the first page, which the key must fit
    for name, value, expected in _SETTINGS:
        if read_only and name == "journal_mode":
            continue
        if name != "page_size":
            db.execute(f"PRAGMA {name} = {value}")
        _expect(db, name, expected)
    _expect(db, "cipher_memory_security", (1,))
    if read_only:
        db.execute("PRAGMA query_only = ON")
        _expect(db, "query_only", (1,))


def _expect(db: Connection, name: str, allowed: tuple[object, ...]) -> None:
    setting = _scalar(db, f"PRAGMA {name}")
    if str(setting) not in map(str, allowed):  # SQLCipher answers some of its own in text
        raise AssertionError(f"PRAGMA {name} is {setting!r}")


def _scalar(db: Connection, sql: str) -> Any:
    row = db.execute(sql).fetchone()
    return None if row is None else row[0]


def settings_of(db: Connection) -> dict[str, Any]:
    """Return the settings that protect the file, as the library reports them."""
    names = [name for name, _, _ in _SETTINGS] + [
        "cipher_memory_security",
        "cipher_version",
        "cipher_page_size",
    ]
    return {name: _scalar(db, f"PRAGMA {name}") for name in names}


def make_anew(db: Connection) -> None:
    """Rewrite the whole database so that no page still contains deleted data.

    Raise DiskFull, VaultInUse, DatabaseDamaged.
    """
    try:
        with translated(db):
            db.execute("VACUUM")
    except MemoryError:  # SQLCipher raises it for some pages that do not decrypt
        raise DatabaseDamaged(why=Translatable("a page does not decrypt or does not fit")) from None


def cipher_version() -> str:
    """Return the version of SQLCipher; raise AssertionError if the library would write plaintext."""
    db = sqlcipher3.connect(":memory:")
    try:
        version = _scalar(db, "PRAGMA cipher_version")
    finally:
        db.close()
    if version is None:
        raise AssertionError("this sqlite3 has no SQLCipher: it would write plaintext")
    return str(version)


def settle(db: Connection) -> None:
    """Write the WAL that a kill or a power cut left into the main file.

    The WAL remains if the disk is full or fails. After a power cut the main file may have a half-written page
    that the WAL contains in full. Without this step, `broken_pages`, which reads only the main file, would
    report that page as damaged.
    """
    with suppress(DiskFull, DiskFailing), translated(db):
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def broken_pages(db: Connection) -> list[str]:
    """Check the HMAC of every page; return the errors as text."""
    with translated():
        lines = [str(row[0]) for row in db.execute("PRAGMA cipher_integrity_check")]
    begin = "HMAC verification failed for page "
    return [
        Translatable("HMAC verification failed for page {0}", line.removeprefix(begin))
        if line.startswith(begin)
        else line
        for line in lines
    ]


def broken_structure(db: Connection) -> list[str]:
    """Check that the structure of the database is consistent; return the errors as text."""
    with translated():
        return [str(row[0]) for row in db.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
