"""Which columns of the kit make which fields and lists of a record."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from hrddesk.errors import InvalidDate
from hrddesk.interop import cells as cell
from hrddesk.interop.findings import Code
from hrddesk.records import dates, vocabulary
from hrddesk.records.kinds import SPECS, WHOLE_RECORD, Kind, Visibility
from hrddesk.records.record import Element, RecordId, Value
from hrddesk.records.words import Words

Cells = Mapping[str, str]
"""The cells of one row by column; a column that is not there is empty."""


class Reader(Protocol):
    """What the builders of one row report to and ask for the records that other rows are."""

    @property
    def words(self) -> Words:
        """The vocabularies of the desk."""

    def warn(self, column: str, value: str, code: Code, detail: object = "") -> None:
        """Remark on something that is imported all the same; the code says what became of it."""

    def error(self, column: str, value: str, code: Code, detail: object = "") -> None:
        """Remark on something for which nothing is imported."""

    def party(self, column: str, key: str) -> RecordId | None:
        """Return the party of a key; None, with a remark, when there is none."""

    def case(self, column: str, key: str) -> RecordId | None:
        """Return the case of a key; None, with a remark, when there is none."""

    def event(self, column: str, key: str) -> RecordId | None:
        """Return the event of a key; None, with a remark, when there is none."""

    def place(self, column: str, key: str) -> RecordId | None:
        """Return the place of a key; None, with a remark, when there is none."""

    def source(self, column: str, key: str) -> RecordId | None:
        """Return the source of a key; None, with a remark, when there is none."""

    def evidence(self, column: str, key: str) -> RecordId | None:
        """Return the evidence of a key; None, with a remark, when there is none."""

    def record(self, column: str, key: str) -> RecordId | None:
        """Return what `kind:key` stands for; None, with a remark, when there is none."""

    def names_of(self, place: RecordId) -> frozenset[str]:
        """Return what a place is called in both languages."""

    def is_party(self, key: str) -> bool:
        """Tell whether a party has this key."""

    def only_case_of(self, party_key: str) -> RecordId | None:
        """Return the one case of a party; None, with a remark, when there is none or more than one."""


FieldBuilder = Callable[[Cells, Reader], Mapping[str, Value]]
ListBuilder = Callable[[Cells, Reader], Sequence[Element]]


@dataclass(frozen=True, slots=True)
class FieldPart:
    """Columns that make fields; the builder names every field that it governs, None where it is unset."""

    columns: tuple[str, ...]
    build: FieldBuilder


@dataclass(frozen=True, slots=True)
class ListPart:
    """Columns that make one list."""

    columns: tuple[str, ...]
    name: str
    build: ListBuilder


Part = FieldPart | ListPart


def parts_of(kind: Kind, unknown: Sequence[str]) -> tuple[Part, ...]:
    """Return the parts of a kind's file; columns that the kit does not know go into the note."""
    if SPECS[kind].field("note") is None:
        return _PARTS[kind]
    return (*_PARTS[kind], FieldPart(("note", *unknown), lambda row, _: {"note": _note(row, unknown)}))


def _at(row: Cells, column: str) -> str:
    """Return a cell, empty when it is blank; what is not blank stays as it was typed."""
    found = row.get(column, "")
    return found if found.strip() else ""


def _note(row: Cells, unknown: Sequence[str]) -> str | None:
    lines = [_at(row, "note"), *(f"{column}: {row[column]}" for column in unknown if _at(row, column))]
    return "\n".join(line for line in lines if line) or None


def _text(column: str, field: str = "") -> FieldPart:
    name = field or column
    return FieldPart((column,), lambda row, _: {name: _at(row, column) or None})


def _date(column: str) -> FieldPart:
    def build(row: Cells, reader: Reader) -> Mapping[str, Value]:
        return {column: _checked_date(column, _at(row, column), reader) or None}

    return FieldPart((column,), build)


