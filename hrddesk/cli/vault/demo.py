"""The command `hrddesk demo`: the main workflow on the shipped sample, for demonstration."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from hrddesk.actions import demo
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command
from hrddesk.system import paths


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the command."""
    parser = command(
        commands, shared, "demo", "the main job on the shipped sample, in which everybody is invented", _demo
    )
    parser.add_argument("dir", metavar="DIR", type=PathText)


def _demo(args: Namespace) -> int:
    tour = demo.run(Path(args.dir), terminal.job(args))
    published, call = tour.published, paths.command()
    terminal.emit(
        args,
        {
            "bundle": str(tour.bundle),
            "pdf": str(tour.pdf),
            "vaults": [str(path) for path in tour.vaults],
            "passphrase": str(tour.passphrase),
            "records": tour.records,
            "pages": published.pages,
            "labels": len(published.preview.labels),
        },
        [
            "The main job is done, on a sample in which everybody is invented.",
            f"  {tour.vaults[0]}: the documenter's vault, with the sample imported and four files attached",
            f"  {tour.bundle}: what was handed over, signed and sealed for the coordinator only",
            f"  {tour.vaults[1]}: the coordinator's vault, {tour.records} records taken over after a review",
            f"  {tour.pdf}: the publication, {published.pages} pages; three people bear labels,",
            "    and in a picture two faces and a number plate are covered",
            f"  {tour.pdf}.sig: its signature",
            f"  {tour.passphrase}: opens both vaults. A real passphrase is never in a file.",
            "Look at the PDF, and open a vault in the window. On the command line, for example:",
            f"  {call} case list --vault {tour.vaults[1]} --passphrase-file {tour.passphrase}",
            f"  {call} pdf check {tour.pdf} --vault {tour.vaults[1]} --passphrase-file {tour.passphrase}",
        ],
    )
    return 0
