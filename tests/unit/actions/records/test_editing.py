"""A form sets what it names, keeps codes for known words, and refuses what cannot be."""

import pytest

from hrddesk.actions.records.editing import Fields, Lists, edited
from hrddesk.errors import InvalidDate, InvalidValue
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, Value, new_id
from hrddesk.records.terms.words import SHIPPED


def _event(**fields: Value) -> Record:
    return Record(kind=Kind.EVENT, id=new_id()).with_fields(**fields)


def test_what_is_not_named_stays() -> None:
    before = _event(type="detained", date="2020").with_elements("terms", [{"raw": "tiger_chair"}])
    after = edited(before, {"date": "2020-02"}, {}, SHIPPED)
    assert after.fields == {"type": "detained", "date": "2020-02"}
    assert after.lists == before.lists
    assert edited(after, {"date": None}, {"terms": []}, SHIPPED).fields == {"type": "detained"}
    assert edited(after, {"date": ""}, {"terms": []}, SHIPPED).lists == {}


def test_known_words_become_codes_and_unknown_ones_stay() -> None:
    event = edited(
        _event(),
        {"type": "刑事拘留之类的", "measure": "residential surveillance at a designated location"},
        {"charges": [{"raw": "寻衅滋事"}, {"raw": "an unheard-of charge"}, {"stage": "indicted"}]},
        SHIPPED,
    )
    assert event.text("type") == "刑事拘留之类的"
    assert event.text("measure") == "rsdl"
    first, second, third = event.values("charges")
    assert first["raw"] == "寻衅滋事"
    assert first["term"]
    assert "term" not in second
    assert third == {"stage": "indicted", "pos": 2}


def test_a_term_that_was_chosen_is_not_guessed_again() -> None:
    event = edited(
        _event(),
        {},
        {"charges": [{"raw": "寻衅滋事", "term": "chosen"}], "terms": [{"raw": "tiger_chair"}]},
        SHIPPED,
    )
    assert event.values("charges")[0]["term"] == "chosen"
    assert event.values("terms")[0]["term"] == "tiger_chair"


@pytest.mark.parametrize("date", ["1954-02-29", "2020-13"])
def test_a_date_that_does_not_exist_is_refused(date: str) -> None:
    with pytest.raises(InvalidDate):
        edited(_event(), {"date": date}, {}, SHIPPED)
    with pytest.raises(InvalidDate):
        edited(Record(kind=Kind.PARTY, id=new_id()), {}, {"terms": [{"raw": "x", "since": date}]}, SHIPPED)


def test_words_for_a_date_that_nobody_can_place_are_kept() -> None:
    words = "a week after the arrest"
    assert edited(_event(), {"date": words}, {}, SHIPPED).text("date") == words
    party = edited(
        Record(kind=Kind.PARTY, id=new_id()), {}, {"terms": [{"raw": "x", "since": words}]}, SHIPPED
    )
    assert party.values("terms")[0]["since"] == words


@pytest.mark.parametrize(
    ("kind", "fields", "lists"),
    [
        (Kind.EVENT, {"nonsense": "x"}, {}),
        (Kind.EVENT, {}, {"nonsense": [{}]}),
        (Kind.EVENT, {}, {"charges": [{"nonsense": "x"}]}),
        (Kind.EVENT, {"type": 3}, {}),
        (Kind.EVENT, {"type": "a\0b"}, {}),
        (Kind.PARTY, {"size_min": "three"}, {}),
        (Kind.PARTY, {"size_min": True}, {}),
        (Kind.PARTY, {"size_min": 2**63}, {}),
        (Kind.TERM, {"retired": "yes"}, {}),
    ],
)
def test_what_a_field_cannot_hold_is_refused(
    kind: Kind, fields: dict[str, Value], lists: dict[str, list[dict[str, Value]]]
) -> None:
    with pytest.raises(InvalidValue):
        edited(Record(kind=kind, id=new_id()), fields, lists, SHIPPED)


def test_numbers_and_flags_are_taken() -> None:
    assert edited(Record(kind=Kind.TERM, id=new_id()), {"retired": True}, {}, SHIPPED).fields == {
        "retired": True
    }
    assert edited(Record(kind=Kind.PARTY, id=new_id()), {"size_min": 12}, {}, SHIPPED).fields == {
        "size_min": 12
    }


def test_terms_of_events_get_the_codes_that_an_import_gives_them() -> None:
    event = edited(
        _event(), {}, {"terms": [{"raw": "platform:微信"}, {"raw": "病危"}, {"raw": "老虎凳"}]}, SHIPPED
    )
    assert [item.get("term") for item in event.values("terms")] == [
        "platform:wechat",
        "health_critical",
        "tiger_chair",
    ]


def test_a_form_may_say_who_may_learn_of_the_record() -> None:
    event = edited(_event(type="detained"), {"visibility": "public"}, {}, SHIPPED)
    assert event.visibility("type") is Visibility.PUBLIC
    assert edited(event, {"visibility": None}, {}, SHIPPED) == event


@pytest.mark.parametrize(
    ("kind", "fields", "lists"),
    [
        (Kind.CASE, {"country": "XX"}, {}),
        (Kind.EVENT, {"country": "XX"}, {}),
        (Kind.PARTY, {"kind": "alien"}, {}),
        (Kind.EVIDENCE, {}, {"about": [{"record": "1" * 32, "how": "sings of"}]}),
        (Kind.EVIDENCE, {}, {"proofs": [{"sha256": "zz"}]}),
    ],
)
def test_a_word_by_which_the_program_decides_is_one_that_it_knows(
    kind: Kind, fields: Fields, lists: Lists
) -> None:
    record = Record(kind=kind, id=new_id())
    with pytest.raises(InvalidValue):
        edited(record, fields, lists, SHIPPED)
    stored = record.with_fields(**fields)
    edited(stored, {**fields, "note": "more"}, {}, SHIPPED)  # another desk may know it
