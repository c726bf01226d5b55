"""hrddesk pdf: audit a PDF, whoever made it."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from hrddesk.actions import publications
from hrddesk.cli import terminal
from hrddesk.cli.commands import PathText, Subparsers, command, group
from hrddesk.errors import AuditFailed


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "pdf", "look for what a PDF must not hold")
    check = command(verbs, shared, "check", "audit a PDF; with --vault also for the vault's secrets", _check)
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
        "findings": [
            {"code": item.code, "severity": item.severity, "page": item.page, "message": item.message}
            for item in audited.findings
        ],
    }
    lines = [f"{item.severity}: {item.message}" for item in audited.findings]
    passed = "nothing found that must not be there" if audited.passed else "do not publish this file"
    terminal.emit(args, document, [*lines, f"{audited.pages} page(s): {passed}"])
    return 0 if audited.passed else AuditFailed.exit_code
