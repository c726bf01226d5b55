"""The filters of a search: kind, level, period, place, charge, term, tag, and the custody status
of people.
"""

import datetime

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from hrddesk.actions.analysis.knowledge import day_of
from hrddesk.actions.analysis.search_filters import SearchQuery
from hrddesk.actions.analysis.statuses import StatusQuery
from hrddesk.analysis.status.liberty import Answer
from hrddesk.errors import InvalidDate
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk_ui.search.search_words import FOUND_KINDS, TERMS
from hrddesk_ui.theme import heights
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.partial_date_edit import PartialDateEdit
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.lists.status_filter import StatusFilter
from hrddesk_ui.words.record_words import kind_word, level_word

TYPING_DELAY_MS = 250


class SearchFilter(QWidget):
    """The form with one field for each filter; an empty field does not filter."""

    changed = Signal()  # soon after a letter, at once after a choice
    refused = Signal(str)  # why what was typed as a day is none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = self._choice(self.tr("Only of this kind"), self.tr("any kind"))
        for kind in FOUND_KINDS:
            self.kind.addItem(kind_word(kind), kind.value)
        self.period = PartialDateEdit(self.tr("An event that may fall into this period"), self)
        self.place = LineEdit(self.tr("An event at this place, or in it"), "", self)
        self.charge = TermEdit(self.tr("An event with this charge"), "charge", parent=self)
        self.term = TermEdit(
            self.tr("What happened, how, or an occupation, cause or religion"), *TERMS, parent=self
        )
        self.tag = LineEdit(self.tr("A case with this tag"), "", self)
        self.level = self._choice(self.tr("Only of this level"), self.tr("any level"))
        for level in Visibility:
            self.level.addItem(level_word(level.value), level.value)
        self.status = StatusFilter(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(TYPING_DELAY_MS)
        self._soon.timeout.connect(self.changed)
        fields = page_layout.Fields()
        for label, field in (
            (self.tr("Kind"), self.kind),
            (self.tr("When"), self.period),
            (self.tr("Place"), self.place),
            (self.tr("Charge"), self.charge),
            (self.tr("Term"), self.term),
            (self.tr("Tag"), self.tag),
            (self.tr("Level"), self.level),
        ):
            fields.add(label, field)
        boxes.column(fields, page_layout.plain(self.tr("Where people are")), self.status, parent=self)
        for box in (self.kind, self.level, self.charge, self.term):
            box.activated.connect(self._at_once)
        for edit in (self.period, self.charge, self.term):
            edit.edited.connect(self._soon.start)
        for line in (self.place, self.tag):
            line.setClearButtonEnabled(True)
            line.textChanged.connect(self._soon.start)
        self.status.changed.connect(self._at_once)
        self.status.refused.connect(self.refused)
        self._let_days_follow()

    def _choice(self, name: str, nothing: str) -> StillComboBox:
        box = StillComboBox(self, name=name)
        box.setMinimumHeight(heights.field(box))
        box.setMinimumContentsLength(6)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.addItem(nothing, "")
        return box

    def wanted(self, text: str) -> SearchQuery:
        """Return the search for `text` with the filters of the form."""
        status_query = self.status.query
        return SearchQuery(
            text=text,
            kind=str(self.kind.currentData()),
            period=self.period.value(),
            place=self.place.text().strip(),
            charge=self.charge.value(),
            tag=self.tag.text().strip(),
            status=status_query.answer.value if status_query.answer is not None else "",
            term=self.term.value(),
            level=str(self.level.currentData()),
            as_of=_day(status_query.day) if status_query.answer is not None else "",
            known_on=_day(status_query.known_on) if status_query.answer is not None else "",
        )

    @property
    def problem(self) -> str:
        """What is wrong with the typed period; "" if it is valid or empty."""
        return self.period.problem()

    def show_wanted(self, query: SearchQuery) -> None:
        """Show the filters of `query` without emitting `changed`."""
        with QSignalBlocker(self):
            for box, value in ((self.kind, query.kind), (self.level, query.level)):
                if box.findData(value) < 0:  # the command line takes every kind
                    box.addItem(kind_word(Kind(value)), value)
                box.setCurrentIndex(box.findData(value))
            self.period.set_value(query.period)
            self.place.setText(query.place)
            self.charge.set_value(query.charge)
            self.term.set_value(query.term)
            self.tag.setText(query.tag)
            self.status.show_query(
                StatusQuery(
                    Answer(query.status) if query.status else None,
                    _read_day(query.as_of),
                    _read_day(query.known_on),
                )
            )
            self._let_days_follow()
        self._soon.stop()

    def start(self) -> QWidget:
        """Return the widget that gets the focus first."""
        return self.kind

    def _at_once(self) -> None:
        self._let_days_follow()
        self._soon.stop()
        self.changed.emit()

    def _let_days_follow(self) -> None:
        """Enable the fields for days only while a custody status is chosen, because they belong to the
        status.
        """
        for edit in (self.status.day, self.status.known_on):
            edit.setEnabled(self.status.query.answer is not None)


def _day(day: datetime.date | None) -> str:
    return "" if day is None else day.isoformat()


def _read_day(text: str) -> datetime.date | None:
    try:
        return day_of(text, "") if text else None
    except InvalidDate:
        return None
