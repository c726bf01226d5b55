"""My identity: the words that others compare, and the card that they need."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from hrddesk.actions import identity
from hrddesk.actions.identity import IdentityShown
from hrddesk_ui import theme
from hrddesk_ui.desk import Desk
from hrddesk_ui.widgets import page_layout
from hrddesk_ui.widgets.path_edit import Purpose, choose_path


class IdentityView(QWidget):
    """Shown as words in two languages and as digits; none of it is secret."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        layout = page_layout.column(self)
        layout.addWidget(
            page_layout.words(
                self.tr(
                    "Whoever wants to send you a bundle needs your contact card. Give it away on a stick, "
                    "and read these twelve words to the person yourself, so that both of you know that "
                    "nobody swapped the card on the way."
                )
            )
        )
        self.save_button = QPushButton(self.tr("Save my contact card …"), self)
        self.save_button.setAccessibleName(self.save_button.text())
        self.save_button.clicked.connect(self._choose)
        layout.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.words = self._shown(layout, self.tr("The twelve words"))
        self.words_zh = self._shown(layout, self.tr("The same in Chinese"))
        self.digits = self._shown(layout, self.tr("The same as sixty digits"))
        layout.addStretch(1)

    def _shown(self, layout: QVBoxLayout, text: str) -> QLabel:
        layout.addWidget(page_layout.heading(text))
        label = page_layout.words("", self)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        label.setAccessibleName(text)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setFamilies([font.family(), *self.font().families()])
        font.setPointSizeF(self.font().pointSizeF() * 1.1)
        label.setFont(font)
        label.setContentsMargins(0, 0, 0, theme.GRID)
        layout.addWidget(label)
        return label

    def load(self) -> None:
        """Ask for the identity, which is made at the first need."""
        self._desk.ask(self, lambda session, job: identity.show(session), self._fill)

    def _fill(self, shown: IdentityShown) -> None:
        half = len(shown.words) // 2
        lines = (shown.words[:half], shown.words[half:])
        self.words.setText("\n".join(" ".join(line) for line in lines))
        self.words_zh.setText("  ".join(shown.words_zh))
        groups = shown.digits.split()
        half = len(groups) // 2
        self.digits.setText("\n".join(" ".join(line) for line in (groups[:half], groups[half:])))

    def _choose(self) -> None:
        choose_path(
            self,
            self.tr("Where to put the contact card"),
            Purpose.SAVE_FILE,
            self.save,
            pattern=self.tr("Contact cards (*.card)"),
            suffix="card",
        )

    def save(self, path: Path) -> None:
        """Write the card to `path`."""
        self._desk.ask(self, lambda session, job: identity.write_card(session, path), self._saved)

    def _saved(self, path: Path) -> None:
        self._desk.say(
            self.tr("The contact card was saved: {path}").format(path=path),
            self.tr("It holds no name and no secret."),
            self.tr("Give it away, and compare the words."),
        )
