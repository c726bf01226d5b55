"""What came in a bundle, looked through case by case, accepted, undone, rejected."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from hrddesk.actions.analysis import duplicates
from hrddesk.actions.exchange import bundles
from hrddesk.actions.records import cases, events, evidence, parties, visibility
from hrddesk.bundle.receiving.notices import Notice
from hrddesk.records.model.kinds import WHOLE_RECORD, Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.exchange import reviews
from hrddesk.system.jobs import silent
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.desks import Desks
from tests.ui.driver import Driver
from tests.ui.page_objects.incoming import ReadPage, ReviewPage
from tests.ui.texts import exchange, records

Enter = Callable[[Path], Driver]
pytestmark = pytest.mark.timeout(180)


def _met(desks: Desks) -> None:
    """Let each know and verify the other."""
    desks.know(desks.documenter, desks.coordinator, "Heron")
    desks.know(desks.coordinator, desks.documenter, "Wren")


def _accepted(desks: Desks) -> None:
    """Hand over all that the documenter has, and let the coordinator accept it."""
    bundle = desks.bundle(desks.documenter, "Heron")
    with desks.open(desks.coordinator) as session:
        summary = bundles.read_bundle(session, bundle, silent())
        bundles.accept(session, summary.review, None, silent())


def test_a_bundle_is_read_reviewed_accepted_and_undone(desks: Desks, enter: Enter) -> None:
    _met(desks)
    desks.fill(desks.documenter)
    bundle = desks.bundle(desks.documenter, "Heron")
    driver = enter(desks.coordinator)
    reading = ReadPage.open(driver)
    reading.read()
    assert reading.problem == exchange.CHOOSE_BUNDLE
    driver.text(str(bundle))
    driver.key("Return")
    driver.until(lambda: ReviewPage(driver).number == 1)
    driver.settled()
    review = ReviewPage(driver)
    assert len(review.titles) == 3
    assert f"Wren ({exchange.VERIFIED})" in review.origin
    driver.shot("review-new")
    assert any("The printers of Willow Lane" in line for line in review.texts)
    party = next(row for row in range(3) if "Rinchen" in review.titles[row])
    review.select_record(party)
    driver.shot("review-party")
    review.accept_selected()
    driver.until(lambda: exchange.TAKEN_OVER in driver.window.message_bar.text)
    driver.settled()
    assert exchange.TAKEN_OVER in review.states
    assert exchange.AS_IT_IS_HERE not in review.states  # what was taken over is not said to be unchanged too
    review.accept_all()
    driver.until(lambda: not review.can_accept())
    driver.settled()
    driver.shot("review-accepted")
    assert driver.window.desk is not None
    assert len(cases.list_ids(driver.window.desk.reader, cases.CaseQuery())) == 1
    review.undo()
    driver.until(lambda: exchange.UNDONE in driver.window.message_bar.text)
    driver.settled()
    assert cases.list_ids(driver.window.desk.reader, cases.CaseQuery()) == []
    review.reject()
    driver.until(lambda: exchange.REJECTED in review.origin)
    review.go_back()
    driver.settled()
    driver.shot("reviews")
    assert len(reading.reviews) == 1
    reading.open_review()
    driver.until(review.is_visible)


def test_a_conflict_asks_whose_value_stands(desks: Desks, enter: Enter) -> None:
    _met(desks)
    case = desks.fill(desks.documenter)
    _accepted(desks)
    with desks.open(desks.coordinator) as session:
        cases.edit(session, case, {"title": "The title of the coordinator"})
    with desks.open(desks.documenter) as session:
        cases.edit(session, case, {"title": "The title of the documenter"})
    second = desks.bundle(desks.documenter, "Heron")
    driver = enter(desks.coordinator)
    review = ReviewPage.read(driver, second, 2)
    assert review.asks_whose_value()
    driver.shot("review-conflict")
    review.accept_all()
    driver.until(lambda: exchange.CHANGED_ON_BOTH_SIDES in review.problem)
    driver.until(review.whose_value_has_keyboard)
    review.take_theirs_in_every_conflict()
    assert review.whose_value == "theirs"
    review.accept_all()
    driver.until(lambda: not review.can_accept())
    driver.settled()
    assert driver.window.desk is not None
    assert driver.window.desk.reader.get(case).text("title") == "The title of the documenter"


def test_each_field_is_chosen_and_what_was_before_is_shown(desks: Desks, enter: Enter) -> None:
    _met(desks)
    case = desks.fill(desks.documenter)
    _accepted(desks)
    with desks.open(desks.coordinator) as session:
        cases.edit(session, case, {"title": "Ours", "status": "open"})
    with desks.open(desks.documenter) as session:
        cases.edit(session, case, {"title": "Theirs", "status": "closed", "note": "new"})
    driver = enter(desks.coordinator)
    review = ReviewPage.read(driver, desks.bundle(desks.documenter, "Heron"), 2)
    review.select_record(review.states.index(exchange.CHANGED_ON_BOTH_SIDES))
    texts = "".join(review.texts)
    assert f"Ours\n{exchange.VALUE_BEFORE.format('The printers of Willow Lane')}" in texts
    assert f"{exchange.STATUS_OPEN}\n{exchange.VALUE_BEFORE.format(exchange.NOTHING)}" in texts
    assert [line for line in review.texts if "✓" in line] == [f"{exchange.NOTE} |  | ✓ new"]
    assert not review.can_take_theirs()
    review.select_field(records.TITLE)
    review.take_theirs()
    driver.shot("review-choosing")
    assert any("✓ Theirs" in line for line in review.texts)
    review.accept_all()
    driver.until(lambda: exchange.CHANGED_ON_BOTH_SIDES in review.problem)  # the status is still open
    review.select_all_fields()
    review.keep_ours()
    assert sum("✓" in line for line in review.texts) == 3
    review.select_field(records.TITLE)
    review.take_theirs()
    review.accept_all()
    driver.until(lambda: not review.can_accept())
    driver.settled()
    assert driver.window.desk is not None
    record = driver.window.desk.reader.get(case)
    assert (record.text("title"), record.text("status"), record.text("note")) == ("Theirs", "open", "")
    # Undone, the record waits again, and what was decided about it stands.
    review.undo()
    driver.until(review.can_accept)
    driver.settled()
    assert driver.window.desk.reader.get(case).text("title") == "Ours"
    review.select_record(review.states.index(exchange.CHANGED_ON_BOTH_SIDES))
    assert sum("✓" in line for line in review.texts) == 3
    assert any("✓ Theirs" in line for line in review.texts)
    review.accept_all()
    driver.until(lambda: not review.can_accept())
    driver.settled()
    record = driver.window.desk.reader.get(case)
    assert (record.text("title"), record.text("status"), record.text("note")) == ("Theirs", "open", "")


def test_what_is_here_calls_people_as_they_are_called_here(desks: Desks, enter: Enter) -> None:
    _met(desks)
    desks.fill(desks.documenter)
    _accepted(desks)
    with desks.open(desks.documenter) as session:
        (who,) = session.store.tables.ids(Kind.PARTY)
        names = [{"name": "Rinchen Renamed", "script": "Latn", "kind": "main"}]
        parties.edit(session, who, {}, {"names": names})
    driver = enter(desks.coordinator)
    review = ReviewPage.read(driver, desks.bundle(desks.documenter, "Heron"), 2)
    review.select_record(review.kinds.index(exchange.EVENT))
    driver.settled()
    (line,) = [each for each in review.texts if each.startswith(f"{exchange.WHO} |")]
    _, here, theirs = line.split(" | ")
    assert "Renamed" not in here
    assert "Rinchen Invented" in here
    assert "Rinchen Renamed" in theirs
    renamed = review.view.parts.findItems("Rinchen Renamed", Qt.MatchFlag.MatchContains)
    assert not any(item.font().bold() for item in renamed)  # the event does not differ


def test_what_is_gone_here_is_said(desks: Desks, enter: Enter) -> None:
    _met(desks)
    case = desks.fill(desks.documenter)
    with desks.open(desks.documenter) as session:
        brisk = parties.create(
            session, {"kind": "person"}, {"names": [{"name": "Odal Brisk"}]}, case=case, role="subject"
        ).result
    _accepted(desks)
    with desks.open(desks.coordinator) as session:
        (winner,) = set(session.store.ids(Kind.PARTY)) - {brisk}
        duplicates.merge(session, winner, brisk)
        (event,) = session.store.ids(Kind.EVENT)
        events.remove(session, event)
    with desks.open(desks.documenter) as session:
        parties.edit(session, brisk, {"sex": "male"})
    driver = enter(desks.coordinator)
    review = ReviewPage.read(driver, desks.bundle(desks.documenter, "Heron"), 2)
    assert review.states.count(exchange.DELETED_HERE) == 1
    review.select_record(review.states.index(exchange.MERGED_HERE))
    assert any(f"{exchange.MERGED_HERE_INTO} | Rinchen Invented" in line for line in review.texts)
    driver.shot("review-merged-here")
    review.accept_all()
    driver.until(lambda: not review.can_accept())
    driver.settled()
    assert driver.window.desk is not None
    assert driver.window.desk.reader.get(winner).text("sex") == "male"


def test_records_stand_case_by_case_with_all_that_they_bring(desks: Desks, enter: Enter) -> None:
    _met(desks)
    first = desks.fill(desks.documenter)
    second = desks.fill(desks.documenter)
    note = desks.folder / "note.txt"
    note.write_text("invented", "utf-8")
    with desks.open(desks.documenter) as session:
        evidence.add(session, first, note, silent())
        visibility.set_level(session, second, "public")
        imported = session.store.get(second).with_elements(
            "keys", [{"source": "paper", "file": "cases.csv", "key": "c7"}]
        )
        with session.store.change("test") as change:
            change.put(imported)
    driver = enter(desks.coordinator)
    review = ReviewPage.read(driver, desks.bundle(desks.documenter, "Heron"), 1)
    kinds = [records.CASE, records.PERSON_OR_GROUP, exchange.EVENT]
    assert review.kinds == [*kinds, exchange.EVIDENCE, *kinds]
    public, led = (
        exchange.NEEDS_A_LOOK.format(why)
        for why in (exchange.ARRIVES_AS_PUBLIC, exchange.REFERS_TO_WHAT_NEEDS_A_LOOK)
    )
    assert set(review.states) == {exchange.NEW, public, led}
    restricted = [exchange.RESTRICTED]
    assert review.levels == restricted * 3 + restricted + [exchange.PUBLIC] + restricted * 2
    assert exchange.ONE_ARRIVES_AS_PUBLIC.format(1) in review.notices
    assert not review.offers_more_to_see()
    driver.shot("review-cases")
    review.select_record(4)
    assert review.fields[0] == exchange.REFERENCE
    assert review.fields[-2:] == [records.LEVEL, exchange.IMPORT_KEY]
    assert not review.compares_with_here()  # there is nothing here to compare it with
    review.select_record(3)
    assert exchange.FILE_IN_BUNDLE in "\n".join(review.texts)
    assert exchange.NOBODY_CHOSE_LEVEL.format(exchange.RESTRICTED) in "\n".join(review.texts)
    driver.shot("review-evidence")
    driver.window.speak(WindowLanguage.CHINESE)
    ReviewPage.open(driver, 1).select_record(4)
    driver.shot("review-zh")
    driver.window.resize(683, 384)
    driver.shot("review-zh-683")


def test_a_case_that_did_not_come_is_named_above_what_did(
    desks: Desks, enter: Enter, qtmodeltester: ModelTester
) -> None:
    _met(desks)
    case = desks.fill(desks.documenter)
    _accepted(desks)
    with desks.open(desks.documenter) as session:
        cases.remove(session, case)
    driver = enter(desks.coordinator)
    review = ReviewPage.read(driver, desks.bundle(desks.documenter, "Heron"), 2)
    qtmodeltester.check(review.model)
    assert exchange.DELETED in review.states
    assert exchange.ONE_WOULD_BE_DELETED.format(1) in review.notices
    driver.shot("review-deleted")


def test_more_people_see_what_is_here_only_by_a_yes_of_its_own(desks: Desks, enter: Enter) -> None:
    _met(desks)
    case = desks.fill(desks.documenter)
    _accepted(desks)
    with desks.open(desks.documenter) as session:
        party = session.store.ids(Kind.PARTY)[0]
        visibility.set_level(session, case, "public")
        visibility.set_level(session, party, "public")
    second = desks.bundle(desks.documenter, "Heron")
    driver = enter(desks.coordinator)
    review = ReviewPage.read(driver, second, 2)

    def level(record: RecordId) -> str:
        assert driver.window.desk is not None
        return driver.window.desk.reader.get(record).visibility(WHOLE_RECORD)

    assert review.levels.count(exchange.RESTRICTED_TO_PUBLIC) == 2
    row = review.levels.index(exchange.RESTRICTED_TO_PUBLIC)
    assert review.marks_level(row)
    assert exchange.N_WOULD_LET_MORE_SEE.format(2) in review.notices
    assert review.offers_more_to_see()
    assert not review.allows_more_to_see()
    driver.shot("review-loosened")
    review.select_record(row)
    review.accept_selected()
    driver.until(lambda: exchange.TAKEN_OVER in driver.window.message_bar.text)
    driver.settled()
    assert exchange.STRICTER_LEVEL_STAYED.format(1) in driver.window.message_bar.text
    assert {level(case), level(party)} == {"restricted"}
    review.allow_more_to_see()
    review.accept_all()
    assert exchange.MORE_PEOPLE_MAY_SEE in review.question
    assert {level(case), level(party)} == {"restricted"}
    assert review.no_has_keyboard()
    driver.key("Tab")
    driver.key("Space")
    driver.until(lambda: "public" in {level(case), level(party)})
    driver.settled()


def test_who_is_in_an_event_changes_only_by_a_yes_of_its_own(desks: Desks, enter: Enter) -> None:
    _met(desks)
    desks.fill(desks.documenter)
    _accepted(desks)
    with desks.open(desks.documenter) as session:
        event = next(item for item in session.store.all(Kind.EVENT) if item.elements("parties"))
        with session.store.change("test") as change:
            change.put(event.with_elements("parties", []))
    second = desks.bundle(desks.documenter, "Heron")
    driver = enter(desks.coordinator)
    review = ReviewPage.read(driver, second, 2)
    row = review.states.index(exchange.CHANGES_WHO_IS_IN_IT)
    assert review.marks_state(row)
    assert exchange.ONE_WOULD_CHANGE_WHO_IS_IN_IT.format(1) in review.notices
    assert exchange.ONE_RECORD_TO_OPEN.format(1) in review.more_to_see
    driver.shot("review-regrouped")
    review.accept_all()
    driver.until(lambda: exchange.TAKEN_OVER in driver.window.message_bar.text)
    driver.settled()
    assert driver.window.desk is not None
    assert driver.window.desk.reader.get(event.id).elements("parties")


def test_what_does_more_than_add_says_that_it_needs_a_look_and_why(desks: Desks, enter: Enter) -> None:
    _met(desks)
    desks.fill(desks.documenter)
    _accepted(desks)
    with desks.open(desks.documenter) as session:
        party = next(item for item in session.store.all(Kind.PARTY) if item.elements("names"))
        with session.store.change("test") as change:
            change.put(party.with_elements("names", [{"name": "Another Name", "kind": "main"}]))
            cases = session.store.tables.ids(Kind.CASE)
            change.put(session.store.get(cases[0]).with_fields(title="Another title"))
    second = desks.bundle(desks.documenter, "Heron")
    driver = enter(desks.coordinator)
    review = ReviewPage.read(driver, second, 2)
    changes = exchange.NEEDS_A_LOOK.format(exchange.CHANGES_WHAT_WAS_HERE)
    rows = [row for row, state in enumerate(review.states) if state.startswith(changes)]
    assert len(rows) == 2
    for row in rows:
        assert review.marks_state(row)
    assert exchange.N_TO_LOOK_AT.format(2) in review.notices
    driver.shot("review-needs-a-look")


@pytest.mark.parametrize("language", list(WindowLanguage))
def test_whatever_is_to_be_known_of_a_bundle_fits_above_its_records(
    desks: Desks, enter: Enter, language: WindowLanguage
) -> None:
    _met(desks)
    desks.fill(desks.documenter)
    bundle = desks.bundle(desks.documenter, "Heron")
    with desks.open(desks.coordinator) as session:
        number = bundles.read_bundle(session, bundle, silent()).review
        with session.store.change("test"):
            for notice in Notice:
                reviews.add_notice(session.store.db, number, notice)
    driver = enter(desks.coordinator)
    driver.window.speak(language)
    review = ReviewPage.open(driver, number)
    assert len(review.notices.splitlines()) >= len(Notice)
    for size in ((1366, 768), (683, 384)):
        driver.window.resize(*size)
        driver.shot(f"review-notices-{language.value}-{size[0]}")
