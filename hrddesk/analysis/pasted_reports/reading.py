"""The reading of a pasted report: people, events, dates, places and charges, all to be confirmed by the
user.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from hrddesk.analysis.pasted_reports.facts import ReportedFact, charges_of, dates_of, places_of
from hrddesk.analysis.pasted_reports.happenings import ReportedEvent, happenings_of
from hrddesk.analysis.pasted_reports.people import ReportedPerson, people_of
from hrddesk.records.terms.words import Words

LONGEST: Final = 2_000_000
"""The maximum length of a report, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReading:
    """The proposals from a text; the ids of proposals are the same each time the same text is read."""

    people: tuple[ReportedPerson, ...]
    dates: tuple[ReportedFact, ...]
    charges: tuple[ReportedFact, ...]
    places: tuple[ReportedFact, ...]
    happenings: tuple[ReportedEvent, ...]

    def person(self, proposal: str) -> ReportedPerson:
        """Return the person that is proposed under an id ("p1"); raise KeyError if there is none."""
        return self.people[_index("p", proposal, len(self.people))]

    def happening(self, proposal: str) -> ReportedEvent:
        """Return the event that is proposed under an id ("e1"); raise KeyError if there is none."""
        return self.happenings[_index("e", proposal, len(self.happenings))]

    def to_json(self) -> dict[str, Any]:
        """Return the proposals as JSON values."""
        return {
            "people": [_person(number, person) for number, person in enumerate(self.people, 1)],
            "events": [_event(number, event) for number, event in enumerate(self.happenings, 1)],
            "dates": [fact.to_json() for fact in self.dates],
            "charges": [fact.to_json() for fact in self.charges],
            "places": [fact.to_json() for fact in self.places],
        }


def read(text: str, words: Words, year: int | None = None) -> ReportReading:
    """Return the proposals from a report; `year` is the year of dates without a year.

    Only quotes of the text are kept.
    """
    people = people_of(text)
    dates, charges, places = dates_of(text, year), charges_of(text, words), places_of(text)
    happened = happenings_of(text, people, dates, charges, places)
    return ReportReading(
        people=tuple(people),
        dates=tuple(dates),
        charges=tuple(charges),
        places=tuple(places),
        happenings=tuple(happened),
    )


def _index(letter: str, proposal: str, count: int) -> int:
    number = proposal.removeprefix(letter)
    if not proposal.startswith(letter) or not number.isdecimal() or len(number) > 9:
        raise KeyError(proposal)
    if not 1 <= int(number) <= count:
        raise KeyError(proposal)
    return int(number) - 1


def _person(number: int, person: ReportedPerson) -> Mapping[str, Any]:
    return {
        "id": f"p{number}",
        "names": [dict(element) for element in person.names],
        "certain": person.is_certain,
        "occupations": list(person.occupations),
        "passages": [passage.to_json() for passage in person.passages],
    }


def _event(number: int, event: ReportedEvent) -> Mapping[str, Any]:
    return {
        "id": f"e{number}",
        "type": event.type,
        "people": [f"p{index + 1}" for index in event.people],
        "candidates": [f"p{index + 1}" for index in event.candidates],
        "date": None if event.date is None else event.date.to_json(),
        "place": None if event.place is None else event.place.to_json(),
        "charges": [fact.to_json() for fact in event.charges],
        "word": event.word.to_json(),
        **event.sentence.to_json(),
    }
