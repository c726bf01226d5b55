"""A page that has the window and the vault alone: no other page and no other reader exists while it works."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Alone(QWidget):
    """The base of the pages that `Desk.alone_wanted` shows.

    The other pages are built again when `closed` is emitted.
    """

    closed = Signal()

    def begin(self) -> None:
        """Begin the work; called after the other pages and their reader are gone."""
        raise NotImplementedError
