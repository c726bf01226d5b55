"""The merge of two records of the same person or thing into one.

All content of both records is kept, except what the user gives up.
"""

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
"""The source and file of the import key by which a merged record is still found."""

_VARIANT: Final = "variant"
_NO_ELEMENTS: Mapping[ElementId, Element] = {}


def differing(survivor: Record, merged: Record) -> list[str]:
    """Return the fields in which both records have a value and the two values differ.

    The user chooses between the two values. Long texts are not listed, because both are kept.
    """
    names = [field.name for field in survivor.spec.fields if field.type is not FieldType.LONG]
    return [
        name
        for name in names
        if name != "ref"
        and None not in (survivor.fields.get(name), merged.fields.get(name))
        and survivor.fields[name] != merged.fields[name]
    ]


def joined(
    survivor: Record, merged: Record, take: Collection[str] = (), before: Record | None = None
) -> Record:
    """Return `survivor` with the content of `merged` added; the fields in `take` are taken from `merged`.

    Different long texts are put one below the other, and their translations are marked as partial. A second
    answer to a question is added to the note. Entries of lists keep their ids, so that two desks that join
    the same two records get the same result. `before` is the state of `merged` at an earlier join: an entry
    that was changed since then is updated. No level of the result is less strict than in either record.
    """
    merged = _called_besides(survivor, merged)
    fields: dict[str, Value] = dict(survivor.fields)
    for field in survivor.spec.fields:
        theirs = merged.fields.get(field.name)
        if theirs is None or (field.name == "ref" and fields.get("ref")):
            continue
        mine = fields.get(field.name)
        if mine is None or field.name in take:
            fields[field.name] = theirs
        elif field.type is FieldType.LONG and str(theirs) not in str(mine):
            fields[field.name] = f"{mine}\n\n{theirs}"
    survivor, merged = _of_parts(survivor, fields), _of_parts(merged, fields)
    before = None if before is None else _of_parts(before, fields)
    lists = dict(survivor.lists)
    for item in survivor.spec.lists:
        if item.name != "visibility":
            entries, answers = _united(survivor, merged, item.name, before)
            if entries:
                lists[item.name] = entries
            if answers:
                fields["note"] = "\n\n".join(filter(None, [str(fields.get("note") or ""), *answers]))
    keys = dict(lists.get("keys", _NO_ELEMENTS))
    for name in dict.fromkeys([str(merged.id), merged.text("ref")]):
        if name:
            keys[key_element_id(MERGED, MERGED_FILE, name)] = {
                "source": MERGED,
                "file": MERGED_FILE,
                "key": name,
                "pos": len(keys),
            }
    return levels.held_to(
        merged, levels.held_to(survivor, replace(survivor, fields=fields, lists={**lists, "keys": keys}))
    )


def _of_parts(record: Record, fields: Mapping[str, Value]) -> Record:
    """Return `record`, with the translations of its first text marked as partial if `fields` change it.

    `fields` are the fields of the joined record.
    """
    first = FIRST.get(record.kind, "")
    if TEXTS not in record.lists or record.text(first) == str(fields.get(first) or ""):
        return record
    texts = {
        name: {**text, "of": OF_A_PART} if text.get("of") == first else text
        for name, text in record.lists[TEXTS].items()
    }
    return replace(record, lists={**record.lists, TEXTS: texts})


def _called_besides(survivor: Record, merged: Record) -> Record:
    """Return `merged`; if it is a place, the labels that `survivor` replaces become aliases.

    These are the labels in the languages in which `survivor` has a label, too.
    """
    if merged.kind is not Kind.PLACE:
        return merged
    mine, labels = survivor.lists.get(LABELS, _NO_ELEMENTS), dict(merged.lists.get(LABELS, _NO_ELEMENTS))
    aliases = dict(merged.lists.get("aliases", _NO_ELEMENTS))
    for element_id in mine.keys() & labels.keys():
        text = labels.pop(element_id)["text"]
        if text != mine[element_id]["text"]:
            aliases[key_element_id("entry", element_id, str(text))] = {"text": text, "pos": len(aliases)}
    return replace(merged, lists={**merged.lists, LABELS: labels, "aliases": aliases})


