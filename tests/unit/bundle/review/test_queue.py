"""What waits in all reviews at once, and what of it may be taken over unseen."""

from pathlib import Path

import pytest

from hrddesk.bundle.receiving import read
from hrddesk.bundle.review import acceptance, queue
from hrddesk.bundle.review.queue import Waiting
from hrddesk.bundle.review.review_items import Hold
from hrddesk.bundle.review.review_reasons import ReviewReason
from hrddesk.bundle.trust import contacts, identity, own_identity
from hrddesk.bundle.trust.card import Card
from hrddesk.errors import ReviewClosed, ReviewNotFound
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, canonical_json
from hrddesk.store.exchange import reviews
from hrddesk.store.records import outgoing
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Cancelled, Job
from tests.unit.bundle.forge import Desks, forge_between, introduce, new_session, take
from tests.unit.bundle.hands import ONE, THREE, TWO, case, delete, give, hand_over, put, send

FOUR = RecordId("4" * 32)
FIVE = RecordId("5" * 32)


def event(record_id: RecordId, of: RecordId) -> Record:
    return Record(kind=Kind.EVENT, id=record_id, fields={"type": "detained", "case": of})


def public(record: Record) -> Record:
    return record.with_visibility(Visibility.PUBLIC)


def waiting(session: Session) -> list[Waiting]:
    return queue.waiting(session, Job())


def here(session: Session) -> set[RecordId]:
    return {
        record.id
        for record, version in outgoing.read(session.store, outgoing.everything(session.store))
        if not version.deleted
    }


def test_the_queue_counts_each_review_as_it_was_read(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(ONE, title="one"), case(TWO, title="two"))
    hand_over(desks, tmp_path)
    put(desks.documenter, case(THREE, title="three"))
    hand_over(desks, tmp_path)
    first, second = waiting(desks.coordinator)
    assert (first.head.id, first.new, first.plain, first.needs_me) == (1, 2, 2, 0)
    assert (second.head.id, second.new, second.plain, second.needs_me) == (2, 3, 3, 0)
    acceptance.reject(desks.coordinator, 1)
    assert [each.head.id for each in waiting(desks.coordinator)] == [2]


def test_what_was_changed_on_both_sides_deleted_or_opened_needs_a_look(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, *(case(each, title="old") for each in (ONE, TWO, THREE, FOUR)))
    send(desks.documenter, desks.coordinator, tmp_path)
    queue.accept_plain(desks.coordinator, None, Job())
    put(desks.coordinator, case(ONE, title="ours"))
    put(desks.documenter, case(ONE, title="theirs"), case(FOUR, title="old", note="new"))
    put(desks.documenter, public(case(THREE, title="old")))
    delete(desks.documenter, TWO)
    hand_over(desks, tmp_path)
    (found,) = waiting(desks.coordinator)
    assert (found.new, found.changed, found.conflicts, found.deletes, found.opens) == (0, 2, 1, 1, 1)
    assert (found.plain, found.needs_me) == (1, 3)
    taken, changes = queue.accept_plain(desks.coordinator, None, Job())
    assert [(each.taken, each.left) for each in taken] == [(1, 3)]
    assert changes.cases == {FOUR}
    assert here(desks.coordinator) == {ONE, TWO, THREE, FOUR}
    assert desks.coordinator.store.get(ONE).text("title") == "ours"
    assert desks.coordinator.store.get(FOUR).text("note") == "new"


def test_every_record_that_waits_is_here_plain_or_needs_a_look_for_a_reason(
    desks: Desks, tmp_path: Path
) -> None:
    put(desks.documenter, case(ONE, title="one"), case(TWO, title="old"))
    hand_over(desks, tmp_path)
    queue.accept_plain(desks.coordinator, None, Job())
    place = public(Record(kind=Kind.PLACE, id=FOUR, fields={"kind": "county"}))
    put(desks.documenter, place, event(FIVE, ONE).with_fields(place=FOUR), case(TWO, title="new"))
    put(desks.documenter, case(THREE, title="three"))
    number = hand_over(desks, tmp_path).review
    found = acceptance.review(desks.coordinator, number, Job())
    (counts,) = waiting(desks.coordinator)
    assert counts == Waiting.of(found)
    assert (counts.here, counts.plain, counts.needs_me) == (1, 1, 3)
    assert counts.here + counts.plain + counts.needs_me == counts.head.waiting
    assert {item.record.id: item.looks for item in found.items if item.needs_look} == {
        TWO: (ReviewReason.CHANGED,),
        FOUR: (ReviewReason.PUBLIC,),
        FIVE: (ReviewReason.WITH,),
    }
    (taken,) = queue.accept_plain(desks.coordinator, None, Job()).result
    assert (taken.taken, taken.here, taken.left) == (1, 1, 3)


