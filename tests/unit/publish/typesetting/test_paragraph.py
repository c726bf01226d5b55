"""Paragraphs: no line is wider than its column, no character is lost, and each may be drawn many times."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrddesk.publish.pdf.page_style import BODY, TEXT, TITLE
from hrddesk.publish.typesetting.lettering import Align, Ink, TextStyle, Typesetter, number
from hrddesk.publish.typesetting.paragraph import InkSpan, ScriptParagraph
from hrddesk.publish.typesetting.punctuation import CLOSING

SETTER = Typesetter()
RIGHT = TextStyle(size=10, leading=14, ink=TEXT, align=Align.RIGHT)
RED = Ink(0.7, 0, 0)


def paragraph(text: str | list[InkSpan], style: TextStyle = BODY) -> ScriptParagraph:
    return ScriptParagraph(text, style, SETTER)


def lines_of(made: ScriptParagraph) -> list[str]:
    return ["".join(text for _, text in line.pieces) for line in made._lines or []]


LETTERS = "abcdefgh ij-/kl,.“”…他说了，。（）\n\u00a0ئۇيلاغ،بོད་ཀྱི།ᠪᠢᠴᠭ\u202f2014x\u030c"


@given(st.text(st.sampled_from(LETTERS)), st.floats(30, 300))
@settings(max_examples=300, deadline=None)
def test_lines_fit_and_keep_every_character(text: str, width: float) -> None:
    made = paragraph(text)
    made.wrap(width)
    lines = lines_of(made)
    expected = SETTER.fonts.mark(SETTER.fonts.printable(text))
    assert "".join(lines).replace(" ", "") == expected.replace("\n", "").replace(" ", "")
    for line in lines:
        taken = SETTER.width(line.rstrip(" "), bold=False) * BODY.size / 1000
        if line.rstrip(" ").endswith(tuple(CLOSING)):
            taken -= BODY.size / 2  # the blank half of the last mark may stand beyond the edge
        assert taken <= width + 0.01 or len(SETTER.shaper.chop(line.rstrip(" "), 1, bold=False)) == 1
    assert made.height == len(lines) * made.leading


def test_word_wider_than_the_column_is_cut() -> None:
    made = paragraph("x" * 100)
    made.wrap(60)
    assert len(lines_of(made)) > 5
    assert "".join(lines_of(made)) == "x" * 100


def test_column_narrower_than_a_character_still_ends() -> None:
    made = paragraph("他说了")
    made.wrap(1)
    assert lines_of(made) == ["他", "说", "了"]


def test_line_feeds_end_lines() -> None:
    made = paragraph("one\n\ntwo")
    made.wrap(200)
    assert lines_of(made) == ["one", "", "two"]


def test_spans_share_lines_and_change_colour() -> None:
    made = paragraph([InkSpan("Charges: ", RED), InkSpan("some thing that goes on and on\nand ends", TEXT)])
    made.wrap(100)
    assert lines_of(made)[0].startswith("Charges: some")
    code = made.operators(0, 0)
    assert code.index(RED.fill()) < code.index(TEXT.fill())


def test_splits_between_lines_and_leaves_no_single_one() -> None:
    made = paragraph("word " * 60)
    made.wrap(100)
    lines = len(lines_of(made))
    leading = BODY.leading
    assert made.split(100, leading * 1.5) == []
    assert made.split(100, leading * lines) == [made]
    first, rest = made.split(100, leading * (lines - 1))
    assert isinstance(first, ScriptParagraph)
    assert isinstance(rest, ScriptParagraph)
    assert (len(lines_of(first)), len(lines_of(rest))) == (lines - 2, 2)
    assert lines_of(first) + lines_of(rest) == lines_of(made)
    single = paragraph("one line")
    assert single.split(100, leading / 2) == []
    two = paragraph("one\ntwo")
    assert two.split(100, leading * 1.2) == []


def test_right_flush_lines_end_at_the_edge() -> None:
    made = paragraph("17", RIGHT)
    made.wrap(100)
    match = re.search(r"1 0 0 1 ([\d.]+) ", made.operators(0, 0))
    assert match is not None
    starts = re.findall(r"1 0 0 1 ([\d.]+) [\d.]+ Tm", made.operators(0, 0))
    width = SETTER.fonts.width("17", bold=False) * RIGHT.size / 1000
    assert float(starts[-1]) == pytest.approx(100 - width, abs=0.01)


def test_a_chinese_heading_has_bold_letters() -> None:
    made = paragraph("一 A 二", TITLE)
    made.wrap(300)
    code = made.operators(0, 0)
    assert "Tr" not in code
    assert re.findall(r"/(F\d)", code) == ["F7", "F2", "F7"]


def test_a_heading_of_a_font_with_one_weight_is_drawn_with_an_outline_that_ends_with_it() -> None:
    made = paragraph("ئا A", TITLE)
    made.wrap(300)
    code = made.operators(0, 0)
    assert code.count("2 Tr") == 1
    assert code.count("0 Tr") == 1
    plain = paragraph("一 A 二")
    plain.wrap(300)
    assert "Tr" not in plain.operators(0, 0)


def test_empty_paragraph_is_false() -> None:
    assert not paragraph(" \u200b")
    assert paragraph("x")
    made = paragraph("x")
    made.wrap(100)
    assert made


def test_a_paragraph_is_drawn_in_many_places_and_widths() -> None:
    """One that was drawn elsewhere draws what a new one does: cells that say the same are one paragraph."""
    used = paragraph(
        [InkSpan("Place: ", RED), InkSpan("a sentence that takes some lines, 他说了。 " * 3, TEXT)]
    )
    for width, x, y in ((200, 70, 300), (200, 10.5, 20), (90, 70, 300), (200, 70, 300)):
        new = paragraph(
            [InkSpan("Place: ", RED), InkSpan("a sentence that takes some lines, 他说了。 " * 3, TEXT)]
        )
        assert used.wrap(width) == new.wrap(width)
        assert used.operators(x, y) == new.operators(x, y)
        assert used.operators(x, y + 1) != new.operators(x, y)
    for text, style in (("17", RIGHT), ("ئۇ يىلى كىتابلار دېگەن سۆز", BODY)):  # what is flush right
        used = paragraph(text, style)
        for width, x in ((60, 0), (60, 5), (80, 0)):
            new = paragraph(text, style)
            assert used.wrap(width) == new.wrap(width)
            assert used.operators(x, 9) == new.operators(x, 9)


def test_a_mark_without_a_letter_stays_before_a_word_that_is_cut() -> None:
    made = paragraph([InkSpan("\u0301", RED), InkSpan("Quarrytown ", TEXT), InkSpan("\u0301", RED)], TITLE)
    made.wrap(40)
    assert len(lines_of(made)) > 3
    assert "".join(lines_of(made)) == "\u0301Quarrytown \u0301"


def test_numbers_have_no_exponent() -> None:
    assert number(0.000001) == "0.00"
    assert number(123456.789) == "123456.79"


def test_a_closing_mark_with_its_blank_half_beyond_the_edge_stays_on_the_line() -> None:
    em = BODY.size
    made = paragraph("他说了他说了。他")
    made.wrap(6.5 * em)
    assert lines_of(made) == ["他说了他说了。", "他"]
    made = paragraph("他说了他说了。他")
    made.wrap(6.4 * em)
    assert lines_of(made) == ["他说了他说", "了。他"]


def test_marks_that_meet_take_less_room_wherever_the_line_could_have_ended() -> None:
    em = BODY.size
    made = paragraph("他说了。（了）")
    made.wrap(6.1 * em)  # seven characters, of which two meet, and the last half is blank
    assert lines_of(made) == ["他说了。（了）"]
    assert "> 500 <" in made.operators(0, 0)
    made = paragraph([InkSpan("他说了。", RED), InkSpan("（了）", TEXT)])
    made.wrap(6.1 * em)  # not across two spans
    assert len(lines_of(made)) == 2
