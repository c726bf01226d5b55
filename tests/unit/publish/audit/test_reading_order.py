"""Lines of a page in the order in which a person reads them, and only where they say what they ought to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrddesk.publish.audit.reading_order import LineReader, comparable, shown_as
from hrddesk.publish.typesetting import bidi


def from_left(text: str) -> str:
    """Return how a line by itself stands on paper."""
    levels = bidi.levels(text, bidi.base_level(text))
    return "".join(
        bidi.mirrored(text[place]) if levels[place] % 2 else text[place] for place in bidi.order(levels)
    )


def test_lines_are_turned_back() -> None:
    text = "ئۇ 2014-يىلى (Kashgar) دا"
    assert from_left(text) == "اد (Kashgar) ىلىي-2014 ۇئ"
    assert LineReader([text]).read(from_left(text)) == text


def test_a_caption_and_what_it_names_share_a_line() -> None:
    reader = LineReader(["Place: ", "قەشقەر", "next"])
    assert reader.read("Place: رەقشەق") == "Place: قەشقەر"
    assert reader.read("next") == "next"


def test_merged_letters_are_taken_apart() -> None:
    assert LineReader(["كىتابلار"]).read("رﻻباتىك") == "كىتابلار"


@pytest.mark.parametrize("shown", ["رەقشەغ", "قەشقەر", "رەقشەق2014", "elsewhere"])
def test_what_is_not_what_ought_to_come_stays(shown: str) -> None:
    assert LineReader(["قەشقەر", "more"]).read(shown) == (shown if shown != "قەشقەر" else "قەشقەر")


def test_a_line_that_differs_does_not_hide_the_next_ones() -> None:
    reader = LineReader(["قەشقەر", "تاش كان"])
    assert reader.read("abcdef") == "abcdef"
    assert reader.read(from_left("تاش كان")) == "تاش كان"


def test_how_a_title_is_shown() -> None:
    assert shown_as("تاش لا (2014)") == comparable(from_left("تاش لا (2014)"))
    assert shown_as("plain title") == comparable("plain title") == "plaintitle"


@given(st.lists(st.text(st.sampled_from("ab 12-(),«»كىتابلار٢中"), min_size=1), min_size=1, max_size=4))
@settings(max_examples=400, deadline=None)
def test_whole_texts_come_back(texts: list[str]) -> None:
    reader = LineReader(texts)
    read = "".join(reader.read(from_left(text)) for text in texts)
    assert "".join(read.split()) == "".join("".join(texts).split())
