"""The content of a model that its pages show, if some chapters are left out.

The model has what any of the chapters needs. Its other formats include every event as a whole: they use this
reduced model, so that they do not tell the place of a trial if only the list by sentence is printed.
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
    """Return the model with only those events and details that its pages show.

    Of the list alone every line becomes a case: the pages do not show who was together in one.
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
    """Return the people of a case whom the pages name: in the timeline alone the first few."""
    is_complete = Chapter.SHEETS in parts or Chapter.LIST in parts
    return case.people if is_complete else case.people[:NAMES_IN_HEADING]


def _dated(event: Event, people: Collection[PublishedPerson], *, listed: bool) -> Event:
    """Return what the timeline tells of an event, and the list of one that says a sentence."""
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
    """Yield to whom an event happened as the timeline says it: the first few, none for everybody."""
    victims = [part for part in event.who if part.victim]
    if len(victims) < len(people):
        yield from victims[:NAMES_IN_HEADING]


def _line(entry: Listed, model: RedactedModel) -> CaseSheet:
    """Return what a line of the list tells as a case of its own."""
    case = model.cases[entry.case]
    events: tuple[Event, ...] = ()
    if entry.event is not None:
        event = case.events[entry.event]
        charges, penalties = charges_of(entry, case), penalties_of(entry, case)
        events = (Event(date=event.date, type=_NOTHING, charges=charges, penalties=penalties),)
    return CaseSheet(people=(case.people[entry.person],), events=events)


def penalties_of(entry: Listed, case: CaseSheet) -> tuple[Labels, ...]:
    """Return the penalties that a line of the list tells, each once: those of the sentence first."""
    return tuple(dict.fromkeys(item for event in entry.events for item in case.events[event].penalties))


def charges_of(entry: Listed, case: CaseSheet) -> tuple[Labels, ...]:
    """Return the charges of these penalties, each once."""
    return tuple(dict.fromkeys(item for event in entry.events for item in case.events[event].charges))
