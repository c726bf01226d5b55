"""Formats of numbers that belong to a country, in a language so small that no format can be slow to match.

`9` is a digit, `A` a capital letter, `*` either of the two, `[XYZ]` one of X, Y and Z, `[3-9]` a digit from 3
to 9, `M` the two digits of a month, `D` the two digits of a day. `-` is up to two separators (spaces, dots,
strokes or hyphens), `_` exactly one separator, `=` a separator that is the same wherever `=` is written.
`{4}` and `{2,4}` after a sign give its number of repetitions. Any other sign except a letter or a digit
matches itself: `A999999-([0123456789A])`. The variable repetitions are limited, so that a match takes linear
time for any text.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import prod
from typing import Final

from hrddesk.errors import InvalidValue

_MOST_SIGNS: Final = 40
_LEAST_DIGITS: Final = 2
_MOST_TIMES: Final = 20
_MOST_WAYS: Final = 300
"""The greatest number of combinations of the open repetitions of a format."""
_GAP: Final = "-"
_SAME: Final = "="
_ONE_GAP: Final = "_"
_IN_GAPS: Final = frozenset(" .-·・_/\t\n")
_SIGNS: Final = {
    "9": r"\d",
    "A": "[A-Z]",
    "*": "[A-Z0-9]",
    _GAP: r"[\s\-.·•・_/]{0,2}",
    _ONE_GAP: r"[\s\-./]",
}
_DATES: Final = {"M": "(?:0[1-9]|1[0-2])", "D": "(?:0[1-9]|[12][0-9]|3[01])"}
_BEFORE: Final = {"9": r"(?<!\d)", "A": "(?<![A-Za-z])", "*": "(?<![A-Za-z0-9])"}
_BEHIND: Final = {"9": r"(?!\d)", "A": "(?![A-Za-z])", "*": "(?![A-Za-z0-9])"}
_SIGN: Final = re.compile(
    r"(?P<sign>\[[^\[\]]{1,99}\]|[^\[\]{}])(?:\{(?P<least>\d{1,2})(?:,(?P<most>\d{1,2}))?\})?"
)
_RANGE: Final = re.compile("[0-9]-[0-9]|[A-Z]-[A-Z]|[a-z]-[a-z]")
_CALLING_CODE: Final = re.compile("[1-9][0-9]{0,2}")


class NumberKind(StrEnum):
    """The meaning of a number, such as an identity card or a telephone number."""

    IDENTITY_NUMBER = "identity_number"
    PHONE = "phone"
    PLATE = "plate"
    PASSPORT = "passport"


class CheckDigit(StrEnum):
    """The algorithm by which the last sign of a number follows from the others."""

    MOD_11_2 = "mod_11_2"  # ISO 7064, X stands for ten


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberShape:
    """A kind of number and its format."""

    kind: NumberKind
    pattern: re.Pattern[str]
    digits: int = 0
    """The smallest number of digits in it."""
    check: CheckDigit | None = None
    certain: bool = False
    """Whether the format matches only if the check digit is right."""

    def is_right(self, text: str) -> bool | None:
        """Tell whether the check digit of a number is right; None if such numbers have no check digit."""
        return None if self.check is None else _CHECKS[self.check](text)


@dataclass(frozen=True, slots=True)
class _Sign:
    """One sign of a format and its number of repetitions."""

    sign: str
    least: int
    most: int

    @property
    def digits(self) -> int:
        """The smallest number of digits that the sign matches."""
        is_digit = self.sign == "9" or (self.sign[0] == "[" and _members(self.sign).isdecimal())
        return self.least * 2 if self.sign in _DATES else self.least if is_digit else 0


def shape_of(
    kind: NumberKind,
    shape: str,
    *,
    check: CheckDigit | None = None,
    certain: bool = False,
    calling_code: str = "",
) -> NumberShape:
    """Return the format that a text describes; raise InvalidValue if the text describes none.

    `calling_code` is the calling code of the country (86), which may precede the number: +86, 0086, (86).
    """
    signs = _signs(shape)
    body = "".join(_read(index, signs) for index in range(len(signs)))
    before, behind = (_beside(signs[index].sign, marks) for index, marks in ((0, _BEFORE), (-1, _BEHIND)))
    if calling_code:
        if _CALLING_CODE.fullmatch(calling_code) is None:
            _refuse(f"{calling_code} is no calling code, as 86")
        body = rf"(?:\(?(?:\+|00)?{calling_code}\)?{_SIGNS[_GAP]})?{body}"
    digits = sum(sign.digits for sign in signs)
    return NumberShape(
        kind=kind, pattern=re.compile(before + body + behind), digits=digits, check=check, certain=certain
    )


def _signs(shape: str) -> list[_Sign]:
    """Return the signs of a shape; raise InvalidValue if the shape is malformed or matches too freely."""
    matches = list(_SIGN.finditer(shape))
    if "".join(match[0] for match in matches) != shape or not 0 < len(matches) <= _MOST_SIGNS:
        _refuse(f"it has 1 to {_MOST_SIGNS} signs, closed brackets, and counts behind signs")
    signs = []
    for match in matches:
        least = int(match["least"] or 1)
        signs.append(_Sign(match["sign"], least, int(match["most"] or least)))
    for sign in signs:
        if not _members(sign.sign):
            _refuse(f"{sign.sign} stands for nothing")
        if not sign.least <= sign.most <= _MOST_TIMES or not sign.most:
            _refuse(f"a sign stands there 1 to {_MOST_TIMES} times")
        if sign.most > 1 and sign.sign in (_GAP, _SAME, _ONE_GAP, *_DATES):
            _refuse(f"{sign.sign} has no count")
    if prod(sign.most - sign.least + 1 for sign in signs) > _MOST_WAYS:
        _refuse("its counts leave too much open")
    gaps = [index for index, sign in enumerate(signs) if sign.sign in (_GAP, _SAME, _ONE_GAP)]
    if any(index in (0, len(signs) - 1) or index - 1 in gaps for index in gaps):
        _refuse("a gap stands between two signs")
    if sum(sign.digits for sign in signs) < _LEAST_DIGITS and not any(map(_is_foreign, signs)):
        _refuse("it has two digits, as 99, or a letter that is not Latin")
    return signs


def _is_foreign(sign: _Sign) -> bool:
    return sign.least > 0 and all(one.isalpha() and not one.isascii() for one in _members(sign.sign))


def _read(index: int, signs: Sequence[_Sign]) -> str:
    """Return the regular expression of the sign at `index`."""
    sign = signs[index]
    if sign.sign == _SAME:
        is_first = all(earlier.sign != _SAME for earlier in signs[:index])
        return r"(?P<same>[\s\-./])" if is_first else "(?P=same)"
    one = _SIGNS.get(sign.sign) or _DATES.get(sign.sign) or _one_of(sign.sign)
    if sign.least == sign.most == 1:
        return one
    return f"{one}{{{sign.least},{sign.most}}}"


def _one_of(sign: str) -> str:
    members = _members(sign)
    if not _IN_GAPS.isdisjoint(members) or any(map(str.isspace, members)):
        _refuse("spaces, dots and hyphens are written as a gap, -")
    if len(sign) == 1 and sign.isalnum():
        _refuse(f"{sign} is no sign; a letter or digit of its own stands in brackets, [{sign}]")
    return "[" + "".join(map(re.escape, members)) + "]"


def _members(sign: str) -> str:
    """Return the characters that a sign in brackets, or a literal sign, matches."""
    if len(sign) == 1:
        return sign
    return _RANGE.sub(_all_between, sign[1:-1])


def _all_between(match: re.Match[str]) -> str:
    first, last = match[0][0], match[0][2]
    return "".join(map(chr, range(ord(first), ord(last) + 1)))


def _beside(sign: str, marks: dict[str, str]) -> str:
    """Return the lookaround by which a number does not match as a part of a longer number.

    `sign` is the first or last sign of the format, `marks` the patterns for that side.
    """
    if sign in _DATES or (len(sign) > 1 and _members(sign).isdecimal()):
        return marks["9"]
    if len(sign) > 1 and any(character.isalpha() for character in _members(sign) if character.isascii()):
        return marks["*"]
    return marks.get(sign, "")


def _mod_11_2(text: str) -> bool:
    """Tell whether the check digit by ISO 7064 MOD 11-2 is right; separators in the number are ignored."""
    signs = [sign for sign in text.translate(_TENS).upper() if sign in "0123456789X"]
    values = (10 if sign == "X" else int(sign) for sign in reversed(signs))
    return sum(value << power for power, value in enumerate(values)) % 11 == 1


_TENS: Final = str.maketrans("Хх×", "XXX")
"""The characters that people type for the letter X, which means ten."""
_CHECKS: Final[dict[CheckDigit, Callable[[str], bool]]] = {CheckDigit.MOD_11_2: _mod_11_2}


def _refuse(why: str) -> None:
    raise InvalidValue(field="shape", why=why)
