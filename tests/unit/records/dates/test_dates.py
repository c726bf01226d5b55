"""Partial dates: what was typed comes back, no day is invented, and their order is never overstated."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hrddesk.errors import InvalidDate, InvalidValue
from hrddesk.records.dates import dates
from hrddesk.records.dates.dates import PartialDate


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019-02", "2019-02-01", "2019-02-28"),
        ("2020-02-06", "2020-02-06", "2020-02-06"),
        (" 2020-02-06 ", "2020-02-06", "2020-02-06"),
        ("2020-0X", "2020-01-01", "2020-09-30"),
        ("2020-1X", "2020-10-01", "2020-12-31"),
        ("2020-XX", "2020-01-01", "2020-12-31"),
        ("2020-XX-XX", "2020-01-01", "2020-12-31"),
        ("2020-02-1X", "2020-02-10", "2020-02-19"),
        ("2020-02-0X", "2020-02-01", "2020-02-09"),
        ("2020-01-3X", "2020-01-30", "2020-01-31"),
        ("2020-02-XX", "2020-02-01", "2020-02-29"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("0XXX", "0001-01-01", "0999-12-31"),
        ("2020-02/2020-06", "2020-02-01", "2020-06-30"),
        ("2020-02/2020-02", "2020-02-01", "2020-02-29"),
        ("2019-12-26/", "2019-12-26", None),
        ("/2020", None, "2020-12-31"),
        ("", None, None),
        ("   ", None, None),
    ],
)
def test_bounds(text: str, earliest: str | None, latest: str | None) -> None:
    found = dates.parse(text)
    assert found.text == text
    assert found.earliest == (date.fromisoformat(earliest) if earliest else None)
    assert found.latest == (date.fromisoformat(latest) if latest else None)
    assert found.edtf == text.strip()
    assert not found.raw


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("2020-02-06", False, False),
        ("2020-02-06?", True, False),
        ("2020-02~", False, True),
        ("2020%", True, True),
        ("2020-02?/2020-06", True, False),
        ("2020-02/2020-06~", False, True),
        ("2020-02?/2020-06~", True, True),
        ("2020?/", True, False),
    ],
)
def test_marks(text: str, uncertain: bool, approximate: bool) -> None:
    found = dates.parse(text)
    assert (found.uncertain, found.approximate) == (uncertain, approximate)
    assert found.doubtful is (uncertain or approximate)
    plain = dates.parse(text.translate({ord(c): None for c in "?~%"}))
    assert (found.earliest, found.latest) == (plain.earliest, plain.latest)


@pytest.mark.parametrize(
    "text",
    [
        "1954-02-29", "2020-02-30", "2020-04-31", "2020-13", "2020-00", "2020-01-00", "0000", "0000-01-01",
        "2020-02-3X", "2020-2X", "202X-01", "2020-X1", "2020-02-X6", "2020-XX-05", "2020-0X-05",
        "2020-08/2020-02", "2020/2019", "/", "2020/2021/2022", "20200206", "2020-02-06T10:00",
        "xyz", "?", "03/04/2020", "1.2.2020", "year of the rat", "0", "2020-02-06\0", "2" * 201,
        "9" * 100_000, "../..", "2020-06-02 10pm", "early early 2020", "soon", "-2020", "+2020", "２０-01",
    ],
)  # fmt: skip
def test_what_does_not_exist_or_is_not_understood_is_refused(text: str) -> None:
    with pytest.raises(InvalidDate) as caught:
        dates.parse(text, field="birth")
    assert caught.value.details["field"] == "birth"
    assert caught.value.details["why"]
    kept = dates.read(text)
    assert kept == PartialDate(text=text)
    assert kept.raw
    assert dates.in_words(kept, "en") == text
    assert dates.understood(text) is None


def test_the_reason_tells_what_is_wrong() -> None:
    def why(text: str) -> str:
        with pytest.raises(InvalidDate) as caught:
            dates.parse(text)
        return caught.value.details["why"]

    assert why("1954-02-29") == "1954-02-29 does not exist"
    assert why("early 2021-13") == "2021-13 does not exist"
    assert why("2021年13月上旬") == "2021-13 does not exist"
    assert why("2020-08/2020-02") == "2020-08/2020-02 ends before it begins"
    assert why("03/04/2020") == "day and month could be read two ways"
    assert why("2" * 201) == "it is too long for a date"
    assert why("whenever") == "it is no form that is known"


@pytest.mark.parametrize(
    ("a", "b", "certainly", "possibly"),
    [
        ("2019", "2020", True, True),
        ("2020", "2020", False, True),
        ("2020-02-06", "2020-02-06", False, False),
        ("2020-02-05", "2020-02-06", True, True),
        ("2020-02-07", "2020-02-06", False, False),
        ("2019-06-19", "2019-12-26", True, True),
        ("2019?", "2020", False, True),
        ("2019", "2020~", False, True),
        ("2020-03", "2020-02-10/2020-03-05", False, True),
        ("", "2020", False, True),
        ("2020", "", False, True),
        ("", "", False, True),
        ("/2019", "2020", True, True),
        ("2019/", "2020", False, True),
        ("2021/", "2020", False, False),
        ("2020", "2021/", True, True),
        ("2020", "/2019", False, False),
    ],
)
def test_order(a: str, b: str, certainly: bool, possibly: bool) -> None:
    first, second = dates.parse(a), dates.parse(b)
    assert dates.certainly_before(first, second) is certainly
    assert dates.possibly_before(first, second) is possibly


@pytest.mark.parametrize(
    ("text", "day", "certainly", "possibly"),
    [
        ("2020", "2020-12-31", True, True),
        ("2020", "2020-12-30", False, True),
        ("2020", "2020-01-01", False, True),
        ("2020", "2019-12-31", False, False),
        ("2020?", "2021-01-01", False, True),
        ("2020/", "2021-01-01", False, True),
        ("", "2021-01-01", False, True),
    ],
)
def test_order_against_a_day(text: str, day: str, certainly: bool, possibly: bool) -> None:
    found, at = dates.parse(text), date.fromisoformat(day)
    assert dates.certainly_by(found, at) is certainly
    assert dates.possibly_by(found, at) is possibly


DAYS = st.dates(min_value=date(1, 1, 1))


@st.composite
def _points(draw: st.DrawFn) -> str:
    day = draw(DAYS)
    text = day.isoformat()
    return text[: draw(st.sampled_from([4, 7, 10]))] + draw(st.sampled_from(["", "?", "~", "%"]))


@st.composite
def _dates(draw: st.DrawFn) -> PartialDate:
    first, last = draw(_points()), draw(_points())
    text = draw(st.sampled_from([first, f"{first}/{last}", f"{first}/", f"/{last}", ""]))
    return dates.read(text)


@given(DAYS)
def test_a_day_is_that_day_and_its_month_and_year_hold_it(day: date) -> None:
    text = day.isoformat()
    assert (dates.parse(text).earliest, dates.parse(text).latest) == (day, day)
    for part in (text[:7], text[:4]):
        wider = dates.parse(part)
        assert wider.earliest is not None
        assert wider.latest is not None
        assert wider.earliest <= day <= wider.latest
        assert wider.text == part


@given(_dates(), DAYS, st.integers(1, 3))
def test_what_begins_after_the_last_day_of_another_is_certainly_later(
    a: PartialDate, day: date, length: int
) -> None:
    assume(a.latest is not None and a.latest < day and not a.doubtful)
    b = dates.read(day.isoformat()[: (4, 7, 10)[length - 1]])
    assume(b.earliest is not None and a.latest is not None and a.latest < b.earliest)
    assert dates.certainly_before(a, b)
    assert dates.possibly_before(a, b)
    assert not dates.possibly_before(b, a)
    assert not dates.certainly_before(b, a)


@given(_dates(), _dates())
def test_certain_implies_possible_and_excludes_the_other_order(a: PartialDate, b: PartialDate) -> None:
    if dates.certainly_before(a, b):
        assert dates.possibly_before(a, b)
        assert not dates.possibly_before(b, a)
        assert not dates.certainly_before(b, a)


@given(_dates(), _dates(), _dates())
def test_certain_order_is_transitive(a: PartialDate, b: PartialDate, c: PartialDate) -> None:
    if dates.certainly_before(a, b) and dates.certainly_before(b, c):
        assert dates.certainly_before(a, c)


@given(_dates(), _dates(), st.data())
def test_order_agrees_with_every_choice_of_days(a: PartialDate, b: PartialDate, data: st.DataObject) -> None:
    def some_day(d: PartialDate) -> date:
        return data.draw(st.dates(d.earliest or date.min, d.latest or date.max))

    x, y = some_day(a), some_day(b)
    if x < y:
        assert dates.possibly_before(a, b)
    else:
        assert not dates.certainly_before(a, b)


@given(_dates())
def test_what_edtf_says_is_what_was_typed(d: PartialDate) -> None:
    again = dates.read(d.edtf)
    if d.edtf:
        assert (again.earliest, again.latest, again.doubtful) == (d.earliest, d.latest, d.doubtful)
        for language in ("en", "zh"):
            assert dates.in_words(d, language)


@given(st.text(max_size=40))
def test_any_text_is_either_understood_or_kept(text: str) -> None:
    found = dates.read(text)
    assert found.text == text
    if found.earliest is not None and found.latest is not None:
        assert found.earliest <= found.latest


@given(st.text(alphabet="0123456789X-/?~%年月日 至early", max_size=24))
def test_date_like_text_never_breaks_it(text: str) -> None:
    assert dates.read(text).text == text


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_words_are_understood_again(day: date) -> None:
    for text in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]):
        d = dates.parse(text)
        for language in ("en", "zh"):
            again = dates.parse(dates.in_words(d, language))
            assert (again.earliest, again.latest) == (d.earliest, d.latest)


@given(DAYS, st.integers(0, 400))
def test_intervals_in_words_are_understood_again(day: date, days: int) -> None:
    last = min(day.toordinal() + days, date.max.toordinal())
    d = dates.parse(f"{day}/{day + timedelta(days=last - day.toordinal())}")
    for language in ("en", "zh"):
        again = dates.parse(dates.in_words(d, language))
        assert (again.earliest, again.latest) == (d.earliest, d.latest)


@given(_dates())
def test_demand_2_the_words_of_any_date_are_understood_again(d: PartialDate) -> None:
    """What the form echoes, typed in its turn, means the same days and the same doubt, in both languages."""
    if d.edtf:
        for language in ("en", "zh"):
            again = dates.parse(dates.in_words(d, language))
            assert (again.earliest, again.latest) == (d.earliest, d.latest)
            assert (again.uncertain, again.approximate) == (d.uncertain, d.approximate)


def test_a_stretch_begins_at_its_first_end() -> None:
    assert dates.start_of(dates.parse("2020-02/2020-08")) == dates.parse("2020-02")
    for text in ("2020-02", "/2020-08", "", "2020?"):
        assert dates.start_of(dates.parse(text)) == dates.parse(text)


def test_a_date_whose_days_all_lie_ahead_has_not_begun() -> None:
    this_year = str(dates.newest_day().year)
    dates.require_begun(this_year, "answered")
    with pytest.raises(InvalidValue, match="that day has not come yet"):
        dates.require_begun(str(int(this_year) + 1), "answered")


def test_the_newest_day_is_that_of_the_earliest_clock_on_earth() -> None:
    before = datetime.now(tz=timezone(timedelta(hours=14))).date()
    assert before <= dates.newest_day() <= datetime.now(tz=timezone(timedelta(hours=14))).date()
