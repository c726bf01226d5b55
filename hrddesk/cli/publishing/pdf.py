"""The command `hrddesk pdf check`: audit a PDF from any program."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from hrddesk.actions.publishing import publications
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command, group
from hrddesk.errors import AuditFailed, PicturesNotRead
from hrddesk.publish.audit.audit import Audited


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "pdf", "look for what a PDF must not hold")
    check = command(
        verbs, shared, "check", "audit a PDF; with --vault also for the vault's names and secrets", _check
    )
    check.add_argument("file", metavar="FILE", type=PathText)


def _check(args: Namespace) -> int:
    path = Path(args.file)
    if args.vault:
        with terminal.unlocked(args) as session:
            audited = publications.check(path, session.store)
    else:
        audited = publications.check(path)
    document = {
        "ok": audited.passed,
        "pages": audited.pages,
        "pictures": audited.pictures,
        "drawings": audited.drawings,
        "findings": [
            {"code": item.code, "severity": item.severity, "page": item.page, "message": item.message}
            for item in audited.findings
        ],
    }
    lines = [f"{item.severity}: {item.message}" for item in audited.findings]
    terminal.emit(args, document, [*lines, f"{audited.pages} page(s): {_said(audited)}"])
    if not audited.passed:
        return AuditFailed.exit_code
    return 0 if audited.read else PicturesNotRead.exit_code


def _said(audited: Audited) -> str:
    """Return a recommendation what to do with the file."""
    if not audited.passed:
        return "do not publish this file"
    if not audited.read:
        unread = f"{audited.pictures} picture(s), and drawings on {audited.drawings} page(s)"
        return f"no program reads {unread}; look at each of them before you pass this file on"
    return "look at the warnings" if audited.findings else "nothing found that must not be there"
