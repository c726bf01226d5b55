"""The composition of a filled form into pages.

The notice that the form is confidential is at the top and in every footer.
"""

from collections.abc import Iterator
from typing import IO

from hrddesk.publish.content.form import FormDocument, FormPart
from hrddesk.publish.pdf import page_style
from hrddesk.publish.pdf.document import PageCanvas
from hrddesk.publish.pdf.pages import Block, Pages
from hrddesk.publish.typesetting.lettering import TextStyle, Typesetter
from hrddesk.publish.typesetting.paragraph import ScriptParagraph
from hrddesk.publish.typesetting.vertical import text_block
from hrddesk.records.language.labels import subtag

_NUMBER_ROOM = 60.0  # points of the footer that are reserved for the page number


def compose(form: FormDocument, target: IO[bytes]) -> None:
    """Write the PDF of `form` to `target`."""
    language = subtag(form.language)
    setter, pages = Typesetter(language), Pages()
    pages.new_page()
    pages.flow(list(_blocks(form, setter)))
    canvas = PageCanvas(target, page_style.PAPER, language)
    canvas.tag(pages.tags)
    for number, page in enumerate(pages.pages, 1):
        _foot(page.code, form.mark, f"{number} / {len(pages.pages)}", setter)
        canvas.code.extend(page.code)
        canvas.showPage()
    canvas.finish(setter.fonts)


def _blocks(form: FormDocument, setter: Typesetter) -> Iterator[Block]:
    def text(words: str, style: TextStyle) -> ScriptParagraph:
        return ScriptParagraph(words, style, setter)

    yield Block(flowable=text(form.mark, page_style.PERSON), line_above=page_style.HAIRLINE)
    yield Block(flowable=text(form.title, page_style.CHAPTER), before=12, keep=True)
    yield Block(flowable=text(form.person, page_style.HEADING), before=4)
    for note in form.notes:
        yield Block(flowable=text(note, page_style.CELL_QUIET), before=4)
    for part in form.parts:
        yield from _part(part, setter)


def _part(part: FormPart, setter: Typesetter) -> Iterator[Block]:
    heading = ScriptParagraph(part.title, page_style.HEADING, setter)
    yield Block(flowable=heading, before=20, keep=True, line_above=page_style.HAIRLINE)
    for row in part.rows:
        yield Block(flowable=ScriptParagraph(row.question, page_style.CAPTION, setter), before=9, keep=True)
        style = page_style.BODY if row.filled else page_style.CELL_QUIET
        for line in setter.fonts.printable(row.text).split("\n"):
            if line.strip():
                yield Block(flowable=text_block(line, style, setter), before=2)


def _foot(code: list[str], mark: str, number: str, setter: Typesetter) -> None:
    for words, style, width in (
        (mark, page_style.FOOTER, page_style.WIDTH - _NUMBER_ROOM),
        (number, page_style.FOOTER_RIGHT, page_style.WIDTH),
    ):
        paragraph = ScriptParagraph(words, style, setter)
        paragraph.wrap(width)
        code.append("/Artifact BMC")
        paragraph.draw_at(code, page_style.LEFT, page_style.FOOT)
        code.append("EMC")
