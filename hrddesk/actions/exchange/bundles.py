"""Bundles sent and received: write them, read them into the review queue, accept their records."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from hrddesk.actions.analysis import countries
from hrddesk.actions.exchange import source_mentions
from hrddesk.actions.exchange.source_mentions import SourceMention
from hrddesk.bundle.merging.merge import Side
from hrddesk.bundle.receiving import batch, read
from hrddesk.bundle.receiving.batch import Among, ReadResult
from hrddesk.bundle.receiving.read import Inspected, ReviewSummary
from hrddesk.bundle.review import acceptance, queue
from hrddesk.bundle.review.acceptance import Acceptance
from hrddesk.bundle.review.queue import TakenPlain, Waiting
from hrddesk.bundle.review.review_items import Review, ReviewHead
from hrddesk.bundle.sending import packing, write
from hrddesk.bundle.sending.packing import Choice, Packed, SourceChoice
from hrddesk.bundle.sending.parcel import EvidenceChoice
from hrddesk.bundle.sending.write import BundleSize, WrittenBundle
from hrddesk.bundle.trust import contact_list, contacts
from hrddesk.bundle.trust.contacts import Contact
from hrddesk.errors import AmbiguousReference, InvalidValue, RecordNotFound
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import WHOLE_RECORD, Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.exchange import contacts as contact_rows
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job

_PREFIX = 8
ALL_FIELDS: Final = "all"
"""The word that stands for all fields of a record that differ, where a user chooses fields."""
WHOLE: Final = Choice()
"""The choice to send everything known about the chosen cases, with files and receipts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The contents of a bundle in numbers, shown before it is written."""

    cases: int = 0
    people: int = 0
    secret: int = 0
    """The number of confidential people."""
    sources: int = 0
    named: bool = True
    """Whether sources are sent with all details, not as code names."""
    files: int = 0
    """The number of pieces of evidence that are sent with a file."""
    logs: int = 0
    """The number of pieces of evidence that are sent with lines of this desk's custody log."""
    reports: int = 0
    """The number of reports."""
    terms: int = 0
    """The number of the desk's own terms that are sent because records use them."""
    mentions: tuple[SourceMention, ...] = ()
    """The strings that name a source who is not sent."""
    leaves_texts: bool = False
    """Whether the strings in `mentions` are left out of the bundle, too."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A bundle that was written; `packed` tells how its content differs from what was chosen."""

    written: WrittenBundle
    packed: Packed
    contents: Contents = Contents()

    @property
    def path(self) -> Path:
        """The file of the bundle."""
        return self.written.path


@dataclass(frozen=True, slots=True)
class Estimate:
    """The contents and the exact size of a bundle, valid as long as nothing in the vault changes.

    If a case names no country, the written bundle will be larger, because the usual country is added to the
    case.
    """

    measured: BundleSize
    packed: Packed
    contents: Contents = Contents()


@dataclass(frozen=True, slots=True)
class LastSources:
    """Names of contacts, grouped by how much the last bundle for each contact said about sources."""

    whole: tuple[str, ...]
    code_names: tuple[str, ...]
    nothing: tuple[str, ...]
    """The contacts without an earlier bundle."""

    @property
    def choice(self) -> SourceChoice:
        """The default choice about sources: full details only if the last bundle of every contact had
        them.
        """
        all_had_them = self.whole and not self.code_names and not self.nothing
        return SourceChoice.WHOLE if all_had_them else SourceChoice.CODE_NAMES


def last_sources(store: Store, to: Sequence[str]) -> LastSources:
    """Return how much the last bundle for each of these contacts said about sources; raise
    ContactNotFound.
    """
    names_by_kind: dict[str, list[str]] = {}
    for contact in _recipients(store, to):
        names_by_kind.setdefault(contact.sources, []).append(contact.name)
    kinds = (SourceChoice.WHOLE.value, SourceChoice.CODE_NAMES.value, "")
    return LastSources(*(tuple(names_by_kind.get(kind, ())) for kind in kinds))


def write_bundle(
    session: Session,
    path: Path,
    to: Sequence[str],
    cases: Sequence[RecordId] | None,
    job: Job,
    choice: Choice = WHOLE,
    *,
    leave_texts: bool = True,
    tell: Callable[[Contents], None] = lambda contents: None,
) -> Sent:
    """Write a bundle for verified contacts, with some cases, or with everything if `cases` is None.

    Cases that name no country are first changed in this vault: they get the usual country. `to` are names of
    contacts. `path` may be a folder: then the file gets a name that says nothing. With code names, each
    string that names a source is left out unless `leave_texts` is false. `tell` is called with the contents
    of the bundle before it is written. Raise ContactNotFound, RecordNotFound, and the errors of
    `bundle.sending.write.write`.
    """
    store, recipients = session.store, _recipients(session.store, to)
    countries.say_of(session, cases)
    packed, contents = _packed(store, recipients, cases, choice, leave_texts=leave_texts)
    tell(contents)
    written = write.write(session, path, recipients, packed.parcel, job)
    _keep_choice(store, recipients, choice.sources)
    return Sent(written, packed, contents)


