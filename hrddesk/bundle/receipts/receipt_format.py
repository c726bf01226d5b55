"""The lines of `contacts.jsonl` and `receipts.jsonl`, each one canonical JSON document.

A bundle contains all receipts of its sender for the recipient. So the latest receipts replace all earlier
ones, and neither the order nor the loss of bundles matters. A receipt names an accepted record and its
context, and for evidence the hash of the file if the sender has it. The last line says how far the sender has
seen the recipient's history.
"""

import json
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Any, Final

from hrddesk.bundle.format import archive, canonical
from hrddesk.bundle.trust.card import Card
from hrddesk.errors import BundleMalformed, CardInvalid, CardTooNew
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.record import RecordId, canonical_json
from hrddesk.store.exchange import bundle_lines
from hrddesk.store.exchange.bundle_lines import About
from hrddesk.store.records import outgoing
from hrddesk.store.records.store import Store

_ID_BYTES: Final = 16
_HASH_BYTES: Final = 32
_MAX_NAME: Final = 200
_ID_DIGITS: Final = 2 * _ID_BYTES
_ACCEPTED: Final = '","type":"accepted"}'
"""The end of every line that acknowledges changes, right after the id of the record, in canonical JSON."""
_SEEN: Final = ',"type":"seen"}'

MAX_CONTACTS: Final = 1_000
MAX_ASKED: Final = 10_000
"""The most contacts of a list, and the most requests: a person has to look at each."""


class RequestKind(StrEnum):
    """The kinds of requests: the current record, or the file of a record of evidence."""

    RECORD = "record"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class Seen:
    """How far a history was seen: the replica of its vault, the number of a row and its head."""

    line: str
    number: int
    head: bytes


@dataclass(frozen=True, slots=True)
class AcceptedChanges:
    """The accepted changes of a record, by replica and counter, and for evidence the hash of its file."""

    context: Mapping[str, int]
    file: str = ""
    """The SHA-256 of the content of evidence; empty if it is missing, and for all other records."""


@dataclass(frozen=True, slots=True)
class Receipts:
    """All receipts of one desk for another, as lines; they can be iterated several times."""

    seen: Seen
    accepted: Iterable[tuple[RecordId, AcceptedChanges]] = ()
    """The accepted changes of each record, sorted by record."""
    asked: Collection[tuple[RecordId, RequestKind]] = ()

    def __iter__(self) -> Iterator[bytes]:
        """Yield the lines, without line feeds, as many as fit into a bundle.

        Beyond some 250,000 records the remaining records are not acknowledged: each later bundle for this
        desk contains them again, and their sender may not forget them. Requests beyond `MAX_ASKED` are sent
        once some of the earlier ones were answered.
        """
        bodies: list[dict[str, Any]] = [
            {"type": "asked", "record": record, "what": what.value}
            for record, what in sorted(self.asked)[:MAX_ASKED]
        ]
        seen = {"line": self.seen.line, "number": self.seen.number, "head": self.seen.head.hex()}
        last = [canonical_json(body) for body in (*bodies, {"type": "seen", **seen})]
        room = archive.MAX_NOTES - sum(len(line) + 1 for line in last)
        for record, has in self.accepted:
            body = {"type": "accepted", "record": record, "context": dict(has.context)}
            line = canonical_json(body | ({"file": has.file} if has.file else {}))
            room -= len(line) + 1
            if room < 0:
                break
            yield line
        yield from last


@dataclass(frozen=True, slots=True)
class ReceiptSummary:
    """A summary of the receipts in a bundle."""

    accepted: int
    """The number of lines that acknowledge a record; a sender that keeps to the format writes one per
    record.
    """
    asked: Sequence[tuple[RecordId, RequestKind]]
    """The requests of the sender, sorted."""
    seen: Seen


