"""The file `blocks.csv` of the kit: one row for each block of a report, in order.

Each block belongs to a row of `reports.csv` of the same kit.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from hrddesk.interop.columns import cells as cell
from hrddesk.interop.columns.column_types import ListPart, coded
from hrddesk.interop.columns.reader import Cells, RowContext
from hrddesk.interop.columns.side_tables import SideTable, element_id, keyed
from hrddesk.interop.formats.csv_tables import CsvRow
from hrddesk.interop.formats.findings import Findings, RemarkCode
from hrddesk.records.language.labels import is_code
from hrddesk.records.model.kinds import BLOCKS, Kind
from hrddesk.records.model.record import Element, Record, RecordId
from hrddesk.records.terms import vocabulary
from hrddesk.records.texts.mentions import MARK, mentions_in

FILE: Final = "blocks.csv"
_PLAIN: Final = ("kind", "language", "record", "by", "state")
_TEXTS: Final = ("body", "caption")
_CODED: Final = {part: vocabulary.FIELDS[f"report.{BLOCKS}.{part}"] for part in ("kind", "state")}


def _read(rows: Sequence[CsvRow], _: Kind, findings: Findings) -> Sequence[Mapping[str, str]]:
    """Return the blocks of one report."""
    blocks = []
    for key, row in keyed(rows, FILE, "block", findings):
        language = row["language"].strip()
        if language and not is_code(language):
            findings.error(FILE, row.number, "language", language, RemarkCode.BAD_LANGUAGE)
        cells = {name: row[name].strip() for name in _PLAIN}
        cells |= {"id": element_id("block", key), **{name: row[name] for name in (*_TEXTS, "cites")}}
        blocks.append({name: text for name, text in cells.items() if text.strip()})
    return blocks


TABLE: Final = SideTable(
    file=FILE,
    keys=("report", "block", "kind"),
    columns=("report", "block", "kind", "language", "body", "record", "caption", "by", "state", "cites"),
    owners=(Kind.REPORT,),
    read=_read,
    orphan=RemarkCode.BLOCK_OF_NOTHING,
)


def _blocks(row: Cells, reader: RowContext) -> Sequence[Element]:
    blocks = []
    for block in TABLE.items(row):
        codes = {name: coded(name, block.get(name, ""), words, reader) for name, words in _CODED.items()}
        record = reader.record("record", block["record"]) if block.get("record") else None
        cited = _cited(block.pop("cites", ""), reader)
        texts: Element = {name: _with_references(block[name], cited) for name in _TEXTS if name in block}
        blocks.append({**block, **codes, **texts, "record": record})
    return blocks


def _cited(cites: str, reader: RowContext) -> dict[str, str]:
    """Read a cell of items `REF=kind:key`; return by REF the reference that this desk uses for the record."""
    cited: dict[str, str] = {}
    for item in cell.split(cites):
        mention, _, key = item.partition("=")
        record = reader.record("cites", key.strip())
        if record is not None:
            cited[mention.strip()] = reader.reference(record, mention.strip())
    return cited


def _with_references(text: str, references: Mapping[str, str]) -> str:
    """Return the text with each mention `@REF` replaced by `@` and `references[REF]`, if that exists."""
    parts, end = list[str](), 0
    for mention in mentions_in(text):
        parts += [text[end : mention.start], MARK, references.get(mention.ref, mention.ref)]
        end = mention.end
    return "".join([*parts, text[end:]])


def with_references(report: Record, references: Mapping[RecordId, str]) -> Record:
    """Return the report with mentions by record id in its blocks replaced by these references."""
    blocks = dict(report.lists.get(BLOCKS, {}))
    by_id = {str(record): reference for record, reference in references.items()}
    for key, block in blocks.items():
        texts = {name: _with_references(str(block[name]), by_id) for name in _TEXTS if name in block}
        blocks[key] = {**block, **texts}
    return replace(report, lists={**report.lists, BLOCKS: blocks}) if blocks else report


PART: Final = ListPart((TABLE.cell,), BLOCKS, _blocks)


def rows_of(
    report: Record,
    key: str,
    written: Callable[[RecordId], str],
    leads_to: Callable[[str], RecordId | None],
) -> Iterator[tuple[str, ...]]:
    """Yield the rows for the blocks of a report; `key` is the key of the report in this kit.

    `written` returns `kind:key` of a record, or "" if the record is not in the kit. `leads_to` returns the
    record to which a reference in a text refers, or None.
    """
    for block, item in report.elements(BLOCKS):
        cells = {name: str(item.get(name) or "") for name in TABLE.columns}
        mentions = [mention.ref for name in _TEXTS for mention in mentions_in(cells[name])]
        cited = {ref: record for ref in mentions if (record := leads_to(ref)) is not None}
        cites = [f"{ref}={name}" for ref, record in cited.items() if (name := written(record))]
        cells |= {"report": key, "block": block, "cites": cell.join(cites)}
        cells["record"] = written(RecordId(cells["record"]))
        yield tuple(cells[column] for column in TABLE.columns)
