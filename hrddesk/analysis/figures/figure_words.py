"""The definition of a figure in words: what was counted, among which records, and as of when."""

from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from typing import TYPE_CHECKING

from hrddesk.analysis.figures.dimensions import Called, Dimension, Sort, labels_of, value_label
from hrddesk.analysis.figures.figure_questions import (
    UNKNOWN,
    Condition,
    CountedUnit,
    FigureQuestion,
    Group,
    Of,
    range_of,
)
from hrddesk.records.dates import dates
from hrddesk.records.language.captions import said
from hrddesk.records.language.labels import chain_for
from hrddesk.records.terms.words import Words

if TYPE_CHECKING:
    from hrddesk.analysis.figures.figures import Figure


def dimension_words(dimension: Dimension, language: str, called: Called) -> str:
    """Return the label of a dimension; a desk's own question has the label that the desk gave it."""
    own = called.get(dimension.name)
    return dimension.label(language) if own is None else own.text(chain_for(language))


def unit_word(unit: CountedUnit, language: str) -> str:
    """Return the word for the counted unit."""
    return said(f"figure.unit.{unit.value}", language)


def count_words(unit: CountedUnit, count: int, language: str) -> str:
    """Return a number with its unit in words."""
    return said(f"figure.count.{unit.value}.{'one' if count == 1 else 'many'}", language, n=f"{count:,}")


def not_known(value: str, language: str, *, certain: bool = False) -> str:
    """Return the words for an unknown value.

    With `certain`, all other lines have only certain values; the value "" is then called "not certain".
    """
    if certain and not value:
        return said("figure.unknown.not_certain", language)
    return said(f"figure.unknown.{value or 'not_recorded'}", language)


def range_words(dimension: Dimension, value: str, language: str) -> str:
    """Return a band of numbers in words: from its first number to less than its end."""
    first, end = range_of(dimension.name, value)
    if end == first + 1:
        code = "one"
    elif end is None:
        code = "or_more"
    else:
        code = "between" if first else "less"
    unit = said(f"figure.range.{dimension.name}", language)
    return said(f"figure.range.{code}", language, a=str(first), b=str(end), unit=unit)


def condition_words(condition: Condition, language: str, words: Words, called: Called) -> str:
    """Return a condition in the words of the desk."""
    named = [(value, labels_of(condition.dimension, value, called)) for value in condition.values]
    values = [
        _value_words(condition.dimension, value, language, words)
        if own is None
        else own.text(chain_for(language))
        for value, own in named
    ]
    name = dimension_words(condition.dimension, language, called)
    code = "is_not" if condition.negated else "is"
    return said(f"figure.condition.{code}", language, a=name, b=_joined("or", values, language))


def _value_words(dimension: Dimension, value: str, language: str, words: Words) -> str:
    if value == UNKNOWN:
        return not_known(UNKNOWN, language)
    if dimension.sort is Sort.NUMBER:
        return range_words(dimension, value, language)
    if dimension.sort is Sort.TIME:
        return said("figure.condition.within", language, a=dates.in_words(dates.read(value), language))
    return value_label(dimension, value, language, words)


def _joined(how: str, words: Iterable[str], language: str) -> str:
    """Join texts by the caption `how`, for example "{a} and {b}"; a single text is returned unchanged."""
    return reduce(lambda a, b: said(f"figure.{how}", language, a=a, b=b), words)


def definition(figure: "Figure", language: str) -> str:
    """Return the definition of a figure in words: everything that a reader must know about it."""
    question, day = figure.question, figure.day.isoformat()

    def sentence(code: str, **words: str) -> str:
        return said(f"figure.definition.{code}", language, **words)

    sentences = [
        *_whom(question, figure, language, sentence),
        *_of_table(question, figure, language, sentence),
        *_of_days(question, day, sentence),
    ]
    if question.at_least:
        sentences.append(sentence("at_least"))
    sentences.append(sentence("refuted"))
    if question.suppress:
        sentences.append(sentence("hidden", n=str(question.suppress - 1)))
    return _joined("definition.then", sentences, language)


def heading(figure: "Figure", language: str) -> str:
    """Return the heading of a figure: `Persons where sex is Female, by charge`."""
    question = figure.question
    heading_text = said(f"figure.heading.{question.unit.value}", language)
    if question.where:
        heading_text = said(
            "figure.heading.where", language, a=heading_text, b=_group(question.where, language, figure)
        )
    if question.any_of or question.without:
        heading_text = said("figure.heading.further", language, a=heading_text)
    if question.part:
        return said(
            "figure.heading.part", language, a=heading_text, b=_group(question.part, language, figure)
        )
    by = [dimension_words(dimension, language, figure.labels) for dimension in question.by]
    return (
        said("figure.heading.by", language, a=heading_text, b=_joined("and", by, language))
        if by
        else heading_text
    )


_Sentence = Callable[..., str]


def _whom(question: FigureQuestion, figure: "Figure", language: str, sentence: _Sentence) -> Iterator[str]:
    yield sentence(question.unit.value)
    if figure.groups and not question.suppress:
        yield sentence("groups", n=str(figure.groups))
    if question.where:
        where = _group(question.where, language, figure)
        yield sentence("where", a=_same(question, where, language))
    if question.any_of:
        yield sentence("any_of", a=_groups(question.any_of, language, figure))
    if question.without:
        yield sentence("without", a=_groups(question.without, language, figure))


def _same(question: FigureQuestion, where: str, language: str) -> str:
    events = [item for item in question.where if item.dimension.level == "event"]
    if len(events) < 2 or question.unit is CountedUnit.EVENTS:
        return where
    return said("figure.conditions.same", language, a=where)


def _of_table(
    question: FigureQuestion, figure: "Figure", language: str, sentence: _Sentence
) -> Iterator[str]:
    if question.part:
        yield sentence("part", a=_group(question.part, language, figure))
    elif not question.by:
        return
    if question.by:
        names = [dimension_words(dimension, language, figure.labels) for dimension in question.by]
        yield sentence("by", a=_joined("and", names, language))
    if figure.overlaps:
        yield sentence("overlaps")
    yield sentence("of_known" if question.of is Of.KNOWN else "of_all")


def _of_days(question: FigureQuestion, day: str, sentence: _Sentence) -> Iterator[str]:
    if question.as_of:
        yield sentence("as_of", day=day)
    elif any(dimension.level == "person" for dimension in question.dimensions):
        yield sentence("statuses", day=day)
    else:
        yield sentence("everything")
    if question.known_on:
        yield sentence("known_on", day=question.known_on)


def _group(group: Group, language: str, figure: "Figure") -> str:
    words = [condition_words(item, language, figure.words, figure.labels) for item in group]
    return _joined("conditions.and", words, language)


def _groups(groups: Iterable[Group], language: str, figure: "Figure") -> str:
    words = [said("figure.conditions.group", language, a=_group(group, language, figure)) for group in groups]
    return _joined("conditions.or", words, language)
