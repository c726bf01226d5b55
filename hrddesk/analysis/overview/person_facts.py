"""The recorded facts about one person, in words, which fill a form automatically."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from hrddesk.records.dates import amounts, dates
from hrddesk.records.language.labels import Chain, sentences
from hrddesk.records.model.kinds import CONSENTS
from hrddesk.records.model.record import Element, Record, RecordId, Value
from hrddesk.records.names import display_names
from hrddesk.records.rules.consents import VOCABULARIES
from hrddesk.records.terms import countries
from hrddesk.records.terms.countries import Effect, EventRule, EventTrait
from hrddesk.records.terms.vocabulary import EVENT_TERM, load
from hrddesk.records.terms.words import Words

_DOUBTED: Final = frozenset({"alleged", "disputed", "refuted", "derived"})
_SEARCHES: Final = ("house_raided", "property_seized")
_REMEDIES: Final = (
    "complaint",
    "lawsuit",
    "information_request",
    "appealed",
    "intervention",
    "opinion_adopted",
)
_OFFICIAL: Final = ("authorities_admitted", "authorities_denied", "authorities_silent")
_MET: Final = frozenset({"family_visit", "lawyer_met"})
_ABDUCTED: Final = "taken_away"
_DRIVEN: Final = "forced_travel"
_MEDICAL: Final = ("health_worsened", "hospitalised", "hunger_strike", "medical_parole")
_FAMILY: Final = ("family_visit", "notice_received")
_PAPERS: Final = ("no_warrant", "no_reason")
_FAMILY_DENIED: Final = ("family_contact_denied", "correspondence_denied")
_ILL: Final = ("health_critical", "ill", "elderly", "minor", "pregnant", "disabled")
_CONDITIONS: Final = (
    "sleep_deprivation", "food_water_deprivation", "cold", "heat", "noise", "constant_light", "darkness",
    "incommunicado", "secret", "solitary", "overcrowding", "poor_hygiene", "denied_toilet",
)  # fmt: skip
_THREATS: Final = ("threats", "threats_family", "mock_execution", "humiliation")
_HOLDERS: Final = ("held_by",)
_TAKERS: Final = ("arrested_by", "perpetrator", "ordered")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """The facts about one person.

    `events` are the person's events by date. `chain` has the languages of the words, the preferred one first.
    """

    party: Record
    events: Sequence[Record]
    names: Mapping[RecordId, str]
    """The display names of all participants of the events."""
    places: Mapping[RecordId, str]
    """The path of every place."""
    words: Words
    chain: Chain
    kinds: Mapping[RecordId, str] = field(default_factory=dict)
    """The kind of every place."""
    _made: dict[str, str] = field(default_factory=dict)

    def __call__(self, fact: str) -> str:
        """Return the fact with this name, a key of FACTS, in lines of words; empty if nothing is recorded."""
        if fact not in self._made:
            self._made[fact] = "\n".join(dict.fromkeys(line for line in FACTS[fact](self) if line))
        return self._made[fact]

    # --- pieces -----------------------------------------------------------------------------------------

    def label(self, vocabulary: str, code: str) -> str:
        """Return the label of a code."""
        return self.words.load(vocabulary).label(code, self.chain) if code else ""

    def type_of(self, event: Record) -> str:
        """Return the shipped code for the type of an event."""
        return self.words.counted("event_type", event.text("type"))

    def of_types(self, types: Iterable[str]) -> list[Record]:
        """Return the events of these types, by date."""
        wanted_types = frozenset(types)
        return [event for event in self.events if self.type_of(event) in wanted_types]

    def that(self, does: "Does") -> list[Record]:
        """Return the events, by date, for which `does` is true by the law that applies to the event."""

        def applies(event: Record) -> bool:
            code = self.type_of(event)
            return does(code, countries.of(event.country).rule(code))

        return [event for event in self.events if applies(event)]

    def where(self, event: Record) -> str:
        """Return the place of an event: the typed words, or else the path of the recorded place."""
        return event.text("place_text") or self.places.get(RecordId(event.text("place")), "")

    def day(self, text: str) -> str:
        """Return a date in the language of the form."""
        return dates.as_said(dates.read(text), sentences(self.chain))

    def length(self, months: Value) -> str:
        """Return a number of months as years and months in words; empty if it is no number."""
        return amounts.length(months, sentences(self.chain)) if isinstance(months, int) else ""

    def custody(self, event: Record) -> list[str]:
        """Return the measure and the kind of facility of an event; the kind may be that of its place."""
        kind = self.words.counted("place_kind", self.kinds.get(RecordId(event.text("place")), ""))
        of_place = countries.facility_of_place(event.country, self.type_of(event), kind)
        return [
            self.label("measure", event.text("measure")),
            self.label("place_kind", event.text("facility") or of_place),
        ]

    def line(self, event: Record, *, who: bool = True) -> str:
        """Return an event on one line; `who` adds the other participants."""
        parts = [self.day(event.text("date")), self.label("event_type", event.text("type"))]
        parts += [*self.custody(event), self.where(event)]
        if who:
            others = [item for item in event.values("parties") if item.get("party") != self.party.id]
            parts += [self.person(item) for item in others]
        if event.text("assertion") in _DOUBTED:
            parts.append(self.label("assertion", event.text("assertion")))
        return " · ".join(part for part in parts if part)

    def step(self, event: Record) -> str:
        """Return an intervention on one line, with its addressee, reference, request and outcome."""
        details = (event.text(name) for name in ("addressee", "reference", "asked"))
        answered = self.day(event.text("answered"))
        return " · ".join(filter(None, (self.line(event), *details, answered, event.text("outcome"))))

    def person(self, item: Element) -> str:
        """Return the name and the role of a participant of an event."""
        name = self.names.get(RecordId(str(item.get("party"))), "")
        role = self.label("role", str(item.get("role") or ""))
        return f"{name} ({role})" if name and role else name

    def in_roles(self, roles: Iterable[str], events: Iterable[Record]) -> list[str]:
        """Return the other participants of events who have one of these roles."""
        wanted_roles = frozenset(roles)
        return [
            self.person(item)
            for event in events
            for item in event.values("parties")
            if item.get("party") != self.party.id
            and self.words.counted("role", str(item.get("role") or "")) in wanted_roles
        ]

    def terms(self, vocabulary: str, codes: Iterable[str] = (), *, dated: bool = False) -> list[str]:
        """Return the words for all terms of one vocabulary in the events; with `dated`, each after its date.

        If there are any `codes`, only the terms with these codes are returned.
        """
        known_codes = {
            term.code for term in self.words.load(vocabulary).terms + self.words.load(vocabulary).retired
        }
        wanted_codes = frozenset(codes) or known_codes
        labels = []
        for event in self.events:
            for item in event.values("terms"):
                code = str(item.get("term") or "")
                if code in wanted_codes:
                    text = self.words.load(EVENT_TERM).label(code, self.chain)
                    labels.append(
                        f"{self.day(event.text('date'))} · {text}" if dated and event.text("date") else text
                    )
        return labels

    def own_terms(self, vocabulary: str) -> list[str]:
        """Return the terms from this vocabulary in the record of the person."""
        term_items = [item for item in self.party.values("terms") if item.get("vocabulary") == vocabulary]
        return [
            self.label(vocabulary, str(item.get("term") or "")) or str(item.get("raw") or "")
            for item in term_items
        ]

    def charges(self, *, articles: bool = False) -> list[str]:
        """Return the charges of all events by date or, with `articles`, only their legal provisions."""
        charge_texts = []
        for event in self.events:
            for item in event.values("charges"):
                code = str(item.get("term") or "")
                term = self.words.load("charge").find(code) if code else None
                if articles:
                    charge_texts.append(term.article if term is not None else "")
                    continue
                text = term.label(self.chain) if term is not None else str(item.get("raw") or "")
                more = [text, str(item.get("stage") or ""), self.day(event.text("date"))]
                charge_texts.append(" · ".join(part for part in more if part))
        return charge_texts

    def penalties(self) -> list[str]:
        """Return the penalties of all events by date."""
        return [
            " · ".join(
                part
                for part in (
                    self.label("penalty", str(item.get("kind") or "")),
                    str(item.get("raw") or "") or self.length(item.get("months")),
                    self.day(event.text("date")),
                )
                if part
            )
            for event in self.events
            for item in event.values("penalties")
        ]


Does = Callable[[str, EventRule], bool]
"""A function that tells whether a fact is about events of a type with this meaning by the country's law."""


