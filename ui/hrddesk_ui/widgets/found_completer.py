"""What a search found, shown below the line that was typed into."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCompleter, QWidget


class FoundCompleter(QCompleter):
    """Shows all of it: the search filtered by names, aliases and pinyin that are not what is shown."""

    def __init__(self, model: QStandardItemModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(8)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return what is shown of the chosen one, by which it is known again."""
        return str(index.data(Qt.ItemDataRole.DisplayRole))
