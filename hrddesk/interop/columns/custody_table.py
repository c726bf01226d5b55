"""The file `custody.csv` of the kit: one row for each line of a custody log.

A line says what was done with a piece of evidence, when, and by which desk. It belongs to a row of
`evidence.csv` of the same kit and is read as a cell of that row. A line is never removed: an entry of the log
remains, whatever a later kit omits.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Final

from hrddesk.interop.columns.side_tables import SideTable
from hrddesk.interop.formats.csv_tables import CsvRow
from hrddesk.interop.formats.findings import Findings, RemarkCode
from hrddesk.records.dates import dates
from hrddesk.records.model.kinds import CUSTODY_LIST, Kind
from hrddesk.records.model.record import Element, Record
from hrddesk.records.rules import custody

FILE: Final = "custody.csv"
_MOST_DIGITS: Final = 9


def _read(rows: Sequence[CsvRow], _: Kind, findings: Findings) -> list[Element]:
    """Return the lines of one log."""
    lines = (
        _line(row, findings) for row in rows[: custody.MOST_LINES + 1]
    )  # of more than that none is taken
    return [item for item in lines if item is not None]


def _line(row: CsvRow, findings: Findings) -> Element | None:
    words = {name: " ".join(row[name].split()) for name in ("what", "by")}
    for name, text in words.items():
        longest = CUSTODY_LIST.by_name[name].longest
        if not text:
            findings.error(FILE, row.number, name, "", RemarkCode.NO_WORDS)
            return None
        if len(text) > longest:
            findings.error(FILE, row.number, name, "", RemarkCode.TOO_LONG, longest)
            return None
    when, number = _moment(row["when"].strip()), row["number"].strip()
    if when is None:
        findings.error(FILE, row.number, "when", row["when"], RemarkCode.BAD_TIME)
        return None
    if when.date() > dates.newest_day():
        findings.warn(FILE, row.number, "when", row["when"], RemarkCode.TIME_AHEAD)
    is_number = number.isascii() and number.isdecimal() and len(number) <= _MOST_DIGITS
    if number and not is_number:
        findings.warn(FILE, row.number, "number", number, RemarkCode.LEFT_OUT)
    item: Element = {"time": int(when.timestamp()), **words}
    return {**item, "number": int(number)} if is_number else item


def _moment(text: str) -> datetime | None:
    """Return a time that states its time zone and is not before 1970; None for any other text."""
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo is not None and moment.timestamp() >= 0 else None
    except (ValueError, OverflowError):
        return None


TABLE: Final = SideTable(
    file=FILE,
    keys=("evidence", "when", "what", "by"),
    columns=("evidence", "when", "what", "by", "number"),
    owners=(Kind.EVIDENCE,),
    read=_read,
    orphan=RemarkCode.LOG_OF_NOTHING,
)


def grown(record: Record, row: CsvRow, own: Sequence[Element], findings: Findings) -> Record:
    """Return the record with the new log lines of its row.

    New are the lines that are neither in the record nor in `own`, this vault's log. If the log would become
    too long, report an error and return the record unchanged.
    """
    longer = custody.grown(record, TABLE.items(row.cells), own)
    if len(custody.received(longer, ())) > custody.MOST_LINES:
        findings.error(FILE, 0, "evidence", row["evidence"], RemarkCode.LOG_TOO_LONG, custody.MOST_LINES)
        return record
    return longer


def rows_of(record: Record, key: str, own: Iterable[Element]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a custody log, including lines from other desks; `key` is the key of the evidence."""
    for item in custody.in_order(record, own):
        when = datetime.fromtimestamp(int(item.get("time") or 0), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        yield key, when, *(str(item.get(name) or "") for name in ("what", "by", "number"))
