"""Records are plain values: what they hold, what they refuse, what they are equal to."""

import json
from typing import Any

import pytest

from hrddesk.records.model.field_specs import MOST_COUNTED, Visibility
from hrddesk.records.model.kinds import SPECS, Kind
from hrddesk.records.model.record import Record, canonical_json, is_id, key_element_id, new_id
from hrddesk.records.model.versions import Dot, Version, parts

ID = "0123456789abcdef" * 2


def _json(**changes: Any) -> dict[str, Any]:
    return {"kind": "case", "id": ID, "fields": {}, "lists": {}} | changes


def test_ids_are_random_and_have_one_form() -> None:
    assert is_id(new_id())
    assert new_id() != new_id()
    for wrong in ("", "0" * 31, "0" * 33, "G" * 32, "A" * 32, ID + "\n"):
        assert not is_id(wrong)


def test_setting_and_clearing_fields() -> None:
    record = Record(kind=Kind.CASE, id=new_id()).with_fields(title="a", status="b")
    assert record.with_fields(title=None, status="").fields == {}
    assert record.text("title") == "a"
    assert record.text("narrative") == ""


def test_elements_keep_their_order_and_their_ids() -> None:
    record = Record(kind=Kind.CASE, id=new_id()).with_elements(
        "tags", [{"text": "b"}, {"text": "a"}, {"text": "b"}]
    )
    assert [value["text"] for value in record.values("tags")] == ["b", "a", "b"]
    again = record.with_elements("tags", [{"text": "b"}, {"text": "c"}, {"text": "b"}])
    before, after = record.elements("tags"), again.elements("tags")
    assert {before[0][0], before[2][0]} == {after[0][0], after[2][0]}
    assert after[1][0] not in dict(before)
    assert record.with_elements("tags", []).lists == {}


@pytest.mark.parametrize("turn", [1, -1])
def test_what_an_element_said_before_it_was_changed_may_be_said_by_a_new_one(turn: int) -> None:
    record = Record(kind=Kind.CASE, id=new_id()).with_elements("tags", [{"text": "a"}])
    element = record.elements("tags")[0][0]
    made = record.with_elements("tags", [{"id": element, "text": "b"}, {"text": "a"}][::turn])
    assert [value["text"] for value in made.values("tags")] == ["b", "a"][::turn]
    assert made.lists["tags"][element]["text"] == "b"


def test_an_element_behind_the_last_number_can_be_stored_and_sent() -> None:
    lists = {"tags": {"x": {"pos": MOST_COUNTED, "text": "a"}}}
    record = Record.from_json(_json(lists=lists)).with_elements("tags", [{"text": "a"}, {"text": "b"}])
    assert [value["text"] for value in Record.from_json(record.to_json()).values("tags")] == ["a", "b"]


def test_import_keys_have_the_same_id_on_every_desk() -> None:
    key = {"source": "s", "file": "f", "key": "k"}
    made = [
        Record(kind=Kind.CASE, id=new_id()).with_elements("keys", [key]).elements("keys")[0][0]
        for _ in range(2)
    ]
    assert made[0] == made[1] == key_element_id("s", "f", "k")
    assert key_element_id("a", "bc", "d") != key_element_id("ab", "c", "d")


def test_visibility_goes_from_field_to_record_to_default() -> None:
    record = Record(kind=Kind.PARTY, id=new_id())
    assert record.visibility("sex") is Visibility.RESTRICTED
    assert record.visibility("note") is Visibility.SECRET
    assert record.visibility("names") is Visibility.RESTRICTED
    public = record.with_visibility(Visibility.PUBLIC)
    assert public.visibility("sex") is Visibility.PUBLIC
    assert public.visibility("note") is Visibility.SECRET  # free text is released by itself or not at all
    assert public.with_visibility(Visibility.PUBLIC, "note").visibility("note") is Visibility.PUBLIC
    assert public.with_visibility(Visibility.SECRET, "sex").visibility("sex") is Visibility.SECRET
    assert (
        Record(kind=Kind.EVIDENCE, id=new_id()).with_visibility(Visibility.PUBLIC).visibility("sha256")
        is Visibility.SECRET
    )


