"""A text as it was recorded and as it would be published, with marks on the matches in both."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrddesk.actions.content_review.text_places import ReviewedPlace
from hrddesk.actions.content_review.texts import TextReview
from hrddesk_ui.publishing.texts.mark_words import MarkedWords
from hrddesk_ui.publishing.texts.text_place_words import place_words
from hrddesk_ui.theme import heights
from hrddesk_ui.widgets.labels.marked_text import MarkedPlace, MarkedText, MarkTone
from hrddesk_ui.widgets.layout import page_layout
from hrddesk_ui.widgets.layout.turning_splitter import TurningSplitter

SIDE_BY_SIDE: Final = 480  # pixels from which before and after stand beside each other


class BeforeAndAfter(TurningSplitter):
    """Two panes: on the left the recorded text, on the right the published one."""

    entered = Signal(object)  # Shown or Told: the place in the text before that the cursor came to

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(SIDE_BY_SIDE, parent)
        self._marked: list[ReviewedPlace | MarkedWords] = []
        # A child of a splitter becomes a pane of it at once.
        self.text = MarkedText(self.tr("The text; names and numbers are marked"))
        self.result = MarkedText(self.tr("How it would be published"))
        for heading, text in (
            (self.tr("As it was recorded"), self.text),
            (self.tr("How it would be published"), self.result),
        ):
            pane = QWidget()
            column = page_layout.part(pane)
            title = page_layout.heading(heading)
            title.setWordWrap(False)  # a line that wraps lets itself be pressed together
            column.addWidget(title)
            column.addWidget(text, 1)
            heights.take_what_there_is(text, 12)
            self.add(pane, 1)
        self.text.entered.connect(lambda number: self.entered.emit(self._marked[number]))

    def show_review(self, review: TextReview, listed: Sequence[ReviewedPlace | MarkedWords]) -> None:
        """Show both forms of a text with marks on the places in `listed`."""
        self._marked = [item for item in listed if item.at is not None]
        self.text.show_marks(
            review.text,
            [MarkedPlace(item.at, _tone(item), place_words(item)) for item in self._marked if item.at],
        )
        places = (item for item in listed if isinstance(item, ReviewedPlace))
        replaced = [item for item in places if item.becomes is not None and item.told[0] < item.told[1]]
        self.result.show_marks(
            review.result, [MarkedPlace(item.told, _tone(item), place_words(item)) for item in replaced]
        )


def _tone(place: ReviewedPlace | MarkedWords) -> MarkTone:
    if isinstance(place, MarkedWords):
        return MarkTone.STAYS
    if place.decide:
        return MarkTone.DECIDE
    if place.decision is not None:
        return MarkTone.DECIDED
    return (
        MarkTone.PLAIN if place.becomes is not None or place.occurrence.inside is not None else MarkTone.STAYS
    )
