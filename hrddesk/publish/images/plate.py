"""A picture on a page, as wide as its pixels carry and never so high that its caption stands elsewhere."""

from typing import Final

from hrddesk.publish.typesetting.lettering import number
from hrddesk.redact.model.picture import Image

HIGHEST: Final = 300.0
"""Points; two with their captions fill a page."""
_FINEST: Final = 120 / 72  # pixels to a point; a small picture is not blown up


class Plate:
    """An image that is drawn by name; what is to be seen in it, the structure says (`tags`)."""

    def __init__(self, image: Image) -> None:
        self._image = image
        self.sha256 = image.sha256

    def wrap(self, width: float) -> float:
        """Return the height where there are `width` points, in points."""
        scale = min(width / self._image.width, HIGHEST / self._image.height, 1 / _FINEST)
        self.width, self.height = self._image.width * scale, self._image.height * scale
        return self.height

    def split(self, width: float, room: float) -> list["Plate"]:
        """Return nothing: a picture stays whole."""
        return []

    def draw_at(self, code: list[str], x: float, y: float) -> None:
        """Draw with the lower left corner at (x, y); call `wrap` before."""
        placed = " ".join(map(number, (self.width, 0, 0, self.height, x, y)))
        code.append(f"q {placed} cm /{resource(self._image.sha256)} Do Q")


def resource(sha256: str) -> str:
    """Return the name by which pages call the image of that hash."""
    return f"I{sha256[:32]}"