def _takes(code: str, rule: EventRule) -> bool:
    return not rule.traits.isdisjoint({EventTrait.BEGINS, EventTrait.AT_LARGE, EventTrait.TAKES})


def _hides(code: str, rule: EventRule) -> bool:
    return rule.effect is Effect.VANISHES or code == _ABDUCTED


def _takes_or_hides(code: str, rule: EventRule) -> bool:
    return _takes(code, rule) or _hides(code, rule)


def _holds(code: str, rule: EventRule) -> bool:
    return rule.effect is Effect.ENTERS or _takes(code, rule) or code == _DRIVEN


def _proceeds(code: str, rule: EventRule) -> bool:
    ends = rule.effect in (Effect.LEAVES, Effect.UNGROUNDED)
    return ends or bool(
        rule.stage or rule.traits & {EventTrait.STEP, EventTrait.SHORTENS, EventTrait.LENGTHENS}
    )


def _shows(code: str, rule: EventRule) -> bool:
    return EventTrait.SEEN in rule.traits or code in _MET or _takes(code, rule)


def by_date(events: Iterable[Record]) -> list[Record]:
    """Return events by date; events without a date are last."""

    def key(event: Record) -> tuple[bool, int, int]:
        date = dates.read(event.text("date"))
        day = date.earliest or date.latest
        last = date.latest or day
        return day is None, day.toordinal() if day else 0, last.toordinal() if last else 0

    return sorted(events, key=key)


