"""Check that the tests ran all lines and branches of the packages that keep secrets.

Usage: `coverage_gates.py coverage.json`.
"""

import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

WHOLE = frozenset({"hrddesk/crypto", "hrddesk/bundle", "hrddesk/redact", "hrddesk/store"})


@dataclass(slots=True)
class Part:
    """The coverage of a part of the program: counts of statements and branches, and what never ran."""

    total: int = 0
    covered: int = 0
    missing: tuple[str, ...] = ()

    @property
    def percent(self) -> float:
        return 100.0 if self.total == 0 else 100 * self.covered / self.total


def part_of(file: str) -> str:
    """Return the part of the program to which a file belongs: `hrddesk/crypto`, `hrddesk` or `hrddesk_ui`."""
    path = PurePosixPath(file.replace("\\", "/"))
    parts = path.parts
    if "hrddesk_ui" in parts:
        return "hrddesk_ui"
    inside = parts[len(parts) - parts[::-1].index("hrddesk") :]  # the checkout may be called so too
    return f"hrddesk/{inside[0]}" if len(inside) > 1 else "hrddesk"


def parts(report: dict[str, Any]) -> dict[str, Part]:
    """Return the coverage of each part of the program, added up from the JSON report of coverage."""
    found: dict[str, Part] = defaultdict(Part)
    for file, entry in report["files"].items():
        part = found[part_of(file)]
        summary = entry["summary"]
        part.total += summary["num_statements"] + summary["num_branches"]
        part.covered += summary["covered_lines"] + summary["covered_branches"]
        lines = entry["missing_lines"]
        branches = [
            f"{start}->{end if end > 0 else 'exit'}"
            for start, end in entry["missing_branches"]
            if start not in lines and end not in lines  # the line alone says it
        ]
        if lines or entry["missing_branches"]:
            part.missing += (f"{file}: {', '.join(ranges(lines) + branches)}",)
    return dict(found)


def ranges(numbers: list[int]) -> list[str]:
    """Return sorted numbers as texts; consecutive numbers become one text, `first-last`."""
    made: list[list[int]] = []
    for number in numbers:
        if made and made[-1][-1] == number - 1:
            made[-1] = [made[-1][0], number]
        else:
            made.append([number])
    return ["-".join(map(str, item)) for item in made]


def failures(report: dict[str, Any]) -> list[str]:
    """Return the parts of which something never ran, each with the places, and those without any
    measurement.
    """
    found = parts(report)
    lines = [f"{name}: nothing of it was measured" for name in sorted(WHOLE - set(found))]
    for name, part in sorted(found.items()):
        if part.covered != part.total:
            lines.append(f"{name}: {part.percent:.1f} % of 100 %")
            lines += [f"    {where}" for where in part.missing]
    return lines


def main(path: Path) -> int:
    """Print the table of coverage and what never ran; return 1 if a package fails the check, otherwise 0."""
    report = json.loads(path.read_text("utf-8"))
    for name, part in sorted(parts(report).items()):
        print(f"{name:<24}{part.percent:7.1f} %  ({part.covered} of {part.total})")
    missing = failures(report)
    print("\n".join(missing) if missing else "All gates hold.")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
