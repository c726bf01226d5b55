"""Completers that list the terms matching the typed text, best match first.

If no label of a term matches, the list also shows the alias that matches.
"""

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
    """The entry of a term: the list shows its labels in two languages; the line gets only the first label."""

    def __init__(self, term: Term, why: str = "") -> None:
        """Make the entry of a term; `why` is the alias that matched the typed text if no label matched it."""
        label, second = term.label(shown_chain()), term.label(other_chain())
        both = label if second in ("", label) else f"{label} · {second}"
        super().__init__(f"{both} ({why})" if why else both)
        self._label = label
        self.setData(term.code, CODE_ROLE)

    def data(self, role: int = LABEL_ROLE) -> Any:
        """Return the label alone as the text for the field; Qt would return the longer text of the list."""
        return self._label if role == LABEL_ROLE else super().data(role)


def terms_of(names: Sequence[str], *, answers: bool = False) -> list[Term]:
    """Return the terms of the vocabularies called `names`, in the order of `names`.

    If `answers` is set, also return the answers unknown, not asked and none, which each vocabulary keeps
    apart from its terms.
    """
    loaded = [shown_words().load(name) for name in names]
    return [term for words in loaded for term in (*words.terms, *(words.answers if answers else ()))]


class RankedCompleter(FoundCompleter):
    """A completer that matches any part of any word of an entry and lists the best matches first."""

    chosen = Signal(str)  # what stands as CODE_ROLE in the item

    def __init__(
        self,
        things: Sequence[T],
        texts: Callable[[T], Sequence[str]],
        item: Callable[[T, ranking.Match], QStandardItem],
        line: QLineEdit,
        parent: QWidget,
    ) -> None:
        """Attach the completer to `line`.

        `texts` returns the texts by which a thing can be matched; `item` makes the entry of a thing from its
        match.
        """
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
        """List the matches of `text`, best match first."""
        self._found.clear()
        for item in self._suggest(text):
            self._found.appendRow(item)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the text that the line gets when this entry is chosen."""
        return str(index.data(LABEL_ROLE))


class TermCompleter(RankedCompleter):
    """A completer that finds terms and writes only the label of the chosen term into the line."""

    def __init__(self, terms: Sequence[Term], line: QLineEdit, parent: QWidget) -> None:
        super().__init__(
            terms, _words_of, lambda term, match: TermItem(term, _why(term, match)), line, parent
        )


def _words_of(term: Term) -> tuple[str, ...]:
    """Return all names of a term: its labels in two languages, its code, its aliases, its article of law."""
    labels = term.label(shown_chain()), term.label(other_chain())
    return (*labels, term.code, *term.aliases, term.article)


def _why(term: Term, match: ranking.Match) -> str:
    """Return the alias or article of law that matched the text; "" if a label or the code matched."""
    return _words_of(term)[match.text] if match.text > 2 else ""
