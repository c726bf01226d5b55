"""A hand-off that is killed at any call, or meets a full disk: the cases are here, or nothing of them."""

import os
import shutil
from pathlib import Path

import pytest

from hrddesk.actions import cases, evidence, forgetting, parties
from hrddesk.bundle import desk
from hrddesk.crypto.age import AgeIdentity, Reader
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.jobs import Job, silent
from hrddesk.records.record import RecordId
from hrddesk.session import Session
from hrddesk.store import check
from hrddesk.store import forgetting as erasing
from tests.faults import kills, pages
from tests.unit.bundle.forge import PASSPHRASE, two_desks

SECRET = PassphraseSecret(PASSPHRASE)
WORDS = (b"Kingfisher", b"Wiedehopf", "缑岚汀".encode())


class _HandOff:
    """A vault with one case that goes and one that stays, and the coordinator's key."""

    def __init__(self, folder: Path) -> None:
        made = two_desks(folder)
        session = made.documenter
        owner = desk.own_identity(made.coordinator.store, desk.today())
        self.key: AgeIdentity = owner.current.key
        made.coordinator.close()
        self.case = self._case(session, folder, "Kingfisher", b"Wiedehopf" + os.urandom(70_000))
        self.other = self._case(session, folder, "Heron", b"stays" + os.urandom(70_000))
        session.drafts.save(
            [{"record": self.case, "note": "Kingfisher"}, {"record": self.other, "note": "stays"}]
        )
        session.close()
        self.copies = kills.Copies(session.folder, folder / "now.hrdv")
        self.stick = folder / "stick"
        self.finished = 0
        self.untouched = 0
        self.rotated = 0

    def _case(self, session: Session, folder: Path, title: str, content: bytes) -> RecordId:
        case, _ = cases.create(
            session, {"title": title, "narrative": f"{title} 缑岚汀" if title[0] == "K" else title}
        )
        parties.create(session, {"kind": "person"}, {"names": [{"name": f"{title} Person"}]}, case=case)
        (folder / "file").write_bytes(content)
        evidence.add(session, case, folder / "file", Job())
        return case

    def prepare(self) -> None:
        self.copies.put()
        shutil.rmtree(self.stick, ignore_errors=True)
        self.stick.mkdir()

    def work(self) -> None:
        with Session.open(self.copies.now, SECRET) as session:
            forgetting.hand_off(
                session, self.stick, "coordinator", [self.case], [SECRET], silent(), emergency=True
            )

    def check(self, outcome: kills.Outcome) -> None:
        with Session.open(self.copies.now, SECRET) as session:
            assert session.alarms == []
            assert check.check(session.reader, session.alarms, Job()).damage == []
            assert session.store.find(self.other) is not None
            here = session.store.find(self.case) is not None
            assert not erasing.is_unfinished(session.store)
            drafts = [draft["note"] for draft in session.drafts.load().drafts]
            key, folder = session._held.keys.database, session.folder
            due = erasing.is_rotation_due(session.store)
        files = [path for path in (folder / "att").rglob("*") if path.is_file()]
        names = {path.name for path in folder.iterdir()}
        assert names <= {"att", "db.sqlite", "head.bin", "keys.bin", "drafts.bin"}
        written = [path for path in self.stick.iterdir() if path.suffix == ".hrdb"]
        data = pages.raw(folder, key)
        if here:
            self.untouched += 1
            assert outcome.killed or outcome.code != 0
            assert (len(files), drafts) == (2, ["Kingfisher", "stays"])
            assert all(word in data for word in WORDS[::2])
            return
        self.finished += 1
        assert [word for word in WORDS if word in data] == []
        assert len(files) == 1
        assert drafts in (["stays"], [])  # after a kill nobody knows which draft was of what
        (bundle,) = written
        with bundle.open("rb") as file:
            text = b"".join(Reader(file, [self.key]).chunks())
        assert all(word in text for word in WORDS)
        if outcome.code == 0 and not outcome.killed:
            assert drafts == ["stays"]
        self.rotated += not due


@pytest.fixture
def handing_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> _HandOff:
    kills.remember_keys(monkeypatch)
    return _HandOff(tmp_path)


@pytest.mark.timeout(7200 if kills.FULL else 240)
def test_a_kill_at_any_call(handing_off: _HandOff) -> None:
    made = handing_off
    assert kills.each(made.prepare, made.work, made.check, sample=7, seed="handoff")
    assert made.finished
    assert made.untouched
    assert made.rotated


@pytest.mark.timeout(7200 if kills.FULL else 240)
def test_a_disk_that_is_full_at_any_call(handing_off: _HandOff) -> None:
    made = handing_off
    assert kills.each_full_disk(made.prepare, made.work, made.check, sample=5, seed="handoff")
    assert made.finished
    assert made.untouched
    assert made.rotated
