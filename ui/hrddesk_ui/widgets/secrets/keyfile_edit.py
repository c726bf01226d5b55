"""A field to choose a keyfile, which is needed in addition to a passphrase."""

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from hrddesk.errors import HrdDeskError, KeyfileNeeded, KeyfileNotUsed
from hrddesk_ui.widgets.fields.path_edit import PathEdit, Purpose
from hrddesk_ui.widgets.layout import boxes


class Keyfile(Enum):
    """The kind of keyfile that is chosen: one that exists, or a new one."""

    PRESENT = auto()  # the one that a vault or a backup asks for
    NEW = auto()  # the one that is needed from now on; a name that is not there yet becomes a file


class KeyfileEdit(QWidget):
    """A checkbox and beside it a field for a path, which is enabled while the box is checked."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, which: Keyfile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        new = which is Keyfile.NEW
        self.box = QCheckBox(self.tr("And a keyfile") if new else self.tr("It had a keyfile too"), self)
        self.box.setAccessibleName(self.box.text())
        self.file = PathEdit(self.tr("Keyfile"), Purpose.SAVE_FILE if new else Purpose.OPEN_FILE, self)
        self.file.setEnabled(False)
        boxes.row(self.box, (self.file, 1), parent=self)
        self.setFocusProxy(self.box)
        self.box.toggled.connect(self._turn)
        self.file.changed.connect(self.changed)
        self.file.submitted.connect(self.submitted)

    @property
    def path(self) -> Path | None:
        """The path of the keyfile; None if the box is not checked or no path was typed."""
        return self.file.path if self.box.isChecked() else None

    def problem(self) -> str:
        """Return a message if the path is missing, and focus its field; "" if nothing is missing."""
        if not self.box.isChecked() or self.path is not None:
            return ""
        self.file.setFocus()
        return self.tr("Choose the keyfile.")

    def follow(self, error: HrdDeskError) -> bool:
        """Check or uncheck the box if `error` says that a keyfile is needed or is not used.

        Return whether `error` says so.
        """
        if not isinstance(error, KeyfileNeeded | KeyfileNotUsed):
            return False
        self.box.setChecked(isinstance(error, KeyfileNeeded))
        (self.file if self.box.isChecked() else self.box).setFocus()
        return True

    def forget(self) -> None:
        """Uncheck the box and clear the path."""
        self.box.setChecked(False)
        self.file.set_path(None)

    def _turn(self, ticked: bool) -> None:
        self.file.setEnabled(ticked)
        self.changed.emit()
