"""The commands `hrddesk history`: earlier states of records, undo and redo, and the recycle bin."""

import datetime
from argparse import ArgumentParser, Namespace
from typing import Any

from hrddesk.actions.records import history
from hrddesk.actions.records.history import Deleted, Difference, RecordState
from hrddesk.cli.console import record_output, terminal
from hrddesk.cli.console.commands import Subparsers, command, group, id_number
from hrddesk.records.model.kinds import Kind
from hrddesk.store.database.history import HistoryEntry
from hrddesk.store.records.changes import Changes


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "history", "what records were before, undo, and what was deleted")
    show = command(verbs, shared, "show", "list the changes of a record, deleted or not", _show)
    show.add_argument("ref", metavar="REF")
    diff = command(verbs, shared, "diff", "compare two states of a record, the last one without M", _diff)
    diff.add_argument("ref", metavar="REF")
    diff.add_argument("first", metavar="N", type=id_number)
    diff.add_argument("second", metavar="M", type=id_number, nargs="?")
    restore = command(verbs, shared, "restore", "make a record what it was, as a new change", _restore)
    restore.add_argument("ref", metavar="REF")
    restore.add_argument("number", metavar="N", type=id_number)
    undo = command(verbs, shared, "undo", "take back an act, without ACT the last one that stands", _undo)
    undo.add_argument("act", metavar="ACT", type=id_number, nargs="?")
    command(verbs, shared, "redo", "do again what was undone last", _redo)
    listing = command(verbs, shared, "deleted", "list what is in the recycle bin", _deleted)
    listing.add_argument("--kind", choices=[kind.value for kind in Kind], help="only records of this kind")
    revive = command(verbs, shared, "revive", "bring a deleted record back", _revive)
    revive.add_argument("ref", metavar="REF")


def _show(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        states = history.states(session.store, history.resolve(session.store, args.ref))
    terminal.emit(
        args,
        [{"n": state.number, **_entry(state.entry), "state": _word(state)} for state in states],
        (
            f"{state.number:4d}  {_time(state.entry)}  {state.entry.who}  {state.entry.what}"
            f"  {'' if _word(state) == 'there' else _word(state)}".rstrip()
            for state in states
        ),
    )
    return 0


def _diff(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        record_id = history.resolve(session.store, args.ref)
        second = args.second or len(history.states(session.store, record_id))
        before, after = (history.state(session.store, record_id, n) for n in (args.first, second))
    differences = history.differences(before.record, after.record)
    terminal.emit(
        args,
        {
            "from": args.first,
            "to": second,
            "differences": [
                {"field": item.field, "part": item.part, "before": item.before, "after": item.after}
                for item in differences
            ],
        },
        [_line(item) for item in differences] or ["There is no difference."],
    )
    return 0


def _restore(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        record_id = history.resolve(session.store, args.ref)
        changes = history.restore(session, record_id, args.number).changes
    terminal.emit(
        args,
        {"id": record_id, "act": changes.act},
        ["It is as it was then." if changes else "It is so already; nothing was changed."],
    )
    return 0


def _undo(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        done, changes = history.undo(session, args.act)
    return _taken_back(args, "undone", done.act, done.what, changes)


def _redo(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        done, changes = history.redo(session)
    return _taken_back(args, "redone", done.act, done.what, changes)


def _taken_back(args: Namespace, word: str, act: int, what: str, changes: Changes) -> int:
    terminal.emit(
        args,
        {word: act, "what": what, "act": changes.act},
        [f"{word.capitalize()}: act {act}, {what}. The history keeps that as act {changes.act}."],
    )
    return 0


def _deleted(args: Namespace) -> int:
    kinds = [Kind(args.kind)] if args.kind else list(Kind)
    with terminal.unlocked(args) as session:
        deleted_records = history.deleted(session.store, kinds, most=None)
    terminal.emit(
        args, [_document(item) for item in deleted_records], (_deleted_line(item) for item in deleted_records)
    )
    return 0


def _revive(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        record_id = history.resolve(session.store, args.ref)
        changes = history.revive(session, record_id).changes
        record = session.store.get(record_id)
    terminal.emit(
        args,
        {**record_output.as_document(record), "act": changes.act},
        [f"Back again: {record_output.heading(record)}"],
    )
    return 0


def _time(entry: HistoryEntry) -> str:
    return datetime.datetime.fromtimestamp(entry.time, tz=datetime.UTC).isoformat()


def _entry(entry: HistoryEntry) -> dict[str, Any]:
    return {
        "number": entry.number,
        "act": entry.act,
        "time": _time(entry),
        "who": entry.who,
        "what": entry.what,
    }


def _word(state: RecordState) -> str:
    if state.forgotten:
        return "forgotten"
    return "there" if state.record is not None else "deleted"


def _line(item: Difference) -> str:
    return f"{item.field}: {_value(item.before)} -> {_value(item.after)}"


def _value(value: object) -> str:
    if isinstance(value, dict):
        return " · ".join(f"{name} {part}" for name, part in value.items() if name != "pos") or "-"
    return "-" if value is None else str(value)


def _document(item: Deleted) -> dict[str, Any]:
    record = item.record
    ref = "" if record is None else record.text("ref")
    return {
        "ref": ref or item.id,
        "id": item.id,
        "kind_of_record": item.kind.value,
        "forgotten": record is None,
        **_entry(item.entry),
    }


def _deleted_line(item: Deleted) -> str:
    what = "forgotten" if item.record is None else record_output.heading(item.record)
    return f"{_time(item.entry)}  {item.kind.value}  {what}"
