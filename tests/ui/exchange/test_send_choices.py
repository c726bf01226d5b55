"""What goes along: chosen on the page, told how large it becomes, and only what changed after a receipt."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from hrddesk.actions.exchange import bundles, receipts
from hrddesk.actions.records import cases, sources
from hrddesk.bundle.receipts.receipt_format import RequestKind
from hrddesk.bundle.sending.packing import Choice, SourceChoice
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.system.jobs import silent
from tests.ui.bus_of_readers import announced
from tests.ui.desks import Desks
from tests.ui.driver import Driver
from tests.ui.page_objects.handoff import SendPage
from tests.ui.texts import exchange, records

Enter = Callable[[Path], Driver]
pytestmark = pytest.mark.timeout(120)


def acquainted(desks: Desks) -> Path:
    """Let the coordinator have a case of the documenter and say so; return the folder for bundles."""
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    case = desks.fill(desks.documenter)
    with desks.open(desks.documenter) as session:
        sources.create(session, {"title": "The neighbour", "code_name": "Magpie"})
    bundle = desks.bundle(desks.documenter, "Heron")
    with desks.open(desks.coordinator) as session:
        review = bundles.read_bundle(session, bundle, silent()).review
        bundles.accept(session, review, None, silent())
        receipts.ask(session, "Wren", case, RequestKind.RECORD)
        receipt = receipts.write_receipt(session, desks.folder, "Wren", silent()).path
    with desks.open(desks.documenter) as session:
        bundles.read_bundle(session, receipt, silent())
        cases.create(session, {"title": "Another matter"})
    bundle.unlink()
    receipt.unlink()
    stick = desks.folder / "stick"
    stick.mkdir()
    return stick


def test_only_what_changed_since_the_receipt_goes(desks: Desks, enter: Enter) -> None:
    stick = acquainted(desks)
    driver = enter(desks.documenter)
    send = SendPage.open(driver)
    driver.until(lambda: len(send.contacts) == 1)
    assert exchange.RECEIPT_OF_DAY.format("") in send.contacts[0]
    assert not send.shows_outlook()
    send.tick_contact()
    assert send.asked_for.startswith(exchange.ASKS_FOR.format("Heron"))
    send.cases.choose_everything()
    driver.until(lambda: any(exchange.N_RECORDS.format(count) in send.outlook for count in (5, 6)))
    outlook_of_all = send.outlook
    send.choose_what_changed()
    changed = f"{exchange.N_RECORDS.format(2)}, {exchange.N_CASES.format(2)}"
    driver.until(lambda: changed in send.outlook)
    assert send.outlook != outlook_of_all
    assert send.sources_choice == exchange.FULL_DETAILS  # as in the last bundle for her
    assert not send.can_choose_texts()
    for_heron = exchange.BUNDLE_FOR_WHOM.format("Heron", exchange.N_CASES.format(2))
    driver.until(lambda: for_heron in send.outlook)
    assert exchange.SOURCES_WITH_NAMES in send.outlook
    assert f"{exchange.N_REPORTS.format(0)}, {exchange.N_OWN_TERMS.format(0)}" in send.outlook
    send.choose_code_names()
    assert send.warns_of_texts()
    assert send.can_choose_texts()
    driver.until(lambda: exchange.SOURCES_BY_CODE_NAME in send.outlook)
    driver.settled()
    driver.shot("send-choices")
    send.choose_evidence_without_files()
    send.write_to(stick)
    driver.until(lambda: exchange.BUNDLE_WRITTEN in driver.window.message_bar.text)
    assert exchange.BUNDLE_HOLDS_N_CASES.format(2) in driver.window.message_bar.text
    (written,) = stick.iterdir()
    with desks.open(desks.coordinator) as session:
        summary = bundles.read_bundle(session, written, silent())
        assert (summary.new, summary.changed) == (1, 0)


def test_a_receipt_alone_is_for_one_and_needs_no_case(desks: Desks, enter: Enter) -> None:
    stick = acquainted(desks)
    desks.know(desks.coordinator, desks.third(), "Swift")
    driver = enter(desks.coordinator)
    send = SendPage.open(driver)
    driver.until(lambda: len(send.contacts) == 2)
    assert exchange.NO_RECEIPT_YET in send.contacts[0]
    send.choose_receipt_alone()
    assert not send.cases.is_enabled()
    assert not send.can_choose_receipts()
    send.name_folder(stick)
    send.tick_first_contact()
    assert not send.offers_to_ask_for_nothing()
    driver.key("Down")
    driver.key("Space")
    assert send.asked_for.startswith(exchange.YOU_ASK_FOR.format("Wren"))
    send.write()
    assert send.problem == exchange.TICK_ONE_FOR_RECEIPT
    driver.key("Home")
    driver.key("Space")
    driver.shot("send-receipt")
    send.write()
    driver.until(lambda: exchange.BUNDLE_HOLDS_RECEIPT_ALONE in driver.window.message_bar.text)
    (written,) = stick.iterdir()
    with desks.open(desks.documenter) as session:
        summary = bundles.read_bundle(session, written, silent())
        assert summary.receipts is not None
        assert summary.receipts.accepted >= 3


def test_what_was_asked_for_is_asked_no_more(desks: Desks, enter: Enter) -> None:
    acquainted(desks)
    driver = enter(desks.coordinator)
    send = SendPage.open(driver)
    driver.until(lambda: len(send.contacts) == 1)
    send.tick_contact()
    driver.shot("send-asking")
    send.ask_for_nothing()
    driver.until(lambda: not send.offers_to_ask_for_nothing())
    driver.settled()
    assert send.asked_for == ""
    assert driver.window.desk is not None
    store = driver.window.desk.reader
    assert receipts.last_words(store)["Wren"].wanted == []


def test_somebody_without_a_receipt_gets_all_and_the_page_says_so(desks: Desks, enter: Enter) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.fill(desks.documenter)
    driver = enter(desks.documenter)
    send = SendPage.open(driver)
    driver.until(lambda: len(send.contacts) == 1)
    assert exchange.NO_RECEIPT_YET in send.contacts[0]
    send.tick_contact()
    send.cases.choose_everything()
    send.choose_what_changed()
    driver.until(lambda: exchange.NOTHING_ACKNOWLEDGED.format("Heron") in send.outlook)
    driver.shot("send-unacknowledged")


def test_a_text_that_names_a_source_gets_the_code_name_by_a_button(desks: Desks, enter: Enter) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    with desks.open(desks.documenter) as session:
        sources.create(session, {"title": "Tamsin Quell", "code_name": "Wren"})
        fields = {"title": "The mill", "narrative": "Tamsin Quell said so."}
        case = cases.create(session, fields, {"tags": [{"text": "from Tamsin Quell"}]}).result
        term = (
            Record(kind=Kind.TERM, id=new_id())
            .with_fields(vocabulary="cause", code="mill_1")
            .with_labels({"zh-Hans": "Tamsin Quell"})
        )
        with session.store.change("test") as change:
            change.put(term)
    driver = enter(desks.documenter)
    send = SendPage.open(driver)
    driver.until(lambda: len(send.contacts) == 1)
    assert not send.offers_code_names()
    send.tick_contact()
    send.cases.choose_everything()
    name = "Tamsin Quell"
    driver.until(lambda: exchange.TEXT_STAYS.format(records.NARRATIVE, name) in send.outlook)
    assert exchange.TEXT_STAYS.format(exchange.TAG, name) in send.outlook
    assert exchange.RECORD_STAYS_WHOLE.format(name, exchange.LABELS, name) in send.outlook
    driver.shot("send-mentions")
    send.send_texts_that_name_sources()
    driver.until(lambda: exchange.TEXT_GOES_COVERED.format(records.NARRATIVE, name) in send.outlook)
    assert exchange.TEXT_GOES_UNCOVERED.format(exchange.TAG, name) in send.outlook
    driver.shot("send-mentions-protected")
    send.put_code_names_into_texts()
    driver.until(lambda: exchange.CODE_NAMES_IN_N_TEXTS.format(3) in driver.window.message_bar.text)
    driver.until(lambda: "Tamsin" not in send.outlook)
    assert not send.offers_code_names()
    driver.settled()
    driver.shot("send-mentions-replaced")
    assert driver.window.desk is not None
    assert driver.window.desk.reader.get(case).text("narrative") == "Wren said so."
    assert driver.window.desk.reader.get(case).values("tags")[0]["text"] == "from Wren"


@pytest.fixture
def spoken() -> Iterator[list[str]]:
    """What a person with a screen reader hears at once."""
    with announced() as heard:
        yield heard


def two_contacts(desks: Desks) -> None:
    """Let the last bundle for Heron hold sources in full, and that for Swift code names only."""
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.documenter, desks.third(), "Swift")
    with desks.open(desks.documenter) as session:
        sources.create(session, {"title": "Tamsin Quell", "code_name": "Wren"})
        cases.create(session, {"title": "The mill", "narrative": "Tamsin Quell said so."})
        for name, choice in (("Heron", SourceChoice.WHOLE), ("Swift", SourceChoice.CODE_NAMES)):
            path = desks.folder / f"{name}.hrdb"
            bundles.write_bundle(session, path, [name], None, silent(), Choice(sources=choice))


def test_the_choice_of_last_time_says_for_whom_and_the_protective_one_wins(
    desks: Desks, enter: Enter, spoken: list[str]
) -> None:
    two_contacts(desks)
    driver = enter(desks.documenter)
    send = SendPage.open(driver)
    driver.until(lambda: len(send.contacts) == 2)
    assert send.sources_choice == exchange.CODE_NAMES_ONLY
    assert send.sources_reason == ""
    send.tick_first_contact()
    assert send.sources_choice == exchange.FULL_DETAILS
    assert send.sources_reason == exchange.FULL_AS_LAST_TIME.format("Heron")
    assert send.sources_description == send.sources_reason
    assert spoken[-1] == exchange.FULL_AS_LAST_TIME.format("Heron")
    driver.shot("send-as-last-time")
    driver.key("Down")
    driver.key("Space")
    assert send.sources_choice == exchange.CODE_NAMES_ONLY
    by_code_name = exchange.CODE_NAMES_AS_LAST_TIME.format("Swift")
    assert send.sources_reason == f"{by_code_name} {exchange.MORE_PROTECTIVE_COUNTS.format('Heron')}"
    assert spoken[-1] == send.sources_reason
    driver.shot("send-protective")
    driver.key("Space")
    driver.key("Up")
    driver.key("Space")
    assert send.sources_choice == exchange.CODE_NAMES_ONLY  # nobody is ticked
    assert send.sources_reason == ""
    send.choose_full_details()
    send.go_to_contacts()
    driver.key("End")
    driver.key("Space")
    assert send.sources_choice == exchange.FULL_DETAILS
    assert send.sources_reason == exchange.YOUR_CHOICE_FOR_BUNDLE.format(exchange.FULL_DETAILS)
    send.cases.choose_everything()
    send.write_to(desks.folder)
    driver.until(lambda: exchange.BUNDLE_WRITTEN in driver.window.message_bar.text)
    driver.settled()
    assert send.sources_reason == exchange.FULL_AS_LAST_TIME.format("Swift")  # it is no choice any more


def test_nothing_on_the_page_moves_when_something_is_ticked(desks: Desks, enter: Enter) -> None:
    two_contacts(desks)
    driver = enter(desks.documenter)
    send = SendPage.open(driver)
    driver.until(lambda: len(send.contacts) == 2)
    view, along = send.view, send.view.along
    watched: list[QWidget] = [
        view.recipients,
        view.folder,
        view.write_button,
        view.what.all_records,
        view.what.cases.table,
        view.what.cases.all_button,
        *(along.how_much, along.evidence, along.sources, along.mentions, along.receipts),
    ]

    def places() -> list[QPoint]:
        driver.settled()
        return [widget.mapTo(driver.window, QPoint(0, 0)) for widget in watched]

    before = places()
    send.go_to_contacts()
    for key in ("Home", "Space", "Down", "Space"):
        driver.key(key)
    assert places() == before
    send.cases.choose_everything()
    driver.until(lambda: exchange.NAMES_A_SOURCE in send.outlook)
    assert send.offers_code_names()
    assert places() == before
    driver.shot("send-still")
    send.choose_full_details()
    driver.until(lambda: exchange.SOURCES_WITH_NAMES in send.outlook)
    assert places() == before
    send.write()
    assert send.shows_problem()
    assert places() == before
