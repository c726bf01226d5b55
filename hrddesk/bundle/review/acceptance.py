"""Reviews: show, accept, reject or undo what was received. Only accepting and undoing change records."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from hrddesk.bundle.format import custody_lines, record_lines
from hrddesk.bundle.merging import level_changes
from hrddesk.bundle.merging.ancestors import bases
from hrddesk.bundle.merging.merge import Side
from hrddesk.bundle.merging.own_versions import our_version, our_versions, was_before
from hrddesk.bundle.merging.version_bounds import Vouched, compared
from hrddesk.bundle.receipts import receipt_format
from hrddesk.bundle.review import arrivals, review_reasons
from hrddesk.bundle.review.plan import Planner
from hrddesk.bundle.review.review_items import EvidenceContent, Review, ReviewHead, ReviewItem, with_company
from hrddesk.bundle.trust import contact_list, contacts, own_identity
from hrddesk.errors import RecordNotFound, ReviewClosed, ReviewConflict, ReviewNotFound, UndoNotPossible
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.model.versions import WHOLE, Dot, Version
from hrddesk.records.rules.joining import references
from hrddesk.store.evidence import custody, file_origins, staging
from hrddesk.store.exchange import contacts as contact_rows
from hrddesk.store.exchange import reviews
from hrddesk.store.exchange.reviews import ReviewRow
from hrddesk.store.publications import protected_texts
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.records.forwarding import merged_away
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job, silent

_STEP: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance(Changes):
    """The changes that accepting received records made."""

    kept: int = 0
    """The number of records that kept a stricter level than the sender's, or their people, case or kind."""
    beside: int = 0
    """The number of merged records that are kept apart because a joint text would be too long; see
    `Change.beside`.
    """


def all_heads(store: Store) -> list[ReviewHead]:
    """Return all reviews, the newest first."""
    return [_head(store, row) for row in reviews.all_reviews(store.db)]


def head(store: Store, number: int) -> ReviewHead:
    """Return a review without its records; raise ReviewNotFound."""
    return _head(store, _row(store, number))


def require_open(store: Store, number: int) -> None:
    """Raise ReviewNotFound, or ReviewClosed if nothing of the review can be accepted any more."""
    _open(store, number)


def review(session: Session, number: int, job: Job) -> Review:
    """Return a review, each of its records compared with the current one; raise ReviewNotFound."""
    row = _row(session.store, number)
    rows, items = list(reviews.items(session.store.db, number)), []
    ours = our_versions(session.store, [RecordId(item.record) for item in rows])
    vouched = Vouched(session.store, contact_rows.bundle_numbered(session.store.db, row.bundle), session.line)
    staged = {blob.sha256 for blob in staging.staged(session.store.db, number)}
    away = merged_away(session.store.db)
    changed = reviews.changed(session.store.db, number)
    lacking = custody_lines.lacking(session.store, number)
    came, evidence_came = [], set[RecordId]()
    for done, item in enumerate(rows):
        if done % _STEP == 0:
            job.step(done, 2 * len(rows))
        record, version = record_lines.decode_text(item.line)
        came.append((item, record, version))
        if record.kind is Kind.EVIDENCE:
            evidence_came.add(record.id)
    for done, (item, record, version) in enumerate(came, len(rows)):
        if done % _STEP == 0:
            job.step(done, 2 * len(rows))
        merged = compared(vouched, ours.get(record.id), (record, version))
        was = was_before(session.store, merged)
        merged_item = ReviewItem(
            record=record,
            deleted=version.deleted,
            merged=merged,
            accepted=item.act is not None,
            loosened=level_changes.proposed(merged, was),
            regrouped=level_changes.regrouped(merged, level_changes.their_side(merged), was),
            brings_back=level_changes.brings_back(merged) and record.id not in away,
            arrives_public=level_changes.arrives_public(merged),
            content=_content_of(session.store, record, staged),
            bases=bases(session.store, merged, vouched.of_us(record.id, version)),
            merged_into=away.get(record.id),
            changes=review_reasons.looks(
                merged, cites_here=_cites_here(session.store, record, away, evidence_came)
            ),
            taken=record.id in changed,
            log_lacks=record.id in lacking,
        )
        items.append((_made(record, version), merged_item))
    items.sort(key=lambda pair: pair[0])
    receipt_report = receipt_format.said(session.store, number)
    introduced = len(contact_list.read(session.store, number, own_identity.today()).news)
    review_items = with_company(item for _, item in items)
    return Review(_head(session.store, row), review_items, receipt_report, introduced)


