"""Bad files of every kind, made from a good one: what the audit has to see."""

import io
import re
from collections.abc import Callable
from typing import Any

import pypdf
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from hrddesk.publish.audit.findings import AuditCode
from hrddesk.publish.audit.page_resources import page_bytes

Writer = pypdf.PdfWriter

SECRET = "Hesper Quillane"  # invented; it stands in no model
SECRET_ZH = "赫斯珀"


def rewritten(pdf: bytes, change: Callable[[Writer], object]) -> bytes:
    """Return the file with a change made by pypdf, without pypdf's own metadata."""
    writer = Writer(io.BytesIO(pdf))
    change(writer)
    writer.metadata = None
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def resources(writer: Writer, page: int = 0) -> Any:
    """Return what the operators of a page may name; pypdf's types do not say that it can be changed."""
    return writer.pages[page]["/Resources"].get_object()


def with_operators(pdf: bytes, more: bytes, page: int = 2) -> bytes:
    """Return the file with operators added at the end of a page."""

    def change(writer: Writer) -> None:
        stream = DecodedStreamObject()
        stream.set_data(page_bytes(writer.pages[page]) + b"\n" + more)
        writer.pages[page][NameObject("/Contents")] = writer._add_object(stream.flate_encode())

    return rewritten(pdf, change)


def first_text(pdf: bytes, page: int = 2) -> bytes:
    """Return the first shown string of a page, to be shown again."""
    match = re.search(
        rb"/F(\d) [\d.]+ Tf (<[0-9A-F]+>) Tj", page_bytes(pypdf.PdfReader(io.BytesIO(pdf)).pages[page])
    )
    assert match is not None
    return b"/F%s 10 Tf %s Tj" % (match[1], match[2])


# --- the structure ----------------------------------------------------------------------------------


def leftover_revision(pdf: bytes) -> bytes:
    """Append a second revision, as an editor does that leaves the first in the file."""
    root = re.search(rb"/Root (\d+ 0 R) /Size (\d+)", pdf)
    assert root is not None
    start = pdf.rindex(b"xref\n", 0, pdf.rindex(b"startxref"))
    body = b"%s 0 obj\n<< /Was (%s) >>\nendobj\n" % (root[2], SECRET.encode())
    xref = len(pdf) + len(body)
    size = int(root[2]) + 1
    return (
        pdf
        + body
        + (
            b"xref\n%s 1\n%010d 00000 n \ntrailer\n<< /Root %s /Size %d /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
            % (root[2], len(pdf), root[1], size, start, xref)
        )
    )


def edited_root(key: str, value: object) -> Callable[[bytes], bytes]:
    def change(pdf: bytes) -> bytes:
        return rewritten(pdf, lambda writer: writer._root_object.update({NameObject(key): value}))

    return change


def edited_page(key: str, value: object) -> Callable[[bytes], bytes]:
    def change(pdf: bytes) -> bytes:
        return rewritten(pdf, lambda writer: writer.pages[2].update({NameObject(key): value}))

    return change


def text(words: str) -> TextStringObject:
    return TextStringObject(words)


def named(**entries: object) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def note(subtype: str, **entries: object) -> ArrayObject:
    corners = ArrayObject([NumberObject(n) for n in (10, 10, 50, 50)])
    return ArrayObject(
        [named(Type=NameObject("/Annot"), Subtype=NameObject(subtype), Rect=corners, **entries)]
    )


def thumbnail(pdf: bytes) -> bytes:
    def change(writer: Writer) -> None:
        picture = DecodedStreamObject()
        picture.set_data(b"\x00\xff\x00")
        picture.update(
            named(Width=NumberObject(1), Height=NumberObject(1), ColorSpace=NameObject("/DeviceRGB"))
        )
        writer.pages[2][NameObject("/Thumb")] = writer._add_object(picture)

    return rewritten(pdf, change)


def unused_object(pdf: bytes) -> bytes:
    return rewritten(pdf, lambda writer: writer._add_object(named(Was=text(SECRET))))


def _moved(pdf: bytes, at: int, by: int) -> bytes:
    """Return a file that got `by` bytes more behind a place, with its table moved along."""

    def later(match: re.Match[bytes]) -> bytes:
        offset = int(match[1])
        return b"%010d 00000 n" % (offset + by if offset > at else offset)

    pdf = re.sub(rb"(\d{10}) 00000 n", later, pdf)
    return re.sub(rb"startxref\n(\d+)", lambda match: b"startxref\n%d" % (int(match[1]) + by), pdf)


def bytes_between_objects(pdf: bytes) -> bytes:
    """Put a comment where no object is."""
    at = pdf.index(b"3 0 obj")
    more = b"% drawn up by " + SECRET.encode() + b"\n"
    return _moved(pdf[:at] + more + pdf[at:], at - 1, len(more))


