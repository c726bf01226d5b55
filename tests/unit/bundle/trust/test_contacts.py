"""Trust: on first use, verified by words, revoked; cards that are newer, older, rotated."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from hrddesk.bundle.trust import contacts, identity, own_identity
from hrddesk.bundle.trust.card import Card
from hrddesk.bundle.trust.contacts import ContactState
from hrddesk.bundle.trust.identity import Identity
from hrddesk.crypto.signatures import SigningKeys
from hrddesk.errors import (
    CardExpired,
    CardInvalid,
    ContactKnown,
    ContactNotFound,
    ContactNotVerified,
    ContactRevoked,
    InvalidDate,
    InvalidValue,
    OwnCard,
    WrongWords,
)
from hrddesk.store.vault.session import Session

DAY = date(2026, 3, 1)


@pytest.fixture(scope="module")
def other() -> Identity:
    return identity.generate(DAY.toordinal())


def words(other: Identity) -> str:
    return " ".join(identity.words12(other.fingerprint))


def test_a_card_is_trusted_on_first_use_and_verified_by_its_words(session: Session, other: Identity) -> None:
    made = contacts.add(session.store, Card.make(other), "  desk\ttwo ", DAY)
    assert (made.name, made.state, made.since) == ("desk two", ContactState.FIRST_USE, DAY)
    assert contacts.everybody(session.store) == [made]
    assert contacts.known(session.store, other.fingerprint) == made
    with pytest.raises(ContactNotVerified):
        contacts.require_writable(made, DAY)
    contacts.require_readable(made)
    verified = contacts.verify(session.store, "desk two", words(other), DAY + timedelta(days=1))
    assert (verified.state, verified.since) == (ContactState.VERIFIED, DAY + timedelta(days=1))
    contacts.require_writable(verified, DAY)
    with pytest.raises(CardExpired):
        contacts.require_writable(verified, DAY + timedelta(days=271))


def test_wrong_words_leave_everything_as_it_was(session: Session, other: Identity) -> None:
    made = contacts.add(session.store, Card.make(other), "desk two", DAY)
    wrong = " ".join([*identity.words12(other.fingerprint)[:11], "zoo"])
    with pytest.raises(WrongWords):
        contacts.verify(session.store, "desk two", wrong, DAY)
    assert contacts.everybody(session.store) == [made]


def test_nobody_of_that_name(session: Session) -> None:
    calls: tuple[Callable[[], object], ...] = (
        lambda: contacts.named(session.store, "nobody"),
        lambda: contacts.numbered(session.store, 1),
        lambda: contacts.verify(session.store, "nobody", "x", DAY),
        lambda: contacts.revoke(session.store, "nobody", DAY, DAY),
    )
    for call in calls:
        with pytest.raises(ContactNotFound):
            call()
    assert contacts.known(session.store, bytes(32)) is None


def test_a_revoked_contact_is_neither_read_from_nor_written_to_nor_verified(
    session: Session, other: Identity
) -> None:
    contacts.add(session.store, Card.make(other), "desk two", DAY)
    contacts.verify(session.store, "desk two", words(other), DAY)
    gone = contacts.revoke(session.store, "desk two", date(2026, 2, 1), DAY)
    assert (gone.state, gone.since) == (ContactState.REVOKED, date(2026, 2, 1))
    for check in (contacts.require_readable, lambda contact: contacts.require_writable(contact, DAY)):
        with pytest.raises(ContactRevoked, match="2026-02-01"):
            check(gone)
    with pytest.raises(ContactRevoked):
        contacts.verify(session.store, "desk two", words(other), DAY)
    with pytest.raises(ContactRevoked):
        contacts.add(session.store, Card.make(other), None, DAY)


def test_a_newer_card_is_taken_and_an_older_refused(session: Session, other: Identity) -> None:
    old, new = Card.make(other), Card.make(identity.renewed(other, DAY.toordinal() + 90))
    contacts.add(session.store, old, "desk two", DAY)
    contacts.verify(session.store, "desk two", words(other), DAY)
    renewed = contacts.add(session.store, new, "desk two", DAY)
    assert (renewed.card.serial, renewed.state) == (2, ContactState.VERIFIED)
    assert contacts.add(session.store, new, None, DAY) == renewed
    with pytest.raises(CardInvalid, match="newer"):
        contacts.add(session.store, old, None, DAY)
    assert contacts.everybody(session.store) == [renewed]


def test_of_two_cards_of_one_number_the_one_that_comes_counts(session: Session, other: Identity) -> None:
    """One backup was restored twice on one day: the first life's key is lost."""
    first, second = (Card.make(identity.after_restore(other, DAY.toordinal())) for _ in range(2))
    assert first.serial == second.serial
    for card in (first, second, second):
        assert contacts.add(session.store, card, None, DAY).card == card
    assert session.store.db.execute("SELECT count(*) FROM contact_key").fetchone() == (1,)


