"""The facts of whole desks, record by record: what figures are held against, put together in another way.

A row is a case, a person and an event that belong together, as far as each is there. What holds of a unit is
what holds of one of its rows, so that conditions meet in one and the same event.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Final

from hrddesk.analysis.figures.dimensions import CUSTOM, KINDS_OF_PLACE, settled
from hrddesk.analysis.status.liberty import REFUTED
from hrddesk.analysis.status.status import Status
from hrddesk.records.dates import dates
from hrddesk.records.dates.dates import PartialDate
from hrddesk.records.language.labels import CHINESE, ENGLISH
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.names import names
from hrddesk.records.terms.vocabulary import holding
from hrddesk.records.terms.words import Words
from tests.unit.analysis.whole_countable import Countable, CountableParty, of_records

Values = Mapping[str, tuple[str, ...]]
Size = tuple[int, int | None]
"""How many people, at least and at most; None where nobody says."""
_PEOPLE: Final = frozenset({"", "person", "group"})
_TERMS: Final = ("platform", "method", "denial", "circumstance")
_OF_PARTY: Final = ("occupation", "cause", "religion")
_GROUP: Final = "group"
_FIXED: Final = "fixed"
_TEXTS_KEPT: Final = 65_536
_DAYS_KEPT: Final = 4
_DEEPEST: Final = 32  # a tree of places that goes on for longer leads in a circle


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as figures see it."""

    id: RecordId
    day: PartialDate
    values: Values
    months: tuple[int, ...]
    places: frozenset[str]
    """The names of the place and of all that it lies in, normalised."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person or a group; `size` is how many people it is at least and at most, None where nobody says."""

    id: RecordId
    told: CountableParty
    values: Values
    size: Size

    @property
    def is_group(self) -> bool:
        """Whether it stands for several people."""
        return self.told.kind == _GROUP

    def ages(self, day: date) -> tuple[int, int] | None:
        """Return the lowest and the highest age on a day; None where nothing is known of it."""
        birth = dates.read(self.told.birth)
        if birth.earliest is not None and birth.latest is not None:
            youngest = _years(birth.latest, day) - birth.doubtful
            return max(0, youngest), max(0, _years(birth.earliest, day) + birth.doubtful)
        text, said = self.told.age.strip(), dates.read(self.told.age_day)
        if not text.isascii() or not text.isdecimal() or len(text) > 3:
            return None
        age = int(text)
        if said.earliest is None or said.latest is None:
            return None  # nobody says when the person was of that age
        most = age + _years(said.earliest, day)
        if (said.earliest.month, said.earliest.day) != (day.month, day.day):
            most += 1  # a birthday may lie between
        return max(0, age + _years(said.latest, day)), max(0, most)


def _years(start: date, day: date) -> int:
    """Return the full years from one day to another; back in time a part of a year counts as one."""
    return day.year - start.year - ((day.month, day.day) < (start.month, start.day))


@dataclass(frozen=True, slots=True)
class Row:
    """What belongs together; None where there is no case, no person, no event."""

    case: RecordId | None
    person: RecordId | None
    event: RecordId | None


@dataclass(frozen=True)
class Facts:
    """All that is counted, made once from the records and asked many times."""

    cases: Mapping[RecordId, Values]
    people: Mapping[RecordId, Person]
    events: Mapping[RecordId, Happening]
    rows: tuple[Row, ...]
    members: Mapping[RecordId, frozenset[RecordId]]
    """Who is recorded one by one of a group."""
    sources: Mapping[RecordId, Values]
    """What cites what, by the record that is spoken of."""
    labels: Mapping[str, tuple[str, str]]
    """Names of places and of the desk's own fields in English and Chinese."""
    words: Words
    """The vocabularies of the desk."""
    statuses: Callable[[Collection[RecordId], date], Mapping[RecordId, Status]]
    """Where people are as of a day."""
    _known: dict[date, Mapping[RecordId, Status]] = field(default_factory=dict, repr=False)

    def status(self, person: RecordId, day: date) -> Status:
        """Return where somebody is as of a day; whoever is asked for first, all are looked at."""
        if day not in self._known:
            if len(self._known) >= _DAYS_KEPT:
                self._known.clear()
            self._known[day] = self.statuses(self.people.keys(), day)
        return self._known[day][person]


@dataclass
class Told(Countable):
    """The rows of everything, and what the figures read beside them."""

    members: Iterable[tuple[str, str]] = ()
    places: Iterable[Record] = ()
    sources: Iterable[tuple[str, str]] = ()
    source_types: Iterable[tuple[str, str]] = ()
    own_fields: Iterable[tuple[str, str, str]] = ()


