"""Pictures in a redacted model: pixels that were redacted and encoded anew, and the words beside them.

Where one is shown stands `{"image": hash, "alt": str, "caption": str, "date": str}`; the image itself is once
in the model, as base64 of a JPEG that holds pixels and nothing else (`jpeg`).
"""

import base64
import binascii
import hashlib
from dataclasses import dataclass
from typing import Final

from hrddesk.redact import jpeg, shapes

MOST: Final = 4 << 20
"""Bytes of one image at most; ours stay far below."""


@dataclass(frozen=True, slots=True)
class Image:
    """The pixels of a picture as a plain JPEG; `sha256` tells it from others."""

    jpeg: bytes
    width: int
    height: int
    sha256: str

    @classmethod
    def of(cls, data: bytes) -> "Image":
        """Take a JPEG that holds nothing but pixels; raise ValueError for all else."""
        if len(data) > MOST:
            raise ValueError("not a plain picture")
        width, height = jpeg.size_of(data)
        return cls(data, width, height, hashlib.sha256(data).hexdigest())

    def to_json(self) -> str:
        """Return the JSON text."""
        return base64.b64encode(self.jpeg).decode("ascii")

    @classmethod
    def from_json(cls, value: object, where: str = "image") -> "Image":
        """Read the JSON text; raise ValueError on anything else."""
        try:
            data = base64.b64decode(shapes.string(value, where).encode("ascii"), validate=True)
            image = cls.of(data)
        except (binascii.Error, ValueError):
            raise ValueError(f"{where}: not a plain picture") from None
        if image.to_json() != value:  # base64 has other forms of the same bytes
            raise ValueError(f"{where}: not a plain picture")
        return image


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of a case: which image, and in words what is to be seen in it.

    `alt` is for those who do not see it, `caption` is printed below it with `date`; both may be empty.
    """

    image: str
    alt: str
    caption: str = ""
    date: str = ""

    def to_json(self) -> dict[str, object]:
        """Return the JSON object."""
        return {"image": self.image, "alt": self.alt, "caption": self.caption, "date": self.date}

    @classmethod
    def from_json(cls, value: object, where: str = "picture") -> "Picture":
        """Read the JSON object; raise ValueError on any other shape, or where it is not described."""
        fields = shapes.fields(value, where, "image", "alt", "caption", "date")
        texts = {name: shapes.string(fields[name], f"{where}.{name}") for name in fields}
        shapes.hexadecimal(texts["image"], f"{where}.image")
        if not texts["alt"].strip():
            raise ValueError(f"{where}.alt: empty")
        return cls(**texts)
