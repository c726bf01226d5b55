"""Names that no file system takes, and what is there but is no file: told at once, and never waited for."""

import os
from pathlib import Path

import pytest

from hrddesk.crypto.kdf import FLOOR
from hrddesk.errors import FileUnreadable, NoBundlesFound, WriteFailed
from hrddesk.store.vault.session import Session
from tests.unit.cli.conftest import PASSPHRASE, Desk

READERS: tuple[tuple[str, ...], ...] = (
    ("bundle", "read"),
    ("bundle", "inspect"),
    ("contact", "add"),
    ("import",),
    ("import", "--dry-run"),
)
WRITERS: tuple[tuple[str, ...], ...] = (
    ("identity", "card"),
    ("identity", "keys"),
    ("export",),
    ("bundle", "write", "--to", "coordinator", "--all"),
    ("bundle", "receipts"),
)


@pytest.fixture
def known(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A desk with a verified contact."""
    Session.create(tmp_path / "other.hrdv", PASSPHRASE, FLOOR)[0].close()
    other = Desk(tmp_path / "other.hrdv", desk.secret, capsys)
    desk.json(
        "contact", "add", other.json("identity", "card", str(tmp_path))["file"], "--name", "coordinator"
    )
    words = " ".join(other.json("identity", "show")["words"])
    desk.run("contact", "verify", "coordinator", "--words", words)
    return desk


def test_a_name_that_is_too_long_is_told(known: Desk, tmp_path: Path) -> None:
    for name in ("x" * 300, "/".join(["x" * 200] * 30)):
        for command in READERS:
            known.run(*command, str(tmp_path / name), code=FileUnreadable.exit_code)
            assert "too long" in known.complaint
        for command in WRITERS:
            known.run(*command[:2], str(tmp_path / name), *command[2:], code=WriteFailed.exit_code)
            assert "too long" in known.complaint


@pytest.mark.timeout(60)
def test_a_pipe_is_refused_without_waiting_for_it(known: Desk, tmp_path: Path) -> None:
    pipe = tmp_path / "cases.csv"
    os.mkfifo(pipe)
    for command in READERS:
        known.run(*command, str(pipe), code=FileUnreadable.exit_code)
        assert "not a file" in known.complaint
    folder = tmp_path / "kit"
    folder.mkdir()
    (folder / "parties.csv").write_text("party\np1\n", "utf-8")
    os.mkfifo(folder / "events.csv")
    known.run("import", str(folder), code=FileUnreadable.exit_code)
    assert known.json("party", "list") == []
    (folder / "events.csv").unlink()
    (folder / "events.csv").mkdir()
    known.run("import", str(folder), code=FileUnreadable.exit_code)


def test_a_device_and_a_folder_are_no_files(known: Desk, tmp_path: Path) -> None:
    for command in READERS[:3]:
        known.run(*command, "/dev/zero", code=FileUnreadable.exit_code)
    (tmp_path / "folder").mkdir()
    for command in READERS[1:3]:
        known.run(*command, str(tmp_path / "folder"), code=FileUnreadable.exit_code)
    known.run("bundle", "read", str(tmp_path / "folder"), code=NoBundlesFound.exit_code)
    known.run("import", str(tmp_path / "missing"), code=FileUnreadable.exit_code)
