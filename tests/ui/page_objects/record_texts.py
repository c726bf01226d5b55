"""The texts of a record beside its first one: written in its form, and read where they are long."""

from hrddesk.records.model.record import RecordId
from hrddesk_ui.evidence.evidence_view import EvidenceView
from hrddesk_ui.widgets.forms.texts_edit import LanguageEdit, TextEntryRow, TextsEdit
from tests.ui.driver import Driver
from tests.ui.page_objects.forms import Form
from tests.ui.page_objects.views import cases_view
from tests.ui.texts import records


class OtherTexts:
    """The texts beside the first one, in the form of a record."""

    def __init__(self, driver: Driver, form: Form) -> None:
        self.driver = driver
        self.form = form

    @property
    def view(self) -> TextsEdit:
        """The rows of texts."""
        view = self.form.view.page.findChild(TextsEdit)
        assert view is not None
        return view

    def open(self) -> None:
        """Show them in the form."""
        (button,) = (each for each in self.form.view.page.more if each.text().startswith(records.OTHER_TEXTS))
        self.driver.click(button)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.view.rows)

    @property
    def _last(self) -> TextEntryRow:
        row = self.view.rows[-1]
        assert isinstance(row, TextEntryRow)
        return row

    def add(self) -> None:
        """Add one."""
        self.driver.click(self.view.add_button)

    def focus_body(self) -> None:
        """Give the keyboard to the words of the last one."""
        self._last.body.setFocus()

    def choose_language(self, code: str) -> None:
        """Choose the language of the last one."""
        language = self._last.stops()[0]
        assert isinstance(language, LanguageEdit)
        language.set_value(code)

    def tick_checked(self) -> None:
        """Say that somebody checked the last one."""
        self._last.checked.click()


class TextReaderPart:
    """Where a long text of a file is read, inside the evidence of a case."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def _evidence(self) -> EvidenceView:
        return cases_view(self.driver).case.evidence

    def open(self, file: RecordId) -> None:
        """Read the text of a file."""
        self._evidence.read(file)

    def open_by_button(self) -> None:
        """Read the text of the file that is selected."""
        self.driver.click(self._evidence.file.read_button)

    def is_visible(self) -> bool:
        """Whether a text is shown."""
        return self._evidence.reader.isVisible()

    @property
    def text(self) -> str:
        """The whole text."""
        return self._evidence.reader.body.toPlainText()

    @property
    def about(self) -> str:
        """What is said of the text: its language, its kind, who wrote it."""
        return self._evidence.reader.about.text()

    @property
    def selected(self) -> str:
        """The words of the text that are selected."""
        return self._evidence.reader.body.textCursor().selectedText()