def bytes_behind_a_stream(pdf: bytes) -> bytes:
    def change(writer: Writer) -> None:
        stream: Any = writer.pages[2]["/Contents"].get_object()
        stream._data = stream._data + SECRET.encode()

    return rewritten(pdf, change)


def with_outline(pdf: bytes) -> bytes:
    return rewritten(pdf, lambda writer: writer.add_outline_item(title=f"About {SECRET}", page_number=2))


def with_xmp(pdf: bytes) -> bytes:
    def change(writer: Writer) -> None:
        stream = DecodedStreamObject()
        stream.set_data(b"<x:xmpmeta/>")
        stream.update(named(Type=NameObject("/Metadata"), Subtype=NameObject("/XML")))
        writer._root_object[NameObject("/Metadata")] = writer._add_object(stream)

    return rewritten(pdf, change)


def with_information(pdf: bytes) -> bytes:
    writer = Writer(io.BytesIO(pdf))
    writer.add_metadata({"/Author": SECRET})
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def encrypted(pdf: bytes) -> bytes:
    return rewritten(pdf, lambda writer: writer.encrypt("", algorithm="RC4-128"))


def comment_in_an_object(pdf: bytes) -> bytes:
    """Write a comment over a part of an object that only parts its words: no length changes."""
    at = pdf.index(b"<<", pdf.index(b"1 0 obj"))
    more = b"<< % drawn up for somebody\n"
    return _moved(pdf[:at] + more + pdf[at + 2 :], at, len(more) - 2)


def key_twice(pdf: bytes) -> bytes:
    """Give a dictionary of the catalogue one key twice: each reader takes but one."""
    at = pdf.index(b"/Lang")
    more = b"/Lang (zz) "
    return _moved(pdf[:at] + more + pdf[at:], at, len(more))


def page_out_of_the_tree(pdf: bytes) -> bytes:
    """Take a page out of the pages and leave it where a link leads."""

    def change(writer: Writer) -> None:
        root: Any = writer._root_object
        kids = root["/Pages"]["/Kids"]
        root["/Pages"][NameObject("/Count")] = NumberObject(len(kids) - 1)
        root["/MarkInfo"][NameObject("/P")] = kids.pop()

    return rewritten(pdf, change)


def form_that_no_page_draws(pdf: bytes) -> bytes:
    def change(writer: Writer) -> None:
        form = DecodedStreamObject()
        form.set_data(b"BT /F1 9 Tf <0024> Tj ET")
        form.update(named(Type=NameObject("/XObject"), Subtype=NameObject("/Form")))
        resources(writer, 2)[NameObject("/XObject")] = named(X=writer._add_object(form))

    return rewritten(pdf, change)


def renamed_font(pdf: bytes) -> bytes:
    """Spell something with the six letters that tell subsets of one font apart."""

    def change(writer: Writer) -> None:
        font = resources(writer)["/Font"]["/F1"].get_object()
        name = NameObject("/HESPER" + str(font["/BaseFont"])[7:])
        descendant = font["/DescendantFonts"][0].get_object()
        for holder, key in (
            (font, "/BaseFont"),
            (descendant, "/BaseFont"),
            (descendant["/FontDescriptor"], "/FontName"),
        ):
            holder[NameObject(key)] = name

    return rewritten(pdf, change)


def widths_of_more(pdf: bytes) -> bytes:
    """Leave the width of a letter that is nowhere drawn any more."""

    def change(writer: Writer) -> None:
        font = resources(writer)["/Font"]["/F1"].get_object()
        widths = font["/DescendantFonts"][0].get_object()["/W"]
        widths += [NumberObject(9000), ArrayObject([NumberObject(611)])]

    return rewritten(pdf, change)


