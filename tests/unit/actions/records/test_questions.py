"""A desk asks questions of its own; answers are found by a key that never changes."""

import pytest

from hrddesk.actions.records import cases, events, history, parties, questions
from hrddesk.actions.records.questions import Definition
from hrddesk.errors import InvalidValue, RecordNotFound
from hrddesk.records.language.labels import CHINESE
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.vault.session import Session


def _party(session: Session) -> RecordId:
    return parties.create(session, {}, {"names": [{"name": "Tashi Wengar"}]}).result


def _ask(
    session: Session,
    *,
    owner: str = "party",
    type: str = "text",  # noqa: A002  (as questions have it)
    en: str = "Shoes?",
    zh: str | None = None,
    vocabulary: str | None = None,
    template: str | None = None,
) -> str:
    made = questions.add(
        session,
        Definition(
            owner=owner, type=type, labels={"en": en, "zh-Hans": zh}, vocabulary=vocabulary, template=template
        ),
    ).result
    return session.store.get(made).text("key")


def _said(session: Session, party: RecordId) -> list[str]:
    record = session.store.get(party)
    return [answer for _, answer in questions.shown_for(session.store, Kind.PARTY, record)]


def test_questions_are_asked_in_their_order_about_their_kind(session: Session) -> None:
    first, second = _ask(session, zh="鞋？"), _ask(session, en="Hat?")
    event = _ask(session, en="Weather?", owner="event")
    assert [q.key for q in questions.own(session.store, Kind.PARTY)] == [first, second]
    assert [q.key for q in questions.own(session.store)] == [first, second, event]
    questions.edit(session, second, Definition(labels={"zh-Hans": "帽子？"}, position=0))
    assert [q.label(CHINESE) for q in questions.own(session.store, Kind.PARTY)] == ["帽子？", "鞋？"]


def test_answers_are_kept_secret_and_changed_one_by_one(session: Session) -> None:
    shoes, hat = _ask(session), _ask(session, en="Hat?", type="yes_no")
    party = _party(session)
    questions.answer(session, party, {shoes: "brown", hat: "是"})
    questions.answer(session, party, {shoes: "not_asked"})
    record = session.store.get(party)
    assert questions.answers_of(record) == {shoes: "not_asked", hat: "yes"}
    assert record.visibility("values") is Visibility.SECRET
    questions.answer(session, party, {shoes: ""})
    assert questions.answers_of(session.store.get(party)) == {hat: "yes"}


def test_answers_of_shipped_forms_are_kept_alike(session: Session) -> None:
    party = _party(session)
    questions.answer(session, party, {"wgad.nationality": "unknown"})
    assert questions.answers_of(session.store.get(party)) == {"wgad.nationality": "unknown"}


def test_a_retired_question_is_asked_no_more_and_its_answers_stay(session: Session) -> None:
    shoes = _ask(session)
    party, other = _party(session), _party(session)
    questions.answer(session, party, {shoes: "brown"})
    questions.retire(session, shoes)
    assert questions.own(session.store) == []
    assert [said for _, said in questions.shown_for(session.store, Kind.PARTY, session.store.get(party))] == [
        "brown"
    ]
    assert _said(session, other) == []
    assert questions.shown_for(session.store, Kind.PARTY) == []
    assert questions.uses(session.store, questions.find(session.store, shoes)) == 1
    questions.restore(session, shoes)
    assert [said for _, said in questions.shown_for(session.store, Kind.PARTY, session.store.get(other))] == [
        ""
    ]


def test_cases_and_events_are_asked_too(session: Session) -> None:
    case = cases.create(session, {"title": "x"}).result
    event = events.add(session, case, {"type": "detained"}).result
    about_case = _ask(session, owner="case", type="number")
    about_event = _ask(session, owner="event", type="vocabulary", vocabulary="platform")
    questions.answer(session, case, {about_case: "3"})
    questions.answer(session, event, {about_event: "微信"})
    assert questions.answers_of(session.store.get(event)) == {about_event: "wechat"}
    with pytest.raises(InvalidValue):
        questions.answer(session, event, {about_case: "3"})
    with pytest.raises(RecordNotFound):
        questions.answer(session, case, {"own.none": "3"})


@pytest.mark.parametrize(
    "said",
    [
        {"en": "", "zh": " "},
        {"en": "x" * 301},
        {"owner": "place"},
        {"type": "hologram"},
        {"type": "vocabulary"},
        {"type": "text", "vocabulary": "charge"},
        {"template": "no_such"},
        {"template": "wgad", "owner": "case"},
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(session: Session, said: dict[str, str]) -> None:
    with pytest.raises(InvalidValue):
        _ask(session, **said)
    assert list(session.store.all(Kind.FIELD)) == []


def test_keys_are_fixed_and_shipped_questions_are_not_changed(session: Session) -> None:
    questions.add(session, Definition(owner="party", type="text", labels={"en": "Shoes?"}), "own.shoes")
    with pytest.raises(InvalidValue):
        questions.add(session, Definition(owner="party", type="text", labels={"en": "Hat?"}), "own.shoes")
    with pytest.raises(InvalidValue):
        questions.retire(session, "wgad.nationality")
    with pytest.raises(RecordNotFound):
        questions.find(session.store, "nowhere")


def test_a_question_is_asked_earlier_or_later_among_those_of_its_kind(session: Session) -> None:
    for key, owner in (("a", "party"), ("b", "party"), ("x", "event"), ("c", "party")):
        questions.add(session, Definition(owner=owner, type="text", labels={"en": key}), f"own.{key}")

    def order() -> list[str]:
        return [question.key for question in questions.own(session.store, Kind.PARTY)]

    questions.move(session, "own.c", -1)
    assert order() == ["own.a", "own.c", "own.b"]
    questions.move(session, "own.c", -5)
    assert order() == ["own.c", "own.a", "own.b"]
    act = questions.move(session, "own.c", 9).changes.act
    assert order() == ["own.a", "own.b", "own.c"]
    assert act is not None
    history.undo(session, act)
    assert order() == ["own.c", "own.a", "own.b"]
    with pytest.raises(InvalidValue):
        questions.move(session, "wgad.names", 1)


def test_the_level_of_a_question_is_said_with_its_words(session: Session) -> None:
    made = questions.add(
        session, Definition(owner="party", type="text", labels={"en": "Shoes?"}, level="restricted")
    ).result
    assert session.store.get(made).visibility("record") is Visibility.RESTRICTED
    with pytest.raises(InvalidValue):
        questions.add(session, Definition(owner="party", type="text", labels={"en": "Hats?"}, level="hidden"))
