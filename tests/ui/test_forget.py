"""Hand off and forget, as somebody does it who has to: choose, look, say that it is an emergency."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.actions import bundles, cases, contacts, keys, receipts
from hrddesk.errors import WrongSecret
from hrddesk.jobs import silent
from hrddesk_ui.translation import Language
from hrddesk_ui.views.forgotten_view import ForgottenView
from tests.ui.desks import Desks, open_page, open_tab
from tests.ui.driver import PASSPHRASE, Driver

Enter = Callable[[Path], Driver]


def _stick(desks: Desks) -> Path:
    stick = desks.folder / "stick"
    stick.mkdir()
    return stick


def _screen(driver: Driver) -> ForgottenView:
    found = driver.window.findChildren(ForgottenView)
    driver.until(found[-1].back_button.isVisible, 60)
    return found[-1]


def test_a_case_is_handed_off_and_forgotten(desks: Desks, enter: Enter) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    case = desks.fill(desks.documenter)
    with desks.open(desks.documenter) as session:
        cases.create(session, {"title": "What stays"})
    stick = _stick(desks)
    driver = enter(desks.documenter)
    page = open_page(driver)
    open_tab(driver, page, 4)
    view = page.forget
    driver.until(lambda: view.choice.contacts.count() == 1)
    driver.click(view.choice.look_button)
    assert view.choice.trouble.text() == "Tick at least one case."
    assert view.choice.what.cases.table.hasFocus()
    driver.fill(view.choice.what.cases.filter, "Willow")
    driver.key("Return")
    driver.until(view.choice.what.cases.table.hasFocus)  # once what was looked for beside all else is there
    driver.key("Space")
    driver.click(view.choice.look_button)
    driver.until(view.choice.folder.field.hasFocus)
    asked = "Heron has not acknowledged 3 records of it: say into which folder."
    assert view.choice.trouble.text() == asked
    driver.text(str(stick))
    driver.shot("forget-choice")
    driver.key("Return")
    driver.until(lambda: view.step == 1)
    step = view.outlook
    driver.until(step.typed.hasFocus)
    shown = " ".join(step.goes.item(row).text() for row in range(step.goes.count()))
    assert "Case: 1" in shown
    driver.shot("forget-outlook")
    driver.click(step.go_button)
    assert "EMERGENCY" in step.trouble.text()
    driver.text("JinJi")  # in the window's other language, on a keyboard without an input method
    driver.key("Return")
    driver.click(step.go_button)
    assert step.trouble.text() == "Type the passphrase."
    driver.fill(step.typed, "emergency")
    step.passphrase.setFocus()
    driver.text(PASSPHRASE)
    driver.key("Return")
    driver.until(lambda: bool(driver.window.findChildren(ForgottenView)))
    screen = _screen(driver)
    assert screen.heading.text() == "The cases are handed off and forgotten"
    assert len(screen.words.text().split()) == 48  # the words and their numbers
    assert "Destroy every backup" in screen.text.text()
    driver.shot("forget-end")
    (bundle,) = stick.iterdir()
    driver.click(screen.back_button)
    driver.until(lambda: driver.window.frame is not None)
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
    driver.window.speak(Language("zh_CN"))
    page = open_page(driver)
    open_tab(driver, page, 4)
    view = page.forget
    driver.until(lambda: view.choice.contacts.count() == 1)
    driver.click(view.choice.what.all_records)
    driver.shot("forget-choice-zh_CN")
    driver.fill(view.choice.folder.field, str(stick))
    driver.key("Return")
    driver.until(lambda: view.step == 1)
    driver.shot("forget-outlook-zh_CN")
    driver.window.resize(911, 512)
    driver.shot("forget-outlook-small")
    driver.window.resize(1180, 720)
    driver.click(view.outlook.back_button)
    assert view.step == 0
    driver.click(view.choice.look_button)
    driver.until(lambda: view.step == 1)
    view.outlook.typed.setText(view.outlook.word)
    driver.fill(view.outlook.passphrase.field, "not the passphrase")
    driver.key("Return")
    driver.until(lambda: bool(driver.window.findChildren(ForgottenView)))
    screen = _screen(driver)
    assert screen.heading.text() == "没有清除任何东西"
    assert WrongSecret.what not in screen.text.text()  # it is said in Chinese
    driver.shot("forget-nothing-zh_CN")
    assert list(stick.iterdir()) == []
    driver.window.speak(Language("en"))  # for the tests that follow
    driver.click(screen.lock_button)
    driver.until(lambda: bool(driver.resumed))
    with desks.open(desks.documenter) as session:
        assert len(cases.list_ids(session.store, cases.CaseQuery())) == 1


def test_only_verified_contacts_can_be_chosen(desks: Desks, enter: Enter) -> None:
    card, _ = desks.card_of(desks.coordinator)
    with desks.open(desks.documenter) as session:
        contacts.add(session, card, "Heron")
    driver = enter(desks.documenter)
    page = open_page(driver)
    open_tab(driver, page, 4)
    driver.until(lambda: page.forget.choice.contacts.count() == 1)
    driver.click(page.forget.choice.look_button)
    assert "180 days" in page.forget.choice.trouble.text()
    driver.shot("forget-nobody")


def test_who_cancels_in_time_comes_back_to_the_pages(
    desks: Desks, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.fill(desks.documenter)
    stick = _stick(desks)
    driver = enter(desks.documenter)
    driver.window.resize(683, 384)
    page = open_page(driver)
    open_tab(driver, page, 4)
    view = page.forget
    driver.until(lambda: view.choice.contacts.count() == 1)
    view.choice.what.all_records.setChecked(True)
    driver.shot("forget-choice-small")
    driver.fill(view.choice.folder.field, str(stick))
    driver.key("Return")
    driver.until(lambda: view.step == 1)
    view.outlook.typed.setText(view.outlook.word)
    begin = ForgottenView.begin

    def cancelled(screen: ForgottenView) -> None:
        begin(screen)
        driver.app.runner.cancel_all()

    monkeypatch.setattr(ForgottenView, "begin", cancelled)
    driver.fill(view.outlook.passphrase.field, PASSPHRASE)
    driver.key("Return")
    driver.until(lambda: driver.window.frame is not None and not driver.app.runner.busy)
    driver.until(lambda: not driver.window.findChildren(ForgottenView))
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
    page = open_page(driver)
    open_tab(driver, page, 4)
    view = page.forget
    driver.until(lambda: view.choice.contacts.count() == 1)
    driver.click(view.choice.what.all_records)
    driver.click(view.choice.look_button)
    driver.until(lambda: view.step == 1)
    step = view.outlook
    driver.until(step.passphrase.field.hasFocus)
    assert step.heading.text() == "All of it is acknowledged"
    assert step.where.text() == "Nothing is written; it is only forgotten here."
    assert not step.typed.isVisible()
    driver.shot("forget-acknowledged")
    driver.text(PASSPHRASE)
    driver.key("Return")
    driver.until(lambda: bool(driver.window.findChildren(ForgottenView)))
    screen = _screen(driver)
    assert screen.text.text().startswith("Heron has all of it, by the receipts.")
    driver.shot("forget-acknowledged-end")
    driver.click(screen.back_button)
    driver.until(lambda: driver.window.frame is not None)
    assert driver.window.desk is not None
    assert cases.list_ids(driver.window.desk.reader, cases.CaseQuery()) == []
