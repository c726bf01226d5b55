"""A line below a field that shows the term meant by the typed text.

If the text is only the beginning of terms, the line offers these terms.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from hrddesk.records.terms.vocabulary import Term
from hrddesk_ui.widgets.labels.hint_label import HintLabel, Tone
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.words.language import other_chain, shown_chain

MOST_OFFERED = 4


class TermEcho(QWidget):
    """A line of text, with buttons if the program asks which term is meant; hidden while it is empty.

    There is a button for each term that may be meant, and a last one to keep the words as they were typed.
    """

    chosen = Signal(str)  # the code of a term
    kept = Signal()  # the words are no term

    def __init__(self, field: QWidget) -> None:
        """Make the line for `field`; it stays hidden until it is put into a layout."""
        super().__init__(field)
        self._field = field
        self._hint = HintLabel(self)
        self._buttons: list[QPushButton] = []
        self._column = boxes.column(self._hint, parent=self, spacing=2)
        self.hide()

    @property
    def words(self) -> str:
        """The text of the line."""
        return self._hint.text()

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons: one for each offered term, and last the one that keeps the words."""
        return self._buttons

    def hush(self) -> None:
        """Clear and hide the line."""
        self._show("", Tone.MUTED)

    def tell(self, text: str, term: Term | None) -> None:
        """Show which term the text means; if `term` is None, say that the words are kept as
        they were typed.
        """
        if not text:
            self.hush()
        elif term is None:
            self._show(self.tr("Not in the list of terms. Saved as you typed it."), Tone.MUTED)
        else:
            parts = (term.label(shown_chain()), term.label(other_chain()), term.article)
            both = " · ".join(dict.fromkeys(part for part in parts if part))
            self._show(self.tr("Recognised: {term}").format(term=both), Tone.GOOD)

    def offer(self, text: str, terms: Sequence[Term]) -> str:
        """Offer the terms that begin with the text, and return the question that is shown.

        Return "" and show nothing if `terms` is empty.
        """
        if not terms:
            return ""
        question = self.tr("“{text}” is only the beginning of a term. Which one do you mean?").format(
            text=text
        )
        self._show(question, Tone.BAD)
        before = self._field
        for term in terms[:MOST_OFFERED]:
            both = dict.fromkeys((term.label(shown_chain()), term.label(other_chain())))
            before = self._add(" · ".join(both), partial(self.chosen.emit, term.code), before)
        keep = self.tr("Keep “{text}” as you typed it, without a term").format(text=text)
        self._add(keep, self.kept.emit, before)
        return question

    def _add(self, words: str, act: Callable[[], None], before: QWidget) -> QPushButton:
        button = boxes.button(words.replace("&", "&&"), lambda: act(), self, kind="quiet")
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        button.show()
        QWidget.setTabOrder(before, button)
        self._buttons.append(button)
        return button

    def _show(self, text: str, tone: Tone) -> None:
        for button in self._buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        self._hint.show_hint(text, tone)
        self._field.setAccessibleDescription(text)
        self.setVisible(bool(text) and self.parentWidget() is not self._field)
