"""What else is remembered of a contact, beside its row: as a setting."""

import base64
import json
from dataclasses import asdict, dataclass
from typing import Final

from hrddesk.store import settings
from hrddesk.store.database import Connection

_NAME: Final = "contact."


@dataclass(frozen=True, slots=True)
class ContactNote:
    """`introducer` is the number of the contact on whose word this one was taken, 0 for nobody's."""

    claim: bytes = b""
    """A card that was given under this contact's name, or with one of its keys, without proof."""
    before: str = ""
    """The state that the contact goes back to when the claim is dismissed, and since when it was in it."""
    before_since: str = ""
    introducer: int = 0
    is_coordinator: bool = False
    """Whether lists of contacts are taken from it."""
    sources: str = ""
    """What went along of sources in the last bundle for it; empty before the first one."""


def load(db: Connection, contact: int) -> ContactNote:
    """Return what is remembered of a contact."""
    kept = settings.load(db, f"{_NAME}{contact}")
    return ContactNote() if kept is None else _note(kept)


def save(db: Connection, contact: int, note: ContactNote) -> None:
    """Remember it in place of what was remembered, inside the caller's transaction."""
    body = asdict(note) | {"claim": base64.b64encode(note.claim).decode("ascii")}
    settings.save(db, f"{_NAME}{contact}", json.dumps(body, sort_keys=True))


def _note(value: str) -> ContactNote:
    body = json.loads(value)
    return ContactNote(**(body | {"claim": base64.b64decode(body["claim"])}))
