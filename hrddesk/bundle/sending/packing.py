"""From what a person chooses to what goes into a bundle: which records, how much of them, which receipts."""

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
    """What goes along of sources: all that is known of them, or their code names and nothing that tells."""

    WHOLE = "whole"
    CODE_NAMES = "code-names"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a person chose for a bundle."""

    delta: bool = False
    evidence: EvidenceChoice = EvidenceChoice.FILES
    sources: SourceChoice = SourceChoice.WHOLE
    receipts: bool = True
    contacts: Sequence[str] | None = ()
    """Names of contacts whose cards go along, or None for all whom this desk verified or revoked."""
    profiles: Collection[RecordId] = ()
    """Publication profiles that go along with some cases; with everything all of them do."""
    reports: Collection[RecordId] = ()
    """Reports that go along in the same way; what they refer to does not."""
    texts_at_home: Mapping[RecordId, Collection[str]] = field(default_factory=dict)
    """With code names: parts by record that stay home as well: they name a source. `WHOLE` is all of it."""
    protected: Mentioned = field(default_factory=dict)
    """With code names: places in texts that name a source and go all the same."""

    @property
    def besides(self) -> tuple[RecordId, ...]:
        """The records that go along with some cases although they belong to none."""
        return (*self.profiles, *self.reports)


@dataclass(frozen=True, slots=True)
class Packed:
    """What goes into a bundle, and what a person should know of how the choice could be followed."""

    parcel: Parcel
    unacknowledged: tuple[str, ...] = ()
    """Whose receipts are missing, so that a delta was wanted and the whole goes."""
    has_receipts: bool = False
    keeps_receipts: bool = False
    """Whether there are receipts to give, which go to one recipient alone, and this bundle is for several."""


@dataclass(frozen=True, slots=True)
class _Lacking:
    """Those of the records of which one of the recipients has not all, or which one asks for."""

    records: Iterable[tuple[Record, Version]]
    known: Collection[Acknowledged]

    def __iter__(self) -> Iterator[tuple[Record, Version]]:
        for record, version in self.records:
            if any(who.lacks(record.id, version.context) for who in self.known):
                yield record, version


def selected(
    store: Store, cases: Collection[RecordId] | None, besides: Collection[RecordId] = ()
) -> Selection:
    """Return the records of some cases and these besides, or every record for None; raise RecordNotFound."""
    return selection.everything(store) if cases is None else selection.of_cases(store, cases, besides)


def pack(store: Store, to: Sequence[Contact], cases: Collection[RecordId] | None, choice: Choice) -> Packed:
    """Return what goes along to these contacts of some cases, or of everything for None.

    A delta for several is all that any of them lacks; it is the whole when one of them acknowledged nothing.
    Raise RecordNotFound, ContactNotFound, ContactNotVerified.
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
    """Return a bundle that holds nothing but receipts for one contact, if there is anything to say."""
    receipt_lines = replies.receipts_for(store, to)
    return Packed(
        Parcel(records=(), kind=BundleKind.RECEIPT, receipt_lines=receipt_lines or ()),
        has_receipts=receipt_lines is not None,
    )


def _names_only(choice: Choice) -> bool:
    return choice.sources is SourceChoice.CODE_NAMES
