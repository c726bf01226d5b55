"""A reader inside the window for the texts of a record, for example an interview or a judgement."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.texts.texts import Text
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.fields.choice_edit import ChoiceEdit
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.forms.form_positions import select_words
from hrddesk_ui.widgets.forms.texts_edit import numbered, text_words
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.words.record_words import field_word
from hrddesk_ui.words.vocabularies import term_label


class TextReader(QWidget):
    """The reader of a record's texts, read-only, with a choice of the text and a field to search in it."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: RecordId | None = None
        self._texts: dict[str, Text] = {}
        self.choice = ChoiceEdit(self.tr("Which text"), {}, self)
        self.choice.edited.connect(self._show_chosen)
        self.wanted = LineEdit(self.tr("Find in this text"), self.tr("Find in this text"), self)
        self.wanted.returnPressed.connect(self._find)
        self.about = page_layout.note("", self)
        self.body = QPlainTextEdit(self)
        self.body.setReadOnly(True)
        self.body.setTabChangesFocus(True)
        self.body.setAccessibleName(self.tr("The text"))
        self.close_button = boxes.button(self.tr("Close"), self.closed, self)
        self.close_button.setToolTip("Esc")
        head = boxes.row((self.choice, 2), (self.wanted, 1), spacing=tokens.GRID)
        foot = boxes.row(1, self.close_button, spacing=-1)
        margin = (2 * tokens.GRID, tokens.GRID, 2 * tokens.GRID, tokens.GRID)
        layout = boxes.column(head, self.about, parent=self, margin=margin)
        boxes.add(layout, (self.body, 1), foot)

    def show_record(self, record: Record, field: str = "", words: str = "") -> None:
        """Show the text of a record that `field` names, or else the first one; select `words` in it."""
        self.shown = record.id
        before = field or self.choice.value()
        self._texts = {text.field: text for _, text in numbered(record)}
        self.choice.clear()
        for number, text in numbered(record):
            self.choice.addItem(text_words(text, number), text.field)
        if before in self._texts:
            self.choice.set_value(before)
        self._show_chosen()
        if words:
            self.wanted.setText(words)
            select_words([self.body], words)

    def _show_chosen(self) -> None:
        text = self._texts.get(self.choice.value(), Text(field="", body=""))
        facts = [
            term_label(["text_kind"], text.kind),
            self.tr("made of: {text}").format(text=self._called(text.of)) if text.of else "",
            self.tr("by {alias}").format(alias=text.by) if text.by else "",
            self.tr("checked") if text.checked else "",
            self.tr("characters: {count}").format(count=f"{len(text.body):,}"),
        ]
        self.about.setText(" · ".join(filter(None, facts)))
        self.body.setPlainText(text.body)

    def _called(self, field: str) -> str:
        row = self.choice.findData(field)
        return self.choice.itemText(row) if row >= 0 else field_word(field)

    def _find(self) -> None:
        """Select the next match after the cursor; after the last match, go on with the first."""
        if not self.body.find(self.wanted.text()):
            select_words([self.body], self.wanted.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the reader when Escape is pressed."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
