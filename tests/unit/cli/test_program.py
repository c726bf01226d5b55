"""The command line as a whole: codes, errors without secrets, no traceback."""

import argparse
import getpass
import io
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from hrddesk.actions.records import cases
from hrddesk.cli import help as help_pages
from hrddesk.cli import main, program
from hrddesk.cli.console import terminal
from hrddesk.errors import NotAVault, SecretUnreadable, WrongSecret
from hrddesk.system import paths
from hrddesk.system.interruption import Interrupted
from hrddesk.system.jobs import Cancelled
from tests.unit.cli.conftest import Desk


def test_exit_codes_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help", "exit-codes", "--json"]) == 0
    codes = {item["code"]: item["name"] for item in json.loads(capsys.readouterr().out)}
    assert codes[0] == "Done"
    assert codes[2] == "Usage"
    assert codes[WrongSecret.exit_code] == "WrongSecret"
    assert codes[NotAVault.exit_code] == "NotAVault"
    assert len(codes) > 50


def test_a_command_is_known_by_its_module_alone_as_by_all() -> None:
    """What brings one command is loaded for it, since loading all takes three times as long."""

    def known(command: str = "") -> dict[str, str]:
        (brought,) = (
            each for each in program.parser(command)._actions if isinstance(each, argparse._SubParsersAction)
        )
        return {name: inner.format_help() for name, inner in brought.choices.items()}

    every = known()
    assert every.keys() == {name for brought in program.GROUPS.values() for name in brought.split()}
    for brought in program.GROUPS.values():
        names = brought.split()
        assert known(names[-1]) == {name: every[name] for name in names}
    assert known("nothing") == every


def test_help_pages_are_listed_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help"]) == 0
    pages = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert "exit-codes" in pages
    assert main(["help", pages[1]]) == 0
    assert capsys.readouterr().out.startswith("# ")
    assert main(["help", "no-such-page"]) == 42


