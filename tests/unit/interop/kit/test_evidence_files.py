"""Evidence beside the rows of a kit: only what lies in its folder, and is what its row says."""

import hashlib
import os
from pathlib import Path

import pytest

from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.interop.kit import evidence_files, kit
from hrddesk.interop.kit.kit import KitRows
from hrddesk.system.jobs import Cancelled, Job, silent

_NOTE = b"seen at the gate"
_HASH = hashlib.sha256(_NOTE).hexdigest()


def _read(folder: Path, *rows: str) -> KitRows:
    (folder / "evidence.csv").write_text(
        "evidence,file,sha256\n" + "".join(f"{row}\n" for row in rows), "utf-8"
    )
    return kit.read_kit(folder, silent())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "kit"
    (made / "evidence").mkdir(parents=True)
    (made / "evidence" / "note.txt").write_bytes(_NOTE)
    return made


def test_a_file_says_what_it_is(folder: Path) -> None:
    rows = _read(folder, "e1,evidence/note.txt,", f"e2,evidence/note.txt,{_HASH.upper()}", f"e3,,{_HASH}")
    assert rows.found.errors == []
    first, second, third = rows.tables["evidence.csv"].rows
    assert first["sha256"] == second["sha256"] == third["sha256"] == _HASH
    assert (first["size"], first["media_type"]) == (str(len(_NOTE)), "text/plain")
    assert first["original_name"] == "note.txt"
    assert third["size"] == ""
    assert rows.files == {_HASH: (folder / "evidence" / "note.txt").resolve()}
    assert [(item.row, item.code) for item in rows.found.warnings] == [(4, RemarkCode.NO_FILE)]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("e1,,", RemarkCode.NO_CONTENT),
        ("e1,,12ab", RemarkCode.BAD_HASH),
        (f"e1,evidence/note.txt,{'0' * 64}", RemarkCode.HASH_DIFFERS),
        ("e1,evidence/none.txt,", RemarkCode.FILE_NOT_READ),
        ("e1,evidence,", RemarkCode.FILE_NOT_READ),
        ("e1,../outside.txt,", RemarkCode.FILE_OUTSIDE),
        ("e1,evidence/../../outside.txt,", RemarkCode.FILE_OUTSIDE),
        ("e1,/etc/hostname,", RemarkCode.FILE_OUTSIDE),
        ("e1,evidence/link,", RemarkCode.FILE_OUTSIDE),
        ("e1,evidence/circle,", RemarkCode.FILE_NOT_READ),
        ("e1,evidence/pipe,", RemarkCode.FILE_NOT_READ),
    ],
)
def test_what_is_no_file_of_the_kit(folder: Path, row: str, code: RemarkCode) -> None:
    (folder.parent / "outside.txt").write_bytes(_NOTE)
    (folder / "evidence" / "link").symlink_to(folder.parent / "outside.txt")
    (folder / "evidence" / "circle").symlink_to("circle")
    os.mkfifo(folder / "evidence" / "pipe")
    rows = _read(folder, row)
    assert [item.code for item in rows.found.errors] == [code]
    assert rows.files == {}


def test_looking_at_a_large_file_can_be_cancelled(folder: Path) -> None:
    (folder / "evidence" / "film").write_bytes(bytes(3 << 20))
    rows = _read(folder, "e1,evidence/film,")
    job = Job(lambda _done, _total: job.cancel())
    with pytest.raises(Cancelled):
        evidence_files.checked(rows.tables["evidence.csv"], folder, rows.found, job)
