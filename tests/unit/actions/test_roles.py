"""A role in a case is asked, never assumed: title, status and lists follow those whom it is about."""

from datetime import date
from pathlib import Path

import pytest

from hrddesk.actions.analysis import statuses
from hrddesk.actions.interop import imports
from hrddesk.actions.records import cases, events, parties
from hrddesk.actions.records.cases import CaseQuery
from hrddesk.errors import ImportLeavesOut
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.vault.session import Session


def _person(session: Session, name: str, case: RecordId, role: str = "", kind: str = "person") -> RecordId:
    return parties.create(session, {"kind": kind}, {"names": [{"name": name}]}, case, role).result


def test_nobody_is_a_subject_by_default_and_a_case_follows_its_subjects_alone(session: Session) -> None:
    case = cases.create(session, {"title": "The bookshop"}).result
    police = _person(session, "County police", case, kind="authority")
    lawyer = _person(session, "Odal Brisk", case, "lawyer")
    about = _person(session, "Wei Tong", case)
    detail = cases.detail(session.store, case)
    assert [role for _, role in detail.parties] == ["", "lawyer", ""]
    assert detail.subjects == []
    assert [row.people for row in cases.rows(session.store, [case])] == [""]
    cases.add_party(session, case, about, "当事人")  # in any words of the list
    detail = cases.detail(session.store, case)
    assert detail.subjects == [about]
    assert [detail.role_of(who) for who in (police, lawyer, about, case)] == ["", "lawyer", "subject", ""]
    assert [row.people for row in cases.rows(session.store, [case])] == ["Wei Tong"]
    assert session.store.whereabouts.people_of_cases([case]) == {case: [about]}
    cases.add_party(session, case, about)  # and it can be taken back
    assert cases.detail(session.store, case).subjects == []


def test_a_person_and_the_role_are_changed_in_one_step(session: Session) -> None:
    case = cases.create(session, {"title": "The bookshop"}).result
    who = _person(session, "Wei Tong", case)
    changes = parties.edit(session, who, {"sex": "male"}, case=case, role="relative").changes
    assert changes.parties == {who}
    assert changes.cases == {case}
    assert cases.detail(session.store, case).role_of(who) == "relative"
    parties.edit(session, who, {"sex": "female"})  # outside of a case
    assert cases.detail(session.store, case).role_of(who) == "relative"


def test_an_event_without_a_role_happened_to_nobody(session: Session) -> None:
    case = cases.create(session, {"title": "The bookshop"}).result
    who = _person(session, "Wei Tong", case, "subject")
    told = {"type": "detained", "date": "2020"}
    event = events.add(session, case, told, {"parties": [{"party": who}]}).result
    day = statuses.of_parties(session.store, [who], date(2021, 1, 1))
    assert day[who].to_json()["reason"] == "no_events"
    events.edit(session, event, {}, {"parties": [{"party": who, "role": "victim"}]})
    day = statuses.of_parties(session.store, [who], date(2021, 1, 1))
    assert day[who].answer == "in_custody"


PARTIES = "party,kind,names\na,person,Ji Shuo@Latn:main\nb,person,Pang Suhe@Latn:main\nc,authority,Office\n"


def _kit(folder: Path, **files: str) -> Path:
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    return folder


def test_an_import_makes_victims_of_events_subjects_and_counts_the_rest(
    session: Session, tmp_path: Path
) -> None:
    kit = _kit(
        tmp_path / "kit",
        parties=PARTIES,
        cases="case,title,parties\nk,One,a|b|c\nl,Two,b:律师|a:relative\n",
        events="event,party,type,case\ne,a,detained,k\nf,b,detained,l\n",
    )
    report = imports.run(session, kit).result
    assert report.without_role == 2
    assert report.to_json()["without_role"] == 2
    assert report.made_concerned == report.to_json()["made_concerned"] == 1  # a in the first case
    first, second = (cases.detail(session.store, case) for case in cases.list_ids(session.store, CaseQuery()))
    assert [role for _, role in first.parties] == ["subject", "", ""]
    assert [role for _, role in second.parties] == ["lawyer", "relative"]  # what a row says goes before
    again, changes = imports.run(session, kit)
    assert (again.unchanged, again.without_role, bool(changes)) == (7, 0, False)
    assert again.made_concerned == 0


def test_a_case_that_follows_from_events_is_about_people_only(session: Session, tmp_path: Path) -> None:
    kit = _kit(
        tmp_path / "kit", parties=PARTIES, events="event,party,type\ne,a,detained\nf,c,organisation_closed\n"
    )
    report = imports.run(session, kit).result
    assert (report.without_role, report.made_concerned) == (1, 1)
    made = [session.store.get(case) for case in session.store.ids(Kind.CASE)]
    assert [[item.get("role") for item in case.values("parties")] for case in made] == [["subject"], [None]]


def test_an_import_that_leaves_out_rows_says_how_many_and_needs_a_yes(
    session: Session, tmp_path: Path
) -> None:
    kit = _kit(tmp_path / "kit", parties=PARTIES, people="name\nMo Lan\n\nWei Tong\n")
    report = imports.run(session, kit, dry_run=True).result
    assert (report.left_out, report.to_json()["left_out"]) == (2, 2)
    with pytest.raises(ImportLeavesOut) as refused:
        imports.run(session, kit)
    assert refused.value.message.startswith("Rows that would be left out, each perhaps a person: 2.")
    assert session.store.ids(Kind.PARTY) == []
    report = imports.run(session, kit, partly=True).result
    assert (report.left_out, len(session.store.ids(Kind.PARTY))) == (2, 3)
