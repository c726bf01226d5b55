"""The frame of every form: the fields on a scrolling page, and below it a message, Cancel and Save."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from hrddesk.records.model.kinds import COMMENTS, TEXTS
from hrddesk.records.model.record import Record
from hrddesk.records.texts.questions import Question
from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.theme.shortcuts import Shortcut, action
from hrddesk_ui.widgets.buttons.confirm_bar import ConfirmBar
from hrddesk_ui.widgets.fields.term_edit import unclear_terms
from hrddesk_ui.widgets.forms import form_letters
from hrddesk_ui.widgets.forms.answers_edit import AnswersBinding, AnswersEdit
from hrddesk_ui.widgets.forms.bound_form import BoundForm
from hrddesk_ui.widgets.forms.citations_edit import CitationsBinding
from hrddesk_ui.widgets.forms.comments_edit import CommentsEdit
from hrddesk_ui.widgets.forms.form_letters import Letters
from hrddesk_ui.widgets.forms.form_positions import Line, select_words
from hrddesk_ui.widgets.forms.rows_edit import RowsBinding
from hrddesk_ui.widgets.forms.source_picker import Sources
from hrddesk_ui.widgets.forms.texts_edit import ListedTextsBinding, TextsEdit
from hrddesk_ui.widgets.forms.wrong_fields import WrongFields, says_itself
from hrddesk_ui.widgets.labels.hint_label import HintLabel, Tone
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.widgets.layout import boxes, page_layout

DRAFT_DELAY_MS = 1000
"""The milliseconds after the first typed letter until the draft is handed over, whether typing goes on or
not.
"""
Draft = Mapping[str, object]


class FormEdit(BoundForm):
    """A form that is shown in a page.

    Saving does not close the form: the page that shows it closes it after the vault stored the values.
    """

    save_wanted = Signal(object)  # FormValues
    closed = Signal()
    drafted = Signal(object)  # Draft, soon after something was typed and when the form goes out of sight

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dirty = False
        self._before: QWidget | None = None
        self._typed_in: QWidget | None = None
        self._resume: QWidget | None = None
        self._notice = ""
        self._wrong = WrongFields()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(DRAFT_DELAY_MS)
        self._soon.timeout.connect(self.flush_draft)
        self._heading = Label(parent=self)
        theme.set_role(self._heading, "heading")
        head = boxes.row(
            self._heading, margin=(2 * tokens.GRID, tokens.GRID, 2 * tokens.GRID, tokens.GRID), spacing=-1
        )
        self._scroll = page_layout.scrolling(self.page, self)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.answers = AnswersEdit(self.page)
        self.touched.connect(self.mark_dirty)
        self._problem = HintLabel()
        self._cancel = boxes.button(self.tr("Cancel"), self.try_close)
        self._cancel.setToolTip("Esc")
        self._save = boxes.button(self.tr("Save"), self.try_save)
        self._save.setToolTip(Shortcut.SAVE.shown)
        theme.set_role(self._save, "primary")
        self.confirm = ConfirmBar()
        self._column = boxes.column(head, (self._scroll, 1), parent=self, spacing=0)
        # The window's, so that it also saves while the list beside the form has the keyboard.
        save = QShortcut(self)
        save.setKeys([QKeySequence(key) for key in (Shortcut.SAVE.value, "Ctrl+Return", "Ctrl+Enter")])
        save.setContext(Qt.ShortcutContext.WindowShortcut)
        for pressed in (save.activated, save.activatedAmbiguously):  # several forms may be in sight
            pressed.connect(lambda: _meant(self).try_save())

    def finish(self) -> None:
        """Add the parts that every form has below its fields, from citations to Cancel and Save.

        Call this after all fields were added, so that Tab reaches these parts last.
        """
        if self._cited is not None:
            self.bind(CitationsBinding(self._cited), self.tr("Who says so"), wide=True)
        if self.spec.list(TEXTS) is not None:
            with self.behind(self.tr("Other texts: translations, transcripts")):
                texts = ListedTextsBinding(self._list(TEXTS), TextsEdit())
                self.bind(texts, self.tr("Other texts"), wide=True, cite=TEXTS if self._cited else "")
        with self.behind(self.tr("Comments")):
            comments = RowsBinding(self._list(COMMENTS), CommentsEdit())
            self.bind(comments, self.tr("Comments"), wide=True)
        self.take_in(AnswersBinding(self.answers))
        self.page.place(self.answers, wide=True)
        foot = boxes.row(
            (self._problem, 1),
            self._cancel,
            self._save,
            margin=(2 * tokens.GRID, tokens.GRID, 2 * tokens.GRID, tokens.GRID),
        )
        self._column.addWidget(self.confirm)
        self._column.addLayout(foot)

    def whole_height(self, width: int) -> int:
        """Return the height in pixels with which no part of the form needs to scroll."""
        page = self.page.heightForWidth(width) if self.page.hasHeightForWidth() else 0
        others = self._column.sizeHint().height() - self._scroll.sizeHint().height()
        return max(page, self.page.sizeHint().height() if not page else 0) + others

    @property
    def dirty(self) -> bool:
        """Whether something was typed and not saved."""
        return self._dirty

    @property
    def is_busy(self) -> bool:
        """Whether the values are being saved."""
        return not self.page.isEnabled()

    @property
    def save_button(self) -> QPushButton:
        """The button that saves."""
        return self._save

    @property
    def cancel_button(self) -> QPushButton:
        """The button that closes the form without saving."""
        return self._cancel

    @property
    def problem_text(self) -> str:
        """The message below the form; "" if there is none."""
        return self._problem.text()

    def show_record(self, record: Record) -> None:
        """Show a stored record."""
        super().show_record(record)
        self.set_heading(self.heading(record))
        self.mark_clean()

    def begin(self, proposed: Record | None = None) -> None:
        """Begin a new record with the proposed values."""
        super().begin(proposed)
        self.set_heading(self.heading(None))

    def take_draft(self, draft: Mapping[str, Any]) -> None:
        """Show a draft: what was typed earlier and not saved."""
        super().take_draft(draft)
        self.mark_dirty()

    def restore(self, draft: Draft, base: Record | None, letters: Sequence[Any]) -> bool:
        """Show a draft that was typed while the form showed `base`; return False if the draft does not fit.

        `base` is None for a new record. `letters` is the result of the method `letters` for the draft. Only
        the differences from `base` are saved later, so that changes by others since then are kept.
        """
        try:
            if base is not None:
                self.show_record(base)
            self.take_draft(draft)
            self._put_letters(letters)
        except (AttributeError, KeyError, TypeError, ValueError):
            return False  # the fields of another version
        return True

    def letters(self) -> Letters:
        """Return the exact text of every line, and which line has the focus and where its cursor is.

        See `form_letters.Letters`.
        """
        focused = _focused(self)
        if focused is None or not focused.hasFocus():  # going out of sight, it has given the keyboard away
            focused = self._typed_in or focused
        return form_letters.read(self._lines(), focused)

    def resume_at(self) -> QWidget:
        """Return the field that had the focus when the draft was stored; otherwise the first field."""
        widget, self._resume = self._resume, None
        return widget or self.start()

    def _put_letters(self, letters: Sequence[Any]) -> None:
        self._resume = form_letters.put(self._lines(), letters)
        self._typed_in = self._resume or self._typed_in

    def _lines(self) -> list[Line]:
        visible_widgets = (each for each in self.page.findChildren(QWidget) if each.isVisibleTo(self.page))
        return [each for each in visible_widgets if isinstance(each, Line)]

    def ask(self, questions: Sequence[tuple[Question, str]]) -> None:
        """Show the desk's own questions below the fields, each with its current answer."""
        self.answers.ask(questions)
        for before, after in pairwise([*self.answers.stops(), self._cancel, self._save]):
            QWidget.setTabOrder(before, after)

    def go_to(self, field: str, words: str) -> None:
        """Focus and select the first line that contains `words`; lines of the field named
        `field` come first.
        """
        of_field = [button for button in self.page.cite_buttons if button.field == field]
        lines = sorted(self._lines(), key=lambda line: not any(button.is_of(line) for button in of_field))
        target = select_words(lines, words) or self.start()
        target.setFocus()
        self._bring_into_sight(target)

    def set_heading(self, text: str) -> None:
        """Show the text as the heading of the form and as its name for screen readers."""
        self._heading.setText(text)
        self._heading.setVisible(bool(text))
        self.setAccessibleName(text)

    def cite_with(self, sources: Sources, record_name: str) -> None:
        """Let the fields that are added after this call cite sources; Ctrl+R begins a citation."""
        super().cite_with(sources, record_name)
        self.citations.begun.connect(self._bring_into_sight)
        cite = action(self, Shortcut.CITE, self.tr("Cite a source for this field"))
        cite.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        cite.triggered.connect(self._cite_focused)

    def _bring_into_sight(self, widget: QWidget) -> None:
        """Scroll to a widget, after the layout has given it its position."""
        QTimer.singleShot(0, widget, lambda: self._scroll.ensureWidgetVisible(widget))

    def _cite_focused(self) -> None:
        focused = _focused(self)
        near = (button for button in self.page.cite_buttons if button.is_of(focused))
        self.citations.cite(next((button.field for button in near), ""))

    def mark_dirty(self) -> None:
        """Record that something was typed, and start the timer that hands over the draft."""
        self._typed_in = _focused(self) or self._typed_in
        self._wrong.spare_edited()
        self._problem.show_hint(self._notice, Tone.MUTED)
        self._dirty = True
        if not self._soon.isActive():  # not from the last letter: somebody may type without a pause
            self._soon.start()

    def mark_clean(self) -> None:
        """Record that the form shows the stored values, and remove all messages."""
        self.show_notice("")
        self._wrong.show([])
        self.confirm.withdraw()  # it asks about what is not saved
        self._dirty = False
        self._soon.stop()

    def show_problem(self, text: str) -> None:
        """Show a problem below the form; the typed text is kept."""
        self._problem.show_hint(text, Tone.BAD)
        self._save.setAccessibleDescription(text)

    def show_notice(self, text: str) -> None:
        """Show a note about the form until the form is saved; a problem takes the place of the note."""
        self._notice = text
        self._problem.show_hint(text, Tone.MUTED)

    def set_busy(self, busy: bool) -> None:
        """Disable the form while it is being saved, or enable it again.

        When the form is enabled, the field that had the focus gets it back.
        """
        if busy:
            self._before = _focused(self)
            _close_suggestions()
        self.page.setEnabled(not busy)
        self._save.setEnabled(not busy)
        self._cancel.setEnabled(not busy)
        if not busy and self._before is not None and self.isVisible():
            self._before.setFocus()
            self._before = None

    def try_save(self) -> None:
        """Emit the values to save; if a field is wrong, show the problem and focus that field instead."""
        if self.confirm.question:
            self.confirm.dismiss()  # to save is an answer too
        problems = [*self.problems(), *unclear_terms(self.page, self.stored)]
        self._wrong.show([widget for widget, _ in problems])
        for widget, _ in problems:
            self.page.bring_forward(widget)
        if problems:
            widget, text = problems[0]
            if says_itself(widget, text):
                text = self.tr("Look at the field that is marked: the words below it say what is wrong.")
            self.show_problem(text)
            _close_suggestions()  # they would stay below the field that is left, and take its keys
            widget.setFocus()
            self._scroll.ensureWidgetVisible(widget)
            return
        self.save_wanted.emit(self.changed_values())

    def try_close(self) -> None:
        """Close the form; if something is not saved, ask first."""
        if not self._dirty:
            self.closed.emit()
            return
        self.confirm.ask(
            self.tr("What you typed here is not saved."),
            self.tr("Discard it"),
            self.tr("Keep editing"),
            self._discard,
            _focused(self) or self.start(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the form on Escape, as Cancel does."""
        if event.key() == Qt.Key.Key_Escape:
            self.try_close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Emit the draft when the form is hidden."""
        self.flush_draft()
        super().hideEvent(event)

    def flush_draft(self) -> None:
        """Emit the draft now, if anything was typed and not saved."""
        self._soon.stop()
        if self._dirty:
            self.drafted.emit(self.draft())

    def _discard(self) -> None:
        self.mark_clean()
        self.closed.emit()


def _close_suggestions() -> None:
    if (suggestions := QApplication.activePopupWidget()) is not None:
        suggestions.close()


def _focused(form: QWidget) -> QWidget | None:
    """Return the focused control of the form, or None; Qt's type stubs forget that it may be None."""
    return form.focusWidget()


def _meant(form: FormEdit) -> FormEdit:
    """Return the form that a key means: of all forms in sight the nearest to the keyboard focus.

    Of several that are equally near, the one with unsaved content is meant. `form` is one of them.
    """
    widgets = form.window().findChildren(QWidget)
    forms = [each for each in widgets if isinstance(each, FormEdit) and each.isVisible()]
    around = QApplication.focusWidget()
    while around is not None:
        near = [each for each in forms if each is around or around.isAncestorOf(each)]
        if near:
            return next((each for each in near if each.dirty), near[0])
        around = around.parentWidget()
    return form
