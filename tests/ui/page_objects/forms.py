"""Forms of records: cases, people, events, relations."""

from PySide6.QtWidgets import QPushButton, QWidget

from hrddesk.records.model.record import Record, RecordId
from hrddesk_ui.cases.case_edit import CaseEdit
from hrddesk_ui.events.event_edit import EventEdit
from hrddesk_ui.events.roles_edit import RoleRow
from hrddesk_ui.people.party_edit import PartyEdit
from hrddesk_ui.people.relation_edit import RelationEdit
from hrddesk_ui.widgets.forms.answers_edit import AnswerEdit
from hrddesk_ui.widgets.forms.citations_edit import CitationRow
from hrddesk_ui.widgets.forms.cite_button import CiteButton
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from tests.ui.casework import key
from tests.ui.driver import Driver
from tests.ui.page_objects.fields import Field, Rows
from tests.ui.page_objects.views import cases_view, people_view


class Form:
    """What every form of a record has, whichever form is shown when it is asked."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    @property
    def view(self) -> FormEdit:
        """The form that is shown."""
        raise NotImplementedError

    @property
    def name(self) -> str:
        """What a screen reader calls the form."""
        return self.view.accessibleName()

    @property
    def problem(self) -> str:
        """What stands in the way of saving, or is to be known before."""
        return self.view.problem_text

    @property
    def question(self) -> str:
        """What the form asks before it is given up."""
        return self.view.confirm.question

    @property
    def record(self) -> Record:
        """The stored record that the form began with."""
        assert self.view.stored is not None
        return self.view.stored

    @property
    def is_new(self) -> bool:
        """Tell whether the form began without a record."""
        return self.view.stored is None

    @property
    def is_dirty(self) -> bool:
        """Tell whether something differs from what is stored."""
        return self.view.dirty

    @property
    def has_keyboard(self) -> bool:
        """Tell whether the keyboard is in the field in which the form begins."""
        return self.view.start().hasFocus()

    @property
    def is_visible(self) -> bool:
        """Tell whether the form is in sight."""
        return self.view.isVisible()

    def answer(self, question: str) -> AnswerEdit:
        """Return the field in which a question of the desk is answered."""
        return self.view.answers.fields[question]

    def holds(self, widget: QWidget) -> bool:
        """Tell whether something is a part of the form."""
        return self.view.isAncestorOf(widget)

    def cancel(self) -> None:
        """Click the button that gives up."""
        self._driver.click(self.view.cancel_button)

    def give_up(self) -> None:
        """Answer the question of the form: what was typed may go."""
        self._driver.click(self.view.confirm.yes)

    def go_on(self) -> None:
        """Answer the question of the form: what was typed stays."""
        self._driver.click(self.view.confirm.no)

    def more(self, label: str) -> QPushButton:
        """Return the button behind which more fields wait."""
        (button,) = (each for each in self.view.page.more if each.text() == label)
        return button

    def cite_button(self, field: str) -> CiteButton:
        """Return the button that cites a source for a field."""
        return next(each for each in self.view.findChildren(CiteButton) if each.field == field)

    def citation(self, number: int = 0) -> CitationRow:
        """Return one of the lines of citations."""
        row = self.view.citations.rows[number]
        assert isinstance(row, CitationRow)
        return row


class CaseForm(Form):
    """The form of a case: a new one, or the summary of the one that is shown."""

    def __init__(self, driver: Driver, *, new: bool = False) -> None:
        super().__init__(driver)
        self._new = new

    @property
    def view(self) -> CaseEdit:
        """The form that is shown."""
        cases = cases_view(self._driver)
        return cases.new_form if self._new else cases.case.summary.form

    @property
    def title(self) -> Field:
        """The working title."""
        return Field(self._driver, self.view.title, self.view.title.text)

    @property
    def narrative(self) -> Field:
        """The narrative."""
        return Field(self._driver, self.view.narrative, self.view.narrative.toPlainText)

    @property
    def note(self) -> Field:
        """The note."""
        return Field(self._driver, self.view.note, self.view.note.value)


class EventForm(Form):
    """The form of an event in the timeline of a case."""

    @property
    def view(self) -> EventEdit:
        """The form that is shown."""
        form = cases_view(self._driver).case.timeline.form
        assert isinstance(form, EventEdit)
        return form

    @property
    def type(self) -> Field:
        """What happened."""
        return Field(self._driver, self.view.type, self.view.type.value)

    @property
    def type_words(self) -> str:
        """What happened, as it reads."""
        return self.view.type.currentText()

    @property
    def date(self) -> Field:
        """When it happened."""
        return Field(self._driver, self.view.date.line, self.view.date.value, self.view.date.echo)

    @property
    def place(self) -> Field:
        """Where it happened."""
        return Field(self._driver, self.view.place, self.view.place.text, self.view.place.hint)

    @property
    def place_record(self) -> RecordId | None:
        """The place of the tree that was chosen."""
        return self.view.place.place()

    @property
    def summary(self) -> Field:
        """The summary."""
        return Field(self._driver, self.view.summary, self.view.summary.toPlainText)

    @property
    def note(self) -> Field:
        """The note."""
        return Field(self._driver, self.view.note, self.view.note.value)

    @property
    def people(self) -> Rows:
        """Who took part."""
        return Rows(self._driver, self.view.people)

    @property
    def charges(self) -> Rows:
        """The charges."""
        return Rows(self._driver, self.view.charges)

    @property
    def penalties(self) -> Rows:
        """The penalties."""
        return Rows(self._driver, self.view.penalties)

    @property
    def terms(self) -> Rows:
        """Conditions and circumstances."""
        return Rows(self._driver, self.view.terms)

    @property
    def links(self) -> Rows:
        """Links to other events."""
        return Rows(self._driver, self.view.links)

    def role_row(self, number: int = -1) -> RoleRow:
        """Return one of the lines of people."""
        row = self.view.people.rows[number]
        assert isinstance(row, RoleRow)
        return row


class PersonForm(Form):
    """The form of a person or group, within a case or on the page of people."""

    def __init__(self, driver: Driver, *, in_case: bool = True) -> None:
        super().__init__(driver)
        self._in_case = in_case

    @property
    def view(self) -> PartyEdit:
        """The form that is shown."""
        form = (
            cases_view(self._driver).case.people.form
            if self._in_case
            else people_view(self._driver).pane.form
        )
        assert isinstance(form, PartyEdit)
        return form

    @property
    def names(self) -> Rows:
        """The names."""
        return Rows(self._driver, self.view.names)

    @property
    def role(self) -> Field:
        """The role in the case."""
        role = self.view.role
        assert role is not None
        return Field(self._driver, role, role.currentText)

    @property
    def kind(self) -> Field:
        """A person, a group or an authority."""
        return Field(self._driver, self.view.kind, self.view.kind.currentText)

    @property
    def sex(self) -> Field:
        """The sex."""
        return Field(self._driver, self.view.sex, self.view.sex.value)

    @property
    def birth(self) -> Field:
        """When the person was born."""
        return Field(self._driver, self.view.birth, self.view.birth.value)

    @property
    def age(self) -> Field:
        """The age as it was reported."""
        return Field(self._driver, self.view.age, self.view.age.text)

    @property
    def age_day(self) -> Field:
        """When the person was of that age."""
        return Field(self._driver, self.view.age_day, self.view.age_day.value)

    @property
    def group_size(self) -> Field:
        """How many a group is."""
        return Field(self._driver, self.view.group_size, self.view.group_size.text)

    @property
    def note(self) -> Field:
        """The note."""
        return Field(self._driver, self.view.note, self.view.note.value)

    @property
    def consents(self) -> Rows:
        """The answers about consent."""
        return Rows(self._driver, self.view.consents)

    @property
    def consent_note(self) -> Field:
        """Who was asked, and how."""
        return Field(self._driver, self.view.consent_note, self.view.consent_note.value)

    @property
    def publications(self) -> str:
        """In which publications the person stands, once consent was withdrawn."""
        return self.view.trace.lines.text()

    @property
    def shows_publications(self) -> bool:
        """Tell whether it is said in which publications the person stands."""
        return self.view.trace.isVisible()

    @property
    def occupations(self) -> Rows:
        """The occupations."""
        return Rows(self._driver, self.view.occupations)

    def say_subject(self) -> None:
        """Choose by the keyboard that the case is about this new person; go back to the name."""
        name = self._driver.focus()
        while not self.role.has_keyboard:
            key(self._driver, "Tab")
        self._driver.pick("Home")
        while self._driver.focus() is not name:
            key(self._driver, "Shift+Tab")


class RelationForm(Form):
    """The form of a relation between two people."""

    @property
    def view(self) -> RelationEdit:
        """The form that is shown."""
        form = cases_view(self._driver).case.relations.form
        assert isinstance(form, RelationEdit)
        return form

    @property
    def subject(self) -> Field:
        """The first person."""
        return Field(self._driver, self.view.subject, self.view.subject.typed)

    @property
    def subject_record(self) -> RecordId | None:
        """The first person, where one was chosen."""
        return self.view.subject.value()

    @property
    def object(self) -> Field:
        """The second person."""
        return Field(self._driver, self.view.object, self.view.object.typed)

    @property
    def object_record(self) -> RecordId | None:
        """The second person, where one was chosen."""
        return self.view.object.value()

    @property
    def type(self) -> Field:
        """The kind of relation."""
        return Field(self._driver, self.view.type, self.view.type.value)

    @property
    def since(self) -> Field:
        """When it began."""
        return Field(self._driver, self.view.since, self.view.since.value)

    @property
    def until(self) -> Field:
        """When it ended."""
        return Field(self._driver, self.view.until, self.view.until.value)

    @property
    def sentence(self) -> str:
        """The relation in words."""
        return self.view.sentence.text()

    def swap(self) -> None:
        """Click the button that swaps the two people."""
        self._driver.click(self.view.swap_button)
