"""What became of each of several files that were read in one go."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidgetItem, QWidget

from hrddesk.bundle.several import Outcome
from hrddesk_ui import messages, theme
from hrddesk_ui.contact_words import show_state, state_word
from hrddesk_ui.review_words import counts_words
from hrddesk_ui.widgets.wrapped_list import WrappedList


class ReadOutcomes(WrappedList):
    """A line for each file, in the order in which they were read; Return opens its review."""

    review_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("What became of each file; Return opens the review"))
        self.setMinimumHeight(12 * theme.GRID)
        self.itemActivated.connect(self._open)
        self.hide()

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Show these in the place of those before; nothing for none."""
        self.clear()
        for outcome in outcomes:
            item = QListWidgetItem(f"{outcome.path.name} · {self._words(outcome)}", self)
            item.setData(Qt.ItemDataRole.UserRole, outcome.review)
            if outcome.summary is not None:
                show_state(item, outcome.summary.state)
            elif outcome.is_refused:
                item.setIcon(theme.icon("problem", "bad"))
                item.setForeground(QColor(theme.colours().bad))
        self.setVisible(bool(outcomes))

    def _words(self, outcome: Outcome) -> str:
        found = outcome.summary
        if found is not None:
            sender = self.tr("from {sender} ({trust})").format(
                sender=found.sender, trust=state_word(found.state)
            )
            review = self.tr("Review {number}").format(number=found.review)
            counts = counts_words(found.new, found.changed, found.conflicts, found.deletes)
            return " · ".join((review, sender, counts))
        if outcome.error is not None:
            return messages.of(outcome.error).text
        return self.tr("not read, as reading was cancelled before")

    def _open(self, item: QListWidgetItem) -> None:
        number = item.data(Qt.ItemDataRole.UserRole)
        if number:
            self.review_wanted.emit(number)
