"""What tests of the page of cases have in common: invented cases, and ways to act on the page."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from hrddesk.actions.records import cases, events, parties
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.ui.composing import compose
from tests.ui.driver import Driver

NAMES = (
    ("谭若岚", "Tan Ruolan"),
    ("ئايگۈل تۇرسۇنوۋا", "Aygül Tursunova"),
    ("བསྟན་འཛིན་རྒྱུད་སྟོང་", "Tenzin Gyutong"),
)


def key(desk: Driver, name: str) -> None:
    """Press a key where the system would send it: to a list that is open, else to the field."""
    desk.bot.keySequence(QApplication.activePopupWidget() or desk.focus(), name)


def type_(desk: Driver, words: str) -> None:
    """Type, or compose what no key has."""
    if words.isascii():
        desk.bot.keyClicks(QApplication.activePopupWidget() or desk.focus(), words)
    else:
        compose(desk.focus(), words)


def list_is_there() -> bool:
    """Tell whether the system shows a list of what can be chosen, and gave it the keyboard.

    Before, keys go elsewhere; and the focus, which the system gives later, would leave what has it then.
    """
    popup = QApplication.activePopupWidget()
    handle = None if popup is None else popup.windowHandle()
    return handle is not None and handle.isExposed() and QApplication.focusWindow() == handle


def choose(desk: Driver, words: str) -> None:
    """Type words in place of what stands there, and choose the first that is found for them."""
    key(desk, "Ctrl+A")
    type_(desk, words)
    desk.until(list_is_there)
    key(desk, "Down")
    key(desk, "Return")
    desk.until(lambda: QApplication.activePopupWidget() is None)


def fill(desk: Driver, count: int = 3) -> list[RecordId]:
    """Put cases into the vault, each with a person named in two scripts and two events."""

    def work(session: Session, job: Job) -> Outcome[list[RecordId]]:
        del job
        made, people = [], []
        for number in range(count):
            own, latin = NAMES[number % len(NAMES)]
            case = cases.create(session, {"title": f"Willow Lane {number + 1}"}).result
            names = [{"name": own, "kind": "main"}, {"name": latin, "script": "Latn", "kind": "main"}]
            who = parties.create(session, {"birth": "1979"}, {"names": names}, case, "subject").result
            victim = [{"party": who, "role": "victim"}]
            events.add(session, case, {"type": "taken_away", "date": "2020-02-09?"}, {"parties": victim})
            events.add(session, case, {"type": "detained", "date": "2020-02"}, {"parties": victim})
            made.append(case)
            people.append(who)
        return Outcome(made, Changes(cases=frozenset(made), parties=frozenset(people)))

    made: list[list[RecordId]] = []
    assert desk.window.desk is not None
    desk.window.desk.change(desk.window, work, made.append)
    desk.until(lambda: bool(made))
    desk.listed()
    return made[0]


def change(desk: Driver, work: Callable[[Session], Outcome[object]]) -> None:
    """Change the vault from elsewhere, tell the pages, and wait until they show it."""
    told: list[object] = []
    assert desk.window.desk is not None
    desk.window.desk.change(desk.window, lambda session, job: work(session), told.append)
    desk.until(lambda: bool(told))
    desk.listed()


def stored(desk: Driver, kind: Kind) -> int:
    assert desk.window.desk is not None
    return len(desk.window.desk.reader.ids(kind))
