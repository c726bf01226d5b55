"""Export of the desk's records to a form that other programs read. What is written is not encrypted."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from hrddesk.errors import FileUnreadable, TargetExists, UnknownFormat, VaultReadOnly, WriteFailed
from hrddesk.interop import kit
from hrddesk.interop.kit_export import KitFile, from_records
from hrddesk.jobs import Job, silent
from hrddesk.records.kinds import Kind
from hrddesk.session import Session
from hrddesk.store.blobs import sync_folder
from hrddesk.store.database import os_cause
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

    Steps are files. Raise UnknownFormat, TargetExists, FileUnreadable, DiskFull, WriteFailed.
    """
    if format not in FORMATS:
        raise UnknownFormat(path=path.name, why=f"the formats are: {', '.join(FORMATS)}")
    store, watched = session.store, job or silent()
    records = {kind: list(store.all(kind)) for kind in _IN_KIT}
    places = {place.id: place.text("name") or place.text("name_zh") for place in store.all(Kind.PLACE)}
    files = from_records(records, places)
    _write(path, files, watched)
    return ExportReport(
        files=tuple(file.name for file in files),
        rows={kind.value: len(found) for kind, found in records.items() if found},
        left_out=_count(store, _LEFT_OUT),
    )


def _count(store: Store, kinds: tuple[Kind, ...]) -> dict[str, int]:
    counted = {kind.value: len(store.ids(kind)) for kind in kinds}
    return {kind: count for kind, count in counted.items() if count}


def _write(path: Path, files: list[KitFile], job: Job) -> None:
    """Write the folder beside its place, sync, and rename it there; an empty folder may be replaced."""
    _check_free(path)
    if not path.absolute().parent.is_dir():
        raise FileUnreadable(path=path.parent.name, why="there is no such folder")
    try:
        building = Path(tempfile.mkdtemp(prefix=".", suffix=".part", dir=path.absolute().parent))
    except OSError as error:
        raise _cause(error, path) from None
    try:
        for done, file in enumerate(files):
            job.step(done, len(files))
            _write_file(building / file.name, file.to_bytes())
        sync_folder(building)
        _check_free(path)
        if path.is_dir():
            path.rmdir()
        building.rename(path)
        sync_folder(path.absolute().parent)
    except OSError as error:
        shutil.rmtree(building, ignore_errors=True)
        raise _cause(error, path) from None
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise


def _check_free(path: Path) -> None:
    if path.is_symlink() or (path.exists() and not (path.is_dir() and not any(path.iterdir()))):
        raise TargetExists(path=path.name)


def _write_file(path: Path, data: bytes) -> None:
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:  # noqa: PTH123
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _cause(error: OSError, path: Path) -> Exception:
    found = os_cause(error, path.name)
    if isinstance(found, VaultReadOnly):
        return WriteFailed(path=path.name, why="it may not be written there")
    return found
