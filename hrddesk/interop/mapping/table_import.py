"""The plan for importing a mapped table: the plan of the kit, with sources and citations added.

Each source that a row names becomes a record, which the person and the events of the row cite. A later import
finds the source by its words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Protocol

from hrddesk.interop.columns import cells
from hrddesk.interop.formats.findings import Remark, RemarkCode
from hrddesk.interop.kit import kit
from hrddesk.interop.kit.import_plan import ImportPlan, Planned, to_records
from hrddesk.interop.kit.lookup import Lookup
from hrddesk.interop.kit.row_application import ImportKey, RowRecord, WholeLevel, with_key
from hrddesk.interop.mapping.mapped_rows import MappedRows
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, Value, new_id
from hrddesk.system.jobs import Job

_CITED_BY: Final = (Kind.PARTY, Kind.EVENT)


class TableLookup(Lookup, Protocol):
    """The queries that the import of a table sends to the vault."""

    def named(self, name: str) -> str | None:
        """Return the reference of a party that has this name; None if there is none."""


def to_plan(rows: MappedRows, lookup: TableLookup, *, source: str, level: WholeLevel, job: Job) -> ImportPlan:
    """Return the plan of an import of the table; remarks name the rows and columns of the table.

    `job` counts one step for each row of the kit into which the table was translated.
    """
    findings = rows.kit.found
    plan = to_records(rows.kit, lookup, source=source, level=level, job=job)
    findings.errors[:], findings.warnings[:] = (
        _in_table(findings.errors, rows),
        _in_table(findings.warnings, rows),
    )
    _check_names(rows, plan, lookup)
    planned = (*plan.planned, *_Sources(rows=rows, lookup=lookup, source=source, whole=level).planned(plan))
    changed = {_number_of(item, rows) for item in planned if item.is_changed}
    findings.errors.sort(key=lambda item: item.row)
    findings.warnings.sort(key=lambda item: item.row)
    read = len(rows.table.rows)
    return replace(plan, planned=planned, rows=read, unchanged=read - len(changed - {0}))


def _in_table(findings: list[Remark], rows: MappedRows) -> list[Remark]:
    """Return the remarks with the columns of the table in place of the columns of the kit."""
    remarks, by_number = [], {row.number: row for row in rows.table.rows}
    for item in findings:
        if item.file not in kit.FILES:
            remarks.append(item)
            continue
        columns = rows.columns.get((item.file, item.column), ())
        row = by_number.get(item.row)
        holding = [name for name in columns if row is not None and item.value and item.value in row[name]]
        column = next(iter(holding or columns), "")
        remarks.append(replace(item, file=rows.table.file, column=column))
    return remarks


def _check_names(rows: MappedRows, plan: ImportPlan, lookup: TableLookup) -> None:
    """Add a warning for each new person who has the name of a stored party; nobody is merged."""
    for item in plan.planned:
        if item.record.kind is not Kind.PARTY or item.before is not None:
            continue
        for element in item.record.values("names"):
            name = str(element.get("name") or "")
            namesake = lookup.named(name)
            if namesake is not None:
                number, columns = _number_of(item, rows), rows.columns.get((kit.PARTIES.file, "names"), ())
                plan.found.warn(
                    rows.table.file, number, ", ".join(columns), name, RemarkCode.NAME_KNOWN, namesake
                )


def _number_of(item: Planned, rows: MappedRows) -> int:
    """Return the number of the table's row from which a record comes.

    0 for a source, which many rows may name.
    """
    return rows.numbers.get(rows.rows_of_keys.get((item.key.file, item.key.key), ""), 0)


@dataclass(slots=True, kw_only=True)
class _Sources:
    """The sources and citations of all rows."""

    rows: MappedRows
    lookup: TableLookup
    source: str
    whole: WholeLevel
    made: dict[str, RecordId | None] = field(default_factory=dict)
    """The record of each source by its words; None if the record was deleted on this desk."""
    plans: list[Planned] = field(default_factory=list)

    def planned(self, plan: ImportPlan) -> list[Planned]:
        records: dict[str, list[Planned]] = {}
        for item in plan.planned:
            key = self.rows.rows_of_keys.get((item.key.file, item.key.key))
            if key is not None and item.record.kind in _CITED_BY:
                records.setdefault(key, []).append(item)
        for key, sources in self.rows.sources.items():
            for words in sources:
                cited = self._source(words, key)
                for item in records.get(key, ()) if cited is not None else ():
                    self._cite(item, cited, words, key)
        return self.plans

    def _source(self, words: str, key: str) -> RecordId | None:
        if words not in self.made:
            self.made[words] = self._keyed(Kind.SOURCE, kit.SOURCES.file, words, {"title": words}, key)
        return self.made[words]

    def _cite(self, item: Planned, cited: RecordId | None, words: str, key: str) -> None:
        fields: Mapping[str, Value] = {"record": item.record.id, "source": cited, "stance": "supports"}
        written = cells.join([item.key.file, item.key.key, words])
        self._keyed(Kind.CITATION, kit.CITATIONS.file, written, fields, key)

    def _keyed(
        self, kind: Kind, file: str, written: str, fields: Mapping[str, Value], row: str
    ) -> RecordId | None:
        """Return the id of the record with this key, and plan the record if it is new.

        None if the record was deleted on this desk.
        """
        key = ImportKey(self.source, file, written)
        record_id = self.lookup.by_key(self.source, file, written) or self.lookup.anothers(
            self.source, file, written
        )
        if record_id is not None:
            before = self.lookup.get(record_id)
            if self.lookup.last_row(self.source, file, written) is None:
                self.plans.append(
                    Planned(before=before, record=before, key=key, cells={"key": written}, remember=True)
                )
            return record_id
        if self.lookup.last_row(self.source, file, written) is not None:
            number = self.rows.numbers.get(row, 0)
            self.rows.kit.found.warn(self.rows.table.file, number, "", written, RemarkCode.DELETED_HERE)
            return None
        record = Record(kind=kind, id=new_id()).with_fields(**fields)
        record = self.whole.given(
            with_key(record, RowRecord(key=key, id=record.id, before=None, base=None)), None, ()
        )
        self.plans.append(Planned(before=None, record=record, key=key, cells={"key": written}, remember=True))
        return record.id
