"""The columns of the kit that describe a case: people and their roles, tags and answers."""

from collections.abc import Sequence
from typing import Final

from hrddesk.interop.columns import cells, texts_table
from hrddesk.interop.columns.column_types import (
    ANSWERS,
    ListPart,
    Part,
    as_term,
    as_text,
    as_texts,
    cell_at,
    people_of,
)
from hrddesk.interop.columns.reader import Cells, RowContext
from hrddesk.records.model.record import Element
from hrddesk.records.terms.roles import SUBJECT


def _case_parties(row: Cells, reader: RowContext) -> Sequence[Element]:
    """Read the people of a case.

    A person without a role becomes a subject of the case if rows of the kit name the person as victim of one
    of its events. An item `key:` states explicitly that the person has no role.
    """
    people, victims = list[Element](), reader.victims_in(cell_at(row, "case").strip())
    for item in cells.split(row.get("parties", "")):
        for person in people_of([item], "parties", "case_role", reader):
            is_bare = reader.is_party(item.strip()) and person["party"] in victims
            people.append({**person, "role": SUBJECT} if is_bare else person)
            reader.count_concerned(int(is_bare))
    return people


CASE_PARTS: Final[tuple[Part, ...]] = (
    as_text("title"),
    as_text("status"),
    as_term("country", "country"),
    *texts_table.first("narrative"),
    ListPart(("parties",), "parties", _case_parties),
    as_texts("tags"),
    ANSWERS,
)
