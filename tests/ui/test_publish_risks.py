"""Before a file is written: risks are answered, and labels of earlier publications hold."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hrddesk.actions import events, parties, places
from hrddesk.actions.held_labels import TakenOff
from hrddesk.actions.publication_risks import Risk, RiskKind, Unasked
from hrddesk.records.field_specs import Visibility
from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId
from hrddesk.redact.coarser import Coarser
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from hrddesk_ui.views.publication_view import PublicationView
from hrddesk_ui.widgets.risk_answers import RiskAnswers
from tests.ui.casework import change
from tests.ui.driver import Driver
from tests.ui.publishing import add_case, answer_risks, publish_page, set_level

pytestmark = pytest.mark.timeout(240)

PEOPLE = (("Odal Brisk", Visibility.PUBLIC), ("Vero Lunt", Visibility.PUBLIC))


def _words(pdf: Path) -> str:
    return " ".join("".join(page.extract_text() for page in PdfReader(pdf).pages).split())


def _look(desk: Driver, view: PublicationView) -> None:
    desk.click(view.preview_button)
    desk.until(view.write_button.isEnabled)
    desk.settled()


def _publish(desk: Driver, view: PublicationView, path: Path) -> None:
    answer_risks(desk, view)
    view.write(path)
    desk.until(lambda: path.name in desk.window.message_bar.text, 60)


def _naming(desk: Driver) -> PublicationView:
    view = publish_page(desk).publication
    view.profile.setCurrentIndex(view.profile.findData("names"))
    desk.click(view.choices.all_cases)
    desk.until(lambda: view.people.list.count() == len(PEOPLE))
    return view


def _label(desk: Driver, view: PublicationView, name: str) -> None:
    view.choices.setCurrentIndex(1)
    rows = [name in item.text() for item in view.people.list.lines]
    view.people.list.setFocus()
    view.people.list.setCurrentRow(rows.index(True))
    desk.key("Space")


def test_the_button_says_what_is_to_be_answered_and_leads_there(desk: Driver, tmp_path: Path) -> None:
    add_case(desk, *PEOPLE, narrative="It rained.")
    view = _naming(desk)
    _label(desk, view, "Vero Lunt")
    _look(desk, view)
    assert view.write_button.text() == "Answer 2 kinds of risk …"
    desk.click(view.write_button)
    assert QApplication.activeModalWidget() is None
    assert view.preview.tabs.currentWidget() is view.preview.risks
    assert desk.focus() is view.preview.answers.lines[RiskKind.RECOGNISABLE]
    desk.shot("publish-risks")
    desk.text("She agreed.")
    assert view.write_button.text() == "Answer 1 kind of risk …"
    desk.click(view.write_button)
    assert desk.focus() is view.preview.answers.lines[RiskKind.OMISSIONS]
    desk.text(" ")
    assert view.write_button.text() == "Answer 1 kind of risk …"  # a blank is no reason
    desk.text("Nobody has read it.")
    assert view.write_button.text() == "Write the PDF: 1 person can be recognised …"
    _look(desk, view)
    assert view.write_button.text() == "Write the PDF: 1 person can be recognised …"  # nothing is new
    add_case(desk, ("Tamsin Quell", Visibility.PUBLIC))
    view.people.look_soon()
    desk.until(lambda: view.people.list.count() == len(PEOPLE) + 1)
    _label(desk, view, "Tamsin Quell")
    _look(desk, view)
    assert view.write_button.text() == "Answer 1 kind of risk …"  # another person can be recognised
    _publish(desk, view, tmp_path / "a.pdf")


def test_the_core_refuses_what_the_window_would_let_through(desk: Driver, tmp_path: Path) -> None:
    add_case(desk, *PEOPLE, narrative="It rained.")
    view = _naming(desk)
    _look(desk, view)
    view.write(tmp_path / "a.pdf")
    desk.until(view.trouble.isVisible)
    assert view.trouble.text() == (
        "Risks of this publication without an answer: 1. Nothing was written. "
        "Answer each of them under Risks and omissions."
    )
    assert not (tmp_path / "a.pdf").exists()


def test_a_correction_names_nobody_who_bore_a_label_until_the_label_is_taken_off(
    desk: Driver, tmp_path: Path
) -> None:
    add_case(desk, *PEOPLE)
    view = _naming(desk)
    _label(desk, view, "Vero Lunt")
    view.heading.setText("Owls")
    _look(desk, view)
    _publish(desk, view, tmp_path / "first.pdf")
    # Somebody else begins anew, with other choices, and says only which issue is corrected.
    view.profile.setCurrentIndex(view.profile.findData("labels"))
    view.heading.clear()
    view.choices.some_cases.setChecked(True)
    view.people.tick(frozenset())
    view.load()
    view.series.before.setCurrentIndex(1)
    view.series.corrects.setChecked(True)
    assert view.profile.currentData() == "names"
    assert view.heading.text() == "Owls"
    assert view.choices.all_cases.isChecked()
    _look(desk, view)
    assert "Vero Lunt" not in view.preview.text.toPlainText()
    assert "Odal Brisk" in view.preview.text.toPlainText()
    view.preview.tabs.setCurrentWidget(view.preview.risks)
    held = view.preview.held
    assert [held.list.item(row).text() for row in range(held.list.count())] == [held.list.item(0).text()]
    assert held.list.item(0).text().startswith("Vero Lunt (")
    assert "Person A · 人员A in publication 1 — chosen for this person" in held.list.item(0).text()
    assert not held.button.isEnabled()
    desk.shot("publish-held-label")
    held.reason.setFocus()
    desk.text("She asked for it.")
    desk.click(held.button)
    desk.until(lambda: "Vero Lunt" in view.preview.text.toPlainText())
    assert "is named here: She asked for it." in held.list.item(0).text()
    assert list(held.off.values()) == [TakenOff(1, "She asked for it.")]
    assert held.button.text() == "Keep the label"
    desk.click(held.button)
    desk.until(lambda: "Vero Lunt" not in view.preview.text.toPlainText())
    _publish(desk, view, tmp_path / "second.pdf")
    assert "Vero Lunt" not in _words(tmp_path / "second.pdf")


def test_a_namesake_of_somebody_with_a_label_is_answered_for(desk: Driver, tmp_path: Path) -> None:
    (_, _, vero) = add_case(desk, *PEOPLE)
    view = _naming(desk)
    _label(desk, view, "Vero Lunt")
    _look(desk, view)
    _publish(desk, view, tmp_path / "first.pdf")
    (_, again, other) = add_case(desk, ("Lunt, Vero", Visibility.PUBLIC), ("Vero Lunt", Visibility.PUBLIC))
    view.people.look_soon()
    desk.until(lambda: view.people.list.count() == len(PEOPLE) + 2)
    _look(desk, view)
    assert "Vero Lunt" in view.preview.text.toPlainText()
    desk.click(view.write_button)
    asked = view.preview.answers.namesakes
    assert desk.focus() is asked.reason
    assert asked.list.count() == 2
    words = " ".join(label.text() for label in asked.findChildren(QLabel))
    assert "If two records are the same person, merge them under This week, Duplicates" in words
    desk.shot("publish-namesake")
    first = asked.list.item(0).text()
    assert first.endswith(": publication 1 protected somebody of this name")
    assert not asked.another.isEnabled()
    ours = [str(asked.list.item(row).text()) for row in range(2)]
    row = ["Lunt, Vero" in text for text in ours].index(True)
    asked.list.setCurrentRow(row)
    desk.click(asked.same)  # gets a label at once
    desk.until(lambda: asked.list.count() == 1)
    assert view.people.ticked == {vero, again}
    assert "Lunt, Vero" not in view.preview.text.toPlainText()
    desk.click(view.write_button)
    desk.text("Other parents.")
    desk.key("Return")
    assert asked.list.item(0).text().endswith("another person: Other parents.")
    assert not asked.is_open
    desk.shot("publish-namesake-answered")
    _publish(desk, view, tmp_path / "second.pdf")
    assert "Lunt, Vero" not in _words(tmp_path / "second.pdf")
    assert "Vero Lunt" in _words(tmp_path / "second.pdf")  # the other one
    assert other != vero


def test_what_is_told_more_finely_than_before_is_said_and_asked(desk: Driver, tmp_path: Path) -> None:
    add_case(desk, *PEOPLE)
    view = _naming(desk)
    view.preview.coarser.take([Coarser.YEARS])
    _look(desk, view)
    _publish(desk, view, tmp_path / "first.pdf")
    view.load()
    view.series.before.setCurrentIndex(1)
    assert view.preview.coarser.steps == {Coarser.YEARS}
    _look(desk, view)
    assert RiskKind.LOOSENED not in view.preview.answers.open
    view.preview.coarser.take([])
    _look(desk, view)
    assert view.preview.answers.open == [RiskKind.LOOSENED]
    desk.click(view.write_button)
    assert desk.focus() is view.preview.answers.lines[RiskKind.LOOSENED]
    assert "dates: more detail than in publication 1" in view.preview.thoughts.toPlainText()
    desk.shot("publish-loosened")


def test_a_village_that_was_made_a_province_is_shown_and_asked_about(desk: Driver, tmp_path: Path) -> None:
    add_case(desk, *PEOPLE)
    made: list[RecordId] = []

    def add_places(session: Session) -> Changes:
        province, _ = places.create(session, {"en": "Broadprovince"}, {"kind": "province"})
        village, _ = places.create(session, {"en": "Tinyhideaway"}, {"kind": "village", "parent": province})
        made.append(village)
        (event, *_) = session.store.ids(Kind.EVENT)
        return events.edit(session, event, {"place": village})

    change(desk, add_places)
    view = _naming(desk)
    view.profile.setCurrentIndex(view.profile.findData("labels"))
    view.preview.coarser.take([Coarser.PROVINCES])
    _look(desk, view)
    assert "Broadprovince" in view.preview.text.toPlainText()
    assert RiskKind.PLACE_CHANGED not in view.preview.answers.open
    change(desk, lambda session: places.edit(session, made[0], {"kind": "province"}))
    _look(desk, view)
    assert "Tinyhideaway" in view.preview.text.toPlainText()
    assert RiskKind.PLACE_CHANGED in view.preview.answers.open
    thoughts = view.preview.thoughts.toPlainText()
    assert "Tinyhideaway is printed. Its kind was changed: Village → Province" in thoughts
    for kind in set(view.preview.answers.open) - {RiskKind.PLACE_CHANGED}:
        view.preview.answers.lines[kind].setText("For the test.")
    desk.click(view.write_button)
    assert desk.focus() is view.preview.answers.lines[RiskKind.PLACE_CHANGED]
    desk.shot("publish-place-changed")
    _publish(desk, view, tmp_path / "a.pdf")
    _look(desk, view)
    assert RiskKind.PLACE_CHANGED not in view.preview.answers.open  # it was answered
    change(desk, lambda session: places.edit(session, made[0], {"kind": "village"}))
    change(desk, _moved(made[0]))
    _look(desk, view)
    thoughts = view.preview.thoughts.toPlainText()
    moved = "Farprovince is printed for Tinyhideaway, which was moved: Broadprovince → Farprovince"
    assert moved in thoughts
    change(desk, lambda session: _without_kind(session, made[0]))
    _look(desk, view)
    assert "changed: Village → Province → Village → no kind → Province" in (
        view.preview.thoughts.toPlainText()
    )


def _moved(village: RecordId) -> Callable[[Session], Changes]:
    def work(session: Session) -> Changes:
        other, _ = places.create(session, {"en": "Farprovince"}, {"kind": "province"})
        return places.move(session, village, other)

    return work


def _without_kind(session: Session, village: RecordId) -> Changes:
    places.edit(session, village, {"kind": None})
    return places.edit(session, village, {"kind": "province"})


def test_whom_nobody_asked_is_named_to_the_desk(qtbot: QtBot) -> None:
    answers = RiskAnswers()
    qtbot.addWidget(answers)
    ids = tuple(RecordId(f"{number:032x}") for number in range(13))
    names = tuple(f"Person {number}" for number in range(13))
    about = Unasked(ids[:2], names[:2])
    answers.show_risks([Risk(RiskKind.WITHOUT_CONSENT, "without-consent:a", about)], {})
    said = answers.lines[RiskKind.WITHOUT_CONSENT].accessibleName()
    assert said.endswith("names: Person 0, Person 1")
    answers.show_risks([Risk(RiskKind.WITHOUT_CONSENT, "without-consent:b", Unasked(ids, names))], {})
    assert answers.lines[RiskKind.WITHOUT_CONSENT].accessibleName().endswith("Person 11, …")


def test_one_profile_is_chosen_for_all_tabs(desk: Driver) -> None:
    add_case(desk, *PEOPLE, narrative="It rained.")
    page = publish_page(desk)
    page.publication.profile.setCurrentIndex(page.publication.profile.findData("names"))
    page.tabs.setCurrentWidget(page.texts)
    assert page.texts.profile.currentData() == "names"
    page.texts.profile.setCurrentIndex(page.texts.profile.findData("labels"))
    page.tabs.setCurrentWidget(page.pictures)
    assert page.pictures.profile.currentData() == "labels"
    page.tabs.setCurrentWidget(page.profiles)
    assert page.profiles.current == "labels"
    page.profiles.list.setCurrentRow(0)
    page.tabs.setCurrentWidget(page.publication)
    assert page.publication.profile.currentData() == "names"


def test_who_is_left_out_by_role_is_ticked_to_appear_and_stays_in_the_next_issue(
    desk: Driver, tmp_path: Path
) -> None:
    (case, *_) = add_case(desk, *PEOPLE)
    made: list[RecordId] = []

    def add_sister(session: Session) -> Changes:
        names = [{"name": "Sela Wend", "kind": "main"}]
        sister, changes = parties.create(session, {"kind": "person"}, {"names": names}, case, "relative")
        made.append(sister)
        event, more = events.add(
            session,
            case,
            {"type": "threatened", "date": "2021-05"},
            {"parties": [{"party": sister, "role": "victim"}]},
        )
        set_level(session, Visibility.PUBLIC, sister, event)
        return Changes(changes.cases | more.cases, changes.parties, more.events)

    change(desk, add_sister)
    view = publish_page(desk).publication
    view.profile.setCurrentIndex(view.profile.findData("names"))
    desk.click(view.choices.all_cases)
    _look(desk, view)
    assert "Sela Wend" not in view.preview.text.toPlainText()
    tabs, beside = view.preview.tabs, view.preview.beside
    assert tabs.tabText(tabs.indexOf(beside)) == "By role: 1"
    tabs.setCurrentWidget(beside)
    beside.list.setFocus()
    beside.list.setCurrentRow(0)
    assert "Sela Wend" in beside.list.item(0).text()
    desk.shot("publish-left-out-by-role")
    desk.key("Space")
    assert not view.write_button.isEnabled()
    _look(desk, view)
    assert "Sela Wend" in view.preview.text.toPlainText()
    assert beside.list.ticked == made
    _publish(desk, view, tmp_path / "first.pdf")
    desk.settled()
    beside.take(())
    view.load()
    view.series.before.setCurrentIndex(1)
    assert beside.added == frozenset(made)
    _look(desk, view)
    assert "Sela Wend" in view.preview.text.toPlainText()
