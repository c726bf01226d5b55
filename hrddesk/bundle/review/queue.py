"""What waits in all reviews at once: per bundle what is new, what needs a person, and what is plain.

Plain is what a coordinator may take over unseen: news, and changes on one side that only add, of a sender
whose words were compared, in a bundle that raises no alarm and brings no news of contacts. What deletes,
opens, brings back, merges, needs a look (see `review_reasons`) or was changed on both sides is none, nor is
what refers to a record that is not here unless that is plain, too.
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
from hrddesk.store.records.changes import Changes
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job, one_after_another


@dataclass(frozen=True, slots=True, kw_only=True)
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
    here: int
    """That are here just so."""
    plain: int
    """That may be taken unseen, without what is here just so."""
    needs_me: int
    """That wait for a look of their own: accepting what is plain leaves these."""
    holds: tuple[Hold, ...]
    """Why nothing of it is plain."""

    @classmethod
    def of(cls, review: Review) -> Self:
        """Return the numbers of a review."""
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
    """How many records a review changed here when what is plain of it was accepted; how many still wait."""

    head: ReviewHead
    taken: int
    here: int
    """Were here just so, and do not wait any more."""
    left: int


def waiting(session: Session, job: Job) -> list[Waiting]:
    """Return all reviews that are open, in the order in which they were read; steps are reviews."""
    numbers = _open(session)
    waiting_reviews = []
    for done, number in enumerate(numbers):
        job.step(done, len(numbers))
        review = acceptance.review(session, number, _within(job, done, len(numbers)))
        waiting_reviews.append(Waiting.of(review))
    return waiting_reviews


def accept_plain(
    session: Session, numbers: Collection[int] | None, job: Job
) -> tuple[list[TakenPlain], Changes]:
    """Accept what is plain of these open reviews, of all for None, each in a transaction of its own.

    Steps are reviews. What was accepted before a cancelling stays, and each can be undone by itself.
    Raise ReviewNotFound, ReviewClosed; then nothing was accepted.
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
    return taken_reviews, changes


def _take_plain(session: Session, number: int, job: Job) -> tuple[TakenPlain, Changes]:
    review, taken = acceptance.review(session, number, job), Changes()
    unseen = [item.record.id for item in review.unseen]
    if unseen:
        taken = acceptance.accept(session, number, unseen if review.needs_me else None, job)
    number_taken = sum(map(len, (taken.cases, taken.parties, taken.events, taken.others)))
    here = sum(item.is_here for item in review.unseen)
    return TakenPlain(review.head, number_taken, here, review.needs_me), taken


def _open(session: Session) -> Sequence[int]:
    """Return the numbers of the open reviews, as they were read."""
    rows = reviews.all_reviews(session.store.db)
    return sorted(row.num for row in rows if row.state == reviews.OPEN)


def _within(job: Job, done: int, total: int) -> Job:
    """Return a job for the work within one review: it can be cancelled, and its steps are no steps of all."""
    return Job(lambda *_: job.step(done, total))
