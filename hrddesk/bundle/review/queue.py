"""The open reviews at a glance: for each bundle, how many records are new, plain, or need a decision.

Plain records may be accepted unseen. They are new records, and changes of one side that only add. Nothing of
a bundle is plain if its sender is not verified, if it has an alarming notice, or if it has news of contacts.
Not plain are deletions, changes that let more people see a record, restored records, merges, changes on both
sides, and records that need a look (see `review_reasons`). A record is not plain either if it refers to a new
record of the bundle that is not plain.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Self

from hrddesk.bundle.merging.merge import MergeState
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.review.review_items import Hold, Review, ReviewHead
from hrddesk.errors import HrdDeskError
from hrddesk.store.exchange import reviews
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job, one_after_another


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """The numbers of waiting records of an open review; one record may count in several numbers."""

    head: ReviewHead
    new: int
    changed: int
    conflicts: int
    deletes: int
    opens: int
    """Records that would, or could, let more people see local data."""
    brings_back: int
    arrives_public: int
    asked: int
    """Requests of the sender."""
    introduced: int
    """Contacts in a contact list of the bundle that are new."""
    here: int
    """Records that this vault has in identical form."""
    plain: int
    """Records that may be accepted unseen, without identical ones."""
    needs_me: int
    """Records that the user has to look at: accepting plain ones leaves these."""
    holds: tuple[Hold, ...]
    """The reasons why nothing of the review is plain."""

    @classmethod
    def of(cls, review: Review) -> Self:
        """Return the numbers of waiting records in a review."""
        states = Counter(item.merged.state for item in review.waiting if not item.deletes)
        return cls(
            head=review.head,
            new=states[MergeState.NEW],
            changed=states[MergeState.CHANGED],
            conflicts=sum(item.merged.state is MergeState.CONFLICT for item in review.waiting),
            deletes=review.deletes,
            opens=review.opens,
            brings_back=review.brings_back,
            arrives_public=review.arrives_public,
            asked=0 if review.receipts is None else len(review.receipts.asked),
            introduced=review.introduced,
            here=sum(item.is_here for item in review.waiting),
            plain=sum(not item.is_here for item in review.unseen),
            needs_me=review.needs_me,
            holds=review.holds,
        )


@dataclass(frozen=True, slots=True)
class TakenPlain:
    """The result of accepting the plain records of a review: the numbers of records changed here and still
    waiting.
    """

    head: ReviewHead
    taken: int
    here: int
    """The number of identical records, which do not wait any more."""
    left: int


def waiting(session: Session, job: Job) -> list[Waiting]:
    """Return the counts of all open reviews, in the order in which they were read; steps are reviews."""
    numbers = _open(session)
    waiting_reviews = []
    for done, number in enumerate(numbers):
        job.step(done, len(numbers))
        review = acceptance.review(session, number, _within(job, done, len(numbers)))
        waiting_reviews.append(Waiting.of(review))
    return waiting_reviews


def accept_plain(session: Session, numbers: Collection[int] | None, job: Job) -> Outcome[list[TakenPlain]]:
    """Accept the plain records of the reviews `numbers`, review by review; None means all open reviews.

    Steps are reviews; each is a transaction and can be undone by itself. What was accepted before a
    cancellation stays. Raise ReviewNotFound, ReviewClosed; then nothing was accepted.
    """
    for number in numbers or ():
        acceptance.require_open(session.store, number)
    chosen = _open(session) if numbers is None else sorted(set(numbers))
    done = one_after_another(
        chosen, lambda number, inner: _take_plain(session, number, inner), job, stops=(HrdDeskError,)
    )
    taken_reviews, changes = list[TakenPlain](), Changes()
    for each in done:
        if each.made is not None:
            taken_reviews.append(each.made[0])
            changes |= each.made[1]
    return Outcome(taken_reviews, changes)


def _take_plain(session: Session, number: int, job: Job) -> Outcome[TakenPlain]:
    review, taken = acceptance.review(session, number, job), Changes()
    unseen = [item.record.id for item in review.unseen]
    if unseen:
        taken = acceptance.accept(session, number, unseen if review.needs_me else None, job)
    number_taken = sum(map(len, (taken.cases, taken.parties, taken.events, taken.others)))
    here = sum(item.is_here for item in review.unseen)
    return Outcome(TakenPlain(review.head, number_taken, here, review.needs_me), taken)


def _open(session: Session) -> Sequence[int]:
    """Return the numbers of the open reviews, in the order in which the bundles were read."""
    rows = reviews.all_reviews(session.store.db)
    return sorted(row.num for row in rows if row.state == reviews.OPEN)


def _within(job: Job, done: int, total: int) -> Job:
    """Return a job for one review: it can be cancelled, but does not advance the steps of `job`."""
    return Job(lambda *_: job.step(done, total))
