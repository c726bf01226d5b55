"""Citations: each says which source supports or contradicts a recorded fact, and in which words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from hrddesk.actions.records.editing import edited
from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import COMMON_LISTS, Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.store.records.change import Change
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session

SUPPORTS: Final = "supports"
CONTRADICTS: Final = "contradicts"
_CITED: Final = (Kind.CASE, Kind.PARTY, Kind.EVENT, Kind.RELATION, Kind.PLACE, Kind.EVIDENCE, Kind.FIGURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceStatement:
    """The statement of a source about a record. An empty `field` means the record as a whole."""

    source: RecordId
    field: str = ""
    stance: str = SUPPORTS
    quote: str = ""
    locator: str = ""
    """The place in the source: a page, a minute, a paragraph."""
    citation: RecordId | None = None
    """The existing citation of the statement; None for a new one."""
    new_title: str = ""
    """The title of a source that is created under the id `source`; empty for an existing source."""


@dataclass(frozen=True, slots=True)
class CitationEdits:
    """The changes that a form makes to a record's citations: those in `put` are stored, those in `dropped`
    deleted.
    """

    put: Sequence[SourceStatement] = ()
    dropped: Sequence[RecordId] = ()


NO_EDITS: Final = CitationEdits()


def fields_of(kind: Kind) -> list[str]:
    """Return the fields and lists of a kind of record that a citation can be about."""
    spec = Record(kind=kind, id=RecordId("0" * 32)).spec
    common = {item.name for item in COMMON_LISTS}
    return [field.name for field in spec.fields if field.name != "ref"] + [
        item.name for item in spec.lists if item.name not in common
    ]


def of_record(store: Store, record: RecordId) -> list[Record]:
    """Return the citations of a record, in the order in which this vault stored them first."""
    return store.citing.of_records([record])


def of_records(store: Store, records: Sequence[RecordId]) -> list[Record]:
    """Return the citations of all these records, in the order in which this vault stored them first."""
    return store.citing.of_records(records)


def said_by(citation: Record) -> SourceStatement:
    """Return a stored citation as a statement."""
    return SourceStatement(
        source=RecordId(citation.text("source")),
        field=citation.text("field"),
        stance=citation.text("stance") or SUPPORTS,
        quote=citation.text("quote"),
        locator=citation.text("locator"),
        citation=citation.id,
    )


def cite(session: Session, record: RecordId, statement: SourceStatement) -> Outcome[RecordId]:
    """Add a citation to a record, or change one; raise RecordNotFound, InvalidValue."""
    with session.store.change("citation.new" if statement.citation is None else "citation.edit") as change:
        citation = _put(session.store, change, session.store.get(record), statement)
    return Outcome(citation, change.changes)


def remove(session: Session, citation: RecordId) -> Outcome[None]:
    """Delete a citation; the source stays."""
    with session.store.change("citation.remove") as change:
        change.delete(citation)
    return Outcome(None, change.changes)


def settle(store: Store, change: Change, record: Record, edits: CitationEdits) -> None:
    """Store and delete citations of a record within the transaction `change`; raise RecordNotFound,
    InvalidValue.
    """
    for statement in edits.put:
        _put(store, change, record, statement)
    for citation in edits.dropped:
        if store.find(citation) is not None:  # somebody else may have deleted it meanwhile
            change.delete(citation)


def _put(store: Store, change: Change, record: Record, statement: SourceStatement) -> RecordId:
    if record.kind not in _CITED:
        raise InvalidValue(field="record", why=Translatable("nothing can be cited for a record of this kind"))
    if statement.field and statement.field not in fields_of(record.kind):
        raise InvalidValue(field=statement.field, why=Translatable("a record of this kind has no such field"))
    if statement.new_title and store.find(statement.source) is None:
        change.put(
            edited(
                Record(kind=Kind.SOURCE, id=statement.source),
                {"title": statement.new_title},
                {},
                store.words(),
            )
        )
    if store.get(statement.source).kind not in (Kind.SOURCE, Kind.EVIDENCE):
        raise InvalidValue(field="source", why=Translatable("a source, or a piece of evidence, can be cited"))
    before = None if statement.citation is None else store.find(statement.citation)
    citation = before or Record(kind=Kind.CITATION, id=statement.citation or new_id())
    fields = {
        "record": record.id,
        "field": statement.field,
        "source": statement.source,
        "stance": statement.stance,
        "quote": statement.quote,
        "locator": statement.locator,
    }
    citation_record = edited(citation, fields, {}, store.words())
    if citation_record.text("stance") not in (SUPPORTS, CONTRADICTS):
        raise InvalidValue(field="stance", why=Translatable("a source supports or contradicts"))
    change.put(citation_record)
    return citation_record.id