def test_json_comes_back() -> None:
    record = (
        Record(kind=Kind.PARTY, id=new_id())
        .with_fields(size_min=3)
        .with_elements("names", [{"name": "胡岚", "script": "Hans"}])
        .with_visibility(Visibility.PUBLIC)
    )
    assert Record.from_json(record.to_json()) == record
    assert record.canonical() == canonical_json(record.to_json())
    assert b" " not in record.canonical()


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        [],
        {},
        _json(extra=1),
        _json(kind="nonsense"),
        _json(kind=["case"]),
        _json(id="short"),
        _json(id=3),
        _json(fields=[]),
        _json(fields={"nonsense": "x"}),
        _json(fields={"title": ""}),
        _json(fields={"title": 3}),
        _json(fields={"title": None}),
        _json(fields={"title": "a\0b"}),
        _json(fields={"title": "\ud800"}),
        _json(kind="event", fields={"case": "not an id"}),
        _json(kind="party", fields={"size_min": "3"}),
        _json(kind="party", fields={"size_min": True}),
        _json(kind="party", fields={"size_min": 2**63}),
        _json(kind="party", fields={"size_min": 1.5}),
        _json(kind="term", fields={"retired": 1}),
        _json(lists=[]),
        _json(lists={"nonsense": {ID: {"pos": 0}}}),
        _json(lists={"tags": {}}),
        _json(lists={"tags": []}),
        _json(lists={"tags": {"../x": {"pos": 0}}}),
        _json(lists={"tags": {ID: {"text": "x"}}}),
        _json(lists={"tags": {ID: {"pos": "0"}}}),
        _json(lists={"tags": {ID: {"pos": 0, "nonsense": "x"}}}),
        _json(lists={"tags": {ID: []}}),
        _json(lists={"visibility": {"record": {"pos": 0, "level": "open"}}}),
        _json(lists={"visibility": {"record": {"pos": 0}}}),
    ],
)
def test_whatever_kinds_does_not_name_is_refused(wrong: object) -> None:
    with pytest.raises(ValueError, match=r"^[a-z0-9 ,]+$"):  # and no word of the content is quoted
        Record.from_json(wrong)


def test_parts_are_fields_and_single_elements() -> None:
    record = Record(kind=Kind.CASE, id=new_id()).with_fields(title="a").with_elements("tags", [{"text": "b"}])
    element = record.elements("tags")[0][0]
    assert parts(record) == {"title": "a", f"tags/{element}": {"text": "b", "pos": 0}}


def test_a_version_knows_what_it_has_seen() -> None:
    version = Version({"a": 3})
    assert version.has_seen(Dot("a", 3))
    assert not version.has_seen(Dot("a", 4))
    assert not version.has_seen(Dot("b", 1))


def test_a_version_comes_back_with_all_dots_that_were_folded() -> None:
    folded = Dot("c", 3, (Dot("a", 1), Dot("b", 2)))
    version = Version({"c": 3, "a": 1, "b": 2}, {"*": Dot("b", 2), "title": folded}, True)
    said = version.to_json()
    assert said["dots"] == {"*": [1, 2], "title": [0, 1, 1, 2, 2, 3]}
    assert Version.from_json(json.loads(json.dumps(said)) | {"record": None}) == version
    assert Version.from_json(Version().to_json()) == Version()


def test_every_kind_is_described_once() -> None:
    assert set(SPECS) == set(Kind)
    for spec in SPECS.values():
        names = [field.name for field in spec.fields] + [item.name for item in spec.lists]
        assert len(set(names)) == len(names)
        assert spec.field("nonsense") is None
        assert spec.list("nonsense") is None


def test_two_answers_to_one_question_are_one_element_and_secret_by_default() -> None:
    first = Record(kind=Kind.PARTY, id=new_id()).with_elements("values", [{"field": "x_a", "answer": "here"}])
    second = first.with_elements("values", [{"field": "x_a", "answer": "there"}])
    assert set(first.lists["values"]) == set(second.lists["values"])
    assert first.visibility("values") is Visibility.SECRET
    assert first.with_visibility(Visibility.PUBLIC).visibility("values") is Visibility.SECRET
    assert first.with_visibility(Visibility.PUBLIC, "values").visibility("values") is Visibility.PUBLIC


def test_the_label_of_a_language_is_the_same_element_on_every_desk() -> None:
    first, second = (Record(kind=Kind.TERM, id=new_id()).with_labels({"zh-Hant": text}) for text in "監獄")
    assert set(first.lists["labels"]) == set(second.lists["labels"]) == {"zh_hant"}
    assert second.with_labels({"en": "Prison"}).labels == {"zh-Hant": "獄", "en": "Prison"}
    assert second.with_labels({"zh-Hant": ""}).lists == {}


@pytest.mark.parametrize("language", ["english", "", None, 7])
def test_a_label_in_no_language_is_refused(language: object) -> None:
    body = Record(kind=Kind.TERM, id=new_id()).with_labels({"en": "Prison"}).to_json()
    body["lists"]["labels"]["en"]["language"] = language
    with pytest.raises(ValueError, match=r"language|wrong type"):
        Record.from_json(body)
