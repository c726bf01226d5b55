"""What a person looks at before accepting: a review, and each record that came beside ours."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from hrddesk.bundle.merging.level_changes import Regrouping
from hrddesk.bundle.merging.merge import Merge, MergeState, PartMerge, PartValue, before
from hrddesk.bundle.receipts.receipt_format import ReceiptSummary
from hrddesk.bundle.receiving.notices import Notice
from hrddesk.bundle.review.review_reasons import ReviewReason
from hrddesk.bundle.trust.contact import ContactState
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.levels import LevelChange
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.rules.joining import references

_HARMLESS: Final = frozenset({Notice.SEQUENCE_GAP, Notice.SEQUENCE_BACK, Notice.CLOCK_AHEAD})
"""Notices that say how sticks travel; all others ask who did that, before anything is taken unseen."""


class Hold(StrEnum):
    """Why nothing of a bundle is plain, whatever its records are."""

    SENDER = "its sender's words were not compared"
    NOTICE = "it has a notice that asks for an answer first"
    CONTACTS = "it brings news of contacts"


class EvidenceContent(StrEnum):
    """Where the file of an evidence record is."""

    IN_BUNDLE = "in the bundle"
    HERE = "here already"
    MISSING = "not here: only its hash came"
    NAMED = "only its hash came; a file of that hash is here under another record"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """One record that came, beside ours. `accepted` is one that a person took already."""

    record: Record
    deleted: bool
    merged: Merge
    accepted: bool
    loosened: tuple[LevelChange, ...] = ()
    """What more people might see of it afterwards; it stays as it is without a yes to that."""
    regrouped: tuple[Regrouping, ...] = ()
    """What else might open it; that too stays as it is without the same yes."""
    brings_back: bool = False
    """Whether it was deleted here and would be again."""
    arrives_public: bool = False
    """Whether it is not here yet and brings something that anybody may read."""
    content: EvidenceContent | None = None
    """Of evidence: where its file is."""
    bases: Mapping[str, PartValue] = field(default_factory=dict)
    """What both sides knew of a part before, where that is known; see `ancestors`."""
    merged_into: RecordId | None = None
    """The record here that it was merged into: what is new of it reaches that one, and it stays gone."""
    changes: tuple[ReviewReason, ...] = ()
    """What of it a person should look at, since it does more than add."""
    taken: bool = False
    """Whether it was accepted and that changed what is here; what was here just so was not taken over."""
    log_lacks: bool = False
    """Of evidence: whether the sender's custody log leaves out what it said before, or says otherwise."""
    waits_with: bool = False
    """Whether it refers to a record that is not here either and needs a look."""

    @property
    def looks(self) -> tuple[ReviewReason, ...]:
        """Why it needs a look of its own, besides what has a place of its own here."""
        is_named = self.content is EvidenceContent.NAMED and self.merged.state is not MergeState.UNCHANGED
        others = {
            ReviewReason.NAMED_FILE: is_named,
            ReviewReason.CUSTODY: self.log_lacks,
            ReviewReason.PUBLIC: self.arrives_public,
            ReviewReason.WITH: self.waits_with,
        }
        return (*self.changes, *(look for look, holds in others.items() if holds))

    @property
    def is_here(self) -> bool:
        """Whether it is here just so, so that taking it changes nothing."""
        return self.merged.state is MergeState.UNCHANGED

    @property
    def needs_look(self) -> bool:
        """Whether a person must say yes to it in particular."""
        asks_for_yes = (
            self.merged.state is MergeState.CONFLICT
            or self.record.kind is Kind.FORWARD
            or self.looks
            or self.deleted
            or self.deleted_here
            or self.loosened
            or self.regrouped
        )
        return self.waits_with or (bool(asks_for_yes) and not self.is_here)

    @property
    def deleted_here(self) -> bool:
        """Whether it was here and is not any more, deleted or merged into another."""
        return self.merged.parts[0].ours is True

    @property
    def differing(self) -> list[PartMerge]:
        """What would change or needs a decision; who may learn of it, and import keys, last."""
        parts = [*self.merged.changes, *self.merged.conflicts]
        return sorted(
            parts, key=lambda part: (part.part.startswith("keys/"), part.part.startswith("visibility/"))
        )

    @property
    def deletes(self) -> bool:
        """Whether the sender deleted what is here."""
        return self.deleted and before(self.merged) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewHead:
    """A review without its records; `day` is that of the bundle, by its sender's clock."""

    id: int
    state: str
    sender: str
    sender_state: ContactState
    bundle: str
    day: str
    waiting: int
    notices: tuple[str, ...]
    is_receipt: bool = False
    """Whether the bundle holds receipts alone, so that there is nothing to decide."""


