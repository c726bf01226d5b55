"""Terms, places, questions and sources: a list beside the form of the entry that is selected."""

from hrddesk.records.model.record import RecordId
from hrddesk_ui.catalogue.catalogue_view import CatalogueView
from hrddesk_ui.catalogue.place_form import PlaceForm
from hrddesk_ui.catalogue.places_view import PlacesView
from hrddesk_ui.catalogue.question_form import QuestionForm
from hrddesk_ui.catalogue.questions_view import QuestionsView
from hrddesk_ui.catalogue.term_form import TermForm
from hrddesk_ui.catalogue.terms_view import TermsView
from hrddesk_ui.settings.settings_view import SettingsView
from hrddesk_ui.sources.source_form import SourceForm
from hrddesk_ui.sources.sources_view import SourceList, SourcesView
from hrddesk_ui.widgets.forms.visibility_edit import VisibilityEdit
from tests.ui.casework import key, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.fields import Field
from tests.ui.page_objects.lists import Entries
from tests.ui.page_objects.views import settings_view


class CataloguePage:
    """A list of entries, the form of the one that is selected, and the buttons of both."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self.list = Entries(lambda: self.view.list)

    @property
    def view(self) -> CatalogueView:
        """The page of the window."""
        raise NotImplementedError

    @property
    def problem(self) -> str:
        """What stands in the way of saving, or is to be known before."""
        return self.view.form.problem_text

    @property
    def is_dirty(self) -> bool:
        """Tell whether something in the form differs from what is stored."""
        return self.view.form.dirty

    @property
    def shown(self) -> RecordId | None:
        """The record whose form is shown."""
        return self.view.shown

    @property
    def level(self) -> VisibilityEdit:
        """The field that says who may learn of the entry."""
        level = self.view.form.findChild(VisibilityEdit)
        assert isinstance(level, VisibilityEdit)
        return level

    @property
    def filter(self) -> Field:
        """The filter above the list."""
        return Field(self._driver, self.view.filter, self.view.filter.text)

    def add(self) -> None:
        """Click the button that begins a new entry."""
        self._driver.click(self.view.new_button)

    def begin(self, words: str) -> None:
        """Begin a new entry and type into the field in which its form begins."""
        self.add()
        type_(self._driver, words)

    def give_up(self) -> None:
        """Answer the question of the form: what was typed may go."""
        self._driver.click(self.view.form.confirm.yes)

    def append(self, words: str) -> None:
        """Go to the form of the entry that is selected and type at the end of its first field."""
        self.view.go_to_form()
        key(self._driver, "End")
        type_(self._driver, words)


def _go_to_tab(driver: Driver, number: int, kind: type[CatalogueView]) -> None:
    """Go to a tab of the settings by the keyboard."""
    driver.page(SettingsView.name)
    settings = settings_view(driver)
    settings.tabs.tabBar().setFocus()
    while settings.tabs.currentIndex() != number:
        key(driver, "Right" if settings.tabs.currentIndex() < number else "Left")
    driver.until(lambda: isinstance(settings.catalogue, kind) and settings.catalogue.new_button.isVisible())


class LabelLanguages:
    """The field of the settings with the languages in which labels are looked for."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    @property
    def languages(self) -> Field:
        """The field, with what is wrong in it."""
        settings = settings_view(self._driver)
        return Field(self._driver, settings.labels, settings.labels.text, settings.labels_trouble.text)

    @property
    def is_refused(self) -> bool:
        """Tell whether something is said to be wrong."""
        return settings_view(self._driver).labels_trouble.isVisible()

    def visit(self) -> None:
        """Go to the page of settings."""
        self._driver.page(SettingsView.name)

    def replace(self, words: str) -> None:
        """Type other languages in place of those that stand there."""
        self.visit()
        self.languages.enter()
        key(self._driver, "Ctrl+A")
        type_(self._driver, words)
        key(self._driver, "Return")


