"""The contacts of this desk: add, verify, revoke."""

import datetime
from pathlib import Path

from hrddesk.bundle.trust import contacts, own_identity
from hrddesk.bundle.trust.card import MAX_BYTES, Card
from hrddesk.bundle.trust.contacts import Contact
from hrddesk.errors import InvalidDate
from hrddesk.errors.translatable import Translatable
from hrddesk.store.exchange import reviews
from hrddesk.store.vault.session import Session
from hrddesk.system import files


def add(session: Session, path: Path, name: str | None = None) -> Contact:
    """Read a contact card from a file, and return the contact.

    A card of an unknown desk makes a new contact, which is trusted on first use. A newer card of a known
    contact replaces the older one. Raise FileUnreadable, and the errors of `bundle.trust.contacts.add`. One
    of these is ContactKeyChanged, for a card with another key in a known contact's name: this contact is
    blocked from now on.
    """
    raw = files.read_most(path, MAX_BYTES + 1)
    return contacts.add(session.store, Card.parse(raw), name, own_identity.today())


def all_contacts(session: Session) -> list[Contact]:
    """Return all contacts by name."""
    return contacts.everybody(session.store)


def verify(session: Session, name: str, words: str) -> Contact:
    """Mark a contact as verified if `words` are right: its fingerprint in words or digits, as the other
    person read it out.

    Raise ContactNotFound, WrongWords, ContactRevoked.
    """
    return contacts.verify(session.store, name, words, own_identity.today())


def dismiss(session: Session, name: str) -> Contact:
    """Dismiss a card that claimed a contact's name, because it was another person's card.

    Raise ContactNotFound, ContactNotClaimed.
    """
    return contacts.dismiss(session.store, name)


def set_coordinator(session: Session, name: str, *, is_one: bool) -> Contact:
    """Set whether a verified contact is a coordinator, from whom this desk accepts lists of contacts.

    Raise ContactNotFound, ContactNotVerified, ContactRevoked, ContactKeyChanged.
    """
    return contacts.set_coordinator(session.store, name, is_one=is_one)


def revoke(session: Session, name: str, since: str) -> Contact:
    """Stop trusting a contact as of the day `since` (YYYY-MM-DD); raise ContactNotFound, InvalidDate."""
    try:
        day = datetime.date.fromisoformat(since)
    except ValueError:
        raise InvalidDate(field="since", why=Translatable("a day is written 2026-01-31")) from None
    return contacts.revoke(session.store, name, day, own_identity.today())


def accepted_since(session: Session, contact: Contact) -> list[int]:
    """Return the numbers of the reviews with records accepted from a contact since its trust state changed.

    Reviews of bundles that were written on or after the day of that change are also returned. If the contact
    was revoked, a user should check all these reviews; they can be undone.
    """
    return reviews.accepted_since(session.store.db, contact.num, contact.since.isoformat())
