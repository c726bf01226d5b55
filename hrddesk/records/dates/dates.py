"""Partial dates: the typed text, and the earliest and latest day that it allows.

The accepted forms are a subset of the Extended Date/Time Format (EDTF, Library of Congress, 2019):

    2020   2020-02   2020-02-06        year, month, day
    2020?  2020-02~  2020-02-06%       uncertain, approximate, both: the order of such a date is never certain
    202X   2020-0X   2020-02-1X        some digits are not known, from the right (also 2020-XX)
    2020-02/2020-06  2020/  /2020      an interval, open at one end (`..` for an open end is understood too)

and the phrases of `hrddesk.records.dates.phrases`. No day is ever invented: `2020` is kept as `2020`, and its
bounds are 1 January and 31 December.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from hrddesk.errors import InvalidDate, InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.dates import date_words, phrases
from hrddesk.records.dates.phrases import Join
from hrddesk.records.language.captions import in_each
from hrddesk.records.language.labels import Chain, Labels


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A date as typed, with the range of days that it allows.

    `earliest` and `latest` are None if the range has no such end (an open interval, an empty date, or a raw
    text). `edtf` is the same date in EDTF, empty for an empty or raw date. `lasted` is True for a period that
    lasted for the whole range (`a/b`, "since March") and False for one day within it ("early March").
    """

    text: str
    earliest: date | None = None
    latest: date | None = None
    uncertain: bool = False
    approximate: bool = False
    edtf: str = ""
    lasted: bool = False

    @property
    def raw(self) -> bool:
        """Whether the text was not understood and is kept as typed."""
        return bool(self.text.strip()) and not self.edtf

    @property
    def doubtful(self) -> bool:
        """Whether the date is uncertain or approximate; its order among dates is then never certain."""
        return self.uncertain or self.approximate


@dataclass(frozen=True, slots=True)
class _Point:
    """One end of an interval, or a single date."""

    earliest: date
    latest: date
    mark: str


_POINT = re.compile(r"([0-9]{1,4}X{0,4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?([?~%]?)")
_MARKS = {"": (False, False), "?": (True, False), "~": (False, True), "%": (True, True)}
UNPLACED = Translatable("it is no form that is known")
"""The reason for an invalid date whose words are not a known form."""
_LASTING = (Join.LASTED, Join.SINCE, Join.UNTIL)
_LONGEST = 200  # characters; a date is no narrative, and a megabyte of digits must not cost time


def parse(text: str, *, field: str = "date") -> PartialDate:
    """Parse a typed date.

    Raise `InvalidDate` with the name `field` if the date is not understood or does not exist. Surrounding
    spaces are ignored. An empty text is a date without bounds.
    """
    stripped = text.strip()
    if not stripped:
        return PartialDate(text=text)
    if len(stripped) > _LONGEST:
        raise InvalidDate(field=field, why=Translatable("it is too long for a date"))
    if _looks_like_edtf(stripped):
        return _bounds(text, stripped, field, lasted="/" in stripped)
    meaning = phrases.meaning_of(stripped)
    if meaning is None:
        raise InvalidDate(field=field, why=phrases.why_not(stripped) or UNPLACED)
    return _bounds(text, meaning.edtf, field, lasted=meaning.join in _LASTING)


def kept(text: str, *, field: str = "date") -> PartialDate:
    """Parse a date of a record; keep words that are not a known form ("before the holiday") as raw text.

    Raise `InvalidDate` if the text has a known form, but the date does not exist, ends before it begins, or
    has an ambiguous order of day and month. In quotation marks, such a text is kept as raw text.
    """
    try:
        return parse(text, field=field)
    except InvalidDate as error:
        if error.details["why"] != UNPLACED:
            raise
        return PartialDate(text=text)


def read(text: str) -> PartialDate:
    """Parse any text as a date, for example from a file; a text that is not understood is kept raw."""
    try:
        return parse(text)
    except InvalidDate:
        return PartialDate(text=text)


def understood(text: str) -> str | None:
    """Return the EDTF form of a phrase; None if the text is EDTF already, empty or not a date."""
    stripped = text.strip()
    if not stripped or len(stripped) > _LONGEST or _looks_like_edtf(stripped):
        return None
    return read(text).edtf or None


def certainly_before(a: PartialDate, b: PartialDate) -> bool:
    """Tell whether every day that `a` allows is before every day that `b` allows."""
    if a.doubtful or b.doubtful or a.latest is None or b.earliest is None:
        return False
    return a.latest < b.earliest


def possibly_before(a: PartialDate, b: PartialDate) -> bool:
    """Tell whether some day that `a` allows is before some day that `b` allows."""
    return a.earliest is None or b.latest is None or a.earliest < b.latest


def certainly_by(d: PartialDate, day: date) -> bool:
    """Tell whether every day that `d` allows is on or before `day`; False for a doubtful date."""
    return d.latest is not None and d.latest <= day and not d.doubtful


def possibly_by(d: PartialDate, day: date) -> bool:
    """Tell whether some day that `d` allows is on or before `day`."""
    return d.earliest is None or d.earliest <= day


def is_to_come(d: PartialDate, today: date) -> bool:
    """Tell whether every day that `d` allows is after `today`."""
    return d.earliest is not None and d.earliest > today


