"""Durations and amounts in words: "4 years 6 months", "10 days", "312 books"; 4年6个月, 10天, 312册."""

from collections.abc import Mapping
from functools import cache

from hrddesk.records.language import languages
from hrddesk.records.language.captions import said
from hrddesk.records.language.languages import CounterUnit


@cache
def _by_word() -> Mapping[str, CounterUnit]:
    """Return the units by word, in lower case: by the code of the unit and its words in all languages."""
    return {word.casefold(): unit for unit in CounterUnit for word in (unit.value, *languages.listed(unit))}


def is_unit(word: str) -> bool:
    """Tell whether a word is a known unit; such a word is not the name of a person."""
    return word.strip().casefold() in _by_word()


def is_days(word: str) -> bool:
    """Tell whether a word means days."""
    return _by_word().get(word.strip().casefold()) == "day"


def quantity(number: int, unit: str, language: str) -> str:
    """Return a number with its unit in a language; an unknown unit is kept as typed."""
    code = _by_word().get(unit.strip().casefold())
    if code is None:
        return f"{number:,} {unit.strip()}".strip()
    return said(f"unit.{code}.{'one' if number == 1 else 'many'}", language, n=f"{number:,}")


def days(number: int, language: str = "en") -> str:
    """Return a number of days in words."""
    return quantity(number, "days", language)


def length(months: int, language: str) -> str:
    """Return a duration, given in months, as years and months in words."""
    years, rest = divmod(months, 12)
    if years and rest:
        a, b = quantity(years, "years", language), quantity(rest, "months", language)
        return said("length.joined", language, a=a, b=b)
    return quantity(years, "years", language) if years else quantity(rest, "months", language)
