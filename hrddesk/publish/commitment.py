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
from typing import Any, Final, Self

from hrddesk.records.record import RecordId
from hrddesk.redact import shapes
from hrddesk.redact.model import canonical_json

_TYPE: Final = "hrddesk-count-opening"
_BYTES: Final = 32
_LIST: Final = b"hrddesk/count/v1\0"
_ENTRY: Final = b"hrddesk/counted/v1\0"
_PROOF: Final = re.compile("([0-9a-f]{64}):([0-9a-f]{32})")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that was counted, and how many it stands for."""

    hash: str
    count: int


@dataclass(frozen=True, slots=True)
class Opening:
    """What a reviewer is given beside the card."""

    salt: str
    entries: tuple[Entry, ...]

    @property
    def count(self) -> int:
        """How many were counted."""
        return sum(entry.count for entry in self.entries)

    @property
    def commitment(self) -> str:
        """What the card says of it."""
        listed = canonical_json([[entry.hash, entry.count] for entry in self.entries])
        return hashlib.sha256(_LIST + bytes.fromhex(self.salt) + listed).hexdigest()

    def to_json(self) -> dict[str, Any]:
        """Return the JSON object of the file."""
        return {
            "type": _TYPE,
            "v": 1,
            "salt": self.salt,
            "entries": [[entry.hash, entry.count] for entry in self.entries],
        }

    @classmethod
    def from_json(cls, value: object) -> Self:
        """Read the JSON object; raise ValueError on any other shape, order, or entry that stands twice."""
        found = shapes.fields(value, "opening", "type", "v", "salt", "entries")
        if (found["type"], found["v"]) != (_TYPE, 1):
            raise ValueError("opening: not one that is known")
        entries = [_entry(item) for item in shapes.items(found["entries"], "opening.entries")]
        hashes = [entry.hash for entry in entries]
        if hashes != sorted(set(hashes)):
            raise ValueError("opening.entries: not in order, each once")
        return cls(shapes.hexadecimal(found["salt"], "opening.salt"), tuple(entries))


@dataclass(frozen=True, slots=True)
class Kept:
    """What the vault keeps: the secrets, and the records with how many each stands for."""

    salt: str = field(repr=False)
    secret: str = field(repr=False)
    counted: Mapping[RecordId, int]

    @classmethod
    def draw(cls, counted: Mapping[RecordId, int]) -> Self:
        """Draw fresh secrets for what was counted."""
        return cls(secrets.token_hex(_BYTES), secrets.token_hex(_BYTES), dict(counted))

    def opening(self) -> Opening:
        """Return what a reviewer may be given."""
        entries = (Entry(self._hash_of(record), count) for record, count in self.counted.items())
        return Opening(self.salt, tuple(sorted(entries, key=lambda entry: entry.hash)))

    def record_at(self, number: int) -> RecordId | None:
        """Return the record of an entry of the opening, counted from 1; None where there is none."""
        ordered = sorted(self.counted, key=self._hash_of)
        return ordered[number - 1] if 1 <= number <= len(ordered) else None

    def proof(self, record: RecordId) -> str:
        """Return what shows which entry a record is."""
        return f"{self._key_of(record)}:{record}"

    def to_json(self) -> dict[str, Any]:
        """Return the JSON object that the vault keeps."""
        return {"salt": self.salt, "secret": self.secret, "counted": dict(self.counted)}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Self:
        """Read what the vault keeps."""
        return cls(value["salt"], value["secret"], {RecordId(key): n for key, n in value["counted"].items()})

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


def _entry(value: object) -> Entry:
    found = shapes.items(value, "opening.entries")
    if len(found) != 2:
        raise ValueError("opening.entries: not a pair")
    count = shapes.count(found[1], "opening.entries")
    if not count:
        raise ValueError("opening.entries: stands for nothing")
    return Entry(shapes.hexadecimal(found[0], "opening.entries"), count)
