"""The evidence files of a kit: only files within its folder that match their rows are accepted."""

import hashlib
import re
from dataclasses import replace
from pathlib import Path
from typing import Final

from hrddesk.interop.formats.csv_tables import CsvRow, CsvTable
from hrddesk.interop.formats.findings import Findings, RemarkCode
from hrddesk.records.rules import media
from hrddesk.system import files
from hrddesk.system.jobs import Job

FOLDER: Final = "evidence"
"""The folder within an exported kit that contains the evidence files."""
_HASH: Final = re.compile("[0-9a-f]{64}")
_CHUNK: Final = 1 << 20


def checked(table: CsvTable, folder: Path, findings: Findings, job: Job) -> tuple[CsvTable, dict[str, Path]]:
    """Return the table with hash, size and media type added to each row, and the files by their hash.

    The sender of a kit may not be trusted. It is an error if the name of a file leads out of the folder, by
    dots or by a link, if the file is missing, or if its hash is not the one in the row. The steps of `job`
    are bytes; their total is unknown.
    """
    rows, paths = [], dict[str, Path]()
    for row in table.rows:
        row_hash = row["sha256"].strip().casefold()
        if row_hash and _HASH.fullmatch(row_hash) is None:
            findings.error(table.file, row.number, "sha256", row["sha256"], RemarkCode.BAD_HASH)
        elif row["file"].strip():
            row = _with_file(table.file, row, row_hash, folder, paths, findings, job)
        elif row_hash:
            findings.warn(table.file, row.number, "file", "", RemarkCode.NO_FILE)
            row = CsvRow(row.number, {**row.cells, "sha256": row_hash})
        else:
            findings.error(table.file, row.number, "file", "", RemarkCode.NO_CONTENT)
        rows.append(row)
    return replace(table, rows=tuple(rows)), paths


def _with_file(
    file: str, row: CsvRow, row_hash: str, folder: Path, paths: dict[str, Path], findings: Findings, job: Job
) -> CsvRow:
    name = row["file"].strip()
    try:
        path = (folder / name).resolve(strict=True)
        if not path.is_relative_to(folder.resolve(strict=True)):
            findings.error(file, row.number, "file", name, RemarkCode.FILE_OUTSIDE)
            return row
        sha256, size, kind = _looked_at(path, job)
    except (OSError, ValueError, RuntimeError):  # a name with NUL, links in a circle
        findings.error(file, row.number, "file", name, RemarkCode.FILE_NOT_READ)
        return row
    if row_hash and row_hash != sha256:
        findings.error(file, row.number, "sha256", row["sha256"], RemarkCode.HASH_DIFFERS)
        return row
    paths[sha256] = path
    original = row["original_name"] if row["original_name"].strip() else path.name
    # A name that is no UTF-8 on the disk is kept as far as it can be shown.
    printable_name = original.encode("utf-8", "replace").decode("utf-8")
    file_cells = {"sha256": sha256, "size": str(size), "media_type": kind, "original_name": printable_name}
    return CsvRow(row.number, {**row.cells, **file_cells})


def _looked_at(path: Path, job: Job) -> tuple[str, int, str]:
    """Return the SHA-256, the size in bytes and the media type of a file; raise OSError."""
    with files.open_regular(path) as stream:
        head = stream.read(media.LOOKED_AT)
        running, size = hashlib.sha256(head), len(head)
        while chunk := stream.read(_CHUNK):
            running.update(chunk)
            size += len(chunk)
            job.step(size, 0)
    return running.hexdigest(), size, media.media_type(head)
