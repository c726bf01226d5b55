"""The tree of places, in which a user adds, edits, moves and removes them."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from hrddesk.actions.records import citations, places
from hrddesk.actions.records.gazetteer import Gazetteer, PlaceRow
from hrddesk.records.language.labels import ENGLISH
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.names.display_names import names_together
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.catalogue.catalogue_view import CatalogueView
from hrddesk_ui.catalogue.place_form import PlaceForm
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.finders.place_finder import PlaceFinder, choice_of
from hrddesk_ui.finders.source_finder import SourceFinder
from hrddesk_ui.theme import theme
from hrddesk_ui.widgets.buttons.delete_button import DeleteButton
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry
from hrddesk_ui.words.vocabularies import term_label


class PlacesView(CatalogueView):
    """The places as a tree, each below the place that contains it."""

    kind: ClassVar[Kind] = Kind.PLACE

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            self.tr("Places"),
            self.tr("New place"),
            self.tr("Courts, prisons, towns, each in the place that it lies in. Events are put at them."),
            parent,
        )
        self.remove_button = DeleteButton(theme.icon("remove"), self.tr("Delete"), self.list, self)
        self.remove_button.clicked.connect(self._remove)
        self.bar.insertWidget(1, self.remove_button)

    def make_form(self) -> FormEdit:
        """Make the form of a place."""
        self._finder = PlaceFinder(self.desk.reader)
        self._form = PlaceForm(self._finder, SourceFinder(self.desk.reader))
        return self._form

    def entries(self, text: str) -> Sequence[ListEntry]:
        """Return the whole tree; with a text, return the places whose names contain it."""
        self._finder.read_anew()  # with what was added since
        rows = Gazetteer(self.desk.reader).find(text)
        return [self._entry(row, 0 if text else row.depth) for row in rows]

    def show_entry(self, record: RecordId | None) -> None:
        """Show the form of a place; for None, begin a new place."""
        stored = self.desk.reader.find(record) if record is not None else None
        self.remove_button.setEnabled(stored is not None)
        if stored is None:
            self._form.begin()
            self._form.citations.show_citations(())
        else:
            self._form.show_record(stored)
            self._form.citations.show_citations(citations.of_record(self.desk.reader, stored.id))

    def work(self, record: RecordId | None, values: FormValues) -> Callable[[Session], Outcome[RecordId]]:
        """Return the action that creates or changes the place."""
        texts, fields = values.labels(), values.fields

        def store(session: Session) -> Outcome[RecordId]:
            aliases = values.texts("aliases", None if record is None else session.store.find(record))
            if record is None:
                return places.create(session, texts, fields, aliases or (), values.cited)
            return Outcome(
                record, places.edit(session, record, fields, aliases, values.cited, texts=texts).changes
            )

        return store

    def _entry(self, row: PlaceRow, depth: int) -> ListEntry:
        choice = choice_of(row)
        names = names_together((choice.name, *row.labels.together(ENGLISH)))
        kind = term_label(("place_kind",), row.kind)
        path = choice.path if row.depth and not depth else ""
        return ListEntry(
            id=row.id, first="› " * depth + names, second=" · ".join(part for part in (kind, path) if part)
        )

    def _remove(self) -> None:
        place = self.shown
        if place is None:
            return
        sentence = self.tr("Place “{name}” deleted.").format(name=self.shown_name)
        self.change(lambda session: places.remove(session, place), sentence)
