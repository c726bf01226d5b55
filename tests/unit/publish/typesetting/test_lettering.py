"""A line by itself, as charts draw it: where it begins, how wide it is, and that nothing of it is lost."""

import re

import pytest

from hrddesk.publish.typesetting.lettering import Anchor, Ink, TextStyle, Typesetter, draw_line, line_width

SETTER = Typesetter()
PLAIN = TextStyle(size=8, leading=10, ink=Ink(0.1, 0.1, 0.1))
BOLD = TextStyle(size=8, leading=10, ink=Ink(0.1, 0.1, 0.1), bold=True)


def start(text: str, anchor: Anchor) -> tuple[float, float]:
    code: list[str] = []
    draw_line(code, text, 200, 100, PLAIN, SETTER, anchor)
    found = re.search(r"1 0 0 1 ([\d.]+) ([\d.]+) Tm", code[0])
    assert found is not None
    return float(found[1]), float(found[2])


@pytest.mark.parametrize("text", ["2019", "案件 case", "Квила"])
def test_anchor_says_which_point_lies_at_the_place(text: str) -> None:
    width = line_width(text, PLAIN, SETTER)
    assert width > 10
    for anchor, before in ((Anchor.LEFT, 0), (Anchor.MIDDLE, width / 2), (Anchor.RIGHT, width)):
        across, up = start(text, anchor)
        assert across == pytest.approx(200 - before, abs=0.01)
        assert up == 100


def test_line_feeds_become_spaces_and_nothing_is_drawn_of_nothing() -> None:
    one: list[str] = []
    other: list[str] = []
    empty: list[str] = []
    draw_line(one, "a\nb", 0, 0, PLAIN, SETTER)
    draw_line(other, "a b", 0, 0, PLAIN, SETTER)
    draw_line(empty, " \u200b", 0, 0, PLAIN, SETTER)
    assert one == other != []
    assert empty == []


def test_bold_is_wider() -> None:
    assert line_width("Arrested", BOLD, SETTER) > line_width("Arrested", PLAIN, SETTER)
