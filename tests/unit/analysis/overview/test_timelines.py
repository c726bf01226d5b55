"""Demand 4: a line of time shows of each date just the days that it allows."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hrddesk.analysis.overview.timelines import ticks, timeline
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id


def _events(*texts: str) -> list[Record]:
    return [Record(kind=Kind.EVENT, id=new_id()).with_fields(type="detained", date=text) for text in texts]


def test_demand_4_what_is_uncertain_is_a_stretch_and_what_has_no_date_stands_apart() -> None:
    line = timeline(_events("2020-03?", "", "2020-02-06", "2020-02/", "some day", "/2020-01", "2020-02-06~"))
    assert [moment.date.text for moment in line.dated] == [
        "/2020-01", "2020-02/", "2020-02-06", "2020-02-06~", "2020-03?",
    ]  # fmt: skip
    assert [moment.date.text for moment in line.undated] == ["", "some day"]
    assert [moment.is_exact for moment in line.dated] == [False, False, True, False, False]
    stretches = dict(
        zip(("until", "since", "day", "about", "month"), map(line.stretch, line.dated), strict=True)
    )
    assert stretches["until"][0] == 0
    assert stretches["since"][1] == 1
    assert stretches["day"][0] == stretches["day"][1] == stretches["about"][0]
    assert 0 < stretches["month"][0] < stretches["month"][1] < 1


def test_nothing_and_one_day_can_be_drawn_too() -> None:
    empty = timeline([])
    assert (empty.dated, empty.undated) == ((), ())
    one = timeline(_events("2020-02-06"))
    assert 0 < one.stretch(one.dated[0])[0] < 1
    assert ticks(one, 8) == []
    ends = timeline(_events("0001", "9999-12-31"))
    assert (ends.first, ends.last) == (date.min, date.max)


def test_ticks_are_months_then_years() -> None:
    year = timeline(_events("2020-01-10", "2020-12-20"))
    assert ticks(year, 14)[:2] == [date(2020, 1, 1), date(2020, 2, 1)]
    assert ticks(year, 5) == [*(date(2020, month, 1) for month in (1, 4, 7, 10)), date(2021, 1, 1)]
    decades = timeline(_events("1978", "2020"))
    assert ticks(decades, 6) == [date(year, 1, 1) for year in (1980, 1990, 2000, 2010, 2020)]


@given(st.lists(st.dates(), min_size=1, max_size=6), st.integers(0, 40))
def test_no_more_ticks_than_fit_and_all_on_the_line(days: list[date], most: int) -> None:
    line = timeline(_events(*(day.isoformat() for day in days)))
    found = ticks(line, most)
    assert len(found) <= max(1, most) + 1  # both ends of the line may be beginnings
    assert all(0 <= line.place(day) <= 1 for day in found)
    assert list(found) == sorted(set(found))
