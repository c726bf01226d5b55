"""The commands `hrddesk stats` and `hrddesk figure`: compute figures, save their questions, compare with
published figures.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from hrddesk.actions.analysis import figures
from hrddesk.analysis.figures import figure_questions
from hrddesk.analysis.figures.dimensions import SHIPPED as FIELDS
from hrddesk.analysis.figures.figure_card import card, number_words, value_words
from hrddesk.analysis.figures.figure_questions import CountedUnit, FigureQuestion, Of
from hrddesk.analysis.figures.figure_tables import CountTable, FigureLine, percent_text
from hrddesk.cli.console import languages, terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command, group
from hrddesk.errors import InvalidValue
from hrddesk.records.language import captions
from hrddesk.records.terms.words import SHIPPED, Words

_MOST_DIGITS: Final = 4


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands."""
    stats = command(commands, shared, "stats", "a figure or a table of figures; NAME is a saved one", _stats)
    stats.add_argument("name", nargs="?", metavar="NAME", help="a saved figure, and nothing else asked")
    _add_question(stats)
    _add_output(stats)
    verbs = group(commands, "figure", "figures with their definitions: ask, save, list, compare")
    for name, text, run in (
        ("compute", "one figure: how many, and with --part how many of those", _compute),
        ("table", "a table by one field or two", _table),
        ("trend", "how many in each month or year; dates that leave it open are possible only", _trend),
    ):
        parser = command(verbs, shared, name, text, run)
        _add_question(parser)
        _add_output(parser)
        if name == "trend":
            parser.add_argument("--every", choices=("month", "year"), default="month")
    save = command(
        verbs, shared, "save", "keep a question under a name, or change the one of that name", _save
    )
    save.add_argument("name", metavar="NAME")
    _add_question(save)
    listing = command(verbs, shared, "list", "the saved figures", _list)
    listing.add_argument("--fields", action="store_true", help="the fields that can be asked, instead")
    show = command(verbs, shared, "show", "a saved figure, asked again: with its card", _show)
    show.add_argument("name", metavar="NAME")
    _add_days(show)
    _add_output(show)
    remove = command(verbs, shared, "remove", "delete a saved figure", _remove)
    remove.add_argument("name", metavar="NAME")
    compare = command(verbs, shared, "compare", "published figures beside ours of the same name", _compare)
    compare.add_argument("name", nargs="*", metavar="NAME", help="only those of these names")


def _add_question(parser: ArgumentParser) -> None:
    parser.add_argument("--unit", default="", help=f"what is counted: {', '.join(CountedUnit)}")
    parser.add_argument(
        "--where",
        action="append",
        default=[],
        metavar="FIELD=VALUE",
        help="only those; several values with |, != for others, ranges as 120..300; may be repeated",
    )
    for name, text in (
        ("--any", "at least one of these groups; conditions of one group with ; between them"),
        ("--without", "none of these groups"),
    ):
        parser.add_argument(name, action="append", default=[], metavar="FIELD=VALUE[;...]", help=text)
    parser.add_argument(
        "--part", action="append", default=[], metavar="FIELD=VALUE", help="of those, how many are so"
    )
    parser.add_argument("--by", default="", metavar="FIELD[,FIELD]", help="split by one field or two")
    parser.add_argument("--of", default="", help="per cent of all, or of the known: all, known")
    parser.add_argument(
        "--bands",
        action="append",
        default=[],
        metavar="FIELD=0,120,300",
        help="where the bands of a number begin",
    )
    parser.add_argument(
        "--at-least", action="store_true", help="say that there may be more than was recorded"
    )
    parser.add_argument("--suppress", type=int, default=0, metavar="N", help="hide counts from 1 to N - 1")
    _add_days(parser)


def _add_days(parser: ArgumentParser) -> None:
    parser.add_argument("--as-of", default="", metavar="DATE", help="what had happened by this day")
    parser.add_argument("--known-on", default="", metavar="DATE", help="as the vault had it on this day")


def _add_output(parser: ArgumentParser) -> None:
    parser.add_argument("--csv", type=PathText, metavar="FILE", help="write the table to a new file")
    parser.add_argument("--xlsx", type=PathText, metavar="FILE", help="write it to a new workbook")
    parser.add_argument("--digits", type=int, default=1, metavar="N", help="decimals of a per cent")
    languages.add_language(parser, "of labels and definition")


def _asked(args: Namespace, words: Words) -> FigureQuestion:
    return figure_questions.asked(
        unit=args.unit or CountedUnit.CASES.value,
        where=args.where,
        any_of=[group.split(";") for group in args.any],
        without=[group.split(";") for group in args.without],
        part=args.part,
        by=[name for name in args.by.split(",") if name.strip()],
        of=args.of or Of.ALL.value,
        bands=dict(map(_bands, args.bands)),
        as_of=args.as_of,
        known_on=args.known_on,
        at_least=args.at_least,
        suppress=args.suppress,
        words=words,
    )


def _bands(text: str) -> tuple[str, list[object]]:
    name, _, starts = text.partition("=")
    return name.strip(), [int(item) if item.strip().isdecimal() else item for item in starts.split(",")]


