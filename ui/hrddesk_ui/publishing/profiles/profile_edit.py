"""The fields for all settings of a publication profile, to read or change them."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrddesk.redact.profile.own_fields import AskedField, OwnField
from hrddesk.redact.profile.profile_settings import changed, settings, value_of
from hrddesk.redact.profile.profiles import PUBLISHABLE, Profile
from hrddesk_ui.publishing.profiles.profile_words import (
    SETTINGS,
    kind_of_name,
    languages_word,
    own_field,
    published_field,
    setting_word,
    value_word,
)
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.lists.ticks import Ticks

_FIELD_ROWS: Final = 12
_YES: Final = "yes"
_OWN: Final = "own "


class ProfileEdit(QWidget):
    """A choice for each setting of a profile, and a checklist of the record fields that may be published."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile: Profile | None = None
        self._own: dict[str, OwnField] = {}
        self.boxes: dict[str, StillComboBox] = {}
        self.lists: dict[str, Ticks] = {}
        column = page_layout.part(self)
        fields = page_layout.Fields()
        for name in SETTINGS:
            fields.add(setting_word(name), self._field(name))
        column.addLayout(fields)
        self.fields = Ticks(self.tr("Fields that may leave; Space ticks one"), self)
        self._list_fields()
        self.fields.take_rows(_FIELD_ROWS)
        self.fields.changed.connect(self.changed)
        boxes.add(
            column,
            page_layout.heading(self.tr("Fields that may leave"), self),
            page_layout.note(
                self.tr("What is not ticked is not published, nor is any field that comes into being later."),
                self,
            ),
            self.fields,
        )

    def _field(self, name: str) -> QWidget:
        setting = settings()[name]
        if setting.several:
            choices = [choice for choice in setting.choices if choice != "secret"]
            words = kind_of_name if name == "name-kinds" else value_word
            ticks = Ticks(setting_word(name), self)
            ticks.show_lines((choice, words(choice)) for choice in choices)
            ticks.take_rows(min(len(choices), 4))
            ticks.changed.connect(self.changed)
            self.lists[name] = ticks
            return ticks
        box = StillComboBox(self, name=setting_word(name))
        for choice in setting.choices:
            box.addItem(self._word(name, choice), choice)
        box.currentIndexChanged.connect(self.changed)
        self.boxes[name] = box
        return box

    def _list_fields(self, asked_fields: Iterable[AskedField] = ()) -> None:
        """List the fields that every profile has, then this desk's own questions, then questions that no
        longer exist.
        """
        here = {one.field: one for one in asked_fields}
        own_fields = self._profile.own if self._profile is not None else frozenset()
        own = [*here, *sorted(own_fields - here.keys())]
        self._own = {f"{_OWN}{number}": field for number, field in enumerate(own)}
        lines = [(field, published_field(field)) for field in sorted(PUBLISHABLE)]
        lines += [(value, own_field(field, here.get(field))) for value, field in self._own.items()]
        self.fields.show_lines(lines)

    def _word(self, name: str, choice: str) -> str:
        if "yes" in settings()[name].choices:
            return self.tr("may go out") if choice == _YES else self.tr("stay here")
        return languages_word(choice) if name == "language" else value_word(choice)

    def show_profile(
        self, profile: Profile, asked_fields: Iterable[AskedField] = (), *, editable: bool
    ) -> None:
        """Show a profile; it can be changed if `editable` is set. `asked_fields` are the desk's
        own questions.
        """
        self._profile = profile
        self._list_fields(asked_fields)
        for name, box in self.boxes.items():
            box.blockSignals(True)
            value = value_of(profile, name)
            if box.findData(value) < 0:  # languages that were chosen on the command line
                box.addItem(self._word(name, value), value)
            box.setCurrentIndex(box.findData(value))
            box.blockSignals(False)
        for name, ticks in self.lists.items():
            ticks.tick(value_of(profile, name).split(","))
        own = (value for value, field in self._own.items() if field in profile.own)
        self.fields.tick([*profile.fields, *own])
        for box in self.boxes.values():
            box.setEnabled(editable)
        for ticks in (*self.lists.values(), self.fields):
            ticks.set_editable(editable)

    @property
    def profile(self) -> Profile | None:
        """The profile with the settings that are shown; None if no profile is shown."""
        if self._profile is None:
            return None
        setting_values = {name: str(box.currentData()) for name, box in self.boxes.items()}
        setting_values |= {name: ",".join(ticks.ticked) for name, ticks in self.lists.items()}
        if "secret" in value_of(self._profile, "levels").split(","):
            setting_values["levels"] += ",secret"  # set on the command line; not lost here
        ticked = self.fields.ticked
        fields = [value for value in ticked if value not in self._own]
        profile = changed(self._profile, setting_values, fields, PUBLISHABLE - set(fields))
        return replace(profile, own=frozenset(self._own[value] for value in ticked if value in self._own))
