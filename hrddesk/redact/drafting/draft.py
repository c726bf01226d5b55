"""The draft of one case: its published content, in which people have no names or labels yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hrddesk.records.model.record import RecordId
from hrddesk.redact.model.chapters import Band
from hrddesk.redact.model.issue import Turn
from hrddesk.redact.model.source_note import Note
from hrddesk.redact.passages.pieces import Phrase, Pieces


@dataclass(frozen=True, slots=True)
class DraftAnswer:
    """A question of the desk's own with the answer that is published."""

    question: Phrase
    answer: Phrase
    free: bool = False
    """Whether the answer is a reviewed text, which stays in its own language."""

    def phrases(self) -> Iterator[tuple[str, Phrase]]:
        """Yield the phrases that may mention a person, each with a name for its position in the answer."""
        yield "question", self.question
        yield "answer", self.answer


@dataclass(frozen=True, slots=True)
class DraftPerson:
    """A party with its published facts."""

    party: RecordId
    facts: tuple[tuple[str, Phrase], ...]
    answers: tuple[DraftAnswer, ...] = ()

    def phrases(self) -> Iterator[tuple[str, Phrase]]:
        """Yield the phrases that may mention a person, each with a name for its position in the facts."""
        for name, phrase in self.facts:
            yield f"fact.{name}", phrase
        yield from phrases_of(self.answers)


@dataclass(frozen=True, slots=True)
class DraftPart:
    """The role of one party in an event: the words of the role, and its rank in the vocabulary of roles."""

    rank: int
    role: Phrase
    party: RecordId
    victim: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftEvent:
    """An event with its reviewed text."""

    date: str
    day: int
    """The sort key among events: the first day that the published date allows."""
    rank: int
    type: Phrase
    measure: Phrase | None
    facility: Phrase | None
    place: Phrase | None
    who: tuple[DraftPart, ...]
    charges: tuple[Phrase, ...]
    penalties: tuple[Phrase, ...]
    terms: tuple[Phrase, ...]
    assertion: Phrase | None
    text: Pieces
    band: Band | None = None
    """The length of the sentence that the event states; None if it states none."""
    replaces: bool = False
    """Whether the sentence of the event replaces earlier sentences."""
    turn: Turn | None = None
    """Whether the event releases a person or reports a death."""
    answers: tuple[DraftAnswer, ...] = ()
    sources: tuple[Note, ...] = ()

    def phrases(self) -> Iterator[tuple[str, Phrase]]:
        """Yield the phrases that may mention a person, each with a name for its position in the event."""
        yield "type", self.type
        yield "text", Phrase.same(self.text)
        for name, phrase in (
            ("place", self.place),
            ("measure", self.measure),
            ("facility", self.facility),
            ("assertion", self.assertion),
        ):
            if phrase is not None:
                yield name, phrase
        for name, phrases in (("charge", self.charges), ("penalty", self.penalties), ("term", self.terms)):
            for number, phrase in enumerate(phrases):
                yield f"{name}{number}", phrase
        yield from phrases_of(self.answers)


@dataclass(frozen=True, slots=True)
class DraftPicture:
    """A reviewed picture with its alternative text, its caption and its date."""

    evidence: RecordId
    alt: Pieces
    caption: Pieces
    date: str

    def phrases(self) -> Iterator[tuple[str, Phrase]]:
        """Yield the phrases that may mention a person, each with a name: "alt" or "caption"."""
        yield "alt", Phrase.same(self.alt)
        yield "caption", Phrase.same(self.caption)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftCase:
    """The draft of a case, before its parts are put into their printed order."""

    people: tuple[DraftPerson, ...]
    events: tuple[DraftEvent, ...]
    text: Pieces
    pictures: tuple[DraftPicture, ...] = ()
    answers: tuple[DraftAnswer, ...] = ()
    sources: tuple[Note, ...] = ()

    def texts(self) -> Iterator[Pieces]:
        """Yield the free texts that were reviewed."""
        yield self.text
        yield from (event.text for event in self.events)
        of_people = (answer for person in self.people for answer in person.answers)
        of_events = (answer for event in self.events for answer in event.answers)
        for answer in (*self.answers, *of_people, *of_events):
            if answer.free:
                yield from answer.answer.pieces()


def phrases_of(answers: Iterable[DraftAnswer]) -> Iterator[tuple[str, Phrase]]:
    """Yield the phrases of answers that may mention a person, each with a name for its position."""
    for number, answer in enumerate(answers):
        for where, phrase in answer.phrases():
            yield f"{where}{number}", phrase
