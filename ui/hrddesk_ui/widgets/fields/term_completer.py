"""The terms that fit what is typed into a line, the best first, and why where their labels do not say."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QWidget

from hrddesk.records.names import ranking
from hrddesk.records.terms.vocabulary import Term
from hrddesk_ui.widgets.fields.search_completer import MOST_SHOWN, FoundCompleter
from hrddesk_ui.words.language import other_chain, shown_chain
from hrddesk_ui.words.vocabularies import shown_words

T = TypeVar("T")

CODE_ROLE = Qt.ItemDataRole.UserRole
LABEL_ROLE = Qt.ItemDataRole.EditRole  # what an editable box writes into its line


class TermItem(QStandardItem):
    """A term that the list shows in both languages and the line in the window's."""

    def __init__(self, term: Term, why: str = "") -> None:
        """`why` is another word for the term, by which it was found."""
        label, second = term.label(shown_chain()), term.label(other_chain())
        both = label if second in ("", label) else f"{label} · {second}"
        super().__init__(f"{both} ({why})" if why else both)
        self._label = label
        self.setData(term.code, CODE_ROLE)

    def data(self, role: int = LABEL_ROLE) -> Any:
        """Return the label for the line, which Qt's own items hold to be what is shown."""
        return self._label if role == LABEL_ROLE else super().data(role)


def terms_of(names: Sequence[str], *, answers: bool = False) -> list[Term]:
    """Return the terms of these vocabularies in their order.

    With `answers` also unknown, not asked and none, which are no terms but say something too.
    """
    loaded = [shown_words().load(name) for name in names]
    return [term for words in loaded for term in (*words.terms, *(words.answers if answers else ()))]


class RankedCompleter(FoundCompleter):
    """Finds things by any of their words, anywhere in them; the best are listed first."""

    chosen = Signal(str)  # what stands as CODE_ROLE in the item

    def __init__(
        self,
        things: Sequence[T],
        texts: Callable[[T], Sequence[str]],
        item: Callable[[T, ranking.Match], QStandardItem],
        line: QLineEdit,
        parent: QWidget,
    ) -> None:
        """Complete what is typed into `line`; `item` shows a thing and how it was found."""
        self._found = QStandardItemModel(parent)
        super().__init__(self._found, parent)

        def suggest(text: str) -> list[QStandardItem]:
            return [item(*match) for match in ranking.ranked(text, things, texts)[:MOST_SHOWN]]

        self._suggest = suggest
        self.setMaxVisibleItems(10)
        line.setCompleter(self)
        line.textEdited.connect(self.look_for)  # before the line asks for what is shown
        self.activated[QModelIndex].connect(  # type: ignore[index]
            lambda index: self.chosen.emit(index.data(CODE_ROLE))
        )

    def look_for(self, text: str) -> None:
        """List what fits, the best first."""
        self._found.clear()
        for item in self._suggest(text):
            self._found.appendRow(item)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return what is written into the line for the chosen one."""
        return str(index.data(LABEL_ROLE))


class TermCompleter(RankedCompleter):
    """Finds terms, and puts in their label alone."""

    def __init__(self, terms: Sequence[Term], line: QLineEdit, parent: QWidget) -> None:
        super().__init__(
            terms, _words_of, lambda term, match: TermItem(term, _why(term, match)), line, parent
        )


def _words_of(term: Term) -> tuple[str, ...]:
    """Return all that a term is called, first as the list shows it."""
    labels = term.label(shown_chain()), term.label(other_chain())
    return (*labels, term.code, *term.aliases, term.article)


def _why(term: Term, match: ranking.Match) -> str:
    """Return the word that was found, where it is none of the labels; nobody knows codes."""
    return _words_of(term)[match.text] if match.text > 2 else ""
