"""What the report holds, and whether what comes out of a vault or a PDF still holds it."""

import csv
import unicodedata
from pathlib import Path

from tests.real_report import Row as Row
from tests.real_report import as_the_kit_has_it

FILES = ("parties", "events", "relations", "figures")


def rows(path: Path) -> list[Row]:
    """Return the rows of a table of the kit."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def names(party: Row) -> list[str]:
    """Return the names of a row of parties.csv, the main one first."""
    return [name.partition("@")[0] for name in party["names"].split("|")]


def added(ours: Path, report: Path) -> dict[str, list[Row]]:
    """Return what an export holds beside the report, by file.

    Every row of the report must be in it, cell by cell in its columns as the kit has them, in the same order.
    """
    found = {}
    for file in FILES:
        wanted = list(map(as_the_kit_has_it, rows(report / f"{file}.csv")))
        more, at = [], 0
        for row in rows(ours / f"{file}.csv"):
            if at < len(wanted) and {column: row.get(column, "") for column in wanted[at]} == wanted[at]:
                at += 1
            else:
                more.append(row)
        assert at == len(wanted), f"row {at} of {file}.csv did not come back as it was, in its place"
        found[file] = more
    return found


def folded(text: str) -> str:
    """Return a text as a reader of a PDF would compare it: without case, spaces and what joins syllables."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in plain if not character.isspace() and character not in "-·")
