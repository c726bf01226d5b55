"""The lines of `contacts.jsonl` and `receipts.jsonl`, each one canonical JSON document.

The receipts in a bundle are all of what their writer has to say to its reader, so that the latest replaces
all before and neither order nor loss matters. They name what was accepted by record and context, and end
with how far the reader's history was seen.
"""

import json
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Self

from hrddesk.bundle import archive, canonical
from hrddesk.bundle.card import Card
from hrddesk.errors import BundleMalformed, CardInvalid, CardTooNew
from hrddesk.records.record import RecordId, canonical_json

_ID_BYTES: Final = 16
_HASH_BYTES: Final = 32
_MAX_NAME: Final = 200
_ID_DIGITS: Final = 2 * _ID_BYTES
_ACCEPTED: Final = b'","type":"accepted"}'
"""What every line ends with that says what was accepted, right behind the record's id, in canonical JSON."""


class Wanted(StrEnum):
    """What somebody may be asked for: a record as it is there now, or the file of a record of evidence."""

    RECORD = "record"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class Seen:
    """How far a history was seen: the line of its vault, the number of a row and its head."""

    line: str
    number: int
    head: bytes


@dataclass(frozen=True, slots=True)
class Receipts:
    """All that one desk says to another of what came from there."""

    seen: Seen
    accepted: Mapping[RecordId, Mapping[str, int]] = field(default_factory=dict)
    """By records, what of their changes was accepted: line and counter."""
    asked: frozenset[tuple[RecordId, Wanted]] = frozenset()

    def to_lines(self) -> list[bytes]:
        """Return the lines, without line feeds, as many as a bundle takes.

        Beyond some 250,000 records the rest is not acknowledged: it goes again with every delta, and nobody
        forgets it.
        """
        bodies: list[dict[str, Any]] = [
            {"type": "asked", "record": record, "what": what.value} for record, what in sorted(self.asked)
        ]
        seen = {"line": self.seen.line, "number": self.seen.number, "head": self.seen.head.hex()}
        last = [canonical_json(body) for body in (*bodies, {"type": "seen", **seen})]
        left = archive.MAX_NOTES - sum(len(line) + 1 for line in last)
        accepted = []
        for record, context in sorted(self.accepted.items()):
            line = canonical_json({"type": "accepted", "record": record, "context": dict(context)})
            left -= len(line) + 1
            if left < 0:
                break
            accepted.append(line)
        return [*accepted, *last]

    @classmethod
    def from_lines(cls, lines: Iterable[bytes], only: Container[str] | None = None) -> Self | None:
        """Read lines that were checked; None where they do not say how far a history was seen.

        What they say twice counts once: of a record the last line, of histories the last one too. With
        `only`, what was accepted of other records is not looked at: of 100,000 cases that takes seconds.
        """
        seen: Seen | None = None
        accepted: dict[RecordId, Mapping[str, int]] = {}
        asked: set[tuple[RecordId, Wanted]] = set()
        for line in lines:
            if only is not None and line.endswith(_ACCEPTED):
                record = line[-_ID_DIGITS - len(_ACCEPTED) : -len(_ACCEPTED)]
                if record.decode("ascii") not in only:
                    continue
            body = json.loads(line)
            if body["type"] == "accepted":
                accepted[RecordId(body["record"])] = body["context"]
            elif body["type"] == "asked":
                asked.add((RecordId(body["record"]), Wanted(body["what"])))
            else:
                seen = Seen(body["line"], body["number"], bytes.fromhex(body["head"]))
        return None if seen is None else cls(seen, accepted, frozenset(asked))


def of_text(text: str, only: Container[str] | None = None) -> Receipts | None:
    """Return the receipts of a text of such lines that were checked, None where there are none."""
    return Receipts.from_lines(text.encode("utf-8").split(b"\n"), only) if text else None


def check_contact(line: bytes) -> None:
    """Check one line of a coordinator's list: card (the file's text), name, revoked (null or a day).

    Raise BundleMalformed, CardTooNew.
    """
    try:
        body = canonical.exactly(canonical.decode(line, "a contact"), {"card", "name", "revoked"})
        Card.parse(canonical.text(body["card"]).encode("ascii"))
        if not 0 < len(canonical.text(body["name"])) <= _MAX_NAME:
            raise ValueError("name")
        if body["revoked"] is not None:
            canonical.day(body["revoked"])
    except CardTooNew:
        raise
    except (ValueError, CardInvalid):
        raise BundleMalformed(why="a line of contacts") from None


def check_receipt(line: bytes) -> None:
    """Check one line of receipts: what was accepted, what is asked for, or how far a history was seen.

    Raise BundleMalformed.
    """
    body = canonical.decode(line, "a receipt")
    try:
        _check_receipt(body)
    except ValueError:
        raise BundleMalformed(why="a line of receipts") from None


def _check_receipt(body: Any) -> None:
    kind = body.get("type") if isinstance(body, dict) else None
    if kind == "accepted":
        canonical.exactly(body, {"type", "record", "context"})
        canonical.hexadecimal(body["record"], _ID_BYTES)
        if not isinstance(body["context"], dict):
            raise ValueError("context")
        for life, counter in body["context"].items():
            canonical.hexadecimal(life, _ID_BYTES)
            canonical.integer(counter, 1)
    elif kind == "asked":
        canonical.exactly(body, {"type", "record", "what"})
        canonical.hexadecimal(body["record"], _ID_BYTES)
        Wanted(canonical.text(body["what"]))
    elif kind == "seen":
        canonical.exactly(body, {"type", "line", "number", "head"})
        canonical.hexadecimal(body["line"], _ID_BYTES)
        canonical.integer(body["number"], 0)
        canonical.hexadecimal(body["head"], _HASH_BYTES)
    else:
        raise ValueError("type")
