"""The composition of a story into pages: title, contents, sections, one sheet per case, method and limits."""

from collections.abc import Iterator, Mapping, Sequence
from typing import IO

from hrddesk.publish.content import elements
from hrddesk.publish.content.elements import (
    BarChart,
    ContentsEntry,
    Grid,
    Heading,
    Large,
    LineChart,
    Pair,
    Pairs,
    Paragraph,
    PublicationSection,
    parts_of,
)
from hrddesk.publish.content.phrasing import PersonPart, PhrasedSheet, TimelineRow
from hrddesk.publish.content.story import SHEETS, Story, tell
from hrddesk.publish.images.plate import Plate
from hrddesk.publish.pdf import page_style
from hrddesk.publish.pdf.charts import BarRow, LineRow
from hrddesk.publish.pdf.document import PageCanvas
from hrddesk.publish.pdf.pages import Block, Pages
from hrddesk.publish.pdf.progress import Told, nobody
from hrddesk.publish.pdf.rows import Columns, RowFlowable
from hrddesk.publish.pdf.tags import Element
from hrddesk.publish.typesetting.lettering import TextStyle, Typesetter
from hrddesk.publish.typesetting.paragraph import InkSpan, ScriptParagraph
from hrddesk.publish.typesetting.vertical import text_block
from hrddesk.records.language.labels import subtag
from hrddesk.redact.model.model import RedactedModel
from hrddesk.redact.model.picture import Image

_CONTENTS = "contents"
_ABOVE = 10.0  # points between the target of a link and the heading below it
_FEW = 6  # the most facts of a person that are kept together with the next block
_SET, _DRAWN = (
    65,
    75,
)  # the progress in hundredths when all sheets are laid out, and when all pages are drawn
_MOST_CELLS = 20_000  # the most cells in the cache


def compose(model: RedactedModel, target: IO[bytes], progress: Told = nobody) -> None:
    """Write the PDF of `model` to `target`; `progress` is called with the finished share in hundredths."""
    language = subtag(model.languages[0])
    composer = _Composer(tell(model), {image.sha256: image for image in model.images}, language, progress)
    composer.compose()
    composer.write(PageCanvas(target, page_style.PAPER, language))


