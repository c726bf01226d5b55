"""An acceptance that is undone leaves every table as it was, but for what remembers that it was done."""

import os
from pathlib import Path
from typing import Any, Final

import pytest

from hrddesk.actions.analysis import duplicates
from hrddesk.actions.records import evidence
from hrddesk.bundle.merging.merge import Side
from hrddesk.bundle.review import acceptance
from hrddesk.records.model.kinds import SPECS, Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Cancelled, Job
from tests.filled import full_record, saying
from tests.unit.bundle.forge import Desks
from tests.unit.bundle.hands import ONE, THREE, TWO, case, content, delete, hand_over, put

# What was done is remembered, and the counter of changes never goes back; of an index the rows say how it
# was written, and what is found is asked for besides.
_REMEMBERS: Final = {"history", "history_content"}
_OF_INDEXES: Final = "search_"


def _of_every_kind(word: str) -> list[Record]:
    say = saying(f"{word} {{}}", ONE)
    made = {
        spec: full_record(spec.kind, RecordId(f"{at:032x}"), say) for at, spec in enumerate(SPECS.values())
    }
    # A forward is made by merging people.
    return [record for spec, record in made.items() if spec.kind is not Kind.FORWARD and spec.travels]


def _tables(session: Session) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables, but for those of above."""
    db = session.store.db
    names = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    made = {name: list(db.execute(f'SELECT * FROM "{name}"')) for name in names if name not in _REMEMBERS}
    made = {name: rows for name, rows in made.items() if not name.startswith((_OF_INDEXES, "sqlite_"))}
    made["setting"] = [row for row in made["setting"] if row[0] != "counter"]
    rows = db.execute(
        "SELECT id, kind, deleted, json_remove(unpacked(state), '$.record') FROM record r"
        " JOIN history_content c ON c.num = r.history WHERE deleted < 2"
    )
    # A text that comes back has another number, by which the index names it.
    made["long_text"] = list(db.execute("SELECT owner, field, text FROM long_text"))
    made["record"] = list(rows)  # one that was never here leaves its id; each names its last row of history
    return {name: sorted(rows, key=repr) for name, rows in made.items()}


def _found(session: Session) -> object:
    search = session.store.search
    return sorted(search.by_text("two note")), [sorted(search.by_name(name)) for name in ("theirs", "two")]


@pytest.mark.parametrize("take", list(Side))
def test_undo_leads_back_to_the_same_dump(desks: Desks, tmp_path: Path, take: Side) -> None:
    people = [
        Record(kind=Kind.PARTY, id=record).with_elements("names", [{"name": record[:1]}])
        for record in (TWO, THREE)
    ]
    gone = RecordId("4" * 32)
    put(desks.documenter, case(), case(gone), *people, *_of_every_kind("one"))
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    put(desks.documenter, case(title="theirs"), *_of_every_kind("two"))
    put(desks.coordinator, case(title="ours"))
    duplicates.merge(desks.documenter, TWO, THREE)
    delete(desks.documenter, gone)
    for name, size in (("small", 100), ("large", 100_000)):
        (tmp_path / name).write_bytes(os.urandom(size))
        evidence.add(desks.documenter, ONE, tmp_path / name, Job())
    number = hand_over(desks, tmp_path).review
    before, held = _tables(desks.coordinator), content(desks.coordinator)
    found = _found(desks.coordinator)
    acceptance.accept(desks.coordinator, number, None, Job(), take=take, loosen=True)
    changed = {name for name, rows in _tables(desks.coordinator).items() if rows != before[name]}
    assert {"case_file", "forward", "evidence", "blob", "staged_blob", "long_text", "term"} <= changed
    assert _found(desks.coordinator) != found
    acceptance.undo(desks.coordinator, number)
    assert _tables(desks.coordinator) == before
    assert content(desks.coordinator) == held
    assert _found(desks.coordinator) == found


def test_undo_says_how_far_it_is_and_leaves_all_accepted_where_it_is_cancelled(
    desks: Desks, tmp_path: Path
) -> None:
    """Ten thousand cases take a minute or two."""
    many = [case(RecordId(f"{number:032x}")) for number in range(1, 300)]
    put(desks.documenter, *many)
    number = hand_over(desks, tmp_path).review
    acceptance.accept(desks.coordinator, number, [record.id for record in many[:150]], Job())
    acceptance.accept(desks.coordinator, number, None, Job())
    before = _tables(desks.coordinator)
    steps: list[tuple[int, int]] = []

    def note(done: int, total: int) -> None:
        steps.append((done, total))
        if len(steps) == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        acceptance.undo(desks.coordinator, number, Job(note))
    assert _tables(desks.coordinator) == before
    assert acceptance.undo(desks.coordinator, number, Job(lambda *step: steps.append(step))).changes.cases
    shares = [done / total for done, total in steps[4:]]
    assert shares == sorted(set(shares))
    assert shares[0] == 0
    assert 0.5 < shares[-1] < 1
