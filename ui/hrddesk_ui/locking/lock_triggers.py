"""The watch for every reason to lock the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from hrddesk_ui.desk import settings
from hrddesk_ui.locking.idle import IdleWatch

if TYPE_CHECKING:
    from hrddesk_ui.locking.desktop_signals import AwayWatch


class LeavingWatch(QObject):
    """Emits a signal at every reason to lock: the lock key, time without use, and a user who leaves.

    The receiver decides whether there is anything to lock.
    """

    left = Signal()

    def __init__(self, app: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.idle = IdleWatch(app, self)
        self.idle.expired.connect(self._expired)
        self.idle.lock_pressed.connect(self.left)
        self.away: AwayWatch | None = None
        """The watch for sleep and screen lock; None until `watch_computer` is called."""
        self.wait(settings.IDLE_MINUTES)

    def wait(self, minutes: int) -> None:
        """Emit the signal after `minutes` without use, counted from now; 0 means never."""
        self._minutes = minutes
        self.idle.start(minutes)

    def _expired(self) -> None:
        """Emit the signal, and start the countdown again because the window stays if no vault is open."""
        self.left.emit()
        self.idle.start(self._minutes)

    def watch_computer(self) -> None:
        """From now on, emit the signal also when the computer sleeps or its screen is locked.

        This is called when the first passphrase is tried.
        """
        if self.away is None:
            try:
                from hrddesk_ui.locking.desktop_signals import (
                    AwayWatch,  # D-Bus: not before there is something to lock
                )
            except ImportError:
                return  # a system without D-Bus: there, only time without use locks

            self.away = AwayWatch(self)
            self.away.left.connect(self.left)
            QTimer.singleShot(0, self.away.start)  # the passphrase is being tried by then
