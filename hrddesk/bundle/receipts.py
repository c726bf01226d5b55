"""The lines of `contacts.jsonl` and `receipts.jsonl`, each one canonical JSON document.

What they may hold is part of the format, so a reader checks it from version 1 on.
"""

from typing import Any, Final

from hrddesk.bundle import canonical
from hrddesk.bundle.card import Card
from hrddesk.errors import BundleMalformed, CardInvalid

_ID_BYTES: Final = 16
_HASH_BYTES: Final = 32
_MAX_NAME: Final = 200
_WHATS: Final = ("record", "evidence")


def check_contact(line: bytes) -> None:
    """Check one line of a coordinator's list: card (the file's text), name, revoked (null or a day).

    Raise BundleMalformed.
    """
    try:
        body = canonical.exactly(canonical.decode(line, "a contact"), {"card", "name", "revoked"})
        Card.parse(canonical.text(body["card"]).encode("ascii"))
        if not 0 < len(canonical.text(body["name"])) <= _MAX_NAME:
            raise ValueError("name")
        if body["revoked"] is not None:
            canonical.day(body["revoked"])
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
        if body["what"] not in _WHATS:
            raise ValueError("what")
    elif kind == "seen":
        canonical.exactly(body, {"type", "line", "number", "head"})
        canonical.hexadecimal(body["line"], _ID_BYTES)
        canonical.integer(body["number"], 0)
        canonical.hexadecimal(body["head"], _HASH_BYTES)
    else:
        raise ValueError("type")
