"""The tools with which a command group adds its commands to the parser."""

import os
import re
from argparse import Action, ArgumentError, ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from collections.abc import Callable, Iterator
from typing import Any, Final, NoReturn

Subparsers = _SubParsersAction  # what argparse gives; it has no public name


_GIVEN: Final = re.compile("ignored explicit argument .*", re.DOTALL)
"""The error message of argparse for an option that takes no value but was given one."""
_MOST_DIGITS: Final = 19  # what is shorter fits into 63 bits


class PathText(str):
    """A typed path, which may have bytes that are not text; used as `type=PathText` of an argument."""

    __slots__ = ()

    def __new__(cls, text: str) -> "PathText":
        """Return a text that can be a path; raise ArgumentTypeError, whose message argparse prints, for
        others.
        """
        if not text:
            raise ArgumentTypeError("the name of a file or folder is missing")
        try:
            if b"\0" not in os.fsencode(text):
                return super().__new__(cls, text)
        except UnicodeEncodeError:
            pass
        raise ArgumentTypeError("no file or folder can have this name")


def whole_number(text: str) -> int | None:
    """Return the number that ASCII digits express; None for other text or too many digits."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < _MOST_DIGITS else None


def id_number(text: str) -> int:
    """Return the number of a record or transaction; used as `type=id_number` of an argument."""
    number = whole_number(text)
    if number is None:
        raise ArgumentTypeError("this is not the number of anything")
    return number


def unreadable(args: Namespace) -> Iterator[str]:
    """Yield the names of the arguments that are not valid text, except arguments that are paths."""
    for name, value in vars(args).items():
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and not isinstance(text, PathText) and not _is_text(text):
                yield name


def _is_text(text: str) -> bool:
    return "\0" not in text and not any("\ud800" <= character <= "\udfff" for character in text)


class Parser(ArgumentParser):
    """A parser whose errors describe valid input and never repeat the given input, which may be a passphrase
    or name.
    """

    def _check_value(self, action: Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            raise ArgumentError(action, f"write one of: {', '.join(map(str, action.choices))}")

    def _get_value(self, action: Action, arg_string: str) -> Any:
        try:
            return super()._get_value(action, arg_string)
        except ArgumentError as error:
            if isinstance(error.__context__, ArgumentTypeError):  # these words are ours
                raise
            raise ArgumentError(action, "write a whole number") from None

    def error(self, message: str) -> NoReturn:
        """Print the error and exit with code 2."""
        super().error(_GIVEN.sub("it takes no value", message))


def group(commands: "Subparsers[ArgumentParser]", name: str, text: str) -> "Subparsers[ArgumentParser]":
    """Add a noun and return the subparsers for its verbs."""
    parser = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
    return parser.add_subparsers(metavar="COMMAND", required=True)


def command(
    commands: "Subparsers[ArgumentParser]",
    shared: ArgumentParser,
    name: str,
    text: str,
    run: Callable[[Namespace], int],
) -> ArgumentParser:
    """Add a command with the common options, and return its parser, to which the caller adds the command's
    own arguments.
    """
    parser = commands.add_parser(name, help=text, description=text, parents=[shared], allow_abbrev=False)
    parser.set_defaults(run=run)
    return parser
