"""A person is confidential for ever; a description says a year at most; a name needs their own consent."""

import pytest

from hrddesk.records.kinds import Kind, Visibility
from hrddesk.records.record import Record, RecordId
from hrddesk.records.sources import Attribution, attribution_of, is_document, is_public, refusal


def source(**fields: str) -> Record:
    return Record(Kind.SOURCE, RecordId("5" * 32)).with_fields(**fields)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, False),
        ({"type": "news"}, True),
        ({"type": "of our own"}, False),
        ({"type": "of our own", "kind": "document"}, True),
        ({"type": "other", "kind": "document"}, True),
        ({"type": "other"}, False),
        ({"type": "family", "kind": "document"}, False),
        ({"type": "news", "kind": "person"}, False),
        ({"kind": "something else"}, False),
    ],
)
def test_in_doubt_a_source_is_a_person(fields: dict[str, str], expected: bool) -> None:
    assert is_document(source(**fields)) is expected
    assert is_public(source(**fields).with_visibility(Visibility.PUBLIC)) is expected
    assert not is_public(source(**fields))
    assert not is_public(source(**fields).with_visibility(Visibility.RESTRICTED))


def test_no_other_record_is_a_public_document() -> None:
    case = Record(Kind.CASE, RecordId("5" * 32)).with_fields(title="A case")
    assert not is_public(case.with_visibility(Visibility.PUBLIC))


@pytest.mark.parametrize(
    "words",
    [
        "A lawyer who followed the trial",
        "A relative, 2021",
        "２０２１年的一位律师",
        "A guard who may know more",
    ],
)
def test_a_description_may_say_a_year(words: str) -> None:
    told = source(code_name="Heron", title="Interview", attribution="described", credit=words)
    assert attribution_of(told) is Attribution.DESCRIBED


@pytest.mark.parametrize(
    "words",
    [
        *(
            "",
            "  ",
            "A guard in May",
            "A guard, 2021-03",
            "A guard, 3/2021",
            "the 5th",
            "2020 and 2021",
            "12345",
        ),
        *(
            "A guard, Sept. 2021",
            "三月的一位看守",
            "2021年5月",
            "５日",
            "初五",
            "星期一",
            "on Monday",
            "room 12",
        ),
        *("met by phone", "A guard by PHONE", "heron", "An Inter-view"),
    ],
)
def test_what_says_a_day_a_month_or_what_is_kept_back_prints_as_on_file(words: str) -> None:
    told = source(code_name="Heron", title="Interview", means="phone", attribution="described", credit=words)
    refused = refusal(told)
    assert refused is not None
    assert refused[0] == "credit"
    assert attribution_of(told) is Attribution.ON_FILE


def test_a_name_needs_their_own_consent() -> None:
    named = source(type="lawyer", attribution="by_name", credit="Odal Brisk", title="Odal Brisk")
    assert refusal(named) == (
        "consented",
        "a name is printed only with their own consent: give its date",
    )
    agreed = named.with_fields(consented="2021-05-04")
    assert attribution_of(agreed) is Attribution.BY_NAME
    for refused in (
        agreed.with_fields(type="news"),
        agreed.with_fields(code_name="Brisk"),
        agreed.with_fields(credit=None),
        agreed.with_fields(attribution="in full"),
        agreed.with_fields(attribution="on_file"),
        agreed.with_fields(attribution=None),
    ):
        assert attribution_of(refused) is Attribution.ON_FILE
