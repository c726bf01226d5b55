"""A file leaves with the record that it came in with, and with no other that names its hash."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hrddesk.actions.analysis import duplicates
from hrddesk.actions.records import entries, evidence
from hrddesk.bundle.merging.merge import Side
from hrddesk.bundle.receiving import read
from hrddesk.bundle.review import acceptance, queue
from hrddesk.bundle.review.review_items import EvidenceContent
from hrddesk.bundle.review.review_reasons import ReviewReason
from hrddesk.bundle.sending import handoff, selection, write
from hrddesk.bundle.sending.parcel import EvidenceChoice, Parcel
from hrddesk.bundle.trust import contacts, own_identity
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.store.evidence import file_origins
from hrddesk.store.vault.forgetting import Scope, erase
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job, silent
from tests.unit.bundle.forge import Desks, introduce, new_session
from tests.unit.bundle.hands import put, send

SECRET = b"the video that shows the witness" * 10


@pytest.fixture
def third(desks: Desks, tmp_path: Path) -> Iterator[Session]:
    made = new_session(tmp_path / "third.hrdv")
    own_identity.own_identity(made.store, own_identity.today())
    introduce(desks.coordinator, made, "third")
    introduce(made, desks.coordinator, "coordinator")
    yield made
    made.close()


def added(session: Session, folder: Path, content: bytes = SECRET) -> Record:
    path = folder / "a.bin"
    path.write_bytes(content)
    made = evidence.add(session, None, path, silent(), {}).result
    return session.store.get(made.id)


def given(
    sender: Session, reader: Session, folder: Path, choice: EvidenceChoice = EvidenceChoice.FILES
) -> read.ReviewSummary:
    """Hand all records over, with files or without."""
    owner = own_identity.known_identity(reader.store)
    assert owner is not None
    to = contacts.known(sender.store, owner.fingerprint)
    assert to is not None
    path = folder / new_id()
    write.write(
        sender, path, [to], Parcel(records=selection.everything(sender.store), evidence=choice), Job()
    )
    return read.read(reader, path, Job())


def taken(
    sender: Session, reader: Session, folder: Path, choice: EvidenceChoice = EvidenceChoice.FILES
) -> None:
    number = given(sender, reader, folder, choice).review
    if acceptance.review(reader, number, Job()).head.waiting:
        acceptance.accept(reader, number, None, Job())


def has(session: Session, record: Record) -> bool:
    return session.store.blobs.known(record.text("sha256"))


def test_a_file_is_forwarded_with_its_record(desks: Desks, third: Session, tmp_path: Path) -> None:
    record = added(desks.documenter, tmp_path)
    taken(desks.documenter, desks.coordinator, tmp_path)
    taken(desks.coordinator, third, tmp_path)
    assert has(third, record)
    assert third.store.get(record.id) == record


def test_whoever_names_the_hash_of_a_file_gets_nothing(desks: Desks, third: Session, tmp_path: Path) -> None:
    record = added(desks.coordinator, tmp_path)
    taken(desks.coordinator, third, tmp_path, EvidenceChoice.HASHES)
    assert not has(third, record)
    other = Record(kind=Kind.EVIDENCE, id=new_id()).with_fields(title="x", sha256=record.text("sha256"))
    put(third, other)
    number = send(third, desks.coordinator, tmp_path).review
    items = {item.record.id: item for item in acceptance.review(desks.coordinator, number, Job()).items}
    assert items[other.id].content is EvidenceContent.NAMED
    assert items[other.id].looks == (ReviewReason.NAMED_FILE,)
    assert items[record.id].content is EvidenceContent.HERE
    assert items[record.id].looks == ()
    queue.accept_plain(desks.coordinator, None, Job())
    assert desks.coordinator.store.find(other.id) is None
    acceptance.accept(desks.coordinator, number, None, Job())  # a person looks, and takes it
    with desks.coordinator.store.change("test") as change:
        change.delete(record.id)  # the record that was added here is gone, or of a case that is not sent
    taken(desks.coordinator, third, tmp_path)
    assert desks.coordinator.store.find(other.id) is not None
    assert not has(third, record)


def test_a_file_that_came_later_than_its_record_is_forwarded(
    desks: Desks, third: Session, tmp_path: Path
) -> None:
    record = added(desks.documenter, tmp_path)
    taken(desks.documenter, desks.coordinator, tmp_path, EvidenceChoice.HASHES)
    taken(desks.coordinator, third, tmp_path)
    assert not has(third, record)
    taken(desks.documenter, desks.coordinator, tmp_path)  # the record is here just so
    taken(desks.coordinator, third, tmp_path)
    assert has(third, record)


def test_after_undoing_and_accepting_again_the_file_goes_along(
    desks: Desks, third: Session, tmp_path: Path
) -> None:
    record = added(desks.documenter, tmp_path)
    number = given(desks.documenter, desks.coordinator, tmp_path).review
    acceptance.accept(desks.coordinator, number, None, Job())
    acceptance.undo(desks.coordinator, number)
    assert not has(desks.coordinator, record)
    acceptance.accept(desks.coordinator, number, None, Job())
    taken(desks.coordinator, third, tmp_path)
    assert has(third, record)


def test_two_records_of_one_file_each_release_what_came_with_them(
    desks: Desks, third: Session, tmp_path: Path
) -> None:
    first = added(desks.coordinator, tmp_path)
    second = added(desks.documenter, tmp_path)  # the same bytes, found by another
    taken(desks.documenter, desks.coordinator, tmp_path)
    with desks.coordinator.store.change("test") as change:
        change.delete(first.id)
    taken(desks.coordinator, third, tmp_path)
    assert has(third, second)


def noted(session: Session) -> list[tuple[RecordId, str]]:
    rows: list[tuple[RecordId, str]] = session.store.db.execute(
        "SELECT record, sha256 FROM came_with ORDER BY record"
    ).fetchall()
    return rows


def test_nothing_is_kept_of_a_bundle_that_was_rejected(desks: Desks, tmp_path: Path) -> None:
    mine = added(desks.coordinator, tmp_path, b"mine")
    added(desks.documenter, tmp_path)
    number = given(desks.documenter, desks.coordinator, tmp_path).review
    assert len(noted(desks.coordinator)) == 2
    acceptance.reject(desks.coordinator, number)
    assert noted(desks.coordinator) == [(mine.id, mine.text("sha256"))]


def test_nothing_is_kept_of_a_record_that_was_forgotten(desks: Desks, tmp_path: Path) -> None:
    record = added(desks.documenter, tmp_path)
    assert file_origins.came(desks.documenter.store.db, record.id, record.text("sha256"))
    assert not file_origins.came(desks.documenter.store.db, record.id, "a" * 64)
    store = desks.documenter.store
    with store.change("test") as change:
        erase(store, change, Scope([record.id], [], [], everything=False))
    assert noted(desks.documenter) == []
    added(desks.documenter, tmp_path)
    with store.change("test") as change:
        erase(store, change, Scope([], [], [], everything=True))
    assert noted(desks.documenter) == []


def withheld(desks: Desks, third: Session, folder: Path) -> tuple[Record, Record]:
    """Let a third desk have a case with the hash of a file and without the file; return case and evidence."""
    shared = Record(kind=Kind.CASE, id=new_id()).with_fields(title="the case of which only hashes are shared")
    put(desks.coordinator, shared)
    (folder / "a.bin").write_bytes(SECRET)
    made = evidence.add(desks.coordinator, shared.id, folder / "a.bin", silent(), {}).result
    taken(desks.coordinator, third, folder, EvidenceChoice.HASHES)
    return shared, desks.coordinator.store.get(made.id)


def sends_back(desks: Desks, third: Session, case: Record, folder: Path) -> None:
    """Let the coordinator take all that is plain, and send one case with its files to the third desk."""
    number = send(third, desks.coordinator, folder).review
    queue.accept_plain(desks.coordinator, [number], Job())
    owner = own_identity.known_identity(third.store)
    assert owner is not None
    to = contacts.known(desks.coordinator.store, owner.fingerprint)
    assert to is not None
    chosen = selection.of_cases(desks.coordinator.store, [case.id])
    write.write(desks.coordinator, folder / "back", [to], Parcel(records=chosen), Job())
    number = read.read(third, folder / "back", Job()).review
    if acceptance.review(third, number, Job()).head.waiting:
        acceptance.accept(third, number, None, Job(), take=Side.THEIRS)


@pytest.mark.parametrize("besides", [True, False])
def test_evidence_that_moves_to_a_case_of_theirs_gives_its_file_to_nobody(
    desks: Desks, third: Session, tmp_path: Path, besides: bool
) -> None:
    shared, record = withheld(desks, third, tmp_path)
    own = Record(kind=Kind.CASE, id=new_id()).with_fields(title="their own case")
    put(third, own, record.with_cases([shared.id, own.id] if besides else [own.id]))
    sends_back(desks, third, own, tmp_path)
    assert desks.coordinator.store.get(record.id).cases == record.cases
    assert not has(third, record)


def test_evidence_that_is_said_to_be_made_from_a_withheld_file_does_not_take_it_along(
    desks: Desks, third: Session, tmp_path: Path
) -> None:
    _, record = withheld(desks, third, tmp_path)
    own = Record(kind=Kind.CASE, id=new_id()).with_fields(title="their own case")
    put(third, own)
    (tmp_path / "b.bin").write_bytes(b"a copy, they say")
    evidence.add(third, own.id, tmp_path / "b.bin", silent(), {"derived_from": record.id})
    sends_back(desks, third, own, tmp_path)
    assert desks.coordinator.store.evidence_of_case(own.id)
    assert not has(third, record)


def test_evidence_goes_with_each_of_the_cases_to_which_it_was_added_here(
    desks: Desks, third: Session, tmp_path: Path
) -> None:
    shared, record = withheld(desks, third, tmp_path)
    second = Record(kind=Kind.CASE, id=new_id()).with_fields(title="another case of the same film")
    put(desks.coordinator, second)
    entries.add(desks.coordinator, record.id, "cases", {"case": second.id})
    for case in (shared, second):
        assert record.id in selection.of_cases(desks.coordinator.store, [case.id]).ids
    entries.remove(desks.coordinator, record.id, "cases", 1)
    assert record.id not in leaving_with(desks.coordinator, shared)
    assert record.id in leaving_with(desks.coordinator, second)


def test_loose_evidence_that_a_contact_puts_into_its_case_gives_its_file_to_nobody(
    desks: Desks, third: Session, tmp_path: Path
) -> None:
    record = loose(desks, third, tmp_path)
    own = Record(kind=Kind.CASE, id=new_id()).with_fields(title="their own case")
    put(third, own, record.with_cases([own.id]))
    sends_back(desks, third, own, tmp_path)
    assert desks.coordinator.store.get(record.id).cases == ()
    assert not has(third, record)


def loose(desks: Desks, third: Session, folder: Path) -> Record:
    """Let a third desk know the hash of evidence in no case, and not the file; return the evidence."""
    record = added(desks.coordinator, folder)
    taken(desks.coordinator, third, folder, EvidenceChoice.HASHES)
    return record


def takes_all(desks: Desks, third: Session, folder: Path) -> None:
    """Let a person at the coordinator's look at all that the third desk sends, and take it."""
    number = send(third, desks.coordinator, folder).review
    acceptance.accept(desks.coordinator, number, None, Job(), take=Side.THEIRS, loosen=True)


