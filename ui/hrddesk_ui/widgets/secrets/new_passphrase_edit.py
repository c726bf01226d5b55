"""A new passphrase, typed twice: six random words that the program proposes, or the user's own words."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QWidget

from hrddesk.actions.vault import passphrases
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.secrets.passphrase_words import verdict
from hrddesk_ui.widgets.secrets.quiet_edit import QuietLineEdit
from hrddesk_ui.widgets.secrets.secret_edit import SecretEdit


class NewPassphraseEdit(QWidget):
    """The fields for a new passphrase. They show its strength during typing and refuse a weak one."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = SecretEdit(self.tr("New passphrase"), self)
        self.repeated = SecretEdit(self.tr("New passphrase, once more"), self)
        self._verdict = page_layout.note("", self)
        self.propose_button = boxes.button(self.tr("Propose six random words"), self._propose, self)
        self.propose_button.setAccessibleName(self.propose_button.text())
        self.proposed = QuietLineEdit(parent=self)
        self.proposed.setReadOnly(True)
        self.proposed.setAccessibleName(self.tr("Proposed passphrase"))
        self.proposed.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._on_paper = page_layout.note(
            self.tr("Write them on paper, keep the paper away from this computer, and type them below."), self
        )
        proposal = boxes.row(self.propose_button, (self.proposed, 1), 0)
        fields = page_layout.Fields()
        fields.add(self.tr("New passphrase"), self.first)
        fields.add(self.tr("New passphrase, once more"), self.repeated)
        boxes.column(proposal, self._on_paper, fields, self._verdict, parent=self)
        self.setFocusProxy(self.first)
        self.first.changed.connect(self._judge)
        self.first.submitted.connect(self.repeated.setFocus)
        self.repeated.submitted.connect(self.submitted)
        self.first.changed.connect(self.changed)
        self.repeated.changed.connect(self.changed)
        self._show_proposal("")
        self._judge()

    @property
    def text(self) -> str:
        """The typed passphrase."""
        return self.first.text

    @property
    def typed(self) -> bool:
        """Whether anything was typed into one of the two fields."""
        return bool(self.first.text or self.repeated.text)

    def clear(self) -> None:
        """Clear both fields and the proposal."""
        self._show_proposal("")
        self.first.clear()
        self.repeated.clear()

    def problem(self) -> str:
        """Return why the passphrase is refused and focus the field to change; "" if the passphrase is
        accepted.
        """
        if not self.text:
            self.first.setFocus()
            return self.tr("Type a new passphrase. Nothing was changed.")
        if self.text != self.repeated.text:
            self.repeated.setFocus()
            return self.tr("The two new passphrases differ. Nothing was changed.")
        if passphrases.judge(self.text, self.proposed.text()) is passphrases.Strength.WEAK:
            self.first.setFocus()
            return self.tr("This passphrase is too weak. Nothing was changed.")
        return ""

    def _propose(self) -> None:
        self._show_proposal(passphrases.generate())
        self.first.setFocus()

    def _show_proposal(self, words: str) -> None:
        self.proposed.setText(words)
        self.proposed.setCursorPosition(0)
        for part in (self.proposed, self._on_paper):
            part.setVisible(bool(words))

    def _judge(self) -> None:
        self._verdict.setText(verdict(self.text, self.proposed.text()))
