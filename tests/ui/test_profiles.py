"""Profiles in the window: copied, changed, renamed, taken to a file, deleted."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from hrddesk.actions import profiles, questions
from hrddesk.actions.questions import Definition
from hrddesk.records.kinds import Kind
from hrddesk.redact.profiles import LABELS, PUBLISHABLE, DateDetail, PlaceDetail
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from hrddesk.store.store import Store
from hrddesk_ui.profile_words import published_field
from hrddesk_ui.record_words import kind_word
from hrddesk_ui.views.profiles_view import ProfilesView
from hrddesk_ui.widgets.ticks import Ticks
from tests.ui.casework import change
from tests.ui.driver import Driver
from tests.ui.publishing import publish_page

pytestmark = pytest.mark.timeout(180)


def _page(desk: Driver) -> ProfilesView:
    page = publish_page(desk)
    page.tabs.setCurrentWidget(page.profiles)
    desk.settled()
    return page.profiles


def _reader(desk: Driver) -> Store:
    assert desk.window.desk is not None
    return desk.window.desk.reader


def _untick(ticks: Ticks, desk: Driver, words: str) -> None:
    ticks.setFocus()
    ticks.setCurrentItem(ticks.findItems(words, Qt.MatchFlag.MatchExactly)[0])
    desk.key("Space")


def _copied(desk: Driver, view: ProfilesView, name: str) -> None:
    view.list.setCurrentRow(1)
    view.name.setFocus()
    desk.text(name)
    desk.key("Return")
    desk.until(lambda: view.current == name)


def test_every_field_that_can_be_published_has_words(desk: Driver) -> None:
    view = _page(desk)
    words = [view.edit.fields.item(row).text() for row in range(view.edit.fields.count())]
    assert len(set(words)) == len(PUBLISHABLE)
    assert "Evidence: Captured" in words
    assert not [word for word in words if "." in word or "_" in word]


def test_a_profile_is_copied_changed_and_kept(desk: Driver) -> None:
    view = _page(desk)
    assert [view.list.item(row).text() for row in range(view.list.count())] == ["names", "labels"]
    assert not view.edit.boxes["dates"].isEnabled()
    assert not view.save_button.isEnabled()
    _copied(desk, view, "Yearly")
    desk.shot("profiles")
    assert view.edit.boxes["dates"].isEnabled()
    assert not view.save_button.isEnabled(), "nothing was changed yet"
    for name, value in (("dates", "year"), ("places", "province")):
        box = view.edit.boxes[name]
        box.setCurrentIndex(box.findData(value))
    _untick(view.edit.fields, desk, published_field("party.terms.occupation"))
    assert view.save_button.isEnabled()
    desk.click(view.save_button)
    desk.until(lambda: not view.save_button.isEnabled())
    kept = profiles.profile_of(_reader(desk), "Yearly")
    assert (kept.event_dates, kept.places) == (DateDetail.YEAR, PlaceDetail.PROVINCE)
    assert kept.fields == LABELS.fields - {"party.terms.occupation"}
    assert (kept.levels, kept.name_kinds, kept.withheld_roles) == (
        LABELS.levels,
        LABELS.name_kinds,
        LABELS.withheld_roles,
    )
    page = publish_page(desk)
    page.tabs.setCurrentIndex(0)
    assert page.publication.profile.findData("Yearly") >= 0


def test_questions_of_the_desks_own_are_let_out_one_by_one(desk: Driver) -> None:
    def add(asked: Definition, key: str, session: Session) -> Changes:
        return questions.add(session, asked, key)[1]

    for key, asked in (
        ("own.lawyer", Definition("party", "yes_no", {"en": "Had a lawyer?"}, level="restricted")),
        ("own.family", Definition("case", "long", {"en": "What the family says"})),
        ("own.ill", Definition("party", "yes_no", {"en": "Was ill?"})),
    ):
        change(desk, partial(add, asked, key))
    view = _page(desk)
    _copied(desk, view, "Ours")
    person = kind_word(Kind.PARTY)
    lawyer, ill = f"{person}: Had a lawyer? (restricted)", f"{person}: Was ill? (secret)"
    for words in (lawyer, "Case: What the family says (reviewed text)"):
        _untick(view.edit.fields, desk, words)
    area = view.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    area.ensureWidgetVisible(view.edit.fields)
    desk.shot("profile-with-questions")
    desk.click(view.save_button)
    desk.until(lambda: not view.save_button.isEnabled())
    own = profiles.profile_of(_reader(desk), "Ours").own
    assert {field.key for field in own} == {"own.lawyer", "own.family"}
    _untick(view.edit.fields, desk, ill)
    desk.click(view.save_button)
    desk.until(view.trouble.isVisible)
    assert "not visible enough" in view.trouble.text()
    assert profiles.profile_of(_reader(desk), "Ours").own == own


def test_a_profile_goes_to_a_file_comes_back_and_is_renamed_and_deleted(desk: Driver, tmp_path: Path) -> None:
    view = _page(desk)
    _copied(desk, view, "Press")
    target = tmp_path / "press.json"
    view.write(target)
    desk.until(target.is_file)
    view.take_in(target)
    desk.until(view.trouble.isVisible)
    assert "another profile has this name" in view.trouble.text()
    view.name.setText("Theirs")
    view.take_in(target)
    desk.until(lambda: view.current == "Theirs")
    view.name.setText("Weekly")
    desk.click(view.rename_button)
    desk.until(lambda: view.current == "Weekly")
    desk.click(view.remove_button)
    desk.until(lambda: view.list.count() == 3)
    assert profiles.profile_names(_reader(desk)) == ["names", "labels", "Press"]
    view.list.setCurrentRow(0)
    assert not view.remove_button.isEnabled()
    assert not view.rename_button.isEnabled()


def test_a_shipped_profile_can_be_read_to_the_end_and_not_be_changed(desk: Driver) -> None:
    view = _page(desk)
    fields = view.edit.fields
    ticked = fields.ticked
    fields.setFocus()
    desk.key("End")
    assert fields.hasFocus()
    assert fields.currentRow() == fields.count() - 1
    assert fields.visualItemRect(fields.currentItem()).intersects(fields.viewport().rect())
    for row in range(fields.count()):
        fields.setCurrentRow(row)
        desk.key("Space")
    assert fields.ticked == ticked
    desk.key("Home")
    bar = fields.verticalScrollBar()
    assert bar.isEnabled()
    assert bar.maximum() > 0


def test_neither_shipped_profile_tells_of_what_is_never_told_by_default(desk: Driver) -> None:
    view = _page(desk)
    for row in range(2):
        view.list.setCurrentRow(row)
        shown = view.edit.profile
        assert shown is not None
        assert shown.name_kinds == {"main"}
        assert not shown.sensitive
        assert not shown.fields & {
            "party.disability",
            "party.terms.religion",
            "party.terms.vulnerability",
        }
