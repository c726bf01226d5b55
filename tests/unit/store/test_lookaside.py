"""The database has its small pieces of memory at hand, also while hundreds of statements are kept ready."""

import ctypes
import subprocess
import sys
from pathlib import Path

import pytest

from hrddesk.session import Session
from hrddesk.store import lookaside

_BESIDE_SINCE_ALL_WERE_TAKEN = 6  # SQLITE_DBSTATUS_LOOKASIDE_MISS_FULL
_HEAD = 2 * ctypes.sizeof(ctypes.c_void_p)  # of an object of Python; behind it a connection has SQLite's own

_ONCE = """
import sqlcipher3._sqlite3
from hrddesk.store import lookaside
print(lookaside.enlarge(sqlcipher3._sqlite3.__file__))
from hrddesk.store import database
print(database.cipher_version() != "")
"""


def _misses(session: Session, library: str) -> int:
    db = ctypes.c_void_p.from_address(id(session.store.db) + _HEAD)
    now, most = ctypes.c_int(), ctypes.c_int()
    status = ctypes.CDLL(library).sqlite3_db_status
    assert status(db, _BESIDE_SINCE_ALL_WERE_TAKEN, ctypes.byref(now), ctypes.byref(most), 0) == 0
    return most.value


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it is enlarged on Linux only")
def test_no_piece_is_asked_for_elsewhere_while_many_statements_are_ready(session: Session) -> None:
    import sqlcipher3._sqlite3 as module

    db = session.store.db
    for number in range(200):
        db.execute(f"SELECT value, {number} FROM setting WHERE name = ?", ("line",)).fetchall()
    before = _misses(session, module.__file__)
    with session.store.change("test") as change:
        for number in range(500):
            change.set_setting(f"test.{number}", "a value")
    assert _misses(session, module.__file__) == before


def test_a_library_that_cannot_be_told_is_left_alone(tmp_path: Path) -> None:
    assert lookaside.enlarge(str(tmp_path / "none.so")) is False
    assert lookaside.enlarge("libc.so.6") is False


def test_elsewhere_nothing_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert lookaside.enlarge("libc.so.6") is False


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it is enlarged on Linux only")
def test_it_is_taken_and_the_library_encrypts_afterwards() -> None:
    done = subprocess.run([sys.executable, "-c", _ONCE], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True"]
