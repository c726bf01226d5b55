"""The present custody: its claims, and whether an earlier custody may not have ended."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from hrddesk.analysis.status.liberty import Claim, custodial
from hrddesk.analysis.status.prison_sentences import SentenceTerm, leaves_sentences, term_of
from hrddesk.records.dates import dates
from hrddesk.records.dates.dates import PartialDate
from hrddesk.records.terms.countries import Effect, EventTrait

_ENDS: Final = (Effect.LEAVES, Effect.FREE)


@dataclass(frozen=True, slots=True)
class Past:
    """The claims about a person by whether they have happened by a day: certainly, possibly, or not yet."""

    certain: tuple[Claim, ...]
    possible: tuple[Claim, ...]
    later: tuple[Claim, ...]

    @property
    def all(self) -> tuple[Claim, ...]:
        """The claims that have happened, certainly or possibly."""
        return self.certain + self.possible


def past_of(claims: Iterable[Claim], day: date) -> Past:
    """Return claims sorted by whether they have certainly, possibly or not yet happened by a day."""
    certain, possible, later = [], [], []
    for claim in claims:
        if dates.certainly_by(claim.begin, day) and not claim.alleged:
            certain.append(claim)
        elif dates.possibly_by(claim.day, day):
            possible.append(claim)
        else:
            later.append(claim)
    return Past(tuple(certain), tuple(possible), tuple(later))


def precedes(first: Claim, second: Claim, everything: Sequence[Claim]) -> bool:
    """Tell whether the claim `first` certainly precedes the claim `second`.

    A period that ends on the day of `second` began before that day. A release needs a custody before it: if
    only one custody can be meant, that custody precedes the release, even if both dates are the same month.
    """
    if dates.certainly_before(first.begin, second.day):
        return True
    if first.day.doubtful or second.day.doubtful or first.undated or second.undated:
        return False
    a, b = first.day, second.day
    ended = a.lasted and not a.edtf.endswith("/")
    if ended and a.latest is not None and b.earliest is not None and a.latest == b.earliest:
        return True
    if (first.effect, second.effect) != (Effect.ENTERS, Effect.LEAVES) or first.alleged or second.alleged:
        return False
    if (a.earliest, a.latest) != (b.earliest, b.latest):
        return False
    return not any(
        claim.effect is Effect.ENTERS and dates.possibly_before(claim.day, b) and claim.day.edtf != a.edtf
        for claim in everything
    )


@dataclass(frozen=True, slots=True)
class Spell:
    """The certain claims of the present custody, the earliest first, and its sentence.

    `earlier` has all claims that may belong to the custody, if these are more than `claims`; otherwise it is
    empty. They are more if an earlier sentence may still have been running, or if it is open whether the last
    release came before or after some of them.
    """

    claims: tuple[Claim, ...]
    term: SentenceTerm | None
    earlier: tuple[Claim, ...] = ()
    may_begin: date | None = None
    """The first day on which the custody may have begun, by all claims that may belong to it."""


def current_spell(past: Past) -> Spell:
    """Return the present custody.

    A person who was taken away was at large before, even without a recorded release, unless a sentence was
    running. After the last day of a sentence, any beginning of custody begins a new custody.
    """
    entries = sorted((claim for claim in past.certain if claim.effect is Effect.ENTERS), key=_by_day)
    ends = [claim for claim in past.certain if claim.effect in _ENDS]
    breaks = list(ends)
    doubted: list[Claim] = []
    for claim in entries:
        unbroken = _since_breaks(entries, breaks, past)
        before = [item for item in unbroken if precedes(item, claim, past.all)]
        ran = _ran(before, claim, past) if before else None
        if ran is False and any(_may_precede(item, claim) for item in unbroken if item not in before):
            ran = None
        if ran is False and doubted:
            longer = _since_breaks(entries, [item for item in breaks if item not in doubted], past)
            if _ran([item for item in longer if precedes(item, claim, past.all)], claim, past) is not False:
                ran = None  # a sentence that may have run on when an earlier claim came may run yet
        if claim.has(EventTrait.AT_LARGE) and before and ran is not True:
            breaks.append(claim)
            doubted += [] if ran is False else [claim]
        elif ran is False and any(_is_new_ground(claim, item) for item in before if custodial(item.event)):
            breaks.append(claim)
            doubted += [claim] if any(map(_is_rough, before)) else []
    claims = _since_breaks(entries, breaks, past)
    certain = [item for item in breaks if item not in doubted]
    earlier = _since_breaks(entries, certain, past) if doubted else []
    # Whoever was released on a day that may lie behind a claim may be held since a later one only.
    sure = [item for item in claims if not any(dates.possibly_before(item.day, end.day) for end in ends)]
    if sure and sure != claims:
        claims, earlier = sure, earlier or claims
    may_begin = _may_begin(earlier or claims, past)
    term = term_of(claims, past.certain, _may_begin(claims, past))
    return Spell(tuple(claims), term, tuple(earlier), may_begin)


def begin_of(claims: Sequence[Claim]) -> PartialDate:
    """Return the first and the last day on which the earliest of these claims can have begun, as a date."""
    starts = [dates.start_of(claim.day) for claim in claims]
    firsts = [start.earliest for start in starts]
    lasts = [start.latest for start in starts if start.latest is not None]
    earliest = None if not firsts or None in firsts else min(first for first in firsts if first is not None)
    return PartialDate(text="", earliest=earliest, latest=min(lasts, default=None))


def _may_begin(claims: Sequence[Claim], past: Past) -> date | None:
    """Return the first day on which a custody of these claims may have begun; None if unknown.

    A detention with a roughly known day may belong to the custody and precede these claims. It is taken to
    follow the last release before them.
    """
    first = begin_of(claims).earliest
    if first is None or claims[0].has(EventTrait.AT_LARGE):
        return first
    rough = [
        claim.day.earliest
        for claim in past.possible
        if claim.effect is Effect.ENTERS and not claim.alleged and claim.day.earliest
    ]
    releases = [
        claim.day.earliest
        for claim in past.certain
        if claim.effect in _ENDS
        and claim.day.earliest
        and any(precedes(claim, item, past.all) for item in claims)
    ]
    return min(first, max(min(rough), *releases, date.min)) if rough else first


def _is_new_ground(claim: Claim, judged: Claim) -> bool:
    """Tell whether a claim of custody follows the sentence `judged` and has a ground of its own.

    Such a ground is, for example, a new arrest or another stage of proceedings.
    """
    other_stage = bool(claim.rule.stage) and claim.step != judged.step
    begins = claim.has(EventTrait.BEGINS) or claim.has(EventTrait.AT_LARGE) or other_stage
    return begins and claim is not judged and dates.certainly_before(judged.day, claim.day)


def _ran(before: Sequence[Claim], claim: Claim, past: Past) -> bool | None:
    """Tell whether the sentence in the claims `before` was still running at `claim`; None for perhaps."""
    judged = [item for item in before if custodial(item.event)]
    by_then = [item for item in past.all if not dates.certainly_before(claim.day, item.day)]
    certain = [item for item in by_then if item in past.certain]
    term = term_of(before, certain, _may_begin(before, past))
    first, last = claim.day.earliest, claim.begin.latest
    if term is None or (first is not None and term.is_over(first)):
        return False
    since = [
        item
        for item in by_then
        if not leaves_sentences(item) and not all(precedes(item, judgment, past.all) for judgment in judged)
    ]
    if any(_ended(item, judged, claim, past) for item in since):
        return False
    if any(item.effect in (*_ENDS, Effect.UNGROUNDED) or item.has(EventTrait.SHORTENS) for item in since):
        return None
    return True if last is not None and term.runs(last) else None


def _may_precede(judged: Claim, claim: Claim) -> bool:
    """Tell whether `judged` is a sentence with a roughly known day that may precede `claim`."""
    return (
        _is_rough(judged)
        and judged is not claim
        and bool(custodial(judged.event))
        and dates.possibly_before(judged.day, claim.day)
    )


def _is_rough(claim: Claim) -> bool:
    return claim.day.earliest != claim.day.latest


def _ended(ending: Claim, judged: Sequence[Claim], claim: Claim, past: Past) -> bool:
    """Tell whether `ending`, such as an acquittal, certainly ended the custody of `judged` before `claim`."""
    return (
        ending.effect is Effect.UNGROUNDED
        and ending in past.certain
        and precedes(ending, claim, past.all)
        and all(precedes(item, ending, past.all) for item in judged)
    )


def _since_breaks(entries: Sequence[Claim], breaks: Sequence[Claim], past: Past) -> list[Claim]:
    return [item for item in entries if not any(precedes(item, ending, past.all) for ending in breaks)]


def _by_day(claim: Claim) -> tuple[date, date]:
    return claim.day.earliest or date.min, claim.day.latest or date.max
