"""The check that a typed word is not only the beginning of a term."""

from argparse import ArgumentParser

from hrddesk.errors import InvalidValue
from hrddesk.records.names import ranking
from hrddesk.records.terms.words import Words

_SHOWN = 5


def add_option(parser: ArgumentParser) -> None:
    """Add the option that switches off the check of typed terms."""
    parser.add_argument(
        "--as-typed", action="store_true", help="keep words that are only the beginning of a term"
    )


def check(words: Words, vocabulary: str, text: str, field: str) -> None:
    """Raise InvalidValue, listing the terms, if the text is only the beginning of some terms."""
    begun = ranking.begun(text, [words.load(vocabulary)])
    if begun:
        codes = ", ".join(term.code for term in begun[:_SHOWN])
        raise InvalidValue(
            field=field,
            why=f'"{text}" is only the beginning of a term ({codes}): write one, or give --as-typed',
        )
