"""The exact texts of the lines of a form, with the spaces at both ends, and the cursor position.

A draft stores them beside the values of the fields, which have no spaces at their ends.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from hrddesk_ui.widgets.forms.form_positions import Line

Letters = tuple[int, int, list[str]]
"""The number of the focused line or -1, the cursor position in it, and the text of every line."""


def read(lines: Sequence[Line], focused: QWidget | None) -> Letters:
    """Return the exact texts of the lines, and the number and the cursor position of the focused line.

    `focused` is the widget that has the focus, whether or not it is one of the lines.
    """
    focused_number = next((number for number, line in enumerate(lines) if line is focused), -1)
    return (
        focused_number,
        _cursor(lines[focused_number]) if focused_number >= 0 else 0,
        [_text(line) for line in lines],
    )


def put(lines: Sequence[Line], letters: Sequence[Any]) -> Line | None:
    """Restore the outer spaces of the lines and the cursor; return the line that had the focus, or None.

    A line whose text differs in more than outer spaces stays as it is. If the number of lines differs,
    nothing is restored. Raise AttributeError, TypeError or ValueError if `letters` is malformed.
    """
    if len(letters) != 3 or len(letters[2]) != len(lines):
        return None
    focused_number, cursor, texts = letters
    for line, text in zip(lines, texts, strict=True):
        if _text(line) != text and _text(line).strip() == text.strip():
            _set_text(line, text)
    if not 0 <= focused_number < len(lines):
        return None
    focused_line: Line = lines[focused_number]
    _set_cursor(focused_line, cursor)
    return focused_line


def _text(line: Line) -> str:
    return line.text() if isinstance(line, QLineEdit) else line.toPlainText()


def _set_text(line: Line, text: str) -> None:
    if isinstance(line, QLineEdit):
        line.setText(text)
    else:
        line.setPlainText(text)


def _cursor(line: Line) -> int:
    return line.cursorPosition() if isinstance(line, QLineEdit) else line.textCursor().position()


def _set_cursor(line: Line, place: int) -> None:
    if isinstance(line, QLineEdit):
        line.setCursorPosition(place)
        return
    cursor = line.textCursor()
    cursor.setPosition(min(place, line.document().characterCount() - 1))
    line.setTextCursor(cursor)
