"""The place of what search finds is that which a person would point at."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.records.language.scripts import normalise
from hrddesk.records.texts.excerpts import around, span_of


@pytest.mark.parametrize(
    ("body", "wanted", "found"),
    [
        ("They saw Hu  Lan there", "hulan", "Hu  Lan"),
        ("They saw Hu Lan there", "HU LAN", "Hu Lan"),
        ("the Café Ħ", "cafe", "Café"),
        (unicodedata.normalize("NFD", "the Café Ħ"), "cafe", unicodedata.normalize("NFD", "Café")[:-1]),
        ("昨晚胡岚在家", "胡岚", "胡岚"),
        ("straße 5", "STRASSE", "straße"),
        ("İstanbul and more", "more", "more"),
        ("ｆｕｌｌ width", "full", "ｆｕｌｌ"),
        ("the ﬁrst", "first", "ﬁrst"),
        ("ئايگۈل كەلدى", "ئايگۈل", "ئايگۈل"),
        ("བཀྲ་ཤིས་ཞེས", "བཀྲ ཤིས", "བཀྲ་ཤིས"),
        ("😀 smile", "😀", "😀"),
    ],
)
def test_the_place_is_that_of_the_words(body: str, wanted: str, found: str) -> None:
    span = span_of(body, wanted)
    assert span is not None
    assert body[slice(*span)] == found


@pytest.mark.parametrize(("body", "wanted"), [("a heron", "crane"), ("a heron", ""), ("", "a"), ("a", "-")])
def test_there_is_no_place_where_nothing_fits(body: str, wanted: str) -> None:
    assert span_of(body, wanted) is None
    assert around(body, wanted) is None


def test_letters_that_fit_only_together_are_pointed_at() -> None:
    parts = unicodedata.normalize("NFD", "각")  # three signs that make one
    body = "x" * 10 + parts + " y"
    assert span_of(body, "각") == (10, 11)
    assert span_of("x" * 20_000 + parts, "각") == (0, 0)  # somewhere: nobody waits for where


@given(
    st.text("abé -\n王丽ئۈབཀྲིﬁİß😀", max_size=30),
    st.integers(0, 29),
    st.integers(1, 4),
)
def test_what_search_finds_has_a_place(body: str, at: int, length: int) -> None:
    wanted = body[at : at + length]
    span = span_of(body, wanted)
    assert (span is not None) == (bool(normalise(wanted)) and normalise(wanted) in normalise(body))


def test_what_stands_around_is_one_line_with_its_place() -> None:
    body = "words " * 30 + "a\n heron,\n\nstanding" + " words" * 30
    found = around(body, "heron")
    assert found is not None
    assert found.text[found.start : found.end] == "heron"
    assert "a heron, standing" in found.text
    assert "\n" not in found.text
    assert (found.text[0], found.text[-1]) == ("…", "…")
    whole = around("a heron", "a heron")
    assert whole is not None
    assert (whole.text, whole.start, whole.end) == ("a heron", 0, 7)
