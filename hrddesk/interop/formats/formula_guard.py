"""Cells that a spreadsheet would run as a formula, written so that it does not.

Whoever opens a table of ours in a spreadsheet must not start what somebody put into a name or a title
("formula injection", OWASP). Such a cell gets an apostrophe in front, which spreadsheets understand as "this
is text". Reading takes just that apostrophe away again: `unguarded(guarded(text)) == text` for every text.
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
    """Return the cell as it is safe to write into a table that a spreadsheet may open."""
    return f"'{cell}" if _IS_RUN.match(cell) else cell


def pasted(cells: Iterable[str]) -> str:
    """Return a row as it is safe to paste into a spreadsheet: tabs between cells, and none within."""
    return "\t".join(guarded(" ".join(cell.split())) for cell in cells)


def unguarded(cell: str) -> str:
    """Return the cell that `guarded` made this of; any other cell stays as it is."""
    return cell[1:] if _IS_GUARDED.match(cell) else cell
