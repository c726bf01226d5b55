"""Choose who says so: a source that is there, a piece of evidence, or a new source by what is typed."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QWidget

from hrddesk.records.model.record import RecordId
from hrddesk_ui.widgets.forms.party_picker import PartyChoice, PartyPicker

SourceChoice = PartyChoice
"""A source as it is offered: its title and what tells it from another of that title."""


class Sources(Protocol):
    """The sources of an open vault, and those that a form is about to make."""

    def near(self) -> Sequence[SourceChoice]:
        """Return what is offered before anything is typed."""

    def find(self, text: str) -> Sequence[SourceChoice]:
        """Return what is called so, and at the end a new source of that title."""

    def label(self, source: RecordId) -> str:
        """Return what a source is called."""

    def new_title(self, source: RecordId) -> str:
        """Return the title of a source that is not there yet; empty for one that is."""

    def promise(self, source: RecordId, title: str) -> None:
        """Take in a source that a draft was about to make."""


class SourcePicker(PartyPicker):
    """An editable list of sources. Only one that was chosen counts, so that none is made by a slip."""

    def __init__(self, name: str, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(name, sources.near(), sources.find, parent)
        self.set_placeholder(self.tr("Type a part of its title, or a new one"))
