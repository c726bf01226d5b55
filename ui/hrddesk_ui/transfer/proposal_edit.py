"""The form to correct one proposal of a report before it is accepted: a person with names, or an event."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from hrddesk.actions.interop.pasted_texts import CorrectedEvent, Likely
from hrddesk.analysis.pasted_reports.happenings import ReportedEvent
from hrddesk.analysis.pasted_reports.people import ReportedPerson
from hrddesk.records.model.record import Element, RecordId
from hrddesk_ui.people.names_edit import NamesEdit
from hrddesk_ui.theme import heights
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.partial_date_edit import PartialDateEdit
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.forms.words_edit import WordsEdit
from hrddesk_ui.widgets.labels.hint_label import HintLabel, Tone
from hrddesk_ui.widgets.layout import boxes, page_layout


class ProposalEdit(QStackedWidget):
    """The fields of the selected proposal; the Return key accepts the proposal."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names = NamesEdit(self)
        self.who = StillComboBox(self, name=self.tr("The same person?"), short=True)
        self.who_hint = HintLabel(self)
        self.happened_to = StillComboBox(self, name=self.tr("Who?"), short=True)
        self.happened_to.setMinimumHeight(heights.field(self.happened_to))
        self.happened_to_hint = HintLabel(self)
        self.type = TermEdit(self.tr("What happened"), "event_type", parent=self)
        self.date = PartialDateEdit(self.tr("Date"), self, happened=True)
        self.date_hint = HintLabel(self)
        self.place = LineEdit(self.tr("Place as it was said"), "", self)
        self.charges = WordsEdit(
            self.tr("Charge"), self.tr("+ Add &charge"), self.tr("Remove this charge"), "charge", parent=self
        )
        self.names.adds_by_return = self.charges.adds_by_return = False
        self.who.setMinimumHeight(heights.field(self.who))
        person = page_layout.Fields()
        person.add(self.tr("Names"), self.names)
        self._who_label = person.add(self.tr("The same person?"), self.who)
        self._pane(person, self.who_hint)
        event = page_layout.Fields()
        self._happened_to_label = event.add(self.tr("Who?"), self.happened_to)
        event.addWidget(self.happened_to_hint, event.rowCount(), 1)
        event.add(self.tr("What happened"), self.type)
        event.addWidget(self.type.echo, event.rowCount(), 1)
        event.add(self.tr("Date"), self.date)
        event.add(self.tr("Place"), self.place)
        event.add(self.tr("Charges"), self.charges)
        self._pane(event, self.date_hint)

    def show_person(self, person: ReportedPerson, likely: Sequence[Likely], taken: RecordId | None) -> None:
        """Show a person; the user must say whether it is one of the stored people with a similar name
        (`likely`).

        `taken` is the record of the person if the proposal was already accepted.
        """
        self.names.set_entries(person.names)
        self.who.clear()
        offered = [] if taken is not None else likely
        if offered:
            self.who.addItem(self.tr("— choose —"), None)
        self.who.addItem(self.tr("No, a new person"), "")
        for item in offered:
            self.who.addItem(f"{item.name} ({item.ref})", str(item.id))
        self._who_label.setVisible(bool(offered))
        self.who.setVisible(bool(offered))
        self.who_hint.show_hint(
            self.tr("Somebody here has this name. Only you can say whether it is the same person.")
            if offered
            else "",
        )
        self.setCurrentIndex(0)

    def show_event(self, event: ReportedEvent, candidates: Mapping[str, str], who: str = "") -> None:
        """Show an event.

        `candidates` are the names of people to whom it may have happened, by the ids of their proposals;
        `who` is the id that was chosen, or "".
        """
        self.happened_to.clear()
        self.happened_to.addItem(self.tr("— choose —"), "")
        for proposal, name in candidates.items():
            self.happened_to.addItem(name, proposal)
        self.happened_to.setCurrentIndex(max(0, self.happened_to.findData(who)))
        self._happened_to_label.setVisible(bool(candidates))
        self.happened_to.setVisible(bool(candidates))
        self.happened_to_hint.show_hint(
            self.tr(
                "The text does not say for sure whom it means: it may be somebody who was not recognised."
                " Only you can say, or leave the event out."
            )
            if candidates and not who
            else ""
        )
        self.type.set_value(event.type)
        self.date.set_value(event.date.value if event.date else "")
        self.place.setText(event.place.value if event.place else "")
        self.charges.set_entries([{"raw": fact.value} for fact in event.charges])
        self.date_hint.show_hint(
            self.tr("The text does not say the year. Look at it.")
            if event.date is not None and event.date.supposed
            else "",
            Tone.BAD,
        )
        self.setCurrentIndex(1)

    def wanted_names(self) -> Sequence[Element]:
        """Return the names of the person as the user corrected them."""
        return self.names.entries()

    def known(self) -> RecordId | None:
        """Return the stored person that the user chose; None for a new person."""
        chosen = self.who.currentData()
        return RecordId(str(chosen)) if chosen else None

    def needs_answer(self) -> bool:
        """Tell whether the user must still fill in or choose something; if so, focus the field for it."""
        if self.currentIndex() != 0:
            if self.happened_to.count() > 1 and not self.happened_to.currentData():
                self.happened_to_hint.show_hint(self.tr("Say first whom it happened to."), Tone.BAD)
                self.happened_to.setFocus()
                return True
            unclear = self.type.problem() or self.charges.problems()
            if unclear:
                (self.type if self.type.problem() else self.charges.problems()[0][0]).setFocus()
            return bool(unclear)
        if self.who.currentData() is not None:
            return False
        self.who_hint.show_hint(self.tr("Say first whether it is the same person."), Tone.BAD)
        self.who.setFocus()
        return True

    def wanted_event(self) -> CorrectedEvent:
        """Return the event as the user corrected it."""
        charges = [str(entry["raw"]) for entry in self.charges.entries()]
        who = str(self.happened_to.currentData() or "")
        return CorrectedEvent(
            type=self.type.value(),
            date=self.date.value(),
            place=self.place.text().strip(),
            charges=charges,
            who=who,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Accept the proposal when Return is pressed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def _pane(self, fields: page_layout.Fields, hint: HintLabel) -> None:
        pane = QWidget(self)
        boxes.column(fields, hint, 1, parent=pane, spacing=-1)
        self.addWidget(pane)
