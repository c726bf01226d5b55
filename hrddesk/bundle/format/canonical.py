"""Read JSON that has exactly one encoding: sorted keys, no spaces, UTF-8, only integers of 64 bits."""

import datetime
import json
import re
from typing import Any, Final, Never

from hrddesk.errors import BundleMalformed
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.limits import MOST_BYTES
from hrddesk.records.model.record import canonical_json

MAX_DEPTH: Final = 16
MAX_PARTS: Final = 65_536
"""The most lists and objects in one document: each costs some hundred bytes of memory once read.

A line of records has room for fewer, because of the length of ids.
"""
MAX_LINE: Final = MOST_BYTES + 1
"""Most bytes of one JSON document or line; a long testimony has a tenth of that."""

_LOWEST, _HIGHEST = -(2**63), 2**63 - 1
_DIGITS = 20  # "-9223372036854775808"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HEX = re.compile(r"[0-9a-f]+")
_TOKENS = re.compile(rb'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)
"""A text, which may end with the document and is never looked at twice; or a bracket."""


def decode(raw: bytes, where: str) -> Any:
    """Decode one document and require that encoding it again gives the same bytes.

    This comparison refuses duplicate keys, spaces, other orders, other escapes and lone surrogates. Raise
    BundleMalformed, which quotes none of the content.
    """
    if len(raw) > MAX_LINE:
        raise BundleMalformed(why=Translatable("{0}: longer than {1} bytes", where, MAX_LINE))
    if raw.count(b"[") + raw.count(b"{") > MAX_DEPTH:
        deepest, parts = _nesting(raw)
        if deepest > MAX_DEPTH:
            raise BundleMalformed(why=Translatable("{0}: nested too deeply", where))
        if parts > MAX_PARTS:
            raise BundleMalformed(why=Translatable("{0}: made of too many parts", where))
    try:
        value = json.loads(
            raw.decode("utf-8"), parse_int=_integer, parse_float=_refuse, parse_constant=_refuse
        )
        again = canonical_json(value)
    except (ValueError, RecursionError):
        raise BundleMalformed(why=Translatable("{0}: not JSON of text and 64-bit integers", where)) from None
    if again != raw:
        raise BundleMalformed(why=Translatable("{0}: not in its canonical form", where))
    return value


def text(value: Any) -> str:
    """Return the value if it is text; raise ValueError."""
    if not isinstance(value, str):
        raise ValueError("not text")
    return value


def integer(value: Any, lowest: int, highest: int = _HIGHEST) -> int:
    """Return the value if it is an integer between two bounds; raise ValueError."""
    if type(value) is not int or not lowest <= value <= highest:
        raise ValueError("not an integer within its bounds")
    return value


def hexadecimal(value: Any, size: int) -> bytes:
    """Return the `size` bytes that a text of lower-case hexadecimal digits stands for; raise ValueError."""
    if len(text(value)) != 2 * size or not _HEX.fullmatch(value):
        raise ValueError("not so many hexadecimal digits")
    return bytes.fromhex(value)


def day(value: Any) -> datetime.date:
    """Return the day that a text gives as YYYY-MM-DD; raise ValueError."""
    if not _DAY.fullmatch(text(value)):
        raise ValueError(Translatable("not a day"))
    return datetime.date.fromisoformat(value)


def exactly(value: Any, names: set[str]) -> dict[str, Any]:
    """Return the value if it is an object with exactly these names; raise ValueError."""
    if not isinstance(value, dict) or set(value) != names:
        raise ValueError("not an object of these names")
    return value


def _integer(digits: str) -> int:
    if len(digits) > _DIGITS or not _LOWEST <= int(digits) <= _HIGHEST:
        raise ValueError("integer of more than 64 bits")
    return int(digits)


def _refuse(_text: str) -> Never:
    raise ValueError("not an integer")


def _nesting(raw: bytes) -> tuple[int, int]:
    """Return the deepest nesting of brackets outside of texts, and the number of opening brackets.

    It needs no recursion, so deep nesting cannot exhaust the stack.
    """
    depth = deepest = opened = 0
    for token in _TOKENS.finditer(raw):
        sign = token[0]
        if sign in (b"[", b"{"):
            opened += 1
            depth += 1
            deepest = max(deepest, depth)
        elif sign in (b"]", b"}"):
            depth -= 1
    return deepest, opened
