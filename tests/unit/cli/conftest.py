"""A vault, its passphrase in a file, and a way to run commands as a person would."""

import io
import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from hrddesk.cli import main, program
from hrddesk.session import Session

PASSPHRASE = "granite lantern orbit velvet"

_parser_made_once = cache(program.parser)


@pytest.fixture(autouse=True)
def parser_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let argparse be told of all commands once: it takes longer than most of them, and keeps nothing."""
    monkeypatch.setattr(program, "parser", _parser_made_once)


class Desk:
    """Runs commands against one vault."""

    def __init__(self, vault: Path, secret: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.vault = vault
        self.secret = secret
        self._capsys = capsys

    def run(self, *words: str, code: int = 0) -> str:
        """Run a command and return what it printed; it must end with `code`."""
        done = main([*words, "--vault", str(self.vault), "--passphrase-file", str(self.secret)])
        printed = self._capsys.readouterr()
        self.complaint = printed.err
        assert done == code, printed.err
        return printed.out

    def json(self, *words: str, code: int = 0) -> Any:
        """Run a command with --json and return its document."""
        return json.loads(self.run(*words, "--json", code=code))


class Nowhere(io.StringIO):
    """An output that takes nothing."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self._error = error

    def flush(self) -> None:
        raise self._error

    def fileno(self) -> int:
        return os.open(os.devnull, os.O_WRONLY)


@pytest.fixture
def desk(session: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A desk with an empty vault."""
    session.close()
    secret = tmp_path / "passphrase.txt"
    secret.write_text(PASSPHRASE + "\n", "utf-8")
    return Desk(session.folder, secret, capsys)
