"""hrddesk term: as a person types it."""

from pathlib import Path

from hrddesk.errors import InvalidValue, RecordNotFound
from tests.unit.cli.conftest import Desk


def test_the_life_of_a_term(desk: Desk) -> None:
    assert "charge" in desk.json("term", "list")
    assert "charge" in desk.run("term", "list")
    labels = ("--label", "en=Iron crate", "--label", "zh-Hans=铁笼子")
    made = desk.json("term", "add", "method", *labels, "--alias", "笼子")
    assert made["own"]
    assert made["code"] in desk.run("term", "list", "method", "--text", "笼子")
    edited = desk.json("term", "edit", "method", "笼子", "--label", "en=Crate", "--map", "0412")
    assert (edited["labels"], edited["map"]) == ({"en": "Crate", "zh-Hans": "铁笼子"}, "0412")
    merged = desk.json("term", "merge", "method", made["code"], "beating")
    assert (merged["retired"], merged["into"]) == (True, "beating")
    assert "-> beating" in desk.run("term", "list", "method", "--text", "crate")
    shown = desk.json("term", "show", "method", made["code"])
    assert (shown["uses"], shown["into"]) == (0, "beating")
    desk.run("term", "restore", "method", made["code"])
    desk.run("term", "retire", "method", made["code"])
    assert "retired" in desk.run("term", "show", "method", made["code"])
    desk.run("term", "show", "method", "no such", code=RecordNotFound.exit_code)
    desk.run("term", "list", "no_such", code=RecordNotFound.exit_code)
    desk.run("term", "add", "method", "--label", "en=Beating", code=InvalidValue.exit_code)


def test_own_terms_are_known_to_forms_import_and_export(desk: Desk, tmp_path: Path) -> None:
    labels = ("--label", "en=Tax trick", "--label", "zh-Hans=税务把戏")
    code = desk.json("term", "add", "charge", *labels)["code"]
    kit = tmp_path / "kit"
    kit.mkdir()
    (kit / "parties.csv").write_text("party,names\np1,Odal Brisk\n", "utf-8")
    (kit / "events.csv").write_text("event,party,type,charges\ne1,p1,charged,税务把戏\n", "utf-8")
    report = desk.json("import", str(kit))
    assert report["warnings"] == []
    case = desk.json("case", "list")[0]
    assert desk.json("case", "show", case["ref"])["events"][0]["charges"] == [
        {"raw": "税务把戏", "term": code}
    ]
    desk.run("event", "add", case["ref"], "charged", "--charge", "tax trick")
    assert desk.json("term", "show", "charge", code)["uses"] == 2
    desk.run("export", str(tmp_path / "out"), "--format", "kit")
    assert "税务把戏" in (tmp_path / "out" / "events.csv").read_text("utf-8")
