"""A list of sentences."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QListWidget, QWidget


class WrappedList(QListWidget):
    """A long entry takes several lines: what it ends in is often what matters."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the list."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
