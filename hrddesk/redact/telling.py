"""Warn of reviewed texts that tell more of somebody labelled than the rest of the publication does.

A text keeps what its author wrote: the day where the facts say the year, the village where they say the
province, and whose mother somebody is. Whether that may stay only a reader can tell.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from hrddesk.records import wordings
from hrddesk.records.kinds import Kind
from hrddesk.records.languages import Topic
from hrddesk.records.record import Record, RecordId
from hrddesk.records.scripts import is_han
from hrddesk.redact.draft import DraftCase
from hrddesk.redact.facts import Facts, TextKey
from hrddesk.redact.patterns import plain_digits
from hrddesk.redact.pieces import Pieces, slots
from hrddesk.redact.places import Places
from hrddesk.redact.profiles import DateDetail, Profile
from hrddesk.redact.terms import Terms
from hrddesk.redact.text_dates import dates
from hrddesk.redact.villages import villages

_LEAST_LATIN: Final = 4  # letters of a place's name that is looked for in words
_NOT_TEXT: Final = "\0"  # stands for a label
_COUNTRY: Final = "country"

_FAMILY: Final = frozenset({Topic.KIN})


class Tells(StrEnum):
    """What a text tells besides."""

    DATE = "date"
    PLACE = "place"
    FAMILY = "family"


@dataclass(frozen=True, slots=True)
class Telling:
    """A text about labelled people, and words in it that tell more of them; for this desk's eyes only."""

    record: RecordId
    field: str
    tells: Tells
    words: tuple[str, ...]
    """Each once, as they stand there."""


def telling_texts(
    facts: Facts,
    profile: Profile,
    texts: Mapping[TextKey, Pieces],
    drafted: Mapping[RecordId, DraftCase],
    labelled: Collection[RecordId],
) -> tuple[Telling, ...]:
    """Return what the texts of a publication still tell of those who bear a label."""
    look = _Look(facts, profile)
    found = []
    for (record_id, field), pieces in texts.items():
        record = facts.records[record_id]
        near = _cases_of(record, drafted)
        shown = (
            [record.id]
            if record.kind is Kind.PARTY
            else [person.party for case in near for person in drafted[case].people]
        )
        if not any(party in labelled for party in (*shown, *(party for _, party in slots(pieces)))):
            continue
        text = "".join(piece if isinstance(piece, str) else _NOT_TEXT for piece in pieces)
        printed = "\n".join(
            piece
            for case in near
            for event in drafted[case].events
            if event.place is not None
            for pieces_told in event.place.pieces()
            for piece in pieces_told
            if isinstance(piece, str)
        )
        for tells, words in (
            (Tells.DATE, look.dates(plain_digits(text))),
            (Tells.PLACE, look.places(text, near, printed)),
            (Tells.FAMILY, [found.words for found in wordings.find(text, _FAMILY)]),
        ):
            if once := tuple(dict.fromkeys(words)):
                found.append(Telling(record_id, field, tells, once))
    return tuple(found)


def _cases_of(record: Record, drafted: Mapping[RecordId, DraftCase]) -> list[RecordId]:
    """Return the published cases that a text has to do with: of a person all in which they stand."""
    if record.kind is Kind.PARTY:
        return [
            case for case, draft in drafted.items() if record.id in (person.party for person in draft.people)
        ]
    case = record.id if record.kind is Kind.CASE else RecordId(record.text("case"))
    return [case] if case in drafted else []


class _Look:
    """Knows what the facts tell, and looks for more."""

    def __init__(self, facts: Facts, profile: Profile) -> None:
        self._facts = facts
        self._profile = profile
        self._places = Places(facts, Terms(facts))

    def dates(self, text: str) -> Iterator[str]:
        """Yield dates that are more precise than those of events."""
        told = "event.date" in self._profile.fields
        finer = dates(self._profile.event_dates if told else DateDetail.NONE)
        return iter(()) if finer is None else _matched(finer, text)

    def places(self, text: str, cases: Iterable[RecordId], printed: str) -> Iterator[str]:
        """Yield places of these cases that their facts do not tell, and whatever else is called a village."""
        folded = text.casefold()
        for name in dict.fromkeys(name for case in cases for name in self._untold(case)):
            long_enough = any(map(is_han, name)) or len(name) >= _LEAST_LATIN
            if long_enough and name not in printed and name.casefold() in folded:
                at = folded.index(name.casefold())
                yield text[at : at + len(name)]
        yield from (words for words in _matched(villages(), text) if words not in printed)

    def _untold(self, case: RecordId) -> Iterator[str]:
        """Yield the names of places of a case that are smaller than what is told of them."""
        for event in self._facts.events_of(case):
            yield event.text("place_text").strip()
            told = self._places.told(event, self._profile)
            for step in self._places.steps(RecordId(event.text("place"))):
                if (told is not None and step.id == told.id) or self._places.kind_of(step) == _COUNTRY:
                    break
                yield from step.labels.values()
                yield from (str(alias.get("text", "")) for alias in step.values("aliases"))


def _matched(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    return (match[0] for match in pattern.finditer(text))
