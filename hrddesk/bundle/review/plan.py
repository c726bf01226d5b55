"""The result of accepting a record: by the merge rule and the user's choices, and never visible to more
people.

All records are planned before any is stored, so that nothing is stored if one of them needs a decision.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hrddesk.bundle.merging import level_changes
from hrddesk.bundle.merging.merge import Merge, PartVerdict, Side, outcome, resolve
from hrddesk.bundle.merging.own_versions import our_versions, was_before, written_apart
from hrddesk.bundle.merging.version_bounds import Vouched, compared
from hrddesk.bundle.review import review_reasons
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.model.versions import WHOLE, Version
from hrddesk.store.exchange.contacts import BundleRow
from hrddesk.store.records.change import Change
from hrddesk.store.records.forwarding import all_forwards
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session

_NOTHING: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptancePlan:
    """The planned result for one record."""

    merged: Merge
    choices: Mapping[str, Side]
    floor: Record | None = None
    """The state that the record may not be more open than; None if there is no such limit."""
    keeps: bool = False
    """Whether the record keeps a stricter level than the sender's, or its people, case or kind."""
    wrote_apart: Collection[str] | None = None
    """For a record that was merged into another: see `Change.wrote_apart`."""

    def carry_out(self, change: Change) -> None:
        """Store the planned result.

        If the plan restores a record and has a `floor`, a further change of this desk follows: it lets no
        more people see the record than see `floor`.
        """
        if self.wrote_apart is not None:
            change.wrote_apart[self.merged.id] = self.wrote_apart
        if not self.merged.learns and not self.choices:
            return
        record, version = resolve(self.merged, self.choices, change.next_dot)
        if version.deleted:
            change.delete_version(record, version)
        else:
            change.put_version(record, version)
            if self.floor is not None:
                change.put(level_changes.as_closed_as(self.floor, record))

    def contents(self) -> Collection[str]:
        """Return the SHA-256 that the planned record of evidence names, or nothing for other records."""
        record = outcome(self.merged, self.choices) if self.merged.kind is Kind.EVIDENCE else None
        return _NOTHING if record is None else {record.text("sha256")}


class Planner:
    """Plans the results for records that were received together.

    `choices` decides part by part; remaining conflicts go to the side of `take`. `loosen` allows more people
    to see the records.
    """

    def __init__(
        self,
        session: Session,
        bundle: BundleRow,
        came: Sequence[tuple[Record, Version]],
        choices: Mapping[RecordId, Mapping[str, Side]],
        *,
        take: Side | None,
        loosen: bool,
    ) -> None:
        self._store = session.store
        self._vouched = Vouched(session.store, bundle, session.line)
        self._ours = our_versions(session.store, [record.id for record, _ in came])
        self._gone, self._forwarded = _forwarded(session.store, [record for record, _ in came])
        self._choices, self._take, self._loosen = choices, take, loosen

    def plan(self, record: Record, version: Version) -> AcceptancePlan | None:
        """Return the planned result for one record, or None if the user has to decide first."""
        merged = compared(self._vouched, self._ours.get(record.id), (record, version))
        choices = dict(self._choices.get(record.id, {}))
        disputed, apart = merged.parts[0].verdict is PartVerdict.CONFLICT, None
        if disputed and record.id in self._gone:
            if not version.deleted:
                apart = written_apart(self._store, (record, version))
            choices.setdefault(WHOLE, _alive(merged))  # a side for all is none for dropping what it says
        sides = _with_side(merged, choices | level_changes.protecting(merged), self._take)
        if disputed and record.id in self._forwarded:
            sides.setdefault(WHOLE, _alive(merged))
        if any(part.part not in sides for part in merged.conflicts):
            return None
        sides = review_reasons.keeping_content(merged, sides)
        if self._loosen:
            return AcceptancePlan(merged=merged, choices=sides, wrote_apart=apart)
        floor = was_before(self._store, merged)
        keeps = level_changes.loosened(merged, sides, floor) or level_changes.regrouped(merged, sides, floor)
        if keeps:
            merged, sides = level_changes.keeping(merged, sides)
        return AcceptancePlan(merged=merged, choices=sides, floor=floor, keeps=bool(keeps), wrote_apart=apart)


def _with_side(merged: Merge, choices: Mapping[str, Side], take: Side | None) -> dict[str, Side]:
    sides = dict(choices)
    if take is not None:
        for part in merged.conflicts:
            sides.setdefault(part.part, take)
    return sides


def _forwarded(store: Store, came: Collection[Record]) -> tuple[set[RecordId], set[RecordId]]:
    """Return the ids of the merged records, and these together with the ids of the surviving records.

    Merges count whether they are known here or arrived in the bundle.
    """
    forwards = [record for record in came if record.kind is Kind.FORWARD]
    pairs = {RecordId(record.text("merged")): RecordId(record.text("kept")) for record in forwards}
    here = all_forwards(store.db)
    merged = pairs.keys() | here.keys()
    return merged, {*merged, *pairs.values(), *here.values()}


def _alive(merged: Merge) -> Side:
    """Return the side on which a record still exists; its content goes to the surviving record."""
    return Side.THEIRS if merged.parts[0].ours is True else Side.OURS
