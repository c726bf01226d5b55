"""The contacts of this desk: adding contacts by card, verifying them by words, blocking and revoking them."""

import datetime
from dataclasses import replace
from functools import cached_property
from typing import Never

from hrddesk.bundle.trust import identity, own_identity
from hrddesk.bundle.trust.card import Card
from hrddesk.bundle.trust.card_owner import CardOwner, Proof, share_one_key, standing
from hrddesk.bundle.trust.contact import Contact as Contact
from hrddesk.bundle.trust.contact import ContactState as ContactState
from hrddesk.crypto.signatures import VerifyKeys
from hrddesk.errors import (
    CardInvalid,
    ContactKeyChanged,
    ContactKeyGivenUp,
    ContactKnown,
    ContactNameTaken,
    ContactNotClaimed,
    ContactNotFound,
    ContactNotVerified,
    ContactRevoked,
    InvalidDate,
    InvalidValue,
    OwnCard,
    WrongWords,
)
from hrddesk.errors.translatable import Translatable
from hrddesk.store.exchange import contacts
from hrddesk.store.exchange.contacts import ClaimRow, ContactRow
from hrddesk.store.records.store import Store

MAX_NAME = 100
_WORDS_IN_NAME = 3


def everybody(store: Store) -> list[Contact]:
    """Return all contacts by name."""
    return [_contact(row) for row in contacts.everybody(store.db)]


def named(store: Store, name: str) -> Contact:
    """Return the contact with a name; raise ContactNotFound."""
    row = contacts.by_name(store.db, _clean(name))
    if row is None:
        raise ContactNotFound
    return _contact(row)


def numbered(store: Store, num: int) -> Contact:
    """Return the contact with a number; raise ContactNotFound."""
    row = contacts.by_number(store.db, num)
    if row is None:
        raise ContactNotFound
    return _contact(row)


def known(store: Store, fingerprint: bytes) -> Contact | None:
    """Return the contact with a fingerprint, or None."""
    row = contacts.by_fingerprint(store.db, fingerprint)
    return None if row is None else _contact(row)


class CardOwnerFinder:
    """A finder of the owners of many cards, which reads the contacts and their keys only once.

    The caller must report a changed contact with `changed`.
    """

    def __init__(self, store: Store) -> None:
        owner = own_identity.known_identity(store)
        self._store = store
        self._own = [] if owner is None else [keys.public for keys in owner.all_signing]

    def met(self, card: Card) -> CardOwner:
        """Return the owner of a card.

        Raise ContactRevoked for any key of a revoked contact, OwnCard for this desk's own card, and
        CardInvalid for a card with only one of this desk's own keys.
        """
        if card.keys in self._own:
            raise OwnCard  # words that are compared with one's own always fit
        if any(share_one_key(card.keys, keys) for keys in self._own):
            raise CardInvalid(why=Translatable("it has one of this desk's own keys"))
        require_unrevoked(self._store, card)
        present = known(self._store, card.fingerprint)
        if present is not None:
            return CardOwner(present, Proof.SAME)
        every = ((self._contacts[num], keys) for num, of_one in sorted(self._keys.items()) for keys in of_one)
        card_standing = standing(card, every)
        if card_standing.contact is not None and card_standing.contact.state is ContactState.REVOKED:
            require_readable(card_standing.contact)  # one of two keys is enough: somebody holds it
        return card_standing

    def changed(self, contact: Contact) -> None:
        """Replace a contact in the cache by `contact`, its present state."""
        self._contacts[contact.num] = contact
        keys = self._keys.setdefault(contact.num, [])
        if contact.card.keys not in keys:
            keys.append(contact.card.keys)

    @cached_property
    def _contacts(self) -> dict[int, Contact]:
        return {contact.num: contact for contact in everybody(self._store)}

    @cached_property
    def _keys(self) -> dict[int, list[VerifyKeys]]:
        """All present and former keys of the contacts, by contact number."""
        keys_by_contact: dict[int, list[VerifyKeys]] = {}
        for num, raw in contacts.identities(self._store.db):
            keys_by_contact.setdefault(num, []).append(Card.parse(raw).keys)
        return keys_by_contact


def met(store: Store, card: Card) -> CardOwner:
    """Return the owner of a card, as `CardOwnerFinder.met` does; raise the same errors."""
    return CardOwnerFinder(store).met(card)


