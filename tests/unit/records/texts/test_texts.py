"""The texts of a record: their names, what was made of what, and which of them a reader is given."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.errors import InvalidValue
from hrddesk.records.model.kinds import TEXTS, Kind
from hrddesk.records.model.record import Element, ElementId, Record, new_id
from hrddesk.records.texts import texts
from hrddesk.records.texts.texts import Text

ONE, TWO, THREE = (digit * 32 for digit in "123")


def _record(*entries: Element, kind: Kind = Kind.CASE, **fields: str) -> Record:
    return Record(kind=kind, id=new_id()).with_fields(**fields).with_elements(TEXTS, entries)


def _text(field: str, language: str = "", of: str = "", *, checked: bool = False) -> Text:
    return Text(field=field, body=f"the words of {field}", language=language, of=of, checked=checked)


def test_the_first_text_comes_first_and_each_has_a_name() -> None:
    entry: Element = {
        "id": ONE,
        "body": "他走了。",
        "language": "zh-Hans",
        "kind": "translation",
        "of": "narrative",
    }
    record = _record(entry, {"id": TWO, "language": "en"}, narrative="He left.", text_language="en", note="n")
    first, second = texts.texts_of(record)
    assert (first.field, first.body, first.language, first.kind) == ("narrative", "He left.", "en", "written")
    assert (second.field, second.of, second.kind) == (f"texts/{ONE}", "narrative", "translation")
    assert texts.text_of(record, second.field) == "他走了。"
    assert texts.text_of(record, "narrative") == "He left."
    assert texts.text_of(record, f"texts/{THREE}") == ""
    assert texts.bodies(record) == {"narrative": "He left.", "note": "n", second.field: "他走了。"}


def test_an_element_that_says_its_id_keeps_it_whatever_else_it_says() -> None:
    record = _record({"id": ONE, "body": "He left."})
    changed = record.with_elements(TEXTS, [{"id": ONE, "body": "He left early."}])
    assert list(changed.lists[TEXTS]) == [ONE]
    assert changed.lists[TEXTS][ElementId(ONE)] == {"body": "He left early.", "pos": 0}


def test_what_was_made_of_a_text_is_of_its_family() -> None:
    original, spoken = _text("narrative"), _text("b")
    translated, again = _text("c", of="narrative"), _text("d", of="c")
    lost = _text("e", of="gone")
    assert texts.families([original, spoken, translated, again, lost]) == [
        [original, translated, again],
        [spoken],
        [lost],
    ]


def test_what_a_text_was_made_of_is_followed_to_the_end() -> None:
    def made(*origins: str) -> list[list[str]]:
        entries: list[Element] = [
            {"id": key, "body": body, "of": of, "kind": "translation" if of == "" else "written"}
            for key, body, of in zip((ONE, TWO, THREE), "abc", origins, strict=True)
        ]
        record = _record(*entries, narrative="n")
        return [texts.originals(record, text_field) for text_field in (f"texts/{ONE}", f"texts/{THREE}")]

    one, two, three = (f"texts/{key}" for key in (ONE, TWO, THREE))
    assert made("narrative", one, two) == [["n"], ["b", "a", "n"]]
    assert made(three, one, two) == [["c", "b"], ["b", "a"]]  # a circle, which two desks make together
    assert made("", "narrative", "narrative") == [["n", "b", "c"], ["n"]]
    assert made("", "narrative", one) == [["n", "b", "c"], ["n", "a", "b"]]  # of one of unknown origin
    assert texts.originals(_record(narrative="n"), "narrative") == []
    assert texts.originals(_record(narrative="n"), "answer") == []


def test_a_circle_is_one_family() -> None:
    one, two, three = _text("a", of="b"), _text("b", of="a"), _text("c", of="a")
    assert texts.families([one, two, three]) == [[one, two, three]]
    alone = _text("a", of="a")
    assert texts.families([alone]) == [[alone]]


_FIELDS = ("narrative", "b", "c", "d")


@given(st.lists(st.sampled_from(("", "gone", *_FIELDS)), min_size=4, max_size=4))
def test_every_text_is_in_one_family_and_a_text_with_its_origin(origins: list[str]) -> None:
    every = [_text(field, of=of) for field, of in zip(_FIELDS, origins, strict=True)]
    grouped = texts.families(every)
    assert sorted(text.field for family in grouped for text in family) == sorted(_FIELDS)
    for text in every:
        if text.of in _FIELDS:
            (family,) = (family for family in grouped if text in family)
            assert text.of in [one.field for one in family]


@pytest.mark.parametrize(
    ("languages", "wanted", "taken"),
    [
        (("zh-Hans", "en"), ("en",), [1]),
        (("zh-Hans", "en"), ("zh-Hans",), [0]),
        (("zh-Hans", "en"), ("en", "zh-Hans"), [0, 1]),
        (("zh-Hant", "ug"), ("zh-Hans",), [0]),
        (("zh-Hant", "zh-Hans"), ("zh-Hans",), [1]),
        (("", "en"), ("en",), [1]),
        (("", "en"), ("zh-Hans",), [0]),
        (("", "en"), ("zh-Hans", "en"), [0, 1]),
        (("ug", "bo"), ("en", "zh-Hans"), []),
        (("en-GB", "es"), ("en",), [0]),
    ],
)
def test_a_reader_gets_the_text_in_the_wanted_language(
    languages: tuple[str, str], wanted: tuple[str, ...], taken: list[int]
) -> None:
    every = [_text("narrative", languages[0]), _text("b", languages[1], of="narrative")]
    found, missing = texts.in_languages(every, wanted)
    assert found == [every[at] for at in taken]
    assert missing == ([] if taken else every[:1])


def test_of_two_translations_the_checked_one_is_taken() -> None:
    every = [_text("narrative", "zh-Hans"), _text("b", "en", of="narrative")]
    every.append(_text("c", "en", of="narrative", checked=True))
    assert texts.in_languages(every, ("en",)) == ([every[2]], [])


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        ({"body": " \n"}, "body"),
        ({"language": "en"}, "body"),
        ({"body": "x", "language": "English"}, "language"),
        ({"body": "x", "of": f"texts/{THREE}"}, "of"),
        ({"body": "x", "of": f"texts/{ONE}"}, "of"),
        ({"body": "x", "of": f"texts/{TWO}"}, "of"),
    ],
)
def test_what_cannot_be_is_refused(entry: Element, field: str) -> None:
    before = _record({"id": TWO, "body": "y", "of": f"texts/{ONE}"}, {"id": ONE, "body": "z"})
    other = before.lists[TEXTS][ElementId(TWO)]
    after = before.with_elements(TEXTS, [{**other, "id": TWO}, {**entry, "id": ONE}])
    with pytest.raises(InvalidValue) as refused:
        texts.require_sound(after, before)
    assert refused.value.details["field"] == field


def test_what_two_desks_made_together_can_be_saved_again() -> None:
    circle = _record(
        {"id": ONE, "body": "x", "of": f"texts/{TWO}"}, {"id": TWO, "body": "y", "of": f"texts/{ONE}"}
    )
    texts.require_sound(circle, circle)


def test_a_quote_is_found_at_its_place_in_a_text() -> None:
    record = _record({"id": ONE, "body": "They saw nothing."}, {"id": TWO, "body": "She SAW  two cars."})
    assert texts.quoted_at(record, "saw two") == (2, 4, 12)
    assert texts.quoted_at(record, "three cars") is None
    assert texts.quoted_at(record, "") is None


def test_what_was_made_of_a_part_is_given_to_no_reader_as_the_whole() -> None:
    original = _text("narrative", "zh-Hans")
    half, again = _text("a", "en", of=texts.OF_A_PART), _text("b", "en", of="a")
    assert texts.in_languages([original, half, again], ("en",)) == ([], [original, half])
    assert texts.in_languages([original, half], ("zh-Hans", "en")) == ([original], [half])


@pytest.mark.parametrize("circle", [False, True])
def test_a_text_made_by_ten_thousand_steps_is_read_at_once(circle: bool) -> None:
    last = "texts/0" if circle else ""
    made = [Text(field=f"texts/{at}", body="x", of=f"texts/{at + 1}") for at in range(10_000)]
    began = time.perf_counter()
    (family,) = texts.families([*made, Text(field="texts/10000", body="y", of=last)])
    assert len(family) == 10_001
    assert time.perf_counter() - began < 2
