"""The form of an event: what happened, when and where, to whom, by whom, and who says so."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from hrddesk.records.model.field_specs import ListSpec
from hrddesk.records.model.kinds import SPECS, Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.rules import interventions
from hrddesk.records.terms.roles import VICTIM, usual_role
from hrddesk.records.terms.vocabulary import EVENT_TERM
from hrddesk_ui.events.penalties_edit import PenaltiesEdit
from hrddesk_ui.events.roles_edit import NewName, Promise, RolesEdit
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.partial_date_edit import PartialDateEdit
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.fields.text_edit import TextEdit
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.forms.links_edit import LinksEdit, Records
from hrddesk_ui.widgets.forms.party_picker import Find, PartyChoice
from hrddesk_ui.widgets.forms.place_edit import PlaceBinding, PlaceEdit, PlaceLookup
from hrddesk_ui.widgets.forms.rows_edit import RowsBinding
from hrddesk_ui.widgets.forms.source_picker import Sources
from hrddesk_ui.widgets.forms.texts_edit import LanguageEdit
from hrddesk_ui.widgets.forms.words_edit import WordPart, WordsEdit
from hrddesk_ui.words.vocabularies import shown_words

EVENT_TERMS = (EVENT_TERM,)


class EventEdit(FormEdit):
    """The form to add or edit one event; only the type is required."""

    spec = SPECS[Kind.EVENT]

    def __init__(
        self,
        near: Sequence[PartyChoice],
        find: Find,
        label: Callable[[RecordId], str],
        sources: Sources,
        places: PlaceLookup,
        events: Records,
        new_name: NewName = lambda _: "",
        promise: Promise = lambda _, __: None,
        parent: QWidget | None = None,
    ) -> None:
        """Build the form.

        `near` are the people of the case, `find` searches for others, and `label` names stored ones. `events`
        searches the events to link to. `new_name` returns the name of a person whom saving will create, and
        `promise` takes the id and name of such a person from a draft.
        """
        super().__init__(parent)
        self.cite_with(sources, self.tr("the event as a whole"))
        self.type = self.field(
            "type",
            TermEdit(self.tr("What happened"), "event_type"),
            required=self.tr("Say what happened: choose a type, or write it in your own words."),
        )
        self.date = self.field("date", PartialDateEdit(self.tr("When"), happened=True))
        self.measure = self.field("measure", TermEdit(self.tr("Measure of custody"), "measure"))
        hint = self.tr("As it was said; a few letters find a place")
        self.place = PlaceEdit(
            self.tr("Where"), hint, places.find_or_new, within=places.find, meant=places.meant
        )
        self.bind(PlaceBinding("place", self.place, places, self.spec.field("place_text")), cite="place_text")
        self.facility = self.field("facility", TermEdit(self.tr("Kind of facility"), "place_kind"))
        self.people = RolesEdit(near, find, label, new_name, promise)
        self.bind(_PeopleBinding(self.people), self.tr("People"), wide=True, cite="parties")
        stage = WordPart("stage", self.tr("Stage"), self.tr("Stage: charged, tried"))
        add, remove = self.tr("+ Add &charge"), self.tr("Remove this charge")
        charges = WordsEdit(self.tr("Charge"), add, remove, "charge", parts=(stage,))
        self.charges = self.rows(self.tr("Charges"), "charges", charges)
        self.penalties = self.rows(self.tr("Penalties"), "penalties", PenaltiesEdit())
        add, remove = self.tr("+ Add c&ircumstance"), self.tr("Remove this circumstance")
        terms = WordsEdit(self.tr("Circumstance"), add, remove, *EVENT_TERMS)
        self.terms = self.rows(self.tr("Conditions, circumstances, ill-treatment, denials"), "terms", terms)
        self.links = self.rows(self.tr("Links to other events"), "links", LinksEdit(events))
        self.assertion = self.field("assertion", TermEdit(self.tr("How sure is it"), "assertion"))
        self.visibility = self.level()
        free = self.tr("Free text. It stays secret unless you release it.")
        self.summary = self.field("summary", TextEdit(self.tr("Summary"), free))
        self.field("text_language", LanguageEdit(self.tr("Language of the summary")), cite=False)
        desk = self.tr("For your desk. Never published.")
        self.note = self.field("note", TextEdit(self.tr("Note"), desk, lines=2), cite=False)
        with self.behind(self.tr("Intervention")):
            to_whom = self.tr("In words. A body of this vault stands among the people, as addressee")
            self.field("addressee", LineEdit(self.tr("To which body"), to_whom))
            self.field("reference", LineEdit(self.tr("Their reference")))
            self.field("asked", LineEdit(self.tr("What was asked")), wide=True)
            self.field("due", PartialDateEdit(self.tr("Answer due")))
            self.field("confidential_until", PartialDateEdit(self.tr("Confidential until")))
            self.field("answered", PartialDateEdit(self.tr("Answered"), happened=True))
            self.field("outcome", LineEdit(self.tr("Outcome")))
        self._proposed = ""  # the role that a new event came with, which follows its type
        self.type.edited.connect(self._follow_type)
        self.finish()

    def _follow_type(self) -> None:
        if self._proposed:
            role = usual_role(shown_words(), self.type.value())
            self.people.replace_role(self._proposed, role)
            self._proposed = role
        if shown_words().load("event_type").code(self.type.value()) == interventions.TYPE:
            self.page.more[0].set_open(True)

    def show_new(self, people: Sequence[RecordId]) -> None:
        """Begin a new event in a case about `people`.

        A single person is proposed as the victim; if there are several, the user must choose one of them.
        """
        victims = [{"party": party, "role": VICTIM} for party in people if len(people) == 1]
        reported = Record(kind=Kind.EVENT, id=RecordId("0" * 32)).with_fields(assertion="reported")
        self.begin(reported.with_elements("parties", victims))
        self._proposed = VICTIM
        if len(people) > 1:
            self.people.ask_for_one()

    def heading(self, record: Record | None) -> str:
        """Return the heading, with the date and the type of a stored event."""
        if record is None:
            return self.tr("New event")
        named = " ".join(filter(None, (record.text("date"), self.type.currentText())))
        return self.tr("Edit event: {event}").format(event=named)


class _PeopleBinding(RowsBinding):
    """The binding of the rows of people to the record; it also delivers the people who are not in the vault
    yet.
    """

    def __init__(self, rows: RolesEdit) -> None:
        parties = EventEdit.spec.list("parties")
        assert isinstance(parties, ListSpec)
        super().__init__(parties, rows)
        self._people = rows

    def fill(self, values: FormValues) -> None:
        """Put the people of the event into `values`; new people, who are not in the vault yet, are listed
        separately.
        """
        super().fill(values)
        values.new_parties = self._people.new_parties()
