"""A publication in forms other than pages: tables for spreadsheets, and a list by months as Markdown.

Everything comes from the redacted model, in the same words as on the pages.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from hrddesk.interop.formats.workbook_writing import Cell
from hrddesk.publish.content.phrasing import Teller, fact, in_lines
from hrddesk.publish.content.printed_parts import as_printed, people_told
from hrddesk.records.dates.dates import read
from hrddesk.records.language.labels import Labels
from hrddesk.redact.facts.terms import first_day
from hrddesk.redact.model.answer import PublishedAnswer
from hrddesk.redact.model.case_sheet import CaseSheet, Event
from hrddesk.redact.model.model import RedactedModel

Rows = list[list[Cell]]
_MARKS: Final = re.compile(r"([\\`*_{}\[\]<>#!|~$&@^]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
"""Characters that are markup within a line of Markdown, including addresses that become links."""
MONTH: Final = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


def tables(model: RedactedModel) -> Iterator[tuple[str, Rows]]:
    """Yield each table as its name and its rows; the first row contains the column names.

    Tables refer to cases by number.
    """
    teller, model = Teller(model.languages), as_printed(model)
    if any(case.answers for case in model.cases):
        yield "cases", list(_cases(model, teller))
    yield "people", list(_people(model, teller))
    yield "events", list(_events(model, teller))
    if any(case.texts for case in model.cases):
        yield "texts", list(_texts(model, teller))
    if model.chapters.figures:
        yield "figures", list(_figures(model, teller))


Answers = Iterable[PublishedAnswer]


def _questions(every: Iterable[Answers]) -> list[Labels]:
    """Return the desk's own questions that have an answer anywhere in `every`, each once."""
    return list(dict.fromkeys(item.question for answers in every for item in answers))


def _answered(answers: Answers, questions: Iterable[Labels], teller: Teller) -> list[Cell]:
    """Return one cell for each question, with a line for each paragraph of the answers.

    Several questions may be printed with the same words; their answers share a cell.
    """
    answers_by_question: dict[Labels, list[Labels]] = {}
    for item in answers:
        answers_by_question.setdefault(item.question, []).append(item.answer)
    return [in_lines(teller.listed(answers_by_question.get(question, []))) for question in questions]


def _cases(model: RedactedModel, teller: Teller) -> Iterator[list[Cell]]:
    questions = _questions(case.answers for case in model.cases)
    titles = [teller.caption("column.sheet"), teller.caption("column.name")]
    yield [*titles, *map(teller.words, questions)]
    for number, case in enumerate(model.cases, 1):
        yield [number, teller.heading(case.people), *_answered(case.answers, questions, teller)]


def _people(model: RedactedModel, teller: Teller) -> Iterator[list[Cell]]:
    fields = list(
        dict.fromkeys(item.field for case in model.cases for person in case.people for item in person.facts)
    )
    bands = {(entry.case, entry.person): entry.band for entry in model.chapters.listed}
    titles: list[Cell] = [teller.caption("column.sheet"), teller.caption("column.name")]
    questions = _questions(person.answers for case in model.cases for person in case.people)
    titles += [teller.words(title) for title in (*map(fact, fields), *questions)]
    yield [*titles, teller.caption("list")]
    for number, case in enumerate(model.cases):
        for index, person in enumerate(people_told(case, model.chapters.parts)):
            cells: list[Cell] = [
                teller.listed([item.value for item in person.facts if item.field == field])
                for field in fields
            ]
            cells += _answered(person.answers, questions, teller)
            band = bands.get((number, index))
            band_caption = "" if band is None else teller.caption(f"band.{band.value}")
            yield [number + 1, teller.name(person), *cells, band_caption]


