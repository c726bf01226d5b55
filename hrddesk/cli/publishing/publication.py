"""The commands `hrddesk publication`: earlier publications, their records, exports, and counts that others
can verify.
"""

import datetime
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hrddesk.actions.editions import publication_exports, publication_record
from hrddesk.actions.editions.publication_exports import ExportForm
from hrddesk.actions.editions.publication_record import PublicationShown
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command, group, id_number
from hrddesk.records.language import captions
from hrddesk.records.language.labels import EN
from hrddesk.records.model import codec


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "publication", "what was published: its record, other forms, counts to verify")
    command(verbs, shared, "list", "all publications, the latest first", _list)
    show = command(verbs, shared, "show", "the record of one: who, when, profile, decisions, labels", _show)
    show.add_argument("number", metavar="N", type=id_number)
    export = command(verbs, shared, "export", "write it as tables, a monthly list, or figure cards", _export)
    export.add_argument("number", metavar="N", type=id_number)
    export.add_argument(
        "path", metavar="PATH", type=PathText, help="a new file; a new folder for csv and cards"
    )
    export.add_argument("--as", dest="form", required=True, choices=[form.value for form in ExportForm])
    export.add_argument("--month", default="", metavar="YYYY-MM", help="of a monthly list this month alone")
    opening = command(
        verbs, shared, "opening", "write what opens the count of a figure, for a reviewer", _opening
    )
    opening.add_argument("number", metavar="N", type=id_number)
    opening.add_argument("figure", metavar="FIGURE", type=id_number, help="1 for the first one")
    opening.add_argument("file", metavar="FILE", type=PathText)
    prove = command(
        verbs, shared, "prove", "which record an entry of an opening is, and the proof of it", _prove
    )
    prove.add_argument("number", metavar="N", type=id_number)
    prove.add_argument("figure", metavar="FIGURE", type=id_number)
    prove.add_argument("entry", metavar="ENTRY", type=id_number)
    verify = command(verbs, shared, "verify", "verify the count of a figure card; takes no vault", _verify)
    verify.add_argument("card", metavar="CARD", type=PathText)
    verify.add_argument("--opening", required=True, metavar="FILE", type=PathText)
    verify.add_argument("--proof", nargs="+", action="extend", default=[], metavar="KEY:ID")


def _list(args: Namespace) -> int:
    with terminal.readable(args) as session:
        publications = publication_record.everything(session.store)
    terminal.emit(args, [_head(item) for item in publications], map(_line, publications))
    return 0


def _show(args: Namespace) -> int:
    with terminal.readable(args) as session:
        publication = publication_record.show(session.store, args.number)
    document = _head(publication) | {
        "cases": list(publication.cases),
        "labels": [
            {"party": row.party, "name": row.name, "label": codec.write(row.label)}
            for row in publication.labels
        ],
        "texts": [
            {"ref": text.ref, "field": text.field, "who": text.who, "time": text.time}
            for text in publication.texts
        ],
        "figures": list(publication.figures),
        "profile_kept": publication.profile_kept,
        "decisions": publication.decisions,
        "answers": dict(publication.answers),
        "labels_off": dict(publication.labels_off),
    }
    terminal.emit(args, document, _lines(publication))
    return 0


def _head(publication: PublicationShown) -> dict[str, Any]:
    return {
        "publication": publication.number,
        "time": publication.time,
        "who": publication.who,
        "profile": publication.profile,
        "title": codec.write(publication.title),
        "as_of": publication.as_of.isoformat(),
        "issue": publication.issue,
        "since": publication.since,
        "corrects": publication.corrects,
        "file": publication.file,
        "sha256": publication.sha256,
        "pages": publication.pages,
        "signed_by": publication.signed_by or None,
    }


def _line(publication: PublicationShown) -> str:
    day = datetime.datetime.fromtimestamp(publication.time, tz=datetime.UTC).date().isoformat()
    return (
        f"{publication.number}  {day}  {publication.file}  {publication.profile}  {publication.pages} "
        f"page(s)  {publication.sha256[:16]}"
    )


def _lines(publication: PublicationShown) -> Iterator[str]:
    yield _line(publication)
    yield (
        f"by {publication.who}, as of {publication.as_of}: "
        f"{' / '.join(publication.title.together(captions.languages()))}"
    )
    if publication.since is not None:
        yield (
            f"issue {publication.issue}, {'corrects' if publication.corrects else 'follows'} publication "
            f"{publication.since}"
        )
    yield f"SHA-256 {publication.sha256}"
    if publication.signed_by:
        yield f"signed by {publication.signed_by}"
    yield f"cases: {', '.join(publication.cases)}"
    for row in publication.labels:
        yield f"  {row.label.said(EN)} is {row.name}"
    for text in publication.texts:
        yield f"  text {text.ref}:{text.field}, reviewed by {text.who}"
    for number, name in enumerate(publication.figures, 1):
        yield f"  figure {number}: {name}"
    for risk, reason in publication.answers.items():
        yield f"  risk accepted, {risk}: {reason}"
    for party, reason in publication.labels_off:
        yield f"  label taken off of {party}: {reason}"


def _export(args: Namespace) -> int:
    with terminal.readable(args) as session:
        file_names = publication_exports.write(
            session.store, args.number, ExportForm(args.form), Path(args.path), args.month
        )
    terminal.emit(
        args, {"path": args.path, "files": file_names}, [f"Wrote {args.path}: {', '.join(file_names)}"]
    )
    return 0


def _opening(args: Namespace) -> int:
    with terminal.readable(args) as session:
        opening = publication_exports.write_opening(session.store, args.number, args.figure, Path(args.file))
    document = {"file": args.file, "count": opening.count, "records": len(opening.entries)}
    line = (
        f"Wrote {args.file}: {opening.count}, from {len(opening.entries)} record(s). It names none of them."
    )
    terminal.emit(args, document, [line])
    return 0


def _prove(args: Namespace) -> int:
    with terminal.readable(args) as session:
        record, proof = publication_exports.prove(session, args.number, args.figure, args.entry)
    ref = None if record is None else record.text("ref") or record.id
    terminal.emit(args, {"ref": ref, "proof": proof}, [ref or "The record was deleted.", proof])
    return 0


def _verify(args: Namespace) -> int:
    verification = publication_exports.verify(Path(args.card), Path(args.opening), args.proof)
    document = {
        "ok": True,
        "count": verification.count,
        "records": verification.records,
        "proven": list(verification.entries),
    }
    lines = [
        f"The count holds: {verification.count}, from {verification.records} record(s), none of them twice."
    ]
    lines += [f"The record is entry {entry}." for entry in verification.entries]
    terminal.emit(args, document, lines)
    return 0