def test_numbers_that_are_not_open_are_refused_before_anything_is_accepted(
    desks: Desks, tmp_path: Path
) -> None:
    for number, record_id in enumerate((ONE, TWO), 1):
        put(desks.documenter, case(record_id, title="new"))
        assert hand_over(desks, tmp_path).review == number
    acceptance.reject(desks.coordinator, 2)
    for numbers, error in (([1, 99], ReviewNotFound), ([1, 2], ReviewClosed)):
        with pytest.raises(error):
            queue.accept_plain(desks.coordinator, numbers, Job())
        assert here(desks.coordinator) == set()
    queue.accept_plain(desks.coordinator, [1], Job())
    assert here(desks.coordinator) == {ONE}


def test_what_leads_to_a_record_that_needs_a_look_waits_with_it(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, public(case(ONE, title="open")), event(TWO, ONE), case(THREE, title="three"))
    put(desks.documenter, event(FOUR, THREE))
    hand_over(desks, tmp_path)
    queue.accept_plain(desks.coordinator, None, Job())
    assert here(desks.coordinator) == {THREE, FOUR}  # the event of the open case would have brought it along
    (found,) = waiting(desks.coordinator)
    assert (found.arrives_public, found.plain, found.needs_me) == (1, 0, 2)


def test_what_was_deleted_here_does_not_come_back_unseen(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(ONE, title="one"))
    hand_over(desks, tmp_path)
    queue.accept_plain(desks.coordinator, None, Job())
    delete(desks.coordinator, ONE)
    put(desks.documenter, case(ONE, title="two"), event(TWO, ONE))
    hand_over(desks, tmp_path)
    queue.accept_plain(desks.coordinator, None, Job())
    assert here(desks.coordinator) == set()


def test_nothing_is_taken_unseen_of_one_whose_words_were_not_compared(desks: Desks, tmp_path: Path) -> None:
    other = new_session(tmp_path / "other.hrdv")
    introduce(other, desks.coordinator, "coordinator")
    day = own_identity.today()
    contacts.add(desks.coordinator.store, own_identity.own_card(other.store, day), "Avocet", day)
    put(other, case(ONE, title="one"))
    read.read(desks.coordinator, give(other, desks.coordinator, tmp_path), Job())
    other.close()
    (found,) = waiting(desks.coordinator)
    assert (found.holds, found.needs_me) == ((Hold.SENDER,), 1)
    taken, changes = queue.accept_plain(desks.coordinator, None, Job())
    assert [(each.taken, each.left) for each in taken] == [(0, 1)]
    assert not changes


@pytest.mark.parametrize(("notice", "taken"), [("history-back", 0), ("sequence-gap", 1)])
def test_nothing_is_taken_unseen_of_a_bundle_that_raises_an_alarm(
    desks: Desks, tmp_path: Path, notice: str, taken: int
) -> None:
    put(desks.documenter, case(ONE, title="one"))
    number = hand_over(desks, tmp_path).review
    with desks.coordinator.store.change("test"):
        reviews.add_notice(desks.coordinator.store.db, number, notice)
    found = queue.accept_plain(desks.coordinator, None, Job()).result
    assert [each.taken for each in found] == [taken]


def test_only_the_reviews_that_were_named_are_touched_and_each_is_undone_by_itself(
    desks: Desks, tmp_path: Path
) -> None:
    put(desks.documenter, case(ONE, title="one"))
    hand_over(desks, tmp_path)
    put(desks.documenter, case(TWO, title="two"))
    hand_over(desks, tmp_path)
    taken = queue.accept_plain(desks.coordinator, [2], Job()).result
    assert [each.head.id for each in taken] == [2]
    assert [each.head.id for each in waiting(desks.coordinator)] == [1]
    acceptance.undo(desks.coordinator, 2)
    assert here(desks.coordinator) == set()


def test_cancelling_keeps_what_was_accepted_by_then(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(ONE, title="one"))
    hand_over(desks, tmp_path)
    put(desks.documenter, case(TWO, title="two"))
    hand_over(desks, tmp_path)

    def step(done: int, _: int) -> None:
        if done == 1:
            raise Cancelled

    taken, changes = queue.accept_plain(desks.coordinator, None, Job(step))
    assert [each.head.id for each in taken] == [1]
    assert changes.cases == {ONE}


def test_nothing_is_taken_unseen_beside_news_of_contacts(desks: Desks, tmp_path: Path) -> None:
    card = Card.make(identity.generate(own_identity.today().toordinal()))
    raw = canonical_json({"card": card.raw.decode("ascii"), "name": "Avocet", "revoked": None}) + b"\n"
    number = take(
        desks.coordinator,
        forge_between(
            desks.documenter, desks.coordinator, contacts=raw, head={"line": desks.documenter.line}
        ).seal(),
        tmp_path / "list",
    ).review
    (found,) = waiting(desks.coordinator)
    assert (found.head.id, found.new, found.introduced, found.plain, found.needs_me) == (number, 1, 1, 0, 1)
    taken = queue.accept_plain(desks.coordinator, [number], Job()).result
    assert [(each.taken, each.left) for each in taken] == [(0, 1)]
