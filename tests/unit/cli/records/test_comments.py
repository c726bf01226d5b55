"""hrddesk comment: as a person types it."""

from hrddesk.errors import InvalidValue
from tests.unit.cli.conftest import Desk


def test_a_colleague_asks_and_is_answered(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "Willow Lane")["ref"]
    (asked,) = desk.json("comment", "add", case, "Which prison?", "--by", "heron")
    assert (asked["number"], asked["by"], asked["state"]) == (1, "heron", "open")
    assert desk.run("comment", "list").endswith("  1  open  heron  Which prison?\n")
    desk.run("comment", "set", case, "1", "done")
    assert desk.run("comment", "list") == ""
    assert desk.run("comment", "list", case).endswith("  1  done  heron  Which prison?\n")
    desk.run("comment", "set", case, "2", "done", code=InvalidValue.exit_code)
