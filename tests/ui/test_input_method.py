"""What an input method is told: a stand-in for IBus listens on a bus of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodQueryEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from hrddesk_ui.frame.rail_pages import PAGES
from hrddesk_ui.settings.about_view import chosen_input_method
from hrddesk_ui.widgets.secrets.quiet_edit import QuietLineEdit, QuietTextEdit
from tests.ui.driver import Driver
from tests.ui.input_method import ROOT, SERVICE
from tests.ui.logind import Bus, running

CHECKOUT = Path(__file__).parents[2]
WORDS = "zebra words"
PROGRAM = f"""
import sys
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from hrddesk_ui.theme import theme
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.secrets.quiet_edit import QuietLineEdit, QuietTextEdit
from hrddesk_ui.widgets.secrets.secret_edit import SecretEdit

app = QApplication([])
theme.apply(app, theme.Appearance(scheme=theme.Scheme.LIGHT))
around = QWidget()
column = QVBoxLayout(around)
secret = SecretEdit("Passphrase")
fields = {{"name": LineEdit("Name"), "hidden": secret.field,
          "word": QuietLineEdit("Word"), "words": QuietTextEdit("Recovery words")}}
for field in fields.values():
    column.addWidget(field.parentWidget() or field)
around.show()
around.activateWindow()
QTest.qWaitForWindowActive(around)
bus = QDBusConnection.sessionBus()

def mark(words):
    bus.call(QDBusMessage.createMethodCall("{SERVICE}", "{ROOT}", "a.b", words))

for name, field in fields.items():
    field.setFocus()
    QTest.qWait(300)
    mark("Begin_" + name)
    QTest.keyClicks(field, {WORDS!r})
    QTest.qWait(300)
    mark("End_" + name)
"""


@pytest.mark.skipif(not os.environ.get("DISPLAY"), reason="Qt asks an input method on a display only")
def test_no_secret_is_told_and_a_name_is() -> None:
    variables = dict(os.environ) | {"PYTHONPATH": f"{CHECKOUT}:{CHECKOUT / 'ui'}", "QT_QPA_PLATFORM": "xcb"}
    with (
        Bus() as bus,
        running(
            [sys.executable, "-m", "tests.ui.input_method", bus.address], cwd=CHECKOUT, env=variables
        ) as listening,
    ):
        assert listening.stdout is not None
        assert json.loads(listening.stdout.readline()) == ["ready"]
        variables |= {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1", "DBUS_SESSION_BUS_ADDRESS": bus.address}
        subprocess.run(
            [sys.executable, "-X", "faulthandler", "-c", PROGRAM],
            cwd=CHECKOUT,
            env=variables,
            timeout=60,
            check=True,
        )
        listening.terminate()
        calls = [json.loads(line) for line in listening.stdout.read().splitlines()]
    names = [call[0] for call in calls]
    told = {
        field: calls[names.index(f"Begin_{field}") : names.index(f"End_{field}")]
        for field in ("name", "hidden", "word", "words")
    }
    texts = {
        field: [call[2:] for call in found if call[0] == "SetSurroundingText"]
        for field, found in told.items()
    }
    assert texts["name"][-1] == [str(len(WORDS))] * 2, "the whole name, up to the cursor"
    for secret in ("hidden", "word", "words"):
        assert all(call == ["0", "0"] for call in texts[secret]), "no word, and not how long it is"
        assert not [call for call in told[secret] if call[0] in ("FocusIn", "ProcessKeyEvent")]


@pytest.mark.parametrize("make", [QuietLineEdit, QuietTextEdit])
def test_a_secret_answers_no_question(qtbot: QtBot, make: type[QuietLineEdit | QuietTextEdit]) -> None:
    field = make("Secret")
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field, WORDS)
    field.selectAll()
    for query in Qt.InputMethodQuery:
        event = QInputMethodQueryEvent(query)
        QApplication.sendEvent(field, event)
        answer = event.value(query)
        assert "zebra" not in str(answer)
        assert "words" not in str(answer)
        assert answer != len(WORDS) or query is Qt.InputMethodQuery.ImHints


def test_every_field_says_that_it_is_sensitive(desk: Driver) -> None:
    wanted = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
    secret = wanted | Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhLatinOnly
    seen = 0
    for page in PAGES:
        shown = desk.page(page.name)
        desk.key("Ctrl+N")
        desk.settled()
        for kind in (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox):
            for field in shown.findChildren(kind):
                if not field.isVisible() or field.focusProxy() is not None:
                    continue  # it is told as it is shown; a number's line goes by its box
                least = secret if isinstance(field, QuietLineEdit | QuietTextEdit) else wanted
                assert field.inputMethodHints() & least == least, f"{field} in {field.parentWidget()}"
                seen += 1
    assert seen > 60


def test_every_secret_says_that_it_is_hidden(gate: Driver) -> None:
    secret = Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhLatinOnly
    shown = gate.window.gate
    shown.show_unlock()
    edit = shown.unlock.passphrase
    for _ in range(2):
        assert edit.field.inputMethodHints() & secret == secret
        edit.show_button.click()
    shown.show_new_vault()
    gate.settled()
    for field in shown.new_vault.findChildren(QuietLineEdit):
        if field.isVisible():
            assert field.inputMethodHints() & secret == secret


@pytest.mark.parametrize(
    ("variables", "platform", "name"),
    [
        ({}, "xcb", ""),
        ({}, "wayland", "Wayland"),
        ({"QT_IM_MODULE": "ibus"}, "xcb", "ibus"),
        ({"QT_IM_MODULE": "fcitx"}, "wayland-egl", "fcitx"),
        ({"QT_IM_MODULES": "wayland;fcitx;ibus", "QT_IM_MODULE": "x"}, "wayland", "wayland"),
        ({"QT_IM_MODULE": "none"}, "xcb", ""),
        ({"QT_IM_MODULE": "compose"}, "xcb", ""),
    ],
)
def test_which_one_was_chosen(variables: dict[str, str], platform: str, name: str) -> None:
    assert chosen_input_method(variables, platform) == name
