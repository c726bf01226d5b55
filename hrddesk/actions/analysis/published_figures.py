"""Figures that others published: stored as they were printed, to be compared with the desk's own."""

from dataclasses import dataclass

from hrddesk.actions.records import citations
from hrddesk.actions.records.citations import NO_EDITS, CitationEdits
from hrddesk.actions.records.editing import Fields, edited
from hrddesk.errors import AmbiguousReference, InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """A row of a list of published figures; `value` is the printed text: "93%", "at least 1,021"."""

    id: RecordId
    name: str
    value: str
    unit: str
    as_of: str


def listed(store: Store, text: str = "") -> list[PublishedRow]:
    """Return the published figures, sorted by name, whose name, value or unit contains the text."""
    sought = text.strip().casefold()
    rows = [
        PublishedRow(item.id, *(item.text(name) for name in ("name", "value", "unit", "as_of")))
        for item in store.all(Kind.FIGURE)
    ]
    matching_rows = [row for row in rows if sought in f"{row.name}\n{row.value}\n{row.unit}".casefold()]
    return sorted(matching_rows, key=lambda row: (row.name.casefold(), row.id))


def find(store: Store, text: str) -> RecordId:
    """Return the id of the published figure with a given name or id; raise RecordNotFound,
    AmbiguousReference.
    """
    named = [row.id for row in listed(store) if row.name.casefold() == text.strip().casefold()]
    if len(named) > 1:
        raise AmbiguousReference(ref=text, count=len(named))
    return named[0] if named else store.by_ref(text, Kind.FIGURE).id


def create(session: Session, fields: Fields, cited: CitationEdits = NO_EDITS) -> Outcome[RecordId]:
    """Create a published figure; raise InvalidDate, and InvalidValue if it has no name or no value.

    `cited` are the citations that name the publisher, stored in the same transaction. If `fields` has no
    `kind`, the figure is stored as one that others published.
    """
    with session.store.change("published.new") as change:
        record = _named(
            edited(
                Record(kind=Kind.FIGURE, id=new_id()),
                {"kind": "external", **fields},
                {},
                session.store.words(),
            )
        )
        change.put(record)
        citations.settle(session.store, change, record, cited)
    return Outcome(record.id, change.changes)


def edit(
    session: Session, figure: RecordId, fields: Fields, cited: CitationEdits = NO_EDITS
) -> Outcome[None]:
    """Change a published figure; fields that are not given stay. It raises the same errors as `create`."""
    with session.store.change("published.edit") as change:
        record = _named(edited(session.store.get(figure), fields, {}, session.store.words()))
        change.put(record)
        citations.settle(session.store, change, record, cited)
    return Outcome(None, change.changes)


def remove(session: Session, figure: RecordId) -> Outcome[None]:
    """Delete a published figure; the desk's own figure of the same name stays."""
    with session.store.change("published.remove") as change:
        change.delete(figure)
    return Outcome(None, change.changes)


def _named(figure: Record) -> Record:
    for name, why in (
        ("name", Translatable("give the figure a name")),
        ("value", Translatable("say what was published")),
    ):
        if not figure.text(name).strip():
            raise InvalidValue(field=name, why=why)
    return figure
