"""The findings of the consistency checks, and the records that are checked."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, Final

from hrddesk.errors.translatable import Translatable
from hrddesk.records.dates import dates
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.names import display_names
from hrddesk.records.rules.consents import ConsentState


class Check(StrEnum):
    """The checks, by their fixed codes."""

    STAGE_OUT_OF_ORDER = "stage-out-of-order"
    SENTENCE_WITHOUT_CHARGE = "sentence-without-charge"
    RELEASE_BEFORE_CUSTODY = "release-before-custody"
    END_BEFORE_START = "end-before-start"
    EVENT_AFTER_DEATH = "event-after-death"
    EVENT_IN_FUTURE = "event-in-future"
    CUSTODY_OVER_LIMIT = "custody-over-limit"
    TWO_PLACES_ONE_DAY = "two-places-one-day"
    CONFLICTING_CLAIMS = "conflicting-claims"
    NAMES_ONE_LETTER_APART = "names-one-letter-apart"
    CONFIRMED_WITHOUT_CITATION = "confirmed-without-citation"
    SOURCE_DESCRIBED = "described-source-in-print"
    CONSENT_REFUSED = "consent-refused"
    CONSENT_AHEAD = "consent-of-a-day-to-come"
    GUARDIAN_OF_ADULT = "guardian-of-an-adult"
    ANSWER_DUE = "answer-due"


SENTENCES: Final[Mapping[Check, str]] = {
    Check.CONSENT_REFUSED: Translatable("{name} agreed to no publication (answer of {day})."),
    Check.CONSENT_AHEAD: Translatable(
        "{name}: an answer on consent is of a day that has not come yet ({first})"
    ),
    Check.GUARDIAN_OF_ADULT: Translatable(
        "{name}, born {second}, was of age when a guardian agreed ({first})"
    ),
    Check.STAGE_OUT_OF_ORDER: Translatable("{name}: these steps stand in the wrong order: {first}; {second}"),
    Check.SENTENCE_WITHOUT_CHARGE: Translatable("{name}: sentenced ({first}), and no charge is recorded"),
    Check.RELEASE_BEFORE_CUSTODY: Translatable(
        "{name}: the release of {first} lies before any custody ({second})"
    ),
    Check.END_BEFORE_START: Translatable("{name}: {second} ends before {first} begins"),
    Check.EVENT_AFTER_DEATH: Translatable("{name}: {second} lies after the death ({first})"),
    Check.EVENT_IN_FUTURE: Translatable("{name}: {first} lies in the future"),
    Check.CUSTODY_OVER_LIMIT: Translatable(
        "{name}: at least {days} days from {first} to {second}; the limit is {limit}"
    ),
    Check.TWO_PLACES_ONE_DAY: Translatable("{name}: in two places on one day: {first}; {second}"),
    Check.CONFLICTING_CLAIMS: Translatable("{name}: the claims contradict each other: {first}; {second}"),
    Check.NAMES_ONE_LETTER_APART: Translatable("The names {first} and {second} are one letter apart"),
    Check.CONFIRMED_WITHOUT_CITATION: Translatable("{name}: {first} is confirmed, and no source is cited"),
    Check.SOURCE_DESCRIBED: Translatable(
        "{name}: {first} is public, and print describes a confidential source"
    ),
    Check.ANSWER_DUE: Translatable(
        "{name}: an answer to {first} is due, and none is recorded. Asked: {second}"
    ),
}


REFUSALS: Final = {
    ConsentState.WITHDRAWN: Translatable("{name} withdrew consent on {day}."),
    ConsentState.REFUSED: Translatable("{name} refused consent on {day}."),
}
"""The beginnings of the sentence on consent if it was refused or withdrawn."""
TO_CORRECT: Final = (
    Translatable("No publication names them."),
    Translatable("To correct, publications: {first}."),
)
TO_TELL: Final = (Translatable("No contact has the record."), Translatable("To tell, contacts: {second}"))
"""Two sentences: the first if there is nobody to tell, the second if there is; `TO_CORRECT` is alike."""

DISPUTED: Final = "a source contradicts it"
"""The words in place of the second claim if a source denies the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One hint that a user should look at; `records` are the records that it is about, the person first."""

    check: Check
    records: tuple[RecordId, ...]
    refs: tuple[str, ...]
    name: str
    first: str = ""
    second: str = ""
    days: int = 0
    limit: int = 0
    answer: ConsentState | None = None
    """For a finding on consent: the valid answer, given on `day`."""
    day: str = ""
    sides: tuple[RecordId, ...] = ()
    """The two claims to show side by side, if there are two."""

    @property
    def is_disputed(self) -> bool:
        """Whether the finding is about one claim that a source contradicts, not about two claims."""
        return self.check is Check.CONFLICTING_CLAIMS and not self.sides

    @property
    def message(self) -> str:
        """The finding in words, including names."""
        return self.fill(" ".join(self.sentences))

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of `message` before names and other values are filled in."""
        sentence = SENTENCES[self.check]
        if self.check is not Check.CONSENT_REFUSED:
            return (sentence,)
        begin = sentence if self.answer is None else REFUSALS.get(self.answer, sentence)
        return begin, TO_CORRECT[bool(self.first)], TO_TELL[bool(self.second)]

    def fill(self, sentence: str, **others: str) -> str:
        """Return a sentence with the values of the finding filled in; `others` replaces some values."""
        names = {"name": self.name, "first": self.first, "second": self.second, "day": self.day or "?"}
        return sentence.format(**(names | others), days=self.days, limit=self.limit)

    @property
    def key(self) -> str:
        """The key of the finding, which is equal for findings of the same check about the same records."""
        content = "\0".join([self.check.value, *sorted(self.records)])
        return hashlib.sha256(content.encode("utf-8")).hexdigest()[:32]

    def to_json(self) -> dict[str, Any]:
        """Return the finding as the command line prints it."""
        return {
            "check": self.check.value,
            "refs": list(self.refs),
            "message": self.message,
            "key": self.key,
            "records": list(self.records),
        }


