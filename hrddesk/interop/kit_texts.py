"""`texts.csv` of the kit: the texts of records besides their first one, a row for each.

A text belongs to a row of another file of the same kit. Its row is read as a cell of that row, so that all
that holds of the cells of a kit holds of texts.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from hrddesk.interop.findings import Code, Findings
from hrddesk.interop.kit_columns import FieldPart, ListPart, as_language, as_text, coded
from hrddesk.interop.kit_contradictions import CONTRADICTS, in_circles
from hrddesk.interop.kit_reader import Cells, Reader
from hrddesk.interop.tables import Row, Table
from hrddesk.records import languages
from hrddesk.records.kinds import SPECS, TEXTS, Kind
from hrddesk.records.labels import is_code
from hrddesk.records.record import Element, ElementId, Record, is_id, key_element_id
from hrddesk.records.texts import FIRST, FIRST_LANGUAGE, OF_A_PART, element_of, text_field

FILE: Final = "texts.csv"
KEYS: Final = ("record", "text", "body")
COLUMNS: Final = ("record", "text", "language", "kind", "of", "by", "checked", "body", CONTRADICTS)
_OF: Final = "of"
_CELL: Final = FILE.upper()
"""As what the texts of a record stand among the cells of its row; columns are read in small letters."""


def folded(
    texts: Table, tables: Mapping[str, Table], keys: Mapping[str, tuple[Kind, str]], found: Findings
) -> dict[str, Table]:
    """Return the tables with the texts in the rows of their records.

    `keys` are kind and key column of each file. What is wrong with a text is an error in `found`.
    """
    by_record: dict[str, list[Row]] = {}
    for row in texts.rows:
        by_record.setdefault(row["record"].strip(), []).append(row)
    made = {}
    for file, table in tables.items():
        kind, column = keys[file]
        rows = []
        for row in table.rows:
            its = by_record.pop(f"{kind}:{row[column].strip()}", []) if SPECS[kind].list(TEXTS) else []
            rows.append(replace(row, cells={**row.cells, _CELL: _cell(its, kind, found)}))
        made[file] = replace(table, rows=tuple(rows)) if SPECS[kind].list(TEXTS) else table
    for row in (row for rows in by_record.values() for row in rows):
        found.error(FILE, row.number, "record", row["record"], Code.TEXT_OF_NOTHING)
    return made


def _cell(rows: Sequence[Row], kind: Kind, found: Findings) -> str:
    """Return the texts of one record as one cell; empty for none."""
    ids = {row["text"].strip(): _element(row["text"].strip()) for row in rows}
    names = {key: text_field(element) for key, element in ids.items()} | {
        first: first for first in (FIRST.get(kind, ""), "", OF_A_PART)
    }
    circles = in_circles({row["text"].strip(): row["of"].strip() for row in rows})
    made: dict[str, dict[str, str]] = {}
    for row in rows:
        key, of, checked = (row[column].strip() for column in ("text", "of", "checked"))
        if not key or key in made:
            code = Code.KEY_TWICE if key else Code.KEY_MISSING
            found.error(FILE, row.number, "text", key, code, made[key]["row"] if key else "")
            continue
        if not row["body"].strip():
            found.error(FILE, row.number, "body", "", Code.NO_WORDS)
        if row["language"].strip() and not is_code(row["language"].strip()):
            found.error(FILE, row.number, "language", row["language"], Code.BAD_LANGUAGE)
        if key in circles:
            is_kept = row[CONTRADICTS].strip() == _OF
            remark, code = (
                (found.warn, Code.CONTRADICTION_KEPT) if is_kept else (found.error, Code.TEXT_OF_ITSELF)
            )
            remark(FILE, row.number, _OF, of, code)
        if of not in names:
            found.warn(FILE, row.number, "of", of, Code.NOT_UNDERSTOOD)
        if checked and languages.yes_or_no(checked) is None:
            found.warn(FILE, row.number, "checked", checked, Code.LEFT_OUT)
        made[key] = {
            **{name: row[name].strip() for name in ("language", "kind", "by")},
            "id": ids[key],
            "body": row["body"],
            "of": names.get(of, of),
            "checked": "yes" if languages.yes_or_no(checked) else "",
            "row": str(row.number),
        }
    cells = [{name: text for name, text in one.items() if text and name != "row"} for one in made.values()]
    return json.dumps(cells, ensure_ascii=False, sort_keys=True) if cells else ""


def _element(key: str) -> ElementId:
    """Return the element of a text: the key of an export is its id, what a person typed makes one."""
    return ElementId(key) if is_id(key) else key_element_id("text", "", key)


def _texts(row: Cells, reader: Reader) -> Sequence[Element]:
    made = []
    for cell in json.loads(row.get(_CELL) or "[]"):
        kind = coded("kind", cell.get("kind", ""), "text_kind", reader)
        element = {**cell, "kind": kind, "checked": cell.get("checked") == "yes" or None}
        made.append({name: value for name, value in element.items() if value is not None})
    return made


_PART: Final = ListPart((_CELL,), TEXTS, _texts)


def parts_of(kind: Kind) -> tuple[ListPart, ...]:
    """Return what makes the texts of a record; nothing for a kind that has none."""
    return (_PART,) if SPECS[kind].list(TEXTS) else ()


def first(column: str) -> tuple[FieldPart, FieldPart]:
    """Return what makes the first text of a record, and its language."""
    return as_text(column), as_language(FIRST_LANGUAGE)


def rows_of(record: Record, key: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a record's texts; `key` is that of the record in this kit."""
    origins = {str(key): element_of(str(item.get(_OF) or "")) or "" for key, item in record.elements(TEXTS)}
    circles = in_circles(origins)
    for element_id, item in record.elements(TEXTS):
        of = str(item.get("of") or "")
        origin = element_of(of) or ""
        cells = {
            **{name: str(item.get(name) or "") for name in ("language", "kind", "by", "body")},
            "record": f"{record.kind}:{key}",
            "text": element_id,
            "of": origin if origin in record.lists[TEXTS] else of,
            "checked": "yes" if item.get("checked") else "",
            CONTRADICTS: _OF if element_id in circles else "",
        }
        yield tuple(cells[column] for column in COLUMNS)
