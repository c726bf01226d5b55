"""A field for one term of a vocabulary, found by its English or Chinese label or an alias."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QWidget

from hrddesk.records.model.record import Record
from hrddesk.records.names import ranking
from hrddesk.records.terms.vocabulary import Term
from hrddesk_ui.theme import heights
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.still_choices import StillComboBox, until_released
from hrddesk_ui.widgets.fields.term_completer import CODE_ROLE, TermCompleter, TermItem, terms_of
from hrddesk_ui.widgets.fields.term_echo import TermEcho
from hrddesk_ui.words.vocabularies import shown_words, term_label


def find_term(names: Sequence[str], text: str) -> Term | None:
    """Return the term whose code, label or alias is `text`, from the first of the vocabularies
    that has one.
    """
    for name in names:
        term = shown_words().load(name).find(text)
        if term is not None:
            return term
    return None


def begun_terms(names: Sequence[str], text: str) -> list[Term]:
    """Return the terms that begin with `text`, best match first; none if `text` is itself a term."""
    return ranking.begun(text, [shown_words().load(name) for name in names])


class TermEdit(StillComboBox):
    """A field for a term, with a list of all terms; the user may also type other words.

    Other words are kept as they were typed. If they are the beginning of a term, the field asks which term is
    meant.
    """

    edited = Signal()

    def __init__(self, name: str, *vocabularies: str, parent: QWidget | None = None) -> None:
        """Make the field; screen readers announce `name`. The terms are listed in the order of the
        vocabularies.
        """
        super().__init__(parent)
        self._vocabularies = vocabularies
        self._given = ("", "")  # a code that is not offered any more, and how it reads
        self._kept = ""  # words that somebody said are no term
        line = LineEdit(name)
        line.go_into(self)
        self.setInsertPolicy(StillComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(StillComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(14)
        self.setMinimumHeight(heights.field(self))
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt takes a null pointer: ours is the line's
        terms = terms_of(vocabularies, answers=True)
        model = QStandardItemModel(self)
        for term in terms:
            model.appendRow(TermItem(term))
        self.setModel(model)
        self.setCurrentIndex(-1)
        self.setAccessibleName(name)
        self.echo = TermEcho(self)
        """The line that says how the text was understood; the layout puts it below the field."""
        completer = TermCompleter(terms, line, self)
        completer.chosen.connect(self._choose)
        self._completer = completer
        self.echo.chosen.connect(self._choose)
        self.echo.kept.connect(self._keep)
        line.textEdited.connect(self.edited)
        line.textEdited.connect(self.echo.hush)
        line.editingFinished.connect(self._settle)
        self.activated.connect(self.edited)

    def set_placeholder(self, text: str) -> None:
        """Set the text that the field shows while it is empty."""
        line = self.lineEdit()
        assert line is not None
        line.setPlaceholderText(text)

    def value(self) -> str:
        """Return the code of the term, or the typed text if no term matches it."""
        text = self.currentText().strip()
        if not text:
            return ""
        index = self.currentIndex()
        if index >= 0 and text == self.itemText(index):
            return str(self.itemData(index, CODE_ROLE))
        if text == self._given[1]:
            return self._given[0]  # a merged or retired term stays what was recorded
        term = find_term(self._vocabularies, text)
        return text if term is None else term.code

    def set_value(self, value: str) -> None:
        """Show the term with the code `value`, or `value` itself if it is not the code of a term."""
        row = self.findData(value, CODE_ROLE) if value else -1
        self.setCurrentIndex(row)
        words = self.itemText(row) if row >= 0 else term_label(self._vocabularies, value)
        self._given = ("", "") if row >= 0 else (value, words)
        self.setEditText(words)
        self.echo.hush()

    def is_known(self) -> bool:
        """Tell whether the text means a term of the vocabularies."""
        return find_term(self._vocabularies, self.value()) is not None

    def problem(self) -> str:
        """Return a question to the user if the text is only the beginning of terms; otherwise return "".

        With the question, the line below the field offers these terms.
        """
        text = self.value()
        begun = [] if not text or text == self._kept else begun_terms(self._vocabularies, text)
        return self.echo.offer(text, begun)

    def _choose(self, code: str) -> None:
        self.set_value(code)
        self._echo()
        self.edited.emit()

    def _keep(self) -> None:
        self._kept = self.value()
        self._echo()
        self.setFocus()
        self.edited.emit()

    def _settle(self) -> None:
        """Show the label of the term that the text means; called when the focus leaves the field."""
        value = self.value()
        text = self.currentText()
        if find_term(self._vocabularies, value) is not None:
            self.set_value(value)
        if text != self._given[1] or not text:
            until_released(self, self._echo)

    def _echo(self) -> None:
        if not self.problem():
            self.echo.tell(self.value(), find_term(self._vocabularies, self.value()))


def unclear_terms(page: QWidget, stored: Record | None) -> list[tuple[QWidget, str]]:
    """Return the fields whose text is only the beginning of a term, each with the question to the user.

    Texts that `stored` already contains are accepted. `page` is the widget around the fields.
    """
    stored_values: set[object] = set()
    if stored is not None:
        stored_values.update(stored.fields.values())
        stored_values.update(
            value for item in stored.lists.values() for each in item.values() for value in each.values()
        )
    fields = (each for each in page.findChildren(TermEdit) if each.isVisibleTo(page))
    return [(each, why) for each in fields if each.value() not in stored_values and (why := each.problem())]
