"""The parsing of dates in words of any language into EDTF; `date_words` writes such dates.

The words of a language for "early", "since" or "about" are in the file of the language, see `date_forms`. The
range of days of such a word is a wide one by convention: "early February" is the 1st to the 10th as the
Chinese 上旬, "early 2020" January to April, "end of 2020" October to December. An ambiguous order of day and
month (03/04/2020) is refused, never guessed.

"Before" and "after" exclude the named period: "before June 2023" (2023年6月以前) ends on 31 May, and "after
summer 2022" (2022年夏天以后) begins on 1 September. A separately named year limits the range to that year:
"in 2023, before June" (2023年，6月以前) begins on 1 January. "By", "until", "since" (截至, 为止, 起, 以来)
include the named period.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Final

from hrddesk.errors.translatable import Translatable
from hrddesk.records.language import date_forms, languages
from hrddesk.records.language.capped_patterns import capped
from hrddesk.records.language.languages import PARTS, DateForm, Wordlist
from hrddesk.records.language.scripts import HAN_NUMERALS, han_number

_DAYS_OF_MONTH: Final = {
    "early": (1, 10), "start": (1, 10), "mid": (11, 20), "late": (21, 31), "end": (21, 31),
    "first_ten": (1, 10), "second_ten": (11, 20), "last_ten": (21, 31),
}  # fmt: skip
_MONTHS_OF_YEAR: Final = {
    "early": (1, 4), "start": (1, 3), "mid": (5, 8), "late": (9, 12), "end": (10, 12),
    "h1": (1, 6), "h2": (7, 12), "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12),
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11),
}  # fmt: skip


class Join(StrEnum):
    """The relation between the date of a phrase and the one or two periods that the phrase names."""

    AT = "at"  # on some day of the period
    LASTED = "lasted"  # from the first period to the second
    BETWEEN = "between"  # on some day from the first period to the second
    SINCE = "since"
    AFTER = "after"
    UNTIL = "until"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class DatePoint:
    """A named period: a `part` of a `unit` ("early", "2021-03"), or the whole unit if `part` is empty.

    `first` and `last` are the EDTF forms of the first and last day, month or year of the period.
    """

    first: str
    last: str
    unit: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """The meaning of a date phrase.

    `mark` is the EDTF sign for an approximate or uncertain date (~, ? or %), otherwise empty.
    """

    join: Join
    first: DatePoint | None
    last: DatePoint | None
    mark: str = ""

    @property
    def edtf(self) -> str:
        """The range of days that the phrase allows, as EDTF."""
        begin = "" if self.first is None else self.first.first
        end = "" if self.last is None else self.last.last
        if self.join is Join.AFTER and self.first is not None:
            begin = _beside(self.first.last, 1)
        elif self.join is Join.BEFORE and self.last is not None:
            end = _beside(self.last.first, -1)
        begin, end = (point + self.mark if point else "" for point in (begin, end))
        return begin if begin == end else f"{begin}/{end}"


def meaning_of(text: str) -> Meaning | None:
    """Return the meaning of a phrase, or None if the phrase is not understood."""
    mark, words = _take_mark(_plain(text))
    join_and_points = _tied(words)
    if join_and_points is None:
        return None
    meaning = Meaning(*join_and_points, mark)
    return meaning if meaning.edtf != "/" else None


def why_not(text: str) -> str | None:
    """Return a specific reason why a text is not understood as a date, or None if there is none."""
    if re.fullmatch(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}", _plain(text)):
        return Translatable("day and month could be read two ways")
    return None


@cache
def _counters() -> str:
    """Return a regular expression of the counter words in dates, such as 年, 月 and 日 in 2020年2月3日."""
    return "|".join(map(re.escape, languages.listed(Wordlist.COUNTERS))) or "(?!)"


@cache
def _counted() -> re.Pattern[str]:
    """Return the regular expression that finds Chinese numerals before a counter word."""
    return re.compile(rf"(?<![{HAN_NUMERALS}])[{HAN_NUMERALS}]++(?={_counters()})")


def _plain(text: str) -> str:
    """Fold widths, dashes, spaces, letter case and Chinese numerals for comparison."""
    folded = _counted().sub(lambda match: han_number(match[0]), date_forms.plain(text))
    return folded.strip(" .。,，;；")


_MARKS: Final = (DateForm.ABOUT, DateForm.PERHAPS)


def _take_mark(words: str) -> tuple[str, str]:
    """Remove the words for an approximate or uncertain date; return the EDTF mark and the remaining words."""
    marks = set()
    while (reading := next(date_forms.readings(words, *_MARKS), None)) is not None:
        words = reading.a
        marks.add(reading.form)
    about, perhaps = (form in marks for form in _MARKS)
    return ("%" if about and perhaps else "~" if about else "?" if perhaps else ""), words


_OPEN: Final = (DateForm.SINCE, DateForm.AFTER, DateForm.UNTIL, DateForm.BEFORE)
_DASHED: Final = capped(r"(?P<a>.+?)\s*[~-]\s*(?P<b>.+)")
"""Two dates separated by a sign that can also occur within a date."""


def _within_year(words: str) -> tuple[Join, DatePoint, DatePoint] | None:
    """Parse a phrase such as "in 2023, before June": the months of a year before or after one month."""
    for reading in date_forms.readings(words, DateForm.BEFORE_IN_YEAR, DateForm.AFTER_IN_YEAR):
        year, _, number = _unit(reading.y, reading.m, "").unit.partition("-")
        month = int(number)
        first, last = (1, month - 1) if reading.form is DateForm.BEFORE_IN_YEAR else (month + 1, 12)
        if 1 <= month <= 12 and first <= last:  # there is such a month, and something of the year is left
            return Join.BETWEEN, _unit(year, str(first), ""), _unit(year, str(last), "")
    return None


def _tied(words: str) -> tuple[Join, DatePoint | None, DatePoint | None] | None:
    """Parse a phrase that is a single date, two joined dates, or one date with an open end."""
    single = _single(words)
    if single is not None:
        return Join.AT, single, single
    within = _within_year(words)
    if within is not None:
        return within
    for join, left, right in _pairs(words):
        ends = _joined(left, right)
        if ends is not None:
            return join, *ends
    for reading in date_forms.readings(words, *_OPEN):
        point = _single(reading.a)
        if point is not None:
            join = Join(reading.form)
            begins = join in (Join.SINCE, Join.AFTER)
            return (join, point, None) if begins else (join, None, point)
    return None


def _pairs(words: str) -> Iterator[tuple[Join, str, str]]:
    """Yield each possible division of a phrase into two dates, with their relation."""
    for reading in date_forms.readings(words, DateForm.BETWEEN, DateForm.LASTED):
        yield Join(reading.form), reading.a, reading.b
    dashed = _DASHED.fullmatch(words)
    if dashed is not None and re.search(_counters(), dashed["b"]):
        since = next(date_forms.readings(dashed["a"], DateForm.SINCE), None)
        yield Join.LASTED, dashed["a"] if since is None else since.a, dashed["b"]


def _beside(unit: str, step: int) -> str:
    """Return the day, month or year directly before or after `unit`; empty if there is none.

    `step` is -1 (before) or 1 (after). For a decade (`202X`), return the year before or after it. A day or
    month that does not exist is returned unchanged, and the caller reports the error.
    """
    pieces = unit.split("-")
    if "X" in unit:
        year = int(unit.replace("X", "9" if step > 0 else "0")) + step
        return f"{year:04}" if 1 <= year <= 9999 else ""
    try:
        if len(pieces) == 3:
            return str(date.fromisoformat(unit) + timedelta(days=step))
        months = int(pieces[0]) * 12 + (int(pieces[1]) - 1 if len(pieces) == 2 else 0)
        if len(pieces) == 2 and not 1 <= int(pieces[1]) <= 12:
            return unit
    except ValueError:
        return unit
    except OverflowError:
        return ""
    year, month = divmod(months + (step if len(pieces) == 2 else 12 * step), 12)
    if not 1 <= year <= 9999:
        return ""
    return f"{year:04}-{month + 1:02}" if len(pieces) == 2 else f"{year:04}"


def _joined(left: str, right: str) -> tuple[DatePoint, DatePoint] | None:
    """Parse the two ends of a range; an omitted month or year of one end is taken from the other."""
    last = _single(right)
    if last is None:  # 2020年2月至8月, 2020年2月3日至8日
        for counter in languages.listed(Wordlist.COUNTERS):
            head, counted, _ = left.rpartition(counter)
            last = last or (_single(head + counted + right) if counted else None)
    first = _single(left)
    if first is None:  # June to August 2020, 2 to 5 June 2020, 31 August to 4 September 2020
        tail = re.search(r"(?:(?<![^\d ])(?P<month>[^\d ]++) )?(?P<year>\d{4})$", right)
        if tail is not None:
            first = _single(f"{left} {tail['year']}") or (
                _single(f"{left} {tail['month']} {tail['year']}") if tail["month"] else None
            )
    return None if first is None or last is None else (first, last)


_DAY_FIRST: Final = re.compile(r"(?P<d>1[3-9]|2\d|3[01])[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})")
_MONTH_FIRST: Final = re.compile(r"(?P<m>\d{1,2})[/.-](?P<d>1[3-9]|2\d|3[01])[/.-](?P<y>\d{4})")
"""Dates in digits with the month first.

