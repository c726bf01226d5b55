"""A vault that another has open, or that a newer program wrote: each command says so and changes nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import VaultInUse, VaultTooNew
from hrddesk.store.vault.session import Session
from tests.unit.actions.desk import tree
from tests.unit.cli.conftest import PASSPHRASE, Desk

COMMANDS = [
    "case list",
    "case new --title x",
    "export {out}",
    "history show x",
    "vault check",
    "vault head",
    "vault backup {out}",
    "vault passphrase --new-passphrase-file {secret}",
    "vault rotate",
]
"""Those that only read, those that write, and those that have a way of their own into a vault."""


def _newer_keys(vault: Path) -> None:
    raw = (vault / "keys.bin").read_bytes()
    (vault / "keys.bin").write_bytes(raw[:8] + b"\x02\x00" + raw[10:])


def _newer_tables(vault: Path) -> None:
    with Session.open(vault, PassphraseSecret(PASSPHRASE)) as session:
        version = session.store.db.execute("PRAGMA user_version").fetchone()[0]
        session.store.db.execute(f"PRAGMA user_version = {version + 1}")


def _all_refused(desk: Desk, code: int, words: str) -> None:
    before, out = tree(desk.vault), desk.vault.parent / "out"
    for command in COMMANDS:
        desk.run(*command.format(out=out, secret=desk.secret).split(), code=code)
        assert words in desk.complaint, command
        assert not out.exists(), command
        assert tree(desk.vault) == before, command


def test_a_vault_that_another_has_open(desk: Desk) -> None:
    with Session.open(desk.vault, PassphraseSecret(PASSPHRASE)):
        _all_refused(desk, VaultInUse.exit_code, "another window or command")


@pytest.mark.parametrize("make_newer", [_newer_keys, _newer_tables])
def test_a_vault_of_a_newer_version(desk: Desk, make_newer: Callable[[Path], None]) -> None:
    make_newer(desk.vault)
    _all_refused(desk, VaultTooNew.exit_code, "newer version")
