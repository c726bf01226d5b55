"""All questions about the texts of a publication: one list, where one decision holds for a word."""

from dataclasses import replace
from typing import Any

import pytest

from hrddesk.actions.content_review import text_decisions, text_questions, texts
from hrddesk.actions.content_review.text_questions import Group, TextQuestion
from hrddesk.actions.content_review.texts import ReadText, TextState
from hrddesk.actions.publishing import publications
from hrddesk.actions.records import cases, history, parties, sources
from hrddesk.actions.scope.publication_request import PublishRequest
from hrddesk.errors import InvalidValue
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.redact.passages.occurrences import IdentifierKind
from hrddesk.redact.passages.wording import Decision, How
from hrddesk.redact.profile.profiles import LABELS
from hrddesk.store.publications import protected_texts
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job

FIRST = "On Sunday Brisk came home. Tamsin Quell told us.\n\nLater Brisk left; the market was open on Sunday."
SECOND = "Brisk was seen on a Sunday. Then Quell wept."


@pytest.fixture
def chosen(session: Session) -> tuple[RecordId, RecordId]:
    """Two cases: Odal Brisk stands in the first; they have to do with Vero Sunday and Ana Quell, too."""
    first = cases.create(session, {"title": "The mill", "narrative": FIRST}).result
    second = cases.create(session, {"title": "The quarry", "narrative": SECOND}).result
    for name, case in (("Vero Sunday", None), ("Ana Quell", None), ("Odal Briskmore Brisk", first)):
        _person(session, name, first, second, case=case)
    text = session.store.get(first).text("narrative")
    with session.store.change("test"):
        place = (text.index("Tamsin Quell"), text.index("Tamsin Quell") + len("Tamsin Quell"))
        protected_texts.note(session.store.db, 1, first, "narrative", text, [place])
    return first, second


def _person(session: Session, name: str, *near: RecordId, case: RecordId | None = None) -> None:
    """Make somebody of a case, or of none, with whom some cases have to do."""
    person = parties.create(session, {"kind": "person"}, {"names": [{"name": name}]}, case, "subject").result
    with session.store.change("test") as change:
        for other in near:
            relation = Record(kind=Kind.RELATION, id=new_id())
            change.put(relation.with_fields(subject=person, type="other", object=other))


def _read(session: Session, *only: RecordId, profile: str = "labels", **asked: Any) -> list[ReadText]:
    return texts.read_all(session.store, PublishRequest(profile=profile, cases=only or None, **asked))


def _list(session: Session, *only: RecordId) -> tuple[TextQuestion, ...]:
    return text_questions.questions(_read(session, *only))


def _asked(listed: tuple[TextQuestion, ...], words: str) -> TextQuestion:
    (found,) = (question for question in listed if question.words == words)
    return found


def _answer(session: Session, question: TextQuestion, how: How) -> None:
    text_questions.answer(session, _read(session), [(question, how)])


def test_each_word_is_asked_once_protected_people_first(
    session: Session, chosen: tuple[RecordId, RecordId]
) -> None:
    refs = [f"{session.store.get(case).text('ref')}:narrative" for case in chosen]
    listed = _list(session)
    assert [(one.group, one.words, len(one.places)) for one in listed] == [
        (Group.PROTECTED, "Brisk", 3),
        (Group.PROTECTED, "Tamsin Quell", 1),
        (Group.WORD, "Sunday", 3),
        (Group.WORD, "Quell", 1),
    ]
    assert {one.refs for one in listed if one.words == "Sunday"} == {tuple(refs)}
    sunday = _asked(listed, "Sunday")
    assert [place.sentence for place in sunday.places] == [
        "On Sunday Brisk came home.",
        "Later Brisk left; the market was open on Sunday.",
        "Brisk was seen on a Sunday.",
    ]
    assert all(place.sentence[slice(*place.within)] == "Sunday" for place in sunday.places)
    assert [one.words for one in _list(session, chosen[1])] == ["Brisk", "Sunday", "Quell"]


