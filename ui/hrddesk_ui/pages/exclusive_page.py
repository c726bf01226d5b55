"""What has the window and the vault to itself: no page is there, and no reader, while it works."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Alone(QWidget):
    """Handed to `Desk.alone_wanted`; the pages come back when `closed` is emitted."""

    closed = Signal()

    def begin(self) -> None:
        """Begin; called once the pages and their reader are gone."""
        raise NotImplementedError
