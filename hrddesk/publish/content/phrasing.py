"""The phrases of a publication, joined by the rules of its language, and the content of case sheets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from hrddesk.publish.content.elements import Pair, Paragraph
from hrddesk.records.dates import date_words, dates
from hrddesk.records.language import captions
from hrddesk.records.language.captions import caption
from hrddesk.records.language.labels import Chain, Labels
from hrddesk.redact.model.answer import PublishedAnswer
from hrddesk.redact.model.case_sheet import CaseSheet, Event, Participant, PublishedPerson
from hrddesk.redact.model.picture import PrintedPicture
from hrddesk.redact.model.source_note import ON_FILE, Note

NAMES_IN_HEADING: Final = 4  # the most names in the heading of a sheet; all people follow below the heading


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One event of a timeline in words; `custody` is the measure and the facility, if any."""

    date: str
    event: str
    custody: str
    details: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class PersonPart:
    """A part of a case sheet: the facts about one person, the desk's own questions, or the sources.

    `heading` is the name of the person, or the caption of the questions. It is empty for the sources, and for
    the person of a sheet with one person only, whom the heading of the sheet names.
    """

    heading: str
    facts: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class PicturePart:
    """A picture of a sheet: the hash of its image, its description, and the words below it."""

    image: str
    alternative: str
    caption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhrasedSheet:
    """The sheet of one case in words."""

    number: str
    heading: str
    people: tuple[PersonPart, ...]
    timeline: tuple[TimelineRow, ...]
    texts: tuple[str, ...]
    pictures: tuple[PicturePart, ...] = ()

    @property
    def key(self) -> str:
        """The key to which links to the sheet refer."""
        return key_of_sheet(int(self.number))


def key_of_sheet(number: int) -> str:
    """Return the key to which links to the sheet with this number refer."""
    return f"sheet{number}"


