"""The story of a model: all of it, in order, and no word of its own but captions."""

import dataclasses
import re
from collections.abc import Callable

import pytest

from hrddesk.publish.content.elements import BarChart, LineChart, Paragraph
from hrddesk.publish.content.phrasing import fact
from hrddesk.publish.content.story import tell
from hrddesk.records.language.captions import caption, texts
from hrddesk.redact.model.answer import PublishedAnswer
from hrddesk.redact.model.case_sheet import (
    CaseSheet,
    Event,
    Name,
    Participant,
    PublishedFact,
    PublishedPerson,
)
from hrddesk.redact.model.chapters import WHOLE, Chapter
from hrddesk.redact.model.model import RedactedModel
from tests.languages import both
from tests.unit.publish.conftest import ONLY_SHEETS

ModelMaker = Callable[..., RedactedModel]


def compact(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()


def test_every_text_of_the_model_is_told(model: RedactedModel) -> None:
    told = compact("".join(tell(model).texts()))
    victim = ("Victim", "受害人", "Victim 受害人")
    for text in model.strings():
        if text not in (model.as_of.isoformat(), *victim):
            assert compact(text) in told


def test_victim_goes_without_saying_on_the_sheet_of_one_person(make_model: ModelMaker) -> None:
    model = make_model(("en", "zh-Hans"), 1)
    (sheet,) = tell(model).sheets
    assert [pair.label for pair in sheet.timeline[1].details][:2] == ["Place 地点", "Ordered 下令"]
    case = model.cases[0]
    another = dataclasses.replace(
        case, people=(*case.people, PublishedPerson((Name("Another", "Latn"),), False))
    )
    (sheet,) = tell(dataclasses.replace(model, cases=(another,))).sheets
    assert [pair.label for pair in sheet.timeline[1].details][1] == "Victim 受害人"
    nobody = dataclasses.replace(case, people=(PublishedPerson((Name("Another", "Latn"),), False),))
    (sheet,) = tell(dataclasses.replace(model, cases=(nobody,))).sheets
    assert [pair.label for pair in sheet.timeline[1].details][1] == "Victim 受害人"


def test_nothing_is_told_but_the_model_and_captions(model: RedactedModel) -> None:
    left = compact("".join(tell(model).texts()))
    captions = [
        part
        for caption in texts().values()
        for text in caption.values()
        for part in re.split(r"\{\w+\}", text)
    ]
    known = {compact(text) for text in [*model.strings(), *captions] if text}
    for text in sorted(known, key=len, reverse=True):
        left = left.replace(text, "")
    # What remains: numbers of cases, figures, days; what joins names and values; half-told captions.
    assert not re.sub(r"[\d,;:/、；：·年月日]|and|morepeople|等另外|人", "", left)


def test_the_other_language_is_not_told(make_model: ModelMaker) -> None:
    english = "".join(tell(make_model(("en",))).texts())
    assert "picking quarrels" in english
    assert "寻衅滋事" not in english
    chinese = "".join(tell(make_model(("zh-Hans",))).texts())
    assert "寻衅滋事" in chinese
    assert "picking quarrels" not in chinese


def test_heading_of_many_people_is_short_and_all_of_them_follow(make_model: ModelMaker) -> None:
    people = tuple(PublishedPerson((Name(f"Invented {n}", "Latn"),), labelled=False) for n in range(9))
    model = dataclasses.replace(make_model(("en",)), cases=(CaseSheet(people=people),), chapters=WHOLE)
    (sheet,) = tell(model).sheets
    assert sheet.heading == "Invented 0, Invented 1, Invented 2, Invented 3 and 5 more people"
    assert [person.heading for person in sheet.people] == [f"Invented {n}" for n in range(9)]


def test_forms_of_a_name(make_model: ModelMaker) -> None:
    (sheet, second, third) = tell(make_model(("en",))).sheets
    assert sheet.heading == "Orvel Tannik / O. Tannikov 奥维尔·坦尼克"
    assert sheet.people[0].heading == ""  # the sheet's own heading names them
    assert second.people[0].heading == "Person A 某甲"
    assert third.heading == "Case 3"


def test_as_of_day_in_words(make_model: ModelMaker) -> None:
    assert tell(make_model(("en", "zh-Hans"))).as_of == ("As of 31 December 2020", "截至2020年12月31日")


def test_unknown_field_of_a_fact(make_model: ModelMaker) -> None:
    person = PublishedPerson(
        (Name("Invented", "Latn"),), False, (PublishedFact("odd_field", both("x", "y")),)
    )
    model = dataclasses.replace(make_model(("en",)), cases=(CaseSheet(people=(person,)),), chapters=WHOLE)
    assert tell(model).sheets[0].people[0].facts[0].label == "Odd field"


def test_the_timeline_says_whom_an_event_is_about_where_a_case_is_about_several(
    make_model: ModelMaker,
) -> None:
    names = [f"Person {letter}" for letter in "ABCDEFG"]
    people = tuple(PublishedPerson((Name(name, "Latn"),), labelled=True) for name in names)

    def told(*victims: str, of: int = 7) -> str:
        who = [Participant(both("Victim", "受害人"), both(name, name), victim=True) for name in victims]
        who.append(Participant(both("witness", "证人"), both("Person G", "Person G")))
        event = Event(date="2020", type=both("detained", "羁押"), place="Lower Quarry", who=tuple(who))
        model = dataclasses.replace(
            make_model(("en",)), cases=(CaseSheet(people=people[:of], events=(event,)),), chapters=WHOLE
        )
        (section,) = [part for part in tell(model).before if part.key == "timeline"]
        ((row,),) = [grid.rows for grid in section.grids()]
        return row.cells[1]

    assert told("Person B") == "Detained; Person B; Lower Quarry"
    assert told("Person A", "Person B") == "Detained; Person A, Person B; Lower Quarry"
    several = "Person A, Person B, Person C, Person D and 2 more people"
    assert told(*names[:6]) == f"Detained; {several}; Lower Quarry"
    assert told(*names) == told() == told("Person A", of=1) == "Detained; Lower Quarry"
    # Who is not of the sheet's people is named: what happened to them is not said of somebody else.
    assert told("Person H", of=1) == "Detained; Person H; Lower Quarry"
    assert told("Person A", "Person H", of=1) == "Detained; Person A, Person H; Lower Quarry"
    assert told("Person A", "Person H", of=2) == "Detained; Person A, Person H; Lower Quarry"


def test_timeline_has_every_event_in_the_order_of_its_first_day(make_model: ModelMaker) -> None:
    model = make_model(("en",))
    (section,) = [part for part in tell(model).before if part.key == "timeline"]
    (grid,) = section.grids()
    assert [row.cells[0] for row in grid.rows] == [
        "between 2019 and March 2020",
        "2020",
        "February 2020",
        "6 February 2020",
        "28 December 2020 (uncertain)",
        "no date",
    ]
    assert [row.link for row in grid.rows] == ["sheet2", "sheet3", "sheet1", "sheet1", "sheet1", "sheet2"]
    assert grid.rows[2].cells[1:] == (
        "Taken away; Lower Quarrytown 下石场镇; reported by the family",
        "1  Orvel Tannik / O. Tannikov 奥维尔·坦尼克",
    )


def test_list_says_under_each_band_who_and_what_for(make_model: ModelMaker) -> None:
    (section, _) = tell(make_model(("en",))).after
    shorter, none = section.grids()
    assert [heading.text for heading in section.headings()] == [
        "Less than five years",
        "No sentence is published here",
    ]
    assert [row.cells for row in shorter.rows] == [
        (
            "Orvel Tannik / O. Tannikov 奥维尔·坦尼克",
            "18 months in prison; a fine of 5,000",
            "illegal business activity; picking quarrels and provoking trouble",
            "28 December 2020 (uncertain)",
            "1",
        )
    ]
    assert [row.cells[0] for row in none.rows] == [
        "Person A 某甲",
        "Квила Зорнева Qvila Zorneva 瞿㊣拉𠮷",
    ]


def test_without_sheets_nothing_leads_to_one(make_model: ModelMaker) -> None:
    model = make_model(("en",))
    chapters = dataclasses.replace(model.chapters, parts=frozenset(Chapter) - {Chapter.SHEETS})
    story = tell(dataclasses.replace(model, chapters=chapters))
    assert not story.sheets
    assert "Case sheets" not in [entry.text for entry in story.entries()]
    grids = [grid for section in (*story.before, *story.after) for grid in section.grids()]
    assert {row.link for grid in grids for row in grid.rows} == {""}
    assert "Sheet" not in {column for grid in grids for column in grid.columns}


def test_charts_are_drawn_to_scale_and_leave_out_what_is_hidden(make_model: ModelMaker) -> None:
    (section, _) = tell(make_model(("en",))).before
    (bars,) = [element for element in section.elements if isinstance(element, BarChart)]
    assert [bar.length for bar in bars.bars] == [1.0, 12 / 1340, None, 9 / 1340]
    assert [bar.number for bar in bars.bars] == ["1,340", "12", "hidden", "9"]
    (line,) = [element for element in section.elements if isinstance(element, LineChart)]
    assert line.steps == ((0.0, "0"), (1 / 3, "10"), (2 / 3, "20"), (1.0, "30"))
    assert [at for at, point in enumerate(line.points) if point is None] == [0, 11, 22]
    assert line.points[3] == 26 / 30
    assert [text for _, text in line.marks][:2] == ["2019-01", "2019-05"]
    assert line.alternative == "Line chart: Cases by month. The table below holds the same numbers."


def test_two_languages_stand_side_by_side(make_model: ModelMaker) -> None:
    method = tell(make_model(("en", "zh-Hans"))).after[-1]
    assert all(isinstance(item, Paragraph) and len(item.columns) == 2 for item in method.elements)
    english = tell(make_model(("en",))).after[-1]
    assert {isinstance(item, Paragraph) and len(item.columns) for item in english.elements} == {1}


def test_method_speaks_of_the_parts_that_are_there(make_model: ModelMaker) -> None:
    model = make_model(("en",))
    whole = "".join(tell(model).texts())
    bare = "".join(tell(dataclasses.replace(model, chapters=ONLY_SHEETS)).texts())
    for code in ("method.figures.1", "method.admitted.1", "method.list.1", "method.timeline.1"):
        assert caption(code)["en"] in whole
        assert caption(code)["en"] not in bare


@pytest.mark.parametrize("count_all", [False, True])
def test_method_and_figures_say_the_same_of_what_is_counted(make_model: ModelMaker, count_all: bool) -> None:
    model = make_model(("en",))
    chapters = dataclasses.replace(model.chapters, count_all=count_all)
    words = "".join(tell(dataclasses.replace(model, chapters=chapters)).texts())
    said, not_said = ("all", "admitted") if count_all else ("admitted", "all")
    for code in (f"method.{said}.1", f"figures.of_{said}"):
        assert caption(code)["en"] in words
    for code in (f"method.{not_said}.1", f"figures.of_{not_said}"):
        assert caption(code)["en"] not in words


def test_method_speaks_of_labels_where_there_are_some(make_model: ModelMaker) -> None:
    model = make_model(("en",))
    summary = dataclasses.replace(model.summary, labelled=0, groups_labelled=0)
    for labelled in (0, 1):
        now = dataclasses.replace(model, summary=dataclasses.replace(summary, labelled=labelled))
        assert (caption("method.labels.1")["en"] in "".join(tell(now).texts())) is bool(labelled)


def test_a_text_in_answer_to_a_question_keeps_its_paragraphs(make_model: ModelMaker) -> None:
    said = both(*["One  day.\r\n\r\nAnother\u2028and\tmore.\n"] * 2)
    answers = (PublishedAnswer(both("What was seen?", "所见"), said),)
    person = PublishedPerson((Name("Invented", "Latn"),), labelled=False, answers=answers)
    event = Event(date="2020", type=both("sighting", "目击"), answers=answers)
    cases = (CaseSheet(people=(person,), events=(event,), answers=answers),)
    (sheet,) = tell(dataclasses.replace(make_model(("en", "zh-Hans")), cases=cases, chapters=WHOLE)).sheets
    found = [pair.value for part in sheet.people for pair in part.facts]
    assert [*found, sheet.timeline[0].details[-1].value] == ["One day.\nAnother\nand more."] * 3


def test_fact_without_a_caption_is_its_code_in_words() -> None:
    assert fact("occupation") == caption("fact.occupation")
    assert fact("shoe_size") == {"und": "Shoe size"}
