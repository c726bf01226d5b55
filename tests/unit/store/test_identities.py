"""The seeds in the vault."""

from hrddesk.session import Session
from hrddesk.store import identities
from hrddesk.store.identities import EpochRow, IdentityRow, PreviousRow

ROW = IdentityRow(
    bytes(32),
    bytes([1]) * 32,
    3,
    (EpochRow(739_000, bytes([2]) * 32, 90), EpochRow(739_090, bytes([3]) * 32, 30)),
    PreviousRow(bytes([4]) * 32, bytes([5]) * 32, 739_090),
)


def test_there_is_none_at_first(session: Session) -> None:
    assert identities.load(session.store.db) is None


def test_what_is_saved_is_loaded_and_keys_that_are_left_out_are_gone(session: Session) -> None:
    db = session.store.db
    identities.save(db, ROW)
    assert identities.load(db) == ROW
    later = IdentityRow(ROW.ed25519, ROW.mldsa65, 4, ROW.epochs[1:])
    identities.save(db, later)
    assert identities.load(db) == later
    assert db.execute("SELECT count(*) FROM identity").fetchone() == (1,)
    kept = [str(value) for _, value in db.execute("SELECT name, value FROM setting")]
    assert not any((bytes([4]) * 32).hex() in value for value in kept)  # the keys of before are erased
    identities.save(db, later)
    assert identities.load(db) == later


def test_seeds_are_not_shown() -> None:
    assert not any(repr(bytes([number]) * 32) in repr(ROW) for number in range(6))
