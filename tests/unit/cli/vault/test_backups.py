"""hrddesk vault backup, restore, restore-test, backups, wipe"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.cli import main
from hrddesk.errors import (
    BackupDamaged,
    NotABackup,
    NotAVault,
    VaultCheckFailed,
    WipeNotConfirmed,
    WrongSecret,
)
from tests.unit.actions.desk import WORDS, new_vault
from tests.unit.cli.conftest import PASSPHRASE

Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command that is opened by the recovery words; return what it printed."""
    words = tmp_path / "words"
    words.write_text(WORDS)

    def run(*command: str, code: int = 0, out: bool = True) -> str:
        done = main([*command, "--recovery-file", str(words)])
        printed = capsys.readouterr()
        assert done == code, printed.err
        return printed.out if out else printed.err

    return run


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return new_vault(tmp_path / "desk.hrdv", "full")


def test_backup_test_and_restore(run: Run, vault: Path, tmp_path: Path) -> None:
    file, new = tmp_path / "b.tar", tmp_path / "new.hrdv"
    made = json.loads(run("vault", "backup", str(file), "--vault", str(vault), "--json"))
    assert (made["file"], made["size"], made["damage"]) == (str(file), file.stat().st_size, [])
    assert "restore-test" in run("vault", "backup", str(file), "--vault", str(vault))
    tried = json.loads(run("vault", "restore-test", str(file), "--vault", str(vault), "--json"))
    assert (tried["ok"], tried["cases"], tried["evidence"], tried["damage"]) == (True, 15, 4, [])
    assert "It can be restored" in run("vault", "restore-test", str(file), "--vault", str(vault))
    assert "restore-test" not in run("vault", "backup", str(tmp_path / "c.tar"), "--vault", str(vault))
    listed = json.loads(run("vault", "backups", "--vault", str(vault), "--json"))
    assert [(row["file"], row["tested"], row["state"]) for row in listed] == [
        (str(tmp_path / "c.tar"), False, "whole"),
        (str(file), True, "whole"),
    ]
    assert "a restore was tried" in run("vault", "backups", "--vault", str(vault))
    restored = json.loads(run("vault", "restore", str(file), str(new), "--json"))
    assert (restored["folder"], restored["damage"]) == (str(new), [])
    checked = json.loads(run("vault", "check", "--vault", str(new), "--json"))
    assert (checked["ok"], checked["cases"], checked["evidence"]) == (True, 15, 4)
    assert "Go on with this one only" in run("vault", "restore", str(file), str(tmp_path / "again.hrdv"))


def test_what_is_wrong_has_its_own_code(run: Run, vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "b.tar"
    run("vault", "backup", str(file), "--vault", str(vault))
    secret = tmp_path / "p"
    secret.write_text("wrong\n")
    raw = file.read_bytes()
    to = str(tmp_path / "new.hrdv")
    assert (
        main(["vault", "restore", str(file), to, "--passphrase-file", str(secret)]) == WrongSecret.exit_code
    )
    (tmp_path / "cut.tar").write_bytes(raw[:-3000])
    run("vault", "restore", str(tmp_path / "cut.tar"), to, code=BackupDamaged.exit_code)
    (tmp_path / "other.tar").write_bytes(b"x" * 10000)
    run("vault", "restore", str(tmp_path / "other.tar"), to, code=NotABackup.exit_code)
    assert not Path(to).exists()


def test_damage_is_told_whatever_is_done_with_it(run: Run, vault: Path, tmp_path: Path) -> None:
    victim = next(vault.glob("att/??/*"))
    victim.unlink()
    file = tmp_path / "b.tar"
    assert "damaged: evidence" in run("vault", "backup", str(file), "--vault", str(vault), out=False)
    code = VaultCheckFailed.exit_code
    words = run("vault", "restore-test", str(file), "--vault", str(vault), code=code)
    assert "It is not whole" in words
    (vault / "head.bin").unlink()
    run("vault", "backup", str(tmp_path / "c.tar"), "--vault", str(vault))
    told = run("vault", "restore", str(tmp_path / "c.tar"), str(tmp_path / "new.hrdv"), out=False)
    assert "damaged: evidence" in told
    assert "head.bin" in told


def test_a_vault_is_wiped_only_by_its_id(
    vault: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["vault", "info", "--vault", str(vault), "--json"]) == 0
    vault_id = json.loads(capsys.readouterr().out)["vault"]
    assert main(["vault", "wipe", "--vault", str(vault)]) == WipeNotConfirmed.exit_code
    assert "vault info" in capsys.readouterr().err
    wipe = ["vault", "wipe", "--vault", str(vault), "--yes-wipe"]
    assert main([*wipe, "yes"]) == WipeNotConfirmed.exit_code
    capsys.readouterr()
    assert main([*wipe, vault_id, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"wiped": str(vault), "left": []}
    assert not vault.exists()
    assert main([*wipe, vault_id]) == NotAVault.exit_code


def test_what_a_wipe_cannot_reach_is_said(
    vault: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    vault_id = (vault / "keys.bin").read_bytes()[16:32].hex()
    monkeypatch.setattr("hrddesk.store.vault.wiping.shutil.rmtree", lambda *_, **__: None)
    assert main(["vault", "wipe", "--vault", str(vault), "--yes-wipe", vault_id]) == 0
    printed = capsys.readouterr()
    for word in ("backups", "SSD", "bundles"):
        assert word in printed.out
    assert "could not be removed" in printed.err
    secret = vault.parent / "p"
    secret.write_text(PASSPHRASE)
    opened = main(["case", "list", "--vault", str(vault), "--passphrase-file", str(secret)])
    assert opened != 0
