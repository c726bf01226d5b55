"""The dimensions by which figures are filtered and split, each with its level and its words.

A dimension belongs to an event, a person or a case. Conditions on events must hold for the same event, and
conditions on persons for the same person.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, partial
from types import MappingProxyType
from typing import Final

from hrddesk.analysis.status.liberty import Answer
from hrddesk.analysis.status.status import UnknownReason
from hrddesk.records.language import captions
from hrddesk.records.language.labels import Labels, chain_for
from hrddesk.records.terms import countries
from hrddesk.records.terms.countries import Country, ProceedingStage
from hrddesk.records.terms.words import Words


class Level(StrEnum):
    """The kind of record that a dimension describes."""

    CASE = "case"
    PERSON = "person"
    EVENT = "event"


class Sort(StrEnum):
    """The way in which the values of a dimension are compared."""

    TERM = "term"  # codes of a vocabulary, or the words as they were
    TEXT = "text"  # words
    NUMBER = "number"  # in bands
    PLACE = "place"  # in a tree
    TIME = "time"  # certainly or possibly within


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """One property by which figures can be filtered or split."""

    name: str
    level: Level
    sort: Sort = Sort.TERM
    vocabulary: str = ""
    own: Labels = field(default_factory=Labels)
    """The labels of a desk's own question."""

    def label(self, language: str) -> str:
        """Return the name of the dimension in a language."""
        if self.name.startswith(CUSTOM):
            return self.own.text(chain_for(language)) or self.name.removeprefix(CUSTOM)
        return captions.said(f"figure.dimension.{self.name}", language)


_EVENT, _PERSON, _CASE = Level.EVENT, Level.PERSON, Level.CASE

_ALL: Final = (
    Dimension(name="type", level=_EVENT, vocabulary="event_type"),
    Dimension(name="measure", level=_EVENT, vocabulary="measure"),
    Dimension(name="facility", level=_EVENT, vocabulary="place_kind"),
    Dimension(name="charge", level=_EVENT, vocabulary="charge"),
    Dimension(name="penalty", level=_EVENT, vocabulary="penalty"),
    Dimension(name="months", level=_EVENT, sort=Sort.NUMBER),
    Dimension(name="platform", level=_EVENT, vocabulary="platform"),
    Dimension(name="condition", level=_EVENT, vocabulary="condition"),
    Dimension(name="method", level=_EVENT, vocabulary="method"),
    Dimension(name="denial", level=_EVENT, vocabulary="denial"),
    Dimension(name="circumstance", level=_EVENT, vocabulary="circumstance"),
    Dimension(name="assertion", level=_EVENT, vocabulary="assertion"),
    Dimension(name="place", level=_EVENT, sort=Sort.PLACE),
    Dimension(name="province", level=_EVENT, sort=Sort.PLACE),
    Dimension(name="prefecture", level=_EVENT, sort=Sort.PLACE),
    Dimension(name="date", level=_EVENT, sort=Sort.TIME),
    Dimension(name="month", level=_EVENT, sort=Sort.TIME),
    Dimension(name="year", level=_EVENT, sort=Sort.TIME),
    Dimension(name="status", level=_PERSON),
    Dimension(name="reason", level=_PERSON),
    Dimension(name="custody", level=_PERSON, vocabulary="measure"),
    Dimension(name="held_in", level=_PERSON, vocabulary="place_kind"),
    Dimension(name="stage", level=_PERSON),
    Dimension(name="sentence", level=_PERSON, vocabulary="penalty"),
    Dimension(name="term", level=_PERSON, sort=Sort.NUMBER),
    Dimension(name="sex", level=_PERSON, vocabulary="sex"),
    Dimension(name="ethnicity", level=_PERSON, vocabulary="ethnicity"),
    Dimension(name="age", level=_PERSON, sort=Sort.NUMBER),
    Dimension(name="occupation", level=_PERSON, vocabulary="occupation"),
    Dimension(name="cause", level=_PERSON, vocabulary="cause"),
    Dimension(name="religion", level=_PERSON, vocabulary="religion"),
    Dimension(name="tag", level=_CASE, sort=Sort.TEXT),
    Dimension(name="case_status", level=_CASE, sort=Sort.TEXT),
    Dimension(name="source", level=_CASE, sort=Sort.TEXT),
    Dimension(name="source_type", level=_CASE, vocabulary="source_type"),
    Dimension(name="dataset", level=_CASE, sort=Sort.TEXT),
)
SHIPPED: Final[Mapping[str, Dimension]] = MappingProxyType({item.name: item for item in _ALL})
"""The dimensions of every desk, by code."""

