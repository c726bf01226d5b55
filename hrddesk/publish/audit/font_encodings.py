"""The meaning of the codes of a font without a character map, from its encoding (ISO 32000-1, 9.6.6)."""

import re
from functools import cache
from typing import Any, Final

from hrddesk.publish.audit.tokens import CharacterMap

_CODE: Final = re.compile(r"/u(?:ni)?([0-9A-F]{4,6})")
_UNICODE: Final = re.compile("/Uni[A-Z]{2,3}-(?:UCS2|UTF16)-[HV]")
_PROGRAMS: Final = ("/FontFile", "/FontFile2", "/FontFile3")


def of_simple(dictionary: Any) -> CharacterMap | None:
    """Return the character map of a font with one-byte codes.

    Return None if only the font program itself defines the meaning of the codes.
    """
    from pypdf._codecs import charset_encoding

    encoding, descriptor = _of(dictionary.get("/Encoding")), _of(dictionary.get("/FontDescriptor"))
    own = dictionary.get("/Subtype") == "/Type3" or bool(descriptor and any(map(descriptor.get, _PROGRAMS)))
    base = encoding.get("/BaseEncoding") if isinstance(encoding, dict) else encoding
    if base is None and not own:
        font = str(dictionary.get("/BaseFont"))
        base = font if font in charset_encoding else "/StandardEncoding"
    texts = dict(enumerate(charset_encoding.get(str(base), ())))
    if isinstance(encoding, dict):
        texts |= _differences(encoding)
    return CharacterMap(1, texts) if texts else None


def of_composite(dictionary: Any) -> CharacterMap | None:
    """Return the character map of a font with two-byte codes.

    Return None if its encoding is not one of the predefined Unicode encodings.
    """
    return _same() if _UNICODE.fullmatch(str(_of(dictionary.get("/Encoding")))) else None


@cache
def _same() -> CharacterMap:
    return CharacterMap(2, {code: chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000})


def _differences(encoding: Any) -> dict[int, str]:
    """Return the text of each code in the /Differences of an encoding; U+FFFD for an unknown glyph name."""
    from pypdf._codecs import adobe_glyphs

    texts: dict[int, str] = {}
    code = 0
    for item in _of(encoding.get("/Differences")) or ():
        value = _of(item)
        if not isinstance(value, str):
            code = int(value)
            continue
        name = value.partition(".")[0]
        written = _CODE.fullmatch(name)
        texts[code] = chr(int(written[1], 16)) if written else adobe_glyphs.get(name, "\ufffd")
        code += 1
    return texts


def _of(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value
