"""The page of reports, which are written block by block; they cannot be printed yet."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hrddesk.actions.records import reports
from hrddesk.actions.records.reports import Missing, ReportRow
from hrddesk.records.model.kinds import BLOCKS, Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.catalogue.catalogue_view import CatalogueView
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.pages.drafts import DraftKey
from hrddesk_ui.pages.page import Page
from hrddesk_ui.reports.record_finder import RecordFinder
from hrddesk_ui.reports.report_form import ReportForm
from hrddesk_ui.theme import theme
from hrddesk_ui.theme.shortcuts import Shortcut, action
from hrddesk_ui.widgets.buttons.delete_button import DeleteButton
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry

_SAID_AT_MOST = 3


class ReportRecordList(CatalogueView):
    """The list of reports, with the form of the selected one."""

    kind: ClassVar[Kind] = Kind.REPORT

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            self.tr("Reports"),
            self.tr("New report"),
            self.tr("What you write to be published. It cannot be printed yet; nothing of it is published."),
            parent,
        )
        self.remove_button = DeleteButton(theme.icon("remove"), self.tr("Delete"), self.list, self)
        self.remove_button.setAccessibleName(self.tr("Delete this report"))
        self.remove_button.clicked.connect(self._remove)
        self.bar.insertWidget(1, self.remove_button)
        for before, after in pairwise((self.filter, self.new_button, self.remove_button, self.list)):
            QWidget.setTabOrder(before, after)

    def make_form(self) -> FormEdit:
        """Make the form of a report."""
        author = self.desk.reader.setting("prefix") or ""
        self._form = ReportForm(RecordFinder(self.desk.reader), author)
        return self._form

    def entries(self, text: str) -> Sequence[ListEntry]:
        """Return the reports that contain the text."""
        return [self._entry(row) for row in reports.listed(self.desk.reader, text)]

    def show_entry(self, record: RecordId | None) -> None:
        """Show a report, and say which records it refers to are missing; for None, begin a new report."""
        stored = self.desk.reader.find(record) if record is not None else None
        self.remove_button.setEnabled(stored is not None)
        if stored is None:
            self._form.begin()
            return
        self._form.show_record(stored)
        missing = reports.missing(self.desk.reader, stored)
        if missing:
            self._form.show_notice(self._words(missing))

    def work(self, record: RecordId | None, values: FormValues) -> Callable[[Session], Outcome[RecordId]]:
        """Return the action that creates or changes the report."""

        def store(session: Session) -> Outcome[RecordId]:
            if record is None:
                return reports.create(session, values.fields, values.lists)
            return Outcome(record, reports.edit(session, record, values.fields, values.lists).changes)

        return store

    def show_block(self, element: str) -> None:
        """Select the block with this id, if the report has it."""
        self._form.blocks.list.select(RecordId(element))

    def _words(self, missing: Sequence[Missing]) -> str:
        line = self.tr("Block {number}: {ref} leads to no record, or to several.")
        lines = [line.format(number=item.block, ref=item.ref) for item in missing[:_SAID_AT_MOST]]
        return " ".join(lines) + " …" * (len(missing) > _SAID_AT_MOST)

    def _entry(self, row: ReportRow) -> ListEntry:
        # No %n: Qt for Python looks that up under the name of the subclass only, and finds nothing there.
        blocks = self.tr("blocks: {count}").format(count=row.blocks)
        return ListEntry(
            id=row.id, first=row.title, second=" · ".join(filter(None, (row.ref, row.series, blocks)))
        )

    def _remove(self) -> None:
        report = self.shown
        if report is not None:
            notice = self.tr("Report “{name}” deleted.").format(name=self.shown_name)
            self.change(lambda session: reports.remove(session, report), notice)


class ReportsView(Page):
    """The page of reports; Ctrl+N begins a new report."""

    name = "reports"
    icon = "reports"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.reports = ReportRecordList(desk, self)
        boxes.column(self.reports, parent=self)
        action(self, Shortcut.NEW, self.tr("New report")).triggered.connect(self.reports.start_new)

    @classmethod
    def title(cls) -> str:
        """Return the name of the page, as shown in the rail."""
        return QCoreApplication.translate("ReportsView", "Reports")

    def topic(self) -> str:
        """Return the name of the help page for this page."""
        return "reports"

    def arrive(self) -> None:
        """Focus the list of reports; if there are none, focus the button for a new report."""
        self.reports.load()
        is_empty = self.reports.list.entries.rowCount() == 0
        (self.reports.new_button if is_empty else self.reports.list).setFocus()

    def open_record(self, record_id: RecordId) -> bool:
        """Show a report; return False if the record is no report."""
        record = self.desk.reader.find(record_id)
        if record is None or record.kind is not Kind.REPORT:
            return False
        self.reports.filter.clear()
        self.reports.load()
        self.reports.list.select(record_id)
        return True

    def go_to_field(self, record_id: RecordId, field: str, words: str) -> None:
        """Go to a field or a block of the report, and to `words` in it.

        For a block, `field` is "blocks/" and its id.
        """
        del record_id
        self.reports.show_block(field.removeprefix(f"{BLOCKS}/"))
        self.reports.go_to_form()
        self.reports.form.go_to(field, words)

    def open_draft(self, key: DraftKey) -> None:
        """Open the form of a report that was left unsaved."""
        self.reports.open_draft(key)
