"""The step from the user's choice to the content of a bundle: the records, all or only changes, and the
receipts.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial

from hrddesk.bundle.format.envelope import BundleKind
from hrddesk.bundle.format.protected_lines import Mentioned
from hrddesk.bundle.receipts import replies
from hrddesk.bundle.receipts.acknowledgement import Acknowledged
from hrddesk.bundle.sending import selection
from hrddesk.bundle.sending.code_names import CodeNames, stays_home
from hrddesk.bundle.sending.parcel import EvidenceChoice, Parcel
from hrddesk.bundle.sending.selection import Selection
from hrddesk.bundle.trust import contact_list
from hrddesk.bundle.trust.contacts import Contact
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.model.versions import Version
from hrddesk.store.records.change import Change
from hrddesk.store.records.store import Store


class SourceChoice(StrEnum):
    """The treatment of sources: in full, or as code names without anything that reveals them."""

    WHOLE = "whole"
    CODE_NAMES = "code-names"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The user's choices for a bundle."""

    delta: bool = False
    evidence: EvidenceChoice = EvidenceChoice.FILES
    sources: SourceChoice = SourceChoice.WHOLE
    receipts: bool = True
    contacts: Sequence[str] | None = ()
    """Names of contacts whose cards are sent, or None for all that this desk verified or revoked."""
    profiles: Collection[RecordId] = ()
    """Publication profiles to send with some cases; a bundle of everything has all of them."""
    reports: Collection[RecordId] = ()
    """Reports to send in the same way, without the records that they refer to."""
    texts_at_home: Mapping[RecordId, Collection[str]] = field(default_factory=dict)
    """With code names: further parts by record that are not sent because they name a source.

    `WHOLE` is the whole record.
    """
    protected: Mentioned = field(default_factory=dict)
    """With code names: places in texts that name a source although the texts are sent."""

    @property
    def besides(self) -> tuple[RecordId, ...]:
        """The records that are sent with some cases although they belong to none."""
        return (*self.profiles, *self.reports)


@dataclass(frozen=True, slots=True)
class Packed:
    """The content of a bundle, and the points in which it differs from the user's choice."""

    parcel: Parcel
    unacknowledged: tuple[str, ...] = ()
    """Recipients without receipts, because of whom everything is sent in place of the changes."""
    has_receipts: bool = False
    keeps_receipts: bool = False
    """Whether receipts are left out: they go to one recipient only, and this bundle is for several."""


@dataclass(frozen=True, slots=True)
class _Lacking:
    """The records of a bundle that at least one recipient lacks in part, or asks for."""

    records: Iterable[tuple[Record, Version]]
    known: Collection[Acknowledged]

    def __iter__(self) -> Iterator[tuple[Record, Version]]:
        for record, version in self.records:
            if any(who.lacks(record.id, version.context) for who in self.known):
                yield record, version


def selected(
    store: Store, cases: Collection[RecordId] | None, besides: Collection[RecordId] = ()
) -> Selection:
    """Return the records of some cases and those in `besides`, or all records if `cases` is None.

    Raise RecordNotFound.
    """
    return selection.everything(store) if cases is None else selection.of_cases(store, cases, besides)


def pack(store: Store, to: Sequence[Contact], cases: Collection[RecordId] | None, choice: Choice) -> Packed:
    """Return the content of a bundle for the contacts `to`: from `cases`, or from everything if it is None.

    If only changes are sent to several recipients, the bundle contains all that any of them lacks. If one
    recipient acknowledged nothing, everything is sent. Raise RecordNotFound, ContactNotFound,
    ContactNotVerified.
    """
    chosen = selected(store, cases, choice.besides)
    records: Iterable[tuple[Record, Version]] = chosen
    kind, silent = BundleKind.WHOLE, tuple[str, ...]()
    acknowledgements = [Acknowledged(store, contact) for contact in to] if choice.delta else []
    if choice.delta:
        silent = tuple(
            contact.name
            for contact, who in zip(to, acknowledgements, strict=True)
            if not who.has_acknowledged
        )
    before_leaving: Callable[[Change], None] | None = None
    home = stays_home(record for record, _ in chosen) if _names_only(choice) else set[RecordId]()
    if choice.delta and not silent:
        kind = BundleKind.DELTA
        lacking = {record for who in acknowledgements for record in who.lacking(chosen.ids)}
        records = Selection(store, sorted(lacking))
    if _names_only(choice):
        named = CodeNames(records, home, choice.texts_at_home)
        records, before_leaving = named, partial(named.keep_apart, store)
    if kind is BundleKind.DELTA:
        records = _Lacking(records, acknowledgements)
    receipt_lines, has_kept_receipts = None, False
    if choice.receipts:
        every = [replies.receipts_for(store, contact) for contact in to]
        has_kept_receipts = len(every) > 1 and any(every)
        receipt_lines = every[0] if len(every) == 1 else None
    introduced = contact_list.lines(contact_list.chosen(store, to, choice.contacts))
    parcel = Parcel(
        records=records,
        kind=kind,
        evidence=choice.evidence,
        contact_lines=introduced,
        receipt_lines=receipt_lines or (),
        protected=choice.protected,
        logs_of_others=not _names_only(choice),
        before_leaving=before_leaving,
    )
    return Packed(parcel, silent, receipt_lines is not None, has_kept_receipts)


def receipt(store: Store, to: Contact) -> Packed:
    """Return the content of a bundle that has only the receipts for one contact, if there are any."""
    receipt_lines = replies.receipts_for(store, to)
    return Packed(
        Parcel(records=(), kind=BundleKind.RECEIPT, receipt_lines=receipt_lines or ()),
        has_receipts=receipt_lines is not None,
    )


def _names_only(choice: Choice) -> bool:
    return choice.sources is SourceChoice.CODE_NAMES
