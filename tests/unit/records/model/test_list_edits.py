"""What a person changed in a list stays apart from what others changed in it meanwhile."""

from collections.abc import Mapping
from dataclasses import replace
from unittest.mock import ANY

import pytest

from hrddesk.records.model.field_specs import FieldType, ListSpec
from hrddesk.records.model.kinds import CASES, LABELS, SPECS, Kind
from hrddesk.records.model.list_edits import ListEdit
from hrddesk.records.model.record import Element, ElementId, Record, Value, bare, new_id

_LISTS = [
    pytest.param(kind, item, id=f"{kind}.{item.name}")
    for kind, spec in SPECS.items()
    for item in spec.lists
    if item.name != "visibility"  # its elements are set one by one
]

_BY_KEY = ("keys", "values", CASES, LABELS)
"""Lists whose elements are named by what they say: another key is another element."""


def made_up(item: ListSpec, number: int) -> dict[str, Value]:
    """Return an entry of a list that no other number gives."""
    values: Mapping[FieldType, Value] = {
        FieldType.NUMBER: number,
        FieldType.FLAG: True,
        FieldType.DATE: f"20{number:02}",
        FieldType.RECORD: f"{number:032x}",
    }
    return {field.name: values.get(field.type, f"word {number}") for field in item.fields}


def _with(record: Record, name: str, **elements: Element) -> Record:
    made = {ElementId(key): item for key, item in elements.items()}
    return replace(record, lists={**record.lists, name: {**record.lists.get(name, {}), **made}})


@pytest.fixture
def base(kind: Kind, item: ListSpec) -> Record:
    """A record with four entries, as it stood when a form was opened."""
    return Record(kind=kind, id=new_id()).with_elements(
        item.name, [made_up(item, number) for number in range(4)]
    )


def _entries(record: Record, name: str) -> list[dict[str, Value]]:
    return [{**bare(entry), "id": key} for key, entry in record.elements(name)]


def _element(record: Record, name: str, entry: Element) -> ElementId:
    return next(key for key, each in record.elements(name) if bare(each) == entry)


def _saved(now: Record, base: Record, name: str, entries: list[dict[str, Value]]) -> Record:
    return now.with_elements(name, ListEdit(entries, base.lists[name]).applied(now, name))


@pytest.mark.parametrize(("kind", "item"), _LISTS)
def test_each_side_changes_its_own_entries(kind: Kind, item: ListSpec, base: Record) -> None:
    del kind
    name, (first, second, third, fourth) = item.name, [key for key, _ in base.elements(item.name)]
    places = [int(element["pos"] or 0) for element in base.values(name)]
    others = bare({**base.lists[name][second], **made_up(item, 7)})
    came = base.with_elements(name, [made_up(item, 9)]).elements(name)[0][0]
    now = _with(
        base,
        name,
        **{second: {**others, "pos": places[1]}, came: {**made_up(item, 9), "pos": places[-1] + 1}},
    )
    entries = _entries(base, name)
    own = {**made_up(item, 5), "id": third}
    mine = [entries[0], entries[1], own, made_up(item, 6)]  # the fourth is taken out, one is added
    saved = _saved(now, base, name, mine)
    assert saved.lists[name][first] == base.lists[name][first]
    assert saved.lists[name][second] == now.lists[name][second]
    assert _element(saved, name, made_up(item, 5)) == (third if name not in _BY_KEY else ANY)
    assert third not in saved.lists[name] or saved.lists[name][third]["pos"] == places[2]
    assert saved.lists[name][came] == now.lists[name][came]
    assert fourth not in saved.lists[name]
    assert [bare(entry) for entry in saved.values(name)][-1] == made_up(item, 6)
    assert len(saved.lists[name]) == 5


