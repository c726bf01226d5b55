"""A bundle whose text is too long to join what it was merged into: the window says that both stay."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.actions.analysis import duplicates
from hrddesk.actions.exchange import bundles
from hrddesk.actions.records import cases, parties, sources
from hrddesk.bundle.sending.packing import Choice, SourceChoice
from hrddesk.records.model.kinds import Kind
from hrddesk.system.jobs import silent
from tests.ui.desks import Desks
from tests.ui.driver import Driver
from tests.ui.page_objects.incoming import ReviewPage
from tests.ui.texts import exchange, records

pytestmark = pytest.mark.timeout(180)
LONG = 300_000
"""Characters of a text of which a field holds one and not two."""


def test_texts_that_are_too_long_together_stay_apart(desks: Desks, enter: Callable[[Path], Driver]) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    case = desks.fill(desks.documenter)
    with desks.open(desks.documenter) as session:
        (winner,) = session.store.tables.ids(Kind.PARTY)
        names = {"names": [{"name": "Rinchen Invented", "kind": "main"}]}
        merged = parties.create(session, {"kind": "person"}, names, case=case, role="subject").result
    bundle = desks.bundle(desks.documenter, "Heron")
    with desks.open(desks.coordinator) as session:
        bundles.accept(session, bundles.read_bundle(session, bundle, silent()).review, None, silent())
        duplicates.merge(session, winner, merged)
        parties.edit(session, winner, {"note": "k" * LONG})
    with desks.open(desks.documenter) as session:
        parties.edit(session, merged, {"note": "g" * LONG})
    bundle = desks.bundle(desks.documenter, "Heron")
    driver = enter(desks.coordinator)
    review = ReviewPage.read(driver, bundle, 2)
    review.accept_all()
    driver.until(lambda: exchange.TAKEN_OVER in driver.window.message_bar.text)
    driver.settled()
    assert exchange.STAY_BESIDE_MERGED.format(1) in driver.window.message_bar.text
    driver.shot("review-beside")
    assert driver.window.desk is not None
    reader = driver.window.desk.reader
    assert (reader.get(winner).text("note"), reader.get(merged).text("note")) == ("k" * LONG, "g" * LONG)


def test_what_stayed_home_with_the_sender_did_not_come_along(
    desks: Desks, enter: Callable[[Path], Driver]
) -> None:
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")
    with desks.open(desks.documenter) as session:
        sources.create(session, {"title": "Tamsin Quell", "code_name": "Magpie"})
        case = cases.create(
            session, {"title": "The mill", "narrative": "Tamsin Quell said so.", "note": "n"}
        ).result
    bundle = desks.bundle(desks.documenter, "Heron")
    with desks.open(desks.coordinator) as session:
        bundles.accept(session, bundles.read_bundle(session, bundle, silent()).review, None, silent())
    with desks.open(desks.documenter) as session:
        cases.edit(session, case, {"title": "The mill by the river", "note": None})
        choice = Choice(sources=SourceChoice.CODE_NAMES)
        bundle = desks.folder / "by-code-name.hrdb"
        bundles.write_bundle(session, bundle, ["Heron"], None, silent(), choice)
    driver = enter(desks.coordinator)
    review = ReviewPage.read(driver, bundle, 2)
    review.select_first_record()
    lines = {name: (here, theirs) for name, here, theirs in review.rows}
    driver.shot("review-stayed-home")
    assert lines[records.NARRATIVE] == ("Tamsin Quell said so.", exchange.DID_NOT_COME_ALONG)
    assert lines[exchange.NOTE] == ("n", "✓ ")
    assert lines[records.TITLE] == ("The mill", "✓ The mill by the river")
