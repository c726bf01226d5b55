"""Places in a text that may identify a person, each with its kind and the people it may mean."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from hrddesk.records.model.record import RecordId


class IdentifierKind(StrEnum):
    """The kinds of things that may identify a person."""

    NAME = "name"
    WITHHELD = "name kept back"
    PART = "part of a name"
    SOURCE = "source"
    PROTECTED = "protected by another desk"
    PLACE = "place"
    IDENTITY_NUMBER = "identity number"
    PHONE = "phone number"
    COORDINATES = "coordinates"
    PLATE = "number plate"
    EMAIL = "e-mail address"
    HANDLE = "messenger or network handle"
    BANK_CARD = "bank card"
    PASSPORT = "passport or travel permit"
    ADDRESS = "address"
    LINK = "web address"
    NETWORK = "IP or MAC address"
    UNKNOWN = "may be a name"
    LONG_NUMBER = "long number"
    DWELLING = "may be an address"
    CHOSEN = "place that a reader chose"


BY_NAME = frozenset(
    {
        IdentifierKind.NAME,
        IdentifierKind.WITHHELD,
        IdentifierKind.PART,
        IdentifierKind.SOURCE,
        IdentifierKind.PROTECTED,
        IdentifierKind.PLACE,
    }
)
"""The kinds that are found by comparison with names in a vault; all others are found by their form alone."""

ASKED = frozenset(
    {IdentifierKind.PROTECTED, IdentifierKind.UNKNOWN, IdentifierKind.LONG_NUMBER, IdentifierKind.DWELLING}
)
"""The kinds of places that are replaced until a reader decides; a text waits for these decisions."""


WHOLE_NAMES = (IdentifierKind.NAME, IdentifierKind.WITHHELD, IdentifierKind.SOURCE)
"""The kinds by which a text names a person in full."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place in a text that may identify a person, from character `start` up to `end`, which is
    excluded.
    """

    start: int
    end: int
    kind: IdentifierKind
    owners: tuple[RecordId, ...] = ()
    """The people whose name the place is or may be, sorted."""
    partly: tuple[RecordId, ...] = ()
    """The people of whose name the place is a part, sorted."""
    kept: tuple[RecordId, ...] = ()
    """The people in `partly` who are known by other names: the place is a part of a withheld name."""
    maybe: tuple[RecordId, ...] = ()
    """The people whom the place may mean, sorted; it may also be an ordinary word: a reader must decide."""
    inside: tuple[int, int] | None = None
    """The span of a longer match that contains or overlaps this place and takes precedence over it."""
    asked: bool = False
    """Whether a reader is asked if the place means one of these people, even if that looks certain."""
    word: bool = False
    """Whether the place is also an ordinary word: only a reader knows whether it means a person."""
    checked: bool | None = None
    """Whether the check digit of a number is right; None without one. A wrong number may also identify."""

    @property
    def span(self) -> tuple[int, int]:
        """The start and the end of the place."""
        return self.start, self.end

    @property
    def people(self) -> tuple[RecordId, ...]:
        """Everybody whom the place means or may mean, sorted."""
        return tuple(sorted({*self.owners, *self.partly, *self.maybe}))


def named_in(occurrences: Iterable[Occurrence]) -> frozenset[RecordId]:
    """Return the people whose whole name is among the places."""
    return frozenset(owner for item in occurrences if item.kind in WHOLE_NAMES for owner in item.owners)


def in_order(occurrences: Iterable[Occurrence]) -> list[Occurrence]:
    """Return the places in the order of the text; of places with the same start, the longer ones come
    first.
    """
    return sorted(occurrences, key=lambda item: (item.start, -item.end))


def within(occurrences: Iterable[Occurrence], longer: Sequence[Occurrence]) -> list[Occurrence]:
    """Return the occurrences and the `longer` places together, in the order of the text.

    An occurrence that overlaps a longer place is marked as inside it. The longer places must be in order and
    must not overlap each other.
    """
    ends, merged_occurrences = [longer_one.end for longer_one in longer], list(longer)
    for item in occurrences:
        place = bisect_right(ends, item.start)  # the first that ends behind where the item begins
        overlaps = place < len(longer) and longer[place].start < item.end
        merged_occurrences.append(replace(item, inside=longer[place].span) if overlaps else item)
    return in_order(merged_occurrences)
