"""The commands `hrddesk published`: figures that others published, to compare with ours of the same name."""

from argparse import ArgumentParser, Namespace

from hrddesk.actions.analysis import published_figures
from hrddesk.cli.console import assignments, record_output, terminal
from hrddesk.cli.console.commands import Subparsers, command, group
from hrddesk.cli.console.removal import add_removal
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group; `hrddesk figure compare` compares these figures with ours."""
    verbs = group(commands, "published", "figures of others: list, add, edit and remove them")
    listing = command(verbs, shared, "list", "the published figures, or those that hold a text", _list)
    listing.add_argument("--text", default="", help="only those whose name, value or unit holds it")
    new = command(verbs, shared, "add", "take down a figure as it was published", _add)
    new.add_argument("name", metavar="NAME", help="a saved figure of this name is compared with it")
    new.add_argument("value", metavar="VALUE", help="as it was printed: 897, 93%%, at least 1,021")
    new.add_argument("fields", nargs="*", metavar="FIELD=VALUE", help="unit, denominator, as_of, definition")
    edit = command(verbs, shared, "edit", "set fields of a figure; an empty value clears one", _edit)
    edit.add_argument("ref", metavar="REF")
    edit.add_argument("fields", nargs="+", metavar="FIELD=VALUE")
    add_removal(verbs, shared, Kind.FIGURE, published_figures.remove, "delete a published figure")


def _list(args: Namespace) -> int:
    with terminal.readable(args) as session:
        rows = published_figures.listed(session.store, args.text)
        records = session.store.many(Kind.FIGURE, [row.id for row in rows])
    terminal.emit(args, [record_output.as_document(item) for item in records], map(_line, records))
    return 0


def _add(args: Namespace) -> int:
    field_arguments = [f"name={args.name}", f"value={args.value}", *args.fields]
    fields = assignments.parse(Kind.FIGURE, field_arguments)
    with terminal.unlocked(args) as session:
        figure_id = published_figures.create(session, fields).result
        return _emit(args, session.store.get(figure_id))


def _edit(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        figure = session.store.by_ref(args.ref, Kind.FIGURE)
        published_figures.edit(session, figure.id, assignments.parse(Kind.FIGURE, args.fields))
        return _emit(args, session.store.get(figure.id))


def _emit(args: Namespace, figure: Record) -> int:
    terminal.emit(args, record_output.as_document(figure), [_line(figure)])
    return 0


def _line(figure: Record) -> str:
    parts = [figure.text(name) for name in ("name", "value", "unit", "as_of")]
    return "  ".join([figure.id[:8], *filter(None, parts)])
