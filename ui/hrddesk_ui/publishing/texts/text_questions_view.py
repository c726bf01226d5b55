"""The list of all questions about the texts of a publication, answered by keys from top to bottom."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtWidgets import QWidget

from hrddesk.actions.content_review import text_questions, texts
from hrddesk.actions.content_review.text_questions import Group, TextQuestion
from hrddesk.actions.content_review.texts import ReadText, TextState
from hrddesk.actions.publishing import publications
from hrddesk.actions.scope.publication_request import PublishRequest
from hrddesk.errors import HrdDeskError
from hrddesk.records.language.scripts import is_chinese
from hrddesk.records.names.display_names import people_together
from hrddesk.records.texts.texts import texts_of
from hrddesk.redact.passages.wording import How
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.desk.runner import Task
from hrddesk_ui.error_words import messages
from hrddesk_ui.figures.conditions_edit import begun
from hrddesk_ui.publishing.profiles.profile_choice import ProfileChoice
from hrddesk_ui.publishing.profiles.publish_words import found_word, text_state_word
from hrddesk_ui.publishing.texts.mark_words import Confirming
from hrddesk_ui.publishing.texts.question_answer import QuestionAnswer
from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.theme.shortcuts import Shortcut, action
from hrddesk_ui.widgets.forms.texts_edit import text_words
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.turning_splitter import TurningSplitter
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.widgets.lists.wrapped_list import WrappedList
from hrddesk_ui.words.record_words import RecordWords

SIDE_BY_SIDE: Final = 800  # pixels from which a question stands beside the list
_PAUSE: Final = 250  # milliseconds in which a second press is taken for a slip
Entry = TextQuestion | ReadText


class TextQuestionsView(QWidget):
    """A list of the questions by kind and of the texts to confirm; beside it, the chosen question or text."""

    text_wanted = Signal(str, str, object)
    """The user wants to read a whole text; carries its reference, the profile and `TextReview.printed`."""
    preview_wanted = Signal()
    """All questions are answered and all texts confirmed: the next step is the preview."""

    def __init__(
        self, desk: Desk, publication: Callable[[], PublishRequest], parent: QWidget | None = None
    ) -> None:
        """Build the page; `publication` returns the request as it is now. If no case is chosen there, the
        questions are about all cases.
        """
        super().__init__(parent)
        self._desk, self._publication = desk, publication
        self._read: list[ReadText] = []
        self._entries: list[Entry | None] = []  # of each row; None is a heading
        self._asked = set[str]()  # the texts about which something is asked
        self._asked_for: PublishRequest | None = None
        self._looking: Task | None = None
        self._deciding = self._stale = self._anew = False
        self._words_of, self._titles = RecordWords(desk.reader), dict[str, str]()
        self._like: How | None = None  # the last answer about an ordinary word
        self._shown_for = QElapsedTimer()
        self.profile = ProfileChoice(self.tr("For which profile"), self)
        self.progress = page_layout.words("", self)
        self.preview_button = boxes.button(self.tr("Preview again"), self.preview_wanted, self, icon="search")
        self.preview_button.setAccessibleName(self.preview_button.text())
        self.preview_button.hide()
        self.questions = WrappedList(self.tr("Questions about the texts"), self)
        self.questions.setMinimumWidth(26 * tokens.GRID)
        self.answer = QuestionAnswer(self)
        self.trouble = TroubleLabel(self)
        panes = TurningSplitter(SIDE_BY_SIDE, self)
        panes.add(self.questions, 2)
        panes.add(self.answer, 3)
        head = boxes.row((self.profile, 1), (self.progress, 1), self.preview_button)
        boxes.column(head, self.trouble, (panes, 1), parent=self, margin=(2 * tokens.GRID, tokens.GRID, 0, 0))
        self._connect(panes)

    def _connect(self, panes: QWidget) -> None:
        ask = self.answer
        self.profile.currentIndexChanged.connect(lambda: self._look())
        self.questions.currentRowChanged.connect(self._show)
        ask.answered.connect(self._answer)
        ask.like_wanted.connect(self._answer_like)
        ask.text_wanted.connect(self._open_text)
        ask.confirmed.connect(self._confirm)
        for key, button in (
            (Shortcut.KEEP, ask.keep),
            (Shortcut.COVER_WORD, ask.cover),
            (Shortcut.KEEP_ALL, ask.keep_all),
            (Shortcut.COVER_ALL, ask.cover_all),
            (Shortcut.LIKE_THIS, ask.like),
            (Shortcut.OPEN_TEXT, ask.text),
            (Shortcut.CONFIRM_TEXT, ask.confirm),
        ):
            shortcut = action(panes, key, button.accessibleName())
            shortcut.setShortcutContext(
                Qt.ShortcutContext.WidgetWithChildrenShortcut
            )  # letters of lists above
            shortcut.setAutoRepeat(False)  # a key that stays down answers one question
            shortcut.triggered.connect(button.click)
        self._desk.changed.connect(self._on_changed)

    # --- the list ---

    def load(self, profile: str = "") -> None:
        """Read the questions unless they are already shown; if `profile` is given, choose it first."""
        self.profile.show_profiles(publications.profile_names(self._desk.reader))
        if profile:
            self.profile.choose(profile)
            self.questions.setFocus()
        self._look()

    def _wanted(self) -> PublishRequest:
        """Return a request with only the settings on which the questions depend, such as the cases."""
        request = self._publication()
        return PublishRequest(
            profile=self.profile.currentData() or "",
            cases=request.cases or None,
            label=request.label,
            languages=request.languages,
            decided=request.decided,
            added=request.added,
            coarser=request.coarser,
            since=request.since,
            labels_off=request.labels_off,
        )

    def _look(self) -> None:
        request = self._wanted()
        cancelled = self._looking is not None and self._looking.done
        if not request.profile or (request == self._asked_for and not self._stale and not cancelled):
            return
        if self._looking is not None:
            self._looking.cancel()
        self._anew = self._anew or self._asked_for not in (None, request)
        self._asked_for, self._stale, self._like = request, False, None
        if self._anew:  # an answer to what is shown would hold for another profile or publication
            self._read = []
            self._list()
            self.progress.setText("")
            self._show(-1)

        def show(read: list[ReadText]) -> None:
            if request is self._asked_for:  # it may have ended before it heard that another one was asked for
                self._take(read)

        self._looking = self._desk.ask(
            self,
            lambda session, job: texts.read_all(session.store, request, job),
            show,
            failed=self._complain,
            label=self.tr("Looking through the texts"),
        )

    def _on_changed(self, _: Changes) -> None:
        if self._deciding:
            return  # what was answered is read again by itself
        self._stale = True
        if self.isVisible():
            self.load()

    def _take(self, read: list[ReadText]) -> None:
        """Show the texts as they are now, and select the next question without an answer.

        After an undo, select the question that lost its answer.
        """
        answered, self._deciding, self._looking = self._deciding, False, None
        row, before = max(0, self.questions.currentRow()), [*map(self._waits, self._entries)]
        if self._anew:  # for another profile or publication, which begins with its first question
            row, before, self._anew = 0, [], False
        self._read = read
        self._list()
        waits = [*map(self._waits, self._entries)]
        if not answered and len(waits) == len(before):
            again = [now and not was for now, was in zip(waits, before, strict=True)]
            waits = again if any(again) else waits
        following = (number % len(waits) for number in range(row, row + len(waits)))
        self.questions.setCurrentRow(next((number for number in following if waits[number]), row))
        self._show(self.questions.currentRow())

    def _list(self) -> None:
        listed = text_questions.questions(self._read)
        self._asked = {place.ref for one in listed for place in one.waiting}
        self._entries = []
        self._words_of, self._titles = RecordWords(self._desk.reader), {}
        self.questions.blockSignals(True)
        self.questions.clear()
        for group in Group:
            self._add(self._group_words(group), [one for one in listed if one.group is group])
        self._add(self.tr("Texts to read"), self._read)
        self.questions.blockSignals(False)
        open_count, unread = sum(bool(one.waiting) for one in listed), sum(map(_is_unread, self._read))
        questions, reading = (
            self.tr("%n question(s) left", "", open_count),
            self.tr("%n text(s) to read", "", unread),
        )
        words = f"{questions} · {reading}"
        if not self._read:
            words = self.tr("No text can go out under this profile: there is nothing to ask.")
        self.progress.setText(words)
        theme.set_role(self.progress, "" if open_count or unread else "good")
        self.preview_button.setVisible(bool(self._read) and not open_count and not unread)

    def _add(self, heading: str, entries: Sequence[Entry]) -> None:
        if not entries:
            return
        title = ListItem(heading, self.questions)
        title.setFlags(Qt.ItemFlag.NoItemFlags)
        self._entries.append(None)
        for entry in entries:
            item = ListItem(self._words(entry), self.questions)
            done = not (_is_unread(entry) if isinstance(entry, ReadText) else entry.waiting)
            item.setIcon(theme.icon("done" if done else "warning" if self._waits(entry) else "info"))
            self._entries.append(entry)

    def _group_words(self, group: Group) -> str:
        if group is Group.PROTECTED:
            return self.tr("May be people who may not be named")
        if group is Group.UNKNOWN:
            return self.tr("May be unknown names, numbers or addresses")
        return self.tr("Ordinary words")

    def _words(self, entry: Entry) -> str:
        if isinstance(entry, ReadText):
            return f"{self._title(entry)} — {text_state_word(entry.review.state)}"
        answers = {place.decision.how for place in entry.places if place.decision is not None}
        words = {How.STAY: self.tr("kept"), How.LABEL: self.tr("covered")}
        notes = [words[how] for how in (How.STAY, How.LABEL) if how in answers]
        if notes and entry.waiting:
            notes.append(self.tr("still asked in %n text(s)", "", len({one.ref for one in entry.waiting})))
        return " — ".join([f"“{entry.words}”", *([", ".join(notes)] if notes else [])])

    def _title(self, text: ReadText) -> str:
        if text.ref not in self._titles:
            record, field = self._desk.reader.find(text.review.record), text.review.field
            title = text.ref if record is None else self._words_of.title_in_case(record)
            listed = [] if record is None else texts_of(record)
            for number, one in enumerate(listed, 1):
                if one.field == field and len(listed) > 1:
                    title = f"{title}: {text_words(one, number)}"
            self._titles[text.ref] = title
        return self._titles[text.ref]

    def _waits(self, entry: Entry | None) -> bool:
        """Tell whether an entry of the list needs an answer and can get one now."""
        if isinstance(entry, ReadText):
            return _is_unread(entry) and not entry.review.undecided and entry.ref not in self._asked
        return entry is not None and bool(entry.waiting)

    def _entry(self) -> Entry | None:
        row = self.questions.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    # --- one question ---

    def _show(self, row: int) -> None:
        del row
        self._shown_for.start()
        entry = self._entry()
        if entry is None:
            self.answer.show_nothing()
        elif isinstance(entry, ReadText):
            review = entry.review
            replaced = (one.told for one in review.found if one.becomes is not None)
            spans = {(start, end) for start, end in replaced if start < end}
            for words in {mark.words for mark in review.marked}:
                spans |= {match.span() for match in re.finditer(_as_a_word(words), review.result)}
            self.answer.show_text(
                self._title(entry),
                self._text_words(entry),
                Confirming().words(review.marked),
                review.result,
                sorted(spans),
                confirms=self._waits(entry),
            )
        else:
            self.answer.show_question(
                entry.words,
                self._meaning(entry),
                list(self._heard(entry)),
                likes=len(self._likes()),
                like=self._like if entry.group is Group.WORD else None,
            )

    def _text_words(self, text: ReadText) -> str:
        if text.ref in self._asked:
            return self.tr("Answer the questions about it first.")
        if text.review.undecided:
            return self.tr("Words that were put into it may name somebody: open the text, and decide there.")
        return self.tr("How it would be published")

    def _heard(self, question: TextQuestion) -> Iterator[tuple[str, list[tuple[str, tuple[int, int]]]]]:
        """Yield the title of each text in order, with the sentences that the next answer is about."""
        texts_by_ref, places = {text.ref: text for text in self._read}, question.waiting or question.places
        for ref in dict.fromkeys(place.ref for place in places):
            once = dict.fromkeys((place.sentence, place.within) for place in places if place.ref == ref)
            yield self._title(texts_by_ref[ref]), list(once)

    def _meaning(self, question: TextQuestion) -> str:
        """Return a sentence on what the words may be, or whom they may mean; it never reveals a source."""
        if question.form is not None:
            return begun(found_word(question.form))
        people = people_together(question.people)
        if not people:
            return self.tr("It may mean somebody who may not be named.")
        if question.others:
            return self.tr("It may mean {people}, or somebody else who may not be named.").format(
                people=people
            )
        return self.tr("It may mean {people}.").format(people=people)

    def _likes(self) -> list[TextQuestion]:
        """Return the questions that have no answer yet and are about ordinary words (`Group.WORD`)."""
        entries = (entry for entry in self._entries if isinstance(entry, TextQuestion))
        return [one for one in entries if one.group is Group.WORD and one.waiting]

    # --- answering ---

    def _answer(self, how: How, everywhere: bool) -> None:
        entry = self._entry()
        if isinstance(entry, TextQuestion):
            refs = list(dict.fromkeys(one.ref for one in entry.waiting or entry.places))
            self._like = how if entry.group is Group.WORD else self._like
            self._decide([entry.within(refs if everywhere else refs[:1])], how)

    def _answer_like(self) -> None:
        if self._like is not None:
            waiting = ((one, [place.ref for place in one.waiting]) for one in self._likes())
            self._decide([one.within(refs) for one, refs in waiting], self._like)

    def _decide(self, questions: Sequence[TextQuestion], how: How) -> None:
        read, refs = self._read, {ref for one in questions for ref in one.refs}

        def work(session: Session) -> Outcome[list[ReadText]]:
            changes = text_questions.answer(session, read, [(one, how) for one in questions]).changes
            return Outcome(text_questions.renewed(session, read, refs), changes)

        self._change(work)

    def _confirm(self) -> None:
        entry, read = self._entry(), self._read
        if isinstance(entry, ReadText):
            ref, review = entry.ref, entry.review

            def work(session: Session) -> Outcome[list[ReadText]]:
                changes = texts.review(session, ref, review.profile, review.digest, review.printed).changes
                return Outcome(text_questions.renewed(session, read, {ref}), changes)

            self._change(work)

    def _change(self, work: Callable[[Session], Outcome[list[ReadText]]]) -> None:
        if self._deciding or self._shown_for.elapsed() < _PAUSE:
            return  # a second press was meant for the question before
        self._deciding, request = True, self._asked_for

        def show(read: list[ReadText]) -> None:
            if request is self._asked_for:
                self._take(read)
            else:  # another profile was chosen meanwhile: its texts may have been read before this answer
                self._deciding, self._stale = False, True
                self._look()

        self.trouble.hush()
        self._desk.change(self, lambda session, job: work(session), show, failed=self._fail)

    def _open_text(self) -> None:
        entry = self._entry()
        if entry is not None:
            ref = entry.ref if isinstance(entry, ReadText) else entry.refs[0]
            review = next(text.review for text in self._read if text.ref == ref)
            self.text_wanted.emit(ref, self.profile.currentData(), review.printed)

    def _complain(self, error: HrdDeskError) -> None:
        self._asked_for = None
        self.trouble.complain(messages.of(error).text)

    def _fail(self, error: HrdDeskError) -> None:
        """Show the error and read the questions again, because something changed and no answer was stored."""
        self._deciding = False
        self._complain(error)
        self._look()


def _as_a_word(words: str) -> str:
    """Return a pattern that finds `words` only as whole words, except beside a Chinese character."""
    before, after = ("" if is_chinese(end) else r"\b" for end in (words[0], words[-1]))
    return before + re.escape(words) + after


def _is_unread(text: ReadText) -> bool:
    return text.review.state is not TextState.REVIEWED
