"""The commands `hrddesk form`: shipped forms about one person, filled in from the records."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from hrddesk.actions.interop import forms
from hrddesk.cli.console import languages, terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command, group
from hrddesk.cli.records.questions import pairs
from hrddesk.records.model.kinds import Kind


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "form", "forms about one person: detention, WGAD, WGEID, ill-treatment")
    command(verbs, shared, "list", "the forms that there are; needs no vault", _list)
    show = command(verbs, shared, "show", "a form as the records fill it, and what is missing", _show)
    fill = command(verbs, shared, "fill", "answer questions of a form", _fill)
    export = command(verbs, shared, "export", "write a form to a file, which is NOT encrypted", _export)
    for parser in (show, fill, export):
        parser.add_argument("form", metavar="FORM", help="detention, wgad, wgeid, ill_treatment")
        parser.add_argument("party", metavar="PARTY")
    fill.add_argument("fields", nargs="+", metavar="KEY=ANSWER", help="an empty answer clears one")
    export.add_argument("path", metavar="FILE", type=PathText, help="must not exist yet")
    export.add_argument("--format", choices=forms.FORMATS, default="pdf")
    for parser in (show, fill, export):
        languages.add_chain(parser, "of the form, the one that is preferred first: ug,zh-Hans,en")


def _list(args: Namespace) -> int:
    document = [{"form": item.code, "labels": dict(item.labels), "id": item.id} for item in forms.listed()]
    terminal.emit(
        args, document, (f"{item.code}  {' · '.join(item.labels.values())}" for item in forms.listed())
    )
    return 0


def _emit(args: Namespace, form: forms.FilledForm) -> None:
    done, every = form.completeness
    lines = [f"{form.template.label(languages.chain(args))}: {form.person}  {done}/{every}"]
    for section, part in form.sections:
        lines += ["", section.label(languages.chain(args))]
        for item in part:
            lines.append(f"  {item.question.key}  {item.question.label(languages.chain(args))}")
            lines += [f"      {line}" for line in (item.worded or "-").splitlines()]
    terminal.emit(args, form.to_json(), lines)


def _show(args: Namespace) -> int:
    with terminal.readable(args) as session:
        party = session.store.by_ref(args.party, Kind.PARTY)
        form = forms.filled(session.store, args.form, party.id, languages.chain(args))
    _emit(args, form)
    return 0


def _fill(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        party = session.store.by_ref(args.party, Kind.PARTY)
        forms.fill(session, args.form, party.id, pairs(args.fields))
        form = forms.filled(session.store, args.form, party.id, languages.chain(args))
    _emit(args, form)
    return 0


def _export(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        party = session.store.by_ref(args.party, Kind.PARTY)
        form = forms.export(
            session,
            args.form,
            party.id,
            Path(args.path),
            terminal.job(args),
            format=args.format,
            chain=languages.chain(args),
        )
    done, every = form.completeness
    terminal.warn(args, "this file is confidential, not redacted and not encrypted")
    if form.lacks_consent:
        terminal.warn(args, "no answer is on file by which the name may be told to the State: ask first")
    document = {"file": str(args.path), "format": args.format, "filled": done, "questions": every}
    terminal.emit(args, document, [f"{args.path}  {done}/{every}"])
    return 0
