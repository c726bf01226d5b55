"""What reading the cells of one row needs besides them: the records of other rows, and who hears remarks."""

from collections.abc import Collection, Mapping
from typing import Protocol

from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.terms.words import Words

Cells = Mapping[str, str]
"""The cells of one row by column; a column that is not there is empty."""


class ColumnReader(Protocol):
    """What the builders of one row report to and ask for the records that other rows are."""

    @property
    def words(self) -> Words:
        """The vocabularies of the desk."""

    def warn(self, column: str, value: str, code: RemarkCode, detail: object = "") -> None:
        """Remark on something that is imported all the same; the code says what became of it."""

    def error(self, column: str, value: str, code: RemarkCode, detail: object = "") -> None:
        """Remark on something for which nothing is imported."""

    def by_key(self, kind: Kind, column: str, key: str) -> RecordId | None:
        """Return the record of a kind that has this key; None, with a remark, when there is none."""

    def record(self, column: str, key: str) -> RecordId | None:
        """Return what `kind:key` stands for; None, with a remark, when there is none."""

    def reference(self, record: RecordId, mention: str) -> str:
        """Return what leads to a record behind the `@` of a text: `mention` where that does, in this desk."""

    def is_party(self, key: str) -> bool:
        """Tell whether a party has this key."""

    def victims_in(self, case_key: str) -> Collection[RecordId]:
        """Return the people to whom events of a case happened, as far as rows of this kit say so."""

    def count_concerned(self, count: int) -> None:
        """Note how many people have no role in the row and become persons concerned by its events."""

    def only_case_of(self, party_key: str) -> RecordId | None:
        """Return the one case of a party; None, with a remark, when there is none or more than one."""
