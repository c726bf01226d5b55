"""What figures can be filtered by and split by: each dimension with its level and its words.

A dimension belongs to an event, to a person or to a case. Conditions on events must hold for one and the same
event, those on a person for one and the same person.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, partial
from types import MappingProxyType
from typing import Final

from hrddesk.analysis.status.liberty import Answer
from hrddesk.analysis.status.status import Reason
from hrddesk.records.language import captions
from hrddesk.records.language.labels import Labels, chain_for
from hrddesk.records.terms import countries
from hrddesk.records.terms.countries import Country, Stage
from hrddesk.records.terms.words import Words


class Level(StrEnum):
    """What a dimension says something about."""

    CASE = "case"
    PERSON = "person"
    EVENT = "event"


class Sort(StrEnum):
    """How the values of a dimension are compared."""

    TERM = "term"  # codes of a vocabulary, or the words as they were
    TEXT = "text"  # words
    NUMBER = "number"  # in bands
    PLACE = "place"  # in a tree
    TIME = "time"  # certainly or possibly within


@dataclass(frozen=True, slots=True)
class Dimension:
    """One thing that can be asked."""

    name: str
    level: Level
    sort: Sort = Sort.TERM
    vocabulary: str = ""
    own: Labels = field(default_factory=Labels)
    """How the desk calls one of its own questions."""

    def label(self, language: str) -> str:
        """Return how it is called in a language."""
        if self.name.startswith(CUSTOM):
            return self.own.text(chain_for(language)) or self.name.removeprefix(CUSTOM)
        return captions.said(f"figure.dimension.{self.name}", language)


_EVENT, _PERSON, _CASE = Level.EVENT, Level.PERSON, Level.CASE

_ALL: Final = (
    Dimension("type", _EVENT, vocabulary="event_type"),
    Dimension("measure", _EVENT, vocabulary="measure"),
    Dimension("facility", _EVENT, vocabulary="place_kind"),
    Dimension("charge", _EVENT, vocabulary="charge"),
    Dimension("penalty", _EVENT, vocabulary="penalty"),
    Dimension("months", _EVENT, Sort.NUMBER),
    Dimension("platform", _EVENT, vocabulary="platform"),
    Dimension("condition", _EVENT, vocabulary="condition"),
    Dimension("method", _EVENT, vocabulary="method"),
    Dimension("denial", _EVENT, vocabulary="denial"),
    Dimension("circumstance", _EVENT, vocabulary="circumstance"),
    Dimension("assertion", _EVENT, vocabulary="assertion"),
    Dimension("place", _EVENT, Sort.PLACE),
    Dimension("province", _EVENT, Sort.PLACE),
    Dimension("prefecture", _EVENT, Sort.PLACE),
    Dimension("date", _EVENT, Sort.TIME),
    Dimension("month", _EVENT, Sort.TIME),
    Dimension("year", _EVENT, Sort.TIME),
    Dimension("status", _PERSON),
    Dimension("reason", _PERSON),
    Dimension("custody", _PERSON, vocabulary="measure"),
    Dimension("held_in", _PERSON, vocabulary="place_kind"),
    Dimension("stage", _PERSON),
    Dimension("sentence", _PERSON, vocabulary="penalty"),
    Dimension("term", _PERSON, Sort.NUMBER),
    Dimension("sex", _PERSON, vocabulary="sex"),
    Dimension("ethnicity", _PERSON, vocabulary="ethnicity"),
    Dimension("age", _PERSON, Sort.NUMBER),
    Dimension("occupation", _PERSON, vocabulary="occupation"),
    Dimension("cause", _PERSON, vocabulary="cause"),
    Dimension("religion", _PERSON, vocabulary="religion"),
    Dimension("tag", _CASE, Sort.TEXT),
    Dimension("case_status", _CASE, Sort.TEXT),
    Dimension("source", _CASE, Sort.TEXT),
    Dimension("source_type", _CASE, vocabulary="source_type"),
    Dimension("dataset", _CASE, Sort.TEXT),
)
SHIPPED: Final[Mapping[str, Dimension]] = MappingProxyType({item.name: item for item in _ALL})
"""Every dimension that each desk has, by its code."""

PART: Final = Dimension("part", Level.EVENT)
"""Splits what is counted by the conditions of a question's `part`."""
IN_PART, NOT_IN_PART = "yes", "no"
OTHERS: Final = "\0others"
"""Stands for all values of a dimension that whoever asks wants counted together."""
CUSTOM: Final = "field:"
"""What the code of a desk's own field begins with."""
OF_STATUS: Final = frozenset({"status", "reason", "custody", "held_in", "stage", "sentence", "term"})
"""Those that are computed from all events of a person as of a day."""
KINDS_OF_PLACE: Final = ("province", "prefecture")

