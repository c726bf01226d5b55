"""The meaning of each type of event for a person's liberty, and the day on which it may have happened."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final

from hrddesk.records.dates import dates
from hrddesk.records.dates.dates import PartialDate
from hrddesk.records.model.record import Element, Record
from hrddesk.records.terms import countries
from hrddesk.records.terms.countries import Country, Effect, EventRule, EventTrait
from hrddesk.records.terms.roles import OWN


class Answer(StrEnum):
    """The situation of a person, as far as the records say."""

    FREE = "free"
    CUSTODY = "in_custody"
    RELEASED = "released"
    DISAPPEARED = "disappeared"
    DEAD = "dead"
    UNDETERMINED = "undetermined"


_DOUBTFUL_ASSERTIONS: Final = frozenset({"alleged", "disputed"})
REFUTED: Final = "refuted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One event of a person, with the day on which it happened.

    A date without a last day ("after summer 2022") ends on the day on which the event was recorded, because
    events are recorded after they happened. This does not apply to an event that is planned for a later day.
    """

    event: Record
    day: PartialDate
    effect: Effect | None
    country: Country = field(compare=False)
    """The country whose law applies to the event."""
    rule: EventRule = field(compare=False)
    """The meaning of an event of this type by that law."""

    @property
    def type(self) -> str:
        """The code of the event's type."""
        return self.event.text("type")

    @property
    def measure(self) -> str:
        """The measure that the event names or implies."""
        return self.event.text("measure") or self.rule.measure

    @property
    def facility(self) -> str:
        """The kind of facility: as recorded, else the kind of the place, else the one that the type implies.

        The place does not count if the person was at large until then: it is the place of the arrest.
        """
        place = "" if self.has(EventTrait.AT_LARGE) else self.event.facility
        return self.event.text("facility") or place or self.rule.facility

    @property
    def custody(self) -> str:
        """The kind of custody on which limits depend: the measure or, without one, the facility."""
        return self.measure or self.facility

    @property
    def sets_measure(self) -> bool:
        """Whether the event begins a measure, or ends the former measure without beginning another.

        True for a measure, for a type of event that implies a facility, such as a camp, and for a sentence to
        prison. False for an event that only records a facility, and for a change of the sentence that is
        being served.
        """
        changes = self.has(EventTrait.SHORTENS) or self.has(EventTrait.LENGTHENS)
        return bool(self.measure or self.rule.facility or (custodial(self.event) and not changes))

    def has(self, trait: EventTrait) -> bool:
        """Tell whether the event has this trait by the rules."""
        return trait in self.rule.traits

    def is_at(self, stage: str, country: Country) -> bool:
        """Tell whether the event leads to a stage of proceedings by this country's law."""
        return self.rule.stage == stage and self.country is country

    @property
    def step(self) -> int:
        """The position of the event's stage in the proceedings; without a stage, the last position."""
        return self.country.order.get(self.rule.stage, len(self.country.stages) - 1)

    @property
    def begin(self) -> PartialDate:
        """The day of the event; for a period without an end ("since March"), the day of its beginning."""
        is_since = self.day.lasted and self.day.edtf.endswith("/") and self.day.edtf != self.day.text.strip()
        return dates.start_of(self.day) if is_since else self.day

    @property
    def latest(self) -> date | None:
        """The last day on which the event can have happened; None if unknown."""
        return self.event.recorded if self.undated else self.day.latest

    @property
    def undated(self) -> bool:
        """Whether the date has neither a first nor a last day."""
        return self.day.earliest is None and self.day.latest is None

    @property
    def alleged(self) -> bool:
        """Whether the claim itself is alleged or disputed, so that it never makes anything certain."""
        return self.event.text("assertion") in _DOUBTFUL_ASSERTIONS


def custodial(event: Record) -> list[Element]:
    """Return the penalties of an event that mean custody."""
    kinds = countries.of(event.country).custodial
    return [item for item in event.values("penalties") if item.get("kind") in kinds]


def is_without_custody(event: Record) -> bool:
    """Tell whether an event is a judgment with known penalties, of which none says anything of custody."""
    country = countries.of(event.country)
    kinds = {item.get("kind") for item in event.values("penalties")}
    judged = EventTrait.SENTENCES in country.rule(event.text("type")).traits
    return judged and bool(kinds) and kinds <= country.without_custody


def effect_of(event: Record) -> Effect | None:
    """Return the effect of an event on liberty; None if there is no effect."""
    country = countries.of(event.country)
    effect = country.rule(event.text("type")).effect
    if effect is not None or "penalties" not in event.lists:
        return effect
    if any(item.get("kind") in country.open for item in event.values("penalties")):
        return Effect.UNGROUNDED
    if custodial(event):
        return Effect.ENTERS
    return Effect.UNGROUNDED if is_without_custody(event) else None


_read = lru_cache(maxsize=16_384)(dates.read)
"""A cached reader of dates: lists read the same dates again and again, which would take most of the time."""


def claims_of(party: Record, events: Iterable[Record]) -> list[Claim]:
    """Return the claims of the events that happened to a person; refuted events are left out."""
    return [
        _claim(event) for event in events if event.text("assertion") != REFUTED and concerns(party, event)
    ]


def _claim(event: Record) -> Claim:
    day, country = _ended(_read(event.text("date")), event.recorded), countries.of(event.country)
    return Claim(
        event=event, day=day, effect=effect_of(event), country=country, rule=country.rule(event.text("type"))
    )


def _ended(day: PartialDate, recorded: date | None) -> PartialDate:
    """Return a date; if it has a first day but no last day, the day of recording becomes its last day.

    A date that begins after the day of recording is planned, and stays as it is.
    """
    if recorded is None or day.latest is not None or day.earliest is None or day.earliest > recorded:
        return day
    return replace(day, latest=recorded)


def concerns(party: Record, event: Record) -> bool:
    """Tell whether an event happened to a party, or concerns the party as a statement or appeal does."""
    roles = event.lists.get("parties", {})
    return any(item.get("party") == party.id and item.get("role") in OWN for item in roles.values())
