"""Two desks that hand bundles to each other on a stick."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hrddesk.actions.exchange import bundles, contacts, identity
from hrddesk.actions.records import cases, events, parties
from hrddesk.actions.vault import vaults
from hrddesk.crypto.kdf import FLOOR
from hrddesk.records.model.record import RecordId
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import silent
from tests.made import argon2id_once, deriving_by
from tests.ui.driver import PASSPHRASE

NAMES = [
    {"name": "Rinchen Invented", "script": "Latn", "kind": "main"},
    {"name": "རིན་ཆེན་བཟོས", "script": "Tibt"},
]


@cache
def _made(name: str) -> tuple[TemporaryDirectory[str], Path]:
    """Make the desk of a name once: each has an identity of its own, and tests work on copies."""
    folder = TemporaryDirectory()
    with deriving_by(argon2id_once):
        vaults.create(Path(folder.name) / name, PASSPHRASE, FLOOR).session.close()
    return folder, Path(folder.name) / name


def _lay(path: Path) -> Path:
    return Path(shutil.copytree(_made(path.name)[1], path))


class Desks:
    """A documenter and a coordinator who have exchanged cards."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.documenter = folder / "documenter.hrdv"
        self.coordinator = folder / "coordinator.hrdv"
        for path in (self.documenter, self.coordinator):
            _lay(path)

    def open(self, path: Path) -> Session:
        with deriving_by(argon2id_once):
            return vaults.unlock(path, vaults.passphrase_secret(PASSPHRASE))

    def card_of(self, path: Path) -> tuple[Path, str]:
        """Return the card of a desk and its twelve words."""
        with self.open(path) as session:
            target = self.folder / f"{path.stem}.card"
            identity.write_card(session, target)
            return target, " ".join(identity.show(session).words)

    def know(self, knower: Path, known: Path, name: str) -> None:
        card, words = self.card_of(known)
        with self.open(knower) as session:
            contacts.add(session, card, name)
            contacts.verify(session, name, words)
        card.unlink()

    def fill(self, path: Path) -> RecordId:
        with self.open(path) as session:
            case = cases.create(session, {"title": "The printers of Willow Lane"}).result
            party = parties.create(
                session, {"kind": "person"}, {"names": NAMES}, case=case, role="subject"
            ).result
            events.add(
                session,
                case,
                {"type": "detained", "date": "2021-03?", "place_text": "Willow Lane"},
                {"parties": [{"party": party, "role": "victim"}]},
            )
            return case

    def third(self) -> Path:
        """Make a third desk."""
        return _lay(self.folder / "third.hrdv")

    def bundle(self, writer: Path, to: str) -> Path:
        with self.open(writer) as session:
            return bundles.write_bundle(session, self.folder, [to], None, silent()).path
