"""The embedding of fonts, reduced to the glyphs that the document draws.

Each font is a composite font with two-byte codes (ISO 32000-1, 9.7). Glyphs keep their numbers in the font
file, so the numbers on one page reveal nothing about other pages.
"""

from typing import Any

from reportlab.pdfbase import pdfdoc

from hrddesk.publish.typesetting.fontfile import FontFace, subset_name
from hrddesk.publish.typesetting.fonts import Codes, Fonts

_BLOCK = 100  # entries per block of a character map; Adobe technical note 5014 allows no more


def add_fonts(document: Any, resources: dict[str, Any], fonts: Fonts) -> None:
    """Add every used font to `document` and refer to it from `resources`."""
    for codes in fonts.used():
        resources[codes.file.face.resource] = document.Reference(_font(document, codes))


def to_unicode(codes: Codes) -> bytes:
    """Return the ToUnicode character map from the codes of the document to their text."""
    entries = [
        f"<{code:04X}> <{codes.texts[code].encode('utf-16-be').hex().upper()}>"
        for code in sorted(codes.texts)
    ]
    blocks = [entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK)]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end", ""]
    return "\n".join(lines).encode("ascii")


def _font(document: Any, codes: Codes) -> pdfdoc.PDFDictionary:
    file = codes.file
    program = file.subset(codes.glyphs.values())
    name = subset_name(program, file)
    extents = file.harfbuzz_font.get_font_extents("ltr")
    stream = _stream(program, {"Length1": len(program)})
    descriptor = pdfdoc.PDFDictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": f"/{name}",
            "Flags": 4,  # symbolic: its characters are in no standard set
            "FontBBox": pdfdoc.PDFArray([-1000, extents.descender, 2000, extents.ascender]),
            "ItalicAngle": 0,
            "Ascent": extents.ascender,
            "Descent": extents.descender,
            "CapHeight": 733 if file.face.is_han else 714,
            "StemV": 140 if file.face in (FontFace.BOLD, FontFace.HAN_BOLD) else 80,
            "FontFile2": document.Reference(stream),
        }
    )
    descendant = pdfdoc.PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": f"/{name}",
            "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
            "FontDescriptor": document.Reference(descriptor),
            "DW": 1000,
            "W": _widths(codes),
            "CIDToGIDMap": _code_to_glyph(document, codes),
        }
    )
    return pdfdoc.PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": f"/{name}",
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
            "ToUnicode": document.Reference(_stream(to_unicode(codes), {})),
        }
    )


def _widths(codes: Codes) -> str:
    """Return the glyph widths other than 1000, in the form `[code [width ...] ...]`."""
    parts: list[str] = []
    after = -1
    for code in sorted(codes.glyphs):
        width = codes.file.advance(codes.glyphs[code])
        if width == 1000:
            continue
        parts.append(f" {width}" if code == after else f"{']' if parts else ''} {code} [{width}")
        after = code + 1
    return f"[{''.join(parts)}{']' if parts else ''} ]"


def _code_to_glyph(document: Any, codes: Codes) -> Any:
    """Return the map from codes to glyphs: the identity, or a table if several texts share a glyph."""
    last = max(codes.glyphs)
    if last < codes.file.glyph_count:
        return "/Identity"
    table = bytearray(2 * (last + 1))
    for code, glyph in codes.glyphs.items():
        table[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
    return document.Reference(_stream(bytes(table), {}))


def _stream(content: bytes, entries: dict[str, Any]) -> pdfdoc.PDFStream:
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), content, [pdfdoc.PDFZCompress])
