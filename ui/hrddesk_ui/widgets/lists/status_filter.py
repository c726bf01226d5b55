"""The filter of a list by custody status: the status, its day, and the day on which it was known."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrddesk.actions.analysis.statuses import StatusQuery
from hrddesk.analysis.status.liberty import Answer
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.fields.day_edit import DayEdit
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.words import status_words


class StatusFilter(QWidget):
    """The fields of the filter: a choice and two days. Every change by the user emits a signal at once."""

    changed = Signal()
    refused = Signal(str)  # why what was typed is no day

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer = StillComboBox(self, name=self.tr("Only with this status"))
        self.answer.addItem(self.tr("any status"), None)
        for answer in Answer:
            self.answer.addItem(status_words.answer_word(answer), answer)
        self.answer.setSizeAdjustPolicy(StillComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.answer.setMinimumContentsLength(6)
        self.answer.setMaximumWidth(24 * tokens.GRID)
        self.day = DayEdit(self.tr("Status as of which day"), self.tr("as of today"), self)
        self.known_on = DayEdit(self.tr("As it was known on which day"), self.tr("as known now"), self)
        boxes.row(
            (self.answer, 2), (self.day, 2), (self.known_on, 2), 0, parent=self, spacing=tokens.GRID // 2
        )
        self.answer.currentIndexChanged.connect(self.changed)
        for edit in (self.day, self.known_on):
            edit.day_changed.connect(self.changed)
            edit.refused.connect(self.refused)

    @property
    def query(self) -> StatusQuery:
        """The query that the fields describe."""
        chosen = self.answer.currentData()
        return StatusQuery(None if chosen is None else Answer(chosen), self.day.day, self.known_on.day)

    def reset(self) -> None:
        """Set the filter to any status, as of today, as known now, without emitting a signal of change."""
        self.show_query(StatusQuery())

    def show_query(self, query: StatusQuery) -> None:
        """Show a query in the fields, without emitting a signal of change."""
        self.blockSignals(True)
        self.answer.setCurrentIndex(max(0, self.answer.findData(query.answer)))
        self.day.set_day(query.day)
        self.known_on.set_day(query.known_on)
        self.blockSignals(False)
