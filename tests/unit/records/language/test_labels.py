"""A text in several languages, and which of them a reader sees."""

import pytest

from hrddesk.errors import InvalidValue
from hrddesk.records.language.labels import (
    CHINESE,
    ENGLISH,
    Labels,
    chain_for,
    chain_of,
    code_of,
    column,
    is_code,
    language_of_column,
    sentences,
)

PRISON = Labels({"en": "Prison", "zh-Hans": "监狱", "zh-Hant": "監獄", "ug": "تۈرمە", "bo": ""})


@pytest.mark.parametrize(
    ("chain", "text"),
    [
        (("en",), "Prison"),
        (("ug", "zh-Hans", "en"), "تۈرمە"),
        (("bo", "zh-Hans", "en"), "监狱"),
        (("zh-Hant-HK",), "監獄"),
        (("zh",), "监狱"),
        (("es",), "Prison"),
        ((), "Prison"),
    ],
)
def test_a_chain_finds_the_first_language_that_has_a_text(chain: tuple[str, ...], text: str) -> None:
    assert PRISON.text(chain) == text


def test_a_text_in_no_language_of_the_chain_is_better_than_none() -> None:
    assert Labels({"ug": "تۈرمە", "ar": "سجن"}).text(ENGLISH) == "سجن"
    assert Labels().text(ENGLISH) == ""
    assert Labels.same("42").text(CHINESE) == "42"


def test_several_languages_stand_together_and_equal_texts_once() -> None:
    assert PRISON.together(("en", "zh-Hans")) == ("Prison", "监狱")
    assert PRISON.together(("en", "es")) == ("Prison",)
    assert Labels().together(ENGLISH) == ("",)


@pytest.mark.parametrize("text", ["xx", "qq-Latn", "x", "english", ""])
def test_a_code_that_no_language_has_is_none(text: str) -> None:
    assert not is_code(text)
    with pytest.raises(InvalidValue, match="write one such as en, zh-Hans, ug or es-419"):
        code_of(text)


def test_codes_of_two_letters_and_any_of_three_are_taken() -> None:
    assert all(map(is_code, ("en", "zh-Hans", "bo", "yue", "kjh", "und", "es-419")))


def test_equal_labels_are_one_in_a_set() -> None:
    turned = Labels(sorted(PRISON.items(), reverse=True))
    assert turned == PRISON
    assert len({turned, PRISON, Labels.same("Prison")}) == 2
    assert repr(turned) == f"Labels({dict(turned)})"
    assert len(PRISON) == 4


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("EN", "en"),
        ("zh_hant", "zh-Hant"),
        (" zh-hant-hk ", "zh-Hant-HK"),
        ("es-419", "es-419"),
        ("qqx", "qqx"),
    ],
)
def test_a_code_gets_its_usual_letter_case(text: str, code: str) -> None:
    assert code_of(text) == code
    assert is_code(code)


@pytest.mark.parametrize("text", ["", "e", "english", "zh-", "zh--Hans", "中文", "en@", "en fr", "x" * 300])
def test_what_is_no_language_code_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="language"):
        code_of(text)
    assert not is_code(text)


def test_a_chain_is_read_from_what_was_typed() -> None:
    assert chain_of("ug, zh-hans en,ug") == ("ug", "zh-Hans", "en")
    assert chain_of(" ") == ()
    with pytest.raises(InvalidValue):
        chain_of("ug, nonsense")


def test_a_column_names_its_language() -> None:
    assert column("label", "zh-Hant") == "label@zh-Hant"
    assert language_of_column("label", "Label@ZH-hant") == "zh-Hant"
    assert [language_of_column("label", heading) for heading in ("label", "name@en", "map")] == ["", "", ""]
    with pytest.raises(InvalidValue):
        language_of_column("label", "label@english")
    assert Labels.of_row({"id": "1", "label@id": "Penjara", "label@bo": None}) == Labels({"id": "Penjara"})


def test_sentences_of_the_program_are_in_english_or_chinese() -> None:
    assert [sentences(chain) for chain in (("ug", "zh-Hant", "en"), ("en-GB",), ("ug",), ())] == [
        "zh-Hant",
        "en-GB",
        "en",
        "en",
    ]


def test_a_language_begins_a_chain() -> None:
    assert chain_for("zh-Hant") == ("zh-Hant", "zh-Hans", "en")
    assert chain_for("qqx") == ("qqx", "en", "zh-Hans")
    assert PRISON.text(chain_for("zh")) == "监狱"
