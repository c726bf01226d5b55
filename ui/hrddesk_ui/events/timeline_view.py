"""The tab of a case with its timeline: the events by date, with uncertain dates shown as such."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from hrddesk.actions.records import citations, events, questions
from hrddesk.actions.records.cases import CaseDetail
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.events import event_entry
from hrddesk_ui.events.event_edit import EventEdit
from hrddesk_ui.finders.event_finder import EventFinder
from hrddesk_ui.finders.people_finder import PartyFinder
from hrddesk_ui.finders.place_finder import PlaceFinder
from hrddesk_ui.finders.source_finder import SourceFinder
from hrddesk_ui.pages.case_entries_view import CaseEntriesView
from hrddesk_ui.theme import heights, tokens
from hrddesk_ui.theme.shortcuts import Shortcut
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.forms.party_picker import PartyChoice
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry
from hrddesk_ui.widgets.lists.whole_list import WholeList


class TimelineView(CaseEntriesView):
    """The list of events of a case; Ctrl+E adds an event from anywhere in the case."""

    kind: ClassVar[Kind] = Kind.EVENT

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            self.tr("Timeline"),
            WholeList(self.tr("Events of the case"), lead_width=heights.scaled(18 * tokens.GRID)),
            parent,
        )
        self.list.chip_chosen.connect(lambda source: desk.show_record(RecordId(source)))
        self.add_button.setText(self.tr("Add event"))
        self.add_button.setToolTip(Shortcut.ADD_EVENT.shown)
        self.empty.setText(
            self.tr(
                "No events yet. An event is one act: who did what to whom, when, where, and who says so.\n"
                "Press Ctrl+E to add the first."
            )
        )

    def entries(self, detail: CaseDetail) -> list[ListEntry]:
        """Return the events with their dates in words, their sources, and the evidence that shows them."""
        subject = detail.subjects[0] if len(detail.subjects) == 1 else None  # then the page says it on top
        return event_entry.entries_of(
            self.desk.reader, detail.events, detail.names, detail.evidence, subject=subject
        )

    def new_form(self, detail: CaseDetail, record: RecordId | None) -> FormEdit:
        """Make the form of an event, which offers the people of the case without a search."""
        finder = PartyFinder(self.desk.reader)
        near = [PartyChoice(party.id, finder.label(party.id)) for party, _ in detail.parties]
        sources, places = SourceFinder(self.desk.reader, detail), PlaceFinder(self.desk.reader)
        others = EventFinder(self.desk.reader, detail, record)
        form = EventEdit(
            near,
            finder.find_or_new,
            finder.label,
            sources,
            places,
            others,
            finder.new_name,
            finder.promise,
            self,
        )
        stored = None if record is None else self.desk.reader.find(record)
        if stored is None:
            form.show_new(detail.subjects)
        else:
            form.show_record(stored)
            form.citations.show_citations(citations.of_record(self.desk.reader, stored.id))
        form.ask(questions.shown_for(self.desk.reader, Kind.EVENT, stored))
        return form

    def store(
        self, session: Session, case: RecordId, record: RecordId | None, values: FormValues
    ) -> Outcome[RecordId]:
        """Add or change the event."""
        event_values = (values.fields, values.lists, values.cited, values.new_parties, values.new_place)
        if record is None:
            return events.add(session, case, *event_values)
        return Outcome(record, events.edit(session, record, *event_values).changes)

    def remove(self, session: Session, case: RecordId, record: RecordId) -> Outcome[None]:
        """Delete the event."""
        del case
        return events.remove(session, record)

    def removal_words(self, entry: ListEntry) -> str:
        """Return the message after an event was removed; it names the event by its date and type."""
        event = " ".join(part for part in (entry.lead, entry.first) if part)
        return self.tr("The event was removed: {event}").format(event=event)
