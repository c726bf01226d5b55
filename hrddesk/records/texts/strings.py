"""Every string of a record of any kind: in its fields, and in the entries of its lists.

The tables of `kinds` name the fields with strings, so that a field that a kind gains later is included.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from hrddesk.records.language.scripts import Script
from hrddesk.records.model.field_specs import FieldSpec, FieldType, Visibility
from hrddesk.records.model.kinds import SPECS, Kind
from hrddesk.records.model.record import ElementId, Record
from hrddesk.records.terms import vocabulary

_NO_STRINGS: Final = (FieldType.NUMBER, FieldType.FLAG, FieldType.RECORD, FieldType.POINT)
_OF_CODES: Final = frozenset(
    {path.rpartition(".")[2] for path in vocabulary.FIELDS}
    | {"term", "vocabulary", "script", "owner", "level"}
)
"""The fields whose values are mostly codes of the program. In any other field a user may have typed text."""
_FIXED: Final = frozenset(
    {"ref", "code", "key", "into", "map", "field", "asks", "query", "media_type", "sha256", "language", "of"}
)
"""Other fields in which no word can be replaced: the program finds and reads records by them."""
_HASH: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class String:
    """A string and its place in the record."""

    list: str
    """The list whose entry has the string; empty for a field of the record itself."""
    element: ElementId
    """The id of that entry; empty for a field of the record itself."""
    field: str
    text: str
    can_be_worded: bool
    """Whether its words can be replaced by others: False for codes, keys and dates."""

    @property
    def part(self) -> str:
        """The part of the record that has the string, named as `versions.parts` does."""
        return f"{self.list}/{self.element}" if self.list else self.field


def strings(record: Record) -> Iterator[String]:
    """Yield the strings of a record, except codes that ship with the program, levels and hashes of files."""
    fields, lists = _tables(record.kind)
    yield from _in("", ElementId(""), record.fields, fields)
    for name in record.lists:
        for element_id, element in record.elements(name):
            yield from _in(name, element_id, element, lists[name])


def _in(
    name: str, element: ElementId, values: Mapping[str, object], specs: Mapping[str, FieldSpec]
) -> Iterator[String]:
    for field, spec in specs.items():
        value = values.get(field)
        if isinstance(value, str) and not _says_nothing(field, value):
            fixed = spec.type is FieldType.DATE or name == "keys" or field in _OF_CODES or field in _FIXED
            yield String(list=name, element=element, field=field, text=value, can_be_worded=not fixed)


def _says_nothing(field: str, value: str) -> bool:
    if field in _OF_CODES:
        return value in _codes()
    return field == "sha256" and _HASH.fullmatch(value) is not None


@cache
def _tables(kind: Kind) -> tuple[Mapping[str, FieldSpec], Mapping[str, Mapping[str, FieldSpec]]]:
    """Return the fields of a kind that can have strings, and such fields of each of its lists."""
    spec = SPECS[kind]
    lists = {item.name: _holding(item.fields) for item in spec.lists}
    return _holding(spec.fields), lists


def _holding(fields: tuple[FieldSpec, ...]) -> dict[str, FieldSpec]:
    return {field.name: field for field in fields if field.type not in _NO_STRINGS}


@cache
def _codes() -> frozenset[str]:
    """Return the codes that are the same on every desk."""
    names = (*vocabulary.PLAIN, *vocabulary.JOINED, vocabulary.EVENT_TERM)
    shipped = map(vocabulary.load, (*vocabulary.PLAIN, vocabulary.EVENT_TERM))
    terms = {term.code for each in shipped for term in (*each.terms, *each.answers, *each.retired)}
    return frozenset({*names, *terms, *map(str, (*Kind, *Script, *Visibility))})