def _events(model: RedactedModel, teller: Teller) -> Iterator[list[Cell]]:
    questions = _questions(event.answers for case in model.cases for event in case.events)
    yield [
        *(teller.caption(f"column.{name}") for name in ("sheet", "date", "event", "details")),
        *(teller.caption(name) for name in ("place", "charges", "penalties", "terms", "assertion")),
        teller.caption("figure.people"),
        *map(teller.words, questions),
    ]
    for number, case in enumerate(model.cases, 1):
        for event in case.events:
            who = (f"{teller.words(part.role)}: {teller.words(part.name)}" for part in event.who)
            yield [
                number,
                teller.dated(event.date) if event.date else "",
                teller.words(event.type),
                teller.custody(event),
                event.place,
                *(teller.listed(texts) for texts in (event.charges, event.penalties, event.terms)),
                teller.words(event.assertion) if event.assertion else "",
                teller.between.join(who),
                *_answered(event.answers, questions, teller),
            ]


def _texts(model: RedactedModel, teller: Teller) -> Iterator[list[Cell]]:
    yield [teller.caption("column.sheet"), teller.caption("account")]
    for number, case in enumerate(model.cases, 1):
        for text in case.texts:
            yield [number, text]


def _figures(model: RedactedModel, teller: Teller) -> Iterator[list[Cell]]:
    """Yield the rows of all figures, one figure below the other.

    A figure has its name and value, the rows of its table, its card and its sources.
    """
    yield [teller.caption("figures.title"), ""]
    for figure in model.chapters.figures:
        yield [teller.words(figure.name), teller.words(figure.value)]
        if figure.table is not None:
            yield [teller.words(column) for column in figure.table.columns]
            for row in figure.table.rows:
                yield [teller.words(cell) for cell in row.cells]
        for title, words in figure.card:
            yield [teller.words(title), teller.words(words)]
        for pair in teller.sources(figure.sources):
            yield [pair.label, pair.value]
        yield []


def monthly(model: RedactedModel, month: str = "") -> str:
    """Return the events month by month as Markdown, or only those of one `month` (YYYY-MM).

    Events of which only the year is known follow the months of that year. Events of several years follow the
    first of these years, and events without a date are at the end. Uncertain dates are described in words.
    """
    teller, model = Teller(model.languages), as_printed(model)
    entries = [
        (heading_of(event.date), number, case, event)
        for number, case in enumerate(model.cases, 1)
        for event in case.events
    ]
    sorted_entries = sorted(
        (item for item in entries if not month or item[0] == month),
        key=lambda item: (_place_of(item[0]), first_day(item[3].date), item[1]),
    )
    lines = [f"# {escaped(' / '.join(model.title.together(model.languages)))}", ""]
    lines += [escaped(" / ".join(teller.as_of(model.as_of))), ""]
    for heading, items in groupby(sorted_entries, key=lambda item: item[0]):
        lines += [f"## {escaped(heading or teller.caption('date.unknown'))}", ""]
        lines += [f"- {_told(case, event, teller)}" for _, _, case, event in items]
        lines.append("")
    return "\n".join(lines)


def _told(case: CaseSheet, event: Event, teller: Teller) -> str:
    row = teller.row(event, case.people)
    details = (f"{pair.label}{teller.colon}{pair.value}" for pair in row.details)
    names = escaped(teller.heading(case.people) or teller.caption("case"))
    parts = filter(None, (row.date if event.date else "", row.event, row.custody, *details))
    return f"**{names}** — {escaped(teller.between.join(parts))}"


def escaped(text: str) -> str:
    """Return a text as one line, escaped so that Markdown shows it unchanged."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def heading_of(text: str) -> str:
    """Return the heading under which a date is listed: a month, a year, or a range of years.

    If only the first or only the last day is known, the heading is the year of that day. The heading of an
    unknown date is "".
    """
    date = read(text)
    first, last = date.earliest or date.latest, date.latest or date.earliest
    if first is None or last is None:
        return ""
    if date.earliest is None or date.latest is None:
        return f"{first.year:04}"  # an open period is in no single month
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04}-{first.month:02}"
    return f"{first.year:04}" if first.year == last.year else f"{first.year:04}–{last.year:04}"


def _place_of(heading: str) -> Sequence[str]:
    """Return the sort key of a heading.

    A year follows its months, a range of years follows its first year, and the empty heading is the last.
    """
    return (heading[:4] or "9999", "" if MONTH.fullmatch(heading) else "~", heading)
