"""The structure of a tagged PDF: headings, cells, lists (ISO 32000-1, 14.7 and 14.8).

The operators of a page mark where each piece of content begins and ends, and give the piece a number. The
tree of elements lists the pieces of each element. A document has many elements, so this module writes them
without the object classes of reportlab.
"""

from collections.abc import Iterator, Sequence
from typing import Final

Kid = tuple[int, int]
"""A piece of marked content: the page, counted from 0, and the number of the piece on that page."""

_SCOPE: Final = "/A<</O/Table/Scope/Column>>"


class Element:
    """An element of the document structure.

    `kids` are its pieces of content and its child elements, in reading order.
    """

    __slots__ = ("alternative", "kids", "number", "parent", "placed", "role")

    def __init__(self, role: str, parent: "Element | None", alternative: str) -> None:
        self.role = role
        self.parent = parent
        self.alternative = alternative
        self.kids: list[Kid | Element] = []
        self.number = 0
        self.placed = False


class Tags:
    """The structure elements of one document."""

    def __init__(self) -> None:
        self.root = Element("Document", None, "")
        self._all = [self.root]
        self._pages: list[list[Element]] = []

    def element(self, role: str, parent: Element | None = None, alternative: str = "") -> Element:
        """Return a new element below `parent`, or below the document if `parent` is None.

        `place` later adds the element to the children of its parent. `alternative` describes a figure in
        words.
        """
        return Element(role, parent or self.root, alternative)

    def place(self, element: Element) -> None:
        """Append an element to the children of its parent if it has not been placed yet.

        Elements are placed when they are drawn, so children are in drawing order.
        """
        if element.placed or element.parent is None:
            return
        element.placed = True
        self.place(element.parent)
        element.parent.kids.append(element)
        self._all.append(element)

    def begin(self, element: Element, page: int) -> str:
        """Return the operator that begins marked content of an element on a page; EMC ends the content."""
        while len(self._pages) <= page:
            self._pages.append([])
        if not element.placed:
            self.place(element)
        pieces = self._pages[page]
        element.kids.append((page, len(pieces)))
        pieces.append(element)
        return f"/{element.role} <</MCID {len(pieces) - 1}>> BDC"

    def objects(self, root: int, first: int, pages: Sequence[int]) -> Iterator[tuple[int, str]]:
        """Yield the number and the ASCII text of every structure object.

        The root of the tree has the number `root`, all other objects are numbered from `first`. `pages` are
        the object numbers of the pages.
        """
        tree = first
        for number, element in enumerate(self._all, first + 1):
            element.number = number
        head = f"/Type/StructTreeRoot/K {self.root.number} 0 R/ParentTree {tree} 0 R"
        yield root, f"<<{head}/ParentTreeNextKey {len(pages)}>>"
        parents = (
            f"{page}[{' '.join(f'{element.number} 0 R' for element in pieces)}]"
            for page, pieces in enumerate(self._pages)
            if pieces
        )
        yield tree, f"<</Nums[{' '.join(parents)}]>>"
        for element in self._all:
            above = root if element.parent is None else element.parent.number
            yield element.number, _written(element, above, pages)


def _written(element: Element, above: int, pages: Sequence[int]) -> str:
    first = element.kids[0] if len(element.kids) == 1 else None
    if isinstance(first, tuple) and not element.alternative and element.role != "TH":  # almost all
        page_index, piece = first
        return f"<</S/{element.role}/P {above} 0 R/Pg {pages[page_index]} 0 R/K {piece}>>"
    page = next((kid[0] for kid in element.kids if not isinstance(kid, Element)), None)
    kids = [
        f"{kid.number} 0 R"
        if isinstance(kid, Element)
        else str(kid[1])
        if kid[0] == page
        else f"<</Type/MCR/Pg {pages[kid[0]]} 0 R/MCID {kid[1]}>>"
        for kid in element.kids
    ]
    parts = [f"/S/{element.role}/P {above} 0 R"]
    if page is not None:
        parts.append(f"/Pg {pages[page]} 0 R")
    if kids:
        parts.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]")
    if element.role == "TH":
        parts.append(_SCOPE)
    if element.alternative:
        parts.append(f"/Alt<FEFF{element.alternative.encode('utf-16-be').hex().upper()}>")
    return f"<<{''.join(parts)}>>"
