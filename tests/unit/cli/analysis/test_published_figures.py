"""hrddesk published: as a person types it."""

from hrddesk.errors import InvalidDate, InvalidValue, RecordNotFound
from tests.unit.cli.conftest import Desk


def test_a_published_figure_is_taken_down_compared_changed_and_deleted(desk: Desk) -> None:
    made = desk.json("published", "add", "Cases", "2", "unit=cases", "as_of=2020", "definition=as they say")
    assert (made["value"], made["as_of"], made["kind"]) == ("2", "2020", "external")
    assert desk.run("published", "list") == f"{made['id'][:8]}  Cases  2  cases  2020\n"
    desk.json("case", "new", "--title", "The mill")
    desk.run("figure", "save", "cases", "--unit", "cases")
    assert "DIFFERENT" in desk.run("figure", "compare")
    desk.run("published", "edit", made["id"][:8], "value=1", "as_of=")
    assert "same" in desk.run("figure", "compare", "Cases")
    source = desk.json("source", "new", "--title", "A yearbook")["id"]
    desk.run("citation", "add", made["id"], source, "--field", "value")
    assert desk.json("published", "list", "--text", "nothing like it") == []
    desk.run("published", "remove", made["id"])
    assert desk.json("published", "list") == []
    assert desk.json("figure", "list")  # our question stays


def test_what_is_no_figure_is_refused(desk: Desk) -> None:
    desk.run("published", "add", " ", "2", code=InvalidValue.exit_code)
    desk.run("published", "add", "Cases", "", code=InvalidValue.exit_code)
    desk.run("published", "add", "Cases", "2", "as_of=1954-02-29", code=InvalidDate.exit_code)
    desk.run("published", "edit", "nobody", "value=2", code=RecordNotFound.exit_code)
    assert desk.json("published", "list") == []
