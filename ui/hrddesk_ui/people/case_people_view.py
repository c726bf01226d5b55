"""The list of the people in a case, each with all names.

A button adds a new person; a search field adds a person who is in the vault already.
"""

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from hrddesk.actions.analysis import statuses
from hrddesk.actions.analysis.knowledge import day_of
from hrddesk.actions.records import cases, citations, parties, questions
from hrddesk.actions.records.cases import CaseDetail
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.names.display_names import BETWEEN_NAMES
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.finders.people_finder import PartyFinder
from hrddesk_ui.finders.place_finder import PlaceFinder
from hrddesk_ui.finders.source_finder import SourceFinder
from hrddesk_ui.pages.case_entries_view import CaseEntriesView
from hrddesk_ui.people import party_facts
from hrddesk_ui.people.case_role_edit import VOCABULARY
from hrddesk_ui.people.consent_of_person import show_consent
from hrddesk_ui.people.party_edit import PartyEdit
from hrddesk_ui.theme.shortcuts import Shortcut
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.forms.party_picker import PartyPicker
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry
from hrddesk_ui.widgets.lists.whole_list import WholeList
from hrddesk_ui.words import status_words
from hrddesk_ui.words.vocabularies import term_label


class CasePeopleView(CaseEntriesView):
    """The list of people in a case; Ctrl+P adds a person from anywhere in the case."""

    kind: ClassVar[Kind] = Kind.PARTY

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, self.tr("People"), WholeList(self.tr("People of the case")), parent)
        self.add_button.setText(self.tr("New person"))
        self.add_button.setToolTip(Shortcut.ADD_PERSON.shown)
        self.empty.setText(
            self.tr(
                "Nobody yet. Press Ctrl+P to add the first person or group, with as many names as there are:"
                " in Chinese, Uyghur, Tibetan, Latin letters, aliases, pen names."
            )
        )
        self.existing = PartyPicker(
            self.tr("Add somebody who is in the vault already"), (), PartyFinder(desk.reader).find, self
        )
        self.existing.set_placeholder(self.tr("or find …"))
        self.existing.setMinimumContentsLength(10)
        self.existing.edited.connect(self._add_existing)
        QWidget.setTabOrder(self.remove_button, self.existing)
        QWidget.setTabOrder(self.existing, self.add_button)
        self.bar.insertWidget(2, self.existing)

    def entries(self, detail: CaseDetail) -> list[ListEntry]:
        """Return one entry for each person in the case.

        If the case has several persons concerned, the entry of each of them also states the present status.
        """
        about = detail.subjects
        statuses_by_party = (
            statuses.of_parties(self.desk.reader, about, day_of("", "day")) if len(about) > 1 else {}
        )
        return [
            self._entry(
                party,
                role,
                detail,
                status_words.full(statuses_by_party[party.id]) if party.id in statuses_by_party else "",
            )
            for party, role in detail.parties
        ]

    def new_form(self, detail: CaseDetail, record: RecordId | None) -> FormEdit:
        """Return a form of the person `record`, or of a new person if `record` is None."""
        form = PartyEdit(
            SourceFinder(self.desk.reader, detail), PlaceFinder(self.desk.reader), self, in_case=True
        )
        stored = None if record is None else self.desk.reader.find(record)
        if stored is None:
            form.show_new()
        else:
            form.show_record(stored)
            form.show_role(detail.role_of(stored.id))
            form.citations.show_citations(citations.of_record(self.desk.reader, stored.id))
            show_consent(form, self.desk, stored)
        form.ask(questions.shown_for(self.desk.reader, Kind.PARTY, stored))
        return form

    def store(
        self, session: Session, case: RecordId, record: RecordId | None, values: FormValues
    ) -> Outcome[RecordId]:
        """Add a new person to the case, or change the person `record`."""
        if record is None:
            return parties.create(
                session,
                values.fields,
                values.lists,
                case,
                values.role or "",
                cited=values.cited,
                consent_note=values.consent_note,
            )
        return Outcome(
            record,
            parties.edit(
                session,
                record,
                values.fields,
                values.lists,
                values.cited,
                None if values.role is None else case,
                values.role or "",
                consent_note=values.consent_note,
            ).changes,
        )

    def remove(self, session: Session, case: RecordId, record: RecordId) -> Outcome[None]:
        """Take the person out of the case."""
        return cases.remove_party(session, case, record)

    def removal_words(self, entry: ListEntry) -> str:
        """Return the message after a removal: the person left the case, but stays in the vault."""
        return self.tr(
            "{name} is no longer in this case. The person and the events stay in the vault."
        ).format(name=entry.first)

    def _entry(self, party: Record, role: str, detail: CaseDetail, status: str) -> ListEntry:
        name = detail.names.get(party.id) or party.text("ref")
        role_words = term_label((VOCABULARY,), role) if role else self.tr("Role not stated")
        fact_words = " · ".join((role_words, *party_facts.facts(party)))
        lines = (fact_words, status, party_facts.other_names(party, name.split(BETWEEN_NAMES)))
        return ListEntry(id=party.id, first=name, second="\n".join(line for line in lines if line))

    def _add_existing(self) -> None:
        party = self.existing.value()
        if party is None or self.detail is None:
            return
        case = self.detail.record.id
        # After this method, Qt still writes the chosen name into the field; so the field is cleared later.
        QTimer.singleShot(0, self.existing, lambda: self.existing.set_choice(None))

        def work(session: Session, job: Job) -> Outcome[None]:
            del job
            return cases.add_party(session, case, party)

        self.desk.change(self, work, lambda _: self._ask_role(party))

    def _ask_role(self, party: RecordId) -> None:
        """Show the form of an added person, with the focus on the role in this case."""
        self.open(party)
        form = self.pane.form
        if isinstance(form, PartyEdit) and form.role is not None:
            form.role.setFocus()
