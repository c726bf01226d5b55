"""The form of a relation: the two people, the type of relation, and the sources."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from hrddesk.records.model.kinds import SPECS, Kind
from hrddesk.records.model.record import Record, RecordId, is_id
from hrddesk_ui.widgets.fields.partial_date_edit import PartialDateEdit
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.fields.text_edit import TextEdit
from hrddesk_ui.widgets.forms.binding import Problem
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from hrddesk_ui.widgets.forms.party_picker import Find, PartyBinding, PartyChoice, PartyPicker
from hrddesk_ui.widgets.forms.record_term_row import Label
from hrddesk_ui.widgets.forms.source_picker import Sources
from hrddesk_ui.widgets.labels.hint_label import HintLabel, Tone
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.words.relation_words import relation_sentence


class RelationEdit(FormEdit):
    """Add or edit one relation. Both people and the type are required.

    A sentence below the fields shows the direction of the relation, which is not clear from the fields alone.
    """

    spec = SPECS[Kind.RELATION]

    def __init__(
        self,
        near: Sequence[PartyChoice],
        find: Find,
        label: Label,
        sources: Sources,
        parent: QWidget | None = None,
    ) -> None:
        """Build the form.

        `near` are the people of the case, `find` searches other people, and `label` returns the name of a
        stored person.
        """
        super().__init__(parent)
        self.cite_with(sources, self.tr("the relation as a whole"))
        self._label = label
        self.subject = PartyPicker(self.tr("Who"), near, find)
        self.object = PartyPicker(self.tr("To whom"), near, find)
        missing = self.tr("Choose the person from the list, or add them on the page People first.")
        self._sides = [
            PartyBinding("subject", self.subject, self._choice, missing),
            PartyBinding("object", self.object, self._choice, missing),
        ]
        self.bind(self._sides[0], wide=True, cite="subject")
        self.type = self.field(
            "type",
            TermEdit(self.tr("Relation"), "relation"),
            wide=True,
            required=self.tr("Say what kind of relation it is."),
        )
        self.bind(self._sides[1], wide=True, cite="object")
        self.page.add(self.tr("It reads"), self._make_sentence(), wide=True)
        self.since = self.field("since", PartialDateEdit(self.tr("Since")))
        self.until = self.field("until", PartialDateEdit(self.tr("Until")))
        self.visibility = self.level(wide=True)
        with self.behind():
            self.assertion = self.field("assertion", TermEdit(self.tr("How sure is it"), "assertion"))
        note = TextEdit(self.tr("Note"), self.tr("For your desk. Never published."), lines=3)
        self.note = self.field("note", note)
        self.finish()
        for box in (self.subject, self.type, self.object):
            box.editTextChanged.connect(self._say)

    def start(self) -> QWidget:
        """Return the field that gets the focus first.

        This is the object's field if only the object of a new relation is missing; otherwise the subject's.
        """
        is_missing = self.subject.value() is not None and self.object.value() is None
        return self.object if is_missing and self.stored is None else self.subject

    def show_new(self, whose: RecordId | None) -> None:
        """Begin a new relation, in which the person `whose` is proposed as the object.

        For example, the user then adds the father of `whose` as the subject.
        """
        self.begin(Record(kind=Kind.RELATION, id=RecordId("0" * 32)).with_fields(object=whose))

    def heading(self, record: Record | None) -> str:
        """Return the heading of the form."""
        return self.tr("New relation") if record is None else self.tr("Relation")

    def problems(self) -> list[Problem]:
        """Return the missing and impossible values."""
        problems = super().problems()
        subject = self.subject.value()
        if subject is not None and subject == self.object.value():
            problems.insert(0, (self.object, self.tr("Nobody is related to themselves.")))
        return problems

    def _make_sentence(self) -> QWidget:
        self.sentence = HintLabel()
        self.swap_button = boxes.button(self.tr("Swap both sides"), self._swap, kind="quiet")
        holder = QWidget()
        boxes.row((self.sentence, 1), self.swap_button, parent=holder, spacing=-1)
        holder.setFocusProxy(self.swap_button)
        return holder

    def _say(self) -> None:
        subject, to_whom = (
            picker.typed() if picker.value() else "?" for picker in (self.subject, self.object)
        )
        self.sentence.show_hint(relation_sentence(subject, self.type.value() or "?", to_whom), Tone.MUTED)
        self.swap_button.setAccessibleDescription(self.sentence.text())

    def _swap(self) -> None:
        drafts = [side.draft() for side in self._sides]
        for side, draft in zip(self._sides, reversed(drafts), strict=True):
            side.take_draft(draft)
        self.mark_dirty()

    def _choice(self, party: str) -> PartyChoice | None:
        return PartyChoice(RecordId(party), self._label(RecordId(party))) if is_id(party) else None
