"""An export is a new folder that holds everything, or there is none."""

import errno
import os
from pathlib import Path

import pytest

from hrddesk.actions.interop import exports, imports
from hrddesk.actions.records import cases, evidence
from hrddesk.crypto.kdf import FLOOR
from hrddesk.errors import DiskFull, TargetExists, TooLargeForWorkbook, UnknownFormat, WriteFailed
from hrddesk.interop.columns import custody_table
from hrddesk.interop.formats import workbook
from hrddesk.interop.formats.findings import Findings, RemarkCode
from hrddesk.interop.kit import kit, readme
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Cancelled, Job, silent
from hrddesk.system.paths import resources


@pytest.fixture
def filled(session: Session) -> Session:
    """A vault that holds the sample, a place, and a piece of evidence."""
    imports.run(session, resources() / "sample", source="sample")
    case = session.store.ids(Kind.CASE)[0]
    evidence.add(session, case, resources() / "sample" / "evidence" / "case01-notice.png", silent())
    place = Record(kind=Kind.PLACE, id=new_id()).with_labels({"zh-Hans": "青麓"})
    event = next(iter(session.store.all(Kind.EVENT)))
    with session.store.change("test") as change:
        change.put(place)
        change.put(event.with_fields(place=place.id, place_text=None))
    return session


ROWS = {
    "place": 5,
    "party": 30,
    "case": 15,
    "event": 78,
    "relation": 11,
    "figure": 2,
    "evidence": 1,
    "source": 5,
    "citation": 6,
    "report": 1,
}


def test_it_writes_what_it_says(filled: Session, tmp_path: Path) -> None:
    report = exports.run(filled, tmp_path / "out", "kit")
    assert sorted(report.files) == sorted(path.name for path in (tmp_path / "out").iterdir())
    assert report.to_json()["rows"] == ROWS
    assert (report.left_out, report.files_left) == ({}, {readme.SECRET: 1})
    (place,) = (item.id for item in filled.store.all(Kind.PLACE) if item.labels["zh-Hans"] == "青麓")
    assert place in (tmp_path / "out" / "events.csv").read_text("utf-8").splitlines()[1]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_only_its_owner_may_read_it(filled: Session, tmp_path: Path) -> None:
    exports.run(filled, tmp_path / "out", "kit")
    assert (tmp_path / "out").stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in (tmp_path / "out").iterdir())


def test_nothing_is_overwritten(filled: Session, tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.mkdir()
    (target / "mine.txt").write_text("mine")
    with pytest.raises(TargetExists):
        exports.run(filled, target, "kit")
    assert [path.name for path in target.iterdir()] == ["mine.txt"]
    file = tmp_path / "file"
    file.write_text("mine")
    with pytest.raises(TargetExists):
        exports.run(filled, file, "kit")
    assert file.read_text() == "mine"
    dangling = tmp_path / "link"
    dangling.symlink_to(tmp_path / "nowhere")
    with pytest.raises(TargetExists):
        exports.run(filled, dangling, "kit")


def test_an_empty_folder_is_filled(filled: Session, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    exports.run(filled, tmp_path / "out", "kit")
    assert (tmp_path / "out" / "parties.csv").is_file()


def test_an_empty_desk_gives_forms(session: Session, tmp_path: Path) -> None:
    report = exports.run(session, tmp_path / "out", "kit")
    assert report.rows == report.left_out == {}
    assert (tmp_path / "out" / "events.csv").read_text("utf-8").startswith("event,party,type")


def test_what_it_cannot_write(session: Session, tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat):
        exports.run(session, tmp_path / "out", "hologram")
    with pytest.raises(WriteFailed, match="No such file"):
        exports.run(session, tmp_path / "no" / "out", "kit")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("number", "expected"), [(errno.ENOSPC, DiskFull), (errno.EACCES, WriteFailed), (errno.EIO, WriteFailed)]
)
def test_a_failure_leaves_nothing(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, expected: type[Exception]
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    before = sorted(tmp_path.iterdir())
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(expected):
        exports.run(session, tmp_path / "out", "kit")
    assert sorted(tmp_path.iterdir()) == before


def test_a_folder_that_may_not_be_written(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(WriteFailed):
        exports.run(session, tmp_path / "out", "kit")


def test_somebody_who_comes_first_is_not_overwritten(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(tmp_path.iterdir())

    def meanwhile(done: int, total: int) -> None:
        if done == total - 1:
            (tmp_path / "out").mkdir()
            (tmp_path / "out" / "theirs").write_text("theirs")

    with pytest.raises(TargetExists):
        exports.run(session, tmp_path / "out", "kit", Job(meanwhile))
    assert (tmp_path / "out" / "theirs").read_text() == "theirs"
    assert sorted(tmp_path.iterdir()) == sorted([*before, tmp_path / "out"])


def test_cancelling_leaves_nothing(session: Session, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    job = Job(lambda done, _: job.cancel() if done == 1 else None)
    with pytest.raises(Cancelled):
        exports.run(session, tmp_path / "out", "kit", job)
    assert sorted(tmp_path.iterdir()) == before


def test_a_workbook_is_the_same_kit(filled: Session, tmp_path: Path) -> None:
    who = next(iter(filled.store.all(Kind.PARTY)))
    said = {"note": "=1+1\r\n'-2\t_x0041_", "age": "007"}
    with filled.store.change("test") as change:
        change.put(who.with_fields(**said))
        for case in list(filled.store.all(Kind.CASE)):  # a kit says the country of each
            change.put(case.with_fields(country=case.text("country") or "CN"))
    before = {kind: list(filled.store.all(kind)) for kind in Kind}
    report = exports.run(filled, tmp_path / "out", exports.XLSX)
    assert report.files == (kit.WORKBOOK, readme.NAME)
    assert report.rows == ROWS
    done = imports.run(filled, tmp_path / "out").result
    assert (done.new, done.updated) == ({}, {})
    assert [item.code for item in done.warnings] == [RemarkCode.NO_FILE]
    assert {kind: list(filled.store.all(kind)) for kind in Kind} == before
    fresh, _ = Session.create(tmp_path / "fresh.hrdv", "granite lantern orbit velvet", FLOOR)
    with fresh:
        imports.run(fresh, tmp_path / "out" / kit.WORKBOOK)
        exports.run(fresh, tmp_path / "again", exports.XLSX)
        exports.run(fresh, tmp_path / "again-csv", "kit")
    exports.run(filled, tmp_path / "out-csv", "kit")
    first, second = (_sheets(tmp_path / name / kit.WORKBOOK) for name in ("out", "again"))
    log, longer = first.pop("custody"), second.pop("custody")
    # The other vault adds its own lines, and those of one second stand by who wrote them.
    assert [line for line in longer if line in log] == log
    assert second == first
    for path in (tmp_path / "out-csv").glob("*.csv"):
        if path.name != custody_table.FILE:
            assert (tmp_path / "again-csv" / path.name).read_bytes() == path.read_bytes()


def _sheets(path: Path) -> dict[str, list[list[str]]]:
    found = Findings()
    read = workbook.sheets_of(path.read_bytes(), path.name, found, silent())
    assert read is not None
    return {name: [list(row) for row in rows] for name, rows in read.items()}


def test_a_workbook_that_spreadsheets_would_cut_is_not_written(session: Session, tmp_path: Path) -> None:
    cases.create(session, {"narrative": "x" * 40_000})
    with pytest.raises(TooLargeForWorkbook):
        exports.run(session, tmp_path / "out", exports.XLSX)
    assert not (tmp_path / "out").exists()
