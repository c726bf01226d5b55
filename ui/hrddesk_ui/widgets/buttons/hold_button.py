"""A button that acts only after it has been held down for a while, by mouse or by Space."""

from typing import Final

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

_TICK: Final = 50  # milliseconds


class HoldButton(QPushButton):
    """A button that shows how long it has been held down; releasing it early has no effect."""

    held = Signal()

    def __init__(self, text: str, seconds: float, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self._needed = round(seconds * 1000)
        self._done = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)
        self.pressed.connect(self._timer.start)
        self.released.connect(self.reset)

    @property
    def part(self) -> float:
        """The share of the required time for which the button has been held, from 0 to 1."""
        return min(1.0, self._done / self._needed)

    def reset(self) -> None:
        """Forget the time for which the button has been held."""
        self._timer.stop()
        self._done = 0
        self.update()

    def _tick(self) -> None:
        self._done += _TICK
        if self._done >= self._needed:
            self.reset()
            self.setDown(False)
            self.held.emit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button with a line along its lower edge that grows while the button is held."""
        super().paintEvent(event)
        if self._done:
            painter = QPainter(self)
            width = round(self.width() * self.part)
            painter.fillRect(QRect(0, self.height() - 4, width, 4), self.palette().highlight())
            painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        """Reset the button if it is hidden while it is held."""
        self.reset()
        super().hideEvent(event)