def test_a_question_tells_nobody_who_is_a_source(session: Session, chosen: tuple[RecordId, RecordId]) -> None:
    third = cases.create(
        session, {"title": "The road", "narrative": "Kestrel and Brisk wept with Quell."}
    ).result
    cases.create(session, {"title": "The gate", "narrative": "A kestrel flew."})
    sources.create(session, {"title": "A letter", "code_name": "Kestrel"})
    _person(session, "Mara Quell", case=third)
    for party in session.store.all(Kind.PARTY):
        with session.store.change("test") as change:
            relation = Record(kind=Kind.RELATION, id=new_id())
            change.put(relation.with_fields(subject=party.id, type="other", object=third))
    listed = _list(session, third)
    told = {one.words: (one.people, one.others) for one in listed}
    assert told["Kestrel"] == told["Brisk"] == ((), True), "a source, and somebody of another case"
    assert told["Quell"] == (("Mara Quell",), True)
    assert "source" not in repr(listed).lower()
    kinds = {one.kind for text in _read(session) for one in text.review.found}
    assert IdentifierKind.SOURCE not in kinds
    assert _asked(_list(session), "Brisk").people == ("Odal Briskmore Brisk",), "whose case is in the list"


def test_a_decision_holds_for_a_text_or_for_all_and_is_undone_as_one(
    session: Session, chosen: tuple[RecordId, RecordId]
) -> None:
    sunday = _asked(_list(session), "Sunday")
    first, second = sunday.refs
    _answer(session, sunday.within([first]), How.STAY)
    left = _asked(_list(session), "Sunday")
    assert left.refs == (second, first)
    assert [place.ref for place in left.waiting] == [second]
    _answer(session, left.within([second]), How.LABEL)
    assert _asked(_list(session), "Sunday").waiting == ()
    assert texts.occurrences(session, second, "labels").result.startswith("Brisk was seen on a [person].")
    history.undo(session)
    history.undo(session)
    before = session.store.history.head().number
    _answer(session, _asked(_list(session), "Sunday"), How.STAY)
    assert _asked(_list(session), "Sunday").waiting == ()
    history.undo(session)
    assert len(_asked(_list(session), "Sunday").waiting) == 3
    assert session.store.history.head().number > before


def test_whoever_stands_in_the_case_gets_the_own_label_others_none(
    session: Session, chosen: tuple[RecordId, RecordId]
) -> None:
    third = cases.create(
        session, {"title": "The road", "narrative": "It was Friday. Once Lunthal wept."}
    ).result
    _person(session, "Vero Lunthal", third)
    parties.create(session, {"kind": "person"}, {"names": [{"name": "Ede Friday"}]}, third, "subject")
    listed = _list(session, third)
    for words in ("Lunthal", "Friday"):
        _answer(session, _asked(listed, words), How.LABEL)
    ref = _asked(listed, "Friday").refs[0]
    assert texts.occurrences(session, ref, "labels").result == "It was Person ?. Once [person] wept."


def test_a_word_with_a_capital_is_another_one(session: Session) -> None:
    case = cases.create(session, {"title": "The road", "narrative": "We hope. Then we saw Hope."}).result
    cases.create(session, {"title": "The mill", "narrative": "There was hope."})
    parties.create(session, {"kind": "person"}, {"names": [{"name": "Hope"}]}, case, "subject")
    listed = _list(session, case)
    _answer(session, _asked(listed, "hope"), How.STAY)
    assert [one.words for one in _list(session, case) if one.waiting] == ["Hope"]


def test_a_text_waits_for_its_reader_once_all_is_decided(
    session: Session, chosen: tuple[RecordId, RecordId]
) -> None:
    read = _read(session, chosen[1])
    assert list(text_questions.waiting(read)) == []
    text_questions.answer(session, read, [(one, How.STAY) for one in text_questions.questions(read)])
    (text,) = text_questions.waiting(_read(session, chosen[1]))
    texts.review(session, text.ref, "labels", text.review.digest, text.review.printed)
    (reviewed,) = _read(session, chosen[1])
    assert reviewed.review.state is TextState.REVIEWED
    assert list(text_questions.waiting([reviewed])) == []


@pytest.mark.parametrize("how", [How.STAY, How.LABEL])
def test_what_was_decided_stays_in_the_list_and_is_decided_otherwise(
    session: Session, chosen: tuple[RecordId, RecordId], how: How
) -> None:
    before = _list(session)
    for one in before:
        _answer(session, one, how)
    after = _list(session)
    assert [(one.group, one.words, one.people, one.others) for one in after] == [
        (one.group, one.words, one.people, one.others) for one in before
    ]
    assert {place.decision.how for one in after for place in one.places if place.decision} == {how}
    assert not any(one.waiting for one in after)
    for one in after:
        _answer(session, one, How.STAY)
    results = [text.review.result for text in _read(session)]
    assert results == [FIRST, SECOND]