def own_case(third: Session, record: Record, by: str, folder: Path) -> Record:
    """Let the third desk name the evidence of another in a case of its own; return the case."""
    own = Record(kind=Kind.CASE, id=new_id()).with_fields(title="their own case")
    put(third, own)
    if by == "citation":
        put(third, Record(kind=Kind.CITATION, id=new_id()).with_fields(record=own.id, source=record.id))
    else:
        (folder / "b.bin").write_bytes(b"a copy, they say")
        evidence.add(third, own.id, folder / "b.bin", silent(), {"derived_from": record.id})
    return own


NAMING = pytest.mark.parametrize("by", ["citation", "derived_from"])


def leaving_with(session: Session, case: Record) -> set[RecordId]:
    """Return what leaves with a case, sent or handed off."""
    gone, chosen = handoff.of_cases(session.store, [case.id]), selection.of_cases(session.store, [case.id])
    for leaves in (chosen.ids, gone.bundle.ids, gone.scope.records):
        assert case.id in leaves
    return {*chosen.ids, *gone.bundle.ids, *gone.scope.records}


@NAMING
def test_loose_evidence_stays_with_whom_it_is_though_a_contact_names_it(
    desks: Desks, third: Session, tmp_path: Path, by: str
) -> None:
    record = loose(desks, third, tmp_path)
    own = own_case(third, record, by, tmp_path)
    takes_all(desks, third, tmp_path)
    assert record.id not in leaving_with(desks.coordinator, own)
    number = acceptance.all_heads(desks.coordinator.store)[0].id
    acceptance.undo(desks.coordinator, number)
    acceptance.accept(desks.coordinator, number, None, Job(), take=Side.THEIRS, loosen=True)
    assert record.id not in leaving_with(desks.coordinator, own)
    sends_back(desks, third, own, tmp_path)
    assert not has(third, record)


