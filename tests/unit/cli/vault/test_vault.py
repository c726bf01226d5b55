"""hrddesk vault"""

import errno
import json
import os
from pathlib import Path

import pytest

from hrddesk.actions.vault import vaults
from hrddesk.cli import main
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import (
    OutputFailed,
    VaultCheckFailed,
    VaultExists,
    VaultReadOnly,
    WeakPassphrase,
    WrongSecret,
)
from hrddesk.store.vault.session import Session
from tests.unit.cli.conftest import PASSPHRASE, Desk, Nowhere


@pytest.fixture(autouse=True)
def _floor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrddesk.crypto.kdf.calibrate", lambda: FLOOR)


def test_a_vault_is_made_opened_and_recovered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    vault, secret, words = tmp_path / "a.hrdv", tmp_path / "p", tmp_path / "w"
    secret.write_text("granite lantern orbit velvet\n")
    assert main(["vault", "new", str(vault), "--passphrase-file", str(secret), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert len(document["recovery_words"]) == 24
    assert main(["vault", "info", "--vault", str(vault), "--json"]) == 0
    info = json.loads(capsys.readouterr().out)
    assert info["vault"] == document["vault"]
    assert [slot["type"] for slot in info["slots"]] == ["passphrase", "recovery"]
    assert main(["vault", "new", str(vault), "--passphrase-file", str(secret)]) == VaultExists.exit_code
    words.write_text("\n".join(document["recovery_words"]))
    new = tmp_path / "n"
    new.write_text("velvet orbit granite lantern\n")
    recover = ["--vault", str(vault), "--recovery-file", str(words), "--new-passphrase-file", str(new)]
    assert main(["vault", "recover", *recover]) == 0
    assert (
        main(["vault", "check", "--vault", str(vault), "--passphrase-file", str(secret)])
        == WrongSecret.exit_code
    )
    assert main(["vault", "check", "--vault", str(vault), "--passphrase-file", str(new)]) == 0


def test_words_are_printed_once_for_people(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrddesk.cli.console.terminal.ask", lambda _: "granite lantern orbit velvet")
    assert main(["vault", "new", str(tmp_path / "a.hrdv")]) == 0
    printed = capsys.readouterr().out
    assert "24 " in printed
    assert "granite" not in printed


def test_check_prints_its_report_whatever_it_found(desk: Desk) -> None:
    desk.run("case", "new", "--title", "x")
    report = desk.json("vault", "check")
    assert report["ok"] is True
    assert report["cases"] == 1
    assert report["history"]["count"] == 1
    assert len(report["history"]["head"]) == 64
    (desk.vault / "head.bin").unlink()
    report = desk.json("vault", "check", code=VaultCheckFailed.exit_code)
    assert report["ok"] is False
    assert report["damage"][0]["code"] == "rollback"
    assert "PROBLEM" in desk.run("vault", "check", code=VaultCheckFailed.exit_code)
    desk.run("case", "list")
    assert "head.bin" in desk.complaint


def test_check_prints_its_report_even_where_nothing_opens(desk: Desk) -> None:
    raw = bytearray((desk.vault / "db.sqlite").read_bytes())
    raw[100] ^= 1
    (desk.vault / "db.sqlite").write_bytes(raw)
    report = desk.json("vault", "check", code=VaultCheckFailed.exit_code)
    assert report["ok"] is False
    assert report["cases"] is None
    assert report["damage"]
    assert "an unknown number of cases" in desk.run("vault", "check", code=VaultCheckFailed.exit_code)


def test_check_prints_its_report_where_nothing_can_be_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = desk.json("case", "new", "--title", "x")["ref"]
    head = (desk.vault / "head.bin").read_bytes()
    older = (desk.vault / "db.sqlite").read_bytes()
    desk.run("case", "edit", ref, "title=y")
    before = {path: path.read_bytes() for path in desk.vault.iterdir() if path.is_file()}
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anything
    report = desk.json("vault", "check")
    assert report["ok"] is True
    assert report["cases"] == 1
    assert {path: path.read_bytes() for path in desk.vault.iterdir() if path.is_file()} == before
    assert [case["ref"] for case in desk.json("case", "list")] == [ref]  # what only reads is done
    desk.run("case", "edit", ref, "title=z", code=VaultReadOnly.exit_code)
    (desk.vault / "db.sqlite").write_bytes(older)
    report = desk.json("vault", "check", code=VaultCheckFailed.exit_code)
    assert [item["code"] for item in report["damage"]] == ["rollback"]
    (desk.vault / "head.bin").write_bytes(head)
    for name in ("db.sqlite-wal", "db.next", "head.next"):
        (desk.vault / name).touch()
        assert desk.json("vault", "check")["ok"] is True
        (desk.vault / name).write_bytes(b"x")
        report = desk.json("vault", "check", code=VaultCheckFailed.exit_code)
        assert [item["where"] for item in report["damage"]] == [name]
        (desk.vault / name).unlink()
    (desk.vault / "db.sqlite").write_bytes(older[:100] + b"\0" + older[101:])
    report = desk.json("vault", "check", code=VaultCheckFailed.exit_code)
    assert report["ok"] is False
    assert "rollback" not in {item["code"] for item in report["damage"]}


def test_an_alarm_ends_when_it_is_acknowledged(desk: Desk) -> None:
    (desk.vault / "head.bin").unlink()
    desk.run("case", "new", "--title", "x")
    desk.run("case", "list")
    assert "head.bin" in desk.complaint
    assert desk.json("vault", "acknowledge") == {"acknowledged": 1}
    desk.run("case", "list")
    assert "head.bin" not in desk.complaint
    assert desk.json("vault", "check")["ok"] is True
    assert desk.json("vault", "acknowledge") == {"acknowledged": 0}


def test_a_passphrase_is_changed(desk: Desk, tmp_path: Path) -> None:
    new = tmp_path / "n"
    new.write_text("woaibeijing1989\n")
    change = ("vault", "passphrase", "--new-passphrase-file", str(new))
    desk.run(*change, code=WeakPassphrase.exit_code)
    desk.run("case", "list")
    desk.run(*change, "--weak-passphrase-accepted")
    desk.run("case", "list", code=WrongSecret.exit_code)
    desk.secret.write_text("woaibeijing1989\n")
    desk.run("case", "list")
    assert vaults.info(desk.vault).generation > 0


def test_a_weak_passphrase_makes_no_vault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    vault, secret = tmp_path / "a.hrdv", tmp_path / "p"
    secret.write_text("woaibeijing1989\n")
    command = ["vault", "new", str(vault), "--passphrase-file", str(secret)]
    assert main(command) == WeakPassphrase.exit_code
    assert "woaibeijing" not in capsys.readouterr().err
    assert not vault.exists()
    assert main([*command, "--weak-passphrase-accepted"]) == 0


@pytest.mark.parametrize("number", [errno.EPIPE, errno.ENOSPC])
def test_a_vault_whose_recovery_words_cannot_be_shown_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    secret = tmp_path / "p"
    secret.write_text("granite lantern orbit velvet\n")
    monkeypatch.setattr("sys.stdout", Nowhere(OSError(number, os.strerror(number))))
    command = ["vault", "new", str(tmp_path / "a.hrdv"), "--passphrase-file", str(secret)]
    assert main(command) == OutputFailed.exit_code
    assert [path.name for path in tmp_path.iterdir()] == ["p"]


def test_recovery_words_are_shown_however_quiet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secret = tmp_path / "p"
    secret.write_text("granite lantern orbit velvet\n")
    assert main(["vault", "new", str(tmp_path / "a.hrdv"), "--passphrase-file", str(secret), "--quiet"]) == 0
    assert "24 " in capsys.readouterr().out


def test_a_check_reports_a_database_or_a_history_key_that_is_gone(desk: Desk) -> None:
    with Session.open(desk.vault, PassphraseSecret(PASSPHRASE)) as session:
        session.store.db.execute("DELETE FROM setting WHERE name = 'history_key'")
    found = desk.json("vault", "check", code=VaultCheckFailed.exit_code)
    assert [item["where"] for item in found["damage"]] == ["the history key"]
    (desk.vault / "db.sqlite").unlink()
    found = desk.json("vault", "check", code=VaultCheckFailed.exit_code)
    assert not found["ok"]
    assert found["cases"] is None
    assert [item["where"] for item in found["damage"]] == ["db.sqlite"]
