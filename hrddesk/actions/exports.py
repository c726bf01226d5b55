"""Export of the desk's records to a form that other programs read. What is written is not encrypted."""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from hrddesk import files
from hrddesk.errors import DatabaseDamaged, UnknownFormat
from hrddesk.interop import kit, workbook_writing
from hrddesk.interop.kit_export import KitFile, from_records
from hrddesk.jobs import Job, silent
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record
from hrddesk.session import Session
from hrddesk.store.database import translated
from hrddesk.store.imports import Imports
from hrddesk.store.store import Store

XLSX: Final = "kit-xlsx"
FORMATS: Final = (kit.FORMAT, XLSX)
_IN_KIT: Final = tuple(spec.kind for spec in kit.FILES.values())
_LEFT_OUT: Final = tuple(kind for kind in Kind if kind not in _IN_KIT)


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written. `left_out` are records that the format has no place for.

    `damaged` says of a damaged vault what could not be read, or not from its place; empty otherwise.
    """

    files: tuple[str, ...]
    rows: Mapping[str, int]
    left_out: Mapping[str, int]
    damaged: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the report as the command line prints it."""
        return {
            "files": list(self.files),
            "rows": dict(self.rows),
            "left_out": dict(self.left_out),
            "damaged": list(self.damaged),
        }


def run(session: Session, path: Path, format: str, job: Job | None = None) -> ExportReport:  # noqa: A002
    """Write every record that the format holds to a new folder: all of it, or nothing is left.

    Of a damaged vault it writes what can be read. Steps are files. Raise UnknownFormat, TargetExists,
    DiskFull, WriteFailed, TooLargeForWorkbook; DatabaseDamaged where nothing can be read.
    """
    if format not in FORMATS:
        raise UnknownFormat(path=path.name, why=f"the formats are: {', '.join(FORMATS)}")
    watched = job or silent()
    try:
        made, report = _of_store(session.store)
    except DatabaseDamaged:
        made, report = _of_the_rest(session)
    if format == XLSX:
        book = workbook_writing.write([(file.name.partition(".")[0], file.table) for file in made])
        _write(path, {kit.WORKBOOK: lambda: book}, watched)
        return replace(report, files=(kit.WORKBOOK,))
    _write(path, {file.name: file.to_bytes for file in made}, watched)
    return report


def _of_store(store: Store) -> tuple[list[KitFile], ExportReport]:
    with translated():
        records = {kind: list(store.all(kind)) for kind in _IN_KIT}
        places = {place.id: place.text("name") or place.text("name_zh") for place in store.all(Kind.PLACE)}
        made = from_records(records, places, Imports(store.db).own_keys())
        return made, _report(made, records, _count(store, _LEFT_OUT), ())


def _of_the_rest(session: Session) -> tuple[list[KitFile], ExportReport]:
    """Export what can be read of a damaged vault, and name what cannot."""
    with closing(session.salvage()) as salvage:
        records = {kind: salvage.records(kind) for kind in _IN_KIT}
        places = {item.id: item.text("name") or item.text("name_zh") for item in salvage.records(Kind.PLACE)}
        made = from_records(records, places, salvage.ask(lambda db: Imports(db).own_keys()) or ())
        left_out = {kind.value: len(salvage.records(kind)) for kind in _LEFT_OUT}
        damaged = [f"{item.kind.value} {item.id[:8]} cannot be read" for item in salvage.lost]
        damaged += [
            f"{item.kind.value} {item.id[:8]} was read from the history" for item in salvage.from_history
        ]
        damaged += [f"of the {kind.value} records, some may be missing" for kind in salvage.gaps]
        return made, _report(made, records, {k: n for k, n in left_out.items() if n}, tuple(damaged))


def _report(
    made: list[KitFile],
    records: Mapping[Kind, list[Record]],
    left_out: Mapping[str, int],
    damaged: tuple[str, ...],
) -> ExportReport:
    return ExportReport(
        files=tuple(file.name for file in made),
        rows={kind.value: len(found) for kind, found in records.items() if found},
        left_out=left_out,
        damaged=damaged,
    )


def _count(store: Store, kinds: tuple[Kind, ...]) -> dict[str, int]:
    counted = {kind.value: len(store.ids(kind)) for kind in kinds}
    return {kind: count for kind, count in counted.items() if count}


def _write(path: Path, made: Mapping[str, Callable[[], bytes]], job: Job) -> None:
    with files.told(path), files.new_folder(path) as folder:
        for done, (name, content) in enumerate(made.items()):
            job.step(done, len(made))
            files.create(folder / name, content())
