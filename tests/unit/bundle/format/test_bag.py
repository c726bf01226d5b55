"""The tag files of the bag."""

import pytest

from hrddesk.bundle.format import archive, bag
from hrddesk.bundle.format.archive import ArchiveEntry
from hrddesk.errors import BundleMalformed, BundleTooLarge

NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
A, B = "a" * 64, "b" * 64
ENTRIES = [
    *(ArchiveEntry(path, 0, NOTHING) for path in archive.LINES),
    ArchiveEntry(f"data/att/{A}", 5, A),
    ArchiveEntry(f"data/att/{B}", 6, B),
]
TEXT = bag.manifest({entry.path: entry.sha256 for entry in ENTRIES})


def test_what_is_written_is_read() -> None:
    payload = bag.read_payload(bag.bag_info(ENTRIES), TEXT)
    assert payload.hashes == {entry.path: entry.sha256 for entry in ENTRIES}
    assert payload.octets == 11
    assert payload.attachments == [f"data/att/{A}", f"data/att/{B}"]


@pytest.mark.parametrize(
    "text",
    [
        b"",
        TEXT[:-1],
        TEXT + b"\n",
        TEXT.replace(b"  ", b" "),
        TEXT.replace(b"  ", b" *"),
        TEXT.replace(b"\n", b"\r\n"),
        TEXT.upper(),
        TEXT + TEXT[-141:],
        TEXT + f"{A}  data/att/../{A}\n".encode(),
        TEXT + f"{A}  data/att/{B}x\n".encode(),
        TEXT + f"{B}  data/att/{'c' * 64}\n".encode(),
        TEXT + f"{A}  data/more.jsonl\n".encode(),
        b"".join(reversed(TEXT.splitlines(keepends=True))),
        b"".join([*TEXT.splitlines(keepends=True)[:3], *reversed(TEXT.splitlines(keepends=True)[3:])]),
        b"".join(TEXT.splitlines(keepends=True)[1:]),
        TEXT.replace(b"data/records", "data/rec٠rds".encode()),
    ],
)
def test_other_manifests_are_refused(text: bytes) -> None:
    with pytest.raises(BundleMalformed):
        bag.read_payload(bag.bag_info(ENTRIES), text)


@pytest.mark.parametrize(
    "info",
    [
        b"",
        b"Payload-Oxum: 11.7",
        b"Payload-Oxum: 11.6\n",
        b"Payload-Oxum: 011.7\n",
        b"Payload-Oxum: -1.7\n",
        b"Payload-Oxum: 11.7\nContact-Name: x\n",
        b"Payload-Oxum: " + b"9" * 30 + b".7\n",
    ],
)
def test_other_infos_are_refused(info: bytes) -> None:
    with pytest.raises(BundleMalformed):
        bag.read_payload(info, TEXT)


def test_more_than_a_reader_takes() -> None:
    with pytest.raises(BundleTooLarge):
        bag.read_payload(b"Payload-Oxum: %d.7\n" % (archive.MAX_TOTAL + 1), TEXT)
    many = dict.fromkeys(archive.LINES, NOTHING)
    many |= {f"data/att/{number:064x}": f"{number:064x}" for number in range(archive.MAX_FILES + 1)}
    with pytest.raises(BundleTooLarge):
        bag.read_payload(b"Payload-Oxum: 0.10006\n", bag.manifest(many))


def test_the_tag_manifest_covers_the_five_files_before_it() -> None:
    hashes = dict.fromkeys(archive.SIGNED, A)
    text = bag.manifest(hashes)
    bag.check_tag_manifest(text, hashes)
    for wrong in (text[:-1], text + b"\n", bag.manifest(hashes | {archive.CARD: B})):
        with pytest.raises(BundleMalformed):
            bag.check_tag_manifest(wrong, hashes)
