"""A sender and a reader whose keys never change: bundles that are kept as files are between these two.

The keys are here for everybody to see. Nobody may use them for anything else.
"""

import datetime
import hashlib
from pathlib import Path
from typing import Any, Final

from hrddesk.bundle.receiving import read
from hrddesk.bundle.trust import contacts, identity
from hrddesk.bundle.trust.card import Card
from hrddesk.bundle.trust.identity import Epoch, Identity
from hrddesk.bundle.trust.own_identity import _to_row
from hrddesk.crypto.age import AgeIdentity
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.crypto.signatures import SigningKeys
from hrddesk.store.exchange import identities
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.made import PASSPHRASE, empty_vault
from tests.unit.bundle.forge import Forge, a_case, evidence_lines, record_line

DAY: Final = datetime.date(2026, 11, 26)
"""The day on which everything is made and read: cards expire."""


def identity_of(name: str, since: int = DAY.toordinal()) -> Identity:
    """Return somebody's identity, the same each time; `since` is the day of its encryption key."""

    def seed(use: str) -> bytes:
        return hashlib.sha256(f"a test of HRDDesk: {use} of the {name}".encode()).digest()

    signing = SigningKeys.from_seeds(seed("ed25519"), seed("mldsa65"))
    return Identity(signing, (Epoch(AgeIdentity.from_seed(seed("age")), since),), 1)


SENDER: Final = identity_of("sender")
READER: Final = identity_of("reader")


def reading_desk(path: Path) -> Session:
    """Open a new vault of the reader, who has verified the sender."""
    session = Session.open(empty_vault(path), PassphraseSecret(PASSPHRASE))
    with session.store.change("test"):
        identities.save(session.store.db, _to_row(READER))
    contacts.add(session.store, Card.make(SENDER), "sender", DAY)
    contacts.verify(session.store, "sender", " ".join(identity.words12(SENDER.fingerprint)), DAY)
    return session


def forge(**changes: Any) -> Forge:
    """Return a forge for bundles from the sender to the reader; by itself it makes a right one."""
    made: dict[str, Any] = {
        "sender": SENDER,
        "recipients": [(READER.fingerprint, READER.current.key.recipient)],
        "records": record_line(a_case()),
        "head": {},
    }
    made |= changes
    made["head"] = {"created": DAY.isoformat(), **made["head"]}
    return Forge(**made)


def right(**changes: Any) -> Forge:
    """Return the same forge with an id that stays: of one small file of evidence and its record."""
    content = b"x" * 300
    made: dict[str, Any] = {"id": bytes(16), "records": evidence_lines(content), "files": [content]}
    return forge(**(made | changes))


def take(session: Session, raw: bytes, path: Path) -> read.ReviewSummary:
    """Read a bundle on its day."""
    path.write_bytes(raw)
    return read.read(session, path, Job(), day=DAY)
