"""A field for a source: a stored source, a piece of evidence, or a new source with the typed title."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QWidget

from hrddesk.records.model.record import RecordId
from hrddesk_ui.widgets.forms.party_picker import PartyChoice, PartyPicker

SourceChoice = PartyChoice
"""A source in the list: its title and what distinguishes it from another source of that title."""


class Sources(Protocol):
    """The sources of an open vault, and those that a form will create."""

    def near(self) -> Sequence[SourceChoice]:
        """Return the proposals before anything is typed."""

    def find(self, text: str) -> Sequence[SourceChoice]:
        """Return the sources of this name, then a new source of that title."""

    def label(self, source: RecordId) -> str:
        """Return the name of a source."""

    def new_title(self, source: RecordId) -> str:
        """Return the title of a source that is not stored yet; empty for a stored one."""

    def promise(self, source: RecordId, title: str) -> None:
        """Take in a source that a draft was about to make."""


class SourcePicker(PartyPicker):
    """An editable list of sources. Only one that was chosen counts, so that none is made by a slip."""

    def __init__(self, name: str, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(name, sources.near(), sources.find, parent)
        self.set_placeholder(self.tr("Type a part of its title, or a new one"))
