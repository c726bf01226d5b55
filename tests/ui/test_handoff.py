"""Cards, words, bundles and reviews, as two people exchange them on a stick."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTableWidget

from hrddesk.actions import bundles, cases, contacts, events, identity, parties, vaults
from hrddesk.bundle.contacts import ContactState
from hrddesk.crypto.kdf import FLOOR
from hrddesk.errors import BundleDamaged
from hrddesk.jobs import silent
from hrddesk.records.record import RecordId
from hrddesk.session import Session
from hrddesk_ui.resume import Resume
from hrddesk_ui.views.handoff_view import HandoffView
from tests.ui.driver import PASSPHRASE, Driver

NAMES = [
    {"name": "Rinchen Invented", "script": "Latn", "kind": "main"},
    {"name": "རིན་ཆེན་བཟོས", "script": "Tibt"},
]


class Desks:
    """A documenter and a coordinator who have exchanged cards."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.documenter = folder / "documenter.hrdv"
        self.coordinator = folder / "coordinator.hrdv"
        for path in (self.documenter, self.coordinator):
            vaults.create(path, PASSPHRASE, FLOOR).session.close()

    def open(self, path: Path) -> Session:
        return vaults.unlock(path, vaults.passphrase_secret(PASSPHRASE))

    def card_of(self, path: Path) -> tuple[Path, str]:
        """Return the card of a desk and its twelve words."""
        with self.open(path) as session:
            target = self.folder / f"{path.stem}.card"
            identity.write_card(session, target)
            return target, " ".join(identity.show(session).words)

    def know(self, knower: Path, known: Path, name: str) -> None:
        card, words = self.card_of(known)
        with self.open(knower) as session:
            contacts.add(session, card, name)
            contacts.verify(session, name, words)
        card.unlink()

    def fill(self, path: Path) -> RecordId:
        with self.open(path) as session:
            case, _ = cases.create(session, {"title": "The printers of Willow Lane"})
            party, _ = parties.create(session, {"kind": "person"}, {"names": NAMES}, case=case)
            events.add(
                session,
                case,
                {"type": "detained", "date": "2021-03?", "place_text": "Willow Lane"},
                {"parties": [{"party": party, "role": "victim"}]},
            )
            return case

    def bundle(self, writer: Path, to: str) -> Path:
        with self.open(writer) as session:
            return bundles.write_bundle(session, self.folder, [to], None, silent()).path


@pytest.fixture
def desks(tmp_path: Path) -> Desks:
    return Desks(tmp_path)


@pytest.fixture
def enter(start: Callable[[Resume], Driver]) -> Callable[[Path], Driver]:
    def enter(vault: Path) -> Driver:
        driver = start(Resume(folder=str(vault), language="en", scheme="light"))
        driver.text(PASSPHRASE)
        driver.key("Return")
        driver.until(lambda: driver.window.frame is not None)
        driver.settled()
        return driver

    return enter


Enter = Callable[[Path], Driver]


def _page(driver: Driver) -> HandoffView:
    page = driver.page("handoff")
    assert isinstance(page, HandoffView)
    driver.settled()
    return page


def _tab(driver: Driver, page: HandoffView, number: int) -> None:
    page.tabs.tabBar().setFocus()
    for _ in range(4):
        driver.key("Left")
    for _ in range(number):
        driver.key("Right")
    driver.until(lambda: page.tabs.currentIndex() == number)
    driver.settled()


def test_the_identity_is_shown_and_its_card_saved(desks: Desks, enter: Enter) -> None:
    driver = enter(desks.documenter)
    page = _page(driver)
    _tab(driver, page, 3)
    driver.until(lambda: page.identity.words.text() != "")
    assert len(page.identity.words.text().split()) == 12
    assert len("".join(page.identity.digits.text().split())) == 60
    driver.shot("handoff-identity")
    target = desks.folder / "mine.card"
    page.identity.save(target)
    driver.until(lambda: "mine.card" in driver.window.message_bar.text)
    assert target.is_file()
    page.identity.save(target)
    driver.until(lambda: driver.window.message_bar.tone == "bad")  # it is there already


