"""A file for a person: complete in its place, or not there."""

from pathlib import Path

import pytest

from hrddesk.bundle.sending.target_file import Sink, TargetFile
from hrddesk.errors import DiskFull, TargetExists, WriteFailed
from hrddesk.system import files


def put(target: Path, content: bytes) -> None:
    with TargetFile(target) as file:
        file.write(lambda sink: sink.write(content))
        file.put_in_place()
        file.keep()
        assert file.size == len(content)


def test_a_file_is_whole_and_for_its_owner_only(tmp_path: Path) -> None:
    put(tmp_path / "a", b"content" * 100_000)
    assert (tmp_path / "a").read_bytes() == b"content" * 100_000
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_what_was_not_kept_is_gone(tmp_path: Path) -> None:
    with TargetFile(tmp_path / "a") as file:
        file.write(lambda sink: sink.write(b"x"))
        file.put_in_place()
        assert (tmp_path / "a").exists()
    assert list(tmp_path.iterdir()) == []


def test_an_exception_while_filling_leaves_nothing(tmp_path: Path) -> None:
    def fail(sink: Sink) -> None:
        sink.write(bytes(1 << 20))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), TargetFile(tmp_path / "a") as file:
        file.write(fail)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_nothing(small_disk: Path) -> None:
    with pytest.raises(DiskFull):
        put(small_disk / "a", bytes(1 << 20))
    assert list(small_disk.iterdir()) == []
    put(small_disk / "b", bytes(10_000))


def test_a_name_that_was_taken_meanwhile_is_left_alone(tmp_path: Path) -> None:
    with TargetFile(tmp_path / "a") as file:
        file.write(lambda sink: sink.write(b"x"))
        (tmp_path / "a").write_bytes(b"theirs")
        with pytest.raises(TargetExists):
            file.put_in_place()
    assert (tmp_path / "a").read_bytes() == b"theirs"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_what_does_not_read_back_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_UNNAMED", 0)  # so that it lies where the test can reach it

    def fill(sink: Sink) -> None:
        sink.write(bytes(1 << 20))
        (beside,) = tmp_path.iterdir()
        with beside.open("r+b") as file:  # as a failing medium would
            file.seek(4096)
            file.write(b"\1")

    with pytest.raises(WriteFailed, match="read back"), TargetFile(tmp_path / "a") as file:
        file.write(fill)
    assert list(tmp_path.iterdir()) == []


def test_whoever_writes_it_may_say_what_reads_back(tmp_path: Path) -> None:
    with TargetFile(tmp_path / "a") as file:
        file.write(lambda sink: sink.write(b"content"), lambda there: there.read() == b"content")
        assert file.size == 7
    with pytest.raises(WriteFailed, match="read back"), TargetFile(tmp_path / "a") as file:
        file.write(lambda sink: sink.write(b"content"), lambda there: there.read() == b"other")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed, match="No such file"):
        put(tmp_path / "gone" / "a", b"x")


def test_a_medium_pulled_out_before_the_end_is_no_traceback(tmp_path: Path) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    with TargetFile(place / "a") as file:
        file.write(lambda sink: sink.write(b"x"))
        for path in place.iterdir():
            path.unlink()
        place.rmdir()
        with pytest.raises(WriteFailed):
            file.put_in_place()
    assert not place.exists()
