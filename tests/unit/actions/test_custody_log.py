"""The custody log says in words what became of a piece of evidence, however the change came in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hrddesk.actions.exchange import bundles, contacts, identity
from hrddesk.actions.interop import exports, imports
from hrddesk.actions.records import cases, evidence, parties
from hrddesk.actions.records.evidence import CustodyChange
from hrddesk.bundle.merging.merge import Side
from hrddesk.records.language.labels import CHINESE
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import ABOUT, CUSTODY, PROOFS, TEXTS, Kind
from hrddesk.records.model.record import Element, Record, RecordId
from hrddesk.records.rules import custody
from hrddesk.store.evidence import custody as own_custody
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job, silent
from tests.unit.actions.desk import SECRET, new_vault

_PROOF = "ab" * 32
_CHANGED = {
    ("about", None, "Odal Brisk, Depicts, K1"),
    ("cases", None, "The old mill"),
    ("comments", None, "Who took it?, K1, open"),
    ("labels", "en, The gate", "en, The gate at dusk"),
    ("labels", None, "zh-Hans, 大门"),
    ("others", None, "None"),
    ("place", None, "Tarnfold"),
    ("proofs", "rfc3161", f"rfc3161, {_PROOF}, 2024-05"),
    ("texts", None, "en, Transcript, The gate is open."),
    ("title", "gate", "the gate"),
    ("visibility", "title, public", "title, restricted"),
}


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Session]:
    with Session.open(new_vault(tmp_path / "other.hrdv", "other"), SECRET) as made:
        yield made


@pytest.fixture
def piece(session: Session, tmp_path: Path) -> RecordId:
    """A photograph of one of two cases, about nobody yet."""
    case = cases.create(session, {"title": "The mill"}).result
    cases.create(session, {"title": "The old mill"})
    parties.create(session, {}, {"names": [{"name": "Odal Brisk"}]}, case, "subject")
    path = tmp_path / "gate.txt"
    path.write_text("a gate", "utf-8")
    added = evidence.add(session, case, path, silent(), {"title": "gate"}).result
    with session.store.change("test") as change:
        change.put(Record(kind=Kind.PLACE, id=RecordId("f" * 32)).with_labels({"en": "Tarnfold"}))
        record = session.store.get(added.id).with_labels({"en": "The gate"})
        record = record.with_elements(PROOFS, [{"kind": "rfc3161"}]).with_visibility(
            Visibility.PUBLIC, "title"
        )
        change.put(record)
    return added.id


def _change(session: Session, piece: RecordId) -> None:
    (person,) = session.store.ids(Kind.PARTY)
    record = session.store.get(piece).with_cases(session.store.ids(Kind.CASE))
    record = record.with_labels({"en": "The gate at dusk", "zh-Hans": "大门"})
    record = record.with_fields(title="the gate", others="none", place="f" * 32)
    record = record.with_elements(ABOUT, [{"record": person, "how": "depicts", "by": "K1"}])
    record = record.with_elements(PROOFS, [{"kind": "rfc3161", "sha256": _PROOF, "date": "2024-05"}])
    record = record.with_elements(
        TEXTS, [{"body": "The gate is open.", "language": "en", "kind": "transcript"}]
    )
    record = record.with_elements("comments", [{"comment": "Who took it?", "by": "K1", "state": "open"}])
    with session.store.change("evidence.edit") as change:
        change.put(record.with_visibility(Visibility.RESTRICTED, "title"))


def _last(session: Session) -> set[tuple[object, ...]]:
    (piece,) = session.store.ids(Kind.EVIDENCE)
    entry = next(entry for entry in reversed(evidence.log(session, piece)) if entry.changed)
    return {(change.field, change.old, change.new) for change in entry.changed}


def test_it_tells_every_part_that_changed_in_words(session: Session, piece: RecordId) -> None:
    _change(session, piece)
    assert _last(session) == _CHANGED
    with session.store.change("evidence.edit") as change:
        change.put(session.store.get(piece).with_cases([]).with_fields(others=None))
    *_, entry = evidence.log(session, piece, CHINESE)
    assert entry.changed == (
        CustodyChange("cases", "The mill", None),
        CustodyChange("cases", "The old mill", None),
        CustodyChange("others", "无", None),
    )


def test_it_calls_what_is_gone_by_its_name(session: Session, piece: RecordId) -> None:
    _change(session, piece)
    with session.store.change("test") as change:
        for record in (*session.store.ids(Kind.PARTY), session.store.ids(Kind.CASE)[1]):
            change.delete(record)
    assert _last(session) == _CHANGED


def test_a_kit_brings_the_same_words(
    session: Session, other: Session, piece: RecordId, tmp_path: Path
) -> None:
    exports.run(session, tmp_path / "first", "kit")
    imports.run(other, tmp_path / "first", source="kit")
    _change(session, piece)
    exports.run(session, tmp_path / "second", "kit")
    imports.run(other, tmp_path / "second", source="kit")
    assert _last(other) == _CHANGED


def test_a_bundle_brings_the_same_words(
    session: Session, other: Session, piece: RecordId, tmp_path: Path
) -> None:
    for left, right, name in ((session, other, "coordinator"), (other, session, "documenter")):
        contacts.add(left, identity.write_card(right, tmp_path), name)
        contacts.verify(left, name, " ".join(identity.show(right).words))
    _give(session, other, tmp_path)
    _change(session, piece)
    _give(session, other, tmp_path)
    # Into which of their own cases evidence comes is for whoever accepts a bundle to say.
    assert _last(other) == _CHANGED - {("cases", None, "The old mill")}


def test_a_bundle_brings_what_other_logs_say_and_nothing_passes_for_our_own(
    session: Session, other: Session, piece: RecordId, tmp_path: Path
) -> None:
    for left, right, name in ((session, other, "coordinator"), (other, session, "documenter")):
        contacts.add(left, identity.write_card(right, tmp_path), name)
        contacts.verify(left, name, " ".join(identity.show(right).words))
    (own,) = own_custody.log(session.store.db, piece)[:1]
    forged: Element = {
        "time": 1,
        "what": "seen\n     3  1970-01-01T00:00:02  R2WQ  evidence.added",
        "by": "R2WQ\n",
    }
    with session.store.change("test") as change:
        change.put(custody.grown(session.store.get(piece), [own, forged, {"what": "found"}], ()))
    _give(session, other, tmp_path)
    with session.store.change("test") as change:  # both desks hear of the same line
        said = [custody.line(2, 9, "evidence.added", "R2WQ")]
        change.put(custody.grown(session.store.get(piece), said, ()))
    with other.store.change("test") as change:
        change.put(custody.grown(other.store.get(piece), said, ()))
    _give(session, other, tmp_path)
    assert len(other.store.get(piece).lists[CUSTODY]) == 4
    here, there = (
        [
            (entry.time, entry.what, entry.who)
            for entry in evidence.log(desk, piece)
            if entry.is_received and not entry.says
        ]
        for desk in (session, other)
    )
    expected = [
        (0, "found", ""),
        (1, "seen 3 1970-01-01T00:00:02 R2WQ evidence.added", "R2WQ"),
        (2, "evidence.added", "R2WQ"),
    ]
    assert here == expected
    assert there == expected
    (first, *_) = (entry for entry in evidence.log(other, piece) if entry.says)
    assert (first.time, first.what, first.who) == (own["time"], own["what"], own["by"])


def _give(session: Session, other: Session, folder: Path) -> None:
    written = bundles.write_bundle(session, folder, ["coordinator"], None, Job())
    found = bundles.read_bundle(other, written.path, Job())
    bundles.accept(other, found.review, None, Job(), take=Side.THEIRS)
