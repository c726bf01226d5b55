"""The assignment of the sentence in an event to a band, such as five to ten years."""

from collections.abc import Iterable, Iterator
from typing import Final

from hrddesk.analysis.status.prison_sentences import REPLACES
from hrddesk.records.model.record import Record
from hrddesk.records.terms import countries
from hrddesk.records.terms.countries import EventTrait
from hrddesk.redact.facts.terms import ANSWERS, Terms, words_of_penalty
from hrddesk.redact.model.chapters import Band

_YEAR: Final = 12  # months
_WITHOUT_LENGTH: Final = {"death": Band.DEATH, "death_reprieve": Band.REPRIEVE, "life": Band.LIFE}
_FIXED: Final = "fixed"
_DETENTION: Final = frozenset({"criminal_detention", "admin_detention", "judicial_detention"})


def band_said(event: Record, terms: Terms) -> Band | None:
    """Return the band of an event's penalties, or None if there is no penalty or the event was refuted."""
    return None if terms.is_refuted(event) else band_of(_penalties(event, terms))


def replaces_sentences(event: Record, terms: Terms) -> bool:
    """Tell whether the sentence of an event replaces earlier ones: by the type of the event, or by a link."""
    known_type = terms.find("event_type", event.text("type"))
    rule = countries.of(event.country).rule(event.text("type") if known_type is None else known_type[0])
    changes = rule.traits & {EventTrait.CHANGES, EventTrait.SHORTENS, EventTrait.LENGTHENS}
    return bool(changes) or any(item.get("type") == REPLACES for item in event.values("links"))


def _penalties(event: Record, terms: Terms) -> Iterator[tuple[str, object]]:
    for element in event.values("penalties"):
        words = words_of_penalty(element)
        term = terms.find("penalty", words)
        code = "" if term is None else term[0]
        if words and code not in ANSWERS:
            yield code, element.get("months")


def band_of(penalties: Iterable[tuple[str, object]]) -> Band | None:
    """Return the band of the heaviest penalty, or None if there is no penalty.

    Each penalty is a code with its months. With several fixed terms, nobody knows whether the longest or all
    of them must be served; if that makes a difference, the band is unknown.
    """
    every = list(penalties)
    bands = [_band(code) for code, _ in every if code != _FIXED]
    if terms := [months for code, months in every if code == _FIXED]:
        bands.append(_band_of_terms(terms))
    return min(bands, key=list(Band).index, default=None)


def _band(code: str) -> Band:
    if code in _WITHOUT_LENGTH:
        return _WITHOUT_LENGTH[code]
    return Band.DETENTION if code in _DETENTION else Band.OTHER


def _band_of_terms(terms: list[object]) -> Band:
    known_lengths = [
        months for months in terms if isinstance(months, int) and months is not True and months > 0
    ]
    longest = _band_of_length(max(known_lengths, default=0))
    if longest is Band.TEN_YEARS:
        return longest
    return (
        longest
        if len(known_lengths) == len(terms) and _band_of_length(sum(known_lengths)) is longest
        else Band.UNKNOWN
    )


def _band_of_length(months: int) -> Band:
    if months >= 10 * _YEAR:
        return Band.TEN_YEARS
    return Band.FIVE_YEARS if months >= 5 * _YEAR else Band.SHORTER
