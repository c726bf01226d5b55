"""The text of a redacted model, in plain lines to be read before it is printed."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from hrddesk.publish.content.elements import BarChart, Grid, LineChart, Pairs, PublicationSection
from hrddesk.publish.content.phrasing import fact
from hrddesk.publish.content.story import tell
from hrddesk.records.language.captions import caption
from hrddesk.records.language.labels import Chain, Labels
from hrddesk.records.names.display_names import names_together
from hrddesk.redact.model.answer import PublishedAnswer
from hrddesk.redact.model.case_sheet import CaseSheet, Event, PublishedPerson
from hrddesk.redact.model.model import RedactedModel

_LETTERS: Final = re.compile("(?<![A-Z])[A-Z]+$")


def lines(model: RedactedModel) -> str:
    """Return everything that the publication would contain, in order, as lines of text."""
    story = tell(model)
    text_lines = [_words(model.title, model.languages), ""]
    for section in story.before:
        text_lines += _section(section)
    heading = _words(caption("case"), model.languages)
    for number, case in enumerate(model.cases if story.sheets else (), 1):
        text_lines.append(f"{heading} {number}")
        text_lines += [f"    {line}" for line in _case(case, model.languages)]
        text_lines.append("")
    for section in story.after:
        text_lines += _section(section)
    return "\n".join(text_lines)


def _section(section: PublicationSection) -> Iterator[str]:
    """Yield the lines of a part of the publication other than the case sheets; each row of a
    table is a line.
    """
    yield section.title
    for element in section.elements:
        if isinstance(element, Grid):
            rows = (element.columns, *(row.cells for row in element.rows))
            yield from ("    " + " · ".join(filter(None, cells)) for cells in rows)
        elif isinstance(element, Pairs):
            yield from ("    " + " · ".join(filter(None, pair.texts())) for pair in element.pairs)
        elif isinstance(element, BarChart | LineChart):
            yield f"    {element.alternative}"  # its numbers stand in the table
        else:
            yield from (f"    {text}" for text in element.texts())
    yield ""


def marked(model: RedactedModel) -> tuple[str, list[tuple[int, int]]]:
    """Return the text that `lines` returns, and the spans of the labels in it.

    This takes a while for many cases.
    """
    text = lines(model)
    return text, places_of(text, labels(model))


def places_of(text: str, label_words: Collection[str]) -> list[tuple[int, int]]:
    """Return the spans of the labels in a text; of two labels that fit at one place, the longer one counts.

    A label consists of a few words and one or more letters, so that one search of the text finds all labels.
    """
    letters, spans = frozenset(label_words), []
    stems = sorted({_LETTERS.sub("", label) for label in letters}, key=lambda stem: (-len(stem), stem))
    if not stems:
        return []
    pattern = re.compile(f"(?:{'|'.join(map(re.escape, stems))})[A-Z]*")
    match = pattern.search(text)
    while match is not None:
        ends = range(match.end(), match.start(), -1)
        end = next((end for end in ends if text[match.start() : end] in letters), None)
        if end is not None:
            spans.append((match.start(), end))
        match = pattern.search(text, match.end() if end is None else end)
    return spans


def labels(model: RedactedModel) -> list[str]:
    """Return all labels of people in the model, the longest first."""
    label_words = {
        name.text for case in model.cases for person in case.people if person.labelled for name in person.name
    }
    return sorted(label_words, key=lambda label: (-len(label), label))


def _words(text: Labels, languages: Chain) -> str:
    return " · ".join(part for part in text.together(languages) if part)


def _joined(texts: Iterable[Labels], languages: Chain) -> str:
    return ", ".join(_words(text, languages) for text in texts)


def _case(case: CaseSheet, languages: Chain) -> Iterator[str]:
    for person in case.people:
        yield _person(person, languages)
    if case.answers:
        answers = "; ".join(_answers(case.answers, languages))
        yield f"{_words(caption('answers.case'), languages)}: {answers}"
    for event in case.events:
        yield _event(event, languages)
    yield from (line for text in case.texts for line in text.splitlines())
    picture_word = _words(caption("picture"), languages)
    for picture in case.pictures:
        words = "; ".join(part for part in (picture.alt, picture.caption, picture.date) if part)
        yield f"[{picture_word}: {words}]"


def _person(person: PublishedPerson, languages: Chain) -> str:
    facts = [
        f"{_words(fact(item.field), languages)}: {_words(item.value, languages)}" for item in person.facts
    ]
    names = names_together(name.text for name in person.name)
    return "; ".join([names, *facts, *_answers(person.answers, languages)])


def _event(event: Event, languages: Chain) -> str:
    parts = [event.date, _words(event.type, languages)]
    parts += [
        _words(text, languages)
        for text in (event.measure, event.facility, event.assertion)
        if text is not None
    ]
    parts.append(event.place)
    parts += [f"{_words(who.role, languages)}: {_words(who.name, languages)}" for who in event.who]
    parts += [_joined(texts, languages) for texts in (event.charges, event.penalties, event.terms)]
    parts += _answers(event.answers, languages)
    return "; ".join(part for part in parts if part)


def _answers(answers: Iterable[PublishedAnswer], languages: Chain) -> Iterator[str]:
    """Yield a line for each of the desk's own questions, with its printed answer."""
    for item in answers:
        yield f"{_words(item.question, languages)}: {' '.join(_words(item.answer, languages).split())}"
