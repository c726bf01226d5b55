"""One term of a vocabulary, found by typing its English or Chinese label or an alias."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QWidget

from hrddesk.records.vocabulary import Term
from hrddesk_ui.widgets import heights
from hrddesk_ui.widgets.language import other_language, shown_language
from hrddesk_ui.widgets.line_edit import LineEdit
from hrddesk_ui.widgets.shown_words import shown_words
from hrddesk_ui.widgets.still import StillComboBox

CODE_ROLE = Qt.ItemDataRole.UserRole
SOUGHT_ROLE = Qt.ItemDataRole.UserRole + 1
LABEL_ROLE = Qt.ItemDataRole.EditRole  # what an editable box writes into its line


class TermItem(QStandardItem):
    """A term that the list shows in both languages and the line in the window's."""

    def __init__(self, label: str, second: str) -> None:
        super().__init__(label if second in ("", label) else f"{label} · {second}")
        self._label = label

    def data(self, role: int = SOUGHT_ROLE) -> Any:
        """Return the label for the line, which Qt's own items hold to be what is shown."""
        return self._label if role == LABEL_ROLE else super().data(role)


def term_model(names: tuple[str, ...], parent: QWidget, *, answers: bool = False) -> QStandardItemModel:
    """List the terms of these vocabularies: label in both languages, and all the words they are found by.

    With `answers` also unknown, not asked and none, which are no terms but say something too.
    """
    model = QStandardItemModel(parent)
    shown, other = shown_language(), other_language()
    for name in names:
        words = shown_words().load(name)
        for term in (*words.terms, *(words.answers if answers else ())):
            label, second = words.label(term.code, shown), words.label(term.code, other)
            item = TermItem(label, second)
            item.setData(term.code, CODE_ROLE)
            item.setData(" ".join((label, second, term.code, *term.aliases, term.article)), SOUGHT_ROLE)
            model.appendRow(item)
    return model


def find_term(names: tuple[str, ...], text: str) -> Term | None:
    """Return the term of that code, label or alias in the first of the vocabularies that knows it."""
    for name in names:
        term = shown_words().load(name).find(text)
        if term is not None:
            return term
    return None


def term_label(names: tuple[str, ...], value: str) -> str:
    """Return how a stored code or raw text reads in the window's language."""
    for name in names:
        words = shown_words().load(name)
        if words.find(value) is not None:
            return words.label(value, shown_language())
    return value


class TermCompleter(QCompleter):
    """Find terms by any of their words, anywhere in them; put in the label alone."""

    def __init__(self, model: QStandardItemModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.setCompletionRole(SOUGHT_ROLE)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(10)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return what is written into the line for a chosen term."""
        return str(index.data(LABEL_ROLE))


class TermEdit(StillComboBox):
    """An editable list of terms; a word that no term knows is kept as it was typed."""

    edited = Signal()

    def __init__(self, name: str, *vocabularies: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the field; terms come in the order of the vocabularies."""
        super().__init__(parent)
        self._vocabularies = vocabularies
        self._given = ("", "")  # a code that is not offered any more, and how it reads
        LineEdit(name).go_into(self)
        self.setInsertPolicy(StillComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(StillComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(14)
        self.setMinimumHeight(heights.field(self))
        model = term_model(vocabularies, self, answers=True)
        self.setModel(model)
        self.setCompleter(TermCompleter(model, self))
        self.setCurrentIndex(-1)
        self.setAccessibleName(name)
        line = self.lineEdit()
        assert line is not None
        line.textEdited.connect(self.edited)
        line.editingFinished.connect(self._settle)
        self.activated.connect(self.edited)

    def value(self) -> str:
        """Return the code of the term, or the text as it was typed where no term is known by it."""
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
        """Show the term of that code, or the raw text."""
        row = self.findData(value, CODE_ROLE) if value else -1
        self.setCurrentIndex(row)
        words = self.itemText(row) if row >= 0 else term_label(self._vocabularies, value)
        self._given = ("", "") if row >= 0 else (value, words)
        self.setEditText(words)

    def is_known(self) -> bool:
        """Tell whether a term of the vocabulary is meant."""
        return find_term(self._vocabularies, self.value()) is not None

    def _settle(self) -> None:
        """Show what the words were recognised as, once the field is left."""
        value = self.value()
        if find_term(self._vocabularies, value) is not None:
            self.set_value(value)
