"""Whatever a kit was written from, and whatever it leaves out, it comes in again: all of it, and no more."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from hrddesk.actions.interop import exports
from hrddesk.interop.columns import cells
from hrddesk.interop.kit import kit
from hrddesk.interop.kit.export import from_records
from hrddesk.interop.kit.import_plan import ImportPlan, to_records
from hrddesk.interop.kit.row_application import WholeLevel
from hrddesk.records.model.field_specs import FieldType
from hrddesk.records.model.kinds import BLOCKS, CUSTODY, LABELS, TEXTS, Kind
from hrddesk.records.model.record import Element, Record, RecordId, Value, canonical_json
from hrddesk.records.terms.roles import VICTIM
from hrddesk.system.jobs import silent
from tests import campaigns
from tests.unit.interop.conftest import Desk
from tests.unit.interop.drawn_records import KINDS, world

_MENTION = re.compile(r"(?<!\w)@([\w-]*\w)")
_MENTIONING = ("body", "caption")
MADE_ANEW = ("ref",)
"""Each vault gives its own."""
BY_IMPORTS = ("keys",)


def _import(desk: Desk, folder: Path) -> ImportPlan:
    rows = kit.read_kit(folder, silent())
    return to_records(rows, desk, source=rows.source, level=WholeLevel(), job=silent())


def _desk(records: Mapping[Kind, Sequence[Record]]) -> Desk:
    desk = Desk()
    desk.records = {record.id: record for found in records.values() for record in found}
    desk.words = desk.words.with_records(desk.records.values())
    return desk


def goes(record: Record, there: Mapping[RecordId, str]) -> bool:
    """Tell whether a kit has a row for it: a relation without a side, a citation of nothing, say nothing."""
    sides = {Kind.RELATION: ("subject", "object"), Kind.CITATION: ("record", "source")}
    return all(record.text(name) in there for name in sides.get(record.kind, ()))


def said(record: Record, there: Mapping[RecordId, str]) -> dict[str, object]:
    """Return all that a record says, with names for the records that it refers to, if they are there."""
    fields = {name: _named(value, there) for name, value in record.fields.items() if name not in MADE_ANEW}
    refers = {
        item.name: [part.name for part in item.fields if part.type is FieldType.RECORD]
        for item in record.spec.lists
    }
    lists = {
        name: [
            _element({k: v for k, v in element.items() if k not in refers[name] or v in there}, there)
            for element in record.values(name)
            if name == BLOCKS or all(element.get(part) in (None, *there) for part in refers[name])
        ]
        for name in record.lists
        if name not in BY_IMPORTS
    }
    if record.kind is Kind.EVENT:  # whom it happened to stands in a column of its own
        people = lists.get("parties", [])
        first = next((item for item in people if item.get("role") == VICTIM), None)
        lists["parties"] = [item for item in people if item is first]
        lists["parties"] += [item for item in people if item is not first]
    for name, words in (
        ("terms", cells.words_of),
        ("charges", cells.words_of),
        ("penalties", cells.words_of_penalty),
    ):
        # A code or a number that was chosen in a form comes back as the words for it.
        if name in lists:
            lists[name] = [{**item, "raw": words(item)} for item in lists[name]]
    for name in (TEXTS, BLOCKS):  # these keep which one they are
        ids = [element_id for element_id, _ in record.elements(name)]
        lists[name] = [{**item, "id": at} for item, at in zip(lists.get(name, []), ids, strict=True)]
    if CUSTODY in lists:  # a log is in order by its times
        lists[CUSTODY].sort(key=canonical_json)
    levels = {str(field): level["level"] for field, level in record.elements("visibility")}
    lists |= {LABELS: [dict(record.labels)], "visibility": [levels]}
    dangling = {
        item.name
        for item in record.spec.fields
        if item.type is FieldType.RECORD and record.text(item.name) not in there
    }
    return {k: v for k, v in fields.items() if k not in dangling} | {k: v for k, v in lists.items() if v}


def naming_ids(records: Mapping[Kind, Sequence[Record]]) -> dict[Kind, list[Record]]:
    """Return the records with reports that mention each by its id, however they mention it."""
    desk = _desk(records)

    def by_id(match: re.Match[str]) -> str:
        return f"@{desk.leads_to(match[1]) or match[1]}"

    def mentioning(block: Element) -> Element:
        return {
            **block,
            **{name: _MENTION.sub(by_id, str(block[name])) for name in _MENTIONING if name in block},
        }

    made = {kind: list(found) for kind, found in records.items()}
    for place, report in enumerate(made[Kind.REPORT]):
        blocks = [{**mentioning(block), "id": key} for key, block in report.elements(BLOCKS)]
        made[Kind.REPORT][place] = report.with_elements(BLOCKS, blocks)
    return made


def _differ(left: Mapping[str, object], came: Mapping[str, object]) -> dict[str, object]:
    names = {*left, *came}
    return {name: (left.get(name), came.get(name)) for name in names if left.get(name) != came.get(name)}


def _element(element: Element, there: Mapping[RecordId, str]) -> dict[str, Value]:
    return {name: _named(value, there) for name, value in element.items() if name != "pos"}


def _named(value: Value, there: Mapping[RecordId, str]) -> Value:
    if not isinstance(value, str):
        return value
    return there.get(RecordId(value)) or _MENTION.sub(
        lambda match: "@" + there.get(RecordId(match[1]), match[1]), value
    )


@pytest.mark.parametrize("at", range(12))
def test_all_that_was_exported_comes_in_again(at: int, tmp_path: Path) -> None:
    chance = campaigns.chance(f"kit {at}")
    drawn = world(chance)
    lost = chance.sample(KINDS, chance.randint(0, 2))  # as of a damaged vault
    records = {kind: [] if kind in lost else found for kind, found in drawn.items()}
    form = chance.choice(exports.FORMATS)
    for name, content in exports.file_contents(
        from_records(records, leads_to=_desk(drawn).leads_to), form
    ).items():
        (tmp_path / name).write_bytes(content)
    # Into the vault that it came from it changes nothing.
    ours, theirs = _desk(drawn), Desk()
    again = ours.take(_import(ours, tmp_path))
    assert _changes(again) == []
    # Into an empty one it brings all of it.
    theirs.take(_import(theirs, tmp_path))
    names = names_of(records)
    going = naming_ids({kind: [r for r in found if goes(r, names)] for kind, found in records.items()})
    there = naming_ids({kind: theirs.all(kind) for kind in KINDS})
    back = names_of(there)
    for kind in KINDS:
        left = [said(record, names_of(going)) for record in going[kind]]
        came = [said(record, back) for record in there[kind]]
        assert len(left) == len(came), kind
        assert [_differ(*both) for both in zip(left, came, strict=True)] == [{}] * len(left), kind
    third = theirs.take(_import(theirs, tmp_path))
    assert _changes(third) == []


def names_of(records: Mapping[Kind, Sequence[Record]]) -> dict[RecordId, str]:
    return {record.id: f"{kind} {at}" for kind, found in records.items() for at, record in enumerate(found)}


def _changes(plan: ImportPlan) -> list[object]:
    return [
        (name, part.get(name), now.get(name))
        for item in plan.planned
        if item.is_changed
        for part, now in zip(
            *(({**r.fields, **r.lists} if r else {},) for r in (item.before, item.record)), strict=True
        )
        for name in now
        if part.get(name) != now.get(name)
    ]
