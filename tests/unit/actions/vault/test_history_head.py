"""A head that was written down shows later that nothing older was put back."""

import shutil
from pathlib import Path

import pytest

from hrddesk.actions.records import cases
from hrddesk.actions.vault import history_head
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import HistoryNotAsNoted
from hrddesk.store.vault.session import Session
from tests.conftest import PASSPHRASE


def test_what_was_written_down_is_found_again_after_more_was_done(session: Session) -> None:
    cases.create(session, {"title": "one"})
    noted = history_head.show(session)
    assert (noted.number, noted.hexadecimal) == (1, session.store.history.head().mac.hex())
    cases.create(session, {"title": "two"})
    for words in (
        " ".join(noted.words),
        "  ".join(noted.words).upper(),
        "".join(noted.words_zh),
        noted.hexadecimal.upper(),
        " ".join(noted.hexadecimal[at : at + 8] for at in range(0, 64, 8)),
    ):
        assert history_head.compare(session, 1, words).number == 2


def test_an_empty_history_has_a_head_too(session: Session) -> None:
    noted = history_head.show(session)
    assert noted.number == 0
    assert history_head.compare(session, 0, " ".join(noted.words)) == noted


def test_a_whole_vault_put_back_is_seen_by_who_wrote_its_head_down(session: Session, tmp_path: Path) -> None:
    cases.create(session, {"title": "one"})
    session.close()
    shutil.copytree(session.folder, tmp_path / "older.hrdv")
    with Session.open(session.folder, PassphraseSecret(PASSPHRASE)) as opened:
        cases.create(opened, {"title": "two"})
        noted = history_head.show(opened)
    with Session.open(tmp_path / "older.hrdv", PassphraseSecret(PASSPHRASE)) as opened:
        assert opened.alarms == []  # nothing inside can tell
        with pytest.raises(HistoryNotAsNoted, match="ends at 1"):
            history_head.compare(opened, noted.number, " ".join(noted.words))
        cases.create(opened, {"title": "another"})  # whoever put it back goes on with it
        with pytest.raises(HistoryNotAsNoted, match="words are others"):
            history_head.compare(opened, noted.number, " ".join(noted.words))


def test_a_row_that_was_removed_is_missed(session: Session) -> None:
    for title in ("one", "two", "three"):
        cases.create(session, {"title": title})
    words = " ".join(history_head.show(session).words)
    session.store.db.execute("PRAGMA foreign_keys = OFF")
    session.store.db.execute("DELETE FROM history WHERE num = 2")
    with pytest.raises(HistoryNotAsNoted, match="row is gone"):
        history_head.compare(session, 2, words)
