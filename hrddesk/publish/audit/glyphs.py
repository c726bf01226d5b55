"""The comparison of an embedded font with the font file that it was taken from."""

from collections.abc import Set
from typing import Any

from hrddesk.publish.audit.findings import AuditCode
from hrddesk.publish.audit.tokens import CharacterMap
from hrddesk.publish.typesetting.fontfile import FontFile, subset_name


def check_font(
    dictionary: Any, mapped: CharacterMap, file: FontFile, drawn: set[int], joined: Set[tuple[int, str]]
) -> set[AuditCode]:
    """Return the problems of an embedded composite font that should be a subset of `file`.

    `drawn` are the codes that the pages draw, `mapped` is the character map. Each code must draw the glyph of
    the character to which it is mapped, and this glyph must have an outline. The map and the font program
    must contain nothing else. `joined` are the glyphs that the shaping rules of the font produce on these
    pages, each with its text.
    """
    problems: set[AuditCode] = set()
    descendant = dictionary["/DescendantFonts"][0].get_object()
    glyphs = _glyphs(descendant.get("/CIDToGIDMap"), drawn)
    if mapped.texts.keys() - drawn:
        problems.add(AuditCode.TO_UNICODE)
    for code, glyph in glyphs.items():
        character = mapped.texts.get(code, "")
        if (glyph, character) in joined and code in mapped.texts:
            continue
        if len(character) != 1 or not glyph:
            problems.add(AuditCode.GLYPH)
        elif file.glyph(character) != glyph:
            problems.add(AuditCode.TO_UNICODE)
        elif not character.isspace() and not file.has_picture(glyph):
            problems.add(AuditCode.GLYPH)
    program = descendant["/FontDescriptor"]["/FontFile2"].get_data()
    if program != file.subset(glyphs.values()) or dictionary["/BaseFont"] != f"/{subset_name(program, file)}":
        problems.add(AuditCode.GLYPH)
    return problems


def _glyphs(table: Any, codes: set[int]) -> dict[int, int]:
    """Return the glyph of each code in `codes` and of every other code to which the table gives a glyph."""
    if table == "/Identity":
        return {code: code for code in codes}
    data = table.get_object().get_data()
    named = {offset // 2 for offset, byte in enumerate(data) if byte}
    return {code: int.from_bytes(data[2 * code : 2 * code + 2], "big") for code in codes | named}
