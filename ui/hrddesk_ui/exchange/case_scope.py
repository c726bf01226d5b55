"""The choice of what to send: all records of the vault, or only ticked cases."""

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from hrddesk.records.model.record import RecordId
from hrddesk_ui.cases.case_picker import CasePicker
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout


class WhichCases(QWidget):
    """The choice between all records of the vault and ticked cases.

    It begins with ticked cases, so that nobody sends everything by mistake.
    """

    def __init__(self, desk: Desk, some: str, parent: QWidget) -> None:
        """Make the widget; `some` is the label for the choice of ticked cases."""
        super().__init__(parent)
        self.all_records = QRadioButton(self.tr("Everything in this vault"), self)
        self.some_cases = QRadioButton(some, self)
        self.some_cases.setChecked(True)
        group = QButtonGroup(self)
        self.cases = CasePicker(desk, self)
        layout = boxes.column(
            page_layout.heading(self.tr("What")), parent=self, margin=(tokens.GRID, 0, 0, 0)
        )
        for choice in (self.all_records, self.some_cases):
            choice.setAccessibleName(choice.text())
            group.addButton(choice)
            layout.addWidget(choice)
        layout.addWidget(self.cases, 1)
        self.all_records.toggled.connect(lambda everything: self.cases.setEnabled(not everything))

    @property
    def chosen(self) -> list[RecordId] | None:
        """The ticked cases, or None if everything is chosen."""
        return None if self.all_records.isChecked() else self.cases.chosen

    def complain(self, trouble: TroubleLabel) -> None:
        """Show in `trouble` that no case is ticked, until the user ticks one."""
        trouble.complain(self.tr("Tick at least one case."), self.cases.changed, self.all_records.toggled)
        self.cases.table.setFocus()
