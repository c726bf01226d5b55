"""Counts of two issues that differ by few are found; others are not."""

import pytest

from hrddesk.redact.figures.compared_counts import Differs, Earlier, PrintedCounts, differing


def _counts(asked: str = "{}", **cells: int | None) -> PrintedCounts:
    return PrintedCounts(asked, cells)


@pytest.mark.parametrize(
    ("before", "now", "tells"),
    [
        (16, 17, True),
        (17, 16, True),
        (16, 20, True),
        (16, 21, False),
        (16, 16, False),
        (None, None, False),
        (None, 8, True),  # four were hidden, or fewer
        (8, None, True),
        (None, 9, False),
        (9, None, False),
        (0, None, True),
    ],
)
def test_a_count_tells_of_few_where_it_may_differ_by_one_to_four(
    before: int | None, now: int | None, tells: bool
) -> None:
    found = differing([_counts(total=now)], [Earlier(7, _counts(total=before))])
    assert found == ([Differs(0, 7, ("total",))] if tells else [])


def test_a_line_that_is_new_or_gone_counts_as_none() -> None:
    assert differing([_counts(a=9, b=3)], [Earlier(1, _counts(a=9))]) == [Differs(0, 1, ("b",))]
    assert differing([_counts(a=9)], [Earlier(1, _counts(a=9, b=4))]) == [Differs(0, 1, ("b",))]
    assert differing([_counts(a=9, b=5)], [Earlier(1, _counts(a=9))]) == []


def test_only_tables_of_the_same_question_are_compared_and_with_every_issue() -> None:
    now = [_counts("other", total=17), _counts(total=17)]
    before = [Earlier(1, _counts(total=16)), Earlier(2, _counts(total=17)), Earlier(3, _counts(total=15))]
    assert differing(now, before) == [Differs(1, 1, ("total",)), Differs(1, 3, ("total",))]
