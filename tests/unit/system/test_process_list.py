"""What every account may read of this process: the list of processes. Threat T14."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hrddesk.system import process_list

CHECKOUT = Path(__file__).parents[3]
START = f"""
import sys
sys.path.insert(0, {str(CHECKOUT)!r})
sys.argv[0] = "hrddesk"
from hrddesk.__main__ import main
sys.exit(main())
"""
PROGRAM = """
import sys
from hrddesk.system import process_list
{act}
print("ready", sys.argv[1:], flush=True)
sys.stdin.read()
"""


def _shown(act: str, *arguments: str, **variables: str) -> tuple[bytes, bytes, str]:
    """Return what is shown of a process that did `act`, and what it knows of its arguments."""
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM.format(act=act), *arguments],
        cwd=CHECKOUT,
        env={**os.environ, **variables},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline().decode()
        folder = Path(f"/proc/{process.pid}")
        told = (folder / "cmdline").read_bytes(), (folder / "environ").read_bytes()
        process.communicate()
    return *told, said


@pytest.mark.skipif(sys.platform != "linux", reason="there is no such list")
def test_the_arguments_leave_the_list_and_the_program_keeps_them() -> None:
    words = ("search", "Gulnar Invented", "", "ܐ-\udcff")
    before, environment, _ = _shown("", *words)
    assert b"Gulnar" in before, "it can be seen where nothing is done"
    shown, same, said = _shown("process_list.hide_arguments()", *words)
    assert b"Gulnar" not in shown
    assert b"search" not in shown
    assert shown.startswith(os.fsencode(sys.executable))
    assert "Gulnar Invented" in said
    assert same.split(b"\0")[:3] == environment.split(b"\0")[:3]


@pytest.mark.skipif(sys.platform != "linux", reason="there is no such list")
def test_without_arguments_nothing_is_touched() -> None:
    shown, _, _ = _shown("process_list.hide_arguments()")
    assert b"process_list.hide_arguments()" in shown


@pytest.mark.skipif(sys.platform != "linux", reason="there is no such list")
def test_a_variable_is_forgotten_where_it_is_shown_too() -> None:
    assert b"HRDDESK_X=12" in _shown("", HRDDESK_X="12", HRDDESK_XY="13")[1]
    _, shown, _ = _shown(
        "assert process_list.forget_variable('HRDDESK_X') == '12'", HRDDESK_X="12", HRDDESK_XY="13"
    )
    assert b"HRDDESK_X=" not in shown
    assert b"HRDDESK_XY=13" in shown


def test_a_variable_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    assert process_list.forget_variable("HRDDESK_NOWHERE") == ""
    monkeypatch.setenv("HRDDESK_LATER", "1")
    assert process_list.forget_variable("HRDDESK_LATER") == "1"
    assert "HRDDESK_LATER" not in os.environ


def test_a_system_that_says_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(process_list, "Path", lambda _: tmp_path / "missing")
    process_list.hide_arguments()
    monkeypatch.setenv("HRDDESK_LATER", "1")
    assert process_list.forget_variable("HRDDESK_LATER") == "1"


@pytest.mark.skipif(sys.platform != "linux", reason="there is no such list")
def test_a_command_hides_what_it_was_given(tmp_path: Path) -> None:
    """The program itself, as it waits for a passphrase."""
    pipe = tmp_path / "passphrase"
    os.mkfifo(pipe)
    command = [sys.executable, "-I", "-c", START, "search", "Gulnar Invented"]
    command += ["--vault", str(tmp_path), "--passphrase-file", str(pipe)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        writer = os.open(pipe, os.O_WRONLY)  # it is open once the command reads it
        shown = Path(f"/proc/{process.pid}/cmdline").read_bytes()
        os.close(writer)
        process.wait(60)
    assert shown.startswith(os.fsencode(sys.executable))
    assert b"Gulnar" not in shown
