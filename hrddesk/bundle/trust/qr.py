"""A fingerprint as a QR code: its sixty digits and nothing else, dark on light, painted by whoever shows it.

Digits alone, for they are what any phone shows as they are: no address that it would open, no name. They can
be typed where the words are typed. Read: 60 digits are a version 2 code with level M, which bears a scratch.
"""

import sys
from functools import cache
from typing import Any, Final

from hrddesk.bundle.trust import identity

_LEVEL_M: Final = 0  # as the standard and the library number it: 15 in 100 letters can be mended
QUIET: Final = 4
"""Modules of light ground that readers need on each side (ISO/IEC 18004)."""

Modules = tuple[tuple[bool, ...], ...]
"""Rows of squares, True for a dark one."""


def modules(print32: bytes) -> Modules:
    """Return the QR code of a fingerprint, with its quiet zone: 33 by 33 squares."""
    code = _library()(error_correction=_LEVEL_M, border=QUIET)
    code.add_data(identity.digits60(print32).replace(" ", ""))
    return tuple(tuple(bool(dark) for dark in row) for row in code.get_matrix())


@cache
def _library() -> Any:
    """Return the class that lays a code out.

    Its package loads pillow where that is there, to draw pictures. We paint ourselves, and what opens
    pictures stays out of the process that has the vault.
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
    """Return the code for a terminal, two rows of squares in a line of letters; light squares are filled.

    A terminal is dark as a rule. Where it is light, phones read it all the same: most take both ways.
    """
    text_lines = []
    for upper, lower in zip(code[::2], (*code[1::2], (False,) * len(code)), strict=False):
        text_lines.append("".join(_HALVES[pair] for pair in zip(upper, lower, strict=True)))
    return text_lines


_HALVES: Final = {(False, False): "█", (False, True): "▀", (True, False): "▄", (True, True): " "}
