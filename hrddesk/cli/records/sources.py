"""The commands `hrddesk source` and `hrddesk citation`: sources, and the statements that they support or
contradict.
"""

from argparse import ArgumentParser, Namespace
from typing import Any, Final

from hrddesk.actions.records import cases, citations, sources
from hrddesk.actions.records.citations import CONTRADICTS, SUPPORTS, SourceStatement
from hrddesk.cli.console import assignments, record_output, terminal
from hrddesk.cli.console.commands import Subparsers, command, group
from hrddesk.cli.console.removal import add_removal
from hrddesk.errors import InvalidValue
from hrddesk.records.model.kinds import SPECS, Kind
from hrddesk.records.model.record import Record
from hrddesk.records.texts.texts import quoted_at
from hrddesk.store.records.store import Store

_FIELDS: Final = ", ".join(field.name for field in SPECS[Kind.SOURCE].fields if field.name != "title")


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    _add_sources(group(commands, "source", "list, show, make and edit sources"), shared)
    _add_citations(group(commands, "citation", "say which source supports or contradicts what"), shared)


def _add_sources(verbs: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    listing = command(verbs, shared, "list", "all sources, or those called so", _list)
    listing.add_argument("--text", default="", help="only sources whose title or code name holds it")
    listing.add_argument(
        "--case", metavar="REF", help="only what is cited in the case, evidence too, with what each says"
    )
    show = command(verbs, shared, "show", "one source and what it is cited for", _show)
    show.add_argument("ref", metavar="SOURCE")
    new = command(verbs, shared, "new", "make a source", _new)
    new.add_argument("--title", default="")
    new.add_argument(
        "fields",
        nargs="*",
        metavar="FIELD=VALUE",
        help=", ".join(field.name for field in SPECS[Kind.SOURCE].fields if field.name != "title"),
    )
    edit = command(verbs, shared, "edit", "set fields of a source; an empty value clears one", _edit)
    edit.add_argument("ref", metavar="SOURCE")
    edit.add_argument("fields", nargs="+", metavar="FIELD=VALUE")
    add_removal(verbs, shared, Kind.SOURCE, sources.remove, "delete a source and its citations")


def _add_citations(verbs: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    cite = command(verbs, shared, "add", "cite a source, or evidence, for a record", _cite)
    cite.add_argument("record", metavar="REF", help="a case, party, event, relation, place, evidence, figure")
    cite.add_argument("source", metavar="SOURCE", help="a source or a piece of evidence")
    cite.add_argument("--field", default="", help="the field it speaks of; else the record as a whole")
    cite.add_argument("--contradicts", action="store_true", help="it says otherwise")
    cite.add_argument("--quote", default="", help="its words")
    cite.add_argument("--locator", default="", help="where in the source: page 4, minute 3:20")
    listing = command(verbs, shared, "list", "what is cited for a record", _citations)
    listing.add_argument("record", metavar="REF")
    add_removal(verbs, shared, Kind.CITATION, citations.remove, "delete a citation; the source stays")


def _list(args: Namespace) -> int:
    if args.case is not None:
        return _list_of_case(args)
    with terminal.readable(args) as session:
        rows = sources.rows(session.store, sources.list_ids(session.store, args.text))
    document = [
        {
            "ref": row.id,
            "id": row.id,
            "title": row.title,
            "code_name": row.code_name,
            "kind": row.kind,
            "type": row.type,
            "reliability": row.reliability,
            "cited": row.cited,
        }
        for row in rows
    ]
    terminal.emit(
        args,
        document,
        (
            f"{row.id[:8]}  {row.code_name or row.title}  {row.kind}"
            f"  {row.type or '-'}  {row.reliability or '-'}  cited {record_output.counted(row.cited, 'time')}"
            for row in rows
        ),
    )
    return 0


def _list_of_case(args: Namespace) -> int:
    if args.text:
        raise InvalidValue(field="--text", why="it is not taken together with --case")
    document: list[dict[str, Any]] = []
    lines: list[str] = []
    with terminal.readable(args) as session:
        case = session.store.by_ref(args.case, Kind.CASE)
        for item in sources.of_case(session.store, cases.detail(session.store, case.id)):
            citation_rows = [_told(session.store, citation) for citation in item.citations]
            document.append(
                record_output.as_document(item.source) | {"citations": [part for part, _ in citation_rows]}
            )
            lines += [
                f"{item.source.id[:8]}  {sources.title_of(item.source)}",
                *(f"  {line}" for _, line in citation_rows),
            ]
    terminal.emit(args, document, lines)
    return 0


def _show(args: Namespace) -> int:
    with terminal.readable(args) as session:
        source = session.store.by_ref(args.ref, Kind.SOURCE)
        citation_rows = [
            _told(session.store, citation) for citation in session.store.citing.of_source(source.id)
        ]
    terminal.emit(
        args,
        record_output.as_document(source) | {"citations": [document for document, _ in citation_rows]},
        [record_output.heading(source), *(f"  {line}" for _, line in citation_rows)],
    )
    return 0


def _new(args: Namespace) -> int:
    title_fields = [f"title={args.title}"] if args.title else []
    fields = assignments.parse(Kind.SOURCE, [*title_fields, *args.fields])
    with terminal.unlocked(args) as session:
        source_id = sources.create(session, fields).result
        source = session.store.get(source_id)
    terminal.emit(args, record_output.as_document(source), [record_output.heading(source)])
    return 0


def _edit(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        source = session.store.by_ref(args.ref, Kind.SOURCE)
        sources.edit(session, source.id, assignments.parse(Kind.SOURCE, args.fields))
        source = session.store.get(source.id)
    terminal.emit(args, record_output.as_document(source), [record_output.heading(source)])
    return 0


def _cite(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        record = session.store.by_ref(args.record)
        statement = SourceStatement(
            source=session.store.by_ref(args.source).id,
            field=args.field,
            stance=CONTRADICTS if args.contradicts else SUPPORTS,
            quote=args.quote,
            locator=args.locator,
        )
        citation_id = citations.cite(session, record.id, statement).result
        document, line = _told(session.store, session.store.get(citation_id))
    terminal.emit(args, document, [line])
    return 0


def _citations(args: Namespace) -> int:
    with terminal.readable(args) as session:
        record = session.store.by_ref(args.record)
        citation_rows = [
            _told(session.store, citation) for citation in citations.of_record(session.store, record.id)
        ]
    terminal.emit(args, [document for document, _ in citation_rows], (line for _, line in citation_rows))
    return 0


def _told(store: Store, citation: Record) -> tuple[dict[str, Any], str]:
    """Return a citation as a JSON object and as a line."""
    source, record = store.find(citation.text("source")), store.find(citation.text("record"))
    title = citation.text("source")[:8] if source is None else sources.title_of(source)
    about = citation.text("record")[:8] if record is None else record.text("ref") or record.id[:8]
    statement = citations.said_by(citation)
    parts = [
        citation.id[:8],
        title,
        statement.stance,
        ": ".join(part for part in (about, statement.field) if part),
    ]
    place = None if source is None else quoted_at(source, statement.quote)
    parts += [f"“{statement.quote}”" if statement.quote else "", statement.locator]
    parts += ["text {}, {}-{}".format(*place)] if place else []
    document = record_output.as_document(citation) | {"source_title": title, "place": place and list(place)}
    return document, "  ".join(part for part in parts if part)
