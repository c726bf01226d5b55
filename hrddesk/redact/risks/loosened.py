"""The details that an issue of a publication prints more finely than the previous one.

Readers who have both issues can compare them, and learn what the earlier issue withheld.
"""

from enum import StrEnum
from typing import Final, TypeVar

from hrddesk.redact.profile.profiles import (
    PERSON_KINDS,
    AgeDetail,
    DateDetail,
    NameRule,
    PlaceDetail,
    Profile,
    UnknownWords,
)


class Loosened(StrEnum):
    """A matter that one profile prints more finely than another."""

    FIELDS = "fields"
    TEXTS = "texts"
    DATES = "dates"
    PLACES = "places"
    AGES = "ages"
    NAMES = "names"
    LEVELS = "levels"
    TOPICS = "topics"
    WORDS = "words"
    PICTURES = "pictures"
    ANSWERS = "answers"
    ROLES = "roles"


_Text = TypeVar("_Text", bound=str)
_NAMING: Final = (NameRule.AS_IS, NameRule.LABEL, NameRule.OMIT)
"""From telling most to telling least; the enums of details are in that order as well."""


def loosened(before: Profile, now: Profile) -> dict[Loosened, tuple[str, ...]]:
    """Return what the profile `now` prints more finely than the profile `before`.

    For each matter the value is what was added, or the two degrees of detail, before and now. Both profiles
    are those that were used, after all steps that made them coarser.
    """
    more = {
        Loosened.FIELDS: _added(before.fields, now.fields),
        Loosened.TEXTS: _added(before.texts, now.texts),
        Loosened.DATES: (
            *_finer(DateDetail, before.event_dates, now.event_dates),
            *_finer(DateDetail, before.life_dates, now.life_dates),
        ),
        Loosened.PLACES: _finer(PlaceDetail, before.places, now.places),
        Loosened.AGES: _finer(AgeDetail, before.ages, now.ages),
        Loosened.NAMES: (
            *_added(before.name_kinds, now.name_kinds),
            *(("without consent",) if before.consent_needed and not now.consent_needed else ()),
            *(
                kind
                for kind in PERSON_KINDS
                if _NAMING.index(now.name_rules[kind]) < _NAMING.index(before.name_rules[kind])
            ),
        ),
        Loosened.LEVELS: _added(before.levels, now.levels),
        Loosened.TOPICS: _added(before.sensitive, now.sensitive),
        Loosened.WORDS: _finer(UnknownWords, before.unknown_words, now.unknown_words),
        Loosened.PICTURES: ("pictures",) if now.pictures and not before.pictures else (),
        Loosened.ANSWERS: tuple(field.id for field in sorted(now.own - before.own)),
        Loosened.ROLES: _added(now.withheld_roles, before.withheld_roles),
    }
    return {what: details for what, details in more.items() if details}


def _added(before: frozenset[_Text], now: frozenset[_Text]) -> tuple[str, ...]:
    return tuple(sorted(now - before))


def _finer(order: type[StrEnum], before: StrEnum, now: StrEnum) -> tuple[str, ...]:
    """Return the words "`before` to `now`" if `now` is the finer detail, which is earlier in `order`."""
    steps = list(order)
    return (f"{before} to {now}",) if steps.index(now) < steps.index(before) else ()
