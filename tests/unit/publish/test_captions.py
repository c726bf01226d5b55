"""Captions: every one in both languages, and all that the story asks for."""

import re

from hrddesk.publish.captions import caption, fact, load, texts
from hrddesk.records import vocabulary
from hrddesk.records.labels import CHINESE, EN, ENGLISH, ZH


def test_every_caption_has_both_languages() -> None:
    assert len(load()) > 40
    for code, text in load().items():
        assert text.en.strip(), code
        assert text.zh.strip(), code
        assert text.zh != text.en, code


def test_victim_is_the_word_of_the_vocabulary() -> None:
    roles = vocabulary.load("role")
    for language, chain in (("en", ENGLISH), ("zh", CHINESE)):
        assert getattr(caption("role.victim"), language) == roles.label("victim", chain)


def test_placeholders_are_in_both_languages() -> None:
    for text in load().values():
        assert ("{n}" in text.en) == ("{n}" in text.zh)


def test_fact_without_a_caption_is_its_code_in_words() -> None:
    assert fact("occupation") == caption("fact.occupation")
    assert fact("shoe_size").en == "Shoe size"


def test_no_caption_explains_a_notation() -> None:
    for text in load().values():
        assert not re.search(r"\d{4}[/~?-]|/\d{4}", text.en + text.zh)


def test_every_caption_is_there_in_three_languages() -> None:
    for code, text in texts().items():
        assert {EN, ZH, "zh-Hant"} <= set(text), code
