"""The coordinator's day: ten bundles of five documenters, three conflicts, five receipts.

All of it by keys and clicks, and no turn of the window's loop takes more than a tenth of a second.
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from hrddesk.actions.exchange import bundles, contacts, identity
from hrddesk.actions.records import cases, parties
from hrddesk.actions.vault import vaults
from hrddesk.crypto.kdf import FLOOR
from hrddesk.errors import BundleNotForMe
from hrddesk.records.model.record import RecordId
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import silent
from hrddesk_ui.locking.resume import Resume
from hrddesk_ui.words.translation import WindowLanguage
from tests.made import argon2id_once, deriving_by
from tests.ui.conftest import _opened
from tests.ui.driver import PASSPHRASE, Driver
from tests.ui.page_objects.incoming import ReadPage, ReviewPage
from tests.ui.watchdog import Watchdog, forget_other_tests, over

DOCUMENTERS = ("Avocet", "Dunlin", "Plover", "Teal", "Wren")
IN_CONFLICT = DOCUMENTERS[:3]
pytestmark = pytest.mark.timeout(300)


@dataclass
class Field:
    """Five desks and their coordinator, and the sticks that go between them."""

    folder: Path
    coordinator: Path
    documenters: dict[str, Path] = field(default_factory=dict)

    @property
    def stick(self) -> Path:
        """Where the bundles wait."""
        return self.folder / "stick"

    def open(self, path: Path) -> Session:
        with deriving_by(argon2id_once):
            return vaults.unlock(path, vaults.passphrase_secret(PASSPHRASE))


def meet(left: Session, right: Session, name: str, folder: Path) -> None:
    """Let `left` know and verify `right`."""
    card = identity.write_card(right, folder)
    contacts.add(left, card, name)
    contacts.verify(left, name, " ".join(identity.show(right).words))
    card.unlink()


def add_case(session: Session, title: str) -> RecordId:
    case = cases.create(session, {"title": title}).result
    parties.create(
        session, {"kind": "person"}, {"names": [{"name": f"Invented of {title}"}]}, case=case, role="subject"
    )
    return case


@pytest.fixture
def desks_of_a_day(tmp_path: Path) -> Field:
    """Every documenter handed a case over before; now two bundles of each lie on a stick."""
    desks = Field(tmp_path, tmp_path / "coordinator.hrdv")
    desks.stick.mkdir()
    with deriving_by(argon2id_once), ExitStack() as opened:

        def new(path: Path) -> Session:
            session = vaults.create(path, PASSPHRASE, FLOOR).session
            opened.callback(session.close)
            return session

        coordinator = new(desks.coordinator)
        for name in DOCUMENTERS:
            desks.documenters[name] = tmp_path / f"{name}.hrdv"
            documenter = new(desks.documenters[name])
            meet(documenter, coordinator, "Heron", tmp_path)
            meet(coordinator, documenter, name, tmp_path)
            shared = add_case(documenter, f"The mill of {name}")
            before = bundles.write_bundle(documenter, tmp_path, ["Heron"], None, silent()).path
            review = bundles.read_bundle(coordinator, before, silent()).review
            bundles.accept(coordinator, review, None, silent())
            before.unlink()
            add_case(documenter, f"The bridge of {name}")
            bundles.write_bundle(documenter, desks.stick, ["Heron"], None, silent())
            if name in IN_CONFLICT:
                cases.edit(documenter, shared, {"title": f"The old mill of {name}"})
                cases.edit(coordinator, shared, {"title": f"The new mill of {name}"})
            add_case(documenter, f"The quarry of {name}")
            bundles.write_bundle(documenter, desks.stick, ["Heron"], None, silent())
    return desks


@pytest.mark.parametrize(
    "language", [WindowLanguage.ENGLISH, WindowLanguage.CHINESE], ids=lambda each: each.value
)
def test_demand_11_the_coordinators_day(
    desks_of_a_day: Field, start: Callable[[Resume], Driver], language: WindowLanguage
) -> None:
    driver = _opened(
        start(Resume(folder=str(desks_of_a_day.coordinator), language=language.value, scheme="light"))
    )
    reading = ReadPage.open(driver)
    forget_other_tests()
    watchdog = Watchdog()
    read_all(driver, reading, desks_of_a_day, watchdog)
    driver.shot(f"day-read-{language.value}")
    accept_plain(driver, reading, watchdog)
    driver.shot(f"day-plain-{language.value}")
    solve(driver, reading, watchdog, f"day-conflict-{language.value}")
    outgoing = desks_of_a_day.folder / "outgoing"
    outgoing.mkdir()
    write_receipts(driver, reading, outgoing, watchdog)
    longest = watchdog.stop()
    driver.shot(f"day-receipts-{language.value}")
    assert len(longest) == 17, longest.keys()  # each step was seen
    held = over(longest)
    assert not held, f"milliseconds of CPU in one turn: {held}"
    assert driver.window.desk is not None
    ids = cases.list_ids(driver.window.desk.reader, cases.CaseQuery())
    titles = {driver.window.desk.reader.get(case).text("title") for case in ids}
    assert titles == {
        *(f"The {what} of {name}" for what in ("bridge", "quarry") for name in DOCUMENTERS),
        "The old mill of Avocet",  # theirs was taken
        "The new mill of Dunlin",
        "The old mill of Plover",
        "The mill of Teal",
        "The mill of Wren",
    }
    receipts = list(outgoing.iterdir())
    assert len(receipts) == len(DOCUMENTERS)
    for vault in desks_of_a_day.documenters.values():
        with desks_of_a_day.open(vault) as session:
            assert sum(acknowledged(session, receipt) for receipt in receipts) == 6  # records: three cases


def acknowledged(session: Session, receipt: Path) -> int:
    """Return of how many records a receipt says that they are there; 0 when it is somebody else's."""
    try:
        summary = bundles.read_bundle(session, receipt, silent()).receipts
    except BundleNotForMe:
        return 0
    return 0 if summary is None else summary.accepted


