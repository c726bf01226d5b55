"""The form of a place: its names, what kind of place it is, in which other one it lies."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtWidgets import QWidget

from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId, Value
from hrddesk_ui.dialogs.event_edit import Places
from hrddesk_ui.widgets.citations_edit import CitationsEdit
from hrddesk_ui.widgets.form_edit import Draft, FormEdit
from hrddesk_ui.widgets.form_values import FormValues
from hrddesk_ui.widgets.line_edit import LineEdit
from hrddesk_ui.widgets.place_edit import PlaceEdit
from hrddesk_ui.widgets.source_picker import Sources
from hrddesk_ui.widgets.term_edit import TermEdit
from hrddesk_ui.widgets.text_edit import TextEdit
from hrddesk_ui.widgets.visibility_edit import VisibilityEdit

_EMPTY = Record(Kind.PLACE, RecordId("0" * 32))


class PlaceForm(FormEdit):
    """Add or edit one place."""

    def __init__(self, places: Places, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cite_with(CitationsEdit(sources, self.tr("the place as a whole")))
        self.places = places
        self.name = LineEdit(self.tr("Name"))
        self.name_zh = LineEdit(self.tr("Chinese name"))
        self.kind = TermEdit(self.tr("Kind of place"), "place_kind")
        self.within = PlaceEdit(
            self.tr("Lies in"),
            self.tr("A few letters find a place; empty for none"),
            lambda text: self.places.find(text),
        )
        self.aliases = TextEdit(
            self.tr("Other names"), self.tr("One on each line. They are secret."), lines=3
        )
        self.note = TextEdit(
            self.tr("Note"), self.tr("Free text. It stays secret unless you release it."), lines=3
        )
        self.visibility = VisibilityEdit(Kind.PLACE)
        self.add_field(self.tr("Name"), self.name, 0, 0, 2, cite="name")
        self.add_field(self.tr("Chinese name"), self.name_zh, 1, 0, 2, cite="name_zh")
        self.add_field(self.tr("Kind of place"), self.kind, 2, 0, cite="kind")
        self.add_field(self.tr("Who may learn of it"), self.visibility, 2, 1)
        self.add_field(self.tr("Lies in"), self.within, 3, 0, 2, cite="parent")
        self.add_field(self.tr("Other names"), self.aliases, 4, 0, 2, cite="aliases")
        self.add_field(self.tr("Note"), self.note, 5, 0, 2, cite="note")
        self.add_field(self.tr("Who says so"), self.citations, 6, 0, 2)
        self.finish()
        for line in (self.name, self.name_zh):
            line.textEdited.connect(self.mark_dirty)
        for text in (self.aliases, self.note):
            text.textChanged.connect(self.mark_dirty)
        self.kind.edited.connect(self.mark_dirty)
        self.within.edited.connect(self.mark_dirty)
        self.visibility.edited.connect(self.mark_dirty)

    def start(self) -> QWidget:
        """Return the name."""
        return self.name

    def show_new(self) -> None:
        """Begin a new place."""
        self.show_record(_EMPTY)
        self.stored = None
        self.set_heading(self.tr("New place"))

    def show_record(self, record: Record) -> None:
        """Show a stored place."""
        self.name.setText(record.text("name"))
        self.name_zh.setText(record.text("name_zh"))
        self.kind.set_value(record.text("kind"))
        self.within.show_place("", self.places.choice(record.text("parent")))
        self.aliases.setPlainText("\n".join(str(item.get("text") or "") for item in record.values("aliases")))
        self.note.setPlainText(record.text("note"))
        self.visibility.show_record(record)
        self.stored = record
        self.set_heading(self.tr("Place"))
        self.mark_clean()

    def values(self) -> FormValues:
        """Return what was typed."""
        fields: dict[str, Value] = {
            "name": self.name.text().strip() or None,
            "name_zh": self.name_zh.text().strip() or None,
            "kind": self.kind.value() or None,
            "parent": self.within.place(),
            "note": self.note.text() or None,
            "visibility": self.visibility.changed(),
        }
        lines = [line.strip() for line in self.aliases.toPlainText().splitlines()]
        aliases: list[dict[str, Value]] = [{"text": line} for line in lines if line]
        return FormValues(fields, {"aliases": aliases}, self.citations.edits())

    def problems(self) -> Sequence[tuple[QWidget, str]]:
        """Say that a name is missing, or that it lies nowhere known."""
        found: list[tuple[QWidget, str]] = []
        if not (self.name.text().strip() or self.name_zh.text().strip()):
            found.append((self.name, self.tr("Give the place a name, in English or Chinese.")))
        if self.within.text() and self.within.place() is None:
            found.append((self.within, self.tr("Choose from the list, or add that place first.")))
        return found + self.citations.problems()

    def draft(self) -> Draft:
        """Return everything that was typed."""
        return {
            "name": self.name.text(),
            "name_zh": self.name_zh.text(),
            "kind": self.kind.value(),
            "parent": self.within.place() or "",
            "aliases": self.aliases.toPlainText(),
            "note": self.note.toPlainText(),
            "visibility": self.visibility.level(),
            "citations": self.citations.draft(),
        }

    def take_draft(self, draft: Draft) -> None:
        """Show what was typed before and not saved."""
        self.name.setText(cast("str", draft["name"]))
        self.name_zh.setText(cast("str", draft["name_zh"]))
        self.kind.set_value(cast("str", draft["kind"]))
        self.within.show_place("", self.places.choice(cast("str", draft["parent"])))
        self.aliases.setPlainText(cast("str", draft["aliases"]))
        self.note.setPlainText(cast("str", draft["note"]))
        self.visibility.set_level(cast("str", draft["visibility"]))
        self.citations.take_draft(draft["citations"])
        self.mark_dirty()
