"""The part of the settings that shows the head of the history as words.

The user writes the words on paper, and later checks with them that the vault is not an older copy.
"""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QWidget

from hrddesk.actions.vault import history_head
from hrddesk.actions.vault.history_head import HeadShown
from hrddesk.errors import HrdDeskError
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout

_MOST_DIGITS: Final = 18


class HeadView(QWidget):
    """The part of the settings about the head of the history.

    The view changes nothing. It shows the words on request, because every change of the vault alters them.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        layout = page_layout.part(self)
        layout.addWidget(
            page_layout.note(
                self.tr(
                    "If somebody puts an old copy of the whole vault in place, nothing inside it can tell. "
                    "Write down this number and these words on paper from time to time, the English or the "
                    "Chinese ones: later the vault must still hold them. They say nothing about what is in "
                    "the vault."
                )
            )
        )
        self.show_button = boxes.button(self.tr("Show number and words"), self._ask, self)
        self.show_button.setAccessibleName(self.show_button.text())
        layout.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.shown = page_layout.words("", self)
        page_layout.make_selectable(self.shown)
        self.shown.setAccessibleName(self.tr("Number and words of the history"))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setFamilies([font.family(), *self.font().families()])
        self.shown.setFont(font)
        self.shown.hide()
        layout.addWidget(self.shown)
        fields = page_layout.Fields()
        layout.addLayout(fields)
        self.number = LineEdit(self.tr("Number that was written down"), parent=self)
        fields.add(self.tr("Number that was written down"), self.number)
        self.words = LineEdit(self.tr("Words that were written down"), parent=self)
        fields.add(self.tr("Words that were written down"), self.words)
        self.trouble = TroubleLabel(self)
        layout.addWidget(self.trouble)
        self.compare_button = boxes.button(self.tr("Compare"), self._compare, self)
        self.compare_button.setAccessibleName(self.tr("Compare what was written down"))
        self.words.returnPressed.connect(self._compare)
        layout.addWidget(self.compare_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _ask(self) -> None:
        self._desk.ask(self, lambda session, job: history_head.show(session), self._show)

    def _show(self, head: HeadShown) -> None:
        half = len(head.words) // 2
        lines = (
            self.tr("Number {number}").format(number=head.number),
            " ".join(head.words[:half]),
            " ".join(head.words[half:]),
            "  ".join(head.words_zh),
        )
        self.shown.setText("\n".join(lines))
        self.shown.show()

    def _compare(self) -> None:
        self._desk.moved_on.emit()  # a message about other words is out of date
        typed, words = self.number.text().strip(), self.words.text()
        if not (typed.isascii() and typed.isdecimal() and len(typed) <= _MOST_DIGITS and words.strip()):
            self._complain(self.tr("Type the number and the words that were written down."))
            return
        self.trouble.hush()
        number = int(typed)
        self._desk.ask(
            self,
            lambda session, job: history_head.compare(session, number, words),
            lambda head: self._agrees(number, head),
            failed=self._fail,
        )

    def _agrees(self, number: int, head: HeadShown) -> None:
        self._desk.say(
            self.tr("The vault holds what was written down for number {number}.").format(number=number),
            self.tr("It stands at number {number} now.").format(number=head.number),
        )

    def _fail(self, error: HrdDeskError) -> None:
        self._complain(messages.of(error).text)

    def _complain(self, text: str) -> None:
        self.trouble.complain(text, self.number.textChanged, self.words.textChanged)
