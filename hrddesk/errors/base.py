"""The base class of all errors that are shown to the user."""

from typing import ClassVar


class HrdDeskError(Exception):
    """The base class of all errors that are shown to the user."""

    exit_code: ClassVar[int] = 1
    what: ClassVar[str] = "Something went wrong."
    safe: ClassVar[str] = "Nothing was changed."
    todo: ClassVar[str] = "Try again."
    todo_in_commands: ClassVar[str] = ""
    """The instruction for users of the command line if `todo` mentions pages and buttons; else empty."""

    def __init__(self, **details: object) -> None:
        self.details: dict[str, str] = {
            name: value if isinstance(value, str) else str(value) for name, value in details.items()
        }
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """The three sentences in the wording for the command line, with the details filled in."""
        sentences = (self.what, self.safe, self.todo_in_commands or self.todo)
        return " ".join(sentence.format_map(_Details(self.details)) for sentence in sentences if sentence)


class _Details(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"
