"""The form of a person, group, organisation or authority."""

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QWidget

from hrddesk.interop.columns import cells
from hrddesk.records.model.kinds import CONSENTS, PROTECTED, SPECS, Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.names.display_names import display_name
from hrddesk_ui.people.case_role_edit import CaseRoleEdit
from hrddesk_ui.people.consent_trace import ConsentTrace
from hrddesk_ui.people.consents_edit import ConsentsEdit
from hrddesk_ui.people.names_edit import NamesEdit
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.partial_date_edit import PartialDateEdit
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.fields.text_edit import TextEdit
from hrddesk_ui.widgets.forms.binding import Binding, Problem
from hrddesk_ui.widgets.forms.field_bindings import FieldBinding
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.forms.place_edit import PlaceBinding, PlaceEdit, PlaceLookup
from hrddesk_ui.widgets.forms.rows_edit import RowsBinding
from hrddesk_ui.widgets.forms.source_picker import Sources
from hrddesk_ui.widgets.forms.words_edit import WordPart, WordsEdit
from hrddesk_ui.words.language import isolated

_PERSON = Record(kind=Kind.PARTY, id=RecordId("0" * 32)).with_fields(kind="person")


class PartyEdit(FormEdit):
    """Add or edit one party. At least one name is required."""

    spec = SPECS[Kind.PARTY]

    def __init__(
        self, sources: Sources, places: PlaceLookup, parent: QWidget | None = None, *, in_case: bool = False
    ) -> None:
        """Build the form; with `in_case` it asks for the role in the case after the names."""
        super().__init__(parent)
        self.cite_with(sources, self.tr("the person as a whole"))
        self.trace = ConsentTrace(self)
        self.page.place(self.trace, wide=True)
        self.names = self.rows(self.tr("Names"), "names", NamesEdit())
        self.role = CaseRoleEdit() if in_case else None
        if self.role is not None:
            choose = self.tr("Choose the role in this case. “Not stated” is an answer too.")
            self._role = _RoleBinding(self.role, choose)
            self.bind(self._role)
            self.page.end_row()
        self.kind = self.field("kind", TermEdit(self.tr("Kind"), "party_kind"))
        self.sex = self.field("sex", TermEdit(self.tr("Sex"), "sex"))
        self.birth = self.field("birth", PartialDateEdit(self.tr("Born"), happened=True))
        self.death = self.field("death", PartialDateEdit(self.tr("Died"), happened=True))
        age = LineEdit(self.tr("Age as reported"), self.tr("As it was said: 34, about 60"))
        self.age = self.field("age", age)
        self.age_day = self.field("age_day", PartialDateEdit(self.tr("Age reported for"), happened=True))
        self.field("ethnicity", TermEdit(self.tr("Ethnic group"), "ethnicity"))
        hint = self.tr("As it was said; a few letters find a place")
        home = PlaceEdit(self.tr("From"), hint, places.find, meant=places.meant)
        self.bind(PlaceBinding("home", home, places, self.spec.field("home_text")), cite="home_text")
        self.group_size = LineEdit(self.tr("Size of the group"), self.tr("As it was said: 12, about 30"))
        self.bind(_SizeBinding(self.group_size), cite="size")
        during = (
            WordPart("since", self.tr("Since"), self.tr("since 2015"), is_date=True),
            WordPart("until", self.tr("Until"), self.tr("until 2020-02"), is_date=True),
        )
        add, remove = self.tr("+ Add occupation"), self.tr("Remove this occupation")
        occupations = WordsEdit(self.tr("Occupation"), add, remove, "occupation", parts=during)
        self.occupations = self.rows(
            self.tr("Occupations"), "terms", occupations, {"vocabulary": "occupation"}
        )
        add, remove = self.tr("+ Add cause"), self.tr("Remove this cause")
        causes = WordsEdit(self.tr("Cause"), add, remove, "cause", parts=during)
        self.rows(self.tr("Causes"), "terms", causes, {"vocabulary": "cause"})
        add, remove = self.tr("+ Add religion"), self.tr("Remove this religion")
        religion = WordsEdit(self.tr("Religion"), add, remove, "religion", parts=during)
        self.rows(self.tr("Religion"), "terms", religion, {"vocabulary": "religion"})
        self.citations.offer("terms", self.tr("Occupations, causes, religion"))
        self.field("disability", LineEdit(self.tr("Disability")))
        each = self.tr("One on each line, as CN or Kazakhstan")
        self.texts("citizenships", TextEdit(self.tr("Citizenship"), each, lines=2), cite=True)
        with self.behind(self.tr("Informed consent")):
            self.consents = ConsentsEdit(sources)
            answers = RowsBinding(self._list(CONSENTS), self.consents)
            self.bind(answers, self.tr("Informed consent"), wide=True)
            noted = self.tr("Who asked, whom, when and how. It stays in this vault: no bundle takes it.")
            self.consent_note = TextEdit(self.tr("Note on consent"), noted, lines=2)
            self._noted = _ConsentNoteBinding(self.consent_note)
            self.bind(self._noted, wide=True)
        self.protected = _ProtectedBinding(self.tr("A label in every publication"), self)
        self.bind(self.protected, self.tr("Protect this name"))
        self.page.end_row()
        self.visibility = self.level()
        ref = LineEdit(self.tr("Reference"), self.tr("Given by the vault where you give none"))
        self.field("ref", ref, cite=False)
        free = self.tr("Free text. It stays secret unless you release it.")
        self.note = self.field("note", TextEdit(self.tr("Note"), free))
        self.finish()

    def start(self) -> QWidget:
        """Return the field for the first name or, without such a field, the button that adds a name."""
        return self.names.rows[0].stops()[0] if self.names.rows else self.names.add_button

    def show_new(self, name: str = "") -> None:
        """Begin a new party; `name` is its main name, for example one that a search did not find."""
        self.begin(_PERSON.with_elements("names", [{"name": name, "kind": "main"}] if name else []))

    def show_role(self, role: str) -> None:
        """Show which role the person has in the case of the form."""
        self._role.begin_with(role)

    def show_consent_note(self, text: str) -> None:
        """Show this vault's note on who was asked for consent, which is not part of the record."""
        self._noted.begin_with(text)

    def heading(self, record: Record | None) -> str:
        """Return the heading of the form."""
        if record is None:
            return self.tr("New person")
        return self.tr("Edit person: {name}").format(name=isolated(display_name(record)))

    def problems(self) -> list[Problem]:
        """Return the missing and impossible values."""
        problems = super().problems()
        if not self.names.entries():
            missing = self.tr("Give at least one name, or what the person is called by.")
            problems.insert(0, (self.start(), missing))
        return problems