def _other_names(facts: PersonFacts) -> list[str]:
    return [
        f"{item.get('name')} ({facts.label('name_kind', str(item.get('kind') or ''))})"
        for item in facts.party.values("names")
        if item.get("kind") not in (None, "", "main") and item.get("name")
    ]


def _birth(facts: PersonFacts) -> list[str]:
    age, day = facts.party.text("age"), facts.party.text("age_day")
    return [facts.day(facts.party.text("birth")), f"{age} ({facts.day(day)})" if age and day else age]


def _health(facts: PersonFacts) -> list[str]:
    disability = facts.party.text("disability")
    term = load("sex").find(disability) if disability else None
    return [disability if term is None else term.label(facts.chain), *facts.terms("circumstance", _ILL)]


def _first_where(does: Does, text_of: Callable[[PersonFacts, Record], str]) -> "Fact":
    """Return a fact: the first non-empty result of `text_of` for the events for which `does` is true."""
    return lambda facts: [next(filter(None, (text_of(facts, event) for event in facts.that(does))), "")]


def _lines(*types: str) -> "Fact":
    return lambda facts: [facts.line(event) for event in facts.of_types(types)]


def _lines_of(does: Does) -> "Fact":
    return lambda facts: [facts.line(event) for event in facts.that(does)]


def _denied(*codes: str) -> "Fact":
    return lambda facts: facts.terms("denial", codes, dated=True)


def _together(*facts: "Fact") -> "Fact":
    return lambda sheet: [line for fact in facts for line in fact(sheet)]


def _last_news(facts: PersonFacts) -> list[str]:
    dated = [event for event in facts.events if dates.read(event.text("date")).latest is not None]
    return [facts.line(event) for event in dated[-1:]]


def _date(facts: PersonFacts, event: Record) -> str:
    return facts.day(event.text("date"))


def _ethnicity(facts: PersonFacts) -> list[str]:
    return [facts.label("ethnicity", facts.party.text("ethnicity"))]


