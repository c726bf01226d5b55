"""Arguments whose text is read from a file, which keeps names out of the shell's history and the process
list.

`@FILE` is replaced by the text of a file, `@-` by the text of standard input, and `@@` begins a text that
itself begins with `@`. In `FIELD=@FILE` and `--option=@FILE` the value is replaced. This rule is the same for
all arguments of all commands.
"""

import re
import sys
from collections.abc import Sequence
from typing import Final

from hrddesk.cli.console import secret_files
from hrddesk.errors import FileUnreadable, SecretUnreadable

_VALUE: Final = re.compile(r"((?:--)?[A-Za-z][\w.-]*=)(@.*)", re.DOTALL)
_STDIN: Final = "-"


def read_in(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with each `@FILE` replaced by the text of the file, without line endings at its
    end.

    Raise FileUnreadable, also if standard input is needed for more than one argument.
    """
    split = [_split(argument) for argument in arguments]
    stdin_texts = [text for _, text in split if text == f"@{_STDIN}"]
    others = [argument for argument in arguments if argument == _STDIN or argument.endswith(f"={_STDIN}")]
    if len(stdin_texts) > 1 or (stdin_texts and others and not sys.stdin.isatty()):
        raise FileUnreadable(path="standard input", why="it can be read for one argument only")
    return [before + _text(text) for before, text in split]


def _split(argument: str) -> tuple[str, str]:
    """Split an argument into a prefix, such as `FIELD=`, and the value that may be read from a file."""
    match = _VALUE.fullmatch(argument)
    return (match[1], match[2]) if match else ("", argument)


def _text(argument: str) -> str:
    if argument.startswith("@@"):
        return argument[1:]
    if not argument.startswith("@"):
        return argument
    name = argument[1:]
    if name == _STDIN and sys.stdin.isatty():
        sys.stderr.write("Type the text; Ctrl-D on a line of its own ends it:\n")
        sys.stderr.flush()
    try:
        return secret_files.all_lines(name, "it").rstrip("\r\n")
    except SecretUnreadable as error:
        why = f"{error.details['why']}; write @@ for a text that begins with @"
        raise FileUnreadable(path=name or "@", why=why) from None
