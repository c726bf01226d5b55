"""Answers to a desk's own questions go out only where a profile names the question itself."""

import json
from collections.abc import Iterable
from dataclasses import replace

import pytest

from hrddesk.records.model import codec
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import new_id
from hrddesk.records.texts.questions import QuestionType, answer_field
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.model.answer import PublishedAnswer
from hrddesk.redact.model.model import RedactedModel
from hrddesk.redact.profile.coarser import Coarser
from hrddesk.redact.profile.own_fields import OwnField
from hrddesk.redact.profile.profiles import LABELS, NAMES, DateDetail, Profile, UnknownWords
from hrddesk.redact.risks.combinations import GuessTrait
from tests.languages import both
from tests.unit.redact.invented import PUBLIC, RESTRICTED, SECRET, Desk, all_text


def with_own(*fields: OwnField, profile: Profile = NAMES) -> Profile:
    return replace(profile, own=frozenset(fields))


def told(answers: Iterable[PublishedAnswer]) -> list[tuple[str, str]]:
    return [(answer.question.text(("en",)), answer.answer.text(("en",))) for answer in answers]


def test_only_questions_that_the_profile_names_are_answered(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    lawyer = desk.question("party", "yes_no", "Had a lawyer?", labels={"zh-Hans": "有无律师？"})
    later = desk.question("party", "yes_no", "Added later?")
    asked = desk.question("case", "number", "Letters sent")
    seen = desk.question("event", "vocabulary", "Platform", vocabulary="platform")
    desk.answer(person, lawyer, "no")
    desk.answer(person, later, "yes")
    case = desk.case(person)
    desk.answer(case, asked, "12")
    event = desk.event(case, "detained", person, date="2020")
    desk.answer(event, seen, "wechat")
    assert not desk.model().cases[0].people[0].answers
    made = desk.redact(with_own(lawyer, asked, seen))
    (sheet,) = made.model.cases
    assert sheet.people[0].answers == (
        PublishedAnswer(both("Had a lawyer?", "有无律师？"), both("No", "否")),
    )
    assert told(sheet.answers) == [("Letters sent", "12")]
    assert told(sheet.events[0].answers) == [("Platform", "WeChat")]
    assert "later" not in all_text(made.model)
    assert not made.left_out
    assert RedactedModel.from_bytes(made.model.canonical()) == made.model


def test_a_question_that_was_made_anew_or_turned_into_another_is_not_let_out(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    lawyer = desk.question("party", "yes_no", "Had a lawyer?", key="own.lawyer")
    profile = with_own(lawyer)
    desk.answer(person, lawyer, "yes")
    desk.case(person)
    assert told(desk.model(profile).cases[0].people[0].answers) == [("Had a lawyer?", "Yes")]
    desk.records[lawyer.id] = desk.records[lawyer.id].with_labels(
        {"en": "Was a lawyer there?"}
    )  # worded anew, the same question
    assert told(desk.model(profile).cases[0].people[0].answers) == [("Was a lawyer there?", "Yes")]
    for change in ({"type": "text"}, {"key": "own.illness"}, {"owner": "case"}):
        was = desk.records[lawyer.id]
        desk.set(lawyer.id, **change)
        changed = desk.redact(profile)
        assert not changed.model.cases[0].people[0].answers
        assert changed.left_out == {LeftOut.QUESTION: 1}
        desk.records[lawyer.id] = was
    del desk.records[lawyer.id]
    again = desk.question("party", "yes_no", "Had a lawyer?", key="own.lawyer")
    made = desk.redact(profile)
    assert made.left_out == {LeftOut.QUESTION: 1}
    assert not made.model.cases[0].people[0].answers
    assert desk.model(with_own(again)).cases[0].people[0].answers


def test_answers_under_a_key_of_two_questions_are_nobodys(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    lawyer = desk.question("party", "yes_no", "Had a lawyer?", key="own.one")
    desk.answer(person, lawyer, "yes")
    desk.case(person)
    other = desk.question("party", "yes_no", "Was ill?", key="own.one")
    assert desk.redact(with_own(lawyer, other)).left_out == {LeftOut.QUESTION: 2}


def test_secret_questions_and_answers_stay(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    lawyer = desk.question("party", "yes_no", "Had a lawyer?", level=None)
    desk.answer(person, lawyer, "yes")
    desk.case(person)
    profile = with_own(lawyer)

    def left() -> dict[LeftOut, int]:
        made = desk.redact(profile)
        assert bool(made.left_out) is not bool(made.model.cases[0].people[0].answers)
        return dict(made.left_out)

    kept = {LeftOut.ANSWER: 1}
    assert left() == kept  # a new question is secret
    desk.set_level(lawyer.id, RESTRICTED, "record")
    assert left() == kept
    desk.set_level(lawyer.id, PUBLIC, "record")
    assert not left()
    desk.set_level(person, SECRET, "values")
    assert left() == kept
    desk.set_level(person, PUBLIC, "values")
    assert not left()


def test_free_answers_go_out_as_they_were_reviewed(desk: Desk) -> None:
    person, other = desk.party("Vero Lunt"), desk.party("Tamsin Quell", level=SECRET)
    story = desk.question("party", "long", "What happened there?", level=None)
    desk.answer(person, story, "Tamsin Quell came.\nThen it rained.")
    desk.case(person, other)
    desk.other(Kind.RELATION, subject=other, type="friend_of", object=person)
    profile = with_own(story)
    made = desk.redact(profile)
    assert made.left_out == {LeftOut.TEXT: 1, LeftOut.PERSON: 1}
    assert made.where[LeftOut.TEXT] == (person,)
    desk.review(person, answer_field(story.key), profile)
    (shown,) = desk.redact(profile, language=("en", "zh-Hans")).model.cases[0].people[0].answers
    assert shown.answer == {"und": "[person] came.\nThen it rained."}
    desk.answer(person, story, "Tamsin Quell came twice.")
    assert desk.redact(profile).left_out == {LeftOut.CHANGED_TEXT: 1, LeftOut.PERSON: 1}
    desk.set_level(story.id, SECRET, "record")
    assert desk.redact(profile).left_out == {LeftOut.ANSWER: 1, LeftOut.PERSON: 1}


def test_what_a_question_says_passes_the_censor_too(desk: Desk) -> None:
    person, hidden = desk.party("Vero Lunt"), desk.party("Tamsin Quell", level=SECRET)
    met = desk.question("party", "yes_no", "Met Tamsin Quell?")
    phone = desk.question("party", "number", "Reached at")
    desk.answer(person, met, "yes")
    desk.answer(person, phone, "13800138000")
    desk.case(person, hidden)
    answers = desk.model(with_own(met, phone)).cases[0].people[0].answers
    assert told(answers) == [("Met [person]?", "Yes"), ("Reached at", "[contact]")]


def test_answers_that_say_nothing_or_do_not_fit_are_left_out(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    fields = [
        desk.question("party", "yes_no", "Had a lawyer?"),
        desk.question("party", "number", "Children"),
        desk.question("party", "date", "Last seen"),
        desk.question("party", "vocabulary", "Platform", vocabulary="platform"),
    ]
    desk.case(person)
    profile = with_own(*fields, profile=replace(NAMES, unknown_words=UnknownWords.OTHER))
    for code in ("unknown", "not_asked", "none"):
        for field in fields:
            desk.answer(person, field, code)
        assert not desk.model(profile).cases[0].people[0].answers
    for field in fields:
        desk.answer(person, field, "in the shop of his brother")
    made = desk.redact(profile)
    assert not made.model.cases[0].people[0].answers
    assert made.left_out == {LeftOut.WORDS: 3, LeftOut.DATE: 1}


def test_an_answer_in_which_another_desk_protects_somebody_is_left_out(desk: Desk) -> None:
    """Of free texts a reader decides; of all other answers nobody is asked."""
    person = desk.party("Vero Lunt")
    field = desk.question("party", "vocabulary", "Platform", vocabulary="platform")
    desk.case(person)
    desk.answer(person, field, "quell.net")
    profile = with_own(field, profile=replace(NAMES, unknown_words=UnknownWords.MATCHED))
    assert told(desk.model(profile).cases[0].people[0].answers) == [("Platform", "quell.net")]
    desk.protected[person, answer_field(field.key)] = [("quell.net", ((0, 5),))]
    made = desk.redact(profile)
    assert not made.model.cases[0].people[0].answers
    assert made.left_out == {LeftOut.WORDS: 1}


def test_dates_are_told_as_those_of_events_are(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    seen = desk.question("party", "date", "Last seen")
    desk.answer(person, seen, "2020-02-06?")
    desk.case(person)
    profile = with_own(seen, profile=replace(NAMES, event_dates=DateDetail.MONTH))
    assert told(desk.model(profile).cases[0].people[0].answers) == [
        ("Last seen", "February 2020 (uncertain)")
    ]
    none = desk.redact(replace(profile, event_dates=DateDetail.NONE))
    assert not none.left_out
    assert not none.model.cases[0].people[0].answers


def test_answers_stand_in_the_order_of_the_questions(desk: Desk) -> None:
    person = desk.party("Vero Lunt")
    second = desk.question("party", "yes_no", "Second?", position=2, key="own.a")
    first = desk.question("party", "yes_no", "First?", position=1, key="own.b")
    desk.answer(person, second, "yes")
    desk.answer(person, first, "no")
    desk.case(person)
    answers = desk.model(with_own(first, second)).cases[0].people[0].answers
    assert told(answers) == [("First?", "No"), ("Second?", "Yes")]


def test_rare_answers_of_labelled_people_are_warned_of(desk: Desk) -> None:
    flag = desk.question("party", "yes_no", "Sits in a wheelchair?")
    seen = desk.question("party", "date", "Last seen")
    for number in range(6):
        person = desk.party(f"Vero Lunt{'abcdef'[number]}", sex="female")
        desk.answer(person, flag, "yes" if number == 0 else "no")
        desk.answer(person, seen, f"2020-02-0{number + 1}")
        desk.case(person)
    profile = with_own(flag, seen, profile=LABELS)
    (rare,) = desk.redact(profile).combinations.rare
    assert rare.traits == (GuessTrait.SEX, GuessTrait.ANSWER)
    assert Coarser.NO_ANSWERS in rare.coarser
    assert not desk.redact(profile, coarser=[Coarser.NO_ANSWERS]).combinations.rare


def test_labels_do_not_follow_from_the_ids_or_keys_of_questions(desk: Desk) -> None:
    def world(key: str) -> bytes:
        made = Desk()
        people = [made.party(name, level=RESTRICTED) for name in ("Vero Lunt", "Odal Brisk")]
        field = made.question("party", "text", "Who came?", key=key)
        made.answer(people[0], field, "Odal Brisk came.")
        made.case(*people)
        profile = with_own(field, profile=LABELS)
        made.review(people[0], answer_field(field.key), profile)
        return made.redact(profile).model.canonical()

    assert len({world(f"own.{number}") for number in range(8)}) == 1


def test_a_profile_is_read_as_it_was_written_and_may_name_no_question() -> None:
    field = OwnField(owner="party", key="own.lawyer", id=new_id(), type=QuestionType.YES_NO)
    profile = with_own(field)
    assert codec.load(Profile, codec.canonical(profile)) == profile
    assert "own" not in codec.write(NAMES)
    for wrong in ({"id": "no id"}, {"type": "colour"}, {"vocabulary": 1}, {"more": 1}, {"owner": None}):
        (named,) = codec.write(profile)["own"]
        with pytest.raises(ValueError, match=r"^own\[0\]"):
            codec.read(Profile, codec.write(NAMES) | {"own": [named | wrong]})


def test_a_shipped_question_is_none_of_the_desks_own(desk: Desk) -> None:
    from hrddesk.records.texts.questions import templates

    question = templates()["detention"].sections[0].questions[0]
    with pytest.raises(ValueError, match="shipped"):
        OwnField.of(question)
    person = desk.party("Vero Lunt")
    same = desk.question("party", "yes_no", "Ours?", key=question.key)
    desk.answer(person, same, "yes")
    desk.case(person)
    assert desk.redact(with_own(same)).left_out == {LeftOut.QUESTION: 1}


def test_a_case_of_nothing_but_answers_is_published(desk: Desk) -> None:
    field = desk.question("case", "yes_no", "Did the embassy ask?")
    case = desk.case()
    desk.answer(case, field, "yes")
    (sheet,) = desk.model(with_own(field)).cases
    assert told(sheet.answers) == [("Did the embassy ask?", "Yes")]


def test_an_empty_list_of_answers_is_no_model(desk: Desk) -> None:
    desk.case(desk.party("Vero Lunt"))
    value = json.loads(desk.model().canonical())
    value["cases"][0]["answers"] = []
    with pytest.raises(ValueError, match=r"cases\[0\].answers: empty"):
        RedactedModel.from_bytes(json.dumps(value).encode())


def test_records_of_a_newer_kind_of_question_are_passed_over(desk: Desk) -> None:
    desk.other(Kind.FIELD, PUBLIC, owner="party", type="colour", key="own.colour", labels={"en": "Colour"})
    desk.case(desk.party("Vero Lunt"))
    assert not desk.redact().left_out


def test_answers_stand_in_no_order_of_hidden_names_or_of_records() -> None:
    """Questions of one position are in the order of what is printed, and bear no label."""

    def told_of(first: str, second: str, *, turned: bool) -> tuple[PublishedAnswer, ...]:
        desk = Desk()
        friend, other = desk.party(first, sex="female"), desk.party(second)
        asked = [
            ("Known to {}?", friend, "yes"),
            ("Known to {}?", other, "no"),
            ("Alone?", None, "no"),
            ("Alone?", None, "yes"),
        ]
        fields = []
        person = desk.party("Ansel")
        for words, known, said in reversed(asked) if turned else asked:
            name = "" if known is None else (first if known == friend else second)
            fields.append(desk.question("party", "yes_no", words.format(name)))
            desk.answer(person, fields[-1], said)
        desk.case(person, friend, other)
        cases = desk.redact(with_own(*fields), label=[friend, other]).model.cases
        return next(who.answers for who in cases[0].people if not who.labelled)

    made = told_of("Berta", "Cyril", turned=False)
    assert told(made) == [
        ("Alone?", "No"), ("Alone?", "Yes"), ("Known to [person]?", "No"), ("Known to [person]?", "Yes"),
    ]  # fmt: skip
    assert told_of("Cyril", "Berta", turned=True) == made
