"""The writing of dates in the words of a language, from EDTF or from the meaning of a phrase."""

from calendar import monthrange

from hrddesk.records.dates.phrases import DatePoint, Join, Meaning
from hrddesk.records.language.captions import said


def as_said(meaning: Meaning, language: str) -> str:
    """Write the meaning of a date phrase in natural words: "early March 2021", "before June 2023".

    The first and last day that the phrase allows do not appear.
    """
    a, b = (
        "" if point is None else point_in_words(point, language) for point in (meaning.first, meaning.last)
    )
    if meaning.join is Join.AT:
        return _marked(a, set(meaning.mark), language)
    return _marked(said(f"date.{meaning.join.value}", language, a=a, b=b), set(meaning.mark), language)


def point_in_words(point: DatePoint, language: str) -> str:
    """Write a period that a date phrase names, such as "early March 2021", in words."""
    unit = _say(point.unit, language)
    if not point.part:
        return unit
    larger_unit = "month" if "-" in point.unit else "year"
    return said(f"date.{point.part}.of_{larger_unit}", language, a=unit)


def edtf_as_said(edtf: str, language: str) -> str:
    """Write an EDTF date in words that fit both a period and a roughly known day.

    Example: "between March 2021 and June 2021".
    """
    first, joined, last = edtf.partition("/")
    a, b = (_marked(_say(_bare(end), language), set(end), language) if end else "" for end in (first, last))
    if not joined:
        return a
    if a and b:
        return said("date.between", language, a=a, b=b)
    return said("date.or_later" if a else "date.or_earlier", language, a=a, b=b)


def in_words(edtf: str, language: str) -> str:
    """Write an EDTF date in words; an interval is written as a period: "March 2021 to June 2021"."""
    first, joined, last = _bare(edtf).partition("/")
    if not joined:
        text = _say(first, language)
    else:
        join = Join.LASTED if first and last else Join.SINCE if first else Join.UNTIL
        a, b = (_say(end, language) if end else "" for end in (first, last))
        text = said(f"date.{join.value}", language, a=a, b=b)
    return _marked(text, set(edtf), language)


def _bare(edtf: str) -> str:
    return edtf.translate({ord(c): None for c in "?~%"})


def _marked(text: str, marks: set[str], language: str) -> str:
    if marks & {"~", "%"}:
        text = said("date.about", language, a=text)
    if marks & {"?", "%"}:
        text = said("date.uncertain", language, a=text)
    return text


def _say(unit: str, language: str) -> str:
    year, month, day = ([*unit.split("-"), "", ""])[:3]
    if "X" in year:
        return _say_decade(year, language)
    if "X" in month + day:
        return _say_unknown(year, month, day, language)
    name = said(f"month.{int(month)}", language) if month else ""
    precise = "day" if day else "month" if month else "year"
    return said(f"date.{precise}", language, y=year, month=name, d=day.lstrip("0"))


def _say_decade(year: str, language: str) -> str:
    if year.count("X") == 1:
        return said("date.decade", language, y=f"{year[:3]}0")
    first, last = (_say(f"{max(1, int(year.replace('X', digit))):04}", language) for digit in "09")
    return said("date.between", language, a=first, b=last)


def _say_unknown(year: str, month: str, day: str, language: str) -> str:
    """Write the range of months or days that the unknown digits allow."""
    if month == "XX":
        return _say(year, language)
    if "X" in month:
        first, last = ("01", "09") if month == "0X" else ("10", "12")
        a, b = (_say(f"{year}-{m}", language) for m in (first, last))
    elif day == "XX":
        return _say(f"{year}-{month}", language)
    else:
        longest = monthrange(int(year), int(month))[1]
        first_day, last_day = max(1, int(day[0] + "0")), min(longest, int(day[0] + "9"))
        a, b = (_say(f"{year}-{month}-{d:02}", language) for d in (first_day, last_day))
    return said("date.between", language, a=a, b=b)
