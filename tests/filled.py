"""Something in every field and every list of a kind, where the type of a field alone says what."""

from collections.abc import Callable, Iterable
from typing import Final

from hrddesk.records.model.field_specs import FieldSpec, FieldType
from hrddesk.records.model.kinds import LANGUAGES, SPECS, Kind
from hrddesk.records.model.record import Record, RecordId, Value

_TYPED: Final[dict[FieldType, Value]] = {
    FieldType.NUMBER: 7,
    FieldType.POINT: "1.5,2",
    FieldType.FLAG: True,
    FieldType.DATE: "2020-02?",
}
Say = Callable[[FieldSpec], Value]
"""Says what stands in a field."""


def saying(words: str, record: RecordId, language: str = "en") -> Say:
    """Return what says `words` with the field's name for `{}`, and names one record and one language."""

    def say(field: FieldSpec) -> Value:
        if field.name in LANGUAGES:
            return language
        return record if field.type is FieldType.RECORD else _TYPED.get(field.type, words.format(field.name))

    return say


def values(fields: Iterable[FieldSpec], say: Say) -> dict[str, Value]:
    """Return something for each of the fields."""
    return {field.name: say(field) for field in fields}


def full_record(kind: Kind, record: RecordId, say: Say) -> Record:
    """Return a record with something in every field, and one element in every list but for its levels."""
    spec = SPECS[kind]
    made = Record(kind=kind, id=record).with_fields(**values(spec.fields, say))
    for item in spec.lists:
        if item.name != "visibility":
            made = made.with_elements(item.name, [values(item.fields, say)])
    return made
