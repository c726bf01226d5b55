"""The choice of a publication profile."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from hrddesk_ui.publishing.profiles.publish_words import profile_words
from hrddesk_ui.widgets.fields.still_choices import StillComboBox


class ProfileChoice(StillComboBox):
    """Each profile with a summary; a choice stays as long as there is a profile of its name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Build the choice; `name` is its name for screen readers."""
        super().__init__(parent)
        self._first = ""
        self.setAccessibleName(name)

    def show_profiles(self, names: Sequence[str], first: str = "labels") -> bool:
        """List profiles, with `first` chosen where none was; return whether others were listed before.

        It sends no signal: the list is not made anew by a person.
        """
        if [self.itemData(row) for row in range(self.count())] == list(names):
            return False
        chosen = self.currentData() or self._first or first
        self.blockSignals(True)
        self.clear()
        for name in names:
            self.addItem(profile_words(name), name)
        self.choose(chosen)
        self.blockSignals(False)
        return True

    def follow(self, name: str) -> None:
        """Choose the profile of the other parts of the page, if there is one of that name.

        Before the first loading of the list it becomes the initial choice.
        """
        self._first = name
        if name and self.findData(name) >= 0 and self.currentData() != name:
            self.choose(name)

    def choose(self, name: str) -> None:
        """Choose a profile; the first if there is none of that name."""
        self.setCurrentIndex(max(0, self.findData(name)))