class TermsPage(CataloguePage):
    """The terms of the desk, in the settings."""

    @property
    def view(self) -> TermsView:
        """The page of the window."""
        catalogue = settings_view(self._driver).catalogue
        assert isinstance(catalogue, TermsView)
        return catalogue

    @property
    def form(self) -> TermForm:
        """The form of the term that is selected."""
        form = self.view.form
        assert isinstance(form, TermForm)
        return form

    @property
    def label(self) -> str:
        """The English label in the form."""
        return self.form.labels.lines["en"].text()

    def visit(self) -> None:
        """Go to the page by the keyboard."""
        _go_to_tab(self._driver, 1, TermsView)

    def retire(self) -> None:
        """Click the button that retires the term."""
        self._driver.click(self.view.retire_button)

    def merge(self) -> None:
        """Click the button that merges the term into another."""
        self._driver.click(self.view.merge_button)

    def restore(self) -> None:
        """Click the button that takes back a merge or a retirement."""
        self._driver.click(self.view.restore_button)

    def choose_vocabulary(self, code: str) -> None:
        """Show the terms of a vocabulary."""
        self.view.vocabulary.setCurrentIndex(self.view.vocabulary.findData(code))


class PlacesPage(CataloguePage):
    """The tree of places, in the settings."""

    @property
    def view(self) -> PlacesView:
        """The page of the window."""
        catalogue = settings_view(self._driver).catalogue
        assert isinstance(catalogue, PlacesView)
        return catalogue

    @property
    def form(self) -> PlaceForm:
        """The form of the place that is selected."""
        form = self.view.form
        assert isinstance(form, PlaceForm)
        return form

    @property
    def label(self) -> str:
        """The English name in the form."""
        return self.form.labels.lines["en"].text()

    @property
    def within(self) -> Field:
        """The place in which this one lies."""
        return Field(self._driver, self.form.within, self.form.within.text, self.form.within.hint)

    @property
    def within_record(self) -> RecordId | None:
        """The place of the tree that was chosen there."""
        return self.form.within.place()

    @property
    def kind(self) -> Field:
        """The kind of place."""
        return Field(self._driver, self.form.kind, self.form.kind.value)

    @property
    def can_remove(self) -> bool:
        """Tell whether the place that is selected can be deleted."""
        return self.view.remove_button.isEnabled()

    def remove(self) -> None:
        """Click the button that deletes the entry that is selected."""
        self._driver.click(self.view.remove_button)

    def visit(self) -> None:
        """Go to the page by the keyboard."""
        _go_to_tab(self._driver, 2, PlacesView)


class QuestionsPage(CataloguePage):
    """The questions of the desk, in the settings."""

    @property
    def view(self) -> QuestionsView:
        """The page of the window."""
        catalogue = settings_view(self._driver).catalogue
        assert isinstance(catalogue, QuestionsView)
        return catalogue

    @property
    def form(self) -> QuestionForm:
        """The form of the question that is selected."""
        form = self.view.form
        assert isinstance(form, QuestionForm)
        return form

    def visit(self) -> None:
        """Go to the page by the keyboard."""
        _go_to_tab(self._driver, 3, QuestionsView)


class SourcesPage(CataloguePage):
    """The page of sources."""

    def __init__(self, driver: Driver) -> None:
        super().__init__(driver)
        self.cited = Entries(lambda: self.view.cited)

    @property
    def page(self) -> SourcesView:
        """The page of the rail."""
        page = self._driver.frame.page(SourcesView.name)
        assert isinstance(page, SourcesView)
        return page

    @property
    def view(self) -> SourceList:
        """The list and form of the page."""
        return self.page.sources

    @property
    def form(self) -> SourceForm:
        """The form of the source that is selected."""
        form = self.view.form
        assert isinstance(form, SourceForm)
        return form

    def remove(self) -> None:
        """Click the button that deletes the entry that is selected."""
        self._driver.click(self.view.remove_button)

    def visit(self) -> None:
        """Go to the page."""
        self._driver.page(SourcesView.name)
