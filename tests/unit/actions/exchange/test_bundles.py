"""The actions that the window and the command line share."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from hrddesk.actions.exchange import bundles, contacts, identity
from hrddesk.actions.records import cases
from hrddesk.bundle.merging.merge import Side
from hrddesk.crypto.kdf import FLOOR
from hrddesk.errors import AmbiguousReference, ContactNotFound, RecordNotFound
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job


@dataclass
class Pair:
    documenter: Session
    coordinator: Session


@pytest.fixture
def pair(session: Session, tmp_path: Path) -> Iterator[Pair]:
    """Two desks that verified each other."""
    other = Session.create(tmp_path / "other.hrdv", "granite lantern orbit velvet", FLOOR)[0]
    for left, right, name in ((session, other, "coordinator"), (other, session, "documenter")):
        contacts.add(left, identity.write_card(right, tmp_path), name)
        contacts.verify(left, name, " ".join(identity.show(right).words))
    yield Pair(session, other)
    other.close()


def test_chosen_cases_or_everything(pair: Pair, tmp_path: Path) -> None:
    first = cases.create(pair.documenter, {"title": "one"}).result
    cases.create(pair.documenter, {"title": "two"})
    for chosen, count in ([first], 1), (None, 2):
        written = bundles.write_bundle(pair.documenter, tmp_path, ["coordinator"], chosen, Job())
        assert written.written.cases == count
        assert bundles.inspect(written.path).size == written.written.size
        found = bundles.read_bundle(pair.coordinator, written.path, Job())
        assert found.new == count
    assert [head.waiting for head in bundles.all_reviews(pair.coordinator)] == [2, 1]
    with pytest.raises(ContactNotFound):
        bundles.write_bundle(pair.documenter, tmp_path, ["nobody"], None, Job())
    with pytest.raises(RecordNotFound):
        bundles.write_bundle(pair.documenter, tmp_path, ["coordinator"], [RecordId("0" * 32)], Job())


def test_accept_reject_undo(pair: Pair, tmp_path: Path) -> None:
    case = cases.create(pair.documenter, {"title": "one"}).result
    written = bundles.write_bundle(pair.documenter, tmp_path, ["coordinator"], None, Job())
    number = bundles.read_bundle(pair.coordinator, written.path, Job()).review
    assert bundles.accept(pair.coordinator, number, [case], Job(), take=Side.THEIRS).cases == {case}
    assert bundles.undo(pair.coordinator, number).changes.cases == {case}
    bundles.reject(pair.coordinator, number)
    assert bundles.review_bundle(pair.coordinator, number, Job()).items == ()


def test_records_of_a_review_are_found_by_what_a_person_sees(pair: Pair, tmp_path: Path) -> None:
    with pair.documenter.store.change("test") as change:
        change.put(Record(kind=Kind.CASE, id=RecordId("a" * 32)).with_fields(ref="K7QX-2026-0001"))
        change.put(Record(kind=Kind.PARTY, id=RecordId("b" * 8 + "1" * 24)).with_fields(sex="f"))
        change.put(Record(kind=Kind.PARTY, id=RecordId("b" * 8 + "2" * 24)).with_fields(sex="f"))
    written = bundles.write_bundle(pair.documenter, tmp_path, ["coordinator"], None, Job())
    number = bundles.read_bundle(pair.coordinator, written.path, Job()).review
    found = bundles.review_bundle(pair.coordinator, number, Job())
    assert bundles.find_records(found, [" k7qx-2026-0001 ", "B" * 8 + "1"]) == ["a" * 32, "b" * 8 + "1" * 24]
    with pytest.raises(AmbiguousReference, match="2 records"):
        bundles.find_records(found, ["b" * 8])
    for ref in ("", "aaaa", "c" * 8, "K7QX-2026-0002"):
        with pytest.raises(RecordNotFound):
            bundles.find_records(found, [ref])
