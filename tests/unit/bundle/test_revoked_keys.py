"""Whoever is revoked is so with every key, that from before a rotation too."""

from pathlib import Path

import pytest

from hrddesk.bundle.review import acceptance
from hrddesk.bundle.sending import selection, write
from hrddesk.bundle.sending.parcel import Parcel
from hrddesk.bundle.trust import contacts, identity, own_identity
from hrddesk.bundle.trust.card import Card
from hrddesk.bundle.trust.contacts import ContactState
from hrddesk.bundle.trust.identity import Identity
from hrddesk.errors import ContactRevoked
from hrddesk.store.exchange import contacts as rows
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks, forge_between, take

DAY = own_identity.today()


@pytest.fixture
def old(desks: Desks) -> Card:
    """The documenter's card from before a rotation, after which the contact was revoked."""
    own = own_identity.known_identity(desks.documenter.store)
    assert own is not None
    card = own_identity.own_card(desks.documenter.store, DAY)
    rotated = Card.make(identity.generate(DAY.toordinal()), previous=own.signing)
    assert contacts.add(desks.coordinator.store, rotated, None, DAY).state is ContactState.ROTATED
    contacts.revoke(desks.coordinator.store, "documenter", DAY, DAY)
    return card


def test_the_old_card_is_no_new_contact(desks: Desks, old: Card) -> None:
    for name in (None, "somebody else"):
        with pytest.raises(ContactRevoked):
            contacts.add(desks.coordinator.store, old, name, DAY)
    assert [contact.name for contact in contacts.everybody(desks.coordinator.store)] == ["documenter"]


def test_the_old_key_sends_nothing(desks: Desks, old: Card, tmp_path: Path) -> None:
    with pytest.raises(ContactRevoked):
        take(desks.coordinator, forge_between(desks.documenter, desks.coordinator).seal(), tmp_path / "x")


def test_nobody_rotates_away_from_a_key_that_was_revoked(desks: Desks, old: Card) -> None:
    own = own_identity.known_identity(desks.documenter.store)
    assert own is not None
    fresh: Identity = identity.generate(DAY.toordinal())
    with pytest.raises(ContactRevoked):
        contacts.add(desks.coordinator.store, Card.make(fresh, previous=own.signing), None, DAY)


def test_one_who_came_back_by_an_old_key_is_neither_verified_nor_read_nor_written_to(
    desks: Desks, tmp_path: Path
) -> None:
    """As a vault may have it from the time before this was refused."""
    store = desks.coordinator.store
    waiting = take(
        desks.coordinator, forge_between(desks.documenter, desks.coordinator).seal(), tmp_path / "before"
    )
    card = contacts.named(store, "documenter").card
    with store.change("test"):
        num = rows.add(store.db, "gone", bytes(32), "revoked", DAY.isoformat())
        rows.add_card(store.db, num, card.fingerprint, 1, card.raw)
    to = [desks.to_documenter]
    words = " ".join(identity.words12(card.fingerprint))
    with pytest.raises(ContactRevoked):
        contacts.verify(store, "documenter", words, DAY)
    with pytest.raises(ContactRevoked):
        acceptance.accept(desks.coordinator, waiting.review, None, Job())
    with pytest.raises(ContactRevoked):
        write.write(desks.coordinator, tmp_path / "x", to, Parcel(records=selection.everything(store)), Job())