def test_an_expired_card_is_not_taken(session: Session, other: Identity) -> None:
    with pytest.raises(CardExpired):
        contacts.add(session.store, Card.make(other), None, DAY + timedelta(days=271))
    assert contacts.everybody(session.store) == []


def test_a_contact_has_one_name(session: Session, other: Identity) -> None:
    made = contacts.add(session.store, Card.make(other), "desk two", DAY)
    with pytest.raises(ContactKnown, match="another name"):
        contacts.add(session.store, Card.make(other), "another", DAY)
    assert contacts.everybody(session.store) == [made]


def test_without_a_name_three_words_of_the_fingerprint_serve(session: Session, other: Identity) -> None:
    expected = "-".join(identity.words12(other.fingerprint)[:3])
    third = identity.generate(DAY.toordinal())
    contacts.add(session.store, Card.make(third), expected, DAY)
    assert contacts.add(session.store, Card.make(other), None, DAY).name == f"{expected}-2"


@pytest.mark.parametrize("name", ["", "  ", "x" * 101, "a\u202eb", "a\0b"])
def test_names_that_cannot_be_seen_are_refused(session: Session, other: Identity, name: str) -> None:
    with pytest.raises(InvalidValue):
        contacts.add(session.store, Card.make(other), name, DAY)


def test_a_rotated_identity_keeps_the_contact_but_must_be_verified_again(
    session: Session, other: Identity
) -> None:
    fresh = replace(other, signing=SigningKeys.generate(), serial=1)
    card = Card.make(fresh, other.signing)
    contacts.add(session.store, Card.make(other), "desk two", DAY)
    contacts.verify(session.store, "desk two", words(other), DAY)
    rotated = contacts.add(session.store, card, None, DAY)
    assert (rotated.name, rotated.state) == ("desk two", ContactState.ROTATED)
    assert rotated.fingerprint == fresh.fingerprint
    contacts.require_readable(rotated)
    with pytest.raises(ContactNotVerified):
        contacts.require_writable(rotated, DAY)
    assert contacts.known(session.store, other.fingerprint) is None
    assert contacts.verify(session.store, "desk two", words(fresh), DAY).state is ContactState.VERIFIED


def test_lists_are_taken_from_a_verified_contact_alone(session: Session, other: Identity) -> None:
    store = session.store
    contacts.add(store, Card.make(other), "desk two", DAY)
    with pytest.raises(ContactNotVerified):
        contacts.set_coordinator(store, "desk two", is_one=True)
    contacts.verify(store, "desk two", words(other), DAY)
    assert contacts.set_coordinator(store, "desk two", is_one=True).is_coordinator
    contacts.revoke(store, "desk two", DAY, DAY)
    assert not contacts.set_coordinator(store, "desk two", is_one=False).is_coordinator


def test_nobody_is_revoked_since_a_day_to_come(session: Session, other: Identity) -> None:
    made = contacts.add(session.store, Card.make(other), "desk two", DAY)
    with pytest.raises(InvalidDate, match="not come yet"):
        contacts.revoke(session.store, "desk two", DAY + timedelta(days=1), DAY)
    assert contacts.everybody(session.store) == [made]


def test_a_rotation_of_a_stranger_is_a_new_contact_and_of_a_revoked_one_is_refused(
    session: Session, other: Identity
) -> None:
    card = Card.make(replace(other, signing=SigningKeys.generate()), other.signing)
    contacts.add(session.store, Card.make(other), "desk two", DAY)
    contacts.revoke(session.store, "desk two", DAY, DAY)
    with pytest.raises(ContactRevoked):
        contacts.add(session.store, card, None, DAY)
    stranger = Card.make(replace(other, signing=SigningKeys.generate()), SigningKeys.generate())
    assert contacts.add(session.store, stranger, "desk three", DAY).state is ContactState.FIRST_USE


def test_the_own_card_is_no_contact(session: Session) -> None:
    card = own_identity.own_card(session.store, DAY)
    for name in (None, "me"):
        with pytest.raises(OwnCard):
            contacts.add(session.store, card, name, DAY)
    assert contacts.everybody(session.store) == []
