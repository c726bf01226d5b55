"""What goes along in a bundle: decided before anything is written, the same for all its recipients."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from hrddesk.bundle.format.envelope import BundleKind
from hrddesk.bundle.format.protected_lines import Mentioned
from hrddesk.records.model.record import Record
from hrddesk.records.model.versions import Version
from hrddesk.store.records.change import Change


class EvidenceChoice(StrEnum):
    """What goes along of evidence: its files where the vault has them, or its hashes only."""

    FILES = "files"
    HASHES = "hashes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What one bundle holds.

    `records` are sorted by id and gone through twice; both times they must be the same.
    """

    records: Iterable[tuple[Record, Version]]
    kind: BundleKind = BundleKind.WHOLE
    evidence: EvidenceChoice = EvidenceChoice.FILES
    contact_lines: Sequence[bytes] = ()
    """Canonical JSON without line feeds, each as `receipts.check_contact` wants it."""
    receipt_lines: Iterable[bytes] = ()
    """Canonical JSON without line feeds, each as `receipts.check_receipt` wants it. Like the records they are
    gone through twice."""
    protected: Mentioned = field(default_factory=dict)
    """Places in texts that tell of somebody who stays home; those that came with texts go without it."""
    logs_of_others: bool = True
    """Whether what other desks' custody logs say of evidence goes along with this desk's own."""
    before_leaving: Callable[[Change], None] | None = None
    """What the vault has to store in the transaction that is the last before the file gets its name."""
