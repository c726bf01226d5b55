"""The whole tour on 100,000 cases: every page, and what a person does on it, a turn of the loop at a time.

The library is made by `tests/bench/library.py`, or taken from the folder that HRDDESK_LIBRARIES names.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from hrddesk_ui.cases.case_table_model import SORTS, CaseColumn
from hrddesk_ui.frame.rail_pages import PAGES
from hrddesk_ui.locking.resume import Resume
from hrddesk_ui.people.people_view import PeopleView
from hrddesk_ui.settings.settings_view import SettingsView
from tests.ui.casework import key, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.records import CasesPage
from tests.ui.watchdog import Watchdog, forget_other_tests, over

CASES = int(os.environ.get("HRDDESK_CASES", "100000"))
_MAKER = Path(__file__).resolve().parents[1] / "bench" / "library.py"
_PASSPHRASE = "granite lantern orbit velvet"  # of every library
_COMMON = "上"
_NAME = "Onarionari"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A vault of 100,000 cases of the test's own."""
    kept = Path(os.environ.get("HRDDESK_LIBRARIES") or tmp_path)
    subprocess.run([sys.executable, str(_MAKER), str(kept), str(CASES)], check=True)
    return Path(shutil.copytree(kept / f"library-{CASES}.hrdv", tmp_path / "desk.hrdv"))


class Tour:
    """Does one thing after the other, each as a step of the watchdog."""

    def __init__(self, desk: Driver, watchdog: Watchdog) -> None:
        self._desk = desk
        self._watchdog = watchdog

    def step(self, name: str, act: Callable[[], object]) -> None:
        """Do one thing, and wait until all that follows from it is done."""
        self._watchdog.begin(name)
        act()
        self._desk.bot.wait(250)  # longer than a filter waits for the next letter
        self._desk.until(lambda: not self._desk.app.runner.busy and not self._looking(), 900)
        self._desk.until(self._watchdog.has_turned)

    def _looking(self) -> bool:
        desk = self._desk.window.desk
        return desk is not None and desk.looking

    def keys(self, name: str, *pressed: str) -> None:
        """Press keys, each a step."""
        for number, each in enumerate(pressed):
            self.step(f"{name} {number}: {each}", partial(key, self._desk, each))


def _cases(desk: Driver, tour: Tour) -> None:
    view = CasesPage(desk).view
    tour.step("cases", lambda: desk.page("cases"))
    tour.keys("choosing a case", "Down", "Down", "PgDown", "PgDown", "End", "Up", "Home", "PgUp")
    for column in SORTS:
        for way in ("up", "down"):
            tour.step(f"sorting by {column.name} {way}", partial(_click_heading, desk, column))
    _filter(desk, tour, _NAME, "filtering cases by a name")
    _filter(desk, tour, _COMMON, "filtering cases by a character")
    _filter(desk, tour, "cars", "filtering cases by a word")
    view.filter.setFocus()
    tour.step("taking the filter away", view.filter.clear)
    tour.keys("choosing after it", "Return", "Down")
    view.case.tabs.setFocus()
    for number in range(view.case.tabs.count()):
        tour.step(f"tab {number} of a case", partial(view.case.tabs.setCurrentIndex, number))
    tour.step("summary", view.case.edit_button.click)
    view.case.summary.form.start().setFocus()
    tour.step("typing", lambda: type_(desk, "!"))
    tour.keys("saving", "Ctrl+S")
    tour.keys("adding an event", "Ctrl+E", "Escape")


def _filter(desk: Driver, tour: Tour, words: str, name: str) -> None:
    view = CasesPage(desk).view
    view.filter.setFocus()
    view.filter.selectAll()
    tour.step(name, lambda: type_(desk, words))


def _click_heading(desk: Driver, column: CaseColumn) -> None:
    heads = CasesPage(desk).view.table.horizontalHeader()
    place = QPoint(heads.sectionViewportPosition(column) + 20, heads.height() // 2)
    if heads.isSectionHidden(column):  # no room in a window of this size
        CasesPage(desk).view.table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
        return
    desk.bot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=place)


def _people(desk: Driver, tour: Tour) -> None:
    tour.step("people", lambda: desk.page("people"))
    view = next(each for each in desk.frame.pages if each.name == "people")
    assert isinstance(view, PeopleView)
    view.table.setFocus()
    tour.keys("moving to a person", "Down", "PgDown", "End", "Home")
    tour.keys("opening a person", "Return", "Escape")
    view.filter.setFocus()
    tour.step("filtering people", lambda: type_(desk, _NAME))
    tour.step("all people again", view.filter.clear)


def _rest(desk: Driver, tour: Tour) -> None:
    for kind in PAGES:
        tour.step(kind.name, partial(desk.page, kind.name))
    for words in (_NAME, "甲子甲", _COMMON):
        desk.frame.focus_search()
        type_(desk, words)
        tour.keys(f"searching {words}", "Return")
    settings = desk.page("settings")
    assert isinstance(settings, SettingsView)
    settings.language.setFocus()
    tour.step("switching the language", partial(desk.pick, "Down"))
    for kind in PAGES:  # each is made anew
        tour.step(f"{kind.name} in Chinese", partial(desk.page, kind.name))


@pytest.mark.full
@pytest.mark.timeout(3600)
def test_demand_12_nothing_holds_the_window_over_100_ms_with_100_000_cases(
    start: Callable[[Resume], Driver], library: Path
) -> None:
    desk = start(Resume(folder=str(library), language="en", scheme="light"))
    desk.text(_PASSPHRASE)
    watchdog = Watchdog()
    forget_other_tests()
    watchdog.begin("opening the vault")
    desk.key("Return")
    desk.until(lambda: desk.window.frame is not None, 120)
    for unused in (desk.window.leaving.idle, desk.window._dead_cycles._unused):
        unused.start(0)  # the keys and clicks of a test reach no window's handle: it would seem unused
    tour = Tour(desk, watchdog)
    tour.step("what follows the opening", lambda: None)
    _cases(desk, tour)
    _people(desk, tour)
    _rest(desk, tour)
    longest = watchdog.stop()
    held = over(longest)
    assert not held, f"milliseconds of CPU in one turn: {held}"