def test_help_is_in_the_language_that_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def said(*words: str) -> str:
        assert main(["help", *words]) == 0
        return capsys.readouterr().out

    for name in _SAYS_THE_LANGUAGE:
        monkeypatch.delenv(name, raising=False)
    files = paths.resources() / "help"
    pages = {name: (files / name / "publish.md").read_text("utf-8") for name in ("en", "zh_CN")}
    english, chinese = (said("--language", language) for language in ("en", "zh"))
    assert (said("publish"), said()) == (pages["en"], english)
    assert said("publish", "--language", "zh") == pages["zh_CN"]
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert (said("publish"), said()) == (pages["zh_CN"], chinese)
    assert said("publish", "--language", "en") == pages["en"]
    titles = {page.splitlines()[0].removeprefix("# ") for page in pages.values()}
    assert {line[8:].strip() for line in (english + chinese).splitlines() if line[:8] == "publish "} == titles
    assert main(["help", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [line.split()[0] for line in english.splitlines()]


_SAYS_THE_LANGUAGE = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")


@pytest.mark.parametrize(
    ("found", "chinese"),
    [
        ({}, False),
        ({"LANG": "C"}, False),
        ({"LANG": "POSIX"}, False),
        ({"LANG": "C.UTF-8", "LANGUAGE": "zh_CN"}, True),
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LANG": "zh_TW"}, True),
        ({"LANG": "zha_CN"}, False),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, False),
        ({"LC_ALL": "", "LANG": "zh_CN.UTF-8"}, True),
        ({"LC_MESSAGES": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, True),
        ({"LC_MESSAGES": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, False),
        ({"LC_CTYPE": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, False),
        ({"LANGUAGE": "zh_CN:en", "LANG": "en_US.UTF-8"}, True),
        ({"LANGUAGE": "en:zh_CN", "LANG": "zh_CN.UTF-8"}, False),
        ({"LANGUAGE": "zh_CN"}, False),
    ],
)
def test_the_language_is_that_which_the_window_chooses(found: dict[str, str], chinese: bool) -> None:
    bare = {name: value for name, value in os.environ.items() if name not in _SAYS_THE_LANGUAGE}
    command = [
        sys.executable,
        "-c",
        "from hrddesk_ui.words.translation import of_system; print(of_system().value)",
    ]
    ran = subprocess.run(command, env=bare | found, capture_output=True, check=True, text=True)
    assert (
        help_pages.language_of(found) == ran.stdout.strip().removesuffix("_CN") == ("zh" if chinese else "en")
    )


@pytest.mark.parametrize("words", [["nonsense"], [], ["case", "list", "--nonsense"], ["case", "list", "a=b"]])
def test_wrong_usage_is_two(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


def test_an_error_is_words_and_a_code(desk: Desk) -> None:
    desk.secret.write_text("wrong\n", "utf-8")
    assert desk.run("case", "list", code=WrongSecret.exit_code) == ""
    assert desk.complaint.startswith("hrddesk: Wrong passphrase")
    assert main(["case", "list"]) == NotAVault.exit_code


@pytest.mark.parametrize("error", [Cancelled(), KeyboardInterrupt()])
def test_an_interruption_has_its_code(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def stop(*_: object) -> None:
        raise error

    monkeypatch.setattr(cases, "list_ids", stop)
    desk.run("case", "list", code=program.INTERRUPTED)


def test_a_bug_shows_places_and_no_words(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        raise ValueError("the name of somebody")
    except ValueError as error:
        program.report_bug(type(error), error, error.__traceback__)
    said = capsys.readouterr().err
    assert "ValueError" in said
    assert "test_program.py" in said
    assert "somebody" not in said


def test_a_signal_that_could_not_be_raised_is_not_a_bug(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    program.report_bugs_everywhere()

    class Ends:
        def __init__(self, error: BaseException) -> None:
            self.error = error

        def __del__(self) -> None:
            raise self.error

    Ends(Interrupted(signal.SIGTERM))
    assert capsys.readouterr().err == ""
    Ends(ValueError("the name of somebody"))
    assert "ValueError at test_program.py" in capsys.readouterr().err


def test_a_reader_that_goes_away_is_no_error() -> None:
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", "import sys; from hrddesk.cli import main; sys.exit(main(sys.argv[1:]))"]
    running = subprocess.Popen(
        [*command, "help", "exit-codes"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(root)},
    )
    assert running.stdout is not None
    running.stdout.close()
    _, said = running.communicate(timeout=60)
    assert (running.returncode, said) == (0, b"")


def test_secrets_come_from_files_standard_input_or_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "p"
    file.write_bytes("\ufeff first line \r\nsecond\n".encode())
    assert terminal.read_line(str(file), "it") == " first line "
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"aus\nrest")))
    assert terminal.read_line("-", "it") == "aus"
    for content in (b"", b"\n", b"\xff\xfe\n"):
        file.write_bytes(content)
        with pytest.raises(SecretUnreadable):
            terminal.read_line(str(file), "it")
    with pytest.raises(SecretUnreadable):
        terminal.read_line(str(tmp_path / "missing"), "it")
    with pytest.raises(SecretUnreadable):
        terminal.read_words(str(tmp_path / "missing"))
    with pytest.raises(SecretUnreadable):
        terminal.ask("Passphrase")


def test_the_terminal_is_asked_without_echo(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["one", "one", "one", "two", ""])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(getpass, "getpass", lambda *_, **__: next(answers))
    args = program.common().parse_args([])
    args.weak_passphrase_accepted = True
    assert terminal.new_passphrase(args) == "one"
    with pytest.raises(SecretUnreadable):
        terminal.new_passphrase(args)
    with pytest.raises(SecretUnreadable):
        terminal.ask("Passphrase")


def test_nothing_printed_can_rewrite_the_terminal() -> None:
    assert terminal.printable("a\x1b[2Jb\u202ec\nd\te") == "a�[2Jb�c�d\te"


def test_progress_goes_to_standard_error_and_only_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    args = program.common().parse_args([])
    job = terminal.job(args)
    job.step(1, 2)
    job.step(2, 2)
    terminal.job(program.common().parse_args(["--quiet"])).step(1, 2)
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == "\r 50 % \r100 % \n"
