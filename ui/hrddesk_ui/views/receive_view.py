"""Read bundles, one or many, and the reviews of those that were read."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from hrddesk.actions import bundles
from hrddesk.bundle.read import ReviewSummary
from hrddesk.bundle.review import ReviewHead
from hrddesk.bundle.several import Outcome
from hrddesk.errors import BundleSeenBefore, HrdDeskError
from hrddesk.jobs import Job
from hrddesk.session import Session
from hrddesk_ui import messages, theme
from hrddesk_ui.contact_words import show_state, state_word
from hrddesk_ui.desk import Desk
from hrddesk_ui.review_words import review_state_word
from hrddesk_ui.runner import Task
from hrddesk_ui.views.read_outcomes import ReadOutcomes
from hrddesk_ui.widgets import page_layout
from hrddesk_ui.widgets.path_edit import PathEdit, Purpose, choose_path
from hrddesk_ui.widgets.trouble_label import TroubleLabel


class ReceiveView(QWidget):
    """What is to be read on top, what waits below."""

    review_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self.path = PathEdit(
            self.tr("Bundle to read, or a folder of bundles"),
            Purpose.OPEN_FILES,
            self,
            pattern=self.tr("Bundles (*.hrdb)"),
        )
        self.folder_button = QPushButton(self.tr("A folder …"), self)
        self.folder_button.setAccessibleName(self.tr("Choose a folder of bundles"))
        self.read_button = QPushButton(theme.icon("open"), self.tr("Read the bundle"), self)
        self.read_button.setAccessibleName(self.read_button.text())
        self.trouble = TroubleLabel(self)
        self.outcomes = ReadOutcomes(self)
        self.reviews = QListWidget(self)
        self.reviews.setAccessibleName(self.tr("Bundles that were read; Return opens the review"))
        self.reviews.setUniformItemSizes(True)
        self.empty = page_layout.note(
            self.tr("Nothing was read yet. A bundle changes no record before you accept it."), self
        )
        self.open_button = QPushButton(self.tr("Open the review"), self)
        self.open_button.setAccessibleName(self.open_button.text())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[2 * theme.GRID] * 4)
        layout.setSpacing(theme.GRID)
        layout.addWidget(page_layout.heading(self.tr("Read a bundle")))
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        row.addWidget(self.path, 1)
        row.addWidget(self.folder_button)
        row.addWidget(self.read_button)
        layout.addLayout(row)
        layout.addWidget(self.trouble)
        layout.addWidget(self.outcomes, 60)
        layout.addSpacing(theme.GRID)
        layout.addWidget(page_layout.heading(self.tr("Bundles that were read")))
        layout.addWidget(self.empty)
        layout.addWidget(self.reviews, 100)
        layout.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self.path.submitted.connect(self._read_chosen)
        self.path.several.connect(self._read)
        self.folder_button.clicked.connect(self._choose_folder)
        self.read_button.clicked.connect(self._read_chosen)
        self.outcomes.review_wanted.connect(self.review_wanted)
        self.reviews.itemActivated.connect(self._open)
        self.open_button.clicked.connect(lambda: self._open(self.reviews.currentItem()))
        desk.runner.finished.connect(self._on_finished)
        self._fill([])

    def load(self) -> None:
        """Read the list of reviews anew."""
        self._desk.ask(self, lambda session, job: bundles.all_reviews(session), self._fill)

    def _fill(self, heads: list[ReviewHead]) -> None:
        self.reviews.clear()
        for head in heads:
            parts = [
                self.tr("Review {number}").format(number=head.id),
                self.tr("from {sender} ({trust})").format(
                    sender=head.sender, trust=state_word(head.sender_state)
                ),
                head.day,
                review_state_word(head.state),
                self.tr("%n record(s) wait", "", head.waiting) if head.waiting else "",
            ]
            item = QListWidgetItem(" · ".join(part for part in parts if part), self.reviews)
            item.setData(Qt.ItemDataRole.UserRole, head.id)
            show_state(item, head.sender_state)
        self.empty.setVisible(not heads)
        self.reviews.setVisible(bool(heads))
        self.open_button.setEnabled(bool(heads))
        if heads:
            self.reviews.setCurrentRow(0)

    def _open(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.review_wanted.emit(item.data(Qt.ItemDataRole.UserRole))

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
        self.read_button.setEnabled(False)

        def work(session: Session, job: Job) -> ReviewSummary | list[Outcome]:
            if len(paths) == 1 and not paths[0].is_dir():
                return bundles.read_bundle(session, paths[0], job)
            return bundles.read_bundles(session, paths, job)

        self._task = self._desk.ask(
            self, work, self._were_read, failed=self._failed, label=self.tr("Reading the bundles")
        )

    def _on_finished(self, task: Task) -> None:
        if task is self._task:  # done, failed or cancelled
            self._task = None
            self.read_button.setEnabled(True)

    def _were_read(self, found: ReviewSummary | list[Outcome]) -> None:
        if isinstance(found, ReviewSummary):
            self._was_read(found)
            return
        self.path.set_path(None)
        self.outcomes.show_outcomes(found)
        self.load()
        read = sum(outcome.summary is not None for outcome in found)
        refused = sum(outcome.is_refused for outcome in found)
        self._desk.say(
            self.tr("%n bundle(s) were read.", "", read),
            self.tr("Nothing was taken over yet."),
            self.tr("%n file(s) could not be read: their lines say why.", "", refused) if refused else "",
            tone="warn" if refused else "good",
        )
        self.outcomes.setCurrentRow(0)
        self.outcomes.setFocus()

    def _was_read(self, summary: ReviewSummary) -> None:
        self.path.set_path(None)
        self.load()
        self._desk.say(
            self.tr("The bundle is whole, and both signatures hold. Sender: {sender}").format(
                sender=summary.sender
            ),
            self.tr("Nothing was taken over yet."),
            self.tr("Look through the review, then accept or reject."),
        )
        self.review_wanted.emit(summary.review)

    def _failed(self, error: HrdDeskError) -> None:
        self.trouble.complain(messages.of(error).text, self.path.changed)
        self.path.setFocus()
        if isinstance(error, BundleSeenBefore):
            number = error.details.get("review", "")
            if number.isdecimal():
                self.review_wanted.emit(int(number))
