"""Requirements on values beyond their type, which `codec` checks in the fields of dataclasses."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Annotated, Any, Final

from hrddesk.errors.translatable import Translatable


@dataclass(frozen=True, slots=True)
class Requirement:
    """A requirement on a value beyond its type, with the message for a value that does not meet it."""

    why: str
    holds: Callable[[Any], object]


def matching(pattern: str, why: str) -> Requirement:
    """Return the requirement that a whole text matches `pattern`; `why` is the message if it does not."""
    return Requirement(why, re.compile(pattern).fullmatch)


def one_of(codes: Collection[str]) -> Requirement:
    """Return the requirement that a text is one of `codes`."""
    return Requirement(Translatable("not one of {0}", ", ".join(codes)), frozenset(codes).__contains__)


def within(lowest: int, highest: int) -> Requirement:
    """Return the requirement that a number is within two bounds, both included."""
    return Requirement(
        Translatable("not a number from {0} to {1}", lowest, highest),
        lambda value: lowest <= value <= highest,
    )


def up_to(longest: int) -> Requirement:
    """Return the requirement that a text or collection has at most `longest` characters or elements."""
    return Requirement(Translatable("longer than {0}", longest), lambda value: len(value) <= longest)


NOT_EMPTY: Final = Requirement(Translatable("empty"), len)
Count = Annotated[int, Requirement(Translatable("not a count"), lambda value: value >= 0)]
"""A whole number that is not negative."""
Hex32 = Annotated[str, matching("[0-9a-f]{64}", Translatable("not 32 bytes in hexadecimal"))]
"""32 bytes, such as a SHA-256, in small hexadecimal digits."""
