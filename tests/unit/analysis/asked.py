"""What is counted of a few records, and questions to them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hrddesk.analysis.countable_rows import counted_rows
from hrddesk.analysis.figure_meanings import Meanings, raw_status
from hrddesk.analysis.figure_parts import Coded, Order, Part, PartMaker
from hrddesk.analysis.figure_tables import Table, table_of
from hrddesk.analysis.figures import Apart, compute
from hrddesk.analysis.part_board import ToldByParts
from hrddesk.analysis.questions import asked
from hrddesk.analysis.slices import Bits
from hrddesk.analysis.status import Status, status_of
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId, new_id
from hrddesk.records.words import SHIPPED as SHIPPED_WORDS
from hrddesk.records.words import Words
from tests.unit.analysis.whole_facts import Facts, Told, facts_of, told_of

TODAY = date(2021, 6, 1)


@dataclass(frozen=True)
class Here:
    """The same records as figures see them, and as they are counted by hand."""

    told: ToldByParts
    facts: Facts


def case(*who: Record, role: str = "subject", tags: Sequence[str] = ()) -> Record:
    made = Record(Kind.CASE, new_id()).with_fields(title="invented")
    made = made.with_elements("parties", [{"party": item.id, "role": role} for item in who])
    return made.with_elements("tags", [{"text": tag} for tag in tags])


def facts(*records: Record, apart: bool = False, words: Words = SHIPPED_WORDS) -> Here:
    """Return what is counted; `apart`: every owner of rows in a part of its own."""
    parties = {record.id: record for record in records if record.kind is Kind.PARTY}
    events = [record for record in records if record.kind is Kind.EVENT]

    def statuses(people: Collection[RecordId], day: date) -> dict[RecordId, Status]:
        return {person: status_of(parties[person], events, day) for person in people}

    def in_part(part: Part, day: date) -> Coded:
        people = [part.people.id_at(at) for at in range(len(part.people))]
        return part.by_person([raw_status(status_of(parties[who], events, day)) for who in people])

    told = told_of(records)
    by_hand = facts_of(told, words, statuses)

    def members(groups: Collection[RecordId]) -> Mapping[RecordId, Collection[RecordId]]:
        return {group: by_hand.members.get(group, ()) for group in groups}

    def sources() -> Iterator[tuple[RecordId, str, str]]:
        of = (record for record in records if record.kind is Kind.SOURCE)
        return ((one.id, one.text("title") or one.text("code_name"), one.text("type")) for one in of)

    def places() -> Iterator[Record]:
        return (record for record in records if record.kind is Kind.PLACE)

    own = (record for record in records if record.kind is Kind.FIELD)
    meanings = Meanings(words, places, sources, own)
    return Here(
        ToldByParts(meanings, lambda order: _parts(told, order, apart=apart), in_part, members), by_hand
    )


def _parts(told: Told, order: Order, *, apart: bool) -> Iterator[tuple[Part, Bits]]:
    counted = counted_rows(told)
    rows = counted.by_person() if order is Order.PEOPLE else counted.by_case()
    maker = PartMaker(order)
    for owner in sorted(rows):
        maker.add(owner, rows[owner], counted)
        if apart:
            yield maker.made(), 0
            maker = PartMaker(order)
    if not maker.empty:
        yield maker.made(), 0


def ask(here: Here, apart: Apart | None = None, **question: Any) -> Table:
    return table_of(compute(asked(**question), here.told, TODAY, apart))


def counts(here: Here, **question: Any) -> dict[str, int | None]:
    return {key[0]: count for key, count in ask(here, **question).counts.items()}
