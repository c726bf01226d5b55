"""What the report holds, and whether what comes out of a vault or a PDF still holds it."""

import csv
import unicodedata
from pathlib import Path

FILES = ("parties", "events", "relations", "figures")
Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    """Return the rows of a table of the kit."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def names(party: Row) -> list[str]:
    """Return the names of a row of parties.csv, the main one first."""
    return [name.partition("@")[0] for name in party["names"].split("|")]


def added(ours: Path, report: Path) -> dict[str, list[Row]]:
    """Return what an export holds beside the report, by file; every row of the report must be in it.

    Rows are compared cell by cell, in the columns of the report; their order is no fact.
    """
    found = {}
    for file in FILES:
        first, second = rows(ours / f"{file}.csv"), rows(report / f"{file}.csv")
        left = [{column: row.get(column, "") for column in second[0]} for row in first]
        for number, row in enumerate(second):
            assert row in left, f"row {number} of {file}.csv did not come back as it was"
            left.remove(row)
        found[file] = left
    return found


def folded(text: str) -> str:
    """Return a text as a reader of a PDF would compare it: without case, spaces and what joins syllables."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in plain if not character.isspace() and character not in "-·")
