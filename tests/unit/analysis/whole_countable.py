"""What figures are counted over, as plain rows: of each record only what can be counted.

Whole records bring texts, names and levels along; a figure over all cases needs none of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from hrddesk.records.model.record import Element, Record, RecordId
from hrddesk.records.terms.roles import SUBJECT, VICTIM


class CountableEvent(NamedTuple):
    """The fields of an event; empty where nothing is set."""

    id: RecordId
    case: str
    type: str
    measure: str
    facility: str
    assertion: str
    date: str
    place: str
    place_text: str


class CountableParty(NamedTuple):
    """The fields of a party; a size is None where nobody says."""

    id: RecordId
    kind: str
    sex: str
    ethnicity: str
    birth: str
    age: str
    age_day: str
    size_min: int | None
    size_max: int | None


Pair = tuple[RecordId, str]
"""The record that something belongs to, and the words or the id."""


@dataclass
class Countable:
    """The rows of everything; their order says nothing."""

    cases: Iterable[Pair] = ()  # with the status of the file
    case_subjects: Iterable[Pair] = ()
    tags: Iterable[Pair] = ()
    parties: Iterable[CountableParty] = ()
    party_terms: Iterable[tuple[RecordId, str, str]] = ()  # vocabulary, code or words
    events: Iterable[CountableEvent] = ()
    event_victims: Iterable[Pair] = ()
    charges: Iterable[Pair] = ()
    penalties: Iterable[tuple[RecordId, str, int | None]] = ()  # kind or words, months
    event_terms: Iterable[Pair] = ()
    keys: Iterable[Pair] = ()  # the source that a record was imported from
    answers: Iterable[tuple[RecordId, str, str]] = ()  # to own fields: the field, the answer
    citations: Iterable[Pair] = ()  # the record that is spoken of, and the source


def of_records(
    cases: Iterable[Record],
    parties: Iterable[Record],
    events: Iterable[Record],
    citations: Iterable[Record] = (),
) -> Countable:
    """Return the rows of whole records, as a vault knew them on an earlier day."""
    files, people, happened = list(cases), list(parties), list(events)
    every = [*files, *people, *happened]
    return Countable(
        [(case.id, case.text("status")) for case in files],
        [(case.id, party) for case in files for party in _in_role(case, SUBJECT)],
        [(case.id, str(tag.get("text") or "")) for case in files for tag in case.values("tags")],
        [_party(party) for party in people],
        [
            (party.id, str(item.get("vocabulary") or ""), word_of(item))
            for party in people
            for item in party.values("terms")
        ],
        [_event(event) for event in happened],
        [(event.id, party) for event in happened for party in _in_role(event, VICTIM)],
        [(event.id, word_of(item)) for event in happened for item in event.values("charges")],
        [_penalty(event, item) for event in happened for item in event.values("penalties")],
        [(event.id, word_of(item)) for event in happened for item in event.values("terms")],
        [(item.id, str(key.get("source") or "")) for item in every for key in item.values("keys")],
        [
            (item.id, str(value.get("field") or ""), str(value.get("answer") or ""))
            for item in every
            for value in item.values("values")
        ],
        [(RecordId(item.text("record")), item.text("source")) for item in citations],
    )


def word_of(item: Element) -> str:
    """Return the code of a term, or the words where it has none."""
    return str(item.get("term") or item.get("raw") or "")


def _in_role(record: Record, role: str) -> list[str]:
    return [
        str(item["party"])
        for item in record.values("parties")
        if item.get("party") and item.get("role") == role
    ]


def _party(party: Record) -> CountableParty:
    sizes = (party.fields.get(name) for name in ("size_min", "size_max"))
    least, most = (size if isinstance(size, int) else None for size in sizes)
    return CountableParty(
        party.id,
        party.text("kind"),
        party.text("sex"),
        party.text("ethnicity"),
        party.text("birth"),
        party.text("age"),
        party.text("age_day"),
        least,
        most,
    )


def _event(event: Record) -> CountableEvent:
    return CountableEvent(event.id, *(event.text(name) for name in CountableEvent._fields[1:]))


def _penalty(event: Record, item: Element) -> tuple[RecordId, str, int | None]:
    months = item.get("months")
    return (
        event.id,
        str(item.get("kind") or item.get("raw") or ""),
        months if isinstance(months, int) else None,
    )
