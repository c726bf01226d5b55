"""The measures, letters and colours of the window: every other module takes them from here."""

from dataclasses import dataclass
from typing import Final

GRID: Final = 8
"""Pixels; every margin and gap is a multiple of it or half of it."""
CONTROL: Final = 32
"""Height of a button, a field or a row, in pixels, for text of the usual size."""
DENSE_CONTROL: Final = 26
"""The same height where rows are close."""
RADIUS: Final = 6
"""Radius of the corners of controls, in pixels."""
BAR: Final = 3
"""Width of the bar beside a selected row, and height of the bar below a chosen tab, in pixels."""
ROW_SIDES: Final = GRID + BAR
"""What the padding and the bar of a row in a list take of its width, in pixels."""
FAMILIES: Final = (
    "Noto Sans",
    "Noto Sans SC",
    "Noto Sans Arabic",
    "Noto Serif Tibetan",
    "Noto Sans Mongolian",
)
TITLE: Final = 20
HEADING: Final = 16
TEXT: Final = 13
SMALL: Final = 12
"""Sizes of letters in pixels, for text of the usual size."""
TEXT_SIZES: Final = (100, 125, 150, 175, 200)
"""Sizes of text that a person can choose, in percent of the usual size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The colours of one palette as #rrggbb.

    Every text has a contrast of at least 4.5:1 with its background; every edge, bar and mark at least 3:1.
    """

    window: str  # behind everything
    base: str  # behind lists and fields
    raised: str  # the rail, the top bar, buttons
    hover: str  # below the mouse
    chosen: str  # behind a selected row
    text: str
    muted: str  # second-rank text
    line: str  # borders of what needs none to be seen
    edge: str  # of fields, boxes and buttons
    accent: str  # the main button, ticks, bars, selected letters
    accent_hover: str  # the main button below the mouse
    on_accent: str
    link: str  # links, and the edge of what has the keyboard
    good: str
    warn: str
    bad: str
    turned: str  # a contact whose key is another, with proof
    ended: str  # a contact who was revoked
    good_ground: str
    warn_ground: str
    bad_ground: str
    info_ground: str
    mark: str  # behind an occurrence in a text
    doubt: str  # behind an occurrence that the reader has to decide about


LIGHT: Final = Colours(
    window="#f4f5f6",
    base="#ffffff",
    raised="#e9ecee",
    hover="#eaeef0",
    chosen="#dcecf1",
    text="#1c2226",
    muted="#545d64",
    line="#c3c9cd",
    edge="#727c83",
    accent="#1a6478",
    accent_hover="#124f60",
    on_accent="#ffffff",
    link="#155a6c",
    good="#1d5f3a",
    warn="#724800",
    bad="#9c1f2a",
    turned="#6a2f8f",
    ended="#6b3a2a",
    good_ground="#e2f1e7",
    warn_ground="#fbefd5",
    bad_ground="#fae3e4",
    info_ground="#e2eef2",
    mark="#ffe08a",
    doubt="#f7b2a4",
)
DARK: Final = Colours(
    window="#1d2124",
    base="#15181a",
    raised="#272c30",
    hover="#23292d",
    chosen="#1c3640",
    text="#e8ebed",
    muted="#a9b3ba",
    line="#454d53",
    edge="#7b868d",
    accent="#2d7b92",
    accent_hover="#256a7f",
    on_accent="#ffffff",
    link="#8acbdd",
    good="#93d3ac",
    warn="#ecc57d",
    bad="#f5a3a8",
    turned="#d3b0ee",
    ended="#dcae9d",
    good_ground="#1c3226",
    warn_ground="#382c14",
    bad_ground="#3d1f22",
    info_ground="#1b3039",
    mark="#6a5400",
    doubt="#7c2f22",
)
