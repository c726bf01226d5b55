"""No field takes more than it is for: texts of megabytes and numbers beyond counting stop much else."""

from collections.abc import Callable

import pytest

from hrddesk.bundle.format import record_lines
from hrddesk.errors import BundleMalformed, InvalidValue
from hrddesk.interop.columns import cells
from hrddesk.records.model.field_specs import FieldSpec, FieldType, ListSpec
from hrddesk.records.model.kinds import LABELS, LANGUAGES, SPECS, Kind
from hrddesk.records.model.record import BeyondLimit, Element, Record, RecordId, Value, new_id
from hrddesk.records.model.versions import Dot, Version
from hrddesk.store.records.change import Change
from hrddesk.store.vault.session import Session
from tests.unit.bundle.forge import record_line

_TEXTS = (FieldType.TEXT, FieldType.LONG, FieldType.DATE)


def _places(*types: FieldType) -> list[tuple[Kind, ListSpec | None, FieldSpec]]:
    """Every field of every kind, and of every element of its lists, that holds one of these."""
    made: list[tuple[Kind, ListSpec | None, FieldSpec]] = []
    for spec in SPECS.values():
        made += [(spec.kind, None, field) for field in spec.fields]
        made += [(spec.kind, item, field) for item in spec.lists for field in item.fields]
    return [place for place in made if place[2].type in types and place[2].name not in {"level", *LANGUAGES}]


def _holding(kind: Kind, item: ListSpec | None, field: FieldSpec, value: Value) -> Record:
    record = Record(kind=kind, id=new_id())
    if item is None:
        return Record(kind=kind, id=record.id, fields={field.name: value})
    element: Element = {"language": "en", field.name: value} if item.name == LABELS else {field.name: value}
    return record.with_elements(item.name, [element])


@pytest.mark.parametrize("place", _places(*_TEXTS), ids=str)
def test_every_text_has_a_longest(place: tuple[Kind, ListSpec | None, FieldSpec]) -> None:
    field = place[2]
    whole = _holding(*place, "x" * field.longest)
    assert Record.from_json(whole.to_json()) == whole
    with pytest.raises(BeyondLimit) as caught:
        Record.from_json(_holding(*place, "x" * (field.longest + 1)).to_json())
    assert caught.value.field == field.name
    assert str(field.longest) in caught.value.why


@pytest.mark.parametrize("place", _places(FieldType.NUMBER), ids=str)
@pytest.mark.parametrize("far", [2**31, 2**63 - 1, -1, -(2**31) - 1, -(2**63)])
def test_every_number_has_bounds(place: tuple[Kind, ListSpec | None, FieldSpec], far: int) -> None:
    lowest, highest = place[2].bounds
    for fits in (lowest, highest):
        whole = _holding(*place, fits)
        assert Record.from_json(whole.to_json()) == whole
    if not lowest <= far <= highest:
        with pytest.raises(BeyondLimit) as caught:
            Record.from_json(_holding(*place, far).to_json())
        assert caught.value.field == place[2].name
        assert str(highest) in caught.value.why


@pytest.mark.parametrize("far", [-1, 2**31, 2**63])
def test_a_place_in_a_list_has_bounds(far: int) -> None:
    record = Record(kind=Kind.CASE, id=new_id()).with_elements("tags", [{"text": "a tag"}])
    body = record.to_json()
    next(iter(body["lists"]["tags"].values()))["pos"] = far
    with pytest.raises(BeyondLimit):
        Record.from_json(body)


@pytest.mark.parametrize(
    ("kind", "name", "longest"),
    [
        (Kind.CASE, "ref", 64),
        (Kind.CASE, "title", 1_000),
        (Kind.FIGURE, "name", 500),
    ],
)
def test_the_limits_of_what_is_read_most(kind: Kind, name: str, longest: int) -> None:
    field = SPECS[kind].field(name)
    assert field is not None
    assert field.longest == longest


def test_no_sentence_is_longer_than_a_century() -> None:
    penalties = SPECS[Kind.EVENT].list("penalties")
    assert penalties is not None
    assert penalties.by_name["months"].bounds == (0, 1_200)


@pytest.mark.parametrize(
    "put",
    [
        lambda change, record: change.put(record),
        lambda change, record: change.put_version(record, Version({"a": 1}, {"title": Dot("a", 1)})),
    ],
    ids=["form", "merge"],
)
def test_what_a_form_or_a_merge_holds_is_refused_with_field_and_limit(
    session: Session, put: Callable[[Change, Record], None]
) -> None:
    """So no state of the history is beyond a limit either: all of them come from here, or from a bundle."""
    record = Record(kind=Kind.CASE, id=RecordId("1" * 32)).with_fields(title="x" * 1_001)
    with pytest.raises(InvalidValue) as caught, session.store.change("test") as change:
        put(change, record)
    assert str(caught.value).startswith("title: ")
    assert "1000 characters at most" in str(caught.value)
    assert session.store.find(RecordId("1" * 32)) is None


def test_a_bundle_is_refused_with_field_and_limit() -> None:
    record = Record(kind=Kind.PARTY, id=new_id()).with_elements(
        "names", [{"name": "x" * 501, "kind": "main"}]
    )
    with pytest.raises(BundleMalformed) as caught:
        record_lines.decode_record(record_line(record)[:-1])
    assert "name is beyond its limit: 500 characters at most" in str(caught.value)
    sentence = Record(kind=Kind.EVENT, id=new_id()).with_elements("penalties", [{"months": 2**31}])
    with pytest.raises(BundleMalformed) as caught:
        record_lines.decode_record(record_line(sentence)[:-1])
    assert "months is beyond its limit: a number within 0-1200" in str(caught.value)


@pytest.mark.parametrize(
    "item", ["fixed:1201months", "fixed:101 years", "fine:1000000000000001CNY", "fine:2000000001 books"]
)
def test_a_penalty_beyond_the_bounds_is_kept_as_its_words(item: str) -> None:
    element, complete = cells.penalty_of(item)
    assert not complete
    assert element["raw"] == item
    assert not {"months", "amount", "quantity"} & element.keys()


@pytest.mark.parametrize("cell", ["2000000001", "at least 999999999999", "up to 2000000001", "1-2000000001"])
def test_a_size_beyond_the_bounds_is_not_understood(cell: str) -> None:
    assert cells.size_of(cell) is None
