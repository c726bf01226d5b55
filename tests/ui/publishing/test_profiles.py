"""Profiles in the window: copied, changed, renamed, taken to a file, deleted."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QScrollArea

from hrddesk.actions.records import questions
from hrddesk.actions.records.questions import Definition
from hrddesk.actions.scope import profiles
from hrddesk.records.model.kinds import Kind
from hrddesk.redact.profile.profiles import LABELS, PUBLISHABLE, DateDetail, PlaceDetail
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk_ui.publishing.profiles.profile_words import published_field
from hrddesk_ui.words.record_words import kind_word
from tests.ui.casework import change
from tests.ui.driver import Driver
from tests.ui.page_objects.published import ProfilesPage
from tests.ui.page_objects.publishing import PublicationPage
from tests.ui.texts import publishing, records

pytestmark = pytest.mark.timeout(180)


def _reader(desk: Driver) -> Store:
    assert desk.window.desk is not None
    return desk.window.desk.reader


def test_every_field_that_can_be_published_has_words(desk: Driver) -> None:
    page = ProfilesPage(desk).open()
    words = page.fields
    assert len(set(words)) == len(PUBLISHABLE)
    assert f"{publishing.EVIDENCE}: {publishing.CAPTURED}" in words
    assert not [word for word in words if "." in word or "_" in word]


def test_a_profile_is_copied_changed_and_kept(desk: Driver) -> None:
    page = ProfilesPage(desk).open()
    assert page.rows == ["names", "labels"]
    assert not page.can_choose("dates")
    assert not page.can_save()
    page.copy("Yearly")
    desk.shot("profiles")
    assert page.can_choose("dates")
    assert not page.can_save(), "nothing was changed yet"
    for name, value in (("dates", "year"), ("places", "province")):
        page.choose_value(name, value)
    page.turn_field(published_field("party.terms.occupation"))
    assert page.can_save()
    page.save()
    desk.until(lambda: not page.can_save())
    profile = profiles.profile_of(_reader(desk), "Yearly")
    assert (profile.event_dates, profile.places) == (DateDetail.YEAR, PlaceDetail.PROVINCE)
    assert profile.fields == LABELS.fields - {"party.terms.occupation"}
    assert (profile.levels, profile.name_kinds, profile.withheld_roles) == (
        LABELS.levels,
        LABELS.name_kinds,
        LABELS.withheld_roles,
    )
    assert PublicationPage(desk).open().view.profile.findData("Yearly") >= 0


def test_questions_of_the_desks_own_are_let_out_one_by_one(desk: Driver) -> None:
    def add(asked: Definition, key: str, session: Session) -> Outcome[None]:
        return Outcome(None, questions.add(session, asked, key).changes)

    for key, asked in (
        (
            "own.lawyer",
            Definition(owner="party", type="yes_no", labels={"en": "Had a lawyer?"}, level="restricted"),
        ),
        ("own.family", Definition(owner="case", type="long", labels={"en": "What the family says"})),
        ("own.ill", Definition(owner="party", type="yes_no", labels={"en": "Was ill?"})),
    ):
        change(desk, partial(add, asked, key))
    page = ProfilesPage(desk).open()
    page.copy("Ours")
    person = kind_word(Kind.PARTY)
    lawyer = f"{person}: Had a lawyer? ({publishing.RESTRICTED})"
    ill = f"{person}: Was ill? ({publishing.SECRET})"
    for words in (lawyer, f"{records.CASE}: What the family says ({publishing.REVIEWED_TEXT})"):
        page.turn_field(words)
    area = page.view.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    area.ensureWidgetVisible(page.view.edit.fields)
    desk.shot("profile-with-questions")
    page.save()
    desk.until(lambda: not page.can_save())
    own = profiles.profile_of(_reader(desk), "Ours").own
    assert {field.key for field in own} == {"own.lawyer", "own.family"}
    page.turn_field(ill)
    page.save()
    desk.until(lambda: bool(page.problem))
    assert publishing.NOT_VISIBLE_ENOUGH in page.problem
    assert profiles.profile_of(_reader(desk), "Ours").own == own


def test_a_profile_goes_to_a_file_comes_back_and_is_renamed_and_deleted(desk: Driver, tmp_path: Path) -> None:
    page = ProfilesPage(desk).open()
    page.copy("Press")
    target = tmp_path / "press.json"
    page.write_to(target)
    desk.until(target.is_file)
    page.take_from(target)
    desk.until(lambda: bool(page.problem))
    assert publishing.PROFILE_NAME_TAKEN in page.problem
    page.write_name("Theirs")
    page.take_from(target)
    desk.until(lambda: page.current == "Theirs")
    page.write_name("Weekly")
    page.rename()
    desk.until(lambda: page.current == "Weekly")
    page.remove()
    desk.until(lambda: len(page.rows) == 3)
    assert profiles.profile_names(_reader(desk)) == ["names", "labels", "Press"]
    page.choose(0)
    assert not page.view.remove_button.isEnabled()
    assert not page.view.rename_button.isEnabled()


def test_a_shipped_profile_can_be_read_to_the_end_and_not_be_changed(desk: Driver) -> None:
    page = ProfilesPage(desk).open()
    fields = page.view.edit.fields
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
    page = ProfilesPage(desk).open()
    for row in range(2):
        page.choose(row)
        profile = page.view.edit.profile
        assert profile is not None
        assert profile.name_kinds == {"main"}
        assert not profile.sensitive
        assert not profile.fields & {
            "party.disability",
            "party.terms.religion",
            "party.terms.vulnerability",
        }
