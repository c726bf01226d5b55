"""A bundle whose text is too long to join what it was merged into: the window says that both stay."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.actions import bundles, duplicates, parties
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
