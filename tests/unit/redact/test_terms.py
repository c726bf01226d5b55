"""Dates, ages and words as they are published."""

import pytest

from hrddesk.redact import terms
from hrddesk.redact.profiles import AgeDetail, DateDetail

DAY, MONTH, YEAR, NONE = DateDetail.DAY, DateDetail.MONTH, DateDetail.YEAR, DateDetail.NONE


@pytest.mark.parametrize(
    ("typed", "detail", "published"),
    [
        ("2020-02-06", DAY, "2020-02-06"),
        (" 2020? ", DAY, "2020?"),
        ("early February 2020", DAY, "early February 2020"),
        ("2020年2月", DAY, "2020年2月"),
        ("2020-02-06", MONTH, "2020-02"),
        ("2020-02-06?", MONTH, "2020-02?"),
        ("2020", MONTH, "2020"),
        ("2020-0X", MONTH, "2020-0X"),
        ("2020-02-06/2020-02-19", MONTH, "2020-02"),
        ("2020-02-16/2020-06-19", MONTH, "2020-02/2020-06"),
        ("2019-12-26/", MONTH, "2019-12/"),
        ("early February 2020", MONTH, "2020-02"),
        ("2020-02-06", YEAR, "2020"),
        ("2020-02-06/2021-01-22~", YEAR, "2020/2021~"),
        ("2020-02-06", NONE, ""),
        ("1954-02-29", DAY, ""),
        ("the day Vero Lunt married", DAY, ""),
        ("", DAY, ""),
    ],
)
def test_a_date_is_told_in_the_allowed_detail_and_never_invented(
    typed: str, detail: DateDetail, published: str
) -> None:
    assert terms.published_date(typed, detail) == published


def test_dates_without_a_first_day_sort_by_their_last_or_behind_all() -> None:
    days = ["2021/", "", "2020-02", "/2019", "2020"]
    assert sorted(days, key=terms.first_day) == ["/2019", "2020", "2020-02", "2021/", ""]
    assert terms.first_day("") == terms.NO_DAY


@pytest.mark.parametrize(
    ("typed", "detail", "published"),
    [
        ("34", AgeDetail.EXACT, "34"),
        (" 34 ", AgeDetail.BAND, "30–39"),
        ("7", AgeDetail.BAND, "0–9"),
        ("34", AgeDetail.NONE, ""),
        ("about 34", AgeDetail.BAND, ""),
    ],
)
def test_ages_go_by_bands(typed: str, detail: AgeDetail, published: str) -> None:
    assert terms.published_age(typed, detail) == published


@pytest.mark.parametrize(("text", "answer"), [("Yes", True), ("是", True), ("no", False), ("at times", None)])
def test_yes_and_no(text: str, answer: bool | None) -> None:
    assert terms.yes_or_no(text) is answer


def test_a_currency_is_three_letters() -> None:
    assert [item.en for item in terms.penalty_details({"amount": 5, "currency": "CNY"}, "")] == ["5 CNY"]
    assert [item.en for item in terms.penalty_details({"amount": 5, "currency": "of Lunt"}, "")] == ["5"]
