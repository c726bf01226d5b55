"""hrddesk relation: as a person types it."""

from hrddesk.errors import InvalidDate, InvalidValue, RecordNotFound
from tests.unit.cli.conftest import Desk


def test_who_is_whose_what(desk: Desk) -> None:
    one, other = (desk.json("party", "new", "--name", name)["ref"] for name in ("Wei Tong", "Ji Shuo"))
    made = desk.json("relation", "add", one, "spouse_of", other, "--note", "since their youth")
    assert (made["type"], made["note"]) == ("spouse_of", "since their youth")
    line = f"{made['id'][:8]}  Wei Tong  spouse_of  Ji Shuo\n"
    assert desk.run("relations", one) == line
    turned = desk.json("relation", "edit", made["id"][:8], f"subject={other}", f"object={one}", "note=")
    assert (turned["subject"], turned["object"]) == (made["object"], made["subject"])
    assert "note" not in turned
    dated = desk.json(
        "relation", "edit", made["id"][:8], "since=early 2019", "until=2021", "assertion=alleged"
    )
    assert (dated["since"], dated["until"], dated["assertion"]) == ("early 2019", "2021", "alleged")
    assert desk.run("relations", one).endswith("Wei Tong  since early 2019  until 2021\n")
    desk.run("relation", "edit", made["id"][:8], "since=2019-13", code=InvalidDate.exit_code)
    source = desk.json("source", "new", "--title", "A letter")["id"]
    desk.run("citation", "add", made["id"], source, "--field", "type")
    desk.run("relation", "add", one, "spouse_of", one, code=InvalidValue.exit_code)
    desk.run("relation", "add", one, "spouse_of", "nobody", code=RecordNotFound.exit_code)
    desk.run("relation", "remove", made["id"])
    assert desk.run("relations", one) == ""
