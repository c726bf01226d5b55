"""Mongolian stands upright: lines from top to bottom, side by side from the left, and nothing is lost."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrddesk.publish.pdf.page_style import BODY, WIDTH
from hrddesk.publish.typesetting.lettering import Typesetter
from hrddesk.publish.typesetting.paragraph import ScriptParagraph
from hrddesk.publish.typesetting.vertical import VerticalParagraph, text_block
from tests.unit.publish.scripts import MONGOLIAN, TEXTS

SETTER = Typesetter()
LONG = f"{MONGOLIAN} " * 12


def made(text: str = LONG) -> VerticalParagraph:
    block = text_block(text, BODY, SETTER)
    assert isinstance(block, VerticalParagraph)
    return block


def starts(code: str) -> list[tuple[float, float]]:
    """Return where turned pieces of lines begin."""
    return [(float(x), float(y)) for x, y in re.findall(r"0 -1 1 0 ([\d.]+) ([\d.]+) Tm", code)]


def text_of(*blocks: ScriptParagraph) -> str:
    return "".join(text for block in blocks for line in block._lines or [] for _, text in line.pieces)


def test_only_what_is_mongolian_stands_upright() -> None:
    for script, text in TEXTS.items():
        assert isinstance(text_block(text, BODY, SETTER), VerticalParagraph) is (script == "mongolian")
    assert not isinstance(text_block("ᠪᠠᠭᠰᠢ كىتاب", BODY, SETTER), VerticalParagraph)
    assert not isinstance(text_block("ᠪᠠ and much more of Latin", BODY, SETTER), VerticalParagraph)


def test_lines_go_down_and_then_to_the_right() -> None:
    block = made("ᠪᠠᠭᠰᠢ " * 60)
    height = block.wrap(WIDTH)
    begun = starts(block.operators(0, 0))
    lines = [x for x, y in begun if y == pytest.approx(height, abs=0.01)]
    assert len(lines) > 3
    assert lines == sorted(lines)
    assert lines[1] - lines[0] == pytest.approx(block.leading, abs=0.02)
    assert height <= 230


def test_chinese_in_it_stands() -> None:
    block = made("ᠪᠠᠭᠰᠢ ᠪᠠᠭᠰᠢ “老师”，（老）")
    block.wrap(WIDTH)
    code = block.operators(0, 0)
    upright = re.findall(r"1 0 0 1 ([\d.]+) ([\d.]+) Tm /?[^ ]*", code)
    assert len(upright) == 8
    heights = [float(y) for _, y in upright]
    assert heights == sorted(heights, reverse=True)
    file = SETTER.fonts.files[next(face for face in SETTER.fonts.files if face.name == "HAN")]
    shown = {placed.letters: placed.glyph for placed in file.shape("（老“", upright=True)}
    assert shown["老"] == file.glyph("老")
    assert shown["（"] != file.glyph("（")  # brackets and quotes of vertical text
    assert shown["“"] != file.glyph("“")


def test_few_words_take_little_room() -> None:
    assert made("ᠪᠠᠭᠰᠢ").wrap(WIDTH) < 60
    assert made(" ᠪᠠ\n").wrap(WIDTH) > 5


def test_rows_that_do_not_fit_go_on_below_and_on_the_next_page() -> None:
    block = made(LONG * 3)
    height = block.wrap(WIDTH)
    assert height > 400
    assert block.split(WIDTH, 100) == []
    assert block.split(WIDTH, height) == [block]
    first, rest = block.split(WIDTH, 300)
    assert isinstance(first, VerticalParagraph)
    assert isinstance(rest, VerticalParagraph)
    assert first.height <= 300
    assert text_of(first, rest) == text_of(block)
    again, _ = rest.split(WIDTH, 300)
    assert isinstance(again, VerticalParagraph)
    assert text_of(again) == text_of(rest)[: len(text_of(again))]


@given(st.text(st.sampled_from("ᠪᠠᠭᠰᠢ\u202f ᠃ab2老，“”")), st.floats(20, 400))
@settings(max_examples=200, deadline=None)
def test_nothing_is_lost_and_lines_stay_in_their_room(text: str, width: float) -> None:
    block = VerticalParagraph(text, BODY, SETTER)
    height = block.wrap(width)
    printed = SETTER.fonts.mark(SETTER.fonts.printable(text))
    assert text_of(block) == printed
    for x, y in starts(block.operators(0, 0)):
        assert 0 <= y <= height + 0.01
        assert x <= max(width, block.leading)
