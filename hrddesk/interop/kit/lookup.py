"""The queries of an import to the vault, as an interface that keeps the planning free of side effects."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Record, RecordId
from hrddesk.records.terms.words import Words


class Lookup(Protocol):
    """The queries that an import sends to the vault."""

    @property
    def words(self) -> Words:
        """The vocabularies of the desk."""

    def by_key(self, source: str, file: str, key: str) -> RecordId | None:
        """Return the live record that an import on this desk created under this key."""

    def anothers(self, source: str, file: str, key: str) -> RecordId | None:
        """Return a live record that has this key but was not created by an import on this desk."""

    def by_ref(self, kind: Kind, ref: str) -> RecordId | None:
        """Return the live record of this kind whose complete reference or id is `ref`."""

    def leads_to(self, ref: str) -> RecordId | None:
        """Return the record to which `ref` refers after the `@` of a text; None if there is none or more than
        one.
        """

    def get(self, record_id: RecordId) -> Record:
        """Return a live record."""

    def find(self, record_id: RecordId) -> Record | None:
        """Return the live record with this id; None if there is none."""

    def cases_of_party(self, party_id: RecordId) -> list[RecordId]:
        """Return the live cases that name a party."""

    def relations_of_party(self, party_id: RecordId) -> list[Record]:
        """Return the live relations of which a party is the subject or the object."""

    def last_row(self, source: str, file: str, key: str) -> Mapping[str, str] | None:
        """Return the cells of the row with this key in its last import; None if it was never imported."""

    def log(self, record_id: RecordId) -> Sequence[Element]:
        """Return the custody log of a piece of evidence, followed by the entries that bundles brought.

        Empty for any other record.
        """