In these and in `_DAY_FIRST` the day exceeds 12, so the order is unambiguous.
"""


def _single(words: str) -> DatePoint | None:
    """Parse one date: a day, a month, a year, or a named period of a month or year."""
    bare = _bare(words)
    whole_point = _whole(bare)
    if whole_point is not None:
        return whole_point
    for reading in date_forms.readings(bare, *PARTS):
        point = _part_of(reading.a, reading.form)
        if point is not None:
            return point
    return None


def _bare(words: str) -> str:
    """Return a date without its preposition, such as "in" or "on"."""
    bare = words.strip()
    return next((reading.a for reading in date_forms.readings(bare, DateForm.ON)), bare)


def _whole(words: str) -> DatePoint | None:
    """Parse a day, a month or a year."""
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        match = pattern.fullmatch(words)
        if match:
            return _unit(match["y"], match["m"], match["d"])
    for reading in date_forms.readings(words, DateForm.DATES):
        return _unit(reading.y, reading.m, reading.d)
    return None


def _unit(year: str, month: str, day: str) -> DatePoint:
    if not month:
        return DatePoint(year, year, year)
    unit = f"{year}-{date_forms.number_of(month):02}" + (f"-{int(day):02}" if day else "")
    return DatePoint(unit, unit, unit)


def _part_of(words: str, part: DateForm) -> DatePoint | None:
    point = _whole(_bare(words))
    if point is None:
        return None
    unit = point.unit
    if part == DateForm.DECADE:
        return _decade(unit)
    pieces = unit.split("-")
    if len(pieces) == 1:
        return _part_of_year(unit, part)
    if len(pieces) == 2 and part in _DAYS_OF_MONTH:
        year, month = (int(piece) for piece in pieces)
        if not (year >= 1 and 1 <= month <= 12):
            return point  # the caller says that this month does not exist
        first, last = _DAYS_OF_MONTH[part]
        return DatePoint(
            f"{unit}-{first:02}", f"{unit}-{min(last, monthrange(year, month)[1]):02}", unit, part
        )
    return None


def _decade(year: str) -> DatePoint | None:
    if re.fullmatch(r"\d{3}0", year) is None:
        return None
    decade = f"{year[:3]}X"
    return DatePoint(decade, decade, decade)


def _part_of_year(year: str, part: DateForm) -> DatePoint | None:
    if part == DateForm.WINTER:  # of that winter or the next: both are meant by people
        following = int(year) + 1
        return DatePoint(f"{year}-01", f"{following:04}-02", year, part) if following <= 9999 else None
    if part not in _MONTHS_OF_YEAR:
        return None
    first, last = _MONTHS_OF_YEAR[part]
    return DatePoint(f"{year}-{first:02}", f"{year}-{last:02}", year, part)
