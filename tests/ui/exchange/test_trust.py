"""Keys that change, as two people see it in the window: who is blocked, who is verified by which words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from hrddesk.actions.exchange import bundles, contacts, identity
from hrddesk.bundle.trust import contacts as known
from hrddesk.bundle.trust import own_identity
from hrddesk.bundle.trust.card import Card
from hrddesk.bundle.trust.contact import ContactState
from hrddesk.bundle.trust.contact_list import News
from hrddesk.bundle.trust.identity import generate
from hrddesk.errors import ContactKeyChanged
from hrddesk.system.jobs import silent
from hrddesk_ui.exchange import contact_list_view, contact_words
from tests.ui.desks import Desks
from tests.ui.driver import Driver
from tests.ui.page_objects.contacts import ContactsPage, IdentityPage, IntroducedContacts
from tests.ui.page_objects.handoff import HandoffPage, SendPage
from tests.ui.page_objects.incoming import ReadPage, ReviewPage
from tests.ui.texts import exchange

Enter = Callable[[Path], Driver]
pytestmark = pytest.mark.timeout(180)


def test_the_code_is_shown_in_the_whole_window_by_one_key(desks: Desks, enter: Enter) -> None:
    driver = enter(desks.documenter)
    page = IdentityPage.open(driver)
    driver.until(lambda: page.code != ())
    with desks.open(desks.coordinator) as session:
        coordinator = identity.show(session)
    assert page.code != coordinator.code
    assert len(page.digits) == 60
    page.go_to_code()
    driver.shot("identity-code")
    driver.key("Return")
    large = page.large_code()
    assert large is not None
    assert large.code == page.code
    assert large.geometry == driver.window.rect()
    driver.window.grab().save(str(driver.shots / "identity-code-large.png"))  # it covers all the rest
    assert large.painted == page.code
    driver.window.resize(driver.window.width() - 40, driver.window.height() - 20)
    driver.until(lambda: large.geometry == driver.window.rect())
    driver.key("Tab")
    assert QApplication.focusWidget() is large.view
    driver.key("Escape")
    assert page.large_code() is None
    assert page.code_has_keyboard()
    page.click_code()
    again = page.large_code()
    assert again is not None
    again.click()
    assert page.large_code() is None


def test_keys_are_replaced_and_a_second_time_refused(desks: Desks, enter: Enter) -> None:
    driver = enter(desks.documenter)
    page = IdentityPage.open(driver)
    driver.until(lambda: page.words != "")
    before = page.words
    page.replace_keys()
    driver.shot("identity-rotate")
    page.say_no()
    assert page.words == before
    page.replace_keys()
    page.say_yes()
    driver.until(lambda: page.words not in ("", before))
    assert exchange.PROOF_BY_KEYS_BEFORE in page.proof
    driver.shot("identity-rotated")
    page.replace_keys()
    page.say_yes()
    driver.until(lambda: exchange.KEYS_REPLACED_NOT_LONG_AGO in page.problem)
    rotated = page.words
    page.replace_lost_keys()
    driver.shot("identity-lost")
    page.say_yes()
    driver.until(lambda: page.words != rotated)
    assert exchange.PROOF not in page.proof
    page.set_days("45")
    driver.until(lambda: exchange.FROM_NEXT_KEY in driver.window.message_bar.text)
    driver.settled()
    assert page.days == 45


def test_a_changed_key_blocks_and_the_words_decide(desks: Desks, enter: Enter) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    with desks.open(desks.coordinator) as session:
        identity.replace_lost(session)
    card, words = desks.card_of(desks.coordinator)
    driver = enter(desks.documenter)
    page = ContactsPage.open(driver)
    driver.until(lambda: page.state() is ContactState.VERIFIED)
    assert not page.can_dismiss_card()
    page.name_card(card)
    page.name_contact("Heron")
    driver.key("Return")
    driver.until(lambda: page.state() is ContactState.CHANGED)
    assert exchange.ANOTHER_KEY in page.card_problem
    assert exchange.BLOCKED in page.state_words
    driver.shot("contacts-changed")
    handoff = HandoffPage(driver)
    handoff.turn_to_send()
    assert not SendPage(driver).can_write()
    driver.shot("send-changed")
    handoff.turn_to_contacts()
    page.type_words(words)
    driver.until(lambda: page.state() is ContactState.VERIFIED)
    driver.settled()
    with desks.open(desks.coordinator) as session:
        assert identity.show(session).fingerprint == page.fingerprint()


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
    page = ContactsPage.open(driver)
    driver.until(lambda: page.state() is ContactState.CHANGED)
    page.dismiss_card()
    page.say_no()
    page.dismiss_card()
    driver.shot("contacts-dismiss")
    page.say_yes()
    driver.until(lambda: page.state() is ContactState.VERIFIED)
    page.toggle_coordinator()
    driver.until(page.is_coordinator)
    driver.settled()
    assert page.ticks_coordinator()
    page.toggle_coordinator()
    driver.until(lambda: page.state() is not None and not page.is_coordinator())
    page.revoke_since("2999-01-01")
    page.say_yes()
    driver.until(lambda: exchange.REVOKED_TOO_EARLY in page.revoking_problem)
    page.revoke_since("2026-01-3x")
    assert page.question == ""
    page.revoke_since("2026-01-31")
    assert "2026-01-31" in page.question
    page.say_yes()
    driver.until(lambda: page.state() is ContactState.REVOKED)
    assert "2026-01-31" in page.state_words
    assert not page.asks_since_when()


def test_a_list_of_contacts_is_sent_and_taken_line_by_line(desks: Desks, enter: Enter) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    cards = [Card.make(generate(1_000_000)) for _ in range(3)]  # a day far enough for a valid card
    with desks.open(desks.coordinator) as session:
        for number, card in enumerate(cards):
            known.add(session.store, card, f"owl {number}", own_identity.today())
            known.verify(
                session.store, f"owl {number}", identity.shown(card.fingerprint).digits, own_identity.today()
            )
        known.revoke(session.store, "owl 2", own_identity.today(), own_identity.today())
    driver = enter(desks.coordinator)
    contacts_page = ContactsPage.open(driver)
    driver.until(lambda: len(contacts_page.contacts) == 4)
    driver.until(lambda: contacts_page.name() == "Wren")
    contacts_page.begin_to_share()
    assert exchange.N_CONTACTS_SHARED.format(3) in contacts_page.sharing_question
    driver.shot("contacts-share")
    contacts_page.stop_sharing()
    contacts_page.share_into(desks.folder)
    driver.until(lambda: exchange.CONTACTS_WRITTEN in driver.window.message_bar.text)
    (bundle,) = desks.folder.glob("*.hrdb")
    with desks.open(desks.documenter) as session:
        number = bundles.read_bundle(session, bundle, silent()).review
    driver = enter(desks.documenter)
    reading = ReadPage.open(driver)
    driver.until(lambda: len(reading.reviews) == 1)
    introduced = IntroducedContacts(driver)
    assert not introduced.is_visible()
    reading.open_review()
    driver.until(introduced.is_visible)
    driver.until(lambda: ReviewPage(driver).number == number)
    since = exchange.SINCE_DAY.format(own_identity.today().isoformat())
    assert introduced.contacts == [
        f"\u2068owl 0\u2069 — {exchange.WOULD_BE_INTRODUCED}",
        f"\u2068owl 1\u2069 — {exchange.WOULD_BE_INTRODUCED}",
        f"\u2068owl 2\u2069 — {exchange.WOULD_BE_REVOKED} · {since}",
    ]
    assert not introduced.can_take_all()
    assert exchange.NO_CONTACT_CAN_BE_TAKEN in introduced.note
    handoff = HandoffPage(driver)
    handoff.turn_to_contacts()
    contacts_page = ContactsPage(driver)
    driver.until(lambda: contacts_page.state() is not None)
    contacts_page.toggle_coordinator()
    driver.until(contacts_page.is_coordinator)
    handoff.turn_to_read()
    handoff.view.show_review(number)
    driver.until(introduced.can_take_all)
    driver.shot("review-contacts")
    introduced.take_ticked()
    assert introduced.problem == exchange.TICK_WHOM_TO_TAKE
    introduced.go_to_list()
    driver.key("Down")
    driver.key("Space")
    introduced.take_ticked()
    as_it_is_here = f"\u2069 — {exchange.AS_IT_IS_HERE}"
    driver.until(lambda: introduced.contacts[1] == f"\u2068owl 1{as_it_is_here}")
    driver.settled()
    assert introduced.words_of_take_all == exchange.TAKE_ALL_CONTACTS.format(2)
    introduced.take_all()
    driver.until(lambda: introduced.contacts[2].startswith(f"\u2068owl 2{as_it_is_here}"))
    driver.settled()
    assert not introduced.can_take_all()
    handoff.turn_to_contacts()
    driver.until(lambda: len(contacts_page.contacts) == 4)
    assert contacts_page.contacts == [
        f"Heron — {exchange.VERIFIED}",
        f"owl 0 — {exchange.INTRODUCED}",
        f"owl 1 — {exchange.INTRODUCED}",
        f"owl 2 — {exchange.REVOKED}",
    ]
    contacts_page.select(1)
    driver.until(lambda: exchange.INTRODUCED_BY.format("Heron") in contacts_page.state_words)
    driver.shot("contacts-introduced")


def test_every_state_has_its_own_word_mark_and_colour() -> None:
    looks = contact_words.STATES.values()
    assert len({look.word for look in looks}) == len(ContactState)
    assert len({look.mark for look in looks}) == len(ContactState)
    assert len({look.tone for look in looks}) == len(ContactState)
    assert set(contact_list_view.WORDS) == set(News)
