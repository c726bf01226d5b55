"""The list of the relations of people in a case with other people of the case or of the vault."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from hrddesk.actions.records import citations, parties, relations
from hrddesk.actions.records.cases import CaseDetail
from hrddesk.analysis.overview.network import ends
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.finders.people_finder import PartyFinder
from hrddesk_ui.finders.source_finder import SourceFinder
from hrddesk_ui.pages.case_entries_view import CaseEntriesView
from hrddesk_ui.people import relation_entry
from hrddesk_ui.people.relation_edit import RelationEdit
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.forms.party_picker import PartyChoice
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry
from hrddesk_ui.widgets.lists.whole_list import WholeList


class CaseRelationsView(CaseEntriesView):
    """The list of relations in a case; the tab Chart draws the same relations."""

    kind: ClassVar[Kind] = Kind.RELATION

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk, self.tr("Relations"), WholeList(self.tr("Relations of the people of the case")), parent
        )
        self.add_button.setText(self.tr("New relation"))
        self.empty.setText(
            self.tr(
                "No relations yet: spouse, child, lawyer, member, employer. They join the people of this case"
                " to each other and to anybody in the vault, and Chart draws them."
            )
        )

    def entries(self, detail: CaseDetail) -> list[ListEntry]:
        """Return the relations of everybody in the case."""
        relation_records = relations.of_parties(self.desk.reader, [party.id for party, _ in detail.parties])
        everybody = dict.fromkeys(end for relation in relation_records for end in ends(relation))
        names = {row.id: row.name or row.ref for row in parties.rows(self.desk.reader, list(everybody))}
        return relation_entry.entries_of(relation_records, names)

    def new_form(self, detail: CaseDetail, record: RecordId | None) -> FormEdit:
        """Return a form of the relation `record`, or of a new relation if `record` is None.

        The form proposes the people of the case before anything is typed.
        """
        finder = PartyFinder(self.desk.reader)
        near = [PartyChoice(party.id, finder.label(party.id)) for party, _ in detail.parties]
        form = RelationEdit(near, finder.find, finder.label, SourceFinder(self.desk.reader, detail), self)
        stored = None if record is None else self.desk.reader.find(record)
        if stored is None:
            form.show_new(detail.subjects[0] if len(detail.subjects) == 1 else None)
        else:
            form.show_record(stored)
            form.citations.show_citations(citations.of_record(self.desk.reader, stored.id))
        return form

    def store(
        self, session: Session, case: RecordId, record: RecordId | None, values: FormValues
    ) -> Outcome[RecordId]:
        """Add a new relation, or change the relation `record`."""
        del case
        if record is None:
            return relations.create(session, values.fields, values.cited)
        return Outcome(record, relations.edit(session, record, values.fields, values.cited).changes)

    def remove(self, session: Session, case: RecordId, record: RecordId) -> Outcome[None]:
        """Delete the relation."""
        del case
        return relations.remove(session, record)

    def removal_words(self, entry: ListEntry) -> str:
        """Return the message after a removal, which names both people of the relation."""
        relation = f"{entry.first} – {entry.second}"
        return self.tr("The relation was removed: {relation}").format(relation=relation)
