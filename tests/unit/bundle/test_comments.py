"""A comment goes to a colleague with its record and comes back answered."""

from pathlib import Path

from hrddesk.actions.records import comments
from hrddesk.bundle.review import acceptance
from hrddesk.system.jobs import Job
from tests.unit.bundle import hands
from tests.unit.bundle.forge import Desks


def test_a_question_comes_back_answered_whatever_else_changed(desks: Desks, tmp_path: Path) -> None:
    ours, theirs = desks.documenter, desks.coordinator
    hands.put(ours, hands.case())
    acceptance.accept(theirs, hands.hand_over(desks, tmp_path).review, None, Job())
    comments.add(theirs, hands.ONE, "Which prison?", "owl")
    comments.add(ours, hands.ONE, "Is the day right?", "wren")
    back = hands.send(theirs, ours, tmp_path)
    acceptance.accept(ours, back.review, None, Job())
    (asked,) = (item for item in comments.waiting(ours.store) if item.by == "owl")
    comments.set_state(ours, hands.ONE, asked.number, "answered")
    acceptance.accept(theirs, hands.hand_over(desks, tmp_path).review, None, Job())
    for desk in (ours, theirs):
        states = {item.text: item.state for item in comments.of_record(desk.store, hands.ONE)}
        assert states == {"Which prison?": "answered", "Is the day right?": "open"}


def test_an_answer_stands_beside_what_a_colleague_adds(desks: Desks, tmp_path: Path) -> None:
    ours, theirs = desks.documenter, desks.coordinator
    hands.put(ours, hands.case())
    acceptance.accept(theirs, hands.hand_over(desks, tmp_path).review, None, Job())
    comments.add(ours, hands.ONE, "Which prison?", "wren")
    comments.add(theirs, hands.ONE, "Which day?", "owl")
    acceptance.accept(theirs, hands.hand_over(desks, tmp_path).review, None, Job())
    acceptance.accept(ours, hands.send(theirs, ours, tmp_path).review, None, Job())
    (asked,) = (item for item in comments.of_record(theirs.store, hands.ONE) if item.by == "wren")
    comments.set_state(theirs, hands.ONE, asked.number, "answered")
    comments.add(ours, hands.ONE, "Who says so?", "wren")
    back = hands.send(theirs, ours, tmp_path)
    assert back.conflicts == 0
    acceptance.accept(ours, back.review, None, Job())
    states = {item.text: item.state for item in comments.of_record(ours.store, hands.ONE)}
    assert states == {"Which prison?": "answered", "Which day?": "open", "Who says so?": "open"}
