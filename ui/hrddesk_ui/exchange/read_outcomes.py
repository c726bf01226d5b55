"""The results of several files that were read or written together."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidgetItem, QWidget

from hrddesk.actions.exchange.receipts import ReceiptOutcome
from hrddesk.bundle.receiving.batch import ReadResult
from hrddesk_ui.error_words import messages
from hrddesk_ui.exchange.contact_words import show_state, state_word
from hrddesk_ui.exchange.review_words import counts_words
from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.widgets.lists.wrapped_list import WrappedList
from hrddesk_ui.words.language import isolated


class ReadOutcomes(WrappedList):
    """A list with one line for each file, in the order of reading. The Return key opens the file's review."""

    review_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("What became of each file; Return opens the review"))
        self.setMinimumHeight(12 * tokens.GRID)
        self.itemActivated.connect(self._open)
        self.hide()

    def show_outcomes(self, outcomes: Sequence[ReadResult]) -> None:
        """Replace the lines by the results of reading files; an empty sequence hides the list."""
        self.clear()
        for outcome in outcomes:
            item = ListItem(f"{isolated(outcome.path.name)} · {self._words(outcome)}", self)
            item.setData(Qt.ItemDataRole.UserRole, outcome.review)
            if outcome.summary is not None:
                show_state(item, outcome.summary.state)
            elif outcome.is_refused:
                _mark_refused(item)
        self._show()

    def show_receipts(self, outcomes: Sequence[ReceiptOutcome]) -> None:
        """Replace the lines by the results of writing receipts, one line for each recipient."""
        self.clear()
        for outcome in outcomes:
            if outcome.sent is not None:
                words = self.tr("receipt in {file}").format(file=outcome.sent.path.name)
            elif outcome.error is not None:
                words = messages.of(outcome.error).text
            else:
                words = self.tr("no receipt, as writing was cancelled before")
            item = ListItem(f"{outcome.name} · {words}", self)
            if outcome.sent is not None:
                item.setIcon(theme.icon("done", "good"))
            elif outcome.error is not None:
                _mark_refused(item)
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self.count()))
        self.setCurrentRow(0)

    def _words(self, outcome: ReadResult) -> str:
        summary = outcome.summary
        if summary is not None:
            sender = self.tr("from {sender} ({trust})").format(
                sender=summary.sender, trust=state_word(summary.state)
            )
            review = self.tr("Review {number}").format(number=summary.review)
            counts = counts_words(summary.new, summary.changed, summary.conflicts, summary.deletes)
            return " · ".join((review, sender, counts))
        if outcome.error is not None:
            return messages.of(outcome.error).text
        return self.tr("not read, as reading was cancelled before")

    def _open(self, item: QListWidgetItem) -> None:
        number = item.data(Qt.ItemDataRole.UserRole)
        if number:
            self.review_wanted.emit(number)


def _mark_refused(item: QListWidgetItem) -> None:
    item.setIcon(theme.icon("problem", "bad"))
    item.setForeground(QColor(theme.colours().bad))