@pytest.mark.parametrize(("kind", "item"), _LISTS)
def test_what_both_changed_is_the_persons_and_what_others_took_out_stays_out(
    kind: Kind, item: ListSpec, base: Record
) -> None:
    del kind
    name, (first, second, third, _) = item.name, [key for key, _ in base.elements(item.name)]
    left = {key: entry for key, entry in base.lists[name].items() if key not in (first, third)}
    now = _with(
        replace(base, lists={**base.lists, name: left}), name, **{second: {**made_up(item, 7), "pos": 1}}
    )
    entries = _entries(base, name)
    mine = [entries[0], {**made_up(item, 5), "id": second}, {**made_up(item, 6), "id": third}, entries[3]]
    saved = _saved(now, base, name, mine)
    assert first not in saved.lists[name]
    assert _element(saved, name, made_up(item, 5)) == (second if name not in _BY_KEY else ANY)
    assert _element(saved, name, made_up(item, 6)) == (third if name not in _BY_KEY else ANY)
    assert len(saved.lists[name]) == 3


@pytest.mark.parametrize(("kind", "item"), _LISTS)
def test_entries_without_ids_are_known_by_what_they_say(kind: Kind, item: ListSpec, base: Record) -> None:
    del kind
    name = item.name
    came = base.with_elements(name, [made_up(item, 9)]).elements(name)[0][0]
    now = _with(base, name, **{came: {**made_up(item, 9), "pos": 4}})
    mine = [made_up(item, number) for number in (0, 2, 9)]  # 9 was added on both sides, 1 and 3 go
    saved = _saved(now, base, name, mine)
    kept = [key for place, (key, _) in enumerate(base.elements(name)) if place in (0, 2)]
    assert list(dict(saved.elements(name))) == [*kept, came]
    assert {key: saved.lists[name][key] for key in kept} == {key: base.lists[name][key] for key in kept}


@pytest.mark.parametrize(("kind", "item"), _LISTS)
def test_what_nobody_changed_stands_where_it_stood(kind: Kind, item: ListSpec, base: Record) -> None:
    del kind
    name = item.name
    entries = _entries(base, name)
    assert _saved(base, base, name, entries) == base
    saved = _saved(base, base, name, entries[1:])
    assert dict(saved.lists[name]) == {
        str(item["id"]): base.lists[name][ElementId(str(item["id"]))] for item in entries[1:]
    }
    turned = [bare(entry) for entry in _saved(base, base, name, entries[::-1]).values(name)]
    assert turned == [bare(entry) for entry in entries[::-1]]


@pytest.mark.parametrize(
    ("kind", "name", "before", "after"),
    [
        (Kind.CASE, "values", {"field": "own.a", "answer": "yes"}, {"field": "own.a", "answer": "no"}),
        (Kind.PLACE, LABELS, {"language": "ug", "text": "Kashgar"}, {"language": "ug", "text": "Qeshqer"}),
    ],
)
def test_another_value_under_the_same_key_is_the_same_element(
    kind: Kind, name: str, before: Element, after: Element
) -> None:
    record = Record(kind=kind, id=new_id()).with_elements(name, [before])
    (element_id, _), *_ = record.elements(name)
    saved = _saved(record, record, name, [{**after, "id": element_id}])
    assert dict(saved.lists[name]) == {element_id: {**after, "pos": 0}}


def test_a_case_in_the_place_of_another_is_an_element_of_its_own() -> None:
    first, second, third = new_id(), new_id(), new_id()
    record = Record(kind=Kind.EVIDENCE, id=new_id()).with_cases([first, second])
    (element_id, _), *_ = record.elements(CASES)
    changed = record.with_elements(CASES, [{"case": third, "id": element_id}])
    assert changed.with_cases([third, first]).cases == (third, first)


def test_an_element_that_was_led_to_another_case_keeps_its_id() -> None:
    record = Record(kind=Kind.EVIDENCE, id=new_id()).with_cases([new_id()])
    (element_id, _), *_ = record.elements(CASES)
    led = replace(record, lists={CASES: {element_id: {"case": new_id(), "pos": 0}}})
    assert _saved(led, led, CASES, _entries(led, CASES)) == led
