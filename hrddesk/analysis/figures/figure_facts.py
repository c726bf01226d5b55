"""The facts that figures count: each row is a case, a person and an event that belong together.

Values are as recorded; `figure_meanings` interprets them when a question is asked.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from hrddesk.analysis.figures.dimensions import CUSTOM, Called, Dimension, Level
from hrddesk.analysis.figures.figure_meanings import STATUS, Meanings, Raw, size_of
from hrddesk.analysis.figures.figure_questions import CountedUnit
from hrddesk.analysis.status.liberty import REFUTED
from hrddesk.records.model.record import RecordId
from hrddesk.records.rules.countable import SIZE, SOURCE, Countable
from hrddesk.records.terms.words import Words

Size = tuple[int, int | None]
"""The least and the greatest number of people; None if unknown."""
PEOPLE: Final = frozenset({"", "person", "group"})
"""The kinds of party that are counted as persons: authorities are none."""
_OF_ANY: Final = (SOURCE, "dataset")


Row = tuple[RecordId | None, RecordId | None, RecordId | None]
"""A case, a person and an event that belong together; None for a missing one."""
_POSITION: Final = {Level.CASE: 0, Level.PERSON: 1, Level.EVENT: 2}
_UNIT: Final = {CountedUnit.CASES: 0, CountedUnit.PERSONS: 1, CountedUnit.EVENTS: 2}


@dataclass(frozen=True)
class FactColumn:
    """The values that are recorded under one name, by record.

    `positions` tells which records of a row can have such values: 0 is the case, 1 the person, 2 the event.
    """

    items: Mapping[RecordId | None, Raw]
    positions: tuple[int, ...]

    def of(self, row: Row) -> Raw:
        """Return the recorded values of the records in a row, each value once."""
        values = [item for position in self.positions for item in self.items.get(row[position], ())]
        return tuple(dict.fromkeys(values))

    def read(self, rows: Iterable[Row], readings: Mapping[Raw, int]) -> Iterable[int]:
        """Return for each row the number that `readings` has for its recorded values."""
        if len(self.positions) > 1:
            return [readings[self.of(row)] for row in rows]
        (position,) = self.positions
        readings_by_record = {record: readings[raw] for record, raw in self.items.items()}
        nothing = readings[()]
        return [readings_by_record.get(row[position], nothing) for row in rows]


@dataclass(frozen=True)
class FigureFacts:
    """The facts of a desk from which figures are computed; they are read only when a question needs them."""

    source: Countable
    meanings: Meanings
    statuses: Callable[[date], Iterable[tuple[RecordId, Raw]]]
    """The statuses of all people as of a day (`figure_meanings.raw_status`)."""
    members: Callable[[Collection[RecordId]], Mapping[RecordId, Collection[RecordId]]]
    """The members of some groups who are recorded individually."""

    @property
    def words(self) -> Words:
        """The vocabularies of the desk."""
        return self.meanings.words

    @property
    def labels(self) -> Called:
        """The labels of places, own questions and answers; complete only after a question was answered."""
        return self.meanings.labels

    def column(self, dimension: Dimension, day: date) -> FactColumn:
        """Return the recorded values of a dimension; statuses are the statuses as of `day`."""
        name = self.meanings.name_of(dimension)
        items: dict[RecordId | None, Raw]
        if name == STATUS:
            items = dict(self.statuses(day))
        else:
            recorded = list(self.source.recorded(name))
            items = {record: (item,) for record, item in recorded}
            if len(items) < len(recorded):  # of some records several things are recorded
                items = {}
                for record, item in recorded:
                    items[record] = (*items.get(record, ()), item)
        anywhere = name in _OF_ANY or name.startswith(CUSTOM)
        return FactColumn(items, (0, 1, 2) if anywhere else (_POSITION[dimension.level],))

    def rows(self, unit: CountedUnit) -> tuple[list[RecordId], list[Row]]:
        """Return two lists in the same order: the units of this kind, and the row of each unit.

        A unit that has several rows is in the lists several times.
        """
        position = _UNIT[unit]
        unit_rows = [(record, row) for row in self._rows if (record := row[position]) is not None]
        return [record for record, _ in unit_rows], [row for _, row in unit_rows]

    def owner_of(self, unit: CountedUnit) -> Callable[[RecordId], RecordId]:
        """Return a function from a unit to its owner: the case of an event, otherwise the unit itself."""
        if unit is not CountedUnit.EVENTS:
            return lambda record: record
        cases = {event: case or event for case, _, event in self._rows}
        return lambda event: cases[event] or event

    def group_sizes(self, people: Collection[RecordId]) -> dict[RecordId, Size]:
        """Return the sizes of the groups in `people`, less those members who are in `people` themselves."""
        sizes = {who: size_of(item) for who, item in self.source.recorded(SIZE) if who in people}
        members = self.members(sizes) if sizes else {}
        return {
            group: _less(size, sum(who in people for who in members.get(group, ())))
            for group, size in sizes.items()
        }

    @cached_property
    def _rows(self) -> list[Row]:
        """All rows of cases, persons and events that belong together, without refuted events."""
        ties = self.source.ties()
        cases = {case: case for case in ties.cases}
        people = {party for party, kind in ties.parties if kind in PEOPLE}
        victims: dict[RecordId, list[RecordId | None]] = {}
        for event, party in ties.victims:
            if party in people:
                victims.setdefault(event, []).append(party)
        nobody: list[RecordId | None] = [None]
        rows: list[Row] = [
            (cases.get(case), victim, event)
            for event, case, assertion in ties.events
            if assertion != REFUTED
            for victim in victims.get(event, nobody)
        ]
        seen = {(case, person) for case, person, _ in rows}
        for case, party in ties.subjects:
            if party in people and case in cases and (case, party) not in seen:
                rows.append((case, party, None))
        with_rows = {case for case, _, _ in rows}
        rows += [(case, None, None) for case in cases if case not in with_rows]
        return rows


def _less(size: Size, members: int) -> Size:
    least, most = size
    return max(0, least - members), None if most is None else max(0, most - members)
