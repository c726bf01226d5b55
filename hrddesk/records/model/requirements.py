"""What a value must fulfil beside its type, as `codec` asks of the fields of dataclasses."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Annotated, Any, Final


@dataclass(frozen=True, slots=True)
class Requirement:
    """What a value must fulfil beside its type, and what is said where it does not."""

    why: str
    holds: Callable[[Any], object]


def matching(pattern: str, why: str) -> Requirement:
    """Return the rule that a pattern fits the whole text."""
    return Requirement(why, re.compile(pattern).fullmatch)


def one_of(codes: Collection[str]) -> Requirement:
    """Return the requirement that a text is one of these."""
    return Requirement(f"not one of {', '.join(codes)}", frozenset(codes).__contains__)


def within(lowest: int, highest: int) -> Requirement:
    """Return the rule that a number lies between two bounds."""
    return Requirement(f"not a number from {lowest} to {highest}", lambda value: lowest <= value <= highest)


def up_to(longest: int) -> Requirement:
    """Return the rule that a text has at most so many characters, or a collection so many elements."""
    return Requirement(f"longer than {longest}", lambda value: len(value) <= longest)


NOT_EMPTY: Final = Requirement("empty", len)
Count = Annotated[int, Requirement("not a count", lambda value: value >= 0)]
"""A whole number that is not negative."""
Hex32 = Annotated[str, matching("[0-9a-f]{64}", "not 32 bytes in hexadecimal")]
"""32 bytes, such as a SHA-256, in small hexadecimal digits."""
