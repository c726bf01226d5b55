"""The commands `hrddesk comment`: questions of colleagues about a record."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import asdict

from hrddesk.actions.records import comments
from hrddesk.actions.records.comments import Comment
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import Subparsers, command, group, id_number


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "comment", "ask something about a record, and answer")
    listing = command(
        verbs, shared, "list", "the comments on a record; without one, all that are open", _list
    )
    listing.add_argument("ref", metavar="REF", nargs="?", default="")
    new = command(verbs, shared, "add", "put a comment on a record; it goes along in bundles", _add)
    new.add_argument("ref", metavar="REF")
    new.add_argument("text", metavar="TEXT")
    new.add_argument("--by", default="", help="the alias of who asks; without it, the prefix of this vault")
    state = command(verbs, shared, "set", "say that a comment is open, answered or done", _set)
    state.add_argument("ref", metavar="REF")
    state.add_argument(
        "number", metavar="NUMBER", type=id_number, help="counted from 1, as `comment list` does"
    )
    state.add_argument("state", metavar="STATE", help="`term list comment_state`")


def _list(args: Namespace) -> int:
    with terminal.readable(args) as session:
        store = session.store
        comment_list = (
            comments.of_record(store, store.by_ref(args.ref).id) if args.ref else comments.waiting(store)
        )
    return _emit(args, comment_list)


def _add(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        record = session.store.by_ref(args.ref)
        comments.add(session, record.id, args.text, args.by)
        return _emit(args, comments.of_record(session.store, record.id))


def _set(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        record = session.store.by_ref(args.ref)
        comments.set_state(session, record.id, args.number, args.state)
        return _emit(args, comments.of_record(session.store, record.id))


def _emit(args: Namespace, comment_list: Sequence[Comment]) -> int:
    lines = (
        f"{each.record[:8]}  {each.number}  {each.state}  {each.by}  {each.text}" for each in comment_list
    )
    terminal.emit(args, [asdict(each) for each in comment_list], lines)
    return 0
