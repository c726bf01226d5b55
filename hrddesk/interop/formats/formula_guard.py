"""Protection of cells that a spreadsheet would run as a formula.

A user who opens one of our tables in a spreadsheet must not run a formula that a third person put into a name
or a title ("formula injection", OWASP). Such a cell gets an apostrophe in front, which spreadsheets
understand as "this is text". Reading removes exactly that apostrophe: `unguarded(guarded(text)) == text` for
every text.
"""

import re
from collections.abc import Iterable
from typing import Final

# What begins a formula or ends up as one: the signs, what is folded to them (full-width and small forms), the
# minus sign of mathematics, and controls that a cell may be split at. Blanks before them are skipped by some.
_SIGNS: Final = r"=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212"
_RUNS: Final = rf"(?:[\t\r\n]|\s*[{_SIGNS}])"
_IS_RUN: Final = re.compile(f"'*{_RUNS}")
_IS_GUARDED: Final = re.compile(f"'+{_RUNS}")


def guarded(cell: str) -> str:
    """Return the cell in a form that is safe in a table that a spreadsheet may open."""
    return f"'{cell}" if _IS_RUN.match(cell) else cell


def pasted(cells: Iterable[str]) -> str:
    """Return a row in a form that is safe to paste into a spreadsheet.

    Tabs separate the cells; white space within a cell becomes single spaces.
    """
    return "\t".join(guarded(" ".join(cell.split())) for cell in cells)


def unguarded(cell: str) -> str:
    """Return the text from which `guarded` made this cell; any other cell is unchanged."""
    return cell[1:] if _IS_GUARDED.match(cell) else cell
