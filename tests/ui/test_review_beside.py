"""A bundle whose text is too long to join what it was merged into: the window says that both stay."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.actions import bundles, cases, duplicates, parties, sources
from hrddesk.bundle.packing import Choice, SourceChoice
from hrddesk.jobs import silent
from hrddesk.records.kinds import Kind
from tests.ui.desks import Desks, open_page, open_tab
from tests.ui.driver import Driver

pytestmark = pytest.mark.timeout(180)
LONG = 300_000
"""Characters of a text of which a field holds one and not two."""


def test_texts_that_are_too_long_together_stay_apart(desks: Desks, enter: Callable[[Path], Driver]) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    case = desks.fill(desks.documenter)
    with desks.open(desks.documenter) as session:
        (kept,) = session.store.tables.ids(Kind.PARTY)
        names = {"names": [{"name": "Rinchen Invented", "kind": "main"}]}
        gone, _ = parties.create(session, {"kind": "person"}, names, case=case, role="subject")
    bundle = desks.bundle(desks.documenter, "Heron")
    with desks.open(desks.coordinator) as session:
        bundles.accept(session, bundles.read_bundle(session, bundle, silent()).review, None, silent())
        duplicates.merge(session, kept, gone)
        parties.edit(session, kept, {"note": "k" * LONG})
    with desks.open(desks.documenter) as session:
        parties.edit(session, gone, {"note": "g" * LONG})
    bundle = desks.bundle(desks.documenter, "Heron")
    driver = enter(desks.coordinator)
    page = open_page(driver)
    open_tab(driver, page, 1)
    driver.fill(page.receive.path.field, str(bundle))
    driver.key("Return")
    driver.until(lambda: page.review.number == 2)
    driver.settled()
    driver.click(page.review.all_button)
    driver.until(lambda: "taken over" in driver.window.message_bar.text)
    driver.settled()
    assert "stay beside the one that they were merged into: 1." in driver.window.message_bar.text
    driver.shot("review-beside")
    assert driver.window.desk is not None
    reader = driver.window.desk.reader
    assert (reader.get(kept).text("note"), reader.get(gone).text("note")) == ("k" * LONG, "g" * LONG)


def test_what_stayed_home_with_the_sender_did_not_come_along(
    desks: Desks, enter: Callable[[Path], Driver]
) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    with desks.open(desks.documenter) as session:
        sources.create(session, {"title": "Tamsin Quell", "code_name": "Magpie"})
        case, _ = cases.create(
            session, {"title": "The mill", "narrative": "Tamsin Quell said so.", "note": "n"}
        )
    bundle = desks.bundle(desks.documenter, "Heron")
    with desks.open(desks.coordinator) as session:
        bundles.accept(session, bundles.read_bundle(session, bundle, silent()).review, None, silent())
    with desks.open(desks.documenter) as session:
        cases.edit(session, case, {"title": "The mill by the river", "note": None})
        choice = Choice(sources=SourceChoice.CODE_NAMES)
        bundle = desks.folder / "by-code-name.hrdb"
        bundles.write_bundle(session, bundle, ["Heron"], None, silent(), choice)
    driver = enter(desks.coordinator)
    page = open_page(driver)
    open_tab(driver, page, 1)
    driver.fill(page.receive.path.field, str(bundle))
    driver.key("Return")
    driver.until(lambda: page.review.number == 2)
    driver.settled()
    page.review.records.setFocus()
    driver.key("Home")
    cells = [
        page.review.parts.item(row, column)
        for row in range(page.review.parts.rowCount())
        for column in (0, 1, 2)
    ]
    texts = ["" if cell is None else cell.text() for cell in cells]
    lines = {texts[at]: (texts[at + 1], texts[at + 2]) for at in range(0, len(texts), 3)}
    driver.shot("review-stayed-home")
    assert lines["Narrative"] == ("Tamsin Quell said so.", "did not come along")
    assert lines["Note"] == ("n", "✓ ")
    assert lines["Title"] == ("The mill", "✓ The mill by the river")
