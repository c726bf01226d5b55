"""A vault with one case that is handed off and one that stays, and what may be there after a fault."""

import os
import shutil
from pathlib import Path

from hrddesk.actions.records import cases, evidence, parties
from hrddesk.actions.vault import forgetting, keys
from hrddesk.bundle.trust import own_identity
from hrddesk.crypto.age import AgeIdentity, AgeReader
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.records.model.record import RecordId
from hrddesk.store.exchange import contacts
from hrddesk.store.vault import check
from hrddesk.store.vault import forgetting as erasing
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job, silent
from tests.faults import pages
from tests.made import PASSPHRASE
from tests.unit.bundle.forge import two_desks

SECRET = PassphraseSecret(PASSPHRASE)
WORDS = (b"Kingfisher", b"Wiedehopf", "缑岚汀".encode())


class HandOff:
    """A desk, as it is before and as it is at work, with a stick, and the coordinator's key."""

    def __init__(self, folder: Path) -> None:
        made = two_desks(folder)
        session = made.documenter
        owner = own_identity.own_identity(made.coordinator.store, own_identity.today())
        self.key: AgeIdentity = owner.current.key
        made.coordinator.close()
        self.case = self._case(session, folder, "Kingfisher", b"Wiedehopf" + os.urandom(70_000))
        self.other = self._case(session, folder, "Heron", b"stays" + os.urandom(70_000))
        session.drafts.save(
            [{"record": self.case, "note": "Kingfisher"}, {"record": self.other, "note": "stays"}]
        )
        session.close()
        self._whole = session.folder
        self.root = folder / "now"
        """Where the work is done: the vault and the stick, nothing else."""
        self.finished = 0
        self.untouched = 0
        self.rotated = 0

    def _case(self, session: Session, folder: Path, title: str, content: bytes) -> RecordId:
        case = cases.create(
            session, {"title": title, "narrative": f"{title} 缑岚汀" if title[0] == "K" else title}
        ).result
        parties.create(
            session, {"kind": "person"}, {"names": [{"name": f"{title} Person"}]}, case=case, role="subject"
        )
        (folder / "file").write_bytes(content)
        evidence.add(session, case, folder / "file", Job())
        return case

    def prepare(self) -> None:
        """Put the vault back as it was before, and an empty stick."""
        shutil.rmtree(self.root, ignore_errors=True)
        (self.root / "stick").mkdir(parents=True)
        shutil.copytree(self._whole, self.root / "desk.hrdv")

    def work(self) -> None:
        """Hand the one case off, and print when that is done."""
        with Session.open(self.root / "desk.hrdv", SECRET) as session:
            forgetting.hand_off(
                session, self.root / "stick", "coordinator", [self.case], [SECRET], silent(), emergency=True
            )
        print("HANDED OFF", flush=True)

    def look(self, root: Path, *, done: bool) -> None:
        """Open what a fault left: the case is here, or nothing of it and the bundle is whole.

        `done` says that the work ended well.
        """
        with Session.open(root / "desk.hrdv", SECRET) as session:
            assert session.alarms == []
            assert check.check(session.reader, session.alarms, Job()).damage == []
            assert session.store.find(self.other) is not None
            here = session.store.find(self.case) is not None
            assert not erasing.is_unfinished(session.store)
            drafts = [draft["note"] for draft in session.drafts.load().drafts]
            key, folder = session.held.keys.database, session.folder
            due = erasing.is_rotation_due(session.store)
            proven = keys.words_proven(session.store)
            told = _says_that_it_went_out(session)
        files = [path for path in (folder / "att").rglob("*") if path.is_file()]
        names = {path.name for path in folder.iterdir()}
        assert names <= {"att", "db.sqlite", "head.bin", "keys.bin", "drafts.bin"}
        written = [path for path in (root / "stick").iterdir() if path.suffix == ".hrdb"]
        if told or not here:
            (bundle,) = written
            with bundle.open("rb") as file:
                text = b"".join(AgeReader(file, [self.key]).chunks())
            assert all(word in text for word in WORDS)
        data = pages.raw(folder, key)
        if here:
            self.untouched += 1
            assert not done
            assert (len(files), drafts) == (2, ["Kingfisher", "stays"])
            assert all(word in data for word in WORDS[::2])
            return
        self.finished += 1
        assert [word for word in WORDS if word in data] == []
        assert len(files) == 1
        assert drafts in (["stays"], [])  # after a kill nobody knows which draft was of what
        if done:
            assert drafts == ["stays"]
        assert due or not proven  # the new words may never have been shown: that is said at the next opening
        self.rotated += not due


def _says_that_it_went_out(session: Session) -> bool:
    """Tell whether the vault says that its bundle is in its place."""
    return contacts.last_bundle(session.store.db, 1, outgoing=True) is not None and not (
        contacts.unplaced_bundles(session.store.db)
    )
