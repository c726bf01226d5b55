"""The file `texts.csv` of the kit: one row for each text of a record after its first text.

Each text belongs to a row of another file of the same kit.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from hrddesk.interop.columns.column_types import FieldPart, ListPart, as_language, as_text, coded
from hrddesk.interop.columns.contradictions import CONTRADICTS, in_circles
from hrddesk.interop.columns.reader import Cells, RowContext
from hrddesk.interop.columns.side_tables import SideTable, element_id, keyed
from hrddesk.interop.formats.csv_tables import CsvRow
from hrddesk.interop.formats.findings import Findings, RemarkCode
from hrddesk.records.language import languages
from hrddesk.records.language.labels import is_code
from hrddesk.records.model.kinds import SPECS, TEXTS, Kind
from hrddesk.records.model.record import Element, Record
from hrddesk.records.texts.texts import FIRST, FIRST_LANGUAGE, OF_A_PART, element_of, text_field

FILE: Final = "texts.csv"
_OF: Final = "of"


def _read(rows: Sequence[CsvRow], kind: Kind, findings: Findings) -> Sequence[Mapping[str, str]]:
    """Return the texts of one record."""
    ids = {row["text"].strip(): element_id("text", row["text"].strip()) for row in rows}
    names = {key: text_field(element) for key, element in ids.items()} | {
        first: first for first in (FIRST.get(kind, ""), "", OF_A_PART)
    }
    circles = in_circles({row["text"].strip(): row[_OF].strip() for row in rows})
    texts = []
    for key, row in keyed(rows, FILE, "text", findings):
        origin, checked = (row[column].strip() for column in (_OF, "checked"))
        if not row["body"].strip():
            findings.error(FILE, row.number, "body", "", RemarkCode.NO_WORDS)
        if row["language"].strip() and not is_code(row["language"].strip()):
            findings.error(FILE, row.number, "language", row["language"], RemarkCode.BAD_LANGUAGE)
        if key in circles and row[CONTRADICTS].strip() == _OF:
            findings.warn(FILE, row.number, _OF, origin, RemarkCode.CONTRADICTION_KEPT)
        elif key in circles:
            findings.error(FILE, row.number, _OF, origin, RemarkCode.TEXT_OF_ITSELF)
        if origin not in names:
            findings.warn(FILE, row.number, _OF, origin, RemarkCode.NOT_UNDERSTOOD)
        if checked and languages.yes_or_no(checked) is None:
            findings.warn(FILE, row.number, "checked", checked, RemarkCode.LEFT_OUT)
        cells = {
            **{name: row[name].strip() for name in ("language", "kind", "by")},
            "id": ids[key],
            "body": row["body"],
            _OF: names.get(origin, origin),
            "checked": "yes" if languages.yes_or_no(checked) else "",
        }
        texts.append({name: text for name, text in cells.items() if text})
    return texts


TABLE: Final = SideTable(
    file=FILE,
    keys=("record", "text", "body"),
    columns=("record", "text", "language", "kind", _OF, "by", "checked", "body", CONTRADICTS),
    owners=[kind for kind in Kind if SPECS[kind].list(TEXTS) is not None],
    read=_read,
    orphan=RemarkCode.TEXT_OF_NOTHING,
)


def _texts(row: Cells, reader: RowContext) -> Sequence[Element]:
    texts = []
    for text in TABLE.items(row):
        kind = coded("kind", text.get("kind", ""), "text_kind", reader)
        texts.append({**text, "kind": kind, "checked": text.get("checked") == "yes" or None})
    return texts


_PART: Final = ListPart((TABLE.cell,), TEXTS, _texts)


def parts_of(kind: Kind) -> tuple[ListPart, ...]:
    """Return the building blocks for the texts of a record; none for a kind without texts."""
    return (_PART,) if SPECS[kind].list(TEXTS) else ()


def first(column: str) -> tuple[FieldPart, FieldPart]:
    """Return the building blocks for the first text of a record and for its language."""
    return as_text(column), as_language(FIRST_LANGUAGE)


def rows_of(record: Record, key: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows for the texts of a record; `key` is the key of the record in this kit."""
    origins = {str(name): element_of(str(item.get(_OF) or "")) or "" for name, item in record.elements(TEXTS)}
    circles = in_circles(origins)
    for name, item in record.elements(TEXTS):
        origin_field = str(item.get("of") or "")
        origin = element_of(origin_field) or ""
        cells = {
            **{part: str(item.get(part) or "") for part in ("language", "kind", "by", "body")},
            "record": f"{record.kind}:{key}",
            "text": name,
            "of": origin if origin in record.lists[TEXTS] else origin_field,
            "checked": "yes" if item.get("checked") else "",
            CONTRADICTS: _OF if name in circles else "",
        }
        yield tuple(cells[column] for column in TABLE.columns)
