"""Notice that nobody has used the window for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

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
    """Signals once after so many minutes without a key or the mouse in any of our windows."""

    expired = Signal()

    def __init__(self, app: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.expired)
        app.focusWindowChanged.connect(self._watch)

    def start(self, minutes: float) -> None:
        """Begin to wait; 0 stops it."""
        self._timer.stop()
        if minutes > 0:
            self._timer.start(round(minutes * 60_000))

    def _watch(self, window: QWindow | None) -> None:
        # A filter on the windows sees every key and move once; one on the application would see every event.
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin anew at every act of a person."""
        if event.type() in _ACTS and self._timer.isActive():
            self._timer.start()
        return super().eventFilter(watched, event)
