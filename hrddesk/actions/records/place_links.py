"""The link from an event or person to a place, made when the typed words certainly mean one place."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from hrddesk.actions.records import places
from hrddesk.actions.records.gazetteer import Gazetteer
from hrddesk.interop.kit.import_plan import ImportPlan, Planned
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.names import shipped_places
from hrddesk.store.records import forwarding
from hrddesk.store.records.change import Change
from hrddesk.store.records.store import Store

_FIELDS: Final = {Kind.EVENT: ("place_text", "place"), Kind.PARTY: ("home_text", "home")}
"""For each kind of record, the field with the words for a place, and the field with the place itself."""


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """How many events and people of an import have words for a place, by what these words mean."""

    linked: int = 0
    """The number of events and people that were linked to a place by their words."""
    ambiguous: Counter[str] = field(default_factory=Counter)
    """Words that may mean several places, with their frequency; they were linked to none."""
    unknown: Counter[str] = field(default_factory=Counter)
    """Words that mean no known place, with their frequency."""

    @property
    def words(self) -> list[str]:
        """The words that were not linked to a place, the most frequent first."""
        return [words for words, _ in (self.ambiguous + self.unknown).most_common()]

    @property
    def total(self) -> int:
        """The number of events and people that have words for a place but no chosen place."""
        return self.linked + self.ambiguous.total() + self.unknown.total()


class PlaceLinker:
    """Links events and people to the places that their words mean; all places are read once, when needed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._coming: Sequence[Record] = ()
        self._meant: dict[str, Sequence[RecordId]] = {}
        self.lacking: dict[RecordId, Record] = {}
        """The linked shipped places that the vault lacks, each after the place that contains it."""

    def linked(self, before: Record | None, record: Record) -> Record:
        """Return an event or a person, linked to the place that its words mean if the words changed.

        A place that was linked by the former words is replaced or removed; a place that a user chose stays.
        """
        if record.kind not in _FIELDS:
            return record
        text_field, field = _FIELDS[record.kind]
        words, place = record.text(text_field), record.text(field)
        former = "" if before is None else before.text(text_field)
        if not words or words == former:
            return record
        if place and (before is None or place != before.text(field) or [*self.meant(former)] != [place]):
            return record
        meant = self.meant(words)
        if len(meant) == 1:
            self.lacking |= {record.id: record for record in self._places.chain(meant[0])}
        return record.with_fields(**{field: meant[0] if len(meant) == 1 else None})

    def over(self, plan: ImportPlan) -> tuple[ImportPlan, PlaceCount]:
        """Return a plan with its events and people linked to places, and how many were linked and how many
        not.

        The places may be new in the plan.
        """
        self._coming = [item.record for item in plan.planned if item.record.kind is Kind.PLACE]
        planned, count, linked = [], PlaceCount(), 0
        for item in plan.planned:
            record = item.record
            if record.kind in _FIELDS and item.is_changed:
                record = self.linked(item.before, record)
                linked += self._count(item, record, count)
            planned.append(item if record is item.record else replace(item, record=record))
        return replace(plan, planned=tuple(planned)), replace(count, linked=linked)

    def meant(self, words: str) -> Sequence[RecordId]:
        """Return the places that words can mean; see `Gazetteer.meant`."""
        if words not in self._meant:
            self._meant[words] = self._places.meant(words)
        return self._meant[words]

    def _count(self, item: Planned, record: Record, count: PlaceCount) -> bool:
        text_field, field = _FIELDS[record.kind]
        words = record.text(text_field)
        was_there = item.before is not None and item.before.text(text_field) == words
        if not words or was_there or item.record.text(field):
            return False
        if not record.text(field):
            (count.ambiguous if self.meant(words) else count.unknown)[words] += 1
        return bool(record.text(field))

    @cached_property
    def _places(self) -> Gazetteer:
        return Gazetteer(self._store, with_shipped=True, coming=self._coming)


def linked(store: Store, change: Change, before: Record | None, record: Record) -> Record:
    """Return a record linked to the place that its words mean; a missing shipped place is added to the
    vault.
    """
    linker = PlaceLinker(store)
    record = linker.linked(before, record)
    for place in linker.lacking.values():
        change.put(place)
    return record


def take_in_used(store: Store, change: Change) -> None:
    """Add again each shipped place that an undo removed although other records use it."""
    for place in change.changes.others & shipped_places.listed().keys():
        if store.find(place) is None and forwarding.names_any(store.db, [place]):
            places.take_in(store, change, place)
