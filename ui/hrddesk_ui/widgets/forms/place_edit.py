"""The place of an event: the words in which it was stated and, if known, the place in the gazetteer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hrddesk.actions.records.places import NewPlace
from hrddesk.records.model.field_specs import FieldSpec
from hrddesk.records.model.record import Record, RecordId
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.search_completer import FoundCompleter
from hrddesk_ui.widgets.fields.term_edit import TermEdit
from hrddesk_ui.widgets.forms.binding import Binding, Problem, beyond_limit
from hrddesk_ui.widgets.forms.form_values import FormValues
from hrddesk_ui.widgets.labels.hint_label import HintLabel, Tone
from hrddesk_ui.widgets.layout import boxes

FIND_DELAY_MS = 120
_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """A place in the list: its name, and its path, which also names the places that contain it."""

    id: RecordId | None
    """The place in the gazetteer; None for words of earlier events, which are proposed as words only."""
    name: str
    path: str
    is_new: bool = False
    """Whether saving will create the place."""


Find = Callable[[str], Sequence[PlaceChoice]]
"""A function that returns the places with a name like the text, at most the best twenty."""


class PlaceLookup(Protocol):
    """An object that searches for places and returns stored places as choices."""

    def find(self, text: str) -> Sequence[PlaceChoice]:
        """Return the places that match a name best."""

    def find_or_new(self, text: str) -> Sequence[PlaceChoice]:
        """Return the places that `find` returns, followed by a new place of that name."""

    def meant(self, text: str) -> Sequence[PlaceChoice]:
        """Return the places that the whole text can mean."""

    def choice(self, place: str) -> PlaceChoice | None:
        """Return a stored place as a choice; None if `place` is empty or the place was deleted."""


def new_choice(place: RecordId, name: str) -> PlaceChoice:
    """Return a choice for a new place of this name, which saving the form will create."""
    words = QCoreApplication.translate("PlaceEdit", "+ New place: “{name}”").format(name=name)
    return PlaceChoice(place, name, words, is_new=True)


class PlaceEdit(QWidget):
    """A line for a place. Its value is a place only if one was chosen; other text is kept as words."""

    edited = Signal()

    def __init__(
        self,
        name: str,
        placeholder: str,
        find: Find,
        parent: QWidget | None = None,
        within: Find | None = None,
        meant: Find | None = None,
    ) -> None:
        """Make the field; screen readers announce `name`.

        `within` searches for the larger place that a new place is in; without it, no new place can be made.
        `meant` returns the places that the typed words can mean. If there is only one, saving the event
        links this place; if there are several, the field asks the user to choose.
        """
        super().__init__(parent)
        self._meant = meant
        self._find = find
        self._chosen: PlaceChoice | None = None
        self._words = ""  # what stood in the line when the place was chosen
        self._implied = False  # whether those are the place's own name, which nobody said
        self.line = LineEdit(name, placeholder, self)
        self._hint = HintLabel(self)
        self._hint.hide()
        layout = boxes.column(self.line, self._hint, parent=self, spacing=2)
        self.new = None if within is None else _NewPlaceFields(within, self)
        if self.new is not None:
            layout.addWidget(self.new)
            self.new.edited.connect(self.edited)
            self.new.hide()
        self.setFocusProxy(self.line)
        self._found = QStandardItemModel(self)
        self._completer = FoundCompleter(self._found, self)
        self.line.setCompleter(self._completer)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(FIND_DELAY_MS)
        self._soon.timeout.connect(self._look)
        self.line.textEdited.connect(self._on_edited)
        self._completer.activated.connect(self._on_completed)

    def text(self) -> str:
        """Return the text of the line without surrounding white space."""
        return self.line.text().strip()

    def words(self) -> str:
        """Return the words in which the place was stated; "" if the line shows only the name of a stored
        place.
        """
        return "" if self._implied and self.place() is not None else self.text()

    def place(self) -> RecordId | None:
        """Return the chosen place; None if none is chosen or the text was changed after the choice."""
        return self._chosen.id if self._chosen is not None and self.text() == self._words else None

    def new_place(self) -> NewPlace | None:
        """Return the new place that saving will create; None if no place or an existing one is chosen."""
        chosen, place = self._chosen, self.place()
        if self.new is None or chosen is None or place is None or not chosen.is_new:
            return None
        return NewPlace(place, chosen.name, self.new.kind.value(), self.new.within.place())

    def problems(self) -> list[tuple[QWidget, str]]:
        """Return a field and a message if the place around a new place was typed but not chosen; else []."""
        if self.new_place() is None or self.new is None:
            return []
        within = self.new.within
        if not within.text() or within.place() is not None:
            return []
        sentence = self.tr(
            "“{name}” is not in this vault. Choose a place from the list, or leave this empty."
        )
        return [(within, sentence.format(name=within.text()))]

    def new_draft(self) -> dict[str, str]:
        """Return the new place for a draft; an empty dictionary if there is none."""
        new = self.new_place()
        if new is None:
            return {}
        return {"id": new.id, "name": new.name, "kind": new.kind, "parent": new.parent or ""}

    def take_new_draft(self, draft: Mapping[str, str], choice: Callable[[str], PlaceChoice | None]) -> None:
        """Show the new place of a draft; `choice` returns the stored place that contains it."""
        if draft and self.new is not None:
            self.show_place(draft["name"], new_choice(RecordId(draft["id"]), draft["name"]))
            self.new.kind.set_value(draft["kind"])
            self.new.within.show_place("", choice(draft["parent"]))

    def hint(self) -> str:
        """Return the hint below the line."""
        return self._hint.text()

    def show_place(self, words: str, choice: PlaceChoice | None) -> None:
        """Show the stored words and the stored place; if there are no words, show the name of the place."""
        self._chosen = choice
        self._implied = not words and choice is not None
        self._words = (words or (choice.name if choice is not None else "")).strip()
        self.line.setText(self._words)
        self._say()

    def _on_edited(self) -> None:
        self._soon.start()
        self._say()
        self.edited.emit()

    def _look(self) -> None:
        if not self.isVisible():
            return  # the window was locked or left meanwhile
        text = self.text()
        self._found.clear()
        for choice in self._find(text) if text else ():
            item = QStandardItem(choice.path)
            item.setData(choice, _ID)
            self._found.appendRow(item)
        if self._found.rowCount() and self.line.hasFocus():
            self._completer.complete()
        if self._meant is not None and self.place() is None:
            self._say_meant(self._meant(text))

    def _on_completed(self, path: str) -> None:
        entries = self._found.findItems(path)
        if entries:
            choice: PlaceChoice = entries[0].data(_ID)
            # The completer writes the path into the line after this.
            QTimer.singleShot(0, self, lambda: self._take(choice))

    def _take(self, choice: PlaceChoice) -> None:
        self.show_place(choice.name, choice if choice.id is not None else None)
        self.edited.emit()

    def _say_meant(self, choices: Sequence[PlaceChoice]) -> None:
        words = self.tr("Saved as: {path}").format(path=choices[0].path) if len(choices) == 1 else ""
        if len(choices) > 1:
            words = self.tr("%n places are called so. Choose one from the list.", "", len(choices))
        self._hint.show_hint(words, Tone.GOOD if len(choices) == 1 else Tone.MUTED)
        self._hint.setVisible(bool(words))

    def _say(self) -> None:
        is_new = self.new_place() is not None
        if self.new is not None:
            self.new.setVisible(is_new)
        choice = self._chosen if self.place() is not None and not is_new else None
        path = choice.path if choice is not None else ""
        words = self.tr("In the tree: {path}").format(path=path) if path else ""
        self._hint.show_hint(words, Tone.GOOD)
        self._hint.setVisible(bool(words))
        self.line.setAccessibleDescription(words)


class _NewPlaceFields(QWidget):
    """The fields for a new place: its kind, and the larger place that it is in."""

    edited = Signal()

    def __init__(self, find: Find, parent: QWidget) -> None:
        super().__init__(parent)
        hint = HintLabel(self)
        hint.show_hint(self.tr("New place. What is it, and where?"))
        self.kind = TermEdit(self.tr("Kind of the new place"), "place_kind", parent=self)
        self.kind.set_placeholder(self.tr("town, prison, court …"))
        self.within = PlaceEdit(
            self.tr("The new place is in"), self.tr("county, prefecture, province …"), find, self
        )
        column, fields = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(hint)
        fields.addWidget(self.kind, 1, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.within, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(fields)
        self.kind.edited.connect(self.edited)
        self.within.edited.connect(self.edited)


class PlaceBinding(Binding):
    """Binds a place of the gazetteer and, if the record has a field for them, the words in which it was
    stated.
    """

    def __init__(
        self, name: str, edit: PlaceEdit, places: PlaceLookup, words: FieldSpec | None = None
    ) -> None:
        """Bind the field `name`, which holds the place.

        If the spec `words` is given, also bind that field, which holds the words in which the place was
        stated.
        """
        super().__init__(name, edit, edit.edited)
        self.edit = edit
        self._places, self._words = places, words

    def show(self, record: Record) -> None:
        """Show the place of the record, and the words in which the place was stated."""
        words = "" if self._words is None else record.text(self._words.name)
        self.edit.show_place(words, self._places.choice(record.text(self.key)))

    def fill(self, values: FormValues) -> None:
        """Write the place, the words and the new place into `values`."""
        values.fields[self.key] = self.edit.place()
        values.new_place = self.edit.new_place()
        if self._words is not None:
            values.fields[self._words.name] = self.edit.words() or None

    def draft(self) -> dict[str, object]:
        """Return the place, the words and the new place; an empty dictionary if the line is empty."""
        if not self.edit.text():
            return {}
        return {
            "place": self.edit.place() or "",
            "words": self.edit.words(),
            "new": self.edit.new_draft(),
        }

    def take_draft(self, draft: Any) -> None:
        """Show the content of a draft."""
        empty = {"place": "", "words": "", "new": {}}
        place, words, new = ({**empty, **draft}[part] for part in empty)
        self.edit.show_place(words, self._places.choice(place))
        self.edit.take_new_draft(new, self._places.choice)

    def problems(self) -> Sequence[Problem]:
        """Return the control and the reason if the words are too long, or if a place has to be chosen and is
        not.
        """
        if self._words is not None:
            why = beyond_limit(self._words, self.edit.words())
        elif self.edit.text() and self.edit.place() is None:
            why = QCoreApplication.translate("PlaceEdit", "Choose from the list, or add that place first.")
        else:
            why = ""
        return [*([(self.edit, why)] if why else []), *self.edit.problems()]
