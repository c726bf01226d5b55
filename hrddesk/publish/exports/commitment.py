"""A count that binds whoever published it, and tells nobody what was counted.

The commitment is SHA-256 over a random salt and the list of what was counted; each entry of that list is a
hash of a record's id under a key of its own, with the number that the record stands for. Without the salt
nobody can test a guess. With the *opening* (salt and list) a reviewer sees that the numbers add up to the
count and that no entry stands in it twice, and still learns of no record. The *proof* of one entry (key and
id) shows which record that is, so that the reviewer may ask for any of them.
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
    """What a reviewer is given beside the card: of each entry its hash, and how many it stands for."""

    CONSTANTS: ClassVar = {"type": "hrddesk-count-opening", "v": 1}

    salt: Hex32
    entries: Mapping[
        Hex32, Annotated[int, Requirement(Translatable("stands for nothing"), lambda count: count > 0)]
    ]

    @property
    def count(self) -> int:
        """How many were counted."""
        return sum(self.entries.values())

    @property
    def hashes(self) -> list[str]:
        """The hashes of the entries in the order in which entries are numbered."""
        return sorted(self.entries)

    @property
    def commitment(self) -> str:
        """What the card says of it."""
        listed = canonical_json([[entry, self.entries[entry]] for entry in self.hashes])
        return hashlib.sha256(_LIST + bytes.fromhex(self.salt) + listed).hexdigest()


@dataclass(frozen=True, slots=True)
class CommitmentSecrets:
    """What the vault keeps: the secrets, and the records with how many each stands for."""

    salt: Hex32 = field(repr=False)
    secret: Hex32 = field(repr=False)
    counted: Mapping[RecordId, Count]

    @classmethod
    def draw(cls, counted: Mapping[RecordId, int]) -> Self:
        """Draw fresh secrets for what was counted."""
        return cls(secrets.token_hex(_BYTES), secrets.token_hex(_BYTES), dict(counted))

    def opening(self) -> CommitmentOpening:
        """Return what a reviewer may be given."""
        return CommitmentOpening(
            self.salt, {self._hash_of(record): count for record, count in self.counted.items()}
        )

    def record_at(self, number: int) -> RecordId | None:
        """Return the record of an entry of the opening, counted from 1; None where there is none."""
        ordered = sorted(self.counted, key=self._hash_of)
        return ordered[number - 1] if 1 <= number <= len(ordered) else None

    def proof(self, record: RecordId) -> str:
        """Return what shows which entry a record is."""
        return f"{self._key_of(record)}:{record}"

    def _key_of(self, record: RecordId) -> str:
        return hmac.digest(bytes.fromhex(self.secret), record.encode("ascii"), "sha256").hex()

    def _hash_of(self, record: RecordId) -> str:
        return _hash_of(self._key_of(record), record)


def entry_of(proof: str) -> str:
    """Return the hash of the entry that a proof is for; raise ValueError where it cannot be one."""
    match = _PROOF.fullmatch(proof.strip())
    if match is None:
        raise ValueError("proof: not KEY:ID")
    return _hash_of(match[1], match[2])


def _hash_of(key: str, record: str) -> str:
    return hashlib.sha256(_ENTRY + bytes.fromhex(key) + record.encode("ascii")).hexdigest()
