"""The reader of one row of a kit, see `columns.reader`: what its cells refer to, in kit or desk."""

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
"""What to say of a key that no record of a kind has."""


@dataclass(slots=True, kw_only=True)
class RowReader:
    """Resolves what one row refers to, and remarks on it."""

    known: KnownRows
    taken: Mapping[RecordId, Record]
    """What rows have made of records so far."""
    cases_of: Mapping[RecordId, list[RecordId]]
    """Party -> cases that rows of this kit put it in."""
    words: Words
    victims: Mapping[str, Collection[RecordId]]
    """Key of a case -> to whom its events happened, as rows say; "" for events that name no case."""
    file: str
    row: int
    found: Findings
    concerned: int = 0
    """People without a role whom the row makes persons concerned, since an event happened to them."""

    def warn(self, column: str, value: str, code: RemarkCode, detail: object = "") -> None:
        """Remark on something that is imported all the same."""
        self.found.warn(self.file, self.row, column, value, code, detail)

    def error(self, column: str, value: str, code: RemarkCode, detail: object = "") -> None:
        """Remark on something for which nothing is imported."""
        self.found.error(self.file, self.row, column, value, code, detail)

    def by_key(self, kind: Kind, column: str, key: str) -> RecordId | None:
        """Return the record of a kind that has this key."""
        return self._resolved(kit.FILE_OF[kind].file, column, key, _UNKNOWN[kind])

    def reference(self, record: RecordId, mention: str) -> str:
        """Return what leads to a record behind the `@` of a text.

        Of a record that has no reference yet, or one that other records share, that is its id.
        """
        lookup = self.known.lookup
        stored_record = lookup.find(record)
        names = (mention, "" if stored_record is None else stored_record.text("ref"))
        return next((name for name in names if name and lookup.leads_to(name) == record), record)

    def victims_in(self, case_key: str) -> Collection[RecordId]:
        """Return the people to whom events of a case happened, as far as rows of this kit say so."""
        return {*self.victims.get(case_key, ()), *self.victims.get("", ())}

    def count_concerned(self, count: int) -> None:
        """Note how many people have no role in the row and become persons concerned by its events."""
        self.concerned += count

    def record(self, column: str, key: str) -> RecordId | None:
        """Return what `kind:key` stands for."""
        noun, _, written = key.partition(":")
        spec = kit.FILE_OF.get(Kind(noun)) if noun in set(Kind) else None
        if spec is None:
            self.error(column, key, RemarkCode.UNKNOWN_RECORD)
            return None
        return self._resolved(spec.file, column, written.strip(), RemarkCode.UNKNOWN_RECORD)

    def is_party(self, key: str) -> bool:
        """Tell whether a party has this key."""
        return (kit.PARTIES.file, key) in self.known.gone or (
            self.known.resolve(kit.PARTIES.file, key) is not None
        )

    def only_case_of(self, party_key: str) -> RecordId | None:
        """Return the one case of a party."""
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
