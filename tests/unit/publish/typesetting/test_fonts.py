"""Fonts: what can be printed, which font draws it, and codes that depend on the character alone."""

import hashlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrddesk.publish.typesetting.fontfile import FontFace
from hrddesk.publish.typesetting.fonts import Codes, Fonts
from hrddesk.publish.typesetting.shaping import Shaper
from hrddesk.system.paths import resources

FONTS = Fonts()
SHAPER = Shaper(FONTS)


def test_fonts_are_the_listed_ones() -> None:
    folder = resources() / "fonts"
    listed = {}
    for line in (folder / "SHA256SUMS").read_text("ascii").splitlines():
        digest, name = line.split("  ")
        listed[name] = digest
    present = {path.name for path in folder.iterdir()} - {"SHA256SUMS"}
    assert present == set(listed)
    assert sum(name.startswith("LICENCE") for name in listed) == 3
    for name, digest in listed.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("plain", "plain"),
        ("", ""),
        ("a\tb", "a b"),
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("e\u0301", "é"),
        ("z\u200bw\u00adj\ufe0f\u202e", "zwj"),  # could tell copies apart unseen
        ("𠮷", "[U+20BB7]"),
        ("\U0001f4c4", "[U+1F4C4]"),
        ("\x07", "[U+0007]"),
        ("\x00", "[U+0000]"),
        ("\ue000", "[U+E000]"),  # our own mark for Chinese punctuation must not come from outside
        ("བོད", "བོད"),
        ("ئۇيغۇر", "ئۇيغۇر"),
        ("ב", "[U+05D1]"),
        ("a\u202fb", "a b"),
        ("ᠪᠢᠴᠢᠭ\u202fᠤᠨ", "ᠪᠢᠴᠢᠭ\u202fᠤᠨ"),  # a narrow space before a suffix, which changes its letters
        ("ᠭᠠᠵᠠᠷ\u180eᠠ", "ᠭᠠᠵᠠᠷ\u180eᠠ"),
        ("ᠮ\u180bᠣᠩ\u202f x", "ᠮᠣᠩ  x"),  # a selector without a form to select, and no suffix
        ("كىتاب\u200cلار ك\u200dت", "كىتاب\u200cلار كت"),  # one is seen, one is not
        ("\u200d\u180b", ""),
        ("Квила", "Квила"),
        ("維吾爾 维吾尔", "維吾爾 维吾尔"),
        ("\u3000x", "\u3000x"),
        ("a\u00a0b", "a\u00a0b"),
    ],
)
def test_printable(text: str, printed: str) -> None:
    assert FONTS.printable(text) == printed


@given(st.text())
@settings(max_examples=300, deadline=None)
def test_whatever_is_printable_has_a_glyph_and_stays(text: str) -> None:
    printed = FONTS.printable(text)
    assert FONTS.printable(printed) == printed
    for line in printed.split("\n"):
        for unit in SHAPER.in_order([(0, FONTS.mark(line))], None, bold=False):
            assert all(placed.glyph for placed in SHAPER.placed(unit))
            assert sorted("".join(placed.letters for placed in SHAPER.placed(unit))) == sorted(unit.text)


def test_punctuation_is_chinese_beside_chinese() -> None:
    runs = list(FONTS.runs(FONTS.mark("说“你好”——it’s “fine”…"), bold=False))
    assert [face for face, _ in runs] == [FontFace.HAN, FontFace.REGULAR]
    assert len(re.findall("[0-9A-F]{4}", runs[0][1])) == 7
    assert FONTS.width(FONTS.mark("“你”"), bold=False) == 3000
    assert FONTS.width(FONTS.mark("“a”"), bold=False) < 2000


def test_bold_has_letters_of_its_own() -> None:
    assert [face for face, _ in FONTS.runs("A中", bold=True)] == [FontFace.BOLD, FontFace.HAN_BOLD]
    units = SHAPER.in_order([(0, FONTS.mark("中ئا"))], None, bold=True)
    assert [unit.face for unit in units] == [FontFace.HAN_BOLD, FontFace.ARABIC]
    assert FONTS.width("A", bold=True) > FONTS.width("A", bold=False)


def test_code_is_the_glyph_whatever_was_drawn_before() -> None:
    one, other = Fonts(), Fonts()
    list(other.runs("乙丙丁甲", bold=False))
    assert list(one.runs("甲", bold=False)) == list(other.runs("甲", bold=False))


def test_characters_that_share_a_glyph_keep_their_own_text() -> None:
    codes = Codes(FONTS.files[FontFace.HAN])
    shared = "①➀"  # two characters, one glyph in this font
    assert codes.file.glyph("①") == codes.file.glyph("➀")
    first, second = (int(code, 16) for code in (codes[ord(c)] for c in shared))
    assert first == codes.file.glyph("①")
    assert second == codes.file.glyph_count
    assert codes.texts == {first: "①", second: "➀"}
    assert codes.glyphs == {first: first, second: first}


def test_subset_holds_the_wanted_glyphs_only() -> None:
    file = FONTS.files[FontFace.HAN]
    small = file.subset({file.glyph("甲")})
    assert len(small) < 200_000
    assert b"Adobe" not in small  # no names
    assert small == file.subset({file.glyph("甲")})
    assert file.has_picture(file.glyph("甲"))
    assert not file.has_picture(file.glyph("\u3000"))
