"""The commands `hrddesk evidence`: encrypt files into the vault, save copies, show the custody log."""

import datetime
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from hrddesk.actions.records import evidence, places
from hrddesk.cli.console import assignments, languages, record_output, terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command, group
from hrddesk.cli.console.removal import add_removal
from hrddesk.records.model.kinds import ABOUT, CASES, LABELS, PROOFS, Kind
from hrddesk.records.model.record import Record, Value, new_id
from hrddesk.store.vault.session import Session


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "evidence", "seal files into the vault, save copies, read the custody log")
    new = command(verbs, shared, "add", "seal a file into the vault as it is", _add)
    new.add_argument("case", metavar="CASE")
    new.add_argument("file", metavar="FILE", type=PathText)
    new.add_argument("--derived-from", default="", metavar="REF", help="the evidence that this was made from")
    new.add_argument(
        "fields",
        nargs="*",
        metavar="FIELD=VALUE",
        help="title, captured, acquired, from_whom, others, language, place",
    )
    languages.add_labels(new, "its caption")
    show = command(verbs, shared, "show", "what is known of it, its original, what was made from it", _show)
    show.add_argument("ref", metavar="REF")
    edit = command(verbs, shared, "edit", "describe it; the file itself never changes", _edit)
    edit.add_argument("ref", metavar="REF")
    edit.add_argument("fields", nargs="*", metavar="FIELD=VALUE")
    languages.add_labels(edit, "its caption")
    save = command(verbs, shared, "save", "write a copy outside the vault, checked against its hash", _save)
    save.add_argument("ref", metavar="REF")
    save.add_argument("path", metavar="PATH", type=PathText)
    log = command(verbs, shared, "log", "everything that was done with it", _log)
    log.add_argument("ref", metavar="REF")
    add_removal(verbs, shared, Kind.EVIDENCE, evidence.remove, "delete a piece of evidence")


def _add(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        case = session.store.by_ref(args.case, Kind.CASE)
        fields = _fields(session, args.fields)
        if args.derived_from:
            fields["derived_from"] = session.store.by_ref(args.derived_from, Kind.EVIDENCE).id
        captions = Record(kind=Kind.EVIDENCE, id=new_id()).with_labels(languages.labels(args)).values(LABELS)
        lists = {LABELS: captions} if captions else {}
        added = evidence.add(session, case.id, Path(args.file), terminal.job(args), fields, lists).result
    terminal.emit(
        args,
        {"ref": added.ref, "id": added.id, "sha256": added.sha256, "size": added.size},
        [f"{added.ref}  {added.size} bytes  SHA-256 {added.sha256}"],
    )
    return 0


def _fields(session: Session, field_texts: list[str]) -> dict[str, Value]:
    """Return the fields of evidence from FIELD=VALUE arguments.

    The original evidence is given by its reference, the place by its name; both are replaced by ids.
    """
    fields = assignments.parse(Kind.EVIDENCE, field_texts)
    if fields.get("place"):
        fields["place"] = places.named_or_shipped(session.store, str(fields["place"]))
    if fields.get("derived_from"):
        fields["derived_from"] = session.store.by_ref(str(fields["derived_from"]), Kind.EVIDENCE).id
    return fields


def _show(args: Namespace) -> int:
    with terminal.readable(args) as session:
        record = session.store.by_ref(args.ref, Kind.EVIDENCE)
        origin = session.store.find(record.text("derived_from"))
        copies = evidence.made_from(session.store, record.id)
        ids = [
            str(item.get("case") or item.get("record"))
            for name in (CASES, ABOUT)
            for item in record.values(name)
        ]
        names = {
            str(one.id): record_output.heading(one) for one in filter(None, map(session.store.find, ids))
        }
    document = record_output.as_document(record) | {
        "original": None if origin is None else origin.text("ref"),
        "made_from_it": [copy.text("ref") for copy in copies],
    }
    lines = [record_output.heading(record), *(f"  {name}: {value}" for name, value in record.fields.items())]
    lines += [
        f"  {name}: "
        + "  ".join(names.get(str(value), str(value)) for part, value in item.items() if part != "pos")
        for name in (CASES, ABOUT, LABELS, PROOFS)
        for item in record.values(name)
    ]
    lines += [f"  made from {record_output.heading(origin)}"] if origin is not None else []
    terminal.emit(
        args, document, lines + [f"  made from it: {record_output.heading(copy)}" for copy in copies]
    )
    return 0


def _edit(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        record = session.store.by_ref(args.ref, Kind.EVIDENCE)
        captions = record.with_labels(languages.labels(args)).values(LABELS)
        evidence.edit(session, record.id, _fields(session, args.fields), {LABELS: captions})
        record = session.store.get(record.id)
    terminal.emit(args, record_output.as_document(record), [record_output.heading(record)])
    return 0


def _save(args: Namespace) -> int:
    with terminal.readable(args) as session:
        record = session.store.by_ref(args.ref, Kind.EVIDENCE)
        evidence.save(session, record.id, Path(args.path), terminal.job(args))
        is_logged = not session.is_read_only
    if not is_logged:
        terminal.warn(
            args,
            "the custody log could not be kept and does not tell of this copy: write down when it was made",
        )
    document = {
        "ref": record.text("ref"),
        "sha256": record.text("sha256"),
        "size": record.fields.get("size"),
        "logged": is_logged,
    }
    terminal.emit(args, document, ["Saved. The copy is not encrypted: whoever finds it can read it."])
    return 0


def _log(args: Namespace) -> int:
    with terminal.readable(args) as session:
        entries = evidence.log(session, session.store.by_ref(args.ref, Kind.EVIDENCE).id)
    times = [datetime.datetime.fromtimestamp(entry.time, tz=datetime.UTC).isoformat() for entry in entries]
    terminal.emit(
        args,
        [
            {
                "number": entry.number,
                "time": time,
                "who": entry.who,
                "what": entry.what,
                "received": entry.is_received,
                "says": entry.says,
                "changed": [
                    {"field": change.field, "old": change.old, "new": change.new} for change in entry.changed
                ],
            }
            for entry, time in zip(entries, times, strict=True)
        ],
        (line for entry, time in zip(entries, times, strict=True) for line in _entry_lines(entry, time)),
    )
    return 0


def _entry_lines(entry: evidence.CustodyEntry, time: str) -> Iterator[str]:
    log = f"the log of {entry.says}" if entry.says else "another desk's log"
    whose = f"  (says {log})" if entry.is_received else ""
    yield f"{entry.number:6d}  {time}  {entry.who}  {entry.what}{whose}"
    for change in entry.changed:
        yield f"        {change.field}: {_said(change.old)} -> {_said(change.new)}"


def _said(value: Value) -> str:
    return "nothing" if value is None else str(value)
