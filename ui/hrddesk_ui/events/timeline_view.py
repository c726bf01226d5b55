"""The tab of a case with its timeline: the events by date, with uncertain dates shown as such."""

from collections.abc import Iterable
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from hrddesk.actions.records import citations, events, questions
from hrddesk.actions.records.cases import CaseDetail
from hrddesk.records.dates import dates
from hrddesk.records.model.kinds import ABOUT, Kind
from hrddesk.records.model.record import Element, Record, RecordId
from hrddesk.records.names.display_names import people_together
from hrddesk.records.terms.roles import OWN
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.events.event_edit import EVENT_TERMS, EventEdit
from hrddesk_ui.finders import source_chips
from hrddesk_ui.finders.event_finder import EventFinder
from hrddesk_ui.finders.people_finder import PartyFinder
from hrddesk_ui.finders.place_finder import PlaceFinder, facility_of, place_words
from hrddesk_ui.finders.source_finder import SourceFinder
from hrddesk_ui.pages.case_entries_view import CaseEntriesView
from hrddesk_ui.theme import heights, tokens
from hrddesk_ui.theme.shortcuts import Shortcut
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.forms.party_picker import PartyChoice
from hrddesk_ui.widgets.lists.entry_list_model import Chip, ListEntry
from hrddesk_ui.widgets.lists.whole_list import WholeList
from hrddesk_ui.words.language import shown_language
from hrddesk_ui.words.penalty_words import penalty_words
from hrddesk_ui.words.status_words import custody_words
from hrddesk_ui.words.vocabularies import term_label


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
        chips = source_chips.chips_of(self.desk.reader, [event.id for event in detail.events])
        pictures: dict[str, list[RecordId]] = {}
        for piece in detail.evidence:
            for item in piece.values(ABOUT):
                pictures.setdefault(str(item.get("record")), []).append(piece.id)
        return [
            self._entry(event, detail, chips.get(event.id, ()), tuple(pictures.get(event.id, ())))
            for event in detail.events
        ]

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

    def _entry(
        self,
        event: Record,
        detail: CaseDetail,
        chips: tuple[Chip, ...],
        pictures: tuple[RecordId, ...],
    ) -> ListEntry:
        date = dates.read(event.text("date"))
        day_known = date.earliest is not None and date.earliest == date.latest and not date.doubtful
        words = dates.as_typed(date, shown_language()) or self.tr("no date")
        first = term_label(("event_type",), event.text("type")) or self.tr("event")
        custody = custody_words(event.text("measure"), facility_of(self.desk.reader, event))
        several = len(detail.subjects) != 1  # else the page says on top to whom everything here happened
        named = [
            detail.names.get(RecordId(str(item.get("party"))), "")
            for item in event.values("parties")
            if several or item.get("role") not in OWN
        ]
        where = [people_together(named) if several else "", place_words(self.desk.reader, event)]
        what = [
            *(_said(item, ("charge",)) for item in event.values("charges")),
            *(penalty_words(item) for item in event.values("penalties")),
            *(_said(item, EVENT_TERMS) for item in event.values("terms")),
        ]
        by_whom = "" if several else people_together(named)
        lines = (_together(where), _together(what), by_whom, event.text("summary"))
        return ListEntry(
            id=event.id,
            first=first if not custody else f"{first} — {custody}",
            second="\n".join(" ".join(line.split()) for line in lines if line),
            lead=words,
            lead_words=dates.in_words(date, shown_language()),
            uncertain=not day_known,
            chips=chips,
            pictures=pictures,
        )


def _together(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)


def _said(item: Element, vocabularies: tuple[str, ...]) -> str:
    """Return the label of the term in `item`; without a term, return the words as they were typed."""
    term = str(item.get("term") or "")
    return term_label(vocabularies, term) if term else str(item.get("raw") or "")
