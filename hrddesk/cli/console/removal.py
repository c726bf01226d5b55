"""The verb that deletes a record, the same for all nouns."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import Subparsers, command
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session


def add_removal(
    verbs: "Subparsers[ArgumentParser]",
    shared: ArgumentParser,
    kind: Kind,
    remove: Callable[[Session, RecordId], Outcome[None]],
    text: str,
) -> None:
    """Add the command `remove REF`, which also prints how to restore the record."""

    def run(args: Namespace) -> int:
        with terminal.unlocked(args) as session:
            record = session.store.by_ref(args.ref, kind)
            changes = remove(session, record.id).changes
        ref = record.text("ref") or record.id[:8]
        words = f"Deleted; the history keeps it as act {changes.act}. `history revive {ref}` brings it back."
        terminal.emit(args, {"act": changes.act}, [words])
        return 0

    command(verbs, shared, "remove", text, run).add_argument("ref", metavar="REF")
