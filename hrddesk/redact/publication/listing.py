"""The list of people by sentence band: the valid sentence of each person, as far as it is published.

If several penalties are equally grave, the latest sentence counts. Earlier sentences are listed
beside the latest one, because a later sentence may be added to an earlier one. They are not listed if a
record states that a later sentence replaces them. Less grave penalties are listed beside the sentence, too: a
fine or a confiscation replaces no prison term.

The module also reduces a case whose sheet is not printed to what the list and the timeline need.
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
    """Return the parts of a case that the printed chapters need, or None if they need no part."""
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
"""A listed person, the entry, and the first day of the sentence; without a sentence it is `NO_DAY`."""


def listed_in(number: int, people: Iterable[DraftPerson], events: Iterable[DraftEvent]) -> Iterable[Stands]:
    """Yield the list entry of each person in the case with this number.

    `people` and `events` must be in their printed order.
    """
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
    """Return the gravity of a sentence band.

    It is 2 for death and prison, 1 for a detention, and 0 for penalties without detention.
    """
    return 0 if band in (Band.OTHER, Band.NONE) else 1 if band is Band.DETENTION else 2


def concerns(event: DraftEvent, party: RecordId, *, alone: bool) -> bool:
    """Tell whether an event happened to a party: the party is a victim of it.

    If the event has no victims, it happened to a party who is `alone`: the only person of the case.
    """
    victims = [part.party for part in event.who if part.victim]
    return party in victims or (alone and not victims)


def listed_once(stands: Iterable[Stands]) -> tuple[Listed, ...]:
    """Return the list in its printed order, with one entry for each person.

    It is the entry with the gravest sentence in any case, and with the latest of equally grave sentences.
    """
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
