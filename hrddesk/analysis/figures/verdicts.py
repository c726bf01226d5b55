"""Verdicts on whether a value, a day or a number meets a condition: certainly, possibly, or not."""

from collections.abc import Iterator
from datetime import date
from enum import IntEnum
from typing import Final

from hrddesk.analysis.figures.figure_questions import UNKNOWN, Bands
from hrddesk.records.dates.dates import PartialDate
from hrddesk.records.terms import vocabulary

UNKNOWN_ANSWERS: Final = (UNKNOWN, vocabulary.NOT_ASKED)
"""Answers that say that something is not known; an empty field says nothing."""
NOT_RECORDED: Final = ""
_LONGEST_PERIOD: Final = 240
"""The greatest number of months over which an event is possible in each of them."""

Key = tuple[str, ...]
"""The value of each dimension, in the order of the question; "" or an answer for an unknown one."""


class Verdict(IntEnum):
    """Whether a condition holds: no, possibly, or certainly."""

    NO = 0
    POSSIBLE = 1
    CERTAIN = 2


def is_unknown(value: str) -> bool:
    """Tell whether a value means that nothing is known."""
    return value == NOT_RECORDED or value in UNKNOWN_ANSWERS


def band_key(bands: Bands, number: int) -> str:
    """Return the band of a number as a range, `12..36` (without 36); "" below the first band."""
    below = [start for start in bands if start <= number]
    if not below:
        return NOT_RECORDED
    end = next((start for start in bands if start > number), None)
    return f"{below[-1]}..{'' if end is None else end}"


def bands_between(bands: Bands, least: int, most: int) -> list[str]:
    """Return every band in which a number from `least` to `most` may be; "" means below the first band."""
    starts = (start for start in bands if least < start <= most)
    return list(dict.fromkeys([band_key(bands, least), *(band_key(bands, start) for start in starts)]))


def within(day: PartialDate, period: PartialDate) -> Verdict:
    """Return whether an event with the date `day` happened within a period."""
    first, last = period.earliest or date.min, period.latest or date.max
    if day.earliest is not None and day.latest is not None and not day.doubtful:
        if first <= day.earliest and day.latest <= last:
            return Verdict.CERTAIN
        if day.latest < first or day.earliest > last:
            return Verdict.NO
        return Verdict.POSSIBLE
    if (day.latest is not None and day.latest < first) or (day.earliest is not None and day.earliest > last):
        return Verdict.NO
    return Verdict.POSSIBLE


def periods(day: PartialDate, name: str) -> Iterator[tuple[str, Verdict]]:
    """Yield the months or years (`name`) in which an event certainly or possibly happened.

    Yield none for a date that is open at one end, or that spans more than 240 months.
    """
    if day.earliest is None or day.latest is None:
        return
    step = 12 if name == "year" else 1
    first, last = (bound.year * 12 + bound.month - 1 for bound in (day.earliest, day.latest))
    first, last = first // step, last // step
    if (last - first) * step > _LONGEST_PERIOD:
        return
    how = Verdict.CERTAIN if first == last and not day.doubtful else Verdict.POSSIBLE
    for number in range(first, last + 1):
        year, month = divmod(number * step, 12)
        yield (f"{year:04d}" if name == "year" else f"{year:04d}-{month + 1:02d}"), how
