"""Entries of lists and cells of tables in which a visible sign replaces each character that reverses text."""

from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTableWidgetItem

from hrddesk_ui.words.language import not_reversed


class ListItem(QListWidgetItem):
    """An entry of a list."""

    def __init__(self, text: str = "", parent: QListWidget | None = None) -> None:
        super().__init__(not_reversed(text), parent)

    def setText(self, text: str) -> None:
        """Show `text`."""
        super().setText(not_reversed(text))


class TableItem(QTableWidgetItem):
    """A cell of a table."""

    def __init__(self, text: str = "") -> None:
        super().__init__(not_reversed(text))
