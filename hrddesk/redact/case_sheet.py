"""What a publication says of one case: its people, its events, texts and pictures, all of it redacted.

JSON of a case (`to_json`, `from_json`; unknown and missing keys are refused)::

    Case:   {"people": [Person], "events": [Event], "texts": [str], "pictures": [Picture], Answers}
    Person: {"name": [{"text", "script"}], "labelled": bool, "facts": [{"field", "value": {"en", "zh"}}],
             Answers}
    Event:  {"date": str, "type": {"en", "zh"}, "form": {"en", "zh"}|null, "place": str,
             "who": [{"role": {"en", "zh"}, "name": {"en", "zh"}}], "charges": [{"en", "zh"}],
             "penalties": [{"en", "zh"}], "terms": [{"en", "zh"}], "assertion": {"en", "zh"}|null,
             Answers}
    Answers: "answers", where there are any (see `answer`)
    Picture: {"image": SHA-256 of one of the images, "alt": str, "caption": str, "date": str}
"""

import re
from dataclasses import dataclass

from hrddesk.redact import answer, shapes
from hrddesk.redact.answer import ANSWERS, Answer
from hrddesk.redact.bilingual import Bilingual
from hrddesk.redact.picture import Picture

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
    def from_json(cls, value: object, where: str = "case") -> "Case":
        """Read the JSON object; raise ValueError on any other shape."""
        names = ("people", "events", "texts", "pictures")
        fields = shapes.fields(value, where, *names, optional=(ANSWERS,))
        return cls(
            tuple(
                Person.from_json(item, f"{where}.people") for item in shapes.items(fields["people"], where)
            ),
            tuple(Event.from_json(item, f"{where}.events") for item in shapes.items(fields["events"], where)),
            tuple(shapes.string(item, f"{where}.texts") for item in shapes.items(fields["texts"], where)),
            tuple(
                Picture.from_json(item, f"{where}.pictures")
                for item in shapes.items(fields["pictures"], where)
            ),
            answer.from_fields(fields, where),
        )
