"""The seeds in the vault."""

from dataclasses import replace

from hrddesk.store.exchange import identities
from hrddesk.store.exchange.identities import EpochRow, IdentityRow, OrganisationRow, PreviousRow
from hrddesk.store.vault.session import Session

ROW = IdentityRow(
    ed25519=bytes(32),
    mldsa65=bytes([1]) * 32,
    serial=3,
    epochs=(EpochRow(739_000, bytes([2]) * 32, 90), EpochRow(739_090, bytes([3]) * 32, 30)),
    previous=PreviousRow(bytes([4]) * 32, bytes([5]) * 32, 739_090),
)
KEY = OrganisationRow(
    name="Heron",
    ed25519=bytes([6]) * 32,
    mldsa65=bytes([7]) * 32,
    since="2026-01-31",
    former=("ssh-ed25519 A",),
)


def test_there_is_none_at_first(session: Session) -> None:
    assert identities.load(session.store.db) is None


def test_what_is_saved_is_loaded_and_keys_that_are_left_out_are_gone(session: Session) -> None:
    db = session.store.db
    identities.save(db, ROW)
    assert identities.load(db) == ROW
    later = IdentityRow(ed25519=ROW.ed25519, mldsa65=ROW.mldsa65, serial=4, epochs=ROW.epochs[1:])
    identities.save(db, later)
    assert identities.load(db) == later
    assert db.execute("SELECT count(*) FROM identity").fetchone() == (1,)
    (kept,) = db.execute("SELECT previous_ed25519, previous_mldsa65, previous_since FROM identity")
    assert kept == (None, None, None)  # the keys of before are erased
    identities.save(db, later)
    assert identities.load(db) == later


def test_a_key_of_the_organisation_takes_the_place_of_the_one_before(session: Session) -> None:
    db = session.store.db
    assert identities.load_organisation(db) is None
    for key in (KEY, replace(KEY, ed25519=bytes([8]) * 32, former=("newest", "older", "oldest")), KEY):
        identities.save_organisation(db, key)
        assert identities.load_organisation(db) == key
    identities.save_organisation(db, None)
    assert identities.load_organisation(db) is None
    assert db.execute("SELECT count(*) FROM organisation_former").fetchone() == (0,)


def test_seeds_are_not_shown() -> None:
    assert not any(repr(bytes([number]) * 32) in repr((ROW, KEY)) for number in range(8))
