"""The input of an import in any format. It is read once, and its plan can be computed several times."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

from hrddesk.actions.interop import mappings
from hrddesk.errors import NoMappingFits, UnknownFormat
from hrddesk.errors.translatable import Translatable
from hrddesk.interop.formats import foreign_tables
from hrddesk.interop.formats.csv_tables import CsvTable
from hrddesk.interop.formats.findings import Findings
from hrddesk.interop.kit import kit
from hrddesk.interop.kit.import_plan import ImportPlan, to_records
from hrddesk.interop.kit.kit import KitRows
from hrddesk.interop.kit.row_application import WholeLevel
from hrddesk.interop.mapping import mapped_rows, table_import
from hrddesk.interop.mapping.column_mapping import ColumnMapping
from hrddesk.interop.mapping.mapped_rows import MappedRows
from hrddesk.interop.mapping.table_import import TableLookup
from hrddesk.store.records.store import Store
from hrddesk.system.jobs import Job

CSV: Final = "csv"
XLSX: Final = "xlsx"
_WITH_MAPPING: Final = (CSV, XLSX)


class Incoming(Protocol):
    """The input of an import, not yet compared with the vault."""

    @property
    def format(self) -> str:
        """The name of the format in the list of imports."""

    @property
    def source(self) -> str:
        """The name of the collection that the keys of the rows belong to, unless the user gives another
        name.
        """

    @property
    def files(self) -> Mapping[str, Path]:
        """The files of evidence in the input, by SHA-256."""

    def plan(self, lookup: TableLookup, *, source: str, level: WholeLevel, job: Job) -> ImportPlan:
        """Compute what an import of the input would change, without changing anything."""


@dataclass(frozen=True, slots=True)
class Kit:
    """A folder in the kit's format, or one file of such a folder."""

    rows: KitRows
    format: str = kit.FORMAT

    @property
    def source(self) -> str:
        return self.rows.source

    @property
    def files(self) -> Mapping[str, Path]:
        return self.rows.files

    def plan(self, lookup: TableLookup, *, source: str, level: WholeLevel, job: Job) -> ImportPlan:
        return to_records(self.rows, lookup, source=source, level=level, job=job)


@dataclass(frozen=True, slots=True)
class MappedTable:
    """A table with a mapping of its columns."""

    rows: MappedRows
    format: str
    source: str
    files: Mapping[str, Path] = field(default_factory=dict)

    def plan(self, lookup: TableLookup, *, source: str, level: WholeLevel, job: Job) -> ImportPlan:
        return table_import.to_plan(self.rows, lookup, source=source, level=level, job=job)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A table of which nothing could be read; its plan has only the errors."""

    found: Findings
    format: str
    source: str
    files: Mapping[str, Path] = field(default_factory=dict)

    def plan(self, lookup: TableLookup, *, source: str, level: WholeLevel, job: Job) -> ImportPlan:
        del lookup, source, level, job
        return ImportPlan(planned=(), rows=0, unchanged=0, kept_stricter=0, found=self.found)


def formats() -> tuple[str, ...]:
    """Return the names of the formats that can be imported: the kit, tables, and the shipped mappings."""
    return (kit.FORMAT, *_WITH_MAPPING, *(item.name for item in mappings.shipped()))


def read(
    store: Store,
    path: Path,
    format_: str | None,
    mapping: ColumnMapping | None,
    sheet: str,
    job: Job,
) -> Incoming:
    """Read the input of an import. Without a format or a mapping, both are found from the file and its header
    row.

    Raise UnknownFormat, NoMappingFits, FileUnreadable.
    """
    if format_ is not None and format_ not in (known_formats := formats()):
        raise UnknownFormat(
            path=path.name, why=Translatable("the formats are: {0}", ", ".join(known_formats))
        )
    is_table = path.suffix.casefold() in foreign_tables.SUFFIXES and not path.is_dir()
    if format_ == kit.FORMAT or (format_ is None and mapping is None and (kit.is_kit(path) or not is_table)):
        if not kit.is_kit(path):
            files = ", ".join(kit.FILES)
            raise UnknownFormat(
                path=path.name,
                why=Translatable(
                    "it is neither a folder that holds any of {0} nor a table (CSV, XLSX)", files
                ),
            )
        return Kit(kit.read_kit(path, job))
    if mapping is None and format_ not in (None, *_WITH_MAPPING):
        mapping = mappings.find(store, str(format_))
    findings = Findings()
    table = foreign_tables.read(path, findings, job, sheet)
    if table is None:
        return Unreadable(findings, format_ or CSV, path.stem)
    mapping = mapping or mappings.fitting(store, table)
    if mapping is None:
        raise NoMappingFits(path=path.name)
    rows = mapped_rows.to_kit(table, mapping, findings)
    return MappedTable(rows, mapping.name or "table", path.stem)


def read_table(path: Path, job: Job, sheet: str = "") -> tuple[CsvTable | None, Findings]:
    """Read a table alone, so that a user can map its columns.

    If the findings have errors, the table is None. Raise FileUnreadable, UnknownFormat.
    """
    findings = Findings()
    table = foreign_tables.read(path, findings, job, sheet)
    return None if findings.errors else table, findings