def with_entries(survivor: Record, merged: Record, name: str) -> Record:
    """Return `survivor` with the entries added that only `merged` has in the list `name`."""
    return replace(survivor, lists={**survivor.lists, name: _united(survivor, merged, name, None)[0]})


def unsaid(survivor: Record, merged: Record) -> str:
    """Return the values of `merged` that differ from those of `survivor`, one per line.

    They are kept as text, because no user has chosen between the values.
    """
    return "\n".join(f"{name}: {merged.fields[name]}" for name in differing(survivor, merged))


def readdressed(record: Record, merged: Mapping[RecordId, RecordId]) -> Record:
    """Return the record with each id that is a key of `merged` replaced by the id of the kept record."""
    fields = {name: _kept(value, merged) for name, value in record.fields.items()}
    lists = {}
    for name, elements in record.lists.items():
        kept_elements: dict[ElementId, Element] = {}
        contents = {_said(element) for element in elements.values() if not _names_any(element, merged)}
        for element_id, element in elements.items():
            changed = {key: _kept(value, merged) for key, value in element.items()}
            content = _said(changed)
            if changed == element or content not in contents:
                kept_elements[element_id] = changed
                contents.add(content)
        lists[name] = kept_elements
    return replace(record, fields=fields, lists=lists)


def references(record: Record) -> list[RecordId]:
    """Return the ids of the records that a record refers to."""
    ids = [record.fields.get(field.name) for field in record.spec.fields if field.type is FieldType.RECORD]
    for item in record.spec.lists:
        named = [field.name for field in item.fields if field.type is FieldType.RECORD]
        ids += [value.get(name) for value in record.values(item.name) for name in named]
    return [RecordId(str(value)) for value in ids if value is not None]


def _united(
    survivor: Record, merged: Record, name: str, before: Record | None
) -> tuple[dict[ElementId, Element], list[str]]:
    """Return the entries of both records in one list, and the differing answers of `merged` as text.

    An answer differs if `survivor` has another answer to the same question.
    """
    united_entries, answers = dict(survivor.lists.get(name, _NO_ELEMENTS)), []
    was = before.lists.get(name, _NO_ELEMENTS) if before is not None else _NO_ELEMENTS
    contents = {_said(element) for element in united_entries.values()}
    scripts = {
        element.get("script") for element in united_entries.values() if element.get("kind") in (None, "main")
    }
    for element_id, element in merged.elements(name):
        entry, mine, old = dict(element), united_entries.get(element_id), was.get(element_id)
        if old is not None and _said(old) == _said(entry):
            continue  # known since they were joined, whatever became of it
        if mine is not None and old is not None and _said(mine) == _said(old):
            united_entries[element_id] = {**entry, "pos": mine.get("pos")}
            continue
        if _said(entry) in contents:
            continue
        if mine is not None and name == "values":
            answers.append(f"{entry.get('field')}: {entry.get('answer')}")
            continue
        if survivor.kind is Kind.PARTY and name == "names" and _is_second(entry, united_entries, scripts):
            entry["kind"] = _VARIANT
        free = (
            element_id if mine is None else key_element_id("entry", element_id, _said(entry).decode("utf-8"))
        )
        if _said(entry) not in contents:
            contents.add(_said(entry))
            united_entries[free] = {**entry, "pos": len(united_entries)}
    return united_entries, answers


def _is_second(entry: Element, names: Mapping[ElementId, Element], scripts: Collection[Value]) -> bool:
    """Tell whether `entry` is a main name in a script that already has a main name."""
    return entry.get("kind") in (None, "main") and bool(names) and entry.get("script") in scripts


def _said(element: Element) -> bytes:
    return canonical_json({key: value for key, value in element.items() if key != "pos"})


def _names_any(element: Element, merged: Mapping[RecordId, RecordId]) -> bool:
    return any(_kept(value, merged) != value for value in element.values())


def _kept(value: Value, merged: Mapping[RecordId, RecordId]) -> Value:
    return merged.get(RecordId(value), value) if isinstance(value, str) else value
