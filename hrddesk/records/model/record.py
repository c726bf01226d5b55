"""A record as every layer sees it: plain values that can be compared, merged, hashed and sent."""

import hashlib
import json
import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final, NewType, Self

from hrddesk.errors.translatable import Translatable
from hrddesk.records.language import labels
from hrddesk.records.language.labels import Labels
from hrddesk.records.model import coordinates, places_in_order
from hrddesk.records.model.field_specs import MOST_COUNTED, FieldSpec, FieldType, Visibility
from hrddesk.records.model.kinds import (
    CASES,
    LABELS,
    LANGUAGES,
    SEXUAL_VIOLENCE,
    SPECS,
    WHOLE_RECORD,
    Kind,
    KindSpec,
)

RecordId = NewType("RecordId", str)
"""32 lower-case hexadecimal digits, made at random and offline."""

ElementId = NewType("ElementId", str)
"""The identifier of a list element: an id like a record's, or a name if the list has natural keys."""

Value = str | int | bool | None
Element = Mapping[str, Value]

_ID = re.compile(r"[0-9a-f]{32}")
_ELEMENT_ID = re.compile(r"[0-9a-z_]{1,64}")
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_PLACE: Final = ("id", "pos")
"""The keys of an element that hold its id and its position in the list."""
_NO_ELEMENTS: Mapping[ElementId, Element] = {}


def new_id() -> RecordId:
    """Return a fresh random id."""
    return RecordId(uuid.uuid4().hex)


def is_id(text: str) -> bool:
    """Tell whether the text has the form of a record id."""
    return _ID.fullmatch(text) is not None


def key_element_id(source: str, file: str, key: str) -> ElementId:
    """Return the element id of an import key, which is the same on every desk.

    A merge of two desks therefore unites equal keys.
    """
    joined = "\0".join((source, file, key)).encode("utf-8", "surrogatepass")
    return ElementId(hashlib.sha256(joined).hexdigest()[:32])


def canonical_json(value: object) -> bytes:
    """Encode as UTF-8 JSON with sorted keys and no spaces: equal values give equal bytes."""
    return _CANONICAL.encode(value).encode("utf-8")


class BeyondLimit(ValueError):
    """An error for a text that is longer, or a number that is smaller or larger, than its field allows."""

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__("a value beyond the limit of its field")
        self.field = spec.name
        self.list = ""
        """The list whose element has the value; empty for a field of the record, or if unknown."""
        self.is_number = spec.type is FieldType.NUMBER
        self.limit = "{}-{}".format(*spec.bounds) if self.is_number else str(spec.longest)
        self.why = (
            Translatable("a number within {0}", self.limit)
            if self.is_number
            else Translatable("{0} characters at most", self.limit)
        )


class NoLanguage(ValueError):
    """An error for a language that is not a language code, in a text, a source or evidence.

    No version of the program accepts such a language, whereas a later version may know what is UnknownHere.
    """


