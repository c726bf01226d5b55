"""The order of characters by UAX #9, against a second implementation."""

import unicodedata

import pytest
from bidi import get_base_level, get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from hrddesk.publish.typesetting import bidi
from hrddesk.publish.typesetting.fonts import Fonts

FONTS = Fonts()
# Letters and digits of both directions, what stands at numbers, brackets, marks, spaces.
MIXED = st.text(
    st.sampled_from("aбк中ئۇيغر٢٣12305+-−/:.,%$€#°()[]{}<>«»《》〈〉“”!?؟، \u00a0\u0301\u064b\u0650&*…་བོ᠃ᠮ")
)
ANY = st.text(st.characters(exclude_categories=["Cs", "Cn"]))


def shown(text: str, base: int | None = None) -> str:
    """Return a line from left to right, as our parts say it, brackets as they are drawn."""
    level = bidi.base_level(text) if base is None else base
    resolved = bidi.ended(text, bidi.levels(text, level), level)
    return "".join(
        bidi.mirrored(text[place]) if resolved[place] % 2 else text[place] for place in bidi.order(resolved)
    )


def drawn_by_another(text: str, base: int | None = None) -> str:
    """Return the same by the other implementation, which mirrors nothing, so we do."""
    if not text:
        return ""
    direction = None if base is None else "RL"[base == 0]
    return str(get_display(text, base_dir=direction))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("2014-يىلى", "ىلىي-2014"),
        ("ئۇ 2014-يىلى 3-ئايدا", "اديائ-3 ىلىي-2014 ۇئ"),
        ("born 1971 in (قەشقەر) then", "born 1971 in (رەقشەق) then"),
        ("قەشقەر (Kashgar) دا", "اد (Kashgar) رەقشەق"),
        ("plain", "plain"),
        ("", ""),
        ("ئ 50% ب", "ب %50 ئ"),
        ("ئ 1,250.5 ب", "ب 1,250.5 ئ"),
        ("ئ ٢٣ ب", "ب ٢٣ ئ"),
    ],
)
def test_known_lines(text: str, line: str) -> None:
    assert shown(text) == line


@pytest.mark.parametrize("base", [None, 0, 1])
@given(text=MIXED)
@settings(max_examples=1500, deadline=None)
def test_as_the_other_implementation(base: int | None, text: str) -> None:
    """Which of two brackets is drawn is ours to say; the places are what both must agree on."""
    level = bidi.base_level(text) if base is None else base
    resolved = bidi.ended(text, bidi.levels(text, level), level)
    ours = "".join(text[place] for place in bidi.order(resolved))
    assert ours == drawn_by_another(text, level)


@given(ANY)
@settings(max_examples=800, deadline=None)
def test_whatever_is_printed(text: str) -> None:
    for line in FONTS.printable(text).split("\n"):
        level = bidi.base_level(line)
        resolved = bidi.ended(line, bidi.levels(line, level), level)
        assert "".join(line[place] for place in bidi.order(resolved)) == drawn_by_another(line, level)
        if line:
            assert level <= get_base_level(line)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("", 0),
        ("12", 0),
        ("Lunt قەشقەر قەشقەر", 0),
        ("قەشقەر", 1),
        ("1 قەشقەر", 1),
        ("قەشقەر دا Lunt", 1),
        ("1 شەبنەم 谢卜奈木 Shebnem Qumtagh", 0),
    ],
)
def test_a_text_runs_to_the_left_where_it_begins_so_and_most_of_it_does(text: str, level: int) -> None:
    """Names in several scripts in one cell are no text in the script of the first."""
    assert bidi.base_level(text) == level


def test_every_bracket_has_its_partner() -> None:
    """Pairs follow from names. Brackets that no font has are printed as numbers, and need none."""
    for point in range(0x110000):
        character = chr(point)
        if unicodedata.category(character) not in ("Ps", "Pe") or FONTS.printable(character) != character:
            continue
        if unicodedata.mirrored(character):
            other = bidi.mirrored(character)
            assert other != character
            assert bidi.mirrored(other) == character
