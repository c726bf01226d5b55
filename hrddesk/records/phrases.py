"""Dates in English and Chinese words, read into EDTF; `date_words` writes them.

What words mean in days is a convention, and always on the wide side: "early February" is the 1st to the
10th as the Chinese 上旬, "early 2020" January to April, "end of 2020" October to December. An order of
day and month that could be read two ways (03/04/2020) is refused, never guessed.

"Before" and "after" leave out what they name: "before June 2023" (2023年6月以前) ends on 31 May,
and "after summer 2022" (2022年夏天以后) begins on 1 September. A year that is said apart bounds the
other side: "in 2023, before June" (2023年，6月以前) begins on 1 January. "By", "until", "since" (截至,
为止, 起, 以来) include it.
"""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from hrddesk.records import languages
from hrddesk.records.capped import capped


@cache
def _month() -> str:
    """Return what a month may be called in any of the languages, as a pattern without a choice of lengths."""
    called = sorted(languages.months(), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, called)) + r")\.?"


_PARTS = {
    "early": "early", "beginning of": "start", "start of": "start", "mid": "mid", "middle of": "mid",
    "late": "late", "end of": "end",
    "初": "start", "中": "mid", "底": "end", "末": "end",
    "上旬": "first ten", "中旬": "second ten", "下旬": "last ten",
    "上半年": "h1", "下半年": "h2",
}  # fmt: skip
_DAYS_OF_MONTH = {
    "early": (1, 10), "start": (1, 10), "mid": (11, 20), "late": (21, 31), "end": (21, 31),
    "first ten": (1, 10), "second ten": (11, 20), "last ten": (21, 31),
}  # fmt: skip
_MONTHS_OF_YEAR = {
    "early": (1, 4), "start": (1, 3), "mid": (5, 8), "late": (9, 12), "end": (10, 12),
    "h1": (1, 6), "h2": (7, 12), "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12),
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11),
}  # fmt: skip
_ORDINALS = {
    "first": "1", "1st": "1", "second": "2", "2nd": "2", "third": "3", "3rd": "3", "fourth": "4", "4th": "4",
    "一": "1", "二": "2", "三": "3", "四": "4", "1": "1", "2": "2", "3": "3", "4": "4",
}  # fmt: skip
_SEASONS = {
    "spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter",
    "春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter",
}  # fmt: skip


class Join(StrEnum):
    """How a phrase ties a date to the days that it names."""

    AT = "at"  # on some day of it
    LASTED = "lasted"  # from one to the other
    BETWEEN = "between"  # on some day between the two
    SINCE = "since"
    AFTER = "after"
    UNTIL = "until"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Point:
    """A named stretch of days: `part` of a `unit` ("early", "2021-03"), or the unit itself where it is empty.

    `first` and `last` are the EDTF of its first and of its last day, month or year.
    """

    first: str
    last: str
    unit: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase says. `mark` is the EDTF mark of what is approximate or uncertain, or empty."""

    join: Join
    first: Point | None
    last: Point | None
    mark: str = ""

    @property
    def edtf(self) -> str:
        """The days that it allows, as EDTF."""
        begin = "" if self.first is None else self.first.first
        end = "" if self.last is None else self.last.last
        if self.join is Join.AFTER and self.first is not None:
            begin = _beside(self.first.last, 1)
        elif self.join is Join.BEFORE and self.last is not None:
            end = _beside(self.last.first, -1)
        begin, end = (point + self.mark if point else "" for point in (begin, end))
        return begin if begin == end else f"{begin}/{end}"


def meaning_of(text: str) -> Meaning | None:
    """Return what a phrase says; None when it is not understood."""
    mark, words = _take_mark(_plain(text))
    found = _tied(words)
    if found is None:
        return None
    made = Meaning(*found, mark)
    return made if made.edtf != "/" else None


def why_not(text: str) -> str | None:
    """Say why a text that was not understood is refused; None when there is nothing special to say."""
    if re.fullmatch(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}", _plain(text)):
        return "day and month could be read two ways"
    return None


def _plain(text: str) -> str:
    """Fold widths, dashes, spaces, case and Chinese numerals."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    folded = re.sub(r"[‐‑‒–—―−~～]+", lambda m: "~" if m[0] in "~～" else "–", folded)
    folded = re.sub(
        r"(?<![〇零○一二三四五六七八九十])[〇零○一二三四五六七八九十]++(?=[年月日号])",
        lambda m: _number(m[0]),
        folded,
    )
    return re.sub(r"\s+", " ", folded).strip(" .。,，;；")


