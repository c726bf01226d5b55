"""The commands `hrddesk mapping`: mappings of the columns of other programs' tables to fields."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from hrddesk.actions.interop import import_files, mappings
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command, group
from hrddesk.errors import ImportRefused
from hrddesk.interop.mapping import guess
from hrddesk.interop.mapping.targets import SKIPPED, TARGETS
from hrddesk.records.model import codec


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands."""
    nouns = group(commands, "mapping", "which columns of a table go where, for `import table`")
    command(nouns, shared, "list", "the mappings that are kept or shipped", _list)
    show = command(nouns, shared, "show", "print a mapping, as a file that `mapping save` takes", _show)
    show.add_argument("name", metavar="NAME")
    propose = command(nouns, shared, "propose", "print a first mapping for a table; needs no vault", _propose)
    propose.add_argument("file", metavar="FILE", type=PathText)
    propose.add_argument("--sheet", metavar="NAME", default="", help="of a workbook: which sheet to read")
    save = command(nouns, shared, "save", "keep a mapping in the vault, for tables with such columns", _save)
    save.add_argument("file", metavar="FILE", type=PathText, help="a mapping: a JSON file")
    save.add_argument("--name", metavar="NAME", help="call it so")
    remove = command(nouns, shared, "remove", "forget a mapping of the vault", _remove)
    remove.add_argument("name", metavar="NAME")
    command(nouns, shared, "targets", "the fields that columns can go to", _targets)


def _list(args: Namespace) -> int:
    with terminal.readable(args) as session:
        known_mappings = mappings.all_of(session.store)
    terminal.emit(
        args,
        [
            {
                "name": item.mapping.name,
                "shipped": item.is_shipped,
                "columns": [rule.column for rule in item.mapping.columns],
                "fingerprint": item.mapping.fingerprint,
            }
            for item in known_mappings
        ],
        [
            f"{item.mapping.name}{' (shipped)' if item.is_shipped else ''}:"
            f" {', '.join(rule.column for rule in item.mapping.columns)}"
            for item in known_mappings
        ],
    )
    return 0


def _show(args: Namespace) -> int:
    with terminal.readable(args) as session:
        mapping = mappings.find(session.store, args.name)
    terminal.emit(args, codec.write(mapping), mapping.to_text().splitlines())
    return 0


def _propose(args: Namespace) -> int:
    path = Path(args.file)
    table, findings = import_files.read_table(path, terminal.job(args), args.sheet)
    if table is None:
        for item in findings.errors:
            terminal.warn(args, f"{item.place}: {item.message}")
        raise ImportRefused(count=len(findings.errors), first=findings.errors[0].place)
    mapping = guess.propose(table, path.stem)
    terminal.emit(args, codec.write(mapping), mapping.to_text().splitlines())
    return 0


def _save(args: Namespace) -> int:
    path = Path(args.file)
    with terminal.unlocked(args) as session:
        mapping = mappings.read(path)
        saved = mappings.save(session, mapping, args.name or mapping.name or path.stem)
    terminal.emit(args, {"name": saved.name, "fingerprint": saved.fingerprint}, [f"Kept as {saved.name}."])
    return 0


def _remove(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        mappings.remove(session, args.name)
    terminal.emit(args, {"removed": args.name}, ["The mapping is forgotten."])
    return 0


def _targets(args: Namespace) -> int:
    names = [*TARGETS, SKIPPED]
    terminal.emit(args, names, names)
    return 0