def test_a_contact_is_added_verified_and_revoked(desks: Desks, enter: Enter) -> None:
    card, words = desks.card_of(desks.coordinator)
    driver = enter(desks.documenter)
    page = _page(driver)
    assert not page.send.write_button.isEnabled()
    driver.shot("handoff-send-nobody")
    driver.click(page.send.contacts_button)
    view = page.contacts
    driver.click(view.add_button)
    assert view.card_trouble.text() != ""
    driver.fill(view.card.field, str(card))
    driver.key("Return")
    driver.text("Heron")
    driver.key("Return")
    driver.until(lambda: view.contact is not None)
    assert view.contact is not None
    assert view.contact.state is ContactState.FIRST_USE
    driver.until(view.heard.hasFocus)
    driver.key("Return")
    assert view.trouble.text() != ""
    driver.text("these are not the words")
    driver.key("Return")
    driver.until(lambda: view.trouble.text().startswith("The words do not match"))
    driver.shot("contacts-wrong-words")
    assert view.contact.state is ContactState.FIRST_USE
    driver.text(words)
    driver.key("Return")
    driver.until(lambda: view.contact is not None and view.contact.state is ContactState.VERIFIED)
    driver.shot("contacts-verified")
    _tab(driver, page, 0)
    assert page.send.write_button.isEnabled()
    _tab(driver, page, 2)
    driver.click(view.revoke_button)
    driver.click(view.confirm.no)
    assert view.contact.state is ContactState.VERIFIED
    driver.click(view.revoke_button)
    driver.click(view.confirm.yes)
    driver.until(lambda: view.contact is not None and view.contact.state is ContactState.REVOKED)
    assert not view.verify_button.isEnabled()
    driver.shot("contacts-revoked")


def test_a_card_that_is_none_is_refused_in_the_page(desks: Desks, enter: Enter) -> None:
    nonsense = desks.folder / "nonsense.card"
    nonsense.write_bytes(b"nothing")
    driver = enter(desks.documenter)
    page = _page(driver)
    _tab(driver, page, 2)
    driver.fill(page.contacts.card.field, str(nonsense))
    driver.click(page.contacts.add_button)
    driver.until(lambda: "does not prove itself" in page.contacts.card_trouble.text())
    assert page.contacts.contact is None


def test_a_bundle_is_written_for_ticked_cases(desks: Desks, enter: Enter) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.fill(desks.documenter)
    driver = enter(desks.documenter)
    page = _page(driver)
    stick = desks.folder / "stick"
    stick.mkdir()
    send = page.send
    driver.click(send.write_button)
    assert send.trouble.text() == "Tick for whom the bundle is."
    assert send.recipients.hasFocus()
    driver.key("Space")
    driver.click(send.write_button)
    assert send.trouble.text() == "Tick at least one case."
    assert send.cases.table.hasFocus()
    driver.key("Space")
    assert len(send.cases.chosen) == 1
    driver.shot("handoff-send")
    driver.click(send.write_button)
    assert send.trouble.text() == "Say into which folder."
    driver.text(str(stick))
    driver.key("Return")
    driver.until(lambda: "The bundle was written" in driver.window.message_bar.text)
    driver.shot("handoff-sent")
    (written,) = stick.iterdir()
    assert written.suffix == ".hrdb"
    assert "It holds 1 case." in driver.window.message_bar.text


def test_the_choice_outlives_the_filter(desks: Desks, enter: Enter) -> None:
    desks.fill(desks.documenter)
    with desks.open(desks.documenter) as session:
        cases.create(session, {"title": "Another matter"})
    driver = enter(desks.documenter)
    picker = _page(driver).send.cases
    driver.click(picker.all_button)
    assert len(picker.chosen) == 2
    driver.fill(picker.filter, "Willow")
    driver.key("Return")
    assert picker.model.rowCount() == 1
    assert len(picker.chosen) == 2
    assert picker.count.text() == "2 ticked, 1 shown"
    driver.key("Space")
    assert len(picker.chosen) == 1
    driver.click(picker.none_button)
    assert picker.chosen == []