PART: Final = Dimension(name="part", level=Level.EVENT)
"""The dimension that splits by the conditions of a question's `part`."""
IN_PART, NOT_IN_PART = "yes", "no"
OTHERS: Final = "\0others"
"""The value for all values of a dimension that are counted together."""
CUSTOM: Final = "field:"
"""The prefix of the code of a desk's own question."""
OF_STATUS: Final = frozenset({"status", "reason", "custody", "held_in", "stage", "sentence", "term"})
"""The dimensions that are computed from all events of a person as of a day."""
KINDS_OF_PLACE: Final = ("province", "prefecture")

_VALUES: Final[Mapping[str, tuple[str, ...]]] = {
    "status": tuple(Answer),
    "reason": tuple(UnknownReason),
    PART.name: (IN_PART, NOT_IN_PART),
}
"""The codes of dimensions without a vocabulary; their words are captions."""


Called = Mapping[str, Labels]
"""Labels of places by id, of own questions by the code of their dimension, and of answers by `answer_key`."""


def answer_key(dimension: str, value: str) -> str:
    """Return the key under which `Called` has the labels of an answer to a question that the desk defined."""
    return f"{dimension}={value}"


def labels_of(dimension: Dimension, value: str, labels: Called) -> Labels | None:
    """Return the labels that `labels` contains for a value of a dimension, or None."""
    return labels.get(answer_key(dimension.name, value)) or labels.get(value)


def values_of(dimension: Dimension, words: Words) -> tuple[str, ...]:
    """Return the codes of a dimension in their order; empty if the dimension has no fixed codes."""
    if dimension.vocabulary:
        return tuple(term.code for term in words.load(dimension.vocabulary).terms)
    return tuple(_words_of(dimension))


def values_meant(dimension: Dimension, text: str, words: Words) -> tuple[str, ...]:
    """Return the codes that a typed text means, or the text itself if it means none.

    The name of a stage can mean stages of several countries.
    """
    if dimension.vocabulary:
        return (words.load(dimension.vocabulary).code(text) or text,)
    folded_text = _folded(text)
    codes = tuple(
        code
        for code, labels in _words_of(dimension).items()
        if folded_text in map(_folded, (code, *labels.values(), *_bare(dimension, code)))
    )
    return codes or (text,)


def _folded(text: str) -> str:
    return text.casefold().replace("_", " ")


def _words_of(dimension: Dimension) -> Mapping[str, Labels]:
    """Return the codes of a dimension without a vocabulary, each with its labels in all languages."""
    if dimension.name == "stage":
        return _stages()
    return {
        code: captions.caption(f"figure.{dimension.name}.{code}") for code in _VALUES.get(dimension.name, ())
    }


@cache
def _stages() -> Mapping[str, Labels]:
    """Return the stages of all countries by key, each with labels that name the stage and the country."""

    def label(country: Country, stage: ProceedingStage, language: str) -> str:
        chain = chain_for(language)
        words = {"stage": stage.labels.text(chain), "country": country.labels.text(chain)}
        return captions.said("figure.stage", language, **words)

    return {
        key: captions.in_each(tuple(stage.labels), partial(label, country, stage))
        for key, (country, stage) in countries.stages().items()
    }


def _bare(dimension: Dimension, value: str) -> tuple[str, ...]:
    """Return the code and the labels of a stage without its country; nothing for other dimensions.

    Several countries may have a stage with the same code or label.
    """
    if dimension.name != "stage":
        return ()
    _, stage = countries.stages()[value]
    return stage.code, *stage.labels.values()


def settled(vocabulary: str, code: str, words: Words) -> str:
    """Return the code that figures use today for a code: for a merged term, the term that was kept."""
    counted = words.counted(vocabulary, code)
    if counted != code or not words.is_own(vocabulary, code):
        return counted
    term = words.load(vocabulary).find(code)
    return code if term is None else words.counted(vocabulary, term.code)


def value_label(dimension: Dimension, value: str, language: str, words: Words) -> str:
    """Return the name of a value in a language; words that are not a code are returned unchanged."""
    if dimension.vocabulary:
        return words.load(dimension.vocabulary).label(value, chain_for(language))
    label_words = _words_of(dimension).get(value)
    return value if label_words is None else label_words.text(chain_for(language))
