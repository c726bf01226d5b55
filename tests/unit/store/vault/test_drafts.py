"""What was typed and not saved comes back letter for letter, and a file that is not ours harms nothing."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import DiskFull, WriteFailed
from hrddesk.store.vault import drafts
from hrddesk.store.vault.drafts import DraftFile
from hrddesk.store.vault.session import Session
from tests.conftest import PASSPHRASE

TYPED = [
    {
        "form": "event",
        "record": None,
        "typed": {
            "summary": "凌晨被带走。\n ئايگۈل \u200f \u0f40\u0f72 \ud83d half a character",
            "n": [1, True, None],
        },
    }
]
KEY = secrets.token_bytes(32)
VAULT = secrets.token_bytes(16)


@pytest.fixture
def file(tmp_path: Path) -> DraftFile:
    return DraftFile(tmp_path, KEY, VAULT)


def _again(folder: Path, key: bytes = KEY) -> DraftFile:
    return DraftFile(folder, key, VAULT)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_drafts_come_back_letter_for_letter(file: DraftFile, tmp_path: Path) -> None:
    assert file.load().drafts == []
    file.save(TYPED)
    found = _again(tmp_path).load()
    assert found.drafts == TYPED
    assert found.trouble is None
    file.save([])
    assert _names(tmp_path) == []
    assert _again(tmp_path).load().drafts == []


def test_the_file_is_the_owners_and_its_size_tells_nothing(file: DraftFile, tmp_path: Path) -> None:
    sizes = []
    for letters in (1, 30_000, 65_000, 70_000, 200_000):
        file.save([{"typed": "x" * letters}])
        sizes.append((tmp_path / "drafts.bin").stat().st_size)
    assert sizes == [1 << 16, 1 << 16, 1 << 16, 1 << 17, 1 << 18]
    assert (tmp_path / "drafts.bin").stat().st_mode & 0o777 == 0o600
    assert b"xxxx" not in (tmp_path / "drafts.bin").read_bytes()


def test_nobody_types_more_than_is_read_again(
    file: DraftFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "MOST_BYTES", 1 << 16)
    file.save(TYPED)
    with pytest.raises(WriteFailed):
        file.save([{"typed": "x" * (1 << 16)}])
    assert file.load().drafts == TYPED
    (tmp_path / "drafts.bin").write_bytes(bytes((1 << 16) + 1))
    trouble = file.load().trouble
    assert trouble is not None
    assert "larger" in trouble.message


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda raw: raw[:-1] + bytes([raw[-1] ^ 1]), "damaged, or belongs to another vault"),
        (lambda raw: raw[:40], "damaged, or belongs to another vault"),
        (lambda raw: raw[:15], "does not begin"),
        (lambda raw: b"", "does not begin"),
        (lambda raw: b"X" + raw[1:], "does not begin"),
        (lambda raw: raw[:8] + b"\2" + raw[9:], "another version"),
        (lambda raw: raw[:15] + b"\1" + raw[16:], "another version"),
    ],
)
def test_a_damaged_file_is_kept_aside_and_told(
    file: DraftFile, tmp_path: Path, spoil: Callable[[bytes], bytes], words: str
) -> None:
    file.save(TYPED)
    path = tmp_path / "drafts.bin"
    spoilt = spoil(path.read_bytes())
    path.write_bytes(spoilt)
    found = file.load()
    assert found.drafts == []
    assert found.trouble is not None
    assert words in found.trouble.message
    assert "drafts.damaged" in found.trouble.message
    assert (tmp_path / "drafts.damaged").read_bytes() == spoilt
    file.save(TYPED)
    assert file.load().drafts == TYPED


def test_a_second_damaged_file_does_not_cover_the_first(file: DraftFile, tmp_path: Path) -> None:
    for content in (b"first", b"second", b"third"):
        (tmp_path / "drafts.bin").write_bytes(content)
        assert file.load().trouble is not None
    assert _names(tmp_path) == ["drafts.damaged", "drafts.damaged.2", "drafts.damaged.3"]
    assert (tmp_path / "drafts.damaged").read_bytes() == b"first"
    file.save(TYPED)
    file.erase()
    assert _names(tmp_path) == []


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo, lambda path: path.symlink_to(path)])
def test_what_is_no_file_is_kept_aside(
    file: DraftFile, tmp_path: Path, make: Callable[[Path], object]
) -> None:
    make(tmp_path / "drafts.bin")
    assert file.load().trouble is not None
    assert _names(tmp_path) == ["drafts.damaged"]


def test_what_cannot_be_kept_aside_is_told_all_the_same(
    file: DraftFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "drafts.bin").write_bytes(b"foreign")

    def refuse(*_: object) -> None:
        raise PermissionError(1, "no")

    monkeypatch.setattr(Path, "rename", refuse)
    trouble = file.load().trouble
    assert trouble is not None
    assert trouble.details["path"] == "drafts.bin"


def test_the_drafts_of_another_vault_or_under_another_key_are_foreign(
    file: DraftFile, tmp_path: Path
) -> None:
    file.save(TYPED)
    for other in (DraftFile(tmp_path, KEY, bytes(16)), _again(tmp_path, bytes(32))):
        raw = (tmp_path / "drafts.bin").read_bytes()
        assert other.load().trouble is not None
        (tmp_path / "drafts.bin").write_bytes(raw)
    assert file.load().drafts == TYPED


def test_an_older_file_put_back_is_just_older(file: DraftFile, tmp_path: Path) -> None:
    file.save(TYPED)
    old = (tmp_path / "drafts.bin").read_bytes()
    file.save([])
    (tmp_path / "drafts.bin").write_bytes(old)
    assert file.load().drafts == TYPED


def test_a_full_disk_leaves_the_drafts_before(small_disk: Path) -> None:
    file = DraftFile(small_disk, KEY, VAULT)
    with pytest.raises(DiskFull):
        file.save(TYPED)
    assert _names(small_disk) == []


def test_another_key_takes_the_drafts_over(file: DraftFile, tmp_path: Path) -> None:
    new = secrets.token_bytes(32)
    file.save(TYPED)
    with file.resealing(new):
        assert file.load().drafts == TYPED
        assert _names(tmp_path) == ["drafts.bin", "drafts.next"]
    assert _names(tmp_path) == ["drafts.bin"]
    assert file.load().drafts == TYPED
    assert _again(tmp_path, new).load().drafts == TYPED


@pytest.mark.parametrize("killed", ["before", "after"])
def test_a_kill_around_the_change_of_keys_leaves_what_opens(
    file: DraftFile, tmp_path: Path, killed: str
) -> None:
    new = secrets.token_bytes(32)
    file.save(TYPED)
    left: dict[str, bytes] = {}
    with file.resealing(new):
        left = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert sorted(left) == ["drafts.bin", "drafts.next"]
    (tmp_path / "drafts.bin").unlink()
    for name, raw in left.items():
        (tmp_path / name).write_bytes(raw)
    opened = _again(tmp_path, KEY if killed == "before" else new)
    opened.save([{"typed": "later"}])  # without having loaded
    assert _names(tmp_path) == ["drafts.bin"]
    assert opened.load().drafts == [{"typed": "later"}]


@pytest.mark.parametrize("some", [True, False])
def test_a_change_of_keys_that_fails_changes_nothing(file: DraftFile, tmp_path: Path, some: bool) -> None:
    if some:
        file.save(TYPED)
    before = _names(tmp_path)
    with pytest.raises(ZeroDivisionError), file.resealing(bytes(32)):
        raise ZeroDivisionError
    assert _names(tmp_path) == before
    assert file.load().drafts == (TYPED if some else [])


def test_without_drafts_another_key_is_taken_all_the_same(file: DraftFile, tmp_path: Path) -> None:
    new = secrets.token_bytes(32)
    with file.resealing(new):
        assert _names(tmp_path) == []
    file.save(TYPED)
    assert _again(tmp_path, new).load().drafts == TYPED


def test_what_a_kill_left_beside_is_swept(file: DraftFile, tmp_path: Path) -> None:
    file.save(TYPED)
    (tmp_path / "drafts.bin.new").write_bytes(b"half")
    (tmp_path / "drafts.next.new").write_bytes(b"half")
    assert _again(tmp_path).load().drafts == TYPED
    assert _names(tmp_path) == ["drafts.bin"]


def test_a_vault_opens_whatever_its_drafts_are(session: Session) -> None:
    session.drafts.save(TYPED)
    session.close()
    path = session.folder / "drafts.bin"
    secret = PassphraseSecret(PASSPHRASE)
    with Session.open(session.folder, secret) as opened:
        assert opened.drafts.load().drafts == TYPED
    path.write_bytes(b"nonsense")
    with Session.open(session.folder, secret) as opened:
        assert opened.alarms == []
        assert opened.drafts.load().trouble is not None


def test_what_was_removed_for_good_is_not_written_again_before_it_is_dropped(
    file: DraftFile, tmp_path: Path
) -> None:
    gone, stays = {"record": "gone"}, {"record": "stays"}
    file.save([gone, stays])
    (tmp_path / "drafts.damaged").write_bytes(b"of old")
    file.purge(lambda draft: draft["record"] == "gone")
    assert _names(tmp_path) == ["drafts.bin"]
    assert file.is_purged(gone)
    assert not file.is_purged(stays)
    file.save([gone, stays])  # by a window that was not told yet
    assert file.load().drafts == [stays]
    file.end_purge()
    assert not file.is_purged(gone)
    file.save([gone])
    assert file.load().drafts == [gone]
