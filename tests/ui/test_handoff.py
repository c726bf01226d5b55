"""Cards, words and bundles, as two people exchange them on a stick."""

from collections.abc import Callable
from pathlib import Path

from hrddesk.actions import bundles, cases, evidence
from hrddesk.bundle.contacts import ContactState
from hrddesk.errors import BundleDamaged
from hrddesk.jobs import silent
from tests.ui.casework import change
from tests.ui.desks import Desks, open_page, open_tab
from tests.ui.driver import Driver
from tests.ui.texts import exchange

Enter = Callable[[Path], Driver]


def test_the_identity_is_shown_and_its_card_saved(desks: Desks, enter: Enter) -> None:
    driver = enter(desks.documenter)
    page = open_page(driver)
    open_tab(driver, page, 3)
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
    page = open_page(driver)
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

    def state() -> ContactState | None:
        return None if view.contact is None else view.contact.state

    assert state() is ContactState.FIRST_USE
    driver.until(view.heard.hasFocus)
    driver.key("Return")
    assert view.trouble.text() != ""
    driver.text("these are not the words")
    driver.key("Return")
    driver.until(lambda: view.trouble.text().startswith("The words do not match"))
    driver.shot("contacts-wrong-words")
    assert state() is ContactState.FIRST_USE
    driver.text(words)
    driver.key("Return")
    driver.until(lambda: state() is ContactState.VERIFIED)
    assert not view.words.isVisible()  # there is nothing left to compare
    driver.shot("contacts-verified")
    view.again_button.setFocus()
    driver.key("Space")
    assert view.heard.hasFocus()
    open_tab(driver, page, 0)
    assert page.send.write_button.isEnabled()
    open_tab(driver, page, 2)
    driver.click(view.revoke_button)
    driver.click(view.confirm.no)
    assert state() is ContactState.VERIFIED
    driver.click(view.revoke_button)
    driver.click(view.confirm.yes)
    driver.until(lambda: state() is ContactState.REVOKED)
    assert not view.verify_button.isEnabled()
    driver.shot("contacts-revoked")


def test_a_card_that_is_none_is_refused_in_the_page(desks: Desks, enter: Enter) -> None:
    nonsense = desks.folder / "nonsense.card"
    nonsense.write_bytes(b"nothing")
    driver = enter(desks.documenter)
    page = open_page(driver)
    open_tab(driver, page, 2)
    driver.fill(page.contacts.card.field, str(nonsense))
    driver.click(page.contacts.add_button)
    driver.until(lambda: "does not prove itself" in page.contacts.card_trouble.text())
    assert page.contacts.contact is None


def test_a_bundle_is_written_for_ticked_cases(desks: Desks, enter: Enter) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.fill(desks.documenter)
    driver = enter(desks.documenter)
    page = open_page(driver)
    stick = desks.folder / "stick"
    stick.mkdir()
    send = page.send
    driver.click(send.write_button)
    assert send.trouble.text() == "Tick for whom the bundle is."
    assert send.recipients.hasFocus()
    driver.key("Space")
    driver.click(send.write_button)
    assert send.trouble.text() == "Tick at least one case."
    assert send.what.cases.table.hasFocus()
    driver.key("Space")
    assert len(send.what.cases.chosen) == 1
    driver.shot("handoff-send")
    driver.click(send.write_button)
    assert send.trouble.text() == "Say into which folder."
    driver.text(str(stick))
    driver.key("Return")
    driver.until(lambda: exchange.BUNDLE_WRITTEN in driver.window.message_bar.text)
    driver.shot("handoff-sent")
    (written,) = stick.iterdir()
    assert written.suffix == ".hrdb"
    assert "It holds 1 case." in driver.window.message_bar.text


def test_the_choice_outlives_the_filter(desks: Desks, enter: Enter) -> None:
    desks.fill(desks.documenter)
    with desks.open(desks.documenter) as session:
        cases.create(session, {"title": "Another matter"})
    driver = enter(desks.documenter)
    picker = open_page(driver).send.what.cases
    driver.click(picker.all_button)
    assert len(picker.chosen) == 2
    driver.fill(picker.filter, "Willow")
    driver.key("Return")
    driver.until(lambda: picker.model.rowCount() == 1)  # found beside all other work
    assert len(picker.chosen) == 2
    assert picker.count.text() == "2 ticked, 1 shown"
    driver.key("Space")
    assert len(picker.chosen) == 1
    driver.click(picker.none_button)
    assert picker.chosen == []


def test_a_case_that_goes_while_nobody_looks_is_no_choice_any_more(desks: Desks, enter: Enter) -> None:
    desks.fill(desks.documenter)
    with desks.open(desks.documenter) as session:
        other, _ = cases.create(session, {"title": "Another matter"})
    driver = enter(desks.documenter)
    picker = open_page(driver).send.what.cases
    driver.click(picker.all_button)
    assert len(picker.chosen) == 2
    driver.page("week")
    change(driver, lambda session: cases.remove(session, other))
    assert other not in picker.chosen
    assert len(picker.chosen) == 1
    open_page(driver)
    assert picker.model.rowCount() == 1
    assert picker.count.text() == "1 ticked, 1 shown"


def test_a_bundle_read_twice_leads_to_its_review(desks: Desks, enter: Enter) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    desks.fill(desks.documenter)
    bundle = desks.bundle(desks.documenter, "Heron")
    with desks.open(desks.coordinator) as session:
        bundles.read_bundle(session, bundle, silent())
    driver = enter(desks.coordinator)
    page = open_page(driver)
    open_tab(driver, page, 1)
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
    page = open_page(driver)
    open_tab(driver, page, 1)
    driver.fill(page.receive.path.field, str(bundle))
    driver.key("Return")
    driver.until(lambda: page.receive.trouble.isVisible())
    assert BundleDamaged.what.split(" (")[0] in page.receive.trouble.text()
    driver.until(page.receive.read_button.isEnabled)
    assert page.receive.reviews.count() == 0


def test_all_records_are_written_as_tables_by_two_presses(desks: Desks, enter: Enter) -> None:
    case = desks.fill(desks.documenter)
    letter = desks.folder / "letter.txt"
    letter.write_text("a letter", "utf-8")
    with desks.open(desks.documenter) as session:
        evidence.add(session, case, letter, silent())
    target = desks.folder / "stick"
    target.mkdir()
    driver = enter(desks.documenter)
    page = open_page(driver)
    open_tab(driver, page, 5)
    view = page.tables
    view.write_button.setFocus()
    driver.key("Space")
    assert view.trouble.text() == "Say into which folder."
    driver.fill(view.folder.field, str(target))
    driver.key("Return")
    assert "can read everything" in view.confirm.question
    driver.shot("handoff-tables")
    driver.click(view.confirm.no)
    assert list(target.iterdir()) == []
    driver.click(view.write_button)
    driver.click(view.confirm.yes)
    driver.until(lambda: "The tables were written" in driver.window.message_bar.text)
    assert "1 file of secret evidence is only described." in driver.window.message_bar.text
    driver.shot("handoff-tables-written")
    assert (target / "hrddesk-kit" / "parties.csv").is_file()
    assert not (target / "hrddesk-kit" / "evidence").exists()
    view.format.setFocus()
    driver.pick("End")
    driver.click(view.secret_files)
    driver.click(view.write_button)
    driver.click(view.confirm.yes)
    driver.until(lambda: (target / "hrddesk-kit-2").exists())
    driver.settled()
    names = {path.name for path in (target / "hrddesk-kit-2").iterdir()}
    assert names == {"kit.xlsx", "README.txt", "evidence"}
