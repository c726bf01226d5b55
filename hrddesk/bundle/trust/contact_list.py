"""Contacts that a coordinator introduces: the proposals in a signed list, and the acceptance of some of them.

The list is the file `contacts.jsonl` of a bundle. It only proposes: a user must accept each contact. Only a
list whose sender is verified here, and called a coordinator here, can be accepted. A new contact is then
*introduced*: a coordinator who was coerced or deceived must not be able to make this desk write to a key
whose words nobody compared.
"""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain
from typing import Final

from hrddesk.bundle.format import canonical
from hrddesk.bundle.trust import contacts
from hrddesk.bundle.trust.card import Card
from hrddesk.bundle.trust.card_owner import CardOwner, Proof
from hrddesk.bundle.trust.contact import Contact, ContactState, alike
from hrddesk.bundle.trust.contacts import CardOwnerFinder
from hrddesk.errors import (
    CardExpired,
    CardInvalid,
    ContactLineMissing,
    ContactNotVerified,
    ContactRevoked,
    NotACoordinator,
    OwnCard,
    ReviewClosed,
    ReviewNotFound,
)
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.record import canonical_json
from hrddesk.store.exchange import bundle_lines, reviews
from hrddesk.store.exchange import contacts as contact_rows
from hrddesk.store.exchange.bundle_lines import About
from hrddesk.store.records.store import Store

_KNOWN: Final = (ContactState.VERIFIED, ContactState.REVOKED)
"""The states that this desk decided by itself, without another contact's word."""
_OPEN: Final = (reviews.OPEN, reviews.ACCEPTED)


class News(StrEnum):
    """The change that a line of a list would make here."""

    NEW = "new"  # a contact that is not here: introduced
    NEWER_CARD = "newer-card"  # of a contact that is here
    ROTATED = "rotated"  # new keys of a contact that is here, signed by the old
    CHANGED = "changed"  # other keys for a contact that is here, without proof: blocks it
    REVOKED = "revoked"  # trusts a contact no more, or never begins to
    NOTHING = "nothing"  # as it is here already
    UNUSABLE = "unusable"  # the card expired, or is by keys that the contact gave up


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A line of a list; `number` counts from 1. `name` is the sender's name for the contact."""

    number: int
    name: str
    card: Card
    revoked: datetime.date | None
    news: News
    contact: Contact | None
    """The contact of this desk to which the line refers; None for a contact that is not here."""
    alike: tuple[str, ...] = ()
    """For a new contact: the names of this desk's contacts that readers may confuse with its name."""


@dataclass(frozen=True, slots=True)
class ContactList:
    """The list of contacts in a bundle.

    Its lines can be accepted only if `is_open` and `is_coordinator` are true.
    """

    sender: Contact
    is_open: bool
    proposals: tuple[Proposal, ...]

    @property
    def news(self) -> list[Proposal]:
        """The lines that would change something here."""
        return [item for item in self.proposals if item.news not in (News.NOTHING, News.UNUSABLE)]

    @property
    def is_coordinator(self) -> bool:
        """Whether this desk accepts contacts from the list's sender: a verified coordinator."""
        return self.sender.is_coordinator and self.sender.state is ContactState.VERIFIED


def chosen(store: Store, to: Collection[Contact], names: Sequence[str] | None) -> list[Contact]:
    """Return the contacts with these names, or for None all verified and revoked contacts except the
    recipients.

    `to` are the recipients of the bundle. Raise ContactNotFound.
    """
    if names is not None:
        return [contacts.named(store, name) for name in names]
    nums = {contact.num for contact in to}
    return [item for item in contacts.everybody(store) if item.state in _KNOWN and item.num not in nums]


def lines(going: Sequence[Contact]) -> list[bytes]:
    """Return the lines of a list with these contacts, under the names that this desk gave them.

    Only contacts that this desk verified or revoked can be listed: raise ContactNotVerified for others.
    """
    contact_lines = []
    for contact in going:
        if contact.state not in _KNOWN:
            raise ContactNotVerified
        revoked = contact.since.isoformat() if contact.state is ContactState.REVOKED else None
        contact_lines.append(
            canonical_json(
                {"card": contact.card.raw.decode("ascii"), "name": contact.name, "revoked": revoked}
            )
        )
    return contact_lines


def read(store: Store, review: int, day: datetime.date) -> ContactList:
    """Return the list of a bundle under review, compared with the present contacts.

    Raise ReviewNotFound.
    """
    row = reviews.find(store.db, review)
    if row is None:
        raise ReviewNotFound(review=review)
    sender = contacts.numbered(store, contact_rows.bundle_numbered(store.db, row.bundle).contact)
    came, known_contacts = bundle_lines.lines(store.db, review, About.CONTACTS), CardOwnerFinder(store)
    proposals = tuple(
        _proposal(store, known_contacts, number, line.encode("utf-8"), day)
        for number, line in enumerate(chain.from_iterable(came), 1)
    )
    names = [contact.name for contact in contacts.everybody(store)] if proposals else []
    proposals = tuple(
        replace(item, alike=alike(item.name, names)) if item.news is News.NEW else item for item in proposals
    )
    return ContactList(sender, row.state in _OPEN, proposals)


