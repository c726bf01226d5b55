"""Many bundles are read in one go in the window: a folder, or several files that were marked."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit

from hrddesk.actions import bundles, cases
from hrddesk.jobs import silent
from hrddesk_ui.views.receive_view import ReceiveView
from tests.ui.desks import Desks, open_page, open_tab
from tests.ui.driver import Driver

Enter = Callable[[Path], Driver]
pytestmark = pytest.mark.timeout(180)


@pytest.fixture
def stick(desks: Desks) -> Path:
    """Three bundles of one sender, whose names are in no order, and a file that is none."""
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    made = desks.folder / "stick"
    made.mkdir()
    with desks.open(desks.documenter) as session:
        for name in "cab":
            cases.create(session, {"title": f"The mill of {name}"})
            bundles.write_bundle(session, made / f"{name}.hrdb", ["Heron"], None, silent())
    (made / "noise.hrdb").write_bytes(b"noise")
    return made


def receive(driver: Driver) -> ReceiveView:
    page = open_page(driver)
    open_tab(driver, page, 1)
    return page.receive


def lines(view: ReceiveView) -> list[str]:
    return [view.outcomes.item(row).text() for row in range(view.outcomes.count())]


def test_a_folder_is_read_and_each_file_has_its_line(desks: Desks, stick: Path, enter: Enter) -> None:
    driver = enter(desks.coordinator)
    view = receive(driver)
    driver.fill(view.path.field, str(stick))
    driver.key("Return")
    driver.until(lambda: view.outcomes.count() == 4)
    driver.settled()
    found = lines(view)
    assert found[:3] == [
        "\u2068c.hrdb\u2069 · Review 1 · from Wren (verified) · 1 new",
        "\u2068a.hrdb\u2069 · Review 2 · from Wren (verified) · 2 new",
        "\u2068b.hrdb\u2069 · Review 3 · from Wren (verified) · 3 new",
    ]
    assert found[3].startswith("\u2068noise.hrdb\u2069 · This is not a bundle of HRDDesk.")
    assert "3 bundles were read." in driver.window.message_bar.text
    assert "1 file could not be read: its line says why." in driver.window.message_bar.text
    assert view.reviews.count() == 3
    assert view.outcomes.hasFocus()
    driver.shot("read-many")


def test_return_on_a_line_opens_its_review(desks: Desks, stick: Path, enter: Enter) -> None:
    driver = enter(desks.coordinator)
    view = receive(driver)
    page = open_page(driver)
    driver.fill(view.path.field, str(stick))
    driver.click(view.read_button)
    driver.until(view.outcomes.hasFocus)
    driver.key("End")
    driver.key("Return")  # the one that is no bundle has no review
    driver.settled()
    assert page.review.number == 0
    driver.key("Up")
    driver.key("Return")
    driver.until(lambda: page.review.number == 3)


def test_several_files_that_were_marked_are_read_at_once(desks: Desks, stick: Path, enter: Enter) -> None:
    driver = enter(desks.coordinator)
    view = receive(driver)
    driver.click(view.path.button)
    driver.until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.setDirectory(str(stick))
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText('"a.hrdb" "c.hrdb"')  # typed, its list of proposals would take the click
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    driver.click(box.button(QDialogButtonBox.StandardButton.Open))
    driver.until(lambda: view.outcomes.count() == 2)
    assert [line.partition(" ")[0] for line in lines(view)] == ["\u2068c.hrdb\u2069", "\u2068a.hrdb\u2069"]


def test_a_folder_without_bundles_is_told_in_the_page(desks: Desks, enter: Enter) -> None:
    driver = enter(desks.coordinator)
    view = receive(driver)
    (desks.folder / "empty").mkdir()
    driver.fill(view.path.field, str(desks.folder / "empty"))
    driver.key("Return")
    driver.until(view.trouble.isVisible)
    assert view.trouble.text().startswith("There is no bundle in empty")
    driver.until(view.read_button.isEnabled)
    assert not view.outcomes.isVisible()


def test_nothing_waits_for_numbers_that_nobody_looks_at(desks: Desks, stick: Path, enter: Enter) -> None:
    with desks.open(desks.coordinator) as session:
        bundles.read_bundles(session, bundles.among([stick]).files, silent())
    driver = enter(desks.coordinator)
    page = open_page(driver)
    page.tabs.tabBar().setFocus()
    assert driver.window.desk is not None
    begun: list[str] = []
    held = Event()
    driver.app.runner.started.connect(lambda task: begun.append(task.label))
    driver.key("Right")  # reads the list
    driver.window.desk.ask(page, lambda session, job: held.wait(20), lambda _: None)
    driver.until(lambda: "Looking through what waits" in begun)  # behind what holds the vault's thread
    driver.key("Left")
    held.set()
    driver.settled()
    assert page.receive.reviews.item(0).text().endswith("1 record waits")
    driver.key("Right")
    driver.until(page.receive.plain_button.isEnabled)
    assert page.receive.reviews.item(0).text().endswith("1 new · all plain")
