"""Topics that no publication tells of by default, and the terms that tell of them.

A profile names the topics that it lets out. Fields of a person (religion, disability, pregnancy) are named by
a profile one by one, like any other field.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from hrddesk.records.kinds import SEXUAL_VIOLENCE

TOPICS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "health": frozenset({"health_critical", "ill", "health_worsened", "hospitalised"}),
        "pregnancy": frozenset({"pregnant", "coerced_birth_control"}),
        "disability": frozenset({"disabled"}),
        "religion": frozenset({"religious_activity", "religion"}),
        "orientation": frozenset({"lgbt_rights"}),
        "sexual-violence": SEXUAL_VIOLENCE,
        "foreign-funding": frozenset({"foreign_funding"}),
        "foreign-contact": frozenset({"foreign_contact"}),
        "circumvention": frozenset({"circumvention"}),
    }
)
"""Codes of shipped terms by topic: kinds of events, circumstances, methods, causes."""

VOCABULARIES: Final = frozenset({"event_type", "event_term", "circumstance", "method", "cause"})
"""Those whose terms tell of topics."""

_TOPIC_OF: Final = {code: topic for topic, codes in TOPICS.items() for code in codes}


def topic_of(vocabulary: str, code: str) -> str | None:
    """Return the topic that a term tells of, if any."""
    return _TOPIC_OF.get(code) if vocabulary in VOCABULARIES else None
