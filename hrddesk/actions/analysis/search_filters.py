"""The filters of a search: kind, level, period, place, charge, term, tag, and the status of people."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Final

from hrddesk.actions.analysis import statuses
from hrddesk.actions.analysis.knowledge import day_of
from hrddesk.actions.records.gazetteer import Gazetteer
from hrddesk.analysis.status.liberty import Answer
from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.dates import dates
from hrddesk.records.model import levels
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Record, RecordId
from hrddesk.records.model.requirements import one_of
from hrddesk.records.names import names
from hrddesk.records.terms.vocabulary import EVENT_TERM, Term
from hrddesk.records.terms.words import Words
from hrddesk.store.records.store import Store
from hrddesk.system.jobs import Job

_ONE_BY_ONE: Final = 50
"""The number of records up to which statuses are computed one by one; for more, those of all people are
computed.
"""


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class SearchQuery:
    """What a search asks for. All parts that are set must be met; place, charge and period by the same event.

    `period` is a date as typed in forms; events that possibly fall into it are included. `term` is a word for
    a type, measure, facility or circumstance of that event, or for an occupation, cause or religion of a
    person in it. `level` is the level of the record as a whole. `status` is the status as of the day `as_of`
    (by default the day of the search) and as known on the day `known_on` (by default now).
    """

    text: str = ""
    kind: Annotated[str, one_of(Kind)] = ""
    period: str = ""
    place: str = ""
    charge: str = ""
    tag: str = ""
    status: Annotated[str, one_of(Answer)] = ""
    term: str = ""
    level: Annotated[str, one_of(Visibility)] = ""
    as_of: str = ""
    known_on: str = ""

    @property
    def narrows(self) -> bool:
        """Whether the query asks for anything besides the text and the kind."""
        return any((self.period, self.place, self.charge, self.tag, self.status, self.term, self.level))


def _labels(term: Term | None) -> Iterable[str]:
    return () if term is None else term.labels.values()


class _WordMatcher:
    """Tells whether a value matches a typed word: by its raw words, or as a term whose names contain the
    word.
    """

    def __init__(self, typed: str, words: Words, *vocabularies: str) -> None:
        self._needle = names.normalise(typed)
        self._codes = {
            term.code
            for name in vocabularies
            for vocabulary in (words.load(name),)
            for term in (*vocabulary.terms, *vocabulary.answers, *vocabulary.retired)
            if self._fits(term.code, *term.labels.values(), *term.aliases)
            or self._fits(*_labels(vocabulary.find(term.code)))
        }

    def in_words(self, *record_words: object) -> bool:
        """Tell whether any of these raw words and codes of terms matches the typed word."""
        return any(str(word) in self._codes or self._fits(str(word)) for word in record_words if word)

    def in_element(self, element: Element) -> bool:
        """Tell whether the raw words or the term of a list element match the typed word."""
        return self.in_words(element.get("raw"), element.get("term"))

    def _fits(self, *words: str) -> bool:
        return any(self._needle in names.normalise(word) for word in words)


class Filter:
    """Decides for each record whether it meets a query. Vocabularies and places are read once, when it is
    made.
    """

    def __init__(self, store: Store, query: SearchQuery, job: Job) -> None:
        """Prepare the filter; raise InvalidDate for an invalid day or period, InvalidValue for unknown
        values.

        `job` reports progress while the statuses of all people are computed.
        """
        _require_code("kind", query.kind, tuple(Kind))
        _require_code("level", query.level, tuple(Visibility))
        _require_code("status", query.status, tuple(Answer))
        for field in ("place", "charge", "term", "tag"):
            if (words := getattr(query, field)) and not names.normalise(words):
                raise InvalidValue(field=field, why=Translatable("a letter or a digit is needed"))
        if (query.as_of or query.known_on) and not query.status:
            raise InvalidValue(
                field="as_of", why=Translatable("a day narrows a search only together with a status")
            )
        self._store, self._wanted, self._job = store, query, job
        self._day = day_of(query.as_of, "as_of")
        self._known_on = day_of(query.known_on, "known_on") if query.known_on else None
        self._period = dates.parse(query.period, field="period") if query.period else None
        self._place = names.normalise(query.place)
        self._tag = names.normalise(query.tag)
        words = store.words() if query.charge or query.term else Words()
        self._charge = _WordMatcher(query.charge, words, "charge") if query.charge else None
        self._term = _WordMatcher(query.term, words, *_TERMS) if query.term else None
        places = Gazetteer(store) if self._place else None
        filters = places.find(query.place) if places is not None else []
        self._places = (
            {inner for row in filters for inner in places.within(row.id)} if places is not None else set()
        )
        self._everybody: Mapping[RecordId, Answer] | None = None
        self._asked = 0

    def __call__(self, record: Record) -> bool:
        """Tell whether a record meets the query."""
        query = self._wanted
        if query.kind and record.kind.value != query.kind:
            return False
        if query.level and levels.of_whole(record).value != query.level:
            return False
        if not query.narrows:
            return True
        cases = self._cases(record)
        if self._tag and not any(self._has_tag(case) for case in cases):
            return False
        return self._meets_in_one_event(record, cases) and (
            not query.status or self._has_status(record, cases)
        )

    def cases_at_most(self) -> set[RecordId] | None:
        """Return a set of cases that includes all that meet the query; None if no case can be ruled out.

        The set may also include cases that do not meet it. Each part of the query is one SQL query, because
        reading one case after the other takes a second per thousand cases.
        """
        narrowing, charge, period = self._store.narrowing, self._charge, self._period
        case_sets = []
        if self._tag:
            case_sets.append(narrowing.tagged(self._is_tag))
        if self._place:
            case_sets.append(narrowing.at_place(self._is_place))
        if charge is not None:
            case_sets.append(narrowing.charged(charge.in_words))
        if period is not None:
            days = (None if day is None else day.toordinal() for day in (period.earliest, period.latest))
            case_sets.append(narrowing.between(*days))
        return set.intersection(*case_sets) if case_sets else None

    def _cases(self, record: Record) -> list[Record]:
        if record.kind is Kind.CASE:
            return [record]
        if record.kind is Kind.PARTY:
            return self._store.many(Kind.CASE, self._store.cases_of_party(record.id))
        return self._store.many(Kind.CASE, list(record.cases))

    def _events(self, record: Record, cases: list[Record]) -> list[Record]:
        if record.kind is Kind.EVENT:
            return [record]
        if record.kind is Kind.PARTY:
            return self._store.events_of_party(record.id)
        return [event for case in cases for event in self._store.events_of_case(case.id)]

    def _has_tag(self, case: Record) -> bool:
        return any(self._is_tag(str(item.get("text") or "")) for item in case.values("tags"))

    def _is_tag(self, text: str) -> bool:
        return self._tag == names.normalise(text)

    # --- events ---

    def _meets_in_one_event(self, record: Record, cases: list[Record]) -> bool:
        asks_of_events = self._period is not None or bool(self._place) or self._charge is not None
        if not asks_of_events and self._term is None:
            return True
        events = [event for event in self._events(record, cases) if self._fits(event)]
        if self._term is None:
            return bool(events)
        is_party = record.kind is Kind.PARTY
        people = [record] if is_party else self._people(record) if not asks_of_events else []
        if (events or not asks_of_events) and any(map(self._is_said_of, people)):
            return True
        return any(self._is_said_in(event, others=not is_party) for event in events)

    def _people(self, record: Record) -> list[Record]:
        ids = [RecordId(str(item.get("party") or "")) for item in record.values("parties")]
        return self._store.many(Kind.PARTY, ids)

    def _fits(self, event: Record) -> bool:
        return self._is_in_period(event) and self._is_there(event) and self._has_charge(event)

    def _is_in_period(self, event: Record) -> bool:
        if self._period is None:
            return True
        when = dates.read(event.text("date"))
        if when.earliest is None and when.latest is None:
            return False  # perhaps imported as it was typed; nobody knows when it was
        first, last = self._period.earliest, self._period.latest
        too_early = first is not None and when.latest is not None and when.latest < first
        too_late = last is not None and when.earliest is not None and when.earliest > last
        return not (too_early or too_late)

    def _is_there(self, event: Record) -> bool:
        return not self._place or self._is_place(event.text("place"), event.text("place_text"))

    def _is_place(self, place: str, place_text: str) -> bool:
        return place in self._places or self._place in names.normalise(place_text)

    def _has_charge(self, event: Record) -> bool:
        charge = self._charge
        return charge is None or any(charge.in_element(item) for item in event.values("charges"))

    def _is_said_in(self, event: Record, *, others: bool) -> bool:
        """Tell whether the term of the query describes an event; with `others`, also look at the people of
        the event.
        """
        term = self._term
        assert term is not None
        if term.in_words(*map(event.text, ("type", "measure", "facility"))):
            return True
        if any(term.in_element(item) for item in event.values("terms")):
            return True
        if any(term.in_words(item.get("raw"), item.get("kind")) for item in event.values("penalties")):
            return True
        return others and any(map(self._is_said_of, self._people(event)))

    def _is_said_of(self, party: Record) -> bool:
        term = self._term
        assert term is not None
        return term.in_words(party.text("ethnicity")) or any(map(term.in_element, party.values("terms")))

    # --- status ---

    def _has_status(self, record: Record, cases: list[Record]) -> bool:
        self._asked += 1
        if self._everybody is None and (self._known_on is not None or self._asked > _ONE_BY_ONE):
            self._everybody = statuses.answers(self._store, self._day, self._known_on, self._job)
        return self._wanted.status in self._answers(record, [case.id for case in cases])

    def _answers(self, record: Record, cases: list[RecordId]) -> list[Answer | None]:
        if self._everybody is None:
            if record.kind is Kind.PARTY:
                statuses_by_party = statuses.of_parties(self._store, [record.id], self._day)
                return [status.answer for status in statuses_by_party.values()]
            of_cases = statuses.of_cases(self._store, cases, self._day)
            return [status.answer for case_statuses in of_cases.values() for status in case_statuses]
        if record.kind is Kind.PARTY:
            return [self._everybody.get(record.id)]
        people = self._store.whereabouts.people_of_cases(cases)
        return [self._everybody.get(party) for named in people.values() for party in named]


_TERMS: Final = (
    "event_type",
    "measure",
    "place_kind",
    EVENT_TERM,
    "penalty",
    "ethnicity",
    "occupation",
    "cause",
    "religion",
)


def _require_code(field: str, value: str, codes: tuple[str, ...]) -> None:
    if value and value not in codes:
        raise InvalidValue(field=field, why=Translatable("choose among: {0}", ", ".join(codes)))
