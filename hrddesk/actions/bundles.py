"""Hand over and take over: write bundles, read them into the review queue, accept what came."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from hrddesk.bundle import contacts, read, review, selection, write
from hrddesk.bundle.merge import Side
from hrddesk.bundle.parcel import Parcel
from hrddesk.bundle.read import Inspected, ReviewSummary
from hrddesk.bundle.review import Accepted, Review, ReviewHead
from hrddesk.bundle.write import Written
from hrddesk.errors import AmbiguousReference, RecordNotFound
from hrddesk.jobs import Job
from hrddesk.records.record import RecordId
from hrddesk.session import Session
from hrddesk.store.changes import Changes

_PREFIX = 8


def write_bundle(
    session: Session, path: Path, to: Sequence[str], cases: Sequence[RecordId] | None, job: Job
) -> Written:
    """Write a bundle for verified contacts, by name: some cases, or everything for None.

    `path` may be a folder: then the file gets a name that says nothing. Raise as `bundle.write.write` does,
    ContactNotFound, RecordNotFound.
    """
    recipients = [contacts.named(session.store, name) for name in to]
    store = session.store
    chosen = selection.everything(store) if cases is None else selection.of_cases(store, cases)
    return write.write(session, path, recipients, Parcel(chosen), job)


def inspect(path: Path) -> Inspected:
    """Tell what anybody can see of a bundle; raise FileUnreadable, BundleError."""
    return read.inspect(path)


def read_bundle(session: Session, path: Path, job: Job) -> ReviewSummary:
    """Verify and decrypt a bundle into the review queue; raise as `bundle.read.read` does."""
    return read.read(session, path, job)


def all_reviews(session: Session) -> list[ReviewHead]:
    """Return all reviews without their records, the newest first."""
    return review.all_heads(session.store)


def review_bundle(session: Session, number: int, job: Job) -> Review:
    """Return a review, compared with the records as they are now; raise ReviewNotFound."""
    return review.review(session, number, job)


def find_records(found: Review, refs: Sequence[str]) -> list[RecordId]:
    """Return the records of a review by reference, id, or the beginning of an id (8 digits or more).

    Raise RecordNotFound, AmbiguousReference.
    """
    made = []
    for ref in refs:
        wanted = ref.strip()
        fits = [
            item.record.id
            for item in found.items
            if wanted.upper() == item.record.text("ref").upper()
            or (len(wanted) >= _PREFIX and item.record.id.startswith(wanted.lower()))
        ]
        if not wanted or not fits:
            raise RecordNotFound(ref=wanted)
        if len(fits) > 1:
            raise AmbiguousReference(ref=wanted, count=len(fits))
        made += fits
    return made


def accept(
    session: Session,
    number: int,
    records: Sequence[RecordId] | None,
    job: Job,
    *,
    take: Side | None = None,
    choices: Mapping[RecordId, Mapping[str, Side]] | None = None,
    loosen: bool = False,
) -> Accepted:
    """Accept what waits, all for None; raise ReviewNotFound, ReviewClosed, ReviewConflict, RecordNotFound.

    Without `loosen`, what is here keeps its level where the sender's would let more people see it.
    """
    return review.accept(session, number, records, job, take=take, choices=choices, loosen=loosen)


def reject(session: Session, number: int) -> None:
    """Drop what waits; raise ReviewNotFound, ReviewClosed."""
    review.reject(session, number)


def undo(session: Session, number: int) -> Changes:
    """Take the acceptance of a bundle back; raise ReviewNotFound, UndoNotPossible."""
    return review.undo(session, number)
