"""The names and strings that this program writes into a file; any other name or string is suspicious.

The pages do not show the names of resources, font subsets, page labels and structure elements. Yet such a
name can be the name of a person, and so can any other string in the file.
"""

import re
from collections.abc import Collection, Set
from typing import Final

from hrddesk.publish.audit.approved_content import Approved, plain
from hrddesk.publish.images.plate import resource

_FONT: Final = re.compile("/F[0-9]")
# Names of ISO 32000-1: file, pages and outline; fonts; pictures; structure (14.8).
_FILE: Final = """
Annot Annots Border Catalog Contents Count Dest Filter First FlateDecode ID Info Kids Lang Last Length Link
MarkInfo Marked MediaBox CropBox Next Outlines PDF Page PageMode Pages Parent Prev ProcSet Rect Resources Root
Rotate Size Subtype Text ImageB ImageC ImageI Tabs Title Trans Type UseNone UseOutlines XYZ Fit
"""
_FONTS: Final = """
Ascent BaseFont CIDFontType2 CIDSystemInfo CIDToGIDMap CapHeight DW DescendantFonts Descent Encoding Flags
Font FontBBox FontDescriptor FontFile2 FontName Identity Identity-H ItalicAngle Length1 Ordering Registry
StemV Supplement ToUnicode Type0 W
"""
_PICTURES: Final = "BitsPerComponent ColorSpace DCTDecode DeviceRGB Height Image Width XObject"
_STRUCTURE: Final = """
A ActualText Alt Artifact Art BBox BlockQuote Caption ColSpan Column Div Document Figure H H1 H2 H3 H4 H5 H6 K
L LBody LI Layout Lbl List ListNumbering MCID MCR Note Nums O OBJR Obj P ParentTree ParentTreeNextKey Part Pg
Placement Private RoleMap Row RowSpan S Scope Sect Span StructElem StructParent StructParents StructTreeRoot
Suspects TBody TD TFoot TH THead TOC TOCI TR Table
"""
_NAMES: Final = frozenset(f"/{name}" for name in " ".join((_FILE, _FONTS, _PICTURES, _STRUCTURE)).split())
_STRINGS: Final = frozenset(["", "Adobe", "Identity"])


def strangers(names: Set[str], strings: Collection[str], approved: Approved, fonts: Collection[str]) -> bool:
    """Tell whether a file contains a name or string that comes neither from this program nor from the model.

    `fonts` are the names of the fonts of the file; they are allowed here, since `_compare_fonts` checks them.
    """
    known_names = {f"/{resource(image)}" for image in approved.pictures} | set(fonts) | _NAMES
    if any(name not in known_names and not _FONT.fullmatch(name) for name in names):
        return True
    words = (plain(text) for text in strings if text not in _STRINGS | approved.languages)
    return any(text not in approved.titles and text not in approved.alternatives for text in words)
