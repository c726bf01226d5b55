"""Evidence of a gigabyte goes out and comes in while the window answers, and memory does not grow with it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hrddesk.actions.records import evidence
from hrddesk.system.jobs import silent
from tests import memory_use
from tests.memory_use import MIB
from tests.ui.desks import Desks
from tests.ui.driver import Driver
from tests.ui.page_objects.handoff import SendPage
from tests.ui.page_objects.incoming import ReadPage, ReviewPage
from tests.ui.texts import exchange
from tests.ui.watchdog import MOST, InterpreterWatch, Watchdog, forget_other_tests, over

_PARTS = 4  # a gigabyte is the most that one file inside may have
_GROWN = 150 * MIB


@contextmanager
def _answering(name: str) -> Iterator[Watchdog]:
    """Require that the window answers within the body; its steps are named by the body."""
    forget_other_tests()
    watchdog, interpreter = Watchdog(), InterpreterWatch()
    watchdog.begin(name)
    yield watchdog
    held = over(watchdog.stop())
    assert not held, f"milliseconds of CPU in one turn: {held}"
    print(f"{name}: other threads kept it for {1000 * interpreter.longest:.0f} ms")
    assert interpreter.longest <= MOST, f"{name}: other threads kept it for {interpreter.longest:.3f} s"


@contextmanager
def _within_memory(name: str) -> Iterator[None]:
    memory_use.forget_most()
    before = memory_use.now()
    yield
    grown = memory_use.most() - before
    print(f"{name}: grown by {grown / MIB:.0f} MiB")
    assert grown < _GROWN, f"{name}: grown by {grown / MIB:.0f} MiB"


def _fill(desks: Desks, size: int) -> set[str]:
    """Put so much evidence into the documenter's case; return its hashes."""
    case, hashes = desks.fill(desks.documenter), set()
    piece = bytes(range(256)) * (MIB // 256)
    with desks.open(desks.documenter) as session:
        for number in range(_PARTS):
            part = desks.folder / f"part{number}"
            with part.open("wb") as file:
                for number_of_piece in range(size // _PARTS // MIB):
                    file.write(number_of_piece.to_bytes(4, "big") + bytes([number]) + piece[5:])
            hashes.add(evidence.add(session, case, part, silent()).result.sha256)
            part.unlink()
    return hashes


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("size", [64 * MIB, pytest.param(1024 * MIB, marks=pytest.mark.full)])
def test_evidence_goes_out_and_comes_in_while_the_window_answers(
    desks: Desks, enter: Callable[[Path], Driver], size: int
) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    hashes = _fill(desks, size)
    stick = desks.folder / "stick"
    stick.mkdir()

    driver = enter(desks.documenter)
    send = SendPage.open(driver)
    send.cases.tick_all()
    send.tick_contact()
    send.name_folder(stick)
    with _within_memory("writing"), _answering("writing"):
        send.write()
        driver.until(lambda: exchange.BUNDLE_WRITTEN in driver.window.message_bar.text, 600)
    driver.key("Ctrl+L")
    driver.until(driver.window.isHidden)
    (bundle,) = stick.iterdir()
    assert bundle.stat().st_size > size

    driver = enter(desks.coordinator)
    ReadPage.open(driver).name_bundle(bundle)
    with _within_memory("reading"), _answering("reading") as watchdog:
        driver.key("Return")
        driver.until(lambda: ReviewPage(driver).number == 1, 600)
        driver.settled()
        review = ReviewPage(driver)
        watchdog.begin("accepting")
        review.accept_all()
        driver.until(review.can_undo, 60)
    driver.key("Ctrl+L")
    driver.until(driver.window.isHidden)
    with desks.open(desks.coordinator) as session:
        assert set(session.store.blobs.hashes()) == hashes
        assert session.store.blobs.damaged(silent()) == []