def test_a_bundle_is_read_reviewed_accepted_and_undone(desks: Desks, enter: Enter) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    desks.fill(desks.documenter)
    bundle = desks.bundle(desks.documenter, "Heron")
    driver = enter(desks.coordinator)
    page = _page(driver)
    _tab(driver, page, 1)
    driver.click(page.receive.read_button)
    assert page.receive.trouble.text() == "Choose the file of the bundle."
    driver.text(str(bundle))
    driver.key("Return")
    driver.until(lambda: page.review.number == 1)
    driver.settled()
    review = page.review
    assert review.model.rowCount() == 3
    assert "Wren (verified)" in review.origin.text()
    driver.shot("review-new")
    shown = _texts(review.parts)
    assert any("The printers of Willow Lane" in line for line in shown)
    party = next(row for row in range(3) if "Rinchen" in review.model.index(row, 2).data())
    review.records.selectRow(party)
    driver.shot("review-party")
    driver.click(review.some_button)
    driver.until(lambda: "taken over" in driver.window.message_bar.text)
    driver.settled()
    assert [item.accepted for item in map(review.model.item, range(3))].count(True) >= 1
    driver.click(review.all_button)
    driver.until(lambda: not review.all_button.isEnabled())
    driver.settled()
    driver.shot("review-accepted")
    assert driver.window.desk is not None
    assert len(cases.list_ids(driver.window.desk.reader, cases.CaseQuery())) == 1
    driver.click(review.undo_button)
    driver.until(lambda: "undone" in driver.window.message_bar.text)
    driver.settled()
    assert cases.list_ids(driver.window.desk.reader, cases.CaseQuery()) == []
    driver.click(review.reject_button)
    driver.click(review.confirm.yes)
    driver.until(lambda: "rejected" in review.origin.text())
    driver.click(review.back_button)
    driver.settled()
    driver.shot("reviews")
    assert page.receive.reviews.count() == 1
    page.receive.reviews.setFocus()
    driver.key("Return")
    driver.until(lambda: page.review.isVisible())


def test_a_conflict_asks_whose_value_stands(desks: Desks, enter: Enter) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    case = desks.fill(desks.documenter)
    first = desks.bundle(desks.documenter, "Heron")
    with desks.open(desks.coordinator) as session:
        summary = bundles.read_bundle(session, first, silent())
        bundles.accept(session, summary.review, None, silent())
        cases.edit(session, case, {"title": "The title of the coordinator"})
    with desks.open(desks.documenter) as session:
        cases.edit(session, case, {"title": "The title of the documenter"})
    second = desks.bundle(desks.documenter, "Heron")
    driver = enter(desks.coordinator)
    page = _page(driver)
    _tab(driver, page, 1)
    driver.fill(page.receive.path.field, str(second))
    driver.key("Return")
    driver.until(lambda: page.review.number == 2)
    driver.settled()
    review = page.review
    assert review.side.isVisible()
    driver.shot("review-conflict")
    driver.click(review.all_button)
    driver.until(lambda: "changed on both sides" in review.trouble.text())
    driver.until(review.side.hasFocus)
    driver.key("Down")
    assert review.side.currentData() == "theirs"
    driver.click(review.all_button)
    driver.until(lambda: not review.all_button.isEnabled())
    driver.settled()
    assert driver.window.desk is not None
    assert driver.window.desk.reader.get(case).text("title") == "The title of the documenter"


def test_a_bundle_read_twice_leads_to_its_review(desks: Desks, enter: Enter) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    desks.fill(desks.documenter)
    bundle = desks.bundle(desks.documenter, "Heron")
    with desks.open(desks.coordinator) as session:
        bundles.read_bundle(session, bundle, silent())
    driver = enter(desks.coordinator)
    page = _page(driver)
    _tab(driver, page, 1)
    driver.fill(page.receive.path.field, str(bundle))
    driver.key("Return")
    driver.until(lambda: page.review.number == 1)
    assert page.receive.trouble.text().startswith("This bundle was read before")


def test_a_damaged_bundle_is_refused_in_the_page(desks: Desks, enter: Enter) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    bundle = desks.bundle(desks.documenter, "Heron")
    octets = bytearray(bundle.read_bytes())
    octets[-100] ^= 1
    bundle.write_bytes(octets)
    driver = enter(desks.coordinator)
    page = _page(driver)
    _tab(driver, page, 1)
    driver.fill(page.receive.path.field, str(bundle))
    driver.key("Return")
    driver.until(lambda: page.receive.trouble.isVisible())
    assert BundleDamaged.what.split(" (")[0] in page.receive.trouble.text()
    driver.until(page.receive.read_button.isEnabled)
    assert page.receive.reviews.count() == 0


def _texts(table: QTableWidget) -> list[str]:
    return [
        " | ".join(item.text() for column in range(3) if (item := table.item(row, column)) is not None)
        for row in range(table.rowCount())
    ]
