"""Consistency checks: they report contradictions between records and never enforce anything."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from hrddesk.analysis.consistency.checks_of_names import one_letter_apart
from hrddesk.analysis.consistency.checks_of_sources import (
    answer_due,
    confirmed_without_citation,
    disputed,
    source_described,
)
from hrddesk.analysis.consistency.findings import Check, CheckedFacts, Finding, about, title_of
from hrddesk.analysis.status.liberty import Claim, claims_of
from hrddesk.analysis.status.measures import measure_before
from hrddesk.analysis.status.spans import DaySpan
from hrddesk.analysis.status.status import conflicting
from hrddesk.records.dates import dates
from hrddesk.records.dates.dates import PartialDate
from hrddesk.records.model.record import Record
from hrddesk.records.terms.countries import Effect, EventTrait, Limit
from hrddesk.system.jobs import Job, silent


def run(facts: CheckedFacts, job: Job | None = None) -> list[Finding]:
    """Return the findings of all checks in the order of `in_order`; each step of `job` is one person."""
    return in_order([*of_people(facts, job or silent()), *one_letter_apart(facts.parties), *of_events(facts)])


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings sorted by check; the findings of one check keep their order."""
    order = list(Check)
    return sorted(findings, key=lambda finding: order.index(finding.check))


def of_events(facts: CheckedFacts) -> Iterator[Finding]:
    """Run the checks on single events and their citations, whichever people the events are about."""
    yield from confirmed_without_citation(facts)
    yield from source_described(facts)
    yield from answer_due(facts)


def of_people(facts: CheckedFacts, job: Job) -> Iterator[Finding]:
    """Run the checks on each person by themselves; `facts` must have all events of these people."""
    parents = {str(place.id): place.text("parent") for place in facts.places}
    for done, (party, events) in enumerate(facts.by_person()):
        job.step(done, len(facts.parties))
        claims = claims_of(party, events)
        yield from _out_of_order(party, claims)
        yield from _sentence_without_charge(party, claims)
        yield from _release_before_custody(party, claims)
        yield from _end_before_start(party)
        yield from _after_death(party, claims)
        yield from _in_future(party, claims, facts.today)
        yield from _over_limit(party, claims, facts.limits)
        yield from _two_places(party, claims, parents)
        yield from _contradicting(party, claims)
        yield from disputed(party, claims, facts)


def _dated(claims: Iterable[Claim]) -> list[Claim]:
    return [claim for claim in claims if not claim.undated and not claim.day.raw]


def _all_after(day: PartialDate, others: Sequence[Claim]) -> bool:
    """Tell whether the last possible day of a date is before the first possible day of all `others`."""
    return day.latest is not None and all(
        later_claim.day.earliest is not None and day.latest < later_claim.day.earliest
        for later_claim in others
    )


