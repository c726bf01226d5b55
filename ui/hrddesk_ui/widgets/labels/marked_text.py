"""A read-only text in which some places are marked."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QTextEdit,  # noqa: TID251  (the type of a marked place is inside it)
    QToolTip,
    QWidget,
)

from hrddesk_ui.theme import theme, tokens

_Line = QTextCharFormat.UnderlineStyle


class MarkTone(Enum):
    """The meaning of a mark. Each meaning has its own underline style, for people who see no colours."""

    PLAIN = _Line.SingleUnderline
    DECIDE = _Line.WaveUnderline  # somebody has to decide about it
    DECIDED = _Line.DashUnderline
    STAYS = _Line.DotLine  # by itself: it may be told


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """One marked span of characters with the reason for the mark."""

    span: tuple[int, int]
    tone: MarkTone = MarkTone.PLAIN
    reason: str = ""


class MarkedText(QPlainTextEdit):
    """A plain read-only text whose marks are coloured and underlined.

    A tool tip shows the reason for the mark under the mouse.
    """

    entered = Signal(int)
    """The user moved the cursor into the mark with this number; if marks overlap, into the innermost one."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._units: list[int] | None = None
        self._marks: list[MarkedPlace] = []
        self._moving = False
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(tokens.GRID)
        self.setAccessibleName(name)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.cursorPositionChanged.connect(self._on_moved)

    def show_text(self, text: str, spans: Iterable[tuple[int, int]] = ()) -> None:
        """Show `text` and mark the characters of each span in `spans`."""
        self.show_marks(text, map(MarkedPlace, spans))

    def show_marks(self, text: str, marks: Iterable[MarkedPlace]) -> None:
        """Show `text` with its marks. If the text is the same as before, the cursor keeps its position."""
        if text != self._text:
            self._text = text
            self._units = _units(text)
            self._moving = True
            self.setPlainText(text)
            self._moving = False
        self._marks = list(marks)
        self._mark(None)

    def show_spans(self, spans: Iterable[tuple[int, int]]) -> None:
        """Replace the marks of the text that is shown by marks on these spans."""
        self._marks = [MarkedPlace(span) for span in spans]
        self._mark(None)

    def go_to(self, span: tuple[int, int]) -> None:
        """Scroll to a span and mark it more strongly than the others."""
        self._mark(span)
        cursor = self.textCursor()
        cursor.setPosition(self._place(span[0]))
        self._moving = True
        self.setTextCursor(cursor)
        self._moving = False
        self.centerCursor()

    @property
    def selected(self) -> tuple[int, int] | None:
        """The span of the selected characters; None if there is no selection."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self._index(cursor.selectionStart()), self._index(cursor.selectionEnd())

    @property
    def marked(self) -> Sequence[str]:
        """The marked pieces of text, with the characters that Qt puts in for line ends."""
        return [selection.cursor.selectedText() for selection in self.extraSelections()]

    @property
    def doubtful(self) -> Sequence[str]:
        """The marked pieces that the user has to decide about."""
        return self.marked_as(MarkTone.DECIDE)

    def marked_as(self, tone: MarkTone) -> Sequence[str]:
        """Return the pieces of text whose marks have this tone."""
        return [
            selection.cursor.selectedText()
            for selection in self.extraSelections()
            if selection.format.underlineStyle() is tone.value
        ]

    def reason_at(self, index: int) -> str:
        """Return the reason for the innermost mark that contains a character; "" if no mark contains it."""
        number = self._number_at(index)
        return "" if number is None else self._marks[number].reason

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the reason for the mark under the mouse as a tool tip."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        reason = self.reason_at(self._index(self.cursorForPosition(event.pos()).position()))
        if reason:
            QToolTip.showText(event.globalPos(), reason, self)
        else:
            QToolTip.hideText()
        return True

    def _on_moved(self) -> None:
        cursor = self.textCursor()
        if self._moving or cursor.hasSelection() or not self._marks:
            return
        number = self._number_at(self._index(cursor.position()))
        if number is not None:
            self.entered.emit(number)

    def _number_at(self, index: int) -> int | None:
        around = [
            (mark.span[1] - mark.span[0], number)
            for number, mark in enumerate(self._marks)
            if mark.span[0] <= index < mark.span[1]
        ]
        return min(around)[1] if around else None

    def _mark(self, current: tuple[int, int] | None) -> None:
        selections, marks = [], list(self._marks)
        if current is not None and all(mark.span != current for mark in marks):
            marks.append(MarkedPlace(current))
        for mark in marks:
            selection = QTextEdit.ExtraSelection()
            style = QTextCharFormat()
            strong = mark.span == current
            style.setBackground(QColor(theme.colours().accent if strong else _ground(mark.tone)))
            style.setForeground(QColor(theme.colours().on_accent if strong else theme.colours().text))
            style.setUnderlineStyle(mark.tone.value)
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._place(mark.span[0]))
            cursor.setPosition(self._place(mark.span[1]), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format = style
            selections.append(selection)
        self.setExtraSelections(selections)

    def _place(self, index: int) -> int:
        """Return Qt's position of a character. Qt counts UTF-16 units, and counts a line end as one."""
        return index if self._units is None else self._units[index]

    def _index(self, position: int) -> int:
        """Return the index of the character at one of Qt's positions."""
        return position if self._units is None else max(0, bisect_right(self._units, position) - 1)


def _ground(tone: MarkTone) -> str:
    colours = theme.colours()
    grounds = {
        MarkTone.DECIDE: colours.doubt,
        MarkTone.DECIDED: colours.good_ground,
        MarkTone.STAYS: colours.info_ground,
    }
    return grounds.get(tone, colours.mark)


def _units(text: str) -> list[int] | None:
    """Return Qt's position of each character of a text, and of the end of the text.

    Qt counts some characters as two (UTF-16 units), and counts the two characters CR LF of a line end as
    one. Return None if Qt and Python count alike in this text.
    """
    if "\r\n" not in text and all(character <= "\uffff" for character in text):
        return None
    offsets, offset = [], 0
    for number, character in enumerate(text):
        offsets.append(offset)
        if character != "\r" or text[number + 1 : number + 2] != "\n":
            offset += 2 if character > "\uffff" else 1
    return [*offsets, offset]
