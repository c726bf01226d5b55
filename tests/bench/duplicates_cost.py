"""Row 15: what may be here twice. Only the tables that are compared are filled, without any history."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from library import name_of
from table import Row, milliseconds

from hrddesk.actions.analysis import duplicate_search
from hrddesk.crypto.kdf import FLOOR
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, ElementId, Record, RecordId
from hrddesk.store.queries.record_names import RecordNames
from hrddesk.store.queries.search_terms import name_text
from hrddesk.store.vault.session import Session

PASSPHRASE = "granite lantern orbit velvet"
MOST_SECONDS = 10
_TWICE = 50
"""One of so many people is there a second time, under one name alone and with the same event."""
_TYPES = ("detained", "arrested", "released", "tried")


def rows(sizes: list[int]) -> Iterator[Row]:
    """Measure at each number of people how long it takes to find those who are there twice."""
    for people in sizes:
        with tempfile.TemporaryDirectory() as name, _filled(Path(name), people) as session:
            begin = time.process_time()
            found = duplicate_search.candidates(session.store)
            taken = time.process_time() - begin
            twins = {(item.one, item.other) for item in found}
            missed = sum(
                (_id(2, number), _id(3, number)) not in twins
                and (_id(3, number), _id(2, number)) not in twins
                for number in range(0, people, _TWICE)
            )
            said = f"{milliseconds(taken)}, {len(found):,} pairs, {missed} missed"
            holds = taken <= MOST_SECONDS and not missed
            yield Row(15, f"{people:,} people: duplicates", said, "", None, f"<= {MOST_SECONDS} s", holds)


def _filled(folder: Path, people: int) -> Session:
    """Make a vault with so many people, each with an event; each fiftieth is there twice."""
    session, _ = Session.create(folder / "duplicates.hrdv", PASSPHRASE, FLOOR)
    db = session.store.db
    everybody = [*((2, number) for number in range(people)), *((3, n) for n in range(0, people, _TWICE))]
    called: list[tuple[int, RecordId, str]] = []
    db.execute("BEGIN IMMEDIATE")
    for kind, of_kind in (("party", 0), ("event", 2), ("case", 4)):
        db.executemany(
            "INSERT INTO record (id, kind, history) VALUES (?,?,0)",
            ((_id(twin + of_kind, number), kind) for twin, number in everybody),
        )
    numbers = dict(db.execute("SELECT id, num FROM record"))
    for twin, number in everybody:
        party, event, case = (_id(twin + step, number) for step in (0, 2, 4))
        latin, chinese = name_of(number)
        given = [chinese] if twin == 3 else [latin, chinese]
        named: dict[ElementId, Element] = {
            ElementId(str(at)): {"name": name, "pos": at} for at, name in enumerate(given)
        }
        text = name_text(Record(kind=Kind.PARTY, id=party, fields={}, lists={"names": named}))
        db.execute("INSERT INTO party (id, kind, ref) VALUES (?,'person',?)", (party, f"BENCH-P{number}"))
        db.executemany(
            "INSERT INTO party_name (owner, id, pos, name) VALUES (?,?,?,?)",
            ((party, str(at), at, name) for at, name in enumerate(given)),
        )
        called.append((numbers[party], party, text))
        db.execute("INSERT INTO case_file (id, title) VALUES (?,?)", (case, given[0]))
        db.execute(
            "INSERT INTO case_party (owner, id, pos, party, role) VALUES (?,'0',0,?,'subject')", (case, party)
        )
        db.execute(
            'INSERT INTO event (id, "case", type, date, place_text) VALUES (?,?,?,?,?)',
            (event, case, _TYPES[number % 4], _day(number), f"District {number % 97}"),
        )
        db.execute(
            "INSERT INTO event_party (owner, id, pos, party, role) VALUES (?,'0',0,?,'victim')",
            (event, party),
        )
    RecordNames(db).put(Kind.PARTY, sorted(called))
    db.execute("COMMIT")
    return session


def _id(kind: int, number: int) -> RecordId:
    return RecordId(f"{(number * 2_654_435_761) % 2**32:08x}{kind:08x}{number:016x}")


def _day(number: int) -> str:
    return f"{2001 + number * 7 % 19}-{1 + number % 12:02d}-{1 + number // 11 % 28:02d}"
