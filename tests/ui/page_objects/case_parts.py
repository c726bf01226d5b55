"""The parts of the case that is shown: people, timeline, relations, sources, evidence, forms, history."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from hrddesk.records.model.record import RecordId
from hrddesk_ui.cases.case_forms_view import CaseFormsView
from hrddesk_ui.cases.case_view import CaseView
from hrddesk_ui.evidence.evidence_edit import EvidenceEdit
from hrddesk_ui.evidence.evidence_view import EvidenceView
from hrddesk_ui.history.case_history_view import CaseHistoryView
from hrddesk_ui.pages.case_entries_view import CaseEntriesView
from hrddesk_ui.sources.case_sources_view import CaseSourcesView
from hrddesk_ui.widgets.forms.answers_edit import AnswerEdit
from tests.ui.casework import type_
from tests.ui.driver import Driver
from tests.ui.page_objects.fields import Field
from tests.ui.page_objects.lists import Entries
from tests.ui.page_objects.views import cases_view


class CasePart:
    """A part of the case that has a list, a form and what was just removed: people, timeline, relations."""

    def __init__(self, driver: Driver, part: Callable[[CaseView], CaseEntriesView]) -> None:
        self._driver = driver
        self._part = part
        self.list = Entries(lambda: self.view.list)

    @property
    def view(self) -> CaseEntriesView:
        """The part that is shown."""
        return self._part(cases_view(self._driver).case)

    @property
    def has_form(self) -> bool:
        """Tell whether a form is open."""
        return self.view.form is not None

    @property
    def question(self) -> str:
        """What is said, or asked, below the list."""
        return self.view.confirm.question

    @property
    def is_current(self) -> bool:
        """Tell whether the keyboard is in this part of the case."""
        return self.view.isAncestorOf(self._driver.focus())

    @property
    def says_how_to_begin(self) -> bool:
        """Tell whether the part says that it is empty, and what to do."""
        return self.view.empty.isVisible()

    @property
    def form_is_in_sight(self) -> bool:
        """Tell whether the form stands in place of the list, or beside it."""
        return self.view.form is not None and self.view.form.isVisible()

    def click_row(self, row: int) -> None:
        """Click an entry of the list."""
        place = self.view.list.visualRect(self.view.list.entries.index(row)).center()
        self._driver.bot.mouseClick(self.view.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def show(self) -> None:
        """Turn to this part of the case."""
        cases_view(self._driver).case.show_section(self.view)

    def open(self, record: RecordId) -> None:
        """Open the form of a record."""
        self.view.open(record)

    def add(self) -> None:
        """Click the button that adds an entry."""
        self._driver.click(self.view.add_button)

    def begin_new(self) -> None:
        """Open an empty form."""
        self.view.start_new()

    def remove(self) -> None:
        """Click the button that removes the entry that is selected."""
        self._driver.click(self.view.remove_button)

    def take_back(self) -> None:
        """Take back what was just removed."""
        self._driver.click(self.view.confirm.yes)

    def leave_it(self) -> None:
        """Let go what was just removed."""
        self._driver.click(self.view.confirm.no)

    def close_form(self) -> None:
        """Put the form away as a change of the part does; what was typed is a draft then."""
        self.view.pane.put_away()


class PeoplePart(CasePart):
    """The people of a case; one who is in the vault can be taken into it."""

    def __init__(self, driver: Driver) -> None:
        super().__init__(driver, lambda case: case.people)

    @property
    def existing(self) -> Field:
        """The field in which a person of the vault is looked for."""
        picker = cases_view(self._driver).case.people.existing
        return Field(self._driver, picker, picker.typed)


class SourcesPart:
    """The sources of a case, and what each says in it."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self.list = Entries(lambda: self.view.list)
        self.passages = Entries(lambda: self.view.said)

    @property
    def view(self) -> CaseSourcesView:
        """The part that is shown."""
        return cases_view(self._driver).case.sources

    @property
    def says_how_to_begin(self) -> bool:
        """Tell whether the part says that it is empty, and what to do."""
        return self.view.empty.isVisible()

    def show(self) -> None:
        """Turn to this part of the case."""
        cases_view(self._driver).case.show_section(self.view)

    def open_source(self) -> None:
        """Click the button that leads to the source that is selected."""
        self._driver.click(self.view.open_button)


