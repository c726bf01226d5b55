"""What goes along: chosen on the page, told how large it becomes, and only what changed after a receipt."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from hrddesk.actions import bundles, cases, receipts, sources
from hrddesk.bundle.packing import Choice, SourceChoice
from hrddesk.bundle.receipts import Wanted
from hrddesk.jobs import silent
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, new_id
from tests.ui.desks import Desks, open_page
from tests.ui.driver import Driver
from tests.ui.texts import exchange

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
        receipts.ask(session, "Wren", case, Wanted.RECORD)
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
    send = open_page(driver).send
    driver.until(lambda: send.recipients.count() == 1)
    assert "receipt of" in send.recipients.item(0).text()
    assert not send.becomes.isVisible()
    send.recipients.setFocus()
    driver.key("Space")
    assert send.asked.text().startswith("Heron asks for: ")
    driver.click(send.what.all_records)
    driver.until(lambda: "5 records" in send.becomes.text() or "6 records" in send.becomes.text())
    whole = send.becomes.text()
    send.along.how_much.setFocus()
    driver.pick("Down")
    driver.until(lambda: "2 records, 2 cases" in send.becomes.text())
    assert send.becomes.text() != whole
    assert send.along.sources.currentText() == "Full details"  # as in the last bundle for her
    assert not send.along.mentions.isEnabled()
    driver.until(lambda: "To Heron: 2 cases" in send.becomes.text())
    assert "with names" in send.becomes.text()
    assert "0 reports, 0 own terms" in send.becomes.text()
    send.along.sources.setFocus()
    driver.pick("Up")
    assert send.along.warning.isVisible()
    assert send.along.mentions.isEnabled()
    driver.until(lambda: "by code name" in send.becomes.text())
    driver.settled()
    driver.shot("send-choices")
    send.along.evidence.setFocus()
    driver.pick("Down")
    driver.fill(send.folder.field, str(stick))
    driver.key("Return")
    driver.until(lambda: exchange.BUNDLE_WRITTEN in driver.window.message_bar.text)
    assert "It holds 2 cases." in driver.window.message_bar.text
    (written,) = stick.iterdir()
    with desks.open(desks.coordinator) as session:
        found = bundles.read_bundle(session, written, silent())
        assert (found.new, found.changed) == (1, 0)


def test_a_receipt_alone_is_for_one_and_needs_no_case(desks: Desks, enter: Enter) -> None:
    stick = acquainted(desks)
    desks.know(desks.coordinator, desks.third(), "Swift")
    driver = enter(desks.coordinator)
    send = open_page(driver).send
    driver.until(lambda: send.recipients.count() == 2)
    assert "no receipt yet" in send.recipients.item(0).text()
    send.along.how_much.setFocus()
    driver.pick("End")
    assert not send.what.isEnabled()
    assert not send.along.receipts.isEnabled()
    driver.fill(send.folder.field, str(stick))
    send.recipients.setFocus()
    driver.key("Home")
    driver.key("Space")
    assert not send.withdraw_button.isVisible()
    driver.key("Down")
    driver.key("Space")
    assert send.asked.text().startswith("You ask Wren for: ")
    driver.click(send.write_button)
    assert send.trouble.text() == "A receipt is for one alone: tick one contact."
    driver.key("Home")
    driver.key("Space")
    driver.shot("send-receipt")
    driver.click(send.write_button)
    driver.until(lambda: "It holds a receipt and no record." in driver.window.message_bar.text)
    (written,) = stick.iterdir()
    with desks.open(desks.documenter) as session:
        found = bundles.read_bundle(session, written, silent())
        assert found.receipts is not None
        assert found.receipts.accepted >= 3


def test_what_was_asked_for_is_asked_no_more(desks: Desks, enter: Enter) -> None:
    acquainted(desks)
    driver = enter(desks.coordinator)
    send = open_page(driver).send
    driver.until(lambda: send.recipients.count() == 1)
    send.recipients.setFocus()
    driver.key("Space")
    driver.shot("send-asking")
    driver.click(send.withdraw_button)
    driver.until(lambda: not send.withdraw_button.isVisible())
    driver.settled()
    assert send.asked.text() == ""
    assert driver.window.desk is not None
    store = driver.window.desk.reader
    assert receipts.last_words(store)["Wren"].wanted == []


def test_somebody_without_a_receipt_gets_all_and_the_page_says_so(desks: Desks, enter: Enter) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.fill(desks.documenter)
    driver = enter(desks.documenter)
    send = open_page(driver).send
    driver.until(lambda: send.recipients.count() == 1)
    assert "no receipt yet" in send.recipients.item(0).text()
    send.recipients.setFocus()
    driver.key("Space")
    driver.click(send.what.all_records)
    send.along.how_much.setFocus()
    driver.pick("Down")
    driver.until(lambda: "Heron: nothing was acknowledged yet, so all of it goes." in send.becomes.text())
    driver.shot("send-unacknowledged")


def test_a_text_that_names_a_source_gets_the_code_name_by_a_button(desks: Desks, enter: Enter) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    with desks.open(desks.documenter) as session:
        sources.create(session, {"title": "Tamsin Quell", "code_name": "Wren"})
        told = {"title": "The mill", "narrative": "Tamsin Quell said so."}
        case, _ = cases.create(session, told, {"tags": [{"text": "from Tamsin Quell"}]})
        term = (
            Record(Kind.TERM, new_id())
            .with_fields(vocabulary="cause", code="mill_1")
            .with_labels({"zh-Hans": "Tamsin Quell"})
        )
        with session.store.change("test") as change:
            change.put(term)
    driver = enter(desks.documenter)
    send = open_page(driver).send
    driver.until(lambda: send.recipients.count() == 1)
    assert not send.replace_button.isVisible()
    send.recipients.setFocus()
    driver.key("Space")
    driver.click(send.what.all_records)
    stays = "a text names a source (Tamsin Quell); it stays here."
    driver.until(lambda: f"(Narrative): {stays}" in send.becomes.text())
    assert f"(Tag): {stays}" in send.becomes.text()
    whole = "Tamsin Quell (Labels): a text names a source (Tamsin Quell); the record stays here whole."
    assert whole in send.becomes.text()
    driver.shot("send-mentions")
    send.along.mentions.setFocus()
    driver.pick("Down")
    goes = "a text names a source (Tamsin Quell), and goes as it is. In publications it is covered there"
    driver.until(lambda: f"(Narrative): {goes}" in send.becomes.text())
    uncovered = "a text names a source (Tamsin Quell), and goes as it is. Publications there do not cover it."
    assert f"(Tag): {uncovered}" in send.becomes.text()
    driver.shot("send-mentions-protected")
    driver.click(send.replace_button)
    driver.until(lambda: "Code names stand in 3 texts now." in driver.window.message_bar.text)
    driver.until(lambda: "Tamsin" not in send.becomes.text())
    assert not send.replace_button.isVisible()
    driver.settled()
    driver.shot("send-mentions-replaced")
    assert driver.window.desk is not None
    assert driver.window.desk.reader.get(case).text("narrative") == "Wren said so."
    assert driver.window.desk.reader.get(case).values("tags")[0]["text"] == "from Wren"


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a person with a screen reader hears at once: the names of all that raises an alert."""
    heard: list[str] = []
    tell = QAccessible.updateAccessibility

    def listen(event: QAccessibleEvent) -> None:
        said = event.object()
        if event.type() is QAccessible.Event.Alert and isinstance(said, QWidget):
            heard.append(said.accessibleName())
        tell(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return heard


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
    send = open_page(driver).send
    along = send.along
    driver.until(lambda: send.recipients.count() == 2)
    assert along.sources.currentText() == "Code names only"
    assert along.sources_reason.text() == ""
    send.recipients.setFocus()
    driver.key("Home")
    driver.key("Space")
    assert along.sources.currentText() == "Full details"
    assert along.sources_reason.text() == "Full details, as last time for Heron."
    assert along.sources.accessibleDescription() == along.sources_reason.text()
    assert spoken[-1] == "Full details, as last time for Heron."
    driver.shot("send-as-last-time")
    driver.key("Down")
    driver.key("Space")
    assert along.sources.currentText() == "Code names only"
    assert along.sources_reason.text() == (
        "Code names only, as last time for Swift."
        " Heron received full details last time. The more protective choice counts."
    )
    assert spoken[-1] == along.sources_reason.text()
    driver.shot("send-protective")
    driver.key("Space")
    driver.key("Up")
    driver.key("Space")
    assert along.sources.currentText() == "Code names only"  # nobody is ticked
    assert along.sources_reason.text() == ""
    along.sources.setFocus()
    driver.pick("Down")
    send.recipients.setFocus()
    driver.key("End")
    driver.key("Space")
    assert along.sources.currentText() == "Full details"
    assert along.sources_reason.text() == "Full details: your choice for this bundle."
    driver.click(send.what.all_records)
    driver.fill(send.folder.field, str(desks.folder))
    driver.key("Return")
    driver.until(lambda: exchange.BUNDLE_WRITTEN in driver.window.message_bar.text)
    driver.settled()
    assert along.sources_reason.text() == "Full details, as last time for Swift."  # it is no choice any more


def test_nothing_on_the_page_moves_when_something_is_ticked(desks: Desks, enter: Enter) -> None:
    two_contacts(desks)
    driver = enter(desks.documenter)
    send = open_page(driver).send
    driver.until(lambda: send.recipients.count() == 2)
    along = send.along
    watched: list[QWidget] = [
        send.recipients,
        send.folder,
        send.write_button,
        send.what.all_records,
        send.what.cases.table,
        send.what.cases.all_button,
        *(along.how_much, along.evidence, along.sources, along.mentions, along.receipts),
    ]

    def places() -> list[QPoint]:
        driver.settled()
        return [widget.mapTo(driver.window, QPoint(0, 0)) for widget in watched]

    before = places()
    send.recipients.setFocus()
    for key in ("Home", "Space", "Down", "Space"):
        driver.key(key)
    assert places() == before
    driver.click(send.what.all_records)
    driver.until(lambda: "a text names a source" in send.becomes.text())
    assert send.replace_button.isVisible()
    assert places() == before
    driver.shot("send-still")
    along.sources.setFocus()
    driver.pick("Down")
    driver.until(lambda: "with names" in send.becomes.text())
    assert places() == before
    driver.click(send.write_button)
    assert send.trouble.isVisible()
    assert places() == before
