"""After unlocking, the rest of the vault is looked at in the background; the head can be written down."""

import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from hrddesk.actions.records import cases
from hrddesk.actions.vault import history_head, vaults
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Cancelled, Job
from hrddesk_ui.frame import after_opening
from hrddesk_ui.frame.background_check import BackgroundCheck
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.driver import PASSPHRASE, Driver
from tests.ui.page_objects.settings import CheckPart, HeadPart
from tests.ui.texts import settings as texts

pytestmark = pytest.mark.timeout(60)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(after_opening, "LOOK_AFTER", 0.0)


def _filled(vault: Path) -> None:
    with Session.open(vault, PassphraseSecret(PASSPHRASE)) as session:
        for number in range(30):
            cases.create(session, {"title": f"case {number}"})


def _spoil(vault: Path, sql: str) -> None:
    with Session.open(vault, PassphraseSecret(PASSPHRASE)) as session:
        session.store.db.execute("PRAGMA foreign_keys = OFF")
        session.store.db.execute(sql)


def _looked(driver: Driver) -> None:
    driver.until(lambda: driver.window.desk is not None and driver.window.desk.report is not None)


def test_a_sound_vault_is_looked_at_without_a_word(vault: Path, enter: Callable[[Path], Driver]) -> None:
    _filled(vault)
    driver = enter(vault)
    _looked(driver)
    assert driver.window.desk is not None
    assert driver.window.desk.report is not None
    assert driver.window.desk.report.ok
    assert driver.window.message_bar.tone != "bad"


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("UPDATE case_file SET title = 'other' WHERE title = 'case 3'", texts.NOT_AS_HISTORY_SAYS),
        ("DELETE FROM history WHERE num = 3", texts.NOT_AS_HISTORY_SAYS),
        ("DELETE FROM setting WHERE name = 'ui.scheme'", texts.NOT_AS_HISTORY_SAYS),
    ],
)
def test_what_was_put_back_is_said_in_the_bar_and_listed_in_the_settings(
    vault: Path, enter: Callable[[Path], Driver], sql: str, what: str
) -> None:
    _filled(vault)
    with Session.open(vault, PassphraseSecret(PASSPHRASE)) as session, session.store.change("test") as change:
        change.set_setting("ui.scheme", "light")
    _spoil(vault, sql)
    driver = enter(vault)
    _looked(driver)
    assert what in driver.window.message_bar.text
    assert texts.KEEP_BACKUP in driver.window.message_bar.text
    assert CheckPart.open(driver).shows_findings()
    driver.shot("looked-en")
    driver.window.speak(WindowLanguage.CHINESE)
    assert CheckPart.open(driver).shows_findings()  # built anew, it still knows
    driver.shot("looked-zh")


def test_a_damaged_page_is_said_to_be_the_disk(vault: Path, enter: Callable[[Path], Driver]) -> None:
    _filled(vault)
    with Session.open(vault, PassphraseSecret(PASSPHRASE)) as session:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = 'history_by_act'"
        (page,) = session.store.db.execute(sql).fetchone()
    with (vault / "db.sqlite").open("r+b") as file:
        file.seek((page - 1) * 4096 + 60)
        file.write(b"12345678")
    driver = enter(vault)
    _looked(driver)
    assert texts.VAULT_DAMAGED in driver.window.message_bar.text


def test_locking_ends_it_and_leaves_no_file_open(vault: Path, enter: Callable[[Path], Driver]) -> None:
    _filled(vault)
    driver = enter(vault)
    driver.key("Ctrl+L")
    driver.until(lambda: bool(driver.resumed))
    for thread in threading.enumerate():
        if thread.name == "looking":  # a busy machine: the lock does not wait longer for it
            thread.join(20)
            assert not thread.is_alive()
    assert not list(vault.glob("*-wal"))


def test_it_steps_aside_for_who_must_have_the_vault_alone(vault: Path, qapp: object) -> None:
    _filled(vault)
    session = Session.open(vault, PassphraseSecret(PASSPHRASE))
    looking = BackgroundCheck(session)
    looking.start()
    looking.stop(10)
    looking.stop(10)
    session.rotate([PassphraseSecret(PASSPHRASE)], Job())
    assert not looking.running
    late = BackgroundCheck(session)
    session.close()
    late.start()  # a timer may still fire
    assert not late.running


