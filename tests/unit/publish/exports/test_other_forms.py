"""Tables and monthly lists say what the pages say, and run nothing."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from hrddesk.publish.content.phrasing import Teller
from hrddesk.publish.content.story import tell
from hrddesk.publish.exports.other_forms import escaped, heading_of, monthly, tables
from hrddesk.records.language.captions import texts
from hrddesk.records.language.labels import Chain
from hrddesk.records.model.record import Value
from hrddesk.redact.model.answer import PublishedAnswer
from hrddesk.redact.model.case_sheet import CaseSheet, Event, Name, PublishedPerson
from hrddesk.redact.model.chapters import Chapter
from hrddesk.redact.model.model import RedactedModel, Summary
from tests.languages import LANGUAGES, both
from tests.unit.publish.conftest import sample
from tests.unit.redact.invented import Desk


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_hold_every_person_and_event_once(language: Chain) -> None:
    model = sample(language, 4)
    made = dict(tables(model))
    assert set(made) == {"cases", "people", "events", "texts", "figures"}
    assert len(made["people"]) == 1 + sum(len(case.people) for case in model.cases)
    assert len(made["events"]) == 1 + sum(len(case.events) for case in model.cases)
    assert len(made["texts"]) == 1 + sum(len(case.texts) for case in model.cases)
    for name in ("cases", "people", "events", "texts"):
        assert {len(row) for row in made[name]} == {len(made[name][0])}
    teller = Teller(language)
    cells = {str(cell) for rows in made.values() for row in rows for cell in row}
    for case in model.cases:
        assert all(any(name.text in cell for cell in cells) for person in case.people for name in person.name)
        assert {teller.dated(event.date) for event in case.events if event.date} | set(case.texts) <= cells


def test_questions_that_are_printed_alike_lose_no_answer() -> None:
    """Of whoever may not be named `[person]` is left: what was asked about two people has one column."""
    alike = both("Met [person]?", "见过[某人]？")
    answers = tuple(PublishedAnswer(alike, told) for told in (both("No", "否"), both("Yes", "是")))
    model = _dated("2020")
    case = replace(model.cases[0], answers=answers)
    (titles, row) = dict(tables(replace(model, cases=(case,))))["cases"]
    assert (titles[2:], row[2:]) == (["Met [person]?"], ["No; Yes"])


def test_paragraphs_of_an_answer_are_lines_of_a_cell_and_one_line_of_a_list() -> None:
    said = PublishedAnswer(both("Seen?", "所见"), both(*["One day.\r\n\n- Two,  =3."] * 2))
    model = _dated("2020")
    case = replace(model.cases[0], events=(replace(model.cases[0].events[0], answers=(said,)),))
    model = replace(model, cases=(replace(case, answers=(said,)),))
    made = dict(tables(model))
    assert (made["cases"][1][-1], made["events"][1][-1]) == ("One day.\n- Two, =3.",) * 2
    listed = [line for line in monthly(model).splitlines() if line.startswith("- ")]
    assert len(listed) == 1
    assert listed[0].endswith("Seen?: One day. - Two, =3.")


def _dated(*dates: str) -> RedactedModel:
    person = PublishedPerson((Name("Orvel *Tannik*", "Latn"),), labelled=False)
    events = tuple(Event(date=day, type=both("detained", "拘留"), place="Mill <b>") for day in dates)
    return RedactedModel(
        languages=("en",),
        as_of=date(2021, 6, 1),
        title=both("A # list", "名单"),
        cases=(CaseSheet(people=(person,), events=events),),
        summary=Summary(cases=1, people=1, events=len(events), labelled=0, groups=0, groups_labelled=0),
    )


def test_a_list_goes_by_months_then_years_then_what_is_not_dated() -> None:
    made = monthly(_dated("", "2020", "2020-03-05", "2020-03", "2019-12?", "2020-02/2020-06", "2021-01-01"))
    headings = [line.removeprefix("## ") for line in made.splitlines() if line.startswith("## ")]
    assert headings == ["2019-12", "2020-03", "2020", "2021-01", "no date"]
    assert len([line for line in made.splitlines() if line.startswith("- ")]) == 7


@pytest.mark.parametrize(
    ("date", "heading"),
    [
        ("2020?", "2020"), ("2020~", "2020"), ("2020%", "2020"), ("2020-03-05?", "2020-03"),
        ("2020-03~", "2020-03"),
        ("2020-03-01/2020-03-09", "2020-03"), ("2020-02/2020-06?", "2020"), ("2019-12/2020-01", "2019–2020"),
        ("2020-03/", "2020"), ("/2020-03", "2020"), ("2020-0X", "2020"), ("early February 2020", "2020-02"),
        ("2020年2月", "2020-02"), ("end of 2020", "2020"), ("", ""), ("0987-03", "0987-03"),
    ],
)  # fmt: skip
def test_every_date_stands_where_a_reader_looks_for_it(date: str, heading: str) -> None:
    assert heading_of(date) == heading


def test_uncertain_dates_say_so_in_words() -> None:
    made = monthly(_dated("2020-03-05", "2020?", "2021~", "2022%", "2019-12?/2020-01"))
    headings = [line.removeprefix("## ") for line in made.splitlines() if line.startswith("## ")]
    assert headings == ["2019–2020", "2020-03", "2020", "2021", "2022"]
    for said in ("2020 (uncertain);", "about 2021;", "about 2022 (uncertain);", "5 March 2020;"):
        assert f"— {said}" in made
    assert "between December 2019 (uncertain) and January 2020;" in made
    assert Teller(("en", "zh-Hans")).dated("2020?") == "2020 (uncertain) 2020年（不确定）"


def test_of_one_month_only_that() -> None:
    made = monthly(_dated("2020-03-05", "2020-04", "2020"), "2020-03")
    assert [line for line in made.splitlines() if line.startswith("## ")] == ["## 2020-03"]
    assert "Orvel \\*Tannik\\*" in made


def test_markdown_shows_what_stands_there_and_makes_nothing_of_it() -> None:
    made = monthly(_dated("2020-03-05"))
    assert "# A \\# list" in made
    assert "Mill \\<b\\>" in made
    text = "[link](http://x) www.y.example ![i](y) <script> `a` | # 1. ~~b~~ $c$ &amp; @d\n- e"
    assert not re.search(r"(?<!\\)[\[\]<>`|#~$&@!_*]|(?<!\\)://|www\.", escaped(text))
    assert "\n" not in escaped(text)


def _told_twice(parts: frozenset[Chapter]) -> RedactedModel:
    """Return what these parts need of two cases: of two people, one sentenced twice, and of six."""
    desk = Desk()
    one, other = desk.party("Vero Lunt", sex="female"), desk.party("Odal Brisk")
    case = desk.case(one, other)
    for kind, who, date_, place, months in (
        ("detained", one, "2020-01-03", "Mill Lane", 0),
        ("sentenced", one, "2020-05-04", "Lower Bench", 61),
        ("sentenced", one, "2021-02-05", "Upper Bench", 125),
        ("released", other, "2021-03-06", "Weir Gate", 0),
    ):
        lists: dict[str, list[Mapping[str, Value]]] = {
            "penalties": [{"kind": "fixed", "months": months}] if months else [],
            "charges": [{"raw": f"keeping {months} owls"}] if months else [],
        }
        desk.event(case, kind, who, date=date_, place_text=place, assertion="alleged", lists=lists)
    many = [desk.party(f"{first} Tannik") for first in ("Abro", "Bero", "Cibo", "Dero", "Eldo", "Furo")]
    desk.event(desk.case(*many), "detained", *many, date="2020-07-08", place_text="Salt Yard")
    return desk.redact(parts=parts, language=("en",)).model


_PARTS = [
    frozenset(parts)
    for parts in (
        {Chapter.LIST},
        {Chapter.TIMELINE},
        {Chapter.LIST, Chapter.TIMELINE},
        {Chapter.SHEETS},
        set(Chapter),
    )
]


@pytest.mark.parametrize("parts", _PARTS)
def test_no_other_form_tells_what_the_pages_do_not(parts: frozenset[Chapter]) -> None:
    """Where no sheets are printed, neither are places of trials, or sentences before the last."""
    model = _told_twice(parts)
    pages = "\n".join(tell(model).texts()).casefold()
    captions = {text.text(("en",)).casefold() for text in texts().values()} | {"victim"}
    said = [str(cell) for _, rows in tables(model) for row in rows[1:] for cell in row]
    said += [line.removeprefix("- ") for line in monthly(model).splitlines() if line.startswith("- ")]
    told = {piece.strip(" *\\").casefold() for cell in said for piece in re.split(r"; |: |, |\*\*| — ", cell)}
    assert {piece for piece in told - captions if piece not in pages and not piece.isdecimal()} == set()
    for name in ("Vero Lunt", "Odal Brisk"):
        assert any(name in cell for cell in said) == (name.casefold() in pages)


def test_a_list_alone_does_not_tell_who_was_in_one_case() -> None:
    made = dict(tables(_told_twice(frozenset({Chapter.LIST}))))
    numbers = [row[0] for row in made["people"][1:]]
    assert len(set(numbers)) == len(numbers) == 8
    assert [row[1:4] for row in made["events"][1:]] == [["5 February 2021", "", ""]]
