"""The command `hrddesk help`: the exit codes, and the pages of the help."""

import os
import re
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from typing import Final

from hrddesk.cli import program
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import Subparsers, command
from hrddesk.errors import FileUnreadable
from hrddesk.system import paths

EXIT_CODES: Final = "exit-codes"
_FOLDERS: Final = {"en": ("en",), "zh": ("en", "zh_CN")}  # a page that is not translated is shown in English
_TITLES: Final = {"en": "Exit codes", "zh": "退出码（英文）"}


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the command."""
    parser = command(commands, shared, "help", "the exit codes, or a page of the help", _help)
    parser.add_argument(
        "topic", nargs="?", default="", metavar="TOPIC", help="exit-codes, or the name of a page"
    )
    parser.add_argument("--language", choices=tuple(_FOLDERS), help="that of the system if not given")


def language_of(variables: Mapping[str, str]) -> str:
    """Return the language of messages, en or zh, that the environment variables name, as the window
    determines it.

    A language chosen in the window is not used: it is stored in a vault, which the help does not open.
    """
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    messages = next(filter(None, (variables.get(name) for name in names)), "C")
    if messages in ("C", "POSIX"):
        return "en"
    first = variables.get("LANGUAGE", "").split(":")[0] or messages
    return "zh" if re.split("[-_.@]", first)[0].lower() == "zh" else "en"


def _help(args: Namespace) -> int:
    if args.topic == EXIT_CODES:
        codes = list(program.exit_codes())
        terminal.emit(
            args,
            [{"code": code, "name": name, "meaning": words} for code, name, words in codes],
            (f"{code:4d}  {name}: {words}" for code, name, words in codes),
        )
        return 0
    language = args.language or language_of(os.environ)
    pages = _pages(language)
    if not args.topic:
        titles = {EXIT_CODES: _TITLES[language]} | {name: _title(text) for name, text in pages.items()}
        width = max(map(len, titles))
        terminal.emit(args, list(titles), (f"{name:{width}}  {title}" for name, title in titles.items()))
        return 0
    if args.topic not in pages:
        raise FileUnreadable(path=args.topic, why="there is no such page; `help` alone lists them")
    text = pages[args.topic]
    terminal.emit(args, {"topic": args.topic, "text": text}, text.splitlines())
    return 0


def _pages(language: str) -> dict[str, str]:
    """Return the texts of the pages by name, sorted by name."""
    folders = (paths.resources() / "help" / name for name in _FOLDERS[language])
    texts_by_page = {file.stem: file.read_text("utf-8") for folder in folders for file in folder.glob("*.md")}
    return dict(sorted(texts_by_page.items()))


def _title(text: str) -> str:
    return text.partition("\n")[0].removeprefix("# ")
