"""All that a publication profile says, to look at and to change."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrddesk.redact.profile_settings import changed, settings, value_of
from hrddesk.redact.profiles import PUBLISHABLE, Profile
from hrddesk_ui.profile_words import SETTINGS, kind_of_name, published_field, setting_word, value_word
from hrddesk_ui.widgets import page_layout
from hrddesk_ui.widgets.still import StillComboBox
from hrddesk_ui.widgets.ticks import Ticks

_FIELD_ROWS: Final = 12
_YES: Final = "yes"


class ProfileEdit(QWidget):
    """A choice for each setting, and a list of the fields that may leave."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile: Profile | None = None
        self.boxes: dict[str, StillComboBox] = {}
        self.lists: dict[str, Ticks] = {}
        column = page_layout.part(self)
        fields = page_layout.Fields()
        for name in SETTINGS:
            fields.add(setting_word(name), self._field(name))
        column.addLayout(fields)
        self.fields = Ticks(self.tr("Fields that may leave; Space ticks one"), self)
        self.fields.show_lines((field, published_field(field)) for field in sorted(PUBLISHABLE))
        self.fields.take_rows(_FIELD_ROWS)
        self.fields.changed.connect(self.changed)
        column.addWidget(page_layout.heading(self.tr("Fields that may leave"), self))
        column.addWidget(
            page_layout.note(
                self.tr("What is not ticked is not published, nor is any field that comes into being later."),
                self,
            )
        )
        column.addWidget(self.fields)

    def _field(self, name: str) -> QWidget:
        setting = settings()[name]
        if setting.several:
            choices = [choice for choice in setting.choices if choice != "secret"]
            words = kind_of_name if name == "name-kinds" else value_word
            made = Ticks(setting_word(name), self)
            made.show_lines((choice, words(choice)) for choice in choices)
            made.take_rows(min(len(choices), 4))
            made.changed.connect(self.changed)
            self.lists[name] = made
            return made
        box = StillComboBox(self)
        box.setAccessibleName(setting_word(name))
        for choice in setting.choices:
            box.addItem(self._yes_or_no(choice) if name == "pictures" else value_word(choice), choice)
        box.currentIndexChanged.connect(self.changed)
        self.boxes[name] = box
        return box

    def _yes_or_no(self, choice: str) -> str:
        return self.tr("may go out") if choice == _YES else self.tr("stay here")

    def show_profile(self, profile: Profile, *, editable: bool) -> None:
        """Show what a profile says."""
        self._profile = profile
        for name, box in self.boxes.items():
            box.blockSignals(True)
            box.setCurrentIndex(box.findData(value_of(profile, name)))
            box.blockSignals(False)
        for name, ticks in self.lists.items():
            ticks.tick(value_of(profile, name).split(","))
        self.fields.tick(profile.fields)
        self.setEnabled(editable)

    @property
    def profile(self) -> Profile | None:
        """The profile as it is shown."""
        if self._profile is None:
            return None
        given = {name: str(box.currentData()) for name, box in self.boxes.items()}
        given |= {name: ",".join(ticks.ticked) for name, ticks in self.lists.items()}
        if "secret" in value_of(self._profile, "levels").split(","):
            given["levels"] += ",secret"  # set on the command line; not lost here
        ticked = self.fields.ticked
        return changed(self._profile, given, ticked, PUBLISHABLE - set(ticked))
