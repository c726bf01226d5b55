"""Dates written in English and Chinese, out of EDTF and as they were said."""

from calendar import monthrange
from typing import Final

from hrddesk.records.phrases import Join, Meaning, Point

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_PARTS: Final = {
    "early": ("early {}", "{}上旬", "{}初"), "start": ("beginning of {}", "{}初", "{}初"),
    "first ten": ("early {}", "{}上旬", ""),
    "mid": ("mid-{}", "{}中旬", "{}中"), "second ten": ("mid-{}", "{}中旬", ""),
    "late": ("late {}", "{}下旬", "{}末"), "last ten": ("late {}", "{}下旬", ""),
    "end": ("end of {}", "{}底", "{}底"),
    "h1": ("first half of {}", "", "{}上半年"), "h2": ("second half of {}", "", "{}下半年"),
    "q1": ("first quarter of {}", "", "{}第一季度"), "q2": ("second quarter of {}", "", "{}第二季度"),
    "q3": ("third quarter of {}", "", "{}第三季度"), "q4": ("fourth quarter of {}", "", "{}第四季度"),
    "spring": ("spring {}", "", "{}春季"), "summer": ("summer {}", "", "{}夏季"),
    "autumn": ("autumn {}", "", "{}秋季"), "winter": ("winter {}", "", "{}冬季"),
}  # fmt: skip
"""How each part is called: in English; in Chinese of a month, and of a year."""
_JOINED: Final = {
    Join.LASTED: ("{a} to {b}", "{a}至{b}"),
    Join.BETWEEN: ("between {a} and {b}", "{a}至{b}之间"),
    Join.SINCE: ("from {a}", "{a}起"),
    Join.AFTER: ("after {a}", "{a}以后"),
    Join.UNTIL: ("until {b}", "至{b}"),
    Join.BEFORE: ("before {b}", "{b}以前"),
}


def as_said(meaning: Meaning, language: str) -> str:
    """Write a phrase as people say it: "early March 2021", "before June 2023"; no day that was not said."""
    chinese = language.startswith("zh")
    a, b = (
        "" if point is None else point_in_words(point, language) for point in (meaning.first, meaning.last)
    )
    if meaning.join is Join.AT:
        return _marked(a, set(meaning.mark), chinese)
    return _marked(_JOINED[meaning.join][chinese].format(a=a, b=b), set(meaning.mark), chinese)


def point_in_words(point: Point, language: str) -> str:
    """Write what one end of a phrase names."""
    chinese = language.startswith("zh")
    unit = _say(point.unit, chinese)
    if not point.part:
        return unit
    english, of_month, of_year = _PARTS[point.part]
    return (of_month if "-" in point.unit else of_year).format(unit) if chinese else english.format(unit)


def edtf_as_said(edtf: str, language: str) -> str:
    """Write an EDTF, true of a stretch and of a day known roughly: "between March 2021 and June 2021"."""
    chinese = language.startswith("zh")
    first, joined, last = edtf.partition("/")
    ends = [_marked(_say(_bare(end), chinese), set(end), chinese) if end else "" for end in (first, last)]
    if not joined:
        return ends[0]
    if all(ends):
        return _JOINED[Join.BETWEEN][chinese].format(a=ends[0], b=ends[1])
    said = ("{} or later", "{}或以后") if first else ("{} or earlier", "{}或以前")
    return said[chinese].format(ends[0] or ends[1])


def in_words(edtf: str, language: str) -> str:
    """Write the days of an EDTF of `hrddesk.records.dates`, in "en" or "zh"."""
    chinese = language.startswith("zh")
    first, joined, last = _bare(edtf).partition("/")
    if not joined:
        text = _say(first, chinese)
    else:
        join = Join.LASTED if first and last else Join.SINCE if first else Join.UNTIL
        ends = (_say(end, chinese) if end else "" for end in (first, last))
        text = _JOINED[join][chinese].format(**dict(zip("ab", ends, strict=True)))
    return _marked(text, set(edtf), chinese)


def _bare(edtf: str) -> str:
    return edtf.translate({ord(c): None for c in "?~%"})


def _marked(text: str, marks: set[str], chinese: bool) -> str:
    if marks & {"~", "%"}:
        text = f"约{text}" if chinese else f"about {text}"
    if marks & {"?", "%"}:
        text += "（不确定）" if chinese else " (uncertain)"
    return text


def _say(unit: str, chinese: bool) -> str:
    year, month, day = ([*unit.split("-"), "", ""])[:3]
    if "X" in year:
        return _say_decade(year, chinese)
    if "X" in month + day:
        return _say_unknown(year, month, day, chinese)
    if chinese:
        return f"{year}年" + (f"{int(month)}月" if month else "") + (f"{int(day)}日" if day else "")
    name = _MONTHS[int(month) - 1] if month else ""
    return " ".join(piece for piece in (day.lstrip("0"), name, year) if piece)


def _say_decade(year: str, chinese: bool) -> str:
    if year.count("X") == 1:
        return f"{year[:3]}0年代" if chinese else f"the {year[:3]}0s"
    first, last = (max(1, int(year.replace("X", digit))) for digit in "09")
    return f"{first:04}年至{last:04}年之间" if chinese else f"between {first:04} and {last:04}"


def _say_unknown(year: str, month: str, day: str, chinese: bool) -> str:
    """Say which months or days the unknown digits leave open."""
    if month == "XX":
        return _say(year, chinese)
    if "X" in month:
        first, last = ("01", "09") if month == "0X" else ("10", "12")
        ends = [_say(f"{year}-{m}", chinese) for m in (first, last)]
    elif day == "XX":
        return _say(f"{year}-{month}", chinese)
    else:
        longest = monthrange(int(year), int(month))[1]
        first_day, last_day = max(1, int(day[0] + "0")), min(longest, int(day[0] + "9"))
        ends = [_say(f"{year}-{month}-{d:02}", chinese) for d in (first_day, last_day)]
    return f"{ends[0]}至{ends[1]}之间" if chinese else f"between {ends[0]} and {ends[1]}"
