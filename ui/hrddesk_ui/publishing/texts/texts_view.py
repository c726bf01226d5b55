"""The page for free texts: a list of the texts, and the chosen one to be read and confirmed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from hrddesk.actions.content_review import texts
from hrddesk.actions.content_review.texts import TextReview, TextRow, TextState
from hrddesk.actions.publishing import publications
from hrddesk.errors import HrdDeskError
from hrddesk.records.texts.texts import texts_of
from hrddesk.redact.people.people_in_print import PeopleInPrint
from hrddesk.store.records.changes import Changes
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.desk.runner import Task
from hrddesk_ui.publishing.profiles.profile_choice import ProfileChoice
from hrddesk_ui.publishing.profiles.publish_words import text_state_word
from hrddesk_ui.publishing.texts.text_reading import TextReading
from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.theme.shortcuts import Shortcut, action
from hrddesk_ui.widgets.forms.texts_edit import text_words
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.turning_splitter import TurningSplitter
from hrddesk_ui.widgets.layout.whole_pane import WholePane
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.widgets.lists.wrapped_list import WrappedList
from hrddesk_ui.words.language import shown_chain
from hrddesk_ui.words.record_words import RecordWords

SIDE_BY_SIDE = 800  # pixels from which a text stands beside the list
_LIST_WIDTH = 26 * tokens.GRID  # a reference fits in it
_ICONS = {TextState.UNREVIEWED: "info", TextState.REVIEWED: "done", TextState.CHANGED: "warning"}


class TextsView(QWidget):
    """The list of texts, and beside it the chosen text with its marks and as it would be published."""

    preview_wanted = Signal()
    """All texts are confirmed: the next step is the preview."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._every: list[TextRow] = []
        self._rows: list[TextRow] = []  # those that may go out under the chosen profile
        self._looking: Task | None = None
        self._asked: Task | None = None
        self._to_waiting = False
        self._wanted = ""  # the reference of the text to show
        self._printed: dict[
            tuple[str, str], PeopleInPrint | None
        ] = {}  # of the text that a publication opened
        self.profile = ProfileChoice(self.tr("For which profile"), self)
        self.progress = page_layout.words("", self)
        self.next_button = boxes.button(self.tr("Next text that waits"), self.go_to_waiting, self)
        self.next_button.setAccessibleName(self.next_button.text())
        self.next_button.setToolTip(Shortcut.NEXT_REVIEW.shown)
        self.preview_button = boxes.button(self.tr("Preview again"), self.preview_wanted, self, icon="search")
        self.preview_button.setAccessibleName(self.preview_button.text())
        self.texts = WrappedList(self.tr("Texts that could be published"), self)
        self.texts.setMinimumWidth(_LIST_WIDTH)
        self.empty = page_layout.note(
            self.tr("No text can go out under this profile: there is nothing to review."), self
        )
        self.empty.hide()  # nobody knows before the texts were looked for
        self.preview_button.hide()
        self.reading = TextReading(desk, self)
        self._share()
        self._arrange()
        self.profile.currentIndexChanged.connect(self._list)
        self.texts.currentRowChanged.connect(self._read)
        action(self, Shortcut.NEXT_REVIEW, self.next_button.text()).triggered.connect(self.next_button.click)
        self.reading.decided.connect(self._read)
        desk.changed.connect(self._on_changed)
        self._stale = True
        self._clear()

    def _share(self) -> None:
        """Make the controls of the reading pane attributes of this page."""
        reading = self.reading
        self.text, self.result, self.found = reading.texts.text, reading.texts.result, reading.found
        self.state, self.doubt, self.trouble = reading.state, reading.doubt, reading.trouble
        self.place = reading.place
        self.confirm_button, self.back_button = reading.confirm_button, reading.back_button

    def _arrange(self) -> None:
        left_pane = WholePane(self)
        column = boxes.column(parent=left_pane, margin=2 * tokens.GRID)
        boxes.add(
            column,
            self.profile,
            self.progress,
            self.next_button,
            self.preview_button,
            self.empty,
            (self.texts, 100),
            1,
        )
        panes = TurningSplitter(SIDE_BY_SIDE, self)
        panes.add(left_pane, 2)
        panes.add(self.reading, 5)
        boxes.column(panes, parent=self)

    # --- the list ---

    def load(self, profile: str = "", ref: str = "", printed: PeopleInPrint | None = None) -> None:
        """Read the list of texts; if only `profile` is given, choose it and show the first text without a
        valid review.

        If `ref` is given, show the text with this reference. `printed` are the people in the publication that
        the text is for, as `texts.occurrences` takes them.
        """
        self._wanted = ref or self._wanted
        self._printed = {(ref, profile): printed} if ref else self._printed
        names = publications.profile_names(self._desk.reader)
        if self.profile.show_profiles(names):
            self._stale = True
        self._to_waiting = self._to_waiting or bool(profile and not ref)
        if profile:
            self.profile.choose(profile)
        if self._stale and (self._looking is None or self._looking.done):
            self._looking = self._desk.ask(
                self,
                lambda session, job: texts.list_texts(session.store),
                self._take,
                label=self.tr("Looking through the texts"),
            )
        elif self._to_waiting or self._wanted:
            self._list()

    def _on_changed(self, _: Changes) -> None:
        if self.reading.is_deciding:
            return  # it says itself what became of the one text
        self._stale, self._looking = True, None
        if self.isVisible():
            self.load()

    def _take(self, rows: list[TextRow]) -> None:
        self._every = rows
        self._stale = False
        self._list()

    def _list(self) -> None:
        current, profile = self._current(), self.profile.currentData()
        self._rows = [row for row in self._every if profile in row.states]
        words = RecordWords(self._desk.reader)
        self.texts.blockSignals(True)
        self.texts.clear()
        for row in self._rows:
            record = self._desk.reader.find(row.record)
            title = words.title_in_case(record) if record else row.ref
            if row.question is not None:
                title = f"{title}: {row.question.label(shown_chain())}"
            names = [] if record is None else [text.field for text in texts_of(record)]
            if row.text is not None and len(names) > 1 and row.field in names:
                title = f"{title}: {text_words(row.text, names.index(row.field) + 1)}"
            self._say_state(ListItem(parent=self.texts), row, title)
        self.texts.blockSignals(False)
        self.empty.setVisible(not self._rows)
        for widget in (self.texts, self.progress, self.next_button):
            widget.setVisible(bool(self._rows))
        self._count()
        ref = self._wanted or (current.ref if current is not None else "")
        places = [place for place, row in enumerate(self._rows) if row.ref == ref]
        place = places[0] if places else 0
        self._wanted = self._wanted if self._stale else ""  # else the texts are still looked for
        if self._to_waiting and not self._stale:  # else the texts are still looked for
            place = next((number for number, row in enumerate(self._rows) if self._waits(row)), place)
            self._to_waiting = False
        self.texts.blockSignals(True)
        self.texts.setCurrentRow(place)
        self.texts.blockSignals(False)
        self._read()

    def _say_state(self, item: QListWidgetItem, row: TextRow, title: str) -> None:
        state = self._state(row)
        item.setText(f"{title} — {text_state_word(state)}")
        item.setIcon(theme.icon(_ICONS[state]))

    def _state(self, row: TextRow) -> TextState:
        return row.states.get(self.profile.currentData(), TextState.UNREVIEWED)

    def _waits(self, row: TextRow) -> bool:
        return self._state(row) is not TextState.REVIEWED

    def _count(self) -> None:
        done = sum(not self._waits(row) for row in self._rows)
        words = self.tr("{done} of {all} reviewed").format(done=done, all=len(self._rows))
        self.progress.setText(words)
        theme.set_role(self.progress, "good" if done == len(self._rows) else "")
        self.next_button.setEnabled(done < len(self._rows))
        self.preview_button.setVisible(0 < len(self._rows) == done)

    def _current(self) -> TextRow | None:
        row = self.texts.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def go_to_waiting(self) -> None:
        """Select the next text that has no valid review; after the last text, continue with the first."""
        count, current_row = len(self._rows), self.texts.currentRow()
        after = ((current_row + step) % count for step in range(1, count + 1))
        place = next((number for number in after if self._waits(self._rows[number])), None)
        if place is not None:
            self.texts.setCurrentRow(place)
            self.text.setFocus()

    # --- one text ---

    def _clear(self) -> None:
        self.reading.clear()
        self.reading.setVisible(False)

    def _read(self) -> None:
        row, profile = self._current(), self.profile.currentData()
        if self._asked is not None:
            self._asked.cancel()
        if row is None or not profile:
            self._clear()
            return
        printed = self._printed.get((row.ref, profile))
        self._asked = self._desk.ask(
            self,
            lambda session, job: texts.occurrences(session, row.ref, profile, printed=printed),
            self._show,
            failed=self._fail,
        )

    def _show(self, review: TextReview) -> None:
        self._asked = None
        row = self._current()
        key = None if row is None else (row.record, row.field, self.profile.currentData())
        if row is None or key != (review.record, review.field, review.profile):
            return
        self.reading.setVisible(True)
        confirming = self.confirm_button.hasFocus()
        self.reading.show_review(review)
        if row.states.get(review.profile) is not review.state:
            row.states[review.profile] = review.state
            item = self.texts.currentItem()
            self._say_state(item, row, item.text().rpartition(" — ")[0])
            self._count()
        if confirming and not self.confirm_button.isEnabled():
            # Else the keyboard falls to what takes the review back.
            (self.next_button if self.next_button.isEnabled() else self.preview_button).setFocus()

    def _fail(self, error: HrdDeskError) -> None:
        self.reading.setVisible(True)
        self.reading.complain(error)
