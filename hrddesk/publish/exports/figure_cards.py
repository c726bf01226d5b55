"""The figures of a publication as cards in JSON, each with a commitment to the counted records."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self

from hrddesk.publish.exports.commitment import CommitmentOpening
from hrddesk.records.model.requirements import Count, Hex32
from hrddesk.redact.model.chapters import PrintedFigure
from hrddesk.redact.model.model import RedactedModel


@dataclass(frozen=True, slots=True)
class Committed:
    """A count, and the commitment to the records that were counted."""

    CONSTANTS: ClassVar = {"scheme": "hrddesk-count-v1"}

    count: Count
    sha256: Hex32


@dataclass(frozen=True, slots=True)
class FigureCard:
    """A published figure with its day, the hash of its publication, and the commitment to its count.

    `publication` is the SHA-256 of the PDF. A hidden count has no commitment. The texts are in the languages
    of the publication, each with its language.
    """

    CONSTANTS: ClassVar = {"type": "hrddesk-figure-card", "v": 1}

    as_of: date
    publication: Hex32
    figure: PrintedFigure
    commitment: Committed | None = None

    @classmethod
    def of(cls, model: RedactedModel, sha256: str, index: int, opening: CommitmentOpening | None) -> Self:
        """Return the card of the figure with number `index` in a model, counted from 0.

        `sha256` is the hash of the PDF; `opening` is None if the count is hidden.
        """
        figure = model.chapters.figures[index]
        committed = None if opening is None else Committed(opening.count, opening.commitment)
        return cls(model.as_of, sha256, figure, committed)

    def holds(self, opening: CommitmentOpening) -> bool:
        """Tell whether an opening belongs to this card.

        Its commitment must be that of the card, and its units must add up to the count.
        """
        return self.commitment == Committed(opening.count, opening.commitment)
