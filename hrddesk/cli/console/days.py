"""The options `--as-of` and `--known-on`, and the status filter that uses them."""

from argparse import ArgumentParser, Namespace
from datetime import date
from typing import Final

from hrddesk.actions.analysis.knowledge import day_of
from hrddesk.analysis.status.liberty import Answer

_ANSWERS: Final = [answer.value for answer in Answer]


def add_days(parser: ArgumentParser) -> None:
    """Add --as-of and --known-on."""
    parser.add_argument("--as-of", default="", metavar="DATE", help="the status as of this day, else today")
    parser.add_argument("--known-on", default="", metavar="DATE", help="as the vault had it on this day")


def add_status(parser: ArgumentParser) -> None:
    """Add --status, --as-of and --known-on."""
    parser.add_argument("--status", default="", choices=_ANSWERS, help="only with this status")
    add_days(parser)


def days_of(args: Namespace) -> tuple[date, date | None]:
    """Return the days of --as-of and --known-on, by default today and None; raise InvalidDate."""
    known_on = day_of(args.known_on, "--known-on") if args.known_on else None
    return day_of(args.as_of, "--as-of"), known_on
