"""How long and how much, in words."""

import pytest

from hrddesk.records.dates import amounts


@pytest.mark.parametrize(
    ("months", "en", "zh"),
    [
        (54, "4 years 6 months", "4年6个月"),
        (180, "15 years", "15年"),
        (13, "1 year 1 month", "1年1个月"),
        (6, "6 months", "6个月"),
        (0, "0 months", "0个月"),
    ],
)
def test_lengths_are_said_in_years_and_months(months: int, en: str, zh: str) -> None:
    assert (amounts.length(months, "en"), amounts.length(months, "zh")) == (en, zh)


@pytest.mark.parametrize(
    ("number", "unit", "en", "zh"),
    [
        (10, "days", "10 days", "10天"),
        (1, "日", "1 day", "1天"),
        (312, "books", "312 books", "312册"),
        (3000, " 份 ", "3,000 copies", "3,000份"),
        (2, "crates of leaflets", "2 crates of leaflets", "2 crates of leaflets"),
        (2, "", "2", "2"),
    ],
)
def test_quantities_keep_their_unit(number: int, unit: str, en: str, zh: str) -> None:
    assert (amounts.quantity(number, unit, "en"), amounts.quantity(number, unit, "zh")) == (en, zh)
    assert amounts.is_unit(unit) == (en != zh)
    assert amounts.is_days(unit) == (zh.endswith("天"))


def test_days_in_words() -> None:
    assert (amounts.days(1), amounts.days(632), amounts.days(2, "zh")) == ("1 day", "632 days", "2天")
