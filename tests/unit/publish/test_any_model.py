"""Whatever a model holds, its pages can be made and pass their audit: no text breaks out, none is lost."""

import dataclasses
from collections.abc import Callable
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrddesk.publish.audit.audit import audit
from hrddesk.publish.process.layout import lay_out
from hrddesk.records.language.labels import EN, ZH, Chain, Labels
from hrddesk.redact.model.answer import PublishedAnswer
from hrddesk.redact.model.case_sheet import (
    CaseSheet,
    Event,
    Name,
    Participant,
    PublishedFact,
    PublishedPerson,
)
from hrddesk.redact.model.chapters import Chapters
from hrddesk.redact.model.model import RedactedModel, Summary
from tests.campaigns import crossed, tried
from tests.languages import LANGUAGES, both

ModelMaker = Callable[..., RedactedModel]

# All of Unicode now and then; mostly what brings scripts, spaces, brackets and font gaps together.
ODD = (
    "a B-/().,;:%<>&\\\n\t\r \u00a0\u200b\u202e\u0301\ufeff“”’…—·①➀，。（）《》"
    "他说𠮷བོད་ཱ།ༀئۇيلا«»؟٢ّـКви\U0001f4c4\ue000\x00\x07éﬁﾊᠪᠢᠴ᠋\u180e\u202f᠃[]{}<>12%"
)
WORDS = st.text(st.one_of(st.sampled_from(ODD), st.characters(exclude_categories=["Cs"])), max_size=40)
BOTH = st.builds(lambda en, zh: Labels({EN: en, ZH: zh}), WORDS, WORDS)
ANSWERS = st.lists(st.builds(PublishedAnswer, BOTH, BOTH), max_size=2).map(tuple)
SEVERAL = st.lists(BOTH, max_size=3).map(tuple)
PEOPLE = st.builds(
    PublishedPerson,
    st.lists(st.builds(Name, WORDS, st.sampled_from(["Latn", "Hans", "Tibt"])), min_size=1, max_size=3).map(
        tuple
    ),
    st.booleans(),
    st.lists(st.builds(PublishedFact, WORDS, BOTH), max_size=2).map(tuple),
    ANSWERS,
)
EVENTS = st.builds(
    Event,
    date=WORDS,
    type=BOTH,
    measure=st.none() | BOTH,
    facility=st.none() | BOTH,
    place=WORDS,
    who=st.lists(st.builds(Participant, BOTH, BOTH), max_size=2).map(tuple),
    charges=SEVERAL,
    penalties=SEVERAL,
    terms=SEVERAL,
    assertion=st.none() | BOTH,
    answers=ANSWERS,
)
CASES = st.builds(
    CaseSheet,
    people=st.lists(PEOPLE, max_size=6).map(tuple),
    events=st.lists(EVENTS, max_size=3).map(tuple),
    texts=st.lists(WORDS, max_size=2).map(tuple),
    answers=ANSWERS,
)
MODELS = st.builds(
    RedactedModel,
    languages=st.sampled_from(LANGUAGES),
    as_of=st.dates(min_value=date(1, 1, 1)),
    title=BOTH,
    cases=st.lists(CASES, max_size=3).map(tuple),
    summary=st.builds(Summary, **{field.name: st.integers(0, 10**6) for field in fields(Summary)}),
)


@given(MODELS)
@settings(max_examples=tried(60, 25), deadline=None, suppress_health_check=list(HealthCheck))
def test_any_model(model: RedactedModel) -> None:
    pdf = lay_out(model)
    assert audit(pdf, model, ["Hesper Quillane"]) == []
    assert lay_out(RedactedModel.from_bytes(model.canonical())) == pdf


def _with_book(chapters: Chapters, part: str, book: Labels) -> Chapters:
    """Put a book into every figure: its name, its card or its lines."""
    made = []
    for figure in chapters.figures:
        table = figure.table
        assert table is not None
        if part == "figure":
            figure = dataclasses.replace(figure, name=book)
        elif part == "card":
            figure = dataclasses.replace(figure, card=((book, book),))
        else:
            rows = tuple(dataclasses.replace(row, cells=(book, *row.cells[1:])) for row in table.rows[:2])
            figure = dataclasses.replace(figure, table=dataclasses.replace(table, rows=rows))
        made.append(figure)
    return dataclasses.replace(chapters, figures=tuple(made))


BOOK = "他说 and on-and-on, " * tried(700, 250)  # pages of it in the narrowest column


PARTS = [
    "title",
    "name",
    "label",
    "fact",
    "date",
    "type",
    "measure",
    "facility",
    "place",
    "role",
    "charges",
    "text",
    "word",
    "figure",
    "card",
    "row",
]


@pytest.mark.parametrize(("part", "language"), crossed("a book", PARTS, list(LANGUAGES), 1))
def test_a_book_in_the_wrong_place(part: str, language: Chain, make_model: ModelMaker) -> None:
    """Raw words of an import can be of any length; a column is narrow."""
    book = both(BOOK, BOOK) if part != "word" else both("x" * (len(BOOK) // 2), "长" * (len(BOOK) // 2))
    model = make_model(language, 1)
    case = model.cases[0]
    event, person = case.events[1], case.people[0]
    if part == "title":
        model = dataclasses.replace(model, title=book)
    elif part in ("name", "word"):
        person = dataclasses.replace(person, name=(Name(book.text(("en",)), "Latn"), *person.name))
    elif part == "label":
        person = dataclasses.replace(person, facts=(PublishedFact(BOOK, both("x", "y")),))
    elif part == "fact":
        person = dataclasses.replace(person, facts=(PublishedFact("occupation", book),))
    elif part == "date":
        event = dataclasses.replace(event, date=BOOK)
    elif part == "place":
        event = dataclasses.replace(event, place=BOOK)
    elif part == "type":
        event = dataclasses.replace(event, type=book)
    elif part == "measure":
        event = dataclasses.replace(event, measure=book)
    elif part == "facility":
        event = dataclasses.replace(event, facility=book)
    elif part == "role":
        event = dataclasses.replace(event, who=(Participant(book, book),))
    elif part == "charges":
        event = dataclasses.replace(event, charges=(book, book))
    else:
        case = dataclasses.replace(case, texts=(BOOK,))
    case = dataclasses.replace(case, people=(person, person), events=(event, *case.events))
    model = dataclasses.replace(model, cases=(case, case))
    if part in ("figure", "card", "row"):
        model = dataclasses.replace(model, chapters=_with_book(model.chapters, part, book))
    assert audit(lay_out(model), model, []) == []
