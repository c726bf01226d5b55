"""Hand off and forget, as somebody does it who has to: choose, look, say that it is an emergency."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.actions.exchange import bundles, contacts, receipts
from hrddesk.actions.records import cases
from hrddesk.actions.vault import keys
from hrddesk.errors import WrongSecret
from hrddesk.system.jobs import silent
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.chinese import in_chinese
from tests.ui.desks import Desks
from tests.ui.driver import PASSPHRASE, Driver
from tests.ui.page_objects.forget import ForgetPage, ForgottenScreen
from tests.ui.texts import exchange, records

Enter = Callable[[Path], Driver]


def _stick(desks: Desks) -> Path:
    stick = desks.folder / "stick"
    stick.mkdir()
    return stick


def test_a_case_is_handed_off_and_forgotten(desks: Desks, enter: Enter) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    case = desks.fill(desks.documenter)
    with desks.open(desks.documenter) as session:
        cases.create(session, {"title": "What stays"})
    stick = _stick(desks)
    driver = enter(desks.documenter)
    page = ForgetPage.open(driver)
    page.show_what_would_go()
    assert page.problem == exchange.TICK_A_CASE
    assert page.cases.has_keyboard()
    page.cases.search("Willow")
    driver.until(page.cases.has_keyboard)  # once what was looked for beside all else is there
    driver.key("Space")
    page.show_what_would_go()
    driver.until(page.folder_has_keyboard)
    assert page.problem == exchange.UNACKNOWLEDGED_NEED_FOLDER.format("Heron", 3)
    driver.text(str(stick))
    driver.shot("forget-choice")
    driver.key("Return")
    page.wait_for_outlook()
    driver.until(page.word_has_keyboard)
    assert f"{records.CASE}: 1" in " ".join(page.goes)
    driver.shot("forget-outlook")
    page.forget()
    assert exchange.WORD_FOR_EMERGENCY in page.outlook_problem
    driver.text("JinJi")  # in the window's other language, on a keyboard without an input method
    driver.key("Return")
    page.forget()
    assert page.outlook_problem == exchange.TYPE_PASSPHRASE
    page.type_word(exchange.WORD_FOR_EMERGENCY.lower())
    page.go_to_passphrase()
    driver.text(PASSPHRASE)
    driver.key("Return")
    screen = ForgottenScreen.wait(driver)
    assert screen.heading == exchange.CASES_FORGOTTEN
    assert len(screen.recovery_words.split()) == 48  # the words and their numbers
    assert exchange.DESTROY_BACKUPS in screen.text
    driver.shot("forget-end")
    (bundle,) = stick.iterdir()
    screen.go_back()
    driver.page("cases")
    assert driver.window.desk is not None
    assert not keys.words_proven(driver.window.desk.reader)  # the next opening says so
    drafts = driver.window.desk.session.drafts
    assert not drafts.is_purged({"case": case, "note": "Willow Lane"})  # nobody holds one any more
    assert [
        row.title
        for row in cases.rows(
            driver.window.desk.reader, cases.list_ids(driver.window.desk.reader, cases.CaseQuery())
        )
    ] == ["What stays"]
    driver.shot("forget-after")
    with desks.open(desks.coordinator) as session:
        assert bundles.read_bundle(session, bundle, silent()).new == 3


def test_a_wrong_passphrase_forgets_nothing(desks: Desks, enter: Enter) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.fill(desks.documenter)
    stick = _stick(desks)
    driver = enter(desks.documenter)
    driver.window.speak(WindowLanguage("zh_CN"))
    page = ForgetPage.open(driver)
    page.cases.choose_everything()
    driver.shot("forget-choice-zh_CN")
    page.name_folder(stick)
    page.wait_for_outlook()
    driver.shot("forget-outlook-zh_CN")
    driver.window.resize(911, 512)
    driver.shot("forget-outlook-small")
    driver.window.resize(1180, 720)
    page.go_back()
    assert page.shows_choice()
    page.show_what_would_go()
    page.wait_for_outlook()
    page.name_emergency()
    page.type_passphrase("not the passphrase")
    screen = ForgottenScreen.wait(driver)
    assert screen.heading == in_chinese(exchange.NOTHING_FORGOTTEN)
    assert WrongSecret.what not in screen.text  # it is said in Chinese
    driver.shot("forget-nothing-zh_CN")
    assert list(stick.iterdir()) == []
    driver.window.speak(WindowLanguage("en"))  # for the tests that follow
    screen.lock()
    driver.until(lambda: bool(driver.resumed))
    with desks.open(desks.documenter) as session:
        assert len(cases.list_ids(session.store, cases.CaseQuery())) == 1


def test_only_verified_contacts_can_be_chosen(desks: Desks, enter: Enter) -> None:
    card, _ = desks.card_of(desks.coordinator)
    with desks.open(desks.documenter) as session:
        contacts.add(session, card, "Heron")
    driver = enter(desks.documenter)
    page = ForgetPage.open(driver)
    page.show_what_would_go()
    assert exchange.CARD_LASTS_180_DAYS in page.problem
    driver.shot("forget-nobody")


def test_who_cancels_in_time_comes_back_to_the_pages(
    desks: Desks, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.fill(desks.documenter)
    stick = _stick(desks)
    driver = enter(desks.documenter)
    driver.window.resize(683, 384)
    page = ForgetPage.open(driver)
    page.cases.view.all_records.setChecked(True)
    driver.shot("forget-choice-small")
    page.name_folder(stick)
    page.wait_for_outlook()
    page.name_emergency()
    ForgottenScreen.call_after_begin(monkeypatch, driver.app.runner.cancel_all)
    page.type_passphrase(PASSPHRASE)
    driver.until(lambda: driver.window.frame is not None and not driver.app.runner.busy)
    driver.until(lambda: not ForgottenScreen.is_open(driver))
    assert list(stick.iterdir()) == []
    assert driver.window.desk is not None
    assert len(cases.list_ids(driver.window.desk.reader, cases.CaseQuery())) == 1


def test_what_the_coordinator_acknowledged_is_forgotten_without_a_stick(desks: Desks, enter: Enter) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    desks.fill(desks.documenter)
    bundle = desks.bundle(desks.documenter, "Heron")
    with desks.open(desks.coordinator) as session:
        review = bundles.read_bundle(session, bundle, silent()).review
        bundles.accept(session, review, None, silent())
        receipt = receipts.write_receipt(session, desks.folder, "Wren", silent()).path
    with desks.open(desks.documenter) as session:
        bundles.read_bundle(session, receipt, silent())
    driver = enter(desks.documenter)
    page = ForgetPage.open(driver)
    page.cases.choose_everything()
    page.show_what_would_go()
    page.wait_for_outlook()
    driver.until(page.passphrase_has_keyboard)
    assert page.heading == exchange.ALL_ACKNOWLEDGED
    assert page.where == exchange.NOTHING_IS_WRITTEN
    assert not page.asks_for_word()
    driver.shot("forget-acknowledged")
    driver.text(PASSPHRASE)
    driver.key("Return")
    screen = ForgottenScreen.wait(driver)
    assert screen.text.startswith(exchange.HAS_ALL_BY_RECEIPTS.format("Heron"))
    driver.shot("forget-acknowledged-end")
    screen.go_back()
    assert driver.window.desk is not None
    assert cases.list_ids(driver.window.desk.reader, cases.CaseQuery()) == []
