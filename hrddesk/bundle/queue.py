"""What waits in all reviews at once: per bundle what is new, what needs a person, and what is plain.

Plain is what a coordinator may take over unseen: news, and changes on one side that only add, of a sender
whose words were compared, in a bundle that raises no alarm and brings no news of contacts. What deletes,
opens, brings back, merges, needs a look (see `looks`) or was changed on both sides is none, nor is what
refers to a record that is not here unless that is plain, too.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from hrddesk.bundle import contact_list, desk, review
from hrddesk.bundle.contacts import ContactState
from hrddesk.bundle.merge import State, before
from hrddesk.bundle.notices import Notice
from hrddesk.bundle.reviewed import Review, ReviewHead, ReviewItem
from hrddesk.errors import HrdDeskError
from hrddesk.jobs import Job, one_after_another
from hrddesk.records.joining import references
from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId
from hrddesk.session import Session
from hrddesk.store import reviews
from hrddesk.store.changes import Changes

_HARMLESS: Final = frozenset({Notice.SEQUENCE_GAP, Notice.SEQUENCE_BACK, Notice.CLOCK_AHEAD})
"""Notices that say how sticks travel; all others ask who did that, before anything is taken unseen."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A review that is open, in numbers of its records that wait; one record may count for several."""

    head: ReviewHead
    new: int
    changed: int
    conflicts: int
    deletes: int
    opens: int
    """That would let more people see what is here, or may open it."""
    brings_back: int
    arrives_public: int
    asked: int
    """What the sender asks for."""
    introduced: int
    """News of contacts, by a list that came with it."""
    plain: int

    @property
    def needs_me(self) -> int:
        """How many records and contacts wait for a look of their own."""
        return self.head.waiting - self.plain + self.introduced


@dataclass(frozen=True, slots=True)
class TakenPlain:
    """How many records a review changed here when what is plain of it was accepted; how many still wait."""

    head: ReviewHead
    taken: int
    left: int


def waiting(session: Session, job: Job) -> list[Waiting]:
    """Return all reviews that are open, in the order in which they were read; steps are reviews."""
    numbers = _open(session)
    made = []
    for done, number in enumerate(numbers):
        job.step(done, len(numbers))
        found = review.review(session, number, _within(job, done, len(numbers)))
        made.append(_counted(found, _introduced(session, number)))
    return made


def accept_plain(
    session: Session, numbers: Collection[int] | None, job: Job
) -> tuple[list[TakenPlain], Changes]:
    """Accept what is plain of these open reviews, of all for None, each in a transaction of its own.

    Steps are reviews. What was accepted before a cancelling stays, and each can be undone by itself.
    Raise ReviewNotFound, ReviewClosed; then nothing was accepted.
    """
    for number in numbers or ():
        review.require_open(session.store, number)
    chosen = _open(session) if numbers is None else sorted(set(numbers))
    done = one_after_another(
        chosen, lambda number, inner: _take_plain(session, number, inner), job, stops=(HrdDeskError,)
    )
    made, changes = list[TakenPlain](), Changes()
    for each in done:
        if each.made is not None:
            made.append(each.made[0])
            changes |= each.made[1]
    return made, changes


def _take_plain(session: Session, number: int, job: Job) -> tuple[TakenPlain, Changes]:
    found, taken = review.review(session, number, job), Changes()
    records = plain(found, _introduced(session, number))
    if records:
        is_all = len(records) == found.head.waiting
        taken = review.accept(session, number, None if is_all else records, job)
    number_taken = sum(map(len, (taken.cases, taken.parties, taken.events, taken.others)))
    return TakenPlain(found.head, number_taken, found.head.waiting - len(records)), taken


def plain(found: Review, introduced: int) -> list[RecordId]:
    """Return the records of a review that may be taken over unseen; none beside news of contacts.

    Those would go out of sight with the review, which closes once no record of it waits.
    """
    head = found.head
    is_quiet = not introduced and _HARMLESS.issuperset(head.notices)
    if head.sender_state is not ContactState.VERIFIED or not is_quiet:
        return []
    left = {item.record.id: item for item in found.items if not item.accepted}
    kept = {record for record, item in left.items() if _is_plain(item)}
    # What comes with a record that it refers to would be taken unseen with it, or missing.
    absent = {record for record, item in left.items() if before(item.merged) is None}
    while lost := {record for record in kept if not _leads_to(left[record], absent) <= kept}:
        kept -= lost
    return [record for record in left if record in kept]


def _leads_to(item: ReviewItem, absent: Collection[RecordId]) -> set[RecordId]:
    return {other for other in references(item.record) if other in absent}


def _is_plain(item: ReviewItem) -> bool:
    if item.merged.state is State.UNCHANGED:
        return True
    asks_for_yes = (
        item.merged.state is State.CONFLICT
        or item.record.kind is Kind.FORWARD
        or item.looks
        or item.deleted
        or item.deleted_here
        or item.loosened
        or item.regrouped
        or item.arrives_public
    )
    return not asks_for_yes


def _introduced(session: Session, number: int) -> int:
    return len(contact_list.read(session.store, number, desk.today()).news)


def _counted(found: Review, introduced: int) -> Waiting:
    items = [item for item in found.items if not item.accepted]

    def count(state: State) -> int:
        return sum(item.merged.state is state and not item.deletes for item in items)

    return Waiting(
        found.head,
        count(State.NEW),
        count(State.CHANGED),
        sum(item.merged.state is State.CONFLICT for item in items),
        found.deletes,
        found.opens,
        found.brings_back,
        found.arrives_public,
        0 if found.receipts is None else len(found.receipts.asked),
        introduced,
        len(plain(found, introduced)),
    )


def _open(session: Session) -> Sequence[int]:
    """Return the numbers of the open reviews, as they were read."""
    rows = reviews.all_reviews(session.store.db)
    return sorted(row.num for row in rows if row.state == reviews.OPEN)


def _within(job: Job, done: int, total: int) -> Job:
    """Return a job for the work within one review: it can be cancelled, and its steps are no steps of all."""
    return Job(lambda *_: job.step(done, total))
