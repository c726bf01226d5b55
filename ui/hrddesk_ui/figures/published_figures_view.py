"""The list of figures that others published, in which a user adds, edits and deletes them."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from hrddesk.actions.analysis import published_figures
from hrddesk.actions.analysis.published_figures import PublishedRow
from hrddesk.actions.records import citations
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.catalogue.catalogue_view import CatalogueView
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.figures.published_figure_form import PublishedForm
from hrddesk_ui.finders.source_finder import SourceFinder
from hrddesk_ui.theme import theme
from hrddesk_ui.widgets.buttons.delete_button import DeleteButton
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry


class PublishedView(CatalogueView):
    """The tab with the published figures; another tab compares each with the desk's own figure of the same
    name.
    """

    kind: ClassVar[Kind] = Kind.FIGURE

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            self.tr("Published figures"),
            self.tr("New published figure"),
            self.tr("What others published, as it was printed. An import brings them too."),
            parent,
        )
        self.remove_button = DeleteButton(theme.icon("remove"), self.tr("Delete"), self.list, self)
        self.remove_button.setAccessibleName(self.tr("Delete this published figure"))
        self.remove_button.clicked.connect(self._remove)
        self.bar.insertWidget(1, self.remove_button)

    def make_form(self) -> FormEdit:
        """Make the form of a published figure."""
        self._form = PublishedForm(SourceFinder(self.desk.reader))
        return self._form

    def entries(self, text: str) -> Sequence[ListEntry]:
        """Return the published figures that contain this text."""
        return [_entry(row) for row in published_figures.listed(self.desk.reader, text)]

    def show_entry(self, record: RecordId | None) -> None:
        """Show the form of a published figure, or of a new one for None."""
        stored = self.desk.reader.find(record) if record is not None else None
        self.remove_button.setEnabled(stored is not None)
        if stored is None:
            self._form.begin()
            self._form.citations.show_citations(())
        else:
            self._form.show_record(stored)
            self._form.citations.show_citations(citations.of_record(self.desk.reader, stored.id))

    def work(self, record: RecordId | None, values: FormValues) -> Callable[[Session], Outcome[RecordId]]:
        """Return the action that creates or changes the figure."""

        def store(session: Session) -> Outcome[RecordId]:
            if record is None:
                return published_figures.create(session, values.fields, values.cited)
            return Outcome(
                record, published_figures.edit(session, record, values.fields, values.cited).changes
            )

        return store

    def _remove(self) -> None:
        figure = self.shown
        if figure is not None:
            sentence = self.tr("Figure “{name}” deleted.").format(name=self.shown_name)
            self.change(lambda session: published_figures.remove(session, figure), sentence)


def _entry(row: PublishedRow) -> ListEntry:
    value_and_unit = " ".join(part for part in (row.value, row.unit) if part)
    return ListEntry(
        id=row.id,
        first=row.name or row.id[:8],
        second=" · ".join(part for part in (value_and_unit, row.as_of) if part),
    )
