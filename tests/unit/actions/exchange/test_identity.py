"""Showing and giving away who this desk is."""

from datetime import timedelta
from pathlib import Path

import pytest

from hrddesk.actions.exchange import identity
from hrddesk.bundle.trust import own_identity
from hrddesk.bundle.trust.card import Card
from hrddesk.bundle.trust.identity import digits60, words12
from hrddesk.crypto.age import AgeIdentity
from hrddesk.errors import TargetExists, WriteFailed
from hrddesk.store.vault.session import Session


def test_the_fingerprint_is_shown_in_all_its_forms(session: Session) -> None:
    shown = identity.show(session)
    owner = own_identity.known_identity(session.store)
    assert owner is not None
    assert shown.fingerprint == owner.fingerprint.hex()
    assert list(shown.words) == words12(owner.fingerprint)
    assert list(shown.words_zh) == words12(owner.fingerprint, "chinese_simplified")
    assert shown.digits == digits60(owner.fingerprint)
    assert identity.show(session) == shown


def test_how_its_keys_come_and_go_is_told(session: Session) -> None:
    state = identity.state(session)
    day = own_identity.today()
    assert state.shown == identity.show(session)
    assert (state.epoch_days, state.next_key, state.proves_until) == (90, day + timedelta(days=90), None)
    identity.set_epoch_days(session, 30)
    rotated = identity.rotate(session)
    state = identity.state(session)
    assert state.shown == rotated
    assert (state.epoch_days, state.proves_until) == (30, day + timedelta(days=180))
    assert state.next_key == day + timedelta(days=31)  # one key a day
    fresh = identity.replace_lost(session)
    assert identity.show(session) == fresh
    assert len({rotated.words, fresh.words}) == 2


def test_a_card_is_written_once(session: Session, tmp_path: Path) -> None:
    path = identity.write_card(session, tmp_path / "mine.card")
    assert Card.parse(path.read_bytes()).fingerprint.hex() == identity.show(session).fingerprint
    for write in (identity.write_card, identity.write_keys):
        with pytest.raises(TargetExists):
            write(session, path)
        with pytest.raises(WriteFailed):
            write(session, tmp_path / "gone" / "x")
    folder = tmp_path / "folder"
    folder.mkdir()
    named = identity.write_card(session, folder)
    assert named.suffix == ".card"
    assert len(named.stem) == 16


def test_the_keys_for_age_are_those_of_the_identity_newest_first(session: Session, tmp_path: Path) -> None:
    owner = own_identity.own_identity(session.store, own_identity.today())
    assert identity.write_keys(session, tmp_path / "key.txt") == 1
    lines = (tmp_path / "key.txt").read_text("ascii").splitlines()
    assert [AgeIdentity.from_string(line) for line in lines] == [owner.current.key]
    assert (tmp_path / "key.txt").stat().st_mode & 0o777 == 0o600
