"""Print what becomes of people and of ordinary words in texts of each language.

`python -m tests.open_world [--language CODE ...] [--people N] [--held-out] [--show]`
"""

import argparse
from collections import Counter
from collections.abc import Sequence

from tests import memory_locks
from tests.open_world.meter import PROFILES, Fate, Row, measure
from tests.open_world.product import product
from tests.open_world.sentences import HELD_OUT, OPEN, languages, read

_HEAD = (
    "language   profile | mentions held asked marked partly LEAKED beside | ordinary untouched asked marked"
    " DESTROYED | unknown noticed SILENT | telling noticed SILENT | asked/1000"
)


def main() -> None:
    """Measure the languages that are asked for, all without any."""
    parser = argparse.ArgumentParser(description="Measure the redaction of texts in an open world.")
    parser.add_argument("--language", action="append", choices=languages(), metavar="CODE")
    parser.add_argument("--profile", action="append", choices=PROFILES)
    parser.add_argument("--people", type=int, default=50, metavar="N", help="how many are in the vault")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--held-out", action="store_true", help="the lists that no engine was built by")
    which.add_argument("--show", action="store_true", help="print the sentences that go wrong")
    options = parser.parse_args()
    memory_locks.in_name_only()
    folder = HELD_OUT if options.held_out else OPEN
    print(_HEAD)
    for profile in options.profile or PROFILES:
        rows = []
        for language in options.language or languages():
            rows.append(measure(read(language, folder), product, profile, options.people))
            print(_line(rows[-1]), flush=True)
            if options.show:
                print(*(f"    {fate}: {text}" for fate, text in rows[-1].failures), sep="\n")
        print(_line(_sum(rows, profile)))


def _sum(rows: Sequence[Row], profile: str) -> Row:
    nothing = Counter[Fate]()
    return Row(
        language="all",
        profile=profile,
        mentions=sum((row.mentions for row in rows), nothing),
        ordinary=sum((row.ordinary for row in rows), nothing),
        unknown=sum((row.unknown for row in rows), nothing),
        telling=sum((row.telling for row in rows), nothing),
        beside=sum(row.beside for row in rows),
        asked=sum(row.asked for row in rows),
        words=sum(row.words for row in rows),
    )


def _line(row: Row) -> str:
    mentions, ordinary = row.mentions, row.ordinary
    return " | ".join(
        (
            f"{row.language:<10} {row.profile:<7}",
            (
                f"{mentions.total():>8} {mentions[Fate.HELD]:>4} {mentions[Fate.ASKED]:>5}"
                f" {mentions[Fate.MARKED]:>6} {mentions[Fate.PARTLY]:>6} {mentions[Fate.LEAKED]:>6}"
                f" {row.beside:>6}"
            ),
            (
                f"{ordinary.total():>8} {ordinary[Fate.UNTOUCHED]:>9} {ordinary[Fate.ASKED]:>5}"
                f" {ordinary[Fate.MARKED]:>6} {ordinary[Fate.DESTROYED]:>9}"
            ),
            *(
                f"{part.total():>7} {part.total() - _silent(part):>7} {_silent(part):>6}"
                for part in (row.unknown, row.telling)
            ),
            f"{row.asked_per_thousand:>10.0f}",
        )
    )


def _silent(part: Counter[Fate]) -> int:
    return part[Fate.LEAKED] + part[Fate.PARTLY]


if __name__ == "__main__":
    main()
