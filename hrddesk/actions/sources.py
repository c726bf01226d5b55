"""Sources: who said so, of what type, how reliable and, where the name must not be known, by a code name."""

from dataclasses import dataclass

from hrddesk.actions import relations
from hrddesk.actions.cases import CaseDetail
from hrddesk.actions.editing import Fields, edited
from hrddesk.errors import InvalidValue
from hrddesk.records import names
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId, new_id
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from hrddesk.store.store import Store


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source as lists show it; `type` and `reliability` are codes, or words that no term knows."""

    id: RecordId
    title: str
    code_name: str
    type: str
    reliability: str
    cited: int
    """By how many citations."""


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source, or a piece of evidence, with what it is cited for, in the order in which that came."""

    source: Record
    citations: tuple[Record, ...]


def title_of(source: Record) -> str:
    """Return what a source, or evidence that is one, is called: its code name goes before its title."""
    names_of_it = ("code_name", "title", "original_name", "ref")
    return next((source.text(name) for name in names_of_it if source.text(name)), source.id[:8])


def list_ids(store: Store, text: str = "") -> list[RecordId]:
    """Return the sources whose title or code name holds the text, in the order in which they came."""
    every = store.ids(Kind.SOURCE)
    if not names.normalise(text):
        return every
    found = set(store.search.by_name(text, Kind.SOURCE))
    return [source for source in every if source in found]


def rows(store: Store, ids: list[RecordId]) -> list[SourceRow]:
    """Return what lists show of these sources."""
    counts = store.citing.counts(ids)
    return [
        SourceRow(
            source.id,
            source.text("title"),
            source.text("code_name"),
            source.text("type"),
            source.text("reliability"),
            counts.get(source.id, 0),
        )
        for source in store.many(Kind.SOURCE, ids)
    ]


def of_case(store: Store, detail: CaseDetail) -> list[CitedSource]:
    """Return what is cited for a case, its people and their relations, its events and its evidence.

    A citation whose source is not in the vault is left out.
    """
    people = [party.id for party, _ in detail.parties]
    parts = [detail.record, *detail.events, *detail.evidence, *relations.of_parties(store, people)]
    found: dict[str, list[Record]] = {}
    for citation in store.citing.of_records([*people, *(part.id for part in parts)]):
        found.setdefault(citation.text("source"), []).append(citation)
    known = ((store.find(source), cited) for source, cited in found.items())
    return [CitedSource(source, tuple(cited)) for source, cited in known if source is not None]


def create(session: Session, fields: Fields) -> tuple[RecordId, Changes]:
    """Make a source; raise InvalidValue, where it has neither a title nor a code name too."""
    with session.store.change("source.new") as change:
        record = _named(edited(Record(Kind.SOURCE, new_id()), fields, {}, session.store.words()))
        change.put(record)
    return record.id, change.changes


def edit(session: Session, source_id: RecordId, fields: Fields) -> Changes:
    """Change a source; what is not named stays. Raise as `create` does."""
    with session.store.change("source.edit") as change:
        change.put(_named(edited(session.store.get(source_id), fields, {}, session.store.words())))
    return change.changes


def remove(session: Session, source_id: RecordId) -> Changes:
    """Delete a source and its citations, in one act that `undo` takes back."""
    with session.store.change("source.remove") as change:
        for citation in session.store.citing.of_source(source_id):
            change.delete(citation.id)
        change.delete(source_id)
    return change.changes


def _named(source: Record) -> Record:
    if not source.text("title").strip() and not source.text("code_name").strip():
        raise InvalidValue(field="title", why="a source has a title or a code name")
    return source
