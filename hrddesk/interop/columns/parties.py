"""The columns of the kit that describe a person or a group: names, terms, home, consents."""

from collections.abc import Mapping, Sequence
from typing import Final

from hrddesk.interop.columns import cells
from hrddesk.interop.columns.column_types import (
    ANSWERS,
    FieldPart,
    ListPart,
    Part,
    as_date,
    as_flag,
    as_term,
    as_text,
    as_texts,
    cell_at,
    checked_date,
    coded,
    remark_on_unknown,
)
from hrddesk.interop.columns.contradictions import consent_fault
from hrddesk.interop.columns.reader import Cells, RowContext
from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.records.model.kinds import CONSENTS, Kind
from hrddesk.records.model.record import Element, Value
from hrddesk.records.rules import consents


def _size(row: Cells, reader: RowContext) -> Mapping[str, Value]:
    text = cell_at(row, "size")
    bounds = cells.size_of(text) if text else (None, None)
    if bounds is None:
        reader.warn("size", text, RemarkCode.NOT_UNDERSTOOD)
        bounds = (None, None)
    return {"size": text or None, "size_min": bounds[0], "size_max": bounds[1]}


def _names(row: Cells, reader: RowContext) -> Sequence[Element]:
    mains: set[str] = set()
    names = [cells.name_of(item, mains, reader.words) for item in cells.split(row.get("names", ""))]
    for element in names:
        script, kind = str(element["script"]), str(element["kind"])
        if not cells.is_script(script):
            reader.warn("names", script, RemarkCode.UNKNOWN_SCRIPT)
        coded("names", kind, "name_kind", reader)
    return names


def _party_terms(row: Cells, reader: RowContext) -> Sequence[Element]:
    words = reader.words
    terms = [
        ("occupations", cells.occupation_of(item, words)) for item in cells.split(row.get("occupations", ""))
    ]
    terms += [("terms", cells.party_term_of(item, words)) for item in cells.split(row.get("terms", ""))]
    for column, element in terms:
        name = str(element.get("vocabulary") or "")
        remark_on_unknown(column, element, name, name or "of this column", reader)
        for end in ("since", "until"):
            checked_date(column, str(element.get(end) or ""), reader)
    return [element for _, element in terms]


def _consents(row: Cells, reader: RowContext) -> Sequence[Element]:
    """Read the consents of a person; an invalid consent is an error, as it decides what is printed."""
    entries: list[Element] = []
    for item in cells.split(row.get("consents", "")):
        parts = cells.consent_of(item)
        if parts is None or parts.get("pictures", "yes") not in ("yes", "no", ""):
            reader.error("consents", item, RemarkCode.NO_CONSENT)
            continue
        key = parts.get("source", "")
        source = reader.by_key(Kind.SOURCE, "consents", key) if key else None
        if key and source is None:
            continue  # remarked on: a basis says nothing without its document
        element = {**parts, "pictures": parts.get("pictures") == "yes", "source": source}
        fault = consent_fault(element)
        if fault:
            reader.error("consents", item, RemarkCode.BAD_CONSENT, fault)
            entries.append({name: value for name, value in element.items() if value not in (None, "", False)})
        else:
            entries.append(consents.checked(element))
    return entries


def _home(row: Cells, reader: RowContext) -> Mapping[str, Value]:
    """Read the home of a party: its wording, and the place record that `home_key` names."""
    key = cell_at(row, "home_key").strip()
    home = reader.by_key(Kind.PLACE, "home_key", key) if key else None
    return {"home_text": cell_at(row, "home") or None, "home": home}


PARTY_PARTS: Final[tuple[Part, ...]] = (
    as_term("kind", "party_kind"),
    FieldPart(("size",), _size),
    as_term("sex", "sex"),
    as_date("birth"),
    as_date("death"),
    as_text("age"),
    as_date("age_day"),
    as_term("ethnicity", "ethnicity"),
    FieldPart(("home", "home_key"), _home),
    as_text("disability"),
    as_flag("protected", decides=True),
    as_text("unprotected"),
    ListPart(("names",), "names", _names),
    ListPart(("occupations", "terms"), "terms", _party_terms),
    as_texts("citizenships"),
    ListPart(("consents",), CONSENTS, _consents),
    ANSWERS,
)
