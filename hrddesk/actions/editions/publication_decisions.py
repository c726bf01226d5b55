"""The decisions for a publication, as the vault stores them beside the printed model."""

from dataclasses import dataclass

from hrddesk.publish.exports.commitment import CommitmentSecrets
from hrddesk.records.language.labels import Labels
from hrddesk.records.model import codec
from hrddesk.records.model.record import RecordId
from hrddesk.redact.drafting.pictures import Retouched
from hrddesk.redact.model.chapters import Chapter
from hrddesk.redact.passages.wording import Decision
from hrddesk.redact.people.changes import Snapshot
from hrddesk.redact.profile.coarser import Coarser
from hrddesk.store.publications.publications import PublicationRow


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """A saved figure that was published: its name, and its question at that time in the form of
    `Question.text`.
    """

    name: str
    question: str


@dataclass(frozen=True, slots=True)
class PublishedText:
    """A published free text, with its reviewer and the time of the review (seconds, UTC).

    `vouched` is the content that the review confirmed.
    """

    record: RecordId
    field: str
    vouched: str
    who: str
    time: int


@dataclass(frozen=True, slots=True)
class PublishedWording:
    """The decisions about places in a free text that was published."""

    record: RecordId
    field: str
    decided: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class PublishedPicture:
    """A published picture, with its boxes and words."""

    evidence: RecordId
    retouched: Retouched


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What a user requested for a publication (see `PublishRequest`), and what follows from it outside the
    model.
    """

    cases: tuple[RecordId, ...]
    all_cases: bool
    label: frozenset[RecordId]
    decided: frozenset[RecordId]
    added: frozenset[RecordId]
    coarser: frozenset[Coarser]
    parts: frozenset[Chapter]
    title: Labels
    since: int | None = None
    corrects: bool
    figure_names: bool
    count_all: bool
    small_counts: str = ""
    """The reason for printing counts below five; empty if they were hidden."""
    signed_by: str
    """The key that signed the publication, in the form of `ssh-keygen -l`."""
    told: Snapshot
    counted: tuple[CommitmentSecrets | None, ...]
    """For each figure the counted records with the secrets of its commitment.

    None for a figure without a commitment.
    """
    figures: tuple[PublishedFigure, ...]
    published: tuple[RecordId, ...] = ()
    """Figures of others that were printed."""
    texts: tuple[PublishedText, ...]
    wordings: tuple[PublishedWording, ...]
    pictures: tuple[PublishedPicture, ...]

    def text(self) -> str:
        """Return the decisions as the JSON text that the vault stores."""
        return codec.canonical(self).decode("utf-8")


def of(row: PublicationRow) -> Decisions:
    """Read the decisions of a publication; raise ShapeError."""
    return codec.load(Decisions, row.request, "publication.request")
