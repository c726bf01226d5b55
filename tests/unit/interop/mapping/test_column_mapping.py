"""Mappings as documents: what they say, and what is refused."""

import json
from typing import Any

import pytest

from hrddesk.actions.interop import mappings
from hrddesk.errors import MappingInvalid
from hrddesk.interop.formats.csv_tables import CsvRow, CsvTable
from hrddesk.interop.kit import kit
from hrddesk.interop.mapping import targets
from hrddesk.interop.mapping.column_mapping import ColumnMapping, ColumnRule, fingerprint
from hrddesk.interop.mapping.dates_in_order import in_order
from hrddesk.interop.mapping.guess import propose
from hrddesk.records.model import codec
from hrddesk.records.model.kinds import SPECS, Kind

FULL = ColumnMapping(
    name="list",
    columns=(
        ColumnRule(column="Name", to="party.names", split="、"),
        ColumnRule(
            column="Until",
            to="event.penalties",
            write="fixed until {}",
            words={"life": {"event.penalties": "life"}},
        ),
        ColumnRule(column="Second", to="event2.date", order="dmy"),
        ColumnRule(column="Other", to="-"),
    ),
    keys=("Name",),
    always={"party.kind": "person"},
    cases=False,
    note="of a friend",
)


def test_a_mapping_comes_back_from_its_document() -> None:
    assert ColumnMapping.from_text(FULL.to_text()) == FULL


def test_a_header_is_recognised_in_any_order_case_and_width() -> None:
    assert FULL.fingerprint == fingerprint(["other", "ＮＡＭＥ", "Second ", "UNTIL"])
    assert FULL.fingerprint != fingerprint(["other", "name", "second"])


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"format": "x"}, "at mapping.format: not one that is known"),
        ({"version": 2}, "at mapping.version: not one that is known"),
        ({"more": 1}, "at mapping: an unknown key; known are always, cases, columns, format"),
        ({"columns": []}, "at mapping.columns: empty"),
        ({"columns": ["x"]}, "at mapping.columns[0]: not an object"),
        ({"keys": "Name"}, "at mapping.keys: not a list"),
        ({"keys": ["Nobody"]}, "a key is none of its columns"),
        ({"cases": "yes"}, "at mapping.cases: not true or false"),
        ({"name": 3}, "at mapping.name: not a text"),
        ({"note": "\ud800"}, "at mapping.note: not valid Unicode"),
        ({"note": "a\0"}, "at mapping.note: holds a character that no text has"),
        ({"always": []}, "at mapping.always: not an object"),
        ({"always": {"party.nothing": "x"}}, "at mapping.always[0]: not one of party."),
        ({"always": {"party.kind": 1}}, "at mapping.always[0]: not a text"),
        ({"columns": [{"column": "Name", "to": "nowhere"}]}, "at mapping.columns[0].to: not one of -, party"),
        ({"columns": [{"column": "", "to": "-"}]}, "at mapping.columns[0].column: empty"),
        ({"columns": [{"column": "Name", "to": "-", "why": "x"}]}, "at mapping.columns[0]: an unknown key"),
        ({"columns": [{"column": "Name", "to": "party.birth", "order": "xyz"}]},
         "at mapping.columns[0].order: not one of ymd, dmy, mdy"),
        ({"columns": [{"column": "Name", "to": "event.penalties", "write": "no hole"}]},
         "at mapping.columns[0].write: not a text with one {} for the cell"),
        ({"columns": [{"column": "Name", "to": "party.sex", "words": []}]},
         "at mapping.columns[0].words: not an object"),
        ({"columns": [{"column": "Name", "to": "party.sex", "words": {"m": {"no.target": "x"}}}]},
         "at mapping.columns[0].words[0][0]: not one of"),
        ({"columns": [{"column": "Name", "to": "-"}, {"column": "NAME", "to": "-"}]},
         "it names a column twice"),
        ({"columns": [{"column": "Name", "to": "party.birth"}, {"column": "b", "to": "party.birth"}]},
         "two columns go into party.birth"),
        ({"columns": [{"column": "Name", "to": "party.kind"}, {"column": "b", "to": "event21.date"}]},
         "at mapping.columns[1].to: not one of"),
    ],
)  # fmt: skip
def test_what_is_no_mapping_is_refused_with_its_reason(change: dict[str, Any], says: str) -> None:
    with pytest.raises(MappingInvalid) as caught:
        ColumnMapping.from_text(json.dumps({**codec.write(FULL), **change}))
    assert says in str(caught.value)


