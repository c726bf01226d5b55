"""The archive: what Python's tarfile and tar(1) agree with, and that there is no other form."""

import io
import subprocess
import tarfile
from pathlib import Path
from typing import Literal

import pytest

from hrddesk.bundle.format import archive
from hrddesk.bundle.format.archive import ArchiveReader, ArchiveWriter, header
from hrddesk.crypto.evidence_stream import padme
from hrddesk.errors import BundleDamaged, BundleMalformed, BundleTooLarge
from hrddesk.store.vault import ustar

FILES = {"bagit.txt": b"x" * 700, "data/records.jsonl": b"", "data/att/" + "a" * 64: b"y" * 1024}


def written(files: dict[str, bytes] = FILES) -> bytes:
    target = io.BytesIO()
    writer = ArchiveWriter(target)
    for path, content in files.items():
        writer.add(path, len(content), iter([content[:100], content[100:]]))
    writer.finish()
    return target.getvalue()


def read(raw: bytes, files: dict[str, bytes] = FILES) -> dict[str, bytes]:
    reader = ArchiveReader(io.BytesIO(raw))
    made = {}
    for path in files:
        member = reader.next(path, archive.MAX_FILE)
        made[path] = member.read(3) + b"".join(member.chunks())
        assert member.at_end
        assert member.read(1) == b""
    reader.finish()
    return made


def test_what_was_written_is_read() -> None:
    assert read(written()) == FILES


@pytest.mark.parametrize("size", [0, 1, 511, 512, 8 << 20, (8 << 30) - 1])
def test_a_header_is_the_one_of_tarfile(size: int) -> None:
    info = tarfile.TarInfo("data/att/" + "0" * 64)
    info.size, info.mode = size, 0o600
    theirs = bytearray(info.tobuf(tarfile.USTAR_FORMAT))
    # Device numbers mean nothing for a file: tarfile leaves them empty, POSIX and GNU tar write zeros.
    theirs[329:345] = b"0000000\0" * 2
    theirs[148:156] = b" " * 8
    theirs[148:156] = b"%06o\0 " % sum(theirs)
    assert header(info.name, size) == bytes(theirs)


def test_tar_lists_and_extracts_it_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "inside.tar").write_bytes(written())
    done = subprocess.run(
        ["tar", "-xvf", "inside.tar"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == list(FILES)
    assert done.stderr == ""
    for path, content in FILES.items():
        assert (tmp_path / path).read_bytes() == content
        assert (tmp_path / path).stat().st_mode & 0o777 == 0o600


def test_the_size_is_rounded() -> None:
    assert len(written()) == 64 * 1024
    content = {"bagit.txt": bytes(200_000)}
    assert len(written(content)) == padme(512 + 200_192 + 1024)
    assert archive.total_size([1 << 30]) == padme(512 + (1 << 30) + 1024)
    assert all(archive.total_size([size]) % 512 == 0 for size in (10**5, 10**6, 10**7, 10**9, (8 << 30) - 1))


def test_every_flipped_bit_outside_the_content_is_refused() -> None:
    good = written()
    content = set()
    at = 0
    for text in FILES.values():
        content |= set(range(at + 512, at + 512 + len(text)))
        at += 512 + len(text) + ustar.padding(len(text))
    for place in [*range(at + 2048), *range(at + 2048, len(good), 997), len(good) - 1]:
        if place in content:
            continue
        bad = bytearray(good)
        bad[place] ^= 1 << place % 8
        with pytest.raises((BundleMalformed, BundleDamaged, BundleTooLarge)):
            read(bytes(bad))


def test_cut_and_added_to_is_refused() -> None:
    good = written()
    for size in [*range(0, 6000, 512), 511, 5000, len(good) - 512, len(good) - 1]:
        with pytest.raises(BundleDamaged):
            read(good[:size])
    for more in (b"\0", b"x", bytes(512)):
        with pytest.raises(BundleMalformed):
            read(good + more)


@pytest.mark.parametrize(
    "change",
    [
        {"name": "../bagit.txt"},
        {"name": "/bagit.txt"},
        {"name": "./bagit.txt"},
        {"name": "data/records.jsonl"},
        {"type": tarfile.SYMTYPE, "linkname": "/etc/passwd"},
        {"type": tarfile.LNKTYPE, "linkname": "x"},
        {"type": tarfile.CHRTYPE, "devmajor": 1, "devminor": 3},
        {"type": tarfile.DIRTYPE},
        {"type": tarfile.FIFOTYPE},
        {"type": tarfile.AREGTYPE},
        {"type": tarfile.GNUTYPE_SPARSE},
        {"type": tarfile.XHDTYPE},
        {"type": tarfile.GNUTYPE_LONGNAME},
        {"type": tarfile.CONTTYPE},
        {"mode": 0o644},
        {"mode": 0o4600},
        {"uid": 1000},
        {"gid": 1000},
        {"mtime": 1},
        {"uname": "root"},
        {"gname": "root"},
    ],
    ids=str,
)
@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT])
def test_any_other_kind_of_entry_is_refused(change: dict[str, object], form: Literal[0, 1]) -> None:
    info = tarfile.TarInfo("bagit.txt")
    info.size, info.mode = 0, 0o600
    for name, value in change.items():
        setattr(info, name, value)
    with pytest.raises(BundleMalformed):
        read(info.tobuf(form) + bytes(65536), {"bagit.txt": b""})


