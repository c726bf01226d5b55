"""hrddesk timeline, hrddesk relations: what the window draws, in words."""

from pathlib import Path

from tests.unit.cli.conftest import Desk


def test_a_timeline_in_words(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "The mill")
    person = desk.json("party", "new", "--name", "Wei Tong", "--case", case["ref"], "--role", "subject")
    for date in ("2020-03?", "", "2020-02-06"):
        desk.run("event", "add", case["ref"], "detained", "--date", date)
    told = desk.json("timeline", case["ref"])
    assert [(row["earliest"], row["latest"], row["exact"], row["doubtful"]) for row in told] == [
        ("2020-02-06", "2020-02-06", True, False),
        ("2020-03-01", "2020-03-31", False, True),
        (None, None, False, False),
    ]
    first, second, third = desk.run("timeline", person["ref"]).splitlines()
    assert first.startswith("2020-02-06  ")
    assert second.startswith("2020-03-01 to 2020-03-31 ?  ")
    assert third.startswith("no date  ")


def test_every_line_of_an_event_names_people_place_and_charges(desk: Desk) -> None:
    case = desk.json("case", "new", "--title", "The mill")
    person = desk.json("party", "new", "--name", "Wei Tong", "--case", case["ref"], "--role", "subject")
    made = desk.json("event", "add", case["ref"], "arrested", "--at", "Ili", "--charge", "寻衅滋事")
    line = desk.run("event", "edit", made["id"], "date=2020-02-06").strip()
    what = "2020-02-06  arrested  China › Xinjiang › Ili  寻衅滋事  Wei Tong (victim)"
    assert line == f"{made['id'][:8]}  {what}"
    for shown in (("case", "show", case["ref"]), ("party", "show", person["ref"])):
        assert f"  {line}" in desk.run(*shown).splitlines()
    assert desk.run("timeline", case["ref"]).strip().endswith(line)


def test_relations_in_words(desk: Desk, tmp_path: Path) -> None:
    kit = tmp_path / "summer"
    kit.mkdir()
    (kit / "parties.csv").write_text("party,names\np1,Wei Tong\np2,Ji Shuo\n", "utf-8")
    (kit / "relations.csv").write_text("from,type,to\np1,spouse_of,p2\n", "utf-8")
    desk.run("import", str(kit))
    person = desk.json("party", "list", "--text", "Ji Shuo")[0]
    (told,) = desk.json("relations", person["ref"])
    assert desk.run("relations", person["ref"]) == f"{told['id'][:8]}  Wei Tong  spouse_of  Ji Shuo\n"
    assert (told["subject_name"], told["type"], told["object_name"]) == ("Wei Tong", "spouse_of", "Ji Shuo")
