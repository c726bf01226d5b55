"""`custody.csv` of the kit: what was done with each piece of evidence, when, by which desk: a row for each.

A line belongs to a row of `evidence.csv` of the same kit, and is read as a cell of that row. It is never
taken back: what a log has said stays, whatever a later kit leaves out.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from hrddesk.interop.findings import Code, Findings
from hrddesk.interop.tables import Row, Table
from hrddesk.records import custody, dates
from hrddesk.records.kinds import CUSTODY_LIST
from hrddesk.records.record import Element, Record

FILE: Final = "custody.csv"
KEYS: Final = ("evidence", "when", "what", "by")
COLUMNS: Final = (*KEYS, "number")
_KEY: Final = "evidence"
_MOST_DIGITS: Final = 9


def folded(lines: Table, evidence: Table | None, found: Findings) -> Table | None:
    """Return the rows of evidence with their logs; what is wrong with a line is an error in `found`."""
    by_key: dict[str, list[Row]] = {}
    for row in lines.rows:
        by_key.setdefault(row[_KEY].strip(), []).append(row)
    rows = []
    for row in evidence.rows if evidence is not None else ():
        cell = json.dumps(_lines(by_key.pop(row[_KEY].strip(), []), found))
        rows.append(replace(row, cells={**row.cells, FILE: cell}))
    for its in by_key.values():
        found.error(FILE, its[0].number, _KEY, its[0][_KEY], Code.LOG_OF_NOTHING)
    return None if evidence is None else replace(evidence, rows=tuple(rows))


def grown(record: Record, row: Row, own: Sequence[Element], found: Findings) -> Record:
    """Return the record with the lines of its row that are new to it and to this vault's `own` log."""
    made = custody.grown(record, json.loads(row[FILE] or "[]"), own)
    if len(custody.received(made, ())) > custody.MOST_LINES:
        found.error(FILE, 0, _KEY, row[_KEY], Code.LOG_TOO_LONG, custody.MOST_LINES)
        return record
    return made


def rows_of(record: Record, key: str, own: Iterable[Element]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a log, what came from other desks among them; `key` is that of the evidence."""
    for item in custody.in_order(record, own):
        when = datetime.fromtimestamp(int(item.get("time") or 0), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        yield key, when, *(str(item.get(name) or "") for name in ("what", "by", "number"))


def _lines(rows: Sequence[Row], found: Findings) -> list[Element]:
    made = (_line(row, found) for row in rows[: custody.MOST_LINES + 1])  # of more than that none is taken
    return [item for item in made if item is not None]


def _line(row: Row, found: Findings) -> Element | None:
    words = {name: " ".join(row[name].split()) for name in ("what", "by")}
    for name, text in words.items():
        longest = CUSTODY_LIST.by_name[name].longest
        if not text:
            found.error(FILE, row.number, name, "", Code.NO_WORDS)
            return None
        if len(text) > longest:
            found.error(FILE, row.number, name, "", Code.TOO_LONG, longest)
            return None
    when, number = _moment(row["when"].strip()), row["number"].strip()
    if when is None:
        found.error(FILE, row.number, "when", row["when"], Code.BAD_TIME)
        return None
    if when.date() > dates.newest_day():
        found.warn(FILE, row.number, "when", row["when"], Code.TIME_AHEAD)
    is_number = number.isascii() and number.isdecimal() and len(number) <= _MOST_DIGITS
    if number and not is_number:
        found.warn(FILE, row.number, "number", number, Code.LEFT_OUT)
    item: Element = {"time": int(when.timestamp()), **words}
    return {**item, "number": int(number)} if is_number else item


def _moment(text: str) -> datetime | None:
    """Return a moment that says its time zone and does not lie before 1970; None for other words."""
    try:
        made = datetime.fromisoformat(text)
        return made.astimezone(UTC) if made.tzinfo is not None and made.timestamp() >= 0 else None
    except (ValueError, OverflowError):
        return None
