"""The identity in the vault."""

from datetime import timedelta

from hrddesk.bundle.trust import own_identity
from hrddesk.store.vault import backup_list
from hrddesk.store.vault.session import Session


def test_it_is_made_at_the_first_need_and_stays(session: Session) -> None:
    assert own_identity.known_identity(session.store) is None
    day = own_identity.today()
    made = own_identity.own_identity(session.store, day)
    assert own_identity.own_identity(session.store, day) == made == own_identity.known_identity(session.store)
    assert session.store.history.head().number == 2  # the identity and its first epoch, made once


def test_it_is_renewed_in_time_under_the_same_fingerprint(session: Session) -> None:
    day = own_identity.today()
    made = own_identity.own_identity(session.store, day)
    later = own_identity.own_identity(session.store, day + timedelta(days=90))
    assert later.fingerprint == made.fingerprint
    assert (later.serial, len(later.epochs)) == (2, 2)
    much_later = own_identity.own_identity(session.store, day + timedelta(days=90 + 181))
    assert made.current.key not in [epoch.key for epoch in much_later.epochs]
    count = session.store.db.execute("SELECT count(*) FROM identity_epoch").fetchone()[0]
    assert count == len(much_later.epochs) == 2


def test_a_restored_desk_has_a_key_of_its_own_on_a_card_that_is_newer_than_any(session: Session) -> None:
    day = own_identity.today()
    made = own_identity.own_identity(session.store, day)
    other_life = own_identity.own_card(session.store, day)  # with whoever knew the desk before
    for _ in range(2):
        with session.store.change("test") as change:
            change.set_setting(backup_list.RENEW_IDENTITY, "1")
        restored = own_identity.own_identity(session.store, day)
        assert restored.fingerprint == made.fingerprint
        assert restored.current.key not in [epoch.key for epoch in made.epochs]
        assert restored.epochs[: len(made.epochs)] == made.epochs
        assert restored.serial > other_life.serial + 100
        assert (
            own_identity.own_identity(session.store, day)
            == restored
            == own_identity.known_identity(session.store)
        )
        made = restored
    own_identity.own_card(session.store, day).require_valid(day)


def test_a_restored_desk_without_an_identity_makes_one(session: Session) -> None:
    with session.store.change("test") as change:
        change.set_setting(backup_list.RENEW_IDENTITY, "1")
    made = own_identity.own_identity(session.store, own_identity.today())
    assert made.serial == 1
    assert own_identity.own_identity(session.store, own_identity.today()) == made


def test_its_card_is_valid_and_its_own(session: Session) -> None:
    day = own_identity.today()
    card = own_identity.own_card(session.store, day)
    card.require_valid(day + timedelta(days=180))
    assert card.fingerprint == own_identity.own_identity(session.store, day).fingerprint