@NAMING
def test_loose_evidence_goes_where_this_desk_names_it(
    desks: Desks, third: Session, tmp_path: Path, by: str
) -> None:
    record = loose(desks, third, tmp_path)
    own = own_case(third, record, by, tmp_path)
    takes_all(desks, third, tmp_path)
    put(
        desks.coordinator,
        Record(kind=Kind.CITATION, id=new_id()).with_fields(record=own.id, source=record.id),
    )
    assert record.id in leaving_with(desks.coordinator, own)
    named = {item.fields.get("source") for item, _ in selection.of_cases(desks.coordinator.store, [own.id])}
    assert record.id in named
    sends_back(desks, third, own, tmp_path)
    assert has(third, record)


@NAMING
def test_loose_evidence_goes_on_where_its_sender_names_it(
    desks: Desks, third: Session, tmp_path: Path, by: str
) -> None:
    record = added(desks.documenter, tmp_path)
    taken(desks.documenter, desks.coordinator, tmp_path)
    own = own_case(desks.documenter, record, by, tmp_path)  # later, in another bundle
    taken(desks.documenter, desks.coordinator, tmp_path)
    assert record.id in leaving_with(desks.coordinator, own)
    number = acceptance.all_heads(desks.coordinator.store)[0].id
    for each in (number, number - 1):
        acceptance.undo(desks.coordinator, each)
    for each in (number - 1, number):
        acceptance.accept(desks.coordinator, each, None, Job())
    sends_back(desks, third, own, tmp_path)
    assert has(third, record)


