"""A vault, its passphrase in a file, and a way to run commands as a person would."""

import io
import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from hrddesk.cli import main, program
from hrddesk.store.vault.session import Session

PASSPHRASE = "granite lantern orbit velvet"
ACCEPTED = ("--accept-all-risks", "for the test")
_PARTIES = """party,kind,names,occupations
p1,person,Vero Lunt@Latn:main,lawyer
p2,person,缪屿@Hans:main,
"""
_EVENTS = """event,party,type,date,place
e1,p1,detained,2020-02-06,Vero Lunt's house
e2,p2,detained,2020,
"""

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


def ref_of(desk: Desk, name: str) -> str:
    """Return the reference of the party that is called so."""
    return str(next(party["ref"] for party in desk.json("party", "list") if name in party["name"]))


def confirmed(desk: Desk, ref: str, profile: str) -> dict[str, Any]:
    """Confirm a text as it is shown."""
    review = ("text", "review", ref, "--profile", profile)
    return dict(desk.json(*review, "--seen", desk.json(*review)["seen"]))


def words_of(pdf: Path) -> str:
    """Return the words of a PDF."""
    return " ".join("".join(page.extract_text() for page in PdfReader(pdf).pages).split())


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


@pytest.fixture
def cases(desk: Desk, tmp_path: Path) -> list[str]:
    """The references of two public cases; the first has a narrative."""
    kit = tmp_path / "kit"
    kit.mkdir()
    (kit / "parties.csv").write_text(_PARTIES, "utf-8")
    (kit / "events.csv").write_text(_EVENTS, "utf-8")
    desk.run("import", str(kit), "--visibility", "public")
    refs = [row["ref"] for row in desk.json("case", "list")]
    desk.run(
        "case", "edit", refs[0], "narrative=Vero Lunt met 缪屿. Call 13800138000, id 11010519491231002X."
    )
    return refs
