"""Line ends: never before what must not begin a line, never behind what must not end one."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrddesk.publish.typesetting.fonts import Fonts
from hrddesk.publish.typesetting.linebreak import _NO_END, _NO_START, atoms_of

FONTS = Fonts()
_IDEOGRAPHS = re.compile("[\u4e00-\u9fff]{2}")
ATOMS = FONTS.by_plane(atoms_of)


def cut(text: str) -> list[str]:
    marked = FONTS.mark(FONTS.printable(text))
    return ATOMS(marked)(marked)


@pytest.mark.parametrize(
    ("text", "atoms"),
    [
        ("", []),
        ("two words", ["two ", "words"]),
        ("  indented", ["  ", "indented"]),
        ("3.5 (a)b, don't", ["3.5 ", "(a)b, ", "don't"]),
        ("re-registration", ["re-", "registration"]),
        ("2020-02-06 x-y A-1", ["2020-02-06 ", "x-y ", "A-1"]),
        ("2020-02-06/2020-03 1/2", ["2020-02-06/", "2020-03 ", "1/2"]),
        ("and/or yes", ["and/", "or ", "yes"]),
        ("input/output", ["input/", "output"]),
        ("他说", ["他", "说"]),
        ("（他）说，", ["（他）", "说，"]),
        ("《说》。", ["《说》。"]),
        ("共2020年", ["共", "2020", "年"]),
        ("foo(他", ["foo", "(他"]),
        ("他)了", ["他)", "了"]),
        ("Кви ла", ["Кви ", "ла"]),
        ("(", ["("]),
        ("))) x", ["))) ", "x"]),
        ("བོད་ཡིག་གི", ["བོད་", "ཡིག་", "གི"]),
        ("བྱས། །ཁོང་གི་", ["བྱས། །", "ཁོང་", "གི་"]),
        ("པ་དང་། ཉིན", ["པ་", "དང་། ", "ཉིན"]),
        ("༄༅། །མི་", ["༄༅། །", "མི་"]),
        ("(བོད་ཡིག) x", ["(བོད་", "ཡིག) ", "x"]),
        ("2014ལོར་ x", ["2014", "ལོར་ ", "x"]),
        ("ᠪᠢᠴᠢᠭ\u202fᠤᠨ ᠪᠠᠭᠰᠢ ᠃ ᠡᠷᠡ᠂", ["ᠪᠢᠴᠢᠭ\u202fᠤᠨ ", "ᠪᠠᠭᠰᠢ ᠃ ", "ᠡᠷᠡ᠂"]),
        ("ئۇ، 2014-يىلى كېتىلدى", ["ئۇ، ", "2014-يىلى ", "كېتىلدى"]),
    ],
)
def test_atoms(text: str, atoms: list[str]) -> None:
    assert cut(text) == atoms


def test_chinese_quotes_and_dashes_stay_with_their_words() -> None:
    assert [len(atom) for atom in cut("说“你好”——了")] == [1, 2, 4, 1]


@given(st.text(st.sampled_from("ab1 -/.,()“”‘’—…他说你。，！《》（）「」·བོད་།ᠪᠠ᠃ئۇ،")))
@settings(max_examples=500, deadline=None)
def test_nothing_is_lost_and_no_line_ends_wrongly(text: str) -> None:
    marked = FONTS.mark(text)
    atoms = ATOMS(marked)(marked)
    assert "".join(atoms) == marked
    assert atoms == ATOMS("\U00020000")(marked)  # what is cut beside characters of another plane
    assert not any(_IDEOGRAPHS.search(atom) for atom in atoms)
    for before, after in pairwise(atoms):
        assert after.strip(" ")[:1] not in tuple("།᠃")
        if before.endswith(" "):
            continue
        assert before[-1] not in _NO_END
        assert after[0] not in _NO_START