def _checked_date(column: str, text: str, reader: Reader) -> str:
    try:
        dates.parse(text)
    except InvalidDate as error:
        reader.warn(column, text, Code.DATE_NOT_UNDERSTOOD, error.details["why"])
    return text


def _term(column: str, words: str) -> FieldPart:
    return FieldPart((column,), lambda row, reader: {column: _coded(column, _at(row, column), words, reader)})


def _coded(column: str, text: str, name: str, reader: Reader) -> str | None:
    if not text:
        return None
    code = reader.words.load(name).code(text)
    if code is None:
        reader.warn(column, text, Code.UNKNOWN_TERM, name)
    return code or text


# --- cases ----------------------------------------------------------------------------------------------


def _case_parties(row: Cells, reader: Reader) -> Sequence[Element]:
    return _people(cell.split(row.get("parties", "")), "parties", reader)


def _people(items: Iterable[str], column: str, reader: Reader) -> list[Element]:
    """Read items `key` or `key:role`; a key may hold a colon itself."""
    made: list[Element] = []
    for item in items:
        key, role = item.strip(), ""
        if not reader.is_party(key) and ":" in key:
            key, _, role = key.rpartition(":")
        party = reader.party(column, key)
        if party is not None:
            made.append({"party": party, "role": _coded(column, role, "role", reader)})
    return made


def _tags(row: Cells, _: Reader) -> Sequence[Element]:
    return [{"text": item} for item in cell.split(row.get("tags", ""))]


# --- parties --------------------------------------------------------------------------------------------


def _size(row: Cells, reader: Reader) -> Mapping[str, Value]:
    text = _at(row, "size")
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
        _coded("names", kind, "name_kind", reader)
    return made


def _party_terms(row: Cells, reader: Reader) -> Sequence[Element]:
    words = reader.words
    made = [
        ("occupations", cell.occupation_of(item, words)) for item in cell.split(row.get("occupations", ""))
    ]
    made += [("terms", cell.party_term_of(item, words)) for item in cell.split(row.get("terms", ""))]
    for column, element in made:
        if not element.get("term"):
            name = str(element.get("vocabulary") or "") or "of this column"
            reader.warn(column, str(element["raw"]), Code.UNKNOWN_TERM, name)
        for end in ("since", "until"):
            _checked_date(column, str(element.get(end) or ""), reader)
    return [element for _, element in made]


# --- events ---------------------------------------------------------------------------------------------

NO_CASE: Final = "none"
"""What stands in the column `case` of an event that belongs to no case."""


def _event_case(row: Cells, reader: Reader) -> Mapping[str, Value]:
    case, party = _at(row, "case").strip(), _at(row, "party").strip()
    if case:
        return {"case": None if case == NO_CASE else reader.case("case", case)}
    if party:
        return {"case": reader.only_case_of(party)}
    reader.error("party", "", Code.NO_PARTY)
    return {"case": None}


def _event_parties(row: Cells, reader: Reader) -> Sequence[Element]:
    key = _at(row, "party").strip()
    victim = reader.party("party", key) if key else None
    first: list[Element] = [{"party": victim, "role": "victim"}] if victim is not None else []
    return first + _people(cell.split(row.get("others", "")), "others", reader)


def _charges(row: Cells, reader: Reader) -> Sequence[Element]:
    stages = cell.split_all(row.get("charge_stages", ""))
    made: list[Element] = []
    for at, raw in enumerate(cell.split(row.get("charges", ""))):
        code = reader.words.load("charge").code(raw)
        if code is None:
            reader.warn("charges", raw, Code.UNKNOWN_TERM, "charge")
        made.append({"raw": raw, "term": code, "stage": stages[at] if at < len(stages) else None})
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


