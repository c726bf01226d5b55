"""check-facts on the command line."""

from tests.unit.cli.conftest import Desk


def test_check_facts_and_putting_aside(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "one")["ref"]
    who = desk.json("party", "new", "--name", "Hu Lan", "--case", case, "--role", "subject")["ref"]
    for kind in ("detained", "missing"):
        desk.run("event", "add", case, kind, "--party", who)
    (finding,) = desk.json("check-facts")
    assert finding["check"] == "conflicting-claims"
    assert finding["refs"][0] == who
    assert "Hu Lan" in finding["message"]
    assert [side["text"] for side in finding["sides"]] == ["detained", "missing"]
    assert [side["sources"] for side in finding["sides"]] == [[], []]
    assert "conflicting-claims  Hu Lan" in desk.run("check-facts")
    assert desk.json("check-facts", "--dismiss", finding["key"], "--reason", "both hold") == []
    (kept,) = desk.json("check-facts", "--all")
    assert kept["dismissed"]["reason"] == "both hold"
    assert len(desk.json("check-facts", "--bring-back", finding["key"])) == 1
    desk.run("check-facts", "--dismiss", "nothing", "--reason", "x", code=39)
