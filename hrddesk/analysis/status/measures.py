"""The measure under which a person is held, and for how many days.

A measure lasts until an event names another measure or custody ends. A facility alone, such as a hospital,
does not end a measure. A sentence ends the former measure, even if its event names no measure: the person is
then held under the sentence.
"""

from collections.abc import Sequence
from datetime import date

from hrddesk.analysis.status.liberty import Claim
from hrddesk.analysis.status.spans import DaySpan, on
from hrddesk.analysis.status.spells import Past, Spell, begin_of, current_spell, past_of, precedes
from hrddesk.records.dates import dates
from hrddesk.records.dates.dates import PartialDate
from hrddesk.records.terms.countries import Effect


def possible_measures(spell: Spell, past: Past) -> frozenset[str]:
    """Return every measure that may apply in the present custody; "" stands for a custody without one."""
    certain, doubted = _setting(spell, past)
    last = {
        claim.measure
        for claim in (*certain, *doubted)
        if not any(later is not claim and precedes(claim, later, past.all) for later in certain)
    }
    return frozenset(last if certain else {*last, ""})


def current_measure(spell: Spell, past: Past) -> str:
    """Return the measure of the present custody; "" if there is none or several are possible."""
    measures = possible_measures(spell, past)
    return next(iter(measures)) if len(measures) == 1 else ""


def measure_before(claim: Claim, claims: Sequence[Claim]) -> str:
    """Return the measure under which a person is held on the day of `claim`, an event of custody."""
    day = claim.begin.latest
    named = [item for item in claims if item.measure and dates.possibly_before(item.day, claim.day)]
    if claim.effect is not Effect.ENTERS or day is None or not named:
        return ""
    past = past_of(claims, day)
    spell = current_spell(past)
    return current_measure(spell, past) if claim in spell.claims else ""


def days_under(measure: str, spell: Spell, past: Past, day: date) -> DaySpan:
    """Return the days since this measure last began in the present custody."""
    certain, doubted = _setting(spell, past)
    ends = [claim for claim in certain if claim.measure != measure]
    doubted_ends = [claim for claim in (*certain, *doubted) if claim.measure != measure]
    run = [
        claim
        for claim in (*certain, *doubted)
        if claim.measure == measure and not any(precedes(claim, end, past.all) for end in ends)
    ]
    sure = [
        claim
        for claim in run
        if claim in certain
        and not any(end.day.doubtful or dates.possibly_before(claim.day, end.day) for end in doubted_ends)
    ]
    return _since(run, sure, day)


def days_in(facility: str, spell: Spell, day: date) -> DaySpan:
    """Return the days since the person last came to this kind of facility."""
    run = [
        claim
        for claim in spell.claims
        if claim.custody == facility
        and not any(
            later.custody not in ("", facility) and dates.certainly_before(claim.day, later.day)
            for later in spell.claims
        )
    ]
    return _since(run, run, day)


def _setting(spell: Spell, past: Past) -> tuple[list[Claim], list[Claim]]:
    """Return the claims that set the measure of a custody: the certain claims, and the doubted claims."""
    certain = [claim for claim in spell.claims if claim.sets_measure]
    start = spell.earlier or spell.claims
    possible = [
        claim
        for claim in past.possible
        if claim.effect is Effect.ENTERS and not all(precedes(claim, item, past.all) for item in start)
    ]
    doubted = [claim for claim in (*spell.earlier, *possible) if claim.sets_measure]
    return certain, [claim for claim in doubted if claim not in certain]


def _since(run: Sequence[Claim], sure: Sequence[Claim], day: date) -> DaySpan:
    """Return the days since the first claim of `run`; only the claims in `sure` certainly belong to it."""
    if not run:
        return DaySpan(None, None)
    begin = PartialDate(
        text="", earliest=begin_of(run).earliest, latest=begin_of(sure).latest if sure else _last(run)
    )
    span = DaySpan.between(begin, on(day))
    ends = [
        dates.read(end) for claim in run if claim.day.lasted and (end := claim.day.edtf.partition("/")[2])
    ]
    if len(ends) < len(run):
        return span
    # All that is known are stretches that ended: whether it went on after the last of them nobody says.
    last_end = max(ends, key=lambda item: item.earliest or date.min)
    return DaySpan(DaySpan.between(begin, last_end).least, span.most)


def _last(run: Sequence[Claim]) -> date | None:
    """Return the last day on which the last claim of a run can have begun."""
    days = [dates.start_of(claim.day).latest for claim in run]
    return None if None in days else max(day for day in days if day is not None)
