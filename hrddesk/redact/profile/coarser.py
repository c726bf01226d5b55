"""Steps to coarser values for one publication; the profile itself stays unchanged for the next one."""

from collections.abc import Collection
from dataclasses import replace
from enum import StrEnum
from typing import Final, TypeVar

from hrddesk.redact.profile.profiles import AgeDetail, DateDetail, PlaceDetail, Profile


class Coarser(StrEnum):
    """The ways to print less about everybody in a publication, such as months in place of days."""

    MONTHS = "months"
    YEARS = "years"
    NO_DATES = "no-dates"
    PREFECTURES = "prefectures"
    PROVINCES = "provinces"
    NO_PLACES = "no-places"
    NO_CHARGES = "no-charges"
    NO_SEX = "no-sex"
    NO_AGES = "no-ages"
    NO_ETHNICITY = "no-ethnicity"
    NO_OCCUPATION = "no-occupation"
    NO_BACKGROUND = "no-background"
    NO_PENALTIES = "no-penalties"
    NO_DETAILS = "no-details"
    NO_ANSWERS = "no-answers"


_Detail = TypeVar("_Detail", bound=StrEnum)
_DATES: Final = {
    Coarser.MONTHS: DateDetail.MONTH,
    Coarser.YEARS: DateDetail.YEAR,
    Coarser.NO_DATES: DateDetail.NONE,
}
_PLACES: Final = {
    Coarser.PREFECTURES: PlaceDetail.PREFECTURE,
    Coarser.PROVINCES: PlaceDetail.PROVINCE,
    Coarser.NO_PLACES: PlaceDetail.NONE,
}
_FIELDS: Final = {
    Coarser.NO_CHARGES: frozenset({"event.charges"}),
    Coarser.NO_SEX: frozenset({"party.sex"}),
    Coarser.NO_ETHNICITY: frozenset({"party.ethnicity"}),
    Coarser.NO_OCCUPATION: frozenset({"party.terms.occupation"}),
    Coarser.NO_BACKGROUND: frozenset(
        {
            "party.disability",
            "party.terms.cause",
            "party.terms.religion",
            "party.terms.vulnerability",
        }
    ),
    Coarser.NO_PENALTIES: frozenset({"event.penalties"}),
    Coarser.NO_DETAILS: frozenset({"event.measure", "event.facility", "event.terms"}),
}


def coarsened(profile: Profile, steps: Collection[Coarser]) -> Profile:
    """Return the profile after these steps; no step makes it print more."""
    for step in steps:
        profile = _taken(profile, step)
    return profile


def possible(profile: Profile) -> list[Coarser]:
    """Return the steps that would make the profile print less."""
    return [step for step in Coarser if _taken(profile, step) != profile]


def _taken(profile: Profile, step: Coarser) -> Profile:
    if step in _DATES:
        return replace(profile, event_dates=_coarsest(DateDetail, profile.event_dates, _DATES[step]))
    if step in _PLACES:
        return replace(profile, places=_coarsest(PlaceDetail, profile.places, _PLACES[step]))
    if step is Coarser.NO_AGES:
        return replace(profile, ages=AgeDetail.NONE)
    if step is Coarser.NO_ANSWERS:
        return replace(profile, own=frozenset())
    return replace(profile, fields=profile.fields - _FIELDS[step])


def _coarsest(order: type[_Detail], one: _Detail, second: _Detail) -> _Detail:
    return max(one, second, key=list(order).index)
