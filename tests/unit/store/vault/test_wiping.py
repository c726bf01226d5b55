"""A wiped vault opens with no right secret, and nothing of its keyslots is on the disk. Threat T3."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrddesk.actions.vault.wipes import wipe
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import HrdDeskError, NotAVault, VaultReadOnly, WipeNotConfirmed
from hrddesk.store.vault import wiping
from hrddesk.store.vault.session import Session
from tests.conftest import PASSPHRASE
from tests.unit.actions.desk import SECRET, new_vault


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A closed vault with evidence in files, and what a kill may have left of its keyslots."""
    made = new_vault(tmp_path / "desk.hrdv", "full")
    (made / "keys.bin.new").write_bytes((made / "keys.bin").read_bytes())
    (made / "copy").mkdir()
    (made / "copy" / "keys.bin").write_bytes((made / "keys.bin").read_bytes())
    (made / "drafts.bin").write_bytes(b"a draft, sealed" * 100)
    return made


def _id(vault: Path) -> str:
    return (vault / "keys.bin").read_bytes()[16:32].hex()


def test_no_right_secret_opens_it_and_nothing_is_left(vault: Path, tmp_path: Path) -> None:
    said = _id(vault)
    assert wiping.vault_id(vault) == said
    assert wipe(vault, said.upper() + " ") == []
    assert list(tmp_path.iterdir()) == []
    for secret in (SECRET, PassphraseSecret(PASSPHRASE)):
        with pytest.raises(NotAVault):
            Session.open(vault, secret)


def test_the_files_themselves_hold_nothing_of_it_any_more(vault: Path, tmp_path: Path) -> None:
    """Look at the blocks, which a removed name leaves as they are, through other names of the same files."""
    links, before = [], []
    for name in ("keys.bin", "keys.bin.new", "copy/keys.bin", "db.sqlite", "head.bin", "drafts.bin"):
        links.append(tmp_path / name.replace("/", "-"))
        os.link(vault / name, links[-1])
        before.append(links[-1].read_bytes())
    wipe(vault, _id(vault))
    for link, was in zip(links, before, strict=True):
        now = link.read_bytes()
        assert len(now) == len(was)
        beginning = min(len(was), 1 << 20)
        assert not any(
            now[at : at + 16] == was[at : at + 16] and any(was[at : at + 16])
            for at in range(0, beginning - 16, 16)
        ), link
    with pytest.raises(HrdDeskError):  # every file of it put together again opens with no secret
        Session.open(_together(links, tmp_path), SECRET)


def _together(links: list[Path], folder: Path) -> Path:
    made = folder / "again.hrdv"
    made.mkdir()
    for link in links:
        link.rename(made / link.name)
    return made


def test_the_keys_on_the_old_database_open_nothing_and_the_old_keys_not_the_new(
    vault: Path, tmp_path: Path
) -> None:
    database = (vault / "db.sqlite").read_bytes()
    said = _id(vault)
    wiping.destroy_keys(vault)
    assert (vault / "db.sqlite").read_bytes() == database
    for secret in (SECRET, PassphraseSecret(PASSPHRASE)):
        with pytest.raises(HrdDeskError):
            Session.open(vault, secret)
    assert wiping.vault_id(vault) == ""  # and so a wipe that was cut short can be finished
    assert wipe(vault, said) == []


def test_only_the_vault_that_was_named_is_wiped(vault: Path, tmp_path: Path) -> None:
    for said in ("", "yes", "0" * 32, _id(vault)[:-1]):
        with pytest.raises(WipeNotConfirmed):
            wipe(vault, said)
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "keys.bin").write_text("not ours " * 50)
    for folder in (tmp_path / "photos", tmp_path / "none", tmp_path):
        with pytest.raises(NotAVault):
            wipe(folder, "0" * 32)
    Session.open(vault, SECRET).close()


def test_a_vault_that_is_open_is_wiped_under_whoever_has_it(vault: Path) -> None:
    said = _id(vault)
    session = Session.open(vault, SECRET)
    assert wipe(vault, said) == []
    session.close()
    assert not vault.exists()


def test_a_link_in_its_place_is_not_followed(vault: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_bytes(b"HRDVAULT precious" * 300)
    (vault / "keys.bin.old").symlink_to(precious)
    (vault / "db.other").symlink_to(precious)
    (vault / "att" / "away").symlink_to(tmp_path)
    assert wipe(vault, _id(vault)) == []
    assert precious.read_bytes() == b"HRDVAULT precious" * 300


def test_keyslots_that_lie_elsewhere_behind_a_link_are_destroyed_there(vault: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "stick"
    (vault / "keys.bin").rename(elsewhere)
    (vault / "keys.bin").symlink_to(elsewhere)
    slots = elsewhere.read_bytes()
    assert wipe(vault, _id(vault)) == []
    assert elsewhere.read_bytes()[:2000] != slots[:2000]
    assert b"HRDVAULT" not in elsewhere.read_bytes()


@pytest.fixture
def read_only(vault: Path, tmp_path: Path) -> Iterator[Path]:
    """The vault on a medium that takes nothing."""
    if os.geteuid() != 0:
        pytest.skip("a medium is mounted, which needs root")
    place = tmp_path / "medium"
    place.mkdir()
    subprocess.run(["mount", "--bind", str(vault), str(place)], check=True)
    subprocess.run(["mount", "-o", "remount,ro,bind", str(place)], check=True)
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_medium_that_takes_nothing_is_told(read_only: Path, vault: Path) -> None:
    with pytest.raises(VaultReadOnly):
        wipe(read_only, _id(read_only))
    Session.open(vault, SECRET).close()


@pytest.fixture
def busy(vault: Path) -> Iterator[Path]:
    """The vault with something mounted in it, which nobody removes."""
    if os.geteuid() != 0:
        pytest.skip("a medium is mounted, which needs root")
    (vault / "mounted").mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(vault / "mounted")], check=True)
    yield vault
    subprocess.run(["umount", str(vault / "mounted")], check=True)


def test_what_cannot_be_removed_is_told(busy: Path) -> None:
    assert wipe(busy, _id(busy)) == ["mounted"]
    assert [path.name for path in busy.iterdir()] == ["mounted"]


def test_a_folder_that_is_gone_is_no_trouble(tmp_path: Path) -> None:
    assert wiping.remove(tmp_path / "none") == []


def test_a_wipe_that_was_cut_short_is_finished(vault: Path) -> None:
    said = _id(vault)
    (vault / "keys.bin").unlink()
    assert wiping.vault_id(vault) == ""
    assert wipe(vault, said) == []
    assert not vault.exists()


def test_a_device_in_place_of_the_keyslots_is_left_alone(vault: Path) -> None:
    (vault / "keys.bin").unlink()
    (vault / "keys.bin").symlink_to("/dev/null")
    assert wipe(vault, "") == []
    assert not vault.exists()
    assert Path("/dev/null").is_char_device()


def test_damaged_keyslots_go_by_any_id(vault: Path, tmp_path: Path) -> None:
    (vault / "keys.bin").write_bytes(b"x" * 100)
    assert wiping.vault_id(vault) == ""
    assert wipe(vault, "") == []
    short = tmp_path / "short"
    short.mkdir()
    (short / "keys.bin").write_bytes(b"HRDVAULT")
    with pytest.raises(NotAVault):
        wiping.vault_id(short)
