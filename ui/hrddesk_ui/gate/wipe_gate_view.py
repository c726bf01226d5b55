"""The view that destroys a vault from the unlock view, without its passphrase."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hrddesk_ui.settings.wipe_view import WipeView
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.layout import boxes, page_layout


class WipeGateView(QWidget):
    """The folder of the vault, the form that destroys the vault, and a button that goes back."""

    wanted = Signal(object)  # Path
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = Path()
        layout = page_layout.column(self, 84, centred=True)
        layout.addSpacing(4 * tokens.GRID)
        box, inside = page_layout.card(self)
        layout.addWidget(box)
        layout.addStretch(2)
        inside.addWidget(page_layout.title(self.tr("Wipe this vault")))
        self.which = page_layout.words("", self)
        inside.addWidget(self.which)
        self.wiping = WipeView(None, self)
        inside.addWidget(self.wiping)
        self.back_button = boxes.button(self.tr("Back"), self.back_wanted, self)
        self.back_button.setAccessibleName(self.back_button.text())
        inside.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignRight)
        self.wiping.wanted.connect(lambda: self.wanted.emit(self.folder))

    def begin(self, folder: Path) -> None:
        """Show the folder of the vault, and focus the button that goes back."""
        self.folder = folder
        self.which.setText(str(folder))
        self.back_button.setFocus()

    def escape(self) -> None:
        """Return to the unlock view."""
        self.back_button.click()
