"""The columns of the kit that set the fields and lists of each kind of record.

Cases, parties, events and evidence have their own modules; kinds with few columns are in this module.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from hrddesk.errors import InvalidValue
from hrddesk.interop.columns import blocks_table, cells, texts_table
from hrddesk.interop.columns.cases import CASE_PARTS
from hrddesk.interop.columns.column_types import (
    FieldPart,
    LabelPart,
    ListPart,
    Part,
    as_date,
    as_flag,
    as_language,
    as_number,
    as_term,
    as_text,
    as_texts,
    cell_at,
    coded,
)
from hrddesk.interop.columns.events import EVENT_PARTS
from hrddesk.interop.columns.evidence import EVIDENCE_PARTS
from hrddesk.interop.columns.parties import PARTY_PARTS
from hrddesk.interop.columns.reader import Cells, RowContext
from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.records.model import coordinates
from hrddesk.records.model.kinds import COMMENTS, SPECS, Kind
from hrddesk.records.model.record import Element, Value


def parts_of(
    kind: Kind, unknown: Sequence[str], labelled: Mapping[str, str] = MappingProxyType({})
) -> tuple[Part, ...]:
    """Return the building blocks for the columns of a kind.

    The cells of `unknown` columns are added to the note of the record. `labelled` gives the language of each
    column of labels.
    """
    labels = (LabelPart((column,), language) for column, language in labelled.items())
    parts = (*_PARTS[kind], *labels, *texts_table.parts_of(kind), _COMMENTS)
    if SPECS[kind].field("note") is None:
        return parts
    return (*parts, FieldPart(("note", *unknown), lambda row, _: {"note": _note(row, unknown)}))


def _note(row: Cells, unknown: Sequence[str]) -> str | None:
    lines = [
        cell_at(row, "note"),
        *(f"{column}: {row[column]}" for column in unknown if cell_at(row, column)),
    ]
    return "\n".join(line for line in lines if line) or None


def _comments(row: Cells, reader: RowContext) -> Sequence[Element]:
    comments = [cells.comment_of(item) for item in cells.split(row.get("comments", ""))]
    for element in comments:
        coded("comments", str(element["state"]), "comment_state", reader)
    return comments


_COMMENTS: Final = ListPart(("comments",), COMMENTS, _comments)


# --- places and citations -------------------------------------------------------------------------------

_COORDINATES: Final = ("latitude", "longitude", "precision")


def _point(row: Cells, reader: RowContext) -> Mapping[str, Value]:
    """Read the coordinates of a place; a latitude without a longitude, or the reverse, is an error."""
    latitude, longitude, metres = (cell_at(row, column).strip() for column in _COORDINATES)
    if not (latitude or longitude or metres):
        return {coordinates.FIELD: None}
    try:
        point = coordinates.read(f"{latitude},{longitude}" + (f";u={metres}" if metres else ""))
    except InvalidValue:
        reader.error("latitude", "", RemarkCode.BAD_COORDINATES)
        return {coordinates.FIELD: None}
    return {coordinates.FIELD: point.text}


def _place_in(row: Cells, reader: RowContext) -> Mapping[str, Value]:
    key = cell_at(row, "parent").strip()
    return {"parent": reader.by_key(Kind.PLACE, "parent", key) if key else None}


CITED_EVIDENCE: Final = "evidence:"
"""The prefix of the key in the column `cited` if a citation cites evidence instead of a source."""


def _cited_by(row: Cells, reader: RowContext) -> Mapping[str, Value]:
    cited = cell_at(row, "cited").strip()
    is_evidence = cited.startswith(CITED_EVIDENCE)
    return {
        "record": reader.record("record", cell_at(row, "record").strip()),
        "source": reader.by_key(Kind.EVIDENCE, "cited", cited.removeprefix(CITED_EVIDENCE).strip())
        if is_evidence
        else reader.by_key(Kind.SOURCE, "cited", cited),
    }


# --- relations and figures ------------------------------------------------------------------------------


def _side(column: str, field: str) -> FieldPart:
    return FieldPart(
        (column,), lambda row, reader: {field: reader.by_key(Kind.PARTY, column, row.get(column, "").strip())}
    )


def _figure_name(row: Cells, _: RowContext) -> Mapping[str, Value]:
    return {"name": cell_at(row, "name") or cell_at(row, "figure") or None}


_PARTS: Final[Mapping[Kind, tuple[Part, ...]]] = {
    Kind.CASE: CASE_PARTS,
    Kind.PARTY: PARTY_PARTS,
    Kind.EVENT: EVENT_PARTS,
    Kind.RELATION: (
        _side("from", "subject"),
        as_term("type", "relation"),
        _side("to", "object"),
        as_date("since"),
        as_date("until"),
        as_term("assertion", "assertion"),
    ),
    Kind.FIGURE: (
        FieldPart(("figure", "name"), _figure_name),
        as_text("value"),
        as_text("unit"),
        as_text("denominator"),
        as_date("as_of"),
        as_text("definition"),
        as_term("kind", "figure_kind"),
    ),
    Kind.TERM: (
        *(as_text(column) for column in ("vocabulary", "code", "map", "into")),
        as_flag("retired"),
        as_texts("aliases"),
    ),
    Kind.FIELD: (
        *(as_text(column) for column in ("owner", "key", "type", "vocabulary", "template")),
        as_number("position"),
        as_flag("retired"),
    ),
    Kind.PLACE: (
        as_term("kind", "place_kind"),
        FieldPart(("parent",), _place_in),
        FieldPart(_COORDINATES, _point),
        as_texts("aliases"),
    ),
    Kind.SOURCE: (
        as_term("kind", "source_kind"),
        as_term("type", "source_type"),
        as_term("knowledge", "knowledge"),
        as_term("attribution", "attribution"),
        as_date("date"),
        as_date("consented"),
        as_language("language"),
        *map(as_text, ("title", "reliability", "code_name", "credit", "means", "interviewer")),
        *map(as_text, ("author", "publisher", "address", "archived")),
    ),
    Kind.EVIDENCE: EVIDENCE_PARTS,
    Kind.CITATION: (
        FieldPart(("record", "cited"), _cited_by),
        *(as_text(column) for column in ("field", "stance", "quote", "locator")),
    ),
    Kind.QUERY: (as_text("name"), as_text("asks"), as_text("query")),
    Kind.REPORT: (
        *(as_text(column) for column in ("title", "subtitle", "series", "template", "languages")),
        *(as_date(column) for column in ("as_of", "embargo")),
        blocks_table.PART,
    ),
}
