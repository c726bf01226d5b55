"""Whether a day or a number fits: for certain, possibly, or not."""

from hypothesis import given
from hypothesis import strategies as st

from hrddesk.analysis.figures.verdicts import Verdict, band_key, periods, within
from hrddesk.records.dates import dates


@given(st.lists(st.integers(0, 500), min_size=1, max_size=8, unique=True), st.integers(0, 600))
def test_every_number_lies_in_one_band(starts: list[int], number: int) -> None:
    bands = tuple(sorted(starts))
    key = band_key(bands, number)
    if number < bands[0]:
        assert key == ""
        return
    first, _, end = key.partition("..")
    assert int(first) <= number
    assert not end or number < int(end)
    assert int(first) in bands


def test_periods_and_verdicts() -> None:
    year = dates.parse("2020")
    told = {
        "2020-05": 2,
        "2019": 0,
        "2021-01": 0,
        "2019/2020": 1,
        "2020?": 1,
        "2019?": 0,
        "": 1,
        "/2019": 0,
        "2021/": 0,
    }
    assert {text: int(within(dates.read(text), year)) for text in told} == told
    assert int(within(dates.read("2019"), dates.parse("/2020"))) == Verdict.CERTAIN
    assert list(periods(dates.read("1900/2020"), "month")) == []
    assert list(periods(dates.read("2020/"), "year")) == []
    assert list(periods(dates.read("2020-05/2020-06"), "year")) == [("2020", Verdict.CERTAIN)]
