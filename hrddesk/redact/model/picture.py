"""Pictures in a redacted model: pixels that were redacted and encoded again, and the words beside them.

The model has each image once, as a JPEG with pixels and nothing else (`jpeg`); a picture of a case refers to
it by its hash.
"""

import hashlib
from dataclasses import dataclass, field
from typing import Annotated, Final

from hrddesk.errors.translatable import Translatable
from hrddesk.records.model import requirements
from hrddesk.redact.model.jpeg import size_of

MOST: Final = 4 << 20
"""Bytes of one image at most; ours stay far below."""


@dataclass(frozen=True, slots=True)
class Image:
    """The pixels of a picture as a plain JPEG; `sha256` identifies it."""

    jpeg: bytes
    width: int = field(init=False)
    height: int = field(init=False)
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        """Refuse all but a JPEG that holds nothing but pixels; raise ValueError."""
        if len(self.jpeg) > MOST:
            raise ValueError("not a plain picture")
        width, height = size_of(self.jpeg)
        object.__setattr__(self, "width", width)
        object.__setattr__(self, "height", height)
        object.__setattr__(self, "sha256", hashlib.sha256(self.jpeg).hexdigest())


@dataclass(frozen=True, slots=True)
class PrintedPicture:
    """One picture of a case: the hash of its image, and a description in words.

    `alt` is for readers who do not see the picture, `caption` is printed below it with `date`; both may be
    empty.
    """

    image: requirements.Hex32
    alt: Annotated[str, requirements.Requirement(Translatable("empty"), str.strip)]
    caption: str = ""
    date: str = ""
