"""The tab with the history of a case and of the records in it."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from hrddesk.actions.records.cases import CaseDetail
from hrddesk.records.model.record import RecordId
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.history.history_view import HistoryView
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.words.record_words import RecordWords, kind_word


class CaseHistoryView(QWidget):
    """The history of one record of a case: the case itself, a person, an event or a file.

    The user chooses the record.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case: RecordId | None = None
        self.of = StillComboBox(self, name=self.tr("History of what"), short=True)
        self.view = HistoryView(desk, self)
        self.view.heading.hide()
        layout = boxes.column(parent=self, margin=(0, tokens.GRID, 0, 0), spacing=-1)
        row = boxes.column(self.of, margin=(2 * tokens.GRID, 0, 2 * tokens.GRID, 0), spacing=-1)
        layout.addLayout(row)
        layout.addWidget(self.view, 1)
        self.of.currentIndexChanged.connect(self._on_choice)

    def start(self) -> QWidget:
        """Return the widget to focus first: the choice of the record."""
        return self.of

    def show_case(self, detail: CaseDetail) -> None:
        """Offer the case and its records; if the case is already shown, the chosen record stays chosen."""
        chosen_record = self.of.currentData() if self._case == detail.record.id else None
        self._case = detail.record.id
        words = RecordWords(self._desk.reader)
        people = [party for party, _ in detail.parties]
        with QSignalBlocker(self.of):
            self.of.clear()
            for record in (detail.record, *people, *detail.events, *detail.evidence):
                self.of.addItem(f"{kind_word(record.kind)} · {words.title(record)}", record.id)
            self.of.setCurrentIndex(max(0, self.of.findData(chosen_record)))
        if self.isVisible():
            self._on_choice()

    def choose(self, record: RecordId) -> None:
        """Choose a record of the case and show its history."""
        self.of.setCurrentIndex(max(0, self.of.findData(record)))

    def _on_choice(self) -> None:
        chosen = self.of.currentData()
        if chosen:
            self.view.show_record(RecordId(chosen))

    def showEvent(self, event: QShowEvent) -> None:
        """Read the history when the tab is shown, not before."""
        super().showEvent(event)
        self._on_choice()
