"""The card of a figure: the lines that are shown beside its number everywhere, in words of a language."""

from collections.abc import Iterator
from typing import Final

from hrddesk.analysis.figures.figure_questions import Of
from hrddesk.analysis.figures.figure_tables import CountTable, percent_text
from hrddesk.analysis.figures.figure_words import count_words, definition, unit_word
from hrddesk.records.language.captions import said

FIGURE: Final = "figure"
"""The code of the line that holds the figure itself."""


def card(table: CountTable, language: str, name: str = "", digits: int = 1) -> Iterator[tuple[str, str]]:
    """Yield the title and the words of each line of the card; `digits` are the decimals of a percentage."""
    for code, words in lines(table, language, name, digits):
        yield title(code, language), words


def title(code: str, language: str) -> str:
    """Return the title of a line of the card."""
    return said(f"figure.card.{code}", language)


def lines(table: CountTable, language: str, name: str = "", digits: int = 1) -> Iterator[tuple[str, str]]:
    """Yield the code and the words of each line of the card; `digits` are the decimals of a percentage."""
    question = table.figure.question
    text_by_line = {"name": name, FIGURE: value_words(table, language, digits)}
    text_by_line["unit"] = unit_word(question.unit, language)
    if question.columns:
        which = "of_known" if question.of is Of.KNOWN else "of_all"
        number = number_words(table.denominator, language)
        text_by_line["denominator"] = said(f"figure.card.{which}", language, a=number)
        text_by_line["unknown"] = number_words(table.unknown, language)
    if table.figure.all.at_least and not question.suppress:
        most = table.figure.all.possible
        unbound = most is None
        text_by_line["possible"] = (
            said("figure.card.no_bound", language) if unbound else number_words(most, language)
        )
    text_by_line["as_of"] = question.as_of or said("figure.card.everything", language)
    text_by_line["known_on"] = question.known_on
    text_by_line["definition"] = definition(table.figure, language)
    yield from ((code, words) for code, words in text_by_line.items() if words)


def value_words(table: CountTable, language: str, digits: int = 1) -> str:
    """Return the figure in words: `at least 60 cases`, `834 cases (93 %)`."""
    if table.count is None:
        return number_words(None, language)
    words = count_words(table.figure.question.unit, table.count, language)
    if table.at_least:
        words = said("figure.count.at_least", language, a=words)
    if table.percent is None:
        return words
    return said("figure.count.percent", language, a=words, b=percent_text(table.percent, digits))


def number_words(number: int | None, language: str) -> str:
    """Return a number as text, or the words for a hidden number if it is None."""
    return said("figure.count.hidden", language) if number is None else f"{number:,}"
