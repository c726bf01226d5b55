"""Facts of a few records, and questions to them."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from hrddesk.analysis.board import Whole
from hrddesk.analysis.figure_facts import Facts, facts_of
from hrddesk.analysis.figure_tables import Table, table_of
from hrddesk.analysis.figures import compute
from hrddesk.analysis.questions import asked
from hrddesk.analysis.status import Status, status_of
from hrddesk.records.countable import of_records
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId, new_id
from hrddesk.records.words import SHIPPED as SHIPPED_WORDS

TODAY = date(2021, 6, 1)


def case(*who: Record, role: str = "victim", tags: Sequence[str] = ()) -> Record:
    made = Record(Kind.CASE, new_id()).with_fields(title="invented")
    made = made.with_elements("parties", [{"party": item.id, "role": role} for item in who])
    return made.with_elements("tags", [{"text": tag} for tag in tags])


def facts(*records: Record) -> Facts:
    of = {kind: [item for item in records if item.kind is kind] for kind in Kind}
    parties = {party.id: party for party in of[Kind.PARTY]}

    def statuses(people: Collection[RecordId], day: date) -> dict[RecordId, Status]:
        return {person: status_of(parties[person], of[Kind.EVENT], day) for person in people}

    kinds = (
        Kind.CASE,
        Kind.PARTY,
        Kind.EVENT,
        Kind.RELATION,
        Kind.PLACE,
        Kind.SOURCE,
        Kind.CITATION,
        Kind.FIELD,
    )
    return facts_of(of_records(*(of[kind] for kind in kinds)), SHIPPED_WORDS, statuses)


def ask(here: Facts, **question: Any) -> Table:
    return table_of(compute(asked(**question), Whole(here), TODAY))


def counts(here: Facts, **question: Any) -> dict[str, int | None]:
    return {key[0]: count for key, count in ask(here, **question).counts.items()}
