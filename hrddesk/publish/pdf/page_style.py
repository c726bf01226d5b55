"""The appearance of a publication: paper, margins, sizes and colours. Lengths are in points."""

from typing import Final

from hrddesk.publish.pdf.rows import Columns
from hrddesk.publish.typesetting.lettering import Align, Ink, TextStyle

PAPER: Final = (595.28, 841.89)  # A4
LEFT: Final = 70.0
RIGHT: Final = 70.0
TOP: Final = 68.0
BOTTOM: Final = 76.0
WIDTH: Final = PAPER[0] - LEFT - RIGHT
FOOT: Final = 40.0  # approximately the baseline of page numbers

TEXT: Final = Ink(0.13, 0.14, 0.16)
ACCENT: Final = Ink(0.1, 0.23, 0.36)
QUIET: Final = Ink(0.4, 0.43, 0.47)
HAIRLINE: Final = Ink(0.8, 0.82, 0.84)

CHART: Final = Ink(0.36, 0.53, 0.69)
"""The colour of bars and lines, light enough for a number on top to be legible."""

TITLE: Final = TextStyle(size=27, leading=36, ink=ACCENT, bold=True)
SUBTITLE: Final = TextStyle(size=11, leading=17, ink=QUIET)
CHAPTER: Final = TextStyle(size=18, leading=26, ink=ACCENT, bold=True)
HEADING: Final = TextStyle(size=13, leading=18, ink=ACCENT, bold=True)
PERSON: Final = TextStyle(size=9.5, leading=14, ink=TEXT, bold=True)
CAPTION: Final = TextStyle(size=8.5, leading=12, ink=ACCENT, bold=True)
BODY: Final = TextStyle(size=9.5, leading=14.5, ink=TEXT, align=Align.BY_DIRECTION)
CELL: Final = TextStyle(size=8.5, leading=12.5, ink=TEXT)
CELL_QUIET: Final = TextStyle(size=8.5, leading=12.5, ink=QUIET)
CELL_NUMBER: Final = TextStyle(size=8.5, leading=12.5, ink=TEXT, align=Align.RIGHT)
HEAD_NUMBER: Final = TextStyle(size=8.5, leading=12.5, ink=QUIET, align=Align.RIGHT)
LARGE: Final = TextStyle(size=15, leading=22, ink=ACCENT, bold=True)
FIGURE: Final = TextStyle(size=12, leading=12.5, ink=ACCENT, bold=True)
CHAPTER_ENTRY: Final = TextStyle(size=9.5, leading=14, ink=ACCENT, bold=True)
CONTENTS: Final = TextStyle(size=9.5, leading=14, ink=TEXT)
FOOTER: Final = TextStyle(size=7.5, leading=10, ink=QUIET)
FOOTER_RIGHT: Final = TextStyle(size=7.5, leading=10, ink=QUIET, align=Align.RIGHT)
PAGE_NUMBER: Final = TextStyle(size=9.5, leading=14, ink=QUIET, align=Align.RIGHT)

FIGURES: Final = Columns(widths=(150, WIDTH - 150 - 12), gap=12, above=5, below=6, rule=HAIRLINE)
FACTS: Final = Columns(widths=(110, WIDTH - 110 - 12), gap=12, above=0.5, below=0.5, rule=None)
TIMELINE: Final = Columns(
    widths=(80, 132, WIDTH - 80 - 132 - 24), gap=12, above=3.5, below=4.5, rule=HAIRLINE
)
ENTRIES: Final = Columns(widths=(26, WIDTH - 26 - 10 - 40), gap=10, above=1, below=1, rule=None)
CHAPTERS: Final = Columns(widths=(WIDTH - 50,), gap=0, above=1, below=1, rule=None)
GAP: Final = 12.0
TWO: Final = Columns(widths=((WIDTH - 18) / 2,) * 2, gap=18, above=0, below=0, rule=None)
CARD: Final = Columns(widths=(110, WIDTH - 110 - 12), gap=12, above=1.5, below=1.5, rule=None)
CARD_TWO: Final = Columns(
    widths=(110, (WIDTH - 110 - 24) / 2, (WIDTH - 110 - 24) / 2), gap=12, above=1.5, below=1.5, rule=None
)
BARS: Final = Columns(widths=(150, WIDTH - 150 - 12), gap=12, above=1.5, below=1.5, rule=None)
"""The columns of a bar chart: label and bar.

The columns above are: `TWO` for two languages side by side, `CARD` and `CARD_TWO` for the lines of a card in
one and in two languages.
"""