class Teller:
    """A writer of the phrases of a publication, which joins words by the rules of its first language."""

    def __init__(self, languages: Chain) -> None:
        self.languages = languages
        self.colon, self.between, self.between_parts, self.between_names = (
            captions.said(f"join.{code}", languages[0]) for code in ("colon", "between", "comma", "names")
        )

    def words(self, text: Labels) -> str:
        """Return a text in all languages of the publication, joined by spaces."""
        return " ".join(text.together(self.languages))

    def columns(self, text: Labels) -> Paragraph:
        """Return a text as a paragraph with one column for each language of the publication."""
        return Paragraph(text.together(self.languages))

    def pair(self, label: Labels, value: Labels) -> Pair:
        """Return a caption with its value; the value has one column for each language."""
        return Pair(self.words(label), *value.together(self.languages))

    def listed(self, texts: Sequence[Labels]) -> str:
        """Return several texts as one text, joined like a list."""
        return self.between.join(self.words(text) for text in texts)

    def caption(self, code: str) -> str:
        """Return the caption with a code in all languages of the publication, joined by spaces."""
        return self.words(caption(code))

    def dated(self, published: str) -> str:
        """Return a published date in words; if it is empty, return the words for an unknown date."""
        return (
            self.words(dates.said_in(published, self.languages))
            if published
            else self.caption("date.unknown")
        )

    def as_of(self, day: date) -> tuple[str, ...]:
        """Return, in each language, the words for the last day that the publication covers."""

        def said(language: str) -> str:
            return captions.said("as_of", language, a=date_words.in_words(day.isoformat(), language))

        return captions.in_each(self.languages, said).together(self.languages)

    def name(self, person: PublishedPerson) -> str:
        """Return the forms of a person's name, joined.

        Forms in the same script are joined by a slash, a form in another script follows after a space.
        """
        parts: list[str] = []
        for previous, name in zip((None, *person.name), person.name, strict=False):
            if previous is not None:
                parts.append(" / " if previous.script == name.script else " ")
            parts.append(name.text)
        return "".join(parts)

    def heading(self, people: Sequence[PublishedPerson]) -> str:
        """Return the heading of a sheet: the first few names, and how many more there are."""
        return self._few([self.name(person) for person in people])

    def victims(self, event: Event, people: Sequence[PublishedPerson]) -> str:
        """Return the names of the victims of an event.

        Return an empty text if the victims are exactly the people of the sheet.
        """
        victims = [who for who in event.who if who.victim]
        fits = [[self._is(who, person) for person in people] for who in victims]
        if people and all(map(any, fits)) and all(map(any, zip(*fits, strict=True))) and fits:
            return ""
        return self._few([self.words(who.name) for who in victims])

    def _few(self, names: Sequence[str]) -> str:
        """Return the first few names, and how many more there are."""
        listing = self.between_names.join(names[:NAMES_IN_HEADING])
        more = len(names) - NAMES_IN_HEADING
        if more <= 0:
            return listing
        return f"{listing} {self.caption('more_people').replace('{n}', str(more))}"

    def goes_without_saying(self, who: Participant, people: Sequence[PublishedPerson]) -> bool:
        """Tell whether a participant is the victim whose name is already the heading of the sheet."""
        if len(people) != 1 or not who.victim:
            return False
        return self._is(who, people[0])

    def _is(self, who: Participant, person: PublishedPerson) -> bool:
        return {name.text for name in person.name}.issuperset(who.name.together(self.languages))

    def sheet(self, number: int, case: CaseSheet) -> PhrasedSheet:
        """Return the sheet of a case."""
        several = len(case.people) > 1
        people = [
            PersonPart(
                self.name(person) if several else "",
                (
                    *(Pair(self.words(fact(item.field)), self.words(item.value)) for item in person.facts),
                    *self.answers(person.answers),
                ),
            )
            for person in case.people
        ]
        if case.answers:
            people.append(PersonPart(self.caption("answers.case"), self.answers(case.answers)))
        if case.sources:
            people.append(PersonPart("", self.sources(case.sources)))
        return PhrasedSheet(
            number=str(number),
            heading=self.heading(case.people) or f"{self.caption('case')} {number}",
            people=tuple(people),
            timeline=tuple(self.row(event, case.people) for event in case.events),
            texts=case.texts,
            pictures=tuple(
                PicturePart(picture.image, picture.alt, self.below(picture)) for picture in case.pictures
            ),
        )

    def sources(self, notes: Sequence[Note]) -> tuple[Pair, ...]:
        """Return all sources as one value with a caption, or an empty tuple if there are no sources."""
        text = self.between.join(map(self._note, notes))
        return (Pair(self.caption("sources"), text),) if notes else ()

    def _note(self, note: Note) -> str:
        """Return the text of a source note: its words, or its author, title, publisher, day and addresses."""
        if note == ON_FILE:
            return self.caption("source.on_file")
        title = note.title and captions.said("source.title", self.languages[0], a=note.title)
        day = self.words(note.day(self.languages)) if note.date else ""
        archived = f"{self.caption('source.archived')} {note.archived}" if note.archived else ""
        parts = (
            note.words,
            note.author,
            title,
            note.publisher,
            day,
            note.address,
            archived,
        )
        return self.between_parts.join(filter(None, parts))

    def answers(self, answers: Sequence[PublishedAnswer]) -> tuple[Pair, ...]:
        """Return the desk's own questions with their published answers, one line for each paragraph."""
        return tuple(Pair(self.words(item.question), in_lines(self.words(item.answer))) for item in answers)

    def below(self, picture: PrintedPicture) -> str:
        """Return the words below a picture: its caption, then its date."""
        if not picture.date:
            return picture.caption
        taken = self.dated(picture.date)
        if not picture.caption:
            return taken
        return captions.said("join.brackets", self.languages[0], a=picture.caption, b=taken)

    def custody(self, event: Event) -> str:
        """Return the measure and the kind of facility of an event; empty if it has neither."""
        return self.between.join(self.words(term) for term in (event.measure, event.facility) if term)

    def row(self, event: Event, people: Sequence[PublishedPerson]) -> TimelineRow:
        """Return the row of an event."""
        details = [Pair(self.caption("place"), event.place)] if event.place else []
        details += [
            Pair(begun(self.words(who.role)), self.words(who.name))
            for who in event.who
            if not self.goes_without_saying(who, people)
        ]
        for code, values in (
            ("charges", event.charges),
            ("penalties", event.penalties),
            ("terms", event.terms),
            ("assertion", (event.assertion,) if event.assertion else ()),
        ):
            if values:
                details.append(Pair(self.caption(code), self.listed(values)))
        details += (*self.answers(event.answers), *self.sources(event.sources))
        return TimelineRow(
            date=self.dated(event.date),
            event=begun(self.words(event.type)),
            custody=self.custody(event),
            details=tuple(details),
        )


def fact(field: str) -> Labels:
    """Return the caption of a field, or the name of the field in words if it has no caption."""
    words = field.replace("_", " ").strip().capitalize()
    return captions.texts().get(f"fact.{field}", Labels.same(words))


def in_lines(text: str) -> str:
    """Return a text with one line feed between paragraphs, without empty lines and repeated spaces."""
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))


def begun(text: str) -> str:
    """Return a text with a capital first letter, because the terms of vocabularies are in lower case."""
    return text[:1].upper() + text[1:]