class _Composer:
    def __init__(self, story: Story, images: Mapping[str, Image], language: str, progress: Told) -> None:
        self.story = story
        self.told = progress
        self.images = images
        self.setter = Typesetter(language)
        self.pages = Pages()
        self._cells: dict[tuple[str | Pair, TextStyle, float], ScriptParagraph] = {}
        # For each line of the contents: its key, the index of its page, and the height of its last line
        self.entries: list[tuple[str, int, float]] = []

    def text(self, text: str | Sequence[InkSpan], style: TextStyle) -> ScriptParagraph:
        return ScriptParagraph(text, style, self.setter)

    def cell(self, text: str | Pair, style: TextStyle, width: float) -> ScriptParagraph:
        """Return the paragraph of a cell; cells with the same text, style and width share one paragraph.

        Most cells of a report repeat the text of another cell.
        """
        key = text, style, width
        cell = self._cells.get(key)
        if cell is None:
            if len(self._cells) >= _MOST_CELLS:
                self._cells.clear()
            self._cells[key] = cell = self.text(
                text if isinstance(text, str) else self._labelled(text), style
            )
        return cell

    def row(self, columns: Columns, *cells: tuple[str, TextStyle]) -> RowFlowable:
        cells_and_widths = zip(cells, columns.widths, strict=True)
        return RowFlowable(
            [[self.cell(text, style, width)] if text else [] for (text, style), width in cells_and_widths],
            columns,
        )

    def part(self, role: str, parent: Element | None = None, alternative: str = "") -> Element:
        return self.pages.tags.element(role, parent, alternative)

    # --- the parts, in order --------------------------------------------------------------------------

    def compose(self) -> None:
        story = self.story
        self._title()
        self._contents()
        for section in story.before:
            self._section(section)
        if story.sheets:
            self._sheets()
        for section in story.after:
            self._section(section)

    def _title(self) -> None:
        story, part = self.story, self.part("Sect")
        self.pages.new_page()
        self.pages.skip(150)
        blocks = [
            Block(flowable=self.text(title, page_style.TITLE), before=4, role="H1", parent=part)
            for title in story.title
        ]
        blocks += [
            Block(flowable=self.text(line, page_style.SUBTITLE), before=14 if index == 0 else 0, parent=part)
            for index, line in enumerate(story.as_of)
        ]
        caption = self.text(story.figures_caption, page_style.CAPTION)
        blocks.append(Block(flowable=caption, before=90, keep=True, parent=part))
        # In reading order, the caption of a figure precedes its number; on paper it is beside the number.
        numbers = self.part("L", part)
        blocks += [
            self._pair(
                self.row(page_style.FIGURES, (pair.label, page_style.CELL), (pair.value, page_style.FIGURE)),
                numbers,
            )
            for pair in story.figures
        ]
        self.pages.flow(blocks)

    def _contents(self) -> None:
        story = self.story
        self.pages.new_page()
        caption = self.text(story.contents_caption, page_style.CHAPTER)
        self.pages.flow([Block(flowable=caption, anchor=_CONTENTS, role="H1")])
        self.pages.skip(10)
        contents = self.part("TOC")
        for entry in story.entries():
            self._entry(entry, contents)

    def _entry(self, entry: ContentsEntry, contents: Element) -> None:
        style = page_style.CONTENTS if entry.depth else page_style.CHAPTER_ENTRY
        if entry.depth:
            cells = (entry.number, page_style.PAGE_NUMBER), (entry.text, style)
            row = self.row(page_style.ENTRIES, *cells)
        else:
            self.pages.skip(3)
            row = self.row(page_style.CHAPTERS, (entry.text, style))
        self.pages.flow([Block(flowable=row, role="TOCI", parent=contents)])
        # An entry may be longer than a page; the page number and the link are at its last line.
        lower = self.pages.y
        upper = min(lower + row.height, page_style.PAPER[1] - page_style.TOP)
        below = sum(paragraph.below for paragraph in row.cells[-1])
        self.entries.append((entry.key, len(self.pages.pages) - 1, lower + below))
        self.pages.pages[-1].links.append(
            (entry.key, (page_style.LEFT, lower, page_style.LEFT + page_style.WIDTH, upper))
        )

    # --- sections -------------------------------------------------------------------------------------

    def _section(self, section: PublicationSection) -> None:
        self.pages.new_page()
        part = self.part("Sect")
        title = self.text(section.title, page_style.CHAPTER)
        self.pages.flow([Block(flowable=title, anchor=section.key, role="H1", parent=part)])
        self.pages.flow([block for element in section.elements for block in self._element(element, part)])

    def _element(self, element: elements.Element, part: Element) -> Iterator[Block]:
        match element:
            case Heading(text, key):
                heading = self.text(text, page_style.HEADING)
                yield Block(
                    flowable=heading, before=26, keep=True, anchor=key or None, role="H2", parent=part
                )
            case Large(text):
                yield Block(flowable=self.text(text, page_style.LARGE), before=4, parent=part)
            case Paragraph((text,)):
                yield Block(flowable=self.text(text, page_style.BODY), before=8, parent=part)
            case Paragraph((one, other)):
                row = self.row(page_style.TWO, (one, page_style.BODY), (other, page_style.BODY))
                yield Block(flowable=row, before=8, role="Div", cells=("P", "P"), parent=part)
            case Pairs(pairs):
                listed = self.part("L", part)
                for index, pair in enumerate(pairs):
                    yield self._pair(self._card(pair), listed, before=0 if index else 4)
            case Grid():
                yield from self._grid(element, part)
            case BarChart(alternative, bars):
                figure = self.part("Figure", part, alternative)
                for index, bar in enumerate(bars):
                    yield Block(flowable=BarRow(bar, self.setter), before=0 if index else 10, element=figure)
                caption = self.text(alternative, page_style.CELL_QUIET)
                yield Block(flowable=caption, before=4, role="Caption", parent=figure)
            case LineChart(alternative):
                figure = self.part("Figure", part, alternative)
                yield Block(flowable=LineRow(element, self.setter), before=10, element=figure, keep=True)
                caption = self.text(alternative, page_style.CELL_QUIET)
                yield Block(flowable=caption, before=4, role="Caption", parent=figure)

    def _pair(self, row: RowFlowable, parent: Element, before: float = 0.0, *, keep: bool = False) -> Block:
        cells = ("Lbl", *["LBody"] * (len(row.cells) - 1))
        return Block(flowable=row, before=before, keep=keep, role="LI", cells=cells, parent=parent)

    def _card(self, pair: Pair) -> RowFlowable:
        label = (pair.label, page_style.CELL_QUIET)
        if not pair.beside:
            return self.row(page_style.CARD, label, (pair.value, page_style.CELL))
        return self.row(
            page_style.CARD_TWO, label, (pair.value, page_style.CELL), (pair.beside, page_style.CELL)
        )

    def _grid(self, grid: Grid, part: Element) -> Iterator[Block]:
        table = self.part("Table", part)
        columns = Columns(
            widths=parts_of(grid.shares, page_style.WIDTH, page_style.GAP),
            gap=page_style.GAP,
            above=3.5,
            below=4.5,
            rule=page_style.HAIRLINE,
        )
        words = len(grid.columns) - grid.numbers
        heads = [page_style.CELL_QUIET] * words + [page_style.HEAD_NUMBER] * grid.numbers
        cells = [page_style.CELL] * words + [page_style.CELL_NUMBER] * grid.numbers
        header = self.row(columns, *zip(grid.columns, heads, strict=True))
        yield Block(
            flowable=header, before=10, keep=True, role="TR", cells=("TH",) * len(heads), parent=table
        )
        for line in grid.rows:
            row = self.row(columns, *zip(line.cells, cells, strict=True))
            yield Block(
                flowable=row,
                header=header,
                role="TR",
                cells=("TD",) * len(cells),
                parent=table,
                link=line.link,
            )

    # --- case sheets ----------------------------------------------------------------------------------

    def _sheets(self) -> None:
        self.pages.new_page()
        part = self.part("Sect")
        title = self.text(self.story.sheets_caption, page_style.CHAPTER)
        self.pages.flow([Block(flowable=title, anchor=SHEETS, role="H1", parent=part)])
        self.header = self.row(
            page_style.TIMELINE, *((column, page_style.CELL_QUIET) for column in self.story.columns)
        )
        for number, sheet in enumerate(self.story.sheets, 1):
            self.pages.flow(list(self._sheet(sheet, self.part("Sect", part))))
            self.told(_SET * number // len(self.story.sheets))

    def _sheet(self, sheet: PhrasedSheet, part: Element) -> Iterator[Block]:
        spans = [InkSpan(f"{sheet.number}  ", page_style.QUIET), InkSpan(sheet.heading, page_style.ACCENT)]
        yield Block(
            flowable=self.text(spans, page_style.HEADING),
            before=30,
            keep=True,
            line_above=page_style.HAIRLINE,
            anchor=sheet.key,
            role="H2",
            parent=part,
        )
        goes_on = bool(sheet.timeline or sheet.texts or sheet.pictures)
        for index, person in enumerate(sheet.people):
            # A few facts about the last person must not be alone at the bottom of a page.
            last = goes_on and index == len(sheet.people) - 1 and len(person.facts) <= _FEW
            yield from self._person(person, part, 5 if index else 3, last=last)
        if sheet.timeline:
            yield from self._timeline(sheet, part)
        if sheet.texts:
            caption = self.text(self.story.account_caption, page_style.CAPTION)
            yield Block(flowable=caption, before=10, keep=True, role="H3", parent=part)
            for text in sheet.texts:
                # Empty lines only separate paragraphs.
                for line in self.setter.fonts.printable(text).split("\n"):
                    if line.strip():
                        yield Block(
                            flowable=text_block(line, page_style.BODY, self.setter), before=4, parent=part
                        )
        yield from self._pictures(sheet, part)

    def _person(self, person: PersonPart, part: Element, before: float, *, last: bool) -> Iterator[Block]:
        if person.heading:
            heading = self.text(person.heading, page_style.PERSON)
            keep = bool(person.facts) or last
            yield Block(flowable=heading, before=before, keep=keep, role="H3", parent=part)
        if person.facts:
            facts = self.part("L", part)
            for number, pair in enumerate(person.facts):
                row = self.row(
                    page_style.FACTS, (pair.label, page_style.CELL_QUIET), (pair.value, page_style.CELL)
                )
                yield self._pair(row, facts, 0 if number else 3, keep=last)

    def _timeline(self, sheet: PhrasedSheet, part: Element) -> Iterator[Block]:
        caption = self.text(self.story.timeline_caption, page_style.CAPTION)
        yield Block(flowable=caption, before=10, keep=True, role="H3", parent=part)
        table = self.part("Table", part)
        yield Block(flowable=self.header, keep=True, role="TR", cells=("TH",) * 3, parent=table)
        for index, event in enumerate(sheet.timeline, 1):
            # The next sheet begins with its own line, so the last event needs no line below it.
            line_below = index < len(sheet.timeline) or bool(sheet.texts or sheet.pictures)
            row = self._event(event, line_below)
            yield Block(flowable=row, header=self.header, role="TR", cells=("TD",) * 3, parent=table)

    def _pictures(self, sheet: PhrasedSheet, part: Element) -> Iterator[Block]:
        """Yield the pictures of a sheet; each picture is on the same page as its caption."""
        if sheet.pictures:
            caption = self.text(self.story.pictures_caption, page_style.CAPTION)
            yield Block(flowable=caption, before=10, keep=True, role="H3", parent=part)
        for picture in sheet.pictures:
            figure = self.part("Figure", part, picture.alternative)
            plate = Plate(self.images[picture.image])
            yield Block(flowable=plate, before=6, keep=bool(picture.caption), element=figure)
            if picture.caption:
                caption = self.text(picture.caption, page_style.CELL_QUIET)
                yield Block(flowable=caption, before=3, role="Caption", parent=figure)

    def _event(self, event: TimelineRow, line_below: bool) -> RowFlowable:
        when, middle, right = page_style.TIMELINE.widths
        what = [self.cell(event.event, page_style.CELL, middle)]
        if event.custody:
            what.append(self.cell(event.custody, page_style.CELL_QUIET, middle))
        details = [self.cell(pair, page_style.CELL, right) for pair in event.details]
        return RowFlowable(
            [[self.cell(event.date, page_style.CELL, when)], what, details],
            page_style.TIMELINE,
            last=line_below,
        )

    def _labelled(self, pair: Pair) -> list[InkSpan]:
        return [
            InkSpan(pair.label + self.story.colon, page_style.QUIET),
            InkSpan(pair.value, page_style.TEXT),
        ]

    # --- the file -------------------------------------------------------------------------------------

    def write(self, canvas: PageCanvas) -> None:
        for image in self.images.values():
            canvas.add_image(image)
        pages = self.pages.pages
        canvas.tag(self.pages.tags)
        where = {
            key: (number, height + _ABOVE)
            for number, page in enumerate(pages, 1)
            for key, height in page.anchors
        }
        for key, index, lower in self.entries:
            words = self.text(str(where[key][0]), page_style.PAGE_NUMBER)
            words.wrap(page_style.WIDTH)
            self._artifact(pages[index].code, words, page_style.LEFT, lower + page_style.ENTRIES.below)
        for number, page in enumerate(pages, 1):
            if number > 1:
                self._foot(page.code, number)
            canvas.code.extend(page.code)
            for key, height in page.anchors:
                canvas.bookmarkPage(key, fit="XYZ", left=0, top=height + _ABOVE)
            for key, corners in page.links:
                canvas.link(corners, *where[key])
            canvas.show(page.images)
            self.told(_SET + (_DRAWN - _SET) * number // len(pages))
        self._bookmarks(canvas)
        canvas.finish(self.setter.fonts)

    def _foot(self, code: list[str], number: int) -> None:
        words = self.text(self.story.page_number(number), page_style.FOOTER_RIGHT)
        words.wrap(page_style.WIDTH)
        self._artifact(code, words, page_style.LEFT, page_style.FOOT)
        title = self.text(self.story.title[0], page_style.FOOTER)
        if title.wrap(page_style.WIDTH - 90) <= title.leading:
            self._artifact(code, title, page_style.LEFT, page_style.FOOT - title.below)

    def _artifact(self, code: list[str], paragraph: ScriptParagraph, x: float, y: float) -> None:
        code.append("/Artifact BMC")
        paragraph.draw_at(code, x, y)
        code.append("EMC")

    def _bookmarks(self, canvas: PageCanvas) -> None:
        printable = self.setter.fonts.printable
        canvas.addOutlineEntry(printable(self.story.contents_caption), _CONTENTS, 0, closed=True)
        for entry in self.story.entries():
            title = f"{entry.number}  {entry.text}" if entry.number else entry.text
            canvas.addOutlineEntry(printable(title), entry.key, entry.depth, closed=True)
