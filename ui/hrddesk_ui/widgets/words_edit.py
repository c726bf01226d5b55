"""Lists of words as they were said, each recognised by a vocabulary where one knows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hrddesk.errors import HrdDeskError
from hrddesk.records import dates
from hrddesk_ui import messages
from hrddesk_ui.widgets.hint_label import HintLabel, Tone
from hrddesk_ui.widgets.language import other_language, shown_language
from hrddesk_ui.widgets.line_edit import LineEdit
from hrddesk_ui.widgets.rows_edit import Entry, Row, RowsEdit
from hrddesk_ui.widgets.term_edit import TermCompleter, find_term, term_label, term_model


@dataclass(frozen=True, slots=True)
class WordPart:
    """What else an entry says beside its words: the name of the part, what it is called, a hint."""

    name: str
    label: str
    hint: str
    is_date: bool = False


class WordRow(Row):
    """A line with the raw words, kept as typed, and under it the term that they are recognised as."""

    def __init__(
        self,
        name: str,
        vocabularies: tuple[str, ...],
        parts: Sequence[WordPart] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._vocabularies = vocabularies
        self._line = LineEdit(name, self.tr("As it was said, or a few letters to search"), self)
        self._completer = TermCompleter(term_model(vocabularies, self), self)
        self._line.setCompleter(self._completer)
        self._hint = HintLabel(self)
        self._parts = [(part, LineEdit(f"{name}: {part.label}", part.hint, self)) for part in parts]
        beside = QHBoxLayout()
        beside.setSpacing(6)
        beside.addWidget(self._line, 2)
        for _, line in self._parts:
            beside.addWidget(line, 1)
            line.textEdited.connect(self.edited)
            line.returnPressed.connect(self.entered)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(beside)
        layout.addWidget(self._hint)
        self._line.textChanged.connect(self._echo)
        self._line.textEdited.connect(self.edited)
        self._line.returnPressed.connect(self._on_return)
        self._completer.activated.connect(self.edited)
        self._echo("")

    def stops(self) -> list[QWidget]:
        """Return the line, then what stands beside it."""
        return [self._line, *(line for _, line in self._parts)]

    def show_entry(self, entry: Entry) -> None:
        """Show the raw words, or the term's label where only the term is stored."""
        super().show_entry(entry)
        raw = entry.get("raw") or term_label(self._vocabularies, str(entry.get("term", "")))
        self._line.setText(str(raw))
        for part, line in self._parts:
            line.setText(str(entry.get(part.name) or ""))

    def entry(self) -> dict[str, str | int | bool | None]:
        """Return raw words and, where known, the term; what was not touched comes back unchanged."""
        text = self._line.text().strip()
        if not text:
            return {}
        given = super().entry()
        for part, line in self._parts:
            given[part.name] = line.text().strip()
        given = {key: value for key, value in given.items() if value != ""}
        if text == given.get("raw"):
            return given
        term = find_term(self._vocabularies, text)
        made = {**given, "raw": text}
        made.pop("term", None)
        if term is not None:
            made["term"] = term.code
        return made

    def problem(self) -> str:
        """Say so when a date beside the words is none, or stands beside no words."""
        return self._trouble()[1]

    def wrong(self) -> QWidget:
        """Return the line that is wrong."""
        return self._trouble()[0]

    def _trouble(self) -> tuple[QWidget, str]:
        said = [(part, line, line.text().strip()) for part, line in self._parts if line.text().strip()]
        if said and not self._line.text().strip():
            return self._line, self.tr("Say what it is, or empty what stands beside it.")
        for part, line, text in said:
            if part.is_date:
                try:
                    dates.parse(text)
                except HrdDeskError as error:
                    return line, messages.of(error).text
        return self._line, ""

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
        parts: Sequence[WordPart] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`name` is what a screen reader calls each line; `parts` stand beside it."""
        super().__init__(add_text, remove_text, lambda: WordRow(name, vocabularies, parts), parent)
