"""The columns of the kit that describe an event: case, people concerned, charges, custody, penalties."""

from collections.abc import Mapping, Sequence
from typing import Final

from hrddesk.interop.columns import cells, texts_table
from hrddesk.interop.columns.column_types import (
    ANSWERS,
    FieldPart,
    ListPart,
    Part,
    as_date,
    as_term,
    as_text,
    cell_at,
    coded,
    people_of,
    remark_on_unknown,
)
from hrddesk.interop.columns.reader import Cells, RowContext
from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Value
from hrddesk.records.terms import vocabulary
from hrddesk.records.terms.roles import VICTIM

NO_CASE: Final = "none"
"""The value of the column `case` for an event that belongs to no case."""


def _event_case(row: Cells, reader: RowContext) -> Mapping[str, Value]:
    case, party = cell_at(row, "case").strip(), cell_at(row, "party").strip()
    if case:
        return {"case": None if case == NO_CASE else reader.by_key(Kind.CASE, "case", case)}
    if party:
        return {"case": reader.only_case_of(party)}
    reader.error("party", "", RemarkCode.NO_PARTY)
    return {"case": None}


def _event_parties(row: Cells, reader: RowContext) -> Sequence[Element]:
    key = cell_at(row, "party").strip()
    victim = reader.by_key(Kind.PARTY, "party", key) if key else None
    first: list[Element] = [{"party": victim, "role": VICTIM}] if victim is not None else []
    return first + people_of(cells.split(row.get("others", "")), "others", "role", reader)


def _charges(row: Cells, reader: RowContext) -> Sequence[Element]:
    stages = cells.split_all(row.get("charge_stages", ""))
    charges: list[Element] = []
    for place, raw in enumerate(cells.split(row.get("charges", ""))):
        element = cells.worded_of(raw, "charge", reader.words)
        remark_on_unknown("charges", element, "charge", "charge", reader)
        charges.append({**element, "stage": stages[place] if place < len(stages) else None})
    for stage in stages[len(charges) :]:
        reader.warn("charge_stages", stage, RemarkCode.LEFT_OUT)
    return charges


def _penalties(row: Cells, reader: RowContext) -> Sequence[Element]:
    penalties: list[Element] = []
    for item in cells.split(row.get("penalties", "")):
        element, complete = cells.penalty_of(item, reader.words)
        if not complete:
            reader.warn("penalties", item, RemarkCode.NOT_UNDERSTOOD)
        penalties.append(element)
    return penalties


_IN_FORM: Final = (("condition", "terms"), ("measure", "measure"), ("place_kind", "facility"))
"""The vocabularies of the column `form`, each with the column to which its terms belong."""


def _said_in_form(row: Cells, reader: RowContext, column: str) -> list[str]:
    """Return the items of the cell `form` that belong to another column, `column`.

    The vocabularies of the columns decide to which one an item belongs; an unknown item belongs to `measure`.
    """
    vocabulary_columns = [(reader.words.load(name), to) for name, to in _IN_FORM]
    return [
        item
        for item in cells.split(row.get("form", ""))
        if next((to for words, to in vocabulary_columns if words.code(item) is not None), "measure") == column
    ]


def _custody(column: str, name: str) -> FieldPart:
    """Return the `FieldPart` of a field that is read from its own column or, if that is blank, from
    `form`.
    """

    def read(row: Cells, reader: RowContext) -> Mapping[str, Value]:
        own = cell_at(row, column)
        text = own or "|".join(_said_in_form(row, reader, column))
        return {column: coded(column if own else "form", text, name, reader)}

    return FieldPart((column, "form"), read)


def _event_terms(row: Cells, reader: RowContext) -> Sequence[Element]:
    terms: list[Element] = []
    for raw in (*_said_in_form(row, reader, "terms"), *cells.split(row.get("terms", ""))):
        element = cells.worded_of(raw, vocabulary.EVENT_TERM, reader.words)
        remark_on_unknown("terms", element, vocabulary.EVENT_TERM, ", ".join(vocabulary.JOINED), reader)
        terms.append(element)
    return terms


def _links(row: Cells, reader: RowContext) -> Sequence[Element]:
    links: list[Element] = []
    for item in cells.split(row.get("links", "")):
        kind, colon, key = item.strip().partition(":")
        event = reader.by_key(Kind.EVENT, "links", key if colon else kind)
        if event is not None:
            link_type = reader.words.load("event_link").code(kind) if colon else None
            links.append({"event": event, "type": link_type or (kind if colon else None)})
    return links


def _event_place(row: Cells, reader: RowContext) -> Mapping[str, Value]:
    """Read the place of an event: its wording, and the place record that `place_key` names."""
    key = cell_at(row, "place_key").strip()
    place = reader.by_key(Kind.PLACE, "place_key", key) if key else None
    return {"place_text": cell_at(row, "place") or None, "place": place}


EVENT_PARTS: Final[tuple[Part, ...]] = (
    FieldPart(("case", "party"), _event_case),
    as_term("country", "country"),
    as_term("type", "event_type"),
    _custody("measure", "measure"),
    _custody("facility", "place_kind"),
    as_date("date"),
    FieldPart(("place", "place_key"), _event_place),
    as_term("assertion", "assertion"),
    *texts_table.first("summary"),
    *map(as_text, ("addressee", "reference", "asked", "outcome")),
    *map(as_date, ("due", "confidential_until", "answered")),
    ListPart(("party", "others"), "parties", _event_parties),
    ListPart(("charges", "charge_stages"), "charges", _charges),
    ListPart(("penalties",), "penalties", _penalties),
    ListPart(("form", "terms"), "terms", _event_terms),
    ListPart(("links",), "links", _links),
    ANSWERS,
)
