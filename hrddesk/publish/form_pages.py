"""Compose the pages of a filled form: the mark on top and at every foot, then question by question."""

from collections.abc import Iterator
from typing import IO

from hrddesk.publish import look
from hrddesk.publish.document import PageCanvas
from hrddesk.publish.form import FormDocument, FormPart
from hrddesk.publish.lettering import TextStyle, Typesetter
from hrddesk.publish.pages import Block, Pages
from hrddesk.publish.paragraph import ScriptParagraph
from hrddesk.publish.vertical import text_block
from hrddesk.records.labels import subtag

_NUMBER_ROOM = 60.0  # points that the number of a page takes of its foot


def compose(form: FormDocument, target: IO[bytes]) -> None:
    """Write the PDF of `form` to `target`."""
    language = subtag(form.language)
    setter, pages = Typesetter(language), Pages()
    pages.new_page()
    pages.flow(list(_blocks(form, setter)))
    canvas = PageCanvas(target, look.PAPER, language)
    canvas.tag(pages.tags)
    for number, page in enumerate(pages.pages, 1):
        _foot(page.code, form.mark, f"{number} / {len(pages.pages)}", setter)
        canvas.code.extend(page.code)
        canvas.showPage()
    canvas.finish(setter.fonts)


def _blocks(form: FormDocument, setter: Typesetter) -> Iterator[Block]:
    def text(words: str, style: TextStyle) -> ScriptParagraph:
        return ScriptParagraph(words, style, setter)

    yield Block(text(form.mark, look.PERSON), line_above=look.HAIRLINE)
    yield Block(text(form.title, look.CHAPTER), before=12, keep=True)
    yield Block(text(form.person, look.HEADING), before=4)
    for note in form.notes:
        yield Block(text(note, look.CELL_QUIET), before=4)
    for part in form.parts:
        yield from _part(part, setter)


def _part(part: FormPart, setter: Typesetter) -> Iterator[Block]:
    heading = ScriptParagraph(part.title, look.HEADING, setter)
    yield Block(heading, before=20, keep=True, line_above=look.HAIRLINE)
    for row in part.rows:
        yield Block(ScriptParagraph(row.question, look.CAPTION, setter), before=9, keep=True)
        style = look.BODY if row.filled else look.CELL_QUIET
        for line in setter.fonts.printable(row.text).split("\n"):
            if line.strip():
                yield Block(text_block(line, style, setter), before=2)


def _foot(code: list[str], mark: str, number: str, setter: Typesetter) -> None:
    for words, style, width in (
        (mark, look.FOOTER, look.WIDTH - _NUMBER_ROOM),
        (number, look.FOOTER_RIGHT, look.WIDTH),
    ):
        paragraph = ScriptParagraph(words, style, setter)
        paragraph.wrap(width)
        code.append("/Artifact BMC")
        paragraph.draw_at(code, look.LEFT, look.FOOT)
        code.append("EMC")
