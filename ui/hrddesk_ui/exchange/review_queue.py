"""The list of reviews; each line states the sender and how many records are new or need a look."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from hrddesk.bundle.review.queue import Waiting
from hrddesk.bundle.review.review_items import ReviewHead
from hrddesk_ui.exchange.contact_words import show_state, state_word
from hrddesk_ui.exchange.review_words import notice_sentence, review_state_word, waiting_words
from hrddesk_ui.widgets.lists.items import ListItem


class ReviewQueue(QListWidget):
    """The list of reviews: open ones in the order of reading, then closed ones, newest first."""

    review_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[int, QListWidgetItem] = {}
        self.setAccessibleName(self.tr("Bundles that were read; Return opens the review"))
        self.setUniformItemSizes(True)
        self.itemActivated.connect(self._open)

    def show_heads(self, heads: Sequence[ReviewHead]) -> None:
        """Show a line for each review; `show_counts` adds the counts of records later."""
        self.clear()
        self._lines.clear()
        waits = sorted((head for head in heads if head.state == "open"), key=lambda head: head.id)
        for head in (*waits, *(head for head in heads if head.state != "open")):
            item = ListItem(self._line(head, None), self)
            item.setData(Qt.ItemDataRole.UserRole, head.id)
            show_state(item, head.sender_state)
            self._lines[head.id] = item
        self.setCurrentRow(0)

    def show_counts(self, waiting_reviews: Sequence[Waiting]) -> None:
        """Show the counts of open reviews; the selection does not change."""
        for each in waiting_reviews:
            item = self._lines.get(each.head.id)
            if item is not None:
                item.setText(self._line(each.head, each))
                item.setToolTip("\n".join(map(notice_sentence, each.head.notices)))

    def open_current(self) -> None:
        """Open the selected review."""
        if self.currentItem() is not None:
            self._open(self.currentItem())

    def _open(self, item: QListWidgetItem) -> None:
        self.review_wanted.emit(item.data(Qt.ItemDataRole.UserRole))

    def _line(self, head: ReviewHead, waiting: Waiting | None) -> str:
        parts = [
            self.tr("Review {number}").format(number=head.id),
            self.tr("from {sender} ({trust})").format(
                sender=head.sender, trust=state_word(head.sender_state)
            ),
            head.day,
            self.tr("receipt") if head.is_receipt else review_state_word(head.state),
        ]
        if waiting is not None:
            parts.append(waiting_words(waiting))
        elif head.waiting:
            parts.append(self.tr("%n record(s) wait", "", head.waiting))
        return " · ".join(parts)
