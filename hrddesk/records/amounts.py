"""How long and how much, in words: "4 years 6 months", "10 days", "312 books"; 4年6个月, 10天, 312册."""

from typing import Final

from hrddesk.records.captions import said

_UNITS: Final = {
    "day": ("days", "天", "d", "日"),
    "week": ("weeks", "周", "星期"),
    "month": ("months", "个月", "月"),
    "year": ("years", "年"),
    "hour": ("hours", "小时", "h"),
    "book": ("books", "册", "本", "volume", "volumes", "本书", "册书"),
    "copy": ("copies", "份"),
    "item": ("items", "件", "piece", "pieces"),
    "person": ("people", "人", "persons"),
    "blow": ("blows", "下", "stroke", "strokes"),
}
"""Each unit, and the other words that mean it where somebody types them."""
_BY_WORD: Final = {word: unit for unit, words in _UNITS.items() for word in (unit, *words)}


def is_unit(word: str) -> bool:
    """Tell whether a word is a unit that is known; such a word names nobody."""
    return word.strip().casefold() in _BY_WORD


def is_days(word: str) -> bool:
    """Tell whether a word means days."""
    return _BY_WORD.get(word.strip().casefold()) == "day"


def quantity(number: int, unit: str, language: str) -> str:
    """Return a number of a unit in a language; a unit that is not known stays as it was typed."""
    code = _BY_WORD.get(unit.strip().casefold())
    if code is None:
        return f"{number:,} {unit.strip()}".strip()
    return said(f"unit.{code}.{'one' if number == 1 else 'many'}", language, n=f"{number:,}")


def days(number: int, language: str = "en") -> str:
    """Return a number of days in words."""
    return quantity(number, "days", language)


def length(months: int, language: str) -> str:
    """Return a length in years and months in words."""
    years, rest = divmod(months, 12)
    if years and rest:
        a, b = quantity(years, "years", language), quantity(rest, "months", language)
        return said("length.joined", language, a=a, b=b)
    return quantity(years, "years", language) if years else quantity(rest, "months", language)
