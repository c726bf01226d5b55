"""Keys and clicks, and the waiting for what they lead to."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hrddesk_ui.desk import event_loop
from hrddesk_ui.frame.app import App
from hrddesk_ui.frame.frame import Frame
from hrddesk_ui.frame.main_window import MainWindow
from hrddesk_ui.locking.resume import Resume
from hrddesk_ui.pages.page import Page
from tests.ui import looks

PASSPHRASE = "lamp river seven copper field owl"


class Driver:
    """Drives the window as a person does: keys and clicks, and waits for what they lead to."""

    def __init__(self, bot: QtBot, app: App, resumed: list[Resume], shots: Path) -> None:
        self.bot = bot
        self.app = app
        self.resumed = resumed
        self.shots = shots

    @property
    def window(self) -> MainWindow:
        """The main window."""
        return self.app.window

    @property
    def frame(self) -> Frame:
        """The frame of the open vault."""
        assert self.window.frame is not None
        return self.window.frame

    def key(self, sequence: str) -> None:
        """Press keys such as "Ctrl+L" or "Tab" wherever the keyboard is."""
        self.bot.keySequence(self.focus(), sequence)

    def pick(self, *names: str) -> None:
        """Open the list of the box that has the keyboard, go through it by these keys, and choose."""
        self.key("Alt+Down")
        popup = QApplication.activePopupWidget()
        assert popup is not None, "no list is open"
        for name in (*names, "Return"):
            self.bot.keySequence(popup.focusWidget(), name)
        assert QApplication.activePopupWidget() is None, "the list is still open"

    def text(self, words: str) -> None:
        """Type into whatever has the keyboard."""
        self.bot.keyClicks(self.focus(), words)

    def focus(self) -> QWidget:
        """Return what has the keyboard."""
        shown = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        return QApplication.focusWidget() or shown or self.window

    def click(self, widget: QWidget) -> None:
        """Click in the middle of a widget that is there to be clicked."""
        assert widget.isVisible(), f"{widget.accessibleName()} is not shown"
        assert widget.isEnabled(), f"{widget.accessibleName()} is disabled"
        self.until(lambda: not widget.size().isEmpty())  # what was just shown is laid out a turn later
        place = QPoint(min(12, widget.width() // 2), widget.height() // 2)
        self.bot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)

    def fill(self, field: QLineEdit, words: str) -> None:
        """Replace what stands in a field by typing."""
        field.setFocus()
        self.bot.keySequence(field, "Ctrl+A")
        self.bot.keyClicks(field, words)

    def until(self, holds: Callable[[], bool], seconds: float = 20) -> None:
        """Wait until something holds."""
        self.bot.waitUntil(holds, timeout=round(seconds * 1000))

    def settled(self) -> None:
        """Wait until neither the vault's thread nor those that read have anything left to do, nor this."""
        desk = self.window.desk

        def is_busy() -> bool:
            looking = desk is not None and desk.looking
            return self.app.runner.busy or looking or event_loop.are_waiting()

        self.until(lambda: not is_busy())

    def listed(self) -> None:
        """Wait until lists show what was asked of them, whatever else is looked at."""
        desk = self.window.desk
        self.until(lambda: not (desk is not None and desk.looks_for_lists) and not event_loop.are_waiting())

    def page(self, name: str) -> Page:
        """Go to a page of the rail with the mouse and return it, once its list is there."""
        self.click(self.frame.rail.buttons[name])
        self.until(lambda: self.frame.current == name)
        self.listed()
        return self.frame.page(name)

    def shot(self, name: str, *, kept: bool = "HRDDESK_SHOTS" in os.environ) -> Path:
        """Paint the window and check what can be told without eyes; keep the picture where somebody looks."""
        self.settled()
        for _ in range(3):  # layouts ask their parents for room by one event after another
            QApplication.sendPostedEvents()
        wrong = looks.nameless(self.window) + looks.cut_off(self.window)
        assert not wrong, f"{name}: {wrong}"
        target = self.shots / f"{name}.png"
        picture = self.window.grab()
        assert not picture.isNull()
        assert not kept or picture.save(str(target))  # to pack one takes as long as to paint three
        return target
