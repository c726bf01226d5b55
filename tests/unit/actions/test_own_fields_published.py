"""Questions of a desk's own are let out by a profile, reviewed where they are texts, and published."""

import json
from pathlib import Path

import pytest

from hrddesk.actions.content_review import text_decisions, texts
from hrddesk.actions.content_review.texts import TextState
from hrddesk.actions.editions import publication_record
from hrddesk.actions.publishing import publications
from hrddesk.actions.publishing.publications import PublishRequest
from hrddesk.actions.records import cases, parties, questions
from hrddesk.actions.records.questions import Definition
from hrddesk.actions.scope import profiles
from hrddesk.errors import InvalidValue
from hrddesk.records.language.labels import ENGLISH
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.texts.questions import answer_field
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.passages.wording import Decision, How
from hrddesk.redact.profile.profile_settings import changed
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import silent


@pytest.fixture
def person(session: Session) -> RecordId:
    case = cases.create(session, {"title": "The mill"}).result
    made = parties.create(
        session,
        {"kind": "person"},
        {"names": [{"name": "Vero Lunt", "script": "Latn", "kind": "main"}]},
        case,
        "subject",
    ).result
    questions.add(
        session,
        Definition(owner="party", type="yes_no", labels={"en": "Had a lawyer?"}, level="restricted"),
        "own.lawyer",
    )
    questions.add(
        session,
        Definition(owner="party", type="long", labels={"en": "What did the family say?"}),
        "own.family",
    )
    questions.answer(session, made, {"own.lawyer": "no", "own.family": "They came on 3 May to Vero Lunt."})
    profiles.copy(session, "labels", "Ours")
    return made


def allow(session: Session, *names: str) -> None:
    asked = profiles.asked(session.store)
    profiles.change(session, "Ours", lambda profile: changed(profile, {}, names, (), asked))


def test_a_profile_lets_questions_out_and_their_texts_are_reviewed(
    session: Session, person: RecordId, tmp_path: Path
) -> None:
    ref = f"{session.store.get(person).text('ref')}:own.family"
    assert not [row for row in texts.list_texts(session.store) if row.record == person]
    with pytest.raises(InvalidValue):
        texts.occurrences(session, f"{person}:own.lawyer", "Ours")
    allow(session, "party.answer.own.lawyer", "party.answer.own.family")
    questions.add(
        session,
        Definition(owner="party", type="yes_no", labels={"en": "Added later?"}, level="public"),
        "own.later",
    )
    questions.answer(session, person, {"own.later": "yes"})
    (row,) = [row for row in texts.list_texts(session.store) if row.record == person]
    assert (row.ref, row.states) == (ref, {"Ours": TextState.UNREVIEWED})
    assert row.question is not None
    assert row.question.label(ENGLISH) == "What did the family say?"
    shown = publications.preview(session, PublishRequest(profile="Ours"))
    assert shown.left_out == {LeftOut.TEXT: 1}
    texts.review(session, ref, "Ours")
    shown = publications.preview(session, PublishRequest(profile="Ours"))
    answers = shown.model.cases[0].people[0].answers
    assert [(item.question.text(("en",)), item.answer.text(("en",))) for item in answers] == [
        ("Had a lawyer?", "No"),
        ("What did the family say?", "They came on 3 May to Person A."),
    ]
    assert [(told.ref, told.words) for told in shown.telling] == [(ref, ("3 May",))]
    text_decisions.decide(session, ref, "Ours", Decision(13, 18, How.WORDS, "one day"))
    assert texts.occurrences(session, ref, "Ours").state is TextState.CHANGED
    texts.review(session, ref, "Ours")
    assert "on one day to" in texts.occurrences(session, ref, "Ours").result
    made = publications.publish(
        session,
        PublishRequest(profile="Ours", target=tmp_path / "a.pdf", accept_all="for the test"),
        silent(),
    ).result
    (kept,) = publication_record.show(session.store, made.number).texts
    assert kept.field == "own.family"


def test_a_secret_question_is_refused_and_what_goes_is_withheld(session: Session, person: RecordId) -> None:
    questions.edit(session, "own.lawyer", Definition(level="secret"))
    with pytest.raises(InvalidValue):
        allow(session, "party.answer.own.lawyer")
    questions.edit(session, "own.lawyer", Definition(level="public"))
    allow(session, "party.answer.own.lawyer")
    asked = profiles.asked(session.store)
    assert len(profiles.profile_of(session.store, "Ours").own) == 1
    profiles.change(
        session, "Ours", lambda profile: changed(profile, {}, (), ["party.answer.own.lawyer"], asked)
    )
    assert not profiles.profile_of(session.store, "Ours").own


def test_a_question_made_anew_takes_the_place_of_the_one_before_only_when_somebody_says_so(
    session: Session, person: RecordId
) -> None:
    allow(session, "party.answer.own.lawyer")
    (before,) = profiles.profile_of(session.store, "Ours").own
    with session.store.change("test") as change:
        change.delete(before.id)
    questions.add(
        session,
        Definition(owner="party", type="yes_no", labels={"en": "Had a lawyer?"}, level="public"),
        "own.lawyer",
    )
    assert publications.preview(session, PublishRequest(profile="Ours")).left_out == {LeftOut.QUESTION: 1}
    allow(session, "party.answer.own.lawyer")
    (now,) = profiles.profile_of(session.store, "Ours").own
    assert now.id != before.id
    assert not publications.preview(session, PublishRequest(profile="Ours")).left_out


def test_profiles_with_questions_go_to_files_and_come_back(
    session: Session, person: RecordId, tmp_path: Path
) -> None:
    allow(session, "party.answer.own.lawyer")
    profiles.export(session.store, tmp_path / "p.json", ["Ours"])
    own = json.loads((tmp_path / "p.json").read_text("utf-8"))["profiles"][0]["own"]
    record = session.store.all(Kind.FIELD)
    assert own[0]["id"] in {item.id for item in record}
    profiles.take_in(session, tmp_path / "p.json", "Theirs")
    ours, theirs = (profiles.profile_of(session.store, name) for name in ("Ours", "Theirs"))
    assert ours.own == theirs.own


def test_a_review_alone_lets_nothing_out(session: Session, person: RecordId) -> None:
    texts.review(session, f"{person}:{answer_field('own.family')}", "Ours")
    shown = publications.preview(session, PublishRequest(profile="Ours"))
    assert not shown.left_out
    assert not shown.model.cases[0].people[0].answers
