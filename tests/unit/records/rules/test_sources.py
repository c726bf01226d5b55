"""A person is confidential for ever; a description says a year at most; a name needs their own consent."""

import time

import pytest

from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.rules.sources import Attribution, attribution_of, is_document, is_public, refusal
from tests.unit.records.described_sources import ORDINARY, TELLING


def source(**fields: str) -> Record:
    return Record(kind=Kind.SOURCE, id=RecordId("5" * 32)).with_fields(**fields)


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
    case = Record(kind=Kind.CASE, id=RecordId("5" * 32)).with_fields(title="A case")
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


SMALL = "if it means something else, write it in small letters"


def described(words: str) -> Record:
    return source(code_name="Heron", title="Interview", attribution="described", credit=words)


@pytest.mark.parametrize("words", ORDINARY)
def test_an_ordinary_description_is_printed(words: str) -> None:
    assert refusal(described(words)) is None


@pytest.mark.parametrize("words", TELLING)
def test_a_month_a_feast_a_place_and_the_means_are_refused_in_every_language(words: str) -> None:
    assert refusal(described(words)) is not None
    assert attribution_of(described(words)) is Attribution.ON_FILE


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("A relative, in autumn", "a description says a year at most: take autumn out"),
        ("A monk of Lhasa", "a description names no place: take Lhasa out"),
        ("公安县的人", "a description names no place: take 公安县 out"),
        ("A friend, by telephone", "a description does not say how it was told: take telephone out"),
        (
            "A March of many",
            f"a description says a year at most: take March out; {SMALL}",
        ),
        (
            "Boxing club member",
            f"a description names no place: take Boxing out; {SMALL}",
        ),
        ("A guard in M\u0430rch", "a description says a year at most: take M\u0430rch out"),
        ("A guard in Apr\u200bil", "a description says a year at most: take April out"),
        ("in April and in Lhasa", "a description says a year at most: take April out"),
    ],
)
def test_the_refusal_says_which_word_and_what_to_do(words: str, why: str) -> None:
    refused = refusal(described(words))
    assert refused is not None
    assert refused[0] == "credit"
    assert refused[1].startswith(why)


def test_a_year_in_other_digits_is_a_year() -> None:
    assert refusal(described("شاهد، ٢٠٢١")) is None
    assert refusal(described("شاهد، ٢٠٢١ ٢٠٢٢")) is not None


def test_no_description_is_slow() -> None:
    refusal(described("A relative"))  # the lists are read once
    begun = time.process_time()
    for words in ("March " * 200, "三月" * 500, "公安" * 500, "ཟླ་བ་" * 200, "و " * 500, "New York " * 100):
        refusal(described(words))
    assert time.process_time() - begun < 2
