"""Cases are forgotten by receipts alone where these say that this very contact has all of it, files too."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hrddesk.actions.records import evidence
from hrddesk.actions.vault import backups, forgetting
from hrddesk.bundle.receiving import read
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.sending import packing, write
from hrddesk.bundle.sending.packing import Choice
from hrddesk.bundle.sending.parcel import EvidenceChoice
from hrddesk.bundle.trust import contacts
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.evidence import file_origins
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks, introduce, new_session
from tests.unit.bundle.handing_off import SECRET, a_told_case, hand_off, read_text
from tests.unit.bundle.hands import hand_over
from tests.unit.bundle.sending.test_packing import accepted, acknowledge


@pytest.fixture
def third(desks: Desks, tmp_path: Path) -> Iterator[Session]:
    with new_session(tmp_path / "third.hrdv") as session:
        introduce(desks.documenter, session, "third")
        yield session


def _a_case_with_a_file(session: Session, folder: Path) -> RecordId:
    case = a_told_case(session)
    (folder / "voice").write_bytes(b"the only copy")
    evidence.add(session, case, folder / "voice", Job())
    return case


def _missing(session: Session, case: RecordId, of: str = "coordinator") -> int | None:
    return forgetting.look(session.store, [case], of).unacknowledged


def _write(desks: Desks, to: list[str], path: Path, choice: Choice) -> Path:
    store = desks.documenter.store
    recipients = [contacts.named(store, name) for name in to]
    parcel = packing.pack(store, recipients, None, choice).parcel
    return write.write(desks.documenter, path, recipients, parcel, Job()).path


def test_a_file_that_went_to_another_is_not_there(desks: Desks, tmp_path: Path, third: Session) -> None:
    session = desks.documenter
    case = _a_case_with_a_file(session, tmp_path)
    _write(desks, ["third"], tmp_path / "a", Choice())
    accepted(desks, tmp_path / "b", Choice(evidence=EvidenceChoice.HASHES))
    acknowledge(desks, tmp_path / "c")
    assert _missing(session, case) == 1
    late = _write(desks, ["third", "coordinator"], tmp_path / "d", Choice())
    assert _missing(session, case) == 1  # it may be lost
    accepted(desks, tmp_path / "e", Choice(evidence=EvidenceChoice.HASHES))
    acknowledge(desks, tmp_path / "f")
    assert _missing(session, case) == 1  # only a later one was read
    number = read.read(desks.coordinator, late, Job()).review
    acknowledge(desks, tmp_path / "g")
    assert _missing(session, case) == 1  # it waits there, and may be rejected
    acceptance.accept(desks.coordinator, number, None, Job())
    acknowledge(desks, tmp_path / "h")
    assert _missing(session, case) == 0


def test_who_knows_the_hash_alone_cannot_claim_the_file(desks: Desks, tmp_path: Path) -> None:
    session = desks.documenter
    case = _a_case_with_a_file(session, tmp_path)
    accepted(desks, tmp_path / "a", Choice(evidence=EvidenceChoice.HASHES))
    (tmp_path / "copy").write_bytes(b"the only copy")
    (piece,) = session.store.ids(Kind.EVIDENCE)
    evidence.add(desks.coordinator, case, tmp_path / "copy", Job())
    with desks.coordinator.store.change("test"):
        file_origins.note(desks.coordinator.store.db, [(piece, session.store.get(piece).text("sha256"))])
    acknowledge(desks, tmp_path / "b")
    assert _missing(session, case) == 1


def test_a_file_that_a_lost_life_had_is_not_there(desks: Desks, tmp_path: Path) -> None:
    session = desks.documenter
    hand_over(Desks(desks.coordinator, session), tmp_path)
    made = backups.make(desks.coordinator, tmp_path / "b.tar", Job())
    case = _a_case_with_a_file(session, tmp_path)
    accepted(desks, tmp_path / "a", Choice())
    acknowledge(desks, tmp_path / "b")
    assert _missing(session, case) == 0
    desks.coordinator.close()
    desks.coordinator = backups.restore(made.path, tmp_path / "new.hrdv", SECRET, Job()).session
    hand_over(Desks(desks.coordinator, session), tmp_path)
    accepted(desks, tmp_path / "c", Choice(evidence=EvidenceChoice.HASHES))
    acknowledge(desks, tmp_path / "d")
    assert _missing(session, case) == 1
    accepted(desks, tmp_path / "e", Choice())
    acknowledge(desks, tmp_path / "f")
    assert _missing(session, case) == 0


def test_who_brought_cases_may_have_forgotten_them_since(desks: Desks, tmp_path: Path) -> None:
    """They were handed off and forgotten there: what is here is the last copy."""
    case = a_told_case(desks.documenter)
    found = accepted(desks, tmp_path / "a", Choice())
    acknowledge(desks, tmp_path / "b")
    hand_off(desks, tmp_path / "off", [case], emergency=False)
    assert acceptance.review(desks.coordinator, found.review, Job()).head.waiting == 0
    assert _missing(desks.coordinator, case, "documenter") == 2


def test_a_review_of_a_text_needs_no_receipt(desks: Desks, tmp_path: Path) -> None:
    session = desks.documenter
    case = a_told_case(session)
    read_text(session, case, "labels")
    accepted(desks, tmp_path / "a", Choice())
    acknowledge(desks, tmp_path / "b")
    assert _missing(session, case) == 0
