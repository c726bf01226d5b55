"""The PDF file itself: the document and canvas of reportlab without identifying metadata.

The file contains no /Info, /ID, XMP or comments, which could reveal the author, the time or the software.
Objects are numbered in the order of their creation, which depends on the model alone. ISO 32000-1, 7.5.
"""

from collections.abc import Iterable
from typing import IO, Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from hrddesk.publish.images.plate import resource
from hrddesk.publish.pdf.embed import add_fonts
from hrddesk.publish.pdf.tags import Tags
from hrddesk.publish.typesetting.fonts import Fonts
from hrddesk.publish.typesetting.lettering import number
from hrddesk.redact.model.picture import Image

_STRUCTURE = "StructTreeRoot"
_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"  # four bytes above 127 mark the file as binary


class LeanDocument(pdfdoc.PDFDocument):
    """A document whose trailer contains only the root and the size.

    `tags`, if present, are written after all other objects.
    """

    tags: Tags | None = None

    def tag(self, tags: Tags) -> None:
        """Make the file a tagged PDF; pages that are added later refer to the document structure."""
        self.tags = tags
        catalogue: Any = self.Catalog  # type: ignore[attr-defined] # not in the stubs
        catalogue.MarkInfo = "<< /Marked true >>"
        catalogue.StructTreeRoot = self.Reference(  # type: ignore[no-untyped-call] # thin stubs
            pdfdoc.PDFDictionary({}), _STRUCTURE
        )

    def addPage(self, page: Any) -> None:  # noqa: N802 (reportlab)
        """Add a page to the file; in a tagged PDF the page receives its key in the parent tree."""
        if self.tags is not None:
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = self.pageCounter - 1
            page.Tabs = "/S"
        super().addPage(page)

    def GetPDFData(self, canvas: Canvas) -> bytes:  # noqa: N802 (reportlab)
        """Return the bytes of the file, without the information object that reportlab would add."""
        self._root()
        self.Outlines.prepare(self, canvas)  # type: ignore[union-attr] # ours is never the empty kind
        return self.format()

    def format(self) -> bytes:
        """Return the bytes of the file."""
        self._root()
        parts = [_HEAD]
        offsets: dict[int, int] = {}
        offset = len(_HEAD)

        def add(number: int, part: bytes) -> None:
            nonlocal offset
            offsets[number] = offset
            offset += len(part)
            parts.append(part)

        # Writing an object may create another object, to which it refers.
        count = 1
        while count in self.numberToId:
            name = self.numberToId[count]
            if name != _STRUCTURE:
                add(count, pdfdoc.PDFIndirectObject(name, self.idToObject[name]).format(self))
            count += 1
        if self.tags is not None:
            pages = [self.number_of(f"Page{number}") for number in range(1, self.pageCounter)]
            texts: list[str] = []
            for number, written in self.tags.objects(self.number_of(_STRUCTURE), count, pages):
                text = f"{number} 0 obj\n{written}\nendobj\n"
                texts.append(text)
                offsets[number] = offset
                offset += len(text)
            parts.append("".join(texts).encode("ascii"))
            count = max(offsets) + 1
        table = "".join([f"{offsets[object_number]:010d} 00000 n \n" for object_number in range(1, count)])
        parts += [
            f"xref\n0 {count}\n0000000000 65535 f \n{table}".encode("ascii"),
            f"trailer\n<< /Root {self._root()} /Size {count} >>\nstartxref\n{offset}\n%%EOF\n".encode(
                "ascii"
            ),
        ]
        return b"".join(parts)

    def number_of(self, name: str) -> int:
        """Return the object number of a named object."""
        number: int = self.idToObjectNumberAndVersion[name][0]
        return number

    def _root(self) -> str:
        reference = self.Reference(self.Catalog)  # type: ignore[attr-defined, no-untyped-call] # thin stubs
        written: bytes = reference.format(self)
        return written.decode("ascii")


class _Link(pdfdoc.PDFObject):
    """A link annotation that leads to a position on a page.

    A document has thousands of links, and the link class of reportlab is too slow for that number.
    """

    def __init__(self, corners: tuple[float, float, float, float], page: int, top: float) -> None:
        self._corners = " ".join(map(number, corners))
        self._page = page
        self._top = number(top)

    def format(self, document: LeanDocument) -> bytes:
        """Return the annotation dictionary; all pages must have their object numbers."""
        destination = f"{document.number_of(f'Page{self._page}')} 0 R/XYZ 0 {self._top} null"
        kind = "/Type/Annot/Subtype/Link/Border[0 0 0]"
        return f"<<{kind}/Rect[{self._corners}]/Dest[{destination}]>>".encode("ascii")


class PageCanvas(Canvas):
    """A canvas without the standard fonts of reportlab; the content of a page is appended to `code`."""

    def __init__(self, target: IO[bytes], size: tuple[float, float], language: str) -> None:
        super().__init__(target, pagesize=size, pageCompression=1, invariant=1, lang=language)
        self._doc = LeanDocument(compression=1, invariant=1, lang=language)
        self._images: dict[str, Any] = {}
        self._shown: dict[str, Any] = {}

    def _make_preamble(self) -> None:
        self._preamble = ""  # reportlab would set Helvetica on every page, which is not embedded

    @property
    def code(self) -> list[str]:
        """The operators of the current page."""
        return self._code  # type: ignore[attr-defined, no-any-return] # not in the stubs

    def add_image(self, image: Image) -> None:
        """Add an image to the file, so that pages can draw it by its `resource` name.

        The JPEG data is copied as is; no library decodes it.
        """
        dictionary = pdfdoc.PDFDictionary(
            {
                "Type": "/XObject",
                "Subtype": "/Image",
                "Width": image.width,
                "Height": image.height,
                "ColorSpace": "/DeviceRGB",
                "BitsPerComponent": 8,
                "Filter": "/DCTDecode",
            }
        )
        stream = pdfdoc.PDFStream(dictionary, image.jpeg, [])
        self._images[resource(image.sha256)] = self._doc.Reference(stream)  # type: ignore[no-untyped-call] # thin stubs

    def show(self, images: Iterable[str]) -> None:
        """End the current page; `images` are the hashes of the images that the page draws."""
        self._shown = {resource(sha256): self._images[resource(sha256)] for sha256 in images}
        self.showPage()

    def _setXObjects(self, thing: Any) -> None:  # noqa: N802 (reportlab)
        thing.XObjects = pdfdoc.PDFDictionary(self._shown) if self._shown else None

    def tag(self, tags: Tags) -> None:
        """Make the file a tagged PDF; call this before the first page is shown."""
        self._doc.tag(tags)

    def link(self, corners: tuple[float, float, float, float], page: int, top: float) -> None:
        """Link a rectangle of the current page to the height `top` on page `page`, counted from 1."""
        self._annotationrefs.append(_Link(corners, page, top))  # type: ignore[attr-defined] # not in the stubs

    def finish(self, fonts: Fonts) -> None:
        """Embed the fonts and write the file; the last page must have been shown."""
        fonts_of_pages = self._doc.idToObject[pdfdoc.BasicFonts]
        resources: dict[str, Any] = fonts_of_pages.dict  # type: ignore[attr-defined] # not in the stubs
        add_fonts(self._doc, resources, fonts)
        self._doc.SaveToFile(self._filename, self)  # type: ignore[attr-defined] # not in the stubs
