"""A form is filled by the records, completed by answers, and written out marked as confidential."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from hrddesk.actions.interop import forms
from hrddesk.actions.records import cases, consents, events, parties, places, questions
from hrddesk.actions.records.questions import Definition
from hrddesk.errors import InvalidValue, RecordNotFound, TargetExists
from hrddesk.records.language.labels import CHINESE, ENGLISH
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId, Value
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job


@pytest.fixture
def person(session: Session) -> RecordId:
    """Somebody invented, with what a form wants to know."""
    case = cases.create(session, {"title": "The mill"}).result
    who = parties.create(
        session,
        {"sex": "female", "birth": "1979", "ethnicity": "藏族"},
        {
            "names": [
                {"name": "Tashi Wengar", "script": "Latn", "kind": "main"},
                {"name": "扎西翁嘎", "script": "Hans", "kind": "main"},
                {"name": "Little Sparrow", "script": "Latn", "kind": "pen"},
            ],
            "terms": [{"vocabulary": "occupation", "term": "lawyer", "raw": "lawyer"}],
        },
        case,
        "subject",
    ).result
    police = parties.create(
        session, {"kind": "authority"}, {"names": [{"name": "Stonebridge Police"}]}
    ).result
    prison = places.create(session, {"en": "West Prison", "zh-Hans": "西监狱"}).result
    victim = {"party": who, "role": "victim"}
    events.add(
        session,
        case,
        {"type": "arrested", "date": "2020-03", "place": prison},
        {"parties": [victim], "charges": [{"raw": "寻衅滋事"}]},
    )
    events.add(
        session,
        case,
        {"type": "taken_away", "date": "2020-02-06", "place_text": "at home", "assertion": "alleged"},
        {
            "parties": [victim, {"party": police, "role": "arrested_by"}],
            "terms": [{"raw": "no_warrant"}, {"raw": "老虎凳"}],
        },
    )
    other = parties.create(session, {}, {"names": [{"name": "Odal Brisk"}]}).result
    events.add(  # of somebody else, whose lawyer she is
        session,
        case,
        {"type": "taken_away", "date": "2019"},
        {"parties": [{"party": other, "role": "victim"}, {"party": who, "role": "lawyer"}]},
    )
    return who


def _text(form: forms.FilledForm, key: str) -> str:
    return next(item.worded for item in form.questions if item.question.key == key)


def test_what_the_records_know_stands_in_the_form(session: Session, person: RecordId) -> None:
    form = forms.filled(session.store, "wgad", person, ENGLISH)
    assert _text(form, "wgad.names") == "Tashi Wengar / 扎西翁嘎"
    assert _text(form, "wgad.other_names") == "Little Sparrow (Pen name)"
    assert _text(form, "wgad.sex") == "Female"
    assert _text(form, "wgad.birth") == "1979"
    assert _text(form, "wgad.occupation") == "Lawyer"
    assert _text(form, "wgad.date") == "6 February 2020"
    assert _text(form, "wgad.place") == "at home"
    assert _text(form, "wgad.forces") == "Stonebridge Police (Arrested by)"
    assert _text(form, "wgad.warrant") == "6 February 2020 · No warrant shown"
    assert _text(form, "wgad.reasons") == "Picking quarrels and provoking trouble · March 2020"
    assert _text(form, "wgad.law") == "CL 293"
    assert _text(form, "wgad.account").splitlines() == [
        "6 February 2020 · Taken away · at home · Stonebridge Police (Arrested by) · Alleged",
        "March 2020 · Arrested · West Prison",
    ]
    chinese = forms.filled(session.store, "ill_treatment", person, CHINESE)
    assert _text(chinese, "ill_treatment.methods") == "老虎凳"
    assert _text(chinese, "ill_treatment.when_done") == "2020年2月6日 · 老虎凳"
    assert "西监狱" in _text(chinese, "ill_treatment.places")


def test_what_is_missing_is_counted_and_named_while_it_is_filled_in(
    session: Session, person: RecordId
) -> None:
    before = forms.filled(session.store, "wgad", person, ENGLISH)
    done, every = before.completeness
    assert "wgad.nationality" in [item.question.key for item in before.missing]
    forms.fill(session, "wgad", person, {"nationality": "unknown", "wgad.names": "As she writes it"})
    after = forms.filled(session.store, "wgad", person, ENGLISH)
    assert after.completeness == (done + 1, every)
    assert _text(after, "wgad.nationality") == "Unknown"  # said to be unknown is an answer
    assert _text(after, "wgad.names") == "As she writes it"  # an answer goes before the fact
    forms.fill(session, "wgad", person, {"nationality": "", "names": ""})
    assert forms.filled(session.store, "wgad", person, ENGLISH) == before


def test_a_question_of_the_desk_joins_a_form(session: Session, person: RecordId) -> None:
    made = questions.add(
        session,
        Definition(
            owner="party",
            type="yes_no",
            labels={"en": "Shoes taken?", "zh-Hans": "收走鞋子？"},
            template="wgeid",
        ),
    ).result
    key = session.store.get(made).text("key")
    forms.fill(session, "wgeid", person, {key: "yes"})
    form = forms.filled(session.store, "wgeid", person, CHINESE)
    assert form.sections[-1][1][0].worded == "是"
    assert key not in [q.question.key for q in forms.filled(session.store, "wgad", person, CHINESE).questions]


@pytest.mark.parametrize("code", ["detention", "wgad", "wgeid", "ill_treatment"])
def test_every_form_is_printed_and_marked_on_every_page(
    session: Session, person: RecordId, tmp_path: Path, code: str
) -> None:
    path = tmp_path / "form.pdf"
    form = forms.export(session, code, person, path, Job(), format="pdf", chain=CHINESE)
    pages = [page.extract_text() for page in PdfReader(path).pages]
    assert all("保密" in page for page in pages)
    read = "".join("".join(pages).split())
    for item in form.questions:
        assert "".join(item.question.label(CHINESE).split()) in read
        for line in item.worded.splitlines():
            assert "".join(line.split()) in read
    assert session.store.history.of_record(person)[-1].what == "form.exported"


def test_a_form_without_most_answers_is_printed_too(session: Session, tmp_path: Path) -> None:
    nobody = parties.create(session, {}, {"names": [{"name": "Xx"}]}).result
    form = forms.export(session, "wgeid", nobody, tmp_path / "f.txt", Job(), format="text", chain=ENGLISH)
    text = (tmp_path / "f.txt").read_text("utf-8")
    assert text.startswith("CONFIDENTIAL")
    assert text.count("not filled in") == len(form.missing) == len(form.questions) - 1


def test_nothing_is_overwritten_or_left_behind(session: Session, person: RecordId, tmp_path: Path) -> None:
    there = tmp_path / "there.txt"
    there.write_text("mine")
    for kind in ("pdf", "text"):
        with pytest.raises(TargetExists):
            forms.export(session, "wgad", person, there, Job(), format=kind)
    assert there.read_text() == "mine"
    assert list(tmp_path.glob("*.txt")) == [there]
    with pytest.raises(InvalidValue):
        forms.export(session, "wgad", person, tmp_path / "x", Job(), format="docx")
    with pytest.raises(RecordNotFound):
        forms.filled(session.store, "no_such", person, ENGLISH)
    with pytest.raises(RecordNotFound):
        forms.filled(session.store, "wgad", session.store.ids(Kind.CASE)[0], ENGLISH)


def test_a_form_of_the_united_nations_asks_for_consent_and_refuses_without(
    session: Session, person: RecordId, tmp_path: Path
) -> None:
    def written(code: str) -> str:
        path = tmp_path / f"{code}-{len(list(tmp_path.iterdir()))}.txt"
        forms.export(session, code, person, path, Job(), format="text")
        return path.read_text("utf-8")

    asks = "Ask before this is sent."
    assert asks in written("wgad")
    assert asks not in written("detention")
    agreed: dict[str, Value] = {
        "consent": "yes",
        "purpose": "confidential",
        "given_by": "next_of_kin",
        "date": "2026-01-05",
    }
    consents.add(session, person, agreed)
    assert asks in written("wgeid")
    consents.add(session, person, {**agreed, "purpose": "state", "date": "2026-02"})
    assert asks not in written("wgad")
    assert "Yes · UN, name may be told to the State · Next of kin · February 2026" in written("wgad")
    consents.add(session, person, {"consent": "withdrawn", "given_by": "self", "date": "2026-03"})
    with pytest.raises(InvalidValue):
        written("wgad")
    assert written("detention")


def test_a_form_names_no_source_no_witness_nobody_who_refused_and_no_confidential_step(
    session: Session, person: RecordId
) -> None:
    (case,) = session.store.ids(Kind.CASE)
    roles = {"Needle Source": "source", "Needle Witness": "witness", "Needle Words": "who told us"}
    parts = [{"party": person, "role": "victim"}]
    for name, role in {**roles, "Needle Refused": "relative", "Nan Shu": "relative"}.items():
        who = parties.create(session, {"kind": "person"}, {"names": [{"name": name}]}).result
        parts.append({"party": who, "role": role})
        if name == "Needle Refused":
            consents.add(session, who, {"consent": "refused", "given_by": "self", "date": "2026-01"})
    events.add(session, case, {"type": "taken_away", "date": "2021"}, {"parties": parts})
    quiet = {
        "type": "intervention",
        "date": "2021-05",
        "addressee": "Needle Embassy",
        "asked": "Needle visit",
    }
    for until in ("2999", "when they agree"):
        events.add(session, case, {**quiet, "confidential_until": until}, {"parties": parts[:1]})
    events.add(session, case, {**quiet, "addressee": "The committee", "asked": ""}, {"parties": parts[:1]})
    for template in forms.listed():
        form = forms.filled(session.store, template.code, person, ENGLISH)
        read = "\n".join(item.worded for item in form.questions)
        assert "Needle" not in read
        assert "Nan Shu" in read
    assert "The committee" in "".join(
        item.worded for item in forms.filled(session.store, "wgad", person, ENGLISH).questions
    )
