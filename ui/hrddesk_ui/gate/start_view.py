"""The first view: the user makes a vault or opens one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCommandLinkButton, QWidget

from hrddesk_ui.theme import theme
from hrddesk_ui.widgets.layout import boxes, page_layout


class StartView(QWidget):
    """The first view: the actions that need no open vault."""

    new_wanted = Signal()
    open_wanted = Signal()
    restore_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box, layout = page_layout.card(self)
        layout.addWidget(page_layout.title("HRDDesk"))
        layout.addWidget(
            page_layout.words(
                self.tr(
                    "Records of human-rights violations, kept in an encrypted vault on this computer. "
                    "Nothing leaves it unless you hand it on."
                )
            )
        )
        self.new_button = self._button(
            "new", self.tr("New vault"), self.tr("Make an empty vault with a passphrase of its own.")
        )
        self.open_button = self._button(
            "open", self.tr("Open a vault"), self.tr("Unlock a vault that is on this computer or on a stick.")
        )
        self.restore_button = self._button(
            "open", self.tr("Restore a backup"), self.tr("Make a vault of a backup file, on any computer.")
        )
        self.help_button = self._button(
            "help", self.tr("Help"), self.tr("How to begin, and what this program protects against.")
        )
        for button in (self.new_button, self.open_button, self.restore_button, self.help_button):
            layout.addWidget(button)
        self.new_button.clicked.connect(self.new_wanted)
        self.open_button.clicked.connect(self.open_wanted)
        self.restore_button.clicked.connect(self.restore_wanted)
        self.help_button.clicked.connect(self.help_wanted)
        outer = page_layout.column(self, 72, centred=True)
        boxes.add(outer, 2, box, 3)
        self.setFocusProxy(self.new_button)

    def _button(self, icon: str, text: str, description: str) -> QCommandLinkButton:
        button = QCommandLinkButton(text, description, self)
        button.setIcon(theme.icon(icon))
        button.setAccessibleName(text)
        button.setAccessibleDescription(description)
        return button
