"""Dates, ages and words as they are published."""

from collections.abc import Mapping
from types import MappingProxyType

import pytest

from hrddesk.records.language import languages
from hrddesk.records.language.labels import ENGLISH, Labels
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Record, Value, new_id
from hrddesk.redact.facts import terms
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.profile.profiles import AgeDetail, DateDetail
from tests.languages import both

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
    assert languages.yes_or_no(text) is answer


def test_a_currency_is_three_letters() -> None:
    def said(currency: str, *, banded: bool = False) -> list[str]:
        amount: Element = {"amount": 5, "currency": currency}
        return [item.text(ENGLISH) for item in terms.penalty_details(amount, "", ENGLISH, banded=banded)]

    assert said("CNY") == ["5 CNY"]
    assert said("of Lunt") == ["5"]
    assert said("CNY", banded=True) == ["less than 1,000 CNY"]


def _facts(*records: Record) -> Facts:
    return Facts.of(records)


def _term(code: str, labels: Mapping[str, str] = MappingProxyType({}), **fields: Value) -> Record:
    made = Record(kind=Kind.TERM, id=new_id()).with_fields(vocabulary="event_type", code=code, **fields)
    return made.with_labels(labels)


def test_a_merged_term_is_printed_as_the_one_that_was_kept_and_counts_as_itself() -> None:
    nabbed = _term("nabbed", retired=True, into="taken_away", labels={"en": "Nabbed"})
    victim = _term("victim", retired=True, into="witness", labels={"en": "Victim"}).with_fields(
        vocabulary="role"
    )
    known = terms.Terms(_facts(nabbed, victim))
    assert known.find("event_type", "nabbed") == (
        "nabbed",
        Labels({"en": "Taken away", "zh-Hans": "带走", "zh-Hant": "帶走"}),
    )
    found = known.find("role", "victim")
    assert found is not None
    assert found[0] == "victim"  # no merge makes a victim a witness, whoever sent it


def test_own_terms_of_events_are_found_among_all_of_them() -> None:
    cage = _term("cage", labels={"en": "Cage", "zh-Hans": "铁笼"}).with_fields(vocabulary="method")
    circle = [
        _term("one_x", retired=True, into="two_x", labels={"en": "One"}),
        _term("two_x", retired=True, into="one_x", labels={"en": "Two"}),
        _term("lost", retired=True, into="nowhere", labels={"en": "Lost"}),
    ]
    known = terms.Terms(_facts(cage, *circle))
    assert known.find("event_term", "cage") == ("cage", both("Cage", "铁笼"))
    assert known.find("event_type", "one_x") is not None  # merges in a circle end
    assert known.find("event_type", "lost") == ("lost", Labels({"en": "Lost"}))


@pytest.mark.parametrize(
    ("amount", "published"),
    [
        (1, "less than 1,000"),
        (999, "less than 1,000"),
        (1_000, "1,000 to 9,999"),
        (187_654, "100,000 to 499,999"),
        (999_999, "500,000 to 999,999"),
        (1_000_000, "1,000,000 or more"),
    ],
)
def test_amounts_of_money_are_published_by_bands(amount: int, published: str) -> None:
    assert terms.published_amount(amount, ("en",)) == {"en": published}
