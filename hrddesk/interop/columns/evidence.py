"""The columns of the kit that describe a piece of evidence: cases, people and events shown, labels."""

from collections.abc import Mapping, Sequence
from typing import Final

from hrddesk.interop.columns import cells
from hrddesk.interop.columns.column_types import (
    FieldPart,
    ListPart,
    Part,
    as_language,
    as_number,
    as_term,
    as_text,
    cell_at,
    checked_date,
    coded,
)
from hrddesk.interop.columns.reader import Cells, RowContext
from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.records.model.kinds import ABOUT, CASES, PROOFS, Kind
from hrddesk.records.model.record import Element, Value

_SHOWN: Final = (Kind.PARTY, Kind.EVENT)


def _evidence_of(row: Cells, reader: RowContext) -> Mapping[str, Value]:
    origin, place = cell_at(row, "derived_from").strip(), cell_at(row, "place").strip()
    return {
        "derived_from": reader.by_key(Kind.EVIDENCE, "derived_from", origin) if origin else None,
        "place": reader.by_key(Kind.PLACE, "place", place) if place else None,
    }


def _about(row: Cells, reader: RowContext) -> Sequence[Element]:
    entries: list[Element] = []
    for item in cells.split(row.get("about", "")):
        element, key = cells.about_of(item)
        record = reader.record("about", key)
        if key.partition(":")[0] not in _SHOWN:
            reader.error("about", item, RemarkCode.ABOUT_WHAT)
        elif record is not None:
            how = coded("about", element["how"], "evidence_about", reader)
            entries.append({"record": record, "how": how, "by": element["by"]})
    return entries


def _evidence_cases(row: Cells, reader: RowContext) -> Sequence[Element]:
    case_ids = (reader.by_key(Kind.CASE, "cases", key.strip()) for key in cells.split(row.get("cases", "")))
    return [{"case": case} for case in dict.fromkeys(case_ids) if case is not None]


def _proofs(row: Cells, reader: RowContext) -> Sequence[Element]:
    proofs: list[Element] = []
    for item in cells.split(row.get("proofs", "")):
        proof = cells.proof_of(item)
        if proof is None:
            reader.warn("proofs", item, RemarkCode.LEFT_OUT)
        else:
            checked_date("proofs", str(proof.get("date") or ""), reader)
            proofs.append(proof)
    return proofs


EVIDENCE_PARTS: Final[tuple[Part, ...]] = (
    FieldPart(("derived_from", "place"), _evidence_of),
    ListPart(("about",), ABOUT, _about),
    as_term("others", "others_visible"),
    ListPart(("cases",), CASES, _evidence_cases),
    ListPart(("proofs",), PROOFS, _proofs),
    *(
        as_text(column)
        for column in (
            *("sha256", "title", "original_name", "media_type", "captured", "acquired", "from_whom"),
            "metadata",
        )
    ),
    as_language("language"),
    as_number("size"),
)
