"""Export of the desk's records to a form that other programs read. What is written is not encrypted."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from hrddesk import files
from hrddesk.errors import UnknownFormat
from hrddesk.interop import kit
from hrddesk.interop.kit_export import KitFile, from_records
from hrddesk.jobs import Job, silent
from hrddesk.records.kinds import Kind
from hrddesk.session import Session
from hrddesk.store.imports import Imports
from hrddesk.store.store import Store

FORMATS: Final = (kit.FORMAT,)
_IN_KIT: Final = tuple(spec.kind for spec in kit.FILES.values())
_LEFT_OUT: Final = (Kind.EVIDENCE, Kind.SOURCE, Kind.CITATION, Kind.TERM)


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written. `left_out` are records that the format has no place for."""

    files: tuple[str, ...]
    rows: Mapping[str, int]
    left_out: Mapping[str, int]

    def to_json(self) -> dict[str, Any]:
        """Return the report as the command line prints it."""
        return {"files": list(self.files), "rows": dict(self.rows), "left_out": dict(self.left_out)}


def run(session: Session, path: Path, format: str, job: Job | None = None) -> ExportReport:  # noqa: A002
    """Write every record that the format holds to a new folder: all of it, or nothing is left.

    Steps are files. Raise UnknownFormat, TargetExists, DiskFull, WriteFailed.
    """
    if format not in FORMATS:
        raise UnknownFormat(path=path.name, why=f"the formats are: {', '.join(FORMATS)}")
    store, watched = session.store, job or silent()
    records = {kind: list(store.all(kind)) for kind in _IN_KIT}
    places = {place.id: place.text("name") or place.text("name_zh") for place in store.all(Kind.PLACE)}
    made = from_records(records, places, Imports(store.db).own_keys())
    _write(path, made, watched)
    return ExportReport(
        files=tuple(file.name for file in made),
        rows={kind.value: len(found) for kind, found in records.items() if found},
        left_out=_count(store, _LEFT_OUT),
    )


def _count(store: Store, kinds: tuple[Kind, ...]) -> dict[str, int]:
    counted = {kind.value: len(store.ids(kind)) for kind in kinds}
    return {kind: count for kind, count in counted.items() if count}


def _write(path: Path, made: list[KitFile], job: Job) -> None:
    with files.told(path), files.new_folder(path) as folder:
        for done, file in enumerate(made):
            job.step(done, len(made))
            files.create(folder / file.name, file.to_bytes())
