"""The program's first lines, each start in a process of its own."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hrddesk.errors import WindowNotPossible


def start(*arguments: str, code: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    how = ["-c", f"import sys; sys.argv[0] = 'hrddesk'\n{code}"] if code else ["-m", "hrddesk"]
    return subprocess.run(
        [sys.executable, *how, *arguments],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        text=True,
        timeout=60,
        check=False,
        env=environment | variables,
    )


CALL = "from hrddesk.__main__ import main\nsys.exit(main())"


def test_help_is_printed_with_the_lock_in_force() -> None:
    code = "import atexit\nfrom hrddesk.system import lockdown\n"
    code += "atexit.register(lambda: print(lockdown.status().network_locked, file=sys.stderr))\n"
    done = start("--help", code=code + CALL)
    assert done.returncode == 0
    assert "bundle" in done.stdout
    assert done.stderr == "True\n"


def test_wrong_usage_has_its_exit_code_and_no_traceback() -> None:
    done = start("no-such-command")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_ctrl_c_ends_a_command_quietly_before_and_after_its_work() -> None:
    before = "import signal, importlib.abc\n"
    before += "class Find(importlib.abc.MetaPathFinder):\n"
    before += "    def find_spec(self, name, path, target=None):\n"
    before += "        if name == 'hrddesk.cli.program': signal.raise_signal(signal.SIGINT)\n"
    before += "sys.meta_path.insert(0, Find())\n"
    after = "import signal\nfrom hrddesk.cli import program\nlet_go = program._let_go_of_streams\n"
    after += "program._let_go_of_streams = lambda: (let_go(), signal.raise_signal(signal.SIGINT))\n"
    for code in (before, after):
        done = start("--version", code=code + CALL)
        assert done.returncode == -signal.SIGINT
        assert done.stderr == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_without_a_display_the_window_says_so() -> None:
    done = start()
    assert done.returncode == WindowNotPossible.exit_code
    assert done.stderr.startswith("hrddesk: The window cannot be opened: there is no display here.")


def test_without_the_libraries_of_qt_the_window_says_so() -> None:
    block = "sys.modules['PySide6.QtWidgets'] = None\n"
    done = start(code=block + CALL, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == WindowNotPossible.exit_code
    assert "PySide6.QtWidgets" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_layout_process_reads_its_model_from_standard_input() -> None:
    done = start("--layout")
    assert done.returncode != 0  # there is no model
    assert not done.stdout.startswith("%PDF")


def test_a_folder_of_our_name_in_the_current_one_is_not_taken_for_us(tmp_path: Path) -> None:
    trap = tmp_path / "hrddesk"
    trap.mkdir()
    (trap / "__init__.py").write_text("raise SystemExit('trapped')", "utf-8")
    (tmp_path / "ctypes.py").write_text("raise SystemExit('trapped')", "utf-8")
    done = subprocess.run(
        [sys.executable, "-I", "-m", "hrddesk", "--version"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("hrddesk ")
