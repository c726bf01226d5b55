"""Languages and labels on the command line: `--language ug,zh-Hans`, `--label zh-Hans=罪名`."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from hrddesk.errors import InvalidValue
from hrddesk.records.language.labels import DEFAULT, EN, Chain, chain_of, code_of


def add_chain(parser: ArgumentParser, about: str) -> None:
    """Add the option for a list of languages."""
    parser.add_argument("--language", default="", metavar="CODES", help=about)


def add_language(parser: ArgumentParser, about: str) -> None:
    """Add the option for one language."""
    parser.add_argument("--language", type=_code, default=EN, metavar="CODE", help=about)


def _code(text: str) -> str:
    try:
        return code_of(text)
    except InvalidValue as error:
        raise ArgumentTypeError(str(error)) from None


def chain(args: Namespace) -> Chain:
    """Return the chosen languages, followed by the program's default languages; raise InvalidValue."""
    return tuple(dict.fromkeys((*chain_of(args.language), *DEFAULT)))


def add_labels(parser: ArgumentParser, about: str) -> None:
    """Add the option for labels; it may be given once for each language."""
    parser.add_argument(
        "--label",
        action="append",
        default=[],
        metavar="CODE=TEXT",
        help=f"{about}, in the language of that code; may be given again, an empty text takes it away",
    )


def labels(args: Namespace) -> dict[str, str]:
    """Return the labels by language; raise InvalidValue for a label without a language."""
    labels_by_language = {}
    for pair in args.label:
        code, sign, text = pair.partition("=")
        if not sign:
            raise InvalidValue(field="label", why="write CODE=TEXT, for example en=Prison")
        labels_by_language[code] = text
    return labels_by_language
