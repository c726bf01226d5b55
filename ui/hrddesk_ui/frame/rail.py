"""The rail on the left: one button for each page, arrow keys between the buttons, one Tab stop for all."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QVBoxLayout, QWidget

from hrddesk_ui.pages.page import Page
from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.theme.shortcuts import page_key
from hrddesk_ui.widgets.buttons.key_button import KeyButton


class Rail(QFrame):
    """The buttons of all pages; `chosen` is emitted with the name of the page whose button is pressed."""

    chosen = Signal(str)  # name of the page

    def __init__(self, pages: Sequence[type[Page]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "rail")
        self.setAccessibleName(self.tr("Pages"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.buttons: dict[str, KeyButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[tokens.GRID // 2] * 4)
        layout.setSpacing(1)  # so that all pages are seen on a screen 600 pixels high
        top = [page for page in pages if not page.at_end]
        for index, page in enumerate(top + [page for page in pages if page.at_end]):
            if index == len(top):
                layout.addStretch(1)
            layout.addWidget(self._button(page, index))

    def _button(self, page: type[Page], index: int) -> KeyButton:
        button = KeyButton(self)
        button.setText(page.title())
        button.setIcon(theme.icon(page.icon))
        button.setIconSize(QSize(24, 24))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setCheckable(True)
        button.setAccessibleName(page.title())
        key = page_key(index)
        button.setShortcut(key)
        button.setToolTip(f"{page.title()}  {key.toString()}".strip())
        theme.set_role(button, "rail")
        button.clicked.connect(lambda _=False, name=page.name: self.chosen.emit(name))
        self._group.addButton(button)
        self.buttons[page.name] = button
        return button

    def mark(self, name: str) -> None:
        """Show the button of the page `name` as pressed; "" means that no button is pressed."""
        self._group.setExclusive(bool(name))  # an exclusive group always has one
        for button in self.buttons.values():
            button.setChecked(False)
        if name:
            self.buttons[name].setChecked(True)
        self._group.setExclusive(True)
