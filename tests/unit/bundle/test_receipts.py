"""The lines of contacts and receipts, whose form is final."""

import json

import pytest

from hrddesk.bundle import archive, receipts
from hrddesk.bundle.card import Card
from hrddesk.bundle.identity import generate
from hrddesk.bundle.receipts import Receipts, Seen, Wanted
from hrddesk.errors import BundleMalformed, CardTooNew
from hrddesk.records.record import RecordId
from tests.unit.bundle.forge import plain_json

ID, HASH = "a" * 32, "b" * 64
CARD = Card.make(generate(739_000)).raw.decode("ascii")
CONTACT = {"card": CARD, "name": "desk two", "revoked": None}


@pytest.mark.parametrize("change", [{}, {"revoked": "2026-01-31"}, {"name": "维" * 200}])
def test_a_contact_is_taken(change: dict[str, object]) -> None:
    receipts.check_contact(plain_json(CONTACT | change))


def test_a_card_of_a_later_version_asks_for_an_update() -> None:
    later = str(CONTACT["card"]).replace("-v1", "-v2", 1)
    with pytest.raises(CardTooNew, match="version 2"):
        receipts.check_contact(plain_json(CONTACT | {"card": later}))


@pytest.mark.parametrize(
    "change",
    [
        {"more": 1},
        {"card": CARD[:-1]},
        {"card": None},
        {"card": CARD + "维"},
        {"name": ""},
        {"name": "x" * 201},
        {"name": 1},
        {"revoked": "yesterday"},
        {"revoked": False},
    ],
    ids=lambda change: str(change)[:30],
)
def test_other_contacts_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(BundleMalformed):
        receipts.check_contact(plain_json(CONTACT | change))


@pytest.mark.parametrize(
    "body",
    [
        {"type": "accepted", "record": ID, "context": {ID: 3}},
        {"type": "accepted", "record": ID, "context": {}},
        {"type": "asked", "record": ID, "what": "evidence"},
        {"type": "asked", "record": ID, "what": "record"},
        {"type": "seen", "line": ID, "number": 0, "head": HASH},
    ],
    ids=str,
)
def test_a_receipt_is_taken(body: dict[str, object]) -> None:
    receipts.check_receipt(plain_json(body))


@pytest.mark.parametrize(
    "body",
    [
        [],
        {},
        {"type": None},
        {"type": "other"},
        {"type": "accepted", "record": ID},
        {"type": "accepted", "record": ID, "context": {ID: 0}},
        {"type": "accepted", "record": ID, "context": {"x": 1}},
        {"type": "accepted", "record": ID, "context": [ID]},
        {"type": "accepted", "record": "x", "context": {}},
        {"type": "asked", "record": ID, "what": "money"},
        {"type": "asked", "record": ID, "what": "record", "why": ""},
        {"type": "seen", "line": ID, "number": -1, "head": HASH},
        {"type": "seen", "line": ID, "number": 1, "head": ID},
    ],
    ids=str,
)
def test_other_receipts_are_refused(body: object) -> None:
    with pytest.raises(BundleMalformed):
        receipts.check_receipt(plain_json(body))


def test_receipts_in_other_forms_are_refused() -> None:
    with pytest.raises(BundleMalformed):
        receipts.check_receipt(json.dumps({"type": "asked", "record": ID, "what": "record"}).encode())
    with pytest.raises(BundleMalformed):
        receipts.check_contact(b"x")


def test_receipts_say_no_more_than_a_bundle_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    accepted = {RecordId(f"{number:032x}"): {ID: 1} for number in range(9)}
    asked = frozenset({(RecordId(ID), Wanted.RECORD)})
    every = Receipts(Seen(ID, 3, bytes(32)), accepted, asked)
    lines = every.to_lines()
    assert Receipts.from_lines(lines) == every
    size = sum(len(line) + 1 for line in lines)
    for most, left in ((size, 9), (size - 1, 8), (0, 0)):
        monkeypatch.setattr(archive, "MAX_NOTES", most)
        found = Receipts.from_lines(every.to_lines())
        assert found is not None
        assert (found.seen, found.asked, len(found.accepted)) == (every.seen, asked, left)


def test_of_some_records_alone_is_read_what_was_said_of_them() -> None:
    one, two = RecordId("1" * 32), RecordId("2" * 32)
    every = Receipts(
        Seen(ID, 3, bytes(32)), {one: {ID: 1}, two: {ID: 2}}, frozenset({(two, Wanted.EVIDENCE)})
    )
    found = Receipts.from_lines(every.to_lines(), {two})
    assert found is not None
    assert (dict(found.accepted), found.asked, found.seen) == ({two: {ID: 2}}, every.asked, every.seen)
    assert Receipts.from_lines(every.to_lines()[:2]) is None
