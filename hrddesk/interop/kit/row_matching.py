"""The matching of rows of a kit to records: stored ones, ones from an earlier import, or new ones."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from hrddesk.interop.formats.csv_tables import CsvRow
from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.interop.kit import kit
from hrddesk.interop.kit.kit import FileSpec, KitRows
from hrddesk.interop.kit.lookup import Lookup
from hrddesk.interop.kit.row_application import ImportKey, RowRecord
from hrddesk.records.model.record import RecordId, is_id, new_id
from hrddesk.records.names import shipped_places


@dataclass(slots=True, kw_only=True)
class KnownRows:
    """The records of all rows, found by their keys; `source` applies to rows that name no source."""

    rows: KitRows
    lookup: Lookup
    source: str
    of_file: dict[str, dict[str, RowRecord]] = field(default_factory=dict)
    """The record of each row, by file and by the key in this kit."""
    gone: set[tuple[str, str]] = field(default_factory=set)
    """The files and keys of rows whose records were deleted on this desk."""

    def recognise(self, files: Iterable[FileSpec]) -> None:
        """Match the rows of these files, with remarks on missing and repeated keys."""
        for spec in files:
            self.of_file[spec.file] = {}
            if spec.file in self.rows.tables and spec is not kit.RELATIONS:
                self._recognise_file(spec)

    def _recognise_file(self, spec: FileSpec) -> None:
        first_rows: dict[str, int] = {}
        column = spec.keys[0]
        findings = self.rows.found
        for row in self.rows.tables[spec.file].rows:
            written = row[column].strip()
            if not written:
                findings.error(spec.file, row.number, column, "", RemarkCode.KEY_MISSING)
            elif written in first_rows:
                findings.error(
                    spec.file, row.number, column, written, RemarkCode.KEY_TWICE, first_rows[written]
                )
            else:
                first_rows[written] = row.number
                self._recognise_row(spec, row, written)

    def _recognise_row(self, spec: FileSpec, row: CsvRow, written: str) -> None:
        known_row = self.known(spec, row, written)
        if known_row is None:
            self.gone.add((spec.file, written))
            self.rows.found.warn(spec.file, row.number, spec.keys[0], written, RemarkCode.DELETED_HERE)
        else:
            self.of_file[spec.file][written] = known_row

    def known(self, spec: FileSpec, row: CsvRow, written: str) -> RowRecord | None:
        """Return the stored or new record of a row; None if the record was deleted on this desk.

        A shipped place has the same id on every desk; a new record of such a place gets that id.
        """
        key = self._key_of(spec.file, row, written)
        base = self.lookup.last_row(key.source, key.file, key.key)
        own_id = self.lookup.by_key(key.source, key.file, key.key) or self.lookup.by_ref(spec.kind, written)
        others = None if own_id is not None else self.lookup.anothers(key.source, key.file, key.key)
        if own_id is None and others is None and base is not None:
            return None
        existing_id = own_id or others
        before = None if existing_id is None else self.lookup.get(existing_id)
        is_shipped = spec is kit.PLACES and is_id(written) and written in shipped_places.listed()
        fresh = RecordId(written) if is_shipped else new_id()
        return RowRecord(
            key=key, id=existing_id or fresh, before=before, base=base, is_anothers=others is not None
        )

    def _key_of(self, file: str, row: CsvRow, written: str) -> ImportKey:
        source = row["source"].strip()
        if not source:
            return ImportKey(self.source, file, written)
        return ImportKey(source, file, written.removeprefix(f"{source}/"))

    def resolve(self, file: str, written: str) -> RecordId | None:
        """Return the record of a key in this kit or in an earlier import.

        If there is none, return the record of this desk whose reference or id is the key.
        """
        known_row = self.of_file[file].get(written)
        if known_row is not None:
            return known_row.id
        return self.lookup.by_key(self.source, file, written) or self.lookup.by_ref(
            kit.FILES[file].kind, written
        )
