"""Row 4: a page of the list of 1,000,000 cases, beside one of 1,000. Only the table of the list is filled."""

import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from table import ROUNDS, Row, milliseconds

from hrddesk.actions.records import cases
from hrddesk.crypto.kdf import FLOOR
from hrddesk.store.queries.case_list import CaseQuery
from hrddesk.store.vault.session import Session

PASSPHRASE = "granite lantern orbit velvet"
_SMALL, _LARGE, _MOST, _PAGE, _PAGES = 1_000, 1_000_000, 6, 128, 100


def rows() -> Iterator[Row]:
    """Measure pages at places by chance, in turns; and how long the ids take, of which a list loads all."""
    with tempfile.TemporaryDirectory() as name:
        sides = [_filled(Path(name) / f"{count}.hrdv", count) for count in (_SMALL, _LARGE)]
        stores = [session.reader() for session in sides]
        ids = [cases.list_ids(store, CaseQuery()) for store in stores]
        dice = random.Random(20200226)
        taken: tuple[list[float], list[float]] = ([], [])
        for _ in range(ROUNDS):
            for side, store in enumerate(stores):
                places = [dice.randrange(len(ids[side]) - _PAGE) for _ in range(_PAGES)]
                begin = time.process_time()
                for place in places:
                    cases.rows(store, ids[side][place : place + _PAGE])
                taken[side].append((time.process_time() - begin) / _PAGES)
        small, large = map(statistics.median, taken)
        begin = time.process_time()
        cases.list_ids(stores[1], CaseQuery())
        all_ids = time.process_time() - begin
        for store in stores:
            store.close()
        for session in sides:
            session.close()
    what = f"list page, {_LARGE:,} cases against {_SMALL:,}"
    ratio = large / small
    yield Row(4, what, milliseconds(large), milliseconds(small), ratio, f"<= {_MOST}x", ratio <= _MOST)
    yield Row(4, f"ids of the whole list, {_LARGE:,} cases", milliseconds(all_ids), "", None, "", True)


def _filled(vault: Path, count: int) -> Session:
    """Make a vault with so many rows of the list, in no order of their references."""
    session, _ = Session.create(vault, PASSPHRASE, FLOOR)
    dice = random.Random(20200226)
    references = list(range(count))
    dice.shuffle(references)
    ids = sorted(f"{dice.getrandbits(128):032x}" for _ in range(count))
    db = session.store.db
    indexes = db.execute(
        "SELECT name, sql FROM sqlite_master WHERE tbl_name = 'case_row' AND type = 'index' AND sql <> ''"
    ).fetchall()
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("BEGIN IMMEDIATE")
    for name, _ in indexes:
        db.execute(f"DROP INDEX {name}")
    db.executemany(
        "INSERT INTO case_row (id, ref, title, people, people_key, last_event, last_day)"
        " VALUES (?,?,?,?,?,?,?)",
        (
            (
                case,
                f"BENC-2026-{ref:07d}",
                f"Case of somebody {ref}",
                f"Somebody {ref} · 甲乙丙",
                f"somebody {ref}",
                "2020-02",
                737456 + ref % 9000,
            )
            for case, ref in zip(ids, references, strict=True)
        ),
    )
    for _, sql in indexes:
        db.execute(sql)
    db.execute("COMMIT")
    return session
