"""Demand 2, dates: held against a second implementation of EDTF, and against counting every day.

The package `edtf` (Interaction Consortium; MIT) reads levels 0 and 1 by a grammar of its own. It does not
check that a day exists, gives an open interval ten years, and fails on digits that are unknown in part
(`2020-0X`): the standard library and a list of all days speak for those.
"""

import csv
import re
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.records.dates import dates

MARKS = {"": (False, False), "?": (True, False), "~": (False, True), "%": (True, True)}


def _exists(text: str) -> bool:
    """Ask the standard library, which was not asked by `dates` in this way, whether the day exists."""
    year, month, day = ([*text.split("-"), "01", "01"])[:3]
    try:
        date.fromisoformat(f"{year}-{month.replace('XX', '01')}-{day.replace('XX', '01')}")
    except ValueError:
        return False
    return True


def _oracle(text: str) -> tuple[date | None, date | None, bool, bool]:
    """Return earliest, latest, uncertain, approximate as the other implementation has them."""
    found = parse_edtf(text)
    marks = [MARKS[mark] for mark in re.findall(r"[?~%]", text)]
    if not any(both == (True, True) for both in marks):  # it says of % neither the one nor the other
        assert (bool(found.is_uncertain), bool(found.is_approximate)) == _either(marks)
    start, joined, end = text.partition("/")
    # Where an interval is open, it adds ten years, which may be more than there are.
    first = date(*found.lower_strict()[:3]) if start else None
    last = date(*found.upper_strict()[:3]) if end or not joined else None
    return (first, last, *_either(marks))


def _either(marks: list[tuple[bool, bool]]) -> tuple[bool, bool]:
    return any(mark[0] for mark in marks), any(mark[1] for mark in marks)


@st.composite
def _points(draw: st.DrawFn) -> str:
    year, month, day = draw(st.integers(1, 9999)), draw(st.integers(0, 14)), draw(st.integers(0, 33))
    form = draw(
        st.sampled_from(["{y:04}", "{y:04}-{m:02}", "{y:04}-{m:02}-{d:02}", "{y:04}-XX", "{y:04}-{m:02}-XX"])
    )
    return form.format(y=year, m=month, d=day) + draw(st.sampled_from(["", "", "?", "~", "%"]))


@st.composite
def _texts(draw: st.DrawFn) -> str:
    first, last = draw(_points()), draw(_points())
    if "XX" in first + last:  # within intervals its grammar does not know them
        return first
    return draw(st.sampled_from([first, f"{first}/{last}", f"{first}/", f"/{last}"]))


@given(_texts())
def test_demand_2_bounds_and_marks_are_those_of_another_implementation(text: str) -> None:
    ours = dates.read(text)
    assert ours.text == text
    points = [re.sub("[?~%]", "", point) for point in text.split("/") if point]
    if not all(map(_exists, points)):
        assert ours.raw
        return
    theirs = _oracle(text)
    if len(points) == 2 and theirs[0] and theirs[1] and theirs[0] > theirs[1]:
        assert ours.raw
        return
    assert (ours.earliest, ours.latest, ours.uncertain, ours.approximate) == theirs


@pytest.mark.parametrize("text", ["19XX", "202X", "2020-XX", "2020-XX-XX", "2020-02-XX", "2000-XX?"])
def test_unknown_digits_at_the_end_are_read_as_another_implementation_reads_them(text: str) -> None:
    ours, theirs = dates.parse(text), _oracle(text)
    assert (ours.earliest, ours.latest, ours.uncertain, ours.approximate) == theirs


@given(st.dates(date(2000, 1, 1), date(2029, 12, 31)), st.sampled_from([(9,), (8, 9), (6,), (5, 6), (3,)]))
def test_digits_that_are_unknown_allow_just_the_days_that_fit(day: date, hidden: tuple[int, ...]) -> None:
    """`2020-0X`, `2020-02-1X` and the like, against every day of three decades that fits the digits."""
    whole = day.isoformat()
    last = max(hidden)
    length = 10 if last > 6 else 7 if last > 3 else 4
    text = "".join("X" if at in hidden else sign for at, sign in enumerate(whole[:length]))
    fits = [each for each in _DAYS if all(a in ("X", b) for a, b in zip(text, each, strict=False))]
    found = dates.parse(text)
    assert (str(found.earliest), str(found.latest)) == (fits[0], fits[-1])


_DAYS = [str(date(2000, 1, 1) + timedelta(days=n)) for n in range(10958)]
_SMALL = ["2020-02-27", "2020-02-28/2020-02-29", "2020-02-2X", "2020-02", "2020-02-29?", "2020-03-01~"]
_SOME = [*_SMALL, "2020-02-10/2020-03-01", "2020-03-0X", "2020-03"]


@pytest.mark.parametrize(("a", "b"), list(product(_SOME, _SOME)))
def test_demand_2_the_order_is_certain_possible_or_impossible_by_every_pair_of_days(a: str, b: str) -> None:
    first, second = dates.parse(a), dates.parse(b)
    orders = {x < y for x, y in product(_days_of(first), _days_of(second))}
    doubtful = bool(set("?~") & set(a + b))
    assert dates.certainly_before(first, second) is (orders == {True} and not doubtful)
    assert dates.possibly_before(first, second) is (True in orders)


def _days_of(d: dates.PartialDate) -> list[date]:
    assert d.earliest is not None
    assert d.latest is not None
    return [d.earliest + timedelta(days=n) for n in range((d.latest - d.earliest).days + 1)]


def test_demand_2_every_date_of_the_report_comes_back_and_agrees(shared: Path) -> None:
    """All rows of events.csv of report2020; e002, for one, has no date, and is given none."""
    with (shared / "data" / "report2020" / "events.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["event"]: row["date"] for row in csv.DictReader(file)}
    for event, text in rows.items():
        found = dates.parse(text)
        assert (found.text, found.edtf) == (text, text), event
        if text:
            theirs = _oracle(text)
            assert (found.earliest, found.latest, found.uncertain, found.approximate) == theirs, event
    assert dates.parse(rows["e002"]).earliest is None
    exact = sum(dates.parse(text).earliest == dates.parse(text).latest is not None for text in rows.values())
    assert (exact, len(rows)) == (39, 137)  # 28 %; two of them are doubted
