"""Preselection of cases, by one query for each criterion, before any record is read."""

from collections.abc import Callable
from itertools import groupby
from operator import itemgetter
from typing import Any

from hrddesk.records.model.record import RecordId
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.database_errors import translated


class Narrowing:
    """The preselection of cases by single facts in an open vault; the caller must check each case again."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def tagged(self, fits: Callable[[str], bool]) -> set[RecordId]:
        """Return the cases with a tag for which `fits` returns true."""
        return self._cases("SELECT owner, coalesce(text, '') FROM case_tag", fits)

    def at_place(self, fits: Callable[[str, str], bool]) -> set[RecordId]:
        """Return the cases with an event for whose place, as id and text, `fits` returns true."""
        return self._cases(
            "SELECT \"case\", coalesce(place, ''), coalesce(place_text, '') FROM event"
            ' WHERE "case" IS NOT NULL AND coalesce(place, place_text) IS NOT NULL',
            fits,
        )

    def charged(self, fits: Callable[[str, str], bool]) -> set[RecordId]:
        """Return the cases with an event for one of whose charges, as text and term, `fits` returns true."""
        return self._cases(
            "SELECT e.\"case\", coalesce(c.raw, ''), coalesce(c.term, '') FROM charge c"
            ' JOIN event e ON e.id = c.owner WHERE e."case" IS NOT NULL',
            fits,
        )

    def between(self, first: int | None, last: int | None) -> set[RecordId]:
        """Return the cases with an event that may be between two days, as ordinals; None is an open end."""
        return self._cases(
            'SELECT "case" FROM event WHERE "case" IS NOT NULL'
            " AND coalesce(date_first, date_last) IS NOT NULL"
            " AND (?1 IS NULL OR date_last IS NULL OR date_last >= ?1)"
            " AND (?2 IS NULL OR date_first IS NULL OR date_first <= ?2)",
            lambda: True,
            (first, last),
        )

    def first_days(self) -> dict[int, list[RecordId]]:
        """Return the cases by the first day, an ordinal, of the date of each of their events."""
        cases_by_day: dict[int, list[RecordId]] = {}
        with translated():
            rows = self._db.execute(
                'SELECT "case", date_first FROM event'
                ' WHERE "case" IS NOT NULL AND date_first IS NOT NULL ORDER BY "case"'
            )
            for case, events in groupby(rows, itemgetter(0)):  # whose id is kept once
                for _, day in events:
                    cases_by_day.setdefault(day, []).append(case)
        return cases_by_day

    def _cases(self, sql: str, fits: Callable[..., bool], values: tuple[Any, ...] = ()) -> set[RecordId]:
        with translated():
            return {RecordId(case) for case, *cells in self._db.execute(sql, values) if fits(*cells)}