def _out_of_order(party: Record, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Find an event that certainly precedes all events of the stage which, by law, must come first."""
    for claim in _dated(claims):
        stage = claim.country.stage(claim.rule.stage)
        if stage is None or not stage.never_before:
            continue
        earlier = _dated(
            earlier_claim
            for earlier_claim in claims
            if earlier_claim.is_at(stage.never_before, claim.country)
        )
        if earlier and _all_after(claim.day, earlier):
            first = min(earlier, key=_start)
            yield _between(Check.STAGE_OUT_OF_ORDER, party, claim, first)


def _between(check: Check, party: Record, first: Claim, second: Claim) -> Finding:
    """Return a finding which says that two events of a person contradict each other."""
    return about(
        check,
        party,
        first.event,
        second.event,
        first=title_of(first.event),
        second=title_of(second.event),
        sides=(first.event.id, second.event.id),
    )


def _start(claim: Claim) -> int:
    return claim.day.earliest.toordinal() if claim.day.earliest else 0


def _sentence_without_charge(party: Record, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Find a sentence for which the law needs an earlier stage, such as a charge, that is not recorded."""
    if any(claim.event.values("charges") for claim in claims):
        return
    for claim in claims:
        stage = claim.country.stage(claim.rule.stage) if claim.has(EventTrait.SENTENCES) else None
        if stage is None or not stage.needs:
            continue
        if not any(other_claim.is_at(need, claim.country) for other_claim in claims for need in stage.needs):
            yield about(Check.SENTENCE_WITHOUT_CHARGE, party, claim.event, first=title_of(claim.event))


def _release_before_custody(party: Record, claims: Sequence[Claim]) -> Iterator[Finding]:
    entering = [claim for claim in claims if claim.rule.effect is Effect.ENTERS]
    dated = _dated(entering)
    if not dated or len(dated) < len(entering):
        return  # a custody without a date may be the one that was left
    for release in _dated(claim for claim in claims if claim.rule.effect is Effect.LEAVES):
        if _all_after(release.day, dated):
            first = min(dated, key=_start)
            yield about(
                Check.RELEASE_BEFORE_CUSTODY,
                party,
                release.event,
                first.event,
                first=release.day.text,
                second=first.day.text,
                sides=(release.event.id, first.event.id),
            )


def _end_before_start(party: Record) -> Iterator[Finding]:
    spans = [(party.text("birth"), party.text("death"))]
    spans += [(str(item.get("since") or ""), str(item.get("until") or "")) for item in party.values("terms")]
    for start, end in spans:
        if dates.certainly_before(dates.read(end), dates.read(start)):
            yield about(Check.END_BEFORE_START, party, first=start, second=end)


def _after_death(party: Record, claims: Sequence[Claim]) -> Iterator[Finding]:
    deaths = [(claim.day, (claim.event,)) for claim in claims if claim.effect is Effect.DIES]
    own = dates.read(party.text("death"))
    all_deaths: list[tuple[PartialDate, tuple[Record, ...]]] = [*deaths, (own, ())]
    reported_ids: set[str] = set()
    for day, behind in all_deaths:
        for claim in claims:
            later = dates.certainly_before(day, claim.day)
            if later and not claim.has(EventTrait.AFTER_DEATH) and claim.event.id not in reported_ids:
                reported_ids.add(claim.event.id)
                sides = (*(event.id for event in behind), claim.event.id)
                yield about(
                    Check.EVENT_AFTER_DEATH,
                    party,
                    *behind,
                    claim.event,
                    first=day.text,
                    second=title_of(claim.event),
                    sides=sides if len(sides) > 1 else (),
                )


def _in_future(party: Record, claims: Sequence[Claim], today: date) -> Iterator[Finding]:
    for claim in claims:
        if dates.is_to_come(claim.day, today):
            yield about(Check.EVENT_IN_FUTURE, party, claim.event, first=title_of(claim.event))


def _over_limit(
    party: Record, claims: Sequence[Claim], own: Mapping[str, Mapping[str, int]]
) -> Iterator[Finding]:
    for claim in claims:
        days = claim.country.days(own.get(claim.country.code, {}))
        for limit in claim.country.limits.values():
            at_stage = not limit.until or claim.rule.stage == limit.stage
            if not at_stage or not limit.covers(claim.measure, claim.facility):
                continue
            if not claim.measure and measure_before(claim, claims):
                continue  # it says where somebody is held; the days of the measure are counted from its begin
            if not limit.until:
                yield from _whole_stretch(party, claim, claims, days[limit.code])
            else:
                yield from _until_stage(party, claim, claims, limit, days[limit.code])


def _until_stage(
    party: Record, claim: Claim, claims: Sequence[Claim], rule: Limit, limit: int
) -> Iterator[Finding]:
    following = [
        later_claim
        for later_claim in claims
        if later_claim.is_at(rule.until, claim.country) and dates.certainly_before(claim.day, later_claim.day)
    ]
    for arrest in following[:1]:
        between = [
            later_claim
            for later_claim in claims
            if later_claim is not claim
            and later_claim is not arrest
            and (later_claim.rule.effect is Effect.LEAVES or later_claim.is_at(rule.stage, claim.country))
            and dates.possibly_before(claim.day, later_claim.day)
            and dates.possibly_before(later_claim.day, arrest.day)
            and not _goes_on(claim, later_claim)
        ]
        days = DaySpan.between(claim.day, arrest.day).least
        if days is not None and days > limit and not between:
            yield _too_long(party, claim, arrest, days, limit)


def _whole_stretch(party: Record, claim: Claim, claims: Sequence[Claim], limit: int) -> Iterator[Finding]:
    """Find a claim whose kind of custody certainly lasted longer than `limit` days.

    If the date of the claim is a period `a/b`, the custody lasts from `a` to `b`. Otherwise it lasts until
    the next event that ends it.
    """
    day = claim.day
    if day.lasted:
        start, end = (dates.read(part) for part in day.edtf.split("/"))
        if start.edtf and end.edtf:
            days = DaySpan.between(start, end).least
            if days is not None and days > limit:
                yield _too_long(party, claim, claim, days, limit)
        return
    ends = [
        later_claim
        for later_claim in claims
        if later_claim.effect is not None
        and later_claim.custody != claim.custody
        and (
            later_claim.effect is Effect.LEAVES
            or later_claim.rule.effect is Effect.ENTERS
            or later_claim.sets_measure
        )
        and not _goes_on(claim, later_claim)
        and not dates.certainly_before(later_claim.day, day)
        and later_claim is not claim
    ]
    if not ends or any(not dates.certainly_before(day, later_claim.day) for later_claim in ends):
        return
    least = [(DaySpan.between(day, later_claim.day).least or 0, later_claim) for later_claim in ends]
    days, last = min(least, key=lambda item: item[0])
    if days > limit:
        yield _too_long(party, claim, last, days, limit)


def _goes_on(claim: Claim, later: Claim) -> bool:
    """Tell whether the person stays under the measure of `claim` after the event `later`."""
    is_custody = later.effect is Effect.ENTERS and not later.has(EventTrait.AT_LARGE)
    return bool(claim.measure) and is_custody and not later.sets_measure


def _too_long(party: Record, start: Claim, end: Claim, days: int, limit: int) -> Finding:
    events = (start.event,) if start is end else (start.event, end.event)
    return about(
        Check.CUSTODY_OVER_LIMIT,
        party,
        *events,
        first=start.day.text,
        second=end.day.text,
        days=days,
        limit=limit,
        sides=tuple(event.id for event in events) if len(events) > 1 else (),
    )


def _two_places(party: Record, claims: Sequence[Claim], parents: dict[str, str]) -> Iterator[Finding]:
    """Find two events of one day that show the person, free or in custody, in two different places."""
    if party.text("kind") == "group":
        return  # its people may be in several places
    by_day: dict[str, list[Claim]] = {}
    for claim in claims:
        certain = claim.day.earliest is not None and claim.day.earliest == claim.day.latest
        place = claim.event.text("place") or claim.event.text("place_text")
        shows = claim.has(EventTrait.PRESENT) or claim.rule.effect is Effect.ENTERS
        if certain and not claim.day.doubtful and place and shows and not claim.has(EventTrait.MOVES):
            by_day.setdefault(str(claim.day.earliest), []).append(claim)
    for same_day in by_day.values():
        for one, other_claim in combinations(same_day, 2):
            if _apart(one, other_claim, parents) and not (
                _leads_to(one, other_claim) or _leads_to(other_claim, one)
            ):
                yield _between(Check.TWO_PLACES_ONE_DAY, party, one, other_claim)


def _leads_to(capture: Claim, custody: Claim) -> bool:
    """Tell whether `capture` may be the seizure of a person whom `custody` shows in another place."""
    taken = capture.has(EventTrait.AT_LARGE) or capture.effect is Effect.VANISHES
    return taken and custody.effect is Effect.ENTERS and not custody.has(EventTrait.AT_LARGE)


def _apart(one: Claim, other_claim: Claim, parents: dict[str, str]) -> bool:
    a, b = one.event.text("place"), other_claim.event.text("place")
    if a and b:
        return b not in _above(a, parents) and a not in _above(b, parents)
    a, b = one.event.text("place_text").casefold(), other_claim.event.text("place_text").casefold()
    return bool(a and b) and a not in b and b not in a


def _above(place: str, parents: dict[str, str]) -> set[str]:
    """Return the id of a place and of all places that contain it; a circle in the tree ends the search."""
    outer_places: set[str] = set()
    while place and place not in outer_places:
        outer_places.add(place)
        place = parents.get(place, "")
    return outer_places


def _contradicting(party: Record, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Find two claims that exclude each other: deaths on two days, or custody and unknown whereabouts."""
    for number, one in enumerate(claims):
        for other_claim in claims[number + 1 :]:
            died_twice = one.effect is other_claim.effect is Effect.DIES and (
                dates.certainly_before(one.day, other_claim.day)
                or dates.certainly_before(other_claim.day, one.day)
            )
            if died_twice or conflicting(one, other_claim):
                yield _between(Check.CONFLICTING_CLAIMS, party, one, other_claim)
