"""Sources: people and documents, how reliable they are, and how they are named in print."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hrddesk.actions.records import relations
from hrddesk.actions.records.cases import CaseDetail
from hrddesk.actions.records.editing import Fields, Lists, edited
from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Record, RecordId, new_id
from hrddesk.records.names import names
from hrddesk.records.rules.sources import DOCUMENT, Attribution, is_document, level_of, refusal
from hrddesk.redact.detection.matcher import KnownName, NameIndex
from hrddesk.redact.passages.occurrences import IdentifierKind
from hrddesk.store.queries import referrers
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session

CONFIDENTIAL_FOR_EVER: Final = Translatable("a person stays confidential; choose an attribution instead")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A source as a list row; `type` and `reliability` are codes, or words that are no term."""

    id: RecordId
    title: str
    code_name: str
    kind: str
    """`document` or `person`; a source of unknown kind counts as a person."""
    type: str
    reliability: str
    cited: int
    """The number of its citations."""


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source, or evidence used as a source, with its citations in the order in which this vault stored
    them.
    """

    source: Record
    citations: tuple[Record, ...]


def title_of(source: Record) -> str:
    """Return the name to show for a source, or for evidence used as a source: its code name, or else its
    title.
    """
    names_of_it = ("code_name", "title", "original_name", "ref")
    return next((source.text(name) for name in names_of_it if source.text(name)), source.id[:8])


def list_ids(store: Store, text: str = "") -> list[RecordId]:
    """Return the sources whose title or code name contains the text, in the order in which this vault stored
    them first.
    """
    every = store.ids(Kind.SOURCE)
    if not names.normalise(text):
        return every
    matches = set(store.search.by_name(text, Kind.SOURCE))
    return [source for source in every if source in matches]


def rows(store: Store, ids: list[RecordId]) -> list[SourceRow]:
    """Return the list rows of these sources."""
    counts = store.citing.counts(ids)
    return [
        SourceRow(
            id=source.id,
            title=source.text("title"),
            code_name=source.text("code_name"),
            kind=DOCUMENT if is_document(source) else "person",
            type=source.text("type"),
            reliability=source.text("reliability"),
            cited=counts.get(source.id, 0),
        )
        for source in store.many(Kind.SOURCE, ids)
    ]


def of_case(store: Store, detail: CaseDetail) -> list[CitedSource]:
    """Return the sources that are cited for a case, its people and their relations, its events or its
    evidence.

    Citations whose source is not in the vault are left out.
    """
    people = [party.id for party, _ in detail.parties]
    parts = [detail.record, *detail.events, *detail.evidence, *relations.of_parties(store, people)]
    citations_by_source: dict[str, list[Record]] = {}
    for citation in store.citing.of_records([*people, *(part.id for part in parts)]):
        citations_by_source.setdefault(citation.text("source"), []).append(citation)
    records_and_citations = ((store.find(source), cited) for source, cited in citations_by_source.items())
    return [
        CitedSource(source, tuple(cited)) for source, cited in records_and_citations if source is not None
    ]


def create(session: Session, fields: Fields, lists: Lists | None = None) -> Outcome[RecordId]:
    """Create a source; raise InvalidValue.

    A source needs a title or a code name. A person as a source stays confidential, and the description of a
    source in print must not contain the name of a person or place.
    """
    with session.store.change("source.new") as change:
        record = edited(Record(kind=Kind.SOURCE, id=new_id()), fields, lists or {}, session.store.words())
        _require_consistent(session.store, record, fields)
        change.put(record)
    return Outcome(record.id, change.changes)


def edit(session: Session, source_id: RecordId, fields: Fields, lists: Lists | None = None) -> Outcome[None]:
    """Change a source; fields that are not given stay. The errors are those of `create`."""
    with session.store.change("source.edit") as change:
        record = edited(session.store.get(source_id), fields, lists or {}, session.store.words())
        _require_consistent(session.store, record, fields)
        change.put(record)
    return Outcome(None, change.changes)


def remove(session: Session, source_id: RecordId) -> Outcome[None]:
    """Delete a source and its citations, in one transaction that `undo` can reverse.

    Raise InvalidValue if this source is the reason why a person is named without consent.
    """
    store = session.store
    rests = referrers.of(store.db, Kind.SOURCE, source_id)
    if any(store.tables.kind_ever(user) is Kind.PARTY for user in rests):
        raise InvalidValue(
            field="source", why=Translatable("a person is named on the ground of it; change that first")
        )
    with session.store.change("source.remove") as change:
        for citation in session.store.citing.of_source(source_id):
            change.delete(citation.id)
        change.delete(source_id)
    return Outcome(None, change.changes)


def _require_consistent(store: Store, source: Record, changed: Fields) -> None:
    """Raise InvalidValue for a source without title and code name, or with a forbidden level or attribution.

    A source that is no document must have the level confidential. The attribution says how a source is
    named in print; `records.rules.sources.refusal` says when it is forbidden. A new description of a source
    must not contain the name of a person or place, and a new alias of the interviewer not that of a person.
    """
    if not source.text("title").strip() and not source.text("code_name").strip():
        raise InvalidValue(field="title", why=Translatable("a source has a title or a code name"))
    if level_of(source) is not Visibility.SECRET and not is_document(source):
        raise InvalidValue(field="visibility", why=CONFIDENTIAL_FOR_EVER)
    refused = refusal(source)
    if refused is not None:
        raise InvalidValue(field=refused[0], why=refused[1])
    if source.text("attribution") == Attribution.DESCRIBED and changed.keys() & {"attribution", "credit"}:
        _require_no_name(store, "credit", source.text("credit"), places=True)
    if changed.get("interviewer"):
        _require_no_name(store, "interviewer", source.text("interviewer"), places=False)


def _require_no_name(store: Store, field: str, words: str, *, places: bool) -> None:
    """Raise InvalidValue if `words` contain the name of a person of the vault or, with `places`, of a
    place.
    """
    index = NameIndex(_names(store, places=places))
    if index.find(words):
        why = Translatable("it names a person or a place of this vault") if places else _AN_ALIAS
        raise InvalidValue(field=field, why=why)


_AN_ALIAS: Final = Translatable("it names a person of this vault; write an alias of a colleague")


def _names(store: Store, *, places: bool) -> Iterator[KnownName]:
    for party in store.all(Kind.PARTY):
        for item in party.values("names"):
            yield KnownName(party.id, str(item.get("name", "")), str(item.get("script", "")))
    for place in store.all(Kind.PLACE) if places else ():
        for name in (*place.labels.values(), *map(_text_of, place.values("aliases"))):
            yield KnownName(place.id, name, "", IdentifierKind.PLACE, False)


def _text_of(alias: Element) -> str:
    return str(alias.get("text", ""))
