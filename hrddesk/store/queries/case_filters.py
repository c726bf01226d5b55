"""Preselection of cases, by one query for each criterion, before any record is read."""

from collections.abc import Callable
from itertools import groupby
from operator import itemgetter
from typing import Any

from hrddesk.records.model.record import RecordId
from hrddesk.store.database.connection import Connection
from hrddesk.store.database.database_errors import translated


class Narrowing:
    """The preselection of cases by single facts in an open vault; the caller must check each
    selected case.
    """

    def __init__(self, db: Connection) -> None:
        self._db = db

    def tagged(self, fits: Callable[[str], bool]) -> set[RecordId]:
        """Return the cases with a tag for which `fits` returns true."""
        return self._cases("SELECT owner, coalesce(text, '') FROM case_tag", fits)

    def at_place(self, fits: Callable[[str, str], bool]) -> set[RecordId]:
        """Return the cases with an event whose place passes `fits`, which gets the id and the text of the
        place.
        """
        return self._cases(
            "SELECT \"case\", coalesce(place, ''), coalesce(place_text, '') FROM event"
            ' WHERE "case" IS NOT NULL AND coalesce(place, place_text) IS NOT NULL',
            fits,
        )

    def charged(self, fits: Callable[[str, str], bool]) -> set[RecordId]:
        """Return the cases with a charge that passes `fits`, which gets the text and the term
        of the charge.
        """
        return self._cases(
            "SELECT e.\"case\", coalesce(c.raw, ''), coalesce(c.term, '') FROM charge c"
            ' JOIN event e ON e.id = c.owner WHERE e."case" IS NOT NULL',
            fits,
        )

    def between(self, first: int | None, last: int | None) -> set[RecordId]:
        """Return the cases with an event that may have happened between two days.

        The days are ordinals; None means that there is no first or no last day.
        """
        return self._cases(
            'SELECT "case" FROM event WHERE "case" IS NOT NULL'
            " AND coalesce(date_first, date_last) IS NOT NULL"
            " AND (?1 IS NULL OR date_last IS NULL OR date_last >= ?1)"
            " AND (?2 IS NULL OR date_first IS NULL OR date_first <= ?2)",
            lambda: True,
            (first, last),
        )

    def first_days(self) -> dict[int, list[RecordId]]:
        """Return the cases that have an event with a date, by the first possible day of that date, an
        ordinal.
        """
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
