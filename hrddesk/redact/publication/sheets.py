"""Cases in their published form: every person has a name or label, and all parts are in printed order."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from hrddesk.records.language import captions
from hrddesk.records.language.labels import Chain, Labels
from hrddesk.records.language.scripts import Script, script_of
from hrddesk.records.model import codec
from hrddesk.records.model.record import RecordId, canonical_json
from hrddesk.redact.drafting.draft import (
    DraftAnswer,
    DraftCase,
    DraftEvent,
    DraftPart,
    DraftPerson,
    DraftPicture,
)
from hrddesk.redact.facts.terms import NO_DAY
from hrddesk.redact.model.answer import PublishedAnswer
from hrddesk.redact.model.case_sheet import (
    CaseSheet,
    Event,
    Name,
    Participant,
    PublishedFact,
    PublishedPerson,
)
from hrddesk.redact.model.chapters import Band, Chapter
from hrddesk.redact.model.picture import Image, PrintedPicture
from hrddesk.redact.passages.pieces import Called, Phrase, Pieces, language_within, said
from hrddesk.redact.people.labels import PersonLabel
from hrddesk.redact.people.standing import PartyStanding, Standings, in_language, scripts_of


@dataclass(frozen=True, slots=True)
class DraftSheet:
    """A published case, with the drafts of its people and events in printed order and its first day."""

    day: int
    case: CaseSheet
    people: list[DraftPerson]
    events: list[DraftEvent]

    @property
    def bands(self) -> list[str]:
        """The sentence bands of the events, by which cases with equal text are distinguished."""
        return [event.band or "" for event in self.events]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedEvent:
    """A published event with its sort key and its text."""

    day: int
    rank: int
    event: Event
    text: str
    band: Band | None
    """The sentence band in the list, which distinguishes events with equal text."""

    def content(self) -> bytes:
        """Return the printed content of the event as bytes."""
        return canonical_json([codec.write(self.event), self.text, self.band])

    def order(self) -> tuple[int, int, bytes]:
        """Return the sort key of the event."""
        return self.day, self.rank, self.content()


class Sheets:
    """Writes the sheets of one publication."""

    def __init__(
        self,
        standings: Standings,
        languages: Chain,
        parts: Collection[Chapter],
        images: Mapping[RecordId, Image],
    ) -> None:
        """Keep the settings; `images` are the pixels of each piece of evidence that is shown."""
        self._standing, self._names = standings.of, standings.names
        self._languages, self._parts, self._images = languages, parts, images

    def called(self, mapped: Mapping[RecordId, PersonLabel]) -> Called:
        """Return a function for the published name of a party: its label in `mapped`, or else its name."""
        return self.calling({party: label.within(self._languages) for party, label in mapped.items()})

    def calling(self, labels: Mapping[RecordId, Labels]) -> Called:
        """Return a function for the published name of a party: the words in `labels`, or else its name."""

        @cache
        def called(party: RecordId) -> Labels:
            if party in labels:
                return labels[party]
            return captions.in_each(self._languages, lambda code: in_language(self._names[party], code))

        return called

    def sheet(self, draft: DraftCase, called: Called) -> DraftSheet:
        """Write the sheet of a case."""
        people = sorted(
            ((self.person(person, called), person) for person in draft.people),
            key=lambda item: _person_order(item[0]),
        )
        events = sorted(
            ((self.event(event, called), event) for event in draft.events), key=lambda item: item[0].order()
        )
        texts = [self.text(draft.text, called), *(told_event.text for told_event, _ in events)]
        pictures = sorted(
            (self.picture(picture, called) for picture in draft.pictures),
            key=lambda picture: (picture.date, codec.canonical(picture)),
        )
        case = CaseSheet(
            people=tuple(person for person, _ in people),
            events=tuple(told_event.event for told_event, _ in events),
            texts=tuple(text for text in texts if text),
            pictures=tuple(pictures),
            answers=self.answers(draft.answers, called),
            sources=draft.sources,
        )
        return DraftSheet(
            _first_day(draft), case, [person for _, person in people], [event for _, event in events]
        )

    def picture(self, picture: DraftPicture, called: Called) -> PrintedPicture:
        """Write a picture and the words beside it."""
        image = self._images[picture.evidence]
        alt, caption = (self.text(text, called) for text in (picture.alt, picture.caption))
        return PrintedPicture(image.sha256, alt, caption, picture.date)

    def person(self, person: DraftPerson, called: Called) -> PublishedPerson:
        """Write a person: the label, or all printable names, those in the script of the first language
        first.
        """
        facts, answers = self.facts_said(person, called), self.answers(person.answers, called)
        if self._standing[person.party] is PartyStanding.NAMED:
            names_in_order = self._in_order(self._names[person.party])
            return PublishedPerson(names_in_order, labelled=False, facts=facts, answers=answers)
        label = called(person.party).together(self._languages)
        forms = tuple(Name(text, script_of(text).value) for text in label)
        return PublishedPerson(forms, labelled=True, facts=facts, answers=answers)

    def _in_order(self, names: Sequence[Name]) -> tuple[Name, ...]:
        """Return names by script: first the script of the publication's first language, last Latin.

        Names in one script stay together.
        """
        own = scripts_of(self._languages[0])
        scripts = list(dict.fromkeys(name.script for name in names))

        def place(name: Name) -> tuple[int, int]:
            is_last = name.script == Script.LATN.value
            return 0 if name.script in own else 2 if is_last else 1, scripts.index(name.script)

        return tuple(sorted(names, key=place))

    def facts_said(self, person: DraftPerson, called: Called) -> tuple[PublishedFact, ...]:
        """Write the printed facts of a person."""
        return tuple(
            PublishedFact(name, phrase.said(called, self._languages)) for name, phrase in person.facts
        )

    def answers(self, answers: Iterable[DraftAnswer], called: Called) -> tuple[PublishedAnswer, ...]:
        """Write the printed answers to the desk's own questions."""
        return tuple(self._answer(answer, called) for answer in answers)

    def _answer(self, answer: DraftAnswer, called: Called) -> PublishedAnswer:
        question = answer.question.said(called, self._languages)
        if not answer.free:
            return PublishedAnswer(question, answer.answer.said(called, self._languages))
        text = self.text(answer.answer.within(self._languages[0]), called)
        return PublishedAnswer(question, Labels.same(text))

    def event(self, event: DraftEvent, called: Called) -> PublishedEvent:
        """Write an event, with its sort key and its text."""
        who = sorted(
            (
                (part.rank, self._standing[part.party].has_label, self._part(part, called))
                for part in event.who
            ),
            key=lambda item: (item[0], item[1], tuple(item[2].name.values()), tuple(item[2].role.values())),
        )
        printed_event = Event(
            date=event.date,
            type=event.type.said(called, self._languages),
            measure=event.measure.said(called, self._languages) if event.measure else None,
            facility=event.facility.said(called, self._languages) if event.facility else None,
            place=self._place(event.place, called),
            who=tuple(part for _, _, part in who),
            charges=tuple(phrase.said(called, self._languages) for phrase in event.charges),
            penalties=tuple(phrase.said(called, self._languages) for phrase in event.penalties),
            terms=tuple(phrase.said(called, self._languages) for phrase in event.terms),
            assertion=event.assertion.said(called, self._languages) if event.assertion else None,
            answers=self.answers(event.answers, called),
            sources=event.sources,
        )
        listed = event.band if Chapter.LIST in self._parts else None
        return PublishedEvent(
            day=event.day,
            rank=event.rank,
            event=printed_event,
            text=self.text(event.text, called),
            band=listed,
        )

    def _part(self, part: DraftPart, called: Called) -> Participant:
        return Participant(part.role.said(called, self._languages), called(part.party), part.victim)

    def _place(self, place: Phrase | None, called: Called) -> str:
        """Write a place in all languages of the publication; words known in one language only are printed
        once.
        """
        if place is None:
            return ""
        if place.is_same:
            return self.text(place.within(self._languages[0]), called)
        return " ".join(place.said(called, self._languages).together(self._languages))

    def text(self, pieces: Pieces, called: Called) -> str:
        """Write the text of pieces, in which people may be mentioned."""
        return said(pieces, called, language_within(pieces, self._languages))


def in_order(sheets: Iterable[DraftSheet]) -> list[DraftSheet]:
    """Return the sheets by their first day and then by their content, never by ids of records."""
    return sorted(sheets, key=lambda sheet: (sheet.day, codec.canonical(sheet.case), sheet.bands))


def _person_order(person: PublishedPerson) -> tuple[bool, bytes]:
    return person.labelled, codec.canonical(person)


def _first_day(draft: DraftCase) -> int:
    return min((event.day for event in draft.events), default=NO_DAY)
