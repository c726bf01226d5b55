"""Legal clocks: how long people have been held, compared with legal limits, and how long there was no news.

Every count is a range of days, from the fewest to the most that the dates allow; nothing is narrowed by a
guess. A day counts when it is over: a person who was detained on the 1st has been held for one day on the
2nd.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, Self

from hrddesk.analysis.consistency.findings import Finding, ref_of
from hrddesk.analysis.status.liberty import Answer, Claim, claims_of
from hrddesk.analysis.status.measures import days_in, days_under, possible_measures
from hrddesk.analysis.status.spans import DaySpan, on
from hrddesk.analysis.status.spells import Spell, begin_of, current_spell, past_of
from hrddesk.analysis.status.status import Status, UnknownReason, status_of
from hrddesk.records.dates import dates
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.names import display_names
from hrddesk.records.terms import countries
from hrddesk.records.terms.countries import Effect, EventTrait, Limit

AHEAD: Final = 7
"""The number of days ahead in which the week looks for limits that will pass."""
SOON: Final = 30
"""The number of days ahead in which the week looks for sentences that end."""
_HELD: Final = frozenset({Answer.CUSTODY, Answer.DISAPPEARED})
_NOTHING: Final = DaySpan(None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The clocks of one person.

    `cap` is the code of the legal limit that applies, of `limit` days; it is empty if no limit applies.
    """

    party: RecordId
    ref: str
    name: str
    status: Status
    held: DaySpan
    """Days in custody, all measures together."""
    in_measure: DaySpan
    """Days under the measure of the status; without one, in the kind of facility."""
    silent: DaySpan
    """Days since the last event with news of the person. An event without a date may be that one: it happened
    at the latest on the day on which it was recorded.
    """
    cap: str = ""
    limit: int = 0
    doubted: bool = False
    """Whether the end of the limit may have come already: an arrest without a date, an alleged one, a
    sentence that may have run when the person was arrested again, or another measure that may have begun.
    """

    def of(self, party: Record) -> Self:
        """Return the clock with the reference and the name of its party filled in."""
        ref = ref_of(party)
        return replace(self, ref=ref, name=display_names.display_name(party) or ref)

    @property
    def rule(self) -> Limit | None:
        """The limit that applies, by the country's law."""
        return countries.of(self.status.country).limits.get(self.cap)

    @property
    def counted(self) -> DaySpan:
        """The days that count towards the limit."""
        return self.in_measure if self.rule is not None and not self.rule.until else self.held

    @property
    def left(self) -> DaySpan:
        """The remaining days of the limit, negative after the limit has passed."""
        least, most = self.counted.least, self.counted.most
        if not self.cap:
            return _NOTHING
        return DaySpan(
            None if most is None else self.limit - most, None if least is None else self.limit - least
        )

    @property
    def ends_in(self) -> DaySpan:
        """The days until the end of the sentence, negative after the end."""
        first, last = ((None if day is None else (day - self.status.as_of).days) for day in self.status.ends)
        return DaySpan(first, last)

    def is_over(self, ahead: int = 0) -> bool | None:
        """Tell whether the limit will have passed in `ahead` days.

        Return None if the limit may have passed, and False if no limit applies.
        """
        if not self.cap:
            return False
        least, most = self.counted.least, self.counted.most
        if least is not None and least + ahead > self.limit:
            return None if self.doubted else True
        return None if most is None or most + ahead > self.limit else False

    def to_json(self) -> dict[str, Any]:
        """Return the clock as the command line prints it: a range is `[fewest, most]`, null if unbounded."""
        values: dict[str, Any] = {"ref": self.ref, "name": self.name, "status": self.status.to_json()}
        for name in ("held", "in_measure", "silent", "ends_in"):
            values[name] = getattr(self, name).to_json()
        if self.cap:
            passed = {True: "yes", False: "no", None: "perhaps"}[self.is_over()]
            values |= {"cap": self.cap, "limit": self.limit, "left": self.left.to_json(), "passed": passed}
        return values


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The cases that need attention as of a day."""

    day: date
    passing: tuple[Clock, ...]
    """People who certainly or possibly pass a limit within seven days; the closest first."""
    passed: tuple[Clock, ...]
    """People who have passed a limit: certain cases before possible ones, the longest past first."""
    ending: tuple[Clock, ...]
    """People whose sentence ends within thirty days, or has ended without later news."""
    silent: tuple[Clock, ...]
    """People without news for longer than the limit of silence, the longest first."""
    findings: tuple[Finding, ...] = ()
    """Contradictions that follow from changes in the last seven days."""


def clock_of(
    party: Record, events: Iterable[Record], day: date, own: Mapping[str, Mapping[str, int]]
) -> Clock | None:
    """Return the clock of a person who is, or may be, in custody or disappeared; None for all others.

    `own` are the limits, by country, that a desk changed for itself.
    """
    everything = list(events)
    status = status_of(party, everything, day)
    if status.answer not in _HELD and not _HELD.intersection(status.possible):
        return None
    claims = claims_of(party, everything)
    past = past_of(claims, day)
    spell = current_spell(past)
    custody = status.answer is Answer.CUSTODY
    held_days = _held(spell, day) if custody else _NOTHING
    in_measure = held_days
    if custody and status.measure:
        in_measure = days_under(status.measure, spell, past, day)
    elif custody and status.facility:
        in_measure = days_in(status.facility, spell, day)
    cap = _cap_of(status) if custody else None
    limit = own.get(status.country, {}).get(cap.code, cap.days) if cap else 0
    perhaps = {claim.rule.stage for claim in past.possible}
    open_ended = bool(spell.earlier) or not perhaps <= {"", cap.stage if cap else ""}
    doubted = (
        cap is not None
        and bool(cap.until)
        and (open_ended or any(not cap.covers(name, "") for name in possible_measures(spell, past) - {""}))
    )
    clock = Clock(
        party=party.id,
        ref="",
        name="",
        status=status,
        held=held_days,
        in_measure=in_measure,
        silent=_silence(claims, day),
        cap=cap.code if cap else "",
        limit=limit,
        doubted=doubted,
    )
    return clock.of(party)


def week_of(day: date, clocks: Iterable[Clock], silence: int, findings: Iterable[Finding] = ()) -> Week:
    """Return what needs attention in the week that begins on `day`: limits, ending sentences, silence.

    `clocks` hold the times that run for each detained person. A person of whom nothing was heard for more
    than `silence` days is silent.
    """
    everybody = list(clocks)
    passing = [clock for clock in everybody if clock.is_over() is False and clock.is_over(AHEAD) is not False]
    passed = [clock for clock in everybody if clock.is_over() is not False]
    ending = [clock for clock in everybody if _is_ending(clock)]
    silent = [clock for clock in everybody if (clock.silent.least or 0) > silence]
    return Week(
        day=day,
        passing=tuple(sorted(passing, key=lambda clock: clock.left.least or 0)),
        passed=tuple(sorted(passed, key=lambda clock: (clock.is_over() is None, -(clock.left.most or 0)))),
        ending=tuple(sorted(ending, key=_last_day)),
        silent=tuple(sorted(silent, key=lambda clock: -(clock.silent.least or 0))),
        findings=tuple(findings),
    )


def _is_ending(clock: Clock) -> bool:
    if clock.status.reason in (UnknownReason.SENTENCE_ENDED, UnknownReason.SENTENCE_MAY_HAVE_ENDED):
        return True
    ends = clock.ends_in
    if clock.status.answer is not Answer.CUSTODY or ends == _NOTHING:
        return False
    first, last = ends.least, ends.most
    return (last is not None and last <= SOON) or (first is not None and first <= SOON)


def _last_day(clock: Clock) -> date:
    return clock.status.ends[1] or clock.status.ends[0] or date.max


def _cap_of(status: Status) -> Limit | None:
    """Return the limit that applies to a status, or None.

    It is the limit of the measure or else, while the next stage is not reached, the limit until that stage.
    """
    country = countries.of(status.country)
    limits = country.limits.values()
    covering = [limit for limit in limits if limit.covers(status.measure, status.facility)]
    for limit in covering:
        if not limit.until:
            return limit
    for limit in limits:
        if not limit.until or status.sentence or status.stage != limit.stage:
            continue
        # Of the stage that ends it an event is recorded, if at all, as one that perhaps took place.
        ending = {country.rule(code).measure for code in country.types(stage=limit.until)}
        if limit in covering or (status.measure and status.measure in ending):
            return limit
    return None


def _held(spell: Spell, day: date) -> DaySpan:
    """Return the days in custody, from the fewest to the most.

    The most days are counted from the first day on which the custody may have begun (`spell.may_begin`).
    """
    least = DaySpan.between(begin_of(spell.claims), on(day)).least
    return DaySpan(least, (day - spell.may_begin).days if spell.may_begin else None)


def _silence(claims: Sequence[Claim], day: date) -> DaySpan:
    """Return the days since the last event with news of the person.

    Actions of others elsewhere, such as an intervention, are no news of the person. An event whose day is
    known roughly, or not at all, counts too. The fewest days are counted from the last day on which any event
    can have happened, the most from the last certain event.
    """
    telling = [
        claim
        for claim in claims
        if claim.rule.effect is not Effect.VANISHES and not claim.has(EventTrait.ELSEWHERE)
    ]
    certain = [
        claim.day.earliest
        for claim in telling
        if claim.day.earliest and dates.certainly_by(claim.day, day) and not claim.alleged
    ]
    possible = [min(claim.latest or day, day) for claim in telling if dates.possibly_by(claim.day, day)]
    return DaySpan(
        (day - max(possible)).days if possible else None, (day - max(certain)).days if certain else None
    )
