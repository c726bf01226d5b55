"""Contacts, cards and bundles in their tables."""

from dataclasses import replace

import pytest
from sqlcipher3 import IntegrityError

from hrddesk.store.exchange import contacts
from hrddesk.store.exchange.contacts import BundleRow, ClaimRow, ContactRow
from hrddesk.store.vault.session import Session

A, B = bytes([1]) * 32, bytes([2]) * 32


def test_a_contact_has_the_newest_card_of_its_identity(session: Session) -> None:
    db = session.store.db
    num = contacts.add(db, "two", A, "first-use", "2026-01-31")
    for serial, card in ((2, b"card 2"), (10, b"card 10"), (9, b"card 9")):
        contacts.add_card(db, num, A, serial, card)
    row = ContactRow(
        num=num, name="two", fingerprint=A, state="first-use", since="2026-01-31", card=b"card 10"
    )
    assert contacts.everybody(db) == [row]
    assert contacts.by_name(db, "two") == contacts.by_number(db, num) == contacts.by_fingerprint(db, A) == row
    contacts.set_state(db, num, "verified", "2026-02-01")
    assert contacts.by_name(db, "two") == replace(row, state="verified", since="2026-02-01")
    contacts.set_fingerprint(db, num, B)
    contacts.add_card(db, num, B, 1, b"other card 1")
    assert contacts.by_fingerprint(db, B) == ContactRow(
        num=num, name="two", fingerprint=B, state="verified", since="2026-02-01", card=b"other card 1"
    )
    assert contacts.by_fingerprint(db, A) is None


def test_who_introduced_it_and_what_is_claimed_belongs_to_a_contact(session: Session) -> None:
    db = session.store.db
    num = contacts.add(db, "two", A, "first-use", "2026-01-31")
    contacts.add_card(db, num, A, 1, b"card")
    contacts.add_card(db, contacts.add(db, "three", B, "introduced", "2026-01-31", num), B, 1, b"card")
    row = contacts.by_name(db, "three")
    assert row is not None
    assert (row.introducer, row.is_coordinator, row.sources, row.claim) == ("two", False, "", None)
    contacts.set_coordinator(db, num, is_one=True)
    contacts.set_sources(db, num, "code names")
    for claim in (
        ClaimRow(b"claim", "verified", "2026-01-31"),
        ClaimRow(b"other", "first-use", "2026-02-01"),
    ):
        contacts.set_claim(db, num, claim)
        row = contacts.by_number(db, num)
        assert row is not None
        assert (row.introducer, row.is_coordinator, row.sources, row.claim) == ("", True, "code names", claim)
    contacts.end_claim(db, num)
    row = contacts.by_number(db, num)
    assert row is not None
    assert row.claim is None


def test_files_are_known_by_bundle_until_they_are_forgotten(session: Session) -> None:
    db = session.store.db
    row = BundleRow(
        num=0,
        id="0" * 32,
        outgoing=True,
        contact=0,
        seq=1,
        kind="whole",
        day="2026-01-31",
        line="5" * 32,
        history_number=17,
        history_head=B,
    )
    for name, fingerprint in (("two", A), ("three", B)):
        num = contacts.add(db, name, fingerprint, "verified", "2026-01-31")
        contacts.add_files(db, contacts.add_bundle(db, replace(row, contact=num)), ["1" * 32, "2" * 32])
    assert contacts.unplaced_bundles(db) == ["0" * 32]
    assert contacts.files_in(db, "0" * 32) == ["1" * 32, "2" * 32]
    contacts.place_bundle(db, "0" * 32)
    assert contacts.unplaced_bundles(db) == []
    contacts.forget_files(db, ["1" * 32])
    assert contacts.files_in(db, "0" * 32) == ["2" * 32]
    contacts.forget_files(db, None)
    assert contacts.files_in(db, "0" * 32) == []


def test_nobody(session: Session) -> None:
    db = session.store.db
    assert contacts.everybody(db) == []
    assert contacts.by_name(db, "two") is None
    assert contacts.by_number(db, 1) is None
    assert contacts.find_bundle(db, "0" * 32, 1) is None
    assert contacts.last_bundle(db, 1, outgoing=True) is None


def test_names_and_fingerprints_are_each_of_one_contact(session: Session) -> None:
    db = session.store.db
    contacts.add(db, "two", A, "first-use", "2026-01-31")
    for name, fingerprint in (("two", B), ("three", A)):
        with pytest.raises(IntegrityError):
            contacts.add(db, name, fingerprint, "first-use", "2026-01-31")


def test_bundles_are_found_by_id_and_by_place_in_the_sequence(session: Session) -> None:
    db = session.store.db
    num = contacts.add(db, "two", A, "verified", "2026-01-31")
    row = BundleRow(
        num=0,
        id="0" * 32,
        outgoing=False,
        contact=num,
        seq=1,
        kind="whole",
        day="2026-01-31",
        line="5" * 32,
        history_number=17,
        history_head=B,
    )
    first = replace(row, num=contacts.add_bundle(db, row))
    ninth = replace(row, id="1" * 32, seq=9)
    ninth = replace(ninth, num=contacts.add_bundle(db, ninth))
    second = replace(row, id="2" * 32, seq=2)
    contacts.add_bundle(db, second)
    out = replace(row, outgoing=True, seq=3)
    out = replace(out, num=contacts.add_bundle(db, out))
    assert contacts.find_bundle(db, "0" * 32, num) == first == contacts.bundle_numbered(db, first.num)
    assert contacts.last_bundle(db, num, outgoing=False) == ninth
    assert contacts.last_bundle(db, num, outgoing=True) == out
    with pytest.raises(IntegrityError):
        contacts.add_bundle(db, row)


def test_a_bundle_that_did_not_go_out_is_forgotten(session: Session) -> None:
    db = session.store.db
    num = contacts.add(db, "two", A, "verified", "2026-01-31")
    for number, outgoing in enumerate((True, False), 1):
        contacts.add_bundle(
            db,
            BundleRow(
                num=0,
                id="0" * 32,
                outgoing=outgoing,
                contact=num,
                seq=number,
                kind="whole",
                day="2026-01-31",
                line="5" * 32,
                history_number=1,
                history_head=A,
            ),
        )
    contacts.remove_bundle(db, "0" * 32)
    assert contacts.last_bundle(db, num, outgoing=True) is None
    assert contacts.last_bundle(db, num, outgoing=False) is not None
