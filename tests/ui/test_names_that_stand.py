"""People labelled for what their names hold: who they are is said, and whose name may stand is decided."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from hrddesk.actions import events, parties
from hrddesk.records.field_specs import Visibility
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from hrddesk_ui.translation import Language
from hrddesk_ui.views.publication_view import PublicationView
from tests.ui.casework import change
from tests.ui.driver import Driver
from tests.ui.publishing import (
    add_case,
    answer_risks,
    edit_narrative,
    followed,
    publish_page,
    set_level,
    vouch,
)

pytestmark = pytest.mark.timeout(180)
HIDDEN = ("Tenzin", Visibility.SECRET)
LONGER = ("Tenzin Dorje", Visibility.PUBLIC)
WIFE = ("Tenzin's wife", Visibility.PUBLIC)
OTHER = ("Odal Brisk", Visibility.PUBLIC)


def _publishing(desk: Driver) -> PublicationView:
    view = publish_page(desk).publication
    view.profile.setCurrentIndex(view.profile.findData("names"))
    desk.click(view.choices.all_cases)
    followed(desk, view)
    return view


def _look(desk: Driver, view: PublicationView) -> str:
    desk.click(view.preview_button)
    desk.until(view.write_button.isEnabled)
    desk.settled()
    return view.preview.text.toPlainText()


def _listed(view: PublicationView) -> list[tuple[str, bool]]:
    """Who is listed, and whose name may stand."""
    entries = view.preview.names.list
    items = [entries.item(row) for row in range(entries.count())]
    return [(item.text(), item.checkState() is Qt.CheckState.Checked) for item in items]


def _tick(desk: Driver, view: PublicationView, row: int) -> None:
    view.preview.tabs.setCurrentWidget(view.preview.names)
    view.preview.names.list.setFocus()
    view.preview.names.list.setCurrentRow(row)
    desk.key("Space")


def test_a_name_that_holds_a_hidden_one_stands_where_somebody_decides_so(
    desk: Driver, tmp_path: Path
) -> None:
    add_case(desk, HIDDEN, LONGER, OTHER)
    view = _publishing(desk)
    names, number = view.preview.names, view.preview.tabs.indexOf(view.preview.names)
    assert not view.preview.tabs.isTabVisible(number)  # nothing was looked at yet
    assert "Tenzin" not in _look(desk, view)
    assert view.preview.tabs.isTabVisible(number)
    assert view.preview.tabs.tabText(number) == "Names to decide: 1"
    assert "contain the name of somebody who may not be named" in names.warning.text()
    ((text, ticked),) = _listed(view)
    assert "Tenzin Dorje" in text
    assert text.endswith(" — gets a label")
    assert not ticked
    view.preview.tabs.setCurrentIndex(number)
    desk.shot("publish-names-held")

    _tick(desk, view, 0)
    assert not view.write_button.isEnabled()  # the preview is not of this decision
    assert "Something changed" in view.preview.summary.text()
    assert "Victim: Tenzin Dorje" in _look(desk, view)
    ((text, ticked),) = _listed(view)
    assert text.endswith(" — is named, as you decided")
    assert ticked
    assert view.preview.tabs.tabText(number) == "Names to decide: 1"
    desk.shot("publish-names-stand")
    answer_risks(desk, view)
    view.write(tmp_path / "out.pdf")
    desk.until(lambda: "The PDF was written" in desk.window.message_bar.text, 60)
    printed = "\n".join(page.extract_text() for page in PdfReader(tmp_path / "out.pdf").pages)
    assert "Tenzin Dorje" in printed

    _tick(desk, view, 0)
    assert "Tenzin" not in _look(desk, view)
    assert [ticked for _, ticked in _listed(view)] == [False]


def test_a_name_that_says_whose_relative_somebody_is_never_stands(desk: Driver) -> None:
    add_case(desk, HIDDEN, WIFE)
    view = _publishing(desk)
    _look(desk, view)
    _tick(desk, view, 0)
    assert "Tenzin" not in _look(desk, view)
    ((text, ticked),) = _listed(view)
    assert text.endswith(" — gets a label all the same: the name itself tells of somebody else")
    assert ticked
    assert view.preview.tabs.tabText(view.preview.tabs.indexOf(view.preview.names)) == "Names to decide: 1"
    desk.shot("publish-names-never")


def test_a_decision_ends_when_somebody_else_may_not_be_named(desk: Driver) -> None:
    case, _, _, other = add_case(desk, HIDDEN, LONGER, OTHER, narrative="Nobody was seen.")
    view = _publishing(desk)

    def decide() -> None:
        _look(desk, view)
        _tick(desk, view, 0)
        assert "Tenzin Dorje" in _look(desk, view)

    decide()
    vouch(desk, case)  # who may be named is as it was
    followed(desk, view)
    assert "Tenzin Dorje" in _look(desk, view)
    view.heading.setText("Another title")
    assert "Tenzin Dorje" in _look(desk, view)

    change(desk, lambda session: set_level(session, Visibility.SECRET, other))
    followed(desk, view)
    assert "Tenzin" not in _look(desk, view)
    assert [ticked for _, ticked in _listed(view)] == [False]

    decide()
    view.profile.setCurrentIndex(view.profile.findData("labels"))
    view.profile.setCurrentIndex(view.profile.findData("names"))
    assert "Tenzin" not in _look(desk, view)

    decide()
    row = next(row for row in range(3) if "Brisk" in view.people.list.item(row).text())
    view.people.list.item(row).setCheckState(Qt.CheckState.Checked)
    assert "Tenzin" not in _look(desk, view)


def test_the_tab_goes_when_there_is_nothing_to_decide(desk: Driver) -> None:
    _, hidden, _ = add_case(desk, HIDDEN, LONGER)
    view = _publishing(desk)
    _look(desk, view)
    number = view.preview.tabs.indexOf(view.preview.names)
    view.preview.tabs.setCurrentIndex(number)
    change(desk, lambda session: set_level(session, Visibility.PUBLIC, hidden))
    followed(desk, view)
    assert "Tenzin Dorje" in _look(desk, view)
    assert not view.preview.tabs.isTabVisible(number)
    assert _listed(view) == []
    assert view.preview.tabs.currentIndex() == 0


def test_it_is_said_about_which_records_somebody_can_decide(desk: Driver) -> None:
    case, _, longer = add_case(desk, HIDDEN, LONGER, narrative="Odal was seen.")
    vouch(desk, case)

    def also_a_source(session: Session) -> Changes:
        names = {"names": [{"name": "Ulmo Vant", "kind": "main"}]}
        told, _ = parties.create(session, {"kind": "person"}, names, case, "subject")
        set_level(session, Visibility.PUBLIC, told)
        parts = {"parties": [{"party": told, "role": "our source"}, {"party": longer, "role": "victim"}]}
        event, changes = events.add(session, case, {"type": "detained", "date": "2021"}, parts)
        set_level(session, Visibility.PUBLIC, event)
        return Changes(changes.cases, frozenset({told}), frozenset({event}))

    change(desk, also_a_source)
    edit_narrative(desk, case, "Odal was seen twice.")
    view = _publishing(desk)
    _look(desk, view)
    assert desk.window.desk is not None
    reader = desk.window.desk.reader
    lines = view.preview.thoughts.toPlainText().splitlines()
    (role,) = [line for line in lines if "role that no vocabulary knows" in line]
    assert role.endswith(f": {reader.get(case).text('ref')}")
    (name,) = [line for line in lines if "names that contain one" in line]
    assert name.endswith(f": {reader.get(longer).text('ref')}")
    (changed,) = [line for line in lines if "changed since" in line]
    assert "or of which more would now be told" in changed


@pytest.mark.parametrize("size", [(1366, 768), (683, 384)])
@pytest.mark.parametrize("language", list(Language))
def test_it_fits(desk: Driver, language: Language, size: tuple[int, int]) -> None:
    add_case(desk, HIDDEN, LONGER, WIFE)
    desk.window.resize(*size)
    desk.window.speak(language)
    view = _publishing(desk)
    _look(desk, view)
    view.preview.tabs.setCurrentWidget(view.preview.names)
    desk.shot(f"publish-names-{language}-{size[0]}")


def test_an_accused_person_is_named_where_somebody_decides_so(desk: Driver) -> None:
    case, victim, officer = add_case(desk, ("Sela Wend", Visibility.PUBLIC), OTHER)

    def accuse(session: Session) -> Changes:
        parties = [{"party": victim, "role": "victim"}, {"party": officer, "role": "perpetrator"}]
        event, _ = events.add(session, case, {"type": "beaten", "date": "2022"}, {"parties": parties})
        return set_level(session, Visibility.PUBLIC, event)

    change(desk, accuse)
    view = _publishing(desk)
    assert "Odal Brisk" not in _look(desk, view)
    assert not view.preview.names.accused.isHidden()
    ((text, ticked),) = _listed(view)
    assert "Odal Brisk" in text
    assert (text.endswith(" — gets a label"), ticked) == (True, False)
    _tick(desk, view, 0)
    assert "Perpetrator: Odal Brisk" in _look(desk, view)
    ((text, ticked),) = _listed(view)
    assert (text.endswith(" — is named, as you decided"), ticked) == (True, True)
    desk.shot("publish-names-accused")