def _consents(facts: PersonFacts) -> list[str]:
    """Return a line for every answer about consent; forms never say who was asked and how."""
    lines = []
    for entry in facts.party.values(CONSENTS):
        parts = [
            facts.label(VOCABULARIES[name], str(entry.get(name) or ""))
            for name in ("consent", "purpose", "given_by", "basis")
        ]
        days = [facts.day(str(entry.get(name) or "")) for name in ("date", "until")]
        parts.append(" – ".join(filter(None, days)))
        lines.append(" · ".join(filter(None, parts)))
    return lines


Fact = Callable[[PersonFacts], Sequence[str]]

FACTS: Final[Mapping[str, Fact]] = {
    "names": lambda facts: [display_names.display_name(facts.party)],
    "other_names": _other_names,
    "consent": _consents,
    "sex": lambda facts: [facts.label("sex", facts.party.text("sex"))],
    "birth_or_age": _birth,
    "ethnicity": _ethnicity,
    "occupations": lambda facts: facts.own_terms("occupation"),
    "causes": lambda facts: facts.own_terms("cause"),
    "grounds": _together(_ethnicity, lambda facts: facts.own_terms("religion")),
    "pregnant": lambda facts: facts.terms("circumstance", ("pregnant",), dated=True),
    "health": _health,
    "taken": _lines_of(_takes),
    "taken_when": _first_where(_takes, _date),
    "taken_where": _first_where(_takes, PersonFacts.where),
    "taken_by": lambda facts: facts.in_roles(_TAKERS, facts.that(_takes_or_hides)),
    "gone_when": _first_where(_hides, _date),
    "gone_where": _first_where(_hides, PersonFacts.where),
    "ordered_by": lambda facts: facts.in_roles(("ordered",), facts.events),
    "papers": _denied(*_PAPERS),
    "searches": _lines(*_SEARCHES),
    "custody": lambda facts: [facts.line(event, who=False) for event in facts.that(_holds)],
    "held_at": lambda facts: [
        *(facts.line(event) for event in facts.that(_holds) if facts.where(event)),
        *facts.in_roles(_HOLDERS, facts.events),
    ],
    "held_by": lambda facts: facts.in_roles(_HOLDERS, facts.events),
    "family_told": _together(_denied("no_family_notice"), _lines("notice_received")),
    "family_contact": _together(_lines(*_FAMILY), _denied(*_FAMILY_DENIED)),
    "lawyers": _together(
        lambda facts: facts.in_roles(("lawyer", "state_lawyer"), facts.events),
        _lines("lawyer_met", "lawyer_appointed", "lawyer_dismissed"),
        _denied("lawyer_denied", "own_lawyer_refused", "lawyer_pressed"),
    ),
    "charges": PersonFacts.charges,
    "articles": lambda facts: facts.charges(articles=True),
    "proceedings": _lines_of(_proceeds),
    "sentence": PersonFacts.penalties,
    "denials": lambda facts: facts.terms("denial", dated=True),
    "treatment": _together(
        _lines("tortured", "beaten", "sexual_violence"), lambda facts: facts.terms("method")
    ),
    "methods": lambda facts: facts.terms("method"),
    "methods_when": lambda facts: [line for line in facts.terms("method", dated=True) if " · " in line],
    "conditions": lambda facts: facts.terms("method", _CONDITIONS),
    "threats": lambda facts: facts.terms("method", _THREATS),
    "perpetrators": lambda facts: facts.in_roles(("perpetrator", "ordered"), facts.events),
    "medical": _together(_lines(*_MEDICAL), _denied("medical_denied")),
    "remedies": lambda facts: [facts.step(event) for event in facts.of_types(_REMEDIES)],
    "official_answers": _lines(*_OFFICIAL),
    "last_seen": lambda facts: [facts.line(event) for event in facts.that(_shows)[-1:]],
    "last_news": _last_news,
    "chronology": lambda facts: [facts.line(event) for event in facts.events],
}
"""Every fact that a template can name."""
