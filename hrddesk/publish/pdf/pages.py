"""The placing of flowables on pages, from top to bottom.

The document templates of reportlab lay out everything twice for a table of contents and keep all flowables
until the end. Here a flowable becomes operators as soon as it has its position.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hrddesk.publish.images.plate import Plate
from hrddesk.publish.pdf import page_style
from hrddesk.publish.pdf.rows import RowFlowable, artifact, rule
from hrddesk.publish.pdf.tags import Element, Tags
from hrddesk.publish.typesetting.lettering import Ink
from hrddesk.publish.typesetting.paragraph import ScriptParagraph

_TOP = page_style.PAPER[1] - page_style.TOP
_ROOM = _TOP - page_style.BOTTOM
_SPLIT_ROWS_ABOVE = _ROOM / 3  # a row that is not higher is moved to the next page as a whole
_ENOUGH = 60.0  # points of the next block that must be on the same page as a heading

Drawable = ScriptParagraph | RowFlowable | Plate


@dataclass(slots=True, kw_only=True)
class Block:
    """A flowable with its placement on a page.

    `before` is the room above the block in points. `keep` puts the next block on the same page. `header` is
    repeated at the top of each page to which the block is moved or continued. `role` is the structure type of
    the block for screen readers, `cells` are the structure types of the cells of a row. `element` is the
    structure element of the block once it exists, and `parent` is the parent element. `link` is the target of
    a click.
    """

    flowable: Drawable
    before: float = 0.0
    keep: bool = False
    header: RowFlowable | None = None
    line_above: Ink | None = None
    anchor: str | None = None
    width: float = page_style.WIDTH
    role: str = "P"
    cells: tuple[str, ...] = ()
    parent: Element | None = None
    element: Element | None = None
    elements: list[Element] = field(default_factory=list)
    link: str = ""

    def put_into(self, tags: Tags) -> Element:
        """Return the structure element of the block; create it with its cells on the first call."""
        if self.element is None:
            self.element = tags.element(self.role, self.parent)
        if not self.elements:
            self.elements = [tags.element(role, self.element) for role in self.cells]
            for element in self.elements:
                tags.place(element)  # an empty cell has an element too
        return self.element


@dataclass(slots=True)
class PdfPage:
    """A finished page: its operators, positions of links and bookmarks, and the hashes of its images."""

    code: list[str] = field(default_factory=list)
    links: list[tuple[str, tuple[float, float, float, float]]] = field(default_factory=list)
    anchors: list[tuple[str, float]] = field(default_factory=list)
    images: list[str] = field(default_factory=list)


class Pages:
    """The pages of a document, and the structure of its content."""

    def __init__(self) -> None:
        self.pages: list[PdfPage] = []
        self.tags = Tags()
        self._y = 0.0
        self._at_top = True

    def new_page(self) -> None:
        """Begin a page."""
        self.pages.append(PdfPage())
        self._y, self._at_top = _TOP, True

    def skip(self, height: float) -> None:
        """Leave `height` points of the page empty."""
        self._y -= height
        self._at_top = False

    def flow(self, blocks: Sequence[Block]) -> None:
        """Place blocks below each other; begin new pages when they are needed."""
        for index, block in enumerate(blocks):
            self._place(block, _wanted_below(blocks, index))

    def _place(self, block: Block, wanted_below: float) -> None:
        flowable = block.flowable
        while True:
            before = 0.0 if self._at_top else block.before
            room = self._y - before - page_style.BOTTOM
            height = flowable.wrap(block.width)
            if height + wanted_below <= room or (height <= room and self._at_top):
                self._draw(block, flowable, before, height)
                return
            parts = flowable.split(block.width, room) if self._may_split(flowable, height) else []
            if len(parts) == 2:
                first, flowable = parts
                self._draw(block, first, before, first.height)
                block.anchor = block.line_above = None
            elif self._at_top:
                # Not even a part fits on an empty page, such as an extremely long name in a narrow column.
                self._stack(block, flowable)
                return
            self.new_page()
            if block.header is not None:
                self._repeat(block.header)

    def _may_split(self, flowable: Drawable, height: float) -> bool:
        return isinstance(flowable, ScriptParagraph) or height > _SPLIT_ROWS_ABOVE

    def _stack(self, block: Block, flowable: Drawable) -> None:
        """Place the paragraphs of a row below each other, for a row that does not fit on an empty page.

        On the right, 50 points are left free for a page number.
        """
        assert isinstance(flowable, RowFlowable)
        block_element = block.put_into(self.tags)
        for index, cell in enumerate(flowable.cells):
            element = block.elements[index] if block.elements else block_element
            for paragraph in cell:
                self._place(
                    Block(flowable=paragraph, width=page_style.WIDTH - 50, element=element, link=block.link),
                    0.0,
                )

    def _draw(self, block: Block, flowable: Drawable, before: float, height: float) -> None:
        page = self.pages[-1]
        if block.line_above is not None and not self._at_top:
            line = rule(page_style.LEFT, self._y - before / 2, page_style.WIDTH, block.line_above)
            page.code.append(artifact(line))
        self._y -= before
        if block.anchor is not None:
            page.anchors.append((block.anchor, self._y))
        self._y -= height
        block_element, number = block.put_into(self.tags), len(self.pages) - 1
        if isinstance(flowable, RowFlowable):
            elements = block.elements
            flowable.draw_at(
                page.code,
                page_style.LEFT,
                self._y,
                lambda cell: self.tags.begin(elements[cell] if elements else block_element, number),
            )
        else:
            page.code.append(self.tags.begin(block_element, number))
            flowable.draw_at(page.code, page_style.LEFT, self._y)
            page.code.append("EMC")
        if isinstance(flowable, Plate):
            page.images.append(flowable.sha256)
        if block.link:
            page.links.append(
                (block.link, (page_style.LEFT, self._y, page_style.LEFT + page_style.WIDTH, self._y + height))
            )
        self._at_top = False

    def _repeat(self, header: RowFlowable) -> None:
        page = self.pages[-1]
        height = header.wrap(page_style.WIDTH)
        self._y -= height
        page.code.append("/Artifact BMC")
        header.draw_at(page.code, page_style.LEFT, self._y)
        page.code.append("EMC")

    @property
    def y(self) -> float:
        """The height of the lower edge of the last flowable on the page, in points."""
        return self._y


def _wanted_below(blocks: Sequence[Block], index: int) -> float:
    """Return the height, in points, that must be free below block `index` on the same page."""
    room = 0.0
    while blocks[index].keep and index + 1 < len(blocks):
        index += 1
        follower = blocks[index]
        height = follower.flowable.wrap(page_style.WIDTH)
        is_plate = isinstance(follower.flowable, Plate)
        room += follower.before + (height if is_plate else min(height, _ENOUGH))
    return room
