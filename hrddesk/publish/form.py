"""A filled form as it is printed: confidential, not redacted, and marked so on every page.

It travels to the layout process as a publication does. Unlike one it holds names: it never passes for a
redacted model, whose canonical form begins otherwise.
"""

import json
from dataclasses import asdict, dataclass
from typing import Final, Self

_KEY: Final = "confidential_form"
_BEGINS: Final = f'{{"{_KEY}":'.encode()


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


@dataclass(frozen=True, slots=True)
class FormDocument:
    """Everything that stands on the pages. `language` is en or zh; `mark` says that it is confidential."""

    language: str
    mark: str
    title: str
    person: str
    notes: tuple[str, ...]
    parts: tuple[FormPart, ...]

    def canonical(self) -> bytes:
        """Return the bytes that the layout process reads."""
        return json.dumps({_KEY: asdict(self)}, ensure_ascii=False, separators=(",", ":")).encode("utf-8")

    @staticmethod
    def is_one(data: bytes) -> bool:
        """Tell whether these bytes are a form and no publication."""
        return data.startswith(_BEGINS)

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read a form; raise ValueError that quotes nothing of it."""
        try:
            found = json.loads(data)[_KEY]
            parts = tuple(
                FormPart(part["title"], tuple(FormRow(**row) for row in part["rows"]))
                for part in found["parts"]
            )
            whole = {**found, "notes": tuple(found["notes"]), "parts": parts}
            return cls(**whole)
        except (KeyError, TypeError, ValueError):
            raise ValueError("this is no form") from None
