"""What was decided for a publication, as the vault keeps it beside the model that was printed."""

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
    """A saved figure by its name, and the question that it asked then, as `Question.text` writes it."""

    name: str
    question: str


@dataclass(frozen=True, slots=True)
class PublishedText:
    """A free text that went out: what its review vouched for, and who reviewed it when (seconds, UTC)."""

    record: RecordId
    field: str
    vouched: str
    who: str
    time: int


@dataclass(frozen=True, slots=True)
class PublishedWording:
    """The decisions about places in a free text that went out."""

    record: RecordId
    field: str
    decided: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class PublishedPicture:
    """A picture that went out, as it was retouched."""

    evidence: RecordId
    retouched: Retouched


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """The request of a person (see `PublishRequest`), and what followed from it and is in no model."""

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
    """Why counts below five were printed; empty where they were hidden."""
    signed_by: str
    """The key that signed, as `ssh-keygen -l` shows it."""
    told: Snapshot
    counted: tuple[CommitmentSecrets | None, ...]
    """Of each figure what it counted, with the secrets of its commitment; None without a commitment."""
    figures: tuple[PublishedFigure, ...]
    published: tuple[RecordId, ...] = ()
    """Figures of others that were printed."""
    texts: tuple[PublishedText, ...]
    wordings: tuple[PublishedWording, ...]
    pictures: tuple[PublishedPicture, ...]

    def text(self) -> str:
        """Return the JSON text that the vault keeps."""
        return codec.canonical(self).decode("utf-8")


def of(row: PublicationRow) -> Decisions:
    """Read the decisions of a publication; raise ShapeError."""
    return codec.load(Decisions, row.request, "publication.request")
