"""The commands `hrddesk place`: the tree of places."""

from argparse import ArgumentParser, Namespace
from typing import Any

from hrddesk.actions.records import places
from hrddesk.actions.records.gazetteer import Gazetteer, PlaceRow
from hrddesk.cli.console import assignments, languages, terminal
from hrddesk.cli.console.commands import Subparsers, command, group
from hrddesk.records.language import scripts
from hrddesk.records.language.labels import ENGLISH
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId, Value
from hrddesk.records.names.display_names import names_together
from hrddesk.store.records.store import Store

TOP = "top"
"""The argument of `place move` for a place without a parent."""


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "place", "list, add, edit, move and remove places, which form a tree")
    listing = command(verbs, shared, "list", "the tree, or the places that are called so", _list)
    listing.add_argument("--text", default="", help="a part of a name, an alias or the pinyin")
    listing.add_argument(
        "--shipped", action="store_true", help="also the shipped places that no record names"
    )
    show = command(verbs, shared, "show", "one place", _show)
    show.add_argument("place", metavar="PLACE", help="its name, path (Anhui › Hefei) or id")
    new = command(verbs, shared, "add", "make a place", _add)
    new.add_argument("name", metavar="NAME", help="in the language that its letters tell; others by --label")
    _say(new)
    edit = command(verbs, shared, "edit", "set fields of a place; an empty value clears one", _edit)
    edit.add_argument("place", metavar="PLACE")
    _say(edit)
    move = command(verbs, shared, "move", "put a place, with all that lies in it, into another", _move)
    move.add_argument("place", metavar="PLACE")
    move.add_argument("parent", metavar="INTO", help=f"the other place, or {TOP}")
    remove = command(verbs, shared, "remove", "delete a place that nothing names", _remove)
    remove.add_argument("place", metavar="PLACE")


def _say(parser: ArgumentParser) -> None:
    languages.add_labels(parser, "what it is called")
    parser.add_argument(
        "--in", dest="parent", metavar="PLACE", help="the place that it lies in, of the shipped list too"
    )
    parser.add_argument("--alias", action="append", metavar="NAME", help="may be given again, replaces all")
    parser.add_argument(
        "fields",
        nargs="*",
        metavar="FIELD=VALUE",
        help="kind, note, coordinates (41.7, 82.9 ± 500: degrees, and metres they may be off)",
    )


def _fields(store: Store, args: Namespace) -> dict[str, Value]:
    fields = assignments.parse(Kind.PLACE, args.fields)
    parent = args.parent or fields.get("parent")
    if parent:
        fields["parent"] = places.named_or_shipped(store, str(parent))
    return fields


def _document(store: Store, gazetteer: Gazetteer, row: PlaceRow) -> dict[str, Any]:
    entry, record = gazetteer.entry(row.id), store.find(row.id)
    return {
        "ref": row.id,
        "id": row.id,
        "labels": dict(row.labels),
        "kind": row.kind,
        "parent": entry.parent or None,
        "path": row.path(),
        "depth": row.depth,
        "aliases": list(entry.aliases),
        "coordinates": "" if record is None else record.text("coordinates"),
        "note": "" if record is None else record.text("note"),
    }


def _line(row: PlaceRow) -> str:
    called = names_together(row.labels.together(ENGLISH))
    return f"{'  ' * row.depth}{called}  {row.kind}".rstrip()


def _list(args: Namespace) -> int:
    with terminal.readable(args) as session:
        gazetteer = Gazetteer(session.store, with_shipped=args.shipped)
        rows = gazetteer.find(args.text)
        document = [_document(session.store, gazetteer, row) for row in rows]
    lines = [f"{row.id[:8]}  {row.path()}" if args.text else _line(row) for row in rows]
    terminal.emit(args, document, lines)
    return 0


def _emit(args: Namespace, store: Store, place: RecordId) -> int:
    gazetteer = Gazetteer(store)
    row = gazetteer.row(place)
    assert row is not None
    terminal.emit(
        args, _document(store, gazetteer, row), [f"{row.id[:8]}  {row.path()}  {row.kind}".rstrip()]
    )
    return 0


def _show(args: Namespace) -> int:
    with terminal.readable(args) as session:
        return _emit(args, session.store, places.named(session.store, args.place).id)


def _add(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        texts = {scripts.language_of(args.name): args.name, **languages.labels(args)}
        place = places.create(session, texts, _fields(session.store, args), args.alias or ()).result
        return _emit(args, session.store, place)


def _edit(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        place = places.named(session.store, args.place).id
        texts = languages.labels(args)
        places.edit(session, place, _fields(session.store, args), args.alias, texts=texts)
        return _emit(args, session.store, place)


def _move(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        place = places.named(session.store, args.place).id
        parent = None if args.parent == TOP else places.named_or_shipped(session.store, args.parent)
        places.move(session, place, parent)
        return _emit(args, session.store, place)


def _remove(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        place = places.named(session.store, args.place).id
        changes = places.remove(session, place).changes
    words = f"Deleted; the history keeps it as act {changes.act}. `history revive {place}` brings it back."
    terminal.emit(args, {"act": changes.act}, [words])
    return 0
