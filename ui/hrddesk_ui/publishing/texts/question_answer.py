"""A question about the texts of a publication, or a text to confirm, with the buttons and keys to answer."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QWidget

from hrddesk.redact.passages.wording import How
from hrddesk_ui.theme import heights, tokens
from hrddesk_ui.theme.shortcuts import Shortcut
from hrddesk_ui.widgets.labels.announcing import announce
from hrddesk_ui.widgets.labels.marked_text import MarkedPlace, MarkedText
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.turning_row import TurningRow

Span = tuple[int, int]
_LONG: Final = re.compile(r"(\S{24})(?=\S)")
Heard = Sequence[tuple[str, Sequence[tuple[str, Span]]]]
"""Texts by name, each with the sentences that contain the words, and the places of the words in them."""


class QuestionAnswer(QWidget):
    """The question and its buttons; the buttons never move, and none of them is the default."""

    answered = Signal(object, bool)  # How, and whether in all texts
    like_wanted = Signal()
    text_wanted = Signal()
    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.about = page_layout.heading("", self)
        self.meaning = page_layout.words("", self)
        self.sentences = MarkedText(self.tr("Where it is written"), self)
        heights.take_what_there_is(self.sentences, 12)
        self.keep = self._button(Shortcut.KEEP, lambda: self.answered.emit(How.STAY, False))
        self.cover = self._button(Shortcut.COVER_WORD, lambda: self.answered.emit(How.LABEL, False))
        self.keep_all = self._button(Shortcut.KEEP_ALL, lambda: self.answered.emit(How.STAY, True))
        self.cover_all = self._button(Shortcut.COVER_ALL, lambda: self.answered.emit(How.LABEL, True))
        self.like = self._button(Shortcut.LIKE_THIS, self.like_wanted)
        self.text = self._button(Shortcut.OPEN_TEXT, self.text_wanted)
        self.confirm = self._button(Shortcut.CONFIRM_TEXT, self.confirmed)
        boxes.column(
            self.about,
            self.meaning,
            (self.sentences, 1),
            TurningRow(self.keep, self.cover, parent=self),
            TurningRow(self.keep_all, self.cover_all, parent=self),
            TurningRow(self.like, self.text, parent=self),
            TurningRow(self.confirm, parent=self),
            parent=self,
            margin=2 * tokens.GRID,
        )
        self.show_nothing()

    def _button(self, key: Shortcut, pressed: Callable[[], object] | SignalInstance) -> QPushButton:
        button = boxes.button("", pressed, self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # else Space answers the next question after a click
        button.setProperty("key", key.shown)
        return button

    def show_nothing(self) -> None:
        """Show that there is no question."""
        self._say("", "")
        self.sentences.show_text("")
        self._offer(texts=0, likes=0, like=None, is_asked=False, confirms=False)

    def show_question(self, words: str, meaning: str, heard: Heard, *, likes: int, like: How | None) -> None:
        """Show a question: the words, whom they may mean, and the sentences in which they are used.

        `heard` has the texts with these sentences. If the question is about an ordinary word, `like` is the
        user's last answer to such a question. `likes` is the number of such questions without an answer.
        """
        self._say(f"“{words}”", meaning)
        lines, marks, offset = list[str](), list[MarkedPlace](), 0
        for name, sentences in heard:
            lines.append(name)
            offset += len(name) + 1
            for sentence, (start, end) in sentences:
                lines.append(sentence)
                marks.append(MarkedPlace((offset + start, offset + end)))
                offset += len(sentence) + 1
            lines.append("")
            offset += 1
        self.sentences.show_marks("\n".join(lines).rstrip(), marks)
        self._offer(texts=len(heard), likes=likes, like=like, is_asked=True, confirms=False)
        self._speak()

    def show_text(
        self, name: str, state: str, notes: str, text: str, spans: Iterable[Span], *, confirms: bool
    ) -> None:
        """Show a text to confirm, as it would be published, with marks on `spans`; `notes` are shown before
        it.

        `confirms` says whether it can be confirmed now.
        """
        self._say(name, state)
        notes = f"{notes}\n\n" if notes else ""
        moved = ((start + len(notes), end + len(notes)) for start, end in spans)
        self.sentences.show_text(notes + text, moved)
        self._offer(texts=1, likes=0, like=None, is_asked=False, confirms=confirms)
        self._speak()

    def _speak(self) -> None:
        """Announce the question and the first two lines below it to screen readers."""
        heard = self.sentences.toPlainText().split("\n")[:2]
        words = self.about.accessibleName(), self.meaning.accessibleName()
        spoken = " ".join((*words, *heard))
        self.about.setAccessibleName(spoken)
        announce(self.about, spoken)

    def _say(self, about: str, meaning: str) -> None:
        for label, words in ((self.about, about), (self.meaning, meaning)):
            label.setText(_LONG.sub("\\1\u200b", words))  # a name may be longer than a line
            label.setAccessibleName(words)

    def _offer(self, *, texts: int, likes: int, like: How | None, is_asked: bool, confirms: bool) -> None:
        everywhere = is_asked and texts > 1
        keep_all, cover_all = (
            self.tr("Keep in all %n texts", "", texts),
            self.tr("Cover in all %n texts", "", texts),
        )
        likes_words = self.tr("All ordinary words left: the same")
        if like is How.STAY:
            likes_words = self.tr("Keep the %n other words left, too", "", likes)
        elif like is How.LABEL:
            likes_words = self.tr("Cover the %n other words left, too", "", likes)
        for button, words, enabled in (
            (self.keep, self.tr("Keep"), is_asked),
            (self.cover, self.tr("Cover"), is_asked),
            (self.keep_all, keep_all if everywhere else self.tr("Keep in all texts"), everywhere),
            (self.cover_all, cover_all if everywhere else self.tr("Cover in all texts"), everywhere),
            (self.like, likes_words, likes > 0 and like is not None),
            (self.text, self.tr("Open the text"), texts > 0),
            (self.confirm, self.tr("I have read it: it may go out"), confirms),
        ):
            button.setText(f"{words} ({button.property('key')})")
            button.setAccessibleName(words)
            button.setEnabled(enabled)
