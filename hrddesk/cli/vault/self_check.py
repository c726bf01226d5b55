"""The command `hrddesk self-check`: check the cryptographic primitives, the build and the network lock of
this copy of the program.
"""

import platform
from argparse import ArgumentParser, Namespace

from hrddesk.actions.vault import self_check
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import Subparsers, command
from hrddesk.errors import SelfCheckFailed
from hrddesk.system.product import VERSION


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the command."""
    command(commands, shared, "self-check", "the primitives, the build, the network lock", _check)


def _check(args: Namespace) -> int:
    findings = self_check.run()
    ok = all(finding.ok for finding in findings)
    terminal.emit(
        args,
        {
            "ok": ok,
            "version": VERSION,
            "python": platform.python_version(),
            "checks": [{"name": item.name, "ok": item.ok, "detail": item.detail} for item in findings],
        },
        (f"{'ok' if item.ok else 'FAILED':7s}{item.name}: {item.detail}" for item in findings),
    )
    return 0 if ok else SelfCheckFailed.exit_code
