"""The page of sources: their names, reliability, and citations."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hrddesk.actions.records import sources
from hrddesk.actions.records.sources import SourceRow
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.catalogue.catalogue_view import CatalogueView
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.finders.citation_entry import citation_entry
from hrddesk_ui.pages.drafts import DraftKey
from hrddesk_ui.pages.page import Page
from hrddesk_ui.sources.source_form import SourceForm
from hrddesk_ui.theme import heights, theme, tokens
from hrddesk_ui.theme.shortcuts import Shortcut, action
from hrddesk_ui.widgets.buttons.delete_button import DeleteButton
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.lists.entry_list import EntryList
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry
from hrddesk_ui.words.language import isolated
from hrddesk_ui.words.record_words import RecordWords
from hrddesk_ui.words.vocabularies import term_label


class SourceList(CatalogueView):
    """The list of sources with the form of the selected one, and below the form what the source is cited for.

    Return on a citation opens the record that the citation is about.
    """

    kind: ClassVar[Kind] = Kind.SOURCE

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            self.tr("Sources"),
            self.tr("New source"),
            self.tr("Who says so. Sources are secret; where a code name is set, lists show that."),
            parent,
        )
        self.remove_button = DeleteButton(theme.icon("remove"), self.tr("Delete"), self.list, self)
        self.remove_button.setAccessibleName(self.tr("Delete this source and its citations"))
        self.remove_button.clicked.connect(self._remove)
        self.bar.insertWidget(1, self.remove_button)
        self.cited = EntryList(self.tr("What the source is cited for"), parent=self)
        self.cited.setMinimumHeight(5 * heights.line(self))
        self._cited_head = page_layout.note(self.tr("What the source is cited for"), self)
        self._cited_head.setMargin(tokens.GRID)
        self.side.addWidget(self._cited_head)
        self.side.addWidget(self.cited, 1)
        self.cited.opened.connect(self._go)

    def make_form(self) -> FormEdit:
        """Make the form of a source."""
        self._form = SourceForm()
        return self._form

    def entries(self, text: str) -> Sequence[ListEntry]:
        """Return the sources whose title or code name contains the text."""
        ids = sources.list_ids(self.desk.reader, text)
        return [self._entry(row) for row in sources.rows(self.desk.reader, ids)]

    def show_entry(self, record: RecordId | None) -> None:
        """Show the form and the citations of a source; for None, begin a new source."""
        stored = self.desk.reader.find(record) if record is not None else None
        self.remove_button.setEnabled(stored is not None)
        citation_records = [] if stored is None else self.desk.reader.citing.of_source(stored.id)
        words = RecordWords(self.desk.reader)
        self.cited.entries.show([citation_entry(item, words) for item in citation_records])
        for part in (self.cited, self._cited_head):
            part.setVisible(bool(citation_records))
        if stored is None:
            self._form.begin()
        else:
            self._form.show_record(stored)

    def work(self, record: RecordId | None, values: FormValues) -> Callable[[Session], Outcome[RecordId]]:
        """Return the action that creates or changes the source."""

        def store(session: Session) -> Outcome[RecordId]:
            if record is None:
                return sources.create(session, values.fields, values.lists)
            return Outcome(record, sources.edit(session, record, values.fields, values.lists).changes)

        return store

    def _entry(self, row: SourceRow) -> ListEntry:
        facts = [term_label(("source_type",), row.type), term_label(("reliability",), row.reliability)]
        facts.append(self.tr("cited %n time(s)", "", row.cited) if row.cited else self.tr("not cited yet"))
        return ListEntry(
            id=row.id,
            first=isolated(row.code_name or row.title),
            second=" · ".join(fact for fact in facts if fact),
        )

    def _go(self, citation: str) -> None:
        record = self.desk.reader.find(citation)
        if record is not None:
            self.desk.show_record(RecordId(record.text("record")))

    def _remove(self) -> None:
        source = self.shown
        if source is None:
            return
        self.change(
            lambda session: sources.remove(session, source),
            self.tr("Source “{name}” deleted, with its citations.").format(name=self.shown_name),
        )


class SourcesView(Page):
    """The page of sources; Ctrl+N begins a new source."""

    name = "sources"
    icon = "sources"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.sources = SourceList(desk, self)
        boxes.column(self.sources, parent=self)
        action(self, Shortcut.NEW, self.tr("New source")).triggered.connect(self.sources.start_new)

    @classmethod
    def title(cls) -> str:
        """Return the name of the page, as shown in the rail."""
        return QCoreApplication.translate("SourcesView", "Sources")

    def topic(self) -> str:
        """Return the name of the help page for this page."""
        return "sources"

    def arrive(self) -> None:
        """Focus the list of sources; if there are none, focus the button for a new source."""
        self.sources.load()
        filled = self.sources.list.entries.rowCount() > 0
        (self.sources.list if filled else self.sources.new_button).setFocus()

    def open_draft(self, key: DraftKey) -> None:
        """Open the form of a source that was left unsaved."""
        self.sources.open_draft(key)

    def open_record(self, record_id: RecordId) -> bool:
        """Show a source; return False if the record is no source."""
        record = self.desk.reader.find(record_id)
        if record is None or record.kind is not Kind.SOURCE:
            return False
        self.sources.filter.clear()
        self.sources.load()
        self.sources.list.select(record_id)
        return True

    def go_to_field(self, record_id: RecordId, field: str, words: str) -> None:
        """Go to `field` of the source, and to `words` in that field."""
        del record_id
        self.sources.go_to_form()
        self.sources.form.go_to(field, words)
