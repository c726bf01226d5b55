"""Two desks in the midst of a hand-over, and each act of it: what it may leave when it is broken off."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hrddesk.actions.exchange import bundles, contact_lists, contacts, receipts
from hrddesk.actions.records import cases, evidence
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.trust import own_identity
from hrddesk.bundle.trust.contacts import everybody
from hrddesk.crypto.age import AgeIdentity, AgeReader
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.store.vault import check
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.made import PASSPHRASE
from tests.unit.bundle.forge import introduce, new_session, two_desks
from tests.unit.bundle.hands import content

SECRET: Final = PassphraseSecret(PASSPHRASE)
DONE: Final = "DONE"
_ITS_FILES: Final = {"att", "db.sqlite", "head.bin", "keys.bin"}
_TABLES: Final = ("bundle", "review", "review_item", "staged_blob", "blob", "contact_key", "sent", "history")


@dataclass(frozen=True)
class Act:
    """One thing that is done in the vault `desk.hrdv`, beside which lies a stick."""

    name: str
    work: Callable[[Session, Path], object]
    out: str = ""
    """The file that it leaves on the stick; it changes no record then."""


ACTS: Final = (
    Act(
        "write",
        lambda at, stick: bundles.write_bundle(at, stick / "out", ["coordinator"], None, Job()),
        "out",
    ),
    Act("read", lambda at, stick: bundles.read_bundle(at, stick / "in.hrdb", Job())),
    Act("accept", lambda at, _: bundles.accept(at, 1, None, Job())),
    Act("reject", lambda at, _: bundles.reject(at, 1)),
    Act("undo", lambda at, _: bundles.undo(at, 1)),
    Act("receipt", lambda at, stick: receipts.write_receipt(at, stick / "out", "documenter", Job()), "out"),
    Act("apply", lambda at, stick: bundles.read_bundle(at, stick / "receipt", Job())),
    Act(
        "share", lambda at, stick: contact_lists.share(at, stick / "out", ["documenter"], None, Job()), "out"
    ),
    Act("take", lambda at, _: contact_lists.take(at, 1, None)),
)
BY_NAME: Final = {act.name: act for act in ACTS}


class Exchange:
    """Each act's vault and stick as they are before it, and the place where it is done."""

    def __init__(self, folder: Path) -> None:
        self._kept = folder / "kept"
        self.root = folder / "now"
        """The vault and the stick, nothing else."""
        self.keys: dict[str, AgeIdentity] = {}
        """Who can open what an act writes."""
        two = two_desks(folder)
        documenter, coordinator = two.documenter, two.coordinator
        for name, session in (("coordinator", coordinator), ("documenter", documenter)):
            self.keys[name] = own_identity.own_identity(session.store, own_identity.today()).current.key
        # Writing gives a country to cases without one: that is a change of its own.
        case = cases.create(
            documenter, {"title": "a case", "country": "CN", "narrative": "words " * 900}
        ).result
        cases.create(documenter, {"title": "another", "country": "CN"})
        for size in (70_000, 100):
            (folder / "file").write_bytes(os.urandom(size))
            evidence.add(documenter, case, folder / "file", Job())
        stick = folder / "stick"
        stick.mkdir()
        documenter = self._keep("write", documenter, stick)
        bundles.write_bundle(documenter, stick / "in.hrdb", ["coordinator"], None, Job())
        coordinator = self._keep("read", coordinator, stick)
        bundles.read_bundle(coordinator, stick / "in.hrdb", Job())
        for name in ("accept", "reject"):
            coordinator = self._keep(name, coordinator, stick)
        bundles.accept(coordinator, 1, None, Job())
        for name in ("undo", "receipt"):
            coordinator = self._keep(name, coordinator, stick)
        receipts.write_receipt(coordinator, stick / "receipt", "documenter", Job())
        documenter = self._keep("apply", documenter, stick)
        third = new_session(folder / "third.hrdv")
        introduce(coordinator, third, "third")
        third.close()
        coordinator = self._keep("share", coordinator, stick)
        contacts.set_coordinator(documenter, "coordinator", is_one=True)
        contact_lists.share(coordinator, stick / "list", ["documenter"], None, Job())
        bundles.read_bundle(documenter, stick / "list", Job())
        documenter = self._keep("take", documenter, stick)
        documenter.close()
        coordinator.close()

    def _keep(self, name: str, session: Session, stick: Path) -> Session:
        folder = session.folder
        session.close()
        shutil.copytree(folder, self._kept / name / "desk.hrdv")
        shutil.copytree(stick, self._kept / name / "stick")
        return Session.open(folder, SECRET)

    def prepare(self, act: Act) -> None:
        """Put vault and stick back as they were before the act."""
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(self._kept / act.name, self.root)

    def do(self, act: Act) -> None:
        """Open the vault, do it, and print when that is done."""
        with Session.open(self.root / "desk.hrdv", SECRET) as session:
            act.work(session, self.root / "stick")
            print(DONE, flush=True)

    def before_and_after(self, act: Act) -> tuple[object, object]:
        """Return what the vault says before and after the act."""
        self.prepare(act)
        before = self.state(self.root, act)
        self.do(act)
        return before, self.state(self.root, act)

    def state(self, root: Path, act: Act) -> object:
        """Open what is there, require that it is whole and no leftovers, and return what it says."""
        with Session.open(root / "desk.hrdv", SECRET) as session:
            assert session.alarms == []
            assert check.check(session.reader, session.alarms, Job()).damage == []
            db = session.store.db
            known = {row[0] for row in db.execute("SELECT file_id FROM blob WHERE file_id IS NOT NULL")}
            known |= {
                row[0] for row in db.execute("SELECT file_id FROM staged_blob WHERE file_id IS NOT NULL")
            }
            files = [path for path in (session.folder / "att").rglob("*") if path.is_file()]
            assert len(files) == len(known)
            found = {
                "content": content(session),
                "reviews": acceptance.all_heads(session.store),
                "contacts": [(one.name, one.state, one.card.raw) for one in everybody(session.store)],
            }
            counts = {t: db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in _TABLES}
        assert {path.name for path in (root / "desk.hrdv").iterdir()} <= _ITS_FILES
        self._whole_or_absent(root, act, numbered=bool(counts["bundle"]))
        # A number that was reserved is used up, whether its bundle went out or not: never two of one number.
        return found if act.out else found | counts

    def _whole_or_absent(self, root: Path, act: Act, *, numbered: bool) -> None:
        stick, before = root / "stick", self._kept / act.name / "stick"
        for path in stick.iterdir():
            if (before / path.name).exists():
                assert path.read_bytes() == (before / path.name).read_bytes()
            elif path.name == act.out:
                assert numbered
                key = self.keys["coordinator" if act.name == "write" else "documenter"]
                with path.open("rb") as file:
                    assert sum(len(chunk) for chunk in AgeReader(file, [key]).chunks()) >= 65536
            else:
                assert path.name.startswith(".")  # what a killed writer left has no name that anybody opens
