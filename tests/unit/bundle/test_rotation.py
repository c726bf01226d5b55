"""An identity that is replaced, with proof or without, as the other desk meets it in bundles."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from hrddesk.bundle.receiving import read
from hrddesk.bundle.trust import contacts, identity, own_identity
from hrddesk.bundle.trust.card import Card
from hrddesk.bundle.trust.contact import ContactState
from hrddesk.bundle.trust.identity import Identity
from hrddesk.crypto.signatures import SigningKeys
from hrddesk.errors import (
    BundleMalformed,
    BundleNotForMe,
    BundleSenderUnknown,
    BundleSignatureBad,
    ContactKeyChanged,
    ContactKeyGivenUp,
    ContactNotVerified,
    InvalidValue,
    RotatedBefore,
)
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.faults import pages
from tests.unit.bundle.forge import Desks, forge_between, take
from tests.unit.bundle.hands import give, hand_over
from tests.unit.bundle.refusals import forge

DAY = own_identity.today()


def own(session: Session) -> Identity:
    found = own_identity.known_identity(session.store)
    assert found is not None
    return found


def test_a_bundle_of_a_rotated_sender_is_read_and_says_so(desks: Desks, tmp_path: Path) -> None:
    hand_over(desks, tmp_path)
    made = own_identity.rotate(desks.documenter.store, DAY)
    found = hand_over(desks, tmp_path)
    assert (found.sender, found.state, found.notices) == ("documenter", ContactState.ROTATED, ("rotated",))
    now = desks.to_documenter
    assert (now.fingerprint, now.state) == (made.fingerprint, ContactState.ROTATED)
    with pytest.raises(ContactNotVerified):
        contacts.require_writable(now, DAY)
    assert hand_over(desks, tmp_path).notices == ()


def test_a_rotation_in_a_damaged_bundle_changes_nothing(desks: Desks, tmp_path: Path) -> None:
    before = desks.to_documenter
    own_identity.rotate(desks.documenter.store, DAY)
    with pytest.raises(BundleMalformed):
        take(
            desks.coordinator,
            forge_between(desks.documenter, desks.coordinator, contacts=b"{}\n").seal(),
            tmp_path / "a",
        )
    assert desks.to_documenter == before


def test_a_bundle_to_the_identity_before_is_still_read_in_its_place(desks: Desks, tmp_path: Path) -> None:
    hand_over(desks, tmp_path)
    on_its_way = give(desks.documenter, desks.coordinator, tmp_path)
    own_identity.rotate(desks.coordinator.store, DAY)
    assert read.read(desks.coordinator, on_its_way, Job()).notices == ()


def test_the_keys_of_before_are_erased_after_180_days(desks: Desks) -> None:
    store = desks.documenter.store
    before = own(desks.documenter)
    made = own_identity.rotate(store, DAY)
    card = own_identity.own_card(store, DAY + timedelta(days=180))
    assert card.previous == before.signing.public
    assert own_identity.own_card(store, DAY + timedelta(days=181)).previous is None
    assert own(desks.documenter).fingerprint == made.fingerprint
    (kept,) = store.db.execute("SELECT ed25519, previous_ed25519 FROM identity")
    assert kept == (made.signing.ed25519_seed, None)


def test_nobody_rotates_while_the_last_proof_is_on_its_way(session: Session) -> None:
    first = own_identity.rotate(session.store, DAY)
    with pytest.raises(RotatedBefore, match=(DAY + timedelta(days=180)).isoformat()):
        own_identity.rotate(session.store, DAY + timedelta(days=180))
    assert own(session).signing == first.signing
    assert own_identity.rotate(session.store, DAY + timedelta(days=181)).all_signing[1] == first.signing


def test_a_lost_identity_is_replaced_by_one_that_nothing_connects_with_it(
    desks: Desks, tmp_path: Path
) -> None:
    store = desks.documenter.store
    before = own(desks.documenter)
    on_its_way = give(desks.coordinator, desks.documenter, tmp_path)
    made = own_identity.replace_lost(store, DAY)
    assert own(desks.documenter) == made
    assert not set(made.all_signing) & set(before.all_signing)
    with pytest.raises(BundleNotForMe):
        read.read(desks.documenter, on_its_way, Job())
    with pytest.raises(BundleSenderUnknown, match=" ".join(identity.words12(made.fingerprint))):
        hand_over(desks, tmp_path)
    other = desks.coordinator.store
    with pytest.raises(ContactKeyChanged):
        contacts.add(other, own_identity.own_card(store, DAY), "documenter", DAY)
    with pytest.raises(ContactKeyChanged):
        hand_over(desks, tmp_path)
    contacts.verify(other, "documenter", " ".join(identity.words12(made.fingerprint)), DAY)
    found = hand_over(desks, tmp_path)
    assert (found.sender, found.state) == ("documenter", ContactState.VERIFIED)


def test_who_found_the_lost_laptop_is_not_read(desks: Desks, tmp_path: Path) -> None:
    thief = own(desks.documenter)
    made = own_identity.replace_lost(desks.documenter.store, DAY)
    other = desks.coordinator.store
    with pytest.raises(ContactKeyChanged):
        contacts.add(other, own_identity.own_card(desks.documenter.store, DAY), "documenter", DAY)
    contacts.verify(other, "documenter", " ".join(identity.words12(made.fingerprint)), DAY)
    before = desks.to_documenter
    for sender in (thief, identity.rotated(thief, DAY.toordinal())):
        bundle = forge(desks)
        bundle.sender = sender
        with pytest.raises(ContactKeyGivenUp):
            take(desks.coordinator, bundle.seal(), tmp_path / "a")
    assert desks.to_documenter == before


def test_one_of_two_keys_in_a_bundle_blocks_the_contact(desks: Desks, tmp_path: Path) -> None:
    sender, fresh = own(desks.documenter), SigningKeys.generate()
    keys = SigningKeys.from_seeds(sender.signing.ed25519_seed, fresh.mldsa_seed)
    bundle = forge(desks)
    bundle.sender = replace(sender, signing=keys)
    with pytest.raises(ContactKeyChanged):
        take(desks.coordinator, bundle.seal(), tmp_path / "a")
    blocked = desks.to_documenter
    assert (blocked.state, blocked.fingerprint) == (ContactState.CHANGED, sender.fingerprint)
    with pytest.raises(ContactKeyChanged):
        hand_over(desks, tmp_path)


def test_one_of_two_keys_without_the_signatures_blocks_nobody(desks: Desks, tmp_path: Path) -> None:
    sender, fresh = own(desks.documenter), SigningKeys.generate()
    keys = SigningKeys.from_seeds(sender.signing.ed25519_seed, fresh.mldsa_seed)
    before = desks.to_documenter
    with pytest.raises(BundleSignatureBad):
        take(desks.coordinator, forge(desks, card=Card.make(replace(sender, signing=keys)).raw).seal(),
             tmp_path / "a")  # fmt: skip
    assert desks.to_documenter == before


def test_a_shorter_epoch_is_for_the_keys_to_come(session: Session) -> None:
    store, day = session.store, date(2026, 3, 1)
    assert own_identity.epoch_days(store) == 90
    first = own_identity.own_card(store, day)
    own_identity.set_epoch_days(store, 30)
    assert own_identity.own_card(store, day).raw[:200] == first.raw[:200]  # as it was promised
    second = own_identity.own_card(store, day + timedelta(days=90))
    assert (second.serial, second.expires - second.issued) == (2, timedelta(days=210))
    third = own_identity.own_card(store, day + timedelta(days=120))
    assert (third.serial, third.issued) == (3, day + timedelta(days=120))
    kept = own_identity.own_identity(store, day + timedelta(days=120))
    assert [epoch.days for epoch in kept.epochs] == [90, 30, 30]
    for days in (29, 91):
        with pytest.raises(InvalidValue, match="30 to 90 days"):
            own_identity.set_epoch_days(store, days)
    assert own_identity.epoch_days(store) == 30


def test_an_identity_is_renewed_when_there_is_one(session: Session) -> None:
    own_identity.renew(session.store, DAY)
    assert own_identity.known_identity(session.store) is None
    made = own_identity.own_identity(session.store, DAY)
    own_identity.renew(session.store, DAY + timedelta(days=90))
    assert own(session).epochs[0] == made.current
    own_identity.renew(session.store, DAY + timedelta(days=90 + 181))
    assert made.current not in own(session).epochs


def test_erased_keys_are_in_no_free_part_of_the_database(session: Session) -> None:
    """As somebody sees it who takes the laptop later, passphrase and all."""
    store = session.store
    first = own_identity.own_identity(store, DAY)
    made = own_identity.rotate(store, DAY)
    secrets = {
        "encryption": first.current.key.seed,
        "ed25519": first.signing.ed25519_seed,
        "mldsa": first.signing.mldsa_seed,
        "kept": made.signing.ed25519_seed,
    }
    folder, key = session.folder, session.held.keys.database

    def found() -> list[str]:
        raw = pages.raw(folder, key)
        return [name for name, secret in secrets.items() if secret in raw]

    assert found() == list(secrets)
    own_identity.renew(store, DAY + timedelta(days=271))
    session.close()
    assert found() == ["kept"]
