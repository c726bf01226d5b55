"""The content of a bundle: decided before anything is written, the same for all recipients."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from hrddesk.bundle.format.envelope import BundleKind
from hrddesk.bundle.format.protected_lines import Mentioned
from hrddesk.records.model.record import Record
from hrddesk.records.model.versions import Version
from hrddesk.store.records.change import Change


class EvidenceChoice(StrEnum):
    """The treatment of evidence: its files if the vault has them, or only their hashes."""

    FILES = "files"
    HASHES = "hashes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """The content of one bundle.

    `records` are sorted by id. They are iterated twice, and must be the same both times.
    """

    records: Iterable[tuple[Record, Version]]
    kind: BundleKind = BundleKind.WHOLE
    evidence: EvidenceChoice = EvidenceChoice.FILES
    contact_lines: Sequence[bytes] = ()
    """Lines of canonical JSON without line feeds, each valid for `receipt_format.check_contact`."""
    receipt_lines: Iterable[bytes] = ()
    """Lines of canonical JSON without line feeds, each valid for `receipt_format.check_receipt`.

    Like the records they are iterated twice.
    """
    protected: Mentioned = field(default_factory=dict)
    """Places in texts that mention somebody who is not sent, besides those that arrived with the texts."""
    logs_of_others: bool = True
    """Whether other desks' custody logs are sent with this desk's own."""
    before_leaving: Callable[[Change], None] | None = None
    """The changes to store in the last transaction before the file gets its name."""
