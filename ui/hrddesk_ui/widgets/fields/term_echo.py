"""A line below a field: the term that the text was read as, or the terms that begin with it."""

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
    """A line with a button for each term that may be meant, and one that keeps the words; hidden while
    empty.
    """

    chosen = Signal(str)  # the code of a term
    kept = Signal()  # the words are no term

    def __init__(self, field: QWidget) -> None:
        """Make the echo of `field`, hidden until a layout contains it."""
        super().__init__(field)
        self._field = field
        self._hint = HintLabel(self)
        self._buttons: list[QPushButton] = []
        self._column = boxes.column(self._hint, parent=self, spacing=2)
        self.hide()

    @property
    def words(self) -> str:
        """The text of the echo."""
        return self._hint.text()

    @property
    def buttons(self) -> list[QPushButton]:
        """The terms that are offered, and last the one that keeps the words."""
        return self._buttons

    def hush(self) -> None:
        """Clear and hide the echo."""
        self._show("", Tone.MUTED)

    def tell(self, text: str, term: Term | None) -> None:
        """Show which term the text means, or that the words are kept as they are."""
        if not text:
            self.hush()
        elif term is None:
            self._show(self.tr("Not in the list of terms. Saved as you typed it."), Tone.MUTED)
        else:
            parts = (term.label(shown_chain()), term.label(other_chain()), term.article)
            both = " · ".join(dict.fromkeys(part for part in parts if part))
            self._show(self.tr("Recognised: {term}").format(term=both), Tone.GOOD)

    def offer(self, text: str, terms: Sequence[Term]) -> str:
        """Offer the terms that begin with the text and return the question; empty if there are none."""
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
