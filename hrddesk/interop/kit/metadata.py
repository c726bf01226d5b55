"""`csv-metadata.json` of the kit: its tables in the W3C's "Metadata Vocabulary for Tabular Data".

It names the tables, columns and languages of a kit, what a column holds, and which keys refer to which table,
so that validators that know nothing of HRDDesk can check them. No cell stands in it. All of it follows from
the tables of columns: what a column refers to is what reading it asks for.
"""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from hrddesk.interop.columns import blocks_table, custody_table, texts_table
from hrddesk.interop.columns.column_types import FieldPart
from hrddesk.interop.columns.events import NO_CASE
from hrddesk.interop.columns.record_columns import CITED_EVIDENCE, parts_of
from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.interop.kit import kit
from hrddesk.interop.kit.export import KitFile
from hrddesk.interop.kit.kit import FileSpec
from hrddesk.records.language.labels import language_of_column
from hrddesk.records.model.field_specs import FieldSpec, FieldType
from hrddesk.records.model.kinds import BLOCKS_LIST, CUSTODY_LIST, SPECS, TEXTS_LIST, Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.terms.words import SHIPPED, Words

NAME: Final = "csv-metadata.json"
_CONTEXT: Final = "http://www.w3.org/ns/csvw"
_DATATYPES: Final[Mapping[FieldType, object]] = {
    FieldType.NUMBER: "integer",
    FieldType.FLAG: {"base": "boolean", "format": "yes|no"},
}
"""All else is a string: a date too stands as it was typed."""
_NO_NAME: Final = re.compile("[^A-Za-z0-9_]")
_KEY: Final = "a|b"  # what splits a list leaves a single key whole


def metadata(files: Sequence[KitFile]) -> bytes:
    """Return the description of these files of one kit."""
    columns = {file.name: file.columns for file in files}
    document = {
        "@context": _CONTEXT,
        "dialect": {"commentPrefix": None},  # else a row that begins with # would be none
        "tables": [_table(file, columns) for file in files],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _table(file: KitFile, columns: Mapping[str, Collection[str]]) -> dict[str, Any]:
    spec = kit.FILES.get(file.name)
    refers = _references(file, columns)
    schema: dict[str, Any] = {"columns": [_column(name, file.name, refers) for name in file.columns]}
    if spec is not None and len(spec.keys) == 1:
        schema["primaryKey"] = _name(spec.keys[0])
    if refers:
        schema["foreignKeys"] = [
            {
                "columnReference": _name(column),
                "reference": {"resource": to, "columnReference": _name(kit.FILES[to].keys[0])},
            }
            for column, (to, _) in refers.items()
        ]
    return {"url": file.name, "tableSchema": schema}


def _column(name: str, file: str, refers: Mapping[str, tuple[str, Sequence[str]]]) -> dict[str, Any]:
    column: dict[str, Any] = {"name": _name(name), "titles": name}
    spec = kit.FILES.get(file)
    if spec is not None and (name,) == spec.keys:
        column["required"] = True
    if name.startswith(f"{kit.LABEL}@"):
        column["lang"] = language_of_column(kit.LABEL, name)
    field_spec = _field(file, name)
    column["datatype"] = "string" if field_spec is None else _DATATYPES.get(field_spec.type, "string")
    nulls = refers[name][1] if name in refers else ()
    return {**column, "null": ["", *nulls]} if nulls else column


def _name(column: str) -> str:
    """Return a column as a name of the standard: letters, figures and low lines."""
    return _NO_NAME.sub("_", column)


def _field(file: str, column: str) -> FieldSpec | None:
    """Return the field or the part of a list that a column is called as."""
    lists = {
        texts_table.FILE: TEXTS_LIST,
        blocks_table.FILE: BLOCKS_LIST,
        custody_table.FILE: CUSTODY_LIST,
    }
    if file in lists:
        return lists[file].by_name.get(column)
    spec = kit.FILES.get(file)
    return None if spec is None else SPECS[spec.kind].field(column)


def _references(
    file: KitFile, columns: Mapping[str, Collection[str]]
) -> dict[str, tuple[str, Sequence[str]]]:
    """Return which columns hold one key of one other table of the kit, and which words stand for none."""
    spec = kit.FILES.get(file.name)
    references = {}
    for column in file.columns:
        if spec is None:
            to = next((name for name, table in kit.FILES.items() if table.keys == (column,)), "")
            nulls: Sequence[str] = ()
        else:
            to = _asked_of(spec, column, _KEY)
            to = to if to == _asked_of(spec, column, CITED_EVIDENCE + _KEY) else ""
            nulls = () if _asked_of(spec, column, NO_CASE) == to else (NO_CASE,)
        if to in columns:
            references[column] = (to, nulls)
    return references


def _asked_of(spec: FileSpec, column: str, key: str) -> str:
    """Return the one table in which reading a cell looks up a key; empty for none or several."""
    probe = _Probe()
    for part in parts_of(spec.kind, ()):
        if column in part.columns and (isinstance(part, FieldPart) or len(part.columns) > 1):
            part.build({column: key}, probe)
    tables = {file for place, file, sought_key in probe.asked if place == column and sought_key == key}
    return tables.pop() if len(tables) == 1 and len(probe.asked) == 1 else ""


@dataclass(slots=True)
class _Probe:
    """A reader that knows no record and notes what it is asked for."""

    asked: list[tuple[str, str, str]] = field(default_factory=list)
    """Column, file and key of each question."""
    words: Words = SHIPPED

    def warn(self, column: str, value: str, code: RemarkCode, detail: object = "") -> None:
        """Say nothing: the row is none."""

    error = warn

    def by_key(self, kind: Kind, column: str, key: str) -> RecordId | None:
        """Note what is asked for."""
        self.asked.append((column, kit.FILE_OF[kind].file, key))
        return None

    def record(self, column: str, key: str) -> RecordId | None:
        """Know nothing: such a key is one of many tables."""
        return None

    def reference(self, record: RecordId, mention: str) -> str:
        """Leave a text as it is."""
        return mention

    def is_party(self, key: str) -> bool:
        """Know nobody."""
        return False

    def victims_in(self, case_key: str) -> Collection[RecordId]:
        """Know nobody."""
        return ()

    def count_concerned(self, count: int) -> None:
        """Count nothing."""

    def only_case_of(self, party_key: str) -> RecordId | None:
        """Know no case."""
        return None
