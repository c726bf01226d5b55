"""The properties of fields and lists of a record: types, visibility levels and bounds.

`model.kinds` lists all fields and lists.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Visibility(StrEnum):
    """The visibility levels of a fact: anyone, those who work on the fact, or nobody outside the vault."""

    PUBLIC = "public"
    RESTRICTED = "restricted"
    SECRET = "secret"


class FieldType(StrEnum):
    """The type of a field; all types but numbers and flags store the text as typed."""

    TEXT = "text"
    LONG = "long"  # free text, which the store keeps apart and searches by words
    DATE = "date"  # the typed text; the store computes earliest and latest day beside it
    NUMBER = "number"
    FLAG = "flag"
    RECORD = "record"  # the id of another record
    POINT = "point"  # coordinates, see `model.coordinates`


_MOST_CHARACTERS: Final[Mapping[str, int]] = {
    **dict.fromkeys(("ref", "code", "country", "sha256", "status", "role", "stance", "assertion"), 64),
    "text_language": 35,
    **dict.fromkeys(("code_name", "credit", "age", "value", "unit", "currency"), 200),
    **dict.fromkeys(("name", "original_name"), 500),
    "definition": 10_000,
    "answer": 20_000,
    "instead": 20_000,
    "original": 500_000,
    **dict.fromkeys(("vouched", "alt_vouched", "caption_vouched"), 10_000_000),
}
"""The maximum length, in characters, of fields with these names in any kind.

Other one-line texts may have 1,000 characters.
"""
_MOST_OF_TYPE: Final[Mapping[FieldType, int]] = {FieldType.LONG: 500_000}
_LINE: Final = 1_000
MOST_MONTHS: Final = 1_200
MOST_MONEY: Final = 10**15
MOST_COUNTED: Final = 2_000_000_000
"""The maximum of a number; it fits into the 32-bit numbers of the windows."""
_BOUNDS: Final[Mapping[str, tuple[int, int]]] = {
    "months": (0, MOST_MONTHS),
    "amount": (0, MOST_MONEY),
    "size": (0, 2**50),
    "time": (0, 253_402_300_799),  # the year 9999
}


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a kind or of a list element."""

    name: str
    type: FieldType = FieldType.TEXT
    visibility: Visibility = Visibility.RESTRICTED
    most: int = 0
    """The maximum length, in characters, if the name of the field does not determine it; 0 for the
    default.
    """

    @property
    def longest(self) -> int:
        """The maximum length of a text in the field, in characters."""
        return self.most or _MOST_CHARACTERS.get(self.name) or _MOST_OF_TYPE.get(self.type, _LINE)

    @property
    def bounds(self) -> tuple[int, int]:
        """The smallest and the largest number allowed in the field."""
        return _BOUNDS.get(self.name, (0, MOST_COUNTED))


@dataclass(frozen=True, slots=True)
class ListSpec:
    """A list whose elements are values: each element is merged as a whole, and `pos` keeps its position."""

    name: str
    fields: tuple[FieldSpec, ...]
    visibility: Visibility = Visibility.RESTRICTED
    is_spaced: bool = False
    """Whether moving one element keeps the `pos` of the others, so that a merge sees no change in them."""

    @property
    def by_name(self) -> Mapping[str, FieldSpec]:
        """The fields of an element by name."""
        return {field.name: field for field in self.fields}
