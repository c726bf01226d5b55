"""What a question looks at: the rows of one unit, and which of them have which value."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from datetime import date
from typing import Protocol

from hrddesk.analysis.dimensions import Dimension
from hrddesk.analysis.questions import Unit
from hrddesk.analysis.slices import Bits
from hrddesk.records.record import RecordId
from hrddesk.records.words import Words

Size = tuple[int, int | None]
"""How many people, at least and at most; None where nobody says."""


class Column(Protocol):
    """The rows of each value of a dimension; what a value is depends on how the dimension is compared."""

    @property
    def values(self) -> Collection[Hashable]:
        """Every value that is there."""

    def any_of(self, values: Iterable[Hashable]) -> Bits:
        """Return the rows that have one of these values, all of which are there."""

    def where(self, fits: Callable[[Hashable], bool]) -> Bits:
        """Return the rows of all values that fit."""


class Board(Protocol):
    """The rows of one unit, those of each beside each other, as far as they are counted together."""

    all: Bits

    def units(self, rows: Bits) -> Bits:
        """Return the units that have any of these rows, each by its last row."""

    def column(self, dimension: Dimension, day: date) -> Column:
        """Return the rows of every value; statuses and ages are those of a day."""

    @property
    def days(self) -> Column:
        """The rows of every day on which something happened."""

    @property
    def paths(self) -> Column:
        """The rows of every place, by all the names that it can be asked for."""

    def row_of(self, record: RecordId) -> int | None:
        """Return the last row of a unit; None where it is not here."""

    def owner_of(self, row: int) -> RecordId:
        """Return whose row it is."""

    def groups(self) -> Iterable[tuple[RecordId, int, Size]]:
        """Return every group of people with its last row and its size."""


class Told(Protocol):
    """All that is counted."""

    @property
    def words(self) -> Words:
        """The vocabularies of the desk."""

    @property
    def labels(self) -> Mapping[str, tuple[str, str]]:
        """Names of places and of the desk's own fields in English and Chinese; complete once all is asked."""

    def boards(self, unit: Unit) -> Iterable[Board]:
        """Return the rows of a unit in parts that share no unit."""

    def members_of(self, groups: Collection[RecordId]) -> Mapping[RecordId, Collection[RecordId]]:
        """Return who is recorded one by one of these groups."""
