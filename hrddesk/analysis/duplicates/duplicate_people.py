"""The reasons for and against two records being the same person."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, Self

from hrddesk.analysis.duplicates.closeness import is_one_apart
from hrddesk.analysis.duplicates.duplicate_pairs import PairReason
from hrddesk.records.language import scripts
from hrddesk.records.names import names


class ComparedEvent(NamedTuple):
    """The compared facts of an event; `first` and `last` are its first and last possible day.

    The days are ordinals, or None if unknown.
    """

    event: str
    type: str
    first: int | None
    last: int | None
    place: str
    """The id of the place, or its typed words."""


@dataclass
class ComparedPerson:
    """The compared facts of a person: names with their scripts, sex, birth, events."""

    names: list[tuple[str, str]] = field(default_factory=list)
    sex: str = ""
    birth: tuple[int, int] | None = None
    """The earliest and the latest possible day of birth, as ordinals."""
    happened: list[ComparedEvent] = field(default_factory=list)

    def marks(self) -> Iterator[object]:
        """Yield the date of birth, and the days and places of events."""
        if self.birth is not None:
            yield "birth", self.birth
        yield from self._days
        yield from self._places

    def reasons(self, counterpart: Self) -> Iterator[PairReason]:
        """Yield the reasons for and against the two records being the same person."""
        yield from self._by_names(counterpart)
        if self.birth is not None and counterpart.birth is not None:
            if self.birth[1] < counterpart.birth[0] or counterpart.birth[1] < self.birth[0]:
                yield PairReason.BIRTH_DIFFERS
            else:
                is_day = self.birth == counterpart.birth and self.birth[0] == self.birth[1]
                yield PairReason.SAME_BIRTH if is_day else PairReason.BIRTH_FITS
        if {self.sex, counterpart.sex} == {"female", "male"}:
            yield PairReason.SEX_DIFFERS
        if self._events & counterpart._events:
            yield PairReason.TOGETHER
        elif self._days & counterpart._days:
            yield PairReason.SAME_EVENT
        if self._places & counterpart._places:
            yield PairReason.SAME_PLACE

    def _by_names(self, counterpart: Self) -> Iterator[PairReason]:
        if self._plain & counterpart._plain:
            yield PairReason.SAME_NAME
        elif self._all & counterpart._all:
            # Two names in Chinese characters that are read alike are mostly those of two people.
            apart = self._han and counterpart._han and not self._han & counterpart._han
            yield PairReason.SAME_SOUND if apart else PairReason.SAME_SPELLING
        elif any(is_one_apart(a, b) for a in self._plain for b in counterpart._plain):
            yield PairReason.ONE_LETTER

    @cached_property
    def _plain(self) -> frozenset[str]:
        return plain_forms(name for name, _ in self.names)

    @cached_property
    def _all(self) -> frozenset[str]:
        return self._plain.union(*(names.derived_forms(name, script) for name, script in self.names))

    @cached_property
    def _han(self) -> frozenset[str]:
        """The names in Chinese characters, simplified."""
        return frozenset(
            scripts.to_simplified(name) for name in self._plain if any(map(scripts.is_han, name))
        )

    @cached_property
    def _events(self) -> frozenset[str]:
        return frozenset(item.event for item in self.happened)

    @cached_property
    def _days(self) -> frozenset[tuple[str, int]]:
        """The type and the day of each event with an exact day."""
        return frozenset(
            (item.type, item.first)
            for item in self.happened
            if item.first is not None and item.first == item.last
        )

    @cached_property
    def _places(self) -> frozenset[str]:
        return frozenset(item.place for item in self.happened if item.place)


def plain_forms(typed: Iterable[str]) -> frozenset[str]:
    """Return the normalised names; a name without any letter or digit is left out."""
    return frozenset(filter(None, map(names.normalise, typed)))
