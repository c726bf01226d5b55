"""The consent of people to be published: add an answer, read the valid one, note in this vault who was asked
and how.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from hrddesk.actions.records.editing import edited, index_of
from hrddesk.bundle.trust import own_identity
from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import CONSENTS, Kind
from hrddesk.records.model.record import Element, Record, RecordId, Value
from hrddesk.records.rules import consents
from hrddesk.records.rules.consents import Consent
from hrddesk.records.rules.soundness import require_sound
from hrddesk.records.rules.sources import is_published
from hrddesk.store.records.change import Change
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.forwarding import merged_away
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session


@dataclass(frozen=True, slots=True)
class Consents:
    """The answers of a person about consent, in order, with the answer that counts today and the vault's
    note.
    """

    party: Record
    entries: tuple[Element, ...]
    current: Consent
    note: str


def of_party(store: Store, party_id: RecordId) -> Consents:
    """Return the consents of a person; raise RecordNotFound."""
    party = store.get(party_id)
    entries = tuple(
        {name: value for name, value in item.items() if name != "pos"} for item in party.values(CONSENTS)
    )
    return Consents(party, entries, consents.current(party, own_identity.today()), note(store, party_id))


def add(session: Session, party_id: RecordId, entry: Mapping[str, Value]) -> Outcome[None]:
    """Add an answer about consent to a person; raise RecordNotFound, InvalidValue, InvalidDate."""
    party = _party(session.store, party_id)
    checked_entry = consents.checked(entry)
    after = party.with_elements(CONSENTS, [*party.values(CONSENTS), checked_entry])
    require_public(session.store, after, party)
    require_sound(after, party)
    with session.store.change("consent.add") as change:
        change.put(after)
    return Outcome(None, change.changes)


def remove(session: Session, party_id: RecordId, number: int) -> Outcome[None]:
    """Remove an answer that was a mistake; `number` counts from 1. Raise RecordNotFound, InvalidValue."""
    party = _party(session.store, party_id)
    entries = party.values(CONSENTS)
    del entries[index_of(number, len(entries))]
    with session.store.change("consent.remove") as change:
        change.put(party.with_elements(CONSENTS, entries))
    return Outcome(None, change.changes)


def require_public(store: Store, record: Record, before: Record | None = None) -> None:
    """Raise InvalidValue if a new consent of a record rests on a public document, but cites none."""
    stored_entries = [] if before is None else before.values(CONSENTS)
    for entry in record.values(CONSENTS):
        if entry.get("basis") and entry not in stored_entries:
            source = store.find(RecordId(str(entry.get("source"))))
            if not is_published(source):
                why = Translatable("it is no source of a type that anybody may read, such as a news report")
                raise InvalidValue(field="source", why=why)


def note(store: Store, party_id: RecordId) -> str:
    """Return the vault's note on who was asked for consent and how.

    For people who were merged into one, the notes are joined, equal ones only once.
    """
    people = [party_id, *_merged_into(store, party_id)]
    notes = (store.find(_note_id(store, party)) for party in people)
    noted = ""
    for text in (item.text("note") for item in notes if item is not None):
        if text not in noted:
            noted = "\n\n".join(filter(None, (noted, text)))
    return noted


def set_note(session: Session, party_id: RecordId, text: str) -> Outcome[None]:
    """Replace the note on who was asked for consent and how; the note never leaves this vault.

    Raise RecordNotFound, InvalidValue.
    """
    with session.store.change("consent.note") as change:
        put_note(session.store, change, _party(session.store, party_id).id, text)
    return Outcome(None, change.changes)


def put_note(store: Store, change: Change, party_id: RecordId, text: str) -> None:
    """Replace the note of a person within the transaction `change`; raise InvalidValue.

    Notes of people who were merged into the person are deleted.
    """
    for party in _merged_into(store, party_id):
        if store.find(_note_id(store, party)) is not None:
            change.delete(_note_id(store, party))
    note = Record(kind=Kind.CONSENT_NOTE, id=_note_id(store, party_id))
    change.note(party_id)
    change.put(edited(note, {"party": party_id, "note": text}, {}, store.words()))


def _merged_into(store: Store, party_id: RecordId) -> list[RecordId]:
    return [merged_id for merged_id, target in merged_away(store.db).items() if target == party_id]


def _note_id(store: Store, party_id: RecordId) -> RecordId:
    return store.own_id(Kind.CONSENT_NOTE, party_id)


def _party(store: Store, party_id: RecordId) -> Record:
    party = store.get(party_id)
    if party.kind is not Kind.PARTY:
        raise InvalidValue(field="REF", why=Translatable("only people consent"))
    return party
