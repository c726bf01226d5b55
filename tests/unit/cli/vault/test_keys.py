"""hrddesk vault propose-passphrase, passphrase, recover, keyfile, make-keyfile, recalibrate, rotate"""

import errno
import os
from pathlib import Path

import pytest

from hrddesk.actions.vault import passphrases
from hrddesk.cli import main
from hrddesk.crypto.kdf import FLOOR, Argon2Params
from hrddesk.errors import (
    KeyfileNeeded,
    KeyfileNotUsed,
    OutputFailed,
    PassphraseNeeded,
    SecretUnreadable,
    TargetExists,
    WrongSecret,
)
from tests.unit.cli.conftest import Desk, Nowhere

STRONGER = Argon2Params(FLOOR.m_kib + 1024, 3, 4)


@pytest.fixture(autouse=True)
def _floor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrddesk.crypto.kdf.calibrate", lambda: FLOOR)


def _words(path: Path, words: list[str]) -> str:
    path.write_text(" ".join(words))
    return str(path)


def _types(desk: Desk) -> list[str]:
    return [slot["type"] for slot in desk.json("vault", "info")["slots"]]


def test_a_proposed_passphrase_is_strong_and_another_each_time(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    proposed = desk.json("vault", "propose-passphrase")["passphrase"]
    assert passphrases.judge(proposed, proposed) is passphrases.Strength.STRONG
    assert main(["vault", "propose-passphrase", "--quiet"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert len(line.split()) == 6
    assert line != proposed


def test_recovery_words_that_cannot_be_asked_for_are_called_that(desk: Desk) -> None:
    desk.run("vault", "recover", code=SecretUnreadable.exit_code)
    assert "use --recovery-file" in desk.complaint


def test_a_vault_with_a_keyfile_from_its_first_day_to_its_loss(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key, new, desk.vault = str(tmp_path / "key"), tmp_path / "n", tmp_path / "b.hrdv"
    desk.run("vault", "make-keyfile", key)
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600
    desk.run("vault", "make-keyfile", key, code=TargetExists.exit_code)
    command = ["vault", "new", str(desk.vault), "--passphrase-file", str(desk.secret), "--keyfile", key]
    assert main([*command, "--quiet"]) == 0
    printed = capsys.readouterr().out.splitlines()[-4:]
    words = [word for word in " ".join(printed).split() if not word.isdigit()]
    assert _types(desk) == ["keyfile", "recovery"]
    desk.run("case", "list", code=KeyfileNeeded.exit_code)
    desk.run("case", "list", "--keyfile", key)
    new.write_text("velvet orbit granite lantern\n")
    changed = desk.json("vault", "passphrase", "--keyfile", key, "--new-passphrase-file", str(new))
    assert changed["keyfile"] is True
    desk.secret = new
    desk.run("case", "list", "--keyfile", key)
    Path(key).unlink()
    desk.run("case", "list", "--keyfile", key, code=SecretUnreadable.exit_code)
    paper = _words(tmp_path / "w", words)
    said = desk.run("vault", "recover", "--recovery-file", paper, "--new-passphrase-file", str(new))
    assert "No keyfile is needed any more" in said
    desk.run("case", "list")


def test_a_keyfile_is_added_and_removed(desk: Desk, tmp_path: Path) -> None:
    key, empty = tmp_path / "photo.jpg", tmp_path / "empty"
    key.write_bytes(os.urandom(100_000))
    empty.touch()
    desk.run("case", "list", "--keyfile", str(key), code=KeyfileNotUsed.exit_code)
    desk.run("vault", "keyfile", str(empty), code=SecretUnreadable.exit_code)
    assert "must never change" in desk.run("vault", "keyfile", str(key))
    desk.run("case", "list", code=KeyfileNeeded.exit_code)
    assert desk.json("vault", "keyfile", "--remove", "--keyfile", str(key))["keyfile"] is False
    desk.run("case", "list")
    with pytest.raises(SystemExit):
        main(["vault", "keyfile"])


def test_new_recovery_words_replace_the_old(desk: Desk, tmp_path: Path) -> None:
    first = _words(tmp_path / "w1", desk.json("vault", "recovery-words")["recovery_words"])
    assert "24 " in desk.run("vault", "recovery-words", "--quiet")
    desk.run("case", "list", "--recovery-file", first, code=WrongSecret.exit_code)
    assert _types(desk) == ["passphrase", "recovery"]


def test_a_rotation_leaves_the_passphrase_and_gives_new_words(desk: Desk, tmp_path: Path) -> None:
    desk.run("case", "new", "--title", "kept")
    first = _words(tmp_path / "w1", desk.json("vault", "recovery-words")["recovery_words"])
    desk.run("vault", "rotate", "--recovery-file", first, code=PassphraseNeeded.exit_code)
    done = desk.json("vault", "rotate")
    assert [slot["type"] for slot in done["slots"]] == ["passphrase", "recovery"]
    desk.run("case", "list", "--recovery-file", first, code=WrongSecret.exit_code)
    second = _words(tmp_path / "w2", done["recovery_words"])
    assert "kept" in desk.run("case", "list", "--recovery-file", second)
    report = desk.json("vault", "check")
    assert report["ok"] is True
    assert report["cases"] == 1


@pytest.mark.parametrize("command", ["rotate", "recovery-words"])
def test_words_that_nobody_could_see_are_an_error(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr("sys.stdout", Nowhere(OSError(errno.EPIPE, "Broken pipe")))
    desk.run("vault", command, code=OutputFailed.exit_code)
    monkeypatch.undo()
    desk.run("case", "list")
    assert "nobody may have the recovery words on paper" in desk.complaint
    desk.run("vault", command)
    desk.run("case", "list")
    assert desk.complaint == ""


def test_words_that_were_proven_stay_so_where_new_ones_did_not_come(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "wrong").write_text("velvet orbit granite lantern\n")
    for command in ("rotate", "recovery-words"):
        wrong = Desk(desk.vault, tmp_path / "wrong", capsys)
        wrong.run("vault", command, code=WrongSecret.exit_code)
    desk.run("case", "list")
    assert desk.complaint == ""


def test_a_file_of_keys_with_a_second_name_is_told_of(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "second").hardlink_to(desk.vault / "keys.bin")
    desk.run("case", "list")
    assert "keys.bin is a link or has a second name" in desk.complaint


def test_recovery_asks_for_the_words_at_the_terminal(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = desk.json("vault", "recovery-words")["recovery_words"]
    answers = iter([" ".join(words), "velvet orbit granite lantern", "velvet orbit granite lantern"])
    monkeypatch.setattr("hrddesk.cli.console.terminal.ask", lambda *_: next(answers))
    assert main(["vault", "recover", "--vault", str(desk.vault)]) == 0
    desk.secret.write_text("velvet orbit granite lantern\n")
    desk.run("case", "list")


def test_a_guess_never_gets_cheaper(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrddesk.crypto.kdf.calibrate", lambda: STRONGER)
    done = desk.json("vault", "recalibrate")
    assert (done["before"]["m_kib"], done["after"]["m_kib"]) == (FLOOR.m_kib, STRONGER.m_kib)
    monkeypatch.setattr("hrddesk.crypto.kdf.calibrate", lambda: FLOOR)
    assert "65 MiB; it was 65 MiB" in desk.run("vault", "recalibrate")
