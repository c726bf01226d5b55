"""What is written is whole under its name, or not there; nothing that was there is replaced."""

import errno
import fcntl
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import BinaryIO

import pytest

from hrddesk.errors import DiskFull, FileUnreadable, TargetExists, WriteFailed
from hrddesk.system import files
from hrddesk.system.files import NewFile

HOUR = 3600


@pytest.fixture(params=["unnamed", "hidden"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder where new files have no name, and one where they have a hidden one, as on FAT."""
    if request.param == "hidden":
        monkeypatch.setattr(files, "_UNNAMED", 0)
    return tmp_path


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _hello(file: BinaryIO) -> None:
    file.write(b"hello")


def _fail_within(folder: Path) -> None:
    with files.new_folder(folder) as building:
        files.create(building / "one", b"1")
        raise ZeroDivisionError


def _make_too_late(folder: Path) -> None:
    with files.told(folder), files.new_folder(folder):
        folder.mkdir()
        (folder / "theirs").write_bytes(b"theirs")


def _age(path: Path) -> None:
    os.utime(path, (time.time() - HOUR, time.time() - HOUR))


def test_a_new_file_is_whole_and_its_owners_only(folder: Path) -> None:
    files.write_new(folder / "a", _hello)
    assert (folder / "a").read_bytes() == b"hello"
    assert (folder / "a").stat().st_mode & 0o777 == 0o600
    assert _names(folder) == ["a"]


@pytest.mark.parametrize("kind", ["file", "folder", "link", "dangling"])
def test_nothing_that_is_there_is_replaced(folder: Path, kind: str) -> None:
    target = folder / "a"
    match kind:
        case "file":
            target.write_bytes(b"theirs")
        case "folder":
            target.mkdir()
        case "link":
            (folder / "b").write_bytes(b"theirs")
            target.symlink_to("b")
        case _:
            target.symlink_to("nowhere")
    before = _names(folder)
    with pytest.raises(TargetExists):
        files.write_new(target, _hello)
    assert _names(folder) == before
    assert not (folder / "nowhere").exists()


@pytest.mark.parametrize("dangling", [False, True])
def test_what_comes_meanwhile_is_not_replaced(folder: Path, dangling: bool) -> None:
    def fill(file: BinaryIO) -> None:
        file.write(b"ours")
        if dangling:
            (folder / "a").symlink_to("nowhere")
        else:
            (folder / "a").write_bytes(b"theirs")

    with pytest.raises(TargetExists):
        files.write_new(folder / "a", fill)
    assert _names(folder) == ["a"]
    assert dangling or (folder / "a").read_bytes() == b"theirs"


def test_an_exception_leaves_nothing(folder: Path) -> None:
    def fail(file: BinaryIO) -> None:
        file.write(bytes(1 << 20))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        files.write_new(folder / "a", fail)
    assert _names(folder) == []


def test_a_full_disk_leaves_nothing(small_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for unnamed in (files._UNNAMED, 0):
        monkeypatch.setattr(files, "_UNNAMED", unnamed)
        with pytest.raises(DiskFull):
            files.write_new(small_disk / "a", lambda file: file.write(bytes(1 << 20)))
        assert _names(small_disk) == []


def test_a_rename_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_UNNAMED", 0)

    def fill(file: BinaryIO) -> None:
        file.write(b"x")
        for path in tmp_path.iterdir():
            path.unlink()  # somebody tidied up

    with pytest.raises(WriteFailed):
        files.write_new(tmp_path / "a", fill)
    assert _names(tmp_path) == []


def test_a_folder_that_is_not_there_is_named(folder: Path) -> None:
    with pytest.raises(WriteFailed, match="No such file"):
        files.write_new(folder / "gone" / "a", _hello)


def test_a_name_that_is_too_long_is_said_to_be_so(folder: Path) -> None:
    with pytest.raises(WriteFailed, match="too long"):
        files.write_new(folder / ("a" * 300), _hello)
    with (
        pytest.raises(WriteFailed, match="too long"),
        files.told(folder),
        files.new_folder(folder / ("a" * 300)),
    ):
        pass
    assert _names(folder) == []


@pytest.mark.parametrize("unnamed", [True, False])
def test_a_killed_writer_leaves_nothing_for_long(tmp_path: Path, unnamed: bool) -> None:
    program = f"""
import sys, time
from pathlib import Path
from hrddesk.system import files
if not {unnamed}:
    files._UNNAMED = 0
with files.NewFile(Path(sys.argv[1])) as new:
    new.file.write(b"plaintext")
    new.file.flush()
    print("written", flush=True)
    time.sleep(60)
"""
    command = [sys.executable, "-c", program, str(tmp_path / "a")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"written\n"
        try:
            for path in tmp_path.iterdir():
                _age(path)
            files.write_new(tmp_path / "b", _hello)  # its file is not taken from a process that lives
            assert len(_names(tmp_path)) == (1 if unnamed else 2)
        finally:
            process.kill()
    files.write_new(tmp_path / "c", _hello)
    assert _names(tmp_path) == ["b", "c"]


def test_only_what_is_ours_and_old_is_swept(tmp_path: Path) -> None:
    kept = [
        ".0123456789abcdef.par",
        "0123456789abcdef.part",
        ".0123456789ABCDEF.part",
        ".fedcba9876543210.part",
    ]
    for name in [*kept, ".0123456789abcdef.part"]:
        (tmp_path / name).write_bytes(b"x")
        if name != kept[-1]:  # young: its process may not have locked it yet
            _age(tmp_path / name)
    old = tmp_path / ".00000000000000aa.part"
    old.mkdir()
    (old / "parties.csv").write_bytes(b"x")
    _age(old)
    link = tmp_path / ".00000000000000bb.part"
    link.symlink_to(tmp_path / kept[0])
    os.utime(link, (0, 0), follow_symlinks=False)
    files.write_new(tmp_path / "a", _hello)
    assert _names(tmp_path) == sorted([*kept, link.name, "a"])


def test_a_folder_comes_whole_or_not_at_all(tmp_path: Path) -> None:
    with files.new_folder(tmp_path / "made") as building:
        files.create(building / "one", b"1")
        assert not (tmp_path / "made").exists()
    assert (tmp_path / "made" / "one").read_bytes() == b"1"
    assert (tmp_path / "made").stat().st_mode & 0o777 == 0o700
    with pytest.raises(ZeroDivisionError):
        _fail_within(tmp_path / "broken")
    assert _names(tmp_path) == ["made"]


def test_a_folder_replaces_an_empty_one_only(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with files.new_folder(tmp_path / "empty") as building:
        files.create(building / "one", b"1")
    assert _names(tmp_path / "empty") == ["one"]
    for taken in ("empty", "file", "dangling"):
        if taken == "file":
            (tmp_path / taken).write_bytes(b"theirs")
        if taken == "dangling":
            (tmp_path / taken).symlink_to("nowhere")
        with pytest.raises(TargetExists), files.told(tmp_path), files.new_folder(tmp_path / taken):
            raise AssertionError("it was given a folder to fill")
    with pytest.raises(TargetExists):
        _make_too_late(tmp_path / "late")
    assert _names(tmp_path / "late") == ["theirs"]
    assert _names(tmp_path) == ["dangling", "empty", "file", "late"]


def test_replacing_leaves_old_or_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files.replace(tmp_path / "a", b"old")
    (tmp_path / "a.new").write_bytes(b"what a kill left")
    files.replace(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull), files.told(tmp_path):
        files.replace(tmp_path / "a", b"newer")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert _names(tmp_path) == ["a"]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EEXIST, TargetExists),
        (errno.ENOTEMPTY, TargetExists),
        (errno.EACCES, WriteFailed),
        (None, WriteFailed),
    ],
)
def test_what_the_system_says_becomes_what_a_person_can_do(
    number: int | None, expected: type[Exception], tmp_path: Path
) -> None:
    error = OSError() if number is None else OSError(number, "secret words")
    found = files.cause(error, tmp_path / "a")
    assert type(found) is expected
    assert "secret words" not in str(found)


def test_a_target_in_the_way_of_locks_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.ENOLCK, "")

    monkeypatch.setattr(files, "_UNNAMED", 0)
    monkeypatch.setattr(fcntl, "flock", none)
    files.write_new(tmp_path / "a", _hello)
    with files.new_folder(tmp_path / "b"):
        pass
    assert _names(tmp_path) == ["a", "b"]


def test_nothing_is_buffered_past_the_end(tmp_path: Path) -> None:
    with NewFile(tmp_path / "a") as new:
        new.file.write(b"x")
    assert new.file.closed
    assert _names(tmp_path) == []


@pytest.mark.parametrize("kind", ["fifo", "folder", "device", "link to a fifo"])
def test_only_files_are_opened_and_nobody_waits(tmp_path: Path, kind: str) -> None:
    target = tmp_path / "a"
    match kind:
        case "fifo":
            os.mkfifo(target)
        case "folder":
            target.mkdir()
        case "device":
            target.symlink_to("/dev/zero")
        case _:
            os.mkfifo(tmp_path / "b")
            target.symlink_to("b")
    with pytest.raises(OSError, match="not a file"):
        files.open_regular(target)


def test_a_file_is_opened_through_a_link_too(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"x" * 100_000)
    (tmp_path / "a").symlink_to("b")
    with files.open_regular(tmp_path / "a") as file:
        assert file.read() == b"x" * 100_000


def test_of_a_large_file_no_more_is_read_than_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 100)
    assert files.read_most(tmp_path / "a", 101) == b"x" * 100
    assert files.read_most(tmp_path / "a", 7) == b"x" * 7
    for name, why in (("b", "No such file"), (".", "it is not a file")):
        with pytest.raises(FileUnreadable, match=why):
            files.read_most(tmp_path / name, 7)


def test_what_killed_replacements_left_is_swept(tmp_path: Path) -> None:
    files.replace(tmp_path / "a", b"old")
    (tmp_path / "a.new").write_bytes(b"half")
    blocks = os.open(tmp_path / "a.new", os.O_RDONLY)
    files.sweep_replacements(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert len(os.pread(blocks, 9, 0)) == 4
    assert os.pread(blocks, 9, 0) != b"half"
    os.close(blocks)
    (tmp_path / "b.new").mkdir()  # not ours, and in nobody's way
    files.sweep_replacements(tmp_path)
    assert (tmp_path / "b.new").is_dir()


def test_a_folder_that_takes_a_file_refuses_nothing_and_keeps_nothing(folder: Path) -> None:
    assert files.refusal(folder) is None
    assert _names(folder) == []


def test_a_full_disk_says_so_itself(small_disk: Path) -> None:
    with (small_disk / "rest").open("wb") as file, pytest.raises(OSError, match="No space"):
        file.write(bytes(1 << 20))
    refused = files.refusal(small_disk)
    assert refused is not None
    assert refused.errno == errno.ENOSPC
    assert _names(small_disk) == ["rest"]
