"""A contact: a name that this desk gave, keys, and a state of trust."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from hrddesk.bundle.trust.card import Card
from hrddesk.records.language.lookalikes import skeleton


class ContactState(StrEnum):
    """The state of trust of a contact. Bundles are written only for verified contacts."""

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
    """Another card that was received for this contact without proof; a comparison of words decides about
    it.
    """
    introducer: str = ""
    """The present name, on this desk, of the contact who introduced this one."""
    is_coordinator: bool = False
    """Whether this desk accepts lists of contacts from the contact while it is verified."""
    sources: str = ""
    """The choice about sources (in full or by code name) in the last bundle for the contact; empty before the
    first.
    """

    @property
    def fingerprint(self) -> bytes:
        """The 32 bytes that identify the contact."""
        return self.card.fingerprint


def alike(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """Return the names that readers may confuse with `name`.

    They have the same letters in another case, or look-alike letters.
    """
    seen = skeleton(name)
    return tuple(
        sorted(other_name for other_name in others if other_name != name and skeleton(other_name) == seen)
    )
