"""The form of a report: its title, series, day, and blocks."""

from PySide6.QtWidgets import QWidget

from hrddesk.records.model.kinds import BLOCKS, SPECS, Kind
from hrddesk.records.model.record import Record
from hrddesk_ui.reports.blocks_edit import BlocksBinding, BlocksEdit
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.partial_date_edit import PartialDateEdit
from hrddesk_ui.widgets.fields.text_edit import TextEdit
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.links_edit import Records


class ReportForm(FormEdit):
    """The form to write one report; a title is required."""

    spec = SPECS[Kind.REPORT]

    def __init__(self, records: Records, author: str, parent: QWidget | None = None) -> None:
        """Build the form.

        `records` searches the records that a block can be about; `author` is the alias of the writer of new
        blocks.
        """
        super().__init__(parent)
        name = LineEdit(self.tr("Title"), self.tr("Title of the report"))
        self.field("title", name, wide=True, required=self.tr("Give the report a title."))
        self.field("subtitle", LineEdit(self.tr("Subtitle")), wide=True)
        self.blocks = BlocksEdit(records, author)
        self.bind(BlocksBinding(self._list(BLOCKS), self.blocks), self.tr("Blocks"), wide=True)
        along = self.tr("Name that later reports of the row share")
        self.field("series", LineEdit(self.tr("Series"), along))
        self.field("languages", LineEdit(self.tr("Languages"), self.tr("en zh-Hans")))
        self.field("as_of", PartialDateEdit(self.tr("Data as of")))
        self.field("embargo", PartialDateEdit(self.tr("Embargo until")))
        self.field("template", LineEdit(self.tr("Template"), self.tr("For printing")))
        self.level()
        self.field("note", TextEdit(self.tr("Note"), self.tr("For your desk. Never published."), lines=2))
        self.finish()

    def heading(self, record: Record | None) -> str:
        """Return the heading of the form."""
        return self.tr("New report") if record is None else self.tr("Report")
