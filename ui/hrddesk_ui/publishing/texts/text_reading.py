"""The page to read one text: its matches, the decision about each, and the text as it would be published."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton, QWidget

from hrddesk.actions.content_review import text_decisions, texts
from hrddesk.actions.content_review.text_places import ReviewedPlace
from hrddesk.actions.content_review.texts import TextReview, TextState
from hrddesk.errors import HrdDeskError, MayNameSomebody
from hrddesk.records.names.display_names import people_together
from hrddesk.redact.passages.wording import Decision, How, Span
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.publishing.profiles.publish_words import profile_words, text_state_word
from hrddesk_ui.publishing.texts.before_and_after import BeforeAndAfter
from hrddesk_ui.publishing.texts.mark_words import Confirming, MarkedWords
from hrddesk_ui.publishing.texts.text_place_decision import PlaceDecision
from hrddesk_ui.publishing.texts.text_place_words import (
    NOBODYS,
    labels_of,
    place_words,
    proposed_label,
    proposed_words,
)
from hrddesk_ui.theme import heights, theme, tokens
from hrddesk_ui.theme.shortcuts import Shortcut, action
from hrddesk_ui.widgets.buttons.confirm_bar import ConfirmBar
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.labels.announcing import announce
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.growing_area import GrowingArea
from hrddesk_ui.widgets.layout.turning_row import TurningRow
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.widgets.lists.wrapped_list import WrappedList
from hrddesk_ui.words.act_words import utc


class TextReading(QWidget):
    """The recorded text, the text as it would be published, and below them a list of matches and marks."""

    decided = Signal()
    """A decision about the text, or a review of the text, was stored or taken back."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._review: TextReview | None = None
        self._listed: list[ReviewedPlace | MarkedWords] = []
        self._chosen: Span | None = None  # by selecting it in the text, not in the list
        self.is_deciding = False
        self.state = page_layout.words("", self)
        self.by = page_layout.note("", self)
        self.lost = page_layout.words("", self)
        theme.set_role(self.lost, "warn")
        self.texts = BeforeAndAfter(self)
        self.place = PlaceDecision(self)
        self.confirm = ConfirmBar(self)
        self.found = WrappedList(self.tr("What was found in the text"), self)
        self.said = page_layout.words("", self)
        self.doubt = page_layout.words("", self)
        theme.set_role(self.doubt, "warn")
        self.trouble = TroubleLabel(self)
        self.confirm_button = QPushButton(theme.icon("done"), "", self)
        self.back_button = QPushButton(self.tr("Take the review back"), self)
        self.back_button.setAccessibleName(self.back_button.text())
        self.other = StillComboBox(self, name=self.tr("Another profile, for which something was decided"))
        self.take_button = QPushButton(self.tr("Decide as for this one"), self)
        self.take_button.setAccessibleName(self.take_button.text())
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        note = page_layout.note(
            self.tr(
                "Select other words to decide about them, too. The question mark becomes a letter when the"
                " publication is made."
            )
        )
        heights.take_what_there_is(self.found, 10)
        content = _Column(self)
        column = boxes.column(
            self.state,
            self.by,
            self.lost,
            (self.texts, 4),
            note,
            self.confirm,
            self.place,
            page_layout.heading(self.tr("What was found in it")),
            (self.found, 3),
            self.said,
            self.doubt,
            self.trouble,
            TurningRow(self.confirm_button, self.back_button, parent=self, apart=True),
            parent=content,
            margin=2 * tokens.GRID,
        )
        column.addLayout(boxes.row((self.other, 1), self.take_button))
        boxes.column(GrowingArea(content, 40 * tokens.GRID, self), parent=self)

    def _connect(self) -> None:
        self.found.currentRowChanged.connect(self._point)
        self.texts.entered.connect(self._on_entered)
        self.texts.text.selectionChanged.connect(self._on_selected)
        self.place.stand_wanted.connect(self.let_stand)
        self.place.label_wanted.connect(lambda label: self._decide(How.LABEL, label))
        self.place.words_wanted.connect(lambda words: self._decide(How.WORDS, words))
        self.place.profile_wanted.connect(self._leave_to_profile)
        self.place.previous_wanted.connect(lambda: self._step(-1))
        self.place.next_wanted.connect(lambda: self._step(1))
        words = action(self, Shortcut.OTHER_WORDS, self.place.words.accessibleName())
        words.triggered.connect(self.place.words.setFocus)
        self.confirm_button.clicked.connect(self._confirm)
        self.back_button.clicked.connect(self._take_back)
        self.take_button.clicked.connect(self._take_over)

    # --- showing ---

    def clear(self) -> None:
        """Forget the text that is shown."""
        self._review, self._listed, self._chosen = None, [], None

    def show_review(self, review: TextReview) -> None:
        """Show a text; if it is the text that was shown before, the selected place stays selected."""
        before, kept_span = self._review, self._at()
        same = before is not None and (before.record, before.field) == (review.record, review.field)
        self._review, self._chosen = review, None
        self.trouble.hush()
        self._show_state(review)
        doubtful = sum(place.decide for place in review.found)
        sorted_places = sorted(review.found, key=lambda place: not place.decide)
        self._listed = [*sorted_places, *(MarkedWords(span, mark) for mark, span in texts.told(review))]
        self.said.setText(Confirming().words(review.marked))
        self.said.setVisible(bool(review.marked) and review.state is not TextState.REVIEWED)
        self.texts.show_review(review, self._listed)
        self._list_found()
        self._count_doubtful(doubtful)
        self.confirm_button.setEnabled(review.state is not TextState.REVIEWED and not doubtful)
        self.back_button.setEnabled(review.state is not TextState.UNREVIEWED)
        self.other.clear()
        for name in review.decided_for:
            self.other.addItem(profile_words(name), name)
        for widget in (self.other, self.take_button):
            widget.setVisible(bool(review.decided_for))
        places = [
            row for row, place in enumerate(self._listed) if place.at is not None and place.at == kept_span
        ]
        self.found.setCurrentRow(places[0] if same and places else 0)
        self._point(self.found.currentRow())

    def _show_state(self, review: TextReview) -> None:
        self.state.setText(text_state_word(review.state))
        tones = {TextState.REVIEWED: "good", TextState.CHANGED: "warn"}
        theme.set_role(self.state, tones.get(review.state, ""))
        self.by.setVisible(review.reviewed is not None)
        if review.reviewed is not None:
            words = self.tr("Reviewed by {who}, {time}")
            self.by.setText(words.format(who=review.reviewed.who, time=utc(review.reviewed.time)))
        self.lost.setVisible(review.lost > 0)
        self.lost.setText(
            self.tr(
                "%n decisions or protected places were about words that are no longer in the text.",
                "",
                review.lost,
            )
        )

    def _list_found(self) -> None:
        """List the places: first the matches to decide about, then other matches, then mere marks."""
        self.found.blockSignals(True)
        self.found.clear()
        for place in self._listed:
            item = ListItem(place_words(place), self.found)
            if isinstance(place, MarkedWords):
                continue  # it needs no answer
            if place.decide:
                item.setIcon(theme.icon("warning"))
                item.setForeground(QColor(theme.colours().warn))
            elif place.decision is not None:
                item.setIcon(theme.icon("done"))
        if not self._listed:
            self.found.addItem(self.tr("No name that this vault knows, and no telling number."))
        self.found.blockSignals(False)

    def _count_doubtful(self, count: int) -> None:
        """Show how many places the reader has to decide about before the text can be confirmed."""
        self.doubt.setVisible(count > 0)
        self.doubt.setText(
            self.tr(
                "%n place(s) may tell of somebody who may not be named. Decide about each: keep it, or put a"
                " label or other words there. Until then the text stays here.",
                "",
                count,
            )
        )
        text = self.tr("I have read it: it may go out")
        self.confirm_button.setText(text)
        self.confirm_button.setAccessibleName(text)

    # --- one place ---

    def _at(self) -> Span | None:
        """Return the place that the next decision is about: selected text, or else the list entry."""
        place = self._shown()
        return self._chosen or (None if place is None else place.at)

    def _shown(self) -> ReviewedPlace | MarkedWords | None:
        row = self.found.currentRow()
        return self._listed[row] if self._chosen is None and 0 <= row < len(self._listed) else None

    def _step(self, by: int) -> None:
        if self._listed:
            current_row = self.found.currentRow()
            self._chosen = None
            row = (current_row + by) % len(self._listed)
            if row == current_row:
                self._point(row)
            self.found.setCurrentRow(row)

    def _point(self, row: int) -> None:
        self._chosen = None
        place = self._shown()
        if place is None:
            self._show_place("", None)
            return
        if place.at is not None:
            self.texts.text.go_to(place.at)
        self._point_out(place)

    def _point_out(self, place: ReviewedPlace | MarkedWords) -> None:
        if isinstance(place, ReviewedPlace):
            self.texts.result.go_to(place.told)
        self._show_place(place_words(place), place)

    def _on_entered(self, place: ReviewedPlace | MarkedWords) -> None:
        """Select the place that the cursor came to, and announce to screen readers why it is marked."""
        row = self._listed.index(place)
        if row == self.found.currentRow() and self._chosen is None:
            return
        self.found.blockSignals(True)
        self.found.setCurrentRow(row)
        self.found.blockSignals(False)
        self._chosen = None
        self._point_out(place)

    def _on_selected(self) -> None:
        span = self.texts.text.selected
        if span is None or self._review is None:
            return
        self._chosen = span
        words = self._review.text[slice(*span)]
        by_you = self.tr("selected by you")  # apart: what stands within an f-string is found by no translator
        self._show_place(f"“{words}” · {by_you}", None)

    def _show_place(self, about: str, place: ReviewedPlace | MarkedWords | None) -> None:
        self.confirm.withdraw()
        listed_place = place if isinstance(place, ReviewedPlace) else None
        decision = None if listed_place is None else listed_place.decision
        reading = self._chosen is not None or (place is not None and place.can_be_decided)
        stands = decision is not None and decision.how is How.STAY
        labelled = () if self._review is None else self._review.labelled
        self.place.show_place(
            about,
            labels_of(labelled),
            label=NOBODYS if place is None else proposed_label(place, labelled),
            words="" if place is None else proposed_words(place),
            can_stand=listed_place is not None
            and reading
            and not stands
            and (listed_place.decide or listed_place.becomes is not None),
            can_be_replaced=reading,
            is_decided=decision is not None,
        )
        self.texts.text.setAccessibleDescription(about)
        announce(self.place.about, about)

    # --- deciding ---

    def let_stand(self) -> None:
        """Decide that the words at this place stay as they are."""
        self._decide(How.STAY)

    def _decide(self, how: How, instead: str = "") -> None:
        span = self._at()
        if span is not None:
            self._put(Decision(*span, how, instead))

    def _put(self, decision: Decision, *, certain: bool = False) -> None:
        review = self._review
        if review is None:
            return

        def failed(error: HrdDeskError) -> None:
            self._fail(error)
            if isinstance(error, MayNameSomebody):
                self.trouble.hush()
                self._ask(decision)

        self._change(
            lambda session: text_decisions.decide(
                session, _ref(review), review.profile, decision, certain=certain, printed=review.printed
            ),
            failed=failed,
        )

    def _ask(self, decision: Decision) -> None:
        """Ask the user to confirm that the words are nobody's name here; the question is withdrawn when the
        user goes to another place.
        """
        place = self._shown()
        if not isinstance(place, ReviewedPlace) or place.at != decision.span:
            return
        question = self.tr(
            "“{words}” is or may be the name of somebody who may not be named: {people}. Let it stand only if"
            " it certainly means something else here."
        )
        if not place.people:
            question = self.tr(
                "“{words}” is or may be a name that is kept back. Let it stand only if it certainly means"
                " something else here."
            )
        self.confirm.ask(
            question.format(words=place.text, people=people_together(place.people)),
            self.tr("It certainly means something else"),
            self.tr("Replace it"),
            lambda: self._put(decision, certain=True),
            self.texts.text,
        )

    def _leave_to_profile(self) -> None:
        span, review = self._at(), self._review
        if span is not None and review is not None:
            self._change(
                lambda session: text_decisions.leave_to_profile(
                    session, _ref(review), review.profile, span, review.printed
                )
            )

    def _take_over(self) -> None:
        review, other_profile = self._review, self.other.currentData()
        if review is not None and other_profile:
            self._change(
                lambda session: text_decisions.take_over(
                    session, _ref(review), review.profile, other_profile, review.printed
                )
            )

    def _confirm(self) -> None:
        review = self._review
        if review is not None:
            self._change(
                lambda session: texts.review(
                    session, _ref(review), review.profile, review.digest, review.printed
                ),
                then=lambda: self._desk.say(
                    self.tr("The text may go out under this profile."),
                    todo=self.tr(
                        "When it changes, or a publication asks more about it, it must be read again."
                    ),
                ),
            )

    def _take_back(self) -> None:
        review = self._review
        if review is not None:
            self._change(
                lambda session: texts.unreview(session, _ref(review), review.profile),
                then=lambda: self._desk.say(self.tr("The review was taken back.")),
            )

    def _change(
        self,
        work: Callable[[Session], Outcome[object]],
        *,
        then: Callable[[], None] | None = None,
        failed: Callable[[HrdDeskError], None] | None = None,
    ) -> None:
        self.is_deciding = True

        def done(_: object) -> None:
            self.is_deciding = False
            if then is not None:
                then()
            self.decided.emit()

        self._desk.change(self, lambda session, job: work(session), done, failed=failed or self._fail)

    def _fail(self, error: HrdDeskError) -> None:
        self.is_deciding = False
        self.complain(error)

    def complain(self, error: HrdDeskError) -> None:
        """Show the error on this page."""
        self.trouble.complain(messages.of(error).text)


class _Column(QWidget):
    """A column that asks only for its smallest useful height; if its content needs more, the page scrolls."""

    def heightForWidth(self, width: int) -> int:
        """Return the smallest useful height of the column at a width."""
        layout = self.layout()
        return super().heightForWidth(width) if layout is None else layout.minimumHeightForWidth(width)


def _ref(review: TextReview) -> str:
    return f"{review.record}:{review.field}"