def test_a_text_that_changed_while_it_was_read_is_not_decided(
    session: Session, chosen: tuple[RecordId, RecordId]
) -> None:
    read = _read(session)
    asked = text_questions.questions(read)
    cases.edit(session, chosen[1], {"narrative": "Brisk fled. " + SECOND})
    with pytest.raises(InvalidValue, match="read it again"):
        text_questions.answer(session, read, [(one, How.STAY) for one in asked])
    assert len(_asked(_list(session), "Sunday").waiting) == 3, "none of them is decided"


@pytest.mark.parametrize("touched", [False, True])
def test_a_kept_word_is_asked_again_once_somebody_has_that_name(
    session: Session, chosen: tuple[RecordId, RecordId], touched: bool
) -> None:
    for one in _list(session):
        _answer(session, one, How.STAY)
    for text in text_questions.waiting(_read(session)):
        texts.review(session, text.ref, "labels", text.review.digest, text.review.printed)
    assert not any(one.waiting for one in _list(session))
    if touched:
        cases.edit(session, chosen[1], {"narrative": f"It rained. {SECOND}"})
        assert not any(one.waiting for one in _list(session)), "decisions move with their words"
    for name in ("Ivo Sunday", "Mara Quell"):
        _person(session, name, *chosen)
    read = _read(session)
    assert {text.review.state for text in read} == {TextState.CHANGED}
    again = ["Tamsin Quell", "Sunday", "Quell"]
    assert [one.words for one in _list(session) if one.waiting] == again
    assert list(text_questions.waiting(read)) == [], "it is asked first"
    while again:
        _answer(session, _asked(_list(session), again.pop()), How.STAY)
        assert [one.words for one in _list(session) if one.waiting] == again, "the other words still wait"
    for text in text_questions.waiting(_read(session)):
        texts.review(session, text.ref, "labels", text.review.digest, text.review.printed)
    assert {text.review.state for text in _read(session)} == {TextState.REVIEWED}


def test_a_word_that_goes_only_beside_another_case_is_asked_about_in_the_list(session: Session) -> None:
    mill = cases.create(session, {"title": "The mill", "narrative": "Brisk came home."}).result
    quarry = cases.create(session, {"title": "The quarry", "narrative": "It rained."}).result
    _person(session, "Odal Brisk", case=quarry)
    assert _list(session, mill) == (), "alone, nobody of that name has to do with it"
    asked = _asked(_list(session, mill, quarry), "Brisk")
    assert asked.people == ("Odal Brisk",)
    read = _read(session, mill, quarry)
    text_questions.answer(session, read, [(asked, How.STAY)])
    for text in text_questions.waiting(_read(session, mill, quarry)):
        texts.review(session, text.ref, "labels", text.review.digest, text.review.printed)
    for chosen in ([mill, quarry], [mill]):
        states = [text.review.state for text in _read(session, *chosen)]
        assert states == [TextState.REVIEWED] * len(chosen)
    assert [row.states["labels"] for row in texts.list_texts(session.store, ["labels"])] == [
        TextState.REVIEWED
    ] * 2


def test_whoever_confirms_a_text_by_itself_takes_no_wider_review_away(session: Session) -> None:
    mill = cases.create(session, {"title": "The mill", "narrative": "Brisk came home on Sunday."}).result
    quarry = cases.create(session, {"title": "The quarry", "narrative": "It rained."}).result
    for called, case in (("Odal Brisk", quarry), ("Vero Sunday", mill)):
        _person(session, called, case=case)
    read = _read(session, mill, quarry)
    text_questions.answer(session, read, [(one, How.STAY) for one in text_questions.questions(read)])
    first = _read(session, mill, quarry)[0]
    texts.review(session, first.ref, "labels", first.review.digest, first.review.printed)
    alone, changes = texts.review(session, first.ref, "labels")
    assert (alone.state, changes.act) == (TextState.REVIEWED, None)
    assert _read(session, mill, quarry)[0].review.state is TextState.REVIEWED
    text_decisions.decide(session, first.ref, "labels", Decision(19, 25, How.LABEL, "place"))
    texts.review(session, first.ref, "labels")
    waiting = [one.words for one in text_questions.questions(_read(session, mill, quarry)) if one.waiting]
    assert waiting == ["Brisk"], "the text by itself never asked about it"


