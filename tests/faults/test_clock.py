"""A clock that is set back ten years, or forward, raises no alarm, and the history keeps its order."""

import os
import time

import pytest

from hrddesk.actions.records import cases
from hrddesk.actions.vault import history_head, vaults
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.records.model.kinds import Kind
from hrddesk.store.vault import session as sessions
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.conftest import PASSPHRASE

SECRET = PassphraseSecret(PASSPHRASE)
YEAR = 365 * 86400


def _at(monkeypatch: pytest.MonkeyPatch, shift: int) -> None:
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + shift)


def test_set_back_and_forward(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    case = cases.create(session, {"title": "today"}).result
    noted = history_head.show(session)
    session.close()
    for shift, title in ((-10 * YEAR, "ten years ago"), (10 * YEAR, "in ten years"), (-50 * YEAR, "1976")):
        with monkeypatch.context() as patched:
            _at(patched, shift)
            with Session.open(session.folder, SECRET) as opened:
                assert opened.alarms == []
                cases.edit(opened, case, {"title": title})
                new = cases.create(opened, {"title": title}).result
                assert history_head.compare(opened, noted.number, " ".join(noted.words)).number > noted.number
                assert vaults.check(opened, Job()).ok
            sessions.change_passphrase(session.folder, SECRET, PASSPHRASE, FLOOR)
    with Session.open(session.folder, SECRET) as opened:
        assert opened.alarms == []
        report = vaults.check(opened, Job())
        assert report.ok
        assert report.counts[Kind.CASE] == 4
        entries = opened.store.history.of_record(case)
        assert [entry.number for entry in entries] == sorted(entry.number for entry in entries)
        assert opened.store.get(case).text("title") == "1976"  # the latest by number, whatever the clock said
        assert opened.store.get(new).text("ref")


def test_files_from_the_future_are_swept_or_left_but_harm_nothing(session: Session) -> None:
    session.close()
    ahead = time.time() + 10 * YEAR
    for path in [session.folder, *session.folder.rglob("*")]:
        os.utime(path, (ahead, ahead))
    with Session.open(session.folder, SECRET) as opened:
        assert opened.alarms == []
        assert vaults.check(opened, Job()).ok
