"""Before a file is written: risks are answered, and labels of earlier publications hold."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hrddesk.actions.publishing.publication_risks import Risk, RiskKind, Unasked
from hrddesk.actions.records import events, parties, places
from hrddesk.actions.scope.held_labels import TakenOff
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.redact.profile.coarser import Coarser
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.publishing.publication.risk_answers import RiskAnswers
from tests.ui.casework import change
from tests.ui.driver import Driver
from tests.ui.invented_cases import add_case, set_level
from tests.ui.page_objects.pictures import PicturesPage
from tests.ui.page_objects.published import ProfilesPage
from tests.ui.page_objects.publishing import PublicationPage
from tests.ui.page_objects.reviewing import TextsPage
from tests.ui.texts import publishing

pytestmark = pytest.mark.timeout(240)

PEOPLE = (("Odal Brisk", Visibility.PUBLIC), ("Vero Lunt", Visibility.PUBLIC))


def _words(pdf: Path) -> str:
    return " ".join("".join(page.extract_text() for page in PdfReader(pdf).pages).split())


def _look(desk: Driver, publication: PublicationPage) -> None:
    publication.preview()
    desk.settled()


def _publish(desk: Driver, publication: PublicationPage, path: Path) -> None:
    publication.answer_risks()
    publication.write_to(path)
    desk.until(lambda: path.name in desk.window.message_bar.text, 60)


def _naming(desk: Driver) -> PublicationPage:
    publication = PublicationPage(desk).open()
    publication.choose_profile("names")
    publication.choose_all_cases()
    desk.until(lambda: len(publication.people) == len(PEOPLE))
    return publication


def test_the_button_says_what_is_to_be_answered_and_leads_there(desk: Driver, tmp_path: Path) -> None:
    add_case(desk, *PEOPLE, narrative="It rained.")
    publication = _naming(desk)
    publication.label("Vero Lunt")
    _look(desk, publication)
    assert publication.write_words == publishing.ANSWER_RISKS.format(2)
    publication.press_write()
    assert QApplication.activeModalWidget() is None
    assert publication.risks_are_current()
    assert publication.answers(RiskKind.RECOGNISABLE)
    desk.shot("publish-risks")
    desk.text("She agreed.")
    assert publication.write_words == publishing.ANSWER_RISK.format(1)
    publication.press_write()
    assert publication.answers(RiskKind.OMISSIONS)
    desk.text(" ")
    assert publication.write_words == publishing.ANSWER_RISK.format(1)  # a blank is no reason
    desk.text("Nobody has read it.")
    assert publication.write_words == publishing.WRITE_RECOGNISABLE.format(1)
    _look(desk, publication)
    assert publication.write_words == publishing.WRITE_RECOGNISABLE.format(1)  # nothing is new
    add_case(desk, ("Tamsin Quell", Visibility.PUBLIC))
    publication.look_for_people()
    desk.until(lambda: len(publication.people) == len(PEOPLE) + 1)
    publication.label("Tamsin Quell")
    _look(desk, publication)
    assert publication.write_words == publishing.ANSWER_RISK.format(1)  # another person can be recognised
    _publish(desk, publication, tmp_path / "a.pdf")


def test_the_core_refuses_what_the_window_would_let_through(desk: Driver, tmp_path: Path) -> None:
    add_case(desk, *PEOPLE, narrative="It rained.")
    publication = _naming(desk)
    _look(desk, publication)
    publication.write_to(tmp_path / "a.pdf")
    desk.until(lambda: bool(publication.problem))
    refusal = publishing.RISKS_WITHOUT_ANSWER.format(1)
    assert publication.problem == f"{refusal} {publishing.NOTHING_WRITTEN} {publishing.WHERE_TO_ANSWER}"
    assert not (tmp_path / "a.pdf").exists()


def test_a_correction_names_nobody_who_bore_a_label_until_the_label_is_taken_off(
    desk: Driver, tmp_path: Path
) -> None:
    add_case(desk, *PEOPLE)
    publication = _naming(desk)
    publication.label("Vero Lunt")
    publication.write_heading("Owls")
    _look(desk, publication)
    _publish(desk, publication, tmp_path / "first.pdf")
    # Somebody else begins anew, with other choices, and says only which issue is corrected.
    publication.choose_profile("labels")
    publication.write_heading("")
    publication.view.choices.some_cases.setChecked(True)
    publication.view.people.tick(frozenset())
    publication.begin_again()
    publication.continue_latest(as_correction=True)
    assert publication.profile == "names"
    assert publication.heading == "Owls"
    assert publication.view.choices.all_cases.isChecked()
    _look(desk, publication)
    assert "Vero Lunt" not in publication.text
    assert "Odal Brisk" in publication.text
    publication.show_risks()
    held = publication.view.preview.held
    (label,) = publication.held_labels
    assert label.startswith("Vero Lunt (")
    place = publishing.LABEL_OF_PUBLICATION.format(f"{publishing.PERSON_LABEL.format('A')} · 人员A", 1)
    assert f"{place} — {publishing.CHOSEN_FOR_PERSON}" in label
    assert not held.button.isEnabled()
    desk.shot("publish-held-label")
    held.reason.setFocus()
    desk.text("She asked for it.")
    desk.click(held.button)
    desk.until(lambda: "Vero Lunt" in publication.text)
    assert publishing.NAMED_HERE.format("She asked for it.") in publication.held_labels[0]
    assert list(held.off.values()) == [TakenOff(1, "She asked for it.")]
    assert held.button.text() == publishing.KEEP_LABEL
    desk.click(held.button)
    desk.until(lambda: "Vero Lunt" not in publication.text)
    _publish(desk, publication, tmp_path / "second.pdf")
    assert "Vero Lunt" not in _words(tmp_path / "second.pdf")


def test_a_namesake_of_somebody_with_a_label_is_answered_for(desk: Driver, tmp_path: Path) -> None:
    (_, _, vero) = add_case(desk, *PEOPLE)
    publication = _naming(desk)
    publication.label("Vero Lunt")
    _look(desk, publication)
    _publish(desk, publication, tmp_path / "first.pdf")
    (_, again, other) = add_case(desk, ("Lunt, Vero", Visibility.PUBLIC), ("Vero Lunt", Visibility.PUBLIC))
    publication.look_for_people()
    desk.until(lambda: len(publication.people) == len(PEOPLE) + 2)
    _look(desk, publication)
    assert "Vero Lunt" in publication.text
    publication.press_write()
    asked = publication.namesakes
    assert desk.focus() is asked.reason
    assert asked.list.count() == 2
    words = " ".join(label.text() for label in asked.findChildren(QLabel))
    assert publishing.MERGE_SAME_PERSON in words
    desk.shot("publish-namesake")
    first = asked.list.item(0).text()
    assert first.endswith(publishing.NAME_PROTECTED_BEFORE.format("", 1))
    assert not asked.another.isEnabled()
    ours = [str(asked.list.item(row).text()) for row in range(2)]
    row = ["Lunt, Vero" in text for text in ours].index(True)
    asked.list.setCurrentRow(row)
    desk.click(asked.same)  # gets a label at once
    desk.until(lambda: asked.list.count() == 1)
    assert publication.view.people.ticked == {vero, again}
    assert "Lunt, Vero" not in publication.text
    publication.press_write()
    desk.text("Other parents.")
    desk.key("Return")
    assert asked.list.item(0).text().endswith(publishing.ANOTHER_PERSON.format("Other parents."))
    assert not asked.is_open
    desk.shot("publish-namesake-answered")
    _publish(desk, publication, tmp_path / "second.pdf")
    assert "Lunt, Vero" not in _words(tmp_path / "second.pdf")
    assert "Vero Lunt" in _words(tmp_path / "second.pdf")  # the other one
    assert other != vero


def test_what_is_told_more_finely_than_before_is_said_and_asked(desk: Driver, tmp_path: Path) -> None:
    add_case(desk, *PEOPLE)
    publication = _naming(desk)
    publication.take_steps([Coarser.YEARS])
    _look(desk, publication)
    _publish(desk, publication, tmp_path / "first.pdf")
    publication.begin_again()
    publication.continue_latest()
    assert publication.steps_done == {Coarser.YEARS}
    _look(desk, publication)
    assert RiskKind.LOOSENED not in publication.open_risks
    publication.take_steps([])
    _look(desk, publication)
    assert publication.open_risks == [RiskKind.LOOSENED]
    publication.press_write()
    assert publication.answers(RiskKind.LOOSENED)
    assert publishing.MORE_DETAILED.format(publishing.DATES, 1) in publication.thoughts
    desk.shot("publish-loosened")


def test_a_village_that_was_made_a_province_is_shown_and_asked_about(desk: Driver, tmp_path: Path) -> None:
    add_case(desk, *PEOPLE)
    villages: list[RecordId] = []

    def add_places(session: Session) -> Outcome[None]:
        province = places.create(session, {"en": "Broadprovince"}, {"kind": "province"}).result
        village = places.create(
            session, {"en": "Tinyhideaway"}, {"kind": "village", "parent": province}
        ).result
        villages.append(village)
        (event, *_) = session.store.ids(Kind.EVENT)
        return events.edit(session, event, {"place": village})

    change(desk, add_places)
    publication = _naming(desk)
    publication.choose_profile("labels")
    publication.take_steps([Coarser.PROVINCES])
    _look(desk, publication)
    assert "Broadprovince" in publication.text
    assert RiskKind.PLACE_CHANGED not in publication.open_risks
    change(desk, lambda session: places.edit(session, villages[0], {"kind": "province"}))
    _look(desk, publication)
    assert "Tinyhideaway" in publication.text
    assert RiskKind.PLACE_CHANGED in publication.open_risks
    thoughts = publication.thoughts
    village, province = publishing.VILLAGE, publishing.PROVINCE
    assert publishing.PLACE_KIND_CHANGED.format("Tinyhideaway", f"{village} → {province}") in thoughts
    for kind in set(publication.open_risks) - {RiskKind.PLACE_CHANGED}:
        publication.write_reason(kind, "For the test.")
    publication.press_write()
    assert publication.answers(RiskKind.PLACE_CHANGED)
    desk.shot("publish-place-changed")
    _publish(desk, publication, tmp_path / "a.pdf")
    _look(desk, publication)
    assert RiskKind.PLACE_CHANGED not in publication.open_risks  # it was answered
    change(desk, lambda session: places.edit(session, villages[0], {"kind": "village"}))
    change(desk, _moved(villages[0]))
    _look(desk, publication)
    thoughts = publication.thoughts
    way = "Broadprovince → Farprovince"
    assert publishing.PLACE_MOVED.format("Farprovince", "Tinyhideaway", way) in thoughts
    change(desk, lambda session: _without_kind(session, villages[0]))
    _look(desk, publication)
    kinds = " → ".join((village, province, village, publishing.NO_KIND, province))
    assert publishing.KIND_CHANGED.format(kinds) in publication.thoughts


def _moved(village: RecordId) -> Callable[[Session], Outcome[None]]:
    def work(session: Session) -> Outcome[None]:
        province = places.create(session, {"en": "Farprovince"}, {"kind": "province"}).result
        return places.move(session, village, province)

    return work


def _without_kind(session: Session, village: RecordId) -> Outcome[None]:
    places.edit(session, village, {"kind": None})
    return places.edit(session, village, {"kind": "province"})


def test_whom_nobody_asked_is_named_to_the_desk(qtbot: QtBot) -> None:
    answers = RiskAnswers()
    qtbot.addWidget(answers)
    ids = tuple(RecordId(f"{number:032x}") for number in range(13))
    names = tuple(f"Person {number}" for number in range(13))
    about = Unasked(ids[:2], names[:2])
    answers.show_risks([Risk(RiskKind.WITHOUT_CONSENT, "without-consent:a", about)], {})
    name = answers.lines[RiskKind.WITHOUT_CONSENT].accessibleName()
    assert name.endswith(publishing.NAMED_UNASKED.format("Person 0, Person 1"))
    answers.show_risks([Risk(RiskKind.WITHOUT_CONSENT, "without-consent:b", Unasked(ids, names))], {})
    assert answers.lines[RiskKind.WITHOUT_CONSENT].accessibleName().endswith("Person 11, …")


def test_one_profile_is_chosen_for_all_tabs(desk: Driver) -> None:
    add_case(desk, *PEOPLE, narrative="It rained.")
    publication = PublicationPage(desk).open()
    publication.choose_profile("names")
    texts, pictures, profiles = TextsPage(desk), PicturesPage(desk), ProfilesPage(desk)
    texts.show()
    assert texts.profile == "names"
    texts.view.profile.setCurrentIndex(texts.view.profile.findData("labels"))
    pictures.show()
    assert pictures.profile == "labels"
    profiles.show()
    assert profiles.current == "labels"
    profiles.choose(0)
    publication.show()
    assert publication.profile == "names"


def test_who_is_left_out_by_role_is_ticked_to_appear_and_stays_in_the_next_issue(
    desk: Driver, tmp_path: Path
) -> None:
    (case, *_) = add_case(desk, *PEOPLE)
    sisters: list[RecordId] = []

    def add_sister(session: Session) -> Outcome[None]:
        names = [{"name": "Sela Wend", "kind": "main"}]
        sister, changes = parties.create(session, {"kind": "person"}, {"names": names}, case, "relative")
        sisters.append(sister)
        event, more = events.add(
            session,
            case,
            {"type": "threatened", "date": "2021-05"},
            {"parties": [{"party": sister, "role": "victim"}]},
        )
        set_level(session, Visibility.PUBLIC, sister, event)
        return Outcome(
            None, Changes(cases=changes.cases | more.cases, parties=changes.parties, events=more.events)
        )

    change(desk, add_sister)
    publication = PublicationPage(desk).open()
    publication.choose_profile("names")
    publication.choose_all_cases()
    _look(desk, publication)
    assert "Sela Wend" not in publication.text
    beside = publication.view.preview.beside
    assert publication.heading_by_role == publishing.LEFT_OUT_BY_ROLE.format(1)
    publication.show_left_out_by_role()
    beside.list.setFocus()
    beside.list.setCurrentRow(0)
    assert "Sela Wend" in beside.list.item(0).text()
    desk.shot("publish-left-out-by-role")
    desk.key("Space")
    assert not publication.can_write()
    _look(desk, publication)
    assert "Sela Wend" in publication.text
    assert beside.list.ticked == sisters
    _publish(desk, publication, tmp_path / "first.pdf")
    desk.settled()
    beside.take(())
    publication.begin_again()
    publication.continue_latest()
    assert beside.added == frozenset(sisters)
    _look(desk, publication)
    assert "Sela Wend" in publication.text
