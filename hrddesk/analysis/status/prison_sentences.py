"""The end of a prison sentence, as a range of days.

It is a range because custody before the judgment is deducted, and the start of this custody may be vague.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import Final

from hrddesk.analysis.status.liberty import Claim, custodial
from hrddesk.analysis.status.spans import add_days, add_months
from hrddesk.records.dates import amounts, dates
from hrddesk.records.model.field_specs import MOST_MONTHS
from hrddesk.records.model.record import Element
from hrddesk.records.terms.countries import Effect, EventTrait

REPLACES: Final = "replaces"
SERVED_AFTER: Final = "served_after"
SERVED_WITH: Final = "served_with"
"""The types of links that relate a later sentence to an earlier one."""
_Length = tuple[int, int]
"""Months and days."""
_NONE: Final = (0, 0)
_FIXED: Final = "fixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceTerm:
    """A sentence and the days between which it ends; None for an unknown bound."""

    penalties: tuple[str, ...]
    earliest: date | None
    latest: date | None
    kinds: tuple[str, ...] = ()
    """The codes of the penalties, as far as they are known."""
    months: tuple[int, ...] = ()
    """For each of `kinds`, the months of a fixed term; 0 if it is no fixed term or its length is unknown."""
    fixed: tuple[tuple[int, int], ...] = ()
    """For each judgment, the smallest and the greatest number of months of fixed terms."""
    may_end: date | None = None
    """The day from which the sentence may be over; None if only `latest` bounds the end."""
    endless: bool = False
    """Whether the sentence is not limited to a number of days."""

    def is_over(self, day: date) -> bool:
        """Tell whether the sentence is certainly over by the end of a day."""
        return self.latest is not None and self.latest <= day

    def may_be_over(self, day: date) -> bool:
        """Tell whether the sentence may be over by the end of a day."""
        return self.is_over(day) or (self.may_end is not None and self.may_end <= day)

    def runs(self, day: date) -> bool:
        """Tell whether the sentence certainly continues at the end of a day; False for an unknown length."""
        bounded = self.endless or self.latest is not None or self.may_end is not None
        return bounded and not self.may_be_over(day)


@dataclass(frozen=True, slots=True)
class _Bounds:
    """The first (`earliest`) and the last (`latest`) day on which a sentence can end.

    `may_end` is the day from which the sentence counts as possibly over. It may be known although `earliest`
    is not. None stands for an unknown day.
    """

    earliest: date | None
    latest: date | None
    may_end: date | None


def term_of(
    spell: Sequence[Claim], certain: Sequence[Claim], may_begin: date | None = None
) -> SentenceTerm | None:
    """Return the sentence of the present custody; None if there is none.

    `may_begin` is the first day on which the custody may have begun, if this is before the first claim.

    A later sentence replaces an earlier one if it was changed on appeal, or if a link says so. Otherwise, the
    later sentence may replace the earlier one, run together with it or follow it.
    """
    judged = _standing([claim for claim in spell if custodial(claim.event)])
    if not judged:
        return None
    bounds = _bounds(judged[0], spell, certain, may_begin)
    for number, claim in enumerate(judged[1:], 1):
        bounds = _joined(bounds, _bounds(claim, spell, certain, may_begin), claim, judged[:number])
    since = [claim for claim in certain if not dates.certainly_before(claim.day, judged[-1].day)]
    if any(claim.has(EventTrait.SHORTENS) and claim not in judged for claim in since):
        bounds = _Bounds(None, bounds.latest, None)
    if any(claim.has(EventTrait.LENGTHENS) and claim not in judged for claim in since):
        bounds = _Bounds(bounds.earliest, None, bounds.may_end)
    penalties = [item for claim in judged for item in custodial(claim.event)]
    known_penalties = [item for item in penalties if item.get("kind")]
    return SentenceTerm(
        penalties=tuple(chain.from_iterable(dict.fromkeys(_said(claim) for claim in judged))),
        earliest=bounds.earliest,
        latest=bounds.latest,
        kinds=tuple(str(item["kind"]) for item in known_penalties),
        months=tuple(_length(item)[0] if item["kind"] == _FIXED else 0 for item in known_penalties),
        fixed=tuple(
            fixed_length for claim in judged if (fixed_length := _fixed(custodial(claim.event))) is not None
        ),
        may_end=bounds.may_end,
        endless=any(
            item.get("kind") in claim.country.endless for claim in judged for item in custodial(claim.event)
        ),
    )


def _standing(judged: Sequence[Claim]) -> list[Claim]:
    """Return the sentences, by date, that no other sentence replaces; all of them if none remains."""
    ordered = sorted(judged, key=lambda item: (item.day.latest or date.min, item.day.earliest or date.min))
    return [
        claim for claim in ordered if not any(_replaces(other_claim, claim) for other_claim in ordered)
    ] or ordered


def _replaces(later: Claim, claim: Claim) -> bool:
    if later is claim:
        return False
    if later.has(EventTrait.CHANGES):
        return dates.certainly_before(claim.day, later.day) or not (
            claim.has(EventTrait.CHANGES) or dates.certainly_before(later.day, claim.day)
        )
    return _links(later, REPLACES, [claim])


def leaves_sentences(claim: Claim) -> bool:
    """Tell whether a judgment without a sentence of custody leaves an earlier sentence as it is."""
    replaces = any(item.get("type") == REPLACES for item in claim.event.values("links"))
    is_judgment = claim.effect is Effect.UNGROUNDED and claim.has(EventTrait.SENTENCES)
    return is_judgment and not claim.has(EventTrait.CHANGES) and not replaces


def _links(claim: Claim, kind: str, others: Sequence[Claim]) -> bool:
    ids = {other_claim.event.id for other_claim in others}
    return any(item.get("type") == kind and item.get("event") in ids for item in claim.event.values("links"))


def _joined(bounds: _Bounds, own: _Bounds, claim: Claim, others: Sequence[Claim]) -> _Bounds:
    """Return the bounds of the end of several sentences together: the earlier ones and that of `claim`.

    `bounds` are those of the earlier sentences (`others`), `own` those of the sentence of `claim` alone.
    """
    penalties = custodial(claim.event)
    least, most = _served(penalties)
    until, own_until = bounds.may_end or bounds.latest, own.may_end or own.latest
    added = _moved(bounds.latest, most)
    if _links(claim, SERVED_WITH, others):
        latest = _both(max, bounds.latest, _alone(claim, own, most))
        return _Bounds(_both(max, bounds.earliest, own.earliest), latest, _both(max, until, own_until))
    if _stated(penalties):
        return _Bounds(own.earliest, _both(max, bounds.latest, own.latest), own.earliest)
    if _links(claim, SERVED_AFTER, others):
        lost = timedelta(_remitted(claim, least))
        earliest, may_end = (day and _later(day, least) - lost for day in (bounds.earliest, until))
        return _Bounds(earliest, added, may_end)
    if claim.has(EventTrait.SHORTENS):
        return _Bounds(_both(min, bounds.earliest, own.earliest), bounds.latest, _both(min, until, own_until))
    latest = _both(max, added, _alone(claim, own, most))
    if claim.has(EventTrait.LENGTHENS):
        return _Bounds(_both(max, bounds.earliest, own.earliest), latest, _both(max, until, own_until))
    if all(dates.certainly_before(item.day, claim.day) for item in others):
        return _Bounds(own.earliest, latest, own_until)
    return _Bounds(_both(min, bounds.earliest, own.earliest), latest, _both(min, until, own_until))


def _both(choose: Callable[[date, date], date], first: date | None, second: date | None) -> date | None:
    return None if first is None or second is None else choose(first, second)


def _alone(claim: Claim, own: _Bounds, length: _Length | None) -> date | None:
    """Return the last possible day of a sentence if custody before the judgment is not deducted."""
    return own.latest and max(own.latest, _moved(claim.day.latest, length) or own.latest)


def _moved(day: date | None, length: _Length | None) -> date | None:
    return None if day is None or length is None else _later(day, length)


def _remitted(claim: Claim, length: _Length) -> int:
    """Return the greatest number of days of a sentence that can be remitted."""
    start = claim.day.earliest or date(2000, 1, 1)
    return int((_later(start, length) - start).days * claim.country.remission)


def _said(claim: Claim) -> tuple[str, ...]:
    return tuple(map(penalty_text, custodial(claim.event)))


def _fixed(penalties: Iterable[Element]) -> tuple[int, int] | None:
    """Return the smallest and the greatest number of months of fixed terms of one judgment; None if unknown.

    A term of unknown length may have the greatest length that can be recorded.
    """
    least, most = _served([item for item in penalties if item.get("kind") == _FIXED])
    return (least[0], MOST_MONTHS if most is None else most[0]) if least[0] else None


def penalty_text(item: Element) -> str:
    """Return a penalty as it was typed, or what is known of it: `fixed:48months`."""
    if item.get("raw"):
        return str(item["raw"])
    kind = str(item.get("kind") or "unknown")
    return f"{kind}:{item['months']}months" if item.get("months") is not None else kind


def _stated(penalties: Sequence[Element]) -> list[dates.PartialDate]:
    ends = [dates.read(str(item["ends"])) for item in penalties if item.get("ends")]
    return [end for end in ends if end.latest is not None and not end.doubtful]


def _bounds(
    judged: Claim, spell: Sequence[Claim], certain: Sequence[Claim], may_begin: date | None
) -> _Bounds:
    """Return the first and last day on which a single sentence can end."""
    penalties = custodial(judged.event)
    stated = _stated(penalties)
    if stated:
        last = max(stated, key=lambda end: end.latest or date.min)
        return _Bounds(last.earliest, last.latest, last.earliest)
    least, most = _served(penalties)
    if least == _NONE or any(item.get("kind") in judged.country.endless for item in penalties):
        return _Bounds(None, None, None)
    first, start = spell[0], spell[0].day
    begins = first.has(EventTrait.BEGINS) or first.has(EventTrait.AT_LARGE) or not custodial(first.event)
    if first is judged or not begins or start.latest is None or start.earliest is None:
        return _from_judgment(judged, spell, certain, may_begin)
    latest = _moved(start.latest, most)
    if any(claim.measure in claim.country.half for claim in spell) and judged.day.latest is not None:
        latest = _both(max, latest, _moved(judged.day.latest, most))
    earliest = _later(min(start.earliest, may_begin or start.earliest), least) - timedelta(
        _remitted(judged, least)
    )
    return _Bounds(earliest, latest, earliest)


def _from_judgment(
    judged: Claim, spell: Sequence[Claim], certain: Sequence[Claim], may_begin: date | None
) -> _Bounds:
    """Return the bounds of a sentence if the beginning of custody before its judgment is not recorded.

    Custody before the judgment is deducted as far as possible: custody that a bail ended or, if none is
    recorded, custody of unknown length.
    """
    start = judged.day if spell[0].day.latest is None else spell[0].day
    least, most = _served(custodial(judged.event))
    latest, full = (
        _moved(start.latest, most),
        _moved(_both(min, start.earliest, may_begin or date.max), least),
    )
    credit, remitted = _credit(spell[0], certain), _remitted(judged, least)
    if full is None or (credit is None and not remitted):
        return _Bounds(None, latest, None)
    first = full - timedelta(remitted + (credit or 0))
    return _Bounds(None if credit is None else first, latest, first)


def _credit(first: Claim, certain: Sequence[Claim]) -> int | None:
    """Return the greatest number of days in earlier custody that had no sentence and ended with a release.

    None if this number is unknown.
    """
    enters, leaves = (
        sorted(
            (
                item
                for item in certain
                if item.effect is effect and dates.certainly_before(item.day, first.day)
            ),
            key=lambda item: item.day.earliest or date.min,
        )
        for effect in (Effect.ENTERS, Effect.LEAVES)
    )
    days = 0 if enters and leaves else None
    for ending in leaves:
        spell = [item for item in enters if not dates.certainly_before(ending.day, item.day)]
        enters = enters[len(spell) :]
        if not spell or any(custodial(item.event) for item in spell):
            continue
        begin = spell[0].day.earliest
        if days is None or begin is None or ending.day.latest is None or not spell[0].has(EventTrait.BEGINS):
            return None
        days += (ending.day.latest - begin).days
    return None if enters else days


def _served(penalties: Sequence[Element]) -> tuple[_Length, _Length | None]:
    """Return the shortest and the longest time to serve for the terms of one judgment.

    The longest is None if unknown. Courts combine the terms for several counts into one that is at least the
    longest term and at most the sum. The combined term may itself be one of the recorded terms: the record
    does not tell which.
    """
    lengths = [_length(item) for item in penalties]
    least = max(lengths, default=_NONE)
    if _NONE in lengths:
        return least, None
    return least, (sum(months for months, _ in lengths), sum(days for _, days in lengths))


def _length(item: Element) -> _Length:
    months, quantity = item.get("months"), item.get("quantity")
    if isinstance(months, int) and months > 0:
        return months, 0
    if isinstance(quantity, int) and quantity > 0 and amounts.is_days(str(item.get("unit") or "")):
        return 0, quantity
    return _NONE


def _later(day: date, length: _Length) -> date:
    months, days = length
    return add_days(add_months(day, months), days)
