"""The form of a relation: who is whose what, and who says so."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId, Value, is_id
from hrddesk_ui.relation_words import relation_sentence
from hrddesk_ui.widgets.chosen_row import Label
from hrddesk_ui.widgets.citations_edit import CitationsEdit
from hrddesk_ui.widgets.form_edit import Draft, FormEdit
from hrddesk_ui.widgets.form_values import FormValues
from hrddesk_ui.widgets.hint_label import HintLabel, Tone
from hrddesk_ui.widgets.party_picker import Find, PartyChoice, PartyPicker
from hrddesk_ui.widgets.source_picker import Sources
from hrddesk_ui.widgets.term_edit import TermEdit
from hrddesk_ui.widgets.text_edit import TextEdit
from hrddesk_ui.widgets.visibility_edit import VisibilityEdit

_EMPTY = Record(Kind.RELATION, RecordId("0" * 32))


class RelationEdit(FormEdit):
    """Add or edit one relation. Both sides and the type are required.

    A sentence below them shows the direction of the relation, which three fields do not.
    """

    def __init__(
        self,
        near: Sequence[PartyChoice],
        find: Find,
        label: Label,
        sources: Sources,
        parent: QWidget | None = None,
    ) -> None:
        """`near` are the people of the case; `find` looks for others; `label` names those that are stored."""
        super().__init__(parent)
        self.cite_with(CitationsEdit(sources, self.tr("the relation as a whole")))
        self._label = label
        self.type = TermEdit(self.tr("Relation"), "relation")
        self.sides = {
            "subject": PartyPicker(self.tr("Who"), near, find),
            "object": PartyPicker(self.tr("To whom"), near, find),
        }
        self.note = TextEdit(self.tr("Note"), self.tr("For your desk. Never published."), lines=3)
        self.visibility = VisibilityEdit()
        self.add_field(self.tr("Who"), self.sides["subject"], 0, 0, 2, cite="subject")
        self.add_field(self.tr("Relation"), self.type, 1, 0, 2, cite="type")
        self.add_field(self.tr("To whom"), self.sides["object"], 2, 0, 2, cite="object")
        self.add_field(self.tr("It reads"), self._make_sentence(), 3, 0, 2)
        self.add_field(self.tr("Who may learn of it"), self.visibility, 4, 0, 2)
        self.add_field(self.tr("Note"), self.note, 5, 0, 2, cite="note")
        self.add_field(self.tr("Who says so"), self.citations, 6, 0, 2)
        self.finish()
        for picker in self.sides.values():
            picker.edited.connect(self.mark_dirty)
            picker.editTextChanged.connect(self._say)
        self.type.edited.connect(self.mark_dirty)
        self.type.editTextChanged.connect(self._say)
        self.visibility.edited.connect(self.mark_dirty)
        self.note.textChanged.connect(self.mark_dirty)

    def start(self) -> QWidget:
        """Return the first field that says nothing yet."""
        missing = (picker for picker in self.sides.values() if picker.value() is None)
        first = next(missing, None)
        return first if first is not None and self.stored is None else self.sides["subject"]

    def show_new(self, whose: RecordId | None) -> None:
        """Begin a relation; `whose` is proposed as its object, of whom others are father or lawyer."""
        self.show_record(_EMPTY if whose is None else _EMPTY.with_fields(object=whose))
        self.stored = None
        self.set_heading(self.tr("New relation"))

    def show_record(self, record: Record) -> None:
        """Show a stored relation."""
        for side, picker in self.sides.items():
            picker.set_choice(self._choice(record.text(side)))
        self.type.set_value(record.text("type"))
        self.note.setPlainText(record.text("note"))
        self.visibility.show_record(record)
        self.stored = record
        self.set_heading(self.tr("Relation"))
        self.mark_clean()

    def values(self) -> FormValues:
        """Return the fields of the relation."""
        fields: dict[str, Value] = {side: picker.value() for side, picker in self.sides.items()}
        fields |= {
            "type": self.type.value() or None,
            "note": self.note.text() or None,
            "visibility": self.visibility.changed(),
        }
        return FormValues(fields, cited=self.citations.edits())

    def problems(self) -> Sequence[tuple[QWidget, str]]:
        """Say what is missing or cannot be."""
        found: list[tuple[QWidget, str]] = [
            (picker, self.tr("Choose the person from the list, or add them on the page People first."))
            for picker in self.sides.values()
            if picker.value() is None
        ]
        if not self.type.value():
            found.append((self.type, self.tr("Say what kind of relation it is.")))
        subject, other = (picker.value() for picker in self.sides.values())
        if subject is not None and subject == other:
            found.append((self.sides["object"], self.tr("Nobody is related to themselves.")))
        return found + self.citations.problems()

    def draft(self) -> Draft:
        """Return everything that was typed."""
        return {
            **{side: picker.value() or "" for side, picker in self.sides.items()},
            **{f"{side} typed": picker.typed() for side, picker in self.sides.items()},
            "type": self.type.value(),
            "note": self.note.toPlainText(),
            "visibility": self.visibility.level(),
            "citations": self.citations.draft(),
        }

    def take_draft(self, draft: Draft) -> None:
        """Show what was typed before and not saved."""
        for side, picker in self.sides.items():
            self._show_side(picker, str(draft[side]), str(draft[f"{side} typed"]))
        self.type.set_value(cast("str", draft["type"]))
        self.note.setPlainText(cast("str", draft["note"]))
        self.visibility.set_level(cast("str", draft["visibility"]))
        self.citations.take_draft(draft["citations"])
        self.mark_dirty()

    def _make_sentence(self) -> QWidget:
        self.sentence = HintLabel()
        self.swap_button = QPushButton(self.tr("Swap both sides"))
        self.swap_button.setObjectName("quiet")
        self.swap_button.clicked.connect(self._swap)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.swap_button)
        holder.setFocusProxy(self.swap_button)
        return holder

    def _say(self) -> None:
        said = [picker.typed() if picker.value() else "?" for picker in self.sides.values()]
        self.sentence.show_hint(relation_sentence(said[0], self.type.value() or "?", said[1]), Tone.MUTED)
        self.swap_button.setAccessibleDescription(self.sentence.text())

    def _swap(self) -> None:
        said = [(str(picker.value() or ""), picker.typed()) for picker in self.sides.values()]
        for picker, (party, typed) in zip(self.sides.values(), reversed(said), strict=True):
            self._show_side(picker, party, typed)
        self.mark_dirty()

    def _show_side(self, picker: PartyPicker, party: str, typed: str) -> None:
        picker.set_choice(self._choice(party))
        if not party:
            picker.setEditText(typed)

    def _choice(self, party: str) -> PartyChoice | None:
        return PartyChoice(RecordId(party), self._label(RecordId(party))) if is_id(party) else None
