"""A field for a passphrase, which is hidden unless the user asks to see it, and is never spoken."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.widgets.secrets.quiet_edit import QuietLineEdit


class SecretEdit(QWidget):
    """A field that shows dots, with a button that shows the text."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QuietLineEdit(name, self)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.show_button = QPushButton(self)
        self.show_button.setCheckable(True)
        self.show_button.setText(self.tr("Show"))
        self.show_button.setAccessibleName(self.tr("Show what is typed: {what}").format(what=name))
        boxes.row((self.field, 1), self.show_button, parent=self)
        self.setFocusProxy(self.field)
        self.show_button.toggled.connect(self._reveal)
        self.field.changed.connect(self.changed)
        self.field.submitted.connect(self.submitted)

    @property
    def text(self) -> str:
        """The typed text, without a line end at its end.

        A line end may be pasted with a passphrase. Nobody sees it, and a user who later types the passphrase
        by hand could not open the vault. A passphrase from a file (`--passphrase-file`) is read in the same
        way.
        """
        return self.field.text().rstrip("\r\n")

    def clear(self) -> None:
        """Clear the field and its undo history, and hide the text again."""
        self.show_button.setChecked(False)
        self.field.setText("")  # it forgets what could be undone, clear() does not

    def _reveal(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.field.setEchoMode(mode)