def estimate(
    store: Store,
    to: Sequence[str],
    cases: Sequence[RecordId] | None,
    job: Job,
    choice: Choice = WHOLE,
    *,
    leave_texts: bool = True,
) -> Estimate:
    """Return the contents and the size of the bundle that `write_bundle` would write.

    Raise ContactNotFound, RecordNotFound, BundleTooLarge.
    """
    recipients = _recipients(store, to)
    packed, contents = _packed(store, recipients, cases, choice, leave_texts=leave_texts)
    return Estimate(write.measure(store, recipients, packed.parcel, job), packed, contents)


def replace_names(session: Session, cases: Sequence[RecordId] | None, choice: Choice) -> Outcome[int]:
    """Replace the names of sources in texts by code names before sending.

    See `source_mentions.replace_names`.
    """
    return source_mentions.replace_names(session, cases, choice.besides)


def _packed(
    store: Store,
    recipients: Sequence[Contact],
    cases: Sequence[RecordId] | None,
    choice: Choice,
    *,
    leave_texts: bool,
) -> tuple[Packed, Contents]:
    """Return the records to send, and the contents of the bundle in numbers."""
    named = choice.sources is SourceChoice.WHOLE
    source_mentions_there = tuple[SourceMention, ...]()
    if not named:
        along = [contact.name for contact in contact_list.chosen(store, recipients, choice.contacts)]
        source_mentions_there = tuple(source_mentions.mentions(store, cases, choice.besides, along))
        of_records = [item for item in source_mentions_there if item.record]
        if leave_texts:
            telling = {item.at.text for item in source_mentions_there if not item.record}
            along = [name for name in along if name not in telling]
            parts = source_mentions.parts_of(of_records)
            choice = replace(choice, texts_at_home=parts, contacts=along)
        else:
            choice = replace(choice, protected=source_mentions.spans_of(of_records))
    packed = packing.pack(store, recipients, cases, choice)
    return packed, _contents(store, packed, choice, named, source_mentions_there, leave_texts)


def _contents(
    store: Store,
    packed: Packed,
    choice: Choice,
    named: bool,
    mentions: tuple[SourceMention, ...],
    leaves_texts: bool,
) -> Contents:
    counts, secret, files = Counter[Kind](), 0, 0
    for record, version in packed.parcel.records:
        if version.deleted:
            continue
        is_person = record.kind is Kind.PARTY and record.text("kind") in ("", "person")
        if record.kind is not Kind.PARTY or is_person:
            counts[record.kind] += 1
        secret += is_person and record.visibility(WHOLE_RECORD) is Visibility.SECRET
        with_files = choice.evidence is EvidenceChoice.FILES and record.kind is Kind.EVIDENCE
        files += with_files and store.blobs.known(record.text("sha256"))
    return Contents(
        cases=counts[Kind.CASE],
        people=counts[Kind.PARTY],
        secret=secret,
        sources=counts[Kind.SOURCE],
        named=named,
        files=files,
        logs=counts[Kind.EVIDENCE],
        reports=counts[Kind.REPORT],
        terms=counts[Kind.TERM],
        mentions=mentions,
        leaves_texts=leaves_texts,
    )


def _keep_choice(store: Store, recipients: Sequence[Contact], sources: SourceChoice) -> None:
    """Store the choice about sources, as the default for the next bundle to these contacts."""
    if all(contact.sources == sources.value for contact in recipients):
        return
    with store.change("contact.sources"):
        for contact in recipients:
            contact_rows.set_sources(store.db, contact.num, sources.value)


def _recipients(store: Store, to: Sequence[str]) -> list[Contact]:
    found_contacts = (contacts.named(store, name) for name in to)
    return list({contact.num: contact for contact in found_contacts}.values())


def inspect(path: Path) -> Inspected:
    """Return the parts of a bundle that anybody can read without a key; raise FileUnreadable, BundleError."""
    return read.inspect(path)


def read_bundle(session: Session, path: Path, job: Job) -> ReviewSummary:
    """Verify and decrypt a bundle into the review queue; the errors are those of
    `bundle.receiving.read.read`.
    """
    return read.read(session, path, job)


