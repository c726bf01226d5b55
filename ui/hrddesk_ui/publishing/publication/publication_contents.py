"""The content of a publication, with a tab each for the cases, the people to label, and the
parts and figures.
"""

from PySide6.QtWidgets import QPushButton, QRadioButton, QTabWidget, QWidget

from hrddesk.records.model.record import RecordId
from hrddesk_ui.cases.case_picker import CasePicker
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.publishing.publication.parts_picker import PartsPicker
from hrddesk_ui.publishing.publication.people_of_cases import PeopleOfCases
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.layout import boxes, page_layout

_PEOPLE = 1  # the place of their tab


class PublicationContents(QTabWidget):
    """The tabs; the title of each says how many items are checked in it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.tabBar().setAccessibleName(self.tr("What is published"))
        self.some_cases = QRadioButton(self.tr("These cases"), self)
        self.all_cases = QRadioButton(self.tr("All cases"), self)
        self.some_cases.setChecked(True)
        for choice in (self.all_cases, self.some_cases):
            choice.setAccessibleName(choice.text())
        self.levels_button = QPushButton(self.tr("Who may learn of them …"), self)
        self.levels_button.setAccessibleName(self.levels_button.text())
        self.cases = CasePicker(desk, self)
        words = self.tr("People to label instead of naming; Space ticks one")
        self.people = PeopleOfCases(desk, words, self.chosen_cases, self)
        self.parts = PartsPicker(self)
        self.addTab(self._cases_tab(), "")
        self.addTab(self._people_tab(), "")
        self.addTab(self.parts, "")

    def chosen_cases(self) -> list[RecordId] | None:
        """Return the chosen cases; None if all cases are chosen."""
        return None if self.all_cases.isChecked() else self.cases.chosen

    def choose_cases(self, chosen: tuple[RecordId, ...] | None) -> None:
        """Choose these cases and no others; None chooses all cases."""
        (self.all_cases if chosen is None else self.some_cases).setChecked(True)
        self.cases.model.choose_just(chosen or ())

    def allow_labels(self, allowed: bool) -> None:
        """Show or hide the tab for people to label; it is hidden for a profile that gives
        everybody a label.
        """
        self.people.setEnabled(allowed)
        self.setTabVisible(_PEOPLE, allowed)

    def show_counts(self) -> None:
        """Show in the title of each tab how many items are checked in it."""
        cases_words = self.tr("Cases: {count}").format(count=len(self.cases.chosen))
        if self.all_cases.isChecked():
            cases_words = self.tr("Cases: all")
        titles = (
            cases_words,
            self.tr("People to label: {count}").format(count=len(self.people.ticked)),
            self.tr("Parts and figures: {count}").format(count=self.parts.count),
        )
        for tab, words in enumerate(titles):
            self.setTabText(tab, words)

    def go_to_cases(self) -> None:
        """Show the list of cases and focus it."""
        self.setCurrentIndex(0)
        self.cases.table.setFocus()

    def _cases_tab(self) -> QWidget:
        tab = QWidget(self)
        boxes.column(
            boxes.row(self.some_cases, self.all_cases, 1, self.levels_button, spacing=2 * tokens.GRID),
            (self.cases, 1),
            parent=tab,
            margin=(0, tokens.GRID, 0, 0),
        )
        return tab

    def _people_tab(self) -> QWidget:
        tab = QWidget(self)
        column = boxes.column(parent=tab, margin=(0, tokens.GRID, 0, 0))
        note = self.tr("People you tick here get a label, in this publication and in every later one.")
        column.addWidget(page_layout.note(note, tab))
        column.addWidget(self.people, 1)
        return tab
