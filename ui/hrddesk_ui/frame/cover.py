"""A page that names nothing and nobody, shown in place of the content of the window."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hrddesk_ui.theme.shortcuts import Shortcut
from hrddesk_ui.widgets.layout import boxes, page_layout


class Cover(QWidget):
    """The page that is shown while somebody else can see the screen.

    It does not lock the vault, and its words say so.
    """

    lifted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = page_layout.column(self, 72, centred=True)
        layout.addStretch(2)
        layout.addWidget(page_layout.title(self.tr("Hidden")))
        words = self.tr(
            "What was here is still open: whoever has this computer can show it again. "
            "{lock} locks the vault when you leave."
        )
        layout.addWidget(page_layout.words(words.format(lock=Shortcut.LOCK.shown)))
        self.button = boxes.button(
            self.tr("Show again ({key})").format(key=Shortcut.COVER.shown), self.lifted, self
        )
        self.button.setAccessibleName(self.tr("Show again"))
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(3)
        self.setFocusProxy(self.button)
