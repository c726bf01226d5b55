"""`hrddesk.json`: the kind, sender and recipients of a bundle, without any name."""

import datetime
import itertools
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Self

from hrddesk.bundle.format import canonical
from hrddesk.crypto.age import STANZA_COUNTS
from hrddesk.crypto.kdf import hmac_sha256
from hrddesk.errors import BundleMalformed, BundleTooNew
from hrddesk.records.model.record import canonical_json

TYPE: Final = "hrddesk-bundle"
VERSION: Final = 1
TAG_BYTES: Final = 16

_NAMES: Final = {"type", "v", "id", "sender", "line", "to", "created", "kind", "history", "app"}
_APP: Final = re.compile(r"[A-Za-z0-9 .+-]{1,40}")


class BundleKind(StrEnum):
    """The content of a bundle: all chosen records, the changed ones, or only receipts."""

    WHOLE = "whole"
    DELTA = "delta"
    RECEIPT = "receipt"


@dataclass(frozen=True, slots=True)
class Address:
    """One recipient of a bundle, or a dummy; only those who know the recipient's fingerprint can tell which.

    `seq` counts the bundles from this sender to this recipient, `prev` identifies the previous one.
    """

    tag: bytes
    seq: int
    prev: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """The signed content of `hrddesk.json`: what a bundle is, from whom, and for whom."""

    id: bytes
    sender: bytes
    line: str
    to: tuple[Address, ...]
    created: datetime.date
    kind: BundleKind
    history_number: int
    history_head: bytes
    app: str

    def to_bytes(self) -> bytes:
        """Return the envelope as canonical JSON."""
        return canonical_json(
            {
                "type": TYPE,
                "v": VERSION,
                "id": self.id.hex(),
                "sender": self.sender.hex(),
                "line": self.line,
                "to": [{"tag": item.tag.hex(), "seq": item.seq, "prev": item.prev.hex()} for item in self.to],
                "created": self.created.isoformat(),
                "kind": self.kind.value,
                "history": {"number": self.history_number, "head": self.history_head.hex()},
                "app": self.app,
            }
        )

    @classmethod
    def parse(cls, raw: bytes) -> Self:
        """Read the envelope; raise BundleTooNew, BundleMalformed."""
        body = canonical.decode(raw, "hrddesk.json")
        if isinstance(body, dict) and body.get("type") == TYPE:
            version = body.get("v")
            if type(version) is int and version > VERSION:
                raise BundleTooNew(version=version)
        try:
            return cls._from_body(body)
        except ValueError:
            raise BundleMalformed(why="hrddesk.json") from None

    @classmethod
    def _from_body(cls, body: Any) -> Self:
        body = canonical.exactly(body, _NAMES)
        history = canonical.exactly(body["history"], {"number", "head"})
        canonical.integer(body["v"], VERSION, VERSION)
        if body["type"] != TYPE or not isinstance(body["to"], list) or len(body["to"]) not in STANZA_COUNTS:
            raise ValueError("type or recipients")
        to = tuple(_address(item) for item in body["to"])
        if any(left.tag >= right.tag for left, right in itertools.pairwise(to)):
            raise ValueError("the recipients are not sorted")
        if not _APP.fullmatch(canonical.text(body["app"])):
            raise ValueError("app")
        return cls(
            id=canonical.hexadecimal(body["id"], 16),
            sender=canonical.hexadecimal(body["sender"], 32),
            line=canonical.hexadecimal(body["line"], 16).hex(),
            to=to,
            created=canonical.day(body["created"]),
            kind=BundleKind(canonical.text(body["kind"])),
            history_number=canonical.integer(history["number"], 0),
            history_head=canonical.hexadecimal(history["head"], 32),
            app=body["app"],
        )

    def address_of(self, fingerprint: bytes) -> Address | None:
        """Return the address of the recipient with this fingerprint, if there is one."""
        tag = tag_of(self.id, fingerprint)
        return next((item for item in self.to if item.tag == tag), None)


def tag_of(bundle_id: bytes, fingerprint: bytes) -> bytes:
    """Return the tag by which a bundle identifies a recipient."""
    return hmac_sha256(bundle_id, fingerprint)[:TAG_BYTES]


def prev_of(bundle_id: bytes, fingerprint: bytes, before: bytes | None) -> bytes:
    """Return the tag that identifies the previous bundle to the same recipient.

    `before` is the id of that bundle, or None if there is none: the tag then looks just as random. If the id
    itself were sent, other recipients of both bundles could tell which addresses are real.
    """
    return hmac_sha256(bundle_id, b"prev" + fingerprint + (before or b""))[:TAG_BYTES]


def address(bundle_id: bytes, fingerprint: bytes, seq: int, before: bytes | None) -> Address:
    """Return the address of a recipient; `before` is the id of the last bundle for the recipient, None for
    the first.
    """
    return Address(tag_of(bundle_id, fingerprint), seq, prev_of(bundle_id, fingerprint, before))


def with_dummies(addresses: Sequence[Address]) -> tuple[Address, ...]:
    """Return the addresses mixed with dummies that look the same: sorted, and 1, 2, 4, 8 or 16 in total."""
    count = next(count for count in STANZA_COUNTS if count >= len(addresses))
    highest = max(item.seq for item in addresses)
    dummies = [
        Address(
            secrets.token_bytes(TAG_BYTES), 1 + secrets.randbelow(highest), secrets.token_bytes(TAG_BYTES)
        )
        for _ in range(count - len(addresses))
    ]
    return tuple(sorted((*addresses, *dummies), key=lambda item: item.tag))


def _address(item: Any) -> Address:
    item = canonical.exactly(item, {"tag", "seq", "prev"})
    return Address(
        canonical.hexadecimal(item["tag"], TAG_BYTES),
        canonical.integer(item["seq"], 1),
        canonical.hexadecimal(item["prev"], TAG_BYTES),
    )
