"""The structure of a document: which text is a heading, a cell, a list (ISO 32000-1, 14.7 and 14.8).

Pages say where a piece of content begins and ends and give it a number; the tree of elements says which
pieces an element has. Elements are many, so they are written here without the document's own machinery.
"""

from collections.abc import Iterator, Sequence
from typing import Final

Kid = tuple[int, int]
"""A piece of content: the page from 0, and its number there."""

_SCOPE: Final = "/A<</O/Table/Scope/Column>>"


class Element:
    """An element of the structure, with its pieces and elements in reading order."""

    __slots__ = ("alternative", "kids", "number", "parent", "placed", "role")

    def __init__(self, role: str, parent: "Element | None", alternative: str) -> None:
        self.role = role
        self.parent = parent
        self.alternative = alternative
        self.kids: list[Kid | Element] = []
        self.number = 0
        self.placed = False


class Tags:
    """The elements of one document."""

    def __init__(self) -> None:
        self.root = Element("Document", None, "")
        self._all = [self.root]
        self._pages: list[list[Element]] = []

    def element(self, role: str, parent: Element | None = None, alternative: str = "") -> Element:
        """Return a new element of a parent, of the document without one; it has no place there yet.

        `alternative` says in words what a figure shows.
        """
        return Element(role, parent or self.root, alternative)

    def place(self, element: Element) -> None:
        """Put an element at the end of its parent, unless it has its place: in the order of drawing."""
        if element.placed or element.parent is None:
            return
        element.placed = True
        self.place(element.parent)
        element.parent.kids.append(element)
        self._all.append(element)

    def begin(self, element: Element, page: int) -> str:
        """Return the operator that begins a piece of an element on a page; EMC ends it."""
        while len(self._pages) <= page:
            self._pages.append([])
        if not element.placed:
            self.place(element)
        pieces = self._pages[page]
        element.kids.append((page, len(pieces)))
        pieces.append(element)
        return f"/{element.role} <</MCID {len(pieces) - 1}>> BDC"

    def objects(self, root: int, first: int, pages: Sequence[int]) -> Iterator[tuple[int, str]]:
        """Yield every object, in ASCII, with its number, the tree under `root`, all others from `first` on.

        `pages` are the numbers of the objects of the pages.
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
