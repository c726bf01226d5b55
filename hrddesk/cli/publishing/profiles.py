"""The commands `hrddesk profile`: profiles that say what a publication reveals; copy, change and transfer
them.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from hrddesk.actions.scope import profiles
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command, group
from hrddesk.errors import InvalidValue
from hrddesk.records.language.labels import DEFAULT
from hrddesk.records.model import codec
from hrddesk.records.model.field_specs import Visibility
from hrddesk.redact.profile.own_fields import AskedField
from hrddesk.redact.profile.profile_settings import changed, settings, value_of
from hrddesk.redact.profile.profiles import PUBLISHABLE, Profile
from hrddesk.store.vault.session import Session


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands."""
    verbs = group(commands, "profile", "what publications let out: list, show, copy and change profiles")
    command(verbs, shared, "list", "the shipped profiles and this desk's own", _list)
    show = command(verbs, shared, "show", "all that a profile says", _show)
    show.add_argument("name", metavar="NAME")
    fields = command(
        verbs, shared, "fields", "the fields that a profile can let out; needs no vault", _fields
    )
    fields.add_argument(
        "--own", action="store_true", help="the questions of this desk's own, which need the vault"
    )
    copy = command(verbs, shared, "copy", "make a profile from another one", _copy)
    copy.add_argument("name", metavar="NAME")
    copy.add_argument("new", metavar="NEW")
    change = command(verbs, shared, "set", "change a profile of this desk's own", _set)
    change.add_argument("name", metavar="NAME")
    change.add_argument("settings", nargs="*", metavar="SETTING=VALUE", help=", ".join(settings()))
    for option, text in (("--allow", "let these fields out"), ("--withhold", "keep these fields back")):
        change.add_argument(option, nargs="+", action="extend", default=[], metavar="FIELD", help=text)
    rename = command(verbs, shared, "rename", "give a profile another name; its reviews go along", _rename)
    rename.add_argument("name", metavar="NAME")
    rename.add_argument("new", metavar="NEW")
    remove = command(verbs, shared, "remove", "delete a profile of this desk's own", _remove)
    remove.add_argument("name", metavar="NAME")
    export = command(verbs, shared, "export", "write profiles to a file for another desk", _export)
    export.add_argument("file", metavar="FILE", type=PathText)
    export.add_argument("names", nargs="*", metavar="NAME", help="these; all of this desk's own without any")
    take = command(verbs, shared, "import", "keep the profiles of a file; none replaces one of ours", _import)
    take.add_argument("file", metavar="FILE", type=PathText)
    take.add_argument("--name", default="", metavar="NAME", help="call the only profile of the file so")


def _list(args: Namespace) -> int:
    with terminal.readable(args) as session:
        rows = profiles.listed(session.store)
    terminal.emit(
        args,
        [{"name": row.name, "shipped": row.id is None, "readable": row.profile is not None} for row in rows],
        [
            f"{row.name}{' (shipped)' if row.id is None else ''}"
            f"{'' if row.profile is not None else ' (a newer program made it)'}"
            for row in rows
        ],
    )
    return 0


def _show(args: Namespace) -> int:
    with terminal.readable(args) as session:
        return _emit(args, session, args.name)


def _emit(args: Namespace, session: Session, name: str) -> int:
    profile = profiles.profile_of(session.store, name)
    here = {asked_field.field: asked_field for asked_field in profiles.asked(session.store)}
    lines = [f"{name}={value_of(profile, name)}" for name in settings()]
    lines += [f"field {name}" for name in sorted(profile.fields)]
    lines += [f"field {field.name}  {_says(here.get(field), profile)}" for field in sorted(profile.own)]
    terminal.emit(args, codec.write(profile), lines)
    return 0


def _says(asked_field: AskedField | None, profile: Profile) -> str:
    if asked_field is None:
        return "(gone, or asked otherwise since: nothing of it is let out)"
    labels_text = " · ".join(dict.fromkeys(asked_field.question.labels.values()))
    return (
        labels_text
        if asked_field.admitted(profile.levels)
        else f"{labels_text}  (not visible enough: nothing is let out)"
    )


def _fields(args: Namespace) -> int:
    if not args.own:
        terminal.emit(args, sorted(PUBLISHABLE), sorted(PUBLISHABLE))
        return 0
    with terminal.readable(args) as session:
        asked_fields = profiles.asked(session.store)
    document = [
        {
            "field": asked_field.field.name,
            "labels": dict(asked_field.question.labels),
            "text": asked_field.field.is_text,
            "level": asked_field.level or Visibility.SECRET,
        }
        for asked_field in asked_fields
    ]
    lines = [
        f"{row['field']}  {row['level']}{', reviewed text' if row['text'] else ''}"
        f"  {asked_field.question.label(DEFAULT)}"
        for asked_field, row in zip(asked_fields, document, strict=True)
    ]
    terminal.emit(args, document, lines)
    return 0


def _copy(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        profiles.copy(session, args.name, args.new)
        return _emit(args, session, args.new)


def _set(args: Namespace) -> int:
    new_values = {}
    for text in args.settings:
        name, equals, value = text.partition("=")
        if not equals:
            raise InvalidValue(field=name, why="write NAME=VALUE")
        new_values[name] = value
    with terminal.unlocked(args) as session:
        asked_fields = profiles.asked(session.store)
        profiles.change(
            session,
            args.name,
            lambda profile: changed(profile, new_values, args.allow, args.withhold, asked_fields),
        )
        return _emit(args, session, args.name)


def _rename(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        profiles.rename(session, args.name, args.new)
    terminal.emit(args, {"renamed": args.name, "name": args.new}, [f"{args.name} is called {args.new} now."])
    return 0


def _remove(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        profiles.remove(session, args.name)
    terminal.emit(args, {"removed": args.name}, ["The profile is deleted."])
    return 0


def _export(args: Namespace) -> int:
    with terminal.readable(args) as session:
        names = profiles.export(session.store, Path(args.file), args.names or None)
    terminal.emit(args, {"file": args.file, "profiles": names}, [f"{args.file}: {', '.join(names)}"])
    return 0


def _import(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        names = profiles.take_in(session, Path(args.file), args.name).result
    terminal.emit(args, {"profiles": names}, [f"Kept: {', '.join(names)}"])
    return 0