@dataclass(frozen=True, kw_only=True)
class CheckedFacts:
    """All records that the checks look at."""

    parties: tuple[Record, ...] = ()
    events: tuple[Record, ...] = ()
    citations: tuple[Record, ...] = ()
    sources: tuple[Record, ...] = ()
    places: tuple[Record, ...] = ()
    limits: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """The limits, in days, that a desk changed for itself, by country and limit."""
    today: date = field(default_factory=dates.newest_day)
    """The present day: nothing after it can have happened yet."""

    def citations_of(self, record: RecordId) -> Sequence[Record]:
        """Return the citations of a record."""
        return self._citations.get(record, ())

    def party(self, party: str) -> Record | None:
        """Return the party with that id."""
        return self._parties.get(party)

    @cached_property
    def _citations(self) -> Mapping[str, list[Record]]:
        citations_by_record: dict[str, list[Record]] = {}
        for citation in self.citations:
            citations_by_record.setdefault(citation.text("record"), []).append(citation)
        return citations_by_record

    @cached_property
    def _parties(self) -> Mapping[str, Record]:
        return {party.id: party for party in self.parties}

    def by_person(self) -> Iterable[tuple[Record, list[Record]]]:
        """Yield every person or group with the events in which it has any role."""
        by_party: dict[str, list[Record]] = {}
        for event in self.events:
            for who in dict.fromkeys(str(item.get("party")) for item in event.values("parties")):
                by_party.setdefault(who, []).append(event)
        for party in self.parties:
            if party.text("kind") in ("", "person", "group"):
                yield party, by_party.get(party.id, [])


def ref_of(record: Record) -> str:
    """Return the reference of a record for the command line."""
    return record.text("ref") or record.id


def title_of(event: Record) -> str:
    """Return type, measure, facility, date and place of an event in one line."""
    parts = [event.text(name) for name in ("type", "measure", "facility", "date", "place_text")]
    return ", ".join(part.replace("_", " ") for part in parts if part)


def about(check: Check, party: Record, *events: Record, **values: Any) -> Finding:
    """Return a finding about a person and events of that person."""
    records = (party, *events)
    return Finding(
        check=check,
        records=tuple(record.id for record in records),
        refs=tuple(ref_of(record) for record in records),
        name=display_names.display_name(party) or ref_of(party),
        **values,
    )