@pytest.mark.parametrize(
    "size",
    [
        b"00000000000 ",
        b" 0000000000\0",
        b"0000000000\0\0",
        b"-0000000001\0",
        b"\x80" + bytes(11),
        b"0000000000x\0",
    ],
)
def test_sizes_in_other_spellings_are_refused(size: bytes) -> None:
    raw = bytearray(header("bagit.txt", 0))
    raw[124:136] = size
    raw[148:156] = b" " * 8
    raw[148:156] = b"%06o\0 " % sum(raw)
    with pytest.raises(BundleMalformed):
        read(bytes(raw) + bytes(65536), {"bagit.txt": b""})


def test_two_gibibytes_declared_in_a_kibibyte_cost_nothing() -> None:
    reader = ArchiveReader(io.BytesIO(header("bagit.txt", 2 << 30) + bytes(512)))
    with pytest.raises(BundleTooLarge):
        reader.next("bagit.txt", archive.MAX_FILE)
    reader = ArchiveReader(io.BytesIO(header("bagit.txt", 1 << 30) + bytes(512)))
    member = reader.next("bagit.txt", archive.MAX_FILE)
    with pytest.raises(BundleDamaged):
        list(member.chunks())


def test_a_file_left_unread_is_a_bug_of_ours() -> None:
    reader = ArchiveReader(io.BytesIO(written()))
    reader.next("bagit.txt", archive.MAX_FILE)
    with pytest.raises(AssertionError):
        reader.next("data/records.jsonl", archive.MAX_FILE)


def test_a_writer_holds_its_caller_to_the_size() -> None:
    with pytest.raises(ValueError, match="size"):
        ArchiveWriter(io.BytesIO()).add("bagit.txt", 3, iter([b"four"]))
    for path, size in (("", 1), ("a" * 101, 1), ("a", -1), ("a", 8 << 30)):
        with pytest.raises(ValueError, match="ustar"):
            header(path, size)


def test_a_file_that_fills_itself_is_held_to_its_size_too() -> None:
    target = io.BytesIO()
    writer = ArchiveWriter(target)
    writer.add_filled("a", 5, lambda sink: (sink.write(b"fi"), sink.write(memoryview(b"lls"))))
    writer.finish()
    assert read(target.getvalue(), {"a": b"fills"}) == {"a": b"fills"}
    with pytest.raises(ValueError, match="size"):
        ArchiveWriter(io.BytesIO()).add_filled("a", 4, lambda sink: sink.write(b"fills"))


def test_a_file_is_read_into_a_buffer_and_no_further_than_its_end() -> None:
    raw = written({"a": b"content", "b": b"more"})
    member, buffer = ArchiveReader(io.BytesIO(raw)).next("a", archive.MAX_FILE), bytearray(5)
    assert (member.readinto(memoryview(buffer)), bytes(buffer)) == (5, b"conte")
    assert (member.readinto(memoryview(buffer)), bytes(buffer[:2])) == (2, b"nt")
    assert member.at_end
    assert member.readinto(memoryview(buffer)) == 0
    cut = ArchiveReader(io.BytesIO(raw[:515])).next("a", archive.MAX_FILE)
    with pytest.raises(BundleDamaged):
        cut.readinto(memoryview(buffer))
