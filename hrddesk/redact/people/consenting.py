"""What consent means for a publication: who has a label whatever anybody decides, and whom nobody asked.

Who must not be published at all stands in `Facts.withheld`.
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
    """What the answers of people mean on a day."""

    unnamed: frozenset[RecordId]
    """Who agreed to be published without name only, whose yes expired or is of a day to come, and minors
    without a guardian's."""
    unasked: frozenset[RecordId]
    """People who gave no answer, and whom no public document names."""

    def labelled(self, profile: Profile) -> frozenset[RecordId]:
        """Return who has a label under a profile because of what was answered, or was not."""
        return self.unnamed | self.unasked if profile.consent_needed else self.unnamed


def consenting(facts: Facts, today: date) -> Consenting:
    """Read the answers of all people; who was a minor is told by the events of the chosen cases."""
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
    """Tell whether a picture of these people may go out: not if one of them answered, and not with pictures.

    Nor does it where such an answer has ended.
    """
    answered = (party for party in people if party.lists.get(CONSENTS))
    current_consents = (consents.current(party, today) for party in answered)
    return all(item.is_unanswered or item.pictures for item in current_consents)


def _minors(facts: Facts, today: date) -> Iterable[RecordId]:
    """Yield who was or may have been under age at an event of a chosen case that they belong to.

    What has no day is taken for as early as the first event of the case that has one.
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
    """Return the age as it is printed, in digits or in Chinese; None where none can be read."""
    match = _YEARS.search(unicodedata.normalize("NFKC", party.text("age")))
    if match is None:
        return None
    if match[0].isascii():
        return int(match[0])
    beginnings = (match[0][:length] for length in range(len(match[0]), 0, -1))
    return next(int(digits) for digits in map(han_number, beginnings) if digits.isascii())  # 十五六 is 15


def _latest_birth(party: Record) -> date | None:
    """Return the last day on which somebody can have been born, as far as birth or age tell."""
    birth = dates.read(party.text("birth"))
    if birth.latest is not None or birth.earliest is not None:
        return birth.latest or date.max
    years, day = _years(party), dates.read(party.text("age_day")).latest
    return None if years is None or day is None else _moved(day, -years)


def _of_age(born: date) -> date:
    return _moved(born, OF_AGE)


def _moved(day: date, years: int) -> date:
    """Return the same day some years before or after; of 29 February the next one, which is the later."""
    year = min(max(day.year + years, date.min.year), date.max.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def _speaks_for_minor(consent: Consent, party: Record) -> bool:
    """Tell whether a guardian agreed to the name, or the person did after coming of age."""
    if not consent.reaches(WITH_NAME):
        return False
    born, answered = _latest_birth(party), dates.read(consent.date).earliest
    grown = born is not None and answered is not None and answered >= _of_age(born)
    return consent.given_by == GUARDIAN or (consent.given_by == SELF and grown)
