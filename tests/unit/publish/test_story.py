"""The story of a model: all of it, in order, and no word of its own but captions."""

import dataclasses
import re
from collections.abc import Callable

from hrddesk.publish.captions import caption, fact, load
from hrddesk.publish.story import tell
from hrddesk.redact.model import Bilingual, Case, Fact, Language, Name, Person, RedactedModel

ModelMaker = Callable[..., RedactedModel]


def compact(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()


def test_every_text_of_the_model_is_told(model: RedactedModel) -> None:
    told = compact("".join(tell(model).texts()))
    victim = caption("role.victim")
    for text in model.strings():
        if text not in (model.as_of.isoformat(), victim.en, victim.zh):
            assert compact(text) in told


def test_victim_goes_without_saying_on_the_sheet_of_one_person(make_model: ModelMaker) -> None:
    model = make_model(Language.BOTH, 1)
    (sheet,) = tell(model).sheets
    assert [pair.label for pair in sheet.timeline[1].details][:2] == ["Place 地点", "Ordered 下令"]
    case = model.cases[0]
    another = dataclasses.replace(case, people=(*case.people, Person((Name("Another", "Latn"),), False)))
    (sheet,) = tell(dataclasses.replace(model, cases=(another,))).sheets
    assert [pair.label for pair in sheet.timeline[1].details][1] == "Victim 受害人"
    nobody = dataclasses.replace(case, people=(Person((Name("Another", "Latn"),), False),))
    (sheet,) = tell(dataclasses.replace(model, cases=(nobody,))).sheets
    assert [pair.label for pair in sheet.timeline[1].details][1] == "Victim 受害人"


def test_nothing_is_told_but_the_model_and_captions(model: RedactedModel) -> None:
    left = compact("".join(tell(model).texts()))
    captions = [text for both in load().values() for text in (both.en, both.zh)]
    known = {compact(text) for text in [*model.strings(), *captions] if text}
    for text in sorted(known, key=len, reverse=True):
        left = left.replace(text, "")
    # What remains: numbers of cases, figures, days; what joins names and values; half-told captions.
    assert not re.sub(r"[\d,;:/、；：·年月日]|and|morepeople|等另外|人", "", left)


def test_the_other_language_is_not_told(make_model: ModelMaker) -> None:
    english = "".join(tell(make_model(Language.EN)).texts())
    assert "picking quarrels" in english
    assert "寻衅滋事" not in english
    chinese = "".join(tell(make_model(Language.ZH)).texts())
    assert "寻衅滋事" in chinese
    assert "picking quarrels" not in chinese


def test_heading_of_many_people_is_short_and_all_of_them_follow(make_model: ModelMaker) -> None:
    people = tuple(Person((Name(f"Invented {n}", "Latn"),), labelled=False) for n in range(9))
    model = dataclasses.replace(make_model(Language.EN), cases=(Case(people),))
    (sheet,) = tell(model).sheets
    assert sheet.heading == "Invented 0, Invented 1, Invented 2, Invented 3 and 5 more people"
    assert [person.heading for person in sheet.people] == [f"Invented {n}" for n in range(9)]


def test_forms_of_a_name(make_model: ModelMaker) -> None:
    (sheet, second, third) = tell(make_model(Language.EN)).sheets
    assert sheet.heading == "Orvel Tannik / O. Tannikov 奥维尔·坦尼克"
    assert sheet.people[0].heading == ""  # the sheet's own heading names them
    assert second.people[0].heading == "Person A 某甲"
    assert third.heading == "Case 3"


def test_as_of_day_in_words(make_model: ModelMaker) -> None:
    assert tell(make_model(Language.BOTH)).as_of == ("As of 31 December 2020", "截至2020年12月31日")


def test_unknown_field_of_a_fact(make_model: ModelMaker) -> None:
    person = Person((Name("Invented", "Latn"),), False, (Fact("odd_field", Bilingual("x", "y")),))
    model = dataclasses.replace(make_model(Language.EN), cases=(Case((person,)),))
    assert tell(model).sheets[0].people[0].facts[0].label == fact("odd_field").en == "Odd field"
