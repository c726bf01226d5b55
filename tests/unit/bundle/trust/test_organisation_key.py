"""The key of an organisation: who may have it, and what of it readers check by."""

import io
import json
from datetime import date, timedelta
from typing import Any

import pytest

from hrddesk.bundle.trust import contacts, organisation_key, own_identity
from hrddesk.bundle.trust.contacts import Contact
from hrddesk.bundle.trust.organisation_key import OrganisationKey
from hrddesk.crypto.age import Writer
from hrddesk.crypto.signatures import SigningKeys
from hrddesk.errors import (
    CardExpired,
    ContactNotVerified,
    ContactRevoked,
    InvalidValue,
    OrganisationKeyNotForMe,
    OrganisationKeyUnproven,
    OrganisationKeyUnreadable,
)
from hrddesk.records.model.record import canonical_json
from hrddesk.store.records.store import Store
from tests.unit.bundle.forge import Desks

DAY = own_identity.today()


def test_a_desk_has_none_until_one_is_made(desks: Desks) -> None:
    store = desks.coordinator.store
    assert organisation_key.known(store) is None
    made = organisation_key.make(store, "  The Reed\nArchive ", DAY)
    assert (made.name, made.since, made.former) == ("The Reed Archive", DAY, ())
    assert organisation_key.known(store) == made
    assert made.signing.ed25519_seed.hex() not in repr(made)
    with pytest.raises(InvalidValue, match="has a key already"):
        organisation_key.make(store, "Another", DAY)
    organisation_key.remove(store)
    assert organisation_key.known(store) is None
    for act in (organisation_key.remove, lambda of: organisation_key.replace_key(of, DAY, is_lost=False)):
        with pytest.raises(InvalidValue, match="no key"):
            act(store)


@pytest.mark.parametrize("name", ["", " \n", "x" * 101, "Reed\0Archive"])
def test_a_name_is_one_line_that_can_be_printed(still_desks: Desks, name: str) -> None:
    with pytest.raises(InvalidValue, match="name"):
        organisation_key.make(still_desks.coordinator.store, name, DAY)


def test_what_a_replaced_key_signed_stays_good_unless_it_is_lost(desks: Desks) -> None:
    store = desks.coordinator.store
    first = organisation_key.make(store, "The Reed Archive", DAY)
    second = organisation_key.replace_key(store, DAY + timedelta(days=1), is_lost=False)
    third = organisation_key.replace_key(store, DAY + timedelta(days=2), is_lost=False)
    assert third.former == (second.public_line, first.public_line)
    assert (third.name, third.since) == (first.name, DAY + timedelta(days=2))
    fresh = organisation_key.replace_key(store, DAY, is_lost=True)
    assert fresh.former == ()
    assert len({key.fingerprint for key in (first, second, third, fresh)}) == 4
    assert len({key.ssh_fingerprint for key in (first, second, third, fresh)}) == 4


def test_another_desk_opens_what_was_sealed_to_it(desks: Desks) -> None:
    store, other = desks.coordinator.store, desks.documenter.store
    with pytest.raises(InvalidValue, match="no key"):
        organisation_key.sealed(store, [desks.to_documenter], DAY)
    organisation_key.make(store, "芦苇档案", DAY)
    key = organisation_key.replace_key(store, DAY, is_lost=False)
    data = organisation_key.sealed(store, [desks.to_documenter], DAY)
    assert key.signing.ed25519_seed not in data
    found, sender = organisation_key.opened(other, data, DAY)
    assert (found, sender.name) == (key, "coordinator")
    assert organisation_key.known(other) is None
    organisation_key.take(other, found)
    assert organisation_key.known(other) == key
    with pytest.raises(OrganisationKeyNotForMe):
        organisation_key.opened(store, data, DAY)


def test_it_goes_to_verified_contacts_alone(desks: Desks) -> None:
    store = desks.coordinator.store
    organisation_key.make(store, "The Reed Archive", DAY)
    with pytest.raises(CardExpired):
        organisation_key.sealed(store, [desks.to_documenter], DAY + timedelta(days=400))
    contacts.revoke(store, "documenter", DAY, DAY)
    with pytest.raises(ContactRevoked):
        organisation_key.sealed(store, [desks.to_documenter], DAY)


def test_it_is_taken_from_a_verified_contact_alone(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    organisation_key.make(desks.coordinator.store, "The Reed Archive", DAY)
    data = organisation_key.sealed(desks.coordinator.store, [desks.to_documenter], DAY)

    def not_verified(_contact: Contact) -> None:
        raise ContactNotVerified

    with monkeypatch.context() as patched:
        patched.setattr(contacts, "require_verified", not_verified)
        with pytest.raises(ContactNotVerified):
            organisation_key.opened(desks.documenter.store, data, DAY)
    contacts.revoke(desks.documenter.store, "coordinator", DAY, DAY)
    with pytest.raises(ContactRevoked):
        organisation_key.opened(desks.documenter.store, data, DAY)


def _key() -> OrganisationKey:
    return OrganisationKey("Reed", SigningKeys.generate(), date(2026, 3, 1))


def _sealed(store: Store, value: object) -> bytes:
    owner = own_identity.own_identity(store, DAY)
    sink = io.BytesIO()
    with Writer(sink, [owner.current.key.recipient]) as writer:
        writer.write(value if isinstance(value, bytes) else canonical_json(value))
    return sink.getvalue()


def test_a_key_that_no_contact_signed_is_not_taken(still_desks: Desks) -> None:
    store = still_desks.coordinator.store
    with pytest.raises(OrganisationKeyUnproven):
        organisation_key.opened(store, _sealed(store, {"body": _key().body, "ssh": "nobody"}), DAY)


@pytest.mark.parametrize(
    "change",
    [
        {"v": 2},
        {"name": "two  spaces"},
        {"name": 7},
        {"ed25519": "00"},
        {"mldsa65": "0" * 63 + "g"},
        {"since": "today"},
        {"former": "ssh-ed25519 A"},
        {"former": ["ssh-ed25519 A"] * 101},
        {"former": ["ssh-rsa A"]},
        {"former": ["ssh-ed25519 A\n* ssh-ed25519 B"]},
        {"more": 1},
    ],
)
def test_another_shape_is_refused(still_desks: Desks, change: dict[str, Any]) -> None:
    store = still_desks.coordinator.store
    body = _key().body | change
    with pytest.raises(OrganisationKeyUnreadable):
        organisation_key.opened(store, _sealed(store, {"body": body, "ssh": ""}), DAY)


def test_what_is_no_such_file_is_refused(still_desks: Desks) -> None:
    store = still_desks.coordinator.store
    whole = _sealed(store, {"body": _key().body, "ssh": ""})
    altered = whole[:-1] + bytes([whole[-1] ^ 1])
    for data in (b"", b"%PDF-1.7", altered, whole[:40], _sealed(store, b"not JSON"), _sealed(store, [1])):
        with pytest.raises(OrganisationKeyUnreadable):
            organisation_key.opened(store, data, DAY)


def test_readers_get_every_key_that_is_good(still_desks: Desks) -> None:
    key = _key()
    text = organisation_key.allowed_signers([key.public_line, "ssh-ed25519 AAAA"], "some-namespace", "Reed")
    assert text.splitlines() == [
        f'publisher namespaces="some-namespace" {key.public_line} Reed',
        'publisher namespaces="some-namespace" ssh-ed25519 AAAA Reed',
    ]
    assert OrganisationKey.from_body(json.loads(canonical_json(key.body))) == key