def test_a_place_that_goes_only_beside_another_case_is_decided_as_it_was_read(session: Session) -> None:
    """The attack: the text was read alone, where nothing stood at that place, and other words named him."""
    mill = cases.create(session, {"title": "The mill", "narrative": "Brisk came home."}).result
    quarry = cases.create(session, {"title": "The quarry", "narrative": "It rained."}).result
    _person(session, "Odal Brisk", case=quarry)
    first = _read(session, mill, quarry)[0]
    ref, printed = first.ref, first.review.printed
    word, home = (0, 5), (11, 15)
    named = Decision(*home, How.WORDS, "to Brisk")
    with pytest.raises(InvalidValue, match="these words may name somebody"):
        text_decisions.decide(session, ref, "labels", named, printed=printed)
    text_decisions.decide(session, ref, "labels", Decision(*word, How.STAY), printed=printed)
    assert _read(session, mill, quarry)[0].review.undecided == 0
    text_decisions.leave_to_profile(session, ref, "labels", word, printed)
    text_decisions.take_over(session, ref, "labels", "names", printed)
    assert _asked(_list(session, mill, quarry), "Brisk").waiting


def test_who_is_not_named_in_a_publication_is_asked_about_as_others_are(session: Session) -> None:
    """The profile would name them; the publication labels one, and another does not appear in it."""
    case = cases.create(
        session, {"title": "The mill", "narrative": "We hope that on Sunday Ana Quell came."}
    ).result
    for called, role in (("Vero Sunday", "subject"), ("Hope", "relative"), ("Ana Quell", "relative")):
        person = parties.create(session, {"kind": "person"}, {"names": [{"name": called}]}, case, role).result
        with session.store.change("test") as change:
            change.put(session.store.get(person).with_visibility(Visibility.PUBLIC))
    listed = text_questions.questions(_read(session, case, profile="names"))
    assert [one.words for one in listed] == ["hope"], "relatives do not appear unless somebody adds them"
    sunday = next(party.id for party in session.store.all(Kind.PARTY) if "Sunday" in str(party.lists))
    read = _read(session, case, profile="names", label=frozenset({sunday}))
    listed = text_questions.questions(read)
    assert {one.words for one in listed} == {"hope", "Sunday"}
    text_questions.answer(session, read, [(one, How.STAY) for one in listed])
    (text,) = _read(session, case, profile="names", label=frozenset({sunday}))
    texts.review(session, text.ref, "names", text.review.digest, text.review.printed)
    for label in (frozenset({sunday}), frozenset[RecordId]()):
        (text,) = _read(session, case, profile="names", label=label)
        assert text.review.state is TextState.REVIEWED
    (row,) = texts.list_texts(session.store, ["names"])
    assert row.states == {"names": TextState.REVIEWED}


def test_a_text_is_shown_as_it_is_printed(session: Session) -> None:
    """The attack: somebody labelled a person, and read the name under "how it would be published"."""
    text = "Vero Lunt came with Ana Quell."
    case = cases.create(session, {"title": "The mill", "narrative": text}).result
    for called, role in (("Vero Lunt", "subject"), ("Ana Quell", "relative")):
        person = parties.create(session, {"kind": "person"}, {"names": [{"name": called}]}, case, role).result
        with session.store.change("test") as change:
            change.put(session.store.get(person).with_visibility(Visibility.PUBLIC))
    lunt = next(party.id for party in session.store.all(Kind.PARTY) if "Lunt" in str(party.lists))
    (shown,) = _read(session, case, profile="names", label=frozenset({lunt}))
    assert shown.review.result == "Person ? came with [person]."
    assert [one.becomes for one in shown.review.found] == ["Person ?", "[person]"]
    (named,) = _read(session, case, profile="names", added=frozenset(session.store.ids(Kind.PARTY)))
    assert named.review.result == text


def test_the_search_for_questions_says_how_far_it_is(
    session: Session, chosen: tuple[RecordId, RecordId]
) -> None:
    steps: list[tuple[int, int]] = []
    texts.read_all(
        session.store, PublishRequest(profile="labels"), Job(lambda done, total: steps.append((done, total)))
    )
    assert steps == [(0, 2), (1, 2)]


