"""An intervention is confidential until its last day has passed, and its answer is asked for in time."""

from datetime import date

import pytest

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.rules.interventions import awaits_answer, is_confidential

TODAY = date(2022, 3, 10)


def event(**fields: str) -> Record:
    return Record(kind=Kind.EVENT, id=RecordId("7" * 32)).with_fields(type="intervention", **fields)


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("", False),
        ("2022-03-09", False),
        ("2022-03-10", True),
        ("2022-03", True),
        ("2022-02?", False),
        ("2023", True),
        ("2022/", True),
        ('"when they publish it"', True),
    ],
)
def test_the_last_day_that_is_possible_counts(until: str, expected: bool) -> None:
    assert is_confidential(event(confidential_until=until), TODAY) is expected


def test_today_counts_where_nobody_says_another_day() -> None:
    assert not is_confidential(event(confidential_until="2020"))
    assert is_confidential(event(confidential_until="2999"))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, False),
        ({"due": "2022-03-17"}, True),
        ({"due": "2022-03-18"}, False),
        ({"due": "2022-01"}, True),
        ({"due": '"soon"'}, True),  # nobody can say that it is not
        ({"due": "2022-01", "answered": "2022-02"}, False),
        ({"due": "2022-01", "outcome": "they refused"}, False),
    ],
)
def test_an_answer_is_due_within_a_week_while_none_is_recorded(
    fields: dict[str, str], expected: bool
) -> None:
    assert awaits_answer(event(**fields), TODAY) is expected