class _BesideBinding(Binding):
    """The base of bindings for a value that the form shows, but the party's record does not contain.

    The form passes the stored value to `begin_with`.
    """

    _before: str | None = None

    def begin_with(self, value: str | None) -> None:
        """Show the stored value, and remember it in order to notice a change."""
        self._before = value
        with QSignalBlocker(self.widget):  # nobody typed it
            self.put(value)

    @abstractmethod
    def value(self) -> str | None:
        """Return the content of the control."""

    @abstractmethod
    def put(self, value: str | None) -> None:
        """Show a value."""

    @property
    def is_changed(self) -> bool:
        """Whether the content differs from the stored value."""
        return self.value() != self._before

    @property
    def is_empty(self) -> bool:
        """Whether the control is empty."""
        return not self.value()

    def show(self, record: Record) -> None:
        """Do nothing: the record does not have the value."""

    def draft(self) -> dict[str, str | None]:
        """Return the content, and the stored value that was there before the user typed."""
        return {"typed": self.value(), "before": self._before}

    def take_draft(self, draft: Any) -> None:
        """Show the content of a draft."""
        self.begin_with(draft["before"])
        self.put(draft["typed"])


class _RoleBinding(_BesideBinding):
    """The binding of the person's role in the case for which the form is open."""

    def __init__(self, edit: CaseRoleEdit, required: str) -> None:
        super().__init__("role", edit, edit.edited)
        self.edit = edit
        self._required = required

    def value(self) -> str | None:
        """Return the role."""
        return self.edit.role()

    def put(self, value: str | None) -> None:
        """Show a role."""
        self.edit.set_role(value)

    def fill(self, values: FormValues) -> None:
        """Add the role to the values, if it was changed."""
        values.role = self.value() if self.is_changed else None

    def problems(self) -> list[Problem]:
        """Return a problem if no role is chosen."""
        return [(self.edit, self._required)] if self.edit.role() is None else []


class _ConsentNoteBinding(_BesideBinding):
    """The binding of the note on consent, which is a separate record and never leaves the vault."""

    _before = ""

    def __init__(self, edit: TextEdit) -> None:
        super().__init__("consent note", edit, edit.edited)
        self.edit = edit

    def value(self) -> str:
        """Return the note."""
        return self.edit.value()

    def put(self, value: str | None) -> None:
        """Show a note."""
        self.edit.set_value(value or "")

    def fill(self, values: FormValues) -> None:
        """Add the note to the values, if it was changed."""
        values.consent_note = self.value() if self.is_changed else None


class _ProtectedBinding(Binding):
    """The binding of the checkbox that protects a name: every publication prints a label instead.

    The form cannot end the protection; that is done for a publication, with a reason.
    """

    def __init__(self, words: str, parent: QWidget) -> None:
        self.box = QCheckBox(words, parent)
        super().__init__(PROTECTED, self.box, self.box.toggled)

    def show(self, record: Record) -> None:
        """Tick and disable the box if the name is protected, because the form cannot end the protection."""
        is_protected = bool(record.fields.get(PROTECTED))
        self.box.setChecked(is_protected)
        self.box.setEnabled(not is_protected)

    def fill(self, values: FormValues) -> None:
        """Add the protection to the values if the box is ticked.

        Then also remove the reason why an earlier protection was ended.
        """
        values.fields[PROTECTED] = self.box.isChecked() or None
        if self.box.isChecked():
            values.fields["unprotected"] = None

    def draft(self) -> bool:
        """Return whether the box is ticked."""
        return self.box.isChecked()

    def take_draft(self, draft: Any) -> None:
        """Tick or untick the box as in a draft."""
        self.box.setChecked(bool(draft))


class _SizeBinding(FieldBinding):
    """The binding of the size of a group: the words, and the smallest and largest number that they allow."""

    def __init__(self, edit: LineEdit) -> None:
        size = PartyEdit.spec.field("size")
        assert size is not None
        super().__init__(size, edit)

    def fill(self, values: FormValues) -> None:
        """Add the words and both numbers to the values; None for a number that the words leave open."""
        super().fill(values)
        least, most = cells.size_of(self.edit.value()) or (None, None)
        values.fields |= {"size_min": least, "size_max": most}
