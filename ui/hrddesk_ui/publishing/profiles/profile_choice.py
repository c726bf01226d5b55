"""The choice of a publication profile."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from hrddesk_ui.publishing.profiles.publish_words import profile_words
from hrddesk_ui.widgets.fields.still_choices import StillComboBox


class ProfileChoice(StillComboBox):
    """A choice of profiles, each with a summary; the chosen profile stays chosen while its name is in the
    list.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Build the choice; `name` is its name for screen readers."""
        super().__init__(parent)
        self._first = ""
        self.setAccessibleName(name)

    def show_profiles(self, names: Sequence[str], first: str = "labels") -> bool:
        """List these profiles without emitting a signal; return whether the list changed.

        If no profile was chosen before, `first` is chosen. There is no signal, because no person changed the
        choice.
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
        """Choose the profile `name`, which another part of the page uses; do nothing if the list does not
        have it.

        If the list is still empty, `name` is chosen when the list is filled.
        """
        self._first = name
        if name and self.findData(name) >= 0 and self.currentData() != name:
            self.choose(name)

    def choose(self, name: str) -> None:
        """Choose the profile `name`; if the list does not have it, choose the first one."""
        self.setCurrentIndex(max(0, self.findData(name)))
