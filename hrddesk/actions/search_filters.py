"""What narrows a search: kind, period, place, charge, tag, status; and searches kept under a name."""

import json
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Final

from hrddesk.actions import statuses
from hrddesk.actions.places import Gazetteer
from hrddesk.errors import HrdDeskError, InvalidValue, RecordNotFound
from hrddesk.records import dates, names
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId, new_id
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from hrddesk.store.store import Store

ASKS: Final = "search"
"""What a saved query of this kind says that it asks for."""


@dataclass(frozen=True, slots=True, order=True)
class Wanted:
    """What is searched for. Each part that is set must hold; place, charge and period in one event.

    `period` is a date as forms take it, met by events that possibly fall into it. `status` is asked as of the
    day of the search.
    """

    text: str = ""
    kind: str = ""
    period: str = ""
    place: str = ""
    charge: str = ""
    tag: str = ""
    status: str = ""

    @property
    def narrows(self) -> bool:
        """Whether anything but the text and the kind is asked."""
        return any((self.period, self.place, self.charge, self.tag, self.status))


class Filter:
    """Tells of one record after the other whether it is wanted; reads words and places once."""

    def __init__(self, store: Store, wanted: Wanted, day: date) -> None:
        """Raise InvalidDate when the period is none, InvalidValue for a kind that there is not."""
        if wanted.kind and wanted.kind not in set(Kind):
            raise InvalidValue(field="kind", why=f"the kinds are: {', '.join(Kind)}")
        self._store, self._wanted, self._day = store, wanted, day
        self._period = dates.parse(wanted.period, field="period") if wanted.period else None
        self._place = names.normalise(wanted.place)
        self._charge = names.normalise(wanted.charge)
        self._tag = names.normalise(wanted.tag)
        self._charges = store.words().load("charge") if self._charge else None
        places = Gazetteer(store) if self._place else None
        found = places.find(wanted.place) if places is not None else []
        self._places = (
            {inner for row in found for inner in places.within(row.id)} if places is not None else set()
        )

    def __call__(self, record: Record) -> bool:
        """Tell whether a record is wanted."""
        if self._wanted.kind and record.kind.value != self._wanted.kind:
            return False
        if not self._wanted.narrows:
            return True
        cases = self._cases(record)
        if self._tag and not any(self._has_tag(case) for case in cases):
            return False
        of_events = self._period is not None or self._place or self._charge
        if of_events and not any(map(self._fits, self._events(record, cases))):
            return False
        return not self._wanted.status or self._has_status(record, cases)

    def _cases(self, record: Record) -> list[Record]:
        if record.kind is Kind.CASE:
            return [record]
        if record.kind is Kind.PARTY:
            return self._store.many(Kind.CASE, self._store.cases_of_party(record.id))
        return self._store.many(Kind.CASE, [RecordId(record.text("case"))] if record.text("case") else [])

    def _events(self, record: Record, cases: list[Record]) -> list[Record]:
        if record.kind is Kind.EVENT:
            return [record]
        if record.kind is Kind.PARTY:
            return self._store.events_of_party(record.id)
        return [event for case in cases for event in self._store.events_of_case(case.id)]

    def _has_tag(self, case: Record) -> bool:
        return any(self._tag == names.normalise(str(item.get("text") or "")) for item in case.values("tags"))

    def _fits(self, event: Record) -> bool:
        return self._is_in_period(event) and self._is_there(event) and self._has_charge(event)

    def _is_in_period(self, event: Record) -> bool:
        if self._period is None:
            return True
        try:
            when = dates.parse(event.text("date")) if event.text("date") else None
        except HrdDeskError:
            return False  # imported as it was typed; nobody knows when it was
        if when is None or (when.earliest is None and when.latest is None):
            return False
        first, last = self._period.earliest, self._period.latest
        too_early = first is not None and when.latest is not None and when.latest < first
        too_late = last is not None and when.earliest is not None and when.earliest > last
        return not (too_early or too_late)

    def _is_there(self, event: Record) -> bool:
        said = names.normalise(event.text("place_text"))
        return not self._place or event.text("place") in self._places or self._place in said

    def _has_charge(self, event: Record) -> bool:
        return not self._charge or any(
            self._charge in names.normalise(word)
            for item in event.values("charges")
            for word in self._called(str(item.get("raw") or ""), str(item.get("term") or ""))
        )

    def _called(self, raw: str, code: str) -> tuple[str, ...]:
        term = self._charges.find(code) if self._charges is not None and code else None
        return (raw, code) if term is None else (raw, term.code, term.en, term.zh, *term.aliases)

    def _has_status(self, record: Record, cases: list[Record]) -> bool:
        if record.kind is Kind.PARTY:
            found = statuses.of_parties(self._store, [record.id], self._day)
            answers = [status.answer.value for status in found.values()]
        else:
            of_cases = statuses.of_cases(self._store, [case.id for case in cases], self._day)
            answers = [status.answer.value for told in of_cases.values() for status in told]
        return self._wanted.status in answers


def save(session: Session, name: str, wanted: Wanted) -> Changes:
    """Keep a search under a name, in place of the one that has it; raise InvalidValue for an empty name."""
    called = name.strip()
    if not called:
        raise InvalidValue(field="name", why="give the search a name")
    there = _named(session.store, called)
    record = there or Record(Kind.QUERY, new_id())
    asked = json.dumps({key: value for key, value in asdict(wanted).items() if value}, ensure_ascii=False)
    with session.store.change("search.save") as change:
        change.put(record.with_fields(name=called, asks=ASKS, query=asked))
    return change.changes


def saved(store: Store) -> list[tuple[str, Wanted]]:
    """Return the kept searches by name; one that a newer program wrote is left out."""
    found = [(record.text("name"), _read(record)) for record in store.all(Kind.QUERY) if _is_search(record)]
    return sorted((name, wanted) for name, wanted in found if wanted is not None)


def find(store: Store, name: str) -> Wanted:
    """Return the search of that name; raise RecordNotFound, InvalidValue when a newer program wrote it."""
    record = _named(store, name.strip())
    if record is None:
        raise RecordNotFound(ref=name)
    wanted = _read(record)
    if wanted is None:
        raise InvalidValue(field="name", why="a newer program saved this search")
    return wanted


def remove(session: Session, name: str) -> Changes:
    """Delete the search of that name; raise RecordNotFound."""
    record = _named(session.store, name.strip())
    if record is None:
        raise RecordNotFound(ref=name)
    with session.store.change("search.remove") as change:
        change.delete(record.id)
    return change.changes


def _is_search(record: Record) -> bool:
    return record.text("asks") == ASKS


def _named(store: Store, name: str) -> Record | None:
    wanted = name.casefold()
    found = (item for item in store.all(Kind.QUERY) if _is_search(item))
    return next((item for item in found if item.text("name").casefold() == wanted), None)


def _read(record: Record) -> Wanted | None:
    known = {field.name for field in fields(Wanted)}
    try:
        asked = json.loads(record.text("query"))
    except ValueError:
        return None
    if not isinstance(asked, dict) or not known >= asked.keys():
        return None
    return Wanted(**asked) if all(isinstance(value, str) for value in asked.values()) else None
