"""The places of events from their words: a place that they certainly mean is linked at once."""

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
"""The words of a record that say a place, and the place itself."""


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """The numbers of events and people in an import with words for a place, by the result for these words."""

    linked: int = 0
    """Events and people that were linked to a place by their words."""
    ambiguous: Counter[str] = field(default_factory=Counter)
    """Words that may mean several places, each with its frequency; no place was linked."""
    unknown: Counter[str] = field(default_factory=Counter)
    """Words that mean no place that is known."""

    @property
    def words(self) -> list[str]:
        """The words that stay without a place, the most frequent first."""
        return [words for words, _ in (self.ambiguous + self.unknown).most_common()]

    @property
    def total(self) -> int:
        """How many had words and no place."""
        return self.linked + self.ambiguous.total() + self.unknown.total()


class PlaceLinker:
    """Links events; reads all places once, when the first words are looked at."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._coming: Sequence[Record] = ()
        self._meant: dict[str, Sequence[RecordId]] = {}
        self.lacking: dict[RecordId, Record] = {}
        """The linked shipped places that the vault lacks, each after the one that contains it."""

    def linked(self, before: Record | None, record: Record) -> Record:
        """Return an event or a person with the place that the words mean, if these are new.

        A place that former words meant goes with these words; one that somebody chose stays.
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
        """Return a plan with its events linked, also to its own places, and the numbers."""
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
        """Return the places that words can mean."""
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
    """Return a record with the place that its words mean, which is added to the vault if it is missing."""
    linker = PlaceLinker(store)
    record = linker.linked(before, record)
    for place in linker.lacking.values():
        change.put(place)
    return record


def take_in_used(store: Store, change: Change) -> None:
    """Add again a shipped place that an undone act had added and other records use."""
    for place in change.changes.others & shipped_places.listed().keys():
        if store.find(place) is None and forwarding.names_any(store.db, [place]):
            places.take_in(store, change, place)
