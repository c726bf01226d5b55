"""The position of a place on earth: latitude and longitude in degrees, and their accuracy.

The value is one text, `41.7,82.9;u=500` as in a geo URI (RFC 5870), with u in metres. A merge can therefore
not combine the latitude of one point with the longitude of another, and no coordinate is stored alone.
"""

import re
import unicodedata
from decimal import Decimal
from typing import Final, NamedTuple

from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable

FIELD: Final = "coordinates"
_DEGREES: Final = r"([+-]?\d{1,3}(?:\.\d{1,7})?)"
_SHAPE: Final = re.compile(
    rf"{_DEGREES}(?:\s*,\s*|\s+){_DEGREES}(?:\s*(?:±|\+-|;\s*u\s*=)\s*(\d{{1,8}})(?:\s*m)?)?", re.ASCII
)
_LONGEST: Final = 100
_MOST: Final = (90, 180)
_FARTHEST: Final = 20_000_000
"""The maximum of the accuracy: half the circumference of the earth, in metres."""
_WHY: Final = Translatable(
    "write latitude (-90 to 90) and longitude (-180 to 180) in degrees, and after ± how many metres"
    " they may be off: 41.7, 82.9 ± 500"
)


class Point(NamedTuple):
    """A point as written; `within` is its accuracy in metres, empty if unknown."""

    latitude: str
    longitude: str
    within: str

    @property
    def text(self) -> str:
        """The stored text of the point."""
        return f"{self.latitude},{self.longitude}" + (f";u={self.within}" if self.within else "")

    @property
    def shown(self) -> str:
        """The text that a user reads and may type."""
        return f"{self.latitude}, {self.longitude}" + (f" ± {self.within} m" if self.within else "")


def read(text: str) -> Point:
    """Parse a typed or stored point; raise InvalidValue, which does not repeat the text."""
    written = unicodedata.normalize("NFKC", text[: _LONGEST + 1]).replace("\N{MINUS SIGN}", "-").strip()
    match = _SHAPE.fullmatch(written) if len(text) <= _LONGEST else None
    if match is None:
        raise InvalidValue(field=FIELD, why=_WHY)
    degrees = [Decimal(match[group]) for group in (1, 2)]
    metres = int(match[3] or 0)
    fits = all(abs(value) <= most for value, most in zip(degrees, _MOST, strict=True))
    if not fits or metres > _FARTHEST or (match[3] is not None and not metres):
        raise InvalidValue(field=FIELD, why=_WHY)
    latitude, longitude = (format(value, "f") if value else "0" for value in degrees)
    return Point(latitude, longitude, str(metres or ""))


def shown(text: str) -> str:
    """Return stored coordinates in the form for users; empty if there are none."""
    return read(text).shown if text else ""


def is_stored(text: str) -> bool:
    """Tell whether a text is coordinates in the form in which they are stored."""
    try:
        return read(text).text == text
    except InvalidValue:
        return False
