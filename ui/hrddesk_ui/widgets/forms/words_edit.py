"""Lists of words as they were said, each with the term of a vocabulary that the words mean, if any."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from hrddesk.errors import HrdDeskError
from hrddesk.records.dates import dates
from hrddesk_ui.error_words import messages
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.still_choices import until_released
from hrddesk_ui.widgets.fields.term_completer import TermCompleter, terms_of
from hrddesk_ui.widgets.fields.term_echo import TermEcho
from hrddesk_ui.widgets.fields.term_edit import begun_terms, find_term
from hrddesk_ui.widgets.forms.rows_edit import Entry, EntryRow, RowsEdit
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.words.vocabularies import term_label


@dataclass(frozen=True, slots=True)
class WordPart:
    """A further part of an entry, which has its own field beside the words.

    `name` is its name in the entry; `label` and `hint` are shown.
    """

    name: str
    label: str
    hint: str
    is_date: bool = False


class WordRow(EntryRow):
    """A row with a line for words, which are kept as typed, and below it the term that the words mean."""

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
        self._completer = TermCompleter(terms_of(vocabularies), self._line, self)
        self._kept = ""  # words that somebody said are no term
        self.echo = TermEcho(self._line)
        self._parts = [
            (part, self.bind(part.name, LineEdit(f"{name}: {part.label}", part.hint, self))) for part in parts
        ]
        beside = boxes.row((self._line, 2), spacing=6)
        for _, line in self._parts:
            beside.addWidget(line, 1)
        boxes.column(beside, self.echo, parent=self, spacing=2)
        self._line.textChanged.connect(self._echo)
        self._line.textEdited.connect(self.edited)
        self._line.returnPressed.connect(self._on_return)
        self._line.editingFinished.connect(lambda: until_released(self, self._look))
        self._completer.activated.connect(self.edited)
        self.echo.chosen.connect(self._choose)
        self.echo.kept.connect(self._keep)
        self._echo("")

    def stops(self) -> list[QWidget]:
        """Return the line of the words, then the fields of the further parts."""
        return [self._line, *super().stops()]

    def show_entry(self, entry: Entry) -> None:
        """Show the stored words; if only a term is stored, show the label of the term."""
        super().show_entry(entry)
        raw = entry.get("raw") or term_label(self._vocabularies, str(entry.get("term", "")))
        self._line.setText(str(raw))

    def entry(self) -> dict[str, str | int | bool | None]:
        """Return the words and, if known, their term; an entry whose words did not change keeps its term."""
        text = self._line.text().strip()
        if not text:
            return {}
        entry = super().entry()
        if text == entry.get("raw"):
            return entry
        term = find_term(self._vocabularies, text)
        changed_entry = {**entry, "raw": text}
        changed_entry.pop("term", None)
        if term is not None:
            changed_entry["term"] = term.code
        return changed_entry

    def problem(self) -> str:
        """Return a message if a date is invalid, words are missing, or the words are only the beginning of
        terms.

        Return "" if there is no problem.
        """
        return self._trouble()[1]

    def wrong(self) -> QWidget:
        """Return the line with the problem."""
        return self._trouble()[0]

    def _trouble(self) -> tuple[QWidget, str]:
        filled_parts = [
            (part, line, line.text().strip()) for part, line in self._parts if line.text().strip()
        ]
        if filled_parts and not self._line.text().strip():
            return self._line, self.tr("Say what it is, or empty what stands beside it.")
        for part, line, text in filled_parts:
            if part.is_date:
                try:
                    dates.kept(text)
                except HrdDeskError as error:
                    return line, messages.of(error).text
        return self._line, self._ask()

    def _look(self) -> None:
        self._ask()

    def _ask(self) -> str:
        """Offer the terms that begin with the words, and return the question; "" if there are
        no such terms.
        """
        text = self._line.text().strip()
        if not text or text in (self._kept, super().entry().get("raw")):
            return ""
        return self.echo.offer(text, begun_terms(self._vocabularies, text))

    def _choose(self, code: str) -> None:
        self._line.setText(term_label(self._vocabularies, code))
        self._line.setFocus()
        self.edited.emit()

    def _keep(self) -> None:
        self._kept = self._line.text().strip()
        self._echo(self._kept)
        self._line.setFocus()
        self.edited.emit()

    def _echo(self, text: str) -> None:
        entry = super().entry()
        same = text.strip() == entry.get("raw")
        term_text = str(entry["term"]) if same and "term" in entry else text.strip()
        self.echo.tell(term_text, find_term(self._vocabularies, term_text) if term_text else None)

    def _on_return(self) -> None:
        popup = self._completer.popup()
        if popup is None or not popup.isVisible():
            self.entered.emit()


class WordsEdit(RowsEdit):
    """Words as they were said with their terms, one entry in each row."""

    def __init__(
        self,
        name: str,
        add_text: str,
        remove_text: str,
        *vocabularies: str,
        parts: Sequence[WordPart] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Make the list; screen readers announce each line of words by `name`.

        `parts` are further parts of an entry, with fields beside the words.
        """
        super().__init__(add_text, remove_text, lambda: WordRow(name, vocabularies, parts), parent)
