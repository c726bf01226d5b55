"""hrddesk.json: one encoding, and recipients that only they recognise."""

import datetime
import json
import secrets

import pytest

from hrddesk.bundle.format import envelope
from hrddesk.bundle.format.envelope import Address, BundleKind, Envelope
from hrddesk.errors import BundleMalformed, BundleTooNew
from tests.unit.bundle.forge import plain_json

ID, ME, OTHER = bytes(16), bytes([1]) * 32, bytes([2]) * 32
HEAD = Envelope(
    id=ID,
    sender=bytes([3]) * 32,
    line="4" * 32,
    to=(envelope.address(ID, ME, 3, bytes([9]) * 16),),
    created=datetime.date(2026, 3, 1),
    kind=BundleKind.WHOLE,
    history_number=17,
    history_head=bytes([5]) * 32,
    app="HRDDesk 0.1.0",
)


def test_what_is_written_is_read() -> None:
    assert Envelope.parse(HEAD.to_bytes()) == HEAD
    assert HEAD.to_bytes() == plain_json(json.loads(HEAD.to_bytes()))


def test_a_recipient_is_found_by_the_fingerprint_alone() -> None:
    found = HEAD.address_of(ME)
    assert found is not None
    assert found.seq == 3
    assert HEAD.address_of(OTHER) is None
    assert found.prev == envelope.prev_of(ID, ME, bytes([9]) * 16)
    assert found.prev != envelope.prev_of(ID, OTHER, bytes([9]) * 16)
    assert ME not in HEAD.to_bytes()


def test_dummies_look_alike() -> None:
    for count, shown in ((1, 1), (2, 2), (3, 4), (5, 8), (9, 16), (16, 16)):
        real = [envelope.address(ID, secrets.token_bytes(32), 4, None) for _ in range(count)]
        made = envelope.with_dummies(real)
        assert len(made) == shown
        assert set(real) <= set(made)
        assert list(made) == sorted(made, key=lambda item: item.tag)
        assert all(1 <= item.seq <= 4 and len(item.tag) == len(item.prev) == 16 for item in made)


@pytest.mark.parametrize(
    "change",
    [
        {"more": 1},
        {"type": "other"},
        {"type": 1},
        {"v": 0},
        {"v": True},
        {"v": "1"},
        {"id": "0" * 31},
        {"id": "0" * 34},
        {"id": "A" * 32},
        {"sender": None},
        {"line": "x" * 32},
        {"to": []},
        {"to": None},
        {"to": [{"tag": "0" * 32, "seq": 1}]},
        {"to": [{"tag": "0" * 32, "seq": 0, "prev": "0" * 32}]},
        {"to": [{"tag": "0" * 32, "seq": 1, "prev": None}]},
        {
            "to": [
                {"tag": "1" * 32, "seq": 1, "prev": "0" * 32},
                {"tag": "0" * 32, "seq": 1, "prev": "0" * 32},
            ]
        },
        {"to": [{"tag": "0" * 32, "seq": 1, "prev": "0" * 32}] * 2},
        {"to": [{"tag": f"{n:032x}", "seq": 1, "prev": "0" * 32} for n in range(3)]},
        {"created": "2026-3-1"},
        {"created": 20260301},
        {"kind": "part"},
        {"kind": 1},
        {"history": None},
        {"history": {"number": -1, "head": "0" * 64}},
        {"history": {"number": 1, "head": "0" * 63}},
        {"history": {"number": 2**63, "head": "0" * 64}},
        {"app": ""},
        {"app": "x" * 41},
        {"app": "x\n"},
        {"app": None},
    ],
    ids=str,
)
def test_what_breaks_the_rules_is_refused(change: dict[str, object]) -> None:
    body = json.loads(HEAD.to_bytes())
    with pytest.raises(BundleMalformed):
        Envelope.parse(plain_json(body | change))


def test_a_newer_version_is_named_whatever_else_it_has() -> None:
    with pytest.raises(BundleTooNew, match="version 2"):
        Envelope.parse(plain_json({"type": "hrddesk-bundle", "v": 2, "new": []}))


@pytest.mark.parametrize("raw", [b"[]", b"1", b"", HEAD.to_bytes() + b"\n", json.dumps({"v": 1}).encode()])
def test_other_documents_are_refused(raw: bytes) -> None:
    with pytest.raises(BundleMalformed):
        Envelope.parse(raw)


def test_an_address_is_compared_by_value() -> None:
    assert Address(b"a", 1, b"b") == Address(b"a", 1, b"b")
