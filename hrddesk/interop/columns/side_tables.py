"""Side tables of the kit: files whose rows belong to rows of other files, such as the texts of records.

The rows of a side table are read as one cell of the row to which they belong (their owner). A later import
therefore changes or keeps them by the same rules as any other cell of a kit.
"""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hrddesk.interop.formats.csv_tables import CsvRow, CsvTable
from hrddesk.interop.formats.findings import Findings, RemarkCode
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import ElementId, is_id, key_element_id

Items = Sequence[Mapping[str, object]]
Lines = Callable[[Sequence[CsvRow], Kind, Findings], Items]
"""A function that reads the rows of one record of a kind and reports errors to the remarks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideTable:
    """A file whose rows belong to rows of other files; the first column in `keys` names that other row."""

    file: str
    keys: tuple[str, ...]
    """The columns that the file must have."""
    columns: tuple[str, ...]
    """All columns that the file may have."""
    owners: Collection[Kind]
    """The kinds of records to which the rows belong; if there are several, a row names its owner as
    `kind:key`.
    """
    read: Lines
    orphan: RemarkCode
    """The code of the error for a row whose owner is not in the kit."""

    @property
    def cell(self) -> str:
        """The name of the cell, in a row of another file, in which the rows of this file are stored.

        The name is in capitals; columns are in small letters, so no column can have this name.
        """
        return self.file.upper()

    def folded_into(
        self,
        tables: Mapping[str, CsvTable],
        lines: CsvTable,
        owners: Mapping[str, tuple[Kind, str]],
        findings: Findings,
    ) -> dict[str, CsvTable]:
        """Return the tables of a kit with each row of the side table stored in the row of its owner.

        `owners` are the kind and the key column of each table.
        """
        by_owner: dict[str, list[CsvRow]] = {}
        for line in lines.rows:
            by_owner.setdefault(line[self.keys[0]].strip(), []).append(line)
        folded = dict(tables)
        for file, table in tables.items():
            kind, column = owners[file]
            if kind in self.owners:
                rows = (
                    self._with_lines(row, kind, by_owner.pop(self._owner(kind, row[column]), []), findings)
                    for row in table.rows
                )
                folded[file] = replace(table, rows=tuple(rows))
        for first, *_ in by_owner.values():
            findings.error(self.file, first.number, self.keys[0], first[self.keys[0]], self.orphan)
        return folded

    def items(self, cells: Mapping[str, str]) -> list[dict[str, str]]:
        """Return the entries of the side table that are stored in the cells of this row."""
        items: list[dict[str, str]] = json.loads(cells.get(self.cell) or "[]")
        return items

    def _owner(self, kind: Kind, key: str) -> str:
        return f"{kind}:{key.strip()}" if len(self.owners) > 1 else key.strip()

    def _with_lines(self, row: CsvRow, kind: Kind, lines: Sequence[CsvRow], findings: Findings) -> CsvRow:
        items = self.read(lines, kind, findings)
        text = json.dumps(items, ensure_ascii=False, sort_keys=True) if items else ""
        return replace(row, cells={**row.cells, self.cell: text})


def keyed(rows: Sequence[CsvRow], file: str, column: str, findings: Findings) -> Iterator[tuple[str, CsvRow]]:
    """Yield the rows with their own keys; a missing key or the key of an earlier row is an error."""
    first_rows: dict[str, int] = {}
    for row in rows:
        key = row[column].strip()
        if not key or key in first_rows:
            code = RemarkCode.KEY_TWICE if key else RemarkCode.KEY_MISSING
            findings.error(file, row.number, column, key, code, first_rows.get(key, ""))
        else:
            first_rows[key] = row.number
            yield key, row


def element_id(noun: str, key: str) -> ElementId:
    """Return the element id for the key of a row.

    A key that an export wrote is the id itself; from any other key, an id is derived.
    """
    return ElementId(key) if is_id(key) else key_element_id(noun, "", key)
