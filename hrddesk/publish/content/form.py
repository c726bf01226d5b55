"""A filled form as it is printed: confidential, not redacted, and marked so on every page.

It travels to the layout process as a publication does. Unlike one it holds names: it never passes for a
redacted model, whose canonical form begins otherwise.
"""

from dataclasses import dataclass
from typing import ClassVar, Final, Self

from hrddesk.records.model import codec

_KEY: Final = "confidential_form"
_BEGINS: Final = f'{{"{_KEY}":1,'.encode()


@dataclass(frozen=True, slots=True)
class FormRow:
    """A question and what stands under it; `filled` is false for one without an answer yet."""

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
    """Everything that stands on the pages. `language` is a code; `mark` says that it is confidential."""

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
        """Tell whether these bytes are a form and no publication."""
        return data.startswith(_BEGINS)

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read a form; raise ValueError that quotes nothing of it."""
        return codec.load(cls, data, "form")