def _stats(args: Namespace) -> int:
    if args.name is None:
        return _answer(args)
    question = _asked(args, SHIPPED)
    if question != FigureQuestion(as_of=question.as_of, known_on=question.known_on):
        raise InvalidValue(field="NAME", why="a saved figure takes only --as-of and --known-on")
    return _show(args)


def _compute(args: Namespace) -> int:
    if args.by:
        raise InvalidValue(field="by", why="`figure table` splits a figure")
    return _answer(args)


def _table(args: Namespace) -> int:
    if not args.by:
        raise InvalidValue(field="by", why="say by which field; `figure list --fields` names them")
    return _answer(args)


def _trend(args: Namespace) -> int:
    if args.by:
        raise InvalidValue(field="by", why="a trend is by --every month or year")
    args.by = args.every
    return _answer(args)


def _show(args: Namespace) -> int:
    return _answer(args, args.name)


def _answer(args: Namespace, name: str = "") -> int:
    """Compute and print the figure that the arguments ask for, or the saved figure called `name`."""
    if not 0 <= args.digits <= _MOST_DIGITS:
        raise InvalidValue(field="digits", why=f"it is a number from 0 to {_MOST_DIGITS}")
    with terminal.readable(args) as session:
        if name:
            name, question = figures.find(session.store, name)
            question = question.at(as_of=args.as_of, known_on=args.known_on)
        else:
            question = _asked(args, session.store.words())
        terminal.keep_statuses(session)
        table = figures.ask(session.store, question)
        if args.csv:
            figures.write_table(table, Path(args.csv), args.language, name)
        if args.xlsx:
            figures.write_table(table, Path(args.xlsx), args.language, name, as_workbook=True)
    document = {"name": name or None} | table.to_json(args.language)
    terminal.emit(args, document, lambda: _lines(table, name, args.language, args.digits))
    return 0


def _save(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        question = _asked(args, session.store.words())
        record = figures.save(session, args.name, question).result
    terminal.emit(args, {"name": args.name, "id": record, "question": question.to_json()}, ["Saved."])
    return 0


def _list(args: Namespace) -> int:
    if args.fields:
        labelled_fields = [
            (item, {code: item.label(code) for code in captions.languages()}) for item in FIELDS.values()
        ]
        fields = [
            {"field": item.name, "of": item.level.value, "labels": labels} for item, labels in labelled_fields
        ]
        lines = (f"{item.name:14} {'  '.join(labels.values())}" for item, labels in labelled_fields)
        terminal.emit(args, fields, lines)
        return 0
    with terminal.readable(args) as session:
        saved_figures = figures.saved(session.store)
    document: list[dict[str, object]] = [
        {
            "name": item.name,
            "id": item.id,
            "question": None if item.question is None else item.question.to_json(),
        }
        for item in saved_figures
    ]
    terminal.emit(args, document, (_saved_line(item) for item in saved_figures))
    return 0


def _saved_line(item: figures.Saved) -> str:
    return f"{item.name}  {'(a newer program wrote it)' if item.question is None else item.question.text}"


def _remove(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        figures.remove(session, args.name)
    terminal.emit(args, {"removed": args.name}, ["Removed. `undo` brings it back."])
    return 0


def _compare(args: Namespace) -> int:
    with terminal.readable(args) as session:
        terminal.keep_statuses(session)
        comparisons = figures.compare(session.store, args.name)
    document = [
        {
            "name": item.name,
            "published": figures.published_document(item.published),
            "ours": None if item.ours is None else item.ours.to_json(),
            "agrees": item.agrees,
        }
        for item in comparisons
    ]
    terminal.emit(args, document, map(_comparison_line, comparisons))
    return 0


def _comparison_line(item: figures.Comparison) -> str:
    ours = "no figure of ours has this name" if item.ours is None else value_words(item.ours, "en")
    agrees = {True: "same", False: "DIFFERENT", None: "cannot be compared"}[item.agrees]
    theirs = f"{item.published.text('value')} {item.published.text('unit')}".strip()
    return f"{item.name}:  published {theirs}  |  ours {ours}  |  {agrees}"


# --- lines ---


def _lines(table: CountTable, name: str, language: str, digits: int) -> Iterator[str]:
    """Yield the lines of the table, followed by its card with the definition."""
    if table.figure.question.by:
        yield from _aligned(_rows(table, language, digits))
        yield ""
    for title, words in card(table, language, name, digits):
        yield f"{title}: {words}"


def _rows(table: CountTable, language: str, digits: int) -> Iterator[list[str]]:
    for line in table.lines:
        labels = [table.label(position, value, language) for position, value in enumerate(line.key)]
        percent = "" if line.count is None else percent_text(line.percent, digits)
        yield [*labels, _count(line, language), percent]


def _count(line: FigureLine, language: str) -> str:
    if line.count is None:
        return number_words(None, language)
    if line.possible is None:
        return f"{line.count}+"
    return f"{line.count} (+{line.possible}?)" if line.possible else str(line.count)


def _aligned(rows: Iterable[list[str]]) -> Iterator[str]:
    every = list(rows)
    widths = [max(len(row[column]) for row in every) for column in range(len(every[0]))] if every else []
    for row in every:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
