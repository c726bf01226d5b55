"""Punctuation of Chinese leaves blank halves out where the font has them."""

import pytest

from hrddesk.publish.typesetting.fontfile import FontFace
from hrddesk.publish.typesetting.fonts import Fonts
from hrddesk.publish.typesetting.punctuation import CLOSING, HALF, OPENING, meeting, squeezed, unmarked

FONTS = Fonts()


def test_the_font_is_blank_where_room_is_saved() -> None:
    file = FONTS.files[FontFace.HAN]
    for marks, blank in ((OPENING, range(HALF)), (CLOSING, range(HALF, 1001))):
        for mark in unmarked(marks):
            glyph = file.glyph(mark)
            extents = file.harfbuzz_font.get_glyph_extents(glyph)
            assert file.advance(glyph) == 1000
            assert extents.x_bearing not in blank
            assert extents.x_bearing + extents.width - 1 not in blank


@pytest.mark.parametrize(
    ("text", "narrower"),
    [
        ("他。“说”", 500),
        ("他说”。了", 500),
        ("他（《说》），", 500 + 500 + 500),
        ("他——说", 95),
        ("他……说", 0),
        ("他，说", 0),
        ("(he), “said”.", 0),
        ("", 0),
    ],
)
def test_room_that_is_saved(text: str, narrower: int) -> None:
    marked = FONTS.mark(text)
    assert squeezed(marked) == narrower
    assert "".join(piece for piece, _ in meeting(marked)) == marked
    assert sum(less for _, less in meeting(marked)) == narrower
    wide = sum(FONTS.width(character, bold=False) for character in marked)
    assert FONTS.width(marked, bold=False) == wide - narrower


def test_it_is_drawn_as_it_is_measured() -> None:
    ((face, shown),) = FONTS.runs(FONTS.mark("他（《说》"), bold=False)
    assert face is FontFace.HAN
    assert shown.count(" 500 ") == 1
    assert shown.endswith("] TJ")
    ((_, plain),) = FONTS.runs("他说", bold=False)
    assert plain.endswith("> Tj")
