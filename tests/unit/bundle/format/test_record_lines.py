"""The lines of records: what goes out comes back, and nothing else comes in."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.bundle.format import canonical, record_lines
from hrddesk.errors import BundleMalformed, BundleRecordUnknown
from hrddesk.records.model.field_specs import FieldSpec, FieldType
from hrddesk.records.model.kinds import AT_HOME, LANGUAGES, SPECS, TRAVELLING, Kind
from hrddesk.records.model.record import Element, ElementId, Record, RecordId, Value
from hrddesk.records.model.versions import WHOLE, Dot, Version, parts
from hrddesk.records.names import shipped_places
from hrddesk.records.texts.texts import families, in_languages, texts_of
from hrddesk.store.database.history import state_of
from tests.unit.actions.every_field import one_of_each
from tests.unit.bundle.forge import a_case, a_version, plain_json, record_line

A, B, C = "a" * 32, "b" * 32, "c" * 32
ID = RecordId("0" * 32)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=20)
ids = st.text("0123456789abcdef", min_size=32, max_size=32)


def _value(field: FieldSpec) -> st.SearchStrategy[Value]:
    if field.name in LANGUAGES:
        return st.sampled_from(["en", "zh-Hant", "es-419"])
    if field.type is FieldType.NUMBER:
        return st.integers(*field.bounds)
    if field.type is FieldType.FLAG:
        return st.booleans()
    if field.type is FieldType.POINT:
        return st.sampled_from(["41.7,82.9;u=500", "-33,151"])
    return ids if field.type is FieldType.RECORD else texts


@st.composite
def records(draw: st.DrawFn) -> Record:
    spec = SPECS[draw(st.sampled_from(TRAVELLING))]
    chosen = draw(st.lists(st.sampled_from(spec.fields), unique=True))
    fields = {field.name: draw(_value(field)) for field in chosen}
    lists: dict[str, dict[ElementId, dict[str, Value]]] = {}
    for item in draw(st.lists(st.sampled_from(spec.lists), max_size=2)):
        element: dict[str, Value] = {"pos": draw(st.integers(0, 9))}
        if item.name == "visibility":
            element["level"] = draw(st.sampled_from(["public", "restricted", "secret"]))
        else:
            element |= {field.name: draw(_value(field)) for field in item.fields}
        lists.setdefault(item.name, {})[ElementId(draw(ids))] = element
    return Record(kind=spec.kind, id=RecordId(draw(ids)), fields=fields, lists=lists)


def _dot(pairs: set[tuple[str, int]]) -> Dot:
    *others, last = [Dot(*pair) for pair in sorted(pairs)]
    return Dot(last.line, last.counter, tuple(others))


@given(st.data())
def test_what_goes_out_comes_back(data: st.DataObject) -> None:
    record = data.draw(records())
    context = {line: data.draw(st.integers(3, 2**63 - 1)) for line in (A, B, C)}
    pairs = st.sets(st.tuples(st.sampled_from([A, B, C]), st.integers(1, 3)), min_size=1, max_size=3)
    names = [WHOLE, *parts(record), "keys/" + "e" * 32]  # the last is a tombstone
    version = Version(context, {part: _dot(data.draw(pairs)) for part in names})
    line = record_lines.encode_record(record, version)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert record_lines.decode_record(line[:-1]) == (record, version)
    apart = record_lines.taken_apart(line[:-1].decode("utf-8"))
    assert apart.record == record
    assert apart.state == state_of(record, version)
    assert Version.from_json(json.loads(apart.state)) == version


@pytest.mark.parametrize(
    "title", ["x", '","kind":"forward","lists":{', '"}],"deleted":true,"dots":{"*":[0,7]']
)
def test_by_which_change_a_record_was_made(title: str) -> None:
    record = Record(kind=Kind.CASE, id=ID, fields={"title": title})
    for whole, made in (
        (Dot(A, 2), Dot(A, 2)),
        (Dot(B, 12), Dot(B, 12)),
        (Dot(B, 3, (Dot(A, 1),)), Dot(B, 3)),
        (Dot(A, 2, (Dot(A, 1),)), Dot(A, 2)),
    ):
        version = Version({A: 2, B: 12}, {WHOLE: whole, "title": Dot(A, 1)})
        line = record_lines.encode_record(record, version)[:-1].decode("utf-8")
        assert record_lines.made_by(line, C) == made
        assert record_lines.made_by(line, A) is None
        assert record_lines.made_by(line, B) is None
    gone = Version({A: 2}, {WHOLE: Dot(A, 2)}, True)
    assert record_lines.made_by(record_lines.encode_record(record, gone)[:-1].decode("utf-8"), C) is None
    merge = Record(kind=Kind.FORWARD, id=ID, fields={"merged": A, "kept": B})
    assert (
        record_lines.made_by(record_lines.encode_record(merge, a_version(merge))[:-1].decode("utf-8"), C)
        is None
    )


def test_a_deleted_record_goes_out_empty() -> None:
    record = a_case()
    gone = Version({A: 2, B: 1}, {WHOLE: Dot(A, 2), "title": Dot(B, 1)}, True)
    line = record_lines.encode_record(record, gone)
    assert b"a case" not in line
    empty, version = record_lines.decode_record(line[:-1])
    assert empty == Record(kind=Kind.CASE, id=record.id)
    assert version == Version({A: 2, B: 1}, {WHOLE: Dot(A, 2), "title": Dot(A, 2)}, True)


TRAVELLERS = [record for record in one_of_each().values() if record.spec.travels]


@pytest.mark.parametrize("record", [a_case(), *TRAVELLERS], ids=lambda record: record.kind.value)
def test_the_forge_and_the_writer_agree(record: Record) -> None:
    assert record_line(record) == record_lines.encode_record(record, a_version(record))


@pytest.mark.parametrize("kind", AT_HOME)
def test_what_never_travels_is_neither_written_nor_read(kind: Kind) -> None:
    record = one_of_each()[kind]
    with pytest.raises(ValueError, match="never leaves"):
        record_lines.encode_record(record, a_version(record))
    with pytest.raises(BundleMalformed):
        record_lines.decode_record(record_line(record)[:-1])


GOOD = json.loads(record_line(Record(kind=Kind.CASE, id=ID, fields={"title": "x"}), A, 5))


@pytest.mark.parametrize(
    "change",
    [
        {"more": 1},
        {"record": None},
        {"record": {}},
        {"record": GOOD["record"] | {"id": "../../x"}},
        {"record": GOOD["record"] | {"fields": {"title": 1}}},
        {"record": GOOD["record"] | {"fields": {"title": ""}}},
        {"record": GOOD["record"] | {"fields": {"title": None}}},
        {"record": GOOD["record"] | {"fields": {"title": "a\0b"}}},
        {"record": GOOD["record"] | {"lists": {"tags": {"e": {"text": "x"}}}}},
        {"record": GOOD["record"] | {"lists": {"tags": {"E!": {"text": "x", "pos": 0}}}}},
        {"record": GOOD["record"] | {"lists": {"visibility": {"title": {"level": "open", "pos": 0}}}}},
        {"record": GOOD["record"] | {"lists": {"tags": {"e": {"text": "x", "pos": 0}}}}},
        {"context": []},
        {"context": {}},
        {"context": {A: 0}},
        {"context": {A: 4}},
        {"context": {A: True}},
        {"context": {A: 2**63}},
        {"context": {"a": 5}},
        {"context": {A.upper(): 5}},
        {"context": {f"{n:032x}": 5 for n in range(10_001)}},
        {"deleted": 0},
        {"deleted": None},
        {"deleted": True},
        {"dots": []},
        {"dots": {}},
        {"dots": {"*": [0, 5]}},
        {"dots": {"title": [0, 5]}},
        {"dots": {"!": [0, 5], "*": [0, 5], "title": [0, 5]}},
        {"dots": {"*": [0, 5], "*/e": [0, 5], "title": [0, 5]}},
        {"record": GOOD["record"] | {"lists": {"tags": {}}}},
        {"record": GOOD["record"] | {"kind": 1}},
        {"dots": {"*": [0, 5], "title": [0, 5], "tags/E": [0, 5]}},
        {"dots": {"*": [0, 5], "title": [0, 5], "tags/": [0, 5]}},
        {"dots": {"*": [0, 5], "title": []}},
        {"dots": {"*": [0, 5], "title": [0]}},
        {"dots": {"*": [0, 5], "title": None}},
        {"dots": {"*": [0, 5], "title": [1, 5]}},
        {"dots": {"*": [0, 5], "title": [-1, 5]}},
        {"dots": {"*": [0, 5], "title": [0, 6]}},
        {"dots": {"*": [0, 5], "title": [0, 0]}},
        {"dots": {"*": [0, 5], "title": [0, "5"]}},
        {"dots": {"*": [0, 5], "title": [0, 5, 0, 5]}},
        {"dots": {"*": [0, 5], "title": [0, 5, 0, 4]}},
    ],
    ids=str,
)
def test_what_breaks_the_rules_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(BundleMalformed):
        record_lines.decode_record(plain_json(GOOD | change))


@pytest.mark.parametrize(
    ("kind", "fields", "lists"),
    [
        (Kind.CASE, {"text_language": "Spanish"}, {}),
        (Kind.EVENT, {"text_language": "zh-hans"}, {}),
        (Kind.SOURCE, {"language": "zh_Hant"}, {}),
        (Kind.EVIDENCE, {"language": "../en"}, {}),
        (Kind.CASE, {}, {"texts": {"e": {"body": "x", "language": "English", "pos": 0}}}),
        (Kind.TERM, {}, {"labels": {"en": {"text": "x", "pos": 0}}}),
    ],
)
def test_what_is_no_code_of_a_language_is_refused(
    kind: Kind, fields: dict[str, Value], lists: dict[str, dict[ElementId, dict[str, Value]]]
) -> None:
    with pytest.raises(BundleMalformed, match="language"):
        record_lines.decode_record(record_line(Record(kind=kind, id=ID, fields=fields, lists=lists))[:-1])


def test_a_language_that_this_desk_has_never_met_is_taken() -> None:
    record = Record(kind=Kind.SOURCE, id=ID, fields={"language": "qaa-Latn"})
    assert record_lines.decode_record(record_line(record)[:-1])[0] == record


@pytest.mark.parametrize("count", [1, 2, 300])
def test_texts_made_of_each_other_in_a_circle_come_to_an_end(count: int) -> None:
    elements: dict[ElementId, Element] = {
        ElementId(f"{at:032x}"): {"body": "x", "of": f"texts/{(at + 1) % count:032x}", "pos": at}
        for at in range(count)
    }
    record = Record(kind=Kind.CASE, id=ID, fields={"narrative": "x"}, lists={"texts": elements})
    arrived, _ = record_lines.decode_record(record_line(record)[:-1])
    found = texts_of(arrived)
    assert list(map(len, families(found))) == [1, count]
    assert in_languages(found, ("en",)) == ([found[0], found[1]], [])


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"record": GOOD["record"] | {"kind": "person"}}, "a kind of"),
        ({"record": GOOD["record"] | {"fields": {"name": "x"}}}, "a field of a"),
        ({"record": GOOD["record"] | {"lists": {"people": {}}}}, "a list of a"),
        ({"dots": {"*": [0, 5], "title": [0, 5], "other": [0, 5]}}, "a field of a"),
        ({"dots": {"*": [0, 5], "title": [0, 5], "others/e": [0, 5]}}, "a list of a"),
    ],
    ids=str,
)
def test_what_a_later_version_may_know_is_no_broken_rule(change: dict[str, object], what: str) -> None:
    with pytest.raises(BundleRecordUnknown, match=f"has {what} record that"):
        record_lines.decode_record(plain_json(GOOD | change))


@pytest.mark.parametrize(
    "change",
    [
        {"dots": {"*": [0, 5]}, "record": GOOD["record"]},
        {"dots": {"*": [0, 5], "title": [0, 4]}, "record": GOOD["record"] | {"fields": {}}},
        {"dots": {"*": [0, 5], "title": [0, 5]}},
    ],
    ids=str,
)
def test_a_deletion_with_content_or_other_dots_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(BundleMalformed):
        record_lines.decode_record(plain_json(GOOD | {"deleted": True} | change))


def test_a_tombstone_of_any_part_is_taken() -> None:
    changed = GOOD | {"dots": {"*": [0, 5], "title": [0, 5], "note": [0, 3], "tags/e": [0, 2]}}
    _, version = record_lines.decode_record(plain_json(changed))
    assert version.dots["note"] == Dot(A, 3)


def test_lines_are_split_wherever_chunks_end() -> None:
    whole = b"one\n\ntwo\n" + b"x" * 100 + b"\n"
    for size in (1, 2, 7, 1000):
        chunks = [whole[start : start + size] for start in range(0, len(whole), size)]
        assert list(record_lines.split(chunks)) == [b"one", b"", b"two", b"x" * 100]
    assert list(record_lines.split([])) == []


def test_batches_are_bounded_by_count_and_by_size() -> None:
    assert list(record_lines.batches([], 2)) == []
    assert list(record_lines.batches([b"a", b"b", b"c"], 2)) == [[b"a", b"b"], [b"c"]]
    large = b"x" * canonical.MAX_LINE
    assert [len(batch) for batch in record_lines.batches([b"a", large, large, b"b"], 9)] == [2, 1, 1]


def test_a_line_without_an_end_or_too_long_is_refused() -> None:
    with pytest.raises(BundleMalformed):
        list(record_lines.split([b"one\ntwo"]))
    with pytest.raises(BundleMalformed):
        list(record_lines.split([b"x" * 65536] * (canonical.MAX_LINE // 65536 + 1)))


@pytest.mark.parametrize("kind", [Kind.PLACE, Kind.EVENT])
def test_only_a_place_has_the_id_of_a_shipped_place(kind: Kind) -> None:
    record = Record(kind=kind, id=shipped_places.id_of("650000"))
    line = record_line(record)[:-1]
    if kind is Kind.PLACE:
        assert record_lines.decode_record(line)[0] == record
    else:
        with pytest.raises(BundleMalformed):
            record_lines.decode_record(line)
