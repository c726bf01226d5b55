"""The published content of one case: its people, events, texts and pictures, all redacted."""

from dataclasses import dataclass
from typing import Annotated

from hrddesk.errors.translatable import Translatable
from hrddesk.records.language.labels import Labels
from hrddesk.records.model import requirements
from hrddesk.redact.model.answer import PublishedAnswer
from hrddesk.redact.model.picture import PrintedPicture
from hrddesk.redact.model.source_note import Note


@dataclass(frozen=True, slots=True)
class Name:
    """One published form of a name; `script` is an ISO 15924 code."""

    text: str
    script: Annotated[str, requirements.matching("[A-Z][a-z]{3}", Translatable("not a script code"))]


@dataclass(frozen=True, slots=True)
class PublishedFact:
    """One published fact of a person; `field` is a code that the captions translate."""

    field: str
    value: Labels


@dataclass(frozen=True, slots=True)
class PublishedPerson:
    """A person in a published case: one or several forms of the name, or the label in its place."""

    name: Annotated[tuple[Name, ...], requirements.NOT_EMPTY]
    labelled: bool
    facts: tuple[PublishedFact, ...] = ()
    answers: tuple[PublishedAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """A participant of a published event; `name` is the published name or the label."""

    role: Labels
    name: Labels
    victim: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event as published; `date` is the published date as text, or "" without one."""

    date: str
    type: Labels
    measure: Labels | None = None
    facility: Labels | None = None
    place: str = ""
    who: tuple[Participant, ...] = ()
    charges: tuple[Labels, ...] = ()
    penalties: tuple[Labels, ...] = ()
    terms: tuple[Labels, ...] = ()
    assertion: Labels | None = None
    answers: tuple[PublishedAnswer, ...] = ()
    sources: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSheet:
    """One case sheet; its parts are in the order in which they are printed."""

    people: tuple[PublishedPerson, ...]
    events: tuple[Event, ...] = ()
    texts: tuple[str, ...] = ()
    pictures: tuple[PrintedPicture, ...] = ()
    answers: tuple[PublishedAnswer, ...] = ()
    sources: tuple[Note, ...] = ()
    """The source notes of the case and its people; an event has its own."""
