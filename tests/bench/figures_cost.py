"""Row 4: statistics. Only the tables that figures are counted over are filled, without any history."""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from table import ROUNDS, Row, milliseconds

from hrddesk.actions.analysis import figures, statuses
from hrddesk.analysis.figures.figure_questions import FigureQuestion, asked
from hrddesk.crypto.kdf import FLOOR
from hrddesk.store.vault.session import Session

PASSPHRASE = "granite lantern orbit velvet"
MOST_MS = 300
MOST_MS_OF_MANY = 2_500
_TYPES = ("detained", "arrested", "sentenced", "released", "summoned", "tried")
_MEASURES = ("pretrial", "rsdl", "administrative", "imprisonment", None)
_ETHNIC = ("han", "hui", "tibetan", "uyghur", None)
_QUESTIONS: dict[str, FigureQuestion] = {
    "cases by type of event": asked(by=["type"]),
    "persons by ethnic group, detained in 2010": asked(
        unit="persons", where=["type=detained", "date=2010"], by=["ethnicity"]
    ),
    "cross table, persons": asked(unit="persons", by=["ethnicity", "measure"]),
    "union without double counting": asked(
        any_of=[["type=detained", "measure=rsdl"], ["type=arrested"]],
        without=[["type=released", "date=2012"]],
    ),
    "events by month": asked(unit="events", by=["month"]),
    "persons by status today": asked(unit="persons", by=["status"]),
    "cross table of cases by status and type": asked(by=["status", "type"]),
    "persons by status, as of a day in the past": asked(unit="persons", by=["status"], as_of="2010-12-31"),
}


def rows(sizes: list[int]) -> Iterator[Row]:
    """Measure at each number of cases every question, each time through a fresh connection."""
    for cases in sizes:
        with tempfile.TemporaryDirectory() as name, _filled(Path(name), cases) as session:
            kept = _cpu(lambda: _keep_statuses(session))
            yield Row(4, f"{cases:,} cases: statuses of today, once", milliseconds(kept), "", None, "", True)
            most = MOST_MS if cases <= 10_000 else MOST_MS_OF_MANY
            for what, question in _QUESTIONS.items():
                taken = statistics.median(_cold(session, question) for _ in range(ROUNDS))
                holds = taken * 1000 <= most
                yield Row(
                    4, f"{cases:,} cases: {what}", milliseconds(taken), "", None, f"<= {most} ms", holds
                )


def _keep_statuses(session: Session) -> None:
    while statuses.keep_current(session.store):
        pass


def _cold(session: Session, question: FigureQuestion) -> float:
    with closing(session.reader()) as reader:
        return _cpu(lambda: figures.ask(reader, question))


def _cpu(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def _filled(folder: Path, cases: int) -> Session:
    """Make a vault with so many cases, 1.5 people and 4 events a case."""
    session, _ = Session.create(folder / "figures.hrdv", PASSPHRASE, FLOOR)
    db = session.store.db
    people = [(number, case) for case in range(cases) for number in range(1 + case % 2)]
    happened = [(case, step) for case in range(cases) for step in range(4)]
    db.execute("BEGIN IMMEDIATE")
    for kind, ids in (
        ("case", (_id(1, case) for case in range(cases))),
        ("party", (_id(2 + number, case) for number, case in people)),
        ("event", (_id(4 + step, case) for case, step in happened)),
    ):
        db.executemany(
            "INSERT INTO record (id, kind, history) VALUES (?,?,0)",
            ((record, kind) for record in ids),
        )
    db.executemany("INSERT INTO case_file (id) VALUES (?)", ((_id(1, case),) for case in range(cases)))
    db.executemany(
        "INSERT INTO party (id, kind, ethnicity) VALUES (?,'person',?)",
        ((_id(2 + number, case), _ETHNIC[(case + number) % 5]) for number, case in people),
    )
    db.executemany(
        "INSERT INTO case_party (owner, id, pos, party, role) VALUES (?,?,?,?,'subject')",
        ((_id(1, case), str(number), number, _id(2 + number, case)) for number, case in people),
    )
    db.executemany(
        'INSERT INTO event (id, "case", type, measure, date) VALUES (?,?,?,?,?)',
        (
            (
                _id(4 + step, case),
                _id(1, case),
                _TYPES[(case + step) % 6],
                _MEASURES[(case + step) % 5],
                _day(case, step),
            )
            for case, step in happened
        ),
    )
    db.executemany(
        "INSERT INTO event_party (owner, id, pos, party, role) VALUES (?,'0',0,?,'victim')",
        ((_id(4 + step, case), _id(2, case)) for case, step in happened),
    )
    db.execute("COMMIT")
    return session


def _id(kind: int, number: int) -> str:
    return f"{(number * 2_654_435_761) % 2**32:08x}{kind:08x}{number:016x}"


def _day(case: int, step: int) -> str:
    return f"{2001 + case % 20}-{1 + (case + 3 * step) % 12:02d}" + (f"-{1 + case % 28:02d}" if step else "")
