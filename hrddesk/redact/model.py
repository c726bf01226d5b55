"""The redacted model: the only thing that the layout process ever sees.

It is final. Every name, date, place and text in it was chosen by a profile, and nothing else of the
vault is in it: no ids, no desk references, no map of labels. Its canonical bytes decide the bytes of
the PDF, so two models that are equal give equal files.

JSON, version 2 (`to_json`, `from_json`; unknown and missing keys are refused)::

    {"v": 2, "language": "en|zh|both", "as_of": "2020-12-31", "title": {"en", "zh"},
     "cases": [{"people": [Person], "events": [Event], "texts": [str], "pictures": [Picture], Answers}],
     "summary": {"cases": n, "people": n, "events": n, "labelled": n, "groups": n, "groups_labelled": n},
     "chapters": Chapters (see `chapters`), "images": [base64 of a JPEG, see `picture`],
     "issue": Issue (see `issue`)|null}
    Person: {"name": [{"text", "script"}], "labelled": bool, "facts": [{"field", "value": {"en", "zh"}}],
             Answers}
    Event:  {"date": str, "type": {"en", "zh"}, "form": {"en", "zh"}|null, "place": str,
             "who": [{"role": {"en", "zh"}, "name": {"en", "zh"}}], "charges": [{"en", "zh"}],
             "penalties": [{"en", "zh"}], "terms": [{"en", "zh"}], "assertion": {"en", "zh"}|null,
             Answers}
    Answers: "answers", where there are any (see `answer`)
    Picture: {"image": SHA-256 of one of the images, "alt": str, "caption": str, "date": str}

Version 1, which the vault keeps of earlier publications, has neither chapters nor pictures nor issues.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from hrddesk.redact import answer, shapes
from hrddesk.redact.answer import ANSWERS, Answer
from hrddesk.redact.bilingual import Bilingual as Bilingual
from hrddesk.redact.bilingual import Language as Language
from hrddesk.redact.chapters import ONLY_SHEETS, WHOLE, Chapters
from hrddesk.redact.issue import Issue
from hrddesk.redact.picture import Image, Picture

VERSION: Final = 2
_FIRST: Final = 1
"""The version that publications of before have: case sheets and nothing besides."""
_SCRIPT = re.compile(r"[A-Z][a-z]{3}")  # ISO 15924


@dataclass(frozen=True, slots=True)
class Name:
    """One published form of a name, with its script (ISO 15924)."""

    text: str
    script: str

    def to_json(self) -> dict[str, object]:
        """Return the JSON object."""
        return {"text": self.text, "script": self.script}

    @classmethod
    def from_json(cls, value: object, where: str = "name") -> "Name":
        """Read the JSON object; raise ValueError on any other shape."""
        fields = shapes.fields(value, where, "text", "script")
        script = shapes.string(fields["script"], f"{where}.script")
        if not _SCRIPT.fullmatch(script):
            raise ValueError(f"{where}.script: not a script code")
        return cls(shapes.string(fields["text"], f"{where}.text"), script)


@dataclass(frozen=True, slots=True)
class Fact:
    """One published fact of a person; `field` is a code that the captions translate."""

    field: str
    value: Bilingual

    def to_json(self) -> dict[str, object]:
        """Return the JSON object."""
        return {"field": self.field, "value": self.value.to_json()}

    @classmethod
    def from_json(cls, value: object, where: str = "fact") -> "Fact":
        """Read the JSON object; raise ValueError on any other shape."""
        fields = shapes.fields(value, where, "field", "value")
        return cls(
            shapes.string(fields["field"], f"{where}.field"),
            Bilingual.from_json(fields["value"], f"{where}.value"),
        )


@dataclass(frozen=True, slots=True)
class Person:
    """A person of a case: one or several published forms of the name, or the label in its place."""

    name: tuple[Name, ...]
    labelled: bool
    facts: tuple[Fact, ...] = ()
    answers: tuple[Answer, ...] = ()

    def to_json(self) -> dict[str, object]:
        """Return the JSON object."""
        return {
            "name": [name.to_json() for name in self.name],
            "labelled": self.labelled,
            "facts": [fact.to_json() for fact in self.facts],
            **answer.in_json(self.answers),
        }

    @classmethod
    def from_json(cls, value: object, where: str = "person") -> "Person":
        """Read the JSON object; raise ValueError on any other shape, or on a person without a name."""
        fields = shapes.fields(value, where, "name", "labelled", "facts", optional=(ANSWERS,))
        names = shapes.items(fields["name"], f"{where}.name")
        if not names:
            raise ValueError(f"{where}.name: empty")
        if not isinstance(fields["labelled"], bool):
            raise ValueError(f"{where}.labelled: not true or false")
        return cls(
            tuple(Name.from_json(name, f"{where}.name") for name in names),
            fields["labelled"],
            tuple(Fact.from_json(fact, f"{where}.facts") for fact in shapes.items(fields["facts"], where)),
            answer.from_fields(fields, where),
        )


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part in an event, by the name or label that is published."""

    role: Bilingual
    name: Bilingual

    def to_json(self) -> dict[str, object]:
        """Return the JSON object."""
        return {"role": self.role.to_json(), "name": self.name.to_json()}

    @classmethod
    def from_json(cls, value: object, where: str = "who") -> "Participant":
        """Read the JSON object; raise ValueError on any other shape."""
        fields = shapes.fields(value, where, "role", "name")
        return cls(
            Bilingual.from_json(fields["role"], f"{where}.role"),
            Bilingual.from_json(fields["name"], f"{where}.name"),
        )