def test_a_bug_in_it_is_carried_to_the_window(
    vault: Path, enter: Callable[[Path], Driver], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(session: Session, job: Job) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(vaults, "look_in_background", fail)
    driver = enter(vault)
    driver.until(lambda: bool(driver.resumed))
    assert "ZeroDivisionError" in driver.resumed[0].report


def test_a_stopped_one_says_nothing(vault: Path, qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    came = threading.Event()

    def wait(session: Session, job: Job) -> None:
        came.set()
        while True:
            try:
                job.step(0, 0)
            except Cancelled:
                raise ZeroDivisionError from None

    monkeypatch.setattr(vaults, "look_in_background", wait)
    with Session.open(vault, PassphraseSecret(PASSPHRASE)) as session:
        looking = BackgroundCheck(session)
        looking.crashed.connect(lambda _: pytest.fail("it was stopped"))
        looking.start()
        assert came.wait(10)
        looking.stop(10)
        assert not looking.running
        looking._deliver(ZeroDivisionError())  # had it been under way


def test_a_person_works_while_it_looks(vault: Path, enter: Callable[[Path], Driver]) -> None:
    _filled(vault)
    driver = enter(vault)
    desk = driver.window.desk
    assert desk is not None

    def make(title: str, session: Session, _: Job) -> Outcome[RecordId]:
        return cases.create(session, {"title": title})

    for number in range(10):
        made: list[object] = []
        began = time.monotonic()
        desk.change(driver.window, partial(make, f"{number}"), made.append)
        driver.until(partial(bool, made))
        assert time.monotonic() - began < 10
    _looked(driver)
    assert desk.report is not None
    assert desk.report.ok
    assert len(desk.reader.ids(Kind.CASE)) == 40


def test_number_and_words_are_shown_and_compared(vault: Path, enter: Callable[[Path], Driver]) -> None:
    _filled(vault)
    with Session.open(vault, PassphraseSecret(PASSPHRASE)) as session:
        noted = history_head.show(session)
        cases.create(session, {"title": "later"})
    driver = enter(vault)
    head = HeadPart.open(driver)
    head.show()
    assert str(noted.number + 1) in head.number_and_words
    head.type_number("7x")
    driver.key("Tab")
    driver.text("words")
    driver.key("Return")
    assert head.shows_problem()
    head.type_number(str(noted.number))
    assert not head.shows_problem()
    head.type_words(" ".join(noted.words))
    driver.until(lambda: texts.HOLDS_WHAT_WAS_WRITTEN_DOWN in driver.window.message_bar.text)
    head.type_words(" ".join(noted.words[::-1]))
    driver.until(head.shows_problem)
    assert texts.OLDER_COPY in head.problem
    assert not driver.window.message_bar.text
    driver.shot("head-en")
    driver.window.speak(WindowLanguage.CHINESE)
    HeadPart.open(driver).show()
    driver.shot("head-zh")


def test_a_damaged_page_that_the_window_meets_is_said_and_does_not_lock(
    vault: Path, enter: Callable[[Path], Driver]
) -> None:
    _filled(vault)
    with Session.open(vault, PassphraseSecret(PASSPHRASE)) as session:
        (page,) = session.store.db.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'publication'"
        ).fetchone()
    with (vault / "db.sqlite").open("r+b") as file:
        file.seek((page - 1) * 4096 + 60)
        file.write(b"12345678")
    driver = enter(vault)
    assert driver.window.desk is not None
    try:
        driver.window.desk.reader.db.execute("SELECT * FROM publication").fetchall()
    except Exception as error:  # noqa: BLE001
        driver.app.crash(error)
    assert texts.SOMETHING_DAMAGED in driver.window.message_bar.text
    assert not driver.resumed
    driver.window.desk.ask(
        driver.window,
        lambda session, job: session.store.db.execute("SELECT * FROM publication").fetchall(),
        lambda _: pytest.fail("it cannot be read"),
    )
    driver.settled()
    assert texts.SOMETHING_DAMAGED in driver.window.message_bar.text
    assert not driver.resumed
