"""Keys that change, as two people see it in the window: who is blocked, who is verified by which words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hrddesk.actions import bundles, contacts, identity
from hrddesk.bundle import contacts as known
from hrddesk.bundle import desk
from hrddesk.bundle.card import Card
from hrddesk.bundle.contact import ContactState
from hrddesk.bundle.contact_list import News
from hrddesk.bundle.identity import generate
from hrddesk.errors import ContactKeyChanged
from hrddesk.jobs import silent
from hrddesk_ui import contact_words
from hrddesk_ui.views import contact_list_view
from hrddesk_ui.widgets.qr_code import LargeQrCode, QrCode
from tests.ui.desks import Desks, open_page, open_tab
from tests.ui.driver import Driver

Enter = Callable[[Path], Driver]
pytestmark = pytest.mark.timeout(180)


def large(driver: Driver) -> list[LargeQrCode]:
    return [child for child in driver.window.findChildren(LargeQrCode) if child.isVisible()]


def painted(shown: QrCode) -> list[list[bool]]:
    """Read from the picture which squares are dark, as a camera does."""
    picture, count = shown.grab().toImage(), len(shown.code)
    square = min(picture.width(), picture.height()) // count
    left, top = (picture.width() - square * count) // 2, (picture.height() - square * count) // 2
    middles = [place * square + square // 2 for place in range(count)]
    return [[picture.pixelColor(left + x, top + y) == Qt.GlobalColor.black for x in middles] for y in middles]


def test_the_code_is_shown_in_the_whole_window_by_one_key(desks: Desks, enter: Enter) -> None:
    driver = enter(desks.documenter)
    page = open_page(driver)
    open_tab(driver, page, 3)
    view = page.identity
    driver.until(lambda: view.code.code != ())
    digits = "".join(view.digits.text().split())
    with desks.open(desks.coordinator) as session:
        others = identity.show(session)
    assert view.code.code != others.code
    assert len(digits) == 60
    view.code.setFocus()
    driver.shot("identity-code")
    driver.key("Return")
    (shown,) = large(driver)
    assert shown.code.code == view.code.code
    assert shown.geometry() == driver.window.rect()
    driver.window.grab().save(str(driver.shots / "identity-code-large.png"))  # it covers all the rest
    assert painted(shown.code) == [list(row) for row in view.code.code]
    driver.window.resize(driver.window.width() - 40, driver.window.height() - 20)
    driver.until(lambda: shown.geometry() == driver.window.rect())
    driver.key("Tab")
    assert QApplication.focusWidget() is shown
    driver.key("Escape")
    assert large(driver) == []
    assert view.code.hasFocus()
    driver.click(view.code)
    (shown,) = large(driver)
    driver.click(shown.code)
    assert large(driver) == []


def test_keys_are_replaced_and_a_second_time_refused(desks: Desks, enter: Enter) -> None:
    driver = enter(desks.documenter)
    page = open_page(driver)
    open_tab(driver, page, 3)
    view = page.identity
    driver.until(lambda: view.words.text() != "")
    before = view.words.text()
    driver.click(view.rotate_button)
    driver.shot("identity-rotate")
    driver.click(view.confirm.no)
    assert view.words.text() == before
    driver.click(view.rotate_button)
    driver.click(view.confirm.yes)
    driver.until(lambda: view.words.text() not in ("", before))
    assert "proof by the keys of before" in view.days_told.text()
    driver.shot("identity-rotated")
    driver.click(view.rotate_button)
    driver.click(view.confirm.yes)
    driver.until(lambda: "not long ago" in view.trouble.text())
    rotated = view.words.text()
    driver.click(view.lost_button)
    driver.shot("identity-lost")
    driver.click(view.confirm.yes)
    driver.until(lambda: view.words.text() != rotated)
    assert "proof" not in view.days_told.text()
    view.epoch.setFocus()
    view.epoch.selectAll()
    driver.text("45")
    driver.click(view.epoch_button)
    driver.until(lambda: "next encryption key" in driver.window.message_bar.text)
    driver.settled()
    assert view.epoch.value() == 45


def test_a_changed_key_blocks_and_the_words_decide(desks: Desks, enter: Enter) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    with desks.open(desks.coordinator) as session:
        identity.replace_lost(session)
    card, words = desks.card_of(desks.coordinator)
    driver = enter(desks.documenter)
    page = open_page(driver)
    open_tab(driver, page, 2)
    view = page.contacts
    driver.until(lambda: view.contact is not None and view.contact.state is ContactState.VERIFIED)
    assert not view.dismiss_button.isVisible()
    driver.fill(view.card.field, str(card))
    driver.fill(view.name, "Heron")
    driver.key("Return")
    driver.until(lambda: view.contact is not None and view.contact.state is ContactState.CHANGED)
    assert "another key" in view.card_trouble.text()
    assert "blocked" in view.state.text()
    driver.shot("contacts-changed")
    open_tab(driver, page, 0)
    assert not page.send.write_button.isEnabled()
    driver.shot("send-changed")
    open_tab(driver, page, 2)
    driver.fill(view.heard, words)
    driver.key("Return")
    driver.until(lambda: view.contact is not None and view.contact.state is ContactState.VERIFIED)
    driver.settled()
    with desks.open(desks.coordinator) as session:
        assert view.contact is not None
        assert identity.show(session).fingerprint == view.contact.fingerprint.hex()


def test_a_card_of_somebody_else_is_dismissed_and_a_contact_revoked_since_a_day(
    desks: Desks, enter: Enter
) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    with desks.open(desks.coordinator) as session:
        identity.replace_lost(session)
    card, _ = desks.card_of(desks.coordinator)
    with desks.open(desks.documenter) as session, pytest.raises(ContactKeyChanged):
        contacts.add(session, card, "Heron")
    driver = enter(desks.documenter)
    page = open_page(driver)
    open_tab(driver, page, 2)
    view = page.contacts
    driver.until(lambda: view.contact is not None and view.contact.state is ContactState.CHANGED)
    driver.click(view.dismiss_button)
    driver.click(view.confirm.no)
    driver.click(view.dismiss_button)
    driver.shot("contacts-dismiss")
    driver.click(view.confirm.yes)
    driver.until(lambda: view.contact is not None and view.contact.state is ContactState.VERIFIED)
    driver.click(view.coordinator)
    driver.until(lambda: view.contact is not None and view.contact.is_coordinator)
    driver.settled()
    assert view.coordinator.isChecked()
    driver.click(view.coordinator)
    driver.until(lambda: view.contact is not None and not view.contact.is_coordinator)
    driver.fill(view.since, "2999-01-01")
    driver.click(view.revoke_button)
    driver.click(view.confirm.yes)
    driver.until(lambda: "not come yet" in view.revoke_trouble.text())
    driver.fill(view.since, "2026-01-3x")
    driver.click(view.revoke_button)
    assert view.confirm.question == ""
    driver.fill(view.since, "2026-01-31")
    driver.click(view.revoke_button)
    assert "2026-01-31" in view.confirm.question
    driver.click(view.confirm.yes)
    driver.until(lambda: view.contact is not None and view.contact.state is ContactState.REVOKED)
    assert "2026-01-31" in view.state.text()
    assert not view.since.isVisible()


def test_a_list_of_contacts_is_sent_and_taken_line_by_line(desks: Desks, enter: Enter) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    others = [Card.make(generate(1_000_000)) for _ in range(3)]  # a day far enough for a valid card
    with desks.open(desks.coordinator) as session:
        for number, card in enumerate(others):
            known.add(session.store, card, f"owl {number}", desk.today())
            known.verify(
                session.store, f"owl {number}", identity.shown(card.fingerprint).digits, desk.today()
            )
        known.revoke(session.store, "owl 2", desk.today(), desk.today())
    driver = enter(desks.coordinator)
    page = open_page(driver)
    open_tab(driver, page, 2)
    view = page.contacts
    driver.until(lambda: view.list.count() == 4)
    driver.until(lambda: view.contact is not None and view.contact.name == "Wren")
    driver.click(view.share.button)
    assert "3 contacts that" in view.share.confirm.question
    driver.shot("contacts-share")
    driver.click(view.share.confirm.no)
    view.share.share(desks.folder)
    driver.until(lambda: "list of contacts was written" in driver.window.message_bar.text)
    (bundle,) = desks.folder.glob("*.hrdb")
    with desks.open(desks.documenter) as session:
        number = bundles.read_bundle(session, bundle, silent()).review
    driver = enter(desks.documenter)
    page = open_page(driver)
    open_tab(driver, page, 1)
    driver.until(lambda: page.receive.reviews.count() == 1)
    assert not page.introduced.isVisible()
    page.receive.reviews.setFocus()
    driver.key("Return")
    driver.until(lambda: page.introduced.isVisible())
    lines = page.introduced
    driver.until(lambda: page.review.number == number)
    assert [lines.list.item(row).text() for row in range(3)] == [
        "\u2068owl 0\u2069 — new: would be introduced",
        "\u2068owl 1\u2069 — new: would be introduced",
        f"\u2068owl 2\u2069 — revoked: would be trusted no more, for ever · since {desk.today().isoformat()}",
    ]
    assert not lines.all_button.isEnabled()
    assert "None can be taken" in lines.note.text()
    open_tab(driver, page, 2)
    driver.until(lambda: page.contacts.contact is not None)
    driver.click(page.contacts.coordinator)
    driver.until(lambda: page.contacts.contact is not None and page.contacts.contact.is_coordinator)
    open_tab(driver, page, 1)
    page.show_review(number)
    driver.until(lines.all_button.isEnabled)
    driver.shot("review-contacts")
    driver.click(lines.ticked_button)
    assert lines.trouble.text() == "Tick whom to take."
    lines.list.setFocus()
    driver.key("Down")
    driver.key("Space")
    driver.click(lines.ticked_button)
    driver.until(lambda: lines.list.item(1).text() == "\u2068owl 1\u2069 — as it is here")
    driver.settled()
    assert lines.all_button.text() == "Take all (2)"
    driver.click(lines.all_button)
    driver.until(lambda: lines.list.item(2).text().startswith("\u2068owl 2\u2069 — as it is here"))
    driver.settled()
    assert not lines.all_button.isEnabled()
    open_tab(driver, page, 2)
    driver.until(lambda: page.contacts.list.count() == 4)
    shown = [page.contacts.list.item(row).text() for row in range(4)]
    assert shown == [
        "Heron — verified",
        "owl 0 — introduced, not verified by you",
        "owl 1 — introduced, not verified by you",
        "owl 2 — revoked",
    ]
    page.contacts.list.setCurrentRow(1)
    driver.until(lambda: "Introduced by: Heron" in page.contacts.state.text())
    driver.shot("contacts-introduced")


def test_every_state_has_its_own_word_mark_and_colour() -> None:
    looks = contact_words.STATES.values()
    assert len({look.word for look in looks}) == len(ContactState)
    assert len({look.mark for look in looks}) == len(ContactState)
    assert len({look.tone for look in looks}) == len(ContactState)
    assert set(contact_list_view.WORDS) == set(News)
