"""The records about people as the vault has them now, or had them at the end of an earlier day."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from hrddesk.errors import InvalidDate
from hrddesk.errors.translatable import Translatable
from hrddesk.records.dates import dates
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.terms.words import Words
from hrddesk.store.database.database_errors import translated
from hrddesk.store.queries.whereabouts import local_day
from hrddesk.store.records.store import Store


def day_of(text: str, field: str) -> datetime.date:
    """Return the one day that a text names, today for an empty text; raise InvalidDate."""
    if not text.strip():
        return datetime.datetime.now().astimezone().date()
    date = dates.parse(text, field=field)
    if date.earliest is None or date.earliest != date.latest or date.doubtful:
        raise InvalidDate(field=field, why=Translatable("one certain day is needed, such as 2020-12-31"))
    return date.earliest


@dataclass(frozen=True)
class Knowledge:
    """The records as they are now or, with `known_on`, as they were in this vault at the end of that day.

    In events, a term that the desk added is replaced by the shipped term that it counts as, because
    computations know only shipped terms.
    """

    store: Store
    known_on: datetime.date | None = None
    admits: Callable[[Record], Record | None] | None = None
    """A function that returns the countable parts of a record, or None to leave it out. Without it everything
    is counted.
    """

    @property
    def is_apart(self) -> bool:
        """Whether these records may differ from the present content of the vault."""
        return self.known_on is not None or self.admits is not None

    @cached_property
    def _words(self) -> Words:
        """The vocabularies as they are now: a term that was merged since an earlier day has its present
        meaning.
        """
        return self.store.words()

    def _counted(self, record: Record) -> Record:
        return self._words.as_counted(record) if record.kind is Kind.EVENT else record

    def all(self, kind: Kind) -> Iterator[Record]:
        """Yield all records of a kind, without those whose content was erased."""
        for record in self._all(kind):
            admitted = record if self.admits is None else self.admits(record)
            if admitted is not None:
                yield self._counted(admitted)

    def _all(self, kind: Kind) -> Iterator[Record]:
        if self.known_on is None:
            records = self.store.all(kind)
            yield from self.store.whereabouts.dated(records) if kind is Kind.EVENT else records
            return
        with translated():
            for time, state in self.store.history.states_at(kind, end_of(self.known_on)):
                if state is not None:
                    record = replace(Record.from_json(state), recorded=local_day(time))
                    yield from self.store.whereabouts.situated([record])

    def parties(self, ids: Iterable[RecordId]) -> list[Record]:
        """Return the parties with these ids, in the order of `ids`; unknown ids are left out."""
        party_ids = list(ids)
        if not self.is_apart:
            return self.store.many(Kind.PARTY, party_ids)
        return [self._parties[party_id] for party_id in party_ids if party_id in self._parties]

    def events_of(self, party_id: RecordId) -> list[Record]:
        """Return the events in which a party has any role."""
        if not self.is_apart:
            return [self._counted(event) for event in self.store.events_of_party(party_id)]
        return self.events_by_party.get(party_id, [])

    @cached_property
    def events_by_party(self) -> Mapping[RecordId, list[Record]]:
        """The events of each party. All events are read at once, for questions about everybody."""
        events_by_id: dict[RecordId, list[Record]] = {}
        for event in self.all(Kind.EVENT):
            for party in dict.fromkeys(str(item.get("party")) for item in event.values("parties")):
                events_by_id.setdefault(RecordId(party), []).append(event)
        return events_by_id

    @cached_property
    def _parties(self) -> Mapping[RecordId, Record]:
        return {party.id: party for party in self.all(Kind.PARTY)}


def end_of(day: datetime.date) -> int:
    """Return the last second of a day of this computer's clock, in seconds since 1970."""
    if day >= datetime.date.max:
        return 2**62
    midnight = datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time())
    try:
        return int(midnight.astimezone().timestamp()) - 1
    except (OverflowError, ValueError, OSError):
        return -1 if day.year < 1970 else 2**62  # some systems know no such days
