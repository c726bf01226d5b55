"""Which columns of the kit make which fields and lists of a record."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from hrddesk.errors import InvalidValue
from hrddesk.interop import cells as cell
from hrddesk.interop import kit_blocks, kit_texts
from hrddesk.interop.findings import Code
from hrddesk.interop.kit_columns import (
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
    cell_at,
    checked_date,
    coded,
)
from hrddesk.interop.kit_contradictions import consent_fault
from hrddesk.interop.kit_evidence import EVIDENCE_PARTS
from hrddesk.interop.kit_reader import Cells, Reader
from hrddesk.records import consents, coordinates, vocabulary
from hrddesk.records.kinds import COMMENTS, CONSENTS, SPECS, Kind
from hrddesk.records.record import Element, Value
from hrddesk.records.roles import SUBJECT, VICTIM


def parts_of(
    kind: Kind, unknown: Sequence[str], labelled: Mapping[str, str] = MappingProxyType({})
) -> tuple[Part, ...]:
    """Return the parts of a kind's file; columns that the kit does not know go into the note.

    `labelled` are the columns of labels, each with its language.
    """
    labels = (LabelPart((column,), language) for column, language in labelled.items())
    parts = (*_PARTS[kind], *labels, *kit_texts.parts_of(kind), _COMMENTS)
    if SPECS[kind].field("note") is None:
        return parts
    return (*parts, FieldPart(("note", *unknown), lambda row, _: {"note": _note(row, unknown)}))


def _note(row: Cells, unknown: Sequence[str]) -> str | None:
    lines = [
        cell_at(row, "note"),
        *(f"{column}: {row[column]}" for column in unknown if cell_at(row, column)),
    ]
    return "\n".join(line for line in lines if line) or None


# --- cases ----------------------------------------------------------------------------------------------


def _case_parties(row: Cells, reader: Reader) -> Sequence[Element]:
    """Read who is in a case; a victim of an event in it is its subject, where nothing stands of a role.

    `key:` says that there is none.
    """
    made, victims = list[Element](), reader.victims_in(cell_at(row, "case").strip())
    for item in cell.split(row.get("parties", "")):
        for person in _people([item], "parties", "case_role", reader):
            is_bare = reader.is_party(item.strip()) and person["party"] in victims
            made.append({**person, "role": SUBJECT} if is_bare else person)
            reader.count_concerned(int(is_bare))
    return made


def _people(items: Iterable[str], column: str, roles: str, reader: Reader) -> list[Element]:
    """Read items `key` or `key:role`, a role of the vocabulary `roles`; a key may hold a colon itself."""
    made: list[Element] = []
    for item in items:
        key, role = item.strip(), ""
        if not reader.is_party(key) and ":" in key:
            key, _, role = key.rpartition(":")
        party = reader.by_key(Kind.PARTY, column, key)
        if party is not None:
            made.append({"party": party, "role": coded(column, role, roles, reader)})
    return made


def _tags(row: Cells, _: Reader) -> Sequence[Element]:
    return [{"text": item} for item in cell.split(row.get("tags", ""))]


# --- parties --------------------------------------------------------------------------------------------


def _size(row: Cells, reader: Reader) -> Mapping[str, Value]:
    text = cell_at(row, "size")
    bounds = cell.size_of(text) if text else (None, None)
    if bounds is None:
        reader.warn("size", text, Code.NOT_UNDERSTOOD)
        bounds = (None, None)
    return {"size": text or None, "size_min": bounds[0], "size_max": bounds[1]}


def _names(row: Cells, reader: Reader) -> Sequence[Element]:
    mains: set[str] = set()
    made = [cell.name_of(item, mains, reader.words) for item in cell.split(row.get("names", ""))]
    for element in made:
        script, kind = str(element["script"]), str(element["kind"])
        if not cell.is_script(script):
            reader.warn("names", script, Code.UNKNOWN_SCRIPT)
        coded("names", kind, "name_kind", reader)
    return made


def _party_terms(row: Cells, reader: Reader) -> Sequence[Element]:
    words = reader.words
    made = [
        ("occupations", cell.occupation_of(item, words)) for item in cell.split(row.get("occupations", ""))
    ]
    made += [("terms", cell.party_term_of(item, words)) for item in cell.split(row.get("terms", ""))]
    for column, element in made:
        name = str(element.get("vocabulary") or "")
        _remark_on_unknown(column, element, name, name or "of this column", reader)
        for end in ("since", "until"):
            checked_date(column, str(element.get(end) or ""), reader)
    return [element for _, element in made]


def _remark_on_unknown(column: str, element: Element, name: str, called: str, reader: Reader) -> None:
    """Remark on an entry whose code, or whose words without one, the vocabulary `name` does not have."""
    text = str(element.get("term") or element["raw"])
    if reader.words.load(name).code(text) is None:
        reader.warn(column, text, Code.UNKNOWN_TERM, called)


def _consents(row: Cells, reader: Reader) -> Sequence[Element]:
    """Read what a person agreed to; what cannot be is an error, since it decides about a name."""
    made: list[Element] = []
    for item in cell.split(row.get("consents", "")):
        parts = cell.consent_of(item)
        if parts is None or parts.get("pictures", "yes") not in ("yes", "no", ""):
            reader.error("consents", item, Code.NO_CONSENT)
            continue
        key = parts.get("source", "")
        source = reader.by_key(Kind.SOURCE, "consents", key) if key else None
        if key and source is None:
            continue  # remarked on: a basis says nothing without its document
        element = {**parts, "pictures": parts.get("pictures") == "yes", "source": source}
        fault = consent_fault(element)
        if fault:
            reader.error("consents", item, Code.BAD_CONSENT, fault)
            made.append({name: value for name, value in element.items() if value not in (None, "", False)})
        else:
            made.append(consents.checked(element))
    return made


# --- events ---------------------------------------------------------------------------------------------

NO_CASE: Final = "none"
"""What stands in the column `case` of an event that belongs to no case."""


def _event_case(row: Cells, reader: Reader) -> Mapping[str, Value]:
    case, party = cell_at(row, "case").strip(), cell_at(row, "party").strip()
    if case:
        return {"case": None if case == NO_CASE else reader.by_key(Kind.CASE, "case", case)}
    if party:
        return {"case": reader.only_case_of(party)}
    reader.error("party", "", Code.NO_PARTY)
    return {"case": None}


def _event_parties(row: Cells, reader: Reader) -> Sequence[Element]:
    key = cell_at(row, "party").strip()
    victim = reader.by_key(Kind.PARTY, "party", key) if key else None
    first: list[Element] = [{"party": victim, "role": VICTIM}] if victim is not None else []
    return first + _people(cell.split(row.get("others", "")), "others", "role", reader)


def _charges(row: Cells, reader: Reader) -> Sequence[Element]:
    stages = cell.split_all(row.get("charge_stages", ""))
    made: list[Element] = []
    for at, raw in enumerate(cell.split(row.get("charges", ""))):
        element = cell.worded_of(raw, "charge", reader.words)
        _remark_on_unknown("charges", element, "charge", "charge", reader)
        made.append({**element, "stage": stages[at] if at < len(stages) else None})
    for stage in stages[len(made) :]:
        reader.warn("charge_stages", stage, Code.LEFT_OUT)
    return made


def _penalties(row: Cells, reader: Reader) -> Sequence[Element]:
    made: list[Element] = []
    for item in cell.split(row.get("penalties", "")):
        element, complete = cell.penalty_of(item, reader.words)
        if not complete:
            reader.warn("penalties", item, Code.NOT_UNDERSTOOD)
        made.append(element)
    return made


_IN_FORM: Final = (("condition", "terms"), ("measure", "measure"), ("place_kind", "facility"))
"""The vocabularies of the words in a column `form`, each with the column to which its words belong."""


def _said_in_form(row: Cells, reader: Reader, column: str) -> list[str]:
    """Return the items of the column `form` that belong to a column; unknown words count as a measure."""
    known = [(reader.words.load(name), to) for name, to in _IN_FORM]
    return [
        item
        for item in cell.split(row.get("form", ""))
        if next((to for words, to in known if words.code(item) is not None), "measure") == column
    ]


def _custody(column: str, name: str) -> FieldPart:
    """Return the part of a field whose words stand in a column of their own, else in the column `form`."""

    def read(row: Cells, reader: Reader) -> Mapping[str, Value]:
        own = cell_at(row, column)
        said = own or "|".join(_said_in_form(row, reader, column))
        return {column: coded(column if own else "form", said, name, reader)}

    return FieldPart((column, "form"), read)


def _event_terms(row: Cells, reader: Reader) -> Sequence[Element]:
    made: list[Element] = []
    for raw in (*_said_in_form(row, reader, "terms"), *cell.split(row.get("terms", ""))):
        element = cell.worded_of(raw, vocabulary.EVENT_TERM, reader.words)
        _remark_on_unknown("terms", element, vocabulary.EVENT_TERM, ", ".join(vocabulary.JOINED), reader)
        made.append(element)
    return made


def _links(row: Cells, reader: Reader) -> Sequence[Element]:
    made: list[Element] = []
    for item in cell.split(row.get("links", "")):
        kind, colon, key = item.strip().partition(":")
        event = reader.by_key(Kind.EVENT, "links", key if colon else kind)
        if event is not None:
            known = reader.words.load("event_link").code(kind) if colon else None
            made.append({"event": event, "type": known or (kind if colon else None)})
    return made


def _event_place(row: Cells, reader: Reader) -> Mapping[str, Value]:
    """Read the place as it was said, and the place of the tree."""
    key = cell_at(row, "place_key").strip()
    place = reader.by_key(Kind.PLACE, "place_key", key) if key else None
    return {"place_text": cell_at(row, "place") or None, "place": place}


# --- answers, and what a desk defines for itself --------------------------------------------------------


def _answers(row: Cells, reader: Reader) -> Sequence[Element]:
    """Read items `key=answer`."""
    made: list[Element] = []
    for item in cell.split(row.get("answers", "")):
        key, sign, answer = item.partition("=")
        if sign and key.strip() and answer:
            made.append({"field": key.strip(), "answer": answer})
        else:
            reader.warn("answers", item, Code.LEFT_OUT)
    return made


_ANSWERS: Final = ListPart(("answers",), "values", _answers)


def _comments(row: Cells, reader: Reader) -> Sequence[Element]:
    made = [cell.comment_of(item) for item in cell.split(row.get("comments", ""))]
    for element in made:
        coded("comments", str(element["state"]), "comment_state", reader)
    return made


_COMMENTS: Final = ListPart(("comments",), COMMENTS, _comments)


def _aliases(row: Cells, _: Reader) -> Sequence[Element]:
    return [{"text": item} for item in cell.split(row.get("aliases", ""))]


def _home(row: Cells, reader: Reader) -> Mapping[str, Value]:
    """Read where somebody is from: the words, and the place of the tree."""
    key = cell_at(row, "home_key").strip()
    home = reader.by_key(Kind.PLACE, "home_key", key) if key else None
    return {"home_text": cell_at(row, "home") or None, "home": home}


def _citizenships(row: Cells, _: Reader) -> Sequence[Element]:
    return [{"text": item} for item in cell.split(row.get("citizenships", ""))]


_COORDINATES: Final = ("latitude", "longitude", "precision")


def _point(row: Cells, reader: Reader) -> Mapping[str, Value]:
    """Read where a place lies; of latitude and longitude none stands alone."""
    latitude, longitude, metres = (cell_at(row, column).strip() for column in _COORDINATES)
    if not (latitude or longitude or metres):
        return {coordinates.FIELD: None}
    try:
        point = coordinates.read(f"{latitude},{longitude}" + (f";u={metres}" if metres else ""))
    except InvalidValue:
        reader.error("latitude", "", Code.BAD_COORDINATES)
        return {coordinates.FIELD: None}
    return {coordinates.FIELD: point.text}


def _place_in(row: Cells, reader: Reader) -> Mapping[str, Value]:
    key = cell_at(row, "parent").strip()
    return {"parent": reader.by_key(Kind.PLACE, "parent", key) if key else None}


CITED_EVIDENCE: Final = "evidence:"
"""What stands before the key of what is cited where that is evidence and no source."""


def _cited_by(row: Cells, reader: Reader) -> Mapping[str, Value]:
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


def _figure_name(row: Cells, _: Reader) -> Mapping[str, Value]:
    return {"name": cell_at(row, "name") or cell_at(row, "figure") or None}


_PARTS: Final[Mapping[Kind, tuple[Part, ...]]] = {
    Kind.CASE: (
        as_text("title"),
        as_text("status"),
        as_term("country", "country"),
        *kit_texts.first("narrative"),
        ListPart(("parties",), "parties", _case_parties),
        ListPart(("tags",), "tags", _tags),
        _ANSWERS,
    ),
    Kind.PARTY: (
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
        ListPart(("citizenships",), "citizenships", _citizenships),
        ListPart(("consents",), CONSENTS, _consents),
        _ANSWERS,
    ),
    Kind.EVENT: (
        FieldPart(("case", "party"), _event_case),
        as_term("country", "country"),
        as_term("type", "event_type"),
        _custody("measure", "measure"),
        _custody("facility", "place_kind"),
        as_date("date"),
        FieldPart(("place", "place_key"), _event_place),
        as_term("assertion", "assertion"),
        *kit_texts.first("summary"),
        *map(as_text, ("addressee", "reference", "asked", "outcome")),
        *map(as_date, ("due", "confidential_until", "answered")),
        ListPart(("party", "others"), "parties", _event_parties),
        ListPart(("charges", "charge_stages"), "charges", _charges),
        ListPart(("penalties",), "penalties", _penalties),
        ListPart(("form", "terms"), "terms", _event_terms),
        ListPart(("links",), "links", _links),
        _ANSWERS,
    ),
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
        ListPart(("aliases",), "aliases", _aliases),
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
        ListPart(("aliases",), "aliases", _aliases),
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
        kit_blocks.PART,
    ),
}
