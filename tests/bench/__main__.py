"""Measure, side by side, what has to be quick, and print the table: `python tests/bench [ROW ...]`.

Rows 1 to 3 (lists and saving), 4 (statistics), 7 and 8 (evidence), 9 (evidence in bundles), 10 (records
in bundles), 11 (locked screen), 13 (PDF), 14 (one record more), 15 (who is there twice), 16 (names in a
text) and 17 (publishing 50 cases of many).
Never fails: what misses its target is named.
--cases N measures lists, statistics and bundles at N cases (may be repeated).
--keep DIR keeps the libraries of cases there, and takes those that are there: making 100,000 takes minutes.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import bundle_evidence_cost
import bundle_records_cost
import duplicates_cost
import evidence_cost
import figures_cost
import lists
import locked_screen
import million
import names_cost
import pdf
import publishing_cost
import search_cost
import table
import window_cost

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))

from displays import Displays


def _with_display(measure: Callable[[], Iterable[table.Row]]) -> list[table.Row]:
    """Measure on a virtual screen where there is none."""
    if os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM"):
        return list(measure())
    with Displays(1) as displays:
        if displays.names:
            os.environ.update(DISPLAY=displays.names[0], QT_QPA_PLATFORM="xcb")
        else:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return list(measure())


def main(arguments: list[str]) -> None:
    """Measure the rows that are asked for, all without any."""
    parser = argparse.ArgumentParser(description="Measure what has to be quick.")
    parser.add_argument("rows", nargs="*", type=int, metavar="ROW", help="1 to 17")
    parser.add_argument(
        "--cases", type=int, action="append", metavar="N", help="cases in lists, statistics and bundles"
    )
    parser.add_argument("--keep", type=Path, metavar="DIR", help="where libraries are kept and found")
    options = parser.parse_args(arguments)
    if options.keep is not None:
        options.keep.mkdir(parents=True, exist_ok=True)
    wanted = set(options.rows) or {1, 2, 3, 4, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17}
    # First, while this process is small: Linux counts a child's memory from before its exec, as ours.
    last = list(pdf.rows()) if 13 in wanted else []
    found: list[table.Row] = []
    if wanted & {1, 2, 3}:
        found += lists.rows(options.cases or [1_000, 10_000], wanted, options.keep)
    if 4 in wanted:
        found += figures_cost.rows(options.cases or [1_000, 10_000])
        found += million.rows()
    if wanted & {5, 6, 12}:
        with tempfile.TemporaryDirectory() as name:
            kept = options.keep or Path(name)
            if wanted & {5, 6}:
                found += search_cost.rows(options.cases or [1_000, 10_000], kept)
            if 12 in wanted:
                found += _with_display(lambda: window_cost.rows(options.cases or [1_000, 10_000], kept))
    if 15 in wanted:
        found += duplicates_cost.rows(options.cases or [1_000, 20_000])
    if 16 in wanted:
        found += names_cost.rows()
    if 17 in wanted:
        found += publishing_cost.rows(options.cases or [1_000, 10_000], options.keep)
    found += evidence_cost.rows(frozenset(wanted))
    if 9 in wanted:
        found += bundle_evidence_cost.rows()
    if 10 in wanted:
        for cases in options.cases or [10_000]:
            found += bundle_records_cost.rows(cases, options.keep)
    if 11 in wanted:
        found += _with_display(locked_screen.rows)
    found += last
    print(
        f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores; CPU time, medians"
    )
    print("\n".join(table.lines(found)))


if __name__ == "__main__":
    main(sys.argv[1:])
