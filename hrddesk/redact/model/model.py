"""The redacted model: the only data that the layout process receives.

The model is final. A profile chose every name, date, place and text in it, and nothing else of the vault is
in it: no ids, no desk references, no list of who has which label. Its canonical bytes decide the bytes of the
PDF, so that equal models give equal files.

The module `records.model.codec` writes and reads the model as JSON, with the version under `v`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar, Final

from hrddesk.errors.translatable import Translatable
from hrddesk.records.dates import dates
from hrddesk.records.language.labels import Chain, Labels, is_code
from hrddesk.records.model import codec, requirements
from hrddesk.records.model.requirements import Count
from hrddesk.redact.model import answer
from hrddesk.redact.model.case_sheet import CaseSheet
from hrddesk.redact.model.chapters import WHOLE, Chapters
from hrddesk.redact.model.issue import Issue
from hrddesk.redact.model.picture import Image

VERSION: Final = 1
Languages = Annotated[
    Chain,
    requirements.NOT_EMPTY,
    requirements.Requirement(
        Translatable("not language codes, each once"),
        lambda codes: all(map(is_code, codes)) and len({*codes}) == len(codes),
    ),
]
"""The languages of a publication in the order in which they are printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The numbers of published cases, people and events, and of people with a label.

    Groups, organisations and authorities do not count as people; they have numbers of their own.
    """

    cases: Count
    people: Count
    events: Count
    labelled: Count
    groups: Count
    groups_labelled: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactedModel:
    """A whole publication, redacted and final."""

    CONSTANTS: ClassVar = {"v": VERSION}

    languages: Languages
    """The languages of the publication; every text has all of these, or is the same in all languages."""
    as_of: date
    title: Labels
    cases: tuple[CaseSheet, ...]
    summary: Summary
    chapters: Chapters = WHOLE
    """The printed parts of the cases, and the other parts of the publication."""
    images: tuple[Image, ...] = ()
    """The pixels of all pictures, each once, in the order of their hashes."""
    issue: Issue | None = None
    """None for a publication outside a series, and for the first issue of a series."""

    def shown(self) -> set[str]:
        """Return the hashes of the images that the cases show."""
        return {picture.image for case in self.cases for picture in case.pictures}

    def canonical(self) -> bytes:
        """Return canonical JSON: UTF-8, sorted keys, no spaces, and only necessary escapes."""
        return codec.canonical(self)

    @classmethod
    def from_bytes(cls, data: bytes) -> "RedactedModel":
        """Read the model from JSON bytes.

        Raise ValueError if the bytes are no valid model; the message contains no value of the model.
        """
        model = codec.load(cls, data, "model")
        model._check_numbers()
        return model

    def _check_numbers(self) -> None:
        """Raise ValueError if an image belongs to no case, or if a number refers to no case, person or
        event.
        """
        if [image.sha256 for image in self.images] != sorted(self.shown()):
            raise ValueError("model.images: not those that the cases show")
        for entry in self.chapters.listed:
            case_number = entry.case
            if case_number >= len(self.cases) or not entry.stands_in(
                len(self.cases[case_number].people), len(self.cases[case_number].events)
            ):
                raise ValueError("model.chapters.listed: stands for nobody")
        for change in self.issue.changes if self.issue else ():
            people = self.cases[change.case].people if change.case < len(self.cases) else ()
            if change.person >= len(people) or people[change.person].labelled:
                raise ValueError("model.issue.changes: stands for nobody who is named")

    def strings(self) -> Iterator[str]:
        """Yield every string that may be printed in the languages of the model."""

        def each(*texts: Labels | None) -> Iterator[str]:
            for text in texts:
                if text is not None:
                    yield from text.together(self.languages)

        yield self.as_of.isoformat()
        yield from each(self.title)
        if self.issue is not None:
            yield from self.issue.strings()
        for case in self.cases:
            for person in case.people:
                yield from (name.text for name in person.name)
                for fact in person.facts:
                    yield from each(fact.value)
                yield from each(*answer.texts_of(person.answers))
            for event in case.events:
                yield from each(dates.said_in(event.date, self.languages))
                yield event.place
                yield from each(event.type, event.measure, event.facility, event.assertion)
                for participant in event.who:
                    yield from each(participant.role, participant.name)
                yield from each(*event.charges, *event.penalties, *event.terms)
                yield from each(*answer.texts_of(event.answers))
                yield from (text for note in event.sources for text in note.texts())
                yield from each(*(note.day(self.languages) for note in event.sources))
            yield from each(*answer.texts_of(case.answers))
            yield from (text for note in case.sources for text in note.texts())
            yield from each(*(note.day(self.languages) for note in case.sources))
            yield from case.texts
            for picture in case.pictures:
                yield from (picture.alt, picture.caption)
                yield from each(dates.said_in(picture.date, self.languages))
        yield from each(*self.chapters.words())
        for figure in self.chapters.figures:
            yield from (text for note in figure.sources for text in note.texts())
            yield from each(*(note.day(self.languages) for note in figure.sources))
