"""Notice that nobody is at the window any more, or that whoever is there wants it locked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from hrddesk_ui.desk import settings
from hrddesk_ui.locking.idle import IdleWatch

if TYPE_CHECKING:
    from hrddesk_ui.locking.desktop_signals import AwayWatch


class LeavingWatch(QObject):
    """Signals at every reason to lock: the key, time without use, and a computer that somebody leaves.

    Whether there is anything to lock, whoever listens knows.
    """

    left = Signal()

    def __init__(self, app: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.idle = IdleWatch(app, self)
        self.idle.expired.connect(self._expired)
        self.idle.lock_pressed.connect(self.left)
        self.away: AwayWatch | None = None
        """What tells of the computer, once that is watched."""
        self.wait(settings.IDLE_MINUTES)

    def wait(self, minutes: int) -> None:
        """Signal after so many minutes without use, from now on; 0: never."""
        self._minutes = minutes
        self.idle.start(minutes)

    def _expired(self) -> None:
        """Signal, and wait again: a window that holds nothing stays as it is."""
        self.left.emit()
        self.idle.start(self._minutes)

    def watch_computer(self) -> None:
        """Signal when the computer sleeps or its screen is locked, from the first passphrase on."""
        if self.away is None:
            try:
                from hrddesk_ui.locking.desktop_signals import (
                    AwayWatch,  # D-Bus: not before there is something to lock
                )
            except ImportError:
                return  # a system without it: time without use locks there

            self.away = AwayWatch(self)
            self.away.left.connect(self.left)
            QTimer.singleShot(0, self.away.start)  # the passphrase is being tried by then