class UnknownHere(ValueError):
    """An error for a kind, list or field that this version does not know, but a later version may know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record, with only the fields that are set and only the lists that have elements."""

    kind: Kind
    id: RecordId
    fields: Mapping[str, Value] = field(default_factory=dict)
    lists: Mapping[str, Mapping[ElementId, Element]] = field(default_factory=dict)
    recorded: date | None = field(default=None, compare=False)
    """The day on which this vault last wrote the record: an event had happened by then. It is set only for
    statuses, where the date of the event has no last day; it is never stored or sent."""
    country: str = field(default="", compare=False)
    """The country whose law applies to an event: that of its case, else the event's own, else the usual one.
    It is set only to compute statuses; it is never stored or sent with the event.
    """
    facility: str = field(default="", compare=False)
    """The kind of the event's place if people are held in places of that kind. Set only for statuses."""

    @property
    def spec(self) -> KindSpec:
        """The fields and lists that records of this kind can have."""
        return SPECS[self.kind]

    def text(self, name: str) -> str:
        """Return the field as text, empty if it is not set."""
        value = self.fields.get(name)
        return "" if value is None else str(value)

    def elements(self, name: str) -> list[tuple[ElementId, Element]]:
        """Return the elements of a list with their ids, in order."""
        return sorted(
            self.lists.get(name, _NO_ELEMENTS).items(), key=lambda item: (item[1].get("pos") or 0, item[0])
        )

    def values(self, name: str) -> list[Element]:
        """Return the elements of a list in order, without their ids."""
        return [value for _, value in self.elements(name)]

    def with_fields(self, **changes: Value) -> Self:
        """Return the record with these fields set; the value None or an empty text removes a field."""
        merged = {**self.fields, **changes}
        return replace(
            self, fields={name: value for name, value in merged.items() if value not in (None, "")}
        )

    def with_elements(self, name: str, values: Iterable[Element]) -> Self:
        """Return the record with the list `name` replaced by `values`.

        A value with the content or the `id` of a stored element keeps the id of that element, so that a merge
        sees only real changes. An element keeps its position if the new order allows this.
        """
        stored, new_values = self.lists.get(name, _NO_ELEMENTS), list(values)
        named_ids = {named_element(name, value, stored) for value in new_values}
        free: dict[str, list[ElementId]] = {}
        for element_id, element in self.elements(name):
            if element_id not in named_ids:
                free.setdefault(_content(element), []).append(element_id)
        new_elements: dict[ElementId, Element] = {}
        last = (-1, ElementId(""))
        for value in new_values:
            value_without_id = bare(value)
            same = None if value.get("id") else free.get(_content(value_without_id))
            element_id = same.pop(0) if same else named_element(name, value, stored) or ElementId(new_id())
            before = (int(stored.get(element_id, {}).get("pos") or 0), element_id)
            last = before if element_id in stored and before > last else (last[0] + 1, element_id)
            new_elements[element_id] = {**value_without_id, "pos": last[0]}
        if last[0] > MOST_COUNTED:
            new_elements = {key: {**item, "pos": pos} for pos, (key, item) in enumerate(new_elements.items())}
        spec = self.spec.list(name)
        if spec is not None and spec.is_spaced:
            places = places_in_order.settled([stored.get(key, {}).get("pos") for key in new_elements])
            new_elements = {
                key: {**item, "pos": pos}
                for (key, item), pos in zip(new_elements.items(), places, strict=True)
            }
        lists = {**self.lists, name: new_elements}
        return replace(self, lists={key: value for key, value in lists.items() if value})

    @property
    def cases(self) -> tuple[RecordId, ...]:
        """Return the cases to which an event or a piece of evidence belongs; none for other kinds."""
        named = [self.fields.get("case"), *(item.get("case") for item in self.values(CASES))]
        return tuple(dict.fromkeys(RecordId(str(case)) for case in named if case))

    def with_cases(self, cases: Iterable[RecordId]) -> Self:
        """Return the piece of evidence with `cases` as the cases to which it belongs."""
        return self.with_elements(CASES, [{"case": case} for case in cases])

    @property
    def labels(self) -> Labels:
        """The names of the record by language."""
        return Labels(
            (str(item.get("language")), str(item.get("text") or "")) for item in self.values(LABELS)
        )

    def with_labels(self, texts: Mapping[str, str]) -> Self:
        """Return the record with these labels set by language; an empty text removes a label.

        Labels of other languages are kept.
        """
        changed = {**self.labels, **texts}
        return self.with_elements(
            LABELS, [{"language": code, "text": text} for code, text in changed.items() if text]
        )

    def chosen_level(self, name: str) -> Visibility | None:
        """Return the visibility level that a user gave a field or the whole record; None if no user did."""
        chosen = self.lists.get("visibility", _NO_ELEMENTS).get(ElementId(name))
        return None if chosen is None else Visibility(str(chosen["level"]))

    def visibility(self, field_name: str) -> Visibility:
        """Return the level of a field or list: its own level, else that of the record, else the default.

        A field that is secret by default stays secret in any record unless it has a level of its own.
        """
        spec = self.spec.field(field_name) or self.spec.list(field_name)
        default = spec.visibility if spec is not None else Visibility.RESTRICTED
        own, record_level = map(self.chosen_level, (field_name, WHOLE_RECORD))
        if own is not None:
            return own
        # Free text and evidence stay secret even in a public record, unless the field itself says otherwise.
        if default is Visibility.SECRET:
            return default
        if record_level is None:
            return Visibility.SECRET if self.is_confidential_first else default
        return record_level

    @property
    def is_confidential_first(self) -> bool:
        """Whether the record is an event of sexual violence for which no user chose a level.

        Such an event is confidential.
        """
        if self.kind is not Kind.EVENT or WHOLE_RECORD in self.lists.get("visibility", _NO_ELEMENTS):
            return False
        terms = (self.fields.get("type"), *(item.get("term") for item in self.values("terms")))
        return not SEXUAL_VIOLENCE.isdisjoint(terms)

    def with_visibility(self, level: Visibility, field_name: str = WHOLE_RECORD) -> Self:
        """Return the record with the level of a field, or of the whole record, set to `level`."""
        levels = {**self.lists.get("visibility", _NO_ELEMENTS)}
        levels[ElementId(field_name)] = {"level": level.value, "pos": 0}
        return replace(self, lists={**self.lists, "visibility": levels})

    def to_json(self) -> dict[str, Any]:
        """Return the record as JSON values."""
        return {
            "kind": self.kind.value,
            "id": self.id,
            "fields": dict(self.fields),
            "lists": {
                name: {key: dict(item) for key, item in items.items()} for name, items in self.lists.items()
            },
        }

    def canonical(self) -> bytes:
        """Return the record as JSON bytes in the only form that digests and comparisons use."""
        return canonical_json(self.to_json())

    @classmethod
    def from_json(cls, obj: object) -> Self:
        """Return the record that a JSON object describes; raise ValueError if the object is not allowed.

        The error is UnknownHere for a kind, list or field that `kinds` does not name. It is BeyondLimit for a
        value outside the limits of its field, and NoLanguage for a language that is not a language code. It
        quotes no content.
        """
        if not isinstance(obj, dict) or set(obj) != {"kind", "id", "fields", "lists"}:
            raise ValueError("a record has kind, id, fields and lists")
        kind, record_id, fields, lists = obj["kind"], obj["id"], obj["fields"], obj["lists"]
        if not isinstance(kind, str):
            raise ValueError("a kind is a text")
        if kind not in set(Kind):
            raise UnknownHere(Translatable("a kind of record"))
        if not isinstance(record_id, str) or not is_id(record_id):
            raise ValueError("a record id is 32 hexadecimal digits")
        spec = SPECS[Kind(kind)]
        checked_fields = _checked(fields, {item.name: item for item in spec.fields})
        if not isinstance(lists, dict):
            raise ValueError("lists is an object")
        checked_lists: dict[str, Mapping[ElementId, Element]] = {}
        for name, elements in lists.items():
            list_spec = spec.list(name)
            if list_spec is None:
                raise UnknownHere(Translatable("a list of a record"))
            if not isinstance(elements, dict) or not elements:
                raise ValueError("an empty list")
            allowed = {**list_spec.by_name, "pos": FieldSpec("pos", FieldType.NUMBER)}
            elements_by_id: dict[ElementId, Element] = {}
            for element_id, element in elements.items():
                if not _ELEMENT_ID.fullmatch(element_id):
                    raise ValueError("malformed element id")
                value = _checked(element, allowed)
                if "pos" not in value:
                    raise ValueError("a list element has a position")
                if name == "visibility" and value.get("level") not in set(Visibility):
                    raise ValueError("unknown visibility")
                if name == LABELS and "language" not in value:
                    raise NoLanguage("a label in no language")
                elements_by_id[ElementId(element_id)] = value
            checked_lists[name] = elements_by_id
        return cls(kind=Kind(kind), id=RecordId(record_id), fields=checked_fields, lists=checked_lists)


