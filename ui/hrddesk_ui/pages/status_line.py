"""A custody status in one line: the answer as a pill, and the rest in words."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hrddesk.analysis.status.liberty import Answer
from hrddesk.analysis.status.status import Status
from hrddesk_ui.theme import theme
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.words import status_words

_PILLS: Final[Mapping[Answer, str]] = {
    Answer.FREE: "released",
    Answer.CUSTODY: "custody",
    Answer.RELEASED: "released",
    Answer.DISAPPEARED: "custody",
    Answer.DEAD: "dead",
    Answer.UNDETERMINED: "unclear",
}


class StatusLine(QWidget):
    """The status of one person, or of several people counted; hidden if nobody has a status."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pill, self._words = Label(parent=self), Label(parent=self)
        self._words.setWordWrap(True)
        boxes.row((self._pill, 0, Qt.AlignmentFlag.AlignTop), (self._words, 1), parent=self)
        self.hide()

    def show_statuses(self, statuses: Sequence[Status]) -> None:
        """Show the statuses of the people of a page."""
        is_one = len(statuses) == 1
        if is_one:
            theme.set_role(self._pill, "status", pill=_PILLS[statuses[0].answer])
            self._pill.setText(status_words.answer_word(statuses[0].answer))
        self._pill.setVisible(is_one)
        self._words.setText(
            status_words.details(statuses[0]) if is_one else status_words.of_several(statuses)
        )
        self.setVisible(bool(statuses))

    @property
    def text(self) -> str:
        """The whole line as it is read."""
        return " · ".join(
            label.text() for label in (self._pill, self._words) if label.text() and not label.isHidden()
        )
