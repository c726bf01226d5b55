"""The forms of dates in a language, in a small notation whose forms are always fast to match.

`{a}` and `{b}` are dates, `{y}`, `{m}` and `{d}` the digits of a year, a month and a day, `{month}` the name
of a month in any language. `[from|since|]` is a choice; the empty last alternative makes it optional. All
other characters match themselves: `[from |]{a} to {b}`.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, NoReturn

from hrddesk.errors import InvalidValue
from hrddesk.records.language import languages
from hrddesk.records.language.capped_patterns import LONGEST
from hrddesk.records.language.languages import DateForm

_LONGEST: Final = 120
_MOST_EMPTY: Final = 4
_DASHES: Final = re.compile("[‐‑‒–—―−―~～]+")
_SPACES: Final = re.compile(r"\s+")
_PIECE: Final = re.compile(r"\[(?P<choice>[^\[\]{}]*)\]|\{(?P<slot>[a-z]+)\}|(?P<text>[^\[\]{}|]+)")
_MONTH: Final = "month"
_SLOT_NAME: Final = re.compile(r"\(\?P<[a-z]>")
_SLOTS: Final = {
    "a": "(?P<a>.+?)",
    "b": "(?P<b>.+?)",
    "y": r"(?P<y>\d{4})",
    "m": r"(?P<m>\d{1,2})",
    "d": r"(?P<d>\d{1,2})",
    _MONTH: r"(?P<m>[^\W\d_].{0,39}?)",
}
_TWO: Final = (frozenset({"a", "b"}),)
_OF_YEAR: Final = (frozenset({"y", "m"}), frozenset({"y", _MONTH}))
_NEEDED: Final = {
    DateForm.BETWEEN: _TWO,
    DateForm.LASTED: _TWO,
    DateForm.BEFORE_IN_YEAR: _OF_YEAR,
    DateForm.AFTER_IN_YEAR: _OF_YEAR,
    DateForm.DATES: (frozenset({"y"}), *_OF_YEAR, *(slots | {"d"} for slots in _OF_YEAR)),
}
_ONE: Final = (frozenset({"a"}),)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateReading:
    """A match of a text with a form: the text of each slot, empty for slots that the form does not have."""

    form: DateForm
    a: str = ""
    b: str = ""
    y: str = ""
    m: str = ""
    d: str = ""


_SIGNS: Final[dict[DateForm, tuple[str, ...]]] = {
    DateForm.DATES: (
        "{y}",
        "{y}-{m}",
        "{y}-{m}-{d}",
        "{y}[/|.]{m}",
        "{y}[/|.]{m}[/|.]{d}",
        "{month}[,|] {y}",
        "{d} {month}[,|] {y}",
        "{month} {d}[,|] {y}",
        "{y} {month}",
        "{y} {month} {d}",
    ),
    DateForm.ABOUT: ("~{a}", "{a}~"),
    DateForm.PERHAPS: ("{a}?", "{a}(?)"),
    DateForm.LASTED: ("{a}–{b}", "{a} - {b}", "{a}/{b}"),
    DateForm.SINCE: ("{a}/..", "{a}/ ..", "{a}/", "{a}–"),
    DateForm.UNTIL: ("../{a}", ".. /{a}", "/{a}"),
}
"""The forms that contain no words of a language."""


def readings(text: str, *forms: DateForm) -> Iterator[DateReading]:
    """Yield the matches of a text with these forms in any language, in the order of the forms.

    `text` is the result of `plain`.
    """
    anything, patterns = _patterns(forms)
    if len(text) > LONGEST or anything.fullmatch(text) is None:
        return  # as most texts do
    for form, pattern in patterns:
        match = pattern.fullmatch(text)
        if match is not None:
            reading = DateReading(
                form=form, **{slot: words.strip() for slot, words in match.groupdict().items()}
            )
            if not reading.m or reading.m.isdecimal() or number_of(reading.m):
                yield reading


def number_of(month: str) -> int:
    """Return the number of a month given by its name in any language or in digits; 0 if it is neither."""
    return int(month) if month.isdecimal() else languages.months().get(month.rstrip("."), 0)


def check(form: DateForm, text: str) -> None:
    """Raise InvalidValue if `text` is malformed or does not have the slots that a form of this kind needs."""
    _pattern(form, text)


def plain(text: str) -> str:
    """Return a text with widths, dashes, spaces and letter case folded, ready for comparison with forms."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    folded = _DASHES.sub(lambda match: "~" if match[0] in "~～" else "–", folded)
    return _SPACES.sub(" ", folded)


@cache
def _patterns(
    forms: tuple[DateForm, ...],
) -> tuple[re.Pattern[str], tuple[tuple[DateForm, re.Pattern[str]], ...]]:
    """Return one regular expression that matches any of these forms, and one for each form."""
    written = []
    for form in forms:
        of_languages = (text for language in languages.shipped().values() for text in language.dates[form])
        written += [(form, _pattern(form, text)) for text in (*_SIGNS.get(form, ()), *of_languages)]
    anything = "|".join(_SLOT_NAME.sub("(?:", pattern) for _, pattern in written)
    return re.compile(anything or "(?!)"), tuple(
        (form, re.compile(one)) for form, one in dict.fromkeys(written)
    )


def _pattern(form: DateForm, text: str) -> str:
    folded = plain(text)
    pieces = list(_PIECE.finditer(folded))
    if "".join(piece[0] for piece in pieces) != folded or not 0 < len(folded) <= _LONGEST:
        _refuse(f"it has at most {_LONGEST} signs, and closed brackets, none within another")
    slots = [piece["slot"] for piece in pieces if piece["slot"]]
    if len(slots) != len(set(slots)) or set(slots) not in _NEEDED.get(form, _ONE):
        _refuse("it has not the slots of such a form")
    if sum(_is_empty(piece["choice"]) for piece in pieces) > _MOST_EMPTY:
        _refuse(f"more than {_MOST_EMPTY} choices may be nothing")
    if form is not DateForm.DATES and all(piece["slot"] or _is_empty(piece["choice"]) for piece in pieces):
        _refuse("it says nothing but the date")
    return "".join(_read(piece) for piece in pieces)


def _is_empty(choice: str | None) -> bool:
    """Tell whether a choice has an empty alternative."""
    return choice is not None and not all(choice.split("|"))


def _read(piece: re.Match[str]) -> str:
    if piece["slot"]:
        return _SLOTS[piece["slot"]]
    if piece["choice"] is not None:
        words = sorted(piece["choice"].split("|"), key=len, reverse=True)
        return f"(?:{'|'.join(map(re.escape, words))})"
    return re.escape(piece["text"])


def _refuse(why: str) -> NoReturn:
    raise InvalidValue(field="form", why=why)
