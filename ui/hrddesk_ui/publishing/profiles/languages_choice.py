"""The choice of the languages of a publication."""

from PySide6.QtWidgets import QWidget

from hrddesk.records.language.labels import Chain, chain_of
from hrddesk.redact.profile.profile_settings import languages_offered
from hrddesk_ui.publishing.profiles.profile_words import languages_word
from hrddesk_ui.widgets.fields.still_choices import StillComboBox


class LanguagesChoice(StillComboBox):
    """The choice of languages, which may also have languages that only an earlier publication used."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Build the choice; `name` is its name for screen readers."""
        super().__init__(parent, name=name)
        for languages in languages_offered():
            self.addItem(languages_word(languages), languages)

    @property
    def languages(self) -> Chain:
        """The languages that are chosen, in order."""
        return chain_of(self.currentData())

    def choose(self, languages: Chain) -> None:
        """Choose these languages; they are added if they are not offered, because the command line accepts
        any.
        """
        data = ",".join(languages)
        if self.findData(data) < 0:
            self.addItem(languages_word(data), data)
        self.setCurrentIndex(self.findData(data))
