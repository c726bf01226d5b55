"""The tab that reads one or many bundles and lists the reviews of all bundles that were read."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPushButton, QWidget

from hrddesk.actions.exchange import bundles, receipts
from hrddesk.actions.exchange.receipts import ReceiptOutcome, Received
from hrddesk.bundle.receiving.batch import ReadResult
from hrddesk.bundle.receiving.read import ReviewSummary
from hrddesk.bundle.review.queue import TakenPlain, Waiting
from hrddesk.bundle.review.review_items import ReviewHead
from hrddesk.errors import BundleSeenBefore, HrdDeskError
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.desk.runner import Task
from hrddesk_ui.error_words import messages
from hrddesk_ui.exchange.read_outcomes import ReadOutcomes
from hrddesk_ui.exchange.receipt_lines import ReceiptLines
from hrddesk_ui.exchange.review_queue import ReviewQueue
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.fields.path_edit import PathEdit, Purpose, choose_path
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout


class ReceiveView(QWidget):
    """The view with the choice of files to read above, and the list of reviews below."""

    review_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self._counting: Task | None = None
        self.path = PathEdit(
            self.tr("Bundle to read, or a folder of bundles"),
            Purpose.OPEN_FILES,
            self,
            pattern=self.tr("Bundles (*.hrdb)"),
        )
        self.folder_button = boxes.button(self.tr("A folder …"), self._choose_folder, self)
        self.folder_button.setAccessibleName(self.tr("Choose a folder of bundles"))
        self.read_button = boxes.button(self.tr("Read the bundle"), self._read_chosen, self, icon="open")
        self.read_button.setAccessibleName(self.read_button.text())
        self.trouble = TroubleLabel(self)
        self.outcomes = ReadOutcomes(self)
        self.receipt = ReceiptLines(desk.reader, self)
        self.reviews = ReviewQueue(self)
        self.empty = page_layout.note(
            self.tr("Nothing was read yet. A bundle changes no record before you accept it."), self
        )
        self.open_button = QPushButton(self.tr("Open the review"), self)
        self.open_button.setAccessibleName(self.open_button.text())
        self.plain_button = boxes.button(
            self.tr("Accept all that is plain"), self._accept_plain, self, icon="done"
        )
        self.plain_button.setToolTip(
            self.tr(
                "Of all bundles of verified senders: what is new, and what changes nothing that is here."
                " All else waits for you."
            )
        )
        self.receipts_button = boxes.button(
            self.tr("Write the receipts …"), self._choose_receipts, self, icon="handoff"
        )
        self.receipts_button.setToolTip(
            self.tr("For everybody of whom you accepted something since the last receipt")
        )
        for button in (self.plain_button, self.receipts_button):
            button.setAccessibleName(button.text())
            button.setAccessibleDescription(button.toolTip())
        layout = boxes.column(
            page_layout.heading(self.tr("Read a bundle")), parent=self, margin=2 * tokens.GRID
        )
        row = boxes.row((self.path, 1), self.folder_button, self.read_button)
        boxes.add(layout, row, self.trouble, (self.receipt, 60), (self.outcomes, 60))
        layout.addSpacing(tokens.GRID)
        boxes.add(
            layout, page_layout.heading(self.tr("Bundles that were read")), self.empty, (self.reviews, 100)
        )
        below = boxes.row(self.open_button, self.plain_button, self.receipts_button, 1)
        layout.addLayout(below)
        layout.addStretch(1)
        self.path.submitted.connect(self._read_chosen)
        self.path.several.connect(self._read)
        self.outcomes.review_wanted.connect(self._open)
        self.reviews.review_wanted.connect(self._open)
        self.open_button.clicked.connect(self.reviews.open_current)
        desk.runner.finished.connect(self._on_finished)
        self._fill(([], []))

    def load(self) -> None:
        """Read the list of reviews again."""
        self._stop_counting()
        self._desk.ask(
            self,
            lambda session, job: (bundles.all_reviews(session), receipts.owed(session.store)),
            self._fill,
        )

    def _open(self, number: int) -> None:
        """Open a review; for a receipt, which needs no decision, show its content in this view."""
        self._desk.ask(
            self,
            lambda session, job: receipts.received(session.store, number, job),
            lambda received: self._opened(number, received),
            label=self.tr("Reading what the receipt says"),
        )

    def _opened(self, number: int, received: Received | None) -> None:
        if received is None:
            self.review_wanted.emit(number)
            return
        self.receipt.show_received(received)
        self.receipt.setFocus()

    def next_after(self, number: int) -> None:
        """Open the next review after `number` that needs the user, or the first such review if
        none follows.
        """
        self._desk.ask(
            self,
            lambda session, job: bundles.waiting(session, job),
            lambda waiting_reviews: self._open_next(waiting_reviews, number),
            label=self.tr("Looking through what waits"),
        )

    def _open_next(self, waiting_reviews: list[Waiting], number: int) -> None:
        waits = [
            each.head.id
            for each in waiting_reviews
            if (each.needs_me or each.introduced) and each.head.id != number
        ]
        if not waits:
            self._desk.say(self.tr("No other bundle waits for a look of its own."), tone="info")
            return
        self.review_wanted.emit(next((each for each in waits if each > number), waits[0]))

    def _fill(self, heads_and_owed: tuple[list[ReviewHead], list[str]]) -> None:
        heads, owed = heads_and_owed
        self.reviews.show_heads(heads)
        self.empty.setVisible(not heads)
        self.reviews.setVisible(bool(heads))
        self.open_button.setEnabled(bool(heads))
        self.receipts_button.setEnabled(bool(owed))
        self.plain_button.setEnabled(False)
        if any(head.state == "open" for head in heads) and self.isVisible():
            self._counting = self._desk.ask(
                self,
                lambda session, job: bundles.waiting(session, job),
                self._count,
                label=self.tr("Looking through what waits"),
            )

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop counting the waiting records when the view is hidden, so that other work need not wait."""
        super().hideEvent(event)
        if not event.spontaneous():  # but not when the whole window is minimised
            self._stop_counting()

    def _stop_counting(self) -> None:
        if self._counting is not None:
            self._counting.cancel()
            self._counting = None

    def _count(self, waiting_reviews: list[Waiting]) -> None:
        self._counting = None
        self.reviews.show_counts(waiting_reviews)
        self.plain_button.setEnabled(any(each.head.waiting > each.needs_me for each in waiting_reviews))

    def _accept_plain(self) -> None:
        self._desk.change(
            self,
            lambda session, job: bundles.accept_plain(session, None, job),
            self._accepted_plain,
            label=self.tr("Taking over"),
        )

    def _accepted_plain(self, taken: list[TakenPlain]) -> None:
        self.load()
        remaining = sum(each.left for each in taken)
        self._desk.say(
            self.tr("%n record(s) were taken over.", "", sum(each.taken for each in taken)),
            self.tr("What was here before stays in the history."),
            self.tr("%n record(s) wait for a look of their own.", "", remaining) if remaining else "",
        )
        self.reviews.setFocus()

    def _choose_receipts(self) -> None:
        choose_path(self, self.tr("Folder for the receipts, on a stick"), Purpose.FOLDER, self.write_receipts)

    def write_receipts(self, folder: Path) -> None:
        """Write into `folder` a receipt for every contact to whom a receipt is due."""
        self.trouble.hush()
        self._desk.ask(
            self,
            lambda session, job: receipts.write_receipts(session, folder, job),
            self._wrote_receipts,
            label=self.tr("Writing the receipts"),
        )

    def _wrote_receipts(self, outcomes: list[ReceiptOutcome]) -> None:
        self.outcomes.show_receipts(outcomes)
        self.load()
        written = sum(outcome.sent is not None for outcome in outcomes)
        refused = sum(outcome.error is not None for outcome in outcomes)
        self._desk.say(
            self.tr("%n receipt(s) were written and read back.", "", written),
            self.tr("Their names say nothing; each opens for its recipient alone."),
            self.tr("%n could not be written: their lines say why.", "", refused) if refused else "",
            tone="warn" if refused else "good",
            about=(self, "receipts"),
        )
        self.outcomes.setFocus()

    def _choose_folder(self) -> None:
        choose_path(self, self.tr("Folder of bundles"), Purpose.FOLDER, self.path.set_path)

    def _read_chosen(self) -> None:
        path = self.path.path
        if path is None:
            self.trouble.complain(self.tr("Choose the file of the bundle."), self.path.changed)
            self.path.setFocus()
            return
        self._read([path])

    def _read(self, paths: list[Path]) -> None:
        self.trouble.hush()
        self.outcomes.show_outcomes([])
        self.receipt.hide()
        self.read_button.setEnabled(False)

        def work(session: Session, job: Job) -> ReviewSummary | list[ReadResult]:
            named = bundles.among(paths)
            if named.are_several:
                return bundles.read_bundles(session, named.files, job)
            return bundles.read_bundle(session, named.files[0], job)

        self._task = self._desk.ask(
            self, work, self._were_read, failed=self._failed, label=self.tr("Reading the bundles")
        )

    def _on_finished(self, task: Task) -> None:
        if task is self._task:  # done, failed or cancelled
            self._task = None
            self.read_button.setEnabled(True)

    def _were_read(self, summary_or_outcomes: ReviewSummary | list[ReadResult]) -> None:
        if isinstance(summary_or_outcomes, ReviewSummary):
            self._was_read(summary_or_outcomes)
            return
        self.path.set_path(None)
        self.outcomes.show_outcomes(summary_or_outcomes)
        self.load()
        read = sum(outcome.summary is not None for outcome in summary_or_outcomes)
        refused = sum(outcome.is_refused for outcome in summary_or_outcomes)
        self._desk.say(
            self.tr("%n bundle(s) were read.", "", read),
            self.tr("Nothing was taken over yet."),
            self.tr("%n file(s) could not be read: their lines say why.", "", refused) if refused else "",
            tone="warn" if refused else "good",
            about=(self, "bundles"),
        )
        self.outcomes.setFocus()

    def _was_read(self, summary: ReviewSummary) -> None:
        self.path.set_path(None)
        self.load()
        whole_sentence = self.tr("The bundle is whole, and both signatures hold. Sender: {sender}")
        if not (summary.new or summary.changed or summary.conflicts or summary.unchanged):
            taken = summary.receipts.accepted if summary.receipts is not None else 0
            sentence = self.tr("It is a receipt: %n record(s) of yours were accepted there.", "", taken)
            self._desk.say(
                whole_sentence.format(sender=summary.sender), sentence, self.tr("There is nothing to decide.")
            )
        else:
            self._desk.say(
                whole_sentence.format(sender=summary.sender),
                self.tr("Nothing was taken over yet."),
                self.tr("Look through the review, then accept or reject."),
            )
        self._open(summary.review)

    def _failed(self, error: HrdDeskError) -> None:
        self.trouble.complain(messages.of(error).text, self.path.changed)
        self.path.setFocus()
        if isinstance(error, BundleSeenBefore):
            number = error.details.get("review", "")
            if number.isdecimal():
                self._open(int(number))