PREFIX = named(Nums=ArrayObject([NumberObject(0), named(S=NameObject("/D"), P=text("after Hesper "))]))
LINK = named(S=NameObject("/URI"), URI=text("x:"))
LAYER = named(Type=NameObject("/OCG"), Name=text("draft"))
SCRIPT = named(S=NameObject("/JavaScript"), JS=text("1"))
STRUCTURE: dict[str, tuple[Callable[[bytes], bytes], AuditCode]] = {
    "revision": (leftover_revision, AuditCode.LEFTOVER_REVISION),
    "trailing bytes": (lambda pdf: pdf + SECRET.encode(), AuditCode.STRAY_BYTES),
    "leading bytes": (lambda pdf: b"x" + pdf, AuditCode.STRAY_BYTES),
    "bytes between objects": (bytes_between_objects, AuditCode.STRAY_BYTES),
    "bytes behind a stream": (bytes_behind_a_stream, AuditCode.STRAY_BYTES),
    "unused object": (unused_object, AuditCode.UNUSED_OBJECT),
    "information": (with_information, AuditCode.METADATA),
    "xmp": (with_xmp, AuditCode.METADATA),
    "piece info": (edited_page("/PieceInfo", named(App=named(Private=text("x")))), AuditCode.METADATA),
    "attachment": (
        lambda pdf: rewritten(pdf, lambda writer: writer.add_attachment("notes.txt", b"x")),
        AuditCode.ATTACHMENT,
    ),
    "associated file": (edited_root("/AF", ArrayObject()), AuditCode.ATTACHMENT),
    "script": (
        edited_root("/Names", named(JavaScript=named(Names=ArrayObject([text("x"), SCRIPT])))),
        AuditCode.SCRIPT,
    ),
    "open action": (edited_root("/OpenAction", SCRIPT), AuditCode.SCRIPT),
    "page action": (edited_page("/AA", named(O=SCRIPT)), AuditCode.SCRIPT),
    "form": (edited_root("/AcroForm", named(Fields=ArrayObject())), AuditCode.FORM),
    "thumbnail": (thumbnail, AuditCode.THUMBNAIL),
    "layers": (
        edited_root("/OCProperties", named(OCGs=ArrayObject([LAYER]), D=named())),
        AuditCode.HIDDEN_LAYER,
    ),
    "note": (edited_page("/Annots", note("/Text", Contents=text(SECRET))), AuditCode.ANNOTATION),
    "black box as a note": (edited_page("/Annots", note("/Square")), AuditCode.ANNOTATION),
    "link with words": (edited_page("/Annots", note("/Link", Contents=text("x"))), AuditCode.ANNOTATION),
    "link out": (edited_page("/Annots", note("/Link", A=LINK)), AuditCode.EXTERNAL_LINK),
    "unknown key": (edited_root("/Legal", named()), AuditCode.CATALOGUE_KEY),
    "names": (edited_root("/Dests", named()), AuditCode.CATALOGUE_KEY),
    "outline": (with_outline, AuditCode.OUTLINE),
    "replacement": (edited_page("/E", text(SECRET)), AuditCode.ACTUAL_TEXT),
    "comment in an object": (comment_in_an_object, AuditCode.STRAY_BYTES),
    "one key twice": (key_twice, AuditCode.STRAY_BYTES),
    "comment at the head": (
        lambda pdf: _moved(pdf.replace(b"%\xe2\xe3\xcf\xd3", b"% for somebody", 1), 0, 9),
        AuditCode.STRAY_BYTES,
    ),
    "page labels": (edited_root("/PageLabels", PREFIX), AuditCode.STRAY_TEXT),
    "title of an element": (edited_page("/T", text("kept back")), AuditCode.STRAY_TEXT),
    "name of a key": (edited_page("/Somebody", NumberObject(1)), AuditCode.STRAY_TEXT),
    "file identifier": (
        lambda pdf: re.sub(rb"(?<=/Root)( \d+ 0 R)", rb"\1 /ID [(by) (us)]", pdf),
        AuditCode.STRAY_TEXT,
    ),
    "page out of the tree": (page_out_of_the_tree, AuditCode.UNUSED_OBJECT),
    "form that no page draws": (form_that_no_page_draws, AuditCode.UNUSED_OBJECT),
    "name of a font": (renamed_font, AuditCode.GLYPH),
    "width of a letter that is gone": (widths_of_more, AuditCode.GLYPH),
    "encrypted": (encrypted, AuditCode.UNREADABLE),
    "cut off": (lambda pdf: pdf[: len(pdf) // 2], AuditCode.UNREADABLE),
    "no pdf": (lambda pdf: b"%PDF-1.7\n", AuditCode.UNREADABLE),
    "empty": (lambda pdf: b"", AuditCode.UNREADABLE),
}


# --- the pages and their fonts ----------------------------------------------------------------------


def again(before: bytes, after: bytes = b"") -> Callable[[bytes], bytes]:
    """Show a text of the page once more, in another way."""
    return lambda pdf: with_operators(pdf, b"BT " + before + b" " + first_text(pdf) + b" ET " + after)


PLACED = b"0 g 1 0 0 1 100 300 Tm"
PAGES: dict[str, tuple[Callable[[bytes], bytes], AuditCode]] = {
    "box over a text": (lambda pdf: with_operators(pdf, b"0 g 70 600 300 200 re f"), AuditCode.COVERED_TEXT),
    "triangle over a text": (
        lambda pdf: with_operators(pdf, b"0 g 70 600 m 400 600 l 400 800 l h f"),
        AuditCode.COVERED_TEXT,
    ),
    "shading over a text": (
        lambda pdf: with_operators(pdf, b"500 0 0 800 0 0 cm /S sh"),
        AuditCode.COVERED_TEXT,
    ),
    "text on a box of its colour": (
        lambda pdf: with_operators(
            pdf, b"0 g 90 290 300 40 re f BT " + PLACED + b" " + first_text(pdf) + b" ET"
        ),
        AuditCode.COVERED_TEXT,
    ),
    "white text": (again(b"1 g 1 0 0 1 100 300 Tm"), AuditCode.WHITE_TEXT),
    "white text, rgb": (again(b"1 1 1 rg 1 0 0 1 100 300 Tm"), AuditCode.WHITE_TEXT),
    "white text, cmyk": (again(b"0 0 0 0 k 1 0 0 1 100 300 Tm"), AuditCode.WHITE_TEXT),
    "invisible text": (again(PLACED + b" 3 Tr"), AuditCode.INVISIBLE_TEXT),
    "clipped text": (again(PLACED + b" 7 Tr"), AuditCode.INVISIBLE_TEXT),
    "left of the page": (again(b"0 g 1 0 0 1 -300 300 Tm"), AuditCode.OFF_PAGE),
    "below the page": (again(b"0 g 1 0 0 1 100 -50 Tm"), AuditCode.OFF_PAGE),
    "moved off the page": (
        lambda pdf: with_operators(pdf, b"q 1 0 0 1 5000 0 cm BT " + first_text(pdf) + b" ET Q"),
        AuditCode.OFF_PAGE,
    ),
    "tiny text": (again(b"0 g .01 0 0 .01 100 300 Tm"), AuditCode.TINY_TEXT),
    "no height": (again(b"0 g 1 0 0 0 100 300 Tm"), AuditCode.TINY_TEXT),
    "one text twice": (again(PLACED), AuditCode.TEXT_DIFFERS),
    "a text under another's mark": (again(b"/Artifact BMC " + PLACED, b"EMC"), AuditCode.TEXT_DIFFERS),
    "a number that is no page": (
        lambda pdf: with_operators(
            pdf, b"/Artifact BMC BT 0 g 1 0 0 1 100 300 Tm /F1 9 Tf <001C001C> Tj ET EMC"
        ),
        AuditCode.TEXT_DIFFERS,
    ),
    "replacement text in a page": (
        lambda pdf: with_operators(pdf, b"/Span << /ActualText (%s) >> BDC EMC" % SECRET.encode()),
        AuditCode.ACTUAL_TEXT,
    ),
    "unknown operator": (lambda pdf: with_operators(pdf, b"0 0 m 9 9 l W n"), AuditCode.UNEXPECTED_DRAWING),
    "inline picture": (
        lambda pdf: with_operators(pdf, b"q 1 0 0 1 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"),
        AuditCode.UNEXPECTED_DRAWING,
    ),
    "named form": (lambda pdf: with_operators(pdf, b"/Nothing Do"), AuditCode.UNEXPECTED_DRAWING),
    "unknown font": (lambda pdf: with_operators(pdf, b"BT /F9 9 Tf <0041> Tj ET"), AuditCode.GLYPH),
    "glyph that is not there": (
        lambda pdf: with_operators(pdf, b"BT /F1 9 Tf 1 0 0 1 100 300 Tm <0FFF> Tj ET"),
        AuditCode.GLYPH,
    ),
    "comment in a page": (lambda pdf: with_operators(pdf, b"% somebody"), AuditCode.STRAY_BYTES),
    "clear text": (again(b"/Clear gs " + PLACED), AuditCode.UNEXPECTED_DRAWING),
    "text outside a clip": (
        lambda pdf: with_operators(pdf, b"q 0 0 9 9 re W n BT " + PLACED + b" " + first_text(pdf) + b" ET Q"),
        AuditCode.INVISIBLE_TEXT,
    ),
    "broken stream": (lambda pdf: with_operators(pdf, b"(never closed"), AuditCode.UNREADABLE),
    "too few operands": (lambda pdf: with_operators(pdf, b"BT 1 0 Tm ET"), AuditCode.UNREADABLE),
}


def edited_font(key: str, value: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """Change a stream of the first font."""

    def change(writer: Writer) -> None:
        font = resources(writer)["/Font"]["/F1"].get_object()
        holder = font
        if key == "/FontFile2":
            holder = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        stream = DecodedStreamObject()
        stream.set_data(value(holder[key].get_data()))
        holder[NameObject(key)] = writer._add_object(stream.flate_encode())

    return lambda pdf: rewritten(pdf, change)
