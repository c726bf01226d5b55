"""A field for one exact day, such as the day of a status in a filter; an empty field means today."""

import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrddesk.actions.analysis.knowledge import day_of
from hrddesk.errors import InvalidDate
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.widgets.fields.line_edit import LineEdit


class DayEdit(LineEdit):
    """A field that takes a day as soon as its text is complete.

    If the text is not a day when the focus leaves the field, the field is marked as wrong and keeps its last
    day.
    """

    day_changed = Signal()
    refused = Signal(str)  # why what was typed is no day; empty once that is over

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        """Make the field; screen readers announce `name`, and `placeholder` is shown while the field is
        empty.
        """
        super().__init__(name, placeholder, parent)
        self._name = name
        self._day: datetime.date | None = None
        self.setClearButtonEnabled(True)
        room = self.fontMetrics().horizontalAdvance("2020-00-00")
        self.setMinimumWidth(room + 5 * tokens.GRID)  # the button that empties the line hides no digit
        self.setMaximumWidth(room + 7 * tokens.GRID)
        self._sign = self.addAction(theme.icon("problem"), LineEdit.ActionPosition.TrailingPosition)
        self._sign.setVisible(False)
        self.textChanged.connect(self._on_text)
        self.editingFinished.connect(self._settle)

    def set_day(self, day: datetime.date | None) -> None:
        """Show a day, or an empty field for None, without emitting a change."""
        self._day = day
        self.setText("" if day is None else day.isoformat())

    @property
    def day(self) -> datetime.date | None:
        """The day that was last typed or set; None if the field was emptied."""
        return self._day

    @property
    def wrong(self) -> bool:
        """Whether the text in the field is not a day."""
        try:
            day_of(self.text(), self._name)
        except InvalidDate:
            return True
        return False

    def _on_text(self) -> None:
        if self.toolTip():
            self.refused.emit("")  # no complaint outlives its reason
        self._mark(False)
        if not self.text().strip() or not self.wrong:
            self._settle()  # what stands in the line is what is asked

    def _settle(self) -> None:
        text = self.text().strip()
        if self.wrong:
            self._mark(True)
            self.refused.emit(self.toolTip())
            return
        day = day_of(text, self._name) if text else None
        if day != self._day:
            self._day = day
            self.day_changed.emit()

    def _mark(self, wrong: bool) -> None:
        hint = self.tr("One certain day is needed, such as 2020-12-31.") if wrong else ""
        self.setToolTip(hint)
        self.setAccessibleDescription(hint)
        self.setClearButtonEnabled(not wrong)  # two signs would cover the day
        self._sign.setVisible(wrong)
        theme.mark_wrong(self, wrong)


def complain_of_day(desk: Desk, why: str) -> None:
    """Show in the message bar the reason why a day was refused; if `why` is "", remove the message."""
    if why:
        desk.say(why, tone="warn", about=DayEdit)
    else:
        desk.mended.emit(DayEdit)
