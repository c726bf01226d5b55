"""Figures of a publication as cards: JSON for other programs, each with a commitment to what was counted."""

from dataclasses import dataclass, replace
from typing import Any, Final, Self

from hrddesk.publish.commitment import Opening
from hrddesk.redact import shapes
from hrddesk.redact.bilingual import Bilingual, Language
from hrddesk.redact.chapters import FigureRow, PrintedFigure
from hrddesk.redact.model import RedactedModel

TYPE: Final = "hrddesk-figure-card"
_SCHEME: Final = "hrddesk-count-v1"
_NAMES: Final = ("type", "v", "as_of", "publication", "figure", "commitment")


@dataclass(frozen=True, slots=True)
class Card:
    """A figure as published: of which day, in which file, and the commitment with its count.

    `publication` is the SHA-256 of the PDF. Where the count is hidden there is no commitment. Of a
    publication in one language both texts are that one: no page shows the words of a desk in the other.
    """

    as_of: str
    publication: str
    figure: PrintedFigure
    count: int | None = None
    commitment: str = ""

    @classmethod
    def of(cls, model: RedactedModel, sha256: str, at: int, opening: Opening | None) -> Self:
        """Return the card of a figure of a model, by its number from 0."""
        figure = _printed(model.chapters.figures[at], model.language)
        if opening is None:
            return cls(model.as_of.isoformat(), sha256, figure)
        return cls(model.as_of.isoformat(), sha256, figure, opening.count, opening.commitment)

    def to_json(self) -> dict[str, Any]:
        """Return the JSON object."""
        committed = {"scheme": _SCHEME, "count": self.count, "sha256": self.commitment}
        return {
            "type": TYPE,
            "v": 1,
            "as_of": self.as_of,
            "publication": self.publication,
            "figure": self.figure.to_json(),
            "commitment": committed if self.commitment else None,
        }

    @classmethod
    def from_json(cls, value: object) -> Self:
        """Read the JSON object; raise ValueError on any other shape."""
        found = shapes.fields(value, "card", *_NAMES)
        if (found["type"], found["v"]) != (TYPE, 1):
            raise ValueError("card: not one that is known")
        as_of = shapes.day(found["as_of"], "card.as_of").isoformat()
        publication = shapes.string(found["publication"], "card.publication")
        figure = PrintedFigure.from_json(found["figure"])
        if found["commitment"] is None:
            return cls(as_of, publication, figure)
        said = shapes.fields(found["commitment"], "card.commitment", "scheme", "count", "sha256")
        if said["scheme"] != _SCHEME:
            raise ValueError("card.commitment: not one that is known")
        count = shapes.count(said["count"], "card.commitment.count")
        return cls(as_of, publication, figure, count, shapes.string(said["sha256"], "card.commitment.sha256"))

    def holds(self, opening: Opening) -> bool:
        """Tell whether an opening is that of this card, and adds up to its count."""
        return bool(self.commitment) and (opening.commitment, opening.count) == (self.commitment, self.count)


def _printed(figure: PrintedFigure, language: Language) -> PrintedFigure:
    if language is Language.BOTH:
        return figure

    def said(text: Bilingual) -> Bilingual:
        (words,) = text.in_languages(language)
        return Bilingual(words, words)

    table = figure.table
    if table is not None:
        rows = tuple(FigureRow(tuple(map(said, row.cells)), row.count) for row in table.rows)
        table = replace(table, columns=tuple(map(said, table.columns)), rows=rows)
    lines = tuple((said(title), said(words)) for title, words in figure.card)
    return PrintedFigure(said(figure.name), said(figure.value), lines, table, figure.chart)
