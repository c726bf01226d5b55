"""From the rows of tables to the rows that are counted: what belongs together, and what is said of it.

A row is a case, a person and an event that belong together. Values are as they were recorded; what they mean
today (`figure_meanings`) is looked at when a question is asked, so that a word, a place or a source that is
changed changes no row.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from hrddesk.analysis.dimensions import CUSTOM
from hrddesk.analysis.liberty import REFUTED
from hrddesk.records import dates
from hrddesk.records.countable import Countable, CountableEvent, CountableParty
from hrddesk.records.record import RecordId

Item = str | int | tuple[int, ...] | tuple[str, ...]
Raw = tuple[Item, ...]
"""What is recorded under one name, each once; those of one name are all of one form."""
Said = Mapping[str, Raw]

DATE, LIFE, SIZE, PLACE, TERM, SOURCE = "date", "life", "size", "place", "event_term", "source"
OPEN: Final = -1
"""Stands for a bound or a number that nobody gave."""
PEOPLE: Final = frozenset({"", "person", "group"})
_OF_PARTY: Final = ("occupation", "cause", "religion")
_GROUP, _FIXED = "group", "fixed"
_OLDEST: Final = 999
_TEXTS_KEPT: Final = 65_536


class CountedRow(NamedTuple):
    """What belongs together; None where there is no case, no person, no event."""

    case: RecordId | None
    person: RecordId | None
    event: RecordId | None


@dataclass
class CountedRows:
    """All rows of some records, and what is said of each record."""

    rows: list[CountedRow] = field(default_factory=list)
    said: dict[RecordId, dict[str, Raw]] = field(default_factory=dict)

    def of(self, record: RecordId | None) -> Said:
        """Return what is said of a record."""
        return {} if record is None else self.said.get(record, {})

    def by_case(self) -> dict[RecordId, list[CountedRow]]:
        """Return the rows of every case, and of every event that is in none, those of an event together."""
        made: dict[RecordId, list[CountedRow]] = {}
        for row in self.rows:
            owner = row.case or row.event
            assert owner is not None
            made.setdefault(owner, []).append(row)
        return made

    def by_person(self) -> dict[RecordId, list[CountedRow]]:
        """Return the rows of every person."""
        made: dict[RecordId, list[CountedRow]] = {}
        for row in self.rows:
            if row.person is not None:
                made.setdefault(row.person, []).append(row)
        return made


def counted_rows(told: Countable) -> CountedRows:
    """Put together what belongs together; refuted claims are left out, and authorities are no people."""
    made = CountedRows()
    people: dict[str, RecordId] = {}
    for party in told.parties:
        if party.kind in PEOPLE:
            people[party.id] = party.id
            _say_all(made, party.id, _of_party(party))
    for owner, name, word in told.party_terms:
        if name in _OF_PARTY and owner in people:
            _say(made, owner, name, word)
    cases: dict[str, RecordId] = {}
    for case, status in told.cases:
        cases[case] = case
        _say(made, case, "case_status", status)
    for owner, tag in told.tags:
        _say(made, owner, "tag", tag)
    events = {event.id: event for event in told.events if event.assertion != REFUTED}
    for event in events.values():
        _say_all(made, event.id, _of_event(event))
    for owner, word, length in told.penalties:
        _say(made, owner, "penalty", word)
        if word == _FIXED and length is not None:
            _say(made, owner, "months", length)
    for name, pairs in (("charge", told.charges), (TERM, told.event_terms), ("dataset", told.keys)):
        for owner, word in pairs:
            _say(made, owner, name, word)
    for owner, key, answer in told.answers:
        _say(made, owner, f"{CUSTOM}{key}", answer)
    for record, source in told.citations:
        _say(made, record, SOURCE, source)
    made.rows = list(_rows(told, cases, people, events))
    return made


def _rows(
    told: Countable,
    cases: Mapping[str, RecordId],
    people: Mapping[str, RecordId],
    events: Mapping[RecordId, CountableEvent],
) -> Iterator[CountedRow]:
    victims: dict[RecordId, dict[RecordId, None]] = {}
    for event_id, party in told.event_victims:
        if party in people:
            victims.setdefault(event_id, {})[people[party]] = None
    seen: set[tuple[RecordId | None, RecordId | None]] = set()
    for event in events.values():
        case = cases.get(event.case)
        for victim in victims.get(event.id) or (None,):
            seen.add((case, victim))
            yield CountedRow(case, victim, event.id)
    for case, party in told.case_subjects:
        pair = case, people.get(party)
        if pair[1] is not None and case in cases and pair not in seen:
            seen.add(pair)
            yield CountedRow(*pair, None)
    with_rows = {case for case, _ in seen}
    yield from (CountedRow(case, None, None) for case in cases.values() if case not in with_rows)


def _say(made: CountedRows, record: RecordId, name: str, value: Item) -> None:
    if value == "":
        return
    said = made.said.get(record)
    if said is None:
        made.said[record] = {name: _alone(value)}
    elif name not in said:
        said[name] = _alone(value)
    elif value not in said[name]:
        said[name] = (*said[name], value)


def _say_all(made: CountedRows, record: RecordId, values: Iterable[tuple[str, Item]]) -> None:
    made.said[record] = {name: _alone(value) for name, value in values if value != ""}


@lru_cache(maxsize=_TEXTS_KEPT)
def _alone(value: Item) -> Raw:
    """Return a value by itself; most records have one, and the same."""
    return (value,)


def _of_event(event: CountableEvent) -> Iterator[tuple[str, Item]]:
    yield "type", event.type
    yield "form", event.form
    yield "assertion", event.assertion
    yield DATE, bounds(event.date)
    if event.place or event.place_text:
        yield PLACE, (event.place, event.place_text)


def _of_party(party: CountableParty) -> Iterator[tuple[str, Item]]:
    yield "sex", party.sex
    yield "ethnicity", party.ethnicity
    if party.birth or party.age:
        yield LIFE, (*bounds(party.birth), _age(party.age), *bounds(party.age_day)[:2])
    if party.kind == _GROUP:
        least = max(1, party.size_min or 1)
        yield SIZE, (least, OPEN if party.size_max is None else max(1, party.size_max))


@lru_cache(maxsize=_TEXTS_KEPT)
def bounds(text: str) -> tuple[int, int, int]:
    """Return the first and the last day of a date as ordinals, and 1 where it is doubted, else 0."""
    day = dates.read(text)
    first = OPEN if day.earliest is None else day.earliest.toordinal()
    last = OPEN if day.latest is None else day.latest.toordinal()
    return first, last, int(day.doubtful)


def _age(text: str) -> int:
    digits = text.strip()
    known = digits.isascii() and digits.isdecimal() and len(digits) <= len(str(_OLDEST))
    return int(digits) if known else OPEN