def _number(numerals: str) -> str:
    """Return Chinese numerals in digits: 二〇二〇 is 2020, 十二 is 12, 二十八 is 28."""
    digits = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
    if "十" not in numerals:
        return "".join(digits[c] for c in numerals)
    tens, _, ones = numerals.partition("十")
    if len(tens) > 1 or len(ones) > 1:
        return numerals
    return digits.get(tens, "1") + digits.get(ones, "0")


_ABOUT = re.compile(
    r"(?:about|around|approximately|approx\.?|circa|ca\.?|c\.|roughly|~)\s*|(?:大约|大概|约于|约在|约)", re.I
)
_PERHAPS = re.compile(
    r"(?:possibly|probably|perhaps|maybe|presumably)\s+|(?:可能是|可能在|可能于|可能|疑似|似乎|也许)"
)
_ABOUT_BEHIND = re.compile(r"(?<!\s)\s*+(?:左右|前后|~|\(approx(?:imately|\.)?\))$")
_PERHAPS_BEHIND = re.compile(r"(?<!\s)\s*+(?:\?|\(\?\)|\(uncertain\)|\(不确定\)|\(待核实\)|\(存疑\))$")


def _take_mark(words: str) -> tuple[str, str]:
    """Split off what says that the date is approximate or uncertain; return its EDTF mark and the rest."""
    about = perhaps = False
    while True:
        before = words
        for pattern in (_ABOUT, _PERHAPS):
            match = pattern.match(words)
            if match:
                words = words[match.end() :]
                about, perhaps = about or pattern is _ABOUT, perhaps or pattern is _PERHAPS
        for pattern in (_ABOUT_BEHIND, _PERHAPS_BEHIND):
            match = pattern.search(words)
            if match:
                words = words[: match.start()]
                about, perhaps = about or pattern is _ABOUT_BEHIND, perhaps or pattern is _PERHAPS_BEHIND
        if words == before:
            return ("%" if about and perhaps else "~" if about else "?" if perhaps else ""), words


_BETWEEN = (
    capped(r"(?P<within>between) (?P<a>.+) and (?P<b>.+)"),
    capped(r"(?:from )?(?P<a>.+?)(?: to | until | till | through |\s*–\s*| - )(?P<b>.+)"),
    capped(
        r"(?:从|自)?(?P<a>.+?)\s*(?:至|到|~|–|-)\s*(?P<b>.*[年月日号初中底末旬季].*?)(?:(?P<within>之间)|期间)?"
    ),
    capped(r"(?P<a>[^/]+?)\s*/\s*(?P<b>[^/]+)"),
)
_OPEN = (
    (
        Join.SINCE,
        capped(
            r"(?:since|from|starting|as of) (?P<a>.+)|(?:自从|自|从)(?P<b>.+?)(?:起|以来|开始)?"
            r"|(?P<c>.+?)(?:起|以来|至今)|(?P<d>.+?)\s*(?:/ ?\.\.|/|–|to present|onwards?)"
        ),
    ),
    (Join.AFTER, capped(r"after (?P<a>.+)|(?:自从|自|从|在)?(?P<b>.+?)(?:以后|之后|后)")),
    (
        Join.UNTIL,
        capped(
            r"(?:by|until|till|up to|no later than|not later than) (?P<a>.+)"
            r"|(?:截至|直到|直至|至|到)(?P<b>.+?)(?:为止|止)?|(?P<c>.+?)为止|(?:\.\. ?/|/)\s*(?P<d>.+)"
        ),
    ),
    (Join.BEFORE, capped(r"(?:before|prior to) (?P<a>.+)|(?:在|到)?(?P<b>.+?)(?:以前|之前|前)")),
)


