"""What stays in a text and may tell of somebody who may not be named is for its reader to decide."""

import pytest

from hrddesk.actions import cases
from hrddesk.records.kinds import Visibility
from hrddesk_ui.translation import Language
from hrddesk_ui.views.texts_view import TextsView
from tests.ui.casework import change
from tests.ui.driver import Driver
from tests.ui.publishing import add_case, publish_page

NARRATIVE = "Odal Brisk saw VL at the gate. Later VL was gone; Odal Brisk told nobody."
HIDDEN, SHOWN = ("Vero Lunt", Visibility.SECRET), ("Odal Brisk", Visibility.PUBLIC)


def _reviewing(desk: Driver) -> TextsView:
    page = publish_page(desk)
    page.tabs.setCurrentWidget(page.texts)
    desk.settled()
    view = page.texts
    view.profile.setCurrentIndex(view.profile.findData("names"))
    desk.settled()
    return view


def test_what_stays_and_may_tell_of_somebody_is_marked_counted_and_said(desk: Driver) -> None:
    add_case(desk, HIDDEN, SHOWN, narrative=NARRATIVE)
    view = _reviewing(desk)
    assert list(view.text.doubtful) == ["VL", "VL"]
    assert set(view.text.marked) == {"VL", "Odal Brisk"}
    listed = [view.found.item(row) for row in range(view.found.count())]
    first, second, *rest = [item.text() for item in listed]  # what there is to decide stands first
    assert first == "“VL” · initials · Vero Lunt · stays, and may tell of them: decide"
    assert second == first
    assert all(item.endswith(" · stays") for item in rest)
    assert [not item.icon().isNull() for item in listed] == [True, True, False, False]
    assert view.doubt.isVisible()
    assert view.doubt.text().startswith("2 places stay that may tell of somebody who may not be named.")
    assert view.confirm_button.text() == "I have read it and decided about 2 places: it may go out"
    assert view.confirm_button.accessibleName() == view.confirm_button.text()
    desk.shot("texts-decide")
    view.found.setFocus()
    desk.key("End")
    desk.key("Home")
    assert view.text.textCursor().position() == NARRATIVE.index("VL")
    desk.shot("texts-decide-pointed")
    desk.click(view.confirm_button)
    desk.until(lambda: view.state.text() == "reviewed")
    assert view.doubt.isVisible()  # it stays true


def test_nothing_is_asked_where_nothing_is_to_decide(desk: Driver) -> None:
    add_case(desk, SHOWN, narrative="Odal Brisk told nobody.")
    view = _reviewing(desk)
    assert list(view.text.doubtful) == []
    assert not view.doubt.isVisible()
    assert view.confirm_button.text() == "I have read it: it may go out"


def test_no_line_of_the_lists_is_cut(desk: Driver) -> None:
    name = "Vero" + "vero" * 10 + " Lunt" + "lunt" * 10
    (case, _) = add_case(desk, (name, Visibility.SECRET), narrative="VL was seen.")
    change(desk, lambda session: cases.edit(session, case, {"title": "The printers of Willow Lane " * 4}))
    view = _reviewing(desk)
    for entries, end in ((view.texts, "not reviewed"), (view.found, "decide")):
        item = entries.item(0)
        assert item.text().endswith(end)
        assert entries.horizontalScrollBar().maximum() == 0
        width, line = entries.viewport().width(), entries.fontMetrics()
        lines = -(-line.horizontalAdvance(item.text()) // width)
        assert lines > 1
        assert entries.visualItemRect(item).height() >= lines * line.height()
        assert entries.visualItemRect(item).width() <= width
    desk.shot("texts-long")


@pytest.mark.parametrize("size", [(1366, 768), (683, 384)])
@pytest.mark.parametrize("language", list(Language))
def test_it_fits(desk: Driver, language: Language, size: tuple[int, int]) -> None:
    add_case(desk, HIDDEN, SHOWN, narrative=NARRATIVE)
    desk.window.resize(*size)
    desk.window.speak(language)
    view = _reviewing(desk)
    assert view.doubt.isVisible()
    desk.shot(f"texts-decide-{language}-{size[0]}")
