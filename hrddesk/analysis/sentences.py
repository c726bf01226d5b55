"""When a sentence is over, as a range: custody before the judgment counts, and its start may be vague."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hrddesk.analysis.liberty import Claim, custodial
from hrddesk.analysis.spans import add_days, add_months
from hrddesk.records import amounts, dates
from hrddesk.records.countries import Trait
from hrddesk.records.record import Element


@dataclass(frozen=True, slots=True)
class Term:
    """What somebody was sentenced to, and the days between which it ends; None where nothing bounds it."""

    penalties: tuple[str, ...]
    earliest: date | None
    latest: date | None
    kinds: tuple[str, ...] = ()
    """The codes of the penalties, as far as they are known."""
    months: tuple[int, ...] = ()
    """The lengths of the fixed terms among them."""


def term_of(spell: Sequence[Claim], certain: Sequence[Claim]) -> Term | None:
    """Return the sentence of the custody that goes on; None where there is none."""
    judged = [claim for claim in spell if custodial(claim.event)]
    if not judged:
        return None
    last = max(judged, key=lambda claim: (claim.day.latest or date.min, claim.day.earliest or date.min))
    penalties = custodial(last.event)
    made = _bounds(penalties, last, spell)
    since = [claim for claim in certain if not dates.certainly_before(claim.day, last.day)]
    earliest = None if any(claim.has(Trait.SHORTENS) for claim in since) else made[0]
    latest = None if any(claim.has(Trait.LENGTHENS) for claim in since) else made[1]
    return Term(
        tuple(penalty_text(item) for item in penalties),
        earliest,
        latest,
        tuple(str(item["kind"]) for item in penalties if item.get("kind")),
        fixed_terms(penalties),
    )


def fixed_terms(penalties: Iterable[Element]) -> tuple[int, ...]:
    """Return the months of the fixed terms among penalties."""
    found = (item.get("months") for item in penalties if item.get("kind") == "fixed")
    return tuple(months for months in found if isinstance(months, int))


def penalty_text(item: Element) -> str:
    """Return a penalty as it was typed, or what is known of it: `fixed:48months`."""
    if item.get("raw"):
        return str(item["raw"])
    kind = str(item.get("kind") or "unknown")
    return f"{kind}:{item['months']}months" if item.get("months") is not None else kind


def _bounds(
    penalties: Sequence[Element], judged: Claim, spell: Sequence[Claim]
) -> tuple[date | None, date | None]:
    ends = [dates.read(str(item["ends"])) for item in penalties if item.get("ends")]
    known = [end for end in ends if end.latest is not None and not end.doubtful]
    if known:
        last = max(known, key=lambda end: end.latest or date.min)
        return last.earliest, last.latest
    if any(item.get("kind") in judged.country.endless for item in penalties):
        return None, None
    longest = max((_length(item) for item in penalties), default=(0, 0))
    if longest == (0, 0):
        return None, None
    start = spell[0].day
    after_judgment = None if judged.day.latest is None else _later(judged.day.latest, longest)
    if spell[0] is judged or start.latest is None or start.earliest is None:
        return None, after_judgment  # when custody began is not known
    latest = _later(start.latest, longest)
    if any(claim.form in claim.country.half for claim in spell) and after_judgment is not None:
        latest = max(latest, after_judgment)
    earliest = _later(start.earliest, longest)
    remitted = (earliest - start.earliest).days * judged.country.remission
    return earliest - timedelta(int(remitted)), latest


def _length(item: Element) -> tuple[int, int]:
    months, quantity = item.get("months"), item.get("quantity")
    if isinstance(months, int) and months > 0:
        return months, 0
    if isinstance(quantity, int) and quantity > 0 and amounts.is_days(str(item.get("unit") or "")):
        return 0, quantity
    return 0, 0


def _later(day: date, length: tuple[int, int]) -> date:
    months, days = length
    return add_days(add_months(day, months), days)
