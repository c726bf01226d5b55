"""Captions and sentences in files: each in every shipped language, with the same marks."""

import re

from hrddesk.records.language import captions
from hrddesk.records.language.labels import EN, ZH

SHIPPED = (EN, ZH, "zh-Hant")


def test_every_text_is_there_in_three_languages() -> None:
    assert captions.languages() == SHIPPED
    assert len(captions.texts()) > 40
    for code, text in captions.texts().items():
        assert all(text[language].strip() for language in SHIPPED), code
        assert text[EN] != text[ZH], code


def test_the_marks_of_a_text_are_the_same_in_every_language() -> None:
    for code, text in captions.texts().items():
        assert len({tuple(sorted(re.findall(r"\{\w*\}", words))) for words in text.values()}) == 1, code


def test_no_text_explains_a_notation() -> None:
    for text in captions.texts().values():
        assert not any(re.search(r"\d{4}[/~?-]|/\d{4}", words) for words in text.values())


def test_a_text_falls_back_along_the_chain_of_its_language() -> None:
    assert captions.said("date.since", "zh-Hant-HK", a="X") == "X起"
    assert captions.said("unit.week.one", "zh-Hant-HK", n="1") == "1週"
    assert captions.said("unit.week.one", "ug", n="1") == "1 week"


def test_words_for_a_mark_are_not_read_for_marks() -> None:
    assert captions.said("date.lasted", "en", a="{b}", b="x") == "{b} to x"
