"""What the real accessibility bus (AT-SPI) carries, seen by a program that listens."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from pytestqt.qtbot import QtBot

from tests.ui.logind import Bus, running

CHECKOUT: Final = Path(__file__).parents[2]
LAUNCHER: Final = "/usr/libexec/at-spi-bus-launcher"
OPEN, SECRET, WORDS = "abc", "xyz", "qjk"
_BEGIN: Final = """
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

app = QApplication(["hrddesk"])
around = QWidget()
column = QVBoxLayout(around)

def begin():
    around.show()
    QTest.qWaitForWindowActive(around)
    for _ in range(100):
        if not QAccessible.isActive():
            QTest.qWait(100)
    assert QAccessible.isActive()
    QTest.qWait(500)

"""
TYPING: Final = f"""{_BEGIN}
from hrddesk_ui.widgets.secrets.quiet_edit import QuietTextEdit
from hrddesk_ui.widgets.secrets.secret_edit import SecretEdit

plain, secret, words = QLineEdit(), SecretEdit("Passphrase"), QuietTextEdit("Recovery words")
plain.setEchoMode(QLineEdit.EchoMode.Password)
for part in (plain, secret, words):
    column.addWidget(part)
begin()

def type_in(field, text):
    field.setFocus()
    for letter in text:
        QTest.keyClick(around.windowHandle(), letter)  # as the display gives it to a window
    QTest.qWait(300)

type_in(plain, {OPEN!r})
plain.setText("")
type_in(secret.field, {SECRET!r})
assert secret.text == {SECRET!r}, secret.text
secret.clear()
type_in(words, {WORDS!r})
assert words.toPlainText() == {WORDS!r}, words.toPlainText()
words.setPlainText("")
QTest.qWait(300)
"""
MESSAGE: Final = "The case is saved."
SAYING: Final = f"""{_BEGIN}
from hrddesk_ui.error_words.messages import Message
from hrddesk_ui.frame.message_bar import MessageBar

around.resize(800, 400)
bar = MessageBar(around)
begin()
bar.say(Message({MESSAGE!r}), "good")
QTest.qWait(500)
"""

pytestmark = pytest.mark.skipif(
    not os.environ.get("DISPLAY") or not Path(LAUNCHER).exists(), reason="there is no such bus here"
)


@contextmanager
def _accessibility(qtbot: QtBot, bus: Bus, folder: Path) -> Iterator[str]:
    """Start the real service on a bus, ask it for text events and announcements, and yield its address."""
    variables = dict(os.environ) | {"DBUS_SESSION_BUS_ADDRESS": bus.address, "HOME": str(folder)}
    variables |= {"XDG_RUNTIME_DIR": str(folder), "XDG_CACHE_HOME": str(folder)}
    with running([LAUNCHER, "--launch-immediately"], env=variables, stderr=subprocess.DEVNULL):
        session = QDBusConnection.connectToBus(bus.address, "session of a reader")
        ask = QDBusMessage.createMethodCall("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
        answers: list[QDBusMessage] = []

        def is_there() -> bool:
            answers.append(session.call(ask))
            return answers[-1].type() is QDBusMessage.MessageType.ReplyMessage

        qtbot.waitUntil(is_there, timeout=20_000)
        address = str(answers[-1].arguments()[0])
        reader = QDBusConnection.connectToBus(address, "reader")
        registry = ("org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "org.a11y.atspi.Registry")
        listen = QDBusMessage.createMethodCall(*registry, "RegisterEvent")
        for kind in ("object:text-changed", "object:announcement"):
            listen.setArguments([kind])
            assert reader.call(listen).type() is QDBusMessage.MessageType.ReplyMessage
        try:
            yield address
        finally:
            QDBusConnection.disconnectFromBus("reader")
            QDBusConnection.disconnectFromBus("session of a reader")


def _heard(qtbot: QtBot, program: str) -> set[str]:
    """Run a program with a window and return the lines that a listener of the bus reads meanwhile."""
    variables = dict(os.environ) | {"PYTHONPATH": f"{CHECKOUT}:{CHECKOUT / 'ui'}", "QT_QPA_PLATFORM": "xcb"}
    with (
        Bus() as bus,
        _accessibility(qtbot, bus, Path(bus.address.partition("=")[2]).parent) as address,
        running(["dbus-monitor", "--address", address]) as monitor,
    ):
        assert monitor.stdout is not None
        lines = [monitor.stdout.readline()]  # it listens by then
        variables |= {"DBUS_SESSION_BUS_ADDRESS": bus.address, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        done = subprocess.run(
            [sys.executable, "-c", program],
            cwd=CHECKOUT,
            env=variables,
            timeout=60,
            check=False,
            capture_output=True,
            text=True,
        )
        monitor.terminate()
        lines += monitor.stdout.readlines()
    assert done.returncode == 0, done.stderr
    return {line.strip().removeprefix("variant").strip() for line in lines}


def test_no_letter_of_a_secret_is_on_it(qtbot: QtBot) -> None:
    said = _heard(qtbot, TYPING)
    assert {f'string "{letter}"' for letter in OPEN} <= said, "a field of Qt tells each letter"
    assert f'string "{OPEN}"' in said, "and all of it when it is emptied"
    for secret in (SECRET, WORDS):
        assert f'string "{secret}"' not in said
        assert not {f'string "{letter}"' for letter in secret} & said


def test_a_message_is_spoken(qtbot: QtBot) -> None:
    said = _heard(qtbot, SAYING)
    assert f'string "{MESSAGE}"' in said
    assert any(line.endswith("member=Announcement") for line in said)
