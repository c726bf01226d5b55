"""Events on a time axis: each event is drawn as the days that its date allows; undated events are apart."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from hrddesk.records.dates import dates
from hrddesk.records.dates.dates import PartialDate
from hrddesk.records.model.record import Record

_MARGIN: Final = 0.04  # of the line, on either side, so that an open end has somewhere to go
_MONTH_STEPS: Final = (1, 3, 6)
_YEAR_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)


@dataclass(frozen=True, slots=True)
class Moment:
    """An event with its date, as precisely as it is known."""

    event: Record
    date: PartialDate

    @property
    def is_dated(self) -> bool:
        """Whether the date has a first or a last possible day."""
        return self.date.earliest is not None or self.date.latest is not None

    @property
    def is_exact(self) -> bool:
        """Whether the event certainly happened on one known day."""
        return self.is_dated and self.date.earliest == self.date.latest and not self.date.doubtful


@dataclass(frozen=True, slots=True)
class Timeline:
    """The dated moments by date, the undated moments, and the first and last day of the axis."""

    dated: tuple[Moment, ...]
    undated: tuple[Moment, ...]
    first: date
    last: date

    def place(self, day: date) -> float:
        """Return the position of a day on the axis, 0 at its beginning and 1 at its end."""
        return (day - self.first).days / max(1, (self.last - self.first).days)

    def stretch(self, moment: Moment) -> tuple[float, float]:
        """Return where a moment begins and ends on the axis, from 0 to 1; an open end reaches the edge."""
        start, end = moment.date.earliest, moment.date.latest
        return (
            0.0 if start is None else self.place(start),
            1.0 if end is None else self.place(end),
        )


def timeline(events: Iterable[Record]) -> Timeline:
    """Return the events in the order of their dates, with a time axis that includes all dates."""
    moments = [Moment(event, dates.read(event.text("date"))) for event in events]
    dated = sorted((moment for moment in moments if moment.is_dated), key=_order)
    known_days = [
        day for moment in dated for day in (moment.date.earliest, moment.date.latest) if day is not None
    ]
    first, last = (min(known_days), max(known_days)) if known_days else (date.min, date.min)
    margin = max(2, round((last - first).days * _MARGIN))
    return Timeline(
        tuple(dated),
        tuple(moment for moment in moments if not moment.is_dated),
        first - timedelta(days=min(margin, (first - date.min).days)),
        last + timedelta(days=min(margin, (date.max - last).days)),
    )


def ticks(line: Timeline, most: int) -> Sequence[date]:
    """Return the first days of months or years to label on the axis, at most about `most` of them."""
    most = max(1, most)
    months = (line.last.year - line.first.year) * 12 + line.last.month - line.first.month
    step = next((step for step in _MONTH_STEPS if months / step <= most), None)
    if step is not None:
        starts = (
            date(year, month, 1)
            for year in range(line.first.year, line.last.year + 1)
            for month in range(1, 13, step)
        )
    else:
        years = next(step for step in _YEAR_STEPS if math.ceil(months / 12 / step) <= most)
        begin = max(1, line.first.year // years * years)
        starts = (date(year, 1, 1) for year in range(begin, line.last.year + 1, years))
    return [day for day in starts if line.first <= day <= line.last]


def _order(moment: Moment) -> tuple[date, date]:
    start, end = moment.date.earliest, moment.date.latest
    one = start or end
    assert one is not None
    return one, end or date.max
