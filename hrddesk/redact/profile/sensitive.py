"""Topics that no publication mentions by default, and the terms that belong to each topic.

A profile lists the topics that it prints. Fields of a person (religion, disability, pregnancy) are listed one
by one, like any other field. A person held in a hospital is ill, or is said to be, so a hospital is a matter
of health. So is a drug centre: dependence is an illness, and a stigma besides. The words monk and believer
state a religion.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from hrddesk.records.language.scripts import is_han
from hrddesk.records.model.kinds import SEXUAL_VIOLENCE
from hrddesk.records.terms import vocabulary

TOPICS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "health": frozenset(
            {
                *("health_critical", "ill", "health_worsened", "hospitalised", "forced_treatment"),
                *("compulsory_drug", "hospital", "psychiatric_hospital", "drug_centre"),
            }
        ),
        "pregnancy": frozenset({"pregnant", "coerced_birth_control"}),
        "disability": frozenset({"disabled"}),
        "religion": frozenset(
            {
                *(
                    "religious_activity",
                    "religion",
                    "believer",
                    "pastor",
                    "elder",
                    "priest",
                    "bishop",
                    "monk",
                ),
                *("nun", "abbot", "tulku", "imam"),
            }
        ),
        "orientation": frozenset({"lgbt_rights"}),
        "sexual-violence": SEXUAL_VIOLENCE,
        "foreign-funding": frozenset({"foreign_funding"}),
        "foreign-contact": frozenset({"foreign_contact"}),
        "circumvention": frozenset({"circumvention"}),
    }
)
"""Codes of shipped terms by topic: kinds of events and places, measures, circumstances, methods, causes,
occupations."""

VOCABULARIES: Final = frozenset(
    {"event_type", "event_term", "circumstance", "method", "cause", "measure", "place_kind", "occupation"}
)
"""The vocabularies whose terms belong to topics."""

_TOPIC_OF: Final = {code: topic for topic, codes in TOPICS.items() for code in codes}


def topic_of(vocabulary: str, code: str) -> str | None:
    """Return the topic of a term, or None if it has no topic."""
    return _TOPIC_OF.get(code) if vocabulary in VOCABULARIES else None


def topics_in(name: str, text: str) -> frozenset[str]:
    """Return the topics that a free text has a word for: "Second Hospital" has a word for health."""
    return frozenset(topic for topic, words in _words_of(name).items() if words.search(text))


@cache
def _words_of(name: str) -> Mapping[str, re.Pattern[str]]:
    """Return, by topic, a pattern for the words of the topic's terms in a vocabulary."""
    words_by_topic: dict[str, list[str]] = {}
    for term in vocabulary.load(name).terms:
        if topic := topic_of(name, term.code):
            words_by_topic.setdefault(topic, []).extend((term.code, *term.labels.values(), *term.aliases))
    return {topic: finding(words) for topic, words in words_by_topic.items()}


def finding(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds words: Chinese words anywhere in a text, other words only as whole
    words.
    """
    longest = sorted(words, key=len, reverse=True)
    forms = (
        re.escape(word) if is_han(word[0]) else rf"(?<![\w-]){re.escape(word)}(?![\w-])" for word in longest
    )
    return re.compile("|".join(forms), re.IGNORECASE)