def _event_terms(row: Cells, reader: Reader) -> Sequence[Element]:
    made: list[Element] = []
    for raw in cell.split(row.get("terms", "")):
        code = reader.words.load(vocabulary.EVENT_TERM).code(raw)
        if code is None:
            reader.warn("terms", raw, Code.UNKNOWN_TERM, "method, denial, circumstance, platform")
        made.append({"raw": raw, "term": code})
    return made


def _links(row: Cells, reader: Reader) -> Sequence[Element]:
    made: list[Element] = []
    for item in cell.split(row.get("links", "")):
        kind, colon, key = item.strip().partition(":")
        event = reader.event("links", key if colon else kind)
        if event is not None:
            known = reader.words.load("event_link").code(kind) if colon else None
            made.append({"event": event, "type": known or (kind if colon else None)})
    return made


def _event_place(row: Cells, reader: Reader) -> Mapping[str, Value]:
    """Read the place as it was said, and the place of the tree; its own name alone was not said."""
    text, key = _at(row, "place"), _at(row, "place_key").strip()
    place = reader.place("place_key", key) if key else None
    is_its_name = place is not None and text in reader.names_of(place)
    return {"place_text": None if is_its_name else text or None, "place": place}


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


def _aliases(row: Cells, _: Reader) -> Sequence[Element]:
    return [{"text": item} for item in cell.split(row.get("aliases", ""))]


def _flag(column: str) -> FieldPart:
    def build(row: Cells, reader: Reader) -> Mapping[str, Value]:
        word = _at(row, column).strip().casefold()
        if word not in ("", "yes", "no", "是", "否"):
            reader.warn(column, word, Code.LEFT_OUT)
        return {column: True if word in ("yes", "是") else None}

    return FieldPart((column,), build)


def _whole_number(column: str) -> FieldPart:
    def build(row: Cells, reader: Reader) -> Mapping[str, Value]:
        text = _at(row, column).strip()
        is_one = text.isascii() and text.removeprefix("-").isdecimal() and len(text) < _MOST_DIGITS
        if text and not is_one:
            reader.warn(column, text, Code.LEFT_OUT)
        return {column: int(text) if is_one else None}

    return FieldPart((column,), build)


_MOST_DIGITS: Final = 18  # what is shorter fits into 63 bits


def _place_in(row: Cells, reader: Reader) -> Mapping[str, Value]:
    key = _at(row, "parent").strip()
    return {"parent": reader.place("parent", key) if key else None}


CITED_EVIDENCE: Final = "evidence:"
"""What stands before the key of what is cited where that is evidence and no source."""


def _cited_by(row: Cells, reader: Reader) -> Mapping[str, Value]:
    cited = _at(row, "cited").strip()
    is_evidence = cited.startswith(CITED_EVIDENCE)
    return {
        "record": reader.record("record", _at(row, "record").strip()),
        "source": reader.evidence("cited", cited.removeprefix(CITED_EVIDENCE).strip())
        if is_evidence
        else reader.source("cited", cited),
    }


def _evidence_of(row: Cells, reader: Reader) -> Mapping[str, Value]:
    case, origin = _at(row, "case").strip(), _at(row, "derived_from").strip()
    return {
        "case": reader.case("case", case) if case else None,
        "derived_from": reader.evidence("derived_from", origin) if origin else None,
    }


# --- relations and figures ------------------------------------------------------------------------------


def _side(column: str, field: str) -> FieldPart:
    return FieldPart(
        (column,), lambda row, reader: {field: reader.party(column, row.get(column, "").strip())}
    )


def _figure_name(row: Cells, _: Reader) -> Mapping[str, Value]:
    return {"name": _at(row, "name") or _at(row, "figure") or None}


