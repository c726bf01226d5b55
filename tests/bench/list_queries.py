"""One side of rows 1, 2 and 3, a process of its own: `list_queries.py SIDE PATH`.

SIDE is `keyed` (a vault), or `secure` or `plain` (a database without key). `secure` wipes and locks its
memory as the keyed one does (cipher_memory_security): a switch of the whole process, hence a
process for each. Reads the name of a measurement from each line of standard input and answers with seconds of
CPU.
"""

import gc
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import library
import sqlcipher3

from hrddesk.actions.records import cases
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.store.database import connection
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system import files, lockdown

PAGE = 128


def unkeyed_store(path: Path, *, memory_security: bool, writing: bool = False) -> Store:
    """Open an unkeyed database with all settings of ours that are not about the key.

    What is written changes a head beside it, as ours does.
    """
    db = sqlcipher3.connect(str(path), isolation_level=None, cached_statements=512)
    db.execute(f"PRAGMA cipher_memory_security = {'ON' if memory_security else 'OFF'}")
    for name, value, _ in connection._SETTINGS:
        if name != "page_size":
            db.execute(f"PRAGMA {name} = {value}")
    head = path.with_name(f"{path.name}.head")
    store = Store(db, bytes(32), cast(Any, None), lambda it: files.replace(head, it.mac + bytes(48)))
    if writing:
        store.ledger.watch()
    else:
        db.execute("PRAGMA query_only = ON")
    return store


@dataclass(frozen=True)
class Unkeyed:
    """Stands for a session: actions that change records use its store only."""

    store: Store


class Measurements:
    """What a person waits for, each with how often it is done within one measurement."""

    def __init__(self, new_store: Callable[[], Store], writer: Session) -> None:
        self._new_store = new_store
        self._writer = writer
        self._store = new_store()
        self._ids = cases.list_ids(self._store, cases.CaseQuery())
        self._next = 0

    def ids(self) -> None:
        cases.list_ids(self._store, cases.CaseQuery(sort="last_event", descending=True))

    def page(self) -> None:
        self._next = (self._next + 7 * PAGE) % max(1, len(self._ids) - PAGE)
        cases.rows(self._store, self._ids[self._next : self._next + PAGE])

    def filter(self) -> None:
        self._next = (self._next + 7) % len(self._ids)
        cases.list_ids(self._store, cases.CaseQuery(text=library.name_of(self._next)[1]))

    def open(self) -> None:
        self._next = (self._next + 7) % min(PAGE, len(self._ids))  # those in sight: no cache holds 100,000
        cases.detail(self._store, self._ids[self._next])

    def new(self) -> None:
        store = self._new_store()
        cases.first_rows(store, cases.CaseQuery(), PAGE)  # as the list of the window begins
        store.close()

    def save(self) -> None:
        """Save one case as its form does, with one more sentence in its narrative."""
        self._next = (self._next + 7) % len(self._ids)
        case = self._store.get(self._ids[self._next])
        narrative = f"{case.text('narrative')[:2900]} {self._next}"
        cases.edit(self._writer, case.id, {"narrative": narrative, "note": f"saved {self._next}"})

    def warm(self) -> None:
        """Do once all that is measured warm."""
        for start in range(0, len(self._ids), PAGE):
            cases.rows(self._store, self._ids[start : start + PAGE])
        for case_id in self._ids[:PAGE]:
            cases.detail(self._store, case_id)
        for work in (self.ids, self.filter, self.new):
            work()

    def measure(self, name: str, times: int) -> float:
        """Return the seconds of CPU that doing it once takes."""
        work = getattr(self, name)
        begin = time.process_time_ns()
        for _ in range(times):
            work()
        return (time.process_time_ns() - begin) / times / 1e9


def main(side: str, path: Path) -> None:
    """Answer until standard input ends."""
    lockdown.engage()  # as whatever the program starts: what is locked once stays locked, on all sides
    # Every process with a vault had threads since its key was derived, and the C library counts with other
    # ones from the first on: each piece of memory costs more, with a key or without.
    first = threading.Thread(target=lambda: None)
    first.start()
    first.join()
    if side == "keyed":
        session = Session.open(path, PassphraseSecret(library.PASSPHRASE))
        measurements = Measurements(session.reader, session)
    else:
        secure = side == "secure"
        writer = Unkeyed(unkeyed_store(path, memory_security=secure, writing=True))
        measurements = Measurements(
            lambda: unkeyed_store(path, memory_security=secure), cast(Session, writer)
        )
    measurements.warm()
    gc.collect()
    gc.freeze()  # what the opening of a vault left is not looked through in the middle of a measurement
    for line in sys.stdin:
        name, times = line.split()
        print(measurements.measure(name, int(times)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
