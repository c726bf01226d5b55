"""Compose the pages of a story: title, contents, one sheet per case, method and limits."""

from collections.abc import Iterator, Mapping, Sequence
from typing import IO

from hrddesk.publish import look
from hrddesk.publish.document import PageCanvas
from hrddesk.publish.pages import Block, Pages
from hrddesk.publish.paragraph import ScriptParagraph, Span, TextStyle, Typesetter
from hrddesk.publish.plate import Plate
from hrddesk.publish.rows import Columns, Row
from hrddesk.publish.story import Pair, Sheet, Story, TimelineRow, tell
from hrddesk.publish.vertical import text_block
from hrddesk.redact.model import Language, RedactedModel
from hrddesk.redact.picture import Image

_METHOD = "method"
_CONTENTS = "contents"
_FEW = 6  # facts of a person that stay with what follows


def compose(model: RedactedModel, target: IO[bytes]) -> None:
    """Write the PDF of `model` to `target`."""
    composer = _Composer(tell(model), {image.sha256: image for image in model.images})
    composer.compose()
    composer.write(PageCanvas(target, look.PAPER, "zh" if model.language is Language.ZH else "en"))


class _Composer:
    def __init__(self, story: Story, images: Mapping[str, Image]) -> None:
        self.story = story
        self.images = images
        self.setter = Typesetter()
        self.pages = Pages()
        # Where each entry of the contents stands: its page, and how high its last line stands
        self.entries: list[tuple[str, int, float]] = []

    def text(self, text: str | Sequence[Span], style: TextStyle) -> ScriptParagraph:
        return ScriptParagraph(text, style, self.setter)

    def row(self, columns: Columns, *cells: tuple[str, TextStyle]) -> Row:
        return Row([[self.text(text, style)] if text else [] for text, style in cells], columns)

    # --- the parts, in order --------------------------------------------------------------------------

    def compose(self) -> None:
        self._title()
        self._contents()
        self.pages.new_page()
        self.header = self.row(look.TIMELINE, *((column, look.CELL_QUIET) for column in self.story.columns))
        for sheet in self.story.sheets:
            self.pages.flow(list(self._sheet(sheet)))
        self.pages.new_page()
        self.pages.flow(list(self._method()))

    def _title(self) -> None:
        story = self.story
        self.pages.new_page()
        self.pages.skip(150)
        blocks = [Block(self.text(title, look.TITLE), before=4) for title in story.title]
        blocks += [
            Block(self.text(line, look.SUBTITLE), before=14 if index == 0 else 0)
            for index, line in enumerate(story.as_of)
        ]
        blocks.append(Block(self.text(story.figures_caption, look.CAPTION), before=90, keep=True))
        # The caption of a figure stands before it in the text and beside it on paper.
        blocks += [
            Block(self.row(look.FIGURES, (pair.label, look.CELL), (pair.value, look.FIGURE)))
            for pair in story.figures
        ]
        self.pages.flow(blocks)

    def _contents(self) -> None:
        story = self.story
        self.pages.new_page()
        self.pages.flow([Block(self.text(story.contents_caption, look.CHAPTER), anchor=_CONTENTS)])
        self.pages.skip(10)
        for sheet in story.sheets:
            self._entry(_key(sheet), sheet.number, sheet.heading)
        self.pages.skip(6)
        self._entry(_METHOD, "", story.method_caption)

    def _entry(self, key: str, number: str, heading: str) -> None:
        row = self.row(look.ENTRIES, (number, look.PAGE_NUMBER), (heading, look.CONTENTS))
        self.pages.flow([Block(row)])
        # An entry may be longer than a page; the number stands at its last line, and there the link is.
        lower = self.pages.y
        upper = min(lower + row.height, look.PAPER[1] - look.TOP)
        below = sum(paragraph.below for paragraph in row.cells[1])
        self.entries.append((key, len(self.pages.pages) - 1, lower + below))
        self.pages.pages[-1].links.append((key, (look.LEFT, lower, look.LEFT + look.WIDTH, upper)))

    def _sheet(self, sheet: Sheet) -> Iterator[Block]:
        spans = [Span(f"{sheet.number}  ", look.QUIET), Span(sheet.heading, look.ACCENT)]
        yield Block(
            self.text(spans, look.HEADING),
            before=30,
            keep=True,
            line_above=look.HAIRLINE,
            anchor=_key(sheet),
        )
        goes_on = bool(sheet.timeline or sheet.texts or sheet.pictures)
        for index, person in enumerate(sheet.people):
            # What little is said of the last person must not stand alone at the foot of a page.
            last = goes_on and index == len(sheet.people) - 1 and len(person.facts) <= _FEW
            if person.heading:
                before = 5 if index else 3
                keep = bool(person.facts) or last
                yield Block(self.text(person.heading, look.PERSON), before=before, keep=keep)
            for number, pair in enumerate(person.facts):
                row = self.row(look.FACTS, (pair.label, look.CELL_QUIET), (pair.value, look.CELL))
                yield Block(row, before=0 if number else 3, keep=last)
        if sheet.timeline:
            yield Block(self.text(self.story.timeline_caption, look.CAPTION), before=10, keep=True)
            yield Block(self.header, keep=True)
            for index, event in enumerate(sheet.timeline, 1):
                # The next sheet begins with a line of its own.
                line_below = index < len(sheet.timeline) or bool(sheet.texts or sheet.pictures)
                yield Block(self._event(event, line_below), header=self.header)
        if sheet.texts:
            yield Block(self.text(self.story.account_caption, look.CAPTION), before=10, keep=True)
            for text in sheet.texts:
                # Empty lines only part paragraphs.
                for line in self.setter.fonts.printable(text).split("\n"):
                    if line.strip():
                        yield Block(text_block(line, look.BODY, self.setter), before=4)

        yield from self._pictures(sheet)

    def _pictures(self, sheet: Sheet) -> Iterator[Block]:
        """Set pictures below each other, the words of each below it on the same page."""
        if sheet.pictures:
            yield Block(self.text(self.story.pictures_caption, look.CAPTION), before=10, keep=True)
        for picture in sheet.pictures:
            plate = Plate(self.images[picture.image], picture.alternative)
            yield Block(plate, before=6, keep=bool(picture.caption))
            if picture.caption:
                yield Block(self.text(picture.caption, look.CELL_QUIET), before=3)

    def _event(self, event: TimelineRow, line_below: bool) -> Row:
        what = [self.text(event.event, look.CELL)]
        if event.form:
            what.append(self.text(event.form, look.CELL_QUIET))
        details = [self.text(self._labelled(pair), look.CELL) for pair in event.details]
        cells = [[self.text(event.date, look.CELL)], what, details]
        return Row(cells, look.TIMELINE, last=line_below)

    def _labelled(self, pair: Pair) -> list[Span]:
        return [Span(pair.label + self.story.colon, look.QUIET), Span(pair.value, look.TEXT)]

    def _method(self) -> Iterator[Block]:
        yield Block(self.text(self.story.method_caption, look.CHAPTER), anchor=_METHOD)
        for paragraph in self.story.method:
            yield Block(self.text(paragraph, look.BODY), before=8)

    # --- the file -------------------------------------------------------------------------------------

    def write(self, canvas: PageCanvas) -> None:
        for image in self.images.values():
            canvas.add_image(image)
        pages = self.pages.pages
        where = {key: number for number, page in enumerate(pages, 1) for key, _ in page.anchors}
        for key, index, lower in self.entries:
            words = self.text(str(where[key]), look.PAGE_NUMBER)
            words.wrap(look.WIDTH, look.WIDTH)
            self._artifact(pages[index].code, words, look.LEFT, lower + look.ENTRIES.below)
        for number, page in enumerate(pages, 1):
            if number > 1:
                self._foot(page.code, number)
            canvas.code.extend(page.code)
            for key, height in page.anchors:
                canvas.bookmarkPage(key, fit="XYZ", left=0, top=height + 10)
            for key, corners in page.links:
                canvas.linkAbsolute("", key, corners)
            canvas.show(page.images)
        self._bookmarks(canvas)
        canvas.finish(self.setter.fonts)

    def _foot(self, code: list[str], number: int) -> None:
        words = self.text(self.story.page_number(number), look.FOOTER_RIGHT)
        words.wrap(look.WIDTH, look.FOOT)
        self._artifact(code, words, look.LEFT, look.FOOT)
        title = self.text(self.story.title[0], look.FOOTER)
        if title.wrap(look.WIDTH - 90, look.FOOT)[1] <= title.leading:
            self._artifact(code, title, look.LEFT, look.FOOT - title.below)

    def _artifact(self, code: list[str], paragraph: ScriptParagraph, x: float, y: float) -> None:
        code.append("/Artifact BMC")
        paragraph.draw_at(code, x, y)
        code.append("EMC")

    def _bookmarks(self, canvas: PageCanvas) -> None:
        printable = self.setter.fonts.printable
        entries = [(_CONTENTS, self.story.contents_caption)]
        entries += [(_key(sheet), f"{sheet.number}  {sheet.heading}") for sheet in self.story.sheets]
        entries.append((_METHOD, self.story.method_caption))
        for key, title in entries:
            canvas.addOutlineEntry(printable(title), key)


def _key(sheet: Sheet) -> str:
    return f"sheet{sheet.number}"
