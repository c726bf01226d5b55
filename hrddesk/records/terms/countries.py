"""The law of each country: stages of proceedings, limits of custody, effects of events on a status.

All laws are in files under `resources/countries`; the code contains no country's law. A case names its
country; a vault names the country of all other cases. A country without files follows the general rules.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Final

from hrddesk.records.language.labels import Labels
from hrddesk.records.terms.number_shapes import NumberShape
from hrddesk.records.terms.vocabulary import holding

GENERAL: Final = "general"
"""The pack of rules that belong to no single country's law; all other packs extend it."""
USUAL: Final = "CN"
"""The country of a vault that names none."""


class Effect(StrEnum):
    """The effect of an event on a person's liberty."""

    ENTERS = "enters"  # in custody from here on
    LEAVES = "leaves"
    VANISHES = "vanishes"
    DIES = "dies"
    FREE = "free"  # says that the person is at large
    UNGROUNDED = "ungrounded"  # ends the ground for custody, and says nothing of a release
    DOUBTED = "doubted"  # may have killed, or shows somebody who had vanished


class EventTrait(StrEnum):
    """Further properties of an event type that the rules use."""

    AT_LARGE = "at_large"  # the person was at large until then
    TAKES = "takes"  # somebody lays hands on the person
    STEP = "step"  # a step of the proceedings that leads to no stage of its own
    BEGINS = "begins"  # custody begins with it, where nothing earlier is recorded
    SENTENCES = "sentences"  # its penalties are a sentence
    CHANGES = "changes"  # its sentence replaces the one before
    SHORTENS = "shortens"  # the sentence ends earlier from then on
    LENGTHENS = "lengthens"
    MOVES = "moves"  # it may be in two places on one day
    PRESENT = "present"  # it shows the person where it happens; a custody does so without it
    ELSEWHERE = "elsewhere"  # the person need not be where it happens
    AFTER_DEATH = "after_death"  # it may well happen when somebody has died
    SEEN = "seen"  # somebody saw the person, and no more is known
    MAY_HAVE_DIED = "may_have_died"
    NO_VICTIM = "no_victim"  # somebody does or says it; it happens to nobody


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRule:
    """The meaning of one event type under a country's law; a field is empty if the law says nothing about
    it.
    """

    effect: Effect | None = None
    stage: str = ""
    measure: str = ""
    """The measure that the event implies."""
    facility: str = ""
    """The kind of facility that the event implies."""
    traits: frozenset[EventTrait] = frozenset()


NO_RULE: Final = EventRule()


