"""The commands `hrddesk report`: write a report block by block, export it as Markdown and import it again."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from hrddesk.actions.records import reports
from hrddesk.actions.records.reports import Missing
from hrddesk.cli.console import assignments, record_output, terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command, group, id_number
from hrddesk.cli.console.removal import add_removal
from hrddesk.records.model.kinds import BLOCKS, Kind
from hrddesk.records.model.record import Element, Record, RecordId, Value
from hrddesk.store.records.store import Store

_NUMBER = "counted from 1, as `report show` does"
_FIRST_WORDS = 60


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "report", "what you write to be published, block by block")
    listing = command(verbs, shared, "list", "the reports, or those that hold a text", _list)
    listing.add_argument("--text", default="", help="only those whose title, series or reference holds it")
    show = command(verbs, shared, "show", "a report, its blocks by number, and references to nothing", _show)
    show.add_argument("ref", metavar="REF")
    new = command(verbs, shared, "add", "begin a report", _add)
    new.add_argument("title", metavar="TITLE")
    _fields(new, "*")
    edit = command(verbs, shared, "edit", "set fields of a report; an empty value clears one", _edit)
    edit.add_argument("ref", metavar="REF")
    _fields(edit, "+")
    add_removal(verbs, shared, Kind.REPORT, reports.remove, "delete a report")
    take = command(
        verbs, shared, "import", "make a report of a Markdown file: headings, > quotations, @REF", _import
    )
    take.add_argument("file", metavar="FILE", type=PathText, help="the text, in UTF-8")
    take.add_argument("--into", default="", metavar="REF", help="replace the blocks of this report by these")
    out = command(verbs, shared, "export", "write a report to a Markdown file, not encrypted", _export)
    out.add_argument("ref", metavar="REF")
    out.add_argument("file", metavar="FILE", type=PathText)
    blocks = group(verbs, "block", "the blocks of a report: add, edit, move, remove them")
    put = command(blocks, shared, "add", "put a block into a report", _add_block)
    put.add_argument("ref", metavar="REF")
    put.add_argument("body", metavar="TEXT", nargs="?", default="")
    put.add_argument("--at", type=id_number, metavar="NUMBER", help="which number it gets; else the last")
    _parts(put)
    change = command(
        blocks, shared, "edit", "change a block; an empty value clears what it says", _edit_block
    )
    _block(change)
    change.add_argument("--body", metavar="TEXT", help="other words")
    _parts(change)
    move = command(blocks, shared, "move", "move a block; the others keep their order", _move_block)
    _block(move)
    move.add_argument("to", metavar="TO", type=id_number, help="which number it gets")
    _block(command(blocks, shared, "remove", "take a block out of a report", _remove_block))


def _fields(parser: ArgumentParser, nargs: str) -> None:
    parser.add_argument(
        "fields",
        nargs=nargs,
        metavar="FIELD=VALUE",
        help="title, subtitle, series, template, languages, as_of, embargo, note, ref",
    )


def _block(parser: ArgumentParser) -> None:
    parser.add_argument("ref", metavar="REF")
    parser.add_argument("number", metavar="NUMBER", type=id_number, help=_NUMBER)


def _parts(parser: ArgumentParser) -> None:
    parser.add_argument("--kind", metavar="KIND", help="`term list block_kind`; without it, text")
    parser.add_argument("--language", metavar="CODE", help="en, ug, zh-Hans")
    parser.add_argument(
        "--record", metavar="REF", help="the case, person, evidence or other record it is about"
    )
    parser.add_argument("--caption", metavar="TEXT")
    parser.add_argument("--by", metavar="ALIAS", help="who wrote it; without it, the prefix of this vault")
    parser.add_argument("--state", metavar="STATE", help="`term list block_state`; without it, draft")


def _list(args: Namespace) -> int:
    with terminal.readable(args) as session:
        rows = reports.listed(session.store, args.text)
    documents = [
        {
            "ref": row.ref,
            "title": row.title,
            "series": row.series,
            "embargo": row.embargo,
            "blocks": row.blocks,
        }
        for row in rows
    ]
    parts = ((row.ref, row.title, row.series, record_output.counted(row.blocks, "block")) for row in rows)
    terminal.emit(args, documents, ("  ".join(filter(None, each)) for each in parts))
    return 0


def _show(args: Namespace) -> int:
    with terminal.readable(args) as session:
        return _emit(args, session.store, session.store.by_ref(args.ref, Kind.REPORT))


def _add(args: Namespace) -> int:
    fields = assignments.parse(Kind.REPORT, args.fields)
    with terminal.unlocked(args) as session:
        report = reports.create(session, {"title": args.title, **fields}).result
        return _emit(args, session.store, session.store.get(report))


def _edit(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        report = session.store.by_ref(args.ref, Kind.REPORT)
        reports.edit(session, report.id, assignments.parse(Kind.REPORT, args.fields))
        return _emit(args, session.store, session.store.get(report.id))


def _import(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        into = session.store.by_ref(args.into, Kind.REPORT).id if args.into else None
        report = reports.take_in(session, Path(args.file), into).result
        return _emit(args, session.store, session.store.get(report))


def _export(args: Namespace) -> int:
    with terminal.readable(args) as session:
        report = session.store.by_ref(args.ref, Kind.REPORT)
        reports.export(session.store, report.id, Path(args.file))
    terminal.emit(args, {"file": args.file}, [args.file])
    return 0


def _add_block(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        report = session.store.by_ref(args.ref, Kind.REPORT)
        reports.add_block(session, report.id, _said(args, session.store), args.at)
        return _emit(args, session.store, session.store.get(report.id))


def _edit_block(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        report = session.store.by_ref(args.ref, Kind.REPORT)
        reports.edit_block(session, report.id, args.number, _said(args, session.store))
        return _emit(args, session.store, session.store.get(report.id))


def _move_block(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        report = session.store.by_ref(args.ref, Kind.REPORT)
        reports.move_block(session, report.id, args.number, args.to)
        return _emit(args, session.store, session.store.get(report.id))


def _remove_block(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        report = session.store.by_ref(args.ref, Kind.REPORT)
        reports.remove_block(session, report.id, args.number)
        return _emit(args, session.store, session.store.get(report.id))


def _said(args: Namespace, store: Store) -> dict[str, Value]:
    """Return the values that the options give for a block; an empty value clears a value."""
    parts: dict[str, Value] = {
        name: value or None for name in reports.PARTS if (value := getattr(args, name)) is not None
    }
    if args.record:
        parts["record"] = store.by_ref(args.record).id
    return parts


def _emit(args: Namespace, store: Store, report: Record) -> int:
    missing = reports.missing(store, report)
    document = record_output.as_document(report)
    document["missing"] = [{"block": item.block, "ref": item.ref} for item in missing]
    terminal.emit(args, document, _lines(store, report, missing))
    return 0


def _lines(store: Store, report: Record, missing: list[Missing]) -> list[str]:
    named = ("subtitle", "series", "template", "languages", "as_of", "embargo")
    lines = [record_output.heading(report)]
    lines += [f"{name}: {report.text(name)}" for name in named if report.text(name)]
    lines += [
        "  ".join(filter(None, (str(number), *_words(store, block))))
        for number, block in enumerate(report.values(BLOCKS), 1)
    ]
    lines += [f"Block {item.block}: {item.ref} leads to no record, or to several." for item in missing]
    return lines


def _words(store: Store, block: Element) -> list[str]:
    about = RecordId(str(block.get("record") or ""))
    record = store.find(about)
    text = " ".join(str(block.get("body") or block.get("caption") or "").split())
    parts = [str(block.get(name) or "") for name in ("kind", "language", "by", "state")]
    named = about[:8] if record is None else record_output.heading(record)
    return [*parts, named, text[:_FIRST_WORDS] + "…" * (len(text) > _FIRST_WORDS)]
