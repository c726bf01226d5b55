"""A fingerprint as a QR code of its sixty digits, dark on light; the caller paints it.

The code contains only digits, since every phone shows digits unchanged: it has no address that a phone would
open, and no name. The digits can be typed wherever the words can. 60 digits need version 2 with error
correction level M, which tolerates a scratch.
"""

import sys
from functools import cache
from typing import Any, Final

from hrddesk.bundle.trust import identity

_LEVEL_M: Final = 0  # as the standard and the library number it: 15 in 100 letters can be mended
QUIET: Final = 4
"""The width, in modules, of the light quiet zone on each side that readers need (ISO/IEC 18004)."""

Modules = tuple[tuple[bool, ...], ...]
"""The rows of modules of a QR code; True is a dark module."""


def modules(print32: bytes) -> Modules:
    """Return the QR code of a fingerprint with its quiet zone: 33 by 33 modules."""
    code = _library()(error_correction=_LEVEL_M, border=QUIET)
    code.add_data(identity.digits60(print32).replace(" ", ""))
    return tuple(tuple(bool(dark) for dark in row) for row in code.get_matrix())


@cache
def _library() -> Any:
    """Import and return the class that computes the layout of a QR code, without importing pillow.

    Its package would import pillow, if installed, to draw pictures. We paint the modules ourselves, and code
    that decodes pictures must not be in the process that has the vault open.
    """
    present = "PIL" in sys.modules
    if not present:
        sys.modules["PIL"] = None  # type: ignore[assignment]  # as if it were not installed
    try:
        from qrcode.main import QRCode
    finally:
        if not present:
            del sys.modules["PIL"]
    return QRCode


def lines(code: Modules) -> list[str]:
    """Return the code as lines of text for a terminal; each line draws two rows of modules.

    Light modules are drawn as blocks, since terminals are usually dark. On a light terminal the code is
    inverted, which most phones can read, too.
    """
    text_lines = []
    for upper, lower in zip(code[::2], (*code[1::2], (False,) * len(code)), strict=False):
        text_lines.append("".join(_HALVES[pair] for pair in zip(upper, lower, strict=True)))
    return text_lines


_HALVES: Final = {(False, False): "█", (False, True): "▀", (True, False): "▄", (True, True): " "}
