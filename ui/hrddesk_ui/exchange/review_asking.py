"""The button that asks the sender of a bundle to send selected records again, or missing files."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QPushButton, QTableView, QWidget

from hrddesk.actions.exchange import receipts
from hrddesk.bundle.receipts.receipt_format import RequestKind
from hrddesk.bundle.review.review_items import EvidenceContent, ReviewItem
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel


class AskButton(QPushButton):
    """A button that asks the sender of a bundle for the selected records again.

    For evidence of which only the hash was received, the button asks for the file.
    """

    def __init__(
        self,
        desk: Desk,
        records: QTableView,
        selected: Callable[[], Sequence[ReviewItem]],
        trouble: TroubleLabel,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setText(self.tr("Ask the sender for what is selected"))
        self.setAccessibleName(self.text())
        self.sender_name = ""
        self._desk = desk
        self._records = records
        self._selected = selected
        self._trouble = trouble
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        missing, sender = EvidenceContent.MISSING, self.sender_name
        requests = [
            (item.record.id, RequestKind.EVIDENCE if item.content is missing else RequestKind.RECORD)
            for item in self._selected()
        ]
        if not requests:
            self._trouble.complain(
                self.tr("Select what to ask for."), self._records.selectionModel().selectionChanged
            )
            self._records.setFocus()
            return

        def work(session: Session, job: Job) -> int:
            del job
            for record, what in requests:
                receipts.ask(session, sender, record, what)
            return len(requests)

        self._desk.ask(self, work, lambda count: self._asked(sender, count))

    def _asked(self, sender: str, count: int) -> None:
        self._desk.say(
            self.tr("%n record(s) are asked for.", "", count),
            self.tr("Nothing is changed here."),
            self.tr("{sender} learns it from your next bundle or receipt.").format(sender=sender),
        )
