"""The reader of one row of a kit, see `columns.reader`; it finds records in the kit and on the desk."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from hrddesk.interop.formats.findings import Findings, RemarkCode
from hrddesk.interop.kit import kit
from hrddesk.interop.kit.row_matching import KnownRows
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.terms.words import Words

_UNKNOWN: Final[Mapping[Kind, RemarkCode]] = {
    Kind.PARTY: RemarkCode.UNKNOWN_PARTY,
    Kind.CASE: RemarkCode.UNKNOWN_CASE,
    Kind.EVENT: RemarkCode.UNKNOWN_EVENT,
    Kind.PLACE: RemarkCode.UNKNOWN_PLACE,
    Kind.SOURCE: RemarkCode.UNKNOWN_SOURCE,
    Kind.EVIDENCE: RemarkCode.UNKNOWN_EVIDENCE,
}
"""The code of the remark on a key that no record of the kind has."""


@dataclass(slots=True, kw_only=True)
class RowReader:
    """The reader that resolves the references of one row and collects remarks on the row."""

    known: KnownRows
    taken: Mapping[RecordId, Record]
    """The records as the rows so far have changed them."""
    cases_of: Mapping[RecordId, list[RecordId]]
    """The cases to which rows of this kit assign each party."""
    words: Words
    victims: Mapping[str, Collection[RecordId]]
    """The victims of the events of each case, by the key of the case; "" for events that name no case."""
    file: str
    row: int
    found: Findings
    concerned: int = 0
    """The number of people without a role whom the row makes persons concerned because they are victims."""

    def warn(self, column: str, value: str, code: RemarkCode, detail: object = "") -> None:
        """Add a warning about a value of this row."""
        self.found.warn(self.file, self.row, column, value, code, detail)

    def error(self, column: str, value: str, code: RemarkCode, detail: object = "") -> None:
        """Add an error about a value of this row; nothing is imported while there is one."""
        self.found.error(self.file, self.row, column, value, code, detail)

    def by_key(self, kind: Kind, column: str, key: str) -> RecordId | None:
        """Return the record of a kind that has this key; None, with a remark, if there is none."""
        return self._resolved(kit.FILE_OF[kind].file, column, key, _UNKNOWN[kind])

    def reference(self, record: RecordId, mention: str) -> str:
        """Return the reference to write after the `@` of a text for this record.

        This is `mention` if it refers to the record, else the reference of the record. If the record has no
        reference yet, or shares it with other records, the id is returned.
        """
        lookup = self.known.lookup
        stored_record = lookup.find(record)
        names = (mention, "" if stored_record is None else stored_record.text("ref"))
        return next((name for name in names if name and lookup.leads_to(name) == record), record)

    def victims_in(self, case_key: str) -> Collection[RecordId]:
        """Return the people to whom events of a case happened, according to the rows of this kit."""
        return {*self.victims.get(case_key, ()), *self.victims.get("", ())}

    def count_concerned(self, count: int) -> None:
        """Count people without a role in the row who become persons concerned of the case."""
        self.concerned += count

    def record(self, column: str, key: str) -> RecordId | None:
        """Return the record that `kind:key` names; None, with a remark, if there is none."""
        noun, _, written = key.partition(":")
        spec = kit.FILE_OF.get(Kind(noun)) if noun in set(Kind) else None
        if spec is None:
            self.error(column, key, RemarkCode.UNKNOWN_RECORD)
            return None
        return self._resolved(spec.file, column, written.strip(), RemarkCode.UNKNOWN_RECORD)

    def is_party(self, key: str) -> bool:
        """Tell whether a party has this key, including a party that was deleted on this desk."""
        return (kit.PARTIES.file, key) in self.known.gone or (
            self.known.resolve(kit.PARTIES.file, key) is not None
        )

    def only_case_of(self, party_key: str) -> RecordId | None:
        """Return the one case of a party; None if there is none or more than one."""
        party = self.known.resolve(kit.PARTIES.file, party_key)
        if party is None:
            return None  # that is reported where the party itself is read
        cases = set(self.cases_of.get(party, ())) or set(self.known.lookup.cases_of_party(party))
        if len(cases) == 1:
            return cases.pop()
        if cases:
            self.error("party", party_key, RemarkCode.WHICH_CASE)
        else:
            self.warn("party", party_key, RemarkCode.NO_CASE)
        return None

    def _resolved(self, file: str, column: str, key: str, code: RemarkCode) -> RecordId | None:
        record_id = self.known.resolve(file, key)
        if record_id is None:
            if (file, key) in self.known.gone:
                self.warn(column, key, RemarkCode.DELETED_HERE)
            elif self.known.lookup.anothers(self.known.source, file, key) is not None:
                self.error(column, key, RemarkCode.KEY_OF_ANOTHER)
            else:
                self.error(column, key, code)
        return record_id
