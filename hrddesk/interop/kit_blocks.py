"""`blocks.csv` of the kit: the blocks of reports, a row for each, in their order.

A block belongs to a row of `reports.csv` of the same kit. Its row is read as a cell of that row, so that all
that holds of the cells of a kit holds of blocks.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from hrddesk.interop import cells as cell
from hrddesk.interop.findings import Code, Findings
from hrddesk.interop.kit_columns import ListPart, coded
from hrddesk.interop.kit_reader import Cells, Reader
from hrddesk.interop.tables import Row, Table
from hrddesk.records import vocabulary
from hrddesk.records.kinds import BLOCKS
from hrddesk.records.labels import is_code
from hrddesk.records.mentions import MARK, mentions_in
from hrddesk.records.record import Element, ElementId, Record, RecordId, is_id, key_element_id

FILE: Final = "blocks.csv"
KEYS: Final = ("report", "block", "kind")
COLUMNS: Final = ("report", "block", "kind", "language", "body", "record", "caption", "by", "state", "cites")
_KEY: Final = "report"
_CELL: Final = FILE.upper()
"""The name of the cell that holds the blocks in a report's row; columns are read in small letters."""
_PLAIN: Final = ("kind", "language", "record", "by", "state")
_TEXTS: Final = ("body", "caption")
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
        cells |= {"id": _element(key), "body": row["body"], "caption": row["caption"], "cites": row["cites"]}
        blocks.append({name: text for name, text in cells.items() if text.strip()})
    return json.dumps(blocks, ensure_ascii=False, sort_keys=True) if blocks else ""


def _element(key: str) -> ElementId:
    """Return the element of a block: the key of an export is its id, what a person typed makes one."""
    return ElementId(key) if is_id(key) else key_element_id("block", "", key)


def _blocks(row: Cells, reader: Reader) -> Sequence[Element]:
    blocks: list[Element] = []
    for block in json.loads(row.get(_CELL) or "[]"):
        codes = {name: coded(name, block.get(name, ""), words, reader) for name, words in _CODED.items()}
        record = reader.record("record", block["record"]) if block.get("record") else None
        cited = _cited(block.pop("cites", ""), reader)
        texts = {name: _with_references(block[name], cited) for name in _TEXTS if name in block}
        element = {**block, **codes, **texts, "record": record}
        blocks.append({name: value for name, value in element.items() if value is not None})
    return blocks


def _cited(cites: str, reader: Reader) -> dict[str, str]:
    """Return what leads in this desk to the records that `REF=kind:key` names, by the REF of the text."""
    cited: dict[str, str] = {}
    for item in cell.split(cites):
        mention, _, key = item.partition("=")
        record = reader.record("cites", key.strip())
        if record is not None:
            cited[mention.strip()] = reader.reference(record, mention.strip())
    return cited


def _with_references(text: str, references: Mapping[str, str]) -> str:
    """Return a text that mentions records by these references, each instead of the one that it has."""
    parts, end = list[str](), 0
    for mention in mentions_in(text):
        parts += [text[end : mention.start], MARK, references.get(mention.ref, mention.ref)]
        end = mention.end
    return "".join([*parts, text[end:]])


def with_references(report: Record, references: Mapping[RecordId, str]) -> Record:
    """Return a report whose blocks mention records by these references, where they mention them by id."""
    blocks = dict(report.lists.get(BLOCKS, {}))
    by_id = {str(record): reference for record, reference in references.items()}
    for key, block in blocks.items():
        texts = {name: _with_references(str(block[name]), by_id) for name in _TEXTS if name in block}
        blocks[key] = {**block, **texts}
    return replace(report, lists={**report.lists, BLOCKS: blocks}) if blocks else report


PART: Final = ListPart((_CELL,), BLOCKS, _blocks)


def rows_of(
    report: Record,
    key: str,
    written: Callable[[RecordId], str],
    leads_to: Callable[[str], RecordId | None],
) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a report's blocks; `key` is that of the report in this kit.

    `written` gives `kind:key` of another record, empty for one that is not in the kit. `leads_to` gives the
    record that a text mentions by a reference; None for none.
    """
    for element_id, item in report.elements(BLOCKS):
        cells = {name: str(item.get(name) or "") for name in COLUMNS}
        mentions = [mention.ref for name in _TEXTS for mention in mentions_in(cells[name])]
        cited = {ref: record for ref in mentions if (record := leads_to(ref)) is not None}
        cites = [f"{ref}={name}" for ref, record in cited.items() if (name := written(record))]
        cells |= {"report": key, "block": element_id, "cites": cell.join(cites)}
        cells["record"] = written(RecordId(cells["record"]))
        yield tuple(cells[column] for column in COLUMNS)
