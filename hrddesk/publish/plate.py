"""A picture on a page, as wide as its pixels carry and never so high that its caption stands elsewhere."""

from typing import Final

from reportlab.platypus.flowables import Flowable

from hrddesk.publish.lettering import number
from hrddesk.publish.own_names import resource
from hrddesk.publish.paragraph import operators_of
from hrddesk.redact.picture import Image

HIGHEST: Final = 300.0
"""Points; two with their captions fill a page."""
_FINEST: Final = 120 / 72  # pixels to a point; a small picture is not blown up


class Plate(Flowable):
    """An image that is drawn by name; what is to be seen in it, the structure says (`tags`)."""

    def __init__(self, image: Image) -> None:
        super().__init__()
        self._image = image
        self.sha256 = image.sha256

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 (platypus)
        """Return width and height, in points; the room below does not change them."""
        width, height = self._image.width, self._image.height
        scale = min(availWidth / width, HIGHEST / height, 1 / _FINEST)
        self.width, self.height = width * scale, height * scale
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 (platypus)
        """Return nothing: a picture stays whole."""
        return []

    def draw(self) -> None:
        """Draw where platypus has moved the origin."""
        self.draw_at(operators_of(self), 0.0, 0.0)

    def draw_at(self, code: list[str], x: float, y: float) -> None:
        """Draw with the lower left corner at (x, y); call `wrap` before."""
        placed = " ".join(map(number, (self.width, 0, 0, self.height, x, y)))
        code.append(f"q {placed} cm /{resource(self._image.sha256)} Do Q")
