"""The content of the pages as texts in reading order, before anything is measured.

The layout draws such a story and nothing else. The audit derives the same story from the model and compares
it with the text of the finished pages, so it detects anything that the layout adds or drops.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from hrddesk.publish.content import issue_pages, sections
from hrddesk.publish.content.elements import ContentsEntry, Pair, PublicationSection
from hrddesk.publish.content.phrasing import PhrasedSheet, PicturePart, Teller
from hrddesk.records.language.captions import caption
from hrddesk.redact.model.chapters import Chapter
from hrddesk.redact.model.model import RedactedModel

SHEETS: Final = "sheets"
"""The key of the chapter of case sheets, to which a line of the table of contents links."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The texts of a whole publication; the case sheets are between the sections `before` and `after`."""

    title: tuple[str, ...]
    as_of: tuple[str, ...]
    figures_caption: str
    figures: tuple[Pair, ...]
    contents_caption: str
    before: tuple[PublicationSection, ...]
    sheets_caption: str
    sheets: tuple[PhrasedSheet, ...]
    timeline_caption: str
    columns: tuple[str, str, str]
    account_caption: str
    pictures_caption: str
    after: tuple[PublicationSection, ...]
    page: str  # with {n}
    colon: str = field(default=": ")

    def page_number(self, number: int) -> str:
        """Return the text in the footer of a page that tells the page number."""
        return self.page.replace("{n}", str(number))

    def heads(self) -> Iterator[tuple[str, ...]]:
        """Yield the head of each table, which is repeated if the table continues on another page."""
        yield self.columns
        for section in (*self.before, *self.after):
            yield from (grid.columns for grid in section.grids())

    def entries(self) -> Iterator[ContentsEntry]:
        """Yield the lines of the table of contents."""
        for section in self.before:
            yield from _entries(section)
        if self.sheets:
            yield ContentsEntry(SHEETS, "", self.sheets_caption)
        for sheet in self.sheets:
            yield ContentsEntry(sheet.key, sheet.number, sheet.heading, 1)
        for section in self.after:
            yield from _entries(section)

    def pictures(self) -> Iterator[PicturePart]:
        """Yield every picture, in the order of drawing."""
        for sheet in self.sheets:
            yield from sheet.pictures

    def texts(self) -> Iterator[str]:
        """Yield every drawn text in the order of drawing, without footers and repeated table heads."""
        yield from self.title
        yield from self.as_of
        yield self.figures_caption
        for pair in self.figures:
            yield from pair.texts()
        yield self.contents_caption
        for entry in self.entries():
            yield entry.number
            yield entry.text
        for section in self.before:
            yield from section.texts()
        if self.sheets:
            yield self.sheets_caption
        for sheet in self.sheets:
            yield from self._sheet(sheet)
        for section in self.after:
            yield from section.texts()

    def _sheet(self, sheet: PhrasedSheet) -> Iterator[str]:
        yield sheet.number
        yield sheet.heading
        for person in sheet.people:
            yield person.heading
            for pair in person.facts:
                yield from pair.texts()
        if sheet.timeline:
            yield self.timeline_caption
            yield from self.columns
        for row in sheet.timeline:
            yield from (row.date, row.event, row.custody)
            for pair in row.details:
                yield pair.label + self.colon
                yield pair.value
        if sheet.texts:
            yield self.account_caption
            yield from sheet.texts
        if sheet.pictures:
            yield self.pictures_caption
            yield from (picture.caption for picture in sheet.pictures)


def _entries(section: PublicationSection) -> Iterator[ContentsEntry]:
    yield ContentsEntry(section.key, "", section.title)
    for heading in section.headings():
        yield ContentsEntry(heading.key, "", heading.text, 1)


def tell(model: RedactedModel) -> Story:
    """Return the texts of the pages of a model, in the languages of the model."""
    teller = Teller(model.languages)
    parts = model.chapters.parts
    sheets = enumerate(model.cases, 1) if Chapter.SHEETS in parts else ()
    return Story(
        title=model.title.together(model.languages),
        as_of=teller.as_of(model.as_of),
        figures_caption=teller.caption("figures"),
        figures=tuple(
            Pair(teller.caption(f"figure.{name}"), f"{count:,}")
            for name, count in (
                ("cases", model.summary.cases),
                ("people", model.summary.people),
                ("labelled", model.summary.labelled),
                ("groups", model.summary.groups),
                ("groups_labelled", model.summary.groups_labelled),
                ("events", model.summary.events),
            )
        ),
        contents_caption=teller.caption("contents"),
        before=(
            *issue_pages.changes(model, teller),
            *sections.figures(model, teller),
            *sections.timeline(model, teller),
        ),
        sheets_caption=teller.caption("sheets"),
        sheets=tuple(teller.sheet(number, case) for number, case in sheets),
        timeline_caption=teller.caption("timeline"),
        columns=(
            teller.caption("column.date"),
            teller.caption("column.event"),
            teller.caption("column.details"),
        ),
        account_caption=teller.caption("account"),
        pictures_caption=teller.caption("pictures"),
        after=(*sections.listed(model, teller), sections.method(model, teller)),
        page=" · ".join(caption("page").together(model.languages)),
        colon=teller.colon,
    )
