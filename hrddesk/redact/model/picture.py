"""Pictures in a redacted model: the redacted pixels, encoded again, and the words beside them.

The model has each image once, as a JPEG with pixels and nothing else (`jpeg`). A picture in a case refers to
its image by the hash.
"""

import hashlib
from dataclasses import dataclass, field
from typing import Annotated, Final

from hrddesk.errors.translatable import Translatable
from hrddesk.records.model import requirements
from hrddesk.redact.model.jpeg import size_of

MOST: Final = 4 << 20
"""The greatest number of bytes of one image."""


@dataclass(frozen=True, slots=True)
class Image:
    """The pixels of a picture as a plain JPEG; `sha256` identifies it."""

    jpeg: bytes
    width: int = field(init=False)
    height: int = field(init=False)
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        """Compute the size and the hash; raise ValueError unless the JPEG has pixels and nothing else."""
        if len(self.jpeg) > MOST:
            raise ValueError("not a plain picture")
        width, height = size_of(self.jpeg)
        object.__setattr__(self, "width", width)
        object.__setattr__(self, "height", height)
        object.__setattr__(self, "sha256", hashlib.sha256(self.jpeg).hexdigest())


@dataclass(frozen=True, slots=True)
class PrintedPicture:
    """One picture of a case: the hash of its image, and its description in words.

    `alt` is for readers who do not see the picture. `caption` is printed below the picture with `date`; both
    may be empty.
    """

    image: requirements.Hex32
    alt: Annotated[str, requirements.Requirement(Translatable("empty"), str.strip)]
    caption: str = ""
    date: str = ""
