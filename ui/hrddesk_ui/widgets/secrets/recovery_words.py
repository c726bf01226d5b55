"""The steps that show the recovery words once and then ask for three of them, to prove that they were written
down.
"""

import secrets
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from hrddesk_ui.theme import heights, theme, tokens
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.secrets.quiet_edit import QuietLineEdit

_ASKED: Final = 3  # words that are typed to show that they were written down


class WordsStep(QWidget):
    """The step that shows the recovery words with their numbers."""

    def __init__(self, what_they_do: str, parent: QWidget) -> None:
        """Build the step; `what_they_do` is a text that says what the words open, and from when."""
        super().__init__(parent)
        layout = boxes.column(
            page_layout.title(self.tr("Recovery words")),
            page_layout.words(what_they_do),
            parent=self,
            spacing=2 * tokens.GRID,
        )
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * tokens.GRID)
        self._grid.setVerticalSpacing(tokens.GRID)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(heights.scaled(tokens.HEADING))
        self.labels: list[Label] = []
        for place in range(24):
            label = Label(parent=self)
            label.setFont(font)
            self._grid.addWidget(label, place % 6, place // 6)
            self.labels.append(label)
        layout.addLayout(self._grid)
        self.next_button = QPushButton(self.tr("I have written them down"), self)
        self.next_button.setAccessibleName(self.next_button.text())
        layout.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def fill(self, words: list[str]) -> None:
        """Show `words`; an empty list removes them."""
        for place, label in enumerate(self.labels):
            label.setText(f"{place + 1:2}  {words[place]}" if words else "")


class ProofStep(QWidget):
    """The step in which the user types three of the words from the paper."""

    passed = Signal()

    def __init__(self, then: str, parent: QWidget) -> None:
        """Build the step; `then` is the text of the button that checks the words: it names what follows."""
        super().__init__(parent)
        self.words: list[str] = []
        self.places: list[int] = []
        layout = boxes.column(
            page_layout.title(self.tr("Recovery words")),
            page_layout.words(self.tr("Type three of them from your paper.")),
            parent=self,
            spacing=2 * tokens.GRID,
        )
        form = page_layout.Fields()
        self.fields: list[QuietLineEdit] = []
        self._labels: list[Label] = []
        for _ in range(_ASKED):
            field = QuietLineEdit(parent=self)
            self.fields.append(field)
            self._labels.append(form.add("", field))
        layout.addLayout(form)
        self.trouble = TroubleLabel(self)
        layout.addWidget(self.trouble)
        self.check_button = boxes.button(then, self._check, self)
        self.check_button.setAccessibleName(self.check_button.text())
        theme.set_role(self.check_button, "primary")
        self.back_button = QPushButton(self.tr("Show the words again"), self)
        self.back_button.setAccessibleName(self.back_button.text())
        buttons = boxes.row(self.check_button, 1, self.back_button, spacing=-1)
        layout.addLayout(buttons)
        layout.addStretch(1)
        for field in self.fields:
            field.submitted.connect(self._check)

    def fill(self, words: list[str]) -> None:
        """Ask for three random words of `words`; an empty list removes them."""
        self.words = words
        self.places = sorted(secrets.SystemRandom().sample(range(24), _ASKED))
        for field, label, place in zip(self.fields, self._labels, self.places, strict=True):
            label.setText(self.tr("Word {number}").format(number=place + 1))
            field.setAccessibleName(label.text())
            field.setText("")
        self.trouble.hush()

    def arrive(self) -> None:
        """Give the keyboard focus to the first field."""
        self.fields[0].setFocus()

    def _check(self) -> None:
        for field, place in zip(self.fields, self.places, strict=True):
            if field.text().strip().casefold() != self.words[place]:
                text = self.tr("Word {number} is another one.").format(number=place + 1)
                self.trouble.complain(text, field.changed)
                field.setFocus()
                field.selectAll()
                return
        self.passed.emit()
