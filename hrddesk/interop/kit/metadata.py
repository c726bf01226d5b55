"""The file `csv-metadata.json` of the kit, in the W3C "Metadata Vocabulary for Tabular Data".

It lists tables, columns and languages of a kit, the data types of columns, and the table to which a column of
keys refers, so that validators that do not know HRDDesk can check the kit. It contains no cell. All of it is
derived from the column definitions. To find the table to which a column refers, `_Probe` reads a cell of the
column and notes in which table the key is looked up.
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
"""The data types of columns; every other column, dates included, is a string as typed."""
_NO_NAME: Final = re.compile("[^A-Za-z0-9_]")
_KEY: Final = "a|b"  # what splits a list leaves a single key whole


def metadata(files: Sequence[KitFile]) -> bytes:
    """Return the JSON description of these files of one kit."""
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
    """Return the column name in the characters that the standard allows: letters, digits and underscores."""
    return _NO_NAME.sub("_", column)


def _field(file: str, column: str) -> FieldSpec | None:
    """Return the field of a record or of a list entry that has the name of the column."""
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
    """Return the columns whose cells contain one key of another table of the kit.

    The result gives, by column name, the name of that table and the words that mean "no key".
    """
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
    """Return the file in which reading a cell of the column, with the text `key`, looks up this key.

    Return "" if reading the cell makes no lookup, or more than one.
    """
    probe = _Probe()
    for part in parts_of(spec.kind, ()):
        if column in part.columns and (isinstance(part, FieldPart) or len(part.columns) > 1):
            part.build({column: key}, probe)
    tables = {file for place, file, sought_key in probe.asked if place == column and sought_key == key}
    return tables.pop() if len(tables) == 1 and len(probe.asked) == 1 else ""


@dataclass(slots=True)
class _Probe:
    """A reader that finds no record and writes down every lookup in `asked`."""

    asked: list[tuple[str, str, str]] = field(default_factory=list)
    """The column, file and key of each lookup."""
    words: Words = SHIPPED

    def warn(self, column: str, value: str, code: RemarkCode, detail: object = "") -> None:
        """Do nothing: the row of the probe is not real."""

    error = warn

    def by_key(self, kind: Kind, column: str, key: str) -> RecordId | None:
        """Write down the lookup and return None."""
        self.asked.append((column, kit.FILE_OF[kind].file, key))
        return None

    def record(self, column: str, key: str) -> RecordId | None:
        """Return None without writing down the lookup: such a key can belong to several tables."""
        return None

    def reference(self, record: RecordId, mention: str) -> str:
        """Return the mention unchanged."""
        return mention

    def is_party(self, key: str) -> bool:
        """Return False."""
        return False

    def victims_in(self, case_key: str) -> Collection[RecordId]:
        """Return no people."""
        return ()

    def count_concerned(self, count: int) -> None:
        """Do nothing."""

    def only_case_of(self, party_key: str) -> RecordId | None:
        """Return None."""
        return None
