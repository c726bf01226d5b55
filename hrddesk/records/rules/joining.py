"""How two records of one person become one: what either says stays, but for what a person gave up."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final

from hrddesk.records.model import levels
from hrddesk.records.model.field_specs import FieldType
from hrddesk.records.model.kinds import LABELS, TEXTS, Kind
from hrddesk.records.model.record import (
    Element,
    ElementId,
    Record,
    RecordId,
    Value,
    canonical_json,
    key_element_id,
)
from hrddesk.records.texts.texts import FIRST, OF_A_PART

MERGED: Final = "merged"
MERGED_FILE: Final = "record"
"""Source and file of the import key under which a record goes on being found that was merged into another."""

_VARIANT: Final = "variant"
_NO_ELEMENTS: Mapping[ElementId, Element] = {}


def differing(kept: Record, other: Record) -> list[str]:
    """Return the fields in which both say something, and not the same; a person chooses between those."""
    names = [field.name for field in kept.spec.fields if field.type is not FieldType.LONG]
    return [
        name
        for name in names
        if name != "ref"
        and None not in (kept.fields.get(name), other.fields.get(name))
        and kept.fields[name] != other.fields[name]
    ]


def joined(kept: Record, other: Record, take: Collection[str] = (), before: Record | None = None) -> Record:
    """Return `kept` with what `other` says besides; of the fields in `take` the other's value stands.

    Texts that differ stand one below the other, and so does a second answer to one question; what translates
    one of them says that it is of a part. Entries of lists keep their ids, so that two desks which join the
    same two records get the same one. `before` is what the other was when it was joined already: an entry
    that was changed since is changed. Nobody may see more of the result than of either before.
    """
    other = _called_besides(kept, other)
    fields: dict[str, Value] = dict(kept.fields)
    for field in kept.spec.fields:
        theirs = other.fields.get(field.name)
        if theirs is None or (field.name == "ref" and fields.get("ref")):
            continue
        mine = fields.get(field.name)
        if mine is None or field.name in take:
            fields[field.name] = theirs
        elif field.type is FieldType.LONG and str(theirs) not in str(mine):
            fields[field.name] = f"{mine}\n\n{theirs}"
    kept, other = _of_parts(kept, fields), _of_parts(other, fields)
    before = None if before is None else _of_parts(before, fields)
    lists = dict(kept.lists)
    for item in kept.spec.lists:
        if item.name != "visibility":
            entries, answers = _united(kept, other, item.name, before)
            if entries:
                lists[item.name] = entries
            if answers:
                fields["note"] = "\n\n".join(filter(None, [str(fields.get("note") or ""), *answers]))
    keys = dict(lists.get("keys", _NO_ELEMENTS))
    for name in dict.fromkeys([str(other.id), other.text("ref")]):
        if name:
            keys[key_element_id(MERGED, MERGED_FILE, name)] = {
                "source": MERGED,
                "file": MERGED_FILE,
                "key": name,
                "pos": len(keys),
            }
    return levels.held_to(
        other, levels.held_to(kept, replace(kept, fields=fields, lists={**lists, "keys": keys}))
    )


def _of_parts(record: Record, fields: Mapping[str, Value]) -> Record:
    """Return a record whose translations of its first text are of a part, where `fields` say more."""
    first = FIRST.get(record.kind, "")
    if TEXTS not in record.lists or record.text(first) == str(fields.get(first) or ""):
        return record
    made = {
        name: {**text, "of": OF_A_PART} if text.get("of") == first else text
        for name, text in record.lists[TEXTS].items()
    }
    return replace(record, lists={**record.lists, TEXTS: made})


def _called_besides(kept: Record, other: Record) -> Record:
    """Return a place whose labels are other names wherever `kept` has a label in that language."""
    if other.kind is not Kind.PLACE:
        return other
    mine, labels = kept.lists.get(LABELS, _NO_ELEMENTS), dict(other.lists.get(LABELS, _NO_ELEMENTS))
    aliases = dict(other.lists.get("aliases", _NO_ELEMENTS))
    for element_id in mine.keys() & labels.keys():
        text = labels.pop(element_id)["text"]
        if text != mine[element_id]["text"]:
            aliases[key_element_id("entry", element_id, str(text))] = {"text": text, "pos": len(aliases)}
    return replace(other, lists={**other.lists, LABELS: labels, "aliases": aliases})


def with_entries(kept: Record, other: Record, name: str) -> Record:
    """Return `kept` with the entries of one list that only `other` has."""
    return replace(kept, lists={**kept.lists, name: _united(kept, other, name, None)[0]})


def unsaid(kept: Record, other: Record) -> str:
    """Return in lines what the other says and the kept record has otherwise: nobody chose between those."""
    return "\n".join(f"{name}: {other.fields[name]}" for name in differing(kept, other))


def readdressed(record: Record, merged: Mapping[RecordId, RecordId]) -> Record:
    """Return the record with each id that was merged away replaced by the one that was kept."""
    fields = {name: _kept(value, merged) for name, value in record.fields.items()}
    lists = {}
    for name, elements in record.lists.items():
        made: dict[ElementId, Element] = {}
        there = {_said(element) for element in elements.values() if not _names_any(element, merged)}
        for element_id, element in elements.items():
            changed = {key: _kept(value, merged) for key, value in element.items()}
            said = _said(changed)
            if changed == element or said not in there:
                made[element_id] = changed
                there.add(said)
        lists[name] = made
    return replace(record, fields=fields, lists=lists)


def references(record: Record) -> list[RecordId]:
    """Return the ids of the records that a record refers to."""
    found = [record.fields.get(field.name) for field in record.spec.fields if field.type is FieldType.RECORD]
    for item in record.spec.lists:
        named = [field.name for field in item.fields if field.type is FieldType.RECORD]
        found += [value.get(name) for value in record.values(item.name) for name in named]
    return [RecordId(str(value)) for value in found if value is not None]


def _united(
    kept: Record, other: Record, name: str, before: Record | None
) -> tuple[dict[ElementId, Element], list[str]]:
    """Return the entries of both, and in words the answers that found their question answered otherwise."""
    made, answers = dict(kept.lists.get(name, _NO_ELEMENTS)), []
    was = before.lists.get(name, _NO_ELEMENTS) if before is not None else _NO_ELEMENTS
    said = {_said(element) for element in made.values()}
    scripts = {element.get("script") for element in made.values() if element.get("kind") in (None, "main")}
    for element_id, element in other.elements(name):
        entry, mine, old = dict(element), made.get(element_id), was.get(element_id)
        if old is not None and _said(old) == _said(entry):
            continue  # known since they were joined, whatever became of it
        if mine is not None and old is not None and _said(mine) == _said(old):
            made[element_id] = {**entry, "pos": mine.get("pos")}
            continue
        if _said(entry) in said:
            continue
        if mine is not None and name == "values":
            answers.append(f"{entry.get('field')}: {entry.get('answer')}")
            continue
        if kept.kind is Kind.PARTY and name == "names" and _is_second(entry, made, scripts):
            entry["kind"] = _VARIANT
        free = (
            element_id if mine is None else key_element_id("entry", element_id, _said(entry).decode("utf-8"))
        )
        if _said(entry) not in said:
            said.add(_said(entry))
            made[free] = {**entry, "pos": len(made)}
    return made, answers


def _is_second(entry: Element, names: Mapping[ElementId, Element], scripts: Collection[Value]) -> bool:
    """Tell whether a main name would stand beside another one of the same script."""
    return entry.get("kind") in (None, "main") and bool(names) and entry.get("script") in scripts


def _said(element: Element) -> bytes:
    return canonical_json({key: value for key, value in element.items() if key != "pos"})


def _names_any(element: Element, merged: Mapping[RecordId, RecordId]) -> bool:
    return any(_kept(value, merged) != value for value in element.values())


def _kept(value: Value, merged: Mapping[RecordId, RecordId]) -> Value:
    return merged.get(RecordId(value), value) if isinstance(value, str) else value
