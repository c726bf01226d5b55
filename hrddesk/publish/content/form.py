"""A filled form for printing, which is not redacted; a notice on every page calls it confidential.

The form is sent to the layout process like a publication, but it contains names. It cannot be mistaken for a
redacted model, because the canonical bytes of a model begin differently.
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
    """A part of a form, with its title and its questions."""

    title: str
    rows: tuple[FormRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormDocument:
    """The content of all pages of a form.

    `language` is a language code; `mark` is the notice that the form is confidential.
    """

    CONSTANTS: ClassVar = {_KEY: 1}

    language: str
    mark: str
    title: str
    person: str
    notes: tuple[str, ...]
    parts: tuple[FormPart, ...]

    def canonical(self) -> bytes:
        """Return the bytes of the form that the layout process reads."""
        return codec.canonical(self)

    @staticmethod
    def is_one(data: bytes) -> bool:
        """Tell whether `data` is a form and not the model of a publication."""
        return data.startswith(_BEGINS)

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read a form; raise ValueError, whose message quotes none of the content."""
        return codec.load(cls, data, "form")