def add(store: Store, card: Card, name: str | None, day: datetime.date) -> Contact:
    """Trust a card on first use, or store a newer card of a known contact.

    Without `name` the contact is named by three words of its fingerprint. A card is a claim if its name
    belongs to a contact with other keys, or if it claims a contact's keys without proof (see `card_owner`).
    For a claim the contact is blocked until the words are compared, and ContactKeyChanged is raised.

    Raise OwnCard or CardExpired. Raise CardInvalid for an older card, ContactRevoked if a revoked contact
    ever had the key, and ContactKeyGivenUp if the contact gave up the key. Raise ContactKnown if the contact
    has another name, and ContactNameTaken if the name is that of a revoked contact.
    """
    card_standing = met(store, card)
    card.require_valid(day)
    clean_name = None if name is None else _clean(name)
    holder = None if clean_name is None else contacts.by_name(store.db, clean_name)
    if card_standing.contact is not None and card_standing.proof in (Proof.SAME, Proof.SUCCESSOR):
        if clean_name is not None and clean_name != card_standing.contact.name:
            raise ContactKnown
        with store.change("contact.card"):
            return follow(store, card_standing, card, day)
    if card_standing.contact is not None:
        refuse(store, card_standing, card, day)
    if holder is not None:
        present = _contact(holder)
        if present.state is ContactState.REVOKED:
            raise ContactNameTaken  # a person who comes back by a new key is a new contact
        refuse(store, CardOwner(present, Proof.NONE), card, day)
    with store.change("contact.add"):
        return enter(store, card, clean_name, ContactState.FIRST_USE, day)


def enter(
    store: Store,
    card: Card,
    name: str | None,
    state: ContactState,
    since: datetime.date,
    introducer: int | None = None,
) -> Contact:
    """Store a new contact, inside the caller's transaction; if its name is taken, a number is appended."""
    chosen = _free_name(store, name or "-".join(identity.words12(card.fingerprint)[:_WORDS_IN_NAME]))
    num = contacts.add(store.db, chosen, card.fingerprint, state.value, since.isoformat(), introducer)
    contacts.add_card(store.db, num, card.fingerprint, card.serial, card.raw)
    return numbered(store, num)


def follow(store: Store, card_standing: CardOwner, card: Card, day: datetime.date) -> Contact:
    """Store a newer card of a contact, or its new keys that the old keys signed, in the caller's transaction.

    Raise CardInvalid for an older card, ContactKeyChanged if the contact is blocked.
    """
    contact = card_standing.contact
    assert contact is not None
    if card_standing.proof is Proof.SAME:
        return take_card(store, contact, card)
    require_readable(contact)
    _take_keys(store, contact, card)
    contacts.set_state(store.db, contact.num, ContactState.ROTATED.value, day.isoformat())
    return numbered(store, contact.num)


def refuse(store: Store, card_standing: CardOwner, card: Card, day: datetime.date) -> Never:
    """Block a contact because a card claims its identity without proof, and raise ContactKeyChanged.

    Raise ContactKeyGivenUp, without blocking, if the card is by keys that the contact gave up.
    """
    contact = card_standing.contact
    assert contact is not None
    if card_standing.proof is Proof.GIVEN_UP:
        raise ContactKeyGivenUp
    if contact.claim is None or contact.claim.keys != card.keys:
        with store.change("contact.changed"):
            block(store, contact, card, day, is_partial=card_standing.proof is Proof.CLAIMED)
    raise ContactKeyChanged


def block(store: Store, contact: Contact, card: Card, day: datetime.date, *, is_partial: bool) -> Contact:
    """Store a card as a claim and block the contact that it claims to be, in the caller's transaction.

    If the claim `is_partial`, the card has one of the contact's keys, so somebody else has a secret of the
    contact. Dismissing such a claim does not make the contact verified again.
    """
    present = _row(store, contact).claim
    if is_partial:
        claim = ClaimRow(card.raw, ContactState.FIRST_USE.value, day.isoformat())
    elif present is None:
        claim = ClaimRow(card.raw, contact.state.value, contact.since.isoformat())
    else:
        claim = replace(present, card=card.raw)
    contacts.set_claim(store.db, contact.num, claim)
    contacts.set_state(store.db, contact.num, ContactState.CHANGED.value, day.isoformat())
    return numbered(store, contact.num)


def take_card(store: Store, contact: Contact, card: Card) -> Contact:
    """Store a newer card with the same keys, in the caller's transaction; raise CardInvalid for an older
    card.

    A contact who restored one backup twice on one day has two cards with one serial number: the card received
    last is used.
    """
    if card.serial < contact.card.serial:
        raise CardInvalid(why=Translatable("a newer card of this contact is known"))
    if card.serial > contact.card.serial or card.age != contact.card.age:
        contacts.add_card(store.db, contact.num, card.fingerprint, card.serial, card.raw)
    return numbered(store, contact.num)


def verify(store: Store, name: str, words: str, day: datetime.date) -> Contact:
    """Mark a contact as verified if `words`, or digits, match its fingerprint or that of a claiming card.

    Words of the claiming card make its keys the contact's keys; words of the known keys end the claim. Raise
    ContactNotFound, ContactRevoked, WrongWords; after an error the state is unchanged.
    """
    contact = named(store, name)
    require_unrevoked(store, contact.card)
    claim = contact.claim
    if claim is not None and identity.words_match(claim.fingerprint, words):
        require_unrevoked(store, claim)
        with store.change("contact.verified"):
            _take_keys(store, contact, claim)
            return _verified(store, contact, day)
    if not identity.words_match(contact.fingerprint, words):
        raise WrongWords
    with store.change("contact.verified"):
        return _verified(store, contact, day)


