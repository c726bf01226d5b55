"""Lists of words as they were said, each recognised by a vocabulary where one knows it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hrddesk_ui.widgets.hint_label import HintLabel, Tone
from hrddesk_ui.widgets.language import other_language, shown_language
from hrddesk_ui.widgets.line_edit import LineEdit
from hrddesk_ui.widgets.rows_edit import Entry, Row, RowsEdit
from hrddesk_ui.widgets.term_edit import TermCompleter, find_term, term_label, term_model


class WordRow(Row):
    """A line with the raw words, kept as typed, and under it the term that they are recognised as."""

    def __init__(self, name: str, vocabularies: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vocabularies = vocabularies
        self._line = LineEdit(name, self.tr("As it was said, or a few letters to search"), self)
        self._completer = TermCompleter(term_model(vocabularies, self), self)
        self._line.setCompleter(self._completer)
        self._hint = HintLabel(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._line)
        layout.addWidget(self._hint)
        self._line.textChanged.connect(self._echo)
        self._line.textEdited.connect(self.edited)
        self._line.returnPressed.connect(self._on_return)
        self._completer.activated.connect(self.edited)
        self._echo("")

    def stops(self) -> list[QWidget]:
        """Return the line."""
        return [self._line]

    def show_entry(self, entry: Entry) -> None:
        """Show the raw words, or the term's label where only the term is stored."""
        super().show_entry(entry)
        raw = entry.get("raw") or term_label(self._vocabularies, str(entry.get("term", "")))
        self._line.setText(str(raw))

    def entry(self) -> dict[str, str | int | bool | None]:
        """Return raw words and, where known, the term; what was not touched comes back unchanged."""
        text = self._line.text().strip()
        if not text:
            return {}
        given = super().entry()
        if text == given.get("raw"):
            return given
        term = find_term(self._vocabularies, text)
        made = {**given, "raw": text}
        made.pop("term", None)
        if term is not None:
            made["term"] = term.code
        return made

    def _echo(self, text: str) -> None:
        given = super().entry()
        same = text.strip() == given.get("raw")
        known = str(given["term"]) if same and "term" in given else text.strip()
        term = find_term(self._vocabularies, known) if known else None
        if term is not None:
            parts = (term.label(shown_language()), term.label(other_language()), term.article)
            both = " · ".join(dict.fromkeys(part for part in parts if part))
            self._say(self.tr("Recognised: {term}").format(term=both), Tone.GOOD)
        elif text.strip():
            self._say(self.tr("No term for it yet: kept as it was typed."), Tone.MUTED)
        else:
            self._say("", Tone.MUTED)

    def _say(self, text: str, tone: Tone) -> None:
        self._hint.show_hint(text, tone)
        self._hint.setVisible(bool(text))
        self._line.setAccessibleDescription(text)

    def _on_return(self) -> None:
        popup = self._completer.popup()
        if popup is None or not popup.isVisible():
            self.entered.emit()


class WordsEdit(RowsEdit):
    """Rows of raw words with their terms."""

    def __init__(
        self,
        name: str,
        add_text: str,
        remove_text: str,
        *vocabularies: str,
        parent: QWidget | None = None,
    ) -> None:
        """`name` is what a screen reader calls each line."""
        super().__init__(add_text, remove_text, lambda: WordRow(name, vocabularies), parent)