_PARTS: Final[Mapping[Kind, tuple[Part, ...]]] = {
    Kind.CASE: (
        _text("title"),
        _text("status"),
        _text("narrative"),
        ListPart(("parties",), "parties", _case_parties),
        ListPart(("tags",), "tags", _tags),
        _ANSWERS,
    ),
    Kind.PARTY: (
        _term("kind", "party_kind"),
        FieldPart(("size",), _size),
        _term("sex", "sex"),
        _date("birth"),
        _date("death"),
        _text("age"),
        _date("age_day"),
        _term("ethnicity", "ethnicity"),
        _text("disability"),
        _text("pregnant"),
        ListPart(("names",), "names", _names),
        ListPart(("occupations", "terms"), "terms", _party_terms),
        _ANSWERS,
    ),
    Kind.EVENT: (
        FieldPart(("case", "party"), _event_case),
        _term("type", "event_type"),
        _term("form", "custody_form"),
        _date("date"),
        FieldPart(("place", "place_key"), _event_place),
        _term("assertion", "assertion"),
        _text("summary"),
        ListPart(("party", "others"), "parties", _event_parties),
        ListPart(("charges", "charge_stages"), "charges", _charges),
        ListPart(("penalties",), "penalties", _penalties),
        ListPart(("terms",), "terms", _event_terms),
        ListPart(("links",), "links", _links),
        _ANSWERS,
    ),
    Kind.RELATION: (_side("from", "subject"), _term("type", "relation"), _side("to", "object")),
    Kind.FIGURE: (
        FieldPart(("figure", "name"), _figure_name),
        _text("value"),
        _text("unit"),
        _text("denominator"),
        _date("as_of"),
        _text("definition"),
        _term("kind", "figure_kind"),
    ),
    Kind.TERM: (
        *(_text(column) for column in ("vocabulary", "code", "label_en", "label_zh", "map", "into")),
        _flag("retired"),
        ListPart(("aliases",), "aliases", _aliases),
    ),
    Kind.FIELD: (
        *(
            _text(column)
            for column in ("owner", "key", "label_en", "label_zh", "type", "vocabulary", "template")
        ),
        _whole_number("position"),
        _flag("retired"),
    ),
    Kind.PLACE: (
        _text("name"),
        _text("name_zh"),
        _term("kind", "place_kind"),
        FieldPart(("parent",), _place_in),
        ListPart(("aliases",), "aliases", _aliases),
    ),
    Kind.SOURCE: (_term("type", "source_type"), _text("title"), _text("reliability"), _text("code_name")),
    Kind.EVIDENCE: (
        FieldPart(("case", "derived_from"), _evidence_of),
        *(
            _text(column)
            for column in (
                *("sha256", "title", "original_name", "media_type", "captured", "acquired", "from_whom"),
                "metadata",
            )
        ),
        _whole_number("size"),
    ),
    Kind.CITATION: (
        FieldPart(("record", "cited"), _cited_by),
        *(_text(column) for column in ("field", "stance", "quote", "locator")),
    ),
    Kind.QUERY: (_text("name"), _text("asks"), _text("query")),
}


# --- visibility -----------------------------------------------------------------------------------------

_LEVELS: Final = {level.value: level for level in Visibility} | {
    "公开": Visibility.PUBLIC,
    "受限": Visibility.RESTRICTED,
    "限制": Visibility.RESTRICTED,
    "保密": Visibility.SECRET,
    "秘密": Visibility.SECRET,
}


def visibility_of(row: Cells, kind: Kind, reader: Reader) -> Mapping[str, Visibility]:
    """Read `public`, or `public|narrative:restricted`; a word that is no level is an error, never a guess."""
    made: dict[str, Visibility] = {}
    spec = SPECS[kind]
    for item in cell.split(row.get("visibility", "")):
        field, colon, word = item.strip().rpartition(":")
        level = _LEVELS.get(word.strip().casefold())
        name = field.strip() if colon else WHOLE_RECORD
        known = name == WHOLE_RECORD or spec.field(name) is not None or spec.list(name) is not None
        if level is None or not known:
            reader.error("visibility", item, Code.BAD_VISIBILITY)
        else:
            made[name] = level
    return made
