"""The export of a vault's records to a form that other programs read. The written files are not encrypted."""

import shutil
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from hrddesk.actions.analysis import countries
from hrddesk.actions.records.reports import leads_to
from hrddesk.errors import DatabaseDamaged, EvidenceDamaged, EvidenceMissing, UnknownFormat
from hrddesk.errors.translatable import Translatable
from hrddesk.interop.formats import workbook_writing
from hrddesk.interop.kit import evidence_files, kit, metadata, readme
from hrddesk.interop.kit.export import KitFile, from_records
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import TRAVELLING, Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.rules import media
from hrddesk.records.terms.countries import of as country_of
from hrddesk.store.database import settings
from hrddesk.store.database.database_errors import translated
from hrddesk.store.evidence import custody
from hrddesk.store.queries.whereabouts import COUNTRY
from hrddesk.store.records.imports import Imports
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system import files
from hrddesk.system.files import NewFile
from hrddesk.system.jobs import Job, silent

XLSX: Final = "kit-xlsx"
FORMATS: Final = (kit.FORMAT, XLSX)
_EXPORTED: Final = "evidence.exported"
_IN_KIT: Final = tuple(spec.kind for spec in kit.FILES.values())
_LEFT_OUT: Final = tuple(kind for kind in TRAVELLING if kind not in _IN_KIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """The report of an export. `left_out` counts the records that the format has no place for.

    `files_left` counts the files of evidence that were not written, because they are secret, missing or
    damaged. `damaged` says for a damaged vault what could not be read, or was read from the history; it is
    empty otherwise.
    """

    files: tuple[str, ...]
    rows: Mapping[str, int]
    left_out: Mapping[str, int]
    damaged: tuple[str, ...] = ()
    files_left: Mapping[str, int] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return the report as the JSON values that the command line prints."""
        return {
            "files": list(self.files),
            "rows": dict(self.rows),
            "left_out": dict(self.left_out),
            "damaged": list(self.damaged),
            "files_left": dict(self.files_left),
        }


def run(
    session: Session,
    path: Path,
    format: str,  # noqa: A002  (as the option is called)
    job: Job | None = None,
    *,
    secret_files: bool = False,
) -> ExportReport:
    """Write every record that the format can contain to a new folder, which is removed again after an error.

    Files of evidence are written beside the tables, those of secret evidence only with `secret_files`; the
    custody log records their export. From a damaged vault everything readable is written, without files.
    `job` reports progress per file. Raise UnknownFormat, TargetExists, DiskFull, WriteFailed,
    TooLargeForWorkbook; DatabaseDamaged if nothing can be read.
    """
    if format not in FORMATS:
        raise UnknownFormat(path=path.name, why=Translatable("the formats are: {0}", ", ".join(FORMATS)))
    watched = job or silent()
    with files.told(path), files.new_folder(path) as folder:
        try:
            if not session.is_read_only:
                countries.say_of(session, None)  # else an import of what is written would change the cases
            beside = _write_files(session.store, folder, watched, secret_files=secret_files)
            kit_files, report = _of_store(session.store, beside)
        except DatabaseDamaged:
            beside = _Beside()
            shutil.rmtree(folder / evidence_files.FOLDER, ignore_errors=True)
            kit_files, report = _of_the_rest(session)
        contents = file_contents(kit_files, format)
        contents[readme.NAME] = readme.text(report.left_out, report.files_left).encode("utf-8")
        for done, (name, content) in enumerate(contents.items()):
            watched.step(done, len(contents))
            files.create(folder / name, content)
        if beside.names and not session.is_read_only:
            # Before the folder gets its name: the log may tell of a copy that failed, but never miss one.
            with session.store.change(_EXPORTED) as change:
                for piece in beside.names:
                    change.note(piece, _EXPORTED)
    return replace(report, files=(*contents, *dict.fromkeys(beside.names.values())))


def file_contents(kit_files: list[KitFile], format_: str) -> dict[str, bytes]:
    """Return the contents of the files of a kit in a format, by the name of the file."""
    if format_ == XLSX:
        sheets = [(file.name.partition(".")[0], file.table) for file in kit_files]
        return {kit.WORKBOOK: workbook_writing.write(sheets)}
    return {**{file.name: file.to_bytes() for file in kit_files}, metadata.NAME: metadata.metadata(kit_files)}


@dataclass(frozen=True, slots=True)
class _Beside:
    """The evidence files written beside the tables: their names by record, and how many are not written, by
    reason.
    """

    names: Mapping[RecordId, str] = field(default_factory=dict)
    left: Mapping[str, int] = field(default_factory=dict)


def _write_files(store: Store, folder: Path, job: Job, *, secret_files: bool) -> _Beside:
    """Write each permitted file of evidence once, and count the other files by the reason why they are not
    written.
    """
    names, left_counts = dict[RecordId, str](), Counter[str]()
    with translated():
        pieces = list(store.all(Kind.EVIDENCE))
    for done, piece in enumerate(pieces):
        job.step(done, len(pieces))
        sha256 = piece.text("sha256")
        if not sha256 or not store.blobs.known(sha256):
            left_counts[readme.NOT_HERE] += 1
        elif piece.visibility("sha256") is Visibility.SECRET and not secret_files:
            left_counts[readme.SECRET] += 1
        else:
            name = f"{evidence_files.FOLDER}/{sha256}{media.ending(piece.text('media_type'))}"
            try:
                if name not in names.values():
                    _write_file(store, sha256, folder / name)
                names[piece.id] = name
            except (EvidenceDamaged, EvidenceMissing):
                left_counts[readme.DAMAGED] += 1
    return _Beside(names, dict(left_counts))


def _write_file(store: Store, sha256: str, path: Path) -> None:
    """Write the content with a given hash to a file and verify it; after an error no file is left."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    with NewFile(path) as new:
        store.blobs.read_into(sha256, new.file, silent())
        new.put_in_place()


def _of_store(store: Store, beside: _Beside) -> tuple[list[KitFile], ExportReport]:
    with translated():
        records = {kind: list(store.all(kind)) for kind in _IN_KIT}
        usual = countries.usual(store).code
        own_keys, logs = Imports(store.db).own_keys(), custody.with_claims(store.db)
        lead = partial(leads_to, store)
        kit_files = from_records(records, own_keys, beside.names, usual, logs, lead)
        report = _report(kit_files, records, _count(store, _LEFT_OUT), ())
        return kit_files, replace(report, files_left=beside.left)


def _of_the_rest(session: Session) -> tuple[list[KitFile], ExportReport]:
    """Export the readable content of a damaged vault, and name what cannot be read."""
    with closing(session.salvage()) as salvage:
        records = {kind: salvage.records(kind) for kind in _IN_KIT}
        own_keys = salvage.ask(lambda db: Imports(db).own_keys()) or ()
        usual = country_of(salvage.ask(lambda db: settings.load(db, COUNTRY) or "") or "").code
        whole_logs = salvage.ask(custody.with_claims)
        logs = whole_logs if whole_logs is not None else salvage.ask(custody.logs) or {}
        by_ref = {record.text("ref"): record.id for record_list in records.values() for record in record_list}
        kit_files = from_records(records, own_keys, usual_country=usual, logs=logs, leads_to=by_ref.get)
        left_out = {kind.value: len(salvage.records(kind)) for kind in _LEFT_OUT}
        damaged = [f"{item.kind.value} {item.id[:8]} cannot be read" for item in salvage.lost]
        damaged += [
            f"{item.kind.value} {item.id[:8]} was read from the history" for item in salvage.from_history
        ]
        damaged += [f"of the {kind.value} records, some may be missing" for kind in salvage.gaps]
        if whole_logs is None:
            damaged.append("of the custody logs, some lines or all are missing")
        return kit_files, _report(
            kit_files, records, {k: n for k, n in left_out.items() if n}, tuple(damaged)
        )


def _report(
    kit_files: list[KitFile],
    records: Mapping[Kind, list[Record]],
    left_out: Mapping[str, int],
    damaged: tuple[str, ...],
) -> ExportReport:
    return ExportReport(
        files=tuple(file.name for file in kit_files),
        rows={kind.value: len(record_list) for kind, record_list in records.items() if record_list},
        left_out=left_out,
        damaged=damaged,
    )


def _count(store: Store, kinds: tuple[Kind, ...]) -> dict[str, int]:
    counted = {kind.value: len(store.ids(kind)) for kind in kinds}
    return {kind: count for kind, count in counted.items() if count}
