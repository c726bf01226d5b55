"""The redacted model: the only thing that the layout process ever sees.

It is final. Every name, date, place and text in it was chosen by a profile, and nothing else of the
vault is in it: no ids, no desk references, no map of labels. Its canonical bytes decide the bytes of
the PDF, so two models that are equal give equal files.

JSON, version 1 (`to_json`, `from_json`; unknown and missing keys are refused)::

    {"v": 1, "language": "en|zh|both", "as_of": "2020-12-31", "title": {"en", "zh"},
     "cases": [Case, see `case_sheet`],
     "summary": {"cases": n, "people": n, "events": n, "labelled": n, "groups": n, "groups_labelled": n},
     "chapters": Chapters (see `chapters`), "images": [base64 of a JPEG, see `picture`],
     "issue": Issue (see `issue`)|null}
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from hrddesk.redact import answer, shapes
from hrddesk.redact.bilingual import Bilingual as Bilingual
from hrddesk.redact.bilingual import Language as Language
from hrddesk.redact.bilingual import date_in_words
from hrddesk.redact.case_sheet import Case
from hrddesk.redact.chapters import WHOLE, Chapters
from hrddesk.redact.issue import Issue
from hrddesk.redact.picture import Image

VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Summary:
    """How many cases, people and events are published, and how many people bear a label.

    Groups, organisations and authorities are no people, and are counted apart.
    """

    cases: int
    people: int
    events: int
    labelled: int
    groups: int
    groups_labelled: int

    def to_json(self) -> dict[str, object]:
        """Return the JSON object."""
        return {
            "cases": self.cases,
            "people": self.people,
            "events": self.events,
            "labelled": self.labelled,
            "groups": self.groups,
            "groups_labelled": self.groups_labelled,
        }

    @classmethod
    def from_json(cls, value: object, where: str = "summary") -> "Summary":
        """Read the JSON object; raise ValueError on any other shape."""
        fields = shapes.fields(
            value, where, "cases", "people", "events", "labelled", "groups", "groups_labelled"
        )
        return cls(*(shapes.count(fields[name], f"{where}.{name}") for name in fields))


@dataclass(frozen=True, slots=True)
class RedactedModel:
    """A whole publication, redacted and final."""

    language: Language
    as_of: date
    title: Bilingual
    cases: tuple[Case, ...]
    summary: Summary
    chapters: Chapters = WHOLE
    """What is printed of the cases, and what stands in the publication besides."""
    images: tuple[Image, ...] = ()
    """The pixels of all pictures, each once, in the order of their hashes."""
    issue: Issue | None = None
    """None for a publication that stands for itself, and for the first of a series."""

    def to_json(self) -> dict[str, object]:
        """Return the JSON object of the present version."""
        return {
            "v": VERSION,
            "language": self.language.value,
            "as_of": self.as_of.isoformat(),
            "title": self.title.to_json(),
            "cases": [case.to_json() for case in self.cases],
            "summary": self.summary.to_json(),
            "chapters": self.chapters.to_json(),
            "images": [image.to_json() for image in self.images],
            "issue": None if self.issue is None else self.issue.to_json(),
        }

    @classmethod
    def from_json(cls, value: object) -> "RedactedModel":
        """Read the JSON object; raise ValueError, whose message holds no value, on any other shape."""
        names = ("v", "language", "as_of", "title", "cases", "summary", "chapters", "images", "issue")
        fields = shapes.fields(value, "model", *names)
        version = fields["v"]
        if version != VERSION or isinstance(version, bool | float):
            raise ValueError("model.v: not a version that is known")
        issue = fields["issue"]
        model = cls(
            shapes.code(Language, fields["language"], "model.language"),
            shapes.day(fields["as_of"], "model.as_of"),
            Bilingual.from_json(fields["title"], "model.title"),
            tuple(Case.from_json(case) for case in shapes.items(fields["cases"], "model.cases")),
            Summary.from_json(fields["summary"]),
            Chapters.from_json(fields["chapters"]),
            tuple(Image.from_json(image) for image in shapes.items(fields["images"], "model.images")),
            None if issue is None else Issue.from_json(issue),
        )
        if [image.sha256 for image in model.images] != sorted(model.shown()):
            raise ValueError("model.images: not those that the cases show")
        for entry in model.chapters.listed:
            at = entry.case
            if at >= len(model.cases) or not entry.stands_in(
                len(model.cases[at].people), len(model.cases[at].events)
            ):
                raise ValueError("model.chapters.listed: stands for nobody")
        for change in model.issue.changes if model.issue else ():
            people = model.cases[change.case].people if change.case < len(model.cases) else ()
            if change.person >= len(people) or people[change.person].labelled:
                raise ValueError("model.issue.changes: stands for nobody who is named")
        return model

    def shown(self) -> set[str]:
        """Return the hashes of the images that the cases show."""
        return {picture.image for case in self.cases for picture in case.pictures}

    def canonical(self) -> bytes:
        """Return canonical JSON: UTF-8, sorted keys, no spaces, nothing escaped that need not be."""
        return canonical_json(self.to_json())

    @classmethod
    def from_bytes(cls, data: bytes) -> "RedactedModel":
        """Read JSON bytes; raise ValueError, whose message holds no value, when they are no model."""
        try:
            value = json.loads(data.decode("utf-8"), object_pairs_hook=_unique)
        except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
            # Not chained: those errors carry the document.
            raise ValueError("model: not JSON in UTF-8") from None
        return cls.from_json(value)

    def strings(self) -> Iterator[str]:
        """Yield every string that may stand on a page in the language of the model."""

        def both(*texts: Bilingual | None) -> Iterator[str]:
            for text in texts:
                if text is not None:
                    yield from text.in_languages(self.language)

        yield self.as_of.isoformat()
        yield from both(self.title)
        if self.issue is not None:
            yield from self.issue.strings()
        for case in self.cases:
            for person in case.people:
                yield from (name.text for name in person.name)
                for fact in person.facts:
                    yield from both(fact.value)
                yield from both(*answer.texts_of(person.answers))
            for event in case.events:
                yield from both(date_in_words(event.date))
                yield event.place
                yield from both(event.type, event.form, event.assertion)
                for participant in event.who:
                    yield from both(participant.role, participant.name)
                yield from both(*event.charges, *event.penalties, *event.terms)
                yield from both(*answer.texts_of(event.answers))
            yield from both(*answer.texts_of(case.answers))
            yield from case.texts
            for picture in case.pictures:
                yield from (picture.alt, picture.caption)
                yield from both(date_in_words(picture.date))
        yield from both(*self.chapters.words())


def canonical_json(value: object) -> bytes:
    """Return `value` as canonical JSON bytes."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8")


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("model: a key stands twice")
    return result
