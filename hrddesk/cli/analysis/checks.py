"""The command `hrddesk check-facts`: contradictions in the facts, and dismissing a finding with a reason."""

from argparse import ArgumentParser, Namespace
from typing import Any

from hrddesk.actions.analysis import checks
from hrddesk.actions.analysis.checks import ClaimSide
from hrddesk.analysis.consistency.findings import ref_of, title_of
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import Subparsers, command
from hrddesk.records.model.kinds import Kind
from hrddesk.records.names import display_names


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the command."""
    parser = command(
        commands, shared, "check-facts", "what does not fit together; it changes nothing", _check
    )
    parser.add_argument("--all", action="store_true", help="show what was put aside, too")
    parser.add_argument("--dismiss", metavar="KEY", default="", help="put the finding of this key aside")
    parser.add_argument("--reason", metavar="TEXT", default="", help="why; it is kept")
    parser.add_argument("--bring-back", metavar="KEY", default="", help="show a finding again")


def _check(args: Namespace) -> int:
    with terminal.unlocked(args) if args.dismiss or args.bring_back else terminal.readable(args) as session:
        if args.dismiss:
            checks.dismiss(session, args.dismiss, args.reason)
        if args.bring_back:
            checks.bring_back(session, args.bring_back)
        aside = checks.dismissals(session.store)
        findings = [item for item in checks.run(session.store) if args.all or item.key not in aside]
        sides = {item.key: checks.sides(session.store, item) for item in findings}
    document = []
    for item in findings:
        dismissal = aside.get(item.key)
        more: dict[str, Any] = {"sides": [_side(side) for side in sides[item.key]]}
        if dismissal is not None:
            more["dismissed"] = {"reason": dismissal.reason, "day": dismissal.day}
        document.append(item.to_json() | more)
    terminal.emit(
        args, document, (f"{item.check.value}  {item.message}  [{item.key[:8]}]" for item in findings)
    )
    return 0


def _side(side: ClaimSide) -> dict[str, Any]:
    record = side.record
    text = display_names.display_name(record) if record.kind is Kind.PARTY else title_of(record)
    sources = [
        {"title": source.text("title") if source is not None else ""}
        | {
            name: citation.text(name)
            for name in ("stance", "quote", "locator", "field")
            if citation.text(name)
        }
        for citation, source in side.cited
    ]
    return {"ref": ref_of(record), "text": text, "sources": sources}
