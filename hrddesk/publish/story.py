"""What stands on the pages, in reading order, before anything is measured.

The layout draws a story and nothing else; the audit takes the same story from the model and compares it
with what it reads on the finished pages. So whatever the layout adds or drops is seen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from hrddesk.publish.captions import caption, fact, load
from hrddesk.redact.model import Bilingual, Case, Event, Language, Participant, Person, RedactedModel
from hrddesk.redact.picture import Picture

_NAMES_IN_HEADING = 4  # of a case of many people; all of them follow below the heading


@dataclass(frozen=True, slots=True)
class Pair:
    """A caption with what it names."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One event: its date, what happened, the form of custody or nothing, and the details."""

    date: str
    event: str
    form: str
    details: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class PersonPart:
    """One person of a sheet; without a heading when the sheet's own heading names them."""

    heading: str
    facts: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class PicturePart:
    """A picture of a sheet: the hash of its image, what is to be seen in it, and the words below it."""

    image: str
    alternative: str
    caption: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One case."""

    number: str
    heading: str
    people: tuple[PersonPart, ...]
    timeline: tuple[TimelineRow, ...]
    texts: tuple[str, ...]
    pictures: tuple[PicturePart, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """A whole publication as texts."""

    title: tuple[str, ...]
    as_of: tuple[str, ...]
    figures_caption: str
    figures: tuple[Pair, ...]
    contents_caption: str
    sheets: tuple[Sheet, ...]
    timeline_caption: str
    columns: tuple[str, str, str]
    account_caption: str
    pictures_caption: str
    method_caption: str
    method: tuple[str, ...]
    page: str  # with {n}
    colon: str = field(default=": ")

    def page_number(self, number: int) -> str:
        """Return the words of a page's foot."""
        return self.page.replace("{n}", str(number))

    def artifacts(self) -> frozenset[str]:
        """Return what may stand on a page again and again and is no part of the text, page feet aside."""
        return frozenset((*self.columns, *self.title))

    def pictures(self) -> Iterator[PicturePart]:
        """Yield every picture, in the order of drawing."""
        for sheet in self.sheets:
            yield from sheet.pictures

    def texts(self) -> Iterator[str]:
        """Yield everything that is drawn, once, in the order of drawing; page feet and repeats aside."""
        yield from self.title
        yield from self.as_of
        yield self.figures_caption
        yield from _flat(self.figures)
        yield self.contents_caption
        for sheet in self.sheets:
            yield sheet.number
            yield sheet.heading
        yield self.method_caption
        for sheet in self.sheets:
            yield sheet.number
            yield sheet.heading
            for person in sheet.people:
                yield person.heading
                yield from _flat(person.facts)
            if sheet.timeline:
                yield self.timeline_caption
                yield from self.columns
            for row in sheet.timeline:
                yield from (row.date, row.event, row.form)
                for pair in row.details:
                    yield pair.label + self.colon
                    yield pair.value
            if sheet.texts:
                yield self.account_caption
                yield from sheet.texts
            if sheet.pictures:
                yield self.pictures_caption
                yield from (picture.caption for picture in sheet.pictures)
        yield self.method_caption
        yield from self.method


def tell(model: RedactedModel) -> Story:
    """Turn a model into the texts of its pages, in its language."""
    teller = _Teller(model.language)
    return Story(
        title=model.title.in_languages(model.language),
        as_of=teller.as_of(model.as_of),
        figures_caption=teller.caption("figures"),
        figures=tuple(
            Pair(teller.caption(f"figure.{name}"), f"{count:,}")
            for name, count in (
                ("cases", model.summary.cases),
                ("people", model.summary.people),
                ("labelled", model.summary.labelled),
                ("groups", model.summary.groups),
                ("groups_labelled", model.summary.groups_labelled),
                ("events", model.summary.events),
            )
        ),
        contents_caption=teller.caption("contents"),
        sheets=tuple(teller.sheet(number, case) for number, case in enumerate(model.cases, 1)),
        timeline_caption=teller.caption("timeline"),
        columns=(
            teller.caption("column.date"),
            teller.caption("column.event"),
            teller.caption("column.details"),
        ),
        account_caption=teller.caption("account"),
        pictures_caption=teller.caption("pictures"),
        method_caption=teller.caption("method"),
        method=tuple(teller.method()),
        page=" · ".join(caption("page").in_languages(model.language)),
        colon=teller.colon,
    )


