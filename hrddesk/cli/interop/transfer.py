"""The commands `hrddesk import` and `hrddesk export`: tables for exchange with other programs."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from hrddesk.actions.interop import exports, import_files, imports, mappings
from hrddesk.actions.interop.imports import ImportReport
from hrddesk.cli.console import record_output, terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command, id_number
from hrddesk.errors import InvalidValue
from hrddesk.interop.kit import readme
from hrddesk.records.model.field_specs import Visibility

_FILES_LEFT = {
    readme.SECRET: "{count} file(s) of secret evidence only described; --secret-files takes them",
    readme.NOT_HERE: "{count} file(s) of evidence are not in this vault, only described",
    readme.DAMAGED: "{count} file(s) of evidence are damaged or missing: only described",
}
_SHOWN = 20  # so many findings are printed; --json has them all


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands."""
    take = command(
        commands, shared, "import", "take in a table; `import undo ID` takes an import back", _import
    )
    take.add_argument(
        "path", nargs="+", metavar="PATH", type=PathText, help="a folder or file, or: table FILE, undo ID"
    )
    take.add_argument("--format", metavar="F", help="without it, the header row decides")
    take.add_argument(
        "--mapping", metavar="M", help="of a table: the name of a mapping of its columns, or its file"
    )
    take.add_argument("--sheet", metavar="NAME", default="", help="of a workbook: which sheet to read")
    take.add_argument("--source", metavar="S", help="what the keys belong to; without it, the name of PATH")
    take.add_argument(
        "--visibility",
        choices=[level.value for level in Visibility],
        help="for all rows that do not say it themselves; what somebody closed here stays closed",
    )
    take.add_argument(
        "--loosen", action="store_true", help="let --visibility also open what is here under a stricter level"
    )
    take.add_argument(
        "--yes",
        action="store_true",
        help="go on though sheets or files are not read; --dry-run counts them",
    )
    take.add_argument("--dry-run", action="store_true", help="only say what it would do")
    give = command(
        commands, shared, "export", "write all records to a form that other programs read", _export
    )
    give.add_argument("path", metavar="PATH", type=PathText)
    give.add_argument(
        "--format", metavar="F", default="kit", help="kit (CSV files) or kit-xlsx (one workbook)"
    )
    give.add_argument(
        "--secret-files",
        action="store_true",
        help="write the files of secret evidence too; without it they are only described",
    )


def _import(args: Namespace) -> int:
    if args.path[0] == "undo":
        return _undo(args)
    is_table = args.path[0] == "table" and len(args.path) > 1
    named = args.path[1:] if is_table else args.path
    if len(named) > 1:
        raise InvalidValue(field="PATH", why="one folder or file is imported at a time")
    path = Path(named[0])
    with terminal.unlocked(args) as session:
        mapping = mappings.named_or_read(session.store, args.mapping) if args.mapping else None
        report = imports.attempt(
            session,
            path,
            args.format or (import_files.CSV if is_table else None),
            args.source,
            args.visibility,
            dry_run=args.dry_run,
            job=terminal.job(args),
            loosen=args.loosen,
            mapping=mapping,
            sheet=args.sheet,
            partly=args.yes,
        ).result
    terminal.emit(args, report.to_json(), _lines(report, dry=args.dry_run))
    refusal = report.refusal()
    if refusal is not None:
        raise refusal
    return 0


def _undo(args: Namespace) -> int:
    try:
        (import_id,) = map(id_number, args.path[1:])
    except (ArgumentTypeError, ValueError):
        raise InvalidValue(field="ID", why="write: import undo NUMBER") from None
    with terminal.unlocked(args) as session:
        changes = imports.undo(session, import_id).changes
    terminal.emit(args, {"import": import_id, "act": changes.act}, ["The import is undone."])
    return 0


def _export(args: Namespace) -> int:
    with terminal.readable(args) as session:
        report = exports.run(
            session, Path(args.path), args.format, terminal.job(args), secret_files=args.secret_files
        )
    for words in report.damaged:
        terminal.warn(args, words)
    terminal.emit(
        args,
        report.to_json(),
        [f"{count} {kind}" for kind, count in report.rows.items()]
        + [
            f"{count} {kind} left out: the format has no place for them"
            for kind, count in report.left_out.items()
        ]
        + [_FILES_LEFT[why].format(count=count) for why, count in report.files_left.items()]
        + ["What was written is not encrypted: whoever finds it can read it."],
    )
    return 0


def _lines(report: ImportReport, *, dry: bool) -> list[str]:
    would = "would be " if dry else ""
    lines = [f"{report.rows} rows read, {report.unchanged} of them known and unchanged"]
    if not report.errors:
        lines += [f"{count} {kind} {would}new" for kind, count in report.new.items()]
        lines += [f"{count} {kind} {would}updated" for kind, count in report.updated.items()]
    if report.left_out:
        lines.append(f"{report.left_out} row(s), each perhaps a person, {would}left out: see the warnings")
    if report.without_role:
        lines.append(f"{report.without_role} people {would}in a case with no role stated")
    if report.made_concerned:
        lines.append(
            f"{report.made_concerned} people whose rows state no role {would}taken for persons concerned,"
            " since an event happened to them"
        )
    if report.places.total:
        places = record_output.counted(report.places.total, "place")
        lines.append(f"of {places} in words, {would or 'were '}linked: {report.places.linked}")
    for why, words in (("ambiguous", report.places.ambiguous), ("not known", report.places.unknown)):
        lines += [
            f"place {why}, kept as words: {text} ({count})" for text, count in words.most_common(_SHOWN)
        ]
    for count, effect in (
        (report.tightened, f"{would}seen by fewer people than before"),
        (report.loosened, f"{would}seen by more people than before"),
        (report.kept_stricter, "keep a stricter level than --visibility says; --loosen opens them"),
    ):
        lines += [f"{count} known record(s) {effect}"] if count else []
    lines += [f"{count} x {name}" for name, count in report.counted.items() if count > 1]
    for name, problems in (("warning", report.warnings), ("error", report.errors)):
        lines += [f"{name}: {item.place}: {item.message}" for item in problems[:_SHOWN]]
        lines += [f"and {len(problems) - _SHOWN} more {name}s"] if len(problems) > _SHOWN else []
    if report.id is not None:
        lines.append(f"`import undo {report.id}` takes it back.")
    return lines
