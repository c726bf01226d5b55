"""A key that changed never passes silently: by proof, by a claim that blocks, or as one that was given up."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hrddesk.bundle.trust import contacts, identity, own_identity
from hrddesk.bundle.trust.card import Card
from hrddesk.bundle.trust.contact import Contact, ContactState
from hrddesk.bundle.trust.identity import Identity
from hrddesk.crypto.signatures import SigningKeys
from hrddesk.errors import (
    CardInvalid,
    ContactKeyChanged,
    ContactKeyGivenUp,
    ContactKnown,
    ContactNameTaken,
    ContactNotClaimed,
    ContactNotVerified,
    ContactRevoked,
    OwnCard,
    WrongWords,
)
from hrddesk.store.vault.session import Session

DAY = date(2026, 3, 1)
LATER = DAY + timedelta(days=5)


@pytest.fixture(scope="module")
def wren() -> Identity:
    return identity.generate(DAY.toordinal())


@pytest.fixture(scope="module")
def other() -> Identity:
    return identity.generate(DAY.toordinal())


@pytest.fixture
def verified(session: Session, wren: Identity) -> Contact:
    contacts.add(session.store, Card.make(wren), "wren", DAY)
    return contacts.verify(session.store, "wren", words(wren), DAY)


def words(of: Identity) -> str:
    return " ".join(identity.words12(of.fingerprint))


def half(of: Identity, *, ed25519: bool) -> Card:
    """A card with one of the two keys: whoever signs it holds that secret."""
    fresh, own = SigningKeys.generate(), of.signing
    keys = (
        SigningKeys.from_seeds(own.ed25519_seed, fresh.mldsa_seed)
        if ed25519
        else SigningKeys.from_seeds(fresh.ed25519_seed, own.mldsa_seed)
    )
    return Card.make(replace(of, signing=keys))


def claim(session: Session, card: Card, name: str | None = None) -> Contact:
    with pytest.raises(ContactKeyChanged):
        contacts.add(session.store, card, name, LATER)
    return contacts.named(session.store, "wren")


def test_another_key_under_the_name_of_a_contact_blocks_it(
    session: Session, verified: Contact, other: Identity
) -> None:
    blocked = claim(session, Card.make(other), " wren ")
    assert (blocked.state, blocked.since) == (ContactState.CHANGED, LATER)
    assert blocked.fingerprint == verified.fingerprint  # it keeps the key that is known
    assert blocked.claim is not None
    assert blocked.claim.fingerprint == other.fingerprint
    for refuse in (
        contacts.require_readable,
        contacts.require_verified,
        lambda contact: contacts.require_writable(contact, LATER),
    ):
        with pytest.raises(ContactKeyChanged):
            refuse(blocked)
    head = session.store.history.head()
    claim(session, Card.make(other), None)  # without the name it is the same claim
    assert session.store.history.head() == head


def test_the_words_of_the_claimed_key_make_it_the_contacts(
    session: Session, verified: Contact, wren: Identity, other: Identity
) -> None:
    """The laptop was lost, and the person is there again."""
    claim(session, Card.make(other), "wren")
    with pytest.raises(WrongWords):
        contacts.verify(session.store, "wren", words(identity.generate(1)), LATER)
    assert contacts.named(session.store, "wren").state is ContactState.CHANGED
    taken = contacts.verify(session.store, "wren", words(other), LATER)
    assert (taken.num, taken.state, taken.since) == (verified.num, ContactState.VERIFIED, LATER)
    assert (taken.fingerprint, taken.claim) == (other.fingerprint, None)
    with pytest.raises(ContactKeyGivenUp):  # whoever found the laptop
        contacts.add(session.store, Card.make(wren), None, LATER)
    with pytest.raises(ContactKeyGivenUp):
        contacts.add(session.store, Card.make(wren), "somebody else", LATER)
    assert contacts.everybody(session.store) == [taken]


def test_the_words_of_the_known_key_end_the_claim(
    session: Session, verified: Contact, wren: Identity, other: Identity
) -> None:
    """An impostor gave the card."""
    claim(session, Card.make(other), "wren")
    kept = contacts.verify(session.store, "wren", words(wren), LATER)
    assert kept == replace(verified, since=LATER)


def test_a_claim_that_was_a_mistake_is_dismissed(
    session: Session, verified: Contact, other: Identity
) -> None:
    with pytest.raises(ContactNotClaimed):
        contacts.dismiss(session.store, "wren")
    claim(session, Card.make(other), "wren")
    assert contacts.dismiss(session.store, "wren") == verified
    assert contacts.add(session.store, Card.make(other), "owl", LATER).state is ContactState.FIRST_USE


@pytest.mark.parametrize("ed25519", [True, False])
def test_one_of_the_two_keys_is_no_proof_and_tells_that_somebody_has_it(
    session: Session, verified: Contact, wren: Identity, *, ed25519: bool
) -> None:
    card = half(wren, ed25519=ed25519)
    for name in (None, "owl", "wren"):
        assert claim(session, card, name).state is ContactState.CHANGED
    assert contacts.dismiss(session.store, "wren").state is ContactState.FIRST_USE
    with pytest.raises(ContactNotVerified):
        contacts.require_writable(contacts.named(session.store, "wren"), LATER)


def test_a_claim_by_name_and_then_by_a_key_is_not_verified_after_a_dismissal(
    session: Session, verified: Contact, wren: Identity, other: Identity
) -> None:
    claim(session, Card.make(other), "wren")
    third = Card.make(identity.generate(DAY.toordinal()))
    claim(session, third, "wren")
    claim(session, half(wren, ed25519=True))
    assert contacts.dismiss(session.store, "wren").state is ContactState.FIRST_USE


def test_a_proof_by_half_of_the_keys_is_a_claim(session: Session, verified: Contact, wren: Identity) -> None:
    fresh = SigningKeys.generate()
    partial = SigningKeys.from_seeds(wren.signing.ed25519_seed, fresh.mldsa_seed)
    claim(session, Card.make(identity.generate(DAY.toordinal()), partial))


def test_a_proof_by_the_keys_of_before_is_a_claim_until_the_words_were_compared(
    session: Session, verified: Contact, wren: Identity
) -> None:
    """Two successors of one key: one of them is the person's, the other's has the lost laptop."""
    first = identity.rotated(wren, DAY.toordinal())
    second = identity.rotated(wren, DAY.toordinal())
    assert contacts.add(session.store, Card.make(first), None, DAY).state is ContactState.ROTATED
    claim(session, Card.make(second))
    assert contacts.verify(session.store, "wren", words(second), LATER).fingerprint == second.fingerprint
    for late in (first, identity.rotated(wren, DAY.toordinal())):
        with pytest.raises(ContactKeyGivenUp):
            contacts.add(session.store, Card.make(late), None, LATER)
    assert contacts.named(session.store, "wren").state is ContactState.VERIFIED


def test_a_blocked_contact_does_not_rotate_out_of_it(
    session: Session, verified: Contact, wren: Identity, other: Identity
) -> None:
    claim(session, Card.make(other), "wren")
    claim(session, Card.make(identity.rotated(wren, DAY.toordinal())))


def test_a_rotation_keeps_the_name(session: Session, verified: Contact, wren: Identity) -> None:
    with pytest.raises(ContactKnown):
        contacts.add(session.store, Card.make(identity.rotated(wren, DAY.toordinal())), "owl", DAY)
    assert contacts.everybody(session.store) == [verified]


def test_the_name_of_a_revoked_contact_is_no_claim(
    session: Session, verified: Contact, other: Identity
) -> None:
    contacts.revoke(session.store, "wren", DAY, DAY)
    with pytest.raises(ContactNameTaken):
        contacts.add(session.store, Card.make(other), "wren", LATER)
    assert contacts.named(session.store, "wren").state is ContactState.REVOKED


def test_half_of_a_revoked_key_is_revoked(session: Session, verified: Contact, wren: Identity) -> None:
    contacts.revoke(session.store, "wren", DAY, DAY)
    for ed25519 in (True, False):
        with pytest.raises(ContactRevoked):
            contacts.add(session.store, half(wren, ed25519=ed25519), "owl", LATER)


def test_a_revocation_does_not_take_the_claimed_card_along(
    session: Session, verified: Contact, other: Identity
) -> None:
    claim(session, Card.make(other), "wren")
    assert contacts.revoke(session.store, "wren", DAY, LATER).claim is None
    assert contacts.add(session.store, Card.make(other), "wren anew", LATER).state is ContactState.FIRST_USE


def test_a_card_with_a_key_of_this_desk_is_refused(session: Session) -> None:
    own = own_identity.own_identity(session.store, DAY)
    for ed25519 in (True, False):
        with pytest.raises(CardInvalid, match="own keys"):
            contacts.add(session.store, half(own, ed25519=ed25519), "me", DAY)
    made = own_identity.rotate(session.store, DAY)
    for card in (Card.make(own), Card.make(made)):
        with pytest.raises(OwnCard):
            contacts.add(session.store, card, "me", DAY)