def dismiss(store: Store, name: str) -> Contact:
    """End the claim about a contact: the claiming card is another person's.

    The contact gets back the state that `block` stored. Raise ContactNotFound. Raise ContactNotClaimed if
    there is no claim.
    """
    contact = named(store, name)
    claim = _row(store, contact).claim
    if claim is None:
        raise ContactNotClaimed
    with store.change("contact.dismissed"):
        contacts.set_state(store.db, contact.num, claim.before, claim.before_since)
        contacts.end_claim(store.db, contact.num)
    return numbered(store, contact.num)


def revoke(store: Store, name: str, since: datetime.date, day: datetime.date) -> Contact:
    """Revoke a contact as of the day `since`; raise ContactNotFound, InvalidDate for a future day.

    A revocation is final, because a person who found a lost key could also tell the right words. The contact
    needs a new identity.
    """
    if since > day:
        raise InvalidDate(field="since", why=Translatable("that day has not come yet"))
    contact = named(store, name)
    with store.change("contact.revoked"):
        mark_revoked(store, contact, since)
    return numbered(store, contact.num)


def mark_revoked(store: Store, contact: Contact, since: datetime.date) -> None:
    """Revoke a contact in the caller's transaction, and drop a claim about it; the claimed key is not
    revoked.
    """
    contacts.set_state(store.db, contact.num, ContactState.REVOKED.value, since.isoformat())
    contacts.end_claim(store.db, contact.num)


def set_coordinator(store: Store, name: str, *, is_one: bool) -> Contact:
    """Make a verified contact a coordinator, whose lists of contacts are accepted, or no coordinator any
    more.

    Raise ContactNotFound, ContactNotVerified, ContactRevoked, ContactKeyChanged.
    """
    contact = named(store, name)
    if is_one:
        require_verified(contact)
    with store.change("contact.coordinator"):
        contacts.set_coordinator(store.db, contact.num, is_one=is_one)
    return numbered(store, contact.num)


def require_readable(contact: Contact) -> None:
    """Raise ContactRevoked or ContactKeyChanged for a contact whose bundles must not be read."""
    if contact.state is ContactState.REVOKED:
        raise ContactRevoked(day=contact.since.isoformat())
    if contact.state is ContactState.CHANGED:
        raise ContactKeyChanged


def require_unrevoked(store: Store, card: Card) -> None:
    """Raise ContactRevoked if a revoked contact ever had this key, or the key that this card replaces.

    A revocation covers all keys of the contact, including those before a rotation: another person may still
    have them.
    """
    before = [] if card.previous is None else [identity.fingerprint(card.previous)]
    for fingerprint in (card.fingerprint, *before):
        since = contacts.since_in_state(store.db, fingerprint, ContactState.REVOKED.value)
        if since is not None:
            raise ContactRevoked(day=since)


def require_verified(contact: Contact) -> None:
    """Raise ContactRevoked, ContactKeyChanged or ContactNotVerified unless the contact is verified."""
    require_readable(contact)
    if contact.state is not ContactState.VERIFIED:
        raise ContactNotVerified


def require_writable(contact: Contact, day: datetime.date) -> None:
    """Raise an error if no bundle may be written for the contact.

    These are ContactRevoked, ContactKeyChanged, ContactNotVerified and CardExpired.
    """
    require_verified(contact)
    contact.card.require_valid(day)


def usable_name(name: str) -> str | None:
    """Return a received name, cleaned for use as a contact's name, or None if it is not valid."""
    try:
        return _clean(name)
    except InvalidValue:
        return None


def _take_keys(store: Store, contact: Contact, card: Card) -> None:
    contacts.set_fingerprint(store.db, contact.num, card.fingerprint)
    contacts.add_card(store.db, contact.num, card.fingerprint, card.serial, card.raw)


def _verified(store: Store, contact: Contact, day: datetime.date) -> Contact:
    contacts.set_state(store.db, contact.num, ContactState.VERIFIED.value, day.isoformat())
    contacts.end_claim(store.db, contact.num)
    return numbered(store, contact.num)


def _row(store: Store, contact: Contact) -> ContactRow:
    row = contacts.by_number(store.db, contact.num)
    assert row is not None
    return row


def _contact(row: ContactRow) -> Contact:
    return Contact(
        num=row.num,
        name=row.name,
        state=ContactState(row.state),
        since=datetime.date.fromisoformat(row.since),
        card=Card.parse(row.card),
        claim=None if row.claim is None else Card.parse(row.claim.card),
        introducer=row.introducer,
        is_coordinator=row.is_coordinator,
        sources=row.sources,
    )


def _clean(name: str) -> str:
    cleaned = " ".join(name.split())
    if not cleaned or len(cleaned) > MAX_NAME or not cleaned.isprintable():
        raise InvalidValue(field="name", why=Translatable("1 to {0} characters that can be seen", MAX_NAME))
    return cleaned


def _free_name(store: Store, base: str) -> str:
    number, name = 1, base
    while contacts.by_name(store.db, name) is not None:
        number += 1
        name = f"{base}-{number}"
    return name
