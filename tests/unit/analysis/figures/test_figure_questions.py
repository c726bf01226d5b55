"""Questions of figures: what can be asked, and how it is kept."""

import json
from typing import Any

import pytest

from hrddesk.analysis.figures.dimensions import SHIPPED
from hrddesk.analysis.figures.figure_questions import Condition, asked, parse
from hrddesk.errors import InvalidDate, InvalidValue


@pytest.mark.parametrize(
    "question",
    [
        {"unit": "lawyers"},
        {"of": "some"},
        {"where": ["detained"]},
        {"where": ["colour=red"]},
        {"where": ["type="]},
        {"where": ["months=five"]},
        {"where": ["months=.."]},
        {"where": ["months=5..5"]},
        {"where": ["sex=x"] * 65},
        {"any_of": [[]]},
        {"by": ["sex", "sex"]},
        {"by": ["sex", "age", "type"]},
        {"by": ["date"]},
        {"by": ["field:"]},
        {"by": ["sex"], "part": ["sex=male"]},
        {"bands": {"sex": [0, 1]}},
        {"bands": {"age": [5, 1]}},
        {"bands": {"age": ["x"]}},
        {"bands": {"age": []}},
        {"suppress": -1},
    ],
)
def test_what_cannot_be_asked_is_refused(question: dict[str, Any]) -> None:
    with pytest.raises(InvalidValue):
        asked(**question)


@pytest.mark.parametrize(
    "question",
    [
        {"where": ["date=2020?"]},
        {"where": ["date=1954-02-29"]},
        {"as_of": "2020"},
        {"known_on": "2020-01-01?"},
    ],
)
def test_days_that_cannot_be_asked_are_refused(question: dict[str, Any]) -> None:
    with pytest.raises(InvalidDate):
        asked(**question)


def test_a_question_comes_back_as_it_was_written() -> None:
    question = asked(
        unit="persons",
        where=["type = 拘留, 批捕", "months=120..=300", "place=A | B"],
        any_of=[["tag=a", "tag!=b"], ["field:my key=x"]],
        without=[["date=2020-01/2020-06"]],
        by=["age", "province"],
        of="known",
        bands={"age": [0, 18]},
        as_of="2020-12-31",
        known_on="2021-01-01",
        at_least=True,
        suppress=5,
    )
    assert parse(question.text) == question
    assert question.where[0] == Condition(SHIPPED["type"], ("detained", "arrested"))
    part = asked(part=["sex=女"])
    assert parse(part.text) == part
    for change, says in (
        ({"unit": 5}, "at question.unit: not one of persons, cases, events"),
        ({"by": "sex"}, "at question.by: not a list"),
        ({"bands": []}, "at question.bands: not an object"),
        ({"at_least": 1}, "at question.at_least: not true or false"),
        ({"suppress": True}, "at question.suppress: not a whole number"),
        ({"weather": "x"}, "at question: an unknown key"),
    ):
        with pytest.raises(InvalidValue, match=says):
            parse(json.dumps(question.to_json() | change))
