"""The review: what is shown, what acceptance merges, what rejection drops, what undo takes back."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from hrddesk.actions.vault import vaults
from hrddesk.bundle.merging.merge import MergeState, PartVerdict, Side
from hrddesk.bundle.merging.own_versions import our_version
from hrddesk.bundle.receiving import read
from hrddesk.bundle.review import acceptance, arrivals
from hrddesk.bundle.sending import selection, write
from hrddesk.bundle.sending.parcel import Parcel
from hrddesk.errors import (
    BundleSeenBefore,
    RecordNotFound,
    ReviewClosed,
    ReviewConflict,
    ReviewNotFound,
    UndoNotPossible,
)
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import TRAVELLING, Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.store.evidence import staging
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Cancelled, Job
from tests.filled import full_record, saying
from tests.unit.bundle.forge import (
    Desks,
    Forge,
    a_case,
    evidence_lines,
    forge_between,
    record_line,
    take,
    traces,
)
from tests.unit.bundle.hands import (
    ONE,
    THREE,
    TWO,
    case,
    content,
    delete,
    give,
    hand_over,
    put,
    send,
    stopped,
)

# --- accept ---------------------------------------------------------------------------------------------


def test_acceptance_brings_all_of_it_as_it_was(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(narrative="said"), Record(kind=Kind.PARTY, id=TWO).with_fields(sex="f"))
    found = hand_over(desks, tmp_path)
    assert desks.coordinator.store.find(ONE) is None
    shown = acceptance.review(desks.coordinator, found.review, Job())
    assert [item.merged.state for item in shown.items] == [MergeState.NEW, MergeState.NEW]
    assert (shown.head.state, shown.head.sender, shown.head.waiting) == ("open", "documenter", 2)
    changes = acceptance.accept(desks.coordinator, found.review, None, Job())
    assert changes.cases == {ONE}
    assert content(desks.coordinator) == content(desks.documenter)
    heads = acceptance.all_heads(desks.coordinator.store)
    assert [(head.id, head.state, head.waiting) for head in heads] == [(found.review, "accepted", 0)]


def test_the_same_again_changes_nothing(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case())
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    before = content(desks.coordinator), len(desks.coordinator.store.history.of_record(ONE))
    again = hand_over(desks, tmp_path)
    assert (again.new, again.changed, again.unchanged) == (0, 0, 1)
    assert not acceptance.accept(desks.coordinator, again.review, None, Job())
    assert (content(desks.coordinator), len(desks.coordinator.store.history.of_record(ONE))) == before
    assert acceptance.all_heads(desks.coordinator.store)[0].state == "accepted"
    assert not acceptance.undo(desks.coordinator, again.review).changes


def test_an_empty_review_can_be_accepted_and_undone(desks: Desks, tmp_path: Path) -> None:
    found = hand_over(desks, tmp_path)
    acceptance.accept(desks.coordinator, found.review, None, Job())
    acceptance.undo(desks.coordinator, found.review)
    assert acceptance.all_heads(desks.coordinator.store)[0].state == "open"


def test_single_records_bring_along_what_they_need(desks: Desks, tmp_path: Path) -> None:
    party = Record(kind=Kind.PARTY, id=TWO).with_fields(sex="f")
    event = (
        Record(kind=Kind.EVENT, id=THREE)
        .with_fields(case=ONE, type="detained")
        .with_elements("parties", [{"party": TWO, "role": "victim"}])
    )
    other = Record(kind=Kind.PARTY, id=new_id()).with_fields(sex="m")
    put(desks.documenter, case(), party, event, other)
    found = hand_over(desks, tmp_path)
    store = desks.coordinator.store
    acceptance.accept(desks.coordinator, found.review, [THREE], Job())
    assert [store.find(record_id) is not None for record_id in (ONE, TWO, THREE)] == [True, True, True]
    assert store.find(other.id) is None
    shown = acceptance.review(desks.coordinator, found.review, Job())
    assert (shown.head.state, shown.head.waiting) == ("open", 1)
    assert {item.record.id for item in shown.items if item.accepted} == {ONE, TWO, THREE}
    with pytest.raises(RecordNotFound):
        acceptance.accept(desks.coordinator, found.review, [ONE], Job())
    acceptance.accept(desks.coordinator, found.review, [other.id, other.id], Job())
    assert acceptance.all_heads(store)[0].state == "accepted"
    acceptance.undo(desks.coordinator, found.review)
    assert content(desks.coordinator) == ({}, [])


def test_what_is_here_already_is_not_brought_along(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(title="theirs"))
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    put(desks.documenter, case(title="newer"), Record(kind=Kind.EVENT, id=THREE).with_fields(case=ONE))
    found = hand_over(desks, tmp_path)
    acceptance.accept(desks.coordinator, found.review, [THREE], Job())
    assert desks.coordinator.store.get(ONE).text("title") == "theirs"


@pytest.mark.parametrize("side", list(Side))
def test_a_conflict_needs_a_choice_and_stays_solved(desks: Desks, tmp_path: Path, side: Side) -> None:
    put(desks.documenter, case())
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    put(desks.documenter, case(title="theirs", status="open"))
    put(desks.coordinator, case(title="ours"))
    found = hand_over(desks, tmp_path)
    assert found.conflicts == 1
    before = content(desks.coordinator)
    with pytest.raises(ReviewConflict, match="both sides: 1"):
        acceptance.accept(desks.coordinator, found.review, None, Job())
    assert content(desks.coordinator) == before
    (item,) = acceptance.review(desks.coordinator, found.review, Job()).items
    assert [(part.part, part.ours, part.theirs) for part in item.merged.conflicts] == [
        ("title", "ours", "theirs")
    ]
    assert [part.part for part in item.merged.changes] == ["status"]
    acceptance.accept(desks.coordinator, found.review, None, Job(), take=side)
    merged = desks.coordinator.store.get(ONE)
    assert (merged.text("title"), merged.text("status")) == (side.value, "open")
    back = send(desks.coordinator, desks.documenter, tmp_path)
    assert back.conflicts == 0
    acceptance.accept(desks.documenter, back.review, None, Job())
    assert content(desks.documenter) == content(desks.coordinator)
    assert hand_over(desks, tmp_path).unchanged == 1
    acceptance.undo(desks.documenter, back.review)
    assert desks.documenter.store.get(ONE).text("title") == "theirs"


def test_each_part_can_be_chosen(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(), case(TWO))
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    put(desks.documenter, case(title="theirs", status="open"), case(TWO, title="theirs"))
    put(desks.coordinator, case(title="ours"), case(TWO, title="ours"))
    found = hand_over(desks, tmp_path)
    choices = {ONE: {"title": Side.THEIRS, "status": Side.OURS}}
    with pytest.raises(ReviewConflict):
        acceptance.accept(desks.coordinator, found.review, None, Job(), choices=choices)
    acceptance.accept(desks.coordinator, found.review, None, Job(), choices=choices, take=Side.OURS)
    first, second = desks.coordinator.store.get(ONE), desks.coordinator.store.get(TWO)
    assert (first.text("title"), first.text("status"), second.text("title")) == ("theirs", "", "ours")
    back = send(desks.coordinator, desks.documenter, tmp_path)
    assert (back.conflicts, back.changed) == (0, 2)


def test_a_deletion_is_proposed_and_done_only_when_accepted(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(), case(TWO))
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    with desks.documenter.store.change("test") as change:
        change.delete(ONE)
        change.delete(TWO)
    put(desks.coordinator, case(TWO, title="still needed"))
    found = hand_over(desks, tmp_path)
    assert (found.changed, found.conflicts) == (1, 1)
    shown = acceptance.review(desks.coordinator, found.review, Job())
    assert [item.deleted for item in shown.items] == [True, True]
    assert desks.coordinator.store.find(ONE) is not None
    acceptance.accept(desks.coordinator, found.review, [ONE], Job())
    acceptance.accept(desks.coordinator, found.review, [TWO], Job(), take=Side.OURS)
    assert desks.coordinator.store.find(ONE) is None
    assert desks.coordinator.store.get(TWO).text("title") == "still needed"
    back = send(desks.coordinator, desks.documenter, tmp_path)
    acceptance.accept(desks.documenter, back.review, None, Job())
    assert content(desks.documenter) == content(desks.coordinator)
    acceptance.undo(desks.coordinator, found.review)
    assert desks.coordinator.store.find(ONE) is not None


def test_what_a_deletion_takes_away_is_found_by_no_word_any_more(desks: Desks, tmp_path: Path) -> None:
    tagged = case(narrative="by the weir").with_elements("tags", [{"text": "kingfisher"}])
    put(desks.documenter, tagged)
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    delete(desks.documenter, tagged.id)
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    store = desks.coordinator.store
    assert store.find(tagged.id) is None
    assert list(store.search.by_words("kingfisher", list)) == []
    assert store.db.execute("SELECT count(*) FROM search_text").fetchone() == (0,)
    assert vaults.check(desks.coordinator, Job()).damage == []


def test_the_tombstone_of_an_unknown_record_is_remembered(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case())
    late = tmp_path / "late"
    write.write(
        desks.documenter,
        late,
        [desks.to_coordinator],
        Parcel(records=selection.everything(desks.documenter.store)),
        Job(),
    )
    with desks.documenter.store.change("test") as change:
        change.delete(ONE)
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    assert content(desks.coordinator) == content(desks.documenter)
    found = read.read(desks.coordinator, late, Job())
    assert (found.new, found.unchanged) == (0, 1)
    acceptance.accept(desks.coordinator, found.review, None, Job())
    assert desks.coordinator.store.find(ONE) is None


def test_undo_of_a_tombstone_leaves_none(desks: Desks, tmp_path: Path) -> None:
    """A record that never was here, and one that was deleted here too, by a deletion of its own."""
    put(desks.documenter, case(), case(TWO))
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, [ONE], Job())
    for session, records in ((desks.documenter, (ONE, TWO)), (desks.coordinator, (ONE,))):
        delete(session, *records)
    before = content(desks.coordinator)
    number = hand_over(desks, tmp_path).review
    acceptance.accept(desks.coordinator, number, None, Job())
    assert content(desks.coordinator) != before
    acceptance.undo(desks.coordinator, number)
    assert content(desks.coordinator) == before
    assert our_version(desks.coordinator.store, TWO) is None


def test_acceptance_is_all_or_nothing(desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrivals, "_BATCH", 32)
    put(desks.documenter, *(replace(a_case(), id=RecordId(f"{number:032x}")) for number in range(200)))
    found = hand_over(desks, tmp_path)
    before = traces(desks.coordinator)
    for steps in range(6):
        with pytest.raises(Cancelled):
            acceptance.accept(desks.coordinator, found.review, None, stopped(steps))
        assert traces(desks.coordinator) == before
    assert len(acceptance.accept(desks.coordinator, found.review, None, Job()).cases) == 200


def with_evidence(desks: Desks, files: list[bytes]) -> Forge:
    return forge_between(desks.documenter, desks.coordinator, records=evidence_lines(*files), files=files)


# --- evidence -------------------------------------------------------------------------------------------


def test_evidence_moves_in_with_its_record_and_out_with_undo(desks: Desks, tmp_path: Path) -> None:
    files = [b"small", os.urandom(100_000), os.urandom(100_001)]
    raw = forge_between(
        desks.documenter, desks.coordinator, records=evidence_lines(*files), files=files
    ).seal()
    number = take(desks.coordinator, raw, tmp_path / "a").review
    store, session = desks.coordinator.store, desks.coordinator
    first, second, third = (RecordId(f"{place:032x}") for place in range(3))
    acceptance.accept(session, number, [second], Job())
    assert store.blobs.hashes() == [store.get(second).text("sha256")]
    assert b"".join(store.blobs.chunks(store.get(second).text("sha256"))) == files[1]
    assert len(staging.staged(store.db, number)) == 2
    acceptance.undo(session, number)
    assert store.blobs.hashes() == []
    assert len(staging.staged(store.db, number)) == 3
    acceptance.accept(session, number, None, Job())
    assert [
        b"".join(store.blobs.chunks(store.get(i).text("sha256"))) for i in (first, second, third)
    ] == files
    assert staging.staged(store.db, number) == []
    assert store.blobs.sweep() == 0


def test_evidence_that_another_record_speaks_of_stays_after_undo(desks: Desks, tmp_path: Path) -> None:
    files = [os.urandom(100_000)]
    raw = forge_between(
        desks.documenter, desks.coordinator, records=evidence_lines(*files), files=files
    ).seal()
    number = take(desks.coordinator, raw, tmp_path / "a").review
    session = desks.coordinator
    acceptance.accept(session, number, None, Job())
    (sha256,) = session.store.blobs.hashes()
    put(session, Record(kind=Kind.EVIDENCE, id=new_id()).with_fields(sha256=sha256, size=100_000))
    acceptance.undo(session, number)
    assert b"".join(session.store.blobs.chunks(sha256)) == files[0]
    acceptance.accept(session, number, None, Job())
    acceptance.undo(session, number)
    assert session.store.blobs.hashes() == [sha256]


def test_evidence_that_is_here_already_is_kept_once(desks: Desks, tmp_path: Path) -> None:
    files = [os.urandom(100_000)]
    made = with_evidence(desks, files)
    session = desks.coordinator
    first = take(session, made.seal(), tmp_path / "a").review
    second = take(session, replace(made, id=bytes(16)).seal(), tmp_path / "b").review
    acceptance.accept(session, first, None, Job())
    acceptance.accept(session, second, None, Job())
    assert len(session.store.blobs.hashes()) == 1
    assert len(staging.staged(session.store.db, second)) == 1
    acceptance.undo(session, second)
    assert len(session.store.blobs.hashes()) == 1
    acceptance.reject(session, second)
    assert len(list((session.folder / "att").glob("*/*"))) == 1


def test_evidence_removed_after_acceptance_leaves_no_file(desks: Desks, tmp_path: Path) -> None:
    files = [os.urandom(100_000)]
    raw = forge_between(
        desks.documenter, desks.coordinator, records=evidence_lines(*files), files=files
    ).seal()
    session = desks.coordinator
    number = take(session, raw, tmp_path / "a").review
    acceptance.accept(session, number, None, Job())
    (sha256,) = session.store.blobs.hashes()
    with session.store.change("test"):
        session.store.blobs.drop(sha256)
    assert session.store.blobs.sweep() == 1
    acceptance.undo(session, number)
    assert staging.staged(session.store.db, number) == []


# --- reject and undo ------------------------------------------------------------------------------------


def test_rejection_drops_what_waits_and_keeps_what_was_accepted(desks: Desks, tmp_path: Path) -> None:
    files = [b"small", os.urandom(100_000)]
    records = evidence_lines(*files) + record_line(case())
    raw = forge_between(desks.documenter, desks.coordinator, records=records, files=files).seal()
    session = desks.coordinator
    number = take(session, raw, tmp_path / "a").review
    acceptance.accept(session, number, [ONE], Job())
    acceptance.reject(session, number)
    assert session.store.find(ONE) is not None
    assert list((session.folder / "att").glob("*/*")) == []
    shown = acceptance.review(session, number, Job())
    assert (shown.head.state, [item.record.id for item in shown.items]) == ("rejected", [ONE])
    for call in (
        lambda: acceptance.accept(session, number, None, Job()),
        lambda: acceptance.reject(session, number),
    ):
        with pytest.raises(ReviewClosed, match="rejected"):
            call()
    acceptance.undo(session, number)
    assert session.store.find(ONE) is None
    assert acceptance.all_heads(session.store)[0].state == "open"


def test_what_was_rejected_beside_what_is_undone_can_be_read_again(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(), case(TWO))
    session, path = desks.coordinator, give(desks.documenter, desks.coordinator, tmp_path)
    number = read.read(session, path, Job()).review
    acceptance.accept(session, number, [ONE], Job())
    acceptance.reject(session, number)
    acceptance.undo(session, number)
    assert acceptance.review(session, number, Job()).head.waiting == 1
    acceptance.accept(session, number, None, Job())
    read.read(session, path, Job())
    shown = acceptance.review(session, number, Job())
    assert [(item.record.id, item.accepted) for item in shown.items] == [(ONE, True), (TWO, False)]
    with pytest.raises(BundleSeenBefore):
        read.read(session, path, Job())
    acceptance.undo(session, number)
    assert content(session) == ({}, [])
    assert acceptance.all_heads(session.store)[0].waiting == 2


def test_undo_is_refused_when_there_is_nothing_or_it_was_changed_since(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case())
    session = desks.coordinator
    number = hand_over(desks, tmp_path).review
    with pytest.raises(UndoNotPossible, match="accepted"):
        acceptance.undo(session, number)
    acceptance.accept(session, number, None, Job())
    with pytest.raises(ReviewClosed, match="accepted"):
        acceptance.accept(session, number, None, Job())
    put(session, case(title="changed"))
    before = traces(session)
    with pytest.raises(UndoNotPossible, match="changed"):
        acceptance.undo(session, number)
    assert traces(session) == before
    assert acceptance.all_heads(session.store)[0].state == "accepted"


def test_what_was_only_noted_since_holds_no_undo_up(desks: Desks, tmp_path: Path) -> None:
    number = take(desks.coordinator, with_evidence(desks, [b"small"]).seal(), tmp_path / "a").review
    session, piece = desks.coordinator, RecordId(f"{0:032x}")
    acceptance.accept(session, number, None, Job())
    for _ in range(2):  # an entry of the custody log, and handing the file on, change nothing of it
        with session.store.change("evidence.viewed") as change:
            change.note(piece)
    acceptance.undo(session, number)
    assert content(session) == ({}, [])
    assert acceptance.all_heads(session.store)[0].waiting == 1
    acceptance.accept(session, number, None, Job())
    with session.store.change("evidence.viewed") as change:
        change.note(piece)
    put(session, session.store.get(piece).with_fields(title="changed"))
    with pytest.raises(UndoNotPossible, match="changed"):
        acceptance.undo(session, number)


def test_there_is_no_such_review(session: Session) -> None:
    for call in (
        lambda: acceptance.review(session, 1, Job()),
        lambda: acceptance.accept(session, 1, None, Job()),
        lambda: acceptance.reject(session, 1),
        lambda: acceptance.undo(session, 1),
    ):
        with pytest.raises(ReviewNotFound):
            call()
    assert acceptance.all_heads(session.store) == []


def test_undo_leads_back_to_the_same_content_and_the_same_bundle_can_be_accepted_again(
    desks: Desks, tmp_path: Path
) -> None:
    put(desks.documenter, case(), case(TWO))
    put(desks.coordinator, case(THREE))
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    put(desks.documenter, case(title="newer", narrative="more"))
    with desks.documenter.store.change("test") as change:
        change.delete(TWO)
    before = content(desks.coordinator)
    number = hand_over(desks, tmp_path).review
    acceptance.accept(desks.coordinator, number, None, Job())
    after = content(desks.coordinator)
    assert after != before
    acceptance.undo(desks.coordinator, number)
    assert content(desks.coordinator) == before
    acceptance.accept(desks.coordinator, number, None, Job())
    assert content(desks.coordinator) == after


def test_a_record_whose_acceptance_was_undone_was_never_here(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case())
    number = hand_over(desks, tmp_path).review
    acceptance.accept(desks.coordinator, number, None, Job())
    acceptance.undo(desks.coordinator, number)
    assert our_version(desks.coordinator.store, ONE) is None
    assert our_version(desks.coordinator.store, TWO) is None
    assert hand_over(desks, tmp_path).new == 1


def test_all_kinds_travel_whole(desks: Desks, tmp_path: Path) -> None:
    """Every field and list of every kind comes back as it was."""
    say = saying("text {}", ONE, "ug")
    made = [full_record(kind, new_id(), say).with_visibility(Visibility.SECRET) for kind in TRAVELLING]
    put(desks.documenter, *made)
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    assert content(desks.coordinator) == content(desks.documenter)
    for record in made:
        found = desks.coordinator.store.get(record.id)
        assert json.loads(found.canonical()) == json.loads(record.canonical())


def test_what_is_shown_of_a_change_names_both_sides(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case())
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    put(desks.documenter, case(title="newer"))
    (item,) = acceptance.review(desks.coordinator, hand_over(desks, tmp_path).review, Job()).items
    (part,) = item.merged.changes
    assert (part.part, part.verdict, part.ours, part.theirs) == (
        "title",
        PartVerdict.THEIRS,
        "a case",
        "newer",
    )