def _cites_here(
    store: Store, record: Record, away: Mapping[RecordId, RecordId], evidence_came: Collection[RecordId]
) -> bool:
    """Tell whether a record cites a source that is no evidence, for a record of this vault."""
    if record.kind is not Kind.CITATION:
        return False
    subject_id, source = (RecordId(record.text(name)) for name in ("record", "source"))
    is_evidence = source in evidence_came or store.tables.kind_of(source) is Kind.EVIDENCE
    return store.tables.kind_of(away.get(subject_id, subject_id)) is not None and not is_evidence


def _content_of(store: Store, record: Record, staged: Collection[str]) -> EvidenceContent | None:
    sha256 = record.text("sha256")
    if record.kind is not Kind.EVIDENCE or not sha256:
        return None
    if store.blobs.known(sha256):
        came = file_origins.came(store.db, record.id, sha256)
        return EvidenceContent.HERE if came else EvidenceContent.NAMED
    return EvidenceContent.IN_BUNDLE if sha256 in staged else EvidenceContent.MISSING


def accept(
    session: Session,
    number: int,
    records: Collection[RecordId] | None,
    job: Job,
    *,
    take: Side | None = None,
    choices: Mapping[RecordId, Mapping[str, Side]] | None = None,
    loosen: bool = False,
) -> Acceptance:
    """Accept waiting records of a review in one transaction: those in `records`, or all for None.

    New records of the same bundle to which accepted ones refer are accepted too. `choices` decides part by
    part; remaining conflicts go to the side of `take`. Unless `loosen` is set, changes that would or might
    let more people see local records are left out, whatever `take` and `choices` say. Raise ReviewNotFound,
    ReviewClosed, RecordNotFound, ReviewConflict. Raise ContactRevoked or ContactKeyChanged if the sender is
    no longer trusted. After an error no record is changed.
    """
    store = session.store
    bundle = contact_rows.bundle_numbered(store.db, _open(store, number).bundle)
    sender = contacts.numbered(store, bundle.contact)
    contacts.require_readable(sender)
    contacts.require_unrevoked(store, sender.card)
    decided = choices or {}
    chosen = None if records is None else _chosen(_waiting(store, number, ()), records, store)
    unknown = arrivals.found(session, number, decided)
    if chosen is None:
        without = {item.record for item in unknown} | reviews.as_here(store.db, number)
        remaining = _waiting(store, number, without)
    else:
        unknown = [item for item in unknown if item.record in chosen]
        without = {item.record for item in unknown}
        remaining = {name: came for name, came in chosen.items() if name not in without}
    ruled = sorted(remaining.values(), key=lambda item: _made(*item))
    planner = Planner(session, bundle, ruled, decided, take=take, loosen=loosen)
    plans, steps = [], 2 * len(ruled) + len(unknown)
    for done, (record, version) in enumerate(ruled):
        if done % _STEP == 0:
            job.step(done, steps)
        plans.append(planner.plan(record, version))
    if undecided := plans.count(None):
        raise ReviewConflict(count=undecided)
    agreed = [plan for plan in plans if plan is not None]
    with store.change("bundle.accepted") as change:
        hashes = set[str]() if chosen is not None else reviews.contents_as_here(store.db, number)
        hashes |= arrivals.put(session, change, unknown, lambda done: job.step(len(agreed) + done, steps))
        for done, plan in enumerate(agreed):
            if done % _STEP == 0:
                job.step(len(agreed) + len(unknown) + done, steps)
            plan.carry_out(change)
            hashes.update(plan.contents())
        _move_evidence(store, number, hashes)
        if chosen is None:
            reviews.close(store.db, number, change.act or 0)
        else:
            reviews.mark_items(store.db, number, chosen, change.act or 0)
            if not reviews.waiting(store.db, number):
                reviews.close(store.db, number)
    changes, stricter_count = change.changes, sum(plan.keeps for plan in agreed)
    return Acceptance(
        cases=changes.cases,
        parties=changes.parties,
        events=changes.events,
        others=changes.others,
        act=changes.act,
        kept=stricter_count,
        beside=len(change.beside),
    )