def test_loose_evidence_of_one_contact_does_not_go_where_another_names_it(
    desks: Desks, third: Session, tmp_path: Path
) -> None:
    record = added(desks.documenter, tmp_path)
    taken(desks.documenter, desks.coordinator, tmp_path)
    taken(desks.coordinator, third, tmp_path, EvidenceChoice.HASHES)
    own = own_case(third, record, "citation", tmp_path)
    takes_all(desks, third, tmp_path)
    assert record.id not in leaving_with(desks.coordinator, own)


def test_loose_evidence_stays_where_nobody_knows_any_more_who_named_it(desks: Desks, tmp_path: Path) -> None:
    record = added(desks.coordinator, tmp_path)
    case = Record(kind=Kind.CASE, id=new_id()).with_fields(title="a case")
    citation = Record(kind=Kind.CITATION, id=new_id()).with_fields(record=case.id, source=record.id)
    put(desks.coordinator, case, citation)
    assert record.id in leaving_with(desks.coordinator, case)
    with desks.coordinator.store.change("test") as change:
        first = desks.coordinator.store.history.of_record(citation.id)[0].number
        change.put(citation.with_fields(quote="at the end"))
        desks.coordinator.store.db.execute("DELETE FROM history_content WHERE num = ?", (first,))
    assert record.id not in leaving_with(desks.coordinator, case)


def test_a_citation_of_ours_that_a_contact_leads_to_loose_evidence_takes_nothing_along(
    desks: Desks, third: Session, tmp_path: Path
) -> None:
    record = added(desks.coordinator, tmp_path)
    case = Record(kind=Kind.CASE, id=new_id()).with_fields(title="a case")
    source = Record(kind=Kind.SOURCE, id=new_id()).with_fields(title="a newspaper")
    citation = Record(kind=Kind.CITATION, id=new_id()).with_fields(record=case.id, source=source.id)
    put(desks.coordinator, case, source, citation)
    taken(desks.coordinator, third, tmp_path, EvidenceChoice.HASHES)
    put(third, citation.with_fields(source=record.id))
    takes_all(desks, third, tmp_path)
    assert desks.coordinator.store.get(citation.id).fields["source"] == record.id
    assert record.id not in leaving_with(desks.coordinator, case)


def test_a_citation_of_ours_that_a_contact_leads_to_a_case_of_its_own_takes_nothing_along(
    desks: Desks, third: Session, tmp_path: Path
) -> None:
    record = added(desks.coordinator, tmp_path)
    case = Record(kind=Kind.CASE, id=new_id()).with_fields(title="a case")
    citation = Record(kind=Kind.CITATION, id=new_id()).with_fields(record=case.id, source=record.id)
    put(desks.coordinator, case, citation)
    taken(desks.coordinator, third, tmp_path, EvidenceChoice.HASHES)
    own = Record(kind=Kind.CASE, id=new_id()).with_fields(title="their own case")
    put(third, own, citation.with_fields(record=own.id))
    takes_all(desks, third, tmp_path)
    assert desks.coordinator.store.get(citation.id).fields["record"] == own.id
    assert record.id not in leaving_with(desks.coordinator, own)


def test_loose_evidence_goes_with_what_this_desk_merged(desks: Desks, tmp_path: Path) -> None:
    record = added(desks.coordinator, tmp_path)
    cases = [Record(kind=Kind.CASE, id=new_id()).with_fields(title="a case") for _ in range(2)]
    citation = Record(kind=Kind.CITATION, id=new_id()).with_fields(record=cases[1].id, source=record.id)
    put(desks.coordinator, *cases, citation)
    duplicates.merge(desks.coordinator, cases[0].id, cases[1].id)
    assert record.id in leaving_with(desks.coordinator, cases[0])


def test_a_hand_off_takes_no_evidence_of_a_case_that_stays(
    desks: Desks, third: Session, tmp_path: Path
) -> None:
    _, record = withheld(desks, third, tmp_path)
    own = own_case(third, record, "derived_from", tmp_path)
    takes_all(desks, third, tmp_path)
    assert record.id not in leaving_with(desks.coordinator, own)
