"""A folder, or one file of it, is recognised as a kit and read whatever else lies in it."""

from pathlib import Path

import pytest

from hrddesk.errors import FileUnreadable
from hrddesk.interop.formats import workbook_writing
from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.interop.kit import kit
from hrddesk.system.jobs import Cancelled, Job, silent


def _kit(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / name.replace("_csv", ".csv")).write_text(text, encoding="utf-8")
    return folder


def test_a_folder_with_any_of_the_files_is_a_kit(tmp_path: Path) -> None:
    assert not kit.is_kit(tmp_path)
    with pytest.raises(FileUnreadable):
        kit.is_kit(tmp_path / "missing")
    _kit(tmp_path, other_csv="a\n")
    assert not kit.is_kit(tmp_path)
    _kit(tmp_path, Parties_csv="party\np1\n")
    assert kit.is_kit(tmp_path)
    assert kit.is_kit(tmp_path / "Parties.csv")
    assert not kit.is_kit(tmp_path / "other.csv")


def test_a_folder_is_the_source_of_its_rows(tmp_path: Path) -> None:
    rows = kit.read_kit(_kit(tmp_path, parties_csv="party\np1\n", readme_txt="x"), silent())
    assert rows.source == tmp_path.name
    assert rows.rows == 1
    assert rows.found.warnings == rows.found.errors == []
    one = kit.read_kit(tmp_path / "parties.csv", silent())
    assert one.source == "parties"
    assert list(one.tables) == ["parties.csv"]


def test_an_exported_kit_says_its_source(tmp_path: Path) -> None:
    folder = _kit(
        tmp_path, parties_csv="party\np1\n", kit_csv="format,version,source\nhrddesk-kit,1,summer\n"
    )
    assert kit.read_kit(folder, silent()).source == "summer"
    _kit(tmp_path, kit_csv="format,version,source\nhrddesk-kit,1,\n")
    assert kit.read_kit(folder, silent()).source == tmp_path.name
    _kit(tmp_path, kit_csv="format,version,source\n")
    assert kit.read_kit(folder, silent()).source == tmp_path.name
    _kit(tmp_path, kit_csv="what is this\n")
    assert [f.code for f in kit.read_kit(folder, silent()).found.errors] == [RemarkCode.NO_HEADER]


def test_what_it_does_not_know_is_said(tmp_path: Path) -> None:
    folder = _kit(tmp_path, parties_csv="party,shoe size,empty\np1,43,\n", notes_csv="a\n")
    found = kit.read_kit(folder, silent()).found
    assert [(f.file, f.row, f.value, f.code) for f in found.warnings] == [
        ("parties.csv", 1, "shoe size", RemarkCode.UNKNOWN_COLUMN),
        ("notes.csv", 0, "notes.csv", RemarkCode.UNKNOWN_FILE),
    ]


def test_a_file_with_a_fault_does_not_hide_the_others(tmp_path: Path) -> None:
    rows = kit.read_kit(_kit(tmp_path, parties_csv="nothing\n", events_csv="event\ne1\n"), silent())
    assert list(rows.tables) == ["events.csv"]
    assert [f.file for f in rows.found.errors] == ["parties.csv"]


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_what_cannot_be_read_is_an_error_without_a_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    folder = _kit(tmp_path, parties_csv="party\n")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied") if kind == "folder" else OSError

    if kind == "folder":
        monkeypatch.setattr(Path, "iterdir", refuse)
    else:
        monkeypatch.setattr("hrddesk.system.files.open_regular", refuse)
    with pytest.raises(FileUnreadable) as caught:
        kit.read_kit(folder, silent())
    assert caught.value.details["why"] in ("Permission denied", "it cannot be read")


def test_reading_can_be_cancelled(tmp_path: Path) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        kit.read_kit(_kit(tmp_path, parties_csv="party\n"), job)


def test_a_workbook_is_read_as_a_folder_is(tmp_path: Path) -> None:
    folder = tmp_path / "Quiet Desk"
    folder.mkdir()
    sheets = [
        ("Parties", [["party", "names", "shoe size"], ["p1", "=Odal", "43"]]),
        ("notes", [["anything"], ["seen"]]),
        ("empty", []),
    ]
    book = folder / "Kit.xlsx"
    book.write_bytes(workbook_writing.write(sheets))
    for path in (folder, book):
        assert kit.is_kit(path)
        rows = kit.read_kit(path, silent())
        assert rows.source == "Quiet Desk"
        assert [row["names"] for row in rows.tables["parties.csv"].rows] == ["=Odal"]
        assert [(item.file, item.code) for item in rows.found.warnings] == [
            ("parties.csv", RemarkCode.UNKNOWN_COLUMN),
            ("notes.csv", RemarkCode.UNKNOWN_FILE),
        ]
    book.write_bytes(
        workbook_writing.write([*sheets, ("kit", [list(kit.ABOUT_COLUMNS), ["x", "2", "mill"]])])
    )
    assert kit.read_kit(book, silent()).source == "mill"
    book.write_bytes(b"no workbook")
    assert [item.code for item in kit.read_kit(book, silent()).found.errors] == [RemarkCode.BROKEN_WORKBOOK]
    (folder / "parties.csv").write_text("party\np2\n", "utf-8")  # files go before the workbook
    assert kit.read_kit(folder, silent()).tables["parties.csv"].rows[0]["party"] == "p2"