def reject(session: Session, number: int) -> None:
    """Drop the waiting records of a review and close it; accepted records stay.

    Raise ReviewNotFound, ReviewClosed.
    """
    store = session.store
    _open(store, number)
    staged_blobs = staging.staged(store.db, number)
    with store.change("bundle.rejected"):
        reviews.reject(store.db, number)
        staging.unstage(store.db, number)
        file_origins.forget_unknown(store.db)
        protected_texts.forget_rejected(store.db, number)
        custody.forget_rejected(store.db, number)
    for blob in staged_blobs:
        store.blobs.discard(blob)


def undo(session: Session, number: int, job: Job | None = None) -> Outcome[None]:
    """Undo every acceptance of a review and let its records wait again.

    If the review's other records were rejected, and so dropped, the same bundle may be read again to get
    them. `job` steps by records; each acceptance counts as an equal share of the work. If cancelled,
    everything stays accepted. Raise ReviewNotFound. Raise UndoNotPossible if nothing was accepted or a record
    was changed since.
    """
    store = session.store
    row = _row(store, number)
    acts = reviews.acts(store.db, number)
    if not acts and row.state != reviews.ACCEPTED:
        raise UndoNotPossible(why=Translatable("nothing of this bundle was accepted"))
    with store.change("bundle.undone") as change:
        changed = [act for act in acts if act]  # an identical record has no act and stays
        for place, act in enumerate(changed):
            store.undo_within(
                change, act, restore_versions=True, job=_part(job or silent(), place, len(changed))
            )
        _move_evidence_back(store, number)
        reviews.let_all_wait(store.db, number)
    return Outcome(None, change.changes)


def _part(job: Job, place: int, parts: int) -> Job:
    """Return a job for part number `place` of the work, out of `parts` equal parts."""
    return Job(lambda done, total: job.step(place * total + done, parts * total))


def _chosen(
    waiting: Mapping[RecordId, tuple[Record, Version]], records: Collection[RecordId], store: Store
) -> dict[RecordId, tuple[Record, Version]]:
    chosen: dict[RecordId, tuple[Record, Version]] = {}
    pending_ids = list(records)
    for record_id in pending_ids:
        if record_id not in waiting:
            raise RecordNotFound(ref=record_id[:8])
    while pending_ids:
        record_id = pending_ids.pop()
        if record_id in chosen:
            continue
        chosen[record_id] = waiting[record_id]
        pending_ids += [
            reference
            for reference in references(waiting[record_id][0])
            if reference in waiting and our_version(store, reference) is None
        ]
    return chosen


def _made(record: Record, version: Version) -> tuple[str, int, str]:
    """Return the sort key by which records come in the order in which their desk made them.

    Records without a dot come first, by id.
    """
    dot = version.dots.get(WHOLE, Dot("", 0))
    return dot.line, dot.counter, record.id


def _move_evidence(store: Store, number: int, hashes: Collection[str]) -> None:
    for blob in staging.staged(store.db, number):
        if blob.sha256 in hashes and not store.blobs.known(blob.sha256):
            staging.move(store.db, number, blob.sha256)


def _move_evidence_back(store: Store, number: int) -> None:
    for sha256 in staging.moved(store.db, number):
        if not staging.speaks_of(store.db, sha256):
            staging.move_back(store.db, number, sha256)


def _waiting(
    store: Store, number: int, without: Collection[RecordId]
) -> dict[RecordId, tuple[Record, Version]]:
    waiting = reviews.waiting_but(store.db, number, without)
    return {record: record_lines.decode_text(text) for record, text in waiting}


def _row(store: Store, number: int) -> ReviewRow:
    row = reviews.find(store.db, number)
    if row is None:
        raise ReviewNotFound(review=number)
    return row


def _open(store: Store, number: int) -> ReviewRow:
    row = _row(store, number)
    if row.state != reviews.OPEN:
        raise ReviewClosed(review=number, state=row.state)
    return row


def _head(store: Store, row: ReviewRow) -> ReviewHead:
    bundle = contact_rows.bundle_numbered(store.db, row.bundle)
    sender = contacts.numbered(store, bundle.contact)
    return ReviewHead(
        id=row.num,
        state=row.state,
        sender=sender.name,
        sender_state=sender.state,
        bundle=bundle.id,
        day=bundle.day,
        waiting=reviews.waiting(store.db, row.num),
        notices=row.notices,
        is_receipt=reviews.is_receipt(store.db, row.num),
    )