@dataclass(frozen=True, slots=True)
class ProceedingStage:
    """A stage of proceedings.

    This stage never comes before the stage `never_before`, if both are recorded. It needs at least one of the
    stages in `needs`, if there are any.
    """

    code: str
    labels: Labels
    never_before: str = ""
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limit:
    """The maximum length of a custody, in days.

    If `until` is empty, the limit applies to the days of each custody that it `covers`. If `until` is set, it
    applies to all days of custody, as long as `stage` is the last stage reached and the limit covers the
    present custody. If `until`, `measures` and `facilities` are all empty, the limit is no law, but the
    number of days without news after which the user is reminded.
    """

    code: str
    days: int
    labels: Labels
    ground: Labels
    measures: frozenset[str] = frozenset()
    facilities: frozenset[str] = frozenset()
    """The kinds of facilities in which the limit applies if no measure is recorded; "" if no facility is
    recorded either.
    """
    stage: str = ""
    until: str = ""

    def covers(self, measure: str, facility: str) -> bool:
        """Tell whether the limit applies to a custody with this measure.

        If no measure is recorded, the kind of facility decides.
        """
        return measure in self.measures if measure else facility in self.facilities


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """The law of one country, as far as statuses, custody limits, checks and figures use it."""

    code: str
    labels: Labels
    stages: tuple[ProceedingStage, ...]
    limits: Mapping[str, Limit]
    events: Mapping[str, EventRule]
    custodial: frozenset[str] = frozenset()
    """Kinds of penalty that mean custody."""
    open: frozenset[str] = frozenset()
    """Kinds of penalty that end custody, or leave at large."""
    endless: frozenset[str] = frozenset()
    """Kinds of penalty that no number of days bounds."""
    without_custody: frozenset[str] = frozenset()
    """Kinds of penalty that say nothing of custody; a judgment of these alone is no sentence of custody."""
    half: frozenset[str] = frozenset()
    """Measures of which two days may count as one of the sentence."""
    remission: Fraction = Fraction(0)
    """The part of a sentence that may be remitted for good conduct."""
    surnames: tuple[str, ...] = ()
    numbers: tuple[NumberShape, ...] = ()
    """The formats of numbers that identify a person."""
    order: Mapping[str, int] = field(default_factory=dict)
    """The place of each stage among the stages."""

    def rule(self, event_type: str) -> EventRule:
        """Return the meaning of an event type in this country."""
        return self.events.get(event_type, NO_RULE)

    def types(self, *, effect: Effect | None = None, stage: str = "") -> frozenset[str]:
        """Return the types of event that have this effect, or lead to this stage."""
        return frozenset(
            code
            for code, rule in self.events.items()
            if (effect is not None and rule.effect is effect) or (stage and rule.stage == stage)
        )

    def stage(self, code: str) -> ProceedingStage | None:
        """Return the stage with this code, None if there is none."""
        return self.stages[self.order[code]] if code in self.order else None

    def days(self, own: Mapping[str, int]) -> dict[str, int]:
        """Return the days of each limit; `own` are the values that a desk changed for itself."""
        return {code: own.get(code, limit.days) for code, limit in self.limits.items()}


@cache
def shipped() -> Mapping[str, Country]:
    """Return all countries by code; raise CountryPackWrong for files that contradict themselves."""
    from hrddesk.records.terms.country_files import read
    from hrddesk.system.paths import resources

    return MappingProxyType(read(resources() / "countries"))


@cache
def digest() -> str:
    """Return a hash of all country files, which differs once a file is added or edited."""
    from hrddesk.system.paths import resources

    files = sorted(resources().joinpath("countries").rglob("*.*"))
    parts = [(str(path.relative_to(resources())), path.read_bytes()) for path in files if path.is_file()]
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def of(code: str) -> Country:
    """Return the law of the country with this code.

    For an empty code it is the law of the usual country, for a code without a file the general rules.
    """
    countries = shipped()
    return countries.get(code or USUAL) or countries[GENERAL]


@cache
def effects_of(event_type: str) -> frozenset[Effect]:
    """Return the effects of an event type on liberty in any country."""
    rules = (country.rule(event_type) for country in shipped().values())
    return frozenset(rule.effect for rule in rules if rule.effect is not None)


@cache
def facility_of_place(country: str, event_type: str, kind: str) -> str:
    """Return `kind` if a place of this kind is where an event holds a person in custody, otherwise "".

    This requires that people are held in places of this kind, and that the event begins custody by the law of
    `country`, or by all laws if `country` is empty. An arrest has no facility: it happens where the person
    was at large.
    """
    laws = (of(country),) if country else shipped().values()
    rules = [law.rule(event_type) for law in laws]
    is_held = all(rule.effect is Effect.ENTERS and EventTrait.AT_LARGE not in rule.traits for rule in rules)
    return kind if is_held and kind in holding() else ""


@cache
def surnames() -> frozenset[str]:
    """Return the surnames of all countries."""
    return frozenset(name for country in shipped().values() for name in country.surnames)


@cache
def stages() -> Mapping[str, tuple[Country, ProceedingStage]]:
    """Return all stages by country and code, such as `CN/arrested`; the usual country comes first.

    The same code means a different stage, with other labels, in the law of another country.
    """
    stages_by_key = {}
    for country in (of(USUAL), *shipped().values()):
        for stage in country.stages:
            stages_by_key[stage_key(country.code, stage.code)] = country, stage
    return MappingProxyType(stages_by_key)


def stage_key(country: str, stage: str) -> str:
    """Return the key of a country's stage in the result of `stages`."""
    return f"{country}/{stage}"
