"""Hands and eyes for a whole job: what a person does again and again in the window."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)

from tests.ui.composing import compose
from tests.ui.driver import Driver

LONG = 90.0  # seconds that work on the whole report may take on a busy machine
_MOST_STOPS = 80


class Hands:
    """Keys and clicks in one window; nothing here calls a slot or an action."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self._bugs: list[BaseException] = []
        driver.app.runner.crashed.connect(self._bugs.append)

    def until(self, holds: Callable[[], bool], seconds: float = 20) -> None:
        """Wait until something holds; a bug in the vault's thread, which locks the window, ends the wait."""

        def either() -> bool:
            if self._bugs:
                raise RuntimeError("a bug locked the window") from self._bugs[0]
            return holds()

        self.driver.until(either, seconds)

    def press(self, *sequences: str) -> None:
        """Press keys where the system would send them: to a list that is open, else to the field."""
        for sequence in sequences:
            popup = QApplication.activePopupWidget()
            inside = None if popup is None else cast(QWidget | None, popup.focusWidget())  # not by its stubs
            target = inside or popup or self.driver.focus()
            self.driver.bot.keySequence(target, sequence)

    def write(self, words: str) -> None:
        """Type into whatever has the keyboard; compose what no key has."""
        run = ""
        for character in words:
            if character.isascii():
                run += character
                continue
            self._keys(run)
            run = ""
            compose(self.driver.focus(), character)
        self._keys(run)

    def _keys(self, words: str) -> None:
        if words:
            self.driver.bot.keyClicks(self.driver.focus(), words)

    def replace(self, field: QLineEdit | QPlainTextEdit, words: str) -> None:
        """Click into a field and write something else there."""
        shown = field.viewport() if isinstance(field, QPlainTextEdit) else field
        self.driver.click(shown)
        self.until(field.hasFocus)
        self.press("Ctrl+A", "Delete")
        self.write(words)

    def tab_to(self, wanted: QWidget) -> None:
        """Press Tab until a control has the keyboard."""
        for _ in range(_MOST_STOPS):
            if wanted.hasFocus():
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not lead to {wanted.accessibleName()}")

    def tab(self, tabs: QTabWidget, wanted: QWidget) -> None:
        """Click the tab that shows a page."""
        pages = (tabs.widget(number) for number in range(tabs.count()))
        number = next(at for at, page in enumerate(pages) if page is not None and page.isAncestorOf(wanted))
        bar = tabs.tabBar()
        self.driver.bot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(number).center())
        self.until(lambda: tabs.currentIndex() == number)
        self.driver.settled()

    def go_down_to(self, entries: QListView, words: str) -> None:
        """Press Down until the entry that holds these words is reached."""
        self.press("Home")
        for _ in range(entries.model().rowCount()):
            at = entries.currentIndex()
            said = at.data(Qt.ItemDataRole.AccessibleTextRole) or at.data() or ""
            if at.isValid() and not entries.isRowHidden(at.row()) and words in str(said):
                return
            self.press("Down")
        raise AssertionError("no entry of the list holds what is looked for")

    def answer(self, path: Path) -> None:
        """Type a path into the dialog that asks for one."""
        self.until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        dialog.activateWindow()  # as a window manager does; a test's screen has none
        self.until(dialog.isActiveWindow)
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(name, QLineEdit)
        self.replace(name, str(path))
        self.press("Return")
        self.until(lambda: QApplication.activeModalWidget() is None)
        self.come_back()

    def come_back(self) -> None:
        """Make the window active after a dialog or a list over it is gone, as a window manager does."""
        self.driver.window.activateWindow()
        self.until(self.driver.window.isActiveWindow)

    def told(self, words: str, seconds: float = LONG) -> None:
        """Wait until the message bar says so."""
        self.until(lambda: words in self.driver.window.message_bar.text, seconds)