class _Teller:
    """Joins words the way the language of the publication does."""

    def __init__(self, language: Language) -> None:
        chinese = language is Language.ZH
        self.language = language
        self._chinese = chinese
        self.colon = "：" if chinese else ": "
        self._between = "；" if chinese else "; "
        self._between_names = "、" if chinese else ", "

    def words(self, text: Bilingual) -> str:
        return " ".join(text.in_languages(self.language))

    def caption(self, code: str) -> str:
        return self.words(caption(code))

    def as_of(self, day: date) -> tuple[str, ...]:
        month = caption(f"month.{day.month}")
        english = f"{caption('as_of').en} {day.day} {month.en} {day.year}"
        chinese = f"{caption('as_of').zh}{day.year}年{month.zh}{day.day}日"
        return Bilingual(english, chinese).in_languages(self.language)

    def method(self) -> Iterator[str]:
        paragraphs = [text for code, text in load().items() if code.startswith("method.")]
        if self.language is not Language.ZH:
            yield from (paragraph.en for paragraph in paragraphs)
        if self.language is not Language.EN:
            yield from (paragraph.zh for paragraph in paragraphs)

    def name(self, person: Person) -> str:
        """Join the forms of a name: those of one script by a stroke, the next script after a space."""
        parts: list[str] = []
        for previous, name in zip((None, *person.name), person.name, strict=False):
            if previous is not None:
                parts.append(" / " if previous.script == name.script else " ")
            parts.append(name.text)
        return "".join(parts)

    def heading(self, people: Sequence[Person]) -> str:
        shown = self._between_names.join(self.name(person) for person in people[:_NAMES_IN_HEADING])
        more = len(people) - _NAMES_IN_HEADING
        if more <= 0:
            return shown
        return f"{shown} {self.caption('more_people').replace('{n}', str(more))}"

    def goes_without_saying(self, who: Participant, people: Sequence[Person]) -> bool:
        """Tell whether a participant is the victim whose name is the heading of the sheet."""
        if len(people) != 1 or who.role != caption("role.victim"):
            return False
        return {name.text for name in people[0].name}.issuperset(who.name.in_languages(self.language))

    def sheet(self, number: int, case: Case) -> Sheet:
        several = len(case.people) > 1
        return Sheet(
            number=str(number),
            heading=self.heading(case.people) or f"{self.caption('case')} {number}",
            people=tuple(
                PersonPart(
                    self.name(person) if several else "",
                    tuple(
                        Pair(self.words(fact(item.field)), self.words(item.value)) for item in person.facts
                    ),
                )
                for person in case.people
            ),
            timeline=tuple(self.row(event, case.people) for event in case.events),
            texts=case.texts,
            pictures=tuple(
                PicturePart(picture.image, picture.alt, self.below(picture)) for picture in case.pictures
            ),
        )

    def below(self, picture: Picture) -> str:
        """Return the words below a picture: its caption, then its date."""
        if not picture.caption or not picture.date:
            return picture.caption or picture.date
        return (
            f"{picture.caption}（{picture.date}）" if self._chinese else f"{picture.caption} ({picture.date})"
        )

    def row(self, event: Event, people: Sequence[Person]) -> TimelineRow:
        details = [Pair(self.caption("place"), event.place)] if event.place else []
        details += [
            Pair(_begun(self.words(who.role)), self.words(who.name))
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
                details.append(
                    Pair(self.caption(code), self._between.join(self.words(value) for value in values))
                )
        return TimelineRow(
            date=event.date or self.caption("date.unknown"),
            event=_begun(self.words(event.type)),
            form=self.words(event.form) if event.form else "",
            details=tuple(details),
        )


def _flat(pairs: Sequence[Pair]) -> Iterator[str]:
    for pair in pairs:
        yield pair.label
        yield pair.value


def _begun(text: str) -> str:
    """Begin a cell with a capital letter; vocabularies write their terms small."""
    return text[:1].upper() + text[1:]