def take(store: Store, review: int, numbers: Collection[int] | None, day: datetime.date) -> list[Contact]:
    """Accept lines of a list by their numbers, in one transaction; return the changed contacts.

    None accepts all lines that have an effect. Raise ReviewNotFound, ReviewClosed, NotACoordinator,
    ContactLineMissing; after an error nothing is changed.
    """
    contact_list = read(store, review, day)
    if not contact_list.is_open:
        raise ReviewClosed(review=review, state=Translatable("rejected"))
    if not contact_list.is_coordinator:
        raise NotACoordinator
    proposals = (
        contact_list.news
        if numbers is None
        else [_numbered(contact_list, number) for number in sorted(set(numbers))]
    )
    changed_contacts, known_contacts = list[Contact](), CardOwnerFinder(store)
    with store.change("contact.list"):
        for item in proposals:
            again = _judged(store, known_contacts, item, day)  # one line may have settled what another says
            if again.news not in (News.NOTHING, News.UNUSABLE):
                changed_contacts.append(_take(store, known_contacts, again, contact_list.sender, day))
                known_contacts.changed(changed_contacts[-1])
        if changed_contacts and not reviews.waiting(store.db, review) and not read(store, review, day).news:
            reviews.close(store.db, review)  # nothing of it waits any more
    return changed_contacts


def _numbered(contact_list: ContactList, number: int) -> Proposal:
    if not 1 <= number <= len(contact_list.proposals):
        raise ContactLineMissing(line=number)
    return contact_list.proposals[number - 1]


def _proposal(
    store: Store, known_contacts: CardOwnerFinder, number: int, line: bytes, day: datetime.date
) -> Proposal:
    body = canonical.decode(line, Translatable("a contact"))
    revoked = body["revoked"]
    item = Proposal(
        number=number,
        name=body["name"],
        card=Card.parse(body["card"].encode("ascii")),
        revoked=None if revoked is None else min(canonical.day(revoked), day),
        news=News.UNUSABLE,
        contact=None,
    )
    return _judged(store, known_contacts, item, day)


def _judged(store: Store, known_contacts: CardOwnerFinder, item: Proposal, day: datetime.date) -> Proposal:
    try:
        standing = known_contacts.met(item.card)
        if item.revoked is None:
            item.card.require_valid(day)
    except ContactRevoked:
        return replace(item, news=News.NOTHING)
    except (OwnCard, CardInvalid, CardExpired):
        return replace(item, news=News.UNUSABLE)
    news, contact = _news(store, item, standing)
    return replace(item, news=news, contact=contact)


def _news(store: Store, item: Proposal, standing: CardOwner) -> tuple[News, Contact | None]:
    contact = standing.contact
    if item.revoked is not None:
        return _revoking(standing)
    if standing.proof is Proof.SAME and contact is not None:
        return (News.NEWER_CARD if item.card.serial > contact.card.serial else News.NOTHING), contact
    if standing.proof is Proof.SUCCESSOR and contact is not None:
        return (News.UNUSABLE if contact.state is ContactState.CHANGED else News.ROTATED), contact
    if standing.proof is Proof.GIVEN_UP:
        return News.UNUSABLE, contact
    if contact is None:
        contact = _namesake(store, item)
    if contact is None:
        return News.NEW, None
    is_known = contact.claim is not None and contact.claim.keys == item.card.keys
    return (News.NOTHING if is_known else News.CHANGED), contact


def _revoking(standing: CardOwner) -> tuple[News, Contact | None]:
    """Return the effect of a line that revokes a key, and the contact that it revokes.

    If no contact is known to have or to have had the key, the contact is None, and that key alone is revoked.
    A key that a contact gave up also revokes the contact, because the contact's new key came from it. This
    does not apply to a verified contact.
    """
    if standing.proof is Proof.GIVEN_UP and standing.contact is not None:
        is_settled = standing.contact.state is ContactState.VERIFIED
        return (News.NOTHING if is_settled else News.REVOKED), standing.contact
    return News.REVOKED, standing.contact if standing.proof is Proof.SAME else None


def _namesake(store: Store, item: Proposal) -> Contact | None:
    """Return the unrevoked contact that already has the proposed name, or None if there is none."""
    name = contacts.usable_name(item.name)
    row = None if name is None else contact_rows.by_name(store.db, name)
    namesake = None if row is None else contacts.numbered(store, row.num)
    return None if namesake is None or namesake.state is ContactState.REVOKED else namesake


def _take(
    store: Store, known_contacts: CardOwnerFinder, item: Proposal, sender: Contact, day: datetime.date
) -> Contact:
    contact = item.contact
    if item.revoked is not None:
        if contact is None:
            name = contacts.usable_name(item.name)
            return contacts.enter(store, item.card, name, ContactState.REVOKED, item.revoked, sender.num)
        contacts.mark_revoked(store, contact, item.revoked)
        return contacts.numbered(store, contact.num)
    if contact is None:
        name = contacts.usable_name(item.name)
        return contacts.enter(store, item.card, name, ContactState.INTRODUCED, day, sender.num)
    standing = known_contacts.met(item.card)
    if item.news is News.CHANGED:
        return contacts.block(store, contact, item.card, day, is_partial=standing.contact is not None)
    return contacts.follow(store, standing, item.card, day)
