"""The facts that figures are counted over: cases, the people in them, and what happened to them.

A row is a case, a person and an event that belong together, as far as each is there. What holds of a unit is
what holds of one of its rows, so that conditions meet in one and the same event.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from hrddesk.analysis.dimensions import KINDS_OF_PLACE, settled
from hrddesk.analysis.liberty import REFUTED, concerns
from hrddesk.analysis.questions import Unit
from hrddesk.analysis.sentences import fixed_terms
from hrddesk.analysis.status import Status, status_of
from hrddesk.records import dates, names
from hrddesk.records.dates import PartialDate
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Element, Record, RecordId
from hrddesk.records.words import SHIPPED, Words

Values = Mapping[str, tuple[str, ...]]
_VICTIM: Final = (None, "", "victim")
_PEOPLE: Final = frozenset({"", "person", "group"})
_TERMS: Final = ("platform", "method", "denial", "circumstance")
_OF_PARTY: Final = ("occupation", "cause", "religion")
_NOTHING: Final[Values] = {}
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
    record: Record
    values: Values
    size: tuple[int, int | None]

    def ages(self, day: date) -> tuple[int, int] | None:
        """Return the lowest and the highest age on a day; None where nothing is known of it."""
        birth = dates.read(self.record.text("birth"))
        if birth.earliest is not None and birth.latest is not None:
            youngest = _years(birth.latest, day) - birth.doubtful
            return max(0, youngest), max(0, _years(birth.earliest, day) + birth.doubtful)
        text, said = self.record.text("age").strip(), dates.read(self.record.text("age_day"))
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
    """Names of places in English and Chinese."""
    words: Words
    """The vocabularies of the desk."""
    _events_of: Mapping[RecordId, list[Record]] = field(repr=False)
    _statuses: dict[date, dict[RecordId, Status]] = field(default_factory=dict, repr=False)

    @cached_property
    def by_unit(self) -> Mapping[Unit, Mapping[RecordId, list[Row]]]:
        """The rows of every unit."""
        made: dict[Unit, dict[RecordId, list[Row]]] = {unit: {} for unit in Unit}
        for row in self.rows:
            for unit, record in zip(Unit, (row.person, row.case, row.event), strict=True):
                if record is not None:
                    made[unit].setdefault(record, []).append(row)
        return made

    def status(self, person: RecordId, day: date) -> Status:
        """Return where somebody is as of a day."""
        if day not in self._statuses and len(self._statuses) >= _DAYS_KEPT:
            self._statuses.clear()
        kept = self._statuses.setdefault(day, {})
        if person not in kept:
            found = self.people[person].record
            kept[person] = status_of(found, self._events_of.get(person, ()), day)
        return kept[person]


@dataclass
class Records:
    """The records that facts are made of."""

    cases: Iterable[Record]
    parties: Iterable[Record]
    events: Iterable[Record]
    relations: Iterable[Record] = ()
    places: Iterable[Record] = ()
    sources: Iterable[Record] = ()
    citations: Iterable[Record] = ()
    words: Words = SHIPPED

    def facts(self) -> Facts:
        """Make the facts of them; claims that were refuted are left out."""
        places = _Places({place.id: place for place in self.places})
        parties = {party.id: party for party in self.parties if party.text("kind") in _PEOPLE}
        people = {key: _person(party, self.words) for key, party in parties.items()}
        cases: dict[RecordId, Values] = {}
        of_case: dict[RecordId, dict[RecordId, None]] = {}
        for case in self.cases:
            cases[case.id] = _case(case)
            of_case[case.id] = dict.fromkeys(_victims(case, people))
        events: dict[RecordId, Happening] = {}
        rows: list[Row] = []
        events_of: dict[RecordId, list[Record]] = {}
        seen: set[tuple[RecordId | None, RecordId | None]] = set()
        for event in self.events:
            if event.text("assertion") == REFUTED:
                continue
            events[event.id] = _happening(event, places, self.words)
            case_id = RecordId(event.text("case")) if event.text("case") in cases else None
            named = dict.fromkeys(RecordId(str(item.get("party"))) for item in event.values("parties"))
            victims: list[RecordId | None] = []
            for person in named:
                if person in people and concerns(parties[person], event):
                    victims.append(person)
                    events_of.setdefault(person, []).append(event)
            rows += [Row(case_id, victim, event.id) for victim in victims or [None]]
            seen.update((case_id, victim) for victim in victims or [None])
        for case_id, victims_of_case in of_case.items():
            new = [person for person in victims_of_case if (case_id, person) not in seen]
            rows += [Row(case_id, person, None) for person in new]
            seen.update((case_id, person) for person in new)
        with_rows = {case_id for case_id, _ in seen}
        rows += [Row(case_id, None, None) for case_id in cases if case_id not in with_rows]
        return Facts(
            cases,
            people,
            events,
            tuple(rows),
            _members(self.relations),
            self._cited(),
            places.labels,
            self.words,
            events_of,
        )

    def _cited(self) -> dict[RecordId, Values]:
        told = {
            source.id: (
                source.text("title") or source.text("code_name") or source.id[:8],
                source.text("type"),
            )
            for source in self.sources
        }
        made: dict[RecordId, dict[str, tuple[str, ...]]] = {}
        for citation in self.citations:
            source = told.get(RecordId(citation.text("source")))
            if source is None:
                continue
            there = made.setdefault(RecordId(citation.text("record")), {"source": (), "source_type": ()})
            for name, value in zip(("source", "source_type"), source, strict=True):
                if value and value not in there[name]:
                    there[name] += (value,)
        return dict(made)


def _victims(case: Record, people: Mapping[RecordId, Person]) -> list[RecordId]:
    return [
        RecordId(str(item.get("party")))
        for item in case.values("parties")
        if item.get("role") in _VICTIM and item.get("party") in people
    ]


def _members(relations: Iterable[Record]) -> dict[RecordId, frozenset[RecordId]]:
    made: dict[RecordId, frozenset[RecordId]] = {}
    for relation in relations:
        if relation.text("type") == "member_of":
            group = RecordId(relation.text("object"))
            made[group] = made.get(group, frozenset()) | {RecordId(relation.text("subject"))}
    return made


class _Values(dict[str, tuple[str, ...]]):
    """Collects values by dimension, each once."""

    def add(self, name: str, value: object) -> None:
        if value not in (None, "") and str(value) not in self.get(name, ()):
            self[name] = (*self.get(name, ()), str(value))


def _common(record: Record) -> _Values:
    """Return what every kind has: the data sets that it was imported from, and answers to own questions."""
    made = _Values()
    for key in record.values("keys"):
        made.add("dataset", key.get("source"))
    for item in record.values("values"):
        made.add(f"field:{item.get('field')}", item.get("answer"))
    return made


def _case(case: Record) -> Values:
    made = _common(case)
    for tag in case.values("tags"):
        made.add("tag", tag.get("text"))
    made.add("case_status", case.text("status"))
    return made


def _person(party: Record, words: Words) -> Person:
    made = _common(party)
    for name in ("sex", "ethnicity"):
        made.add(name, settled(name, party.text(name), words))
    for item in party.values("terms"):
        if item.get("vocabulary") in _OF_PARTY:
            made.add(str(item["vocabulary"]), settled(str(item["vocabulary"]), _word(item), words))
    return Person(party.id, party, made, _size(party))


def _size(party: Record) -> tuple[int, int | None]:
    if party.text("kind") != "group":
        return 1, 1
    least, most = party.fields.get("size_min"), party.fields.get("size_max")
    return (
        max(1, least) if isinstance(least, int) else 1,
        max(1, most) if isinstance(most, int) else None,
    )


def _happening(event: Record, places: "_Places", words: Words) -> Happening:
    made = _common(event)
    for name, of in (("type", "event_type"), ("form", "custody_form"), ("assertion", "assertion")):
        made.add(name, settled(of, event.text(name), words))
    for item in event.values("charges"):
        made.add("charge", settled("charge", _word(item), words))
    for item in event.values("penalties"):
        made.add("penalty", settled("penalty", str(item.get("kind") or item.get("raw") or ""), words))
    for item in event.values("terms"):
        name, value = _term(_word(item), words)
        made.add(name, settled(name, value, words))
    place, text = RecordId(event.text("place")), event.text("place_text")
    for name, value in places.values(place, text).items():
        made.add(name, value)
    return Happening(
        event.id,
        dates.read(event.text("date")),
        made,
        fixed_terms(event.values("penalties")),
        places.path(place, text),
    )


def _word(item: Element) -> str:
    """Return the code of a term, or the words where it has none."""
    return str(item.get("term") or item.get("raw") or "")


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

    def path(self, place: RecordId, text: str) -> frozenset[str]:
        """Return by which names the place can be asked for."""
        own = names.normalise(text)
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
        self.labels[place.id] = (
            place.text("name") or place.text("name_zh"),
            place.text("name_zh") or place.text("name"),
        )
        return place.id


def _place_names(place: Record) -> list[str]:
    aliases = [str(item.get("text") or "") for item in place.values("aliases")]
    return [place.text("name"), place.text("name_zh"), *aliases]


Reader = Callable[[Kind], Iterable[Record]]


def facts_of(read: Reader, words: Words) -> Facts:
    """Make the facts of all records that `read` gives by their kind, in the words of the desk."""
    return Records(
        read(Kind.CASE),
        read(Kind.PARTY),
        read(Kind.EVENT),
        read(Kind.RELATION),
        read(Kind.PLACE),
        read(Kind.SOURCE),
        read(Kind.CITATION),
        words,
    ).facts()
