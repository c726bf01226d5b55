"""Finds and selects given words in the lines of a form."""

from collections.abc import Iterable

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from hrddesk.records.texts.excerpts import span_of

Line = QLineEdit | QPlainTextEdit


def select_words(lines: Iterable[Line], words: str) -> Line | None:
    """Select the words in the first line that contains them, and return this line; None if no line does.

    Words and text are compared as the search compares them.
    """
    for line in lines:
        text = line.text() if isinstance(line, QLineEdit) else line.toPlainText()
        span = span_of(text, words)
        if span is not None:
            _select(line, *(_units(text[:offset]) for offset in span))
            return line
    return None


def _select(line: Line, start: int, end: int) -> None:
    if isinstance(line, QLineEdit):
        line.setSelection(start, end - start)
        return
    cursor = line.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    line.setTextCursor(cursor)
    line.centerCursor()


def _units(text: str) -> int:
    """Return the length of a text in UTF-16 code units, in which Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
