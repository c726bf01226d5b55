"""`blocks.csv` of the kit: the blocks of reports, a row for each, in their order.

A block belongs to a row of `reports.csv` of the same kit. Its row is read as a cell of that row, so that all
that holds of the cells of a kit holds of blocks.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from hrddesk.interop.findings import Code, Findings
from hrddesk.interop.kit_columns import ListPart, coded
from hrddesk.interop.kit_reader import Cells, Reader
from hrddesk.interop.tables import Row, Table
from hrddesk.records import vocabulary
from hrddesk.records.kinds import BLOCKS
from hrddesk.records.labels import is_code
from hrddesk.records.record import Element, ElementId, Record, RecordId, is_id, key_element_id

FILE: Final = "blocks.csv"
KEYS: Final = ("report", "block", "kind")
COLUMNS: Final = ("report", "block", "kind", "language", "body", "record", "caption", "by", "state")
_KEY: Final = "report"
_CELL: Final = FILE.upper()
"""The name of the cell that holds the blocks in a report's row; columns are read in small letters."""
_PLAIN: Final = ("kind", "language", "record", "by", "state")
_CODED: Final = {part: vocabulary.FIELDS[f"report.{BLOCKS}.{part}"] for part in ("kind", "state")}


def folded(blocks: Table, reports: Table | None, findings: Findings) -> Table | None:
    """Return the rows of reports with their blocks; what is wrong with a block is an error in `findings`."""
    by_report: dict[str, list[Row]] = {}
    for row in blocks.rows:
        by_report.setdefault(row[_KEY].strip(), []).append(row)
    rows = []
    for row in reports.rows if reports is not None else ():
        cell = _cell(by_report.pop(row[_KEY].strip(), []), findings)
        rows.append(replace(row, cells={**row.cells, _CELL: cell}))
    for row in (row for rows in by_report.values() for row in rows):
        findings.error(FILE, row.number, _KEY, row[_KEY], Code.BLOCK_OF_NOTHING)
    return None if reports is None else replace(reports, rows=tuple(rows))


def _cell(rows: Sequence[Row], findings: Findings) -> str:
    """Return the blocks of one report as one cell; empty for none."""
    first_rows: dict[str, int] = {}
    blocks: list[dict[str, str]] = []
    for row in rows:
        key, language = row["block"].strip(), row["language"].strip()
        if not key or key in first_rows:
            code = Code.KEY_TWICE if key else Code.KEY_MISSING
            findings.error(FILE, row.number, "block", key, code, first_rows.get(key, ""))
            continue
        first_rows[key] = row.number
        if language and not is_code(language):
            findings.error(FILE, row.number, "language", language, Code.BAD_LANGUAGE)
        cells = {name: row[name].strip() for name in _PLAIN}
        cells |= {"id": _element(key), "body": row["body"], "caption": row["caption"]}
        blocks.append({name: text for name, text in cells.items() if text.strip()})
    return json.dumps(blocks, ensure_ascii=False, sort_keys=True) if blocks else ""


def _element(key: str) -> ElementId:
    """Return the element of a block: the key of an export is its id, what a person typed makes one."""
    return ElementId(key) if is_id(key) else key_element_id("block", "", key)


def _blocks(row: Cells, reader: Reader) -> Sequence[Element]:
    blocks: list[Element] = []
    for cell in json.loads(row.get(_CELL) or "[]"):
        codes = {name: coded(name, cell.get(name, ""), words, reader) for name, words in _CODED.items()}
        record = reader.record("record", cell["record"]) if cell.get("record") else None
        element = {**cell, **codes, "record": record}
        blocks.append({name: value for name, value in element.items() if value is not None})
    return blocks


PART: Final = ListPart((_CELL,), BLOCKS, _blocks)


def rows_of(report: Record, key: str, written: Callable[[RecordId], str]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a report's blocks; `key` is that of the report in this kit.

    `written` gives `kind:key` of another record, empty for one that is not in the kit.
    """
    for element_id, item in report.elements(BLOCKS):
        cells = {name: str(item.get(name) or "") for name in COLUMNS}
        cells |= {"report": key, "block": element_id, "record": written(RecordId(cells["record"]))}
        yield tuple(cells[column] for column in COLUMNS)
