"""The data that a user sees before accepting: a review, and each received record compared with ours."""

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
"""Notices that only reflect the order in which sticks arrive; all others need an answer before anything is
accepted unseen.
"""


class Hold(StrEnum):
    """The reasons why nothing of a bundle can be accepted unseen, whatever its records are."""

    SENDER = "its sender's words were not compared"
    NOTICE = "it has a notice that asks for an answer first"
    CONTACTS = "it brings news of contacts"


class EvidenceContent(StrEnum):
    """Where the file of a received evidence record is."""

    IN_BUNDLE = "in the bundle"
    HERE = "here already"
    MISSING = "not here: only its hash came"
    NAMED = "only its hash came; a file of that hash is here under another record"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """One received record, compared with ours; `accepted` says that a person accepted it already."""

    record: Record
    deleted: bool
    merged: Merge
    accepted: bool
    loosened: tuple[LevelChange, ...] = ()
    """The levels that would let more people see something; without a consent they stay as they are."""
    regrouped: tuple[Regrouping, ...] = ()
    """Other changes that might reveal the record; without the same consent they are not made."""
    brings_back: bool = False
    """Whether accepting it would restore a record that was deleted here."""
    arrives_public: bool = False
    """Whether it is new here and has something public."""
    content: EvidenceContent | None = None
    """For evidence, where its file is."""
    bases: Mapping[str, PartValue] = field(default_factory=dict)
    """The last common value of a part on both sides, if known; see `ancestors`."""
    merged_into: RecordId | None = None
    """The local record into which it was merged: its changes go there, and it stays deleted."""
    changes: tuple[ReviewReason, ...] = ()
    """The changes that a user should see, since they do more than add."""
    taken: bool = False
    """Whether it was accepted and changed something here; an identical record changes nothing."""
    log_lacks: bool = False
    """For evidence, whether the sender's custody log omits or contradicts its earlier lines."""
    waits_with: bool = False
    """Whether it refers to another record that is new here and needs a look."""

    @property
    def looks(self) -> tuple[ReviewReason, ...]:
        """The reasons why a user must see the record: `changes`, and some from other attributes."""
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
        """Whether the record is identical to ours, so that accepting it changes nothing."""
        return self.merged.state is MergeState.UNCHANGED

    @property
    def needs_look(self) -> bool:
        """Whether a user must accept the record individually."""
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
        """Whether the record existed here and was deleted or merged into another."""
        return self.merged.parts[0].ours is True

    @property
    def differing(self) -> list[PartMerge]:
        """The parts that would change or need a decision; visibility levels and import keys are last."""
        parts = [*self.merged.changes, *self.merged.conflicts]
        return sorted(
            parts, key=lambda part: (part.part.startswith("keys/"), part.part.startswith("visibility/"))
        )

    @property
    def deletes(self) -> bool:
        """Whether the sender deleted a record that exists here."""
        return self.deleted and before(self.merged) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewHead:
    """A review without its records; `day` is the day of the bundle by its sender's clock."""

    id: int
    state: str
    sender: str
    sender_state: ContactState
    bundle: str
    day: str
    waiting: int
    notices: tuple[str, ...]
    is_receipt: bool = False
    """Whether the bundle has receipts only, so that there is nothing to decide."""


@dataclass(frozen=True, slots=True)
class Review:
    """A review with its records, in the order in which their desk created them."""

    head: ReviewHead
    items: tuple[ReviewItem, ...]
    receipts: ReceiptSummary | None = None
    """The sender's receipts and requests, if the bundle has any."""
    introduced: int = 0
    """The number of news about contacts in the bundle's list."""

    @property
    def waiting(self) -> list[ReviewItem]:
        """The pending records."""
        return [item for item in self.items if not item.accepted]

    @property
    def holds(self) -> tuple[Hold, ...]:
        """The reasons why nothing of the review may be accepted unseen.

        News of contacts is such a reason, because the user would overlook the news.
        """
        stands_by_hold = {
            Hold.SENDER: self.head.sender_state is not ContactState.VERIFIED,
            Hold.NOTICE: not _HARMLESS.issuperset(self.head.notices),
            Hold.CONTACTS: bool(self.introduced),
        }
        return tuple(hold for hold, stands in stands_by_hold.items() if stands)

    @property
    def unseen(self) -> list[ReviewItem]:
        """The pending records that may be accepted unseen: plain ones, and those identical to ours."""
        return [] if self.holds else [item for item in self.waiting if not item.needs_look]

    @property
    def loosened(self) -> int:
        """The number of pending records that would let more people see something here."""
        return sum(bool(item.loosened) and not item.accepted for item in self.items)

    @property
    def regrouped(self) -> int:
        """The number of pending records that might let more people see them without a change of level."""
        return sum(bool(item.regrouped) and not item.accepted for item in self.items)

    @property
    def opens(self) -> int:
        """The number of pending records that need the separate consent: those counted as `loosened` or
        `regrouped`.
        """
        return sum(bool(item.loosened or item.regrouped) and not item.accepted for item in self.items)

    @property
    def needs_me(self) -> int:
        """The number of pending records that may not be accepted unseen."""
        return len(self.waiting) - len(self.unseen)

    @property
    def brings_back(self) -> int:
        """The number of pending records that would restore a record deleted here."""
        return sum(item.brings_back and not item.accepted for item in self.items)

    @property
    def arrives_public(self) -> int:
        """The number of pending records that are new here and have something public."""
        return sum(item.arrives_public and not item.accepted for item in self.items)

    @property
    def deletes(self) -> int:
        """The number of pending records that exist here and were deleted by the sender."""
        return sum(item.deletes and not item.accepted for item in self.items)


def with_company(items: Iterable[ReviewItem]) -> tuple[ReviewItem, ...]:
    """Return the records, with `waits_with` set for those that refer to a new record that needs a look.

    Otherwise accepting such a record unseen would also accept the new record unseen, or leave a reference to
    nothing.
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
