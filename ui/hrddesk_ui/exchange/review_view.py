"""The view of one review: the received and local values, and buttons to accept all, some or nothing."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QGridLayout,
    QHeaderView,
    QTableView,
    QWidget,
)

from hrddesk.actions.exchange import bundles
from hrddesk.bundle.merging.merge import MergeState, Side
from hrddesk.bundle.review.acceptance import Acceptance
from hrddesk.bundle.review.review_items import Review, ReviewItem
from hrddesk.errors import HrdDeskError
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.exchange.contact_words import show_mark, state_tone, state_word
from hrddesk_ui.exchange.review_asking import AskButton
from hrddesk_ui.exchange.review_notices import ReviewNotices
from hrddesk_ui.exchange.review_parts import Decisions, ReviewParts
from hrddesk_ui.exchange.review_table_model import ReviewColumn, ReviewTableModel
from hrddesk_ui.exchange.review_words import review_state_word, stayed_words
from hrddesk_ui.pages.drafts import DraftKey, Drafts, review_key
from hrddesk_ui.theme import heights, theme, tokens
from hrddesk_ui.theme.shortcuts import Shortcut, action
from hrddesk_ui.widgets.buttons.confirm_bar import ConfirmBar
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.turning_splitter import TurningSplitter
from hrddesk_ui.words.record_words import RecordWords

SIDE_BY_SIDE = 900  # pixels from which a record stands beside the list


class ReviewView(QWidget):
    """The view of a review. Nothing is changed before a button is pressed; an acceptance can be undone."""

    back_wanted = Signal()
    next_wanted = Signal(int)  # the number of the review that is shown

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._drafts = Drafts.of(desk)
        self._review: Review | None = None
        self._words = RecordWords(desk.reader)
        self.model = ReviewTableModel(self)
        self.heading = page_layout.title("", self)
        self.origin = page_layout.words("", self)
        self.mark = Label(parent=self)
        self.notices = ReviewNotices(self)
        self.receipts = page_layout.words("", self)
        self.records = self._records_table()
        self.parts = ReviewParts(self)
        _plain_table(self.parts)
        self.parts.setWordWrap(True)
        self.ours_button = boxes.button(self.tr("Keep ours"), lambda: self._choose(Side.OURS), self)
        self.theirs_button = boxes.button(self.tr("Take theirs"), lambda: self._choose(Side.THEIRS), self)
        for button, hint in (
            (self.ours_button, self.tr("In the selected fields, what is here stays")),
            (self.theirs_button, self.tr("In the selected fields, what is in the bundle stands")),
        ):
            button.setToolTip(hint)
            button.setAccessibleName(hint)
        self.side = StillComboBox(self, name=self.tr("Where both sides changed"), short=True)
        self.side.setMinimumContentsLength(12)
        self.side.addItem(self.tr("Where both sides changed: choose"), None)
        self.side.addItem(self.tr("Where both sides changed: take theirs"), Side.THEIRS.value)
        self.side.addItem(self.tr("Where both sides changed: keep ours"), Side.OURS.value)
        self.loosen = QCheckBox(self)
        self.trouble = TroubleLabel(self)
        self.all_button = boxes.button("", lambda: self._accept(None), self, icon="done")
        self.some_button = boxes.button(self.tr("Accept what is selected"), self._accept_selected, self)
        self.reject_button = boxes.button(self.tr("Reject …"), self._ask_to_reject, self)
        self.undo_button = boxes.button(self.tr("Undo the acceptance"), self._undo, self)
        self.ask_button = AskButton(desk, self.records, self._selected, self.trouble, self)
        self.back_button = boxes.button(self.tr("Back to the list"), self.back_wanted, self)
        self.next_button = boxes.button(
            self.tr("Next that needs me"), lambda: self.next_wanted.emit(self.number), self
        )
        self.next_button.setToolTip(Shortcut.NEXT_REVIEW.shown)
        for button in (
            self.some_button,
            self.reject_button,
            self.undo_button,
            self.back_button,
            self.next_button,
        ):
            button.setAccessibleName(button.text())
        self.confirm = ConfirmBar(self)
        self._arrange()
        following = action(self, Shortcut.NEXT_REVIEW, self.next_button.text())
        following.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        following.triggered.connect(self.next_button.click)
        self.records.selectionModel().selectionChanged.connect(self._show_parts)
        self.parts.selectionModel().selectionChanged.connect(self._offer_choice)
        self.parts.decided.connect(self._keep_decisions)
        desk.discard_wanted.connect(self._throw_away)

    # --- making ---

    def _records_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Records of the bundle"))
        _plain_table(table)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        heads = table.horizontalHeader()
        heads.setSectionResizeMode(ReviewColumn.TITLE, QHeaderView.ResizeMode.Stretch)
        metrics = table.fontMetrics()
        for column, sample in (
            (ReviewColumn.STATE, self.tr("changed on both sides")),
            (ReviewColumn.KIND, self.tr("Person or group")),
            (ReviewColumn.LEVEL, self.tr("restricted → public")),
        ):
            sign = 3 * tokens.GRID if column is ReviewColumn.LEVEL else 0
            heads.resizeSection(column, metrics.horizontalAdvance(sample) + 3 * tokens.GRID + sign)
        return table

    def _arrange(self) -> None:
        panes = TurningSplitter(SIDE_BY_SIDE, self)
        beside = QWidget(self)
        choosing = boxes.row(self.ours_button, self.theirs_button, 0)
        boxes.column(self.parts, choosing, parent=beside)
        for table, pane, share in ((self.records, self.records, 4), (self.parts, beside, 3)):
            table.setMinimumHeight(16 * tokens.GRID)
            panes.add(pane, share)
        buttons = QGridLayout()  # several rows, because one row would be wider than a small window
        buttons.setSpacing(tokens.GRID)
        buttons.setColumnStretch(2, 1)
        for column, button in enumerate((self.all_button, self.some_button)):
            buttons.addWidget(button, 0, column)
        buttons.addWidget(self.side, 0, 2, 1, 2)
        buttons.addWidget(self.undo_button, 1, 0)
        buttons.addWidget(self.ask_button, 2, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
        buttons.addWidget(self.reject_button, 1, 3)
        boxes.column(
            boxes.row((self.heading, 1), self.next_button, self.back_button, spacing=-1),
            boxes.row((self.mark, 0, Qt.AlignmentFlag.AlignTop), (self.origin, 1)),
            self.notices,
            self.receipts,
            (panes, 1),
            self.loosen,
            self.trouble,
            buttons,
            self.confirm,
            parent=self,
            margin=2 * tokens.GRID,
        )

    # --- showing ---

    @property
    def number(self) -> int:
        """The number of the review that is shown, or 0 if there is none."""
        return self._review.head.id if self._review is not None else 0

    def load(self, number: int) -> None:
        """Load the review `number`, and compare its bundle with the current records."""
        self.trouble.hush()
        self._desk.ask(
            self,
            lambda session, job: bundles.review_bundle(session, number, job),
            self._fill,
            label=self.tr("Comparing"),
        )

    def _fill(self, review: Review) -> None:
        self._review = review
        head = review.head
        draft = self._drafts.get(review_key(head.id))
        decisions = cast("Decisions", draft.typed) if draft is not None and head.state == "open" else {}
        self.parts.take_decisions(head.id, review.items, decisions)
        self._keep_decisions()
        self._words = RecordWords(self._desk.reader, {item.record.id: item.record for item in review.items})
        self.heading.setText(self.tr("Review {number}").format(number=head.id))
        self.origin.setText(
            self.tr("from {sender} ({trust}), {day} by the sender's clock, {state}").format(
                sender=head.sender,
                trust=state_word(head.sender_state),
                day=head.day,
                state=review_state_word(head.state),
            )
        )
        theme.set_role(self.origin, state_tone(head.sender_state))
        show_mark(self.mark, head.sender_state)
        self.notices.show_review(review)
        self.loosen.setChecked(False)
        self.loosen.setVisible(bool(review.opens) and head.state == "open")
        self.loosen.setText(self.tr("Also take what can let more people see %n record(s)", "", review.opens))
        self.loosen.setAccessibleName(self.loosen.text())
        self.model.show(review.items, self._words.title, self._words.reference)
        waiting = [item for item in review.items if not item.accepted]
        is_open = head.state == "open"
        self.all_button.setText(self.tr("Accept all (%n)", "", len(waiting)))
        self.all_button.setAccessibleName(self.all_button.text())
        self.all_button.setEnabled(is_open and bool(waiting))
        self.some_button.setEnabled(is_open and bool(waiting))
        self.reject_button.setEnabled(is_open)
        self.undo_button.setEnabled(any(item.accepted for item in review.items))
        self.ask_button.sender_name = head.sender
        self.ask_button.setEnabled(bool(review.items))
        self._show_receipts(review)
        self.side.setVisible(any(item.merged.state is MergeState.CONFLICT for item in waiting))
        first = next((row for row in range(self.model.rowCount()) if self.model.item(row) is not None), None)
        if first is not None:
            self.records.selectRow(first)
        self._show_parts()
        self.records.setFocus()

    def _keep_decisions(self) -> None:
        """Store the decisions about records that are not accepted yet as a draft, like the text of a form."""
        assert self._review is not None
        head, waiting = self._review.head, self.parts.waiting
        if waiting and head.state == "open":
            self._drafts.keep_typed(review_key(head.id), waiting, None)
        else:
            self._drafts.drop(review_key(head.id))

    def _throw_away(self, key: DraftKey) -> None:
        if self._review is not None and key == review_key(self._review.head.id):
            self.parts.forget_decisions()

    def _selected(self) -> list[ReviewItem]:
        rows = sorted(index.row() for index in self.records.selectionModel().selectedRows())
        items = (self.model.item(row) for row in rows)
        return [item for item in items if item is not None]

    def _show_parts(self) -> None:
        selected = self._selected()
        self.parts.show_item(selected[0] if len(selected) == 1 else None, self._words)
        self._offer_choice()

    def _offer_choice(self) -> None:
        is_open = self._review is not None and self._review.head.state == "open"
        for button in (self.ours_button, self.theirs_button):
            button.setEnabled(is_open and self.parts.can_choose())

    def _choose(self, side: Side) -> None:
        self.parts.choose(side)
        self.trouble.hush()

    # --- doing ---

    def _accept_selected(self) -> None:
        chosen = [item.record.id for item in self._selected() if not item.accepted]
        if not chosen:
            self.trouble.complain(
                self.tr("Select records that wait."), self.records.selectionModel().selectionChanged
            )
            self.records.setFocus()
            return
        self._accept(chosen)

    def _show_receipts(self, review: Review) -> None:
        """Show how many of our records the sender accepted, and how many it asks for.

        The user need not decide anything about these numbers.
        """
        receipts = review.receipts
        self.receipts.setVisible(receipts is not None)
        if receipts is None:
            return
        lines = [self.tr("The sender has taken over %n record(s) of yours.", "", receipts.accepted)]
        if receipts.asked:
            lines.append(
                self.tr("The sender asks for %n record(s): see Send a bundle.", "", len(receipts.asked))
            )
        self.receipts.setText("\n".join(lines))

    def _accept(self, chosen: list[RecordId] | None) -> None:
        if not self.loosen.isHidden() and self.loosen.isChecked():
            self.confirm.ask(
                self.tr(
                    "More people may see what you keep closed here, also in what you publish."
                    " Take the sender's levels, people, cases and kinds?"
                ),
                self.tr("Take them"),
                self.tr("Leave it"),
                lambda: self._take(chosen, loosen=True),
                self.records,
            )
            return
        self._take(chosen, loosen=False)

    def _take(self, chosen: list[RecordId] | None, *, loosen: bool) -> None:
        number = self.number
        side = self.side.currentData()
        take = Side(side) if side and not self.side.isHidden() else None
        choices = self.parts.choices(chosen)
        self.trouble.hush()

        def work(session: Session, job: Job) -> Outcome[Acceptance]:
            accepted = bundles.accept(session, number, chosen, job, take=take, choices=choices, loosen=loosen)
            return Outcome(accepted, accepted)

        self._desk.change(
            self,
            work,
            lambda accepted: self._accepted(number, accepted),
            failed=self._failed,
            label=self.tr("Taking over"),
        )

    def _accepted(self, number: int, accepted: Acceptance) -> None:
        self._desk.say(
            self.tr("The records were taken over."),
            self.tr("What was here before stays in the history."),
            stayed_words(accepted),
        )
        self.load(number)

    def _failed(self, error: HrdDeskError) -> None:
        self.trouble.complain(messages.of(error).text, self.side.activated)
        if self.side.isVisible():
            self.side.setFocus()

    def _ask_to_reject(self) -> None:
        self.confirm.ask(
            self.tr("Reject what still waits? What was accepted stays. The bundle can be read again."),
            self.tr("Reject"),
            self.tr("Leave it"),
            self._reject,
            self.records,
        )

    def _reject(self) -> None:
        number = self.number
        self._desk.ask(
            self, lambda session, job: bundles.reject(session, number), lambda _: self._rejected(number)
        )

    def _rejected(self, number: int) -> None:
        self._desk.say(self.tr("What waited was rejected."))
        self.load(number)

    def _undo(self) -> None:
        number = self.number
        self._desk.change(
            self,
            lambda session, job: bundles.undo(session, number, job),
            lambda _: self._undone(number),
            failed=self._failed,
            label=self.tr("Undoing"),
        )

    def _undone(self, number: int) -> None:
        self._desk.say(self.tr("The acceptance was undone; the records wait again."))
        self.load(number)


def _plain_table(table: QTableView) -> None:
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rows = table.verticalHeader()
    rows.hide()
    rows.setDefaultSectionSize(heights.field(table))
    heads = table.horizontalHeader()
    heads.setHighlightSections(False)
    heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