def among(paths: Sequence[Path]) -> Among:
    """Return the bundles to read: the files among the paths, and the bundles in the folders among them.

    Raise FileUnreadable for a folder that cannot be read, and NoBundlesFound if there is none.
    """
    return batch.among(paths)


def read_bundles(session: Session, files: Sequence[Path], job: Job) -> list[ReadResult]:
    """Read bundles into the review queue, ordered by sender and number; a refused one does not stop the
    others.

    The errors are those of `bundle.receiving.batch.read_all`.
    """
    return batch.read_all(session, files, job)


def all_reviews(session: Session) -> list[ReviewHead]:
    """Return all reviews without their records, the newest first."""
    return acceptance.all_heads(session.store)


def review_bundle(session: Session, number: int, job: Job) -> Review:
    """Return a review, compared with the present records; raise ReviewNotFound."""
    return acceptance.review(session, number, job)


def waiting(session: Session, job: Job) -> list[Waiting]:
    """Return for each open review how many records wait, in the order in which the bundles were read."""
    return queue.waiting(session, job)


def accept_plain(session: Session, numbers: Collection[int] | None, job: Job) -> Outcome[list[TakenPlain]]:
    """Accept the plain records of open reviews: those that a user may accept unseen, see `review.queue`.

    `numbers` are the numbers of the reviews; None means all open reviews.
    """
    return queue.accept_plain(session, numbers, job)


def find_records(review: Review, refs: Sequence[str]) -> list[RecordId]:
    """Return the ids of records of a review, given by reference, id, or beginning of an id (8 digits or
    more).

    Raise RecordNotFound, AmbiguousReference.
    """
    record_ids = []
    for ref in refs:
        typed = ref.strip()
        fits = [
            item.record.id
            for item in review.items
            if typed.upper() == item.record.text("ref").upper()
            or (len(typed) >= _PREFIX and item.record.id.startswith(typed.lower()))
        ]
        if not typed or not fits:
            raise RecordNotFound(ref=typed)
        if len(fits) > 1:
            raise AmbiguousReference(ref=typed, count=len(fits))
        record_ids += fits
    return record_ids


def find_choices(review: Review, texts: Sequence[str]) -> dict[RecordId, dict[str, Side]]:
    """Return, for each record and part, the side that texts of the form RECORD:FIELD=SIDE choose.

    RECORD is as in `find_records`, and SIDE is `theirs` or `ours`. FIELD is a part as the review shows it,
    the name of a list for all its differences, or `all`. Later texts take precedence. Raise RecordNotFound or
    AmbiguousReference. Raise InvalidValue for a part that does not differ.
    """
    items = {item.record.id: item for item in review.items}
    sides_by_record: dict[RecordId, dict[str, Side]] = {}
    for text in texts:
        ref, colon, rest = text.partition(":")
        name, sign, side = rest.rpartition("=")
        if not colon or not sign or side not in set(Side):
            raise InvalidValue(field=text, why=Translatable("write RECORD:FIELD=theirs or RECORD:FIELD=ours"))
        (record_id,) = find_records(review, [ref])
        if items[record_id].accepted:
            raise RecordNotFound(ref=ref)
        differing = [part.part for part in items[record_id].differing]
        chosen = [part for part in differing if name in (part, part.partition("/")[0], ALL_FIELDS)]
        if not chosen:
            differing_words = ", ".join(differing) or "nothing"
            raise InvalidValue(
                field=text, why=Translatable("what differs in this record is: {0}", differing_words)
            )
        sides_by_record.setdefault(record_id, {}).update(dict.fromkeys(chosen, Side(side)))
    return sides_by_record


def accept(
    session: Session,
    number: int,
    records: Sequence[RecordId] | None,
    job: Job,
    *,
    take: Side | None = None,
    choices: Mapping[RecordId, Mapping[str, Side]] | None = None,
    loosen: bool = False,
) -> Acceptance:
    """Accept pending records of a review, or all of them if `records` is None.

    Without `loosen`, a record keeps its level here if the sender's level would let more people see it. Raise
    ReviewNotFound, ReviewClosed, ReviewConflict, RecordNotFound.
    """
    return acceptance.accept(session, number, records, job, take=take, choices=choices, loosen=loosen)


def reject(session: Session, number: int) -> None:
    """Drop the pending records of a review; raise ReviewNotFound, ReviewClosed."""
    acceptance.reject(session, number)


def undo(session: Session, number: int, job: Job | None = None) -> Outcome[None]:
    """Undo the acceptance of a bundle; raise ReviewNotFound, UndoNotPossible."""
    return acceptance.undo(session, number, job)