def test_a_part_of_the_name_of_somebody_of_another_case_whom_nobody_asked_for_consent_is_no_question(
    session: Session,
) -> None:
    told = cases.create(session, {"title": "The mill", "narrative": "They saw Brisk at the mill."}).result
    other = cases.create(session, {"title": "The dam", "narrative": "Nobody came."}).result
    for case, name in ((told, "Tamsin Quell"), (other, "Odal Brisk")):
        parties.create(session, {"kind": "person"}, {"names": [{"name": name}]}, case, "subject")
    publications.save_profile(session, replace(LABELS, name="own", consent_needed=True))
    asked = text_questions.questions(_read(session, told, profile="own"))
    assert not [
        question for question in asked if "Brisk" in question.words and question.group is Group.PROTECTED
    ]
    together = text_questions.questions(_read(session, told, other, profile="own"))
    assert [question.words for question in together if question.group is Group.PROTECTED] == ["Brisk"]


def test_a_word_that_is_covered_is_asked_about_wherever_it_may_be_a_name(session: Session) -> None:
    told = "The baker came with his brother Rahim. The men asked Rahim; Rahim wept."
    case = cases.create(session, {"title": "The mill", "narrative": told}).result
    other = cases.create(session, {"title": "The quarry", "narrative": "They left; Rahim saw it."}).result
    first, second = (f"{session.store.get(one).text('ref')}:narrative" for one in (case, other))
    asked = _asked(_list(session), "Rahim")
    assert [place.ref for place in asked.places] == [first, first, first, second]
    assert asked.waiting == asked.places
    assert not [*text_questions.waiting(_read(session))], "something is asked about each of them"
    _answer(session, asked.within([first]), How.LABEL)
    asked = _asked(_list(session), "Rahim")
    assert [place.ref for place in asked.waiting] == [second]
    results = [text.review.result for text in _read(session)]
    assert results[0] == "The baker came with his brother [person]. The men asked [person]; [person] wept."
    _answer(session, asked.within([second]), How.STAY)
    asked = _asked(_list(session), "Rahim")
    assert [place.decision and place.decision.how for place in asked.places] == [How.LABEL] * 3 + [How.STAY]
    _answer(session, asked, How.LABEL)
    assert _read(session)[1].review.result == "They left; [person] saw it."


def test_what_is_covered_is_asked_about_in_texts_that_did_not_ask(session: Session) -> None:
    told = "A guard brought Tamsin Quell home."
    case = cases.create(session, {"title": "The mill", "narrative": told}).result
    cases.create(session, {"title": "The quarry", "narrative": "They left; Tamsin Quell saw it."})
    with session.store.change("test"):
        protected_texts.note(session.store.db, 1, case, "narrative", told, [(16, 28)])
    asked = _asked(_list(session), "Tamsin Quell")
    assert len(asked.places) == 1, "elsewhere it may be anybody's name"
    _answer(session, asked, How.STAY)
    assert not _asked(_list(session), "Tamsin Quell").waiting
    _answer(session, asked, How.LABEL)
    assert [one.span for one in _asked(_list(session), "Tamsin Quell").waiting] == [(11, 23)]


@pytest.mark.parametrize("how", [How.STAY, How.LABEL])
def test_a_word_that_is_answered_is_still_said_to_mean_what_was_asked(session: Session, how: How) -> None:
    case = cases.create(
        session, {"title": "The mill", "narrative": "Officer Zhang asked. Then it rained."}
    ).result
    other = cases.create(session, {"title": "The quarry", "narrative": "It snowed."}).result
    _person(session, "Zhao Ming", case=other)  # begins like it, and has nothing to do with the mill
    asked = _asked(_list(session), "Zhang")
    assert (asked.group, asked.form, asked.people) == (Group.UNKNOWN, IdentifierKind.UNKNOWN, ())
    _answer(session, asked, how)
    answered = _asked(_list(session), "Zhang")
    assert (answered.group, answered.form, answered.people) == (Group.UNKNOWN, IdentifierKind.UNKNOWN, ())
    assert [place.decision and place.decision.how for place in answered.places] == [how]
    (text,) = (text for text in _read(session, case) if text.review.record == case)
    assert [shown.people for shown in text.review.found] == [()]


def test_only_texts_in_the_languages_of_the_publication_are_asked_about(session: Session) -> None:
    said = {"en": "Officer Quell asked.", "ru": "Судья Кузнецов спросил.", "": "Judge Marlowe asked."}
    for code, words in said.items():
        cases.create(session, {"title": "The mill", "narrative": words, "text_language": code})

    def asked(*languages: str) -> list[str]:
        return [text.review.text for text in _read(session, languages=languages)]

    assert asked() == [*said.values()]
    assert asked("en") == [said["en"], said[""]]
    assert asked("zh-Hans", "ru") == [said["ru"], said[""]]
