"""What the window prints goes into the journal of the system: never what is shown or typed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
NAME = "Zqvx"

PROGRAM = f"""
import sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from hrddesk_ui.frame import app

class Broken:
    def __del__(self):
        raise KeyError("{NAME}")

def fail():
    raise KeyError("{NAME}")

def act():
    label = QLabel("{NAME}", app_of_qt().activeWindow())
    label.show()
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    broken = Broken()
    del broken
    QApplication.processEvents()
    print("shown", flush=True)
    QTimer.singleShot(0, QApplication.closeAllWindows)

app_of_qt = QApplication.instance
QTimer.singleShot(0, lambda: None)
real = app.App.start
def start(self, begin):
    real(self, begin)
    QTimer.singleShot(0, act)
app.App.start = start
sys.exit(app.main())
"""


@pytest.mark.timeout(120)
@pytest.mark.parametrize("way", ["variable", "file", "file of the desktop"])
def test_no_debug_output_and_no_bug_tells_what_is_shown(tmp_path: Path, way: str) -> None:
    rules = "*=true"
    variables = {name: value for name, value in os.environ.items() if not name.startswith(("COV", "QT_LOG"))}
    variables |= {"PYTHONPATH": str(CHECKOUT / "ui"), "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    variables |= {"QT_QPA_PLATFORM": "offscreen"}
    if way == "variable":
        variables["QT_LOGGING_RULES"] = rules
    else:
        place = tmp_path / "QtProject" / "qtlogging.ini" if "desktop" in way else tmp_path / "rules.ini"
        place.parent.mkdir(exist_ok=True)
        place.write_text(f"[Rules]\n{rules}\n", "ascii")
        if way == "file":
            variables["QT_LOGGING_CONF"] = str(place)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=CHECKOUT,
        env=variables,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.stdout == "shown\n", done.stderr[-2000:]
    assert done.stderr.count("builtins.KeyError") == 2
    assert NAME not in done.stderr
    assert "qt.text" not in done.stderr
    assert "ucs4" not in done.stderr
