"""Whom this desk knows, and how well: by card, on first use, verified by words, or no more."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from hrddesk.bundle import desk, identity
from hrddesk.bundle.card import Card
from hrddesk.errors import (
    CardInvalid,
    ContactKeyChanged,
    ContactKnown,
    ContactNameTaken,
    ContactNotFound,
    ContactNotVerified,
    ContactRevoked,
    InvalidValue,
    OwnCard,
    WrongWords,
)
from hrddesk.store import contacts
from hrddesk.store.contacts import ContactRow
from hrddesk.store.store import Store

_MAX_NAME = 100
_WORDS_IN_NAME = 3


class ContactState(StrEnum):
    """How far a contact is trusted. Nobody writes to one that is not verified."""

    FIRST_USE = "first-use"
    VERIFIED = "verified"
    ROTATED = "rotated"  # a new identity, signed by the old: read from, verify again before writing
    CHANGED = "changed"  # a new key without proof: blocked
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact with its newest card; `since` is the first day of the state."""

    num: int
    name: str
    state: ContactState
    since: datetime.date
    card: Card

    @property
    def fingerprint(self) -> bytes:
        """The 32 bytes that stand for the contact."""
        return self.card.fingerprint


def everybody(store: Store) -> list[Contact]:
    """Return all contacts by name."""
    return [_contact(row) for row in contacts.everybody(store.db)]


def named(store: Store, name: str) -> Contact:
    """Return the contact of that name; raise ContactNotFound."""
    row = contacts.by_name(store.db, _clean(name))
    if row is None:
        raise ContactNotFound
    return _contact(row)


def numbered(store: Store, num: int) -> Contact:
    """Return the contact of that number; raise ContactNotFound."""
    row = contacts.by_number(store.db, num)
    if row is None:
        raise ContactNotFound
    return _contact(row)


def known(store: Store, fingerprint: bytes) -> Contact | None:
    """Return the contact with that fingerprint, if there is one."""
    row = contacts.by_fingerprint(store.db, fingerprint)
    return None if row is None else _contact(row)


def add(store: Store, card: Card, name: str | None, day: datetime.date) -> Contact:
    """Trust a card on first use, or take a newer card of a known contact.

    Without a name a contact is called by three words of its fingerprint. Raise OwnCard, CardExpired,
    CardInvalid for an older card, ContactRevoked when a revoked contact ever had the key, ContactKnown when
    its contact has another name, ContactNameTaken when the name is that of a contact with another identity.
    """
    owner = desk.known_identity(store)
    if owner is not None and card.fingerprint == owner.fingerprint:
        raise OwnCard  # words that are compared with one's own always fit
    card.require_valid(day)
    require_unrevoked(store, card)
    wanted = None if name is None else _clean(name)
    present = known(store, card.fingerprint)
    if present is None and card.previous is not None:
        before = known(store, identity.fingerprint(card.previous))
        if before is not None:
            return _rotate(store, before, card, day)
    if present is not None:
        if wanted is not None and wanted != present.name:
            raise ContactKnown
        with store.change("contact.card"):
            return take_card(store, present, card)
    if wanted is not None and contacts.by_name(store.db, wanted) is not None:
        raise ContactNameTaken  # and whoever has it keeps the key that this desk knows
    chosen = wanted or _free_name(store, card.fingerprint)
    with store.change("contact.add"):
        num = contacts.add(store.db, chosen, card.fingerprint, ContactState.FIRST_USE.value, day.isoformat())
        contacts.add_card(store.db, num, card.fingerprint, card.serial, card.raw)
    return Contact(num, chosen, ContactState.FIRST_USE, day, card)


def take_card(store: Store, contact: Contact, card: Card) -> Contact:
    """Keep a newer card of the same identity, inside the caller's transaction; raise CardInvalid if older.

    Who was restored twice from one backup on one day has two cards of one number: the one that comes counts.
    """
    if card.serial < contact.card.serial:
        raise CardInvalid(why="a newer card of this contact is known")
    if card.serial > contact.card.serial or card.age.to_string() != contact.card.age.to_string():
        contacts.add_card(store.db, contact.num, card.fingerprint, card.serial, card.raw)
    return numbered(store, contact.num)


def verify(store: Store, name: str, words: str, day: datetime.date) -> Contact:
    """Mark a contact as verified when the words are its own.

    Raise ContactNotFound, ContactRevoked, ContactKeyChanged, WrongWords; then the state stays as it was.
    """
    contact = named(store, name)
    require_readable(contact)
    require_unrevoked(store, contact.card)
    if not identity.words_match(contact.fingerprint, words):
        raise WrongWords
    return _set_state(store, contact, ContactState.VERIFIED, day)


def revoke(store: Store, name: str, since: datetime.date) -> Contact:
    """Trust a contact no more, since that day; raise ContactNotFound."""
    return _set_state(store, named(store, name), ContactState.REVOKED, since)


def require_readable(contact: Contact) -> None:
    """Raise ContactRevoked or ContactKeyChanged for a contact from whom nothing is taken."""
    if contact.state is ContactState.REVOKED:
        raise ContactRevoked(day=contact.since.isoformat())
    if contact.state is ContactState.CHANGED:
        raise ContactKeyChanged


def require_unrevoked(store: Store, card: Card) -> None:
    """Raise ContactRevoked when a revoked contact ever had this key, or the one that this card replaces.

    Whoever is revoked is so with all keys, that from before a rotation too: somebody may still hold it.
    """
    before = [] if card.previous is None else [identity.fingerprint(card.previous)]
    for fingerprint in (card.fingerprint, *before):
        since = contacts.since_in_state(store.db, fingerprint, ContactState.REVOKED.value)
        if since is not None:
            raise ContactRevoked(day=since)


def require_writable(contact: Contact, day: datetime.date) -> None:
    """Raise ContactRevoked, ContactKeyChanged, ContactNotVerified or CardExpired: no bundle goes there."""
    require_readable(contact)
    if contact.state is not ContactState.VERIFIED:
        raise ContactNotVerified
    contact.card.require_valid(day)


def _rotate(store: Store, before: Contact, card: Card, day: datetime.date) -> Contact:
    require_readable(before)
    with store.change("contact.rotate"):
        contacts.set_fingerprint(store.db, before.num, card.fingerprint)
        contacts.add_card(store.db, before.num, card.fingerprint, card.serial, card.raw)
        contacts.set_state(store.db, before.num, ContactState.ROTATED.value, day.isoformat())
    return numbered(store, before.num)


def _set_state(store: Store, contact: Contact, state: ContactState, since: datetime.date) -> Contact:
    with store.change(f"contact.{state.value}"):
        contacts.set_state(store.db, contact.num, state.value, since.isoformat())
    return numbered(store, contact.num)


def _contact(row: ContactRow) -> Contact:
    return Contact(
        row.num,
        row.name,
        ContactState(row.state),
        datetime.date.fromisoformat(row.since),
        Card.parse(row.card),
    )


def _clean(name: str) -> str:
    cleaned = " ".join(name.split())
    if not cleaned or len(cleaned) > _MAX_NAME or not cleaned.isprintable():
        raise InvalidValue(field="name", why=f"1 to {_MAX_NAME} characters that can be seen")
    return cleaned


def _free_name(store: Store, fingerprint: bytes) -> str:
    base = "-".join(identity.words12(fingerprint)[:_WORDS_IN_NAME])
    number, name = 1, base
    while contacts.by_name(store.db, name) is not None:
        number += 1
        name = f"{base}-{number}"
    return name
