"""A warning about reviewed texts that reveal more of a labelled person than the rest of the publication.

A text keeps the words of its author: the day where the facts have the year, the village where the facts have
the province, and words for relatives. Only a reader can decide whether these words may stay.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from hrddesk.records.language.languages import Topic
from hrddesk.records.language.scripts import is_han
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.texts import wordings
from hrddesk.redact.detection.unknown_names import KnownPlaces, unknown_names
from hrddesk.redact.detection.villages import villages
from hrddesk.redact.drafting.draft import DraftCase
from hrddesk.redact.facts.facts import Facts, TextKey
from hrddesk.redact.facts.on_record import OnRecord, called
from hrddesk.redact.facts.places import Places
from hrddesk.redact.facts.terms import Terms
from hrddesk.redact.passages.pieces import Phrase, Pieces, slots
from hrddesk.redact.profile.profiles import Profile
from hrddesk.redact.texts.marks import Finer

_LEAST_LATIN: Final = 4  # letters of a place's name that is looked for in words
TITLE_FIELD: Final = "title"
"""The field name for words of the title, which is in no record."""
_NOT_TEXT: Final = "\0"  # stands for a label
_COUNTRY: Final = "country"

_FAMILY: Final = frozenset({Topic.KIN})


class Tells(StrEnum):
    """The kinds of additional detail in a text."""

    NAME = "name"
    DATE = "date"
    PLACE = "place"
    FAMILY = "family"


@dataclass(frozen=True, slots=True)
class Telling:
    """A text about labelled people, with words in it that reveal more about them; for this desk only."""

    record: RecordId
    field: str
    tells: Tells
    words: tuple[str, ...]
    """The words as they are written in the text, each once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Printed:
    """Words of a publication, and the cases to which they are related."""

    record: RecordId
    field: str
    pieces: Pieces
    cases: Sequence[RecordId]
    marked: bool = True
    """Whether a reader was shown which words may be names."""

    @property
    def text(self) -> str:
        return "".join(piece if isinstance(piece, str) else _NOT_TEXT for piece in self.pieces)


def telling_texts(
    facts: Facts,
    profile: Profile,
    texts: Mapping[TextKey, Pieces],
    drafted: Mapping[RecordId, DraftCase],
    labelled: Collection[RecordId],
    title: Phrase,
) -> tuple[Telling, ...]:
    """Return what the texts, the words of pictures and the title still reveal about people with a label.

    `title` is the one that was typed for the publication.
    """
    look = _DisclosureFinder(facts, profile)
    findings = []
    for words in (*_printed(facts, texts, drafted), *_of_title(title, drafted)):
        shown_parties = (
            [words.record]
            if facts.party(words.record) is not None
            else [person.party for case in words.cases for person in drafted[case].people]
        )
        if not any(
            party in labelled for party in (*shown_parties, *(party for _, party in slots(words.pieces)))
        ):
            continue
        for tells, excerpts in look.all(words, drafted):
            if once := tuple(dict.fromkeys(excerpts)):
                findings.append(Telling(words.record, words.field, tells, once))
    return tuple(findings)


def _printed(
    facts: Facts, texts: Mapping[TextKey, Pieces], drafted: Mapping[RecordId, DraftCase]
) -> Iterator[_Printed]:
    for (record_id, field), pieces in texts.items():
        yield _Printed(
            record=record_id, field=field, pieces=pieces, cases=_cases_of(facts.records[record_id], drafted)
        )
    for case, draft in drafted.items():
        for picture in draft.pictures:
            for field, pieces in (("alt", picture.alt), ("caption", picture.caption)):
                yield _Printed(
                    record=picture.evidence, field=field, pieces=pieces, cases=[case], marked=False
                )


def _of_title(title: Phrase, drafted: Mapping[RecordId, DraftCase]) -> Iterator[_Printed]:
    for pieces in title.pieces():
        yield _Printed(
            record=RecordId(""), field=TITLE_FIELD, pieces=pieces, cases=list(drafted), marked=False
        )


def _cases_of(record: Record, drafted: Mapping[RecordId, DraftCase]) -> list[RecordId]:
    """Return the published cases to which a text is related: for a person all cases of that person."""
    if record.kind is Kind.PARTY:
        return [
            case for case, draft in drafted.items() if record.id in (person.party for person in draft.people)
        ]
    case = record.id if record.kind is Kind.CASE else RecordId(record.text("case"))
    return [case] if case in drafted else []


class _DisclosureFinder:
    """Finds details in texts that are not in the printed facts."""

    def __init__(self, facts: Facts, profile: Profile) -> None:
        self._facts = facts
        self._profile = profile
        self._places = Places(facts, Terms(facts))
        self._on_record = OnRecord(facts, profile)

    def all(
        self, words: _Printed, drafted: Mapping[RecordId, DraftCase]
    ) -> Iterator[tuple[Tells, Iterable[str]]]:
        """Yield each kind of further detail with the words of the text that reveal it."""
        text = words.text
        beside = (
            piece
            for case in words.cases
            for event in drafted[case].events
            if event.place is not None
            for pieces in event.place.pieces()
            for piece in pieces
            if isinstance(piece, str)
        )
        if not words.marked:
            names = unknown_names(text, KnownPlaces(), self._on_record.is_no_person)
            yield Tells.NAME, (text[name.start : name.end] for name in names)
        yield Tells.DATE, (mark.words for mark in Finer(self._profile).dates(text))
        yield Tells.PLACE, self.places(text, words.cases, "\n".join(beside))
        yield Tells.FAMILY, (family_match.words for family_match in wordings.find(text, _FAMILY))

    def places(self, text: str, cases: Iterable[RecordId], printed: str) -> Iterator[str]:
        """Yield the names of places in a text that the printed places of its cases do not tell.

        They are finer places of these cases, and names of villages. `printed` has the words of the printed
        places; a name in it is left out.
        """
        folded = text.casefold()
        for name in dict.fromkeys(name for case in cases for name in self._untold(case)):
            long_enough = any(map(is_han, name)) or len(name) >= _LEAST_LATIN
            if long_enough and name not in printed and name.casefold() in folded:
                start = folded.index(name.casefold())
                yield text[start : start + len(name)]
        yield from (match[0] for match in villages().finditer(text) if match[0] not in printed)

    def _untold(self, case: RecordId) -> Iterator[str]:
        """Yield the names of a case's places: those finer than the printed ones, and those typed as text."""
        for event in self._facts.events_of(case):
            yield event.text("place_text").strip()
            told_place = self._places.told(event, self._profile)
            for step in self._places.steps(RecordId(event.text("place"))):
                if (told_place is not None and step.id == told_place.id) or self._places.kind_of(
                    step
                ) == _COUNTRY:
                    break
                yield from called(step)
