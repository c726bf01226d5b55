"""The text of a publication as lines, for a preview without a window."""

from collections.abc import Iterator

from hrddesk.publish.content.elements import Element, Grid, Pairs, PublicationSection
from hrddesk.publish.content.phrasing import PhrasedSheet
from hrddesk.publish.content.story import tell
from hrddesk.redact.model.model import RedactedModel

_METHOD = "method"  # almost the same in every publication
_BETWEEN = "  "


def read_out(model: RedactedModel) -> Iterator[str]:
    """Yield the text lines of a publication in page order.

    The table of contents, the page numbers and the section on method are left out.
    """
    story = tell(model)
    yield from (*story.title, *story.as_of)
    yield from (f"{pair.label}: {pair.value}" for pair in story.figures)
    for section in story.before:
        yield from _section(section)
    if story.sheets:
        yield from ("", story.sheets_caption)
    for sheet in story.sheets:
        yield from ("", *_sheet(sheet))
    for section in story.after:
        if section.key != _METHOD:
            yield from _section(section)


def _section(section: PublicationSection) -> Iterator[str]:
    yield from ("", section.title)
    for element in section.elements:
        yield from _element(element)


def _element(element: Element) -> Iterator[str]:
    if isinstance(element, Grid):
        yield from (_BETWEEN.join(cells) for cells in (element.columns, *(row.cells for row in element.rows)))
    elif isinstance(element, Pairs):
        yield from (": ".join(pair.texts()) for pair in element.pairs)
    else:
        yield _BETWEEN.join(element.texts())


def _sheet(sheet: PhrasedSheet) -> Iterator[str]:
    yield f"{sheet.number}{_BETWEEN}{sheet.heading}"
    for person in sheet.people:
        if person.heading:
            yield person.heading
        yield from (": ".join(pair.texts()) for pair in person.facts)
    for row in sheet.timeline:
        parts = (row.date, row.event, row.custody, *(": ".join(pair.texts()) for pair in row.details))
        yield _BETWEEN.join(filter(None, parts))
    for text in sheet.texts:
        yield from text.splitlines()
    for picture in sheet.pictures:
        yield _BETWEEN.join(filter(None, (f"[{picture.alternative}]", picture.caption)))
