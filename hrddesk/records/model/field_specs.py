"""What a field and a list of a record are: types, levels and bounds. `model.kinds` lists all of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Visibility(StrEnum):
    """Who may read a fact: anybody, those who work on it, or nobody outside the vault."""

    PUBLIC = "public"
    RESTRICTED = "restricted"
    SECRET = "secret"


class FieldType(StrEnum):
    """What a field holds; all but numbers and flags are text as it was typed."""

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
"""How long a text may be that is called so, in any kind. All else that is typed has one line of 1,000."""
_MOST_OF_TYPE: Final[Mapping[FieldType, int]] = {FieldType.LONG: 500_000}
_LINE: Final = 1_000
MOST_MONTHS: Final = 1_200
MOST_MONEY: Final = 10**15
MOST_COUNTED: Final = 2_000_000_000
"""No more than a number of 32 bits holds, which is what windows count with."""
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
    """How many characters it may have where its name does not say so."""

    @property
    def longest(self) -> int:
        """How many characters a text in it may have."""
        return self.most or _MOST_CHARACTERS.get(self.name) or _MOST_OF_TYPE.get(self.type, _LINE)

    @property
    def bounds(self) -> tuple[int, int]:
        """The smallest and the largest number that may stand in it."""
        return _BOUNDS.get(self.name, (0, MOST_COUNTED))


@dataclass(frozen=True, slots=True)
class ListSpec:
    """A list whose elements are values: each is merged as a whole, and keeps its place by `pos`."""

    name: str
    fields: tuple[FieldSpec, ...]
    visibility: Visibility = Visibility.RESTRICTED
    is_spaced: bool = False
    """Whether elements are moved one by one: the others keep their `pos`, so that a merge sees no change."""

    @property
    def by_name(self) -> Mapping[str, FieldSpec]:
        """The element's fields by their names."""
        return {field.name: field for field in self.fields}
