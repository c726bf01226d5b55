"""A page that needs the window and the vault alone: no other page or reader exists while it works."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Alone(QWidget):
    """The base of pages for `Desk.alone_wanted`; the other pages return when `closed` is emitted."""

    closed = Signal()

    def begin(self) -> None:
        """Begin; called after the pages and their reader are gone."""
        raise NotImplementedError
