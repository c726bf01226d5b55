"""The conversion of a page from pypdf into the input of `draw`: fonts with maps, forms, box, operators."""

import hashlib
from collections.abc import Mapping
from typing import Any, Final

from hrddesk.publish.audit import font_encodings
from hrddesk.publish.audit.geometry import Box, Matrix
from hrddesk.publish.audit.page_operators import Font, FormXObject, Resources
from hrddesk.publish.audit.structure import LARGEST
from hrddesk.publish.audit.tokens import TooComplex, character_map, operations
from hrddesk.redact.model import jpeg

_IMAGE: Final = {
    "/Type": "/XObject",
    "/Subtype": "/Image",
    "/ColorSpace": "/DeviceRGB",
    "/BitsPerComponent": 8,
    "/Filter": "/DCTDecode",
}
_MOST_CODES: Final = 1 << 17  # codes with a width; twice as many as there are two-byte codes
_IMAGE_SIZE: Final = frozenset(["/Width", "/Height"])  # pypdf has removed /Length by then


class PageFonts:
    """The fonts of a file by object number; each font is parsed only once."""

    def __init__(self) -> None:
        self.fonts: dict[int, Font] = {}
        self.followed: set[int] = set()  # the id() of each form that was drawn
        self.dictionaries: dict[int, Any] = {}  # the dictionaries of the same fonts in pypdf

    def resources(self, dictionary: Any) -> Resources:
        """Return the resources of a page or a form."""
        dictionary = _of(dictionary)
        named: Any = (_of(dictionary.get("/Font")) if dictionary else None) or {}
        # dict.__getitem__ does not follow references, whose object numbers identify the fonts.
        fonts = {name[1:]: self._font(dict.__getitem__(named, name)) for name in named}
        objects = _of(dictionary.get("/XObject")) if dictionary else None

        def form(name: str) -> FormXObject | None:
            value = _of(objects.get("/" + name)) if objects else None
            if value is None or value.get("/Subtype") != "/Form":
                return None
            self.followed.add(id(value))
            a, b, c, d, e, f = (float(number) for number in value.get("/Matrix", (1, 0, 0, 1, 0, 0)))
            matrix: Matrix = (a, b, c, d, e, f)
            return FormXObject(
                operations(value.get_data()), self.resources(value.get("/Resources", dictionary)), matrix
            )

        def picture(name: str) -> str:
            return image_of(_of(objects.get("/" + name)) if objects else None)

        states = _of(dictionary.get("/ExtGState")) if dictionary else None

        def cover(name: str) -> float | None:
            state = _of(states.get("/" + name)) if states else None
            opacity = state.get("/ca") if state is not None else None
            return None if opacity is None else float(_of(opacity))

        return Resources(fonts, form, picture, cover)

    def _font(self, reference: Any) -> Font:
        key = getattr(reference, "idnum", None)
        if key is None:
            key = -len(self.fonts) - 1  # a direct object; it is parsed again for every page
        if key not in self.fonts:
            dictionary = _of(reference)
            self.fonts[key] = _parse(key, dictionary)
            self.dictionaries[key] = dictionary
        return self.fonts[key]


def image_of(value: Any) -> str:
    """Return the hash of an image that is written exactly as this program writes images, otherwise ""."""
    if not isinstance(value, dict) or value.keys() != _IMAGE.keys() | _IMAGE_SIZE:
        return ""
    data = bytes(value._data)  # type: ignore[attr-defined] # as it stands in the file
    if any(value[key] != entry for key, entry in _IMAGE.items()):
        return ""
    try:
        size = jpeg.size_of(data)
    except ValueError:
        return ""
    return hashlib.sha256(data).hexdigest() if (value["/Width"], value["/Height"]) == size else ""


def page_box(page: Any) -> Box:
    """Return the part of a page that is shown: left, lower, right, upper."""
    media, crop = page.mediabox, page.cropbox
    return (
        max(float(media.left), float(crop.left)),
        max(float(media.bottom), float(crop.bottom)),
        min(float(media.right), float(crop.right)),
        min(float(media.top), float(crop.top)),
    )


def page_bytes(page: Any) -> bytes:
    """Return the operators of a page: its streams joined."""
    contents = _of(page.get("/Contents"))
    if contents is None:
        return b""
    if isinstance(contents, list):
        parts, size = [], 0
        for stream in list.__iter__(contents):  # the list may contain the same stream many times
            parts.append(_of(stream).get_data())
            size += len(parts[-1]) + 1
            if size > LARGEST:
                raise TooComplex("the streams of a page are larger than any page")
        return b"\n".join(parts)
    return bytes(contents.get_data())


def _parse(key: int, dictionary: Any) -> Font:
    composite = dictionary.get("/Subtype") == "/Type0"
    width = 2 if composite else 1
    stream = _of(dictionary.get("/ToUnicode"))
    mapped = character_map(stream.get_data(), width) if hasattr(stream, "get_data") else None
    if not composite:
        first = int(dictionary.get("/FirstChar", 0))
        array = _of(dictionary.get("/Widths")) or ()
        widths = {first + index: float(value) for index, value in enumerate(array)}
        is_drawn = dictionary.get("/Subtype") == "/Type3"
        return Font(
            key=key,
            map=mapped,
            width=width,
            widths=widths,
            default_width=500.0,
            encoding=font_encodings.of_simple(dictionary),
            is_drawn=is_drawn,
        )
    descendant = _of(_of(dictionary["/DescendantFonts"])[0])
    composite_widths = _composite_widths(_of(descendant.get("/W")) or [])
    encoding = font_encodings.of_composite(dictionary)
    return Font(
        key=key,
        map=mapped,
        width=width,
        widths=composite_widths,
        default_width=float(descendant.get("/DW", 1000)),
        encoding=encoding,
    )


def _composite_widths(array: Any) -> Mapping[int, float]:
    """Return the width of each code from a /W array: `first [width ...]` or `first last width` (9.7.4.3).

    Raise ValueError if the array lists so many codes that reading it would never end.
    """
    widths: dict[int, float] = {}
    ranged = 0
    items = [_of(item) for item in list.__iter__(array)]
    index = 0
    while index + 1 < len(items):
        first, second = int(items[index]), items[index + 1]
        if isinstance(second, list):
            widths.update((first + step, float(_of(value))) for step, value in enumerate(second))
            index += 2
        else:
            codes = range(first, min(int(second), first + 0xFFFF) + 1)
            ranged += len(codes)
            if ranged > _MOST_CODES:
                raise ValueError("a font has more widths than codes")
            widths.update(dict.fromkeys(codes, float(items[index + 2])))
            index += 3
    return widths


def _of(value: Any) -> Any:
    """Return the object that a reference points to, or the value itself if it is no reference."""
    return value.get_object() if hasattr(value, "get_object") else value
