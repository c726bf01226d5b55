"""A field for a source: a stored source, a file of evidence, or a new source with the typed title."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QWidget

from hrddesk.records.model.record import RecordId
from hrddesk_ui.widgets.forms.party_picker import PartyChoice, PartyPicker

SourceChoice = PartyChoice
"""A source in the list: its title and what distinguishes it from another source of that title."""


class Sources(Protocol):
    """The sources of an open vault, and the new sources that saving a form will create."""

    def near(self) -> Sequence[SourceChoice]:
        """Return the sources to propose before anything is typed."""

    def find(self, text: str) -> Sequence[SourceChoice]:
        """Return the sources that match the text, followed by a new source with the text as its title."""

    def label(self, source: RecordId) -> str:
        """Return the name of a source."""

    def new_title(self, source: RecordId) -> str:
        """Return the title of a source that saving will create; "" for a stored source."""

    def promise(self, source: RecordId, title: str) -> None:
        """Add a new source from a draft, which saving the form will create."""


class SourcePicker(PartyPicker):
    """An editable list of sources.

    Its value is a source only if one was chosen, so that no source is created by mistake.
    """

    def __init__(self, name: str, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(name, sources.near(), sources.find, parent)
        self.set_placeholder(self.tr("Type a part of its title, or a new one"))
