"""How a command group adds its commands."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable

Subparsers = _SubParsersAction  # what argparse gives; it has no public name


def group(commands: "Subparsers[ArgumentParser]", name: str, text: str) -> "Subparsers[ArgumentParser]":
    """Add a noun, under which commands stand as verbs."""
    parser = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
    return parser.add_subparsers(metavar="COMMAND", required=True)


def command(
    commands: "Subparsers[ArgumentParser]",
    shared: ArgumentParser,
    name: str,
    text: str,
    run: Callable[[Namespace], int],
) -> ArgumentParser:
    """Add one command with the common options, and return its parser for what is its own."""
    parser = commands.add_parser(name, help=text, description=text, parents=[shared], allow_abbrev=False)
    parser.set_defaults(run=run)
    return parser
