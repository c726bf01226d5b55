"""Many bundles are read in one go in the window: a folder, or several files that were marked."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit

from hrddesk.actions.exchange import bundles
from hrddesk.actions.records import cases
from hrddesk.system.jobs import silent
from tests.ui.desks import Desks
from tests.ui.driver import Driver
from tests.ui.page_objects.handoff import HandoffPage
from tests.ui.page_objects.incoming import ReadPage, ReviewPage
from tests.ui.texts import exchange

Enter = Callable[[Path], Driver]
pytestmark = pytest.mark.timeout(180)


@pytest.fixture
def stick(desks: Desks) -> Path:
    """Three bundles of one sender, whose names are in no order, and a file that is none."""
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    folder = desks.folder / "stick"
    folder.mkdir()
    with desks.open(desks.documenter) as session:
        for name in "cab":
            cases.create(session, {"title": f"The mill of {name}"})
            bundles.write_bundle(session, folder / f"{name}.hrdb", ["Heron"], None, silent())
    (folder / "noise.hrdb").write_bytes(b"noise")
    return folder


def test_a_folder_is_read_and_each_file_has_its_line(desks: Desks, stick: Path, enter: Enter) -> None:
    driver = enter(desks.coordinator)
    reading = ReadPage.open(driver)
    reading.read_bundle(stick)
    driver.until(lambda: len(reading.outcomes) == 4)
    driver.settled()
    sender = exchange.FROM_SENDER.format("Wren", exchange.VERIFIED)
    review, new = exchange.REVIEW_NUMBER, exchange.N_NEW
    assert reading.outcomes[:3] == [
        f"\u2068{name}.hrdb\u2069 · {review.format(number)} · {sender} · {new.format(number)}"
        for number, name in enumerate("cab", 1)
    ]
    assert reading.outcomes[3].startswith(f"\u2068noise.hrdb\u2069 · {exchange.NOT_A_BUNDLE}")
    assert exchange.N_BUNDLES_READ.format(3) in driver.window.message_bar.text
    assert exchange.ONE_FILE_NOT_READ.format(1) in driver.window.message_bar.text
    assert len(reading.reviews) == 3
    assert reading.outcomes_have_keyboard()
    driver.shot("read-many")


def test_return_on_a_line_opens_its_review(desks: Desks, stick: Path, enter: Enter) -> None:
    driver = enter(desks.coordinator)
    reading = ReadPage.open(driver)
    HandoffPage.open(driver)
    reading.name_bundle(stick)
    reading.read()
    driver.until(reading.outcomes_have_keyboard)
    driver.key("End")
    driver.key("Return")  # the one that is no bundle has no review
    driver.settled()
    assert ReviewPage(driver).number == 0
    driver.key("Up")
    driver.key("Return")
    driver.until(lambda: ReviewPage(driver).number == 3)


def test_several_files_that_were_marked_are_read_at_once(desks: Desks, stick: Path, enter: Enter) -> None:
    driver = enter(desks.coordinator)
    reading = ReadPage.open(driver)
    reading.choose_files()
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
    driver.until(lambda: len(reading.outcomes) == 2)
    files = [line.partition(" ")[0] for line in reading.outcomes]
    assert files == [
        "\u2068c.hrdb\u2069",
        "\u2068a.hrdb\u2069",
    ]


def test_a_folder_without_bundles_is_told_in_the_page(desks: Desks, enter: Enter) -> None:
    driver = enter(desks.coordinator)
    reading = ReadPage.open(driver)
    (desks.folder / "empty").mkdir()
    reading.read_bundle(desks.folder / "empty")
    driver.until(reading.shows_problem)
    assert reading.problem.startswith(exchange.NO_BUNDLE_IN.format("empty"))
    driver.until(reading.can_read)
    assert not reading.shows_outcomes()


def test_nothing_waits_for_numbers_that_nobody_looks_at(desks: Desks, stick: Path, enter: Enter) -> None:
    with desks.open(desks.coordinator) as session:
        bundles.read_bundles(session, bundles.among([stick]).files, silent())
    driver = enter(desks.coordinator)
    handoff = HandoffPage.open(driver)
    handoff.go_to_tabs()
    assert driver.window.desk is not None
    begun: list[str] = []
    held = Event()
    driver.app.runner.started.connect(lambda task: begun.append(task.label))
    driver.key("Right")  # reads the list
    driver.window.desk.ask(handoff.view, lambda session, job: held.wait(20), lambda _: None)
    driver.until(lambda: exchange.LOOKING_THROUGH_REVIEWS in begun)  # behind what holds the vault's thread
    driver.key("Left")
    held.set()
    driver.settled()
    assert ReadPage(driver).reviews[0].endswith(exchange.ONE_RECORD_WAITS.format(1))
    driver.key("Right")
    driver.until(ReadPage(driver).can_accept_what_is_plain)
    plain = f"{exchange.N_NEW.format(1)} · {exchange.ALL_PLAIN}"
    assert ReadPage(driver).reviews[0].endswith(plain)
