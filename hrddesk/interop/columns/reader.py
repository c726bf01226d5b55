"""The interface that the cells of a row are read with: it finds other records and receives remarks."""

from collections.abc import Collection, Mapping
from typing import Protocol

from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.terms.words import Words

Cells = Mapping[str, str]
"""The cells of one row by column; a missing column is an empty cell."""


class RowContext(Protocol):
    """The receiver of the remarks on one row; it also looks up other records for the row."""

    @property
    def words(self) -> Words:
        """The vocabularies of the desk."""

    def warn(self, column: str, value: str, code: RemarkCode, detail: object = "") -> None:
        """Add a warning: the value is imported or left out as `code` says."""

    def error(self, column: str, value: str, code: RemarkCode, detail: object = "") -> None:
        """Report an error; nothing is imported while there is one."""

    def by_key(self, kind: Kind, column: str, key: str) -> RecordId | None:
        """Return the record of a kind that has this key; None, with a remark, if there is none."""

    def record(self, column: str, key: str) -> RecordId | None:
        """Return the record that `kind:key` names; None, with a remark, if there is none."""

    def reference(self, record: RecordId, mention: str) -> str:
        """Return the reference to write after the `@` of a text for this record.

        Return `mention` unchanged if `mention` refers to the record on this desk.
        """

    def is_party(self, key: str) -> bool:
        """Tell whether a party has this key."""

    def victims_in(self, case_key: str) -> Collection[RecordId]:
        """Return the people to whom events of a case happened, according to the rows of this kit."""

    def count_concerned(self, count: int) -> None:
        """Count people without a role in the row who become persons concerned (subjects) of the case."""

    def only_case_of(self, party_key: str) -> RecordId | None:
        """Return the one case of a party; None, with a remark, if there is none or more than one."""
