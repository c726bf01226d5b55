"""The database has its small pieces of memory at hand, also while hundreds of statements are kept ready."""

import ctypes
import subprocess
import sys
from contextlib import closing

import pytest

from hrddesk.actions.records import cases
from hrddesk.actions.records.cases import CaseQuery
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.lookaside import Lookaside
from hrddesk.store.vault.session import Session

_BESIDE_SINCE_ALL_WERE_TAKEN = 6  # SQLITE_DBSTATUS_LOOKASIDE_MISS_FULL
_HEAD = 2 * ctypes.sizeof(ctypes.c_void_p)  # of an object of Python; behind it a connection has SQLite's own

_ONCE = """
import sqlcipher3._sqlite3
from hrddesk.store.database import connection as database
print(database._LOOKASIDE.taken)
print(database.cipher_version() != "")
"""


def _misses(connection: Connection) -> int:
    import sqlcipher3._sqlite3 as module

    db = ctypes.c_void_p.from_address(id(connection) + _HEAD)
    now, most = ctypes.c_int(), ctypes.c_int()
    status = ctypes.CDLL(module.__file__).sqlite3_db_status
    assert status(db, _BESIDE_SINCE_ALL_WERE_TAKEN, ctypes.byref(now), ctypes.byref(most), 0) == 0
    return most.value


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it is enlarged on Linux only")
def test_no_piece_is_asked_for_elsewhere_while_many_statements_are_ready(session: Session) -> None:
    db = session.store.db
    for number in range(200):
        db.execute(f"SELECT value, {number} FROM setting WHERE name = ?", ("line",)).fetchall()
    before = _misses(db)
    with session.store.change("test") as change:
        for number in range(500):
            change.set_setting(f"test.{number}", "a value")
    assert _misses(db) == before


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it is enlarged on Linux only")
def test_the_smaller_block_of_what_reads_is_enough_for_the_list_a_case_and_a_search(session: Session) -> None:
    case_id = cases.create(session, {"title": "Paper", "narrative": "A paper at the gate."}).result
    with closing(session.reader()) as reader:
        for text in ("", "paper"):
            cases.rows(reader, cases.list_ids(reader, CaseQuery(text)))
        cases.detail(reader, case_id)
        assert _misses(reader.db) == 0


@pytest.mark.parametrize("library", ["none.so", "libc.so.6"])
def test_a_library_that_cannot_be_told_is_left_alone(library: str) -> None:
    lookaside = Lookaside(library)
    assert not lookaside.taken
    assert lookaside.many(lambda: "opened") == "opened"


def test_elsewhere_nothing_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not Lookaside("libc.so.6").taken


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it is enlarged on Linux only")
def test_it_is_taken_and_the_library_encrypts_afterwards() -> None:
    done = subprocess.run([sys.executable, "-c", _ONCE], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True"]
