"""What a contact is: a name of this desk's own, keys, and how far they are trusted."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from hrddesk.bundle.trust.card import Card
from hrddesk.records.language.lookalikes import skeleton


class ContactState(StrEnum):
    """How far a contact is trusted. Nobody writes to one that is not verified."""

    UNKNOWN = "unknown"  # nobody of this desk's; never stored
    FIRST_USE = "first-use"
    INTRODUCED = "introduced"  # taken on a coordinator's word: no more than first use before it is verified
    VERIFIED = "verified"
    ROTATED = "rotated"  # a new identity, signed by the old: read from, verify again before writing
    CHANGED = "changed"  # a new key without proof: blocked
    REVOKED = "revoked"  # for ever: whoever has the key can say its words, too


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A contact with its newest card; `since` is the first day of the state."""

    num: int
    name: str
    state: ContactState
    since: datetime.date
    card: Card
    claim: Card | None = None
    """Another card that was given for this contact, without proof; its words decide."""
    introducer: str = ""
    """Who introduced the contact, as this desk calls them now."""
    is_coordinator: bool = False
    """Whether this desk takes lists of contacts from it, while it is verified."""
    sources: str = ""
    """What went along of sources in the last bundle for it; empty before the first one."""

    @property
    def fingerprint(self) -> bytes:
        """The 32 bytes that stand for the contact."""
        return self.card.fingerprint


def alike(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """Return which other names readers may take for this one: in another case, or with look-alike letters."""
    seen = skeleton(name)
    return tuple(
        sorted(other_name for other_name in others if other_name != name and skeleton(other_name) == seen)
    )
