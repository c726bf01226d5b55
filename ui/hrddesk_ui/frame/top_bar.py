"""The bar on top: the search box, the number of unsaved forms, undo and redo, the lock."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.theme.shortcuts import Shortcut
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.layout import boxes

TYPING_DELAY_MS = 200


class TopBar(QFrame):
    """The bar above every page."""

    searched = Signal(str)  # Return was pressed
    typed = Signal(str)  # a moment after the last letter
    emptied = Signal()  # nothing stands in the search box any more
    lock_wanted = Signal()
    unsaved_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "top")
        row = boxes.row(
            parent=self,
            margin=(tokens.GRID, tokens.GRID // 2, tokens.GRID, tokens.GRID // 2),
            spacing=2 * tokens.GRID,
        )
        self.search = _SearchEdit(self.tr("Search everything"), self.tr("Search everything"), self)
        self.search.setToolTip(Shortcut.SEARCH.shown)
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(60 * tokens.GRID)
        self.search.returnPressed.connect(lambda: self.searched.emit(self.search.text().strip()))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(TYPING_DELAY_MS)
        self._soon.timeout.connect(lambda: self.typed.emit(self.search.text().strip()))
        self.search.textEdited.connect(self._soon.start)
        self.search.returnPressed.connect(self._soon.stop)
        self.search.textChanged.connect(lambda text: None if text else self.emptied.emit())
        self.unsaved = QPushButton(self)
        self.unsaved.setToolTip(self.tr("Show the forms that are not saved"))
        self.unsaved.clicked.connect(self.unsaved_wanted)
        self.unsaved.hide()
        self.undo = QPushButton("↶", self)
        self.undo.setAccessibleName(self.tr("Undo the last change of a record"))
        self.undo.setToolTip(self.tr("Undo ({key})").format(key=Shortcut.UNDO.shown))
        self.redo = QPushButton("↷", self)
        self.redo.setAccessibleName(self.tr("Do again what was undone"))
        self.redo.setToolTip(self.tr("Redo ({key})").format(key=Shortcut.REDO.shown))
        self.lock = boxes.button(self.tr("Lock"), self.lock_wanted, self, icon="lock")
        self.lock.setIconSize(QSize(16, 16))
        self.lock.setAccessibleName(self.tr("Lock the vault"))
        self.lock.setToolTip(Shortcut.LOCK.shown)
        row.addWidget(self.search, 1)
        row.addStretch(1)
        row.addWidget(self.unsaved)  # before them: what comes and goes moves nothing that is pressed
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addWidget(self.lock)

    def show_undoing(self, back: str, again: str) -> None:
        """Show what would be undone (`back`) and redone (`again`); a button without text is disabled."""
        for button, what, words in (
            (self.undo, back, self.tr("Undo ({key}): {what}")),
            (self.redo, again, self.tr("Redo ({key}): {what}")),
        ):
            button.setEnabled(bool(what))
            key = (Shortcut.UNDO if button is self.undo else Shortcut.REDO).shown
            button.setToolTip(
                words.format(key=key, what=what) if what else self.tr("Nothing to undo or redo")
            )
            button.setAccessibleDescription(what)

    def forget(self) -> None:
        """Empty the search box in such a way that undo in it cannot bring the text back."""
        self._soon.stop()
        self.search.setText("")  # clear() could be undone

    def show_unsaved(self, count: int) -> None:
        """Show the number of forms with unsaved changes."""
        words = self.tr("%n not saved", "", count)
        self.unsaved.setText(words)
        self.unsaved.setAccessibleName(words)
        self.unsaved.setVisible(count > 0)


class _SearchEdit(LineEdit):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.setText("")  # clear() could be undone, and a name would stand here again
            return
        super().keyPressEvent(event)