def require_begun(text: str, field: str) -> None:
    """Raise InvalidValue if a date is in the future: nobody can have answered or agreed on such a day."""
    if is_to_come(read(text), newest_day()):
        raise InvalidValue(field=field, why=Translatable("that day has not come yet"))


def newest_day() -> date:
    """Return the current day in UTC+14, the latest day that has begun anywhere on earth."""
    return (datetime.now(tz=UTC) + timedelta(hours=14)).date()


def start_of(d: PartialDate) -> PartialDate:
    """Return the start of a period, or the date itself if it is not a period with a start."""
    if not d.lasted or d.edtf.startswith("/"):
        return d
    meaning = _meaning(d)
    if meaning is None or meaning.first is None:
        return read(d.edtf.partition("/")[0])
    return read(
        date_words.as_said(phrases.Meaning(Join.AT, meaning.first, meaning.first, meaning.mark), "en")
    )


def in_words(d: PartialDate, language: str) -> str:
    """Write the days that a date allows, in words; a raw text is returned as typed.

    A period with a start ("since early March 2021") keeps its wording, because the day of the start is not
    exactly known.
    """
    meaning = _meaning(d)
    if meaning is not None and meaning.join in (Join.SINCE, Join.LASTED):
        return date_words.as_said(meaning, language)
    return date_words.in_words(d.edtf, language) if d.edtf else d.text


def as_said(d: PartialDate, language: str) -> str:
    """Write a date in its original wording ("early March 2021"); a raw text is returned as typed."""
    if not d.edtf:
        return d.text
    meaning = _meaning(d)
    if meaning is None:
        return date_words.edtf_as_said(d.edtf, language)
    return date_words.as_said(meaning, language)


def said_in(text: str, languages: Chain) -> Labels:
    """Return a date in the words of each of `languages`; a text that is not understood is kept as typed."""
    date = read(text)
    return in_each(languages, lambda language: as_said(date, language))


def as_typed(d: PartialDate, language: str) -> str:
    """Return the text as typed, with EDTF signs such as in "2021-06~" written out in words."""
    text = d.text.strip()
    return as_said(d, language) if any(sign in text for sign in "~?%X/") and d.edtf == text else text


def _meaning(d: PartialDate) -> phrases.Meaning | None:
    """Return the meaning of a date that was typed as a phrase, otherwise None."""
    return None if _looks_like_edtf(d.text.strip()) else phrases.meaning_of(d.text)


def _looks_like_edtf(text: str) -> bool:
    """Tell whether a text has the form of EDTF, even if the day does not exist."""
    ends = text.split("/")
    if len(ends) > 2 or not any(ends):
        return False
    points = [_POINT.fullmatch(end) for end in ends if end]
    return all(point is not None and len(point[1]) == 4 for point in points)


def _bounds(text: str, edtf: str, field: str, *, lasted: bool) -> PartialDate:
    ends = [_point(end, field) if end else None for end in edtf.split("/")]
    first, last = ends[0], ends[-1]
    earliest = first.earliest if first else None
    latest = last.latest if last else None
    if first and last and first.earliest > last.latest:
        raise InvalidDate(field=field, why=Translatable("{0} ends before it begins", edtf))
    marks = [_MARKS[end.mark] for end in ends if end]
    return PartialDate(
        text=text,
        earliest=earliest,
        latest=latest,
        uncertain=any(mark[0] for mark in marks),
        approximate=any(mark[1] for mark in marks),
        edtf=edtf,
        lasted=lasted,
    )


def _point(text: str, field: str) -> _Point:
    match = _POINT.fullmatch(text)
    if match is None:
        raise InvalidDate(field=field, why=UNPLACED)
    year, month, day, mark = match.groups()
    days = _days(year, month, day)
    if days is None:
        raise InvalidDate(field=field, why=Translatable("{0} does not exist", text.rstrip("?~%")))
    return _Point(*days, mark)


def _days(year: str, month: str | None, day: str | None) -> tuple[date, date] | None:
    """Return the first and last day that the digits allow; None if there is no such day."""
    unknown = "X" in year
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    first_year = max(first_year, 1)  # there is no year 0
    if last_year < 1 or (unknown and month is not None):
        return None
    if month is None:
        return date(first_year, 1, 1), date(last_year, 12, 31)
    months = _matching(month, 12)
    if not months or ("X" in month and day not in (None, "XX")):
        return None
    if day is None or "X" in month:
        return date(first_year, months[0], 1), _last_day(first_year, months[-1])
    days = _matching(day, monthrange(first_year, months[0])[1])
    if not days:
        return None
    return date(first_year, months[0], days[0]), date(first_year, months[0], days[-1])


def _matching(digits: str, highest: int) -> list[int]:
    """Return the numbers from 1 to `highest` that match two digits, in which X is an unknown digit."""
    if digits.isdecimal():
        return [int(digits)] if 1 <= int(digits) <= highest else []
    if digits[0] == "X" and digits[1] != "X":
        return []
    return [
        n for n in range(1, highest + 1) if all(d in ("X", c) for d, c in zip(digits, f"{n:02}", strict=True))
    ]


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
