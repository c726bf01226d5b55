"""A picture on a page, as wide as its resolution allows and low enough to share a page with its caption."""

from typing import Final

from hrddesk.publish.typesetting.lettering import number
from hrddesk.redact.model.picture import Image

HIGHEST: Final = 300.0
"""The maximum height of a picture in points; two pictures with captions fill a page."""
_FINEST: Final = 120 / 72  # pixels per point: a small picture is not enlarged beyond this


class Plate:
    """An image that a page draws by its resource name.

    Its alternative text is in the document structure (`tags`).
    """

    def __init__(self, image: Image) -> None:
        self._image = image
        self.sha256 = image.sha256

    def wrap(self, width: float) -> float:
        """Scale the picture to an available width of `width` points; return its height in points."""
        scale = min(width / self._image.width, HIGHEST / self._image.height, 1 / _FINEST)
        self.width, self.height = self._image.width * scale, self._image.height * scale
        return self.height

    def split(self, width: float, room: float) -> list["Plate"]:
        """Return an empty list, because a picture is never split."""
        return []

    def draw_at(self, code: list[str], x: float, y: float) -> None:
        """Draw the picture with its lower left corner at (x, y); `wrap` must have been called."""
        placed = " ".join(map(number, (self.width, 0, 0, self.height, x, y)))
        code.append(f"q {placed} cm /{resource(self._image.sha256)} Do Q")


def resource(sha256: str) -> str:
    """Return the resource name that pages use for the image with this hash."""
    return f"I{sha256[:32]}"
