"""Cards, words and bundles, as two people exchange them on a stick."""

from collections.abc import Callable
from pathlib import Path

from hrddesk.actions.exchange import bundles
from hrddesk.actions.records import cases, evidence
from hrddesk.bundle.trust.contacts import ContactState
from hrddesk.errors import BundleDamaged
from hrddesk.system.jobs import silent
from tests.ui.casework import change
from tests.ui.desks import Desks
from tests.ui.driver import Driver
from tests.ui.page_objects.contacts import ContactsPage, IdentityPage
from tests.ui.page_objects.handoff import HandoffPage, SendPage, TablesPage
from tests.ui.page_objects.incoming import ReadPage, ReviewPage
from tests.ui.texts import exchange

Enter = Callable[[Path], Driver]


def test_the_identity_is_shown_and_its_card_saved(desks: Desks, enter: Enter) -> None:
    driver = enter(desks.documenter)
    identity = IdentityPage.open(driver)
    driver.until(lambda: identity.words != "")
    assert len(identity.words.split()) == 12
    assert len(identity.digits) == 60
    driver.shot("handoff-identity")
    target = desks.folder / "mine.card"
    identity.save_card(target)
    driver.until(lambda: "mine.card" in driver.window.message_bar.text)
    assert target.is_file()
    identity.save_card(target)
    driver.until(lambda: driver.window.message_bar.tone == "bad")  # it is there already


def test_a_contact_is_added_verified_and_revoked(desks: Desks, enter: Enter) -> None:
    card, words = desks.card_of(desks.coordinator)
    driver = enter(desks.documenter)
    handoff = HandoffPage.open(driver)
    send = SendPage(driver)
    assert not send.can_write()
    driver.shot("handoff-send-nobody")
    send.go_to_contact_cards()
    contacts = ContactsPage(driver)
    contacts.add()
    assert contacts.card_problem != ""
    contacts.name_card(card)
    driver.key("Return")
    driver.text("Heron")
    driver.key("Return")
    driver.until(lambda: contacts.state() is not None)
    assert contacts.state() is ContactState.FIRST_USE
    driver.until(contacts.words_have_keyboard)
    driver.key("Return")
    assert contacts.words_problem != ""
    driver.text("these are not the words")
    driver.key("Return")
    driver.until(lambda: contacts.words_problem.startswith(exchange.WORDS_DO_NOT_MATCH))
    driver.shot("contacts-wrong-words")
    assert contacts.state() is ContactState.FIRST_USE
    driver.text(words)
    driver.key("Return")
    driver.until(lambda: contacts.state() is ContactState.VERIFIED)
    assert not contacts.asks_for_words()  # there is nothing left to compare
    driver.shot("contacts-verified")
    contacts.compare_again()
    assert contacts.words_have_keyboard()
    handoff.turn_to_send()
    assert send.can_write()
    handoff.turn_to_contacts()
    contacts.revoke()
    contacts.say_no()
    assert contacts.state() is ContactState.VERIFIED
    contacts.revoke()
    contacts.say_yes()
    driver.until(lambda: contacts.state() is ContactState.REVOKED)
    assert not contacts.can_verify()
    driver.shot("contacts-revoked")


def test_a_card_that_is_none_is_refused_in_the_page(desks: Desks, enter: Enter) -> None:
    nonsense = desks.folder / "nonsense.card"
    nonsense.write_bytes(b"nothing")
    driver = enter(desks.documenter)
    contacts = ContactsPage.open(driver)
    contacts.name_card(nonsense)
    contacts.add()
    driver.until(lambda: exchange.CARD_DOES_NOT_PROVE_ITSELF in contacts.card_problem)
    assert contacts.state() is None


def test_a_bundle_is_written_for_ticked_cases(desks: Desks, enter: Enter) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.fill(desks.documenter)
    driver = enter(desks.documenter)
    send = SendPage.open(driver)
    stick = desks.folder / "stick"
    stick.mkdir()
    send.write()
    assert send.problem == exchange.TICK_FOR_WHOM
    assert send.contacts_have_keyboard()
    driver.key("Space")
    send.write()
    assert send.problem == exchange.TICK_A_CASE
    assert send.cases.has_keyboard()
    driver.key("Space")
    assert len(send.cases.ticked) == 1
    driver.shot("handoff-send")
    send.write()
    assert send.problem == exchange.NAME_FOLDER
    driver.text(str(stick))
    driver.key("Return")
    driver.until(lambda: exchange.BUNDLE_WRITTEN in driver.window.message_bar.text)
    driver.shot("handoff-sent")
    (written,) = stick.iterdir()
    assert written.suffix == ".hrdb"
    assert exchange.BUNDLE_HOLDS_ONE_CASE.format(1) in driver.window.message_bar.text


