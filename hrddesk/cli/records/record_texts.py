"""The commands `hrddesk text of`, `show`, `add`, `set` and `remove`: the texts of one record."""

from argparse import ArgumentParser, BooleanOptionalAction, Namespace
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from hrddesk.actions.interop import pasted_texts
from hrddesk.actions.records import record_texts
from hrddesk.cli.console import record_output, terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command
from hrddesk.records.model.record import Value
from hrddesk.records.texts.texts import OF_A_PART, TRANSLATION, Text, texts_of

_WHICH: Final = "its number, counted from 1 as `text of` does, or its name"

_FILE: Final = "a file with the words, in UTF-8"


def add(verbs: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add these commands to the group `text`."""
    listing = command(verbs, shared, "of", "the texts of a record: written, transcribed, translated", _of)
    listing.add_argument("ref", metavar="REF")
    show = command(verbs, shared, "show", "a text of a record, whole", _show)
    show.add_argument("ref", metavar="REF")
    show.add_argument("which", metavar="TEXT", help=_WHICH)
    new = command(verbs, shared, "add", "add a text to a case, an event, a source or evidence", _add)
    new.add_argument("ref", metavar="REF")
    words = new.add_mutually_exclusive_group(required=True)
    words.add_argument("body", metavar="BODY", nargs="?", help="the words")
    words.add_argument("--file", type=PathText, metavar="FILE", help=_FILE)
    _describe(new)
    change = command(verbs, shared, "set", "change a text, or what is said of it", _set)
    change.add_argument("ref", metavar="REF")
    change.add_argument("which", metavar="TEXT", help=_WHICH)
    words = change.add_mutually_exclusive_group()
    words.add_argument("--body", metavar="BODY", help="other words")
    words.add_argument("--file", type=PathText, metavar="FILE", help=_FILE)
    _describe(change)
    remove = command(verbs, shared, "remove", "remove a text from a record", _remove)
    remove.add_argument("ref", metavar="REF")
    remove.add_argument("which", metavar="TEXT", help=_WHICH)


def _describe(parser: ArgumentParser) -> None:
    parser.add_argument("--language", metavar="CODE", help="in which language it is: en, ug, zh-Hans")
    parser.add_argument("--kind", metavar="KIND", help="`term list text_kind`; without it, written")
    parser.add_argument(
        "--of",
        metavar="TEXT",
        help="the text of the same record that it translates or transcribes; without it, a translation is of"
        " the only one that is none",
    )
    parser.add_argument("--by", metavar="ALIAS", help="the alias of who wrote it; never published")
    parser.add_argument(
        "--checked",
        action=BooleanOptionalAction,
        default=None,
        help="somebody compared it with its origin",
    )


def _of(args: Namespace) -> int:
    with terminal.readable(args) as session:
        return _emit(args, texts_of(session.store.by_ref(args.ref)))


def _show(args: Namespace) -> int:
    with terminal.readable(args) as session:
        text = record_texts.named(session.store.by_ref(args.ref), args.which)
    terminal.emit(args, asdict(text), text.body.splitlines())
    return 0


def _add(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        record = session.store.by_ref(args.ref)
        parts = _parts(args)
        if "of" not in parts and parts.get("kind") == TRANSLATION:
            parts["of"] = record_texts.translated(record)
        record_texts.add(session, record.id, {name: value for name, value in parts.items() if value != ""})
        return _emit(args, texts_of(session.store.get(record.id)))


def _set(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        record = session.store.by_ref(args.ref)
        record_texts.change(session, record.id, args.which, _parts(args))
        return _emit(args, texts_of(session.store.get(record.id)))


def _remove(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        record = session.store.by_ref(args.ref)
        record_texts.remove(session, record.id, args.which)
        return _emit(args, texts_of(session.store.get(record.id)))


def _parts(args: Namespace) -> dict[str, Value]:
    if args.file:
        args.body = pasted_texts.text_of(Path(args.file))
    return {name: value for name in record_texts.PARTS if (value := getattr(args, name)) is not None}


def _emit(args: Namespace, texts: Sequence[Text]) -> int:
    lines = []
    for number, text in enumerate(texts, 1):
        part = "of a part" if text.of == OF_A_PART else ""
        origin = next(
            (f"of {origin_number}" for origin_number, one in enumerate(texts, 1) if one.field == text.of),
            part,
        )
        notes = (text.language, text.kind, origin, f"by {text.by}" * bool(text.by), "checked" * text.checked)
        length = record_output.counted(len(text.body), "character")
        lines.append(f"{number}  {', '.join(filter(None, notes))}  {length}")
    terminal.emit(args, [asdict(text) for text in texts], lines)
    return 0
