"""hrddesk timeline, hrddesk relations: what the window draws, in words."""

from pathlib import Path

from .conftest import Desk


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
