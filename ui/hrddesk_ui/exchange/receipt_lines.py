"""The content of a receipt in sentences.

They say of which day the receipt is, which records its sender has, and what a receipt cannot tell.
"""

from collections.abc import Iterator

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from hrddesk.actions.exchange.receipts import Received
from hrddesk.bundle.receipts.holdings import Holding
from hrddesk.bundle.receipts.receipt_format import RequestKind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.store import Store
from hrddesk_ui.exchange.contact_words import state_word
from hrddesk_ui.exchange.review_words import notice_sentence
from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.widgets.lists.wrapped_list import WrappedList
from hrddesk_ui.words.language import isolated
from hrddesk_ui.words.record_words import RecordWords


class ReceiptLines(WrappedList):
    """A list of sentences about a receipt; it is hidden until a receipt is shown."""

    def __init__(self, reader: Store, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("What the receipt says"))
        self._words = RecordWords(reader)
        self.setMinimumHeight(16 * tokens.GRID)
        self.hide()

    def show_received(self, received: Received) -> None:
        """Show the content of a receipt; it replaces that of an earlier receipt."""
        self.clear()
        for line in self._about(received):
            ListItem(line, self)
        for notice in received.head.notices:
            ListItem(notice_sentence(notice), self).setForeground(QColor(theme.colours().warn))
        for line in (*self._cases(received), *self._asked(received)):
            ListItem(line, self)
        ListItem(
            self.tr("A receipt says nothing about files of evidence or about sources sent by code name."),
            self,
        )
        self.setCurrentRow(0)
        self.show()

    def _about(self, received: Received) -> Iterator[str]:
        name = isolated(received.head.sender)
        yield self.tr("Receipt from {name} ({trust}), of {day} by the sender's clock.").format(
            name=name, trust=state_word(received.head.sender_state), day=received.head.day
        )
        yield self.tr(
            "%n record(s) of yours were accepted there. There is nothing to decide.",
            "",
            received.said.accepted,
        )

    def _cases(self, received: Received) -> Iterator[str]:
        holding = received.holding
        if holding is None or holding.receipt_day is None:
            return
        name, day = isolated(received.head.sender), holding.receipt_day.isoformat()
        if day != received.head.day:
            yield self.tr("{name} sent a newer receipt, of {day}. What follows is as of that one.").format(
                name=name, day=day
            )
        has = [self._case(each.case) for each in holding.cases.values() if each.holding is Holding.ALL]
        if has:
            yield self.tr("{name} has all of this: {cases}").format(name=name, cases="; ".join(has))
        for each in holding.cases.values():
            case = self._case(each.case)
            if each.holding is Holding.PART:
                yield self.tr(
                    "{name} has {case}, but {count} of its {all} records not in full: they changed here"
                    " since, or parts of them were kept back."
                ).format(name=name, case=case, count=each.lacking, all=each.records)
            elif each.holding is Holding.WAITS:
                yield self.tr("You sent {case}. No receipt of {name} speaks of it.").format(
                    name=name, case=case
                )

    def _asked(self, received: Received) -> Iterator[str]:
        if received.said.asked:
            files = self.tr("the file of {ref}")
            requests = [
                files.format(ref=self._words.reference(record))
                if what is RequestKind.EVIDENCE
                else self._words.reference(record)
                for record, what in received.said.asked
            ]
            yield self.tr("{name} asks for {records}. Send them with the page Send a bundle.").format(
                name=isolated(received.head.sender), records="; ".join(requests)
            )

    def _case(self, case: RecordId) -> str:
        return isolated(self._words.reference(case))