def _content(element: Element) -> str:
    return canonical_json({key: value for key, value in element.items() if key != "pos"}).decode("utf-8")


def bare(element: Element) -> dict[str, Value]:
    """Return the content of an element, without its id and position."""
    return {key: value for key, value in element.items() if value not in (None, "") and key not in _PLACE}


def named_element(list_name: str, value: Element, stored: Mapping[ElementId, Element]) -> ElementId | None:
    """Return the id of the element to which an entry refers, by its `id` or its natural key.

    Return None if the entry has neither. An entry whose natural key was changed refers to the element of the
    new key.
    """
    own, natural = ElementId(str(value.get("id") or "")), natural_id(list_name, value)
    is_same = own and (natural is None or bare(stored.get(own, {})) == bare(value))
    return own if is_same else ElementId(natural) if natural else None


def natural_id(list_name: str, element: Element) -> str | None:
    """Return the element id that follows from the natural key of an element; None for lists without one.

    A merge unites elements with the same id: equal import keys, equal cases, answers to the same question,
    and labels in the same language.
    """
    if list_name == "keys":
        return key_element_id(*(str(element.get(part, "")) for part in ("source", "file", "key")))
    if list_name == "values":
        return key_element_id("field", "", str(element.get("field", "")))
    if list_name == CASES:
        return key_element_id("case", "", str(element.get("case", "")))
    if list_name == LABELS:
        return labels.element_id(str(element.get("language", "")))
    return None


def _checked(values: object, allowed: Mapping[str, FieldSpec]) -> dict[str, Value]:
    if not isinstance(values, dict):
        raise ValueError("fields is an object")
    checked_fields: dict[str, Value] = {}
    for name, value in values.items():
        spec = allowed.get(name)
        if spec is None:
            raise UnknownHere(Translatable("a field of a record"))
        if spec.type is FieldType.NUMBER:
            fits = isinstance(value, int) and not isinstance(value, bool)
        elif spec.type is FieldType.FLAG:
            fits = isinstance(value, bool)
        else:
            fits = isinstance(value, str) and value != "" and _is_text(value)
            if spec.type is FieldType.RECORD:
                fits = fits and is_id(value)
            elif spec.type is FieldType.POINT:
                fits = fits and coordinates.is_stored(value)
        if not fits:
            raise ValueError("a field holds a value of the wrong type")
        if name in LANGUAGES and not labels.is_code(str(value)):
            raise NoLanguage("the language of a text is no language code")
        require_within_limits(spec, value)
        checked_fields[name] = value
    return checked_fields


def require_within_limits(spec: FieldSpec, value: Value) -> None:
    """Raise BeyondLimit for a text or a number outside the limits of its field."""
    if isinstance(value, str):
        if len(value) > spec.longest:
            raise BeyondLimit(spec)
    elif spec.type is FieldType.NUMBER and isinstance(value, int):
        lowest, highest = spec.bounds
        if not lowest <= value <= highest:
            raise BeyondLimit(spec)


def _is_text(value: str) -> bool:
    """Tell whether the text can be stored and sent: it has no lone surrogates and no NUL."""
    if "\0" in value:
        return False
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
