"""What an import asks of the vault, so that working out what it would do stays pure."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Record, RecordId
from hrddesk.records.terms.words import Words


class Lookup(Protocol):
    """What the import asks of the vault."""

    @property
    def words(self) -> Words:
        """The vocabularies of the desk."""

    def by_key(self, source: str, file: str, key: str) -> RecordId | None:
        """Return the live record that an import of this desk made under that key."""

    def anothers(self, source: str, file: str, key: str) -> RecordId | None:
        """Return a live record that has that key although no import of this desk made it."""

    def by_ref(self, kind: Kind, ref: str) -> RecordId | None:
        """Return the live record of that kind whose readable reference or id this is, in full."""

    def leads_to(self, ref: str) -> RecordId | None:
        """Return the record to which this leads behind the `@` of a text; None for none or several."""

    def get(self, record_id: RecordId) -> Record:
        """Return a live record."""

    def find(self, record_id: RecordId) -> Record | None:
        """Return a live record, None where there is none of that id."""

    def cases_of_party(self, party_id: RecordId) -> list[RecordId]:
        """Return the live cases that a party is named in."""

    def relations_of_party(self, party_id: RecordId) -> list[Record]:
        """Return the live relations that a party stands in."""

    def last_row(self, source: str, file: str, key: str) -> Mapping[str, str] | None:
        """Return the cells that this key had when it was last imported."""

    def log(self, record_id: RecordId) -> Sequence[Element]:
        """Return the custody log of a piece of evidence, and behind it what bundles say of that piece.

        None for what is no such piece.
        """
