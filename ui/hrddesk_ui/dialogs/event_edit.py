"""The form of an event: what happened, when, where, to whom, by whom, and who says so."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, cast

from PySide6.QtWidgets import QWidget

from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId
from hrddesk.records.roles import VICTIM
from hrddesk.records.vocabulary import EVENT_TERM
from hrddesk_ui.widgets.citations_edit import CitationsEdit
from hrddesk_ui.widgets.form_edit import Draft, FormEdit
from hrddesk_ui.widgets.form_values import FormValues
from hrddesk_ui.widgets.links_edit import Events, LinksEdit
from hrddesk_ui.widgets.partial_date_edit import PartialDateEdit
from hrddesk_ui.widgets.party_picker import Find, PartyChoice
from hrddesk_ui.widgets.penalties_edit import PenaltiesEdit
from hrddesk_ui.widgets.place_edit import PlaceChoice, PlaceEdit
from hrddesk_ui.widgets.roles_edit import NewName, Promise, RolesEdit
from hrddesk_ui.widgets.rows_edit import Entry
from hrddesk_ui.widgets.source_picker import Sources
from hrddesk_ui.widgets.term_edit import TermEdit
from hrddesk_ui.widgets.text_edit import TextEdit
from hrddesk_ui.widgets.visibility_edit import VisibilityEdit
from hrddesk_ui.widgets.words_edit import WordPart, WordsEdit

EVENT_TERMS = (EVENT_TERM,)
_EMPTY = Record(Kind.EVENT, RecordId("0" * 32))


class Places(Protocol):
    """What looks for places, and names those that are stored."""

    def find(self, text: str) -> Sequence[PlaceChoice]:
        """Return the best of those that are called so."""

    def find_or_new(self, text: str) -> Sequence[PlaceChoice]:
        """Return the same, and last a new place of that name."""

    def choice(self, place: str) -> PlaceChoice | None:
        """Return a stored place; None when it is gone, or nothing is stored."""


class EventEdit(FormEdit):
    """Add or edit one event. Only the type is required."""

    def __init__(
        self,
        near: Sequence[PartyChoice],
        find: Find,
        label: Callable[[RecordId], str],
        sources: Sources,
        places: Places,
        events: Events,
        new_name: NewName = lambda _: "",
        promise: Promise = lambda _, __: None,
        parent: QWidget | None = None,
    ) -> None:
        """`near` are the people of the case; `find` looks for others; `label` names those that are stored.

        `events` are what it can be linked to; `new_name` and `promise` are about people that it will make.
        """
        super().__init__(parent)
        self.cite_with(CitationsEdit(sources, self.tr("the event as a whole")))
        self._places = places
        self.type = TermEdit(self.tr("What happened"), "event_type")
        self.form = TermEdit(self.tr("Form of custody"), "custody_form")
        self.date = PartialDateEdit(self.tr("When"), happened=True)
        self.place = PlaceEdit(
            self.tr("Where"),
            self.tr("As it was said; a few letters find a place"),
            places.find_or_new,
            within=places.find,
        )
        self.assertion = TermEdit(self.tr("How sure is it"), "assertion")
        self.people = RolesEdit(near, find, label, new_name, promise)
        self.charges = WordsEdit(
            self.tr("Charge"),
            self.tr("+ Add &charge"),
            self.tr("Remove this charge"),
            "charge",
            parts=(WordPart("stage", self.tr("Stage"), self.tr("Stage: charged, tried")),),
        )
        self.penalties = PenaltiesEdit()
        self.terms = WordsEdit(
            self.tr("Circumstance"),
            self.tr("+ Add c&ircumstance"),
            self.tr("Remove this circumstance"),
            *EVENT_TERMS,
        )
        self.links = LinksEdit(events)
        self.summary = TextEdit(
            self.tr("Summary"), self.tr("Free text. It stays secret unless you release it.")
        )
        self.note = TextEdit(self.tr("Note"), self.tr("For your desk. Never published."), lines=2)
        self.visibility = VisibilityEdit()
        self.visibility.edited.connect(self.mark_dirty)
        self.add_field(self.tr("What happened"), self.type, 0, 0, cite="type")
        self.add_field(self.tr("When"), self.date, 0, 1, cite="date")
        self.add_field(self.tr("Form of custody"), self.form, 1, 0, cite="form")
        self.add_field(self.tr("Where"), self.place, 1, 1, cite="place_text")
        self.add_field(self.tr("People"), self.people, 2, 0, 2, cite="parties")
        self.add_field(self.tr("Charges"), self.charges, 3, 0, 2, cite="charges")
        self.add_field(self.tr("Penalties"), self.penalties, 4, 0, 2, cite="penalties")
        self.add_field(self.tr("Circumstances, ill-treatment, denials"), self.terms, 5, 0, 2, cite="terms")
        self.add_field(self.tr("Links to other events"), self.links, 6, 0, 2, cite="links")
        self.add_field(self.tr("How sure is it"), self.assertion, 7, 0, cite="assertion")
        self.add_field(self.tr("Who may learn of it"), self.visibility, 7, 1)
        self.add_field(self.tr("Summary"), self.summary, 8, 0, 2, cite="summary")
        self.add_field(self.tr("Note"), self.note, 9, 0, 2)
        self.add_field(self.tr("Who says so"), self.citations, 10, 0, 2)
        self.finish()
        for line in (self.type, self.form, self.assertion, self.date, self.place):
            line.edited.connect(self.mark_dirty)
        for rows in (self.people, self.charges, self.penalties, self.terms, self.links):
            rows.edited.connect(self.mark_dirty)
        self.summary.textChanged.connect(self.mark_dirty)
        self.note.textChanged.connect(self.mark_dirty)

    def start(self) -> QWidget:
        """Return the type."""
        return self.type

    def show_new(self, people: Sequence[RecordId]) -> None:
        """Begin a new event in a case about these: one person is proposed, of several one is to be chosen."""
        self._show(_EMPTY, [{"party": party, "role": VICTIM} for party in people if len(people) == 1])
        if len(people) > 1:
            self.people.ask_for_one()
        self.stored = None
        self.set_heading(self.tr("New event"))
        self.assertion.set_value("reported")
        self.mark_clean()

    def show_record(self, record: Record) -> None:
        """Show a stored event."""
        self._show(record, record.values("parties"))
        self.stored = record
        named = " ".join(filter(None, (record.text("date"), self.type.currentText())))
        self.set_heading(self.tr("Edit event: {event}").format(event=named))
        self.mark_clean()

    def values(self) -> FormValues:
        """Return the fields and lists of the event."""
        fields: dict[str, str | int | bool | None] = {
            "type": self.type.value(),
            "form": self.form.value(),
            "date": self.date.text(),
            "place": self._place(),
            "place_text": self.place.words(),
            "assertion": self.assertion.value(),
            "summary": self.summary.text(),
            "note": self.note.text(),
        }
        return FormValues(
            {name: value or None for name, value in fields.items()}
            | {"visibility": self.visibility.changed()},
            {
                "parties": self.people.entries(),
                "charges": self.charges.entries(),
                "penalties": self.penalties.entries(),
                "terms": self.terms.entries(),
                "links": self.links.entries(),
            },
            self.citations.edits(),
            self.people.new_parties(),
            self.place.new_place(),
        )

    def _place(self) -> RecordId | None:
        """Return the place; one that is not in this vault stays while the words are not changed."""
        chosen, stored = self.place.place(), self.stored
        if chosen is None and stored is not None and self._places.choice(stored.text("place")) is None:
            is_same = self.place.text() == stored.text("place_text")
            return RecordId(stored.text("place")) if is_same and stored.text("place") else None
        return chosen

    def problems(self) -> Sequence[tuple[QWidget, str]]:
        """Say what is missing or cannot be."""
        found: list[tuple[QWidget, str]] = []
        if not self.type.value():
            found.append(
                (self.type, self.tr("Say what happened: choose a type, or write it in your own words."))
            )
        if self.date.problem():
            found.append((self.date, self.date.problem()))
        found += self.place.problems()
        return (
            found
            + self.people.problems()
            + self.charges.problems()
            + self.links.problems()
            + self.citations.problems()
        )

    def draft(self) -> Draft:
        """Return everything that was typed."""
        return {
            "type": self.type.value(),
            "form": self.form.value(),
            "date": self.date.text(),
            "place": self.place.text(),
            "place in the tree": self.place.place() or "",
            "new place": self.place.new_draft(),
            "assertion": self.assertion.value(),
            "summary": self.summary.toPlainText(),
            "note": self.note.toPlainText(),
            "visibility": self.visibility.level(),
            "people": self.people.drafts(),
            "charges": self.charges.drafts(),
            "penalties": self.penalties.drafts(),
            "terms": self.terms.drafts(),
            "links": self.links.drafts(),
            "citations": self.citations.draft(),
        }

    def take_draft(self, draft: Draft) -> None:
        """Show what was typed before and not saved."""
        self.type.set_value(str(draft["type"]))
        self.form.set_value(str(draft["form"]))
        self.date.set_text(str(draft["date"]))
        chosen = self._places.choice(str(draft.get("place in the tree", "")))
        self.place.show_place(str(draft["place"]), chosen)
        new_place = cast("Mapping[str, str]", draft.get("new place") or {})
        self.place.take_new_draft(new_place, self._places.choice)
        self.assertion.set_value(str(draft["assertion"]))
        self.summary.setPlainText(str(draft["summary"]))
        self.note.setPlainText(str(draft.get("note", "")))
        self.visibility.set_level(str(draft["visibility"]))
        self.people.take_drafts(cast("Sequence[Entry]", draft["people"]))
        self.charges.take_drafts(cast("Sequence[Entry]", draft["charges"]))
        self.penalties.take_drafts(cast("Sequence[Entry]", draft["penalties"]))
        self.terms.take_drafts(cast("Sequence[Entry]", draft["terms"]))
        self.links.take_drafts(cast("Sequence[Entry]", draft.get("links", ())))
        self.citations.take_draft(draft["citations"])
        self.mark_dirty()

    def _show(self, shown: Record, people: Sequence[Entry]) -> None:
        self.type.set_value(shown.text("type"))
        self.form.set_value(shown.text("form"))
        self.date.set_text(shown.text("date"))
        self.place.show_place(shown.text("place_text"), self._places.choice(shown.text("place")))
        self.assertion.set_value(shown.text("assertion"))
        self.summary.setPlainText(shown.text("summary"))
        self.note.setPlainText(shown.text("note"))
        self.visibility.show_record(shown)
        self.people.set_entries(people)
        self.charges.set_entries(shown.values("charges"))
        self.penalties.set_entries(shown.values("penalties"))
        self.terms.set_entries(shown.values("terms"))
        self.links.set_entries(shown.values("links"))