def test_the_choice_outlives_the_filter(desks: Desks, enter: Enter) -> None:
    desks.fill(desks.documenter)
    with desks.open(desks.documenter) as session:
        cases.create(session, {"title": "Another matter"})
    driver = enter(desks.documenter)
    choice = SendPage.open(driver).cases
    choice.tick_all()
    assert len(choice.ticked) == 2
    choice.search("Willow")
    driver.until(lambda: choice.listed == 1)  # found beside all other work
    assert len(choice.ticked) == 2
    assert choice.count == exchange.TICKED_AND_LISTED.format(2, 1)
    driver.key("Space")
    assert len(choice.ticked) == 1
    choice.untick_all()
    assert choice.ticked == []


def test_a_case_that_goes_while_nobody_looks_is_no_choice_any_more(desks: Desks, enter: Enter) -> None:
    desks.fill(desks.documenter)
    with desks.open(desks.documenter) as session:
        removed = cases.create(session, {"title": "Another matter"}).result
    driver = enter(desks.documenter)
    choice = SendPage.open(driver).cases
    choice.tick_all()
    assert len(choice.ticked) == 2
    driver.page("week")
    change(driver, lambda session: cases.remove(session, removed))
    assert removed not in choice.ticked
    assert len(choice.ticked) == 1
    HandoffPage.open(driver)
    assert choice.listed == 1
    assert choice.count == exchange.TICKED_AND_LISTED.format(1, 1)


def test_a_bundle_read_twice_leads_to_its_review(desks: Desks, enter: Enter) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    desks.fill(desks.documenter)
    bundle = desks.bundle(desks.documenter, "Heron")
    with desks.open(desks.coordinator) as session:
        bundles.read_bundle(session, bundle, silent())
    driver = enter(desks.coordinator)
    reading = ReadPage.open(driver)
    reading.read_bundle(bundle)
    driver.until(lambda: ReviewPage(driver).number == 1)
    assert reading.problem.startswith(exchange.BUNDLE_READ_BEFORE)


def test_a_damaged_bundle_is_refused_in_the_page(desks: Desks, enter: Enter) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    bundle = desks.bundle(desks.documenter, "Heron")
    octets = bytearray(bundle.read_bytes())
    octets[-100] ^= 1
    bundle.write_bytes(octets)
    driver = enter(desks.coordinator)
    reading = ReadPage.open(driver)
    reading.read_bundle(bundle)
    driver.until(reading.shows_problem)
    assert BundleDamaged.what.split(" (")[0] in reading.problem
    driver.until(reading.can_read)
    assert reading.reviews == []


def test_all_records_are_written_as_tables_by_two_presses(desks: Desks, enter: Enter) -> None:
    case = desks.fill(desks.documenter)
    letter = desks.folder / "letter.txt"
    letter.write_text("a letter", "utf-8")
    with desks.open(desks.documenter) as session:
        evidence.add(session, case, letter, silent())
    target = desks.folder / "stick"
    target.mkdir()
    driver = enter(desks.documenter)
    tables = TablesPage.open(driver)
    tables.write_by_keyboard()
    assert tables.problem == exchange.NAME_FOLDER
    tables.write_to(target)
    assert exchange.WHOEVER_FINDS_TABLES_READS_ALL in tables.question
    driver.shot("handoff-tables")
    tables.say_no()
    assert list(target.iterdir()) == []
    tables.write()
    tables.say_yes()
    driver.until(lambda: exchange.TABLES_WRITTEN in driver.window.message_bar.text)
    assert exchange.ONE_SECRET_FILE_ONLY_DESCRIBED.format(1) in driver.window.message_bar.text
    driver.shot("handoff-tables-written")
    assert (target / "hrddesk-kit" / "parties.csv").is_file()
    assert not (target / "hrddesk-kit" / "evidence").exists()
    tables.choose_workbook()
    tables.tick_secret_files()
    tables.write()
    tables.say_yes()
    driver.until(lambda: (target / "hrddesk-kit-2").exists())
    driver.settled()
    names = {path.name for path in (target / "hrddesk-kit-2").iterdir()}
    assert names == {"kit.xlsx", "README.txt", "evidence"}