def told_of(records: Iterable[Record]) -> Told:
    """Return the rows of whole records."""
    of: dict[Kind, list[Record]] = {kind: [] for kind in Kind}
    for record in records:
        of[record.kind].append(record)
    counted = of_records(of[Kind.CASE], of[Kind.PARTY], of[Kind.EVENT], of[Kind.CITATION])
    return Told(
        **vars(counted),
        members=[
            (item.text("object"), item.text("subject"))
            for item in of[Kind.RELATION]
            if item.text("type") == "member_of"
        ],
        places=of[Kind.PLACE],
        sources=[(item.id, item.text("code_name") or item.text("title")) for item in of[Kind.SOURCE]],
        source_types=[(item.id, item.text("type")) for item in of[Kind.SOURCE]],
        own_fields=[
            (item.text("key"), item.labels.get("en", ""), item.labels.get("zh-Hans", ""))
            for item in of[Kind.FIELD]
        ],
    )


def facts_of(
    told: Told,
    words: Words,
    statuses: Callable[[Collection[RecordId], date], Mapping[RecordId, Status]],
) -> Facts:
    """Make the facts; claims that were refuted are left out, organisations and authorities are no people."""
    return _Making(told, words, statuses).facts()


class _Making:
    """Puts together what belongs together."""

    def __init__(
        self,
        told: Told,
        words: Words,
        statuses: Callable[[Collection[RecordId], date], Mapping[RecordId, Status]],
    ) -> None:
        self._told = told
        self._words = words
        self._statuses = statuses
        self._settled: dict[tuple[str, str], str] = {}
        self._places = _Places({place.id: place for place in told.places})
        self._values: dict[RecordId, _Values] = {}

    def facts(self) -> Facts:
        """Return all of them."""
        told = self._told
        for owner, source in told.keys:
            self._of(owner).add("dataset", source)
        for owner, name, answer in told.answers:
            self._of(owner).add(f"{CUSTOM}{name}", answer)
        people = {party.id: self._person(party) for party in told.parties if party.kind in _PEOPLE}
        for owner, name, word in told.party_terms:
            if name in _OF_PARTY and owner in people:
                self._of(owner).add(name, self._code(name, word))
        cases: dict[RecordId, Values] = {}
        for case_id, status in told.cases:
            cases[case_id] = self._of(case_id)
            self._of(case_id).add("case_status", status)
        for owner, tag in told.tags:
            self._of(owner).add("tag", tag)
        events, in_case = self._events()
        rows = self._rows(cases, people, events, in_case)
        members: dict[RecordId, frozenset[RecordId]] = {}
        for group, member in told.members:
            members[RecordId(group)] = members.get(RecordId(group), frozenset()) | {RecordId(member)}
        return Facts(
            cases,
            people,
            events,
            rows,
            members,
            self._cited(),
            self._places.labels | self._own_fields(),
            self._words,
            self._statuses,
        )

    def _of(self, owner: RecordId) -> "_Values":
        found = self._values.get(owner)
        if found is None:
            found = self._values[owner] = _Values()
        return found

    def _code(self, name: str, word: str) -> str:
        """Return what a code counts as today."""
        known = self._settled.get((name, word))
        if known is None:
            known = self._settled[name, word] = settled(name, word, self._words) if word else ""
        return known

    def _person(self, party: CountableParty) -> Person:
        made = self._of(party.id)
        made.add("sex", self._code("sex", party.sex))
        made.add("ethnicity", self._code("ethnicity", party.ethnicity))
        return Person(party.id, party, made, _size(party))

    def _events(self) -> tuple[dict[RecordId, Happening], dict[RecordId, str]]:
        told = self._told
        months: dict[RecordId, tuple[int, ...]] = {}
        for owner, word, length in told.penalties:
            self._of(owner).add("penalty", self._code("penalty", word))
            if word == _FIXED and length is not None:
                months[owner] = (*months.get(owner, ()), length)
        for owner, word in told.charges:
            self._of(owner).add("charge", self._code("charge", word))
        for owner, word in told.event_terms:
            name, value = _term(word, self._words)
            self._of(owner).add(name, self._code(name, value))
        made: dict[RecordId, Happening] = {}
        in_case: dict[RecordId, str] = {}
        for event in told.events:
            if event.assertion == REFUTED:
                continue
            values = self._of(event.id)
            values.add("type", self._code("event_type", event.type))
            values.add("measure", self._code("measure", event.measure))
            facility = event.facility or self._places.facility(RecordId(event.place))
            values.add("facility", self._code("place_kind", facility))
            values.add("assertion", self._code("assertion", event.assertion))
            place = RecordId(event.place)
            for name, value in self._places.values(place, event.place_text).items():
                values.add(name, value)
            path = self._places.path(place, event.place_text)
            made[event.id] = Happening(event.id, _day(event.date), values, months.get(event.id, ()), path)
            in_case[event.id] = event.case
        return made, in_case

    def _rows(
        self,
        cases: Mapping[RecordId, Values],
        people: Mapping[RecordId, Person],
        events: Mapping[RecordId, Happening],
        in_case: Mapping[RecordId, str],
    ) -> tuple[Row, ...]:
        same: dict[str, RecordId] = {
            record: record for record in (*cases, *people, *events)
        }  # one text for each id, not many
        victims: dict[RecordId, dict[RecordId, None]] = {}
        for event_id, party in self._told.event_victims:
            if party in people and event_id in events:
                victims.setdefault(same[event_id], {})[same[party]] = None
        rows: list[Row] = []
        seen: set[tuple[RecordId | None, RecordId | None]] = set()
        for event_id in events:
            case_id = same.get(in_case[event_id])
            for victim in victims.get(event_id) or (None,):
                rows.append(Row(case_id, victim, event_id))
                seen.add((case_id, victim))
        for owner, party in self._told.case_subjects:
            pair = owner, RecordId(party)
            if party in people and pair not in seen:
                rows.append(Row(*pair, None))
                seen.add(pair)
        with_rows = {case_id for case_id, _ in seen}
        rows += [Row(case_id, None, None) for case_id in cases if case_id not in with_rows]
        return tuple(rows)

    def _own_fields(self) -> dict[str, tuple[str, str]]:
        return {
            f"{CUSTOM}{key}": (en or zh or key, zh or en or key)
            for key, en, zh in self._told.own_fields
            if key
        }

    def _cited(self) -> dict[RecordId, Values]:
        types = dict(self._told.source_types)
        called = {source: name or source[:8] for source, name in self._told.sources}
        made: dict[RecordId, _Values] = {}
        for record, source in self._told.citations:
            if source in called:
                values = made.setdefault(record, _Values())
                values.add("source", called[RecordId(source)])
                values.add("source_type", self._code("source_type", types.get(RecordId(source), "")))
        return dict(made)


