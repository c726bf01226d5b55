"""The base of every error that is shown to a person."""

from typing import ClassVar


class HrdDeskError(Exception):
    """Base of every error that is shown to a person."""

    exit_code: ClassVar[int] = 1
    what: ClassVar[str] = "Something went wrong."
    safe: ClassVar[str] = "Nothing was changed."
    todo: ClassVar[str] = "Try again."

    def __init__(self, **details: object) -> None:
        self.details: dict[str, str] = {name: str(value) for name, value in details.items()}
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """The three sentences, with the details filled in."""
        return " ".join(
            part.format_map(_Known(self.details)) for part in (self.what, self.safe, self.todo) if part
        )


class _Known(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"
