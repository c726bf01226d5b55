"""The commands `hrddesk clocks`, `week`, `limits` and `country`: times in custody, what needs a look now,
legal limits.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable

from hrddesk.actions.analysis import clocks, countries
from hrddesk.actions.analysis.knowledge import day_of
from hrddesk.analysis.overview.clocks import Clock
from hrddesk.analysis.status.spans import DaySpan
from hrddesk.cli.console import record_output, terminal
from hrddesk.cli.console.commands import Subparsers, command, whole_number
from hrddesk.cli.console.days import add_days, days_of
from hrddesk.errors import InvalidValue
from hrddesk.records.language.labels import ENGLISH
from hrddesk.records.terms.countries import Country, shipped


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands."""
    listing = command(commands, shared, "clocks", "how long everybody in custody has been held", _clocks)
    add_days(listing)
    week = command(commands, shared, "week", "limits that pass, sentences that end, silence", _week)
    week.add_argument("--as-of", default="", metavar="DATE", help="as of this day, else today")
    limits = command(commands, shared, "limits", "how long the law allows a custody, in days", _limits)
    limits.add_argument("days", nargs="*", metavar="NAME=DAYS", help="change a limit for this desk")
    limits.add_argument("--country", metavar="CODE", help="of this country, else of the vault's")
    country = command(commands, shared, "country", "whose law counts where a case names none", _country)
    country.add_argument("code", nargs="?", metavar="CODE", help="make this the country of the vault")


def _clocks(args: Namespace) -> int:
    day, known_on = days_of(args)
    with terminal.readable(args) as session:
        terminal.keep_statuses(session)
        party_clocks = list(clocks.of_all(session.store, day, known_on))
    terminal.emit(args, [clock.to_json() for clock in party_clocks], map(_line, party_clocks))
    return 0


def _week(args: Namespace) -> int:
    day = day_of(args.as_of, "--as-of")
    with terminal.readable(args) as session:
        terminal.keep_statuses(session)
        week = clocks.week(session.store, day)
    parts = {name: getattr(week, name) for name in ("passing", "passed", "ending", "silent")}
    document: dict[str, object] = {"as_of": day.isoformat()}
    document |= {name: [clock.to_json() for clock in part] for name, part in parts.items()}
    document["findings"] = [finding.to_json() for finding in week.findings]
    lines = [line for name, part in parts.items() for line in (f"{name}: {len(part)}", *map(_indented, part))]
    lines.append(f"new findings: {len(week.findings)}")
    lines += [f"  {finding.check.value}  {finding.message}" for finding in week.findings]
    terminal.emit(args, document, lines)
    return 0


def _limits(args: Namespace) -> int:
    changed = dict(_days(args.days))
    with terminal.unlocked(args) if changed else terminal.readable(args) as session:
        country = known_country(args.country) if args.country else countries.usual(session.store)
        if changed:
            countries.set_limits(session, country, changed)
        caps = countries.limits(session.store, country)
    terminal.emit(args, caps, (f"{name}  {days} days" for name, days in caps.items()))
    return 0


def _country(args: Namespace) -> int:
    with terminal.unlocked(args) if args.code else terminal.readable(args) as session:
        if args.code:
            countries.set_usual(session, args.code)
        usual = countries.usual(session.store).code
    everything = {code: dict(country.labels) for code, country in shipped().items()}
    document = {"country": usual, "countries": everything}
    lines = (
        f"{'*' if code == usual else ' '} {code}  {shipped()[code].labels.text(ENGLISH)}"
        for code in everything
    )
    terminal.emit(args, document, lines)
    return 0


def known_country(code: str) -> Country:
    """Return a country by its code; raise InvalidValue for a country without shipped files."""
    if code not in shipped():
        raise InvalidValue(field="--country", why=f"known are {', '.join(shipped())}")
    return shipped()[code]


def _days(settings: list[str]) -> Iterable[tuple[str, int]]:
    for text in settings:
        name, _, digits = text.partition("=")
        days = whole_number(digits)
        if days is None:
            raise InvalidValue(field=name, why="write it as NAME=DAYS, with a whole number of days")
        yield name, days


def _indented(clock: Clock) -> str:
    return f"  {_line(clock)}"


def _line(clock: Clock) -> str:
    parts = [clock.ref, clock.name, record_output.status_line(clock.status)]
    for what, span in (
        ("held", clock.held),
        ("under this measure", clock.in_measure),
        ("without news", clock.silent),
        ("sentence ends in", clock.ends_in),
    ):
        if span != DaySpan(None, None):
            parts.append(f"{what} {_range(span)} days")
    if clock.cap:
        parts.append(f"{clock.cap} {clock.limit}: {_range(clock.left)} left")
    return "  ".join(parts)


def _range(span: DaySpan) -> str:
    if span.least == span.most:
        return str(span.least)
    least, most = ("?" if days is None else str(days) for days in (span.least, span.most))
    return f"{least} to {most}"