class _Values(dict[str, tuple[str, ...]]):
    """Collects values by dimension, each once."""

    def add(self, name: str, value: object) -> None:
        if value in (None, ""):
            return
        there = self.get(name)
        if there is None:
            self[name] = _alone(str(value))
        elif value not in there:
            self[name] = (*there, str(value))


@lru_cache(maxsize=_TEXTS_KEPT)
def _alone(value: str) -> tuple[str, ...]:
    """Return a value by itself; most records have one, and the same."""
    return (value,)


def _size(party: CountableParty) -> Size:
    if party.kind != _GROUP:
        return 1, 1
    least, most = party.size_min, party.size_max
    return max(1, least or 1), None if most is None else max(1, most)


@lru_cache(maxsize=_TEXTS_KEPT)
def _day(text: str) -> PartialDate:
    """Return a date; the same are written again and again."""
    return dates.read(text)


def _term(word: str, words: Words) -> tuple[str, str]:
    """Return which dimension a term of an event belongs to; words that nobody knows are circumstances."""
    prefix, colon, rest = word.partition(":")
    if colon and prefix == "platform":
        return prefix, rest
    for name in _TERMS:
        if words.load(name).exact(word) is not None:
            return name, word
    return "circumstance", word


@dataclass
class _Places:
    """The tree of places."""

    places: Mapping[RecordId, Record]
    labels: dict[str, tuple[str, str]] = field(default_factory=dict)
    _known: dict[RecordId, tuple[list[Record], frozenset[str]]] = field(default_factory=dict)

    def values(self, place: RecordId, text: str) -> dict[str, str]:
        """Return the place, and the province and the like that it lies in."""
        chain = self._chain(place)[0]
        if not chain:
            return {"place": text}
        made = {"place": self._key(chain[0])}
        for name in KINDS_OF_PLACE:
            found = next((item for item in chain if item.text("kind") == name), None)
            if found is not None:
                made[name] = self._key(found)
        return made

    def facility(self, place: RecordId) -> str:
        """Return the kind of a place where people are held; nothing for another one."""
        kind = self.places[place].text("kind") if place in self.places else ""
        return kind if kind in holding() else ""

    def path(self, place: RecordId, text: str) -> frozenset[str]:
        """Return by which names the place can be asked for."""
        own = _normalised(text)
        found = self._chain(place)[1]
        return found | {own} if own else found

    def _chain(self, place: RecordId) -> tuple[list[Record], frozenset[str]]:
        known = self._known.get(place)
        if known is not None:
            return known
        chain: list[Record] = []
        at = self.places.get(place)
        while at is not None and at not in chain and len(chain) < _DEEPEST:
            chain.append(at)
            at = self.places.get(RecordId(at.text("parent")))
        called = {names.normalise(words) for item in chain for words in _place_names(item)}
        called |= {item.id for item in chain}
        self._known[place] = chain, frozenset(called - {""})
        return self._known[place]

    def _key(self, place: Record) -> str:
        self.labels[place.id] = place.labels.text(ENGLISH), place.labels.text(CHINESE)
        return place.id


@lru_cache(maxsize=_TEXTS_KEPT)
def _normalised(text: str) -> str:
    return names.normalise(text)


def _place_names(place: Record) -> list[str]:
    aliases = [str(item.get("text") or "") for item in place.values("aliases")]
    return [*place.labels.values(), *aliases]
