"""A desk as the model has it: a vault, what it knows of the cases, and what it read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from hrddesk.bundle.merging.merge import PartVerdict, Side
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.model.versions import WHOLE
from hrddesk.store.records import outgoing
from hrddesk.store.vault.session import Session
from tests.unit.bundle.causal import Compared, Known

TYPED = re.compile(r"w\d{5}")
"""What a word that somebody typed looks like: each is typed once, or once more by another desk."""


@dataclass(frozen=True)
class Stick:
    """A bundle on its way: who wrote it for whom, in which life, and what it says of the cases."""

    path: Path
    sender: int
    reader: int
    line: str
    known: Mapping[RecordId, Known]
    counted: Mapping[RecordId, int]
    """How far the sender had counted, by what each record says."""


@dataclass
class Reading:
    """A bundle in the review queue, and what the cases were before each acceptance."""

    stick: Stick
    accepted: set[RecordId] = field(default_factory=set)
    before: list[dict[RecordId, Known | None]] = field(default_factory=list)
    state: str = "open"
    kept: set[RecordId] | None = None
    """Of which records it still has what came, since the others were rejected; None for all."""

    @property
    def counted(self) -> int:
        """How far the sender says to have counted, by the records that the review still has."""
        has = self.stick.counted if self.kept is None else self.kept
        return max((self.stick.counted[record_id] for record_id in has), default=0)


@dataclass
class Desk:
    """A vault, and what the model says of it."""

    session: Session
    known: dict[RecordId, Known] = field(default_factory=dict)
    readings: dict[int, Reading] = field(default_factory=dict)

    def memory(self) -> tuple[dict[RecordId, Known], dict[int, Reading]]:
        """A copy of what it knows, as a backup has it."""
        kept = {
            number: replace(item, accepted=set(item.accepted), before=list(item.before))
            for number, item in self.readings.items()
        }
        return dict(self.known), kept

    def believed(self, stick: Stick, record_id: RecordId) -> Known | None:
        """What it knows of a record beside a bundle: what it knows of the sender's changes on hearsay alone,
        while the sender himself never told of so many, is not believed to be all that there was."""
        mine = self.known.get(record_id)
        if mine is None:
            return None
        claimed, line = mine.counted(stick.line), stick.line
        if claimed <= stick.known[record_id].counted(line):
            return mine
        told = [
            item
            for item in self.readings.values()
            if (item.stick.sender, item.stick.line) == (stick.sender, line)
        ]
        others = [item.counted for item in told if item.stick is not stick]
        here = next((item.counted for item in told if item.stick is stick), 0)
        if here < claimed <= max(others, default=0):
            return mine
        taken = [item.stick.known[record_id].counted(line) for item in told if record_id in item.accepted]
        return mine.without_hearsay(line, max(taken, default=0))


def decided(
    found: Mapping[str, Compared], given: Mapping[str, Side], take: Side | None
) -> dict[str, Side] | None:
    """The choices with one side for the conflicts that are left, None where one is still open."""
    wanted = dict(given)
    conflicts = {name for name, part in found.items() if part.verdict is PartVerdict.CONFLICT}
    for name in {WHOLE} & conflicts or conflicts:
        if name not in wanted and take is None:
            return None
        wanted.setdefault(name, take or Side.OURS)
    return wanted


def facts_of(session: Session) -> dict[RecordId, Record]:
    """All that a desk says, whoever wrote it; deleted records are empty."""
    store = session.store
    return {record.id: record for record, _ in outgoing.read(store, outgoing.everything(store))}


def words(value: object) -> set[str]:
    return set(TYPED.findall(str(value)))
