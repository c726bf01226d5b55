"""What is counted of a few records, and questions to them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hrddesk.analysis.figures.figure_facts import FigureFacts
from hrddesk.analysis.figures.figure_meanings import Meanings, Raw, raw_status
from hrddesk.analysis.figures.figure_questions import asked
from hrddesk.analysis.figures.figure_tables import CountTable, table_of
from hrddesk.analysis.figures.figures import Apart, compute
from hrddesk.analysis.status.status import Status, status_of
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.records.rules.countable import CountableRecords
from hrddesk.records.terms.words import SHIPPED as SHIPPED_WORDS
from hrddesk.records.terms.words import Words
from tests.unit.analysis.whole_facts import Facts, facts_of, told_of

TODAY = date(2021, 6, 1)


@dataclass(frozen=True)
class Here:
    """The same records as figures see them, and as they are counted by hand."""

    told: FigureFacts
    facts: Facts


def case(*who: Record, role: str = "subject", tags: Sequence[str] = ()) -> Record:
    made = Record(kind=Kind.CASE, id=new_id()).with_fields(title="invented")
    made = made.with_elements("parties", [{"party": item.id, "role": role} for item in who])
    return made.with_elements("tags", [{"text": tag} for tag in tags])


def facts(*records: Record, words: Words = SHIPPED_WORDS) -> Here:
    """Return what is counted."""
    parties = {record.id: record for record in records if record.kind is Kind.PARTY}
    events = [record for record in records if record.kind is Kind.EVENT]

    def statuses(people: Collection[RecordId], day: date) -> dict[RecordId, Status]:
        return {person: status_of(parties[person], events, day) for person in people}

    def everybody(day: date) -> Iterator[tuple[RecordId, Raw]]:
        return ((person, raw_status(status)) for person, status in statuses(parties, day).items())

    by_hand = facts_of(told_of(records), words, statuses)

    def members(groups: Collection[RecordId]) -> Mapping[RecordId, Collection[RecordId]]:
        return {group: by_hand.members.get(group, ()) for group in groups}

    def sources() -> Iterator[tuple[RecordId, str, str]]:
        of = (record for record in records if record.kind is Kind.SOURCE)
        return ((one.id, one.text("code_name") or one.text("title"), one.text("type")) for one in of)

    def places() -> Iterator[Record]:
        return (record for record in records if record.kind is Kind.PLACE)

    kinds = (Kind.CASE, Kind.PARTY, Kind.EVENT, Kind.CITATION)
    counted = CountableRecords(*([item for item in records if item.kind is kind] for kind in kinds))
    own = (record for record in records if record.kind is Kind.FIELD)
    return Here(FigureFacts(counted, Meanings(words, places, sources, own), everybody, members), by_hand)


def ask(here: Here, apart: Apart | None = None, **question: Any) -> CountTable:
    return table_of(compute(asked(**question), here.told, TODAY, apart))


def counts(here: Here, **question: Any) -> dict[str, int | None]:
    return {key[0]: count for key, count in ask(here, **question).counts.items()}
