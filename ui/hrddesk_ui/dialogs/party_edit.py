"""The form of a person, group, organisation or authority."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtWidgets import QWidget

from hrddesk.interop import cells
from hrddesk.records.kinds import Kind
from hrddesk.records.people import display_name
from hrddesk.records.record import Record, RecordId, Value
from hrddesk_ui.widgets.case_role_edit import CaseRoleEdit
from hrddesk_ui.widgets.citations_edit import CitationsEdit
from hrddesk_ui.widgets.form_edit import Draft, FormEdit
from hrddesk_ui.widgets.form_values import FormValues
from hrddesk_ui.widgets.language import isolated
from hrddesk_ui.widgets.line_edit import LineEdit
from hrddesk_ui.widgets.names_edit import NamesEdit
from hrddesk_ui.widgets.partial_date_edit import PartialDateEdit
from hrddesk_ui.widgets.rows_edit import Entry
from hrddesk_ui.widgets.source_picker import Sources
from hrddesk_ui.widgets.term_edit import TermEdit
from hrddesk_ui.widgets.text_edit import TextEdit
from hrddesk_ui.widgets.visibility_edit import VisibilityEdit
from hrddesk_ui.widgets.words_edit import WordPart, WordsEdit

_EMPTY = Record(Kind.PARTY, RecordId("0" * 32))


class PartyEdit(FormEdit):
    """Add or edit one party. At least one name is required."""

    def __init__(self, sources: Sources, parent: QWidget | None = None, *, in_case: bool = False) -> None:
        """`in_case` says that the form is one of a case, which asks for the role in it after the names."""
        super().__init__(parent)
        self.role = CaseRoleEdit(self) if in_case else None
        self.cite_with(CitationsEdit(sources, self.tr("the person as a whole")))
        self.names = NamesEdit()
        self.terms = {
            "kind": TermEdit(self.tr("Kind"), "party_kind"),
            "sex": TermEdit(self.tr("Sex"), "sex"),
            "ethnicity": TermEdit(self.tr("Ethnic group"), "ethnicity"),
        }
        self.dates = {
            "birth": PartialDateEdit(self.tr("Born"), happened=True),
            "death": PartialDateEdit(self.tr("Died"), happened=True),
            "age_day": PartialDateEdit(self.tr("Age reported for"), happened=True),
        }
        self.lines = {
            "age": LineEdit(self.tr("Age as reported"), self.tr("As it was said: 34, about 60")),
            "size": LineEdit(self.tr("Size of the group"), self.tr("As it was said: 12, about 30")),
            "disability": LineEdit(self.tr("Disability")),
            "pregnant": LineEdit(self.tr("Pregnancy")),
            "ref": LineEdit(self.tr("Reference"), self.tr("Given by the vault where you give none")),
        }
        during = (
            WordPart("since", self.tr("Since"), self.tr("since 2015"), is_date=True),
            WordPart("until", self.tr("Until"), self.tr("until 2020-02"), is_date=True),
        )
        self.words = {
            "occupation": WordsEdit(
                self.tr("Occupation"),
                self.tr("+ Add occupation"),
                self.tr("Remove this occupation"),
                "occupation",
                parts=during,
            ),
            "cause": WordsEdit(
                self.tr("Cause"), self.tr("+ Add cause"), self.tr("Remove this cause"), "cause", parts=during
            ),
            "religion": WordsEdit(
                self.tr("Religion"),
                self.tr("+ Add religion"),
                self.tr("Remove this religion"),
                "religion",
                parts=during,
            ),
        }
        self.note = TextEdit(self.tr("Note"), self.tr("Free text. It stays secret unless you release it."))
        self.visibility = VisibilityEdit()
        self.visibility.edited.connect(self.mark_dirty)
        self._lay_out()
        self.finish()
        if self.role is not None:
            self.role.edited.connect(self.mark_dirty)
        for term in self.terms.values():
            term.edited.connect(self.mark_dirty)
        for date in self.dates.values():
            date.edited.connect(self.mark_dirty)
        for rows in (*self.words.values(), self.names):
            rows.edited.connect(self.mark_dirty)
        for line in self.lines.values():
            line.textEdited.connect(self.mark_dirty)
        self.note.textChanged.connect(self.mark_dirty)

    def start(self) -> QWidget:
        """Return the first name, or the button that adds one."""
        return self.names.rows[0].stops()[0] if self.names.rows else self.names.add_button

    def show_new(self, name: str = "") -> None:
        """Begin a new party, with the name that was searched for and not found."""
        self._show(_EMPTY)
        self.stored = None
        self.terms["kind"].set_value("person")
        self.set_heading(self.tr("New person"))
        if name:
            self.names.rows[0].show_entry({"name": name, "kind": "main"})
        self.mark_clean()

    def show_record(self, record: Record) -> None:
        """Show a stored party."""
        self._show(record)
        self.stored = record
        self.set_heading(self.tr("Edit person: {name}").format(name=isolated(display_name(record))))
        self.mark_clean()

    def values(self) -> FormValues:
        """Return the fields and lists of the party."""
        fields: dict[str, Value] = {name: line.text().strip() or None for name, line in self.lines.items()}
        fields |= {name: term.value() or None for name, term in self.terms.items()}
        fields |= {name: date.text() or None for name, date in self.dates.items()}
        fields["note"] = self.note.text() or None
        fields["visibility"] = self.visibility.changed()
        fields |= self._bounds_of_size(fields["size"])
        stored = [] if self.stored is None else self.stored.values("terms")
        terms = [dict(item) for item in stored if item.get("vocabulary") not in self.words]
        for vocabulary, rows in self.words.items():
            terms += [{**item, "vocabulary": vocabulary} for item in rows.entries()]
        return FormValues(
            fields, {"names": self.names.entries(), "terms": terms}, self.citations.edits(), role=self._role()
        )

    def problems(self) -> Sequence[tuple[QWidget, str]]:
        """Say what is missing or cannot be."""
        found: list[tuple[QWidget, str]] = []
        if not self.names.entries():
            found.append((self.start(), self.tr("Give at least one name, or what the person is called by.")))
        if self.role is not None and self.role.role() is None:
            found.append((self.role, self.tr("Choose the role in this case. “Not stated” is an answer too.")))
        found += [(date, date.problem()) for date in self.dates.values() if date.problem()]
        for rows in self.words.values():
            found += rows.problems()
        return found + self.citations.problems()

    def draft(self) -> Draft:
        """Return everything that was typed."""
        return {
            "lines": {name: line.text() for name, line in self.lines.items()},
            "terms": {name: term.value() for name, term in self.terms.items()},
            "dates": {name: date.text() for name, date in self.dates.items()},
            "words": {name: rows.drafts() for name, rows in self.words.items()},
            "names": self.names.drafts(),
            "note": self.note.toPlainText(),
            "visibility": self.visibility.level(),
            "citations": self.citations.draft(),
            "role": self._role(),
        }

    def take_draft(self, draft: Draft) -> None:
        """Show what was typed before and not saved."""
        for name, text in cast("dict[str, str]", draft["lines"]).items():
            self.lines[name].setText(text)
        for name, text in cast("dict[str, str]", draft["terms"]).items():
            self.terms[name].set_value(text)
        for name, text in cast("dict[str, str]", draft["dates"]).items():
            self.dates[name].set_text(text)
        for name, entries in cast("dict[str, Sequence[Entry]]", draft["words"]).items():
            self.words[name].take_drafts(entries)
        self.names.take_drafts(cast("Sequence[Entry]", draft["names"]))
        self.note.setPlainText(str(draft["note"]))
        self.visibility.set_level(str(draft["visibility"]))
        self.citations.take_draft(draft["citations"])
        if self.role is not None:
            self.role.set_role(cast("str | None", draft["role"]))
        self.mark_dirty()

    def _lay_out(self) -> None:
        at = 0
        self.add_field(self.tr("Names"), self.names, at, 0, 2, cite="names")
        if self.role is not None:
            at += 1
            self.add_field(self.tr("Role in this case"), self.role, at, 0)
        self.add_field(self.tr("Kind"), self.terms["kind"], at + 1, 0, cite="kind")
        self.add_field(self.tr("Sex"), self.terms["sex"], at + 1, 1, cite="sex")
        self.add_field(self.tr("Born"), self.dates["birth"], at + 2, 0, cite="birth")
        self.add_field(self.tr("Died"), self.dates["death"], at + 2, 1, cite="death")
        self.add_field(self.tr("Age as reported"), self.lines["age"], at + 3, 0, cite="age")
        self.add_field(self.tr("Age reported for"), self.dates["age_day"], at + 3, 1, cite="age_day")
        self.add_field(self.tr("Ethnic group"), self.terms["ethnicity"], at + 4, 0, cite="ethnicity")
        self.add_field(self.tr("Size of the group"), self.lines["size"], at + 4, 1, cite="size")
        self.add_field(self.tr("Occupations"), self.words["occupation"], at + 5, 0, 2, cite="terms")
        self.add_field(self.tr("Causes"), self.words["cause"], at + 6, 0, 2, cite="terms")
        self.add_field(self.tr("Religion"), self.words["religion"], at + 7, 0, 2, cite="terms")
        self.add_field(self.tr("Disability"), self.lines["disability"], at + 8, 0, cite="disability")
        self.add_field(self.tr("Pregnancy"), self.lines["pregnant"], at + 8, 1, cite="pregnant")
        self.add_field(self.tr("Who may learn of it"), self.visibility, at + 9, 0)
        self.add_field(self.tr("Reference"), self.lines["ref"], at + 9, 1)
        self.add_field(self.tr("Note"), self.note, at + 10, 0, 2, cite="note")
        self.citations.offer("terms", self.tr("Occupations, causes, religion"))
        self.add_field(self.tr("Who says so"), self.citations, at + 11, 0, 2)

    def _role(self) -> str | None:
        return None if self.role is None else self.role.role()

    def _show(self, record: Record) -> None:
        self.visibility.show_record(record)
        for name, line in self.lines.items():
            line.setText(record.text(name))
        for name, term in self.terms.items():
            term.set_value(record.text(name))
        for name, date in self.dates.items():
            date.set_text(record.text(name))
        self.note.setPlainText(record.text("note"))
        self.names.set_entries(record.values("names"))
        for vocabulary, rows in self.words.items():
            rows.set_entries(item for item in record.values("terms") if item.get("vocabulary") == vocabulary)

    def _bounds_of_size(self, size: Value) -> dict[str, Value]:
        """Return the least and most that the words allow; None for what they leave open."""
        if self.stored is not None and (size or "") == self.stored.text("size"):
            return {}
        least, most = cells.size_of(str(size or "")) or (None, None)
        return {"size_min": least, "size_max": most}
