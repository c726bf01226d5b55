"""The effect of consent on a publication: who must have a label, and who was never asked.

`Facts.withheld` has the people who must not be published at all.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from hrddesk.records.dates import dates
from hrddesk.records.language.scripts import HAN_NUMERALS, han_number
from hrddesk.records.model.kinds import CONSENTS, Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.rules import consents
from hrddesk.records.rules.consents import GUARDIAN, OF_AGE, SELF, WITH_NAME, Consent
from hrddesk.records.rules.sources import is_published
from hrddesk.records.terms.roles import PEOPLE
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.profile.profiles import Profile

_YEARS: Final = re.compile(f"[0-9]{{1,3}}|[{HAN_NUMERALS}]{{1,3}}")


@dataclass(frozen=True, slots=True)
class Consenting:
    """The people whose consent to be named is missing on a certain day."""

    unnamed: frozenset[RecordId]
    """People who agreed only to publication without a name, or whose agreement expired or begins later, and
    minors without the agreement of a guardian.
    """
    unasked: frozenset[RecordId]
    """People without an answer whom no public document names."""

    def labelled(self, profile: Profile) -> frozenset[RecordId]:
        """Return the people who have a label under a profile because of their answer, or because they were
        not asked.
        """
        return self.unnamed | self.unasked if profile.consent_needed else self.unnamed


def consenting(facts: Facts, today: date) -> Consenting:
    """Return the effect of all people's answers on the day `today`.

    The events of the chosen cases decide who was a minor.
    """
    minors = frozenset(_minors(facts, today))
    unnamed, unasked = set[RecordId](), set[RecordId]()
    for party in facts.all(Kind.PARTY):
        if party.text("kind") not in PEOPLE:
            continue
        consent = consents.current(party, today)
        if party.id in minors and not _speaks_for_minor(consent, party):
            unnamed.add(party.id)
        elif consent.is_unanswered:
            if not any(is_published(facts.records.get(source)) for source in consent.bases):
                unasked.add(party.id)
        elif not consent.reaches(WITH_NAME):
            unnamed.add(party.id)
    return Consenting(frozenset(unnamed), frozenset(unasked))


def may_be_pictured(people: Iterable[Record], today: date) -> bool:
    """Tell whether a picture of these people may be published.

    It may not be published if somebody's answer does not allow pictures or has expired.
    """
    answered = (party for party in people if party.lists.get(CONSENTS))
    current_consents = (consents.current(party, today) for party in answered)
    return all(item.is_unanswered or item.pictures for item in current_consents)


def _minors(facts: Facts, today: date) -> Iterable[RecordId]:
    """Yield the people who were, or may have been, under age at one of their events in a chosen case.

    An event without a date counts as having the earliest date among the events of the case.
    """
    for case in facts.cases():
        events = facts.events_of(case.id)
        days = {event.id: _first_day(event) for event in events}
        first = min((day for day in days.values() if day is not None), default=today)
        for party in facts.people_of(case):
            own = [event for event in events if party.id in _people_in(event)]
            day = min((days[event.id] or first for event in own), default=first)
            born = _latest_birth(party)
            years = _years(party)
            young = years is not None and years < OF_AGE if born is None else day < _of_age(born)
            if young:
                yield party.id


def _first_day(event: Record) -> date | None:
    day = dates.read(event.text("date"))
    return day.earliest or day.latest


def _people_in(event: Record) -> set[str]:
    return {str(item.get("party")) for item in event.values("parties")}


def _years(party: Record) -> int | None:
    """Return the age that is typed in digits or Chinese numerals; None if it cannot be read."""
    match = _YEARS.search(unicodedata.normalize("NFKC", party.text("age")))
    if match is None:
        return None
    if match[0].isascii():
        return int(match[0])
    beginnings = (match[0][:length] for length in range(len(match[0]), 0, -1))
    return next(int(digits) for digits in map(han_number, beginnings) if digits.isascii())  # 十五六 is 15


def _latest_birth(party: Record) -> date | None:
    """Return the last possible day of birth, by the date of birth or the age; None if neither is known."""
    birth = dates.read(party.text("birth"))
    if birth.latest is not None or birth.earliest is not None:
        return birth.latest or date.max
    years, day = _years(party), dates.read(party.text("age_day")).latest
    return None if years is None or day is None else _moved(day, -years)


def _of_age(born: date) -> date:
    return _moved(born, OF_AGE)


def _moved(day: date, years: int) -> date:
    """Return the same day a number of years later, or earlier if `years` is negative.

    For 29 February, return 1 March if that year has no 29 February.
    """
    year = min(max(day.year + years, date.min.year), date.max.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def _speaks_for_minor(consent: Consent, party: Record) -> bool:
    """Tell whether a guardian agreed to naming the person, or the person agreed after coming of age."""
    if not consent.reaches(WITH_NAME):
        return False
    born, answered = _latest_birth(party), dates.read(consent.date).earliest
    grown = born is not None and answered is not None and answered >= _of_age(born)
    return consent.given_by == GUARDIAN or (consent.given_by == SELF and grown)
