"""In which order suggestions come."""

import pytest

from hrddesk.records.names.ranking import Fit, begun, best, fit, ranked, words_of
from hrddesk.records.terms import vocabulary


@pytest.mark.parametrize(
    ("sought", "text", "expected"),
    [
        ("Transferred", "transferred", Fit.EQUAL),
        ("transf", "Transferred", Fit.BEGINS),
        ("court", "High court", Fit.WORD_BEGINS),
        ("ourt", "High court", Fit.CONTAINS),
        ("prison", "High court", None),
        ("", "High court", None),
        (" - ", "High court", None),
        ("ｄetained", "Détained", Fit.EQUAL),
        ("wang bing", "Wang Bingzhang", Fit.BEGINS),
        ("炳", "王炳章", Fit.CONTAINS),
        ("獲釋", "获释", Fit.EQUAL),
        ("获", "獲釋", Fit.BEGINS),
        ("阿布", "热依拉·阿布来提", Fit.WORD_BEGINS),
        ("མེད", "མི་མེད", Fit.WORD_BEGINS),
        ("ེད", "མི་མེད", Fit.CONTAINS),  # a vowel sign begins no word
    ],
)
def test_how_a_text_fits(sought: str, text: str, expected: Fit | None) -> None:
    assert fit(sought, text) is expected


def test_the_best_text_of_a_thing_counts_and_the_first_of_equals() -> None:
    assert best("a", ["ba", "ab", "ac"]) == (Fit.BEGINS, 1)
    assert best("x", ["a"]) is None


USUAL: list[tuple[str, str, str]] = [
    ("event_type", "transf", "transferred"), ("event_type", "transferred", "transferred"),
    ("event_type", "arres", "arrested"), ("place_kind", "detention c", "detention_centre"),
    ("place_kind", "detent", "detention_centre"), ("sex", "m", "male"), ("sex", "f", "female"),
    ("event_type", "released", "released"), ("event_type", "sentenced", "sentenced"),
    ("event_type", "拘留", "detained"), ("event_type", "獲釋", "released"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "typed", "code"), USUAL)
def test_the_first_suggestion_is_what_the_words_say(name: str, typed: str, code: str) -> None:
    found = ranked(typed, vocabulary.load(name).terms, words_of)
    assert found[0][0].code == code, [term.code for term, _ in found]


@pytest.mark.parametrize("name", vocabulary.PLAIN)
def test_every_label_typed_whole_comes_first_and_its_beginning_is_no_other_term(name: str) -> None:
    words = vocabulary.load(name)
    for term in words.terms:
        for label in set(term.labels.values()):
            first = ranked(label, words.terms, words_of)[0][0]
            assert label in first.labels.values()
            assert begun(label, [words]) == []


def test_a_beginning_of_terms_is_told_from_other_words() -> None:
    types = vocabulary.load("event_type")
    assert "transferred" in [term.code for term in begun("transf", [types])]
    assert begun("Transferred", [types]) == []
    assert begun("paraded through the streets", [types]) == []
    assert begun("", [types]) == []
