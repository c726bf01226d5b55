"""Spans of days between partial dates, as ranges: from the fewest to the most days that the dates allow."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from hrddesk.records.dates.dates import PartialDate


@dataclass(frozen=True, slots=True)
class DaySpan:
    """A number of days that is known within two bounds; None for an unknown bound."""

    least: int | None
    most: int | None

    @classmethod
    def between(cls, start: PartialDate, end: PartialDate) -> Self:
        """Return the number of days between two dates, never negative."""
        least = most = None
        if start.latest is not None and end.earliest is not None:
            least = max(0, (end.earliest - start.latest).days)
        if start.earliest is not None and end.latest is not None:
            most = max(0, (end.latest - start.earliest).days)
        return cls(least if not (start.doubtful or end.doubtful) else 0, most)

    def to_json(self) -> list[int | None]:
        """Return the two bounds as `[least, most]`."""
        return [self.least, self.most]


def on(day: date) -> PartialDate:
    """Return the date that is exactly this day."""
    text = day.isoformat()
    return PartialDate(text=text, earliest=day, latest=day, edtf=text)


def add_months(day: date, months: int) -> date:
    """Return the same day of the month a number of months later, or the last day of a shorter month.

    A date after the year 9999 becomes the last possible day: nobody serves such a sentence to its end.
    """
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_days(day: date, days: int) -> date:
    """Return the day a number of days later, at most the last possible day."""
    return date.max if days > (date.max - day).days else day + timedelta(days)
