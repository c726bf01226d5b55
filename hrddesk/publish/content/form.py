"""A filled form for printing: confidential, not redacted, and marked so on every page.

It is sent to the layout process like a publication. Unlike one it contains names: it never passes for a
redacted model, whose canonical form begins differently.
"""

from dataclasses import dataclass
from typing import ClassVar, Final, Self

from hrddesk.records.model import codec

_KEY: Final = "confidential_form"
_BEGINS: Final = f'{{"{_KEY}":1,'.encode()


@dataclass(frozen=True, slots=True)
class FormRow:
    """A question with its answer; `filled` is false if there is no answer yet."""

    question: str
    text: str
    filled: bool


@dataclass(frozen=True, slots=True)
class FormPart:
    """A part of a form."""

    title: str
    rows: tuple[FormRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormDocument:
    """The content of all pages. `language` is a code; `mark` says that the form is confidential."""

    CONSTANTS: ClassVar = {_KEY: 1}

    language: str
    mark: str
    title: str
    person: str
    notes: tuple[str, ...]
    parts: tuple[FormPart, ...]

    def canonical(self) -> bytes:
        """Return the bytes that the layout process reads."""
        return codec.canonical(self)

    @staticmethod
    def is_one(data: bytes) -> bool:
        """Tell whether these bytes are a form and not a publication."""
        return data.startswith(_BEGINS)

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read a form; raise ValueError without quoting any of its content."""
        return codec.load(cls, data, "form")
