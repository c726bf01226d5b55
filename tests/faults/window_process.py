"""The window in a process of its own, as it is started by a person, and a hand in it that presses keys.

The hand listens on standard input for lines of Python, runs each in the window's thread, and answers with one
line of JSON. It is there again when the process was replaced: that runs the same program. What is typed comes
through this pipe; it stands in no argument and no variable.
"""

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

CHECKOUT = Path(__file__).resolve().parents[2]

PROGRAM = """
import json, os, sys, time
BEGAN = time.monotonic()
sys.path[:0] = ["ui"]
from pathlib import Path
from PySide6.QtCore import QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from hrddesk.crypto import kdf
from hrddesk_ui.frame import app as ui_app

kdf.calibrate = lambda *_: kdf.FLOOR
APP = None
CONTROL = Qt.KeyboardModifier.ControlModifier

def window():
    return APP.window

def case_page():
    return window().frame.page("cases")

def typed_title():
    return case_page().new_form.title.text()

def focus():
    return QApplication.activePopupWidget() or QApplication.focusWidget() or window()

def text(words):
    QTest.keyClicks(focus(), words)

def key(name):
    QTest.keySequence(focus(), QKeySequence(name))

def press(name, to=None):
    combination = QKeySequence(name)[0]
    target = QApplication.focusWindow() or window().windowHandle()
    QTest.keyClick(target, combination.key(), combination.keyboardModifiers())

def answer(value):
    os.write(1, json.dumps(value).encode() + b"\\n")

def hear():
    command = b""
    while not command.endswith(b"\\n"):
        got = os.read(0, 65536)
        if not got:
            os._exit(9)
        command += got
    source = json.loads(command)
    space = globals()
    try:
        try:
            value = eval(source, space)
        except SyntaxError:
            exec(source, space)
            value = None
    except BaseException as error:
        answer({"error": repr(error)})
    else:
        answer({"value": value})

def begin(self, resume, start=ui_app.App.start):
    global APP, EAR
    APP = self
    start(self, resume)
    EAR = QSocketNotifier(0, QSocketNotifier.Type.Read)
    EAR.activated.connect(hear)
    def look():
        window().activateWindow()  # there may be no window manager to do it
        if window().isActiveWindow():
            answer({"began": BEGAN, "shown": time.monotonic(), "pid": os.getpid()})
        else:
            QTimer.singleShot(10, look)
    look()

ui_app.App.start = begin
sys.argv = ["hrddesk"]
from hrddesk.__main__ import main
sys.exit(main())
"""


class WindowProcess:
    """A window that is told what to do."""

    def __init__(
        self, home: Path, *, before: Sequence[str] = (), errors: IO[bytes] | None = None, **variables: str
    ) -> None:
        """`before` is put before the command (strace, say), `errors` takes what it says on standard error."""
        self._before, self._errors = before, errors
        self._environment = {**os.environ, "HOME": str(home), **variables}
        self._environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
        self.meanwhile: Callable[[], object] = lambda: None
        """What the test has to do itself while it waits."""

    def __enter__(self) -> Self:
        self.process = subprocess.Popen(
            [*self._before, sys.executable, "-c", PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            cwd=CHECKOUT,
            env=self._environment,
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self._in, self._out = self.process.stdin.fileno(), self.process.stdout.fileno()
        self._left = b""
        self.started = self.hear()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.communicate()

    def hear(self, seconds: float = 60) -> dict[str, Any]:
        """Return the next line that the process says."""
        until = time.monotonic() + seconds
        while b"\n" not in self._left:
            self.meanwhile()
            if not select.select([self._out], [], [], 0.02)[0]:
                assert time.monotonic() < until, "the window says nothing"
                continue
            got = os.read(self._out, 65536)
            assert got, f"the window ended: {self.process.wait()}"
            self._left += got
        line, _, self._left = self._left.partition(b"\n")
        said = json.loads(line)
        assert isinstance(said, dict)
        return said

    def tell(self, source: str) -> None:
        """Let the hand run a piece of Python, and do not wait."""
        os.write(self._in, json.dumps(source).encode() + b"\n")

    def do(self, source: str) -> Any:
        """Let the hand run a piece of Python; return the value of an expression."""
        self.tell(source)
        said = self.hear()
        assert "error" not in said, f"{source}: {said['error']}"
        assert "value" in said, f"{source}: it locked, {self.do('window().gate.report.text')}"
        return said["value"]

    def until(self, expression: str, seconds: float = 30) -> None:
        """Wait until an expression holds in the window."""
        end = time.monotonic() + seconds
        while not self.do(f"bool({expression})"):
            assert time.monotonic() < end, f"never: {expression}"
            select.select([], [], [], 0.02)  # its events run meanwhile

    def unlock(self, vault: Path, passphrase: str) -> None:
        """Unlock a vault by keys."""
        self.do(f"window().gate.show_unlock(Path({str(vault)!r}))")
        self.do(f"text({passphrase!r})")
        self.do("press('Return')")
        self.until("window().frame is not None and not APP.runner.busy", 90)

    def locked(self, tell: str) -> dict[str, Any]:
        """Let the hand do what locks; return what the next image of the process says when it is shown."""
        before = time.monotonic()
        self.tell(tell)
        while "began" not in (said := self.hear()):
            assert "error" not in said, said
        assert said["pid"] == self.process.pid
        return said | {"seconds": said["began"] - before, "shown seconds": said["shown"] - before}