@cache
def _part_of_year() -> re.Pattern[str]:
    return re.compile(
        rf"(?:in )?(?P<y>\d{{4}}),? (?P<side>before|after) (?P<m>{_month()})"
        r"|(?:在)?(?P<zh_y>\d{4})年(?:, ?|内,? ?)(?P<zh_m>\d{1,2})月(?P<zh_side>以前|之前|前|以后|之后|后)"
    )


def _within_year(words: str) -> tuple[Join, Point, Point] | None:
    """Read the months of a year before or after one of them: "in 2023, before June"."""
    match = _part_of_year().fullmatch(words)
    if match is None:
        return None
    named = _unit(match["y"] or match["zh_y"], match["m"] or match["zh_m"], None)
    year, month = named.unit.split("-")
    is_before = "前" in (match["zh_side"] or "") or match["side"] == "before"
    first, last = (1, int(month) - 1) if is_before else (int(month) + 1, 12)
    if not 1 <= int(month) <= 12 or first > last:
        return None  # no such month, or nothing of the year is left
    return Join.BETWEEN, _unit(year, str(first), None), _unit(year, str(last), None)


def _tied(words: str) -> tuple[Join, Point | None, Point | None] | None:
    """Read a single date, or two with what joins them, or one with an open end."""
    single = _single(words)
    if single is not None:
        return Join.AT, single, single
    within = _within_year(words)
    if within is not None:
        return within
    for pattern in _BETWEEN:
        match = pattern.fullmatch(words)
        if match:
            ends = _joined(match["a"], match["b"])
            if ends is not None:
                return (Join.BETWEEN if match.groupdict().get("within") else Join.LASTED), *ends
    for join, pattern in _OPEN:
        match = pattern.fullmatch(words)
        if match:
            point = _single(next(group for group in match.groups() if group is not None))
            if point is not None:
                begins = join in (Join.SINCE, Join.AFTER)
                return (join, point, None) if begins else (join, None, point)
    return None


def _beside(unit: str, step: int) -> str:
    """Return the day, month, year or decade before or after one; empty where there is none.

    One that does not exist is returned as it is: the caller says so.
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


def _joined(left: str, right: str) -> tuple[Point, Point] | None:
    """Join two ends; what one of them leaves out (its month, its year) is the other's."""
    last = _single(right)
    if last is None:  # 2020年2月至8月, 2020年2月3日至8日
        for head in (re.match(r".*年", left), re.match(r".*月", left)):
            last = last or (_single(head[0] + right) if head else None)
    first = _single(left)
    if first is None:  # June to August 2020, 2 to 5 June 2020, 31 August to 4 September 2020
        tail = re.search(r"(?:(?<![^\d ])(?P<month>[^\d ]++) )?(?P<year>\d{4})$", right)
        if tail is not None:
            first = _single(f"{left} {tail['year']}") or (
                _single(f"{left} {tail['month']} {tail['year']}") if tail["month"] else None
            )
    return None if first is None or last is None else (first, last)


@cache
def _date_forms() -> tuple[re.Pattern[str], ...]:
    month = _month()
    return tuple(
        re.compile(pattern)
        for pattern in (
            r"(?P<y>\d{4})年(?:(?P<m>\d{1,2})月(?:份|(?P<d>\d{1,2})[日号]?)?)?",
            r"(?P<y>\d{4})-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?",
            r"(?P<y>\d{4})[/.](?P<m>\d{1,2})(?:[/.](?P<d>\d{1,2}))?",
            r"(?P<y>\d{4})",
            rf"(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?(?P<m>{month}),? (?:of )?(?P<y>\d{{4}})",
            rf"(?P<m>{month}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>\d{{4}})",
            rf"(?P<y>\d{{4}}) (?P<m>{month})(?: (?P<d>\d{{1,2}}))?",
            r"(?P<d>1[3-9]|2\d|3[01])[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})",  # cannot be month first
            r"(?P<m>\d{1,2})[/.-](?P<d>1[3-9]|2\d|3[01])[/.-](?P<y>\d{4})",  # cannot be day first
        )
    )


