"""The lines of contacts and receipts, whose form is final."""

import json
from pathlib import Path

import pytest

from hrddesk.bundle.format import archive
from hrddesk.bundle.receipts import receipt_format
from hrddesk.bundle.receipts.receipt_format import AcceptedChanges, Receipts, RequestKind, Seen
from hrddesk.bundle.trust.card import Card
from hrddesk.bundle.trust.identity import generate
from hrddesk.errors import BundleAsksTooMuch, BundleMalformed, CardTooNew
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.store.database.connection import Connection
from hrddesk.store.exchange import bundle_lines, contacts, reviews
from hrddesk.store.exchange.bundle_lines import About
from hrddesk.store.exchange.contacts import BundleRow
from hrddesk.store.vault.session import Session
from tests.unit.bundle.forge import Desks, plain_json, take
from tests.unit.bundle.refusals import forge, refused

ID, HASH = "a" * 32, "b" * 64
CARD = Card.make(generate(739_000)).raw.decode("ascii")
CONTACT = {"card": CARD, "name": "desk two", "revoked": None}


@pytest.mark.parametrize("change", [{}, {"revoked": "2026-01-31"}, {"name": "维" * 200}])
def test_a_contact_is_taken(change: dict[str, object]) -> None:
    receipt_format.check_contact(plain_json(CONTACT | change))


def test_a_card_of_a_later_version_asks_for_an_update() -> None:
    later = str(CONTACT["card"]).replace("-v1", "-v2", 1)
    with pytest.raises(CardTooNew, match="version 2"):
        receipt_format.check_contact(plain_json(CONTACT | {"card": later}))


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
        receipt_format.check_contact(plain_json(CONTACT | change))


@pytest.mark.parametrize(
    "body",
    [
        {"type": "accepted", "record": ID, "context": {ID: 3}},
        {"type": "accepted", "record": ID, "context": {}},
        {"type": "accepted", "record": ID, "context": {}, "file": HASH},
        {"type": "asked", "record": ID, "what": "evidence"},
        {"type": "asked", "record": ID, "what": "record"},
        {"type": "seen", "line": ID, "number": 0, "head": HASH},
    ],
    ids=str,
)
def test_a_receipt_is_taken(body: dict[str, object]) -> None:
    receipt_format.check_receipt(plain_json(body))


@pytest.mark.parametrize(
    "body",
    [
        [],
        {},
        {"type": None},
        {"type": "other"},
        {"type": "accepted", "record": ID},
        {"type": "accepted", "record": ID, "context": {ID: 0}},
        {"type": "accepted", "record": ID, "context": {}, "file": ID},
        {"type": "accepted", "record": ID, "context": {}, "file": ""},
        {"type": "accepted", "record": ID, "context": {}, "name": ""},
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
        receipt_format.check_receipt(plain_json(body))


def test_receipts_in_other_forms_are_refused() -> None:
    with pytest.raises(BundleMalformed):
        receipt_format.check_receipt(json.dumps({"type": "asked", "record": ID, "what": "record"}).encode())
    with pytest.raises(BundleMalformed):
        receipt_format.check_contact(b"x")


def test_receipts_say_no_more_than_a_bundle_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    accepted = {RecordId(f"{number:032x}"): AcceptedChanges({ID: 1}) for number in range(9)}
    asked = frozenset({(RecordId(ID), RequestKind.RECORD)})
    every = Receipts(Seen(ID, 3, bytes(32)), accepted.items(), asked)
    lines = list(every)
    assert [json.loads(line)["record"] for line in lines[:-1]] == [*accepted, ID]
    size = sum(len(line) + 1 for line in lines)
    for most, left in ((size, 9), (size - 1, 8), (0, 0)):
        monkeypatch.setattr(archive, "MAX_NOTES", most)
        assert list(every) == lines[:left] + lines[9:]


def test_no_more_is_asked_for_than_a_reader_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [(RecordId(f"{number:032x}"), RequestKind.EVIDENCE) for number in range(3)]
    monkeypatch.setattr(receipt_format, "MAX_ASKED", 2)
    lines = list(Receipts(Seen(ID, 3, bytes(32)), (), asked))
    assert [receipt_format.check_receipt(line) for line in lines] == [True, True, False]


def test_who_asks_for_more_than_that_is_refused(
    desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receipt_format, "MAX_ASKED", 2)
    asked = [
        plain_json({"type": "asked", "record": f"{n:032x}", "what": "evidence"}) + b"\n" for n in range(3)
    ]
    seen = plain_json({"type": "seen", "line": ID, "number": 0, "head": HASH}) + b"\n"
    session = desks.coordinator
    error = refused(
        session,
        forge(desks, receipts=b"".join([*asked, seen])).seal(),
        tmp_path / "a",
        BundleAsksTooMuch,
    )
    assert "more than 2" in str(error)
    again = forge(desks, receipts=b"".join([*asked[:2], seen])).seal()
    said = receipt_format.said(session.store, take(session, again, tmp_path / "b").review)
    assert said is not None
    assert len(list(said.asked)) == 2


def keep(db: Connection, *lines: bytes) -> int:
    """Keep lines as those of a bundle's receipts, one in a row each."""
    contact = contacts.add(db, "desk two", b"f" * 32, "verified", "2026-01-01")
    came = BundleRow(
        num=0,
        id="b" * 32,
        outgoing=False,
        contact=contact,
        seq=1,
        kind="receipt",
        day="2026-01-01",
        line=ID,
        history_number=1,
        history_head=b"h" * 32,
    )
    review = reviews.add(db, contacts.add_bundle(db, came), [])
    for line in lines:
        bundle_lines.add(db, review, About.RECEIPTS, [line.decode("ascii")])
    return review


def test_what_receipts_say_is_read_line_by_line(session: Session) -> None:
    one, two = RecordId("1" * 32), RecordId("2" * 32)
    seen = Seen(ID, 3, bytes(32))
    has = [(one, AcceptedChanges({ID: 1})), (two, AcceptedChanges({ID: 2}, HASH))]
    every = Receipts(seen, has, [(two, RequestKind.RECORD), (two, RequestKind.EVIDENCE)])
    number = keep(session.store.db, *every, *every)
    said = receipt_format.said(session.store, number)
    assert said is not None
    assert list(said.asked) == [(two, RequestKind.EVIDENCE), (two, RequestKind.RECORD)]
    assert (said.accepted, said.seen) == (4, seen)
    assert dict(receipt_format.accepted(session.store, number, {two})) == {
        two: AcceptedChanges({ID: 2}, HASH)
    }
    assert dict(receipt_format.accepted(session.store, number, None)) == {}


def test_of_all_records_those_that_are_here_are_looked_at(session: Session) -> None:
    case = Record(kind=Kind.CASE, id=new_id())
    with session.store.change("test") as change:
        change.put(case)
    said = [
        (record, AcceptedChanges({ID: n})) for n, record in enumerate((case.id, RecordId("f" * 32), case.id))
    ]
    number = keep(session.store.db, *Receipts(Seen(ID, 3, bytes(32)), said))
    assert dict(receipt_format.accepted(session.store, number, None)) == {case.id: AcceptedChanges({ID: 2})}


def test_receipts_that_tell_of_no_history_say_nothing(session: Session) -> None:
    lines = list(Receipts(Seen(ID, 3, bytes(32)), [(RecordId(ID), AcceptedChanges({}))]))
    assert receipt_format.said(session.store, keep(session.store.db, lines[0])) is None
