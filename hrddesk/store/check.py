"""Look at a whole vault and name everything that is not as it was written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from hrddesk.errors import HrdDeskError
from hrddesk.jobs import Job
from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId, Version
from hrddesk.store import database
from hrddesk.store.history import Head, digest, state_of
from hrddesk.store.store import Store

Found = TypeVar("Found")

_STEPS: Final = 5


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is wrong: a code that stays the same, and words for a person."""

    code: str
    where: str
    message: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found. Counts are of live records, in a case or not."""

    counts: dict[Kind, int]
    head: Head
    damage: list[Damage]

    @property
    def ok(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.damage


def check(store: Store, alarms: list[str], job: Job) -> CheckReport:
    """Check pages, chain, every record against its latest digest, and every evidence file.

    `alarms` are what opening found about head.bin and keys.bin. Nothing is changed.
    """
    damage = [Damage("rollback", "head.bin or keys.bin", alarm) for alarm in alarms]
    job.step(0, _STEPS)
    for words in database.page_damage(store.db):
        damage.append(Damage("page", "db.sqlite", words))
    job.step(1, _STEPS)
    for number in _or_damage(store.history.broken_links, damage, "history"):
        damage.append(
            Damage("history", f"row {number}", f"row {number} of the history was removed or altered")
        )
    job.step(2, _STEPS)
    damage += _or_damage(lambda: list(_altered(store)), damage, "records")
    job.step(3, _STEPS)
    for sha256 in _or_damage(lambda: store.blobs.damaged(Job()), damage, "evidence"):
        damage.append(Damage("evidence", sha256[:12], f"evidence {sha256[:12]} is missing or damaged"))
    job.step(4, _STEPS)
    counts = {kind: _count(store, kind) for kind in Kind}
    head = store.history.head()
    job.step(_STEPS, _STEPS)
    return CheckReport(counts, head, damage)


def _or_damage(look: Callable[[], list[Found]], damage: list[Damage], where: str) -> list[Found]:
    """Do one part of the check; a page that cannot be read there is a finding, not the end of the check."""
    try:
        with database.translated():
            return look()
    except HrdDeskError as error:
        damage.append(Damage("unreadable", where, f"the {where} cannot be read to the end: {error.what}"))
        return []


def _count(store: Store, kind: Kind) -> int:
    return store.tables.count(kind)


def _altered(store: Store) -> Iterator[Damage]:
    """Compare every record with the digest that its latest change left in the history."""
    known: set[RecordId] = set()
    for record_id, number, expected, salt in store.history.latest_digests():
        known.add(record_id)
        version = store.version(record_id)
        if salt is None:
            if store.find(record_id) is not None:
                yield Damage("record", record_id, f"record {record_id[:8]} is here though it was forgotten")
            continue
        state = state_of(store.find(record_id), version or Version())
        if digest(bytes(salt), record_id, state) != expected:
            yield Damage(
                "record",
                record_id,
                f"record {record_id[:8]} is not as change {number} left it: put back or altered",
            )
    rows = store.db.execute("SELECT id FROM record")
    for (record_id,) in rows:
        if record_id not in known:
            yield Damage(
                "record", record_id, f"record {record_id[:8]} has no history: it was put in from outside"
            )