@pytest.mark.parametrize("text", ["", "[", "3", "x" * 1_000_001, "[" * 100_000])
def test_what_is_no_document_is_refused(text: str) -> None:
    with pytest.raises(MappingInvalid):
        ColumnMapping.from_text(text)


def test_every_field_of_cases_people_and_events_is_a_target_or_named_here() -> None:
    elsewhere = {
        "case": {"ref"},  # drawn by the desk
        "party": {"ref", "size_min", "size_max", "home_text"},  # follow from the size; `home` is its text
        "event": {"case", "place_text"},  # the row itself; `place` is its text
    }
    for noun, kind in (("case", Kind.CASE), ("party", Kind.PARTY), ("event", Kind.EVENT)):
        for field in SPECS[kind].fields:
            if field.name not in elsewhere[noun]:
                assert f"{noun}.{field.name}" in targets.TARGETS


def test_targets_are_columns_of_the_kit_and_dates_are_known_as_such() -> None:
    for name in targets.TARGETS:
        target = targets.target_of(name)
        assert target is not None
        assert name in (targets.SOURCE, targets.ROLE) or target.column in target.file.columns
    dated = {name for name in targets.TARGETS if (found := targets.target_of(name)) and found.is_date}
    interventions = {"event.due", "event.confidential_until", "event.answered"}
    assert dated == {"party.birth", "party.death", "party.age_day", "event.date"} | interventions
    third = targets.target_of("event3.date")
    assert third is not None
    assert (third.number, third.file) == (3, kit.EVENTS)
    assert targets.target_of("event1.date") is None


def test_the_shipped_mappings_are_sound_and_named_once() -> None:
    found = mappings.shipped()
    assert [item.name for item in found] == ["prisoner-list"]
    assert len({item.fingerprint for item in found}) == len(found)


@pytest.mark.parametrize(
    ("text", "order", "made"),
    [
        ("3/7/2020", "dmy", "2020-07-03"), ("3/7/2020", "mdy", "2020-03-07"), ("3.7.2020", "dmy", "2020-07-03"),  # noqa: E501
        ("2020/7/3", "ymd", "2020-07-03"), ("7/2020", "dmy", "2020-07"), ("31/2/2020", "dmy", "2020-02-31"),
        ("3/7/20", "dmy", "3/7/20"), ("2020", "dmy", "2020"), ("2020-07-03", "dmy", "2020-07-03"),
        ("summer 2020", "dmy", "summer 2020"),
    ],
)  # fmt: skip
def test_dates_of_numbers_are_turned_in_the_order_that_was_named(text: str, order: str, made: str) -> None:
    assert in_order(text, order) == made


def _table(columns: tuple[str, ...], *rows: tuple[str, ...]) -> CsvTable:
    return CsvTable(
        "t.csv",
        columns,
        tuple(CsvRow(n, dict(zip(columns, row, strict=True))) for n, row in enumerate(rows, 2)),
    )


def test_a_proposal_goes_by_what_columns_are_called_and_hold() -> None:
    made = propose(_table(
        ("姓名", "性别", "抓捕日期", "罪名", "来源", "颜色"),
        ("籍朔", "男", "25/12/2020", "寻衅滋事、非法经营", "https://a.example https://b.example", "蓝"),
        ("籍朔", "女", "1/2/2021", "", "", ""),
    ))  # fmt: skip
    assert [(rule.to, rule.split, rule.order) for rule in made.columns] == [
        ("party.names", "", ""), ("party.sex", "", ""), ("event.date", "", "dmy"),
        ("event.charges", "、", ""), ("source.title", " ", ""), ("party.note", "", ""),
    ]  # fmt: skip
    assert made.keys == ("姓名", "性别")


def test_a_proposal_guesses_no_order_where_both_would_do() -> None:
    made = propose(_table(("name", "date", "arrest date"), ("Ji Shuo", "3/7/2020", "2020-01-02")))
    assert [(rule.to, rule.order) for rule in made.columns] == [
        ("party.names", ""), ("event.date", ""), ("party.note", ""),
    ]  # fmt: skip
