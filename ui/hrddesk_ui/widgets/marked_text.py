"""A text to read in which places are marked."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from hrddesk_ui import theme


class MarkedText(QPlainTextEdit):
    """Plain text only. Marks are underlined besides their colour, those to decide about by a wave."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._spans: list[tuple[int, int]] = []
        self._doubtful: frozenset[tuple[int, int]] = frozenset()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(theme.GRID)
        self.setAccessibleName(name)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )

    def show_text(
        self,
        text: str,
        spans: Iterable[tuple[int, int]] = (),
        doubtful: Collection[tuple[int, int]] = (),
    ) -> None:
        """Show `text` with the characters of each span marked, and of the `doubtful` ones otherwise."""
        self._text = text
        self.setPlainText(text)
        self._spans = list(spans)
        self._doubtful = frozenset(doubtful)
        self._mark(None)

    def show_spans(self, spans: Iterable[tuple[int, int]]) -> None:
        """Mark other spans of the text that is shown."""
        self._spans = list(spans)
        self._mark(None)

    def go_to(self, span: tuple[int, int]) -> None:
        """Scroll to a span and mark it stronger than the others."""
        self._mark(span)
        cursor = self.textCursor()
        cursor.setPosition(self._place(span[0]))
        self.setTextCursor(cursor)
        self.centerCursor()

    @property
    def marked(self) -> Sequence[str]:
        """The pieces of text that are marked, as the widget holds them."""
        return [selection.cursor.selectedText() for selection in self.extraSelections()]

    @property
    def doubtful(self) -> Sequence[str]:
        """Those of them that somebody has to decide about."""
        wave = QTextCharFormat.UnderlineStyle.WaveUnderline
        return [
            selection.cursor.selectedText()
            for selection in self.extraSelections()
            if selection.format.underlineStyle() is wave
        ]

    def _mark(self, current: tuple[int, int] | None) -> None:
        made = []
        for span in self._spans:
            selection = QTextEdit.ExtraSelection()
            style = QTextCharFormat()
            chosen, doubtful = span == current, span in self._doubtful
            ground = theme.colours().doubt if doubtful else theme.colours().mark
            line = QTextCharFormat.UnderlineStyle
            style.setBackground(QColor(theme.colours().accent if chosen else ground))
            style.setForeground(QColor(theme.colours().on_accent if chosen else theme.colours().text))
            style.setUnderlineStyle(line.WaveUnderline if doubtful else line.SingleUnderline)
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._place(span[0]))
            cursor.setPosition(self._place(span[1]), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format = style
            made.append(selection)
        self.setExtraSelections(made)

    def _place(self, index: int) -> int:
        """Return where a character stands for Qt, which counts UTF-16 units and a line end as one."""
        before = self._text[:index].replace("\r\n", "\n")
        return len(before.encode("utf-16-le", "surrogatepass")) // 2
