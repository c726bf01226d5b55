"""The list of a vault's backups, and the values that a restored vault must renew.

The database in a backup contains a setting as a marker. Opening a vault with this marker, whether this
program or `tar x` restored it, begins a new life of the vault in one transaction: a new replica id, so that
no counter is ever used twice, and a new prefix, so that no readable reference is used twice. If the process
is killed before the end of the transaction, the marker is still there.
"""

import secrets
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hrddesk.store.database.connection import Connection
from hrddesk.store.database.history import Head
from hrddesk.store.records.store import Store

BEGUN, WHOLE, GONE = "begun", "whole", "gone"
"""The states of a backup. Begun: the file may exist, or a kill prevented that. Gone: the backup was replaced
by a newer one, or destroyed.
"""
RENEW_IDENTITY: Final = "identity.renew"
"""The setting that says that the identity needs a key and a card that no other life of the vault has."""

_MARK: Final = "copy."  # and random digits, so that history rows about an earlier marker do not fit
PREFIX_LETTERS: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that look alike on paper


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupRow:
    """A stored entry about a backup. Times are in seconds since 1970, UTC, sizes in bytes."""

    num: int
    time: int
    path: str
    size: int
    sha256: str
    head: Head
    state: str
    tested: int | None


def new_prefix() -> str:
    """Return four letters that readable references may begin with."""
    return "".join(secrets.choice(PREFIX_LETTERS) for _ in range(4))


def mark(db: Connection) -> None:
    """Mark the database of a copy. No history row is written: the copy must have the history of the vault."""
    db.execute("INSERT INTO setting (name, value) VALUES (?, '')", (_MARK + secrets.token_hex(8),))


def begin_new_life(store: Store) -> bool:
    """If this vault is a restored copy, renew the values that no two vaults may share; raise DiskFull.

    Return whether the vault was a copy.
    """
    marks = store.db.execute("SELECT name FROM setting WHERE name LIKE ?", (_MARK + "%",)).fetchall()
    if not marks:
        return False
    with store.change("vault.restored") as change:
        store.db.executemany("DELETE FROM setting WHERE name = ?", marks)
        change.set_setting("line", secrets.token_hex(16))
        change.set_setting("prefix", new_prefix())
        change.set_setting(RENEW_IDENTITY, "1")
    return True


def add(db: Connection, path: Path, size: int, sha256: str, head: Head, state: str) -> int:
    """Add a backup in the caller's transaction; return its number."""
    text = str(path).encode("utf-8", "backslashreplace").decode("utf-8")  # a path may be no text
    cursor = db.execute(
        "INSERT INTO backup (time, path, size, sha256, head_number, head, state) VALUES (?,?,?,?,?,?,?)",
        (int(time.time()), text, size, sha256, head.number, head.mac, state),
    )
    return int(cursor.lastrowid)


def remove(db: Connection, num: int) -> None:
    """Delete the entry of a backup that was not made, in the caller's transaction."""
    db.execute("DELETE FROM backup WHERE num = ?", (num,))


def set_whole(db: Connection, num: int) -> None:
    """Mark a backup as complete, and older ones at the same path as gone, in the caller's transaction."""
    db.execute("UPDATE backup SET state = ? WHERE num = ?", (WHOLE, num))
    same_place = "SELECT path FROM backup WHERE num = ?"
    for (older,) in db.execute(
        f"SELECT num FROM backup WHERE num <> ? AND path = ({same_place})",  # noqa: S608  (a constant)
        (num, num),
    ).fetchall():
        set_gone(db, older)


def set_gone(db: Connection, num: int) -> None:
    """Mark a backup as gone, in the caller's transaction, and erase its path, size, hash and head.

    The path would reveal whose stick or whose house the backup was on. The number is kept: no other backup
    gets it.
    """
    db.execute(
        "UPDATE backup SET state = ?1, path = '', size = 0, sha256 = '', head_number = 0, head = x'',"
        " tested = NULL WHERE num = ?2",
        (GONE, num),
    )


def set_tested(db: Connection, sha256: str) -> int:
    """Mark all backups with this hash as successfully restored in a test, in the caller's transaction.

    Return the number of such backups.
    """
    cursor = db.execute(
        "UPDATE backup SET tested = ?, state = ? WHERE sha256 = ?", (int(time.time()), WHOLE, sha256)
    )
    return int(cursor.rowcount)


def rows(store: Store) -> list[BackupRow]:
    """Return the backups that may still exist, the latest first."""
    stored = store.db.execute(
        "SELECT num, time, path, size, sha256, head_number, head, state, tested FROM backup"
        " WHERE state <> ? ORDER BY num DESC",
        (GONE,),
    )
    return [
        BackupRow(
            num=row[0],
            time=row[1],
            path=row[2],
            size=row[3],
            sha256=row[4],
            head=Head(row[5], bytes(row[6])),
            state=row[7],
            tested=row[8],
        )
        for row in stored
    ]
