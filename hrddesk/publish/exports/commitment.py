"""A commitment to a count: it binds the publisher and reveals nothing about the counted records.

The commitment is SHA-256 over a random salt and a list with one entry for each counted record. An entry
contains a hash of the id of the record, under a key made for this record alone. It also contains the number
of units (such as people) that the record counts for. Without the salt nobody can test a guess.

The *opening* (salt and list) shows a reviewer that the numbers add up to the count and that no entry is in
the list twice, but reveals no record. The *proof* of one entry (key and id) shows which record that entry is,
so a reviewer may ask for the proof of any entry.
"""

import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Final, Self

from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.record import RecordId, canonical_json
from hrddesk.records.model.requirements import Count, Hex32, Requirement

_BYTES: Final = 32
_LIST: Final = b"hrddesk/count/v1\0"
_ENTRY: Final = b"hrddesk/counted/v1\0"
_PROOF: Final = re.compile("([0-9a-f]{64}):([0-9a-f]{32})")


@dataclass(frozen=True, slots=True)
class CommitmentOpening:
    """The data that a reviewer receives with the card: the salt, and the hash and units of each entry."""

    CONSTANTS: ClassVar = {"type": "hrddesk-count-opening", "v": 1}

    salt: Hex32
    entries: Mapping[
        Hex32, Annotated[int, Requirement(Translatable("stands for nothing"), lambda count: count > 0)]
    ]

    @property
    def count(self) -> int:
        """The number of counted units."""
        return sum(self.entries.values())

    @property
    def hashes(self) -> list[str]:
        """The hashes of the entries, in the order in which entries are numbered."""
        return sorted(self.entries)

    @property
    def commitment(self) -> str:
        """The commitment as it is printed on the card, in hexadecimal digits."""
        listed = canonical_json([[entry, self.entries[entry]] for entry in self.hashes])
        return hashlib.sha256(_LIST + bytes.fromhex(self.salt) + listed).hexdigest()


@dataclass(frozen=True, slots=True)
class CommitmentSecrets:
    """The data that only the vault keeps: the salt, the units of each counted record, and a secret.

    The key of each record is derived from the secret.
    """

    salt: Hex32 = field(repr=False)
    secret: Hex32 = field(repr=False)
    counted: Mapping[RecordId, Count]

    @classmethod
    def draw(cls, counted: Mapping[RecordId, int]) -> Self:
        """Draw a new random salt and secret for the counted records."""
        return cls(secrets.token_hex(_BYTES), secrets.token_hex(_BYTES), dict(counted))

    def opening(self) -> CommitmentOpening:
        """Return the opening for a reviewer."""
        return CommitmentOpening(
            self.salt, {self._hash_of(record): count for record, count in self.counted.items()}
        )

    def record_at(self, number: int) -> RecordId | None:
        """Return the record behind an entry of the opening, or None if there is no such entry.

        Entries are numbered from 1.
        """
        ordered = sorted(self.counted, key=self._hash_of)
        return ordered[number - 1] if 1 <= number <= len(ordered) else None

    def proof(self, record: RecordId) -> str:
        """Return the proof that shows which entry of the opening a record is."""
        return f"{self._key_of(record)}:{record}"

    def _key_of(self, record: RecordId) -> str:
        return hmac.digest(bytes.fromhex(self.secret), record.encode("ascii"), "sha256").hex()

    def _hash_of(self, record: RecordId) -> str:
        return _hash_of(self._key_of(record), record)


def entry_of(proof: str) -> str:
    """Return the hash of the entry to which a proof belongs; raise ValueError if the text is no proof."""
    match = _PROOF.fullmatch(proof.strip())
    if match is None:
        raise ValueError("proof: not KEY:ID")
    return _hash_of(match[1], match[2])


def _hash_of(key: str, record: str) -> str:
    return hashlib.sha256(_ENTRY + bytes.fromhex(key) + record.encode("ascii")).hexdigest()
