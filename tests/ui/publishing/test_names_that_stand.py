"""People labelled for what their names hold: who they are is said, and whose name may stand is decided."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from hrddesk.actions.records import events, parties
from hrddesk.records.model.field_specs import Visibility
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.casework import change
from tests.ui.driver import Driver
from tests.ui.invented_cases import add_case, edit_narrative, set_level, vouch
from tests.ui.page_objects.publishing import PublicationPage
from tests.ui.texts import publishing

pytestmark = pytest.mark.timeout(180)
HIDDEN = ("Tenzin", Visibility.SECRET)
LONGER = ("Tenzin Dorje", Visibility.PUBLIC)
WIFE = ("Tenzin's wife", Visibility.PUBLIC)
OTHER = ("Odal Brisk", Visibility.PUBLIC)


def _publishing(desk: Driver) -> PublicationPage:
    publication = PublicationPage(desk).open()
    publication.choose_profile("names")
    publication.choose_all_cases()
    publication.follow()
    return publication


def _look(desk: Driver, publication: PublicationPage) -> str:
    publication.preview()
    desk.settled()
    return publication.text


def test_a_name_that_holds_a_hidden_one_stands_where_somebody_decides_so(
    desk: Driver, tmp_path: Path
) -> None:
    add_case(desk, HIDDEN, LONGER, OTHER)
    publication = _publishing(desk)
    assert not publication.offers_names()  # nothing was looked at yet
    assert "Tenzin" not in _look(desk, publication)
    assert publication.offers_names()
    assert publication.name_heading == publishing.NAMES_TO_DECIDE.format(1)
    assert publishing.NAMES_CONTAIN_HIDDEN in publication.view.preview.names.warning.text()
    ((text, ticked),) = publication.names
    assert "Tenzin Dorje" in text
    assert text.endswith(f" — {publishing.GETS_LABEL}")
    assert not ticked
    publication.show_names()
    desk.shot("publish-names-held")

    publication.tick_name(0)
    assert not publication.can_write()  # the preview is not of this decision
    assert publishing.PREVIEW_OUTDATED in publication.summary
    assert f"{publishing.VICTIM}: Tenzin Dorje" in _look(desk, publication)
    ((text, ticked),) = publication.names
    assert text.endswith(f" — {publishing.NAMED_BY_DECISION}")
    assert ticked
    assert publication.name_heading == publishing.NAMES_TO_DECIDE.format(1)
    desk.shot("publish-names-stand")
    publication.answer_risks()
    publication.write_to(tmp_path / "out.pdf")
    desk.until(lambda: publishing.PDF_WRITTEN in desk.window.message_bar.text, 60)
    printed = "\n".join(page.extract_text() for page in PdfReader(tmp_path / "out.pdf").pages)
    assert "Tenzin Dorje" in printed

    publication.tick_name(0)
    assert "Tenzin" not in _look(desk, publication)
    assert [ticked for _, ticked in publication.names] == [False]


def test_a_name_that_says_whose_relative_somebody_is_never_stands(desk: Driver) -> None:
    add_case(desk, HIDDEN, WIFE)
    publication = _publishing(desk)
    _look(desk, publication)
    publication.tick_name(0)
    assert "Tenzin" not in _look(desk, publication)
    ((text, ticked),) = publication.names
    assert text.endswith(f" — {publishing.LABELLED_ALL_THE_SAME}")
    assert ticked
    assert publication.name_heading == publishing.NAMES_TO_DECIDE.format(1)
    desk.shot("publish-names-never")


def test_a_decision_ends_when_somebody_else_may_not_be_named(desk: Driver) -> None:
    case, _, _, other = add_case(desk, HIDDEN, LONGER, OTHER, narrative="Nobody was seen.")
    publication = _publishing(desk)

    def decide() -> None:
        _look(desk, publication)
        publication.tick_name(0)
        assert "Tenzin Dorje" in _look(desk, publication)

    decide()
    vouch(desk, case)  # who may be named is as it was
    publication.follow()
    assert "Tenzin Dorje" in _look(desk, publication)
    publication.write_heading("Another title")
    assert "Tenzin Dorje" in _look(desk, publication)

    change(desk, lambda session: set_level(session, Visibility.SECRET, other))
    publication.follow()
    assert "Tenzin" not in _look(desk, publication)
    assert [ticked for _, ticked in publication.names] == [False]

    decide()
    publication.choose_profile("labels")
    publication.choose_profile("names")
    assert "Tenzin" not in _look(desk, publication)

    decide()
    row = next(row for row, name in enumerate(publication.people) if "Brisk" in name)
    publication.view.people.list.item(row).setCheckState(Qt.CheckState.Checked)
    assert "Tenzin" not in _look(desk, publication)


def test_the_tab_goes_when_there_is_nothing_to_decide(desk: Driver) -> None:
    _, hidden, _ = add_case(desk, HIDDEN, LONGER)
    publication = _publishing(desk)
    _look(desk, publication)
    publication.show_names()
    change(desk, lambda session: set_level(session, Visibility.PUBLIC, hidden))
    publication.follow()
    assert "Tenzin Dorje" in _look(desk, publication)
    assert not publication.offers_names()
    assert publication.names == []
    assert publication.text_is_current()


def test_it_is_said_about_which_records_somebody_can_decide(desk: Driver) -> None:
    case, _, longer = add_case(desk, HIDDEN, LONGER, narrative="Odal was seen.")
    vouch(desk, case)

    def also_a_source(session: Session) -> Outcome[None]:
        names = {"names": [{"name": "Ulmo Vant", "kind": "main"}]}
        told = parties.create(session, {"kind": "person"}, names, case, "subject").result
        set_level(session, Visibility.PUBLIC, told)
        parts = {"parties": [{"party": told, "role": "our source"}, {"party": longer, "role": "victim"}]}
        event, changes = events.add(session, case, {"type": "detained", "date": "2021"}, parts)
        set_level(session, Visibility.PUBLIC, event)
        return Outcome(
            None, Changes(cases=changes.cases, parties=frozenset({told}), events=frozenset({event}))
        )

    change(desk, also_a_source)
    edit_narrative(desk, case, "Odal was seen twice.")
    publication = _publishing(desk)
    _look(desk, publication)
    assert desk.window.desk is not None
    reader = desk.window.desk.reader
    lines = publication.thoughts.splitlines()
    (role,) = [line for line in lines if publishing.ROLE_UNKNOWN in line]
    assert role.endswith(f": {reader.get(case).text('ref')}")
    (name,) = [line for line in lines if publishing.NAMES_CONTAIN_ONE in line]
    assert name.endswith(f": {reader.get(longer).text('ref')}")
    (changed,) = [line for line in lines if publishing.CHANGED_SINCE in line]
    assert publishing.MORE_WOULD_BE_TOLD in changed


@pytest.mark.parametrize("size", [(1366, 768), (683, 384)])
@pytest.mark.parametrize("language", list(WindowLanguage))
def test_it_fits(desk: Driver, language: WindowLanguage, size: tuple[int, int]) -> None:
    add_case(desk, HIDDEN, LONGER, WIFE)
    desk.window.resize(*size)
    desk.window.speak(language)
    publication = _publishing(desk)
    _look(desk, publication)
    publication.show_names()
    desk.shot(f"publish-names-{language}-{size[0]}")


def test_an_accused_person_is_named_where_somebody_decides_so(desk: Driver) -> None:
    case, victim, officer = add_case(desk, ("Sela Wend", Visibility.PUBLIC), OTHER)

    def accuse(session: Session) -> Outcome[None]:
        parties = [{"party": victim, "role": "victim"}, {"party": officer, "role": "perpetrator"}]
        event = events.add(session, case, {"type": "beaten", "date": "2022"}, {"parties": parties}).result
        return set_level(session, Visibility.PUBLIC, event)

    change(desk, accuse)
    publication = _publishing(desk)
    assert "Odal Brisk" not in _look(desk, publication)
    assert not publication.view.preview.names.accused.isHidden()
    ((text, ticked),) = publication.names
    assert "Odal Brisk" in text
    assert (text.endswith(f" — {publishing.GETS_LABEL}"), ticked) == (True, False)
    publication.tick_name(0)
    assert f"{publishing.PERPETRATOR}: Odal Brisk" in _look(desk, publication)
    ((text, ticked),) = publication.names
    assert (text.endswith(f" — {publishing.NAMED_BY_DECISION}"), ticked) == (True, True)
    desk.shot("publish-names-accused")
