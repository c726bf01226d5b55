"""Every word that people wrote into a record is one that it is found by."""

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.store.queries.search_terms import name_text, named_by, word_text, words_of


def test_names_and_words_are_told_with_their_part() -> None:
    case = (
        Record(kind=Kind.CASE, id=new_id())
        .with_fields(title="柳巷", ref="AB2C-2026-0001", status="checked")
        .with_elements("tags", [{"text": "river"}])
        .with_elements("values", [{"field": "height", "answer": "tall"}, {"field": "none"}])
    )
    assert [item for item in named_by(case) if item[1]] == [("title", "柳巷"), ("ref", "AB2C-2026-0001")]
    assert list(words_of(case)) == [
        ("title", "柳巷"), ("status", "checked"), ("tags", "river"), ("values", "tall"),
    ]  # fmt: skip
    assert set(word_text(case).split("\n")) == {"liuxiang", "checked", "river", "tall"}
    assert set(name_text(case).split("\n")) == {"柳巷", "ab2c20260001"}


def test_words_of_every_kind() -> None:
    told = {
        Kind.PARTY: (
            Record(kind=Kind.PARTY, id=new_id())
            .with_fields(age="about forty")
            .with_elements("names", [{"name": "Hu Lan"}])
            .with_elements("terms", [{"raw": "ferrywoman", "vocabulary": "occupation"}]),
            {"aboutforty", "ferrywoman"},
        ),
        Kind.EVENT: (
            Record(kind=Kind.EVENT, id=new_id())
            .with_fields(place_text="安庆", type="detained")
            .with_elements("charges", [{"raw": "quarrels"}])
            .with_elements("terms", [{"raw": "hooded"}, {"term": "beating"}])
            .with_elements("penalties", [{"raw": "three years"}]),
            {"安慶", "anqing", "quarrels", "hooded", "threeyears"},
        ),
        Kind.PLACE: (
            Record(kind=Kind.PLACE, id=new_id())
            .with_labels({"en": "The mill", "zh-Hans": "磨坊"})
            .with_elements("aliases", [{"text": "Old mill"}]),
            {"mofang", "oldmill"},
        ),
        Kind.EVIDENCE: (
            Record(kind=Kind.EVIDENCE, id=new_id()).with_fields(
                original_name="mill.png", from_whom="a boatman", sha256="0a1b"
            ),
            {"aboatman", "0a1b"},
        ),
        Kind.CITATION: (Record(kind=Kind.CITATION, id=new_id()).with_fields(locator="p. 7"), {"p7"}),
    }
    for kind, (record, words) in told.items():
        assert set(word_text(record).split("\n")) == words, kind
    assert word_text(Record(kind=Kind.EVENT, id=new_id()).with_fields(type="detained")) == ""


def test_what_is_not_there_is_not_told() -> None:
    who = Record(kind=Kind.PARTY, id=new_id()).with_elements("names", [{"name": "Hu Lan"}, {"name": "胡岚"}])
    assert list(named_by(who)) == [("names", "Hu Lan"), ("names", "胡岚"), ("ref", "")]
    nothing = Record(kind=Kind.EVENT, id=new_id())
    assert list(words_of(nothing)) == []
    assert name_text(nothing) == word_text(nothing) == ""
    assert set(word_text(nothing.with_fields(place_text="The quay")).split("\n")) == {""}
