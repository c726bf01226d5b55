"""The list by sentence band: to what somebody was sentenced last, as far as that is published.

Of the gravest kind the latest counts. Earlier ones stand beside it unless a later one replaces them: the
record says so, since a second sentence may as well be added to the first. So do penalties less grave: a fine
or a confiscation replaces no prison.

Also what stays of a case where its sheet is not printed: only what the list and the timeline take from it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Final

from hrddesk.records.model.record import RecordId
from hrddesk.redact.drafting.draft import DraftCase, DraftEvent, DraftPerson
from hrddesk.redact.facts.terms import NO_DAY
from hrddesk.redact.model.chapters import Band, Chapter, Listed

_ORDER: Final[Mapping[Band, int]] = {band: at for at, band in enumerate(Band)}


def trimmed(draft: DraftCase, parts: Collection[Chapter]) -> DraftCase | None:
    """Return what the printed parts need of a case; None where that is nothing."""
    if Chapter.SHEETS in parts:
        return draft
    dated = Chapter.TIMELINE in parts
    listed = Chapter.LIST in parts
    if not (dated or listed):
        return None
    events = [_bare(event, listed) for event in draft.events if dated or event.band is not None]
    people = tuple(DraftPerson(person.party, ()) for person in draft.people)
    return DraftCase(people=people, events=tuple(events), text=()) if events or (people and listed) else None


def _bare(event: DraftEvent, listed: bool) -> DraftEvent:
    sentence = listed and event.band is not None
    return replace(
        event,
        measure=None,
        facility=None,
        who=tuple(part for part in event.who if part.victim),
        charges=event.charges if sentence else (),
        penalties=event.penalties if sentence else (),
        terms=(),
        text=(),
        answers=(),
        sources=(),
    )


Stands = tuple[RecordId, Listed, int]
"""Who is listed, where, and the first day of the sentence; that of nobody's sentence is `NO_DAY`."""


def listed_in(number: int, people: Iterable[DraftPerson], events: Iterable[DraftEvent]) -> Iterable[Stands]:
    """Yield where each person of the case with this number stands; both come in their printed order."""
    persons, happened = list(people), list(events)
    for at, person in enumerate(persons):
        ranked = sorted(
            (gravity(event.band), -1 if event.day == NO_DAY else event.day, place)
            for place, event in enumerate(happened)
            if event.band is not None and concerns(event, person.party, alone=len(persons) == 1)
        )
        if not ranked:
            yield person.party, Listed(band=Band.NONE, case=number, person=at, event=None), NO_DAY
            continue
        gravest, _, last = ranked[-1]
        event = happened[last]
        assert event.band is not None
        equal = [place for grave, _, place in ranked if grave == gravest]
        replaced = max((at for at, place in enumerate(equal) if happened[place].replaces), default=0)
        also = tuple(sorted({place for _, _, place in ranked} - {last, *equal[:replaced]}))
        yield person.party, Listed(band=event.band, case=number, person=at, event=last, also=also), event.day


def gravity(band: Band) -> int:
    """Return how grave a band is: 2 for death and prison, 1 for a detention, 0 for what leaves free."""
    return 0 if band in (Band.OTHER, Band.NONE) else 1 if band is Band.DETENTION else 2


def concerns(event: DraftEvent, party: RecordId, *, alone: bool) -> bool:
    """Tell whether an event happened to somebody: to a victim of it, or to whom alone the case is about."""
    victims = [part.party for part in event.who if part.victim]
    return party in victims or (alone and not victims)


def listed_once(stands: Iterable[Stands]) -> tuple[Listed, ...]:
    """Return the list in its order: everybody once, by the latest of the gravest wherever that stands."""
    best_by_party: dict[RecordId, tuple[tuple[bool, int, int, int], Listed, int]] = {}
    for party, entry, day in stands:
        day_rank = -1 if day == NO_DAY else day
        rank = (entry.event is not None, gravity(entry.band), day_rank, -entry.case)
        if party not in best_by_party or rank > best_by_party[party][0]:
            best_by_party[party] = rank, entry, day
    ordered = sorted(
        best_by_party.values(), key=lambda item: (_ORDER[item[1].band], item[2], item[1].case, item[1].person)
    )
    return tuple(entry for _, entry, _ in ordered)