_VALUES: Final[Mapping[str, tuple[str, ...]]] = {
    "status": tuple(Answer),
    "reason": tuple(Reason),
    PART.name: (IN_PART, NOT_IN_PART),
}
"""The codes of dimensions without a vocabulary; their words are captions."""


Called = Mapping[str, Labels]
"""Names of places by their ids, of the desk's own fields by the codes of their dimensions, and of answers to
those by both (`answer_key`)."""


def answer_key(dimension: str, value: str) -> str:
    """Return under what the labels of an answer to one of the desk's own fields stand."""
    return f"{dimension}={value}"


def labels_of(dimension: Dimension, value: str, labels: Called) -> Labels | None:
    """Return how the desk calls a value; None where the desk has no name of its own for it."""
    return labels.get(answer_key(dimension.name, value)) or labels.get(value)


def values_of(dimension: Dimension, words: Words) -> tuple[str, ...]:
    """Return the codes that a dimension can have, in their order; none where it takes any words."""
    if dimension.vocabulary:
        return tuple(term.code for term in words.load(dimension.vocabulary).terms)
    return tuple(_words_of(dimension))


def values_meant(dimension: Dimension, text: str, words: Words) -> tuple[str, ...]:
    """Return the codes that words mean, or the words themselves; a stage may be one of several countries."""
    if dimension.vocabulary:
        return (words.load(dimension.vocabulary).code(text) or text,)
    wanted = _folded(text)
    found = tuple(
        code
        for code, labels in _words_of(dimension).items()
        if wanted in map(_folded, (code, *labels.values(), *_bare(dimension, code)))
    )
    return found or (text,)


def _folded(text: str) -> str:
    return text.casefold().replace("_", " ")


def _words_of(dimension: Dimension) -> Mapping[str, Labels]:
    """Return the codes of a dimension without a vocabulary, each with its words in all languages."""
    if dimension.name == "stage":
        return _stages()
    return {
        code: captions.caption(f"figure.{dimension.name}.{code}") for code in _VALUES.get(dimension.name, ())
    }


@cache
def _stages() -> Mapping[str, Labels]:
    """Return the stages of all countries, each in the words of its country with the name of that."""

    def label(country: Country, stage: Stage, language: str) -> str:
        chain = chain_for(language)
        words = {"stage": stage.labels.text(chain), "country": country.labels.text(chain)}
        return captions.said("figure.stage", language, **words)

    return {
        key: captions.in_each(tuple(stage.labels), partial(label, country, stage))
        for key, (country, stage) in countries.stages().items()
    }


def _bare(dimension: Dimension, value: str) -> tuple[str, ...]:
    """Return what a stage is called without its country, which may be said of others as well."""
    if dimension.name != "stage":
        return ()
    _, stage = countries.stages()[value]
    return stage.code, *stage.labels.values()


def settled(vocabulary: str, code: str, words: Words) -> str:
    """Return what a code counts as today: a term that was merged counts as what it was merged with."""
    counted = words.counted(vocabulary, code)
    if counted != code or not words.is_own(vocabulary, code):
        return counted
    kept = words.load(vocabulary).find(code)
    return code if kept is None else words.counted(vocabulary, kept.code)


def value_label(dimension: Dimension, value: str, language: str, words: Words) -> str:
    """Return how a value is called in a language; words that are no code stay as they are."""
    if dimension.vocabulary:
        return words.load(dimension.vocabulary).label(value, chain_for(language))
    found = _words_of(dimension).get(value)
    return value if found is None else found.text(chain_for(language))
