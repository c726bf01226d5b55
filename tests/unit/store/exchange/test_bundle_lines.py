"""The lines that came with bundles, some hundred in a row."""

import pytest

from hrddesk.store.exchange import bundle_lines, contacts, reviews
from hrddesk.store.exchange.bundle_lines import About
from hrddesk.store.exchange.contacts import BundleRow
from hrddesk.store.vault.check import check
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job

LINE = "5" * 32


def add_review(session: Session, number: int) -> int:
    """Enter a review of a bundle in which the history has that number."""
    db = session.store.db
    row = BundleRow(
        num=0,
        id=f"{number:032x}",
        outgoing=False,
        contact=1,
        seq=number,
        kind="whole",
        day="2026-01-31",
        line=LINE,
        history_number=number,
        history_head=bytes(32),
    )
    return reviews.add(db, contacts.add_bundle(db, row), ())


@pytest.fixture
def filled(session: Session) -> Session:
    """A vault with three reviews: of contacts and receipts, of receipts alone, of neither."""
    with session.store.change("test"):
        db = session.store.db
        contacts.add(db, "two", bytes(32), "verified", "2026-01-31")
        first, second, _ = (add_review(session, number) for number in (1, 2, 3))
        bundle_lines.add(db, first, About.CONTACTS, ["a", "b \U0001f600"])
        bundle_lines.add(db, first, About.CONTACTS, ["c"])
        bundle_lines.add(db, first, About.RECEIPTS, ["d"])
        bundle_lines.add(db, second, About.RECEIPTS, [str(number) for number in range(256)])
        bundle_lines.add(db, second, About.RECEIPTS, ["x", "y"])
    return session


def every_line(session: Session) -> dict[tuple[int, About], list[str]]:
    db = session.store.db
    return {
        (number, about): [line for batch in bundle_lines.lines(db, number, about) for line in batch]
        for number in (1, 2, 3, 4)
        for about in About
    }


def is_well(session: Session) -> bool:
    return check(session.reader, session.alarms, Job()).ok


def test_lines_are_read_as_they_were_kept(filled: Session) -> None:
    db = filled.store.db
    assert list(bundle_lines.lines(db, 1, About.CONTACTS)) == [["a", "b \U0001f600"], ["c"]]
    assert (
        list(bundle_lines.lines(db, 3, About.CONTACTS))
        == list(bundle_lines.lines(db, 4, About.RECEIPTS))
        == []
    )
    assert bundle_lines.latest_receipts(db, 1, LINE) == (2, 2)
    assert bundle_lines.latest_receipts(db, 1, "6" * 32) is bundle_lines.latest_receipts(db, 2, LINE) is None
    assert is_well(filled)


def test_lines_go_with_their_review_or_all(filled: Session) -> None:
    with filled.store.change("test"):
        bundle_lines.drop(filled.store.db, 2)
    assert {key for key, lines in every_line(filled).items() if lines} == {
        (1, About.CONTACTS),
        (1, About.RECEIPTS),
    }
    with filled.store.change("test"):
        bundle_lines.drop(filled.store.db, None)
    assert not any(every_line(filled).values())
    assert is_well(filled)


def test_receipts_that_tell_of_something_go_and_no_others(filled: Session) -> None:
    before = every_line(filled)
    with filled.store.change("test"):
        bundle_lines.drop_receipts(filled.store.db, lambda line: line in ("a", "x", "y", "7"))
    left = every_line(filled)
    assert left[2, About.RECEIPTS] == [str(number) for number in range(256) if number != 7]
    assert {**left, (2, About.RECEIPTS): None} == {**before, (2, About.RECEIPTS): None}
    assert is_well(filled)
