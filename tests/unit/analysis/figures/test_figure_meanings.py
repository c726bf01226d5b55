"""What is recorded means today what the desk's words, places and sources say today."""

from collections.abc import Hashable
from datetime import date

import pytest

from hrddesk.analysis.figures.dimensions import SHIPPED
from hrddesk.analysis.figures.figure_meanings import Meanings, Raw
from hrddesk.analysis.figures.figure_questions import named
from hrddesk.records.dates import dates
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.records.terms.words import SHIPPED as SHIPPED_WORDS

DAY = date(2021, 6, 1)
PROVINCE = Record(kind=Kind.PLACE, id=new_id(), fields={"kind": "province"}).with_labels(
    {"en": "Willow", "zh-Hans": "柳省"}
)
TOWN = Record(kind=Kind.PLACE, id=new_id()).with_labels({"en": "Poplar"}).with_fields(parent=PROVINCE.id)
ROUND = (
    Record(kind=Kind.PLACE, id=RecordId("a" * 32)).with_labels({"en": "Round"}).with_fields(parent="a" * 32)
)
CAMP = (
    Record(kind=Kind.PLACE, id=new_id()).with_labels({"en": "Alder"}).with_fields(parent=TOWN.id, kind="camp")
)
OWL = RecordId("b" * 32)


def meanings(*fields: Record) -> Meanings:
    return Meanings(
        SHIPPED_WORDS, lambda: (PROVINCE, TOWN, ROUND, CAMP), lambda: ((OWL, "", "family"),), fields
    )


@pytest.mark.parametrize(
    ("dimension", "raw", "values"),
    [
        ("type", ("detained", "odd"), ["detained", "odd"]),
        ("months", (12, 6), [(12, 12), (6, 6)]),
        ("place", (("", "there"),), ["there"]),
        ("place", ((TOWN.id, ""),), [TOWN.id]),
        ("province", ((TOWN.id, ""),), [PROVINCE.id]),
        ("province", (("", "there"),), []),
        ("prefecture", ((TOWN.id, ""),), []),
        ("place", ((ROUND.id, ""),), [ROUND.id]),
        ("source", (OWL, "gone"), [OWL[:8]]),
        ("source_type", (OWL,), ["family"]),
        ("circumstance", ("nobody knows this", "platform:wechat"), ["nobody knows this"]),
        ("platform", ("platform:wechat",), ["wechat"]),
        ("age", (("1991-06-01", "", ""),), [(30, 30)]),
        ("age", (("1991-06-02", "", ""),), [(29, 29)]),
        ("age", (("1991?", "", ""),), [(28, 31)]),
        ("age", (("", "40", "2020-06-01"),), [(41, 41)]),
        ("age", (("", "40", "2020-05-01"),), [(41, 42)]),
        ("age", (("", "40", ""),), []),
        ("age", (("", "4o", "2020"),), []),
        ("age", (("no date", "", ""),), []),
        ("year", ("2020?", ""), [dates.read("2020?"), dates.read("")]),
        ("status", (("in_custody", "", "rsdl", "prison", "arrested"), ("fixed",), (12,)), ["in_custody"]),
        ("reason", (("in_custody", "", "rsdl", "prison", "arrested"), ("fixed",), (12,)), []),
        ("custody", (("in_custody", "", "rsdl", "prison", "arrested"), ("fixed",), (12,)), ["rsdl"]),
        ("held_in", (("in_custody", "", "rsdl", "prison", "arrested"), ("fixed",), (12,)), ["prison"]),
        (
            "facility",
            (("lockup", ""), ("", CAMP.id), ("prison", CAMP.id), ("", TOWN.id)),
            ["lockup", "camp", "prison"],
        ),
        ("sentence", (("in_custody", "", "rsdl", "prison", "arrested"), ("fixed",), (12,)), ["fixed"]),
        ("term", (("in_custody", "", "rsdl", "prison", "arrested"), ("fixed",), (12, 20)), [(12, 20)]),
    ],
)
def test_a_dimension_takes_its_values_from_what_is_recorded(
    dimension: str, raw: Raw, values: list[Hashable]
) -> None:
    meaning = meanings().of(SHIPPED[dimension], DAY)
    assert list(meaning(raw)) == values


def test_places_are_found_by_all_that_they_lie_in_and_named_once_they_are_met() -> None:
    here = meanings()
    (path,) = here.paths(((TOWN.id, "gate"),))
    assert isinstance(path, frozenset)
    assert {"poplar", "willow", "柳省", TOWN.id, PROVINCE.id, "gate"} <= path
    assert not here.labels
    list(here.of(SHIPPED["province"], DAY)(((TOWN.id, ""),)))
    assert here.labels == {PROVINCE.id: {"en": "Willow", "zh-Hans": "柳省"}}


def test_answers_to_own_questions_have_labels() -> None:
    odd = Record(kind=Kind.FIELD, id=new_id()).with_fields(key="odd").with_labels({"zh-Hans": "奇"})
    yes_no = (
        Record(kind=Kind.FIELD, id=new_id())
        .with_fields(key="bees", owner="case", type="yes_no")
        .with_labels({"en": "Bees"})
    )
    here = meanings(odd, yes_no, Record(kind=Kind.FIELD, id=new_id()))
    assert here.labels == {"field:odd": {"zh-Hans": "奇"}, "field:bees": {"en": "Bees"}}
    assert list(here.of(named("field:bees"), DAY)(("yes", "x"))) == ["yes", "x"]
    assert here.labels["field:bees=yes"] == {"en": "Yes", "zh-Hans": "是", "zh-Hant": "是"}
    assert list(here.of(named("field:odd"), DAY)(("yes",))) == ["yes"]
