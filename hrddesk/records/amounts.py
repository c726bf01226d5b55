"""How long and how much, in words: "4 years 6 months", "10 days", "312 books"; 4年6个月, 10天, 312册."""

from typing import Final

_UNITS: Final = (
    ("day", "days", "天", ("d", "日")),
    ("week", "weeks", "周", ("星期",)),
    ("month", "months", "个月", ("月",)),
    ("year", "years", "年", ()),
    ("hour", "hours", "小时", ("h",)),
    ("book", "books", "册", ("本", "volume", "volumes", "本书", "册书")),
    ("copy", "copies", "份", ()),
    ("item", "items", "件", ("piece", "pieces")),
    ("person", "people", "人", ("persons",)),
    ("blow", "blows", "下", ("stroke", "strokes")),
)
"""Each unit for one, for several, in Chinese, and the other words that mean it."""
_BY_WORD: Final = {word: unit for unit in _UNITS for word in (*unit[:3], *unit[3])}
_DAYS: Final = _UNITS[0]


def is_unit(word: str) -> bool:
    """Tell whether a word is a unit that is known; such a word names nobody."""
    return word.strip().casefold() in _BY_WORD


def is_days(word: str) -> bool:
    """Tell whether a word means days."""
    return _BY_WORD.get(word.strip().casefold()) is _DAYS


def quantity(number: int, unit: str, language: str) -> str:
    """Return a number of a unit in "en" or "zh"; a unit that is not known stays as it was typed."""
    found = _BY_WORD.get(unit.strip().casefold())
    if found is None:
        return f"{number:,} {unit.strip()}".strip()
    one, several, chinese, _ = found
    if language.startswith("zh"):
        return f"{number:,}{chinese}"
    return f"{number:,} {one if number == 1 else several}"


def days(number: int, language: str = "en") -> str:
    """Return a number of days in words."""
    return quantity(number, "days", language)


def length(months: int, language: str) -> str:
    """Return a length in years and months in words."""
    years, rest = divmod(months, 12)
    parts = [
        quantity(number, unit, language) for number, unit in ((years, "years"), (rest, "months")) if number
    ]
    return ("" if language.startswith("zh") else " ").join(parts) or quantity(0, "months", language)
