"""Read free texts and confirm those that may be published; all that may give somebody away is marked."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hrddesk.actions import publications, texts
from hrddesk.actions.text_places import Shown
from hrddesk.actions.texts import State, TextReview, TextRow
from hrddesk.errors import HrdDeskError
from hrddesk.store.changes import Changes
from hrddesk_ui import messages, theme
from hrddesk_ui.desk import Desk
from hrddesk_ui.publish_words import found_word, profile_words, text_state_word
from hrddesk_ui.record_words import RecordWords
from hrddesk_ui.widgets import page_layout
from hrddesk_ui.widgets.marked_text import MarkedText
from hrddesk_ui.widgets.still import StillComboBox
from hrddesk_ui.widgets.trouble_label import TroubleLabel
from hrddesk_ui.widgets.turning_splitter import TurningSplitter
from hrddesk_ui.widgets.wrapped_list import WrappedList

SIDE_BY_SIDE = 800  # pixels from which a text stands beside the list
_ICONS = {State.UNREVIEWED: "info", State.REVIEWED: "done", State.CHANGED: "warning"}


class TextsView(QWidget):
    """Texts on the left; the one that is read, with its marks and what would stand there, on the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[TextRow] = []
        self._review: TextReview | None = None
        self._listed: list[Shown] = []
        self.profile = StillComboBox(self)
        self.profile.setAccessibleName(self.tr("For which profile"))
        self.texts = WrappedList(self.tr("Texts that could be published"), self)
        self.empty = page_layout.note(
            self.tr("No case has a narrative and no event a summary: there is nothing to review."), self
        )
        self.state = page_layout.words("", self)
        self.text = MarkedText(self.tr("The text; names and numbers are marked"), self)
        self.result = MarkedText(self.tr("How it would be published"), self)
        self.found = WrappedList(self.tr("What was found in the text"), self)
        self.doubt = page_layout.words("", self)
        theme.set_role(self.doubt, "warn")
        self.trouble = TroubleLabel(self)
        self.confirm_button = QPushButton(theme.icon("done"), "", self)
        self.back_button = QPushButton(self.tr("Take the review back"), self)
        self.back_button.setAccessibleName(self.back_button.text())
        self._arrange()
        self.profile.currentIndexChanged.connect(self._list)
        self.texts.currentRowChanged.connect(self._read)
        self.found.currentRowChanged.connect(self._point)
        self.confirm_button.clicked.connect(self._confirm)
        self.back_button.clicked.connect(self._take_back)
        desk.changed.connect(self._on_changed)
        self._stale = True
        self._clear()

    def _arrange(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(*[2 * theme.GRID] * 4)
        column.setSpacing(theme.GRID)
        column.addWidget(self.profile)
        column.addWidget(self.empty)
        column.addWidget(self.texts, 100)
        column.addStretch(1)
        self._right = QWidget(self)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(*[2 * theme.GRID] * 4)
        right.setSpacing(theme.GRID)
        right.addWidget(self.state)
        right.addWidget(self.text, 4)
        right.addWidget(page_layout.heading(self.tr("What was found in it")))
        right.addWidget(self.found, 2)
        right.addWidget(page_layout.heading(self.tr("How it would be published")))
        right.addWidget(
            page_layout.note(self.tr("A question mark stands for the letter that only a publication deals."))
        )
        right.addWidget(self.result, 3)
        right.addWidget(self.doubt)
        right.addWidget(self.trouble)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GRID)
        buttons.addWidget(self.confirm_button)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        right.addLayout(buttons)
        panes = TurningSplitter(SIDE_BY_SIDE, self)
        panes.add(left, 2)
        panes.add(self._right, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(panes)

    # --- the list ---

    def load(self, profile: str = "") -> None:
        """Look for all texts, for `profile` where one is given."""
        names = publications.profile_names(self._desk.reader)
        if [self.profile.itemData(row) for row in range(self.profile.count())] != names:
            self.profile.blockSignals(True)
            self.profile.clear()
            for name in names:
                self.profile.addItem(profile_words(name), name)
            self.profile.setCurrentIndex(max(0, self.profile.findData("labels")))
            self.profile.blockSignals(False)
        if profile:
            self.profile.setCurrentIndex(max(0, self.profile.findData(profile)))
        if self._stale:
            self._desk.ask(
                self,
                lambda session, job: texts.list_texts(session.store),
                self._take,
                label=self.tr("Looking through the texts"),
            )

    def _on_changed(self, _: Changes) -> None:
        self._stale = True
        if self.isVisible():
            self.load()

    def _take(self, rows: list[TextRow]) -> None:
        self._rows = rows
        self._stale = False
        self._list()

    def _list(self) -> None:
        profile = self.profile.currentData()
        kept = self._current()
        words = RecordWords(self._desk.reader)
        self.texts.blockSignals(True)
        self.texts.clear()
        for row in self._rows:
            record = self._desk.reader.find(row.record)
            state = row.states.get(profile, State.UNREVIEWED)
            title = words.title(record) if record is not None else row.ref
            item = QListWidgetItem(f"{title} — {text_state_word(state)}", self.texts)
            item.setIcon(theme.icon(_ICONS[state]))
        self.texts.blockSignals(False)
        self.empty.setVisible(not self._rows)
        self.texts.setVisible(bool(self._rows))
        places = [place for place, row in enumerate(self._rows) if kept is not None and row.ref == kept.ref]
        self.texts.setCurrentRow(places[0] if places else 0)
        self._read()

    def _current(self) -> TextRow | None:
        row = self.texts.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    # --- one text ---

    def _clear(self) -> None:
        self._review = None
        self._listed = []
        self._right.setVisible(False)

    def _read(self) -> None:
        row, profile = self._current(), self.profile.currentData()
        self.trouble.hush()
        if row is None or not profile:
            self._clear()
            return
        self._desk.ask(
            self,
            lambda session, job: texts.occurrences(session, row.ref, profile),
            self._show,
            failed=self._fail,
        )

    def _show(self, review: TextReview) -> None:
        self._review = review
        self._right.setVisible(True)
        self.state.setText(text_state_word(review.state))
        tone = {State.REVIEWED: "good", State.CHANGED: "warn"}.get(review.state, "")
        theme.set_role(self.state, tone)
        doubtful = [shown.occurrence.span for shown in review.found if shown.decide]
        self.text.show_text(review.text, [shown.occurrence.span for shown in review.found], doubtful)
        self.result.show_text(review.result)
        self._list_found(review)
        self._count_doubtful(len(doubtful))
        self.confirm_button.setEnabled(review.state is not State.REVIEWED)
        self.back_button.setEnabled(review.state is not State.UNREVIEWED)

    def _list_found(self, review: TextReview) -> None:
        """List what was found, first what its reader has to decide about."""
        self._listed = sorted(review.found, key=lambda shown: not shown.decide)
        self.found.clear()
        for shown in self._listed:
            item = QListWidgetItem(self._words_of(shown), self.found)
            if shown.decide:
                item.setIcon(theme.icon("warning"))
                item.setForeground(QColor(theme.colours().warn))
        if not self._listed:
            self.found.addItem(self.tr("No name that this vault knows, and no telling number."))

    def _count_doubtful(self, count: int) -> None:
        """Say before a text is confirmed about how many places its reader decides by that."""
        self.doubt.setVisible(count > 0)
        self.doubt.setText(
            self.tr(
                "%n place(s) stay that may tell of somebody who may not be named. Only a reader can tell:"
                " where it does, change the text before it goes out.",
                "",
                count,
            )
        )
        text = self.tr("I have read it: it may go out")
        if count:
            text = self.tr("I have read it and decided about %n place(s): it may go out", "", count)
        self.confirm_button.setText(text)
        self.confirm_button.setAccessibleName(text)

    def _words_of(self, shown: Shown) -> str:
        parts = [f"“{shown.text}”", found_word(shown.occurrence.kind)]
        if shown.people:
            parts.append(", ".join(shown.people))
        if shown.occurrence.inside is not None:
            parts.append(self.tr("inside a longer one"))
        elif shown.becomes is not None:
            parts.append(self.tr("becomes {words}").format(words=shown.becomes))
        elif shown.decide:
            parts.append(self.tr("stays, and may tell of them: decide"))
        else:
            parts.append(self.tr("stays"))
        if shown.occurrence.checked is False:
            parts.append(self.tr("its check digit is wrong"))
        return " · ".join(parts)

    def _point(self, row: int) -> None:
        if 0 <= row < len(self._listed):
            self.text.go_to(self._listed[row].occurrence.span)

    def _fail(self, error: HrdDeskError) -> None:
        self._right.setVisible(True)
        self.trouble.complain(messages.of(error).text)

    # --- deciding ---

    def _confirm(self) -> None:
        row, review = self._current(), self._review
        if row is None or review is None:
            return
        self._desk.change(
            self,
            lambda session, job: texts.review(session, row.ref, review.profile, review.digest),
            lambda _: self._desk.say(
                self.tr("The text may go out under this profile."),
                todo=self.tr("When it changes, it must be read again."),
            ),
            failed=self._fail,
        )

    def _take_back(self) -> None:
        row, review = self._current(), self._review
        if row is None or review is None:
            return
        self._desk.change(
            self,
            lambda session, job: texts.unreview(session, row.ref, review.profile),
            lambda _: self._desk.say(self.tr("The review was taken back.")),
            failed=self._fail,
        )