_PART_BEFORE = re.compile(r"(?P<part>early|beginning of|start of|mid|middle of|late|end of)[ -](?P<rest>.+)")
_PART_BEHIND = re.compile(
    r"(?P<rest>\d{4}年(?:\d{1,2}月)?)(?P<part>上半年|下半年|上旬|中旬|下旬|年?[初中底末])"
)
_YEAR_PARTS = (
    (re.compile(r"(?:the )?(?P<part>\w+) quarter(?: of)? (?P<y>\d{4})"), "q"),
    (re.compile(r"q(?P<part>[1-4]) (?P<y>\d{4})"), "q"),
    (re.compile(r"(?P<y>\d{4})[ -]?q(?P<part>[1-4])"), "q"),
    (re.compile(r"(?P<y>\d{4})年第?(?P<part>[一二三四1-4])季度"), "q"),
    (re.compile(r"(?:the )?(?P<part>first|second|1st|2nd) half(?: of)? (?P<y>\d{4})"), "h"),
)
_SEASON = (
    re.compile(r"(?:the )?(?P<s>spring|summer|autumn|fall|winter)(?: of)? (?P<y>\d{4})"),
    re.compile(r"(?P<y>\d{4})年?(?P<s>[春夏秋冬])[季天]?"),
)
_DECADE = (re.compile(r"(?:the )?(?P<d>\d{3})0s"), re.compile(r"(?P<d>\d{3})0年代"))


def _single(words: str) -> Point | None:
    """Read one date: a day, a month, a year, or a named part of a month or year."""
    words = re.sub(r"^(?:in|on|at|the|于|在)\s+|^[于在]", "", words.strip())
    words = re.sub(r"^the\s+", "", words)
    for pattern in _date_forms():
        match = pattern.fullmatch(words)
        if match:
            return _unit(match["y"], match.groupdict().get("m"), match.groupdict().get("d"))
    for pattern in (_PART_BEFORE, _PART_BEHIND):
        match = pattern.fullmatch(words)
        if match:
            part = match["part"] if match["part"] in _PARTS else match["part"].removeprefix("年")
            return _part_of(match["rest"], _PARTS[part])
    for pattern, kind in _YEAR_PARTS:
        match = pattern.fullmatch(words)
        if match and match["part"] in _ORDINALS:
            return _months(match["y"], kind + _ORDINALS[match["part"]])
    for pattern in _SEASON:
        match = pattern.fullmatch(words)
        if match:
            return _season(match["y"], _SEASONS[match["s"]])
    for pattern in _DECADE:
        match = pattern.fullmatch(words)
        if match:
            decade = f"{match['d']}X"
            return Point(decade, decade, decade)
    return None


def _unit(year: str, month: str | None, day: str | None) -> Point:
    if month is None:
        return Point(year, year, year)
    number = languages.months().get(month.rstrip(".")) or int(month)
    unit = f"{year}-{number:02}" + (f"-{int(day):02}" if day else "")
    return Point(unit, unit, unit)


def _part_of(words: str, part: str) -> Point | None:
    whole = _single(words)
    if whole is None or whole.part:
        return None
    unit = whole.unit
    pieces = unit.split("-")
    if len(pieces) == 1 and part in _MONTHS_OF_YEAR and "X" not in unit:
        return _months(unit, part)
    if len(pieces) == 2 and part in _DAYS_OF_MONTH:
        year, month = (int(piece) for piece in pieces)
        if not (year >= 1 and 1 <= month <= 12):
            return whole  # the caller says that this month does not exist
        first, last = _DAYS_OF_MONTH[part]
        return Point(f"{unit}-{first:02}", f"{unit}-{min(last, monthrange(year, month)[1]):02}", unit, part)
    return None


def _months(year: str, part: str) -> Point:
    first, last = _MONTHS_OF_YEAR[part]
    return Point(f"{year}-{first:02}", f"{year}-{last:02}", year, part)


def _season(year: str, season: str) -> Point | None:
    if season == "winter":  # of that winter or the next: both are meant by people
        following = int(year) + 1
        return Point(f"{year}-01", f"{following:04}-02", year, season) if following <= 9999 else None
    return _months(year, season)