def said(store: Store, review: int) -> ReceiptSummary | None:
    """Return a summary of the receipts in a review's bundle, or None if they report no seen history.

    A repeated request counts once; of several seen histories the last counts.
    """
    accepted, requests, seen = 0, set[tuple[RecordId, RequestKind]](), None
    for line in _lines(store, review):
        if line.endswith(_ACCEPTED):
            accepted += 1
        elif line.endswith(_SEEN):
            body = json.loads(line)
            seen = Seen(body["line"], body["number"], bytes.fromhex(body["head"]))
        else:
            body = json.loads(line)
            requests.add((RecordId(body["record"]), RequestKind(body["what"])))
    return None if seen is None else ReceiptSummary(accepted, sorted(requests), seen)


def accepted(
    store: Store, review: int, only: Container[RecordId] | None
) -> Iterator[tuple[RecordId, AcceptedChanges]]:
    """Yield the accepted changes of each record in a review's receipts.

    Only the records in `only` are yielded; if it is None, only those that this vault knows. If a record has
    several lines, it may be yielded several times: use the last. Other records take no memory.
    """
    for batch in bundle_lines.lines(store.db, review, About.RECEIPTS):
        named = {_record(line): line for line in batch if line.endswith(_ACCEPTED)}
        among = outgoing.known(store.db, list(named)) if only is None else only
        for record, line in named.items():
            if record in among:
                body = json.loads(line)
                yield record, AcceptedChanges(body["context"], body.get("file", ""))


def _lines(store: Store, review: int) -> Iterator[str]:
    return chain.from_iterable(bundle_lines.lines(store.db, review, About.RECEIPTS))


def _record(line: str) -> RecordId:
    return RecordId(line[-_ID_DIGITS - len(_ACCEPTED) : -len(_ACCEPTED)])


def check_contact(line: bytes) -> None:
    """Check one line of a coordinator's list: card (the file's text), name, revoked (null or a day).

    Raise BundleMalformed, CardTooNew.
    """
    try:
        body = canonical.exactly(
            canonical.decode(line, Translatable("a contact")), {"card", "name", "revoked"}
        )
        Card.parse(canonical.text(body["card"]).encode("ascii"))
        if not 0 < len(canonical.text(body["name"])) <= _MAX_NAME:
            raise ValueError("name")
        if body["revoked"] is not None:
            canonical.day(body["revoked"])
    except CardTooNew:
        raise
    except (ValueError, CardInvalid):
        raise BundleMalformed(why=Translatable("a line of contacts")) from None


def check_receipt(line: bytes) -> bool:
    """Check one line of receipts: accepted changes, a request, or a seen history.

    Return whether it is a request. Raise BundleMalformed.
    """
    body = canonical.decode(line, Translatable("a receipt"))
    try:
        return _is_asked(body)
    except ValueError:
        raise BundleMalformed(why=Translatable("a line of receipts")) from None


def _is_asked(body: Any) -> bool:
    kind = body.get("type") if isinstance(body, dict) else None
    if kind == "accepted":
        canonical.exactly(body, {"type", "record", "context"} | (body.keys() & {"file"}))
        canonical.hexadecimal(body["record"], _ID_BYTES)
        if "file" in body:
            canonical.hexadecimal(body["file"], _HASH_BYTES)
        if not isinstance(body["context"], dict):
            raise ValueError("context")
        for life, counter in body["context"].items():
            canonical.hexadecimal(life, _ID_BYTES)
            canonical.integer(counter, 1)
    elif kind == "asked":
        canonical.exactly(body, {"type", "record", "what"})
        canonical.hexadecimal(body["record"], _ID_BYTES)
        RequestKind(canonical.text(body["what"]))
    elif kind == "seen":
        canonical.exactly(body, {"type", "line", "number", "head"})
        canonical.hexadecimal(body["line"], _ID_BYTES)
        canonical.integer(body["number"], 0)
        canonical.hexadecimal(body["head"], _HASH_BYTES)
    else:
        raise ValueError("type")
    return bool(kind == "asked")
