"""The changes that every form makes to a record: set fields and lists, refuse invalid values, turn words into
codes.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.dates import dates
from hrddesk.records.language.labels import code_of
from hrddesk.records.model import coordinates
from hrddesk.records.model.field_specs import FieldSpec, FieldType, ListSpec, Visibility
from hrddesk.records.model.kinds import CONSENTS, PROTECTED, SPECS, TEXTS, Kind
from hrddesk.records.model.levels import staying_confidential
from hrddesk.records.model.list_edits import ListEdit
from hrddesk.records.model.record import (
    BeyondLimit,
    Element,
    Record,
    Value,
    bare,
    is_id,
    require_within_limits,
)
from hrddesk.records.rules import consents
from hrddesk.records.rules.soundness import require_sound
from hrddesk.records.terms import vocabulary
from hrddesk.records.terms.words import Words
from hrddesk.records.texts import texts

VISIBILITY = "visibility"
"""The key in the fields of a form for the level of the record as a whole."""

Fields = Mapping[str, Value]
Lists = Mapping[str, Sequence[Element] | ListEdit]
"""All entries of each list, or a `ListEdit` if others may have changed the list in the meantime."""

_RAW_LISTS: Mapping[tuple[Kind, str], str] = {
    (Kind.EVENT, "charges"): "charge",
    (Kind.EVENT, "terms"): vocabulary.EVENT_TERM,
}
"""Lists whose elements have the words in `raw` and, if known, the code in `term`."""


_DECIDING: Final = frozenset({"case.country", "event.country", "party.kind", "evidence.about.how"})
_HASH: Final = re.compile("[0-9a-fA-F]{64}")


def edited(record: Record, fields: Fields, lists: Lists, words: Words) -> Record:
    """Return a record with the changes of a form; None or "" clears a field.

    `words` are the vocabularies of the desk, by which typed words get their codes. Raise InvalidDate,
    InvalidValue.
    """
    spec, before = SPECS[record.kind], record
    for name, value in fields.items():
        if name == VISIBILITY:
            record = record if value is None else record.with_visibility(Visibility(str(value)))
            continue
        field = spec.field(name)
        if field is None:
            raise InvalidValue(field=name, why=Translatable("a record of this kind has no such field"))
        if name == PROTECTED and record.fields.get(PROTECTED) and not value:
            raise InvalidValue(field=name, why=Translatable("take that off by itself, and say why"))
        new = _coded(record.kind, name, _checked(field, value), words)
        if new != record.fields.get(name):
            _require_known(f"{record.kind.value}.{name}", new, words)
        record = record.with_fields(**{name: new})
    for name, elements in lists.items():
        item = spec.list(name)
        if item is None:
            raise InvalidValue(field=name, why=Translatable("a record of this kind has no such list"))
        record = _with_entries(record, item, elements, words)
    require_sound(record, before)
    texts.require_origins(record, before)
    return staying_confidential(before, record)


def _with_entries(record: Record, item: ListSpec, edit: Sequence[Element] | ListEdit, words: Words) -> Record:
    """Return the record with new entries in a list; raise InvalidDate, InvalidValue.

    An entry that did not change is not checked again, because it may have been received from another desk.
    """
    entries = edit.applied(record, item.name) if isinstance(edit, ListEdit) else edit
    stored = [bare(entry) for entry in record.values(item.name)]
    checked = [
        entry if bare(entry) in stored else _checked_entry(record.kind, item, entry, words)
        for entry in entries
    ]
    after = record.with_elements(item.name, checked)
    if item.name == TEXTS:
        texts.require_sound(after, record)
    return after


def _checked_entry(kind: Kind, item: ListSpec, entry: Element, words: Words) -> Element:
    for part, value in entry.items():
        field = item.by_name.get(part)
        if field is None and part not in ("pos", "id"):
            raise InvalidValue(
                field=f"{item.name}.{part}", why=Translatable("an entry of this list has no such field")
            )
        if field is not None:
            _checked(field, value)
            _require_known(f"{kind.value}.{item.name}.{part}", value, words)
    coded = _with_term(kind, item.name, entry, words)
    return consents.checked(coded) if item.name == CONSENTS else coded


def _checked(field: FieldSpec, value: Value) -> Value:
    if value is None or value == "":
        return None
    try:
        require_within_limits(field, value)
    except BeyondLimit as beyond:
        raise InvalidValue(field=beyond.field, why=beyond.why) from None
    if field.type is FieldType.DATE:
        dates.kept(str(value), field=field.name)
    elif field.type is FieldType.NUMBER:
        if isinstance(value, bool) or not isinstance(value, int):
            raise InvalidValue(field=field.name, why=Translatable("it takes a whole number"))
    elif field.type is FieldType.FLAG:
        if not isinstance(value, bool):
            raise InvalidValue(field=field.name, why=Translatable("it takes yes or no"))
    elif not isinstance(value, str) or "\0" in value:
        raise InvalidValue(field=field.name, why=Translatable("it takes text"))
    elif field.type is FieldType.RECORD and not is_id(value):
        raise InvalidValue(field=field.name, why=Translatable("it takes the id of a record, in full"))
    elif field.name == "sha256" and _HASH.fullmatch(value) is None:
        raise InvalidValue(
            field=field.name, why=Translatable("a SHA-256 is 64 figures and letters from a to f")
        )
    elif field.type is FieldType.POINT:
        return coordinates.read(value).text
    return value


def _coded(kind: Kind, name: str, value: Value, words: Words) -> Value:
    vocabulary_name = vocabulary.FIELDS.get(f"{kind.value}.{name}")
    if name in (texts.FIRST_LANGUAGE, "language") and isinstance(value, str):
        return code_of(value)
    if vocabulary_name is None or not isinstance(value, str):
        return value
    return words.load(vocabulary_name).code(value) or value


def _require_known(field: str, value: Value, words: Words) -> None:
    """Raise InvalidValue for a word without a term, in a field whose value the program uses for decisions."""
    if field in _DECIDING and isinstance(value, str) and value:
        terms = words.load(vocabulary.FIELDS[field])
        if terms.code(value) is None:
            codes = ", ".join(term.code for term in terms.terms)
            raise InvalidValue(field=field.rpartition(".")[2], why=Translatable("choose among: {0}", codes))


def _with_term(kind: Kind, name: str, element: Element, words: Words) -> Element:
    raw, term = element.get("raw"), element.get("term")
    if term or not isinstance(raw, str):
        return element
    vocabulary_name = _RAW_LISTS.get((kind, name))
    code = words.load(vocabulary_name).code(raw) if vocabulary_name is not None else None
    return element if code is None else {**element, "term": code}


def index_of(number: int, count: int) -> int:
    """Return the index of the entry with this number, counted from 1; raise InvalidValue."""
    if not 1 <= number <= count:
        raise InvalidValue(
            field="NUMBER", why=Translatable("the list has {0} entries, counted from 1", count)
        )
    return number - 1
