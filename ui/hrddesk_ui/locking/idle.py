"""The watch for a window that nobody uses, and for the key that locks the window from anywhere."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow

from hrddesk_ui.theme.shortcuts import Shortcut

_ACTS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class IdleWatch(QObject):
    """Emits `expired` after some minutes without a key or the mouse in any window or dialog of the program.

    `lock_pressed` reports the lock key in every window: the shortcut of the main window is inactive while a
    dialog or a menu is open.
    """

    expired = Signal()
    lock_pressed = Signal()

    def __init__(self, app: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.expired)
        app.focusWindowChanged.connect(self._watch)

    def start(self, minutes: float) -> None:
        """Start the countdown from `minutes`; 0 minutes stop the countdown."""
        self._timer.stop()
        if minutes > 0:
            self._timer.start(round(minutes * 60_000))

    def _watch(self, window: QWindow | None) -> None:
        # A filter on each window sees every key and move once; one on the application would see all events.
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Restart the countdown at every key or use of the mouse; emit `lock_pressed` at the lock key.

        Repeats of a key that is held down do not count.
        """
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.isAutoRepeat():
                return False
            if QKeySequence(event.keyCombination()) == QKeySequence(Shortcut.LOCK.value):
                self.lock_pressed.emit()
        if event.type() in _ACTS and self._timer.isActive():
            self._timer.start()
        return super().eventFilter(watched, event)
