"""The stored data of one free text for one profile: the decisions about places in it, and its review."""

from dataclasses import dataclass
from typing import Final, Self

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.redact.passages.wording import TextDecisions

_UNDECIDED: Final = TextDecisions("")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedText:
    """The decisions about a text and, if it was reviewed, what the review confirms.

    `profile` is the name of a shipped profile, or the id of a profile of the desk. `vouched` is empty without
    a review (see `texts.vouched_for`); `time` is in seconds since 1970, UTC.
    """

    record: RecordId
    field: str
    profile: str
    wording: TextDecisions = _UNDECIDED
    vouched: str = ""
    time: int = 0
    who: str = ""

    def to_record(self, record_id: RecordId) -> Record:
        """Return the record of the review; it has the text only if there are decisions about the text."""
        review_record = Record(kind=Kind.TEXT_REVIEW, id=record_id).with_fields(
            record=self.record,
            field=self.field,
            profile=self.profile,
            original=self.wording.text if self.wording.decided else "",
            vouched=self.vouched,
            time=self.time or None,
            who=self.who,
        )
        elements = self.wording.elements()
        return Record(
            kind=review_record.kind,
            id=review_record.id,
            fields=review_record.fields,
            lists={"decisions": elements} if elements else {},
        )

    @classmethod
    def of(cls, record: Record) -> Self:
        """Read the record; raise ValueError if its decisions cannot be about its text."""
        return cls(
            record=RecordId(record.text("record")),
            field=record.text("field"),
            profile=record.text("profile"),
            wording=TextDecisions.of(record.text("original"), record.values("decisions")),
            vouched=record.text("vouched"),
            time=int(record.fields.get("time") or 0),
            who=record.text("who"),
        )
