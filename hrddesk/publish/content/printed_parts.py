"""The reduction of a model to what its pages show if some chapters are left out.

A model contains all that any chapter may need, but its pages may show only some details of an event. Other
formats, such as tables, show every detail of a model. They are made from the reduced model, so that they tell
no more than the pages: for example, not the place of a trial if only the list by sentence is printed.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from hrddesk.publish.content.phrasing import NAMES_IN_HEADING
from hrddesk.records.language.labels import Labels
from hrddesk.redact.model.case_sheet import CaseSheet, Event, Participant, PublishedPerson
from hrddesk.redact.model.chapters import Chapter, Listed
from hrddesk.redact.model.model import RedactedModel

_NOTHING = Labels()


def as_printed(model: RedactedModel) -> RedactedModel:
    """Return the model with only the events and details that its pages show.

    If the list by sentence is the only chapter, every line of the list becomes a case of its own, because the
    pages do not show which people were together in a case.
    """
    parts = model.chapters.parts
    if Chapter.SHEETS in parts:
        return model
    if Chapter.TIMELINE in parts:
        sentences = {(entry.case, event) for entry in model.chapters.listed for event in entry.events}
        cases = tuple(
            replace(
                case,
                events=tuple(
                    _dated(event, case.people, listed=(number, index) in sentences)
                    for index, event in enumerate(case.events)
                ),
            )
            for number, case in enumerate(model.cases)
        )
        return replace(model, cases=cases)
    lines = [(entry, _line(entry, model)) for entry in model.chapters.listed]
    listed = tuple(
        Listed(band=entry.band, case=index, person=0, event=0 if line.events else None)
        for index, (entry, line) in enumerate(lines)
    )
    chapters = replace(model.chapters, listed=listed)
    return replace(model, cases=tuple(line for _, line in lines), chapters=chapters)


def people_told(case: CaseSheet, parts: Collection[Chapter]) -> tuple[PublishedPerson, ...]:
    """Return the people of a case whom the pages name.

    If the timeline is the only chapter, it names only the first few people.
    """
    is_complete = Chapter.SHEETS in parts or Chapter.LIST in parts
    return case.people if is_complete else case.people[:NAMES_IN_HEADING]


def _dated(event: Event, people: Collection[PublishedPerson], *, listed: bool) -> Event:
    """Return an event with only those details that the timeline shows.

    If `listed` is set, keep the charges and penalties too, since the list by sentence shows them.
    """
    return Event(
        date=event.date,
        type=event.type,
        place=event.place,
        who=tuple(_victims(event, people)),
        charges=event.charges if listed else (),
        penalties=event.penalties if listed else (),
        assertion=event.assertion,
    )


def _victims(event: Event, people: Collection[PublishedPerson]) -> Iterator[Participant]:
    """Yield the first few victims of an event, or none if all people of the case are its victims."""
    victims = [part for part in event.who if part.victim]
    if len(victims) < len(people):
        yield from victims[:NAMES_IN_HEADING]


def _line(entry: Listed, model: RedactedModel) -> CaseSheet:
    """Return a case that contains only what one line of the list by sentence shows."""
    case = model.cases[entry.case]
    events: tuple[Event, ...] = ()
    if entry.event is not None:
        event = case.events[entry.event]
        charges, penalties = charges_of(entry, case), penalties_of(entry, case)
        events = (Event(date=event.date, type=_NOTHING, charges=charges, penalties=penalties),)
    return CaseSheet(people=(case.people[entry.person],), events=events)


def penalties_of(entry: Listed, case: CaseSheet) -> tuple[Labels, ...]:
    """Return the penalties in a line of the list, each once; those of the sentence itself are first."""
    return tuple(dict.fromkeys(item for event in entry.events for item in case.events[event].penalties))


def charges_of(entry: Listed, case: CaseSheet) -> tuple[Labels, ...]:
    """Return the charges of the events whose penalties are in a line of the list, each once."""
    return tuple(dict.fromkeys(item for event in entry.events for item in case.events[event].charges))
