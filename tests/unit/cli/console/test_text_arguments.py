"""Texts, names and decisions come from a file or standard input as well as from an argument."""

import io
import os
from pathlib import Path

import pytest

from hrddesk.cli import program
from hrddesk.cli.console import text_arguments
from hrddesk.errors import FileUnreadable
from tests.unit.cli.conftest import Desk


class _Given(io.TextIOWrapper):
    """A standard input that holds a text."""

    def __init__(self, text: str, *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(text.encode()), encoding="utf-8")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


def _read(*arguments: str) -> list[str]:
    return text_arguments.read_in(arguments)


def test_a_text_comes_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "text"
    file.write_text("Odal Brisk\nsecond line\n", "utf-8")
    said = "Odal Brisk\nsecond line"
    assert _read("search", f"@{file}") == ["search", said]
    assert _read(f"title=@{file}", f"--note=@{file}") == [f"title={said}", f"--note={said}"]
    assert _read("@@handle", "note=@@handle") == ["@handle", "note=@handle"]
    assert _read("a@b.example", "x = @y", "--vault", "./@v") == ["a@b.example", "x = @y", "--vault", "./@v"]


def test_a_text_comes_from_standard_input_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", _Given("古丽\n"))
    assert _read("search", "@-", "--json") == ["search", "古丽", "--json"]
    for twice in (("@-", "note=@-"), ("@-", "--passphrase-file", "-"), ("@-", "--passphrase-file=-")):
        with pytest.raises(FileUnreadable, match="one argument only"):
            _read(*twice)


def test_a_terminal_is_asked(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", _Given("Odal\n", terminal=True))
    assert _read("@-", "--passphrase-file", "-") == ["Odal", "--passphrase-file", "-"]
    assert "Type the text" in capsys.readouterr().err


@pytest.mark.parametrize("content", [None, b"\xff", b"x" * 65_537, b"a\0b"])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "text"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(FileUnreadable, match="@@"):
        _read(f"@{file}")


def test_a_command_takes_all_of_it_so(desk: Desk, tmp_path: Path) -> None:
    title, name, note = (tmp_path / word for word in ("title", "name", "note"))
    title.write_text("The printers of Willow Lane\n", "utf-8")
    name.write_text("Odal Brisk@Latn", "utf-8")
    note.write_text("first\nsecond", "utf-8")
    case = desk.json("case", "new", "--title", f"@{title}")
    assert case["title"] == "The printers of Willow Lane"
    desk.run("party", "new", "--name", f"@{name}", "--case", case["ref"], "--role", "subject")
    desk.run("case", "edit", case["ref"], f"note=@{note}")
    assert desk.json("case", "show", case["ref"])["note"] == "first\nsecond"
    name.write_text("Odal Brisk", "utf-8")
    assert "Odal Brisk" in desk.run("search", f"@{name}")
    desk.run("case", "new", "--title", f"@{tmp_path / 'missing'}", code=FileUnreadable.exit_code)
    assert os.fspath(tmp_path / "missing") in desk.complaint


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["search", "Vero", "--kind", "@FILE"], "argument --kind: write one of: "),
        (["case", "show", "C-1", "@FILE"], "not understood: @FILE"),
        (["case", "show", "C-1", "--passphrase=@FILE"], "not understood: --passphrase=@FILE"),
        (["case", "show", "C-1", "--json=@FILE"], "argument --json: it takes no value"),
        (["case", "@FILE"], "argument COMMAND: write one of: "),
        (["@FILE"], "argument COMMAND: write one of: "),
        (["identity", "epoch", "@FILE"], "argument DAYS: write a whole number"),
        (["history", "undo", "@FILE"], "this is not the number of anything"),
        (["picture", "box", "E-1", "--add", "@FILE"], "write LEFT,TOP,WIDTH,HEIGHT in pixels"),
    ],
)
@pytest.mark.parametrize("text", ["owl raft", "-hidden owl raft", "--owl raft"])
def test_wrong_usage_is_said_without_the_text_of_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], says: str, text: str
) -> None:
    """The attack: a file with a passphrase is given in the wrong place, and the terminal shows it."""
    file = tmp_path / "secret"
    file.write_text(f"{text}\n", "utf-8")
    with pytest.raises(SystemExit) as ended:
        program.parse([word.replace("FILE", str(file)) for word in words])
    said = capsys.readouterr().err
    assert "owl" not in said
    assert "idden" not in said
    if text == "owl raft":  # what begins with a hyphen may be taken for an option, such as -h
        assert ended.value.code == program.USAGE
        assert says.replace("FILE", str(file)) in said