class FormsPart:
    """Forms of others that are filled in about a person of the case."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    @property
    def view(self) -> CaseFormsView:
        """The part that is shown."""
        return cases_view(self._driver).case.forms

    @property
    def state(self) -> str:
        """How complete the form is, in words."""
        return self.view.state.text()

    @property
    def missing(self) -> str:
        """Which answers are missing."""
        return self.view.missing.text()

    @property
    def notice(self) -> str:
        """What is to be known of a draft."""
        return self.view.notice.text()

    @property
    def trouble(self) -> str:
        """What went wrong."""
        return self.view.trouble.text()

    @property
    def is_visible(self) -> bool:
        """Tell whether the part is in sight."""
        return self.view.isVisible()

    @property
    def form_name(self) -> str:
        """The form that was chosen."""
        return self.view.form.currentText()

    def show(self) -> None:
        """Turn to this part of the case, and wait for its fields."""
        cases_view(self._driver).case.show_section(self.view)
        self._driver.until(lambda: bool(self.view.fields))

    def choose(self, code: str) -> None:
        """Choose a form by the keyboard."""
        self.view.form.setFocus()
        self._driver.pick("Home", *["Down"] * self.view.form.findData(code))
        self._driver.until(lambda: f"{code}.names" in self.view.fields)

    def answer(self, field: str) -> str | None:
        """Return what a field holds."""
        return self._field(field).answer()

    def enter(self, field: str) -> None:
        """Put the keyboard into a field."""
        self._field(field).setFocus()

    def write(self, field: str, words: str) -> None:
        """Go to a field and type."""
        self.enter(field)
        type_(self._driver, words)

    def save(self) -> None:
        """Click the button that saves the answers."""
        self._driver.click(self.view.save_button)

    def write_to(self, path: Path, kind: str) -> None:
        """Write the form to a file, whose name a dialog of the system asked for."""
        self.view.write_to(path, kind)

    def _field(self, field: str) -> AnswerEdit:
        return self.view.fields[field]


class HistoryPart:
    """The history of the case and of its records."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    @property
    def view(self) -> CaseHistoryView:
        """The part that is shown."""
        return cases_view(self._driver).case.history

    @property
    def changes(self) -> list[str]:
        """The changes of the record, the latest first."""
        changes = self.view.view.changes
        return [changes.item(row).text() for row in range(changes.count())]

    @property
    def words(self) -> str:
        """What the change that is selected did."""
        return self.view.view.text.toPlainText()

    @property
    def can_restore(self) -> bool:
        """Tell whether an earlier state can be brought back."""
        return self.view.view.restore_button.isEnabled()

    def show(self) -> None:
        """Turn to this part of the case."""
        cases_view(self._driver).case.show_section(self.view)

    def choose(self, record: RecordId) -> None:
        """Show the history of a record of the case."""
        self.view.choose(record)

    def enter_changes(self) -> None:
        """Put the keyboard into the list of changes."""
        self.view.view.changes.setFocus()

    def restore(self) -> None:
        """Click the button that brings the state back."""
        self._driver.click(self.view.view.restore_button)


class EvidencePart:
    """The evidence of a case, and the file that is selected."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self.list = Entries(lambda: self.view.list)

    @property
    def view(self) -> EvidenceView:
        """The part that is shown."""
        return cases_view(self._driver).case.evidence

    @property
    def form(self) -> EvidenceEdit:
        """The form in which a file is described."""
        form = self.view.pane.form
        assert isinstance(form, EvidenceEdit)
        return form

    @property
    def has_form(self) -> bool:
        """Tell whether a form is open."""
        return self.view.pane.form is not None

    @property
    def question(self) -> str:
        """What is asked before a copy leaves the vault."""
        return self.view.confirm.question

    @property
    def log(self) -> list[str]:
        """The log of custody of the file that is selected."""
        log = self.view.file.log
        return [log.item(row).text() for row in range(log.count())]

    @property
    def file_words(self) -> list[str]:
        """All that is said of the file that is selected."""
        return [label.text() for label in self.view.file.findChildren(QLabel)]

    @property
    def shown_file(self) -> RecordId | None:
        """The file that is shown."""
        return self.view.file.shown

    @property
    def shows_picture(self) -> bool:
        """Tell whether a small picture of the file is in sight."""
        return self.view.file.picture.isVisible()

    @property
    def is_current(self) -> bool:
        """Tell whether the keyboard is in this part of the case."""
        return self.view.isAncestorOf(self._driver.focus())

    def show(self) -> None:
        """Turn to this part of the case."""
        cases_view(self._driver).case.show_section(self.view)

    def take(self, *paths: Path) -> None:
        """Take files in, whose names a dialog of the system asked for."""
        self.view.take(list(paths))

    def derive(self) -> None:
        """Click the button that takes in a redacted copy of the file."""
        self._driver.click(self.view.file.derive_button)

    def lend(self) -> None:
        """Click the button that opens the file with another program."""
        self._driver.click(self.view.file.lend_button)

    def confirm(self) -> None:
        """Answer the question: a copy may leave the vault."""
        self._driver.click(self.view.confirm.yes)
