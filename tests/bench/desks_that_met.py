"""Two desks of a bench that know and verified each other."""

from pathlib import Path

import library

from hrddesk.bundle.trust import contacts, identity, own_identity
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.store.vault.session import Session

DOCUMENTER, COORDINATOR = "documenter", "coordinator"


def new(path: Path) -> Session:
    """Make a vault of no records and open it."""
    return Session.create(path, library.PASSPHRASE, FLOOR)[0]


def opened(path: Path) -> Session:
    """Open a vault of a bench."""
    return Session.open(path, PassphraseSecret(library.PASSPHRASE))


def introduce(documenter: Session, coordinator: Session) -> None:
    """Let two desks know and verify each other."""
    _introduce(documenter, coordinator, COORDINATOR)
    _introduce(coordinator, documenter, DOCUMENTER)


def _introduce(left: Session, right: Session, name: str) -> None:
    day = own_identity.today()
    card = own_identity.own_card(right.store, day)
    contacts.add(left.store, card, name, day)
    contacts.verify(left.store, name, " ".join(identity.words12(card.fingerprint)), day)
