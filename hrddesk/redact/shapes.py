"""The shapes of JSON values that are read strictly: each function raises ValueError that quotes no value."""

import re
from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

_Code = TypeVar("_Code", bound=StrEnum)

_HEXADECIMAL: Final = re.compile("[0-9a-f]{64}")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def fields(value: object, where: str, *keys: str, optional: Collection[str] = ()) -> dict[str, object]:
    """Return the values of an object in the order of `keys`; refuse unknown and missing ones.

    Those in `optional` may be missing, and come last.
    """
    if not isinstance(value, dict):
        raise ValueError(f"{where}: not an object")
    if value.keys() - set(optional) != set(keys):
        raise ValueError(f"{where}: the keys must be {', '.join(keys)}")
    return {key: value[key] for key in (*keys, *(key for key in optional if key in value))}


def items(value: object, where: str) -> list[object]:
    """Return the elements of a list."""
    if not isinstance(value, list):
        raise ValueError(f"{where}: not a list")
    return value


def flag(value: object, where: str) -> bool:
    """Return true or false."""
    if not isinstance(value, bool):
        raise ValueError(f"{where}: not true or false")
    return value


def string(value: object, where: str) -> str:
    """Return a text that UTF-8 can hold."""
    if not isinstance(value, str):
        raise ValueError(f"{where}: not a text")
    # A half of a surrogate pair has no UTF-8, and json lets it through as \ud800.
    if _SURROGATE.search(value):
        raise ValueError(f"{where}: not valid Unicode")
    return value


def hexadecimal(value: object, where: str) -> str:
    """Return 32 bytes, such as a SHA-256, that are written in small hexadecimal digits."""
    text = string(value, where)
    if not _HEXADECIMAL.fullmatch(text):
        raise ValueError(f"{where}: not 32 bytes in hexadecimal")
    return text


def count(value: object, where: str) -> int:
    """Return a whole number that is not negative."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"{where}: not a count")
    return value


def day(value: object, where: str) -> date:
    """Return the day that is written as YYYY-MM-DD."""
    text = string(value, where)
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{where}: not a day") from None
    if found.isoformat() != text:
        raise ValueError(f"{where}: not written as YYYY-MM-DD")
    return found


def code(kind: type[_Code], value: object, where: str) -> _Code:
    """Return the member of `kind` that has this value."""
    found = string(value, where)
    if found not in set(kind):
        raise ValueError(f"{where}: not one of {', '.join(kind)}")
    return kind(found)
