"""Shapes of numbers that belong to a country, in a language so small that no shape can be slow.

`9` is a digit, `A` a capital letter, `*` either, `[XYZ]` one of these, `-` room for up to two spaces,
dots or hyphens; every other sign but a letter or a digit stands for itself: `A999999-([0123456789A])`. What a
shape reads has no choice anywhere, so that a text is read once, however it is made.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from hrddesk.errors import InvalidValue

_LONGEST: Final = 24
_LEAST_DIGITS: Final = "99"
_GAP: Final = "-"
_IN_GAPS: Final = frozenset(" .-·\t\n")
_SIGNS: Final = {"9": r"\d", "A": "[A-Z]", "*": "[A-Z0-9]", _GAP: r"[\s\-.·]{0,2}"}
_BEFORE: Final = {"9": r"(?<!\d)", "A": "(?<![A-Za-z])", "*": "(?<![A-Za-z0-9])"}
_BEHIND: Final = {"9": r"(?!\d)", "A": "(?![A-Za-z])", "*": "(?![A-Za-z0-9])"}
_SIGN: Final = re.compile(r"\[[^\[\]]{1,99}\]|[^\[\]]")


class NumberKind(StrEnum):
    """What a number of a country is."""

    IDENTITY_NUMBER = "identity_number"
    PHONE = "phone"
    PLATE = "plate"
    PASSPORT = "passport"


@dataclass(frozen=True, slots=True)
class NumberShape:
    """A kind of number and how it is written."""

    kind: NumberKind
    pattern: re.Pattern[str]


def pattern_of(shape: str) -> re.Pattern[str]:
    """Return what finds numbers of a shape; raise InvalidValue for what is no shape."""
    signs = _SIGN.findall(shape)
    if "".join(signs) != shape or len(signs) > _LONGEST or _LEAST_DIGITS not in shape:
        _refuse(f"it has at most {_LONGEST} signs, closed brackets and two digits side by side, as 99")
    if signs[0] == _GAP or signs[-1] == _GAP or _GAP * 2 in shape:
        _refuse("a gap stands between two signs")
    body = "".join(map(_read, signs))
    return re.compile(_BEFORE.get(signs[0], "") + body + _BEHIND.get(signs[-1], ""))


def _read(sign: str) -> str:
    if sign in _SIGNS:
        return _SIGNS[sign]
    characters = sign[1:-1] if len(sign) > 1 else sign
    if not _IN_GAPS.isdisjoint(characters) or any(map(str.isspace, characters)):
        _refuse("spaces, dots and hyphens are written as a gap, -")
    if len(sign) == 1 and sign.isalnum():
        _refuse(f"{sign} is no sign; a letter or digit of its own stands in brackets, [{sign}]")
    return "[" + "".join(map(re.escape, characters)) + "]"


def _refuse(why: str) -> None:
    raise InvalidValue(field="shape", why=why)
