"""The files of a vault are replaced whole or not at all."""

import os
from pathlib import Path

import pytest

from hrddesk.errors import DatabaseDamaged, DiskFull, VaultReadOnly
from hrddesk.session import Session
from hrddesk.store import database, vault
from hrddesk.store.vault import VaultFolder


def _fails(number: int) -> object:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_full_disk_leaves_the_old_keys(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (session.folder / "keys.bin").read_bytes()
    monkeypatch.setattr(os, "fsync", _fails(28))
    with pytest.raises(DiskFull):
        vault.write_keys(session.folder, bytes(4096))
    monkeypatch.undo()
    assert (session.folder / "keys.bin").read_bytes() == before
    assert not (session.folder / "keys.bin.new").exists()


def test_what_a_kill_left_beside_the_keys_is_in_nobodys_way(session: Session) -> None:
    (session.folder / "keys.bin.new").write_bytes(b"half")
    keys = (session.folder / "keys.bin").read_bytes()
    vault.write_keys(session.folder, keys)
    assert (session.folder / "keys.bin").read_bytes() == keys
    assert not (session.folder / "keys.bin.new").exists()


def test_keys_that_cannot_be_read_are_said_to_be_so(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "open", _fails(13))
    with pytest.raises(VaultReadOnly):
        vault.read_keys(session.folder)


def test_a_vault_whose_database_is_cut_short_is_let_go_again(session: Session) -> None:
    session.close()
    (session.folder / "db.sqlite").write_bytes(b"short")
    for _ in range(2):  # the second would say "in use" had the first kept hold
        with pytest.raises(DatabaseDamaged):
            VaultFolder.hold(session.folder, bytes(32))


def test_releasing_twice_is_harmless(session: Session) -> None:
    session.close()
    session._held.release()
    held = VaultFolder.hold(session.folder, bytes(32))
    session._held.release()
    held.release()
    assert database.read_salt(session.folder / "db.sqlite")
