"""hrddesk history: as a person types it."""

from hrddesk.errors import InvalidValue, RecordNotFound, UndoNotPossible
from tests.unit.cli.conftest import Desk


def test_the_history_of_a_record_by_hand(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "The mill")
    desk.run("case", "edit", case["ref"], "title=The dam")
    told = desk.json("history", "show", case["ref"])
    assert [(item["n"], item["what"], item["state"]) for item in told] == [
        (1, "case.new", "there"),
        (2, "case.edit", "there"),
    ]
    assert "case.edit" in desk.run("history", "show", case["ref"])
    found = desk.json("history", "diff", case["ref"], "1")
    assert (found["from"], found["to"]) == (1, 2)
    assert found["differences"] == [
        {"field": "title", "part": "title", "before": "The mill", "after": "The dam"}
    ]
    assert "title: The dam -> The mill" in desk.run("history", "diff", case["ref"], "2", "1")
    assert "no difference" in desk.run("history", "diff", case["ref"], "2", "2")
    desk.run("history", "diff", case["ref"], "9", code=InvalidValue.exit_code)
    assert desk.json("history", "restore", case["ref"], "1")["id"] == case["id"]
    assert desk.json("case", "show", case["ref"])["title"] == "The mill"
    assert "so already" in desk.run("history", "restore", case["ref"], "1")


def test_tags_are_told_one_by_one(desk: Desk) -> None:
    person = desk.json("party", "new", "--name", "Tashi Wengar")
    ref = person["ref"]
    desk.run("party", "edit", ref, "birth=1970")
    assert f"history revive {ref}" in desk.run("party", "remove", ref)
    told = desk.run("history", "diff", ref, "2", "3")
    assert "birth: 1970 -> -" in told
    assert "name Tashi Wengar" in told


def test_undo_and_redo_by_hand(desk: Desk) -> None:
    desk.run("history", "undo", code=UndoNotPossible.exit_code)
    case = desk.json("case", "new", "--title", "The mill")
    act = desk.json("history", "show", case["ref"])[0]["act"]
    done = desk.json("history", "undo")
    assert (done["undone"], done["what"]) == (act, "case.new")
    desk.run("case", "show", case["ref"], code=RecordNotFound.exit_code)
    assert "Redone" in desk.run("history", "redo")
    assert desk.json("case", "show", case["ref"])["title"] == "The mill"
    desk.run("history", "redo", code=UndoNotPossible.exit_code)
    desk.run("history", "undo", "999", code=UndoNotPossible.exit_code)


def test_the_recycle_bin_by_hand(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "The mill")
    desk.run("case", "remove", case["ref"])
    (found,) = desk.json("history", "deleted")
    assert (found["ref"], found["kind_of_record"], found["forgotten"]) == (case["ref"], "case", False)
    assert "The mill" in desk.run("history", "deleted")
    assert desk.json("history", "deleted", "--kind", "event") == []
    told = desk.run("history", "show", case["ref"])
    assert told.rstrip().endswith("deleted")
    assert desk.json("history", "revive", case["ref"])["title"] == "The mill"
    desk.run("history", "revive", case["ref"], code=RecordNotFound.exit_code)
    assert desk.json("history", "deleted") == []