@dataclass(frozen=True, slots=True)
class Event:
    """One event as published; the date is the text that was typed, or empty."""

    date: str
    type: Bilingual
    form: Bilingual | None = None
    place: str = ""
    who: tuple[Participant, ...] = ()
    charges: tuple[Bilingual, ...] = ()
    penalties: tuple[Bilingual, ...] = ()
    terms: tuple[Bilingual, ...] = ()
    assertion: Bilingual | None = None
    answers: tuple[Answer, ...] = ()

    def to_json(self) -> dict[str, object]:
        """Return the JSON object."""
        return {
            "date": self.date,
            "type": self.type.to_json(),
            "form": self.form.to_json() if self.form else None,
            "place": self.place,
            "who": [participant.to_json() for participant in self.who],
            "charges": [charge.to_json() for charge in self.charges],
            "penalties": [penalty.to_json() for penalty in self.penalties],
            "terms": [term.to_json() for term in self.terms],
            "assertion": self.assertion.to_json() if self.assertion else None,
            **answer.in_json(self.answers),
        }

    @classmethod
    def from_json(cls, value: object, where: str = "event") -> "Event":
        """Read the JSON object; raise ValueError on any other shape."""
        names = ("date", "type", "form", "place", "who", "charges", "penalties", "terms", "assertion")
        fields = shapes.fields(value, where, *names, optional=(ANSWERS,))

        def optional(name: str) -> Bilingual | None:
            return None if fields[name] is None else Bilingual.from_json(fields[name], f"{where}.{name}")

        def several(name: str) -> tuple[Bilingual, ...]:
            label = f"{where}.{name}"
            return tuple(Bilingual.from_json(item, label) for item in shapes.items(fields[name], label))

        return cls(
            date=shapes.string(fields["date"], f"{where}.date"),
            type=Bilingual.from_json(fields["type"], f"{where}.type"),
            form=optional("form"),
            place=shapes.string(fields["place"], f"{where}.place"),
            who=tuple(
                Participant.from_json(item, f"{where}.who")
                for item in shapes.items(fields["who"], f"{where}.who")
            ),
            charges=several("charges"),
            penalties=several("penalties"),
            terms=several("terms"),
            assertion=optional("assertion"),
            answers=answer.from_fields(fields, where),
        )


@dataclass(frozen=True, slots=True)
class Case:
    """One case sheet; cases and what is in them stand in the order in which they are printed."""

    people: tuple[Person, ...]
    events: tuple[Event, ...] = ()
    texts: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    answers: tuple[Answer, ...] = ()

    def to_json(self) -> dict[str, object]:
        """Return the JSON object."""
        return {
            "people": [person.to_json() for person in self.people],
            "events": [event.to_json() for event in self.events],
            "texts": list(self.texts),
            "pictures": [picture.to_json() for picture in self.pictures],
            **answer.in_json(self.answers),
        }

    @classmethod
    def from_json(cls, value: object, where: str = "case", version: int = VERSION) -> "Case":
        """Read the JSON object of a version; raise ValueError on any other shape."""
        names = (
            ("people", "events", "texts") if version == _FIRST else ("people", "events", "texts", "pictures")
        )
        fields = shapes.fields(value, where, *names, optional=(ANSWERS,))
        return cls(
            tuple(
                Person.from_json(item, f"{where}.people") for item in shapes.items(fields["people"], where)
            ),
            tuple(Event.from_json(item, f"{where}.events") for item in shapes.items(fields["events"], where)),
            tuple(shapes.string(item, f"{where}.texts") for item in shapes.items(fields["texts"], where)),
            tuple(
                Picture.from_json(item, f"{where}.pictures")
                for item in shapes.items(fields.get("pictures", []), where)
            ),
            answer.from_fields(fields, where),
        )


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
        names = ["v", "language", "as_of", "title", "cases", "summary"]
        version = value.get("v") if isinstance(value, dict) else None
        if version != _FIRST:
            names += ["chapters", "images", "issue"]
        fields = shapes.fields(value, "model", *names)
        if version not in (_FIRST, VERSION) or isinstance(version, bool | float):
            raise ValueError("model.v: not a version that is known")
        issue = fields.get("issue")
        model = cls(
            shapes.code(Language, fields["language"], "model.language"),
            shapes.day(fields["as_of"], "model.as_of"),
            Bilingual.from_json(fields["title"], "model.title"),
            tuple(
                Case.from_json(case, version=version) for case in shapes.items(fields["cases"], "model.cases")
            ),
            Summary.from_json(fields["summary"]),
            ONLY_SHEETS if version == _FIRST else Chapters.from_json(fields["chapters"]),
            tuple(Image.from_json(image) for image in shapes.items(fields.get("images", []), "model.images")),
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
                yield event.date
                yield event.place
                yield from both(event.type, event.form, event.assertion)
                for participant in event.who:
                    yield from both(participant.role, participant.name)
                yield from both(*event.charges, *event.penalties, *event.terms)
                yield from both(*answer.texts_of(event.answers))
            yield from both(*answer.texts_of(case.answers))
            yield from case.texts
            for picture in case.pictures:
                yield from (picture.alt, picture.caption, picture.date)
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
