"""The same answers row by row and unit by unit, as one would by hand: what figures are held against."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import product
from typing import Final

from hrddesk.analysis.figures.dimensions import (
    CUSTOM,
    IN_PART,
    NOT_IN_PART,
    OF_STATUS,
    PART,
    Dimension,
    Level,
    Sort,
)
from hrddesk.analysis.figures.figure_questions import (
    UNKNOWN,
    Bands,
    Condition,
    CountedUnit,
    FigureQuestion,
    Group,
    range_of,
)
from hrddesk.analysis.figures.figures import Count
from hrddesk.analysis.figures.verdicts import (
    NOT_RECORDED,
    Key,
    Verdict,
    band_key,
    is_unknown,
    periods,
    within,
)
from hrddesk.records.dates import dates
from hrddesk.records.model.record import RecordId
from hrddesk.records.names import names
from tests.unit.analysis.whole_facts import Facts, Row, Values

_CITED: Final = ("source", "source_type")


class Asking:
    """One question to one set of facts."""

    def __init__(self, question: FigureQuestion, facts: Facts, day: date) -> None:
        self._question = question
        self._facts = facts
        self._day = day
        events = any(
            item.level is Level.EVENT for group in (question.where, *question.any_of) for item in _used(group)
        )
        self._by_events = events or question.unit is CountedUnit.EVENTS
        self._part_by_events = any(item.level is Level.EVENT for item in _used(question.part))

    def judge(self, rows: Sequence[Row]) -> tuple[Verdict, set[Key], set[Key]]:
        """Return whether a unit is counted, and the keys of the cells that it certainly or possibly fits."""
        verdict = Verdict.NO
        certain: set[Key] = set()
        possible: set[Key] = set()
        for row in rows:
            found = self._row(row)
            verdict = max(verdict, found)
            if found is Verdict.NO or not self._question.columns:
                continue
            for key, how in self._keys(row):
                (certain if min(found, how) is Verdict.CERTAIN else possible).add(key)
        if verdict is not Verdict.NO:
            verdict = min(verdict, self._not_without(rows))
        return verdict, *self._settled(certain, possible)

    def _row(self, row: Row) -> Verdict:
        found = self._time(row) if self._by_events else Verdict.CERTAIN
        if found is not Verdict.NO:
            found = min(found, self._group(self._question.where, row))
        if found is not Verdict.NO and self._question.any_of:
            found = min(found, max(self._group(group, row) for group in self._question.any_of))
        return found

    def _not_without(self, rows: Sequence[Row]) -> Verdict:
        found = Verdict.CERTAIN
        for group in self._question.without:
            by_events = any(item.level is Level.EVENT for item in _used(group))
            for row in rows:
                fits = self._group(group, row)
                if by_events:
                    fits = min(fits, self._time(row))
                found = min(found, Verdict(Verdict.CERTAIN - fits))
        return found

    def _time(self, row: Row) -> Verdict:
        """Return whether the event of a row has happened by the day that is asked for."""
        if row.event is None:
            return Verdict.CERTAIN
        if not self._question.as_of:
            return Verdict.CERTAIN
        day = self._facts.events[row.event].day
        if dates.certainly_by(day, self._day):
            return Verdict.CERTAIN
        return Verdict.POSSIBLE if dates.possibly_by(day, self._day) else Verdict.NO

    def _group(self, group: Group, row: Row) -> Verdict:
        found = Verdict.CERTAIN
        for condition in group:
            found = min(found, self._condition(condition, row))
            if found is Verdict.NO:
                break
        return found

    def _condition(self, condition: Condition, row: Row) -> Verdict:
        if UNKNOWN in condition.values and not self._is_known(condition.dimension, row):
            return Verdict.NO if condition.negated else Verdict.CERTAIN
        ways = {Sort.TIME: self._time_fits, Sort.NUMBER: self._number_fits}
        fits = ways.get(condition.dimension.sort, self._words_fit)
        found = max(
            (fits(condition.dimension, value, row) for value in condition.values if value != UNKNOWN),
            default=Verdict.NO,
        )
        if not condition.negated:
            return found
        known = self._is_known(condition.dimension, row)
        return Verdict(Verdict.CERTAIN - found) if known else Verdict.NO

    def _is_known(self, dimension: Dimension, row: Row) -> bool:
        if dimension.sort is Sort.NUMBER:
            return bool(self._numbers(dimension, row))
        if dimension.sort is Sort.TIME:
            day = None if row.event is None else self._facts.events[row.event].day
            return day is not None and not (day.earliest is None and day.latest is None)
        return any(not is_unknown(value) for value in self._plain(dimension, row))

    def _words_fit(self, dimension: Dimension, wanted: str, row: Row) -> Verdict:
        if dimension.name == "place":
            places = self._facts.events[row.event].places if row.event is not None else frozenset()
            return Verdict(2 * (wanted in places or names.normalise(wanted) in places))
        here = self._plain(dimension, row)
        if wanted in here:
            return Verdict.CERTAIN
        if dimension.sort is Sort.TERM and (not dimension.vocabulary or self._is_code(dimension, wanted)):
            return Verdict.NO  # every word for it was made the code
        sought = names.normalise(wanted)
        return Verdict(2 * any(sought in self._called(value) for value in here))

    def _is_code(self, dimension: Dimension, word: str) -> bool:
        return self._facts.words.load(dimension.vocabulary).exact(word) is not None

    def _called(self, value: str) -> set[str]:
        return {names.normalise(words) for words in (value, *self._facts.labels.get(value, ()))}

    def _number_fits(self, dimension: Dimension, wanted: str, row: Row) -> Verdict:
        first, end = range_of(dimension.name, wanted)
        best = Verdict.NO
        for least, most in self._numbers(dimension, row):
            if least >= first and (end is None or most < end):
                return Verdict.CERTAIN
            if most >= first and (end is None or least < end):
                best = Verdict.POSSIBLE
        return best

    def _time_fits(self, _: Dimension, wanted: str, row: Row) -> Verdict:
        if row.event is None:
            return Verdict.NO
        return within(self._facts.events[row.event].day, dates.parse(wanted))

    # --- values ---

    def _keys(self, row: Row) -> Iterator[tuple[Key, Verdict]]:
        """Yield the cells that a row fits."""
        columns = [list(self._column(dimension, row)) for dimension in self._question.columns]
        for combination in product(*columns):
            yield tuple(value for value, _ in combination), min(how for _, how in combination)

    def _column(self, dimension: Dimension, row: Row) -> Iterator[tuple[str, Verdict]]:
        """Yield the values of one dimension; one that nobody recorded is empty."""
        if dimension is PART:
            yield from self._of_part(row)
            return
        how = self._time(row) if dimension.level is Level.EVENT else Verdict.CERTAIN
        if how is Verdict.NO:
            yield NOT_RECORDED, Verdict.CERTAIN
            return
        found = False
        for value, sure in self._values(dimension, row):
            found = True
            yield value, min(how, sure)
            if min(how, sure) is not Verdict.CERTAIN:
                yield NOT_RECORDED, Verdict.CERTAIN  # it is not known for certain
        if not found:
            yield NOT_RECORDED, Verdict.CERTAIN

    def _of_part(self, row: Row) -> Iterator[tuple[str, Verdict]]:
        """Yield whether a row is of the part that is asked for."""
        found = self._group(self._question.part, row)
        if self._part_by_events:
            found = min(found, self._time(row))
        if found is not Verdict.NO:
            yield IN_PART, found
        if found is Verdict.CERTAIN:
            return
        known = all(self._is_known(dimension, row) for dimension in _used(self._question.part))
        yield NOT_IN_PART if known and found is Verdict.NO else NOT_RECORDED, Verdict.CERTAIN

    def _settled(self, certain: set[Key], possible: set[Key]) -> tuple[set[Key], set[Key]]:
        """Return the cells of a unit from those of its rows."""
        if self._question.part and (IN_PART,) in certain:
            return {(IN_PART,)}, set()
        return _without_gaps(certain, possible, len(self._question.columns))

    def _values(self, dimension: Dimension, row: Row) -> Iterator[tuple[str, Verdict]]:
        if dimension.sort is Sort.NUMBER:
            yield from self._in_bands(dimension, row)
        elif dimension.sort is Sort.TIME:
            if row.event is not None:
                yield from periods(self._facts.events[row.event].day, dimension.name)
        else:
            for value in self._plain(dimension, row):
                yield value, Verdict.CERTAIN

    def _in_bands(self, dimension: Dimension, row: Row) -> Iterator[tuple[str, Verdict]]:
        bands = self._question.bands_of(dimension)
        for least, most in self._numbers(dimension, row):
            fits = list(dict.fromkeys([band_key(bands, least), *_between(bands, least, most)]))
            for key in fits:
                if key != NOT_RECORDED:
                    yield key, Verdict.CERTAIN if len(fits) == 1 else Verdict.POSSIBLE

    def _numbers(self, dimension: Dimension, row: Row) -> list[tuple[int, int]]:
        """Return what a number may be, from the lowest to the highest."""
        if dimension.name == "months":
            here = self._facts.events[row.event].months if row.event is not None else ()
            return [(months, months) for months in here]
        if row.person is None:
            return []
        if dimension.name == "term":
            return list(self._facts.status(row.person, self._day).fixed)
        ages = self._facts.people[row.person].ages(self._day)
        return [] if ages is None else [ages]

    def _plain(self, dimension: Dimension, row: Row) -> tuple[str, ...]:
        """Return the values of a dimension of words."""
        name = dimension.name
        if name in OF_STATUS:
            return self._of_status(name, row.person)
        if name in _CITED or name == "dataset" or name.startswith(CUSTOM):
            return tuple(dict.fromkeys(self._of_all(name, row)))
        if dimension.level is Level.EVENT:
            return self._facts.events[row.event].values.get(name, ()) if row.event is not None else ()
        if dimension.level is Level.PERSON:
            return self._facts.people[row.person].values.get(name, ()) if row.person is not None else ()
        return self._facts.cases[row.case].get(name, ()) if row.case is not None else ()

    def _of_all(self, name: str, row: Row) -> Iterator[str]:
        """Yield what is said of the case, the person or the event of a row."""
        facts = self._facts
        told: list[tuple[RecordId, Values]] = []
        if row.case is not None:
            told.append((row.case, facts.cases[row.case]))
        if row.person is not None:
            told.append((row.person, facts.people[row.person].values))
        if row.event is not None:
            told.append((row.event, facts.events[row.event].values))
        for record, own in told:
            yield from (facts.sources.get(record, {}) if name in _CITED else own).get(name, ())

    def _of_status(self, name: str, person: RecordId | None) -> tuple[str, ...]:
        if person is None:
            return ()
        status = self._facts.status(person, self._day)
        if name == "sentence":
            return status.penalties
        found = {
            "status": status.answer.value,
            "reason": "" if status.reason is None else status.reason.value,
            "custody": status.measure,
            "held_in": status.facility,
            "stage": f"{status.country}/{status.stage}" if status.stage else "",
        }[name]
        return (found,) if found else ()


def _used(group: Iterable[Condition]) -> Iterator[Dimension]:
    return (condition.dimension for condition in group)


def _without_gaps(certain: set[Key], possible: set[Key], width: int) -> tuple[set[Key], set[Key]]:
    """Leave out what is not known in one row where another row of the same unit knows it.

    What is known wins over what is not, dimension by dimension; something always stays.
    """
    for position in range(width):
        known = {key for key in certain if not is_unknown(key[position])}
        certain = known or certain
    return certain, possible - {key for key in possible if any(map(is_unknown, key))} if certain else possible


def _between(bands: Bands, least: int, most: int) -> Iterator[str]:
    """Yield the bands that begin between two numbers."""
    return (band_key(bands, start) for start in bands if least < start <= most)


def compute(question: FigureQuestion, facts: Facts, day: date) -> dict[str, object]:
    """Return what a figure says, counted by hand."""
    asking = Asking(question, facts, day)
    every = Count()
    cells: dict[Key, Count] = {}
    known = unknown = 0
    overlaps = False
    found: dict[RecordId, tuple[Verdict, set[Key], set[Key]]] = {}
    by_unit: dict[RecordId, list[Row]] = {}
    for row in facts.rows:
        unit = {CountedUnit.PERSONS: row.person, CountedUnit.CASES: row.case, CountedUnit.EVENTS: row.event}[
            question.unit
        ]
        if unit is not None:
            by_unit.setdefault(unit, []).append(row)
    for unit, rows in by_unit.items():
        verdict, certain, possible = asking.judge(rows)
        if verdict is not Verdict.NO:
            found[unit] = verdict, certain, possible
    for unit, (verdict, certain, possible) in found.items():
        least, most, besides = 1, None, 0
        if question.unit is CountedUnit.PERSONS and facts.people[unit].is_group:
            least, most = facts.people[unit].size
            besides = len(facts.members.get(unit, frozenset()) & found.keys())
        else:
            most = 1
        size = max(0, least - besides), None if most is None else max(0, most - besides)
        _add(every, verdict, size)
        if not question.columns:
            continue
        weight = size[0] if verdict is Verdict.CERTAIN else 0
        if any(not any(map(is_unknown, key)) for key in certain):
            known += weight
        else:
            unknown += weight
        overlaps = overlaps or (verdict is Verdict.CERTAIN and len(certain) > 1)
        for key in certain:
            _add(cells.setdefault(key, Count()), verdict, size)
        for key in possible - certain:
            _add(cells.setdefault(key, Count()), Verdict.POSSIBLE, size)
    return {"all": every, "known": known, "unknown": unknown, "overlaps": overlaps, "cells": cells}


def _add(count: Count, verdict: Verdict, size: tuple[int, int | None]) -> None:
    least, most = size
    certain = least if verdict is Verdict.CERTAIN else 0
    count.count += certain
    count.possible = None if most is None or count.possible is None else count.possible + most - certain
