"""A record of every kind with every field and every list set, which refer to each other."""

from collections.abc import Callable, Mapping

from hrddesk.records.model.field_specs import FieldSpec, FieldType, ListSpec
from hrddesk.records.model.kinds import SPECS, WHOLE_RECORD, Kind
from hrddesk.records.model.record import Element, ElementId, Record, RecordId, Value
from hrddesk.records.terms import vocabulary

_OF_PARTY_TERMS = "occupation"
OTHER = RecordId(f"{0x9F:032x}")
"""The other side of the relation."""


def part_names(kind: Kind) -> list[str]:
    """Return the names of all fields and lists of a kind."""
    spec = SPECS[kind]
    return [*(part.name for part in spec.fields), *(part.name for part in spec.lists)]


def one_of_each() -> dict[Kind, Record]:
    """Return them; ids are the same every time, so that references can be compared."""
    ids = {kind: RecordId(f"{number:032x}") for number, kind in enumerate(Kind, 0xA0)}
    return {kind: _whole(kind, ids) for kind in Kind}


def _whole(kind: Kind, ids: dict[Kind, RecordId]) -> Record:
    spec = SPECS[kind]
    record = Record(kind=kind, id=ids[kind])
    values = {item.name: _value(kind, item, ids) for item in spec.fields}
    record = record.with_fields(**values)
    for item in spec.lists:
        if item.name == "visibility":
            levels: dict[ElementId, Element] = {ElementId(WHOLE_RECORD): {"level": "restricted", "pos": 0}}
            record = Record(
                kind=kind, id=record.id, fields=record.fields, lists={**record.lists, "visibility": levels}
            )
        elif item.name != "keys":  # imports give those
            record = record.with_elements(item.name, [_element(kind, item, ids)])
    return record


def _element(kind: Kind, item: ListSpec, ids: dict[Kind, RecordId]) -> Element:
    made = {part.name: _value(kind, part, ids, item.name) for part in item.fields}
    known = vocabulary.FIELDS.get(f"{kind.value}.{item.name}.term")
    if "term" in made and known is not None:
        term = vocabulary.load(known).terms[1]
        made |= {"term": term.code, "raw": term.code}
    if (kind, item.name) == (Kind.PARTY, "terms"):
        made |= {"vocabulary": _OF_PARTY_TERMS, "raw": "citizen_journalist", "term": "citizen_journalist"}
    if item.name == "consents":
        made |= {"date": "2020-02", "until": "2035", "basis": None, "source": None}
    if item.name == "penalties":
        made |= {"raw": "fixed:42months until 2024", "months": 42, "ends": "2024"}
        made |= {"amount": None, "currency": None, "quantity": None, "unit": None}
    return made


def _value(kind: Kind, field: FieldSpec, ids: dict[Kind, RecordId], inside: str = "") -> Value:
    path = ".".join(part for part in (kind.value, inside, field.name) if part)
    if path in vocabulary.FIELDS:
        return vocabulary.load(vocabulary.FIELDS[path]).terms[0].code
    if path in _SAID:
        return _SAID[path]
    if field.name in ("language", "text_language"):
        return "zh-Hant"
    if field.type is FieldType.RECORD:
        return _REFERENCE[path](ids) if path in _REFERENCE else ids[Kind.PARTY]
    if field.type is FieldType.DATE:
        return "2020-02?"
    if field.type is FieldType.POINT:
        return "-33.5,151.25;u=500"
    if field.type is FieldType.NUMBER:
        return 3
    if field.type is FieldType.FLAG:
        return True
    return f"something invented for {path}"


_REFERENCE: dict[str, Callable[[Mapping[Kind, RecordId]], RecordId]] = {
    "event.case": lambda ids: ids[Kind.CASE],
    "event.place": lambda ids: ids[Kind.PLACE],
    "party.home": lambda ids: ids[Kind.PLACE],
    "event.links.event": lambda ids: ids[Kind.EVENT],
    "evidence.place": lambda ids: ids[Kind.PLACE],
    "evidence.about.record": lambda ids: ids[Kind.EVENT],
    "evidence.cases.case": lambda ids: ids[Kind.CASE],
    "evidence.derived_from": lambda ids: RecordId("d" * 32),
    "relation.object": lambda _: OTHER,
    "citation.record": lambda ids: ids[Kind.EVENT],
    "citation.source": lambda ids: ids[Kind.SOURCE],
    "report.blocks.record": lambda ids: ids[Kind.CASE],
    "place.parent": lambda ids: RecordId("f" * 32),
    "forward.merged": lambda ids: RecordId("e" * 32),
}
_SAID: dict[str, Value] = {
    "case.ref": "K7QX-2026-0901",
    "case.texts.of": "narrative",
    "event.texts.of": "summary",
    "source.texts.of": f"texts/{'c' * 32}",
    "evidence.texts.of": f"texts/{'c' * 32}",
    "party.ref": "K7QX-2026-P0901",
    "evidence.ref": "K7QX-2026-E0901",
    "report.ref": "K7QX-2026-R0901",
    "report.languages": "en zh-Hans",
    "party.size": "3",
    "evidence.proofs.sha256": "ef" * 32,
    "party.names.script": "Latn",
    "party.ethnicity": "han",
    "evidence.sha256": "ab" * 32,
    "term.vocabulary": "cause",
    "term.code": "river_1",
    "term.into": "democracy",
    "field.owner": "party",
    "field.key": "own.shoes",
    "field.type": "vocabulary",
    "field.vocabulary": "cause",
    "field.template": "wgad",
    "case.values.field": "own.shoes",
    "party.values.field": "own.shoes",
    "event.values.field": "own.shoes",
    "source.reliability": "usually",
    "citation.stance": "supports",
}
