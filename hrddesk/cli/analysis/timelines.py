"""The commands `hrddesk timeline` and `hrddesk relations`: the events of a case or person by date, and its
relations.
"""

from argparse import ArgumentParser, Namespace

from hrddesk.actions.analysis import timelines
from hrddesk.analysis.overview.network import ends
from hrddesk.analysis.overview.timelines import Moment
from hrddesk.cli.console import record_output, terminal
from hrddesk.cli.console.commands import Subparsers, command
from hrddesk.cli.records import relations

_UNDATED = "no date"


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    line = command(commands, shared, "timeline", "events of a case or person by the days they allow", _line)
    line.add_argument("ref", metavar="REF", help="a case or a party")
    related = command(commands, shared, "relations", "who is related to whom, of a case or person", _related)
    related.add_argument("ref", metavar="REF", help="a case or a party")


def _line(args: Namespace) -> int:
    with terminal.readable(args) as session:
        picture = timelines.picture(session.store, session.store.by_ref(args.ref).id)
        moments = [*picture.timeline.dated, *picture.timeline.undated]
        events = record_output.event_lines(session.store, [moment.event for moment in moments])
    document = [
        record_output.as_document(moment.event)
        | {
            "earliest": None if moment.date.earliest is None else moment.date.earliest.isoformat(),
            "latest": None if moment.date.latest is None else moment.date.latest.isoformat(),
            "exact": moment.is_exact,
            "doubtful": moment.date.doubtful,
        }
        for moment in moments
    ]
    lines = (f"{_span(moment):<25}  {event}" for moment, event in zip(moments, events, strict=True))
    terminal.emit(args, document, lines)
    return 0


def _span(moment: Moment) -> str:
    """Return the first and last possible day of a date, with a question mark if the source doubts the
    date.
    """
    if not moment.is_dated:
        return _UNDATED
    first, last = moment.date.earliest, moment.date.latest
    days = f"{first or '…'}" if first == last else f"{first or '…'} to {last or '…'}"
    return days + (" ?" if moment.date.doubtful else "")


def _related(args: Namespace) -> int:
    with terminal.readable(args) as session:
        picture = timelines.picture(session.store, session.store.by_ref(args.ref).id)
    documents = []
    for relation in picture.relations:
        subject, object_name = (picture.names.get(end, end[:8]) for end in ends(relation))
        documents.append(
            record_output.as_document(relation) | {"subject_name": subject, "object_name": object_name}
        )
    lines = (f"{item.id[:8]}  {relations.line(item, picture.names)}" for item in picture.relations)
    terminal.emit(args, documents, lines)
    return 0
