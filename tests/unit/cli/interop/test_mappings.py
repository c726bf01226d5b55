"""mapping and import table on the command line."""

import json
from pathlib import Path

from tests.unit.cli.conftest import Desk

TABLE = "Name,Born,Arrest date,Colour\nJi Shuo,1970,3/7/2021,blue\nPang Suhe,,14/7/2021,red\n"


def test_a_table_is_mapped_imported_and_remembered(desk: Desk, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text(TABLE, encoding="utf-8")
    desk.run("import", "table", str(table), code=112)
    proposed = desk.json("mapping", "propose", str(table))
    assert [(rule["column"], rule["to"]) for rule in proposed["columns"]] == [
        ("Name", "party.names"), ("Born", "party.birth"), ("Arrest date", "event.date"),
        ("Colour", "party.note"),
    ]  # fmt: skip
    assert (proposed["columns"][2]["order"], proposed["keys"]) == ("dmy", ["Name"])
    proposed["always"]["event.type"] = "arrested"
    path = tmp_path / "people.json"
    path.write_text(json.dumps(proposed), encoding="utf-8")
    dry = desk.json("import", "table", str(table), "--mapping", str(path), "--dry-run")
    assert (dry["new"], dry["import"]) == ({"party": 2, "case": 2, "event": 2}, None)
    assert (dry["without_role"], dry["made_concerned"]) == (0, 2)
    assert "would be new" in desk.run("import", "table", str(table), "--mapping", str(path), "--dry-run")
    assert desk.json("mapping", "save", str(path), "--name", "people")["name"] == "people"
    assert [(item["name"], item["shipped"]) for item in desk.json("mapping", "list")] == [
        ("people", False), ("prisoner-list", True),
    ]  # fmt: skip
    assert "prisoner-list (shipped): Name, Gender" in desk.run("mapping", "list")
    assert desk.json("mapping", "show", "PEOPLE")["always"]["event.type"] == "arrested"
    done = desk.json("import", "table", str(table))  # by its header alone
    assert (done["new"], done["errors"]) == (dry["new"], [])
    assert desk.json("import", "table", str(table), "--mapping", "people")["unchanged"] == 2
    desk.run("mapping", "remove", "people")
    desk.run("mapping", "remove", "people", code=111)
    desk.run("mapping", "show", "people", code=111)
    path.write_text("{}", encoding="utf-8")
    desk.run("mapping", "save", str(path), code=110)
    desk.json("import", "undo", str(done["import"]))
    assert desk.json("party", "list") == []


def test_the_fields_that_columns_can_go_to_are_listed(desk: Desk) -> None:
    assert {"party.birth", "event.charges", "source.title", "-"} <= set(desk.json("mapping", "targets"))