def read_all(driver: Driver, reading: ReadPage, desks: Field, watchdog: Watchdog) -> None:
    watchdog.begin("typing the folder")
    reading.name_bundle(desks.stick)
    driver.until(watchdog.has_turned)
    watchdog.begin("reading ten bundles")
    driver.key("Return")
    driver.until(lambda: len(reading.outcomes) == 10, 60)
    driver.until(reading.can_accept_what_is_plain, 60)
    driver.settled()
    senders = [next(name for name in DOCUMENTERS if name in line) for line in reading.outcomes]
    assert senders == sorted(DOCUMENTERS * 2)
    waits = reading.reviews[:10]  # those that were accepted before follow
    assert sum("1 " in line.rpartition(" · ")[2] for line in waits) == len(IN_CONFLICT)


def accept_plain(driver: Driver, reading: ReadPage, watchdog: Watchdog) -> None:
    watchdog.begin("accepting what is plain")
    reading.accept_what_is_plain()
    driver.until(lambda: not reading.can_accept_what_is_plain(), 60)
    driver.until(reading.reviews_have_keyboard, 60)
    driver.settled()
    message = driver.window.message_bar.text
    assert "20" in message  # new cases and people; what came twice was here already
    assert str(len(IN_CONFLICT)) in message
    watchdog.begin("looking at what is left")
    driver.until(watchdog.has_turned)


def solve(driver: Driver, reading: ReadPage, watchdog: Watchdog, shot: str) -> None:
    """Open what needs a look, one after the other, and decide its one conflict field by field."""
    review = ReviewPage(driver)
    watchdog.begin("opening the first review")
    reading.open_first_review()
    seen: list[int] = []
    for number, name in enumerate(IN_CONFLICT):
        driver.until(lambda: review.number not in (0, *seen), 60)
        driver.settled()
        seen.append(review.number)
        assert name in review.origin
        watchdog.begin(f"choosing in review {number}")
        row = next(
            row
            for row in range(review.model.rowCount())
            if (item := review.model.item(row)) is not None and item.merged.conflicts
        )
        review.go_to_record(row)
        title = next(row for row, text in enumerate(review.texts) if "The new mill" in text)
        review.go_to_field(title)
        driver.until(watchdog.has_turned)
        if number == 0:
            driver.shot(shot)
        watchdog.begin(f"accepting review {number}")
        if name == "Dunlin":
            review.keep_ours()
        else:
            review.take_theirs()
        review.accept_all()
        driver.until(lambda: not review.can_accept(), 60)
        driver.settled()
        watchdog.begin(f"going on from review {number}")
        driver.key("Ctrl+J")
        driver.settled()
    assert review.number == seen[-1]  # nothing else waits


def write_receipts(driver: Driver, reading: ReadPage, folder: Path, watchdog: Watchdog) -> None:
    watchdog.begin("back to the list")
    ReviewPage(driver).go_back()
    driver.until(reading.can_write_receipts)
    driver.settled()
    watchdog.begin("choosing the folder")
    dialog = reading.choose_folder_of_receipts()
    driver.until(watchdog.has_turned)
    dialog.setDirectory(str(folder))
    watchdog.begin("writing five receipts")
    dialog.accept()
    driver.until(lambda: len(reading.outcomes) == len(DOCUMENTERS), 60)
    driver.settled()
    assert not reading.can_write_receipts()