@dataclass(frozen=True, slots=True)
class Review:
    """A review with its records, in the order in which their desk made them."""

    head: ReviewHead
    items: tuple[ReviewItem, ...]
    receipts: ReceiptSummary | None = None
    """What the sender has of ours and asks for, where the bundle says so."""
    introduced: int = 0
    """News of contacts, by a list that came with it."""

    @property
    def waiting(self) -> list[ReviewItem]:
        """The records that nobody has taken yet."""
        return [item for item in self.items if not item.accepted]

    @property
    def holds(self) -> tuple[Hold, ...]:
        """Why nothing of it may be taken unseen; beside news of contacts, those would go out of sight."""
        stands_by_hold = {
            Hold.SENDER: self.head.sender_state is not ContactState.VERIFIED,
            Hold.NOTICE: not _HARMLESS.issuperset(self.head.notices),
            Hold.CONTACTS: bool(self.introduced),
        }
        return tuple(hold for hold, stands in stands_by_hold.items() if stands)

    @property
    def unseen(self) -> list[ReviewItem]:
        """The records that may be taken unseen: what is plain, and what is here just so."""
        return [] if self.holds else [item for item in self.waiting if not item.needs_look]

    @property
    def loosened(self) -> int:
        """How many records that wait would let more people see something that is here."""
        return sum(bool(item.loosened) and not item.accepted for item in self.items)

    @property
    def regrouped(self) -> int:
        """How many records that wait would change who is in them, their case, or what kind of party."""
        return sum(bool(item.regrouped) and not item.accepted for item in self.items)

    @property
    def opens(self) -> int:
        """How many records that wait need a yes of their own, for either reason."""
        return sum(bool(item.loosened or item.regrouped) and not item.accepted for item in self.items)

    @property
    def needs_me(self) -> int:
        """How many records wait for a look of their own: all that may not be taken unseen."""
        return len(self.waiting) - len(self.unseen)

    @property
    def brings_back(self) -> int:
        """How many records that wait were deleted here and would come back."""
        return sum(item.brings_back and not item.accepted for item in self.items)

    @property
    def arrives_public(self) -> int:
        """How many records that wait would arrive with something that anybody may read."""
        return sum(item.arrives_public and not item.accepted for item in self.items)

    @property
    def deletes(self) -> int:
        """How many records that wait are here and were deleted by the sender."""
        return sum(item.deletes and not item.accepted for item in self.items)


def with_company(items: Iterable[ReviewItem]) -> tuple[ReviewItem, ...]:
    """Return the records, each that leads to one which is not here and needs a look marked as such.

    What comes with a record that it refers to would be taken unseen with it, or missing.
    """
    review_items = tuple(items)
    new = {item.record.id for item in review_items if not item.accepted and before(item.merged) is None}
    while True:
        look_ids = {item.record.id for item in review_items if item.needs_look} & new
        marked = tuple(_in_company(item, look_ids) for item in review_items)
        if marked == review_items:
            return review_items
        review_items = marked


def _in_company(item: ReviewItem, look_ids: set[RecordId]) -> ReviewItem:
    leads = not item.accepted and not look_ids.isdisjoint(references(item.record))
    return replace(item, waits_with=True) if leads and not item.waits_with else item
